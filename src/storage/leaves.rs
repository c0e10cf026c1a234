//! The ledger's leaves.

use diesel::dsl::max;
use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::journal::{self, Part};
use super::schema::{audit, leaves, state};
use super::{state as state_row, stored};
use crate::domain::Instant;

/// Appends a leaf in the present transaction, with what the change touched, and gives the new revision: the number of
/// leaves.
///
/// # Errors
/// A database that cannot be read or written.
pub fn append(conn: &mut Conn, leaf: &str, now: Instant, touched: &[Part]) -> Result<u64> {
    append_all(conn, &[leaf.to_owned()], now, touched)
}

/// Appends leaves in the present transaction, with what their changes touched, and gives the new revision.
///
/// # Errors
/// A database that cannot be read or written.
pub fn append_all(conn: &mut Conn, added: &[String], now: Instant, touched: &[Part]) -> Result<u64> {
    let first = state_row::read(conn)?.revision;
    let row = |(leaf, number): (&String, u64)| {
        (
            leaves::number.eq(i64::try_from(number).unwrap_or(i64::MAX)),
            leaves::leaf.eq(leaf.clone()),
            leaves::appended_at_us.eq(now.as_microsecond()),
        )
    };
    let rows: Vec<_> = added.iter().zip(first..).map(row).collect();
    insert_rows!(conn, leaves::table, &rows);
    on_engine!(conn, c => diesel::update(state::table)
        .set(state::revision.eq(state::revision + stored::count(added.len())))
        .execute(c)?);
    journal::note(conn, touched)?;
    Ok(first + added.len() as u64)
}

/// Every leaf in order, with its number.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all(conn: &mut Conn) -> Result<Vec<(u64, String)>> {
    let rows = on_engine!(conn, c => leaves::table
        .select((leaves::number, leaves::leaf))
        .order(leaves::number)
        .load::<(i64, String)>(c)?);
    rows.into_iter().map(|(number, leaf)| Ok((stored::number("leaves.number", number)?, leaf))).collect()
}

/// When something was last recorded or done, leaving out what a clock that ran ahead dated into `but`; none where nothing
/// was.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn latest(conn: &mut Conn, but: Option<(Instant, Instant)>) -> Result<Option<Instant>> {
    let us = |instant: Instant| instant.as_microsecond();
    let (after, until) = but.map_or((i64::MAX, i64::MAX), |(after, until)| (us(after), us(until)));
    // Each side of the gap is one look into an index.
    let mut found: Vec<Option<i64>> = Vec::new();
    on_engine!(conn, c => {
        for (above, below) in [(i64::MIN, after), (until, i64::MAX)] {
            found.push(leaves::table
                .filter(leaves::appended_at_us.gt(above).and(leaves::appended_at_us.le(below)))
                .select(max(leaves::appended_at_us))
                .first(c)?);
            found.push(audit::table
                .filter(audit::at_us.gt(above).and(audit::at_us.le(below)))
                .select(max(audit::at_us))
                .first(c)?);
        }
    });
    found
        .into_iter()
        .flatten()
        .max()
        .map(|latest| stored::instant("leaves.appended_at_us", latest))
        .transpose()
}
