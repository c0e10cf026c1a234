//! Searching: documents and organizations by their names, passages of texts by their words.
//!
//! The database gives candidates by their words; which version answers is asked of the domain, and the order is made
//! here, so that both engines and every other way out agree.

mod asked;
mod index;
mod names;
mod order;
mod places;
mod sieve;
mod words;

use std::collections::{HashMap, HashSet};

use super::Result;
use super::view::View;
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::TextId;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::version::Version;
use crate::storage::bodies;
use crate::storage::search::{self as stored, Condition};
use crate::text::find::{self, Piece, Query};

pub use asked::{Editions, PASSAGES_MAX, Scope, Search};
use asked::{LOOKED_AT_ONCE, condition_of};
pub(super) use index::{passages_of, store_body};
use names::KindNames;
pub(super) use names::{name_document, name_organization, words_of_document, words_of_organization};
use order::{in_order, weighted};
use places::Place;
use sieve::{Candidate, Sieve, Standing};

/// Passages that a condition gives at most, the union's first.
const MATCHES_MAX: i64 = 1_000;

/// Passages whose words are compared at most.
const COMPARED_MAX: usize = 300;

/// Passages with which no weaker condition is tried.
const ENOUGH: usize = 60;

/// How much of what was asked a passage must speak of, in percent, to be shown at all, to be an answer, and to be one where
/// the word that tells most is nowhere.
const COVERED_MIN_PERCENT: u64 = 3;
const ANSWER_PERCENT: u64 = 60;
const ANSWER_WITHOUT_BEST_PERCENT: u64 = 80;

/// The passages among which an answer is looked for.
const FIRST: usize = 5;

/// What was found.
#[derive(Debug, Default)]
pub struct Found<'s> {
    /// Documents with their owners, best first.
    pub documents: Vec<(&'s Document, &'s Organization)>,
    /// Organizations, best first.
    pub organizations: Vec<&'s Organization>,
    /// Passages, best first: those that were asked for.
    pub passages: Vec<FoundPassage<'s>>,
    /// How many passages there are.
    pub passages_total: usize,
    /// The place that was asked for by its number and that is in none of the documents, as it was typed.
    pub missing_place: Option<String>,
    /// Whether the passages only have some of the words, so that none of them may be the answer.
    pub is_partial: bool,
    /// Words of the query that are nowhere.
    pub unknown: Vec<String>,
    /// Words that were read otherwise than they were typed.
    pub readings: Vec<Reading>,
}

/// A word that was read otherwise than it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// As it was typed.
    pub typed: String,
    /// What was searched for instead.
    pub read: String,
}

/// A passage that was found.
#[derive(Debug, Clone)]
pub struct FoundPassage<'s> {
    /// Its document.
    pub document: &'s Document,
    /// The document's owner.
    pub owner: &'s Organization,
    /// The version.
    pub version: &'s Version,
    /// Whether the version answers today.
    pub is_answer: bool,
    /// Whether words of the text were recognised by a machine, and nobody compared them with their pictures.
    pub is_recognised: bool,
    /// The language of the text.
    pub lang: Lang,
    /// Where a link leads in the text; empty for its beginning.
    pub anchor: String,
    /// The heading in pieces.
    pub heading: Vec<Piece>,
    /// The part that answers best, in pieces.
    pub excerpt: Vec<Piece>,
}

/// Heading and content of passages by their numbers.
type Contents = HashMap<i64, (String, String)>;

