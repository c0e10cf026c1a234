//! Which matches may be shown: those in the versions that the page of a document would show.

use std::collections::{HashMap, HashSet};

use super::super::Result;
use super::super::view::View;
use super::asked::{Editions, Search};
use crate::domain::AsOf;
use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, TextId, VersionId};
use crate::domain::resolution::{Answer, Status, candidates, resolve};
use crate::domain::version::{Text, Version};
use crate::storage::search as stored;

/// Documents of which something is shown at most, the union's and then the newest first: a page of results has room for
/// fewer.
const DOCUMENTS_MAX: usize = 100;

/// Documents that are looked at at most: each is loaded with its versions.
const LOOKED_AT_MAX: usize = 300;

/// A passage on its way to the results.
pub(super) struct Candidate<'s> {
    pub(super) id: i64,
    pub(super) document: &'s Document,
    pub(super) version: &'s Version,
    pub(super) text: &'s Text,
    pub(super) standing: Standing,
    pub(super) anchor: String,
    pub(super) points: u64,
    pub(super) covered: u64,
    /// The point of the passage that was asked for, as its anchor ends.
    pub(super) point: Option<String>,
}

/// How a version stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It answers and is in force.
    InForce,
    /// It answers, but its term is over, has not begun, or another document took its place.
    Answer,
    /// Another version answers.
    Other,
}

/// Lets through only what the page of a document would show.
pub(super) struct Sieve<'v, 'q> {
    view: &'v View,
    search: &'q Search<'q>,
    /// How the versions of each document stand that may be shown.
    answers: HashMap<DocumentId, Vec<(VersionId, Standing)>>,
    looked_at: HashSet<DocumentId>,
    /// The texts of the documents that were looked at.
    texts: HashMap<TextId, (&'v Document, VersionId)>,
}

impl<'v, 'q> Sieve<'v, 'q> {
    pub(super) fn new(view: &'v View, search: &'q Search<'q>) -> Self {
        Self { view, search, answers: HashMap::new(), looked_at: HashSet::new(), texts: HashMap::new() }
    }

    /// What may be shown of these matches. Nothing is asked of texts whose documents are at hand, nor of any other text once
    /// there are enough documents.
    pub(super) fn candidates(&mut self, matches: &[(i64, TextId)]) -> Result<Vec<Candidate<'v>>> {
        if self.looks_further() {
            let mut unknown: Vec<TextId> = matches.iter().map(|(_, text)| *text).collect();
            unknown.retain(|text| !self.texts.contains_key(text));
            unknown.dedup();
            self.look_at(&unknown)?;
        }
        let candidate = |(id, text): &(i64, TextId)| {
            let (document, version) = *self.texts.get(text)?;
            self.candidate(*id, *text, document, version)
        };
        Ok(matches.iter().filter_map(candidate).collect())
    }

    /// Looks at the documents of these texts, as long as there are not too many.
    fn look_at(&mut self, texts: &[TextId]) -> Result<()> {
        if texts.is_empty() {
            return Ok(());
        }
        let places = self.view.ask(|conn| Ok(stored::places(conn, texts)?))?;
        let mut ids: Vec<DocumentId> = Vec::new();
        for (document, _) in texts.iter().filter_map(|text| places.get(text)) {
            if self.looked_at.len() < LOOKED_AT_MAX && self.looked_at.insert(*document) {
                ids.push(*document);
            }
        }
        let as_of = self.view.as_of();
        for document in self.view.documents(&ids)? {
            self.answers.insert(document.id, standings(document, as_of, self.search.editions));
            for version in &document.versions {
                let texts = version.known_texts(as_of.known);
                self.texts.extend(texts.map(|text| (text.id, (document, version.id))));
            }
        }
        Ok(())
    }

    /// Whether further documents are looked at.
    fn looks_further(&self) -> bool {
        let shown = self.answers.values().filter(|standings| !standings.is_empty()).count();
        self.looked_at.len() < LOOKED_AT_MAX && shown < DOCUMENTS_MAX
    }

    fn candidate(
        &self,
        id: i64,
        text: TextId,
        document: &'v Document,
        version: VersionId,
    ) -> Option<Candidate<'v>> {
        let as_of = self.view.as_of();
        let standings = self.answers.get(&document.id)?;
        let standing = standings.iter().find(|(shown, _)| *shown == version)?.1;
        let version = document.versions.iter().find(|own| own.id == version)?;
        let text = version.known_texts(as_of.known).find(|known| known.id == text)?;
        Some(Candidate {
            id,
            document,
            version,
            text,
            standing,
            anchor: String::new(),
            points: 0,
            covered: 0,
            point: None,
        })
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
