//! Sessions of people who have signed in. Their tokens are stored only as hashes.

use diesel::prelude::*;

use super::accounts::{self, User, UserRow};
use super::connection::Conn;
use super::error::Result;
use super::schema::{invitations, sessions, users};
use super::stored;
use crate::domain::ids::UserId;
use crate::domain::{Day, Instant};

/// A session that is opened.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// SHA-256 of the token.
    pub token_hash: &'a str,
    /// Whose it is.
    pub user: UserId,
    /// When it begins.
    pub now: Instant,
    /// When it ends.
    pub expires_at: Instant,
    /// In which browser, in words.
    pub device: &'a str,
    /// On which day it is used.
    pub day: Day,
    /// Whether the code of the second factor has yet to come.
    pub awaits_code: bool,
}

/// A session that was found by its token.
#[derive(Debug, Clone)]
pub struct Found {
    /// Whose it is.
    pub user: User,
    /// On which day it was last used.
    pub used_on: Option<Day>,
    /// Whether the code of the second factor has yet to come.
    pub awaits_code: bool,
}

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// SHA-256 of the token.
    pub token_hash: String,
    /// In which browser, in words; empty where it is not known.
    pub device: String,
    /// Since when.
    pub created_at: Instant,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// Opens a session.
///
/// # Errors
/// A database that cannot be written.
pub fn open(conn: &mut Conn, session: NewSession<'_>) -> Result<()> {
    let row = (
        sessions::token_hash.eq(session.token_hash),
        sessions::user_id.eq(session.user.to_string()),
        sessions::created_at_us.eq(session.now.as_microsecond()),
        sessions::expires_at_us.eq(session.expires_at.as_microsecond()),
        sessions::device.eq(session.device),
        sessions::used_on.eq(session.day.to_string()),
        sessions::awaits_code.eq(i64::from(session.awaits_code)),
    );
    on_engine!(conn, c => diesel::insert_into(sessions::table).values(row).execute(c)?);
    Ok(())
}

/// The session with this token's hash, unless it has expired.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, token_hash: &str, now: Instant) -> Result<Option<Found>> {
    type Row = (UserRow, Option<String>, i64);
    let row = on_engine!(conn, c => sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at_us.gt(now.as_microsecond()))
        .select((
            (users::id, users::login, users::password_hash, users::role),
            sessions::used_on,
            sessions::awaits_code,
        ))
        .first::<Row>(c)
        .optional()?);
    let Some((row, used_on, awaits_code)) = row else { return Ok(None) };
    let used_on = stored::optional_day("sessions.used_on", used_on.as_deref())?;
    let user = accounts::user(conn, Some(row))?;
    Ok(user.map(|user| Found { user, used_on, awaits_code: awaits_code != 0 }))
}

/// The open sessions of a person, the newest first.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, user: UserId, now: Instant) -> Result<Vec<Listed>> {
    type Row = (String, String, i64, Option<String>);
    let rows: Vec<Row> = on_engine!(conn, c => sessions::table
        .filter(sessions::user_id.eq(user.to_string()))
        .filter(sessions::expires_at_us.gt(now.as_microsecond()))
        .filter(sessions::awaits_code.eq(0))
        .select((sessions::token_hash, sessions::device, sessions::created_at_us, sessions::used_on))
        .order((sessions::created_at_us.desc(), sessions::token_hash))
        .load(c)?);
    rows.into_iter()
        .map(|(token_hash, device, created, used_on)| {
            Ok(Listed {
                token_hash,
                device,
                created_at: stored::instant("sessions.created_at_us", created)?,
                used_on: stored::optional_day("sessions.used_on", used_on.as_deref())?,
            })
        })
        .collect()
}

/// Notes that a session is used on a day.
///
/// # Errors
/// A database that cannot be written.
pub fn used(conn: &mut Conn, token_hash: &str, day: Day) -> Result<()> {
    on_engine!(conn, c => diesel::update(sessions::table.find(token_hash))
        .set(sessions::used_on.eq(day.to_string()))
        .execute(c)?);
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// A database that cannot be written.
pub fn close(conn: &mut Conn, token_hash: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(sessions::table.find(token_hash)).execute(c)?);
    Ok(())
}

/// Ends the session of a person whose hash begins like this. False where there is none.
///
/// # Errors
/// A database that cannot be written.
pub fn close_of(conn: &mut Conn, user: UserId, beginning: &str) -> Result<bool> {
    let own = sessions::table
        .filter(sessions::user_id.eq(user.to_string()))
        .filter(sessions::token_hash.like(format!("{beginning}%")));
    Ok(on_engine!(conn, c => diesel::delete(own).execute(c)?) > 0)
}

/// Ends every session of a person, but the one with this hash.
///
/// # Errors
/// A database that cannot be written.
pub fn close_all(conn: &mut Conn, user: UserId, but: Option<&str>) -> Result<()> {
    let own = sessions::table
        .filter(sessions::user_id.eq(user.to_string()))
        .filter(sessions::token_hash.ne(but.unwrap_or_default()));
    on_engine!(conn, c => diesel::delete(own).execute(c)?);
    Ok(())
}

/// Deletes the sessions and the invitations that have expired.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_expired(conn: &mut Conn, now: Instant) -> Result<()> {
    let now = now.as_microsecond();
    on_engine!(conn, c => {
        diesel::delete(sessions::table.filter(sessions::expires_at_us.le(now))).execute(c)?;
        diesel::delete(invitations::table.filter(invitations::expires_at_us.le(now))).execute(c)?
    });
    Ok(())
}
