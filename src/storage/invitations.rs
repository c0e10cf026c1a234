//! One-time invitations. Their tokens are stored only as hashes.

use diesel::prelude::*;

use super::accounts;
use super::connection::Conn;
use super::error::Result;
use super::schema::invitations;
use super::stored;
use crate::domain::Instant;
use crate::domain::ids::{OrganizationId, UserId};
use crate::domain::role::{Role, RoleKind};

/// A one-time invitation.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// SHA-256 of the token in the link.
    pub token_hash: String,
    /// What the invited person will be.
    pub role: Role,
    /// When it stops working.
    pub expires_at: Instant,
    /// The person who sets a new password with it; none where it makes a new person.
    pub user: Option<UserId>,
    /// For whom it is, in the words of the one who invites.
    pub note: String,
}

type Row = (String, String, Option<String>, i64, Option<String>, String);

fn read((token_hash, role, organization, expires, user, note): Row) -> Result<Invitation> {
    let organizations =
        organization.iter().map(|id| stored::id("invitations.organization_id", id)).collect::<Result<_>>()?;
    Ok(Invitation {
        token_hash,
        role: accounts::role(&role, organizations)?,
        expires_at: stored::instant("invitations.expires_at_us", expires)?,
        user: user.map(|id| stored::id("invitations.user_id", &id)).transpose()?,
        note,
    })
}

/// The columns of [`Row`].
macro_rules! columns {
    () => {
        (
            invitations::token_hash,
            invitations::role,
            invitations::organization_id,
            invitations::expires_at_us,
            invitations::user_id,
            invitations::note,
        )
    };
}

/// Inserts invitations.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, added: &[Invitation]) -> Result<()> {
    let row = |invitation: &Invitation| {
        (
            invitations::token_hash.eq(invitation.token_hash.clone()),
            invitations::role.eq(invitation.role.kind().name()),
            invitations::organization_id.eq(invitation.role.organizations().first().map(ToString::to_string)),
            invitations::expires_at_us.eq(invitation.expires_at.as_microsecond()),
            invitations::user_id.eq(invitation.user.map(|user| user.to_string())),
            invitations::note.eq(invitation.note.clone()),
        )
    };
    let rows: Vec<_> = added.iter().map(row).collect();
    insert_rows!(conn, invitations::table, &rows);
    Ok(())
}

/// The invitation with this token's hash, expired or not.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, token_hash: &str) -> Result<Option<Invitation>> {
    let row = on_engine!(conn, c => invitations::table
        .find(token_hash)
        .select(columns!())
        .first::<Row>(c)
        .optional()?);
    row.map(read).transpose()
}

/// The invitations that still work, those that end first in front; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn open(conn: &mut Conn, now: Instant, most: usize) -> Result<Vec<Invitation>> {
    let rows: Vec<Row> = on_engine!(conn, c => invitations::table
        .filter(invitations::expires_at_us.gt(now.as_microsecond()))
        .select(columns!())
        .order((invitations::expires_at_us, invitations::token_hash))
        .limit(stored::count(most))
        .load(c)?);
    rows.into_iter().map(read).collect()
}

/// Deletes an invitation. False where somebody else was faster.
///
/// # Errors
/// A database that cannot be written.
pub fn use_up(conn: &mut Conn, token_hash: &str) -> Result<bool> {
    Ok(on_engine!(conn, c => diesel::delete(invitations::table.find(token_hash)).execute(c)?) == 1)
}

/// Deletes the invitation whose hash begins like this, and tells what it was.
///
/// # Errors
/// A database that cannot be read or written.
pub fn revoke(conn: &mut Conn, beginning: &str) -> Result<Option<Invitation>> {
    let row = on_engine!(conn, c => invitations::table
        .filter(invitations::token_hash.like(format!("{beginning}%")))
        .select(columns!())
        .first::<Row>(c)
        .optional()?);
    let Some(invitation) = row.map(read).transpose()? else { return Ok(None) };
    use_up(conn, &invitation.token_hash)?;
    Ok(Some(invitation))
}

/// Deletes every invitation of an administrator.
///
/// # Errors
/// A database that cannot be written.
pub fn end_those_of_admins(conn: &mut Conn) -> Result<()> {
    on_engine!(conn, c => diesel::delete(invitations::table.filter(invitations::role.eq(RoleKind::Admin.name()))).execute(c)?);
    Ok(())
}

/// Deletes every invitation of a chair of this organization.
///
/// # Errors
/// A database that cannot be written.
pub fn end_those_of_chairs(conn: &mut Conn, organization: OrganizationId) -> Result<()> {
    let own = invitations::organization_id.eq(organization.to_string());
    on_engine!(conn, c => diesel::delete(invitations::table.filter(own)).execute(c)?);
    Ok(())
}

/// Deletes every link with which a person sets a new password.
///
/// # Errors
/// A database that cannot be written.
pub fn end_those_of(conn: &mut Conn, user: UserId) -> Result<()> {
    let own = invitations::user_id.eq(user.to_string());
    on_engine!(conn, c => diesel::delete(invitations::table.filter(own)).execute(c)?);
    Ok(())
}
