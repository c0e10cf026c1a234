//! Searching: documents and organizations by their names, passages of texts by their words.
//!
//! The database gives candidates by their words; which version answers is asked of the domain, and the order is made
//! here, so that both engines and every other way out agree.

mod index;
mod names;
mod words;

use std::collections::{HashMap, HashSet};

use super::Result;
use super::view::View;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DocumentId, TextId, VersionId};
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, Status, candidates, resolve};
use crate::domain::version::{Text, Version};
use crate::domain::{AsOf, Code, Lang};
use crate::storage::search::{self as stored, Condition};
use crate::text::find::{self, Piece, Query};

pub(super) use index::{passages_of, store_body};
use names::KindNames;
pub(super) use names::{name_document, name_organization, words_of_document, words_of_organization};

/// Passages that are found at most: a longer list is no answer.
pub const PASSAGES_MAX: usize = 100;

/// Passages that a condition gives at most, the union's first.
const MATCHES_MAX: i64 = 1_000;

/// Passages whose words are compared at most.
const COMPARED_MAX: usize = 300;

/// Documents of which something is shown at most, the union's and then the newest first: a page of results has room for
/// fewer.
const DOCUMENTS_MAX: usize = 100;

/// Documents that are looked at at most: each is loaded with its versions.
const LOOKED_AT_MAX: usize = 300;

/// Passages whose documents are looked at at once.
const LOOKED_AT_ONCE: usize = 100;

/// Passages with which no weaker condition is tried.
const ENOUGH: usize = 60;

/// What a text in the reader's own language counts, in percent of one in another: more than a synonym loses, less than it
/// takes to hide the language in which the question was put.
const OWN_LANGUAGE_PERCENT: u64 = 140;

/// What a text whose term is over, or that another document took the place of, counts in percent.
const NOT_IN_FORCE_PERCENT: u64 = 60;

/// What each further passage of one document counts, in percent of the one before: ten schools with one text must not
/// hide each other, nor the law.
const NEXT_OF_DOCUMENT_PERCENT: u64 = 90;

/// Passages with fewer points than this share of the best one's, in percent, only look like answers.
const WORTH_SHOWING_PERCENT: u64 = 20;

/// A search.
#[derive(Debug, Clone, Copy)]
pub struct Search<'q> {
    /// What was typed.
    pub query: &'q str,
    /// Where to look.
    pub scope: Scope,
    /// In which versions to look.
    pub editions: Editions,
    /// The reader's language.
    pub wish: Lang,
    /// Passages to leave out, because an earlier page showed them.
    pub skip: usize,
    /// Passages to give.
    pub take: usize,
}

/// Where a search looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In every document, and among documents and organizations themselves.
    Union,
    /// In the documents on an organization's stand.
    Shelf(Code),
    /// In one document.
    Document(Code),
}

/// In which versions a search looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Editions {
    /// In those that answer today.
    Present,
    /// In earlier and later ones too. What was corrected, withdrawn or erased is never found.
    All,
}

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
    /// Words of the query that are nowhere.
    pub unknown: Vec<String>,
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
    /// The language of the text.
    pub lang: Lang,
    /// Where a link leads in the text; empty for its beginning.
    pub anchor: String,
    /// The heading in pieces.
    pub heading: Vec<Piece>,
    /// The part that answers best, in pieces.
    pub excerpt: Vec<Piece>,
}

/// A passage on its way to the results.
struct Candidate<'s> {
    id: i64,
    document: &'s Document,
    version: &'s Version,
    text: &'s Text,
    standing: Standing,
    anchor: String,
    points: u64,
}

