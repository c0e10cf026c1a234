//! Tokens of programs. They are stored only as hashes.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::accounts::{self, User, UserRow};
use super::connection::Conn;
use super::error::Result;
use super::schema::{api_tokens, users};
use super::stored;
use crate::domain::ids::UserId;
use crate::domain::token_scope::TokenScope;
use crate::domain::{Day, Instant};

/// A token that is made.
#[derive(Debug, Clone, Copy)]
pub struct NewToken<'a> {
    /// SHA-256 of the token.
    pub token_hash: &'a str,
    /// Whose it is.
    pub user: UserId,
    /// What it is called.
    pub name: &'a str,
    /// What it may do.
    pub scopes: &'a [TokenScope],
    /// When it is made.
    pub now: Instant,
    /// When it ends.
    pub expires_at: Instant,
}

/// A token as people see it.
#[derive(Debug, Clone)]
pub struct Listed {
    /// SHA-256 of the token.
    pub token_hash: String,
    /// Whose it is.
    pub login: String,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<TokenScope>,
    /// When it ends.
    pub expires_at: Instant,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// A token that was found by its hash.
#[derive(Debug, Clone)]
pub struct Found {
    /// Whose it is.
    pub user: User,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<TokenScope>,
    /// When it ends.
    pub expires_at: Instant,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// Reads scopes as they are stored. A scope that only a newer program knows opens nothing.
fn scopes(text: &str) -> Vec<TokenScope> {
    text.split(' ').filter_map(TokenScope::parse).collect()
}

/// Keeps a token.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, token: NewToken<'_>) -> Result<()> {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.name()).collect();
    let row = (
        api_tokens::token_hash.eq(token.token_hash),
        api_tokens::user_id.eq(token.user.to_string()),
        api_tokens::name.eq(token.name),
        api_tokens::scopes.eq(scopes.join(" ")),
        api_tokens::created_at_us.eq(token.now.as_microsecond()),
        api_tokens::expires_at_us.eq(token.expires_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(api_tokens::table).values(row).execute(c)?);
    Ok(())
}

/// The token with this hash, unless it has ended: one query, whether there is one or not.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, token_hash: &str, now: Instant) -> Result<Option<Found>> {
    type Row = (UserRow, (String, String, i64, Option<String>));
    let row = on_engine!(conn, c => api_tokens::table
        .inner_join(users::table)
        .filter(api_tokens::token_hash.eq(token_hash))
        .filter(api_tokens::expires_at_us.gt(now.as_microsecond()))
        .select((
            (users::id, users::login, users::password_hash, users::role),
            (api_tokens::name, api_tokens::scopes, api_tokens::expires_at_us, api_tokens::used_on),
        ))
        .first::<Row>(c)
        .optional()?);
    let Some((row, (name, listed, ends, used_on))) = row else { return Ok(None) };
    let used_on = stored::optional_day("api_tokens.used_on", used_on.as_deref())?;
    let expires_at = stored::instant("api_tokens.expires_at_us", ends)?;
    let user = accounts::user(conn, Some(row))?;
    Ok(user.map(|user| Found { user, name, scopes: scopes(&listed), expires_at, used_on }))
}

/// The tokens of a person, or of everybody, by login and name, without those that have ended.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn list(conn: &mut Conn, of: Option<UserId>, now: Instant) -> Result<Vec<Listed>> {
    type Row = (String, String, String, String, i64, Option<String>);
    let rows: Vec<Row> = on_engine!(conn, c => {
        let mut query = api_tokens::table
            .inner_join(users::table)
            .filter(api_tokens::expires_at_us.gt(now.as_microsecond()))
            .into_boxed();
        if let Some(user) = of {
            query = query.filter(api_tokens::user_id.eq(user.to_string()));
        }
        query
            .select((
                api_tokens::token_hash,
                users::login,
                api_tokens::name,
                api_tokens::scopes,
                api_tokens::expires_at_us,
                api_tokens::used_on,
            ))
            .order((users::login, api_tokens::name))
            .load(c)?
    });
    rows.into_iter()
        .map(|(token_hash, login, name, listed, ends, used_on)| {
            Ok(Listed {
                token_hash,
                login,
                name,
                scopes: scopes(&listed),
                expires_at: stored::instant("api_tokens.expires_at_us", ends)?,
                used_on: stored::optional_day("api_tokens.used_on", used_on.as_deref())?,
            })
        })
        .collect()
}

/// How many tokens a person has.
///
/// # Errors
/// A database that cannot be read.
pub fn count(conn: &mut Conn, user: UserId) -> Result<usize> {
    let count: i64 = on_engine!(conn, c => api_tokens::table
        .filter(api_tokens::user_id.eq(user.to_string()))
        .select(count_star())
        .first(c)?);
    stored::number("api_tokens", count)
}

/// Notes that a token is used on a day.
///
/// # Errors
/// A database that cannot be written.
pub fn used(conn: &mut Conn, token_hash: &str, day: Day) -> Result<()> {
    on_engine!(conn, c => diesel::update(api_tokens::table.find(token_hash))
        .set(api_tokens::used_on.eq(day.to_string()))
        .execute(c)?);
    Ok(())
}

/// Deletes a token of a person by the beginning of its hash, and gives its name; none where there is none.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_of(conn: &mut Conn, user: UserId, beginning: &str) -> Result<Option<String>> {
    let own = api_tokens::table
        .filter(api_tokens::user_id.eq(user.to_string()))
        .filter(api_tokens::token_hash.like(format!("{beginning}%")));
    let found: Option<(String, String)> = on_engine!(conn, c => own
        .select((api_tokens::token_hash, api_tokens::name))
        .first(c)
        .optional()?);
    let Some((token_hash, name)) = found else { return Ok(None) };
    delete(conn, &token_hash)?;
    Ok(Some(name))
}

/// The hash of a person's token by its name.
///
/// # Errors
/// A database that cannot be read.
pub fn by_name(conn: &mut Conn, user: UserId, name: &str) -> Result<Option<String>> {
    Ok(on_engine!(conn, c => api_tokens::table
        .filter(api_tokens::user_id.eq(user.to_string()))
        .filter(api_tokens::name.eq(name))
        .select(api_tokens::token_hash)
        .first(c)
        .optional()?))
}

/// Deletes a token.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, token_hash: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(api_tokens::table.find(token_hash)).execute(c)?);
    Ok(())
}

/// Deletes every token of a person.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_all(conn: &mut Conn, user: UserId) -> Result<()> {
    let own = api_tokens::table.filter(api_tokens::user_id.eq(user.to_string()));
    on_engine!(conn, c => diesel::delete(own).execute(c)?);
    Ok(())
}

/// Deletes the tokens that have ended.
///
/// # Errors
/// A database that cannot be written.
pub fn delete_ended(conn: &mut Conn, now: Instant) -> Result<()> {
    let ended = api_tokens::table.filter(api_tokens::expires_at_us.le(now.as_microsecond()));
    on_engine!(conn, c => diesel::delete(ended).execute(c)?);
    Ok(())
}
