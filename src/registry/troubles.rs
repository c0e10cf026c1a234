//! What is wrong with the state, as far as this process knows: how old its view is, the clock, the disk, damaged files.

use std::fmt;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::handle::Registry;
use super::refusal::{Error, Refusal};
use super::{Clock, Result};
use crate::domain::deed::Deed;
use crate::domain::{Checksum, Instant};
use crate::storage::{self, leaves, state};

/// How far two clocks may be apart: less is what the clocks of well-kept machines drift, and more is a mistake.
const CLOCK_TOLERANCE: Duration = Duration::from_secs(5 * 60);

/// How long after the latest record of a clock that ran ahead further records count as its own: a new record of the same
/// document is dated a moment after its latest one, whatever the clock says.
const AHEAD_SLACK: Duration = Duration::from_secs(3600);

/// Damaged files that are named: where there are more, the disk is broken and not a file.
const DAMAGED_MAX: usize = 20;

/// Something that the one who runs the server must look after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// Changes by others are not seen: the database has not answered since this instant.
    Away(Instant),
    /// The file store has not answered since this instant, or refuses; why.
    StoreAway(Instant, String),
    /// Nothing can be written: a full disk, or one that may only be read.
    Sealed(String),
    /// The clock is behind the latest record, which was made at this instant: one of the two is wrong.
    ClockBehind(Instant),
    /// The clock of the database's machine says this, and ours something else.
    ClockApart(Instant),
    /// The database was put back under the running server: the register had come so far, and is here now.
    PutBack {
        /// Public changes that there were.
        was: u64,
        /// Public changes that there are.
        is: u64,
    },
    /// The bytes of a published file are lost or not what they were.
    Damaged(Checksum),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Away(since) => write!(f, "the database has not answered since {since}"),
            Self::StoreAway(since, why) => {
                write!(f, "the file store has been of no use since {since}: {why}")
            }
            Self::Sealed(why) => write!(f, "serving readers only, nothing can be saved: {why}"),
            Self::ClockBehind(latest) => write!(
                f,
                "the clock of this machine is behind the latest record ({latest}): nothing is published until it is \
                 right; if it is right and the record was made by a clock that ran ahead, run `tizilim clock confirm`"
            ),
            Self::ClockApart(there) => write!(
                f,
                "the clock of this machine and that of the database ({there}) are more than {} minutes apart: \
                 nothing is published until they agree",
                CLOCK_TOLERANCE.as_secs() / 60
            ),
            Self::PutBack { was, is } => write!(
                f,
                "the database was put back while the server ran: it had {was} public changes and has {is} now"
            ),
            Self::Damaged(checksum) => {
                write!(f, "the published file {checksum} is damaged or lost; upload the same file again")
            }
        }
    }
}

impl Registry {
    /// The instant up to which the register is known, where that has not been confirmed for long; none as a rule.
    pub fn stale_since(&self) -> Option<Instant> {
        let health = &self.inner.health;
        (health.age() >= self.inner.stale_after).then(|| health.confirmed_at())
    }

    /// Everything that is wrong, the worst first; nothing as a rule. No query.
    pub fn troubles(&self) -> Vec<Trouble> {
        let health = &self.inner.health;
        let mut troubles = Vec::new();
        if self.inner.database.is_away() || self.stale_since().is_some() {
            troubles.push(Trouble::Away(health.confirmed_at()));
        }
        if let Some((long, why)) = self.inner.files.away() {
            troubles.push(Trouble::StoreAway(self.now() - long, why));
        }
        let unwritten = || health.unwritten.lock().unwrap_or_else(PoisonError::into_inner).clone();
        troubles.extend(self.inner.database.is_sealed().or_else(unwritten).map(Trouble::Sealed));
        troubles.extend(self.clock_trouble());
        let put_back = *health.put_back.lock().unwrap_or_else(PoisonError::into_inner);
        troubles.extend(put_back.map(|(was, is)| Trouble::PutBack { was, is }));
        let damaged = health.damaged.lock().unwrap_or_else(PoisonError::into_inner);
        troubles.extend(damaged.iter().copied().map(Trouble::Damaged));
        troubles
    }

    /// Why the clock cannot be right; none where nothing speaks against it.
    pub(super) fn clock_trouble(&self) -> Option<Trouble> {
        let (now, latest) = (self.now(), self.held().latest_moment());
        if latest > now + CLOCK_TOLERANCE {
            return Some(Trouble::ClockBehind(latest));
        }
        let apart_us = self.inner.health.apart_us.load(Ordering::SeqCst);
        let is_apart = u128::from(apart_us.unsigned_abs()) > CLOCK_TOLERANCE.as_micros();
        // A clock that is set by hand for a test is no clock of a machine.
        (is_apart && matches!(self.inner.clock, Clock::Machine)).then(|| {
            let there = now.as_microsecond().saturating_add(apart_us);
            Trouble::ClockApart(Instant::from_microsecond(there).unwrap_or(now))
        })
    }

    /// Confirms that the clock is right, although there are later records: a clock that ran ahead made them. Gives the
    /// latest of them; none where there are none.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn confirm_clock(&self, actor: &str) -> Result<Option<Instant>> {
        let now = self.now();
        let latest = self.inner.database.read(|conn| leaves::latest(conn, None))?;
        let Some(latest) = latest.filter(|latest| *latest > now) else { return Ok(None) };
        self.write(actor, Deed::ConfirmClock, &now.to_string(), |conn| {
            Ok(state::set_ahead(conn, now, latest + AHEAD_SLACK)?)
        })?;
        Ok(Some(latest))
    }

    /// Refuses to record anything that counts by its time while the clock cannot be right.
    pub(super) fn require_clock(&self) -> Result<()> {
        match self.clock_trouble() {
            Some(trouble) => {
                tracing::error!(%trouble, "a publication is refused");
                Err(Refusal::WrongClock.into())
            }
            None => Ok(()),
        }
    }

    /// Notes whether the disk took what was written. What is refused beforehand is known already.
    pub(super) fn note_written(&self, outcome: std::result::Result<(), &storage::Error>) {
        let why = outcome.err().filter(|error| error.is_full() || error.is_read_only());
        if (outcome.is_ok() || why.is_some()) && self.inner.database.is_sealed().is_none() {
            let mut unwritten = self.inner.health.unwritten.lock().unwrap_or_else(PoisonError::into_inner);
            *unwritten = why.map(ToString::to_string);
        }
    }

    /// Notes what reading or writing a published file has shown, and gives it on.
    pub(super) fn noted<T>(&self, checksum: Checksum, outcome: storage::error::Result<T>) -> Result<T> {
        let mut damaged = self.inner.health.damaged.lock().unwrap_or_else(PoisonError::into_inner);
        match &outcome {
            Ok(_) => {
                if damaged.remove(&checksum) {
                    tracing::info!(%checksum, "a damaged file is whole again");
                }
            }
            Err(storage::Error::FileChanged(_) | storage::Error::FileLost(_)) => {
                tracing::error!(%checksum, "a published file is damaged or lost; upload the same file again");
                if damaged.len() < DAMAGED_MAX {
                    damaged.insert(checksum);
                }
            }
            Err(other) => self.note_written(Err(other)),
        }
        outcome.map_err(Error::from)
    }
}
