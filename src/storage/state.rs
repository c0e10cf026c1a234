//! The one row of state: how many leaves, how many changes, and the host that was confirmed as permanent.

use diesel::prelude::*;

use super::connection::{Conn, Engine};
use super::error::{Error, Result};
use super::identity::Identity;
use super::journal::{self, Part};
use super::schema::state;
use super::stored;
use crate::domain::Instant;
use crate::domain::brand::{Accent, Brand};
use crate::domain::four_eyes::FourEyes;

/// The state row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Leaves of the ledger so far.
    pub revision: u64,
    /// Changes of anything that a page shows.
    pub changes: u64,
    /// The host that may stand on walls.
    pub confirmed_host: Option<String>,
    /// How the union looks in print.
    pub brand: Brand,
    /// Which register this is, from its creation or restoration on.
    pub timeline: String,
    /// Another random text after every change of this row.
    pub mark: String,
    /// Records after the first and up to the second instant were made by a clock that ran ahead.
    pub ahead: Option<(Instant, Instant)>,
    /// Whether another person looks at what is published.
    pub four_eyes: FourEyes,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = state)]
struct Row {
    revision: i64,
    changes: i64,
    confirmed_host: Option<String>,
    emblem: String,
    accent: String,
    timeline: String,
    mark: String,
    ahead_after_us: Option<i64>,
    ahead_until_us: Option<i64>,
    phone: String,
    four_eyes: String,
}

/// Reads the row.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn read(conn: &mut Conn) -> Result<State> {
    let row: Row = on_engine!(conn, c => state::table.select(Row::as_select()).first(c)?);
    let accent = Accent::parse(&row.accent)
        .map_err(|_| Error::Corrupt { column: "state.accent", value: row.accent.clone() })?;
    let ahead = match (row.ahead_after_us, row.ahead_until_us) {
        (Some(after), Some(until)) => Some((
            stored::instant("state.ahead_after_us", after)?,
            stored::instant("state.ahead_until_us", until)?,
        )),
        _ => None,
    };
    Ok(State {
        revision: stored::number("state.revision", row.revision)?,
        changes: stored::number("state.changes", row.changes)?,
        confirmed_host: row.confirmed_host,
        brand: Brand { emblem: row.emblem, accent, phone: row.phone },
        timeline: row.timeline,
        mark: row.mark,
        ahead,
        four_eyes: stored::named("state.four_eyes", &row.four_eyes, FourEyes::parse)?,
    })
}

/// Which register this is and how far it has come, before anything is changed in it; none where it is empty. A register
/// from before there were timelines has an empty one.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn identity(conn: &mut Conn) -> Result<Option<Identity>> {
    if !has_table(conn, "state")? {
        return Ok(None);
    }
    let revision: i64 = on_engine!(conn, c => state::table.select(state::revision).first(c)?);
    // A register from before there were timelines has no such column, which only asking tells on both engines.
    let timeline: Option<String> = on_engine!(conn, c => state::table.select(state::timeline).first(c).ok());
    let revision = stored::number("state.revision", revision)?;
    Ok(Some(Identity { timeline: timeline.unwrap_or_default(), revision }))
}

/// Whether the database has this table.
pub(super) fn has_table(conn: &mut Conn, name: &str) -> Result<bool> {
    use diesel::dsl::sql;
    use diesel::sql_types::{BigInt, Text};
    let found: i64 = match &mut conn.engine {
        Engine::Sqlite(c) => diesel::select(
            sql::<BigInt>("(SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ")
                .bind::<Text, _>(name)
                .sql(")"),
        )
        .get_result(&mut **c)?,
        Engine::Postgres(c) => diesel::select(
            sql::<BigInt>("(SELECT count(*) FROM pg_class WHERE oid = to_regclass(")
                .bind::<Text, _>(name)
                .sql("))"),
        )
        .get_result(&mut **c)?,
    };
    Ok(found > 0)
}

/// The clock of the database's machine; none on SQLite, which has no other than ours.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn clock(conn: &mut Conn) -> Result<Option<Instant>> {
    let Engine::Postgres(c) = &mut conn.engine else { return Ok(None) };
    let microseconds: i64 = diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>(
        "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
    ))
    .get_result(&mut **c)?;
    stored::instant("clock_timestamp()", microseconds).map(Some)
}

/// Notes that the records between two instants were made by a clock that ran ahead.
///
/// # Errors
/// A database that cannot be written.
pub fn set_ahead(conn: &mut Conn, after: Instant, until: Instant) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table)
        .set((
            state::ahead_after_us.eq(after.as_microsecond()),
            state::ahead_until_us.eq(until.as_microsecond()),
        ))
        .execute(c)?);
    journal::note(conn, &[Part::Union])
}

/// Makes the register one of its own from now on: another timeline.
///
/// # Errors
/// A database that cannot be written.
pub fn set_timeline(conn: &mut Conn, timeline: &str) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::timeline.eq(timeline)).execute(c)?);
    journal::note(conn, &[Part::Union])
}

/// Confirms a host as permanent.
///
/// # Errors
/// A database that cannot be written.
pub fn confirm_host(conn: &mut Conn, host: &str) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::confirmed_host.eq(host)).execute(c)?);
    journal::note(conn, &[Part::Union])
}

/// Keeps how the union looks in print.
///
/// # Errors
/// A database that cannot be written.
pub fn set_brand(conn: &mut Conn, brand: &Brand) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table)
        .set((
            state::emblem.eq(&brand.emblem),
            state::accent.eq(brand.accent.to_string()),
            state::phone.eq(&brand.phone),
        ))
        .execute(c)?);
    journal::note(conn, &[Part::Union])
}

/// Sets whether another person looks at what is published.
///
/// # Errors
/// A database that cannot be written.
pub fn set_four_eyes(conn: &mut Conn, four_eyes: FourEyes) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::four_eyes.eq(four_eyes.name())).execute(c)?);
    journal::note(conn, &[Part::Union])
}
