//! What happened to a section of a text, in a word.

use std::collections::HashMap;

use crate::domain::Lang;
use crate::phrases::say;
use crate::text::compare::{Comparison, Fate, Section};

/// What happened, in a word, with the look of it.
#[derive(Clone)]
pub(super) struct Mark {
    pub(super) class: &'static str,
    pub(super) words: String,
}

/// What happened to a section, in words.
pub(super) fn marks(section: &Section, page: Lang) -> Vec<Mark> {
    let mark = |class, key: &str| Mark { class, words: say(page, key) };
    let whole = match section.fate {
        Fate::Added(_) => return vec![mark("good", "compare-mark-added")],
        Fate::Removed(_) => return vec![mark("warning", "compare-mark-removed")],
        Fate::Kept { .. } => None,
        Fate::Moved { .. } => Some(mark("notice", "compare-mark-moved")),
        Fate::Renumbered { .. } => Some(mark("notice", "compare-mark-renumbered")),
    };
    whole.into_iter().chain(section.reworded.then(|| mark("notice", "compare-mark-changed"))).collect()
}

/// What the contents say about the sections of a text that changed, by their anchors.
pub fn badges(comparison: &Comparison, page: Lang) -> HashMap<&str, String> {
    let changed =
        comparison.changes().filter_map(|section| Some((section.after()?.anchor.as_deref()?, section)));
    changed.filter_map(|(anchor, section)| Some((anchor, marks(section, page).pop()?.words))).collect()
}
