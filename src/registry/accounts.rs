//! People: invitations, signing in and out, passwords.

use std::fmt::Write as _;
use std::net::IpAddr;
use std::sync::PoisonError;
use std::time::Duration;

use super::Result;
use super::handle::Registry;
use super::random::random;
use super::refusal::Refusal;
use super::throttle::{Guess, Source};
use super::{device, password};
use crate::domain::Checksum;
use crate::domain::ids::UserId;
use crate::domain::role::Role;
use crate::storage::accounts::{self, Credentials, Invitation, User};

/// Longest login, in characters.
const LOGIN_MAX_CHARS: usize = 100;

/// How long an invitation works.
const INVITATION_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// How long a session lasts.
const SESSION_LIFE: Duration = Duration::from_secs(14 * 24 * 3600);

/// An invitation that was made.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The secret part of the link; it is shown once and stored nowhere.
    pub token: String,
}

/// The browser in which somebody signs in.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// The address that it is at. It is counted in memory, and written nowhere.
    pub address: Option<IpAddr>,
    /// The mark that it got when somebody signed in with it.
    pub device: Option<String>,
    /// The session that it has so far; signing in ends it.
    pub session: Option<String>,
}

/// What a browser keeps after signing in.
#[derive(Debug, Clone)]
pub struct Admitted {
    /// The session's token.
    pub session: String,
    /// The mark by which the browser is known when the person signs in again.
    pub device: String,
}

/// Somebody who has signed in.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// The identifier.
    pub user: UserId,
    /// The login.
    pub login: String,
    /// What the person may do.
    pub role: Role,
}

impl SignedIn {
    fn of(user: User) -> Self {
        Self { user: user.id, login: user.login, role: user.role }
    }
}

