//! What a query means: one group of indexed words for each word that was typed.

use super::asked::{Asked, Lexicons, asked, plain};
use super::lexicon::{BEGINNING, Lexicon};
use super::synonyms::{self, Said};

/// How much less a synonym counts than the word itself, and how sure it is; the same for what a word only leads to.
const SYNONYM: (f64, f64) = (0.7, 0.9);
const HINT: (f64, f64) = (0.6, 0.5);

/// How much two words count that were typed apart.
const JOINED: (f64, f64) = (0.9, 1.0);

/// What the best of a group counts at least where the word itself is nowhere: then its synonyms are all that it means.
const BEST_MIN: f64 = 0.85;

/// How sure an alternative is that needs no guess at what was meant.
const SURE: f64 = 0.7;

/// Most alternatives of one word.
const ALTERNATIVES_MAX: usize = 32;

/// Most words of a query that are looked for: the most telling ones of a long story.
const GROUPS_MAX: usize = 12;

/// Unknown words that count against what was found, at most: whoever tells a whole story asks for no more than others.
const UNKNOWN_MAX: f64 = 4.0;

/// How much a word tells that asks for nothing, such as «получить», in comparison with others.
const LIGHT: f64 = 0.3;

/// A query as a register understands it.
#[derive(Debug, Clone, Default)]
pub struct Query {
    /// One group for each word that the register knows or can guess, the most telling first.
    pub groups: Vec<Group>,
    /// Words that are nowhere, as they were typed.
    pub unknown: Vec<String>,
    /// How much the unknown words would tell.
    pub(super) unknown_weight: f64,
    /// The most that one unknown word would tell.
    pub(super) unknown_most: f64,
    /// How many unknown words ask for something.
    unknown_telling: usize,
    /// Whether the words of all texts could tell more than those that begin like the typed ones.
    pub needs_all_words: bool,
}

/// The indexed words that one typed word may mean.
#[derive(Debug, Clone)]
pub struct Group {
    /// The word as it was typed.
    pub typed: String,
    /// What it was read as, where it was typed on another keyboard.
    pub read: Option<String>,
    /// Whether the word was typed otherwise than any text has it.
    pub is_guess: bool,
    /// Whether the word asks for nothing, and so tells little.
    pub is_light: bool,
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
    /// How sure it is that they say the same, up to 1.
    pub certainty: f64,
    /// Whether the typed word would have to be misspelt.
    pub is_guess: bool,
}

/// The indexed words that a query needs to know.
#[derive(Debug, Clone, Default)]
pub struct Needed {
    /// The beginnings of words.
    pub beginnings: Vec<String>,
    /// Whole words.
    pub words: Vec<String>,
}

impl Query {
    /// What the words of a query mean among the indexed words: those that begin like the typed ones, and, where these are
    /// not enough ([`Query::needs_all_words`]), all of them.
    pub fn new(typed: &str, near: &Lexicon, all: Option<&Lexicon>) -> Self {
        let lexicons = Lexicons { near, all };
        let (asked, needs_all_words) = asked(typed, &lexicons);
        let mut query = Self { needs_all_words: needs_all_words && all.is_none(), ..Self::default() };
        let mut alternatives: Vec<Vec<Alternative>> =
            asked.iter().map(|one| lexicons.alternatives(&one.forms)).collect();
        add_joined(&asked, &lexicons, &mut alternatives);
        add_synonyms(&asked, &lexicons, &mut alternatives);
        for (one, mut alternatives) in asked.into_iter().zip(alternatives) {
            if !alternatives.iter().any(|known| known.certainty >= SURE) {
                query.needs_all_words |= all.is_none();
                let known: Vec<Alternative> = lexicons.misspelt(&one.forms, &one.folded);
                alternatives.extend(known);
            }
            query.add(one, alternatives, &lexicons);
        }
        // The most telling first; a stable order for equal ones.
        query.groups.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        query.groups.truncate(GROUPS_MAX);
        query.unknown_weight = query.unknown_weight.min(UNKNOWN_MAX * near.weight(0));
        query
    }

    /// Whether a word is somewhere that asks for something, if there is one in the query.
    pub fn tells(&self) -> bool {
        self.unknown_telling == 0 || self.groups.iter().any(|group| !group.is_light)
    }

