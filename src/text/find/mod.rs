//! Words as they are searched, and where they stand in a text.
//!
//! A word is folded ([`words`]), then reduced to the form under which it is indexed ([`Word::stem`]). A query becomes
//! groups of such forms ([`Query`]), which rank a passage and mark its words. Both engines index the same forms, so both
//! find the same.

pub(in crate::text) mod address;
mod asked;
mod kazakh;
mod keyboard;
mod kin;
mod latin;
mod lexicon;
mod marks;
mod matcher;
mod name;
mod passage;
mod query;
mod rank;
mod synonyms;
#[cfg(test)]
mod tests;
mod within;
pub(in crate::text) mod word;

pub use address::{Address, TOP, address, point};
pub use lexicon::Lexicon;
pub use marks::{Piece, excerpt, heading, marked, surface};
pub use name::{Name, other_readings, wanted};
pub use passage::{Passage, passages};
pub use query::{Alternative, Group, Needed, Query, needed};
pub use rank::{Ranking, Score};
pub use within::{Found, within};
pub use word::{Word, words};

/// The version of the indexed forms: texts that were indexed under another one are indexed again.
pub const INDEXER: &str = "tizilim-words/3";
