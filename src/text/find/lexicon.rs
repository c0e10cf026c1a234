//! Every indexed word of a register, and which of them a typed word may mean.

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

/// Most letters at the end of a misspelt word that may be an ending which was not recognised.
const ENDING_MAX: usize = 2;

/// Fewest letters of a word with one wrong letter, and with two.
pub(super) const ONE_WRONG_MIN: usize = 4;
const TWO_WRONG_MIN: usize = 8;

/// Most indexed words for one typed one.
const ALTERNATIVES_MAX: usize = 12;

/// The indexed words of a register.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Vec<Entry>,
    passages: u64,
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
        Self { words, passages }
    }

    /// How many passages have a word.
    pub fn frequency(&self, word: &str) -> u64 {
        let at = self.words.binary_search_by(|entry| (*entry.word).cmp(word));
        at.map_or(0, |at| self.words[at].passages)
    }

    /// How much a word that so many passages have tells: the rarer, the more.
    pub(super) fn weight(&self, passages: u64) -> f64 {
        let (all, having) = (self.passages as f64, passages as f64);
        ((all + 1.0) / (having + 0.5)).ln().max(0.1)
    }

    /// The indexed words that a typed word with these forms may mean, as it was typed.
    pub(super) fn alternatives(&self, forms: &[String]) -> Vec<Alternative> {
        let mut found: Vec<(f64, u64, &str)> = Vec::new();
        for form in forms {
            self.exact_and_kin(form, &mut found);
            self.of_one_root(form, &mut found);
        }
        Self::best(found)
    }

    /// The indexed words from which a typed word with these forms may be misspelt.
    pub(super) fn misspelt(&self, forms: &[String]) -> Vec<Alternative> {
        let mut found: Vec<(f64, u64, &str)> = Vec::new();
        for form in forms {
            self.near(form, &mut found);
        }
        Self::best(found)
    }

    fn best(mut found: Vec<(f64, u64, &str)>) -> Vec<Alternative> {
        // The nearest, then the most usual; the words themselves last, so that every database agrees.
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(a.2.cmp(b.2)));
        let mut alternatives: Vec<Alternative> = Vec::new();
        for (weight, _, word) in found {
            if alternatives.len() < ALTERNATIVES_MAX
                && !alternatives.iter().any(|known| known.words[0] == word)
            {
                alternatives.push(Alternative { words: vec![word.to_owned()], weight });
            }
        }
        alternatives
    }

    fn exact_and_kin<'l>(&'l self, form: &str, found: &mut Vec<(f64, u64, &'l str)>) {
        let is_number = form.chars().all(char::is_numeric);
        let length = form.chars().count();
        let start = self.words.partition_point(|entry| *entry.word < *form);
        for entry in self.words[start..].iter().take_while(|entry| entry.word.starts_with(form)) {
            let longer = entry.length - length;
            let weight = match longer {
                0 => 1.0,
                _ if is_number || length < PREFIX_MIN => continue,
                1..=3 => 0.6,
                4..=LONGER_MAX if length > PREFIX_MIN => 0.35,
                _ => continue,
            };
            found.push((weight, entry.passages, &entry.word));
        }
        if is_number {
            return;
        }
        for shorter in 1..=SHORTER_MAX {
            let Some((end, _)) = form.char_indices().rev().nth(shorter - 1) else { break };
            if length - shorter < ONE_WRONG_MIN {
                break;
            }
            if let Ok(at) = self.words.binary_search_by(|entry| (*entry.word).cmp(&form[..end])) {
                found.push((0.4, self.words[at].passages, &self.words[at].word));
            }
        }
    }

    /// Words that begin like the form and go on in another way, as verbs and nouns of one root do.
    fn of_one_root<'l>(&'l self, form: &str, found: &mut Vec<(f64, u64, &'l str)>) {
        let length = form.chars().count();
        let Some((end, _)) = form.char_indices().nth(ROOT_MIN) else { return };
        if form.contains(char::is_numeric) {
            return;
        }
        let root = &form[..end];
        let start = self.words.partition_point(|entry| *entry.word < *root);
        for entry in self.words[start..].iter().take_while(|entry| entry.word.starts_with(root)) {
            let shared = entry.word.chars().zip(form.chars()).take_while(|(own, typed)| own == typed).count();
            let is_another = shared < entry.length && shared < length;
            if is_another && length.max(entry.length) - shared <= AFTER_ROOT_MAX {
                found.push((0.3, entry.passages, &entry.word));
            }
        }
    }

    fn near<'l>(&'l self, form: &str, found: &mut Vec<(f64, u64, &'l str)>) {
        let typed: Vec<char> = form.chars().collect();
        let most = match typed.len() {
            length if length < ONE_WRONG_MIN || form.contains(char::is_numeric) => return,
            length if length < TWO_WRONG_MIN => 1,
            _ => 2,
        };
        let own = letters(form);
        for entry in &self.words {
            let may_be_near = entry.length <= typed.len() + most
                && entry.length + most + ENDING_MAX >= typed.len()
                && (entry.letters ^ own).count_ones() as usize <= 2 * most + ENDING_MAX
                && entry.length >= PREFIX_MIN;
            if !may_be_near {
                continue;
            }
            let (whole, begun) = distances(&typed, &entry.word.chars().collect::<Vec<_>>());
            let weight = match (whole, begun) {
                (1, _) => 0.6,
                (_, 1) => 0.5,
                (2, _) | (_, 2) if most == 2 => 0.4,
                _ => continue,
            };
            found.push((weight, entry.passages, &entry.word));
        }
    }
}

fn letters(word: &str) -> u64 {
    word.chars().fold(0, |letters, c| letters | 1 << (u32::from(c) % 64))
}

/// How many letters of `a` must be added, left out, changed or swapped with their neighbour to make `b` (optimal string
/// alignment); and how many of the best beginning of `a`, which lacks an ending.
fn distances(a: &[char], b: &[char]) -> (usize, usize) {
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
        if row + 1 + ENDING_MAX >= a.len() {
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
        let alternatives = if known.is_empty() { lexicon.misspelt(&forms) } else { known };
        alternatives.into_iter().map(|one| (one.words.concat(), one.weight)).collect()
    }

    #[test]
    fn a_word_means_itself_and_its_kin() {
        assert_eq!(means("отпуск"), [("отпуск".to_owned(), 1.0), ("отпускн".to_owned(), 0.6)]);
        assert_eq!(means("профес"), [("профессиональн".to_owned(), 0.35)]);
        assert_eq!(means("уставн"), [("устав".to_owned(), 0.4)]);
        assert_eq!(means("отпуска"), [("отпуск".to_owned(), 0.4), ("отпускн".to_owned(), 0.3)], "one root");
        assert_eq!(means("54"), [("54".to_owned(), 1.0)], "a number means no other number");
    }

    #[test]
    fn a_misspelt_word_means_the_nearest_ones() {
        for typed in ["отпск", "отпупк", "отпукс", "атпуск"] {
            assert_eq!(means(typed).first().map(|(word, _)| word.as_str()), Some("отпуск"), "{typed}");
        }
        assert_eq!(means("прафсаюз"), [("профсоюз".to_owned(), 0.4)]);
        assert!(means("зарплата").is_empty());
    }

    #[test]
    fn a_rare_word_tells_more() {
        let lexicon = lexicon();
        assert!(lexicon.weight(1) > lexicon.weight(5));
        assert!(lexicon.weight(10) > 0.0);
        assert_eq!(lexicon.frequency("отпуск"), 2);
        assert_eq!(lexicon.frequency("отпус"), 0);
    }
}
