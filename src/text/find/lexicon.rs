//! Every indexed word of a register, and which of them a typed word may mean.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use rustc_hash::FxHasher;

use super::kin::{are_kin, roots};
use super::latin::sound;
use super::query::Alternative;

/// Fewest letters of which more may follow: shorter beginnings mean too much.
const PREFIX_MIN: usize = 3;

/// Most letters that may follow the beginning of a word.
const LONGER_MAX: usize = 8;

/// Most letters that a form may have too many: «членство» for «член».
const SHORTER_MAX: usize = 3;

/// Fewest letters that words of one root share, and most letters after them: «привлекать» for «привлечение».
const ROOT_MIN: usize = 5;
const AFTER_ROOT_MAX: usize = 4;

/// Letters that kin have in common at their beginning, whatever their roots say.
pub(super) const BEGINNING: usize = 4;

/// Most letters at the end of a misspelt word that may be an ending which was not recognised, and the fewest letters of a
/// form that may have one.
const ENDING_MAX: usize = 2;
const WITH_ENDING_MIN: usize = 6;

/// Fewest letters of a word with one wrong letter, of one in which it is not only missing, and of one with two.
const ONE_MISSING_MIN: usize = 4;
const ONE_WRONG_MIN: usize = 5;
const TWO_WRONG_MIN: usize = 10;

/// Passages that a register has at least, for what a word tells: in a handful no word is rare.
const PASSAGES_MIN: u64 = 100;

/// Most indexed words for one typed one, and for a misspelt one.
const ALTERNATIVES_MAX: usize = 12;
const MISSPELT_MAX: usize = 3;

/// The indexed words of a register.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Vec<Entry>,
    passages: u64,
    /// The sounds of the words with their places, in order; made when the first word in Latin letters asks for them.
    sounds: OnceLock<Vec<(u64, u32)>>,
}

#[derive(Debug)]
struct Entry {
    word: Box<str>,
    /// Passages that have it.
    passages: u64,
    /// One bit for each letter, so that most words are told apart without a look at their letters.
    letters: u64,
    length: usize,
}

/// An indexed word that a typed one may mean: how near it comes, how sure that is, and how many passages have it.
struct Near<'l> {
    word: &'l str,
    weight: f64,
    certainty: f64,
    passages: u64,
}

impl Lexicon {
    /// The words with the number of passages that have each; `passages` are all there are.
    pub fn new(words: impl IntoIterator<Item = (String, u64)>, passages: u64) -> Self {
        let entry = |(word, passages): (String, u64)| Entry {
            letters: letters(&word),
            length: word.chars().count(),
            word: word.into(),
            passages,
        };
        let mut words: Vec<Entry> = words.into_iter().map(entry).collect();
        // The order of bytes: no database's collation decides what is found.
        words.sort_unstable_by(|a, b| a.word.cmp(&b.word));
        words.dedup_by(|a, b| a.word == b.word);
        Self { words, passages, sounds: OnceLock::new() }
    }

    /// How many passages have a word.
    pub fn frequency(&self, word: &str) -> u64 {
        let at = self.words.binary_search_by(|entry| (*entry.word).cmp(word));
        at.map_or(0, |at| self.words[at].passages)
    }

    /// How much a word that so many passages have tells: the rarer, the more.
    pub(super) fn weight(&self, passages: u64) -> f64 {
        let (all, having) = (self.passages.max(PASSAGES_MIN) as f64, passages as f64);
        ((all + 1.0) / (having + 0.5)).ln().max(0.1)
    }

    /// The indexed words that a typed word with these forms may mean, as it was typed.
    pub(super) fn alternatives(&self, forms: &[String]) -> Vec<Alternative> {
        let mut found: Vec<Near<'_>> = Vec::new();
        for form in forms {
            self.exact_and_longer(form, &mut found);
            self.shorter(form, &mut found);
            self.kin(form, &mut found);
        }
        best(found, ALTERNATIVES_MAX, false)
    }

    /// The indexed words from which a typed word of so many letters with these forms may be misspelt. A short form tells
    /// little where much was cut off.
    pub(super) fn misspelt(&self, forms: &[String], length: usize) -> Vec<Alternative> {
        let mut found: Vec<Near<'_>> = Vec::new();
        let tells = |form: &&String| {
            let letters = form.chars().count();
            letters >= ONE_WRONG_MIN || letters + 1 >= length
        };
        for form in forms.iter().filter(tells) {
            self.near(form, &mut found);
        }
        best(found, MISSPELT_MAX, true)
    }