impl View {
    /// Searches the register. `kind_name` says what a kind of document is called.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn search(
        &self,
        search: &Search<'_>,
        kind_name: fn(DocumentKind, Lang) -> String,
    ) -> Result<Found<'_>> {
        let mut found = Found::default();
        let wanted = find::wanted(search.query);
        if wanted.is_empty() {
            return Ok(found);
        }
        if search.scope == Scope::Union {
            let kinds = KindNames::new(kind_name);
            (found.documents, found.organizations) = self.named_so(&wanted, &kinds)?;
            let is_gone = |document| matches!(resolve(document, self.as_of()), Answer::AllWithdrawn);
            found.documents.retain(|(document, _)| !is_gone(document));
            if found.organizations.is_empty() && found.documents.is_empty() {
                found.organizations = self.organizations_like(search.query)?;
            }
        }
        let place = self.place(search, kind_name)?;
        // Where there is no such place, what was typed besides is looked for.
        let typed = place.missing_rest().unwrap_or(search.query);
        let query = self.query(typed)?;
        let ranked = match place {
            Place::Found(found) => found,
            Place::Missing { typed, .. } => {
                found.missing_place = Some(typed);
                self.ranked(search, &query)?
            }
            Place::Unasked => self.ranked(search, &query)?,
        };
        found.is_partial =
            !ranked.is_empty() && (found.missing_place.is_some() || is_partial(&ranked, &query));
        found.unknown.clone_from(&query.unknown);
        found.passages_total = ranked.len();
        let page: Vec<Candidate<'_>> = ranked.into_iter().skip(search.skip).take(search.take).collect();
        let contents = self.contents(&page)?;
        found.readings = readings(&query, &page, &contents);
        found.passages = self.excerpts(page, &contents, &query)?;
        Ok(found)
    }

    /// The passages that answer, best first.
    fn ranked(&self, search: &Search<'_>, query: &Query) -> Result<Vec<Candidate<'_>>> {
        let Some(scope) = self.scope(search)?.filter(|_| query.tells()) else { return Ok(Vec::new()) };
        let mut sieve = Sieve::new(self, search);
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        let mut seen: HashSet<i64> = HashSet::new();
        for condition in conditions(query) {
            let condition = match &scope {
                Some(scope) => Condition::All(vec![scope.clone(), condition]),
                None => condition,
            };
            let passages = self.numbers()?.passages;
            let matches = self.ask(|conn| Ok(stored::matching(conn, passages, &condition, MATCHES_MAX)?))?;
            let matches: Vec<(i64, TextId)> =
                matches.into_iter().filter(|(id, _)| seen.insert(*id)).collect();
            // A part at a time: what is enough is not known before its documents are.
            for some in matches.chunks(LOOKED_AT_ONCE) {
                if candidates.len() >= COMPARED_MAX {
                    break;
                }
                candidates.extend(sieve.candidates(some)?);
                candidates.truncate(COMPARED_MAX);
            }
            if candidates.len() >= ENOUGH {
                break;
            }
        }
        let ids: Vec<i64> = candidates.iter().map(|candidate| candidate.id).collect();
        let words = self.ask(|conn| Ok(stored::words(conn, &ids)?))?;
        let mut words: HashMap<i64, (String, String)> =
            words.into_iter().map(|(id, anchor, words)| (id, (anchor, words))).collect();
        let ranking = query.ranking();
        candidates.retain_mut(|candidate| {
            let Some((anchor, words)) = words.remove(&candidate.id) else { return false };
            candidate.anchor = anchor;
            let score = ranking.score(&words);
            candidate.points = weighted(score.points, candidate, search.wish);
            candidate.covered = score.covered;
            candidate.points > 0 && score.covered >= COVERED_MIN_PERCENT
        });
        Ok(in_order(candidates))
    }

    fn contents(&self, page: &[Candidate<'_>]) -> Result<Contents> {
        let ids: Vec<i64> = page.iter().map(|candidate| candidate.id).collect();
        let contents = self.ask(|conn| Ok(stored::contents(conn, &ids)?))?;
        Ok(contents.into_iter().map(|(id, heading, content)| (id, (heading, content))).collect())
    }

    /// Heading and excerpt of each passage.
    fn excerpts<'v>(
        &'v self,
        page: Vec<Candidate<'v>>,
        contents: &Contents,
        query: &Query,
    ) -> Result<Vec<FoundPassage<'v>>> {
        self.load_owners(page.iter().map(|candidate| candidate.document))?;
        let texts: Vec<TextId> = page.iter().map(|candidate| candidate.text.id).collect();
        let recognised = self.ask(|conn| Ok(bodies::recognised(conn, &texts)?))?;
        let mut found = Vec::new();
        for candidate in page {
            let Some((heading, content)) = contents.get(&candidate.id) else { continue };
            let lang = candidate.text.lang;
            let whole = FoundPassage {
                document: candidate.document,
                owner: self.owner(candidate.document)?,
                version: candidate.version,
                is_answer: candidate.standing != Standing::Other,
                is_recognised: recognised.contains(&candidate.text.id),
                lang,
                heading: find::heading(heading, lang, query),
                excerpt: find::excerpt(content, lang, query),
                anchor: candidate.anchor,
            };
            // The point first, then all that it belongs to.
            let point = candidate.point.and_then(|point| Some((find::point(content, &point)?, point)));
            found.extend(point.map(|(words, point)| FoundPassage {
                anchor: format!("{}-{point}", whole.anchor),
                excerpt: find::excerpt(words, lang, query),
                ..whole.clone()
            }));
            found.push(whole);
        }
        Ok(found)
    }

    /// The documents of the scope as a condition, where it is not the whole union; none where there are no documents.
    fn scope(&self, search: &Search<'_>) -> Result<Option<Option<Condition>>> {
        Ok(match search.scope {
            Scope::Union => Some(None),
            Scope::Document(code) => Some(Some(Condition::document(code))),
            Scope::Shelf(code) => {
                let Some(organization) = self.organization(code)? else { return Ok(None) };
                let shelf = self.shelf(organization)?;
                let documents: Vec<Condition> =
                    shelf.iter().map(|one| Condition::document(one.code)).collect();
                (!documents.is_empty()).then_some(Some(Condition::Any(documents)))
            }
        })
    }
}

/// From the strongest to the weakest: every word, then without the least telling ones, then any of them.
fn conditions(query: &Query) -> Vec<Condition> {
    let groups: Vec<Condition> = query.groups.iter().map(|group| condition_of(group, 0.0)).collect();
    let mut conditions: Vec<Condition> =
        (1..=groups.len()).rev().map(|count| Condition::All(groups[..count].to_vec())).collect();
    if groups.len() > 1 {
        conditions.push(Condition::Any(groups));
    }
    conditions
}

/// Whether the best passages only have some of the words.
fn is_partial(ranked: &[Candidate<'_>], query: &Query) -> bool {
    let covered = ranked.iter().take(FIRST).map(|candidate| candidate.covered).max().unwrap_or(0);
    covered < if query.lacks_most_telling() { ANSWER_WITHOUT_BEST_PERCENT } else { ANSWER_PERCENT }
}

/// What was searched for in place of words that no text has, as the passages that are shown write it.
fn readings(query: &Query, page: &[Candidate<'_>], contents: &Contents) -> Vec<Reading> {
    let mut readings: Vec<Reading> = Vec::new();
    for group in query.groups.iter().filter(|group| group.is_guess) {
        let surface = page.iter().find_map(|candidate| {
            let (heading, content) = contents.get(&candidate.id)?;
            let in_text = |text| find::surface(text, candidate.text.lang, group);
            in_text(content).or_else(|| in_text(heading))
        });
        let read = surface.map(str::to_lowercase).or_else(|| group.read.clone());
        readings.extend(read.map(|read| Reading { typed: group.typed.clone(), read }));
    }
    readings
}
