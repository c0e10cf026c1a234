//! Places that are asked for by their numbers: «ст. 14», «8-баптың 3-тармағы», «глава 2 устава».

use std::collections::{HashMap, HashSet};

use super::super::Result;
use super::super::view::View;
use super::asked::{LOOKED_AT_ONCE, Scope, Search, condition_of};
use super::names::KindNames;
use super::order::{in_order, weighted};
use super::sieve::{Candidate, Sieve};
use crate::domain::Lang;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DocumentId, TextId};
use crate::storage::search::{self as stored, Condition};
use crate::text::find::{self, Address, Query, TOP};

/// Places of one number that are looked at: the union's first, then the newest.
const PLACES_MAX: i64 = 200;

/// Documents that are looked at for being the one that is named.
const NAMED_MAX: i64 = 100;

/// What a place counts for itself, in points, beside the words that were typed with its number; and what the second way
/// to understand the number counts, in percent.
const PLACE_POINTS: u64 = 1_000_000;
const SECOND_WAY_PERCENT: u64 = 50;

/// How sure a word must be that names a document.
const NAMING: f64 = 0.7;

/// What became of an address in a query.
pub(super) enum Place<'s> {
    /// There is none in it.
    Unasked,
    /// No document has such a place.
    Missing {
        /// The address as it was typed.
        typed: String,
        /// What was typed besides.
        rest: String,
    },
    /// The passages at the address, best first.
    Found(Vec<Candidate<'s>>),
}

impl Place<'_> {
    /// What was typed besides an address that leads nowhere.
    pub(super) fn missing_rest(&self) -> Option<&str> {
        match self {
            Self::Missing { rest, .. } => Some(rest),
            Self::Unasked | Self::Found(_) => None,
        }
    }
}

impl View {
    /// The passages at the address that was typed: in the documents that are named with it, else in all.
    pub(super) fn place(
        &self,
        search: &Search<'_>,
        kind_name: fn(DocumentKind, Lang) -> String,
    ) -> Result<Place<'_>> {
        let Some(address) = find::address(search.query) else { return Ok(Place::Unasked) };
        let query = self.query(&address.rest)?;
        let named = match search.scope {
            Scope::Document(_) => HashSet::new(),
            Scope::Union | Scope::Shelf(_) => {
                self.named_with(search, &address, &query, &KindNames::new(kind_name))?
            }
        };
        let is_more = !find::wanted(&address.rest).is_empty();
        if address.is_bare && is_more && named.is_empty() {
            return Ok(Place::Unasked);
        }
        let words = Condition::Any(address.words.iter().cloned().map(Condition::Word).collect());
        let mut candidates = self.matching_in_scope(search, words, PLACES_MAX)?;
        if !named.is_empty() {
            candidates.retain(|candidate| named.contains(&candidate.document.id));
        }
        if candidates.is_empty() {
            // A number with a full stop may be anything.
            let missing = Place::Missing { typed: address.typed, rest: address.rest };
            return Ok(if address.is_bare { Place::Unasked } else { missing });
        }
        self.score(&mut candidates, &address, &query, search.wish)?;
        Ok(Place::Found(in_order(candidates)))
    }

    fn score(
        &self,
        candidates: &mut [Candidate<'_>],
        address: &Address,
        query: &Query,
        wish: Lang,
    ) -> Result<()> {
        let ids: Vec<i64> = candidates.iter().map(|candidate| candidate.id).collect();
        let words = self.ask(|conn| Ok(stored::words(conn, &ids)?))?;
        let words: HashMap<i64, (String, String)> =
            words.into_iter().map(|(id, anchor, words)| (id, (anchor, words))).collect();
        let ranking = query.ranking();
        for candidate in candidates {
            let Some((anchor, words)) = words.get(&candidate.id) else { continue };
            let is_first =
                words.split(' ').any(|word| Some(word) == address.words.first().map(String::as_str));
            let percent = if is_first { 100 } else { SECOND_WAY_PERCENT };
            candidate.anchor.clone_from(anchor);
            let points = (PLACE_POINTS + ranking.score(words).points) * percent / 100;
            candidate.points = weighted(points, candidate, wish);
            candidate.covered = 100;
            candidate.point.clone_from(&address.point);
        }
        Ok(())
    }

    /// The documents that the words beside an address name: by their titles, or by how their texts begin.
    fn named_with(
        &self,
        search: &Search<'_>,
        address: &Address,
        query: &Query,
        kinds: &KindNames,
    ) -> Result<HashSet<DocumentId>> {
        let wanted = find::wanted(&address.rest);
        if wanted.is_empty() {
            return Ok(HashSet::new());
        }
        let documents = self.documents_named(&wanted, kinds)?;
        let mut named: HashSet<DocumentId> = documents.into_iter().map(|(document, _)| document.id).collect();
        let telling = query.groups.iter().filter(|group| !group.is_light);
        let groups: Vec<Condition> = telling.map(|group| condition_of(group, NAMING)).collect();
        if query.unknown.is_empty() && !groups.is_empty() {
            let top = Condition::All([Condition::Word(TOP.to_owned())].into_iter().chain(groups).collect());
            let tops = self.matching_in_scope(search, top, NAMED_MAX)?;
            named.extend(tops.iter().map(|candidate| candidate.document.id));
        }
        Ok(named)
    }

    /// What may be shown of the passages of the scope that fulfil a condition.
    fn matching_in_scope(
        &self,
        search: &Search<'_>,
        condition: Condition,
        most: i64,
    ) -> Result<Vec<Candidate<'_>>> {
        let Some(scope) = self.scope(search)? else { return Ok(Vec::new()) };
        let condition = match scope {
            Some(scope) => Condition::All(vec![scope, condition]),
            None => condition,
        };
        let passages = self.numbers()?.passages;
        let matches: Vec<(i64, TextId)> =
            self.ask(|conn| Ok(stored::matching(conn, passages, &condition, most)?))?;
        let mut sieve = Sieve::new(self, search);
        let mut candidates = Vec::new();
        for some in matches.chunks(LOOKED_AT_ONCE) {
            candidates.extend(sieve.candidates(some)?);
        }
        Ok(candidates)
    }
}
