//! Passkeys: the public keys with which people sign in.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::passkeys;
use super::stored;
use crate::domain::Day;
use crate::domain::ids::UserId;

/// A passkey that is added.
#[derive(Debug, Clone, Copy)]
pub struct NewPasskey<'a> {
    /// What names it here.
    pub id: &'a str,
    /// Whose it is.
    pub user: UserId,
    /// What the person calls it.
    pub name: &'a str,
    /// How the device names it.
    pub credential_id: &'a str,
    /// The public key with what was learnt of the device.
    pub credential: &'a str,
    /// How often the device says that it signed.
    pub counter: u32,
    /// The day on which it is made.
    pub made_on: Day,
}

/// A passkey that is kept.
#[derive(Debug, Clone)]
pub struct KeptPasskey {
    /// What names it here.
    pub id: String,
    /// Whose it is.
    pub user: UserId,
    /// What the person calls it.
    pub name: String,
    /// The public key with what was learnt of the device.
    pub credential: String,
    /// The day on which it was made.
    pub made_on: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

type Row = (String, String, String, String, String, Option<String>);

fn kept((id, user, name, credential, made_on, used_on): Row) -> Result<KeptPasskey> {
    Ok(KeptPasskey {
        id,
        user: stored::id("passkeys.user_id", &user)?,
        name,
        credential,
        made_on: stored::day("passkeys.made_on", &made_on)?,
        used_on: stored::optional_day("passkeys.used_on", used_on.as_deref())?,
    })
}

const COLUMNS: (
    passkeys::id,
    passkeys::user_id,
    passkeys::name,
    passkeys::credential,
    passkeys::made_on,
    passkeys::used_on,
) = (
    passkeys::id,
    passkeys::user_id,
    passkeys::name,
    passkeys::credential,
    passkeys::made_on,
    passkeys::used_on,
);

/// Keeps a passkey. False where a passkey of this name of a device is kept already.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, passkey: NewPasskey<'_>) -> Result<bool> {
    let row = (
        passkeys::id.eq(passkey.id),
        passkeys::user_id.eq(passkey.user.to_string()),
        passkeys::name.eq(passkey.name),
        passkeys::credential_id.eq(passkey.credential_id),
        passkeys::credential.eq(passkey.credential),
        passkeys::counter.eq(i64::from(passkey.counter)),
        passkeys::made_on.eq(passkey.made_on.to_string()),
    );
    let added = on_engine!(conn, c => diesel::insert_into(passkeys::table)
        .values(row)
        .on_conflict(passkeys::credential_id)
        .do_nothing()
        .execute(c)?);
    Ok(added == 1)
}

/// The passkey that a device names like this.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_credential(conn: &mut Conn, credential_id: &str) -> Result<Option<KeptPasskey>> {
    let row: Option<Row> = on_engine!(conn, c => passkeys::table
        .filter(passkeys::credential_id.eq(credential_id))
        .select(COLUMNS)
        .first(c)
        .optional()?);
    row.map(kept).transpose()
}

/// The passkeys of a person, by name.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, user: UserId) -> Result<Vec<KeptPasskey>> {
    let rows: Vec<Row> = on_engine!(conn, c => passkeys::table
        .filter(passkeys::user_id.eq(user.to_string()))
        .select(COLUMNS)
        .order((passkeys::name, passkeys::id))
        .load(c)?);
    rows.into_iter().map(kept).collect()
}

/// How many passkeys a person has.
///
/// # Errors
/// A database that cannot be read.
pub fn count(conn: &mut Conn, user: UserId) -> Result<usize> {
    let own = passkeys::table.filter(passkeys::user_id.eq(user.to_string()));
    let count: i64 = on_engine!(conn, c => own.count().get_result(c)?);
    stored::number("passkeys", count)
}

/// How many passkeys some people have; who has none is not named.
///
/// # Errors
/// A database that cannot be read.
pub fn counts(conn: &mut Conn, users: &[&str]) -> Result<HashMap<String, usize>> {
    let rows: Vec<(String, i64)> = on_engine!(conn, c => passkeys::table
        .filter(passkeys::user_id.eq_any(users))
        .group_by(passkeys::user_id)
        .select((passkeys::user_id, count_star()))
        .load(c)?);
    rows.into_iter().map(|(user, count)| Ok((user, stored::number("passkeys", count)?))).collect()
}

/// Notes that a passkey was used, with what its device says now. False where its count did not go on since the last use,
/// or where there is no such passkey any more.
///
/// # Errors
/// A database that cannot be written.
pub fn used(conn: &mut Conn, id: &str, counter: u32, credential: &str, day: Day) -> Result<bool> {
    let counter = i64::from(counter);
    // A device that does not count says 0 each time.
    let goes_on = passkeys::counter.lt(counter.max(1));
    let own = passkeys::table.filter(passkeys::id.eq(id)).filter(goes_on);
    Ok(on_engine!(conn, c => diesel::update(own)
        .set((
            passkeys::counter.eq(counter),
            passkeys::credential.eq(credential),
            passkeys::used_on.eq(day.to_string()),
        ))
        .execute(c)?)
        == 1)
}

/// Deletes a passkey of a person and gives its name; none where the person has no such one.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_of(conn: &mut Conn, user: UserId, id: &str) -> Result<Option<String>> {
    let own = || passkeys::table.filter(passkeys::id.eq(id)).filter(passkeys::user_id.eq(user.to_string()));
    let name: Option<String> = on_engine!(conn, c => own().select(passkeys::name).first(c).optional()?);
    on_engine!(conn, c => diesel::delete(own()).execute(c)?);
    Ok(name)
}

/// Deletes all passkeys of a person.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_all(conn: &mut Conn, user: UserId) -> Result<()> {
    let own = passkeys::table.filter(passkeys::user_id.eq(user.to_string()));
    on_engine!(conn, c => diesel::delete(own).execute(c)?);
    Ok(())
}
