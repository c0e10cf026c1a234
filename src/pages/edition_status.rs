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
    let dated = |tone: Tone, key: &str, name: &str, day: Day, form: Form| {
        let written = say_day(page, day, form);
        Banner::new(tone, say_with(page, key, &[(name, Argument::from(written.as_str()))]))
            .naming(day, written)
    };
    match status {
        Status::InForce { since } => dated(Tone::Good, "status-in-force", "since", since, Form::From),
        Status::NotYetInForce { from } => dated(Tone::Notice, "status-not-yet", "from", from, Form::From),
        Status::Prolonged { until: Some(until), .. } => {
            dated(Tone::Notice, "status-prolonged-until", "until", until, Form::To)
        }
        Status::Prolonged { until: None, .. } => Banner::new(Tone::Notice, say(page, "status-prolonged")),
        Status::TermEnded { term_end } => {
            dated(Tone::Warning, "status-term-ended", "end", term_end, Form::On)
        }
        Status::Ended { on, verb } => {
            let written = say_day(page, on, Form::From);
            let arguments = [("on", written.as_str().into()), ("verb", verb.name().into())];
            Banner::new(Tone::Warning, say_with(page, "status-ended", &arguments)).naming(on, written)
        }
    }
}

/// The words for how an edition stands.
pub fn banner(page: Lang, document: &Document, edition: EditionStatus<'_>) -> Banner {
    let reasoned = |key: &str, reason: &str, on: Day| {
        let written = say_day(page, on, Form::Short);
        let arguments = [("reason", Argument::from(reason)), ("on", written.as_str().into())];
        Banner::new(Tone::Warning, say_with(page, key, &arguments)).naming(on, written)
    };
    let corrected = |key: &str, by: u32| {
        let correction = document.version(by);
        let day = correction.map(|version| calendar::local_day(version.published_at));
        let written = day.map(|day| say_day(page, day, Form::On)).unwrap_or_default();
        let arguments = [("on", Argument::from(written.as_str()))];
        let banner = Banner::new(Tone::Warning, say_with(page, key, &arguments));
        day.into_iter().fold(banner, |banner, day| banner.naming(day, written.as_str()))
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
