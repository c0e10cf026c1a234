//! How often documents were opened, without people.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use diesel::dsl::{max, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connection::Conn;
use super::error::Result;
use super::schema::{opened_days, opened_documents, openings, organizations};
use super::stored;
use crate::domain::opening::{Opening, OpeningWay, ReaderKind};
use crate::domain::{Code, Day, Lang};

/// Stands that one query asks about: a city's in two, and far from the number of values that a statement may carry.
const STANDS_AT_ONCE: usize = 200;

/// Counts that are not written down yet.
pub type Counts = HashMap<Opening, u64>;

/// Adds counts, and adds them to the sums that follow from them.
///
/// # Errors
/// A database that cannot be written.
pub fn add(conn: &mut Conn, counts: &Counts) -> Result<()> {
    for (opening, count) in counts {
        add_one(conn, opening, *count)?;
    }
    let by_people = || counts.iter().filter(|(opening, _)| opening.reader == ReaderKind::Human);
    let districts = districts(conn, by_people().filter_map(|(opening, _)| opening.organization))?;
    let (mut days, mut documents) = (BTreeMap::new(), BTreeMap::new());
    for (opening, count) in by_people() {
        let district = opening.organization.and_then(|stand| districts.get(stand.as_str()));
        let district = district.map(String::as_str).unwrap_or_default();
        *days.entry((opening.day, district, opening.lang)).or_default() += count;
        *documents.entry((opening.document, opening.day)).or_default() += count;
    }
    for ((day, district, lang), count) in days {
        let count = stored_count(count);
        let row = (
            opened_days::day.eq(day.to_string()),
            opened_days::district.eq(district),
            opened_days::lang.eq(lang.tag()),
            opened_days::count.eq(count),
        );
        on_engine!(conn, c => diesel::insert_into(opened_days::table)
            .values(row)
            .on_conflict((opened_days::day, opened_days::district, opened_days::lang))
            .do_update()
            .set(opened_days::count.eq(opened_days::count + count))
            .execute(c)?);
    }
    for ((document, day), count) in documents {
        let count = stored_count(count);
        let row = (
            opened_documents::document.eq(document.to_string()),
            opened_documents::day.eq(day.to_string()),
            opened_documents::count.eq(count),
        );
        on_engine!(conn, c => diesel::insert_into(opened_documents::table)
            .values(row)
            .on_conflict((opened_documents::document, opened_documents::day))
            .do_update()
            .set(opened_documents::count.eq(opened_documents::count + count))
            .execute(c)?);
    }
    Ok(())
}

/// The district of each of these stands, by code.
fn districts(conn: &mut Conn, stands: impl Iterator<Item = Code>) -> Result<HashMap<String, String>> {
    let stands: BTreeSet<Code> = stands.collect();
    let stands: Vec<&str> = stands.iter().map(Code::as_str).collect();
    let mut found = HashMap::new();
    for some in stands.chunks(STANDS_AT_ONCE) {
        let own = organizations::table.filter(organizations::code.eq_any(some));
        let own = own.select((organizations::code, organizations::district));
        let rows: Vec<(String, String)> = on_engine!(conn, c => own.load(c)?);
        found.extend(rows);
    }
    Ok(found)
}

fn stored_count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Adds to a count.
fn add_one(conn: &mut Conn, opening: &Opening, count: u64) -> Result<()> {
    let count = stored_count(count);
    let row = (
        openings::day.eq(opening.day.to_string()),
        openings::document.eq(opening.document.as_str()),
        // Empty where unknown: a key has no gaps.
        openings::organization.eq(opening.organization.as_ref().map_or("", Code::as_str)),
        openings::lang.eq(opening.lang.tag()),
        openings::reader.eq(opening.reader.name()),
        openings::way.eq(opening.way.name()),
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

/// A count as it was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpeningCount {
    /// What is counted together.
    pub opening: Opening,
    /// How many there were.
    pub count: i64,
}

/// Every count, by day and document.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all(conn: &mut Conn) -> Result<Vec<OpeningCount>> {
    let rows: Vec<Row> =
        on_engine!(conn, c => openings::table.order((openings::day, openings::document)).load(c)?);
    rows.into_iter().map(counted).collect()
}

/// Day, document, organization, language, reader, way and count.
type Row = (String, String, String, String, String, String, i64);

fn counted((day, document, organization, lang, reader, way, count): Row) -> Result<OpeningCount> {
    let stand = Some(organization).filter(|code| !code.is_empty());
    let opening = Opening {
        day: stored::day("openings.day", &day)?,
        document: stored::code("openings.document", &document)?,
        organization: stand.map(|code| stored::code("openings.organization", &code)).transpose()?,
        lang: stored::named("openings.lang", &lang, Lang::parse)?,
        reader: stored::named("openings.reader", &reader, ReaderKind::parse)?,
        way: stored::named("openings.way", &way, OpeningWay::parse)?,
    };
    Ok(OpeningCount { opening, count })
}

/// The codes of organizations at whose stands people scanned something, in their order, after this one; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn stands_after(conn: &mut Conn, last: Option<Code>, most: usize) -> Result<Vec<Code>> {
    let last = last.map(|code| code.to_string()).unwrap_or_default();
    let codes: Vec<String> = on_engine!(conn, c => openings::table
        .filter(openings::reader.eq(ReaderKind::Human.name()))
        .filter(openings::way.eq(OpeningWay::Scanned.name()))
        .filter(openings::organization.gt(last))
        .select(openings::organization)
        .distinct()
        .order(openings::organization)
        .limit(stored::count(most))
        .load(c)?);
    codes.iter().map(|code| stored::code("openings.organization", code)).collect()
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
            .filter(openings::reader.eq(ReaderKind::Human.name()))
            .filter(openings::way.eq(OpeningWay::Scanned.name()))
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

/// The last day on which a person scanned a code of each of these stands.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn last_by_organization(conn: &mut Conn, stands: &[Code]) -> Result<HashMap<Code, Day>> {
    let mut last = HashMap::new();
    for some in stands.chunks(STANDS_AT_ONCE) {
        let codes: Vec<&str> = some.iter().map(Code::as_str).collect();
        let scans = openings::table
            .filter(openings::reader.eq(ReaderKind::Human.name()))
            .filter(openings::way.eq(OpeningWay::Scanned.name()))
            .filter(openings::organization.eq_any(codes))
            .group_by(openings::organization)
            .select((openings::organization, max(openings::day)));
        let rows: Vec<(String, Option<String>)> = on_engine!(conn, c => scans.load(c)?);
        for (organization, day) in rows {
            let code = stored::code("openings.organization", &organization)?;
            if let Some(day) = stored::optional_day("openings.day", day.as_deref())? {
                last.insert(code, day);
            }
        }
    }
    Ok(last)
}
