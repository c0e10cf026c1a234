//! Counting how often documents are opened, without counting people.

use std::sync::PoisonError;

use super::Result;
use super::handle::Registry;
use crate::domain::opening::Opening;
use crate::storage::openings::{self, OpeningCount};

/// Most different counts that are held between two flushes: what a crawler of invented addresses may cost.
const HELD_MAX: usize = 100_000;

impl Registry {
    /// Counts one opening, in memory; a background thread writes it down.
    pub fn count_opening(&self, opening: Opening) {
        let mut counts = self.inner.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < HELD_MAX || counts.contains_key(&opening) {
            *counts.entry(opening).or_default() += 1;
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
        let written = self.inner.database.write(|conn| openings::add(conn, &counts));
        self.note_written(written.as_ref().map(drop));
        if let Err(error) = written {
            let mut held = self.inner.counts.lock().unwrap_or_else(PoisonError::into_inner);
            for (opening, count) in counts {
                *held.entry(opening).or_default() += count;
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
