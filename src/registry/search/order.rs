//! The order of the places that were found.

use std::collections::{HashMap, HashSet};

use super::asked::PASSAGES_MAX;
use super::sieve::{Candidate, Standing};
use crate::domain::Lang;
use crate::domain::ids::VersionId;

/// What a text in the reader's own language counts, in percent of one in another: more than a synonym loses, less than it
/// takes to hide the language in which the question was put.
const OWN_LANGUAGE_PERCENT: u64 = 140;

/// What a text whose term is over, or that another document took the place of, counts in percent.
const NOT_IN_FORCE_PERCENT: u64 = 60;

/// What each further passage of one document counts, in percent of the one before: ten schools with one text must not
/// hide each other, nor the law.
const NEXT_OF_DOCUMENT_PERCENT: u64 = 90;

/// Passages with fewer points than this share of the best one's, in percent, only look like answers; so many are shown
/// whatever their points are.
const WORTH_SHOWING_PERCENT: u64 = 20;
const SHOWN_MIN: usize = 5;

pub(super) fn weighted(points: u64, candidate: &Candidate<'_>, wish: Lang) -> u64 {
    let language = if candidate.text.lang == wish { OWN_LANGUAGE_PERCENT } else { 100 };
    let force = if candidate.standing == Standing::InForce { 100 } else { NOT_IN_FORCE_PERCENT };
    points * language / 100 * force / 100
}

/// The best first; what only looks like an answer is left out, and so is the same place in another language.
pub(super) fn in_order(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let best = candidates.iter().map(|candidate| candidate.points).max().unwrap_or(0);
    candidates.sort_by(order);
    let mut shown: HashSet<(VersionId, String)> = HashSet::new();
    candidates.retain(|candidate| {
        let is_worth = shown.len() < SHOWN_MIN || candidate.points * 100 >= best * WORTH_SHOWING_PERCENT;
        is_worth && shown.insert((candidate.version.id, candidate.anchor.clone()))
    });
    let mut share: HashMap<VersionId, u64> = HashMap::new();
    for candidate in &mut candidates {
        let percent = share.entry(candidate.version.id).or_insert(100);
        candidate.points = candidate.points * *percent / 100;
        *percent = *percent * NEXT_OF_DOCUMENT_PERCENT / 100;
    }
    candidates.sort_by(order);
    candidates.truncate(PASSAGES_MAX);
    candidates
}

/// Present versions first, then by points. Whatever the database's order, the results have one: the order of shelves
/// decides between equals.
fn order(a: &Candidate<'_>, b: &Candidate<'_>) -> std::cmp::Ordering {
    let is_other = |candidate: &Candidate<'_>| candidate.standing == Standing::Other;
    let key = |c: &Candidate<'_>| (c.document.kind, c.document.code, c.version.ordinal, c.text.lang, c.id);
    is_other(a).cmp(&is_other(b)).then(b.points.cmp(&a.points)).then_with(|| key(a).cmp(&key(b)))
}
