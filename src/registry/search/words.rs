//! What the words of a query mean among the words of all texts.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::super::Result;
use super::super::caches::AllWords;
use super::super::view::View;
use crate::storage::vocabulary;
use crate::text::find::{self, Lexicon, Query};

/// Indexed words of one beginning that are looked at at most.
const OF_ONE_BEGINNING_MAX: i64 = 5_000;

/// Words that misspelt ones are compared with, the most usual ones: the laws of a country have fewer.
const WORDS_MAX: i64 = 300_000;

/// How long these are kept while texts change: a new word that somebody misspells can wait.
const WORDS_KEPT: Duration = Duration::from_secs(300);

impl View {
    /// What the words of a query mean. What is indexed now is asked of the database; only where a word is nowhere, all
    /// words are compared with it.
    pub(super) fn query(&self, typed: &str) -> Result<Query> {
        let needed = find::needed(typed);
        let passages = self.numbers()?.passages.count();
        let words = self.ask(|conn| {
            let mut words = vocabulary::words_beginning(conn, &needed.beginnings, OF_ONE_BEGINNING_MAX)?;
            words.extend(vocabulary::whole_words(conn, &needed.words)?);
            Ok(words)
        })?;
        let near = Lexicon::new(words, passages);
        let query = Query::new(typed, &near, None);
        if !query.needs_all_words {
            return Ok(query);
        }
        Ok(Query::new(typed, &near, Some(&self.all_words()?.lexicon)))
    }

    fn all_words(&self) -> Result<Arc<AllWords>> {
        let (stamp, now) = (self.stamp(), self.now());
        let mut kept = self.registry().inner.words.lock().unwrap_or_else(PoisonError::into_inner);
        let is_good = |kept: &&Arc<AllWords>| {
            kept.seq == stamp.seq || now.duration_since(kept.read_at).unsigned_abs() < WORDS_KEPT
        };
        if let Some(kept) = kept.as_ref().filter(is_good) {
            return Ok(kept.clone());
        }
        let words = self.ask(|conn| Ok(vocabulary::most_usual(conn, WORDS_MAX)?))?;
        let all = Arc::new(AllWords { lexicon: Lexicon::new(words, 0), seq: stamp.seq, read_at: now });
        *kept = Some(all.clone());
        Ok(all)
    }
}
