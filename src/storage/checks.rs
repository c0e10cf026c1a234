//! Checks of stands, and what was seen in each.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{checks, sightings};
use super::stored;
use crate::domain::ids::UserId;
use crate::domain::stand_check::{Check, Sighting, Verdict};
use crate::domain::{Code, Instant};

#[derive(Queryable)]
struct Row {
    id: String,
    organization: String,
    user_id: Option<String>,
    started_at_us: i64,
    finished_at_us: Option<i64>,
    found: i64,
    missing: i64,
    foreign_to_it: i64,
    older: i64,
    unknown: i64,
}

/// The checks of a stand that are over, the latest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn over(conn: &mut Conn, organization: Code) -> Result<Vec<Check>> {
    let over = checks::table
        .filter(checks::organization.eq(organization.as_str()))
        .filter(checks::user_id.is_null());
    let rows: Vec<Row> =
        on_engine!(conn, c => over.order((checks::started_at_us.desc(), checks::id)).load(c)?);
    rows.into_iter().map(check).collect()
}

/// The checks that are not over, the latest first.
///
/// # Errors
/// A database that cannot be read.
pub fn open(conn: &mut Conn) -> Result<Vec<Check>> {
    let open = checks::table.filter(checks::user_id.is_not_null());
    let rows: Vec<Row> =
        on_engine!(conn, c => open.order((checks::started_at_us.desc(), checks::id)).load(c)?);
    rows.into_iter().map(check).collect()
}

/// The open check of a person.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn open_of(conn: &mut Conn, user: UserId) -> Result<Option<Check>> {
    let open = checks::table.filter(checks::user_id.eq(user.to_string()));
    let row: Option<Row> = on_engine!(conn, c => open.first(c).optional()?);
    row.map(check).transpose()
}

fn check(row: Row) -> Result<Check> {
    let count = |count| stored::number::<usize>("checks.found", count);
    Ok(Check {
        id: row.id,
        organization: stored::code("checks.organization", &row.organization)?,
        user: row.user_id.map(|id| stored::id("checks.user_id", &id)).transpose()?,
        started_at: stored::instant("checks.started_at_us", row.started_at_us)?,
        finished_at: row.finished_at_us.map(|us| stored::instant("checks.finished_at_us", us)).transpose()?,
        counts: [
            count(row.found)?,
            count(row.missing)?,
            count(row.foreign_to_it)?,
            count(row.older)?,
            count(row.unknown)?,
        ],
    })
}

/// Begins a check.
///
/// # Errors
/// A database that cannot be written.
pub fn start(conn: &mut Conn, id: &str, organization: Code, user: UserId, now: Instant) -> Result<()> {
    let row = (
        checks::id.eq(id),
        checks::organization.eq(organization.as_str()),
        checks::user_id.eq(user.to_string()),
        checks::started_at_us.eq(now.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(checks::table).values(row).execute(c)?);
    Ok(())
}

/// Ends a check for good: how many codes have each verdict, in the order of [`Verdict::ALL`].
///
/// # Errors
/// A database that cannot be written.
pub fn finish(conn: &mut Conn, id: &str, now: Instant, counts: [usize; 5]) -> Result<()> {
    let [found, missing, foreign, older, unknown] =
        counts.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    on_engine!(conn, c => diesel::update(checks::table.find(id))
        .set((
            checks::user_id.eq(None::<String>),
            checks::finished_at_us.eq(now.as_microsecond()),
            checks::found.eq(found),
            checks::missing.eq(missing),
            checks::foreign_to_it.eq(foreign),
            checks::older.eq(older),
            checks::unknown.eq(unknown),
        ))
        .execute(c)?);
    Ok(())
}

/// Deletes a check that is not over, with what was seen.
///
/// # Errors
/// A database that cannot be written.
pub fn discard(conn: &mut Conn, id: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(checks::table.find(id)).execute(c)?);
    Ok(())
}

/// Notes what a code is, or that it is something else by now.
///
/// # Errors
/// A database that cannot be written.
pub fn see(conn: &mut Conn, check: &str, seen: Sighting, verdict: Verdict) -> Result<()> {
    let is = sightings::verdict.eq(verdict.name());
    let row = (
        sightings::check_id.eq(check),
        sightings::code.eq(seen.code.as_str()),
        sightings::stand.eq(seen.stand.map(|code| code.to_string()).unwrap_or_default()),
        is,
    );
    on_engine!(conn, c => diesel::insert_into(sightings::table)
        .values(row)
        .on_conflict((sightings::check_id, sightings::code, sightings::stand))
        .do_update()
        .set(is)
        .execute(c)?);
    Ok(())
}

/// What was seen in a check, and what was missing.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn sightings_of(conn: &mut Conn, check: &str) -> Result<Vec<(Sighting, Verdict)>> {
    let rows: Vec<(String, String, String)> = on_engine!(conn, c => sightings::table
        .filter(sightings::check_id.eq(check))
        .order((sightings::code, sightings::stand))
        .select((sightings::code, sightings::stand, sightings::verdict))
        .load(c)?);
    let read = |(code, stand, verdict): (String, String, String)| {
        let stand = (!stand.is_empty()).then(|| stored::code("sightings.stand", &stand)).transpose()?;
        let seen = Sighting { code: stored::code("sightings.code", &code)?, stand };
        Ok((seen, stored::named("sightings.verdict", &verdict, Verdict::parse)?))
    };
    rows.into_iter().map(read).collect()
}
