//! The dates of a version: as they were entered, and as they hold.

use super::calendar::Day;
use super::names::names;

/// The dates of a version. They belong to the version, never to one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requisites {
    /// Day of signing or adoption.
    pub signed_on: Option<Day>,
    /// First day on which it applies.
    pub effective_from: Day,
    /// Last day of its term.
    pub term_end: Option<Day>,
    /// Whether it goes on after its term.
    pub prolongation: Prolongation,
}

names! {
    /// Whether a version goes on after its term.
    #[derive(Default)]
    pub enum Prolongation {
        /// It does not.
        #[default]
        None = "none",
        /// It goes on until a new one replaces it.
        UntilReplaced = "until_replaced",
    }
}

/// Earliest day that a version may name: before it lies a mistyped year.
pub const EARLIEST_DAY: Day = Day::constant(1900, 1, 1);

/// Latest day that a version may name: after it lies a mistyped year.
pub const LATEST_DAY: Day = Day::constant(2199, 12, 31);

/// The dates of a version as they were entered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RequisitesInput {
    /// Day of signing or adoption.
    pub signed_on: Option<Day>,
    /// First day on which the version applies.
    pub effective_from: Option<Day>,
    /// Last day of the term.
    pub term_end: Option<Day>,
    /// Whether it goes on after its term.
    pub prolongation: Prolongation,
}

impl From<Requisites> for RequisitesInput {
    fn from(requisites: Requisites) -> Self {
        let Requisites { signed_on, effective_from, term_end, prolongation } = requisites;
        Self { signed_on, effective_from: Some(effective_from), term_end, prolongation }
    }
}

/// Why dates cannot be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// No day from which the version applies.
    EffectiveFromMissing,
    /// No day of signing, and the kind needs one.
    SignedOnMissing,
    /// No end of the term, and the kind needs one.
    TermEndMissing,
    /// The term ends before the version applies.
    EndsBeforeItBegins,
    /// It was signed after its term had ended.
    SignedAfterTheEnd,
    /// The term is longer than the law allows (art. 150(4)).
    TermTooLong {
        /// Longest term in years.
        years: i16,
        /// Latest end of the term that is allowed.
        latest: Day,
    },
    /// A year that nobody can mean.
    OutOfRange {
        /// The day that was entered.
        day: Day,
    },
}
