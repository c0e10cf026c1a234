//! People who sign in, their invitations and sessions. Tokens are stored only as hashes.

use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{invitations, sessions, user_organizations, users};
use super::stored;
use crate::domain::Instant;
use crate::domain::ids::{OrganizationId, UserId};
use crate::domain::role::{Role, RoleKind};

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

/// A one-time invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// SHA-256 of the token in the link.
    pub token_hash: String,
    /// What the invited person will be.
    pub role: Role,
    /// When it stops working.
    pub expires_at: Instant,
}

fn role(name: &str, organizations: Vec<OrganizationId>) -> Result<Role> {
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
    for organization in user.role.organizations() {
        let row = (
            user_organizations::user_id.eq(user.id.to_string()),
            user_organizations::organization_id.eq(organization.to_string()),
        );
        on_engine!(conn, c => diesel::insert_into(user_organizations::table).values(row).execute(c)?);
    }
    Ok(())
}

type UserRow = (String, String, String, String);

fn user(conn: &mut Conn, row: Option<UserRow>) -> Result<Option<User>> {
    let Some((id, login, password_hash, role_name)) = row else { return Ok(None) };
    let organizations: Vec<String> = on_engine!(conn, c => user_organizations::table
        .filter(user_organizations::user_id.eq(&id))
        .select(user_organizations::organization_id)
        .load(c)?);
    let organizations = organizations
        .iter()
        .map(|id| stored::id("user_organizations.organization_id", id))
        .collect::<Result<_>>()?;
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

/// Inserts an invitation.
///
/// # Errors
/// A database that cannot be written.
pub fn invite(conn: &mut Conn, invitation: &Invitation) -> Result<()> {
    let organization = invitation.role.organizations().first().map(ToString::to_string);
    let row = (
        invitations::token_hash.eq(&invitation.token_hash),
        invitations::role.eq(invitation.role.kind().name()),
        invitations::organization_id.eq(organization),
        invitations::expires_at_us.eq(invitation.expires_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(invitations::table).values(row).execute(c)?);
    Ok(())
}

/// The invitation with this token's hash, expired or not.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn invitation(conn: &mut Conn, token_hash: &str) -> Result<Option<Invitation>> {
    let row = on_engine!(conn, c => invitations::table
        .find(token_hash)
        .select((invitations::role, invitations::organization_id, invitations::expires_at_us))
        .first::<(String, Option<String>, i64)>(c)
        .optional()?);
    let Some((role_name, organization, expires)) = row else { return Ok(None) };
    let organizations =
        organization.iter().map(|id| stored::id("invitations.organization_id", id)).collect::<Result<_>>()?;
    Ok(Some(Invitation {
        token_hash: token_hash.to_owned(),
        role: role(&role_name, organizations)?,
        expires_at: stored::instant("invitations.expires_at_us", expires)?,
    }))
}

/// Deletes an invitation. False where somebody else was faster.
///
/// # Errors
/// A database that cannot be written.
pub fn use_up(conn: &mut Conn, token_hash: &str) -> Result<bool> {
    Ok(on_engine!(conn, c => diesel::delete(invitations::table.find(token_hash)).execute(c)?) == 1)
}

/// Deletes every invitation of an administrator.
///
/// # Errors
/// A database that cannot be written.
pub fn end_invitations_of_admins(conn: &mut Conn) -> Result<()> {
    on_engine!(conn, c => diesel::delete(invitations::table.filter(invitations::role.eq(RoleKind::Admin.name()))).execute(c)?);
    Ok(())
}

/// Opens a session.
///
/// # Errors
/// A database that cannot be written.
pub fn open_session(
    conn: &mut Conn,
    token_hash: &str,
    user: UserId,
    now: Instant,
    expires_at: Instant,
) -> Result<()> {
    let row = (
        sessions::token_hash.eq(token_hash),
        sessions::user_id.eq(user.to_string()),
        sessions::created_at_us.eq(now.as_microsecond()),
        sessions::expires_at_us.eq(expires_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(sessions::table).values(row).execute(c)?);
    Ok(())
}

/// The person whose session this is, unless it has expired.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn session(conn: &mut Conn, token_hash: &str, now: Instant) -> Result<Option<User>> {
    let row = on_engine!(conn, c => sessions::table
        .inner_join(users::table)
        .filter(sessions::token_hash.eq(token_hash))
        .filter(sessions::expires_at_us.gt(now.as_microsecond()))
        .select((users::id, users::login, users::password_hash, users::role))
        .first::<UserRow>(c)
        .optional()?);
    user(conn, row)
}

/// Ends one session.
///
/// # Errors
/// A database that cannot be written.
pub fn close_session(conn: &mut Conn, token_hash: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(sessions::table.find(token_hash)).execute(c)?);
    Ok(())
}

/// Ends every session of a person.
///
/// # Errors
/// A database that cannot be written.
pub fn close_sessions(conn: &mut Conn, user: UserId) -> Result<()> {
    on_engine!(conn, c => diesel::delete(sessions::table.filter(sessions::user_id.eq(user.to_string()))).execute(c)?);
    Ok(())
}

/// Deletes what has expired.
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
