//! What is sent twice, by a second press or a weak line, makes one thing: forms, and what programs send under a key.

use std::time::Duration;

use super::handle::Registry;
use super::refusal::Refusal;
use super::{Error, Result};
use crate::domain::ids::UserId;
use crate::domain::{Checksum, Instant};
use crate::storage::Conn;
use crate::storage::submissions::{self, Submission};

/// How long it is known what was made.
const KNOWN: Duration = Duration::from_secs(24 * 3600);

/// One sending: the same from the same person within a while is the same wish.
#[derive(Debug, Clone, Copy)]
pub struct Once {
    key: Checksum,
    within: Duration,
}

/// What became of an earlier sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// There was none: this one is to be done.
    Nothing,
    /// It was answered like this.
    Answer(String),
}

impl Once {
    /// A sending by a person to an address with these fields.
    pub fn new(actor: &str, address: &str, fields: &[(String, String)], within: Duration) -> Self {
        let mut text = format!("{actor}\n{address}\n");
        for (name, value) in fields {
            // Lengths before the words, so that no two forms read alike.
            text.push_str(&format!("{} {} {name}{value}\n", name.len(), value.len()));
        }
        Self { key: Checksum::of(text.as_bytes()), within: within.min(KNOWN) }
    }

    /// A sending by a program of a person under a key that it made up (Idempotency-Key,
    /// draft-ietf-httpapi-idempotency-key-header).
    pub fn keyed(user: UserId, key: &str) -> Self {
        Self { key: Checksum::of(format!("key of {user}\n{key}").as_bytes()), within: KNOWN }
    }

    /// What it made already.
    pub(super) fn made(&self, conn: &mut Conn, now: Instant) -> Result<Option<String>> {
        Ok(submissions::since(conn, self.key, now - self.within)?.map(|sent| sent.made))
    }

    /// Notes in the present transaction what it made.
    pub(super) fn note(&self, conn: &mut Conn, made: &str, now: Instant) -> Result<()> {
        let form = Submission { made: made.to_owned(), fingerprint: String::new() };
        self.replace(conn, &form, now)
    }

    fn replace(&self, conn: &mut Conn, submission: &Submission, now: Instant) -> Result<()> {
        submissions::forget(conn, self.key)?;
        submissions::note(conn, self.key, submission, (now, now - KNOWN))?;
        Ok(())
    }
}

impl Registry {
    /// Takes a sending under a key on, unless it was answered before. `fingerprint` is the checksum of all that was sent.
    ///
    /// # Errors
    /// [`Refusal::KeyReused`] where something else was sent under the key; [`Refusal::KeyOpen`] where the same was, and no
    /// answer is known: it is being done, or the program stopped in the middle of it.
    pub fn take_on(&self, once: Once, fingerprint: Checksum) -> Result<Kept> {
        let now = self.now();
        let sent = Submission { made: String::new(), fingerprint: fingerprint.to_string() };
        self.inner.database.write(|conn| {
            if submissions::note(conn, once.key, &sent, (now, now - KNOWN))? {
                return Ok(Kept::Nothing);
            }
            let before = submissions::since(conn, once.key, now - KNOWN)?;
            match before {
                Some(before) if before.fingerprint != sent.fingerprint => Err(Refusal::KeyReused.into()),
                Some(before) if !before.made.is_empty() => Ok(Kept::Answer(before.made)),
                _ => Err(Error::from(Refusal::KeyOpen)),
            }
        })
    }

    /// Keeps the answer to a sending that was taken on, for 24 hours.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn keep_answer(&self, once: Once, fingerprint: Checksum, answer: &str) -> Result<()> {
        let now = self.now();
        let sent = Submission { made: answer.to_owned(), fingerprint: fingerprint.to_string() };
        self.inner.database.write(|conn| once.replace(conn, &sent, now))
    }

    /// Lets go of a sending that was taken on and changed nothing: it may be tried again.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn let_go(&self, once: Once) -> Result<()> {
        Ok(self.inner.database.write(|conn| submissions::forget(conn, once.key))?)
    }
}
