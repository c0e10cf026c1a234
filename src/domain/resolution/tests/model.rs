//! The rule of the latest text a second time: slow, transcribed sentence by sentence, and sharing no code with the
//! real one. It reads the fields of a history and calls none of its methods.

use crate::domain::document::Document;
use crate::domain::fact::{EndVerb, FactDetail};
use crate::domain::requisites::Prolongation;
use crate::domain::resolution::{Answer, Status};
use crate::domain::version::{Authenticity, Text, Version};
use crate::domain::{Day, Instant, Lang};

/// An answer in a form that can be compared: the ordinal stands for the version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// This version with this status.
    Version(u32, Status),
    /// Nothing was ever published.
    NothingPublished,
    /// What was published was withdrawn, or corrected.
    AllWithdrawn,
}

impl Seen {
    /// The ordinal of the version that answers.
    pub fn ordinal(self) -> Option<u32> {
        match self {
            Self::Version(ordinal, _) => Some(ordinal),
            Self::NothingPublished | Self::AllWithdrawn => None,
        }
    }
}

impl From<Answer<'_>> for Seen {
    fn from(answer: Answer<'_>) -> Self {
        match answer {
            Answer::Version { version, status } => Self::Version(version.ordinal, status),
            Answer::NothingPublished => Self::NothingPublished,
            Answer::AllWithdrawn => Self::AllWithdrawn,
        }
    }
}

fn is_published(version: &Version, known: Instant) -> bool {
    version.published_at <= known
}

/// "Only facts recorded by k."
fn facts(version: &Version, known: Instant) -> Vec<&FactDetail> {
    let mut facts = Vec::new();
    for fact in &version.facts {
        if fact.recorded_at <= known {
            facts.push(&fact.detail);
        }
    }
    facts
}

/// Erased bytes can answer nobody, so an erasure withdraws.
fn is_withdrawn(version: &Version, known: Instant) -> bool {
    facts(version, known)
        .iter()
        .any(|detail| matches!(detail, FactDetail::Withdrawn { .. } | FactDetail::Erased { .. }))
}

/// "Not corrected by any published version", withdrawn or not.
fn is_corrected(document: &Document, version: &Version, known: Instant) -> bool {
    for other in &document.versions {
        if is_published(other, known) && other.corrects == Some(version.ordinal) {
            return true;
        }
    }
    false
}

/// "C = versions published, not withdrawn, and not corrected by any published version."
pub fn candidates(document: &Document, known: Instant) -> Vec<&Version> {
    let mut c = Vec::new();
    for version in &document.versions {
        let is_out = is_withdrawn(version, known) || is_corrected(document, version, known);
        if is_published(version, known) && !is_out {
            c.push(version);
        }
    }
    c
}

fn is_greater(one: &Version, other: &Version) -> bool {
    let (a, b) = (one.requisites.effective_from, other.requisites.effective_from);
    a > b || (a == b && one.ordinal > other.ordinal)
}

/// Steps 3 to 5, and the status.
pub fn answer(document: &Document, day: Day, known: Instant) -> Seen {
    let c = candidates(document, known);
    let applying: Vec<_> = c.iter().filter(|version| version.requisites.effective_from <= day).collect();
    for version in &applying {
        if !applying.iter().any(|other| is_greater(other, version)) {
            return Seen::Version(version.ordinal, status(version, day, known));
        }
    }
    for version in &c {
        if !c.iter().any(|other| is_greater(version, other)) {
            return Seen::Version(version.ordinal, status(version, day, known));
        }
    }
    if document.versions.iter().any(|version| is_published(version, known)) {
        Seen::AllWithdrawn
    } else {
        Seen::NothingPublished
    }
}

/// The same day a year later; what began on 29 February ends on the 28th.
fn a_year_later(day: Day) -> Day {
    Day::new(day.year() + 1, day.month(), day.day()).unwrap_or(Day::constant(day.year() + 1, 2, 28))
}

/// "Ended → ended; else `term_end < d` → prolonged if …, else term ended; else in force."
pub fn status(version: &Version, day: Day, known: Instant) -> Status {
    if let Some((on, verb)) = earliest_end(version, known)
        && day >= on
    {
        return Status::Ended { on, verb };
    }
    let requisites = &version.requisites;
    if day < requisites.effective_from {
        return Status::NotYetInForce { from: requisites.effective_from };
    }
    let Some(term_end) = requisites.term_end.filter(|term_end| *term_end < day) else {
        return Status::InForce { since: requisites.effective_from };
    };
    let until = a_year_later(term_end);
    let renewal =
        |detail: &&FactDetail| matches!(detail, FactDetail::RenewalProposed { on } if *on <= term_end);
    if requisites.prolongation == Prolongation::UntilReplaced {
        Status::Prolonged { term_end, until: None }
    } else if facts(version, known).iter().any(renewal) && day <= until {
        Status::Prolonged { term_end, until: Some(until) }
    } else {
        Status::TermEnded { term_end }
    }
}

/// The earliest end that is known; of two on one day, the one recorded first.
fn earliest_end(version: &Version, known: Instant) -> Option<(Day, EndVerb)> {
    let mut earliest: Option<(Day, EndVerb)> = None;
    for detail in facts(version, known) {
        if let FactDetail::Ended { on, verb } = detail
            && earliest.is_none_or(|(day, _)| *on < day)
        {
            earliest = Some((*on, *verb));
        }
    }
    earliest
}

/// Step 6: the wished text, else the authentic one, else kk, ru, en.
pub fn text(version: &Version, wish: Lang, known: Instant) -> Option<&Text> {
    let find = |lang: Lang, accepted: &[Authenticity]| {
        version.texts.iter().find(|text| {
            text.recorded_at <= known && text.lang == lang && accepted.contains(&text.authenticity)
        })
    };
    let any = [Authenticity::Authentic, Authenticity::Translation];
    let authentic = [Authenticity::Authentic];
    find(wish, &any)
        .or_else(|| find(Lang::Kk, &authentic))
        .or_else(|| find(Lang::Ru, &authentic))
        .or_else(|| find(Lang::En, &authentic))
        .or_else(|| find(Lang::Kk, &any))
        .or_else(|| find(Lang::Ru, &any))
        .or_else(|| find(Lang::En, &any))
}

/// "The last text in that language, marked as no longer current": of the versions before the answer.
pub fn last_in_language(document: &Document, answer: &Version, wish: Lang, known: Instant) -> Option<u32> {
    let mut last: Option<&Version> = None;
    for version in candidates(document, known) {
        let has_text = version.texts.iter().any(|text| text.lang == wish && text.recorded_at <= known);
        if has_text && is_greater(answer, version) && last.is_none_or(|last| is_greater(version, last)) {
            last = Some(version);
        }
    }
    last.map(|version| version.ordinal)
}
