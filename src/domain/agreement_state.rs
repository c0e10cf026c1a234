//! How an organization stands with its collective agreement.

use super::as_of::AsOf;
use super::calendar::{Day, day_after, years_later};
use super::document::Document;
use super::document_kind::DocumentKind;
use super::names::names;
use super::reminder::{ReminderKind, reminders};
use super::resolution::{Answer, RENEWAL_YEARS, Status, resolve};

names! {
    /// How an organization stands with its collective agreement. One of the first, the third and the last is always so.
    pub enum AgreementState {
        /// One is in force, be it prolonged.
        InForce = "in-force",
        /// One is in force, and its end is told (see [`reminders`]).
        Ending = "ending",
        /// There is one, and none is in force: its term is over, or it has yet to begin.
        NotInForce = "not-in-force",
        /// There is none with a text.
        Without = "without",
    }
}

impl AgreementState {
    /// Whether it is so with an organization that owns these documents.
    pub fn is_of(self, owned: &[&Document], as_of: AsOf) -> bool {
        let agreements = || {
            let own = owned.iter().filter(|document| document.kind == DocumentKind::CollectiveAgreement);
            own.filter_map(|document| match resolve(document, as_of) {
                Answer::Version { status, .. } => Some((*document, status)),
                Answer::NothingPublished | Answer::AllWithdrawn => None,
            })
        };
        let is_in_force =
            |status: &Status| matches!(status, Status::InForce { .. } | Status::Prolonged { .. });
        let any_in_force = || agreements().any(|(_, status)| is_in_force(&status));
        match self {
            Self::InForce => any_in_force(),
            Self::Ending => agreements().any(|(document, status)| {
                is_in_force(&status)
                    && reminders(document, as_of).iter().any(|reminder| tells_end(reminder.kind))
            }),
            Self::NotInForce => agreements().next().is_some() && !any_in_force(),
            Self::Without => agreements().next().is_none(),
        }
    }
}

const fn tells_end(kind: ReminderKind) -> bool {
    matches!(kind, ReminderKind::TermEnds | ReminderKind::ProlongationEnds)
}

/// The earliest end of a term that a renewal prolongs up to a day at least (Labour Code of Kazakhstan, art. 158(2)).
pub fn renewed_until(day: Day) -> Day {
    let earlier = years_later(day, -RENEWAL_YEARS);
    // The 29th of February has none a year before.
    if years_later(earlier, RENEWAL_YEARS) < day { day_after(earlier) } else { earlier }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::calendar::{day_before, days_before};

    proptest! {
        #[test]
        fn the_earliest_end_is_the_earliest(days in 0_i64..3_000) {
            let day = days_before(Day::constant(2029, 3, 2), days);
            let end = renewed_until(day);
            prop_assert!(years_later(end, RENEWAL_YEARS) >= day);
            prop_assert!(years_later(day_before(end), RENEWAL_YEARS) < day);
        }
    }

    #[test]
    fn the_day_of_leap_years_is_counted() {
        assert_eq!(renewed_until(Day::constant(2024, 2, 29)), Day::constant(2023, 3, 1));
        assert_eq!(renewed_until(Day::constant(2025, 3, 1)), Day::constant(2024, 3, 1));
    }
}
