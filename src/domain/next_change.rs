//! Until when an answer is good: the next day on which something that is told of a document will be something else.
//!
//! Nothing changes by time alone but on days that are written down: the first day of an edition, the day after its term,
//! the day after the year for which the law prolongs it, the first day on which it no longer applies. Which editions can
//! answer at all, and why the others cannot, changes only when something is recorded.

use super::as_of::AsOf;
use super::calendar::{Day, day_after, years_later};
use super::document::Document;
use super::resolution::{Answer, RENEWAL_YEARS, Status, candidates, choose};
use super::version::Version;

/// The first day after `as_of.day` on which the answer, its status or the status of any edition will be another, by what
/// is known then. None where nothing will change any more.
///
/// A page that was made on that day, and tells no other date of today, is good until then at the latest.
///
/// It is enough to look at the answer. How an edition stands that is not the answer depends on the day only where it is
/// scheduled; on its first day it becomes the answer, or another one of the same date does.
pub fn next_change(document: &Document, as_of: AsOf) -> Option<Day> {
    let candidates = candidates(document, as_of.known);
    let answer = |day: Day| told(choose(document, &candidates, as_of.on(day)));
    let mut days: Vec<Day> = candidates.iter().flat_map(|version| turning_days(version, as_of)).collect();
    days.sort_unstable();
    days.dedup();
    let today = answer(as_of.day);
    days.into_iter().find(|day| *day > as_of.day && answer(*day) != today)
}

/// The first day on which any of these documents changes, such as those of a shelf: which documents are on it does not
/// depend on the day.
pub fn next_change_of_any<'d>(documents: impl IntoIterator<Item = &'d Document>, as_of: AsOf) -> Option<Day> {
    documents.into_iter().filter_map(|document| next_change(document, as_of)).min()
}

/// The days on which the status of a version may become another.
fn turning_days(version: &Version, as_of: AsOf) -> impl Iterator<Item = Day> {
    let term_end = version.requisites.term_end;
    let renewal_end = term_end.map(|day| years_later(day, RENEWAL_YEARS));
    let ended = version.ended(as_of.known).map(|(on, _)| on);
    let first = [Some(version.requisites.effective_from), ended];
    first.into_iter().chain([term_end, renewal_end].map(|day| day.map(day_after))).flatten()
}

/// What is told of an answer that depends on the day.
fn told(answer: Answer<'_>) -> Option<(u32, Status)> {
    match answer {
        Answer::Version { version, status } => Some((version.ordinal, status)),
        Answer::NothingPublished | Answer::AllWithdrawn => None,
    }
}
