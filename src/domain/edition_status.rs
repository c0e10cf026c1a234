//! How an edition stands within its document: whether it is the answer, and what it is where it is not.

use super::as_of::AsOf;
use super::calendar::{self, Day, Instant};
use super::document::Document;
use super::resolution::{Answer, Status, candidates, resolve};
use super::version::Version;

/// How a version stands within its document, as of a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditionStatus<'d> {
    /// It is the answer.
    Answer(Status),
    /// It will be the answer from a later day.
    Scheduled {
        /// That day.
        from: Day,
    },
    /// Another edition is the answer now.
    Superseded,
    /// A correction stands in its place.
    Corrected {
        /// The ordinal of the correction.
        by: u32,
    },
    /// A correction took its place, and was withdrawn itself: what was declared wrong does not come back.
    CorrectionWithdrawn {
        /// The ordinal of the correction.
        by: u32,
    },
    /// It was withdrawn.
    Withdrawn {
        /// Why.
        reason: &'d str,
        /// The day on which that was recorded.
        on: Day,
    },
    /// Its bytes were erased.
    Erased {
        /// Why.
        reason: &'d str,
        /// The day on which that was recorded.
        on: Day,
    },
}

impl<'d> EditionStatus<'d> {
    /// How a version of a document stands.
    pub fn of(document: &'d Document, version: &'d Version, as_of: AsOf) -> Self {
        let AsOf { day, known } = as_of;
        if version.is_withdrawn(known) {
            let reason = version.withdrawal_reason(known).unwrap_or_default();
            let on = withdrawn_on(version, known);
            return if version.is_erased(known) {
                Self::Erased { reason, on }
            } else {
                Self::Withdrawn { reason, on }
            };
        }
        if !candidates(document, known).iter().any(|candidate| candidate.id == version.id) {
            let correction = document.corrections(version.ordinal, known).max_by_key(|other| other.ordinal);
            let by = correction.unwrap_or(version).ordinal;
            return match correction {
                Some(correction) if correction.is_withdrawn(known) => Self::CorrectionWithdrawn { by },
                _ => Self::Corrected { by },
            };
        }
        match resolve(document, as_of) {
            Answer::Version { version: answer, status } if answer.id == version.id => Self::Answer(status),
            _ if version.requisites.effective_from > day => {
                Self::Scheduled { from: version.requisites.effective_from }
            }
            _ => Self::Superseded,
        }
    }
}

/// The day on which the latest withdrawal or erasure was recorded; the day of publication where there is none.
pub fn withdrawn_on(version: &Version, known: Instant) -> Day {
    let withdrawal = version.known_facts(known).rfind(|fact| fact.detail.withdraws());
    calendar::local_day(withdrawal.map_or(version.published_at, |fact| fact.recorded_at))
}
