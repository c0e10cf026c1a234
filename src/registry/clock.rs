//! The clock, which a test may set.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use crate::domain::{Instant, calendar};

/// Where the present comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    Machine,
    /// Microseconds since 1970-01-01 UTC, set by hand.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at an instant until it is set again.
    pub fn standing_at(instant: Instant) -> Self {
        Self::Set(Arc::new(AtomicI64::new(instant.as_microsecond())))
    }

    /// Sets a clock that stands; the machine's clock stays as it is.
    pub fn set(&self, instant: Instant) {
        if let Self::Set(microseconds) = self {
            microseconds.store(instant.as_microsecond(), Ordering::SeqCst);
        }
    }

    /// The present, in microseconds at the finest.
    pub fn now(&self) -> Instant {
        match self {
            Self::Machine => calendar::to_microseconds(Instant::now()),
            Self::Set(microseconds) => {
                Instant::from_microsecond(microseconds.load(Ordering::SeqCst)).unwrap_or(Instant::UNIX_EPOCH)
            }
        }
    }
}

/// Measures how long something takes, for the log.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts measuring.
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// Microseconds since the start.
    pub fn elapsed_us(&self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}
