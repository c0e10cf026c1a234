//! The journal: what each change touched. A process that holds parts of the register reads what came after its own
//! number, and drops those parts alone.

use std::fmt;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::{Error, Result};
use super::schema::{changes, state};
use super::state::State;
use super::stored;
use crate::domain::ids::{DocumentId, OrganizationId};

/// How many changes are kept. A process that was away for longer begins anew, which costs it its caches.
const KEPT: i64 = 100_000;

/// How often old rows are removed: once in so many changes.
const TRIMMED_EVERY: i64 = 1_000;

/// Rows that are read at once; where more came meanwhile, beginning anew is cheaper.
const READ_MAX: i64 = 20_000;

/// A part of the register that changes as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The union's look, its host, its clock, and which documents are city-wide.
    Union,
    /// An organization: its names, status and contact, which documents it owns, and what is posted on its stand.
    Organization(OrganizationId),
    /// A document with its versions and facts.
    Document(DocumentId),
    /// Which codes there are.
    Codes,
    /// Checks of stands that are under way.
    Checks,
    /// The words under which texts are found.
    Texts,
}

impl Part {
    fn row(self) -> (&'static str, String) {
        match self {
            Self::Union => ("union", String::new()),
            Self::Organization(id) => ("organization", id.to_string()),
            Self::Document(id) => ("document", id.to_string()),
            Self::Codes => ("codes", String::new()),
            Self::Checks => ("checks", String::new()),
            Self::Texts => ("texts", String::new()),
        }
    }

    fn parse(kind: &str, id: &str) -> Result<Self> {
        Ok(match kind {
            "union" => Self::Union,
            "organization" => Self::Organization(stored::id("changes.id", id)?),
            "document" => Self::Document(stored::id("changes.id", id)?),
            "codes" => Self::Codes,
            "checks" => Self::Checks,
            "texts" => Self::Texts,
            other => return Err(Error::Corrupt { column: "changes.kind", value: other.to_owned() }),
        })
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, id) = self.row();
        if id.is_empty() { f.write_str(kind) } else { write!(f, "{kind} {id}") }
    }
}

/// How far a process has read: the number of the latest change, and that change's own random text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The number.
    pub seq: u64,
    /// The text. A history that went another way from an earlier number on has another one.
    pub stamp: String,
}

/// What came after a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Since {
    /// These parts were touched, and nothing else; the position is the new one.
    Parts(Vec<Part>, Position),
    /// The position is unknown here, or far behind: anything may have changed.
    Anything(Position),
}

/// Takes the next number and notes under it what the present transaction touches.
///
/// # Errors
/// A database that cannot be written.
pub fn note(conn: &mut Conn, parts: &[Part]) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::changes.eq(state::changes + 1)).execute(c)?);
    let seq: i64 = on_engine!(conn, c => state::table.select(state::changes).first(c)?);
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts.dedup();
    for part in parts {
        let (kind, id) = part.row();
        let row = (changes::seq.eq(seq), changes::kind.eq(kind), changes::id.eq(id));
        on_engine!(conn, c => diesel::insert_into(changes::table).values(row).execute(c)?);
    }
    if seq % TRIMMED_EVERY == 0 {
        on_engine!(conn, c => diesel::delete(changes::table.filter(changes::seq.lt(seq - KEPT))).execute(c)?);
    }
    Ok(())
}

/// Where the register is now.
///
/// # Errors
/// A database that cannot be read.
pub fn position(conn: &mut Conn, state: &State) -> Result<Position> {
    let seq = i64::try_from(state.changes).unwrap_or(i64::MAX);
    let stamp: Option<String> = on_engine!(conn, c => changes::table
        .filter(changes::seq.eq(seq))
        .order((changes::kind, changes::id))
        .select(changes::stamp)
        .first(c)
        .optional()?);
    Ok(Position { seq: state.changes, stamp: stamp.unwrap_or_default() })
}

/// What was touched after a position, up to `state`.
///
/// # Errors
/// A database that cannot be read.
pub fn since(conn: &mut Conn, held: &Position, state: &State) -> Result<Since> {
    let here = position(conn, state)?;
    let from = i64::try_from(held.seq).unwrap_or(i64::MAX);
    let rows: Vec<(i64, String, String, String)> = on_engine!(conn, c => changes::table
        .filter(changes::seq.ge(from))
        .order((changes::seq, changes::kind, changes::id))
        .select((changes::seq, changes::kind, changes::id, changes::stamp))
        .limit(READ_MAX)
        .load(c)?);
    let knows = rows.first().is_some_and(|(seq, _, _, stamp)| *seq == from && *stamp == held.stamp);
    let is_whole = rows.len() < usize::try_from(READ_MAX).unwrap_or(usize::MAX);
    // A state that is another one under the same number was put back, or changed by hand.
    if !knows || !is_whole || state.changes <= held.seq {
        return Ok(Since::Anything(here));
    }
    let later = rows.iter().filter(|(seq, ..)| *seq > from);
    let parts = later.map(|(_, kind, id, _)| Part::parse(kind, id)).collect::<Result<_>>()?;
    Ok(Since::Parts(parts, here))
}