    /// The indexed words that sound so.
    pub(super) fn sounding(&self, wanted: &str) -> Vec<String> {
        let sounds = self.sounds.get_or_init(|| {
            let heard =
                self.words.iter().zip(0..).filter_map(|(entry, at)| Some((key(&sound(&entry.word)?), at)));
            let mut sounds: Vec<(u64, u32)> = heard.collect();
            sounds.sort_unstable();
            sounds
        });
        let wanted_key = key(wanted);
        let start = sounds.partition_point(|(key, _)| *key < wanted_key);
        let same = sounds[start..].iter().take_while(|(key, _)| *key == wanted_key);
        let words =
            same.filter_map(|(_, at)| self.words.get(*at as usize)).map(|entry| entry.word.to_string());
        words.filter(|word| sound(word).as_deref() == Some(wanted)).take(ALTERNATIVES_MAX).collect()
    }

    fn beginning(&self, beginning: &str) -> impl Iterator<Item = &Entry> {
        let start = self.words.partition_point(|entry| *entry.word < *beginning);
        self.words[start..].iter().take_while(move |entry| entry.word.starts_with(beginning))
    }

    fn exact_and_longer<'l>(&'l self, form: &str, found: &mut Vec<Near<'l>>) {
        let is_number = form.contains(char::is_numeric);
        let length = form.chars().count();
        for entry in self.beginning(form) {
            let (weight, certainty) = match entry.length - length {
                0 => (1.0, 1.0),
                _ if is_number || length < PREFIX_MIN => continue,
                1..=3 => (0.6, 0.7),
                4..=LONGER_MAX if length > PREFIX_MIN => (0.35, 0.5),
                _ => continue,
            };
            found.push(Near { word: &entry.word, weight, certainty, passages: entry.passages });
        }
    }

    fn shorter<'l>(&'l self, form: &str, found: &mut Vec<Near<'l>>) {
        let length = form.chars().count();
        for shorter in 1..=SHORTER_MAX {
            let Some((end, _)) = form.char_indices().rev().nth(shorter - 1) else { break };
            if length - shorter < BEGINNING || form.contains(char::is_numeric) {
                break;
            }
            if let Ok(at) = self.words.binary_search_by(|entry| (*entry.word).cmp(&form[..end])) {
                let Entry { word, passages, .. } = &self.words[at];
                found.push(Near { word, weight: 0.4, certainty: 0.6, passages: *passages });
            }
        }
    }

    /// Words of one root, and those that begin alike for long and go on in another way.
    fn kin<'l>(&'l self, form: &str, found: &mut Vec<Near<'l>>) {
        let length = form.chars().count();
        if length < BEGINNING || form.contains(char::is_numeric) {
            return;
        }
        let end = form.char_indices().nth(BEGINNING).map_or(form.len(), |(end, _)| end);
        let own = roots(form);
        for entry in self.beginning(&form[..end]) {
            let shared = entry.word.chars().zip(form.chars()).take_while(|(own, typed)| own == typed).count();
            let is_another = shared < entry.length && shared < length;
            let (weight, certainty) = if are_kin(&own, &roots(&entry.word)) {
                (0.65, 0.9)
            } else if is_another && shared >= ROOT_MIN && length.max(entry.length) - shared <= AFTER_ROOT_MAX
            {
                (0.25, 0.4)
            } else {
                continue;
            };
            found.push(Near { word: &entry.word, weight, certainty, passages: entry.passages });
        }
    }

    fn near<'l>(&'l self, form: &str, found: &mut Vec<Near<'l>>) {
        let typed: Vec<char> = form.chars().collect();
        let most = match typed.len() {
            length if length < ONE_MISSING_MIN || form.contains(char::is_numeric) => return,
            length if length < TWO_WRONG_MIN => 1,
            _ => 2,
        };
        let ending = if typed.len() < WITH_ENDING_MIN { 0 } else { ENDING_MAX };
        let own = letters(form);
        for entry in &self.words {
            let may_be_near = entry.length <= typed.len() + most
                && entry.length + most + ending >= typed.len()
                && (entry.letters ^ own).count_ones() as usize <= 2 * most + ending
                && entry.length >= ONE_MISSING_MIN
                && (typed.len() >= ONE_WRONG_MIN || entry.length > typed.len());
            if !may_be_near {
                continue;
            }
            let (whole, begun) = distances(&typed, &entry.word.chars().collect::<Vec<_>>(), ending);
            let weight = match (whole, begun) {
                (1, _) => 0.6,
                (_, 1) => 0.5,
                (2, _) | (_, 2) if most == 2 => 0.4,
                _ => continue,
            };
            found.push(Near { word: &entry.word, weight, certainty: weight, passages: entry.passages });
        }
    }
}

