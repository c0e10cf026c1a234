//! Second factors and their recovery codes, which are stored only as hashes.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{recovery_codes, second_factors};
use super::stored;
use crate::domain::ids::UserId;

/// The second factor of a person.
#[derive(Debug, Clone)]
pub struct SecondFactor {
    /// The secret that the person's device has too, in Base32.
    pub secret: String,
    /// The step of the last code that was taken.
    pub last_step: u64,
}

/// The second factor of a person.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, user: UserId) -> Result<Option<SecondFactor>> {
    let row: Option<(String, i64)> = on_engine!(conn, c => second_factors::table
        .find(user.to_string())
        .select((second_factors::secret, second_factors::last_step))
        .first(c)
        .optional()?);
    row.map(|(secret, step)| {
        Ok(SecondFactor { secret, last_step: stored::number("second_factors.last_step", step)? })
    })
    .transpose()
}

/// Keeps a second factor in the place of the one that there was.
///
/// # Errors
/// A database that cannot be written.
pub fn keep(conn: &mut Conn, user: UserId, factor: &SecondFactor) -> Result<()> {
    delete(conn, user)?;
    let row = (
        second_factors::user_id.eq(user.to_string()),
        second_factors::secret.eq(&factor.secret),
        second_factors::last_step.eq(i64::try_from(factor.last_step).unwrap_or(i64::MAX)),
    );
    on_engine!(conn, c => diesel::insert_into(second_factors::table).values(row).execute(c)?);
    Ok(())
}

/// Takes the code of a step. False where this code or a later one was taken before.
///
/// # Errors
/// A database that cannot be written.
pub fn take_step(conn: &mut Conn, user: UserId, step: u64) -> Result<bool> {
    let step = i64::try_from(step).unwrap_or(i64::MAX);
    let own = second_factors::table
        .filter(second_factors::user_id.eq(user.to_string()))
        .filter(second_factors::last_step.lt(step));
    Ok(on_engine!(conn, c => diesel::update(own).set(second_factors::last_step.eq(step)).execute(c)?) == 1)
}

/// Deletes a second factor and its recovery codes. False where there was none.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, user: UserId) -> Result<bool> {
    Ok(on_engine!(conn, c => diesel::delete(second_factors::table.find(user.to_string())).execute(c)?) == 1)
}

/// Keeps recovery codes in the place of those that there were.
///
/// # Errors
/// A database that cannot be written.
pub fn keep_recovery_codes(conn: &mut Conn, user: UserId, hashes: &[String]) -> Result<()> {
    let own = recovery_codes::user_id.eq(user.to_string());
    on_engine!(conn, c => diesel::delete(recovery_codes::table.filter(own)).execute(c)?);
    for hash in hashes {
        let row = (recovery_codes::user_id.eq(user.to_string()), recovery_codes::code_hash.eq(hash));
        on_engine!(conn, c => diesel::insert_into(recovery_codes::table).values(row).execute(c)?);
    }
    Ok(())
}

/// Takes a recovery code. False where there is none like it.
///
/// # Errors
/// A database that cannot be written.
pub fn take_recovery_code(conn: &mut Conn, user: UserId, hash: &str) -> Result<bool> {
    let own = recovery_codes::table.find((user.to_string(), hash.to_owned()));
    Ok(on_engine!(conn, c => diesel::delete(own).execute(c)?) == 1)
}

/// How many recovery codes are left.
///
/// # Errors
/// A database that cannot be read.
pub fn recovery_codes_left(conn: &mut Conn, user: UserId) -> Result<usize> {
    let own = recovery_codes::table.filter(recovery_codes::user_id.eq(user.to_string()));
    let left: i64 = on_engine!(conn, c => own.count().get_result(c)?);
    stored::number("recovery_codes", left)
}
