//! How old a process's view of the state is, and what failed lately.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use crate::domain::{Checksum, Instant};

/// What a process knows of the state's health.
pub(super) struct Health {
    pub started: std::time::Instant,
    /// Milliseconds from the start to the latest moment at which the view was confirmed.
    pub confirmed_ms: AtomicU64,
    /// The same moment by the clock, in microseconds.
    pub confirmed_us: AtomicI64,
    /// How far the database's clock is ahead of ours, in microseconds.
    pub apart_us: AtomicI64,
    pub put_back: Mutex<Option<(u64, u64)>>,
    /// Why the last change could not be written, where that was the disk's fault.
    pub unwritten: Mutex<Option<String>>,
    pub damaged: Mutex<BTreeSet<Checksum>>,
}

impl Health {
    /// Health of a view that is right at this moment.
    pub fn new(now: Instant) -> Self {
        Self {
            started: std::time::Instant::now(),
            confirmed_ms: AtomicU64::new(0),
            confirmed_us: AtomicI64::new(now.as_microsecond()),
            apart_us: AtomicI64::new(0),
            put_back: Mutex::default(),
            unwritten: Mutex::default(),
            damaged: Mutex::default(),
        }
    }

    /// The view is what the database says at this moment; `there` is the time on its machine.
    pub fn confirm(&self, now: Instant, there: Option<Instant>) {
        self.confirmed_ms.store(self.elapsed_ms(), Ordering::SeqCst);
        self.confirmed_us.store(now.as_microsecond(), Ordering::SeqCst);
        let apart_us = there.map_or(0, |there| there.as_microsecond() - now.as_microsecond());
        self.apart_us.store(apart_us, Ordering::SeqCst);
    }

    /// The database went back from one number of public changes to another.
    pub fn note_put_back(&self, was: u64, is: u64) {
        *self.put_back.lock().unwrap_or_else(PoisonError::into_inner) = Some((was, is));
    }

    fn elapsed_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// How long the view has not been confirmed.
    pub fn age(&self) -> Duration {
        let confirmed_ms = self.confirmed_ms.load(Ordering::SeqCst);
        Duration::from_millis(self.elapsed_ms().saturating_sub(confirmed_ms))
    }

    pub fn confirmed_at(&self) -> Instant {
        Instant::from_microsecond(self.confirmed_us.load(Ordering::SeqCst)).unwrap_or(Instant::UNIX_EPOCH)
    }
}
