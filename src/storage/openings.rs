//! How often documents were opened, without people.

use std::collections::HashMap;

use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connection::Conn;
use super::error::Result;
use super::schema::openings;
use super::stored;
use crate::domain::{Code, Day};

/// Stands that one query asks about: a city's in two, and far from the number of values that a statement may carry.
const STANDS_AT_ONCE: usize = 200;

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

/// Counts that are not written down yet.
pub type Counts = HashMap<Key, u64>;

/// Adds to a count.
///
/// # Errors
/// A database that cannot be written.
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
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all(conn: &mut Conn) -> Result<Vec<OpeningCount>> {
    Ok(on_engine!(conn, c => openings::table.order((openings::day, openings::document)).load(c)?))
}

/// The documents whose codes people scanned at these stands on at least so many days and at least so many times, from
/// `since` on: each with its stand.
///
/// Asks for the named stands only, so that both engines take their few rows by `openings_by_organization`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn scanned_often(
    conn: &mut Conn,
    stands: &[Code],
    since: Day,
    (days_min, times_min): (u32, u32),
) -> Result<Vec<(Code, Code)>> {
    let often = format!("COUNT(DISTINCT openings.day) >= {days_min} AND SUM(openings.count) >= {times_min}");
    let mut found = Vec::new();
    for some in stands.chunks(STANDS_AT_ONCE) {
        let codes: Vec<&str> = some.iter().map(Code::as_str).collect();
        let scans = openings::table
            .filter(openings::reader.eq("human"))
            .filter(openings::way.eq("scanned"))
            .filter(openings::organization.eq_any(codes))
            .filter(openings::day.ge(since.to_string()))
            .group_by((openings::organization, openings::document))
            .having(sql::<Bool>(&often))
            .select((openings::organization, openings::document));
        let rows: Vec<(String, String)> = on_engine!(conn, c => scans.load(c)?);
        for (stand, document) in rows {
            let stand = stored::code("openings.organization", &stand)?;
            found.push((stand, stored::code("openings.document", &document)?));
        }
    }
    Ok(found)
}

/// The last day on which a person scanned a code of each stand.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
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
