//! Terms that the law sets, as dated data: how long, by which article, since when, and where to read it.
//!
//! Labour Code of the Republic of Kazakhstan of 23 November 2015 No. 414-V. Each row was read in the editions of 10 June 2020,
//! 2023 and 16 June 2024; check it in the official text before a release that quotes it.

use super::calendar::{self, Day};
use super::names::names;

/// Where the law is read: the register of the Ministry of Justice.
pub const LABOUR_CODE_URL: &str = "https://adilet.zan.kz/rus/docs/K1500000414";

names! {
    /// What the law gives a time for.
    pub enum LegalTermKind {
        /// A general, sector or regional agreement is sent for registration.
        Registration = "registration",
        /// A collective agreement is handed to the labour inspection for monitoring.
        Monitoring = "monitoring",
        /// A collective agreement goes on after its term, where a renewal was proposed in time.
        Renewal = "renewal",
    }
}

/// A length of time as the law counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// Calendar days.
    Days(i64),
    /// Months, to the same day of the month.
    Months(i32),
    /// Years, to the same day of the year.
    Years(i16),
}

/// A term that the law sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalTerm {
    /// What for.
    pub kind: LegalTermKind,
    /// How long.
    pub length: Length,
    /// The article, as it is quoted: `156(11)`.
    pub article: &'static str,
    /// The first day on which the law says so.
    pub since: Day,
}

/// The day on which the Labour Code came into force.
const IN_FORCE: Day = Day::constant(2016, 1, 1);

/// Every term, the earlier wording of one before the later.
const TERMS: [LegalTerm; 3] = [
    LegalTerm {
        kind: LegalTermKind::Registration,
        length: Length::Days(10),
        article: "151",
        since: IN_FORCE,
    },
    LegalTerm {
        kind: LegalTermKind::Monitoring,
        length: Length::Months(1),
        article: "156(11)",
        since: IN_FORCE,
    },
    LegalTerm { kind: LegalTermKind::Renewal, length: Length::Years(1), article: "158(2)", since: IN_FORCE },
];

impl LegalTerm {
    /// What the law says of something that began on a day.
    pub fn of(kind: LegalTermKind, day: Day) -> Option<Self> {
        TERMS.into_iter().rfind(|term| term.kind == kind && term.since <= day)
    }

    /// The last day of the term that begins with a day, which does not count itself.
    pub fn last_day(self, from: Day) -> Day {
        match self.length {
            Length::Days(days) => calendar::days_before(from, -days),
            Length::Months(months) => calendar::months_later(from, months),
            Length::Years(years) => calendar::years_later(from, years),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::resolution::RENEWAL_YEARS;

    #[test]
    fn each_term_is_counted_as_the_law_counts_it() {
        let last = |kind, from| LegalTerm::of(kind, from).map(|term| term.last_day(from));
        let day = Day::constant;
        assert_eq!(last(LegalTermKind::Registration, day(2026, 2, 20)), Some(day(2026, 3, 2)));
        assert_eq!(last(LegalTermKind::Monitoring, day(2026, 1, 31)), Some(day(2026, 2, 28)));
        assert_eq!(last(LegalTermKind::Renewal, day(2024, 2, 29)), Some(day(2025, 2, 28)));
        assert_eq!(last(LegalTermKind::Renewal, day(2015, 12, 31)), None, "before the code was in force");
    }

    #[test]
    fn the_rule_of_the_answer_counts_the_same_year() {
        let renewal = LegalTerm::of(LegalTermKind::Renewal, IN_FORCE).map(|term| term.length);
        assert_eq!(renewal, Some(Length::Years(RENEWAL_YEARS)));
    }
}
