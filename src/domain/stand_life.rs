//! Whether the codes of a stand are opened: the one sign of life that a sheet on a wall gives.

use super::calendar::{Day, days_before};
use super::names::names;

/// Days without a scan after which a stand is silent: two months, longer than any holidays but those of summer.
pub const SILENT_DAYS: i64 = 60;

names! {
    /// How a stand lives, by the last day on which a person scanned one of its codes.
    pub enum StandLife {
        /// Within [`SILENT_DAYS`].
        Live = "live",
        /// Earlier, and not since.
        Silent = "silent",
        /// Never: it may hang, and it may not.
        Never = "never",
    }
}

impl StandLife {
    /// How a stand lives that was scanned last on a day.
    pub fn of(last: Option<Day>, today: Day) -> Self {
        match last {
            None => Self::Never,
            Some(day) if day >= live_since(today) => Self::Live,
            Some(_) => Self::Silent,
        }
    }
}

/// The first day of those within which a stand that lives was scanned.
pub fn live_since(today: Day) -> Day {
    days_before(today, SILENT_DAYS - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_days_without_a_scan_are_silence() {
        let today = Day::constant(2026, 11, 22);
        let of = |days| StandLife::of(Some(days_before(today, days)), today);
        assert_eq!((of(0), of(59), of(60)), (StandLife::Live, StandLife::Live, StandLife::Silent));
        assert_eq!(StandLife::of(None, today), StandLife::Never);
    }
}
