//! Signing in, and the own password.

use std::net::IpAddr;
use std::sync::PoisonError;
use std::time::Duration;

use super::Result;
use super::handle::Registry;
use super::refusal::Refusal;
use super::second_factor::has_any;
use super::throttle::{Guess, Source};
use super::token::{hash_token, token};
use super::{device, password};
use crate::domain::Checksum;
use crate::domain::deed::Deed;
use crate::domain::ids::UserId;
use crate::domain::role::Role;
use crate::storage::accounts::{self, Credentials, User};
use crate::storage::sessions::{self, NewSession};

/// Longest login, in characters.
const LOGIN_MAX_CHARS: usize = 100;

/// How long a session waits for the code of the second factor.
const CODE_PATIENCE: Duration = Duration::from_secs(10 * 60);

/// How long a session lasts.
const SESSION_LIFE: Duration = Duration::from_secs(14 * 24 * 3600);

/// The browser in which somebody signs in.
#[derive(Debug, Clone, Default)]
pub struct Browser {
    /// The address that it is at. It is counted in memory, and written nowhere.
    pub address: Option<IpAddr>,
    /// The mark that it got when somebody signed in with it.
    pub device: Option<String>,
    /// The session that it has so far; signing in ends it.
    pub session: Option<String>,
    /// What it is, in words such as "Chrome, Android".
    pub words: String,
}

/// What a browser keeps after signing in.
#[derive(Debug, Clone)]
pub struct Admitted {
    /// The session's token.
    pub session: String,
    /// The mark by which the browser is known when the person signs in again; none before the second factor.
    pub device: Option<String>,
}

impl Admitted {
    /// Whether the code of the second factor has yet to come.
    pub const fn awaits_code(&self) -> bool {
        self.device.is_none()
    }
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
    pub(super) fn of(user: User) -> Self {
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
        let found = self.guess(guess, Refusal::WrongPassword, || {
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

    pub(super) fn credentials(&self, login: &str) -> Result<Option<Credentials>> {
        Ok(self.inner.database.read(|conn| accounts::credentials(conn, login))?)
    }

    /// Counts a guess and looks at it.
    pub(super) fn guess<T>(
        &self,
        guess: Guess,
        wrong: Refusal,
        look: impl FnOnce() -> Result<Option<T>>,
    ) -> Result<T> {
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
            Ok(None) => Err(wrong.into()),
            Err(error) => {
                throttle().was_not_seen(guess);
                Err(error)
            }
        }
    }

    /// Opens a session in a browser and ends the one that it had. It opens nothing yet where there is a second factor.
    pub(super) fn admit(&self, user: UserId, password_hash: &str, browser: &Browser) -> Result<Admitted> {
        if self.inner.database.read(|conn| has_any(conn, user))? {
            return Ok(Admitted { session: self.open_session(user, browser, true)?, device: None });
        }
        self.admit_wholly(user, password_hash, browser)
    }

    /// Opens a session that opens everything that the person may do.
    pub(super) fn admit_wholly(
        &self,
        user: UserId,
        password_hash: &str,
        browser: &Browser,
    ) -> Result<Admitted> {
        let session = self.open_session(user, browser, false)?;
        Ok(Admitted { session, device: Some(device::mark(&token()?, password_hash)) })
    }

    fn open_session(&self, user: UserId, browser: &Browser, awaits_code: bool) -> Result<String> {
        let (session, now, day) = (token()?, self.now(), self.today());
        let token_hash = hash_token(&session);
        let life = if awaits_code { CODE_PATIENCE } else { SESSION_LIFE };
        self.inner.database.write(|conn| {
            sessions::delete_expired(conn, now)?;
            if let Some(former) = &browser.session {
                sessions::close(conn, &hash_token(former))?;
            }
            if !awaits_code {
                accounts::signed_in(conn, user, day)?;
            }
            let (token_hash, device, expires_at) = (&*token_hash, &*browser.words, now + life);
            sessions::open(conn, NewSession { token_hash, user, now, expires_at, device, day, awaits_code })
        })?;
        Ok(session)
    }

    /// Whether this is the password of the one who is signed in.
    ///
    /// # Errors
    /// It is not; too many attempts; too many at the same time.
    pub(super) fn require_password(&self, who: &SignedIn, password: &str) -> Result<()> {
        // Who is signed in is known; strangers' guesses at the same login do not count.
        let known = Source::Known(Checksum::of(format!("session of {}", who.user).as_bytes()));
        self.guess(Guess::at(&who.login, known), Refusal::WrongPassword, || {
            let found = self.credentials(&who.login)?;
            let hash = found.as_ref().map(|found| found.password_hash.as_str());
            Ok(self.inner.passwords.matches(password, hash, true)?.then_some(()))
        })
    }

    /// Changes a password and ends every session of the person. Gives a new session.
    ///
    /// # Errors
    /// A wrong present password, or a new one that is too short; too many attempts; too many at the same time.
    pub fn change_password(
        &self,
        who: &SignedIn,
        present: &str,
        new: &str,
        browser: &Browser,
    ) -> Result<Admitted> {
        password::check(new)?;
        self.require_password(who, present)
            .inspect_err(|_| tracing::warn!(login = who.login, "a password was not changed"))?;
        let hash = self.inner.passwords.hash(new)?;
        self.write(&who.login, Deed::ChangePassword, &who.login, |conn| {
            accounts::set_password(conn, who.user, &hash)?;
            Ok(sessions::close_all(conn, who.user, None)?)
        })?;
        // Who has a session has shown the second factor.
        self.admit_wholly(who.user, &hash, browser)
    }
}

/// A login as it is kept; none where it cannot be one. The length is looked at before anything else is done with it.
pub(super) fn name(typed: &str) -> Option<String> {
    let typed = typed.trim();
    // A character has four bytes at most.
    if typed.len() > 4 * LOGIN_MAX_CHARS || typed.chars().count() > LOGIN_MAX_CHARS {
        return None;
    }
    let login = typed.to_lowercase();
    (!login.is_empty() && !login.chars().any(char::is_whitespace)).then_some(login)
}
