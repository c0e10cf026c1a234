//! Headings and anchors from the numbers in the text.
//!
//! An anchor says what a lawyer would cite: `sec-1`, `ch-2`, `art-3-1`, `app-1`; points of an article are
//! `art-3-p-2` and its subpoints `art-3-p-2-s-4`, points outside of articles `p-2-4`. Anchors hold numbers and no
//! words, so the Kazakh and the Russian text of one law share them. A number that is used twice is told apart by
//! the heading above it: `sec-2-p-1`.

mod anchors;
mod correct;
mod marker;
mod numbers;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::body::{Block, Span};
use anchors::Anchors;
pub use correct::{Correction, Key, correct, keys};
use marker::{Confidence, Marker};
pub(super) use marker::{Marker as Mark, Part};
pub(super) use numbers::fold;

/// The longest line that its letters alone make a heading, in characters: "1. ОБЩИЕ ПОЛОЖЕНИЯ".
const MAX_LOUD_CHARS: usize = 150;

/// Recognises headings by their words and gives blocks their anchors.
pub fn apply(blocks: &mut [Block]) {
    derive(blocks, &HashMap::new());
}

/// Recognises headings and gives anchors; `chosen` are the levels of the blocks that a person has decided on.
fn derive(blocks: &mut [Block], chosen: &HashMap<usize, Option<u8>>) {
    let markers = markers(blocks);
    let mut ranks: Vec<Part> = markers.iter().flatten().filter_map(Marker::part).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut anchors = Anchors::default();
    for (index, (block, marker)) in blocks.iter_mut().zip(markers).enumerate() {
        let found = marker.as_ref().and_then(Marker::part).map(|part| {
            let rank = ranks.iter().position(|known| *known == part).unwrap_or_default();
            (rank as u8 + 2).min(6)
        });
        match chosen.get(&index) {
            Some(level) => set_level(block, *level),
            None if found.is_some() && matches!(block, Block::Paragraph { .. }) => set_level(block, found),
            None => {}
        }
        match block {
            Block::Heading { anchor, .. } => *anchor = Some(anchors.heading(marker)),
            Block::Paragraph { anchor, .. } => *anchor = anchors.point(marker),
            Block::Table { .. } | Block::Picture => {}
        }
    }
}

/// Makes a heading of this level of a block of words, or a paragraph.
fn set_level(block: &mut Block, wanted: Option<u8>) {
    match (&mut *block, wanted) {
        (Block::Heading { level, .. }, Some(wanted)) => *level = wanted,
        (Block::Heading { label, content, .. }, None) => {
            let (label, content) = (label.take(), std::mem::take(content));
            *block = Block::Paragraph { anchor: None, label, depth: 0, content };
        }
        (Block::Paragraph { label, content, .. }, Some(level)) => {
            let (label, content) = (label.take(), std::mem::take(content));
            *block = Block::Heading { level, anchor: None, label, content };
        }
        (Block::Paragraph { .. }, None) | (Block::Table { .. } | Block::Picture, _) => {}
    }
}

/// What each block begins with, as far as its place among the others lets it.
pub(super) fn markers(blocks: &[Block]) -> Vec<Option<Marker>> {
    let mut markers: Vec<Option<Marker>> = blocks.iter().map(recognise).collect();
    let articles = markers.iter().flatten().any(|marker| matches!(marker, Marker::Part(Part::Article, _)));
    let romans: Vec<(usize, u32)> = markers
        .iter()
        .enumerate()
        .filter_map(|(index, marker)| match marker {
            Some(Marker::Roman(number)) => Some((index, *number)),
            _ => None,
        })
        .collect();
    let mut last = 0;
    for (at, (index, number)) in romans.iter().enumerate() {
        // "Х. Ахметов" and "І. Омаров" are names: only a run of numbers makes headings of them.
        let opens = *number == 1 && romans.get(at + 1).is_some_and(|(_, next)| *next == 2);
        let counts = opens || (*number > 1 && *number == last + 1);
        if counts {
            last = *number;
        }
        markers[*index] = counts.then(|| Marker::Loud(number.to_string()));
    }
    if articles {
        // Where there are articles, "1. …" is a point, however loud.
        for marker in &mut markers {
            if let Some(Marker::Loud(number)) = marker {
                *marker = Some(Marker::Point(std::mem::take(number)));
            }
        }
    }
    markers
}

