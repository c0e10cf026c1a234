//! The audit trail: who did what, when, and to what.

use std::collections::HashMap;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::audit;
use super::stored;
use crate::domain::Instant;
use crate::domain::deed::{Deed, TOKEN_BEGINS};

/// Editions that are looked up at once: an engine takes some thousands of values in one statement.
const AT_ONCE: usize = 500;

/// A line of the audit trail.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The identifier.
    pub id: String,
    /// When it was done.
    pub at: Instant,
    /// Who did it: a login, a token of one, or the command line.
    pub actor: String,
    /// What was done; none where another program noted what this one does not know.
    pub deed: Option<Deed>,
    /// What it was done to: a code with an edition, a login, a host.
    pub subject: String,
}

/// Which lines are listed: everything that is given must fit.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Who did it, by hand or by a token.
    pub actor: Option<String>,
    /// What was done.
    pub deed: Option<Deed>,
    /// Not before this instant.
    pub from: Option<Instant>,
    /// Before this instant.
    pub until: Option<Instant>,
    /// The subject, or the first word of it.
    pub subject: Option<String>,
    /// Only lines that come after this one, in the order of the list.
    pub after: Option<(Instant, String)>,
}

/// Notes who did what, and to what.
///
/// # Errors
/// A database that cannot be written.
pub fn note(
    conn: &mut Conn,
    id: &str,
    now: Instant,
    (actor, deed, subject): (&str, Deed, &str),
) -> Result<()> {
    let row = (
        audit::id.eq(id),
        audit::at_us.eq(now.as_microsecond()),
        audit::actor.eq(actor),
        audit::action.eq(deed.name()),
        audit::subject.eq(subject),
    );
    on_engine!(conn, c => diesel::insert_into(audit::table).values(row).execute(c)?);
    Ok(())
}

/// Who published these editions, by the subject of the line; the last of those who published one. Of some no line may tell.
///
/// # Errors
/// A database that cannot be read.
pub fn publishers(conn: &mut Conn, editions: &[String]) -> Result<HashMap<String, String>> {
    let mut found = HashMap::new();
    for some in editions.chunks(AT_ONCE) {
        let rows: Vec<(String, String)> = on_engine!(conn, c => audit::table
            .filter(audit::subject.eq_any(some))
            .filter(audit::action.eq(Deed::Publish.name()))
            .order(audit::at_us)
            .select((audit::subject, audit::actor))
            .load(c)?);
        found.extend(rows);
    }
    Ok(found)
}

/// Words as a pattern that means nothing but them.
fn literal(words: &str) -> String {
    words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The lines that a filter lets through, the newest first; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn list(conn: &mut Conn, filter: &Filter, most: usize) -> Result<Vec<Entry>> {
    type Row = (String, i64, String, String, String);
    let rows: Vec<Row> = on_engine!(conn, c => {
        let mut query = audit::table.into_boxed();
        if let Some(actor) = &filter.actor {
            let tokens = format!("{}{TOKEN_BEGINS}%", literal(actor));
            query = query.filter(audit::actor.eq(actor).or(audit::actor.like(tokens).escape('\\')));
        }
        if let Some(deed) = filter.deed {
            query = query.filter(audit::action.eq(deed.name()));
        }
        if let Some(from) = filter.from {
            query = query.filter(audit::at_us.ge(from.as_microsecond()));
        }
        if let Some(until) = filter.until {
            query = query.filter(audit::at_us.lt(until.as_microsecond()));
        }
        if let Some(subject) = &filter.subject {
            let begun = format!("{} %", literal(subject));
            query =
                query.filter(audit::subject.eq(subject).or(audit::subject.like(begun).escape('\\')));
        }
        if let Some((at, id)) = &filter.after {
            let at = at.as_microsecond();
            query = query.filter(audit::at_us.lt(at).or(audit::at_us.eq(at).and(audit::id.lt(id))));
        }
        query
            .select((audit::id, audit::at_us, audit::actor, audit::action, audit::subject))
            .order((audit::at_us.desc(), audit::id.desc()))
            .limit(stored::count(most))
            .load(c)?
    });
    rows.into_iter()
        .map(|(id, at, actor, action, subject)| {
            let at = stored::instant("audit.at_us", at)?;
            Ok(Entry { id, at, actor, deed: Deed::parse(&action), subject })
        })
        .collect()
}
