//! Where the words of a query stand in a sequence of indexed words.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::query::Query;

/// A place where a text answers a group: the position of a word, how near it comes, and how sure that is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub(super) position: usize,
    pub(super) weight: f64,
    pub(super) certainty: f64,
}

/// Finds the words of a query in sequences of indexed words.
pub(super) struct Matcher<'q> {
    query: &'q Query,
    /// Word → group, alternative. Every word of every passage is looked up here: a fast hash is worth its crate, and
    /// nobody chooses the keys but the reader who waits for the answer.
    places: FxHashMap<&'q str, Vec<(usize, usize)>>,
}

impl<'q> Matcher<'q> {
    pub(super) fn new(query: &'q Query) -> Self {
        let mut places: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
        for (at, group) in query.groups.iter().enumerate() {
            for (alternative, one) in group.alternatives.iter().enumerate() {
                for word in &one.words {
                    places.entry(word).or_default().push((at, alternative));
                }
            }
        }
        Self { query, places }
    }

    /// Where the words with their positions answer each group, in the order of positions.
    pub(super) fn hits<'w>(&self, words: impl Iterator<Item = (usize, &'w str)>) -> Vec<Vec<Hit>> {
        let mut hits: Vec<Vec<Hit>> = vec![Vec::new(); self.query.groups.len()];
        let mut parts: HashMap<(usize, usize), Vec<(usize, &str)>> = HashMap::new();
        for (position, word) in words {
            for &(group, alternative) in self.places.get(word).map_or(&[][..], Vec::as_slice) {
                let one = &self.query.groups[group].alternatives[alternative];
                if one.words.len() == 1 {
                    hits[group].push(Hit { position, weight: one.weight, certainty: one.certainty });
                } else {
                    parts.entry((group, alternative)).or_default().push((position, word));
                }
            }
        }
        for ((group, alternative), parts) in parts {
            let one = &self.query.groups[group].alternatives[alternative];
            let together = together(&one.words, &parts);
            let (weight, certainty) = (one.weight, one.certainty);
            hits[group].extend(together.map(|position| Hit { position, weight, certainty }));
        }
        for hits in &mut hits {
            hits.sort_by(|a, b| a.position.cmp(&b.position).then(b.weight.total_cmp(&a.weight)));
            hits.dedup_by_key(|hit| hit.position);
        }
        hits
    }
}

/// The positions of the parts of a phrase that stand near enough to each other to mean it.
fn together<'p>(phrase: &'p [String], parts: &'p [(usize, &str)]) -> impl Iterator<Item = usize> + 'p {
    let reach = phrase.len() + 1;
    parts.iter().filter_map(move |(position, _)| {
        let near =
            |word: &String| parts.iter().any(|(other, at)| at == word && other.abs_diff(*position) <= reach);
        phrase.iter().all(near).then_some(*position)
    })
}