/// The nearest, then the most usual; the words themselves last, so that every database agrees.
fn best(mut found: Vec<Near<'_>>, most: usize, is_guess: bool) -> Vec<Alternative> {
    let key = |near: &Near<'_>| (near.weight, near.certainty);
    found.sort_by(|a, b| {
        let nearer = key(b).0.total_cmp(&key(a).0).then(key(b).1.total_cmp(&key(a).1));
        nearer.then(b.passages.cmp(&a.passages)).then(a.word.cmp(b.word))
    });
    let mut alternatives: Vec<Alternative> = Vec::new();
    for Near { word, weight, certainty, .. } in found {
        if alternatives.len() < most && !alternatives.iter().any(|known| known.words[0] == word) {
            alternatives.push(Alternative { words: vec![word.to_owned()], weight, certainty, is_guess });
        }
    }
    alternatives
}

fn key(sound: &str) -> u64 {
    let mut hasher = FxHasher::default();
    sound.hash(&mut hasher);
    hasher.finish()
}

/// Whether one of two words may be misspelt from the other: one mistake, two in a long word.
pub(super) fn are_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let most = if one.len() < TWO_WRONG_MIN { 1 } else { 2 };
    one.len().abs_diff(other.len()) <= most && distances(&one, &other, 0).0 <= most
}

fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}

/// How many letters of `a` must be added, left out, changed or swapped with their neighbour to make `b` (optimal string
/// alignment); and how many of the best beginning of `a`, which lacks an ending.
fn distances(a: &[char], b: &[char], ending: usize) -> (usize, usize) {
    let mut begun = usize::MAX;
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (row, letter) in a.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, other) in b.iter().enumerate() {
            let changed = last[column] + usize::from(letter != other);
            let mut least = changed.min(last[column + 1] + 1).min(now[column] + 1);
            if row > 0 && column > 0 && *letter == b[column - 1] && a[row - 1] == *other {
                least = least.min(before[column - 1] + 1);
            }
            now.push(least);
        }
        before = std::mem::replace(&mut last, now);
        if row + 1 + ending >= a.len() {
            begun = begun.min(last[b.len()]);
        }
    }
    (last[b.len()], begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let words = ["отпуск", "отпускн", "профсоюз", "профессиональн", "54", "543", "устав"];
        Lexicon::new(words.map(|word| (word.to_owned(), 2)), 10)
    }

    fn means(form: &str) -> Vec<(String, f64)> {
        let (lexicon, forms) = (lexicon(), [form.to_owned()]);
        let known = lexicon.alternatives(&forms);
        let alternatives =
            if known.is_empty() { lexicon.misspelt(&forms, form.chars().count()) } else { known };
        alternatives.into_iter().map(|one| (one.words.concat(), one.weight)).collect()
    }

    #[test]
    fn a_word_means_itself_and_its_kin() {
        assert_eq!(means("отпуск"), [("отпуск".to_owned(), 1.0), ("отпускн".to_owned(), 0.65)]);
        assert_eq!(means("профес"), [("профессиональн".to_owned(), 0.35)]);
        assert_eq!(means("уставн"), [("устав".to_owned(), 0.65)]);
        assert_eq!(means("отпусков").len(), 2, "one root");
        assert_eq!(means("54"), [("54".to_owned(), 1.0)], "a number means no other number");
    }

    #[test]
    fn a_misspelt_word_means_the_nearest_ones() {
        for typed in ["отпск", "отпупк", "отпукс", "атпуск"] {
            assert_eq!(means(typed).first().map(|(word, _)| word.as_str()), Some("отпуск"), "{typed}");
        }
        let misspelt = lexicon().misspelt(&["профсаюз".to_owned()], 8);
        assert!(
            misspelt.len() == 1 && misspelt[0].words == ["профсоюз"] && misspelt[0].is_guess,
            "{misspelt:?}"
        );
        assert!(means("прафсаюз").is_empty(), "two mistakes in a short word may be anything");
        assert!(means("уста").iter().all(|(word, _)| word == "устав"));
        assert!(means("кста").is_empty(), "a short word is not another one");
        assert!(means("зарплата").is_empty());
    }

    #[test]
    fn a_rare_word_tells_more() {
        let lexicon = lexicon();
        assert!(lexicon.weight(1) > lexicon.weight(5));
        assert!(lexicon.weight(1_000) > 0.0);
        assert_eq!(lexicon.frequency("отпуск"), 2);
        assert_eq!(lexicon.frequency("отпус"), 0);
    }
}
