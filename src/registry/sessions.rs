//! Sessions: whose one is, which a person has, and how they end.

use super::accounts::SignedIn;
use super::handle::Registry;
use super::token::{beginning, hash_token, is_beginning};
use super::{Refusal, Result};
use crate::domain::deed::Deed;
use crate::domain::{Day, Instant};
use crate::storage::sessions::{self, Found};

/// A session as its owner sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSession {
    /// What names it in addresses.
    pub name: String,
    /// In which browser, in words; empty where it is not known.
    pub device: String,
    /// Since when.
    pub created_at: Instant,
    /// On which day it was last used.
    pub used_on: Option<Day>,
    /// Whether it is the one in which this was asked.
    pub is_this: bool,
}

impl Registry {
    /// Who has this session.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn session(&self, token: &str) -> Result<Option<SignedIn>> {
        let found = self.any_session(token)?.filter(|found| !found.awaits_code);
        let Some(found) = found else { return Ok(None) };
        let today = self.today();
        if found.used_on != Some(today) {
            let hash = hash_token(token);
            // Where nothing can be written, people are let in all the same.
            if let Err(error) = self.inner.database.write(|conn| sessions::used(conn, &hash, today)) {
                tracing::debug!(%error, "the day on which a session is used could not be noted");
            }
        }
        Ok(Some(SignedIn::of(found.user)))
    }

    /// Who has this session, in which the code of the second factor has yet to be typed.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn awaiting_code(&self, token: &str) -> Result<Option<SignedIn>> {
        let found = self.any_session(token)?.filter(|found| found.awaits_code);
        Ok(found.map(|found| SignedIn::of(found.user)))
    }

    pub(super) fn any_session(&self, token: &str) -> Result<Option<Found>> {
        let (hash, now) = (hash_token(token), self.now());
        Ok(self.inner.database.read(|conn| sessions::find(conn, &hash, now))?)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn sign_out(&self, token: &str) -> Result<()> {
        let hash = hash_token(token);
        Ok(self.inner.database.write(|conn| sessions::close(conn, &hash))?)
    }

    /// The sessions of a person, the newest first. `token` is the one in which this is asked.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn own_sessions(&self, who: &SignedIn, token: &str) -> Result<Vec<OwnSession>> {
        let (hash, now) = (hash_token(token), self.now());
        let listed = self.inner.database.read(|conn| sessions::of(conn, who.user, now))?;
        let own = |one: sessions::Listed| OwnSession {
            name: beginning(&one.token_hash),
            is_this: one.token_hash == hash,
            device: one.device,
            created_at: one.created_at,
            used_on: one.used_on,
        };
        Ok(listed.into_iter().map(own).collect())
    }

    /// Ends one session of a person.
    ///
    /// # Errors
    /// No such session.
    pub fn end_own_session(&self, who: &SignedIn, name: &str) -> Result<()> {
        self.write(&who.login, Deed::EndSessions, &who.login, |conn| {
            match is_beginning(name) && sessions::close_of(conn, who.user, name)? {
                true => Ok(()),
                false => Err(Refusal::SignedOut.into()),
            }
        })
    }

    /// Ends every session of a person but the one with this token.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn end_other_sessions(&self, who: &SignedIn, token: &str) -> Result<()> {
        let hash = hash_token(token);
        self.write(&who.login, Deed::EndSessions, &who.login, |conn| {
            Ok(sessions::close_all(conn, who.user, Some(&hash))?)
        })
    }
}
