//! What was begun in a browser and is awaited from it: a passkey that is being made or used, a sign-in at a provider. Known
//! by the hash of a token, and taken once.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::ceremonies;
use crate::domain::Instant;

/// Keeps what was begun, and lets go of what nobody waits for any more. At most `most` are kept: those that end first make
/// room.
///
/// # Errors
/// A database that cannot be written.
pub fn begin(
    conn: &mut Conn,
    token_hash: &str,
    state: &str,
    (now, expires_at): (Instant, Instant),
    most: usize,
) -> Result<()> {
    let over = ceremonies::table.filter(ceremonies::expires_at_us.le(now.as_microsecond()));
    on_engine!(conn, c => diesel::delete(over).execute(c)?);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let too_many: Vec<String> = on_engine!(conn, c => ceremonies::table
        .select(ceremonies::token_hash)
        .order(ceremonies::expires_at_us.desc())
        .offset(most - 1)
        .limit(most)
        .load(c)?);
    if !too_many.is_empty() {
        let oldest = ceremonies::table.filter(ceremonies::token_hash.eq_any(&too_many));
        on_engine!(conn, c => diesel::delete(oldest).execute(c)?);
    }
    let row = (
        ceremonies::token_hash.eq(token_hash),
        ceremonies::state.eq(state),
        ceremonies::expires_at_us.eq(expires_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(ceremonies::table).values(row).execute(c)?);
    Ok(())
}

/// Takes what was begun under a token: nobody gets it twice. None where there is no such thing, or where it took too long.
///
/// # Errors
/// A database that cannot be written.
pub fn take(conn: &mut Conn, token_hash: &str, now: Instant) -> Result<Option<String>> {
    let own = ceremonies::table
        .filter(ceremonies::token_hash.eq(token_hash))
        .filter(ceremonies::expires_at_us.gt(now.as_microsecond()));
    let state: Option<String> = on_engine!(conn, c => own.select(ceremonies::state).first(c).optional()?);
    let taken = on_engine!(conn, c => diesel::delete(ceremonies::table.find(token_hash)).execute(c)?);
    Ok(state.filter(|_| taken == 1))
}
