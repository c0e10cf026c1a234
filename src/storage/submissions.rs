//! Forms that made something lately.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::submissions;
use crate::domain::{Checksum, Instant};

/// What a form with this key made since an instant.
///
/// # Errors
/// A database that cannot be read.
pub fn made_since(conn: &mut Conn, key: Checksum, since: Instant) -> Result<Option<String>> {
    let sent = submissions::table
        .filter(submissions::key.eq(key.to_string()))
        .filter(submissions::sent_at_us.ge(since.as_microsecond()))
        .select(submissions::made);
    Ok(on_engine!(conn, c => sent.first(c).optional()?))
}

/// Notes what a form made, and forgets what was sent before an instant.
///
/// # Errors
/// A database that cannot be written.
pub fn note(conn: &mut Conn, key: Checksum, made: &str, (now, forgotten): (Instant, Instant)) -> Result<()> {
    let key = key.to_string();
    let row = (
        submissions::key.eq(&key),
        submissions::made.eq(made),
        submissions::sent_at_us.eq(now.as_microsecond()),
    );
    let gone = submissions::sent_at_us.lt(forgotten.as_microsecond()).or(submissions::key.eq(&key));
    on_engine!(conn, c => diesel::delete(submissions::table.filter(gone)).execute(c)?);
    on_engine!(conn, c => diesel::insert_into(submissions::table).values(row).execute(c)?);
    Ok(())
}
