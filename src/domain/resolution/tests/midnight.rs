//! A scheduled version takes over at local midnight of its day, with no job running, and never before.

use proptest::prelude::*;

use super::histories::{AFTER_ALL, days_later, documents, microseconds_later};
use super::model::Seen;
use super::{config, seen};
use crate::domain::calendar::{local_day, local_midnight};
use crate::domain::resolution::{Status, candidates};
use crate::domain::{Day, Instant};

/// When Almaty's clocks went back from UTC+6 to UTC+5: at the midnight that would have begun 1 March 2024.
const CHANGE: Instant = Instant::constant(1_709_229_600, 0);

const HOUR_US: i64 = 3_600_000_000;

/// Seconds are counted from a midnight in UTC, so a local day is a division.
fn model_day(instant: Instant) -> Day {
    let ahead_hours = if instant < CHANGE { 6 } else { 5 };
    let day_number = (instant.as_microsecond() + ahead_hours * HOUR_US).div_euclid(24 * HOUR_US);
    days_later(Day::constant(1970, 1, 1), i32::try_from(day_number).expect("a day of this century"))
}

fn days_about_the_change() -> impl Strategy<Value = Day> {
    prop_oneof![
        (-4..=4).prop_map(|offset| days_later(Day::constant(2024, 3, 1), offset)),
        (-700..=3000).prop_map(|offset| days_later(Day::constant(2024, 3, 1), offset)),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_day_begins_at_its_midnight_and_not_a_microsecond_before(day in days_about_the_change()) {
        let midnight = local_midnight(day);
        for (shift_us, expected) in [(-1, days_later(day, -1)), (0, day), (1, day)] {
            let instant = microseconds_later(midnight, shift_us);
            prop_assert_eq!(local_day(instant), expected);
            prop_assert_eq!(model_day(instant), expected);
        }
    }

    #[test]
    fn an_instant_has_one_day_across_the_change(minutes in -3000..3000_i64, shift_us in -1..=1_i64) {
        let instant = microseconds_later(CHANGE, minutes * (HOUR_US / 60) + shift_us);
        prop_assert_eq!(local_day(instant), model_day(instant));
    }

    #[test]
    fn a_scheduled_version_takes_over_at_midnight_and_never_before(document in documents()) {
        let standing = candidates(&document, AFTER_ALL);
        for version in &standing {
            let from = version.requisites.effective_from;
            let outranked = standing.iter().any(|other| {
                other.requisites.effective_from == from && other.ordinal > version.ordinal
            });
            let midnight = local_midnight(from);
            let at = |shift_us| seen(&document, local_day(microseconds_later(midnight, shift_us)), AFTER_ALL);
            if !outranked {
                prop_assert_eq!(at(0).ordinal(), Some(version.ordinal));
                prop_assert_eq!(at(1).ordinal(), Some(version.ordinal));
            }
            // Before its day it is at most announced, and only where nothing else applies.
            if let Seen::Version(ordinal, status) = at(-1)
                && ordinal == version.ordinal
            {
                let announced = matches!(status, Status::NotYetInForce { .. } | Status::Ended { .. });
                prop_assert!(announced, "{:?}", status);
                prop_assert!(standing.iter().all(|other| other.requisites.effective_from >= from));
            }
        }
    }

    #[test]
    fn between_midnights_time_alone_changes_nothing(document in documents(), day in days_about_the_change()) {
        let midnight = local_midnight(day);
        let answers = [0, 1, HOUR_US, 12 * HOUR_US, 24 * HOUR_US - 1]
            .map(|shift_us| seen(&document, local_day(microseconds_later(midnight, shift_us)), AFTER_ALL));
        prop_assert!(answers.iter().all(|answer| *answer == answers[0]));
    }
}