impl Registry {
    /// Whether there is an administrator already.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn has_admin(&self) -> Result<bool> {
        Ok(self.inner.database.read(accounts::has_admin)?)
    }

    /// Makes a one-time invitation.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn invite(&self, role: Role, actor: &str) -> Result<Invited> {
        let token = token()?;
        let expires_at = self.now() + INVITATION_LIFE;
        let invitation = Invitation { token_hash: hash_token(&token), role, expires_at };
        self.write(actor, "invite", invitation.role.kind().name(), |conn| {
            Ok(accounts::invite(conn, &invitation)?)
        })?;
        Ok(Invited { token })
    }

    /// The role that an invitation gives, without using it up: a messenger's preview must not burn it.
    ///
    /// # Errors
    /// An invitation that was used, has expired or never existed.
    pub fn invitation(&self, token: &str) -> Result<Role> {
        let hash = hash_token(token);
        let found = self.inner.database.read(|conn| accounts::invitation(conn, &hash))?;
        let valid = found.filter(|invitation| invitation.expires_at > self.now());
        valid.map(|invitation| invitation.role).ok_or_else(|| Refusal::BadInvitation.into())
    }

    /// Uses an invitation up: makes the person and signs them in. The first administrator ends every other invitation of an
    /// administrator: whoever else holds one of them was not chosen by anybody.
    ///
    /// # Errors
    /// A bad invitation, a login that is taken, or a password that is too short; the invitation then stays good.
    pub fn accept(&self, token: &str, login: &str, password: &str, browser: &Browser) -> Result<Admitted> {
        let login = name(login).ok_or(Refusal::BadLogin)?;
        let role = self.invitation(token)?;
        let password_hash = self.inner.passwords.hash(password)?;
        let user = User { id: UserId::from_random(random()?), login: login.clone(), password_hash, role };
        let now = self.now();
        self.write(&login, "accept invitation", user.role.kind().name(), |conn| {
            if accounts::by_login(conn, &login)?.is_some() {
                return Err(Refusal::BadLogin.into());
            }
            if !accounts::use_up(conn, &hash_token(token))? {
                return Err(Refusal::BadInvitation.into());
            }
            if user.role == Role::Admin && !accounts::has_admin(conn)? {
                accounts::end_invitations_of_admins(conn)?;
            }
            Ok(accounts::insert(conn, &user, now)?)
        })?;
        tracing::info!(login, "an invitation was accepted");
        self.admit(user.id, &user.password_hash, browser)
    }

    /// Signs a person in.
    ///
    /// # Errors
    /// A wrong login or password, told apart from nothing; too many attempts; too many at the same time.
    pub fn sign_in(&self, login: &str, password: &str, browser: &Browser) -> Result<Admitted> {
        // What no person is called costs nothing and is remembered nowhere.
        let login = name(login).ok_or(Refusal::WrongPassword)?;
        let known = match browser.device.as_deref().filter(|mark| device::is_mark(mark)) {
            Some(mark) => {
                device::known(mark, self.credentials(&login)?.as_ref().map(|found| &*found.password_hash))
            }
            None => None,
        };
        let guess = Guess::at(&login, known.unwrap_or(Source::Stranger(browser.address)));
        let found = self.guess(guess, || {
            let found = self.credentials(&login)?;
            // An unknown login costs the same time as a wrong password.
            let hash = found.as_ref().map(|found| found.password_hash.as_str());
            let is_right = self.inner.passwords.matches(password, hash, known.is_some())?;
            // What was typed instead of a login may be a password: only logins that exist are named.
            match &found {
                Some(_) if is_right => tracing::info!(login, "signed in"),
                Some(_) => tracing::warn!(login, "not signed in: a wrong password"),
                None => tracing::warn!("not signed in: an unknown login"),
            }
            Ok(found.filter(|_| is_right))
        })?;
        self.admit(found.user, &found.password_hash, browser)
    }

    fn credentials(&self, login: &str) -> Result<Option<Credentials>> {
        Ok(self.inner.database.read(|conn| accounts::credentials(conn, login))?)
    }

    /// Counts a guess and looks at it.
    fn guess<T>(&self, guess: Guess, look: impl FnOnce() -> Result<Option<T>>) -> Result<T> {
        let throttle = || self.inner.throttle.lock().unwrap_or_else(PoisonError::into_inner);
        let begun = throttle().begin(guess, self.now());
        if let Err(wait_s) = begun {
            tracing::debug!(wait_s, "not signed in: too many attempts");
            return Err(Refusal::TooManyAttempts { wait_s }.into());
        }
        match look() {
            Ok(Some(right)) => {
                throttle().was_right(guess);
                Ok(right)
            }
            Ok(None) => Err(Refusal::WrongPassword.into()),
            Err(error) => {
                throttle().was_not_seen(guess);
                Err(error)
            }
        }
    }

    /// Opens a session in a browser and ends the one that it had.
    fn admit(&self, user: UserId, password_hash: &str, browser: &Browser) -> Result<Admitted> {
        let (session, now) = (token()?, self.now());
        self.inner.database.write(|conn| {
            accounts::delete_expired(conn, now)?;
            if let Some(former) = &browser.session {
                accounts::close_session(conn, &hash_token(former))?;
            }
            accounts::open_session(conn, &hash_token(&session), user, now, now + SESSION_LIFE)
        })?;
        Ok(Admitted { session, device: device::mark(&token()?, password_hash) })
    }

    /// Who has this session.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn session(&self, token: &str) -> Result<Option<SignedIn>> {
        let (hash, now) = (hash_token(token), self.now());
        Ok(self.inner.database.read(|conn| accounts::session(conn, &hash, now))?.map(SignedIn::of))
    }

    /// Ends a session.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn sign_out(&self, token: &str) -> Result<()> {
        let hash = hash_token(token);
        Ok(self.inner.database.write(|conn| accounts::close_session(conn, &hash))?)
    }

    /// Changes a password and ends every session of the person. Gives a new session.
    ///
    /// # Errors
    /// A wrong present password, or a new one that is too short; too many attempts; too many at the same time.
    pub fn change_password(&self, who: &SignedIn, present: &str, new: &str) -> Result<Admitted> {
        password::check(new)?;
        // Who is signed in is known; strangers' guesses at the same login do not count.
        let known = Source::Known(Checksum::of(format!("session of {}", who.user).as_bytes()));
        self.guess(Guess::at(&who.login, known), || {
            let found = self.credentials(&who.login)?;
            let hash = found.as_ref().map(|found| found.password_hash.as_str());
            Ok(self.inner.passwords.matches(present, hash, true)?.then_some(()))
        })
        .inspect_err(|_| tracing::warn!(login = who.login, "a password was not changed"))?;
        let hash = self.inner.passwords.hash(new)?;
        self.write(&who.login, "change password", &who.login, |conn| {
            accounts::set_password(conn, who.user, &hash)?;
            Ok(accounts::close_sessions(conn, who.user)?)
        })?;
        self.admit(who.user, &hash, &Browser::default())
    }
}

/// A login as it is kept; none where it cannot be one. The length is looked at before anything else is done with it.
fn name(typed: &str) -> Option<String> {
    let typed = typed.trim();
    // A character has four bytes at most.
    if typed.len() > 4 * LOGIN_MAX_CHARS || typed.chars().count() > LOGIN_MAX_CHARS {
        return None;
    }
    let login = typed.to_lowercase();
    (!login.is_empty() && !login.chars().any(char::is_whitespace)).then_some(login)
}

/// 32 random bytes as hexadecimal digits.
fn token() -> Result<String> {
    let mut token = String::new();
    for byte in random::<32>()? {
        // Writing to a string cannot fail.
        let _ = write!(token, "{byte:02x}");
    }
    Ok(token)
}

fn hash_token(token: &str) -> String {
    Checksum::of(token.as_bytes()).to_string()
}
