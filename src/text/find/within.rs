//! A search within one text.

use std::collections::{BTreeMap, BTreeSet};

use super::address::address;
use super::lexicon::Lexicon;
use super::passage::{Passage, passages};
use super::query::Query;
use crate::domain::Lang;
use crate::text::body::Body;

/// What a search within one text found.
#[derive(Debug, Clone)]
pub struct Found {
    /// What the typed words mean in this text, to mark them.
    pub query: Query,
    /// The passages that answer, best first.
    pub passages: Vec<Passage>,
}

/// Searches in a body in `lang`.
pub fn within(typed: &str, body: &Body, lang: Lang) -> Found {
    let indexed: Vec<(Passage, String)> = passages(body)
        .into_iter()
        .map(|passage| {
            let words = passage.indexed(lang);
            (passage, words)
        })
        .collect();
    let mut frequencies: BTreeMap<&str, u64> = BTreeMap::new();
    for (_, words) in &indexed {
        let distinct: BTreeSet<&str> = words.split(' ').collect();
        distinct.into_iter().for_each(|word| *frequencies.entry(word).or_default() += 1);
    }
    let total = u64::try_from(indexed.len()).unwrap_or(u64::MAX);
    let words = frequencies.into_iter().map(|(word, passages)| (word.to_owned(), passages));
    let lexicon = Lexicon::new(words, total);
    let query = Query::new(typed, &lexicon, Some(&lexicon));
    let ranking = query.ranking();
    let place = address(typed).filter(|place| !place.is_bare || place.rest.is_empty());
    // The place that was asked for by its number comes before all others.
    let is_there = |words: &str| {
        place
            .as_ref()
            .is_some_and(|place| words.split(' ').any(|word| place.words.iter().any(|own| own == word)))
    };
    let mut ranked: Vec<((bool, u64), Passage)> = indexed
        .iter()
        .map(|(passage, words)| ((is_there(words), ranking.score(words).points), passage.clone()))
        .filter(|((is_there, points), _)| *is_there || *points > 0)
        .collect();
    // Equal ones stay in reading order.
    ranked.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
    drop(ranking);
    Found { query, passages: ranked.into_iter().map(|(_, passage)| passage).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn law() -> Body {
        let bytes = include_bytes!("../../../tests/samples/law/zakon_pedagog_ru_v2.docx");
        crate::text::read(bytes).expect("a law").body
    }

    #[test]
    fn the_article_that_is_about_it_comes_first() {
        let found = within("обеспечение деятельности педагогов", &law(), Lang::Ru);
        assert_eq!(found.passages.first().map(|one| one.anchor.as_str()), Some("art-6"));
        assert!(found.passages.len() > 1);
    }

    #[test]
    fn an_article_is_found_by_its_number() {
        for typed in ["ст. 3-1", "cnfnmz 3-1", "3-1-бап"] {
            let found = within(typed, &law(), Lang::Ru);
            assert_eq!(found.passages.first().map(|one| one.anchor.as_str()), Some("art-3-1"), "{typed}");
        }
    }

    #[test]
    fn what_is_nowhere_is_not_found() {
        let found = within("экскаватор", &law(), Lang::Ru);
        assert!(found.passages.is_empty());
        assert!(within("", &law(), Lang::Ru).passages.is_empty());
    }
}
