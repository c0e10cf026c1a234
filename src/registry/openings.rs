//! Counting how often documents are opened, without counting people.

use std::sync::PoisonError;

use super::Result;
use super::handle::Registry;
use crate::domain::{Code, Day, Lang};
use crate::storage::openings::{self, Key, OpeningCount};

/// Most different counts that are held between two flushes: what a crawler of invented addresses may cost.
const HELD_MAX: usize = 100_000;

/// One opening of a document.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// The calendar day in Asia/Almaty.
    pub day: Day,
    /// The document.
    pub document: Code,
    /// The organization whose stand it was, where the address named one.
    pub organization: Option<Code>,
    /// The language of the text that was served.
    pub lang: Lang,
    /// Who opened it.
    pub reader: Reader,
    /// How they came.
    pub way: Way,
}

/// Who opened a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Somebody.
    Human,
    /// A program, such as a messenger's link preview.
    Robot,
}

/// How a reader came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By the printed code, or by typing it.
    Scanned,
    /// By an address that carries a language, as every link that is offered for sharing does.
    Shared,
    /// By a link on a page, of this site or of another, that carries no language: a tap on a shelf, say.
    Followed,
}

impl Registry {
    /// Counts one opening, in memory; a background thread writes it down.
    pub fn count_opening(&self, opening: Opening) {
        let key = Key {
            day: opening.day.to_string(),
            document: opening.document.to_string(),
            organization: opening.organization.map(|code| code.to_string()).unwrap_or_default(),
            lang: opening.lang.tag(),
            reader: match opening.reader {
                Reader::Human => "human",
                Reader::Robot => "robot",
            },
            way: match opening.way {
                Way::Scanned => "scanned",
                Way::Shared => "shared",
                Way::Followed => "followed",
            },
        };
        let mut counts = self.inner.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < HELD_MAX || counts.contains_key(&key) {
            *counts.entry(key).or_default() += 1;
        }
    }

    /// Writes the counts down. Nothing that a page shows changes by that. Where it fails the counts are kept for the next
    /// time.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn flush_openings(&self) -> Result<()> {
        let counts = std::mem::take(&mut *self.inner.counts.lock().unwrap_or_else(PoisonError::into_inner));
        if counts.is_empty() {
            return Ok(());
        }
        let written = self
            .inner
            .database
            .write(|conn| counts.iter().try_for_each(|(key, count)| openings::add(conn, key, *count)));
        self.note_written(written.as_ref().map(drop));
        if let Err(error) = written {
            let mut held = self.inner.counts.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, count) in counts {
                *held.entry(key).or_default() += count;
            }
            return Err(error.into());
        }
        Ok(())
    }

    /// Every count that was written down, by day and document.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn openings(&self) -> Result<Vec<OpeningCount>> {
        Ok(self.inner.database.read(openings::all)?)
    }
}
