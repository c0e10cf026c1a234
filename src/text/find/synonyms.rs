//! Words that tell nothing, and everyday words that mean the same as legal ones: data in `assets/search`.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::kin::{are_kin, roots};
use super::latin::sound;
use super::word::words;
use crate::domain::Lang;

/// Words that stand everywhere, one or more a line.
const STOP_WORDS: &str = include_str!("../../../assets/search/stop_words.txt");

/// One meaning a line: phrases in Kazakh and in Russian.
const SYNONYMS: &str = include_str!("../../../assets/search/synonyms.txt");

/// Words that tell little of what is asked, one or more a line.
const LIGHT_WORDS: &str = include_str!("../../../assets/search/light_words.txt");

static STOP: LazyLock<HashSet<String>> =
    LazyLock::new(|| lines(STOP_WORDS).flat_map(words).map(|word| word.folded).collect());

static STOP_SOUNDS: LazyLock<HashSet<String>> =
    LazyLock::new(|| STOP.iter().filter_map(|word| sound(word)).collect());

static LIGHT: LazyLock<HashSet<String>> =
    LazyLock::new(|| lines(LIGHT_WORDS).flat_map(words).flat_map(|word| word.forms()).collect());

static MEANINGS: LazyLock<Vec<Meaning>> = LazyLock::new(|| lines(SYNONYMS).map(meaning).collect());

/// The words of all phrases.
static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    MEANINGS.iter().flatten().flat_map(|phrase| &phrase.words).map(String::as_str).collect()
});

/// The same by their sounds.
static SOUNDS: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut sounds: HashMap<String, Vec<&'static str>> = HashMap::new();
    for word in KNOWN.iter() {
        if let Some(sound) = sound(word) {
            sounds.entry(sound).or_default().push(word);
        }
    }
    sounds
});

/// Phrases that mean the same.
type Meaning = Vec<Phrase>;

/// Indexed words, each with its roots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    words: Vec<String>,
    roots: Vec<[String; 2]>,
}

/// The longest phrases are looked for first, and a query has few words: a window of them at each.
type Roots = Vec<Vec<[String; 2]>>;

/// Whether a folded word is neither indexed nor looked for: it stands everywhere, or is one letter.
pub(super) fn is_stop_word(folded: &str) -> bool {
    STOP.contains(folded) || (folded.chars().count() == 1 && folded.chars().all(char::is_alphabetic))
}

/// Whether a word that was written in Latin letters is one that stands everywhere.
pub(super) fn sounds_like_a_stop_word(folded: &str) -> bool {
    sound(folded).is_some_and(|sound| STOP_SOUNDS.contains(&sound))
}

/// Whether a word with these forms tells little of what is asked, as numbers do.
pub(super) fn is_light(forms: &[String]) -> bool {
    forms.iter().any(|form| LIGHT.contains(form) || form.chars().all(char::is_numeric))
}

/// Whether a word with these forms has a meaning here.
pub(super) fn has(forms: &[String]) -> bool {
    forms.iter().any(|form| KNOWN.contains(form.as_str()))
}

/// The words with a meaning here that sound so.
pub(super) fn sounding(sound: &str) -> impl Iterator<Item = String> {
    SOUNDS.get(sound).into_iter().flatten().map(|word| (*word).to_owned())
}

/// The phrases that mean the same as words of a query, given as the possible forms of each: for each stretch of words,
/// the longest first, what else may stand in a text. The words of a phrase may come in any order.
pub(super) fn of(forms: &[Vec<String>]) -> Vec<(Range<usize>, Vec<&'static [String]>)> {
    let roots: Roots = forms.iter().map(|forms| forms.iter().map(|form| roots(form)).collect()).collect();
    let mut found = Vec::new();
    for meaning in MEANINGS.iter() {
        let spans = meaning.iter().flat_map(|phrase| {
            let starts = 0..(forms.len() + 1).saturating_sub(phrase.words.len());
            starts.map(|at| at..at + phrase.words.len()).filter(|span| says(phrase, span, forms, &roots))
        });
        // The longest stretch: «отпуск без сохранения зарплаты» is no leave in general.
        let Some(span) = spans.max_by_key(|span| (span.len(), std::cmp::Reverse(span.start))) else {
            continue;
        };
        found.push((span, meaning.iter().map(|phrase| phrase.words.as_slice()).collect()));
    }
    found
}

/// Whether the words of a stretch are those of a phrase, or their kin.
fn says(phrase: &Phrase, span: &Range<usize>, forms: &[Vec<String>], all: &Roots) -> bool {
    phrase.words.iter().zip(&phrase.roots).all(|(word, roots)| {
        let mut places = span.clone();
        places.any(|at| forms[at].contains(word) || all[at].iter().any(|own| are_kin(own, roots)))
    })
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Reads `kk: …; … | ru: …; …`.
fn meaning(line: &str) -> Meaning {
    let parts = line.split('|').filter_map(|part| {
        let (tag, phrases) = part.split_once(':')?;
        Some((Lang::parse(tag.trim())?, phrases))
    });
    let phrases = parts.flat_map(|(lang, phrases)| phrases.split(';').map(move |phrase| (lang, phrase)));
    let indexed =
        |(lang, phrase)| -> Vec<String> { words(phrase).filter_map(|word| word.stem(lang)).collect() };
    let phrase = |words: Vec<String>| Phrase { roots: words.iter().map(|word| roots(word)).collect(), words };
    let mut meaning: Meaning = phrases.map(indexed).filter(|words| !words.is_empty()).map(phrase).collect();
    meaning.sort();
    meaning.dedup();
    meaning
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::find::Word;

    #[test]
    fn every_meaning_has_words_in_both_languages() {
        for line in lines(SYNONYMS) {
            let tags: Vec<&str> =
                line.split('|').filter_map(|part| part.split_once(':')).map(|(tag, _)| tag.trim()).collect();
            assert_eq!(tags, ["kk", "ru"], "{line}");
            assert!(meaning(line).len() >= 2, "{line}");
        }
    }

    #[test]
    fn an_everyday_word_leads_to_the_legal_one() {
        let forms: Vec<Vec<String>> = words("зарплату").map(|word| Word::forms(&word)).collect();
        let legal: Vec<String> = words("оплата труда").filter_map(|word| word.stem(Lang::Ru)).collect();
        assert!(
            of(&forms).iter().any(|(span, phrases)| *span == (0..1) && phrases.contains(&legal.as_slice()))
        );
    }
}