/// What the first words of a block say that it is.
fn recognise(block: &Block) -> Option<Marker> {
    let (label, content, styled) = match block {
        Block::Heading { label, content, .. } => (label, content, true),
        Block::Paragraph { label, content, .. } => (label, content, false),
        Block::Table { .. } | Block::Picture => return None,
    };
    let mut text = label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
    content.iter().for_each(|span| text.push_str(&span.text));
    let text = text.trim();
    if is_contents_line(text) {
        return None;
    }
    let confidence = match styled {
        true => Confidence::Styled,
        false if is_loud(text, content) => Confidence::Loud,
        false => Confidence::Words,
    };
    marker::read(text, confidence)
}

/// Whether a line begins with the name and number of a part: `Статья 5. …`.
pub(super) fn begins_part(text: &str) -> bool {
    matches!(marker::read(text, Confidence::Words), Some(Marker::Part(..)))
}

/// Whether a line begins with the number of a point: `1.`, `2)`.
pub(super) fn begins_point(text: &str) -> bool {
    matches!(marker::read(text, Confidence::Words), Some(Marker::Point(_) | Marker::Subpoint(_)))
}

/// Whether a line belongs to a table of contents: it ends with a page number after a tab or dots.
pub(super) fn is_contents_line(text: &str) -> bool {
    let rest = text.trim_end_matches(|character: char| character.is_ascii_digit());
    if rest.len() == text.len() {
        return false;
    }
    let words = rest.trim_end_matches([' ', '.', '…', '\u{A0}']);
    rest.ends_with('\t') || rest[words.len()..].matches(['.', '…']).count() >= 4 || rest.ends_with("…")
}

/// Whether a line that stands in the middle of the page is a heading without a number: `ҰЖЫМДЫҚ ШАРТ`.
///
/// Numbered ones are left to [`apply`], which knows their place among the parts.
pub(super) fn is_title(content: &[Span]) -> bool {
    let text: String = content.iter().map(|span| span.text.as_str()).collect();
    let text = text.trim();
    let letters = text.chars().filter(|character| character.is_alphabetic()).count();
    letters >= 3
        && is_loud(text, content)
        && !is_contents_line(text)
        && !is_signature(text)
        && marker::read(text, Confidence::Loud).is_none()
}

/// Whether a line is signed or waits for it: `ДИРЕКТОР ________ ИВАНОВ И.И.`, `Б. ОМАРОВ`.
fn is_signature(text: &str) -> bool {
    let initials = |word: &str| {
        let letters = || word.split('.').filter(|letter| !letter.is_empty());
        word.ends_with('.')
            && letters().count() > 0
            && letters().all(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_uppercase))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    // Initials stand last or before the last word: a school may bear a name in the middle of a title.
    let named = words.iter().rev().take(2).any(|word| {
        // Without a space between: "И.И.ИВАНОВ".
        let glued = word
            .rsplit_once('.')
            .is_some_and(|(head, name)| name.chars().count() > 1 && initials(&format!("{head}.")));
        initials(word) || glued
    });
    text.contains("___") || text.contains("……") || named
}

/// Whether a short line is all capitals or all bold, as headings are without a style.
fn is_loud(text: &str, content: &[Span]) -> bool {
    let letters = || text.chars().filter(|character| character.is_alphabetic());
    let capitals = letters().count() >= 3 && letters().all(char::is_uppercase);
    let bold = content.iter().all(|span| span.text.trim().is_empty() || !span.emphasis.is_plain());
    let open = text.ends_with([';', ',', ':']) || (!capitals && text.ends_with('.'));
    (capitals || bold) && !open && text.chars().count() <= MAX_LOUD_CHARS
}
