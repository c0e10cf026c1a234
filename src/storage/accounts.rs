//! People who sign in, and what they may do.

use std::collections::HashMap;

use diesel::dsl::{count_star, exists, not};
use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{organizations, second_factors, sessions, user_organizations, users};
use super::{passkeys, stored};
use crate::domain::ids::{OrganizationId, UserId};
use crate::domain::organization::OrganizationStatus;
use crate::domain::role::{Role, RoleKind};
use crate::domain::{Day, Instant};

/// A person who signs in.
#[derive(Debug, Clone)]
pub struct User {
    /// The identifier.
    pub id: UserId,
    /// The name that is typed when signing in, in lower case.
    pub login: String,
    /// The password's Argon2id hash in PHC form.
    pub password_hash: String,
    /// What the person may do.
    pub role: Role,
}

/// What signing in asks for.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// The identifier.
    pub user: UserId,
    /// The password's Argon2id hash in PHC form.
    pub password_hash: String,
}

/// A person as others see it.
#[derive(Debug, Clone)]
pub struct Person {
    /// The identifier.
    pub id: UserId,
    /// The login.
    pub login: String,
    /// What the person may do.
    pub role: Role,
    /// Since when.
    pub created_at: Instant,
    /// The day of the last sign-in; none where it was before days were kept.
    pub signed_in_on: Option<Day>,
    /// How many sessions are open.
    pub sessions: usize,
    /// Whether there is an app for codes.
    pub has_second_factor: bool,
    /// How many passkeys there are.
    pub passkeys: usize,
}

/// Which people are listed: everything that is given must fit.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// The kind of the role; none for all.
    pub role: Option<RoleKind>,
    /// The person with this identifier; none for all.
    pub id: Option<UserId>,
    /// Only those whose login comes after this one.
    pub after: Option<String>,
}

pub(super) fn role(name: &str, organizations: Vec<OrganizationId>) -> Result<Role> {
    Ok(Role::new(stored::named("users.role", name, RoleKind::parse)?, organizations))
}

/// Inserts a person.
///
/// # Errors
/// A login that is taken, or a database that cannot be written.
pub fn insert(conn: &mut Conn, user: &User, now: Instant) -> Result<()> {
    let row = (
        users::id.eq(user.id.to_string()),
        users::login.eq(&user.login),
        users::password_hash.eq(&user.password_hash),
        users::role.eq(user.role.kind().name()),
        users::created_at_us.eq(now.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(users::table).values(row).execute(c)?);
    hold(conn, user.id, &user.role)
}

/// Notes in which organizations a person holds the role.
fn hold(conn: &mut Conn, user: UserId, role: &Role) -> Result<()> {
    for organization in role.organizations() {
        let row = (
            user_organizations::user_id.eq(user.to_string()),
            user_organizations::organization_id.eq(organization.to_string()),
        );
        on_engine!(conn, c => diesel::insert_into(user_organizations::table).values(row).execute(c)?);
    }
    Ok(())
}

/// Gives a person another role.
///
/// # Errors
/// A database that cannot be written.
pub fn set_role(conn: &mut Conn, user: UserId, role: &Role) -> Result<()> {
    let id = user.to_string();
    on_engine!(conn, c => {
        diesel::update(users::table.find(&id)).set(users::role.eq(role.kind().name())).execute(c)?;
        diesel::delete(user_organizations::table.filter(user_organizations::user_id.eq(&id))).execute(c)?
    });
    hold(conn, user, role)
}

/// Deletes a person, with what the person can sign in with.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, user: UserId) -> Result<()> {
    on_engine!(conn, c => diesel::delete(users::table.find(user.to_string())).execute(c)?);
    Ok(())
}

pub(super) type UserRow = (String, String, String, String);

pub(super) fn user(conn: &mut Conn, row: Option<UserRow>) -> Result<Option<User>> {
    let Some((id, login, password_hash, role_name)) = row else { return Ok(None) };
    let organizations = held(conn, &[&id])?.remove(&id).unwrap_or_default();
    let role = role(&role_name, organizations)?;
    Ok(Some(User { id: stored::id("users.id", &id)?, login, password_hash, role }))
}

/// The person with this login.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_login(conn: &mut Conn, login: &str) -> Result<Option<User>> {
    let row = on_engine!(conn, c => users::table
        .filter(users::login.eq(login))
        .select((users::id, users::login, users::password_hash, users::role))
        .first::<UserRow>(c)
        .optional()?);
    user(conn, row)
}

/// What signing in asks for of this login: one query, whether it exists or not.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn credentials(conn: &mut Conn, login: &str) -> Result<Option<Credentials>> {
    let row = on_engine!(conn, c => users::table
        .filter(users::login.eq(login))
        .select((users::id, users::password_hash))
        .first::<(String, String)>(c)
        .optional()?);
    row.map(|(id, password_hash)| Ok(Credentials { user: stored::id("users.id", &id)?, password_hash }))
        .transpose()
}

/// The person with this identifier.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn by_id(conn: &mut Conn, id: UserId) -> Result<Option<User>> {
    let row = on_engine!(conn, c => users::table
        .find(id.to_string())
        .select((users::id, users::login, users::password_hash, users::role))
        .first::<UserRow>(c)
        .optional()?);
    user(conn, row)
}