    /// Whether the word that would tell most is nowhere.
    pub fn lacks_most_telling(&self) -> bool {
        self.groups.first().is_none_or(|most| most.weight < self.unknown_most)
    }

    fn add(&mut self, asked: Asked, mut alternatives: Vec<Alternative>, lexicons: &Lexicons<'_>) {
        let share = if asked.is_light { LIGHT } else { 1.0 };
        alternatives.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        alternatives.truncate(ALTERNATIVES_MAX);
        let best = alternatives.first().map_or(0.0, |best| best.weight);
        if best == 0.0 {
            let weight = share * lexicons.near.weight(0);
            self.unknown_weight += weight;
            self.unknown_telling += usize::from(!asked.is_light);
            self.unknown_most = self.unknown_most.max(weight);
            self.unknown.push(asked.typed);
            return;
        }
        let weight = share * lexicons.near.weight(nearest(&alternatives, lexicons));
        let factor = (BEST_MIN / best).max(1.0);
        alternatives.iter_mut().for_each(|one| one.weight *= factor);
        let is_guess = asked.is_read || alternatives.iter().all(|one| one.is_guess);
        let Asked { typed, read, is_light, .. } = asked;
        self.groups.push(Group { typed, read, is_guess, is_light, alternatives, weight });
    }
}

/// Two words that were typed apart may be one.
fn add_joined(asked: &[Asked], lexicons: &Lexicons<'_>, alternatives: &mut [Vec<Alternative>]) {
    for (at, pair) in asked.windows(2).enumerate() {
        let Some(joined) = pair[0].joined(&pair[1]) else { continue };
        let (weight, certainty) = JOINED;
        for form in joined.forms().into_iter().filter(|form| lexicons.frequency(form) > 0) {
            for group in &mut alternatives[at..at + 2] {
                group.push(Alternative { words: vec![form.clone()], weight, certainty, is_guess: false });
            }
        }
    }
}

/// What the law calls what people call otherwise.
fn add_synonyms(asked: &[Asked], lexicons: &Lexicons<'_>, alternatives: &mut [Vec<Alternative>]) {
    for Said { span, phrases, is_hint } in synonyms::of(&forms(asked)) {
        let (weight, certainty) = if is_hint { HINT } else { SYNONYM };
        for phrase in phrases {
            if phrase.iter().any(|word| lexicons.frequency(word) == 0) {
                continue;
            }
            for group in &mut alternatives[span.clone()] {
                if !group.iter().any(|known| known.words == phrase) {
                    group.push(Alternative { words: phrase.to_vec(), weight, certainty, is_guess: false });
                }
            }
        }
    }
}

fn forms(asked: &[Asked]) -> Vec<Vec<String>> {
    asked.iter().map(|one| one.forms.clone()).collect()
}

/// The indexed words that a query needs to know, but for what its words may be misspelt from.
pub fn needed(typed: &str) -> Needed {
    let asked = plain(typed);
    let mut needed = Needed::default();
    let begun = |form: &String| form.chars().take(BEGINNING).collect::<String>();
    needed.beginnings.extend(asked.iter().flat_map(|one| &one.forms).map(begun));
    let joined = asked.windows(2).filter_map(|pair| pair[0].joined(&pair[1]));
    needed.words.extend(joined.flat_map(|word| word.forms()));
    let phrases = synonyms::of(&forms(&asked)).into_iter().flat_map(|said| said.phrases);
    needed.words.extend(phrases.into_iter().flatten().cloned());
    for list in [&mut needed.beginnings, &mut needed.words] {
        list.sort_unstable();
        list.dedup();
    }
    needed
}

/// In how many passages the nearest alternatives stand.
fn nearest(alternatives: &[Alternative], lexicons: &Lexicons<'_>) -> u64 {
    let nearest = alternatives.iter().map(|one| one.weight).fold(0.0, f64::max);
    let nearest = alternatives.iter().filter(|one| one.weight >= nearest);
    nearest.map(|one| one.words.iter().map(|word| lexicons.frequency(word)).min().unwrap_or(0)).sum()
}
