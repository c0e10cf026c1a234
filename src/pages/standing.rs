//! How a version stands within its document, and the words for it.

use super::layout::{Banner, Tone};
use crate::domain::document::Document;
use crate::domain::fact::FactDetail;
use crate::domain::resolution::{Answer, Status, candidates, resolve};
use crate::domain::version::Version;
use crate::domain::{AsOf, Day, Instant, Lang, calendar};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

/// How a version stands within its document on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'d> {
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

/// How a version of a document stands on `day`, seeing only what was recorded by `known`.
pub fn standing<'d>(document: &'d Document, version: &'d Version, as_of: AsOf) -> Standing<'d> {
    let AsOf { day, known } = as_of;
    if version.is_withdrawn(known) {
        let reason = version.withdrawal_reason(known).unwrap_or_default();
        let on = withdrawn_on(version, known);
        return if version.is_erased(known) {
            Standing::Erased { reason, on }
        } else {
            Standing::Withdrawn { reason, on }
        };
    }
    if !candidates(document, known).iter().any(|candidate| candidate.id == version.id) {
        let correction = document.corrections(version.ordinal, known).max_by_key(|other| other.ordinal);
        let by = correction.unwrap_or(version).ordinal;
        return match correction {
            Some(correction) if correction.is_withdrawn(known) => Standing::CorrectionWithdrawn { by },
            _ => Standing::Corrected { by },
        };
    }
    match resolve(document, as_of) {
        Answer::Version { version: answer, status } if answer.id == version.id => Standing::Answer(status),
        _ if version.requisites.effective_from > day => {
            Standing::Scheduled { from: version.requisites.effective_from }
        }
        _ => Standing::Superseded,
    }
}

/// The day on which the latest withdrawal or erasure was recorded; the day of publication where there is none.
pub fn withdrawn_on(version: &Version, known: Instant) -> Day {
    let facts = version.known_facts(known);
    let recorded = facts
        .filter(|fact| matches!(fact.detail, FactDetail::Withdrawn { .. } | FactDetail::Erased { .. }))
        .map(|fact| fact.recorded_at)
        .next_back();
    calendar::local_day(recorded.unwrap_or(version.published_at))
}

/// The words for the status of an answer.
pub fn status(page: Lang, status: Status) -> Banner {
    let dated = |key: &str, name: &str, day: Day, form: Form| {
        say_with(page, key, &[(name, Argument::from(say_day(page, day, form)))])
    };
    match status {
        Status::InForce { since } => {
            Banner::new(Tone::Good, dated("status-in-force", "since", since, Form::From))
        }
        Status::NotYetInForce { from } => {
            Banner::new(Tone::Notice, dated("status-not-yet", "from", from, Form::From))
        }
        Status::Prolonged { until: Some(until), .. } => {
            Banner::new(Tone::Notice, dated("status-prolonged-until", "until", until, Form::To))
        }
        Status::Prolonged { until: None, .. } => Banner::new(Tone::Notice, say(page, "status-prolonged")),
        Status::TermEnded { term_end } => {
            Banner::new(Tone::Warning, dated("status-term-ended", "end", term_end, Form::On))
        }
        Status::Ended { on, verb } => {
            let arguments = [("on", say_day(page, on, Form::From).into()), ("verb", verb.name().into())];
            Banner::new(Tone::Warning, say_with(page, "status-ended", &arguments))
        }
    }
}

/// The words for a version's standing.
pub fn banner(page: Lang, document: &Document, standing: Standing<'_>) -> Banner {
    let reasoned = |key: &str, reason: &str, on: Day| {
        let arguments = [("reason", Argument::from(reason)), ("on", say_day(page, on, Form::Short).into())];
        Banner::new(Tone::Warning, say_with(page, key, &arguments))
    };
    let corrected = |key: &str, by: u32| {
        let correction = document.version(by);
        let on = correction.map(|version| say_day(page, calendar::local_day(version.published_at), Form::On));
        let arguments = [("on", Argument::from(on.unwrap_or_default()))];
        Banner::new(Tone::Warning, say_with(page, key, &arguments))
    };
    match standing {
        Standing::Answer(of_answer) => status(page, of_answer),
        Standing::Scheduled { from } => status(page, Status::NotYetInForce { from }),
        Standing::Superseded => Banner::new(Tone::Warning, say(page, "status-superseded")),
        Standing::Corrected { by } => corrected("status-corrected", by),
        Standing::CorrectionWithdrawn { by } => corrected("status-correction-withdrawn", by),
        Standing::Withdrawn { reason, on } => reasoned("status-withdrawn", reason, on),
        Standing::Erased { reason, on } => reasoned("status-erased", reason, on),
    }
}
