//! The one row of state: how many leaves, how many changes, and the host that was confirmed as permanent.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::{Error, Result};
use super::schema::state;
use super::stored;
use crate::domain::brand::{Accent, Brand};

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
}

/// Reads the row.
pub fn read(conn: &mut Conn) -> Result<State> {
    let (revision, changes, confirmed_host, emblem, accent) = on_engine!(conn, c => state::table
        .select((state::revision, state::changes, state::confirmed_host, state::emblem, state::accent))
        .first::<(i64, i64, Option<String>, String, String)>(c)?);
    let accent = Accent::parse(&accent)
        .map_err(|_| Error::Corrupt { column: "state.accent", value: accent.clone() })?;
    Ok(State {
        revision: stored::number("state.revision", revision)?,
        changes: stored::number("state.changes", changes)?,
        confirmed_host,
        brand: Brand { emblem, accent },
    })
}

/// Notes that something which a page shows has changed.
pub fn count_change(conn: &mut Conn) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::changes.eq(state::changes + 1)).execute(c)?);
    Ok(())
}

/// Confirms a host as permanent.
pub fn confirm_host(conn: &mut Conn, host: &str) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table).set(state::confirmed_host.eq(host)).execute(c)?);
    count_change(conn)
}

/// Keeps how the union looks in print.
pub fn set_brand(conn: &mut Conn, brand: &Brand) -> Result<()> {
    on_engine!(conn, c => diesel::update(state::table)
        .set((state::emblem.eq(&brand.emblem), state::accent.eq(brand.accent.to_string())))
        .execute(c)?);
    count_change(conn)
}