/// The people whom a filter lets through, by login; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn people(conn: &mut Conn, filter: &Filter, now: Instant, most: usize) -> Result<Vec<Person>> {
    type Row = (String, String, String, i64, Option<String>);
    let rows: Vec<Row> = on_engine!(conn, c => {
        let mut query = users::table.into_boxed();
        if let Some(role) = filter.role {
            query = query.filter(users::role.eq(role.name()));
        }
        if let Some(id) = filter.id {
            query = query.filter(users::id.eq(id.to_string()));
        }
        if let Some(after) = &filter.after {
            query = query.filter(users::login.gt(after));
        }
        query
            .select((users::id, users::login, users::role, users::created_at_us, users::signed_in_on))
            .order(users::login)
            .limit(stored::count(most))
            .load(c)?
    });
    let ids: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    let mut own = held(conn, &ids)?;
    let open: Vec<(String, i64)> = on_engine!(conn, c => sessions::table
        .filter(sessions::user_id.eq_any(&ids))
        .filter(sessions::expires_at_us.gt(now.as_microsecond()))
        .filter(sessions::awaits_code.eq(0))
        .group_by(sessions::user_id)
        .select((sessions::user_id, count_star()))
        .load(c)?);
    let open: HashMap<String, i64> = open.into_iter().collect();
    let secured: Vec<String> = on_engine!(conn, c => second_factors::table
        .filter(second_factors::user_id.eq_any(&ids))
        .select(second_factors::user_id)
        .load(c)?);
    let keys = passkeys::counts(conn, &ids)?;
    rows.into_iter()
        .map(|(id, login, kind, created, signed_in_on)| {
            Ok(Person {
                id: stored::id("users.id", &id)?,
                role: role(&kind, own.remove(&id).unwrap_or_default())?,
                created_at: stored::instant("users.created_at_us", created)?,
                signed_in_on: stored::optional_day("users.signed_in_on", signed_in_on.as_deref())?,
                sessions: stored::number("sessions", open.get(&id).copied().unwrap_or_default())?,
                has_second_factor: secured.contains(&id),
                passkeys: keys.get(&id).copied().unwrap_or_default(),
                login,
            })
        })
        .collect()
}

/// The organizations of some people.
fn held(conn: &mut Conn, ids: &[&str]) -> Result<HashMap<String, Vec<OrganizationId>>> {
    let rows: Vec<(String, String)> = on_engine!(conn, c => user_organizations::table
        .filter(user_organizations::user_id.eq_any(ids))
        .select((user_organizations::user_id, user_organizations::organization_id))
        .load(c)?);
    let mut held: HashMap<String, Vec<OrganizationId>> = HashMap::new();
    for (user, organization) in rows {
        let organization = stored::id("user_organizations.organization_id", &organization)?;
        held.entry(user).or_default().push(organization);
    }
    Ok(held)
}

/// The chairs of an organization.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn chairs(conn: &mut Conn, organization: OrganizationId) -> Result<Vec<User>> {
    let ids: Vec<String> = on_engine!(conn, c => user_organizations::table
        .filter(user_organizations::organization_id.eq(organization.to_string()))
        .select(user_organizations::user_id)
        .load(c)?);
    let ids: Vec<UserId> = ids.iter().map(|id| stored::id("users.id", id)).collect::<Result<_>>()?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(by_id(conn, id)?);
    }
    Ok(found)
}

/// The active primary organizations that have no chair, by number; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn without_chair(conn: &mut Conn, most: usize) -> Result<Vec<OrganizationId>> {
    let ids: Vec<String> = on_engine!(conn, c => {
        let chairs = user_organizations::table
            .filter(user_organizations::organization_id.eq(organizations::id));
        organizations::table
            .filter(organizations::is_union.eq(0))
            .filter(organizations::status.eq(OrganizationStatus::Active.name()))
            .filter(not(exists(chairs)))
            .select(organizations::id)
            .order(organizations::number)
            .limit(stored::count(most))
            .load(c)?
    });
    ids.iter().map(|id| stored::id("organizations.id", id)).collect()
}

/// How many administrators there are.
///
/// # Errors
/// A database that cannot be read.
pub fn admins(conn: &mut Conn) -> Result<i64> {
    Ok(on_engine!(conn, c => users::table
        .filter(users::role.eq(RoleKind::Admin.name()))
        .select(count_star())
        .first(c)?))
}

/// How many people have one of these roles.
///
/// # Errors
/// A database that cannot be read.
pub fn count_of(conn: &mut Conn, roles: &[RoleKind]) -> Result<usize> {
    let roles: Vec<&str> = roles.iter().map(|role| role.name()).collect();
    let count: i64 = on_engine!(conn, c => users::table
        .filter(users::role.eq_any(&roles))
        .select(count_star())
        .first(c)?);
    stored::number("users", count)
}

/// Notes the day of a sign-in.
///
/// # Errors
/// A database that cannot be written.
pub fn signed_in(conn: &mut Conn, user: UserId, day: Day) -> Result<()> {
    on_engine!(conn, c => diesel::update(users::table.find(user.to_string()))
        .set(users::signed_in_on.eq(day.to_string()))
        .execute(c)?);
    Ok(())
}

/// Whether there is an administrator.
///
/// # Errors
/// A database that cannot be read.
pub fn has_admin(conn: &mut Conn) -> Result<bool> {
    Ok(
        on_engine!(conn, c => diesel::select(diesel::dsl::exists(users::table.filter(users::role.eq(RoleKind::Admin.name()))))
        .get_result(c)?),
    )
}

/// Replaces a password's hash.
///
/// # Errors
/// A database that cannot be written.
pub fn set_password(conn: &mut Conn, user: UserId, password_hash: &str) -> Result<()> {
    on_engine!(conn, c => diesel::update(users::table.find(user.to_string()))
        .set(users::password_hash.eq(password_hash))
        .execute(c)?);
    Ok(())
}
