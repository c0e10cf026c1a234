//! Codes under which somebody opens a page, and which nothing has: what stands on a wall may be misprinted, or of a document
//! that was taken back. They are counted by day, and nothing is kept of who asked.

use super::calendar::{Day, days_before, months_later};

/// Different codes of one day that are kept: what is misprinted is asked for again, what a program invents is not. The rest
/// is counted together.
pub const KEPT_A_DAY: usize = 200;

/// Days back that are told of: a month, over which a sheet on a wall is scanned again.
const TOLD_DAYS: i64 = 30;

/// How often a code must have been asked for over these days to be told of: once is somebody's slip.
pub const ASKED_MIN: u64 = 2;

/// Months after which the counts are erased.
const KEPT_MONTHS: i32 = 6;

/// The first of the days that are told of.
pub fn told_since(today: Day) -> Day {
    days_before(today, TOLD_DAYS - 1)
}

/// What was counted before this day is erased.
pub fn erased_before(today: Day) -> Day {
    months_later(today, -KEPT_MONTHS)
}
