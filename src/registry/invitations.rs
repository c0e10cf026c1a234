//! Invitations: one-time links with which a person comes to the register, or to a new password.

use std::time::Duration;

use super::accounts::{Admitted, Browser, name};
use super::handle::Registry;
use super::once::Once;
use super::people::sign_out_everywhere;
use super::random::random;
use super::token::{beginning, hash_token, is_beginning, token};
use super::{Field, Refusal, Result};
use crate::domain::Instant;
use crate::domain::deed::Deed;
use crate::domain::ids::{OrganizationId, UserId};
use crate::domain::role::Role;
use crate::storage::accounts::{self, User};
use crate::storage::invitations::{self, Invitation};
use crate::storage::{Conn, api_tokens};

/// How long an invitation works.
const INVITATION_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// Longest words that say for whom an invitation is, in characters.
pub const NOTE_MAX_CHARS: usize = 100;

/// Chairs that are invited at once at most: a table of so many links is three screens of a spreadsheet.
const CHAIRS_AT_ONCE: usize = 1_000;

/// Open invitations that are listed at most: all chairs at once, and as many again.
const LISTED_MAX: usize = 2 * CHAIRS_AT_ONCE;

/// An invitation that was made.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The secret part of the link; it is shown once and stored nowhere.
    pub token: String,
    /// When it stops working.
    pub expires_at: Instant,
}

/// What an invitation offers.
#[derive(Debug, Clone)]
pub struct Offer {
    /// What the one who accepts it will be, or is.
    pub role: Role,
    /// When it stops working.
    pub expires_at: Instant,
    /// The login of the person who sets a new password with it; none where it makes a new person.
    pub login: Option<String>,
}

/// An invitation that still works.
#[derive(Debug, Clone)]
pub struct OpenInvitation {
    /// What names it in addresses.
    pub name: String,
    /// What it offers.
    pub offer: Offer,
    /// For whom it is, in the words of the one who invites.
    pub note: String,
}

impl Registry {
    /// Makes a one-time invitation; `note` says for whom.
    ///
    /// # Errors
    /// A note that is too long, or a database that cannot be written.
    pub fn invite(&self, role: Role, note: &str, actor: &str) -> Result<Invited> {
        self.invite_once(role, note, None, actor)
    }

    /// Makes an invitation as [`Registry::invite`] does. A form that is sent twice makes one: the link of the first ends,
    /// for nobody can have seen it.
    ///
    /// # Errors
    /// As [`Registry::invite`].
    pub fn invite_once(&self, role: Role, note: &str, once: Option<Once>, actor: &str) -> Result<Invited> {
        let note = note.trim();
        if note.chars().count() > NOTE_MAX_CHARS {
            return Err(Refusal::TooLong { field: Field::Name, limit: NOTE_MAX_CHARS }.into());
        }
        let (invited, mut invitation) = self.prepared(role)?;
        note.clone_into(&mut invitation.note);
        let now = self.now();
        self.write(actor, Deed::Invite, invitation.role.kind().name(), |conn| {
            if let Some(once) = &once {
                if let Some(made) = once.made(conn, now)? {
                    invitations::use_up(conn, &made)?;
                }
                once.note(conn, &invitation.token_hash, now)?;
            }
            Ok(invitations::insert(conn, std::slice::from_ref(&invitation))?)
        })?;
        Ok(invited)
    }

    /// An invitation that has yet to be written.
    pub(super) fn prepared(&self, role: Role) -> Result<(Invited, Invitation)> {
        let (token, expires_at) = (token()?, self.now() + INVITATION_LIFE);
        let token_hash = hash_token(&token);
        let invitation = Invitation { token_hash, role, expires_at, user: None, note: String::new() };
        Ok((Invited { token, expires_at }, invitation))
    }