/// How a version stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// It answers and is in force.
    InForce,
    /// It answers, but its term is over, has not begun, or another document took its place.
    Answer,
    /// Another version answers.
    Other,
}

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
            found.documents = self.documents_named(&wanted, &kinds)?;
            let is_gone = |document| matches!(resolve(document, self.as_of()), Answer::AllWithdrawn);
            found.documents.retain(|(document, _)| !is_gone(document));
            found.organizations = self.organizations_with(&wanted)?;
        }
        let query = self.query(search.query)?;
        found.unknown.clone_from(&query.unknown);
        let ranked = self.ranked(search, &query)?;
        found.passages_total = ranked.len();
        let page: Vec<Candidate<'_>> = ranked.into_iter().skip(search.skip).take(search.take).collect();
        found.passages = self.excerpts(page, &query)?;
        Ok(found)
    }

    /// The passages that answer, best first.
    fn ranked(&self, search: &Search<'_>, query: &Query) -> Result<Vec<Candidate<'_>>> {
        let Some(scope) = self.scope(search)? else { return Ok(Vec::new()) };
        let mut sieve = Sieve { view: self, search, answers: HashMap::new(), looked_at: HashSet::new() };
        let mut candidates: Vec<Candidate<'_>> = Vec::new();
        let mut seen: HashSet<i64> = HashSet::new();
        for condition in conditions(query) {
            let condition = match &scope {
                Some(scope) => Condition::All(vec![scope.clone(), condition]),
                None => condition,
            };
            let matches = self.ask(|conn| Ok(stored::matching(conn, &condition, MATCHES_MAX)?))?;
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
            candidate.points = weighted(ranking.points(&words), candidate, search.wish);
            candidate.points > 0
        });
        Ok(in_order(candidates))
    }

    /// Heading and excerpt of each passage.
    fn excerpts<'v>(&'v self, page: Vec<Candidate<'v>>, query: &Query) -> Result<Vec<FoundPassage<'v>>> {
        let ids: Vec<i64> = page.iter().map(|candidate| candidate.id).collect();
        let contents = self.ask(|conn| Ok(stored::contents(conn, &ids)?))?;
        let contents: HashMap<i64, (String, String)> =
            contents.into_iter().map(|(id, heading, content)| (id, (heading, content))).collect();
        self.load_owners(page.iter().map(|candidate| candidate.document))?;
        let mut found = Vec::new();
        for candidate in page {
            let Some((heading, content)) = contents.get(&candidate.id) else { continue };
            let lang = candidate.text.lang;
            found.push(FoundPassage {
                document: candidate.document,
                owner: self.owner(candidate.document)?,
                version: candidate.version,
                is_answer: candidate.standing != Standing::Other,
                lang,
                heading: find::marked(heading, lang, query),
                excerpt: find::excerpt(content, lang, query),
                anchor: candidate.anchor,
            });
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
    let groups: Vec<Condition> = query
        .groups
        .iter()
        .map(|group| {
            let phrase =
                |words: &[String]| Condition::All(words.iter().cloned().map(Condition::Word).collect());
            Condition::Any(group.alternatives.iter().map(|one| phrase(&one.words)).collect())
        })
        .collect();
    let mut conditions: Vec<Condition> =
        (1..=groups.len()).rev().map(|count| Condition::All(groups[..count].to_vec())).collect();
    if groups.len() > 1 {
        conditions.push(Condition::Any(groups));
    }
    conditions
}

/// Lets through only what the page of a document would show.
struct Sieve<'v, 'q> {
    view: &'v View,
    search: &'q Search<'q>,
    /// How the versions of each document stand that may be shown.
    answers: HashMap<DocumentId, Vec<(VersionId, Standing)>>,
    looked_at: HashSet<DocumentId>,
}

impl<'v> Sieve<'v, '_> {
    fn candidates(&mut self, matches: &[(i64, TextId)]) -> Result<Vec<Candidate<'v>>> {
        let texts: Vec<TextId> = matches.iter().map(|(_, text)| *text).collect();
        let places = self.view.ask(|conn| Ok(stored::places(conn, &texts)?))?;
        let found = matches.iter().filter_map(|(_, text)| Some(places.get(text)?.0));
        let mut ids: Vec<DocumentId> = found.filter(|document| self.looks_at(*document)).collect();
        ids.sort_unstable();
        ids.dedup();
        let documents: HashMap<DocumentId, &Document> =
            self.view.documents(&ids)?.into_iter().map(|document| (document.id, document)).collect();
        let candidate = |(id, text): &(i64, TextId)| {
            let (document, version) = places.get(text)?;
            self.candidate(*id, *text, documents.get(document)?, *version)
        };
        Ok(matches.iter().filter_map(candidate).collect())
    }

    /// Whether a document is looked at, as long as there are not too many.
    fn looks_at(&mut self, document: DocumentId) -> bool {
        let shown = || self.answers.values().filter(|standings| !standings.is_empty()).count();
        self.looked_at.contains(&document)
            || (self.looked_at.len() < LOOKED_AT_MAX
                && shown() < DOCUMENTS_MAX
                && self.looked_at.insert(document))
    }

    fn candidate(
        &mut self,
        id: i64,
        text: TextId,
        document: &'v Document,
        version: VersionId,
    ) -> Option<Candidate<'v>> {
        let as_of = self.view.as_of();
        let search = self.search;
        let standings =
            self.answers.entry(document.id).or_insert_with(|| standings(document, as_of, search.editions));
        let standing = standings.iter().find(|(shown, _)| *shown == version)?.1;
        let version = document.versions.iter().find(|own| own.id == version)?;
        let text = version.known_texts(as_of.known).find(|known| known.id == text)?;
        Some(Candidate { id, document, version, text, standing, anchor: String::new(), points: 0 })
    }
}

/// The versions of a document that a search may show.
fn standings(document: &Document, as_of: AsOf, editions: Editions) -> Vec<(VersionId, Standing)> {
    let Answer::Version { version, status } = resolve(document, as_of) else {
        return Vec::new();
    };
    let is_in_force = matches!(status, Status::InForce { .. } | Status::Prolonged { .. });
    let standing =
        if is_in_force && document.successor.is_none() { Standing::InForce } else { Standing::Answer };
    let mut standings = vec![(version.id, standing)];
    if editions == Editions::All {
        let others = candidates(document, as_of.known).into_iter().filter(|other| other.id != version.id);
        standings.extend(others.map(|other| (other.id, Standing::Other)));
    }
    standings
}

fn weighted(points: u64, candidate: &Candidate<'_>, wish: Lang) -> u64 {
    let language = if candidate.text.lang == wish { OWN_LANGUAGE_PERCENT } else { 100 };
    let force = if candidate.standing == Standing::InForce { 100 } else { NOT_IN_FORCE_PERCENT };
    points * language / 100 * force / 100
}

/// The best first; what only looks like an answer is left out, and so is the same place in another language.
fn in_order(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    let best = candidates.iter().map(|candidate| candidate.points).max().unwrap_or(0);
    candidates.retain(|candidate| candidate.points * 100 >= best * WORTH_SHOWING_PERCENT);
    candidates.sort_by(order);
    let mut shown: HashSet<(VersionId, String)> = HashSet::new();
    candidates.retain(|candidate| shown.insert((candidate.version.id, candidate.anchor.clone())));
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
