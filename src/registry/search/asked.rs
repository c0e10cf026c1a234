//! What is asked of a search, and within which limits.

use crate::domain::{Code, Lang};
use crate::storage::search::Condition;
use crate::text::find::{Alternative, Group};

/// Passages that are found at most: a longer list is no answer.
pub const PASSAGES_MAX: usize = 100;

/// Passages whose documents are looked at at once.
pub(super) const LOOKED_AT_ONCE: usize = 100;

/// A search.
#[derive(Debug, Clone, Copy)]
pub struct Search<'q> {
    /// What was typed.
    pub query: &'q str,
    /// Where to look.
    pub scope: Scope,
    /// In which versions to look.
    pub editions: Editions,
    /// The reader's language.
    pub wish: Lang,
    /// Passages to leave out, because an earlier page showed them.
    pub skip: usize,
    /// Passages to give.
    pub take: usize,
}

/// Where a search looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In every document, and among documents and organizations themselves.
    Union,
    /// In the documents on an organization's stand.
    Shelf(Code),
    /// In one document.
    Document(Code),
}

/// In which versions a search looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Editions {
    /// In those that answer today.
    Present,
    /// In earlier and later ones too. What was corrected, withdrawn or erased is never found.
    All,
}

/// One of the alternatives of a group that are so sure at least; the best one if none is.
pub(super) fn condition_of(group: &Group, certainty: f64) -> Condition {
    let phrase = |one: &Alternative| Condition::All(one.words.iter().cloned().map(Condition::Word).collect());
    let sure = group.alternatives.iter().filter(|one| one.certainty >= certainty).map(phrase);
    let sure: Vec<Condition> = sure.collect();
    if sure.is_empty() {
        Condition::Any(group.alternatives.iter().take(1).map(phrase).collect())
    } else {
        Condition::Any(sure)
    }
}
