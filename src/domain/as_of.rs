//! The moment as of which a question is answered.

use super::{Day, Instant};

/// A calendar day in Asia/Almaty, and what is recorded by when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AsOf {
    /// The day for which the answer holds.
    pub day: Day,
    /// What was recorded by this instant is known.
    pub known: Instant,
}

impl AsOf {
    /// Another day, by what is known at the same instant.
    pub const fn on(self, day: Day) -> Self {
        Self { day, ..self }
    }
}
