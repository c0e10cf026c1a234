//! People: invitations, signing in and out, passwords.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::PoisonError;
use std::time::Duration;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

use super::Result;
use super::open::{Registry, random};
use super::refusal::{Error, Refusal};
use crate::domain::ids::UserId;
use crate::domain::role::Role;
use crate::domain::{Checksum, Instant};
use crate::storage::accounts::{self, Invitation, User};

/// Least characters of a password (NIST SP 800-63B-4 asks for 15, or 8 with a second factor; people here type on phones).
pub const PASSWORD_MIN_CHARS: usize = 12;

/// Most characters of a password: hashing more is work for nothing.
const PASSWORD_MAX_CHARS: usize = 200;

/// Longest login, in characters.
const LOGIN_MAX_CHARS: usize = 100;

/// How long an invitation works.
const INVITATION_LIFE: Duration = Duration::from_secs(7 * 24 * 3600);

/// How long a session lasts.
const SESSION_LIFE: Duration = Duration::from_secs(14 * 24 * 3600);

/// Wrong attempts that are free for one login.
const FREE_ATTEMPTS: u32 = 5;

/// Seconds to wait after each further wrong attempt.
const WAIT_S: i64 = 60;

/// Logins whose wrong attempts are remembered at most.
const REMEMBERED_MAX: usize = 10_000;

/// Wrong attempts by login: how many, and when the last one was.
pub(super) type Attempts = HashMap<String, (u32, Instant)>;

/// An invitation that was made.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The secret part of the link; it is shown once and stored nowhere.
    pub token: String,
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
        self.write(actor, "invite", invitation.role.name(), |conn| Ok(accounts::invite(conn, &invitation)?))?;
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

    /// Uses an invitation up: makes the person and signs them in. Gives the session's token.
    ///
    /// # Errors
    /// A bad invitation, a login that is taken, or a password that is too short; the invitation then stays good.
    pub fn accept(&self, token: &str, login: &str, password: &str) -> Result<String> {
        let login = login.trim().to_lowercase();
        if login.is_empty()
            || login.chars().count() > LOGIN_MAX_CHARS
            || login.chars().any(char::is_whitespace)
        {
            return Err(Refusal::BadLogin.into());
        }
        let role = self.invitation(token)?;
        let password_hash = hash_password(password)?;
        let user = User { id: UserId::from_random(random()?), login: login.clone(), password_hash, role };
        let now = self.now();
        self.write(&login, "accept invitation", user.role.name(), |conn| {
            if accounts::by_login(conn, &login)?.is_some() {
                return Err(Refusal::BadLogin.into());
            }
            if !accounts::use_up(conn, &hash_token(token))? {
                return Err(Refusal::BadInvitation.into());
            }
            Ok(accounts::insert(conn, &user, now)?)
        })?;
        self.open_session(user.id)
    }

    /// Signs a person in and gives the session's token.
    ///
    /// # Errors
    /// A wrong login or password, told apart from nothing; or too many attempts.
    pub fn sign_in(&self, login: &str, password: &str) -> Result<String> {
        let login = login.trim().to_lowercase();
        self.check_attempts(&login)?;
        let found = self.inner.database.read(|conn| accounts::by_login(conn, &login))?;
        // An unknown login costs the same time as a wrong password.
        let matches = match &found {
            Some(user) => verify(password, &user.password_hash),
            None => {
                let _ = hash_password("a password of nobody");
                false
            }
        };
        match found.filter(|_| matches) {
            Some(user) => {
                self.inner.attempts.lock().unwrap_or_else(PoisonError::into_inner).remove(&login);
                self.open_session(user.id)
            }
            None => {
                self.note_attempt(login);
                Err(Refusal::WrongPassword.into())
            }
        }
    }

    fn check_attempts(&self, login: &str) -> Result<()> {
        let attempts = self.inner.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((count, last)) = attempts.get(login)
            && *count >= FREE_ATTEMPTS
        {
            let passed_s = self.now().as_second() - last.as_second();
            if passed_s < WAIT_S {
                let wait_s = u64::try_from(WAIT_S - passed_s).unwrap_or_default();
                return Err(Refusal::TooManyAttempts { wait_s }.into());
            }
        }
        Ok(())
    }

    fn note_attempt(&self, login: String) {
        let now = self.now();
        let mut attempts = self.inner.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        if attempts.len() >= REMEMBERED_MAX {
            attempts.retain(|_, (_, last)| now.as_second() - last.as_second() < WAIT_S);
        }
        let entry = attempts.entry(login).or_insert((0, now));
        *entry = (entry.0.saturating_add(1), now);
    }

    fn open_session(&self, user: UserId) -> Result<String> {
        let token = token()?;
        let now = self.now();
        self.inner.database.write(|conn| {
            accounts::delete_expired(conn, now)?;
            accounts::open_session(conn, &hash_token(&token), user, now, now + SESSION_LIFE)
        })?;
        Ok(token)
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

    /// Changes a password and ends every session of the person. Gives the token of a new session.
    ///
    /// # Errors
    /// A wrong present password, or a new one that is too short.
    pub fn change_password(&self, who: &SignedIn, present: &str, new: &str) -> Result<String> {
        self.check_attempts(&who.login)?;
        let found = self.inner.database.read(|conn| accounts::by_login(conn, &who.login))?;
        if !found.is_some_and(|user| verify(present, &user.password_hash)) {
            self.note_attempt(who.login.clone());
            return Err(Refusal::WrongPassword.into());
        }
        let hash = hash_password(new)?;
        self.write(&who.login, "change password", &who.login, |conn| {
            accounts::set_password(conn, who.user, &hash)?;
            Ok(accounts::close_sessions(conn, who.user)?)
        })?;
        self.open_session(who.user)
    }
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

fn hash_password(password: &str) -> Result<String> {
    if password.chars().count() < PASSWORD_MIN_CHARS || password.chars().count() > PASSWORD_MAX_CHARS {
        return Err(Refusal::ShortPassword { least: PASSWORD_MIN_CHARS }.into());
    }
    let salt = random::<16>()?;
    let hash =
        Argon2::default().hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| Error::Random)?;
    Ok(hash.to_string())
}

fn verify(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}
