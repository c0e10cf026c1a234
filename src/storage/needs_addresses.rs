//! The secret addresses at which calendars and feed readers ask what needs a person. They are stored only as hashes.

use diesel::prelude::*;

use super::accounts::{self, User, UserRow};
use super::connection::Conn;
use super::error::Result;
use super::schema::{needs_addresses, users};
use super::stored;
use crate::domain::ids::UserId;
use crate::domain::{Instant, Lang};

/// What such an address tells.
#[derive(Debug, Clone)]
pub struct Told {
    /// Whose it is.
    pub user: User,
    /// In which language it tells.
    pub lang: Lang,
    /// When it was made.
    pub since: Instant,
}

/// Keeps the address of a person, in place of the one before.
///
/// # Errors
/// A database that cannot be written.
pub fn replace(conn: &mut Conn, user: UserId, token_hash: &str, (lang, now): (Lang, Instant)) -> Result<()> {
    delete(conn, user)?;
    let row = (
        needs_addresses::user_id.eq(user.to_string()),
        needs_addresses::token_hash.eq(token_hash),
        needs_addresses::lang.eq(lang.tag()),
        needs_addresses::made_at_us.eq(now.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(needs_addresses::table).values(row).execute(c)?);
    Ok(())
}

/// Ends the address of a person. Whether there was one.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, user: UserId) -> Result<bool> {
    let own = needs_addresses::table.find(user.to_string());
    Ok(on_engine!(conn, c => diesel::delete(own).execute(c)?) > 0)
}

/// When the address of a person was made; none where there is none.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn made_at(conn: &mut Conn, user: UserId) -> Result<Option<Instant>> {
    let own = needs_addresses::table.find(user.to_string()).select(needs_addresses::made_at_us);
    let made: Option<i64> = on_engine!(conn, c => own.first(c).optional()?);
    made.map(|made| stored::instant("needs_addresses.made_at_us", made)).transpose()
}

/// What an address tells, by its hash.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, token_hash: &str) -> Result<Option<Told>> {
    let row = on_engine!(conn, c => needs_addresses::table
        .inner_join(users::table)
        .filter(needs_addresses::token_hash.eq(token_hash))
        .select((
            (users::id, users::login, users::password_hash, users::role),
            (needs_addresses::lang, needs_addresses::made_at_us),
        ))
        .first::<(UserRow, (String, i64))>(c)
        .optional()?);
    let Some((row, (lang, made))) = row else { return Ok(None) };
    let lang = stored::named("needs_addresses.lang", &lang, Lang::parse)?;
    let since = stored::instant("needs_addresses.made_at_us", made)?;
    Ok(accounts::user(conn, Some(row))?.map(|user| Told { user, lang, since }))
}
