//! Headings and anchors from the numbers in the text.
//!
//! An anchor says what a lawyer would cite: `sec-1`, `ch-2`, `art-3-1`, `app-1`; points of an article are
//! `art-3-p-2` and its subpoints `art-3-p-2-s-4`, points outside of articles `p-2-4`. Anchors hold numbers and no
//! words, so the Kazakh and the Russian text of one law share them. A number that is used twice is told apart by
//! the heading above it: `sec-2-p-1`.

mod anchors;
mod correct;
mod loud;
mod marker;
mod numbers;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::body::{Block, Span};
use anchors::Anchors;
pub use correct::{Correction, Key, correct, keys};
pub(super) use loud::is_contents_line;
use loud::{confidence, is_loud, is_signature, titles};
use marker::{Confidence, Marker};
pub(super) use marker::{Marker as Mark, Part, is_bare_part};
pub(super) use numbers::fold;

/// Joins the name and number of a part with its title where these stand in two paragraphs: `Глава 1`, `ОБЩИЕ ПОЛОЖЕНИЯ`.
/// Gives the places of the blocks that went into the one before.
pub fn join(blocks: &mut Vec<Block>) -> Vec<usize> {
    let is_bare = |block: &Block| {
        let is_plain =
            matches!(block, Block::Heading { label: None, .. } | Block::Paragraph { label: None, .. });
        is_plain && marker::is_bare_part(&block.line())
    };
    let mut joined: Vec<usize> = Vec::new();
    for at in 1..blocks.len() {
        let is_free = joined.last() != Some(&(at - 1));
        let Some(title) = part_title(&blocks[at]).filter(|_| is_free && is_bare(&blocks[at - 1])) else {
            continue;
        };
        if let Block::Heading { content, .. } | Block::Paragraph { content, .. } = &mut blocks[at - 1] {
            content.push(Span::plain("\n"));
            content.extend(title);
            *content = Span::of_heading(std::mem::take(content));
        }
        joined.push(at);
    }
    let mut at = 0;
    blocks.retain(|_| {
        at += 1;
        joined.binary_search(&(at - 1)).is_err()
    });
    joined
}

/// The words of a block that may be the title of the part whose number stands above it.
fn part_title(block: &Block) -> Option<Vec<Span>> {
    let (content, is_heading) = match block {
        Block::Heading { content, label: None, .. } => (content, true),
        Block::Paragraph { content, label: None, .. } => (content, false),
        _ => return None,
    };
    let is_numbered = || marker::read(&block.line(), Confidence::Loud).is_some();
    (is_title(content) || (is_heading && !is_numbered())).then(|| content.clone())
}

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
    let titles = titles(blocks, &markers);
    let mut anchors = Anchors::default();
    for (index, (block, marker)) in blocks.iter_mut().zip(markers).enumerate() {
        let part = marker.as_ref().and_then(Marker::part).map(|part| {
            let rank = ranks.iter().position(|known| *known == part).unwrap_or_default();
            (rank as u8 + 2).min(6)
        });
        let found = part.or_else(|| titles.get(&index).copied());
        match chosen.get(&index) {
            Some(level) => set_level(block, *level),
            None if found.is_some() && matches!(block, Block::Paragraph { .. }) => set_level(block, found),
            None => {}
        }
        match block {
            Block::Heading { anchor, .. } => *anchor = Some(anchors.heading(marker)),
            Block::Paragraph { anchor, .. } => *anchor = anchors.point(marker),
            Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => {}
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
        (Block::Paragraph { .. }, None)
        | (Block::Table { .. } | Block::Picture | Block::ScannedPage(_), _) => {}
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
    settle_bold(blocks, &mut markers);
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

/// Bold lines with a number and a full stop are headings where their own points follow, `1.1.` after `1.`, or words
/// without a number up to the next of them; elsewhere they are points.
fn settle_bold(blocks: &[Block], markers: &mut [Option<Marker>]) {
    let mut last_heading = None;
    for at in 0..markers.len() {
        let Some(Marker::Bold(number)) = &markers[at] else { continue };
        let number = number.clone();
        let count = number.parse::<u32>().ok();
        let next = (at + 1..markers.len()).find(|next| markers[*next].is_some());
        let follows = next.and_then(|next| markers[next].as_ref());
        let between = &blocks[at + 1..next.unwrap_or(blocks.len())];
        let has_words =
            between.iter().any(|block| matches!(block, Block::Paragraph { .. } | Block::Table { .. }));
        let has_points =
            matches!(follows, Some(Marker::Point(point)) if point.starts_with(&format!("{number}-")));
        let goes_on = matches!(follows, Some(Marker::Bold(other)) if other.parse().ok() == count.map(|count| count + 1));
        let comes_after =
            last_heading.is_some() && last_heading == count.map(|count| count.saturating_sub(1));
        let is_heading = has_points || (has_words && (goes_on || comes_after));
        last_heading = count.filter(|_| is_heading);
        markers[at] = Some(if is_heading { Marker::Loud(number) } else { Marker::Point(number) });
    }
}

/// What the first words of a block say that it is.
fn recognise(block: &Block) -> Option<Marker> {
    let (label, content, styled) = match block {
        Block::Heading { label, content, .. } => (label, content, true),
        Block::Paragraph { label, content, .. } => (label, content, false),
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => return None,
    };
    let mut text = label.as_ref().map(|label| format!("{label} ")).unwrap_or_default();
    content.iter().filter(|span| span.note.is_none()).for_each(|span| text.push_str(&span.letters()));
    let text = text.trim();
    if is_contents_line(text) {
        return None;
    }
    let confidence = if styled { Confidence::Styled } else { confidence(text, content) };
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

/// Whether a line that stands in the middle of the page is a heading without a number: `ҰЖЫМДЫҚ ШАРТ`.
///
/// Numbered ones are left to [`apply`], which knows their place among the parts.
pub(super) fn is_title(content: &[Span]) -> bool {
    let text: String = content.iter().map(|span| span.letters()).collect();
    let text = text.trim();
    let letters = text.chars().filter(|character| character.is_alphabetic()).count();
    letters >= 3
        && is_loud(text, content)
        && !is_contents_line(text)
        && !is_signature(text)
        && marker::read(text, Confidence::Loud).is_none()
}
