//! Titles, names and numbers: short texts of which every word of a search must be found.

use super::synonyms::is_stop_word;
use super::word::{Word, words};

/// A title, a name or a number whose words are ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Name {
    words: Vec<(String, Vec<String>)>,
}

/// The words of a search for names: those that stand everywhere count only where there are no others.
pub fn wanted(query: &str) -> Name {
    let all = Name::new(query);
    let telling: Vec<_> = all.words.iter().filter(|(word, _)| !is_stop_word(word)).cloned().collect();
    if telling.is_empty() { all } else { Name { words: telling } }
}

impl Name {
    /// The words of a name.
    pub fn new(text: &str) -> Self {
        Self { words: words(text).map(|word| (word.folded.clone(), Word::forms(&word))).collect() }
    }

    /// Its words, each as a name of its own.
    pub fn parts(&self) -> impl Iterator<Item = Self> {
        self.words.iter().map(|word| Self { words: vec![word.clone()] })
    }

    /// Its words as they are written, and every form under which each is found.
    pub fn words_and_forms(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.words.iter().map(|(word, forms)| (word.as_str(), forms.as_slice()))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well the name answers a search: the number of characters that matched, 0 where a word of the search is
    /// missing.
    ///
    /// A word of the search matches a word of the name that it begins, so that endings may be missing, or one that differs
    /// by its ending.
    pub fn points(&self, wanted: &Self) -> usize {
        let mut points = 0;
        for (word, forms) in &wanted.words {
            let best = self.words.iter().filter_map(|(own, own_forms)| {
                if own.starts_with(word.as_str()) {
                    // A whole word is better than the beginning of one.
                    return Some(2 * word.chars().count() + usize::from(own == word));
                }
                let shared = forms.iter().filter(|form| own_forms.contains(form));
                shared.map(|form| form.chars().count()).max()
            });
            match best.max() {
                Some(best) => points += best,
                None => return 0,
            }
        }
        points
    }
}
