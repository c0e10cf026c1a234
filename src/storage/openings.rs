//! How often documents were opened, without people.

use std::collections::HashMap;

use diesel::dsl::max;
use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::openings;
use super::stored;
use crate::domain::{Code, Day};

/// What is counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The calendar day in Asia/Almaty, ISO 8601.
    pub day: String,
    /// The document's code.
    pub document: String,
    /// The code of the organization whose stand it was; empty where unknown.
    pub organization: String,
    /// The language of the text that was served.
    pub lang: &'static str,
    /// `human` or `robot`.
    pub reader: &'static str,
    /// `scanned`, `shared` or `followed`.
    pub way: &'static str,
}

/// Adds to a count.
pub fn add(conn: &mut Conn, key: &Key, count: u64) -> Result<()> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let row = (
        openings::day.eq(&key.day),
        openings::document.eq(&key.document),
        openings::organization.eq(&key.organization),
        openings::lang.eq(key.lang),
        openings::reader.eq(key.reader),
        openings::way.eq(key.way),
        openings::count.eq(count),
    );
    on_engine!(conn, c => diesel::insert_into(openings::table)
        .values(row)
        .on_conflict((
            openings::day, openings::document, openings::organization, openings::lang, openings::reader, openings::way,
        ))
        .do_update()
        .set(openings::count.eq(openings::count + count))
        .execute(c)?);
    Ok(())
}

/// A count as it was written down; see [`Key`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Queryable)]
pub struct OpeningCount {
    /// The calendar day in Asia/Almaty, ISO 8601.
    pub day: String,
    /// The document's code.
    pub document: String,
    /// The code of the organization whose stand it was; empty where unknown.
    pub organization: String,
    /// The language of the text that was served.
    pub lang: String,
    /// `human` or `robot`.
    pub reader: String,
    /// `scanned`, `shared` or `followed`.
    pub way: String,
    /// How many openings.
    pub count: i64,
}

/// Every count, by day and document.
pub fn all(conn: &mut Conn) -> Result<Vec<OpeningCount>> {
    Ok(on_engine!(conn, c => openings::table.order((openings::day, openings::document)).load(c)?))
}

/// The last day on which a person scanned a code of each stand.
pub fn last_by_organization(conn: &mut Conn) -> Result<HashMap<Code, Day>> {
    let scans = openings::table
        .filter(openings::reader.eq("human"))
        .filter(openings::way.eq("scanned"))
        .filter(openings::organization.ne(""))
        .group_by(openings::organization)
        .select((openings::organization, max(openings::day)));
    let rows: Vec<(String, Option<String>)> = on_engine!(conn, c => scans.load(c)?);
    let read = |(organization, day): (String, Option<String>)| {
        let code = stored::code("openings.organization", &organization)?;
        Ok(stored::optional_day("openings.day", day.as_deref())?.map(|day| (code, day)))
    };
    rows.into_iter().filter_map(|row| read(row).transpose()).collect()
}
