//! Which text is the latest: the heart of the register.
//!
//! Every question is asked as of a day and an instant ([`AsOf`]): what applied on that calendar day, by what the registry
//! knew at that instant. What does not depend on the day asks for the instant alone. Nothing is stored about the answer,
//! so it cannot go stale.

use std::collections::BTreeSet;

use super::as_of::AsOf;
use super::calendar::{self, Day, Instant};
use super::document::Document;
use super::fact::{EndVerb, FactDetail};
use super::requisites::Prolongation;
use super::version::Version;

/// Years for which a proposed renewal prolongs an agreement (Labour Code of Kazakhstan, art. 158(2)).
pub const RENEWAL_YEARS: i16 = 1;

/// What a document answers on a day.
#[derive(Debug, Clone, Copy)]
pub enum Answer<'d> {
    /// This version's text, with its status.
    Version {
        /// The version.
        version: &'d Version,
        /// What to tell the reader about it.
        status: Status,
    },
    /// Nothing was ever published.
    NothingPublished,
    /// Nothing that was published can answer: it has been withdrawn, or it was corrected and its correction has been
    /// withdrawn.
    AllWithdrawn,
}

/// What to tell a reader about a version on a day. The text is served whatever it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It applies from a later day.
    NotYetInForce {
        /// That day.
        from: Day,
    },
    /// It applies.
    InForce {
        /// Since when.
        since: Day,
    },
    /// Its term is over, but it goes on.
    Prolonged {
        /// The end of its term.
        term_end: Day,
        /// The last day of the prolongation, where the law sets one.
        until: Option<Day>,
    },
    /// Its term is over.
    TermEnded {
        /// The last day of its term.
        term_end: Day,
    },
    /// It was ended.
    Ended {
        /// First day on which it no longer applies.
        on: Day,
        /// How.
        verb: EndVerb,
    },
}

/// The answer of a document.
pub fn resolve(document: &Document, as_of: AsOf) -> Answer<'_> {
    choose(document, &candidates(document, as_of.known), as_of)
}

/// The answer of a document once this version will have been withdrawn too.
///
/// What the version corrected stays out: a withdrawal is no proof that the mistake was none.
pub fn resolve_without<'d>(document: &'d Document, version: &Version, as_of: AsOf) -> Answer<'d> {
    let mut left = candidates(document, as_of.known);
    left.retain(|candidate| candidate.id != version.id);
    choose(document, &left, as_of)
}

/// The answer out of the versions that can be one.
pub(super) fn choose<'d>(document: &'d Document, candidates: &[&'d Version], as_of: AsOf) -> Answer<'d> {
    let applying = candidates
        .iter()
        .copied()
        .filter(|version| version.requisites.effective_from <= as_of.day)
        .max_by_key(|version| version.precedence());
    let earliest = || candidates.iter().copied().min_by_key(|version| version.precedence());
    match applying.or_else(earliest) {
        Some(version) => Answer::Version { version, status: status(version, as_of) },
        None if document.known_versions(as_of.known).next().is_some() => Answer::AllWithdrawn,
        None => Answer::NothingPublished,
    }
}

/// The versions that can be an answer, by ordinal: published, not withdrawn, and not corrected by any published version.
///
/// What was declared wrong stays out for ever, also when its correction is withdrawn or erased.
pub fn candidates(document: &Document, known: Instant) -> Vec<&Version> {
    let published = || document.known_versions(known);
    let corrected: BTreeSet<u32> = published().filter_map(|version| version.corrects).collect();
    let mut candidates: Vec<&Version> = published()
        .filter(|version| !corrected.contains(&version.ordinal) && !version.is_withdrawn(known))
        .collect();
    candidates.sort_by_key(|version| version.ordinal);
    candidates
}

/// The status of a version.
pub fn status(version: &Version, as_of: AsOf) -> Status {
    let AsOf { day, known } = as_of;
    let requisites = &version.requisites;
    if let Some((on, verb)) = version.ended(known)
        && on <= day
    {
        return Status::Ended { on, verb };
    }
    if requisites.effective_from > day {
        return Status::NotYetInForce { from: requisites.effective_from };
    }
    match requisites.term_end {
        Some(term_end) if term_end < day => after_term(version, term_end, as_of),
        _ => Status::InForce { since: requisites.effective_from },
    }
}

fn after_term(version: &Version, term_end: Day, as_of: AsOf) -> Status {
    if version.requisites.prolongation == Prolongation::UntilReplaced {
        return Status::Prolonged { term_end, until: None };
    }
    let last_day = calendar::years_later(term_end, RENEWAL_YEARS);
    let proposed = version
        .known_details(as_of.known)
        .any(|detail| matches!(detail, FactDetail::RenewalProposed { on } if *on <= term_end));
    if proposed && as_of.day <= last_day {
        Status::Prolonged { term_end, until: Some(last_day) }
    } else {
        Status::TermEnded { term_end }
    }
}

/// The edition that a version took over from: the last one before it that can be an answer.
pub fn predecessor<'d>(document: &'d Document, version: &Version, known: Instant) -> Option<&'d Version> {
    let earlier = candidates(document, known).into_iter();
    earlier.filter(|other| other.precedence() < version.precedence()).max_by_key(|other| other.precedence())
}

#[cfg(test)]
mod tests;
