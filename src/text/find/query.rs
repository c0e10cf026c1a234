//! What a query means: one group of indexed words for each word that was typed.

use std::collections::HashMap;

use rustc_hash::FxHashMap;

use super::lexicon::{Lexicon, ONE_WRONG_MIN};
use super::synonyms;
use super::word::{Word, words};

/// Most words of a query that are looked for: a question has fewer.
const WORDS_MAX: usize = 12;

/// How much less a synonym counts than the word itself.
const SYNONYM_WEIGHT: f64 = 0.55;

/// A query as a register understands it.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// One group for each word that the register knows or can guess.
    pub groups: Vec<Group>,
    /// Words that are nowhere, as they were typed.
    pub unknown: Vec<String>,
}

/// The indexed words that one typed word may mean.
#[derive(Debug, Clone)]
pub struct Group {
    /// What may stand in a text instead of the word.
    pub alternatives: Vec<Alternative>,
    /// How much the word tells: the rarer it is, the more.
    pub weight: f64,
}

/// Indexed words that stand for a typed one: one, or several next to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The words; never none.
    pub words: Vec<String>,
    /// How near they come, up to 1.
    pub weight: f64,
}

impl Query {
    /// What the words of a query mean among the indexed words. Where the first lexicon has nothing like a word, the
    /// others are searched for what it was misspelt from.
    pub fn new(typed: &str, lexicons: &[&Lexicon]) -> Self {
        let telling = telling(typed);
        let forms: Vec<Vec<String>> = telling.iter().map(Word::forms).collect();
        let mut alternatives: Vec<Vec<Alternative>> =
            forms.iter().map(|forms| alternatives(forms, lexicons)).collect();
        let frequency = |word: &str| lexicons.iter().map(|one| one.frequency(word)).max().unwrap_or_default();
        for (span, phrases) in synonyms::of(&forms) {
            let known = |phrase: &&[String]| phrase.iter().all(|word| frequency(word) > 0);
            for phrase in phrases.into_iter().filter(known) {
                for group in &mut alternatives[span.clone()] {
                    group.push(Alternative { words: phrase.to_vec(), weight: SYNONYM_WEIGHT });
                }
            }
        }
        let mut query = Self::default();
        for (word, alternatives) in telling.iter().zip(alternatives) {
            if alternatives.is_empty() {
                query.unknown.push(typed[word.at.clone()].to_owned());
                continue;
            }
            let weight = weight(nearest(&alternatives, frequency), lexicons);
            query.groups.push(Group { alternatives, weight });
        }
        // The most telling first; a stable order for equal ones.
        query.groups.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        query
    }
}

/// The beginnings of all indexed words that a query needs to know, but for what its words may be misspelt from.
pub fn beginnings(typed: &str) -> Vec<String> {
    let forms: Vec<Vec<String>> = telling(typed).iter().map(Word::forms).collect();
    let begun = |form: &String| form.chars().take(ONE_WRONG_MIN).collect();
    let mut beginnings: Vec<String> = forms.iter().flatten().map(begun).collect();
    let phrases = synonyms::of(&forms).into_iter().flat_map(|(_, phrases)| phrases);
    beginnings.extend(phrases.into_iter().flatten().cloned());
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings
}

/// The words of a query that say something.
fn telling(typed: &str) -> Vec<Word> {
    words(typed).filter(|word| !synonyms::is_stop_word(&word.folded)).take(WORDS_MAX).collect()
}

/// What a typed word with these forms may mean.
fn alternatives(forms: &[String], lexicons: &[&Lexicon]) -> Vec<Alternative> {
    let known = lexicons.first().map(|first| first.alternatives(forms)).unwrap_or_default();
    if !known.is_empty() {
        return known;
    }
    lexicons.iter().map(|one| one.misspelt(forms)).find(|found| !found.is_empty()).unwrap_or_default()
}

/// How much a word that so many passages have tells.
fn weight(passages: u64, lexicons: &[&Lexicon]) -> f64 {
    lexicons.first().map_or(0.0, |first| first.weight(passages))
}

/// In how many passages the nearest alternatives stand.
fn nearest(alternatives: &[Alternative], frequency: impl Fn(&str) -> u64) -> u64 {
    let nearest = alternatives.iter().map(|one| one.weight).fold(0.0, f64::max);
    let nearest = alternatives.iter().filter(|one| one.weight >= nearest);
    nearest.map(|one| one.words.iter().map(|word| frequency(word)).min().unwrap_or(0)).sum()
}

/// A place where a text answers a group: the position of a word, and how near it comes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Hit {
    pub(super) position: usize,
    pub(super) weight: f64,
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
                    hits[group].push(Hit { position, weight: one.weight });
                } else {
                    parts.entry((group, alternative)).or_default().push((position, word));
                }
            }
        }
        for ((group, alternative), parts) in parts {
            let one = &self.query.groups[group].alternatives[alternative];
            let together = together(&one.words, &parts);
            hits[group].extend(together.map(|position| Hit { position, weight: one.weight }));
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
