//! What was published, took over or became known last.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{facts, versions};
use super::stored;
use crate::domain::Day;
use crate::domain::fact::FactKind;
use crate::domain::ids::DocumentId;

/// The ids of the documents with the latest news: of the last `most` publications, of as many editions that took over on
/// their first day until `day`, and of as many facts of these kinds.
///
/// # Errors
/// A database that cannot be read.
pub fn in_the_news(conn: &mut Conn, day: Day, kinds: &[FactKind], most: usize) -> Result<Vec<DocumentId>> {
    let most = stored::count(most);
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    let (published, took_over, told): (Vec<String>, Vec<String>, Vec<String>) = on_engine!(conn, c => (
        versions::table
            .order((versions::published_at_us.desc(), versions::document_id, versions::ordinal))
            .limit(most)
            .select(versions::document_id)
            .load(c)?,
        versions::table
            .filter(versions::effective_from.le(day.to_string()))
            .order((versions::effective_from.desc(), versions::document_id, versions::ordinal))
            .limit(most)
            .select(versions::document_id)
            .load(c)?,
        facts::table
            .inner_join(versions::table)
            .filter(facts::kind.eq_any(&kinds))
            .order((facts::recorded_at_us.desc(), facts::id))
            .limit(most)
            .select(versions::document_id)
            .load(c)?
    ));
    let all: BTreeSet<String> = published.into_iter().chain(took_over).chain(told).collect();
    all.iter().map(|id| stored::id("versions.document_id", id)).collect()
}

/// The ids of the documents of the last `most` publications, the latest first, each once.
///
/// # Errors
/// A database that cannot be read.
pub fn newest(conn: &mut Conn, most: usize) -> Result<Vec<DocumentId>> {
    let ids: Vec<String> = on_engine!(conn, c => versions::table
        .order(versions::published_at_us.desc())
        .limit(stored::count(most))
        .select(versions::document_id)
        .load(c)?);
    let mut seen = BTreeSet::new();
    let first = ids.iter().filter(|id| seen.insert(id.as_str()));
    first.map(|id| stored::id("versions.document_id", id)).collect()
}

/// The documents with a version that applies from a day after this one, the nearest first; at most `most` versions are
/// looked at.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn scheduled(conn: &mut Conn, day: Day, most: usize) -> Result<Vec<DocumentId>> {
    let ids: Vec<String> = on_engine!(conn, c => versions::table
        .filter(versions::effective_from.gt(day.to_string()))
        .order((versions::effective_from, versions::id))
        .limit(stored::count(most))
        .select(versions::document_id)
        .load(c)?);
    let mut seen = BTreeSet::new();
    let ids = ids.iter().filter(|id| seen.insert(id.as_str()));
    ids.map(|id| stored::id("versions.document_id", id)).collect()
}
