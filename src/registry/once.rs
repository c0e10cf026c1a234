//! A form that is sent twice, by a second press or a weak line, makes one thing.

use std::time::Duration;

use super::Result;
use crate::domain::{Checksum, Instant};
use crate::storage::{Conn, submissions};

/// How long it is known what a form made.
const KNOWN: Duration = Duration::from_secs(24 * 3600);

/// One sending of a form: the same from the same person within a while is the same wish.
#[derive(Debug, Clone, Copy)]
pub struct Once {
    key: Checksum,
    within: Duration,
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

    /// What it made already.
    pub(super) fn made(&self, conn: &mut Conn, now: Instant) -> Result<Option<String>> {
        Ok(submissions::made_since(conn, self.key, now - self.within)?)
    }

    /// Notes in the present transaction what it made.
    pub(super) fn note(&self, conn: &mut Conn, made: &str, now: Instant) -> Result<()> {
        Ok(submissions::note(conn, self.key, made, (now, now - KNOWN))?)
    }
}
