//! Words that tell nothing, and everyday words that mean the same as legal ones: data in `assets/search`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use super::kin::{is_root, roots};
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
    let phrases = MEANINGS.iter().flat_map(|meaning| meaning.typed.iter().chain(&meaning.said));
    phrases.flat_map(|phrase| &phrase.words).map(String::as_str).collect()
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

/// Where a word stands among the meanings: a meaning, a phrase of it, a word of that.
type At = (usize, usize, usize);

/// Where words stand among the meanings: by their forms, and by their roots as if they were Russian and Kazakh.
#[derive(Default)]
struct Index {
    forms: HashMap<&'static str, Vec<At>>,
    roots: [HashMap<&'static str, Vec<At>>; 2],
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::default();
    for (meaning, Meaning { typed, .. }) in MEANINGS.iter().enumerate() {
        for (phrase, Phrase { words, roots }) in typed.iter().enumerate() {
            for (at, (word, roots)) in words.iter().zip(roots).enumerate() {
                let at = (meaning, phrase, at);
                index.forms.entry(word).or_default().push(at);
                for (own, root) in index.roots.iter_mut().zip(roots).filter(|(_, root)| is_root(root)) {
                    own.entry(root).or_default().push(at);
                }
            }
        }
    }
    index
});

impl Index {
    /// Where a word with these forms stands, or its kin.
    fn places(&self, forms: &[String]) -> BTreeSet<At> {
        let mut places = BTreeSet::new();
        for form in forms {
            places.extend(self.forms.get(form.as_str()).into_iter().flatten());
            for (own, root) in self.roots.iter().zip(&roots(form)).filter(|(_, root)| is_root(root)) {
                places.extend(own.get(root.as_str()).into_iter().flatten());
            }
        }
        places
    }
}

/// Phrases that mean the same, or everyday ones and the legal ones that they lead to.
struct Meaning {
    typed: Vec<Phrase>,
    said: Vec<Phrase>,
    is_hint: bool,
}

/// What a stretch of a query means.
pub(super) struct Said {
    /// The words of the query.
    pub(super) span: Range<usize>,
    /// What may stand in a text instead.
    pub(super) phrases: Vec<&'static [String]>,
    /// Whether it does not mean the same, but leads there.
    pub(super) is_hint: bool,
}

/// Indexed words, each with its roots.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    words: Vec<String>,
    roots: Vec<[String; 2]>,
}

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
/// the longest first, what else may stand in a text. The words of a phrase may come in any order, and be kin of its own.
pub(super) fn of(forms: &[Vec<String>]) -> Vec<Said> {
    // The words of each phrase of each meaning, with the places in the query where one stands.
    let mut met: BTreeMap<usize, BTreeMap<usize, Vec<(usize, usize)>>> = BTreeMap::new();
    for (place, forms) in forms.iter().enumerate() {
        for (meaning, phrase, word) in INDEX.places(forms) {
            met.entry(meaning).or_default().entry(phrase).or_default().push((word, place));
        }
    }
    let mut found = Vec::new();
    for (meaning, phrases) in met {
        let meaning = &MEANINGS[meaning];
        let spans = phrases.iter().flat_map(|(phrase, met)| {
            let length = meaning.typed[*phrase].words.len();
            let starts = 0..(forms.len() + 1).saturating_sub(length);
            starts.map(move |at| at..at + length).filter(move |span| {
                let is_met = |own| met.iter().any(|(word, place)| *word == own && span.contains(place));
                (0..length).all(is_met)
            })
        });
        let mut spans: Vec<Range<usize>> = spans.collect();
        // The longest stretch: «отпуск без сохранения зарплаты» is no leave in general.
        spans.sort_by_key(|span| (std::cmp::Reverse(span.len()), span.start));
        let mut taken: Vec<Range<usize>> = Vec::new();
        for span in spans {
            if taken.iter().any(|other| other.start < span.end && span.start < other.end) {
                continue;
            }
            taken.push(span.clone());
            let phrases = meaning.said.iter().map(|phrase| phrase.words.as_slice()).collect();
            found.push(Said { span, phrases, is_hint: meaning.is_hint });
        }
    }
    found
}

fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Reads `kk: …; … | ru: …; …`, where all means the same, or `kk: …; … | ru: …; … > kk: …; … | ru: …; …`.
fn meaning(line: &str) -> Meaning {
    match line.split_once('>') {
        Some((typed, said)) => Meaning { typed: phrases(typed), said: phrases(said), is_hint: true },
        None => Meaning { typed: phrases(line), said: phrases(line), is_hint: false },
    }
}

fn phrases(text: &str) -> Vec<Phrase> {
    let parts = text.split('|').filter_map(|part| {
        let (tag, phrases) = part.split_once(':')?;
        Some((Lang::parse(tag.trim())?, phrases))
    });
    let phrases = parts.flat_map(|(lang, phrases)| phrases.split(';').map(move |phrase| (lang, phrase)));
    let indexed =
        |(lang, phrase)| -> Vec<String> { words(phrase).filter_map(|word| word.stem(lang)).collect() };
    let phrase = |words: Vec<String>| Phrase { roots: words.iter().map(|word| roots(word)).collect(), words };
    let mut all: Vec<Phrase> = phrases.map(indexed).filter(|words| !words.is_empty()).map(phrase).collect();
    all.sort();
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::find::Word;

    #[test]
    fn every_meaning_has_words_in_both_languages() {
        for line in lines(SYNONYMS) {
            for side in line.split('>') {
                let parts = side.split('|').filter_map(|part| part.split_once(':'));
                let tags: Vec<&str> = parts.map(|(tag, _)| tag.trim()).collect();
                assert_eq!(tags, ["kk", "ru"], "{line}");
            }
            let Meaning { typed, said, .. } = meaning(line);
            assert!(typed.len() >= 2 && said.len() >= 2, "{line}");
        }
    }

    #[test]
    fn an_everyday_word_leads_to_the_legal_one() {
        let forms: Vec<Vec<String>> = words("зарплату").map(|word| Word::forms(&word)).collect();
        let legal: Vec<String> = words("оплата труда").filter_map(|word| word.stem(Lang::Ru)).collect();
        assert!(
            of(&forms).iter().any(|said| said.span == (0..1) && said.phrases.contains(&legal.as_slice()))
        );
    }
}
