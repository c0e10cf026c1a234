//! Words as they are searched, and where they stand in a text.
//!
//! A word is folded ([`words`]), then reduced to the form under which it is indexed ([`Word::stem`]). A query becomes
//! groups of such forms ([`Query`]), which rank a passage and mark its words. Both engines index the same forms, so both
//! find the same.

mod kazakh;
mod lexicon;
mod marks;
mod name;
mod passage;
mod query;
mod rank;
mod synonyms;
#[cfg(test)]
mod tests;
mod within;
mod word;

pub use lexicon::Lexicon;
pub use marks::{Piece, excerpt, marked};
pub use name::{Name, wanted};
pub use passage::{Passage, passages};
pub use query::{Alternative, Group, Query, beginnings};
pub use rank::Ranking;
pub use within::{Found, within};
pub use word::{Word, words};

/// The version of the indexed forms: texts that were indexed under another one are indexed again.
pub const INDEXER: &str = "tizilim-words/1";
