//! How an edition stands, in words.

use super::html::{Banner, Tone};
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::resolution::Status;
use crate::domain::{Day, Lang, calendar};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{Argument, say, say_with};

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

/// The words for how an edition stands.
pub fn banner(page: Lang, document: &Document, edition: EditionStatus<'_>) -> Banner {
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
    match edition {
        EditionStatus::Answer(of_answer) => status(page, of_answer),
        EditionStatus::Scheduled { from } => status(page, Status::NotYetInForce { from }),
        EditionStatus::Superseded => Banner::new(Tone::Warning, say(page, "status-superseded")),
        EditionStatus::Corrected { by } => corrected("status-corrected", by),
        EditionStatus::CorrectionWithdrawn { by } => corrected("status-correction-withdrawn", by),
        EditionStatus::Withdrawn { reason, on } => reasoned("status-withdrawn", reason, on),
        EditionStatus::Erased { reason, on } => reasoned("status-erased", reason, on),
    }
}
