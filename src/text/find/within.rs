//! A search within one text.

use std::collections::{BTreeMap, BTreeSet};

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
    let query = Query::new(typed, &[&Lexicon::new(words, total)]);
    let ranking = query.ranking();
    let mut ranked: Vec<(u64, Passage)> = indexed
        .iter()
        .map(|(passage, words)| (ranking.points(words), passage.clone()))
        .filter(|(points, _)| *points > 0)
        .collect();
    // Equal ones stay in reading order.
    ranked.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
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
    fn what_is_nowhere_is_not_found() {
        let found = within("экскаватор", &law(), Lang::Ru);
        assert!(found.passages.is_empty());
        assert!(within("", &law(), Lang::Ru).passages.is_empty());
    }
}
