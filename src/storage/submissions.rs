//! Forms and requests of programs that made something lately.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::submissions;
use crate::domain::{Checksum, Instant};

/// What was sent under a key.
#[derive(Debug, Clone)]
pub struct Submission {
    /// What it made; empty where that is not known yet.
    pub made: String,
    /// The checksum of what a program sent; empty for a form, whose key says it.
    pub fingerprint: String,
}

/// What was sent under a key since an instant.
///
/// # Errors
/// A database that cannot be read.
pub fn since(conn: &mut Conn, key: Checksum, since: Instant) -> Result<Option<Submission>> {
    let sent = submissions::table
        .filter(submissions::key.eq(key.to_string()))
        .filter(submissions::sent_at_us.ge(since.as_microsecond()))
        .select((submissions::made, submissions::fingerprint));
    let row: Option<(String, String)> = on_engine!(conn, c => sent.first(c).optional()?);
    Ok(row.map(|(made, fingerprint)| Submission { made, fingerprint }))
}

/// Notes what was sent under a key and what it made, unless something is noted there, and forgets what was sent before an
/// instant. False where something is.
///
/// # Errors
/// A database that cannot be written.
pub fn note(
    conn: &mut Conn,
    key: Checksum,
    submission: &Submission,
    (now, forgotten): (Instant, Instant),
) -> Result<bool> {
    let row = (
        submissions::key.eq(key.to_string()),
        submissions::made.eq(&submission.made),
        submissions::fingerprint.eq(&submission.fingerprint),
        submissions::sent_at_us.eq(now.as_microsecond()),
    );
    let gone = submissions::sent_at_us.lt(forgotten.as_microsecond());
    on_engine!(conn, c => diesel::delete(submissions::table.filter(gone)).execute(c)?);
    let noted = on_engine!(conn, c => diesel::insert_into(submissions::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c)?);
    Ok(noted > 0)
}

/// Forgets what was sent under a key.
///
/// # Errors
/// A database that cannot be written.
pub fn forget(conn: &mut Conn, key: Checksum) -> Result<()> {
    let own = submissions::table.find(key.to_string());
    on_engine!(conn, c => diesel::delete(own).execute(c)?);
    Ok(())
}
