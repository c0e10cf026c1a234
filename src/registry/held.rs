//! What a process holds of the register for every answer: the union, its documents, and how far the register has come.
//!
//! Everything else is loaded when it is asked for (see [`View`](super::View)).

use std::sync::Arc;

use super::Result;
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::stand_check::Check;
use crate::domain::{AsOf, Instant};
use crate::storage::identity::Identity;
use crate::storage::journal::{self, Part, Position};
use crate::storage::state::{self, State};
use crate::storage::{self, Conn, checks, documents, leaves, organizations, versions};

/// The register at one number of its journal, unchanging.
#[derive(Debug)]
pub(super) struct Held {
    /// The row of state.
    pub state: State,
    /// Where in the journal this is.
    pub position: Position,
    /// Grows whenever another history of the register was taken over: what was kept before belongs to no other one.
    pub epoch: u64,
    /// The union itself.
    pub union: Arc<Organization>,
    /// The union's documents, in the order of creation: they may hang on every stand.
    pub city_wide: Vec<Arc<Document>>,
    /// The checks of stands that are under way, the latest first.
    pub checks: Vec<Check>,
    latest_record: Instant,
    latest_moment: Instant,
}

impl Held {
    /// Reads it as the database is now; the transaction makes it one moment.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn read(conn: &mut Conn, epoch: u64) -> Result<Self> {
        let state = state::read(conn)?;
        let position = journal::position(conn, &state)?;
        let union = union(conn)?;
        let city_wide = city_wide(conn, &union)?;
        let checks = checks::open(conn)?;
        let (latest_record, latest_moment) = latest(conn, &state)?;
        Ok(Self { state, position, epoch, union, city_wide, checks, latest_record, latest_moment })
    }

    /// The same after changes that touched these parts and nothing else.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn advanced(
        &self,
        conn: &mut Conn,
        state: State,
        parts: &[Part],
        position: Position,
    ) -> Result<Self> {
        let touches_union = parts.contains(&Part::Organization(self.union.id));
        let union = if touches_union { union(conn)? } else { self.union.clone() };
        let is_touched = |document: &Arc<Document>| parts.contains(&Part::Document(document.id));
        let city_wide = if touches_union || self.city_wide.iter().any(is_touched) {
            city_wide(conn, &union)?
        } else {
            self.city_wide.clone()
        };
        let checks = if parts.contains(&Part::Checks) { checks::open(conn)? } else { self.checks.clone() };
        let (latest_record, latest_moment) = latest(conn, &state)?;
        let epoch = self.epoch;
        Ok(Self { state, position, epoch, union, city_wide, checks, latest_record, latest_moment })
    }

    /// Whether the database is in this very state.
    pub fn is_of(&self, state: &State) -> bool {
        self.state.timeline == state.timeline && self.state.mark == state.mark
    }

    /// Which register this is, and how far it has come.
    pub fn identity(&self) -> Identity {
        Identity { timeline: self.state.timeline.clone(), revision: self.state.revision }
    }

    /// The moment as of which questions are answered at an instant. Where the clock is behind what is known to have
    /// happened, it is wrong: what was published is not hidden, and no earlier edition comes back.
    pub fn as_of(&self, now: Instant) -> AsOf {
        AsOf { day: local_day(now.max(self.latest_moment)), known: now.max(self.latest_record) }
    }

    /// The latest moment at which something is known to have happened, by a clock that nobody has said ran ahead.
    pub fn latest_moment(&self) -> Instant {
        self.latest_moment
    }
}

fn union(conn: &mut Conn) -> Result<Arc<Organization>> {
    let id = organizations::union_id(conn)?;
    let found = id.map(|id| organizations::find(conn, id)).transpose()?.flatten();
    let missing = || storage::Error::Corrupt { column: "organizations.is_union", value: "none".to_owned() };
    Ok(Arc::new(found.ok_or_else(missing)?))
}

fn city_wide(conn: &mut Conn, union: &Organization) -> Result<Vec<Arc<Document>>> {
    let ids = documents::owned(conn, union.id)?;
    Ok(documents::by_ids(conn, &ids)?.into_iter().map(Arc::new).collect())
}

/// When something was last recorded, and when something last happened.
fn latest(conn: &mut Conn, state: &State) -> Result<(Instant, Instant)> {
    let recorded = versions::latest_record(conn)?.unwrap_or(Instant::UNIX_EPOCH);
    // Where a clock ran ahead, the moment at which somebody said so is the earliest one that it can be now.
    let happened = leaves::latest(conn, state.ahead)?.max(state.ahead.map(|(after, _)| after));
    Ok((recorded, happened.unwrap_or(Instant::UNIX_EPOCH)))
}
