//! Words that tell nothing, and everyday words that mean the same as legal ones: data in `assets/search`.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::word::words;
use crate::domain::Lang;

/// Words that stand everywhere, one or more a line.
const STOP_WORDS: &str = include_str!("../../../assets/search/stop_words.txt");

/// One meaning a line: phrases in Kazakh and in Russian.
const SYNONYMS: &str = include_str!("../../../assets/search/synonyms.txt");

static STOP: LazyLock<HashSet<String>> =
    LazyLock::new(|| lines(STOP_WORDS).flat_map(words).map(|word| word.folded).collect());

static MEANINGS: LazyLock<Vec<Meaning>> = LazyLock::new(|| lines(SYNONYMS).map(meaning).collect());

/// Phrases that mean the same, each as indexed words.
type Meaning = Vec<Vec<String>>;

/// Whether a folded word is neither indexed nor looked for: it stands everywhere, or is one letter.
pub(super) fn is_stop_word(folded: &str) -> bool {
    STOP.contains(folded) || (folded.chars().count() == 1 && folded.chars().all(char::is_alphabetic))
}

/// The phrases that mean the same as words of a query, given as the possible forms of each: for each stretch of words,
/// the longest first, what else may stand in a text.
pub(super) fn of(forms: &[Vec<String>]) -> Vec<(Range<usize>, Vec<&'static [String]>)> {
    let mut found = Vec::new();
    for meaning in MEANINGS.iter() {
        let spans = meaning.iter().flat_map(|phrase| {
            let starts = 0..(forms.len() + 1).saturating_sub(phrase.len());
            let says =
                |at: &usize| phrase.iter().zip(&forms[*at..]).all(|(word, forms)| forms.contains(word));
            starts.filter(says).map(|at| at..at + phrase.len())
        });
        // The longest stretch: «отпуск без сохранения зарплаты» is no leave in general.
        let Some(span) = spans.max_by_key(|span| (span.len(), std::cmp::Reverse(span.start))) else {
            continue;
        };
        found.push((span, meaning.iter().map(Vec::as_slice).collect()));
    }
    found
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
    let mut meaning: Meaning = phrases.map(indexed).filter(|phrase| !phrase.is_empty()).collect();
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
