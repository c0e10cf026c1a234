//! The secret address at which a person's calendar and feed reader ask what needs the person: calendars have no session.

use super::Result;
use super::accounts::SignedIn;
use super::handle::Registry;
use super::refusal::Refusal;
use super::token::{hash_token, token};
use crate::domain::deed::Deed;
use crate::domain::{Instant, Lang};
use crate::storage::needs_addresses;

/// Whom an address tells something, and how.
#[derive(Debug, Clone)]
pub struct Told {
    /// The person, with the role as it is now.
    pub who: SignedIn,
    /// The language.
    pub lang: Lang,
    /// Since when there is the address.
    pub since: Instant,
}

impl Registry {
    /// Makes the secret part of a person's address, which tells in a language; the one before ends. It is given out this
    /// once.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn make_needs_address(&self, who: &SignedIn, lang: Lang) -> Result<String> {
        let (secret, now) = (token()?, self.now());
        let hash = hash_token(&secret);
        self.write(&who.login, Deed::MakeNeedsAddress, &who.login, |conn| {
            Ok(needs_addresses::replace(conn, who.user, &hash, (lang, now))?)
        })?;
        Ok(secret)
    }

    /// Ends a person's address: it tells nothing from now on.
    ///
    /// # Errors
    /// There is none.
    pub fn end_needs_address(&self, who: &SignedIn) -> Result<()> {
        self.write(&who.login, Deed::EndNeedsAddress, &who.login, |conn| {
            match needs_addresses::delete(conn, who.user)? {
                true => Ok(()),
                false => Err(Refusal::BadToken.into()),
            }
        })
    }

    /// When a person's address was made; none where there is none.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn needs_address(&self, who: &SignedIn) -> Result<Option<Instant>> {
        Ok(self.inner.database.read(|conn| needs_addresses::made_at(conn, who.user))?)
    }

    /// Whom an address tells something; none where it is none.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn told_at(&self, secret: &str) -> Result<Option<Told>> {
        let hash = hash_token(secret);
        let found = self.inner.database.read(|conn| needs_addresses::find(conn, &hash))?;
        Ok(found.map(|found| Told { who: SignedIn::of(found.user), lang: found.lang, since: found.since }))
    }
}