    /// How many active primary organizations have no chair, as far as chairs are invited at once.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn without_chair(&self) -> Result<usize> {
        Ok(self.inner.database.read(|conn| accounts::without_chair(conn, CHAIRS_AT_ONCE))?.len())
    }

    /// Invites a chair for every active primary organization that has none, by number. Earlier invitations of chairs of these
    /// organizations end: each has one link that works.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn invite_chairs(&self, actor: &str) -> Result<Vec<(OrganizationId, Invited)>> {
        self.write_about(actor, Deed::InviteChairs, |conn| {
            let mut invited = Vec::new();
            let mut added = Vec::new();
            for organization in accounts::without_chair(conn, CHAIRS_AT_ONCE)? {
                invitations::end_those_of_chairs(conn, organization)?;
                let (link, invitation) = self.prepared(Role::Chair(vec![organization]))?;
                invited.push((organization, link));
                added.push(invitation);
            }
            invitations::insert(conn, &added)?;
            Ok((invited.len().to_string(), invited))
        })
    }

    /// Makes a one-time link with which a person sets a new password. The present one works until then; an earlier link of
    /// this kind does not.
    ///
    /// # Errors
    /// No such person.
    pub fn invite_to_reset(&self, user: UserId, actor: &str) -> Result<Invited> {
        let (invited, mut invitation) = self.prepared(Role::Editor)?;
        self.write_about(actor, Deed::InviteToReset, |conn| {
            let person = accounts::by_id(conn, user)?.ok_or(Refusal::UnknownPerson)?;
            invitation.role = person.role;
            invitation.user = Some(user);
            invitations::end_those_of(conn, user)?;
            invitations::insert(conn, std::slice::from_ref(&invitation))?;
            Ok((person.login, invited.clone()))
        })
    }

    /// What an invitation offers, without using it up: a messenger's preview must not burn it.
    ///
    /// # Errors
    /// An invitation that was used, has expired or never existed.
    pub fn invitation(&self, token: &str) -> Result<Offer> {
        Ok(self.valid(token)?.1)
    }

    fn valid(&self, token: &str) -> Result<(Invitation, Offer)> {
        let (hash, now) = (hash_token(token), self.now());
        self.inner.database.read(|conn| {
            let found = invitations::find(conn, &hash)?.filter(|found| found.expires_at > now);
            let found = found.ok_or(Refusal::BadInvitation)?;
            let offer = offer(conn, &found)?;
            Ok((found, offer))
        })
    }

    /// The invitations that still work, those that end first in front.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn open_invitations(&self) -> Result<Vec<OpenInvitation>> {
        let now = self.now();
        self.inner.database.read(|conn| {
            let mut open = Vec::new();
            for found in invitations::open(conn, now, LISTED_MAX)? {
                let offer = offer(conn, &found)?;
                open.push(OpenInvitation { name: beginning(&found.token_hash), offer, note: found.note });
            }
            Ok(open)
        })
    }

    /// Takes an invitation back. One that is gone already is as good.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn revoke_invitation(&self, name: &str, actor: &str) -> Result<()> {
        if !is_beginning(name) {
            return Err(Refusal::BadInvitation.into());
        }
        self.write_about(actor, Deed::RevokeInvitation, |conn| {
            let revoked = invitations::revoke(conn, name)?.ok_or(Refusal::BadInvitation)?;
            Ok((revoked.role.kind().name().to_owned(), ()))
        })
    }

    /// Uses an invitation up: makes the person, or gives the one whom it is for another password, and signs them in; tokens
    /// and other sessions of that person end. The first
    /// administrator ends every other invitation of an administrator: whoever else holds one of them was not chosen by
    /// anybody.
    ///
    /// # Errors
    /// A bad invitation, a login that is taken, or a password that is too short; the invitation then stays good.
    pub fn accept(&self, token: &str, login: &str, password: &str, browser: &Browser) -> Result<Admitted> {
        let (invitation, _) = self.valid(token)?;
        match invitation.user {
            Some(user) => self.set_password(token, user, password, browser),
            None => self.make_person(token, (login, password), invitation.role, browser),
        }
    }

    fn make_person(
        &self,
        token: &str,
        (login, password): (&str, &str),
        role: Role,
        browser: &Browser,
    ) -> Result<Admitted> {
        let login = name(login).ok_or(Refusal::BadLogin)?;
        let password_hash = self.inner.passwords.hash(password)?;
        let user = User { id: UserId::from_random(random()?), login: login.clone(), password_hash, role };
        let now = self.now();
        self.write(&login, Deed::AcceptInvitation, user.role.kind().name(), |conn| {
            if accounts::by_login(conn, &login)?.is_some() {
                return Err(Refusal::BadLogin.into());
            }
            if !invitations::use_up(conn, &hash_token(token))? {
                return Err(Refusal::BadInvitation.into());
            }
            if user.role == Role::Admin && !accounts::has_admin(conn)? {
                invitations::end_those_of_admins(conn)?;
            }
            Ok(accounts::insert(conn, &user, now)?)
        })?;
        tracing::info!(login, "an invitation was accepted");
        self.admit(user.id, &user.password_hash, browser)
    }

    fn set_password(&self, token: &str, user: UserId, password: &str, browser: &Browser) -> Result<Admitted> {
        let password_hash = self.inner.passwords.hash(password)?;
        let person = self.inner.database.read(|conn| accounts::by_id(conn, user))?;
        let login = person.ok_or(Refusal::BadInvitation)?.login;
        self.write(&login, Deed::SetPassword, &login, |conn| {
            if !invitations::use_up(conn, &hash_token(token))? {
                return Err(Refusal::BadInvitation.into());
            }
            accounts::set_password(conn, user, &password_hash)?;
            // Whoever knew the former password may have made them.
            api_tokens::delete_all(conn, user)?;
            sign_out_everywhere(conn, user)
        })?;
        tracing::info!(login, "a new password was set");
        self.admit(user, &password_hash, browser)
    }
}

fn offer(conn: &mut Conn, found: &Invitation) -> Result<Offer> {
    let person = match found.user {
        Some(user) => accounts::by_id(conn, user)?,
        None => None,
    };
    let role = person.as_ref().map_or_else(|| found.role.clone(), |person| person.role.clone());
    Ok(Offer { role, expires_at: found.expires_at, login: person.map(|person| person.login) })
}
