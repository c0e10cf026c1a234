//! Accounts at an OpenID Connect provider with which people sign in here.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::provider_accounts;
use super::stored;
use crate::domain::Day;
use crate::domain::ids::UserId;

/// An account at a provider: who says so, and how the provider names the person (OpenID Connect Core, section 2).
#[derive(Debug, Clone, Copy)]
pub struct ProviderSubject<'a> {
    /// The provider.
    pub issuer: &'a str,
    /// The person there.
    pub subject: &'a str,
}

/// An account that a person connected.
#[derive(Debug, Clone, Copy)]
pub struct ProviderLink {
    /// Since when.
    pub connected_on: Day,
    /// On which day it was last used.
    pub used_on: Option<Day>,
}

/// The person to whom an account belongs.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn person(conn: &mut Conn, of: ProviderSubject<'_>) -> Result<Option<UserId>> {
    let user: Option<String> = on_engine!(conn, c => provider_accounts::table
        .find((of.issuer, of.subject))
        .select(provider_accounts::user_id)
        .first(c)
        .optional()?);
    user.map(|user| stored::id("provider_accounts.user_id", &user)).transpose()
}

/// The account of a person.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn of(conn: &mut Conn, user: UserId) -> Result<Option<ProviderLink>> {
    let row: Option<(String, Option<String>)> = on_engine!(conn, c => provider_accounts::table
        .filter(provider_accounts::user_id.eq(user.to_string()))
        .select((provider_accounts::connected_on, provider_accounts::used_on))
        .first(c)
        .optional()?);
    row.map(|(connected_on, used_on)| {
        Ok(ProviderLink {
            connected_on: stored::day("provider_accounts.connected_on", &connected_on)?,
            used_on: stored::optional_day("provider_accounts.used_on", used_on.as_deref())?,
        })
    })
    .transpose()
}

/// Connects an account with a person, in the place of the one that the person had.
///
/// # Errors
/// A database that cannot be written.
pub fn connect(conn: &mut Conn, user: UserId, of: ProviderSubject<'_>, day: Day) -> Result<()> {
    delete(conn, user)?;
    let row = (
        provider_accounts::issuer.eq(of.issuer),
        provider_accounts::subject.eq(of.subject),
        provider_accounts::user_id.eq(user.to_string()),
        provider_accounts::connected_on.eq(day.to_string()),
    );
    on_engine!(conn, c => diesel::insert_into(provider_accounts::table).values(row).execute(c)?);
    Ok(())
}

/// Notes that a person signed in with the account.
///
/// # Errors
/// A database that cannot be written.
pub fn used(conn: &mut Conn, user: UserId, day: Day) -> Result<()> {
    let own = provider_accounts::table.filter(provider_accounts::user_id.eq(user.to_string()));
    on_engine!(conn, c => diesel::update(own).set(provider_accounts::used_on.eq(day.to_string())).execute(c)?);
    Ok(())
}

/// Disconnects the account of a person. False where there was none.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, user: UserId) -> Result<bool> {
    let own = provider_accounts::table.filter(provider_accounts::user_id.eq(user.to_string()));
    Ok(on_engine!(conn, c => diesel::delete(own).execute(c)?) == 1)
}
