//! Counting which codes are asked for that nothing has, without counting people.

use std::sync::PoisonError;

use super::Result;
use super::handle::Registry;
use super::view::View;
use crate::domain::stray::{erased_before, told_since};
use crate::domain::{Day, TypedCode};
use crate::storage::strays::{self, Stray};

/// Most different codes that are held between two flushes: what a crawler of invented addresses may cost.
const HELD_MAX: usize = 1_000;

impl Registry {
    /// Counts that a code was asked for which nothing has, in memory; a background thread writes it down.
    pub fn count_stray(&self, day: Day, code: TypedCode) {
        let mut counts = self.inner.strays.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (day, Some(code));
        let key = if counts.len() < HELD_MAX || counts.contains_key(&key) { key } else { (day, None) };
        *counts.entry(key).or_default() += 1;
    }

    /// Writes the counts down. Where it fails they are kept for the next time.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn flush_strays(&self) -> Result<()> {
        let counts = std::mem::take(&mut *self.inner.strays.lock().unwrap_or_else(PoisonError::into_inner));
        if counts.is_empty() {
            return Ok(());
        }
        let written = self.inner.database.write(|conn| strays::add(conn, &counts));
        self.note_written(written.as_ref().map(drop));
        if let Err(error) = written {
            let mut held = self.inner.strays.lock().unwrap_or_else(PoisonError::into_inner);
            for (key, count) in counts {
                *held.entry(key).or_default() += count;
            }
            return Err(error.into());
        }
        Ok(())
    }

    /// Erases what was counted some months ago.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn erase_old_strays(&self) -> Result<usize> {
        let before = erased_before(self.today());
        Ok(self.inner.database.write(|conn| strays::erase_before(conn, before))?)
    }
}

impl View {
    /// The codes that were asked for most over the last weeks and that nothing has; at most `most`. With how many there are.
    /// One that has come since is left out.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn strays(&self, most: usize) -> Result<(Vec<Stray>, usize)> {
        let since = told_since(self.as_of().day);
        let (found, mut count) = self.ask_all(|conn| Ok(strays::most_asked(conn, since, most)?))?;
        let mut strays = Vec::with_capacity(found.len());
        for stray in found {
            let is_found = stray.code.code().map(|code| self.find(code)).transpose()?.flatten().is_some();
            if is_found {
                count = count.saturating_sub(1);
            } else {
                strays.push(stray);
            }
        }
        Ok((strays, count))
    }
}
