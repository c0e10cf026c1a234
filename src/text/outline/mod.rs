//! Headings and anchors from the numbers in the text.
//!
//! An anchor says what a lawyer would cite: `sec-1`, `ch-2`, `art-3-1`, `app-1`; points of an article are
//! `art-3-p-2` and its subpoints `art-3-p-2-s-4`, points outside of articles `p-2-4`. Anchors hold numbers and no
//! words, so the Kazakh and the Russian text of one law share them. A number that is used twice is told apart by
//! the heading above it: `sec-2-p-1`.

mod marker;
mod numbers;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use super::body::{Block, Span};
use marker::{Confidence, Marker, Part};
pub use numbers::fold;

/// The longest line that its letters alone make a heading, in characters: "1. ОБЩИЕ ПОЛОЖЕНИЯ".
const MAX_LOUD_CHARS: usize = 150;

/// Recognises headings by their words and gives blocks their anchors.
pub fn apply(blocks: &mut [Block]) {
    let markers: Vec<Option<Marker>> = blocks.iter().map(recognise).collect();
    let articles = markers.iter().flatten().any(|marker| matches!(marker, Marker::Part(Part::Article, _)));
    let mut ranks: Vec<Part> = markers.iter().flatten().filter_map(Marker::part).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let mut anchors = Anchors::default();
    for (block, marker) in blocks.iter_mut().zip(markers) {
        // Where there are articles, "1. …" is a point, however loud.
        let marker = match marker {
            Some(Marker::Loud(number)) if articles => Some(Marker::Point(number)),
            marker => marker,
        };
        let part = marker.as_ref().and_then(Marker::part);
        if let (Some(part), Block::Paragraph { label, content, .. }) = (part, &mut *block) {
            let rank = ranks.iter().position(|known| *known == part).unwrap_or_default();
            let level = (rank as u8 + 2).min(6);
            *block =
                Block::Heading { level, anchor: None, label: label.take(), content: std::mem::take(content) };
        }
        match block {
            Block::Heading { anchor, .. } => *anchor = Some(anchors.heading(marker)),
            Block::Paragraph { anchor, .. } => *anchor = anchors.point(marker),
            Block::Table { .. } | Block::Picture => {}
        }
    }
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
        && marker::read(text, Confidence::Loud).is_none()
}

/// Whether a short line is all capitals or all bold, as headings are without a style.
fn is_loud(text: &str, content: &[Span]) -> bool {
    let letters = || text.chars().filter(|character| character.is_alphabetic());
    let capitals = letters().count() >= 3 && letters().all(char::is_uppercase);
    let bold = content.iter().all(|span| span.text.trim().is_empty() || !span.emphasis.is_plain());
    let open = text.ends_with([';', ',', ':']) || (!capitals && text.ends_with('.'));
    (capitals || bold) && !open && text.chars().count() <= MAX_LOUD_CHARS
}

/// The anchors given so far, and where in the document the next one stands.
#[derive(Default)]
struct Anchors {
    taken: HashSet<String>,
    /// How often each anchor was wanted once it was taken.
    turns: HashMap<String, u32>,
    /// The headings above, from the widest part to the narrowest.
    above: Vec<(Part, String)>,
    point: Option<String>,
    unnumbered: u32,
}

impl Anchors {
    fn heading(&mut self, marker: Option<Marker>) -> String {
        self.point = None;
        let (part, wanted) = match marker {
            Some(Marker::Part(part, number)) if number.is_empty() => (part, part.prefix().to_owned()),
            Some(Marker::Part(part, number)) => (part, format!("{}-{number}", part.prefix())),
            Some(Marker::Point(number) | Marker::Loud(number) | Marker::Subpoint(number)) => {
                (Part::Section, format!("sec-{number}"))
            }
            None => {
                self.unnumbered += 1;
                let wanted = format!("h-{}", self.unnumbered);
                self.above.retain(|(above, _)| *above != Part::Article);
                return self.claim(wanted, None);
            }
        };
        self.above.retain(|(above, _)| *above < part);
        let appendix = self.above.iter().find(|(above, _)| *above == Part::Appendix);
        let wanted = appendix.map_or(wanted.clone(), |(_, appendix)| format!("{appendix}-{wanted}"));
        let parent = self.above.last().map(|(_, anchor)| anchor.clone());
        let anchor = self.claim(wanted, parent);
        self.above.push((part, anchor.clone()));
        anchor
    }

    fn point(&mut self, marker: Option<Marker>) -> Option<String> {
        let (letter, number) = match marker? {
            Marker::Point(number) | Marker::Loud(number) => ('p', number),
            Marker::Subpoint(number) => ('s', number),
            Marker::Part(..) => return None,
        };
        let within = self.above.iter().rev().find(|(part, _)| matches!(part, Part::Article | Part::Appendix));
        let prefix = match (&self.point, within) {
            (Some(point), _) if letter == 's' => Some(point.clone()),
            (_, Some((_, anchor))) => Some(anchor.clone()),
            _ => None,
        };
        let wanted = match &prefix {
            Some(prefix) => format!("{prefix}-{letter}-{number}"),
            None => format!("{letter}-{number}"),
        };
        let parent =
            if prefix.is_none() { self.above.last().map(|(_, anchor)| anchor.clone()) } else { None };
        let anchor = self.claim(wanted, parent);
        if letter == 'p' {
            self.point = Some(anchor.clone());
        }
        Some(anchor)
    }

    /// Takes the wanted anchor, else the one told apart by the heading above, else one told apart by its turn.
    fn claim(&mut self, wanted: String, parent: Option<String>) -> String {
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        let base = parent.map_or(wanted.clone(), |parent| format!("{parent}-{wanted}"));
        if self.taken.insert(base.clone()) {
            return base;
        }
        // The turns go on where they stopped: a file of a million equal numbers must not be counted anew for each.
        let turn = self.turns.entry(base.clone()).or_insert(1);
        loop {
            *turn += 1;
            let anchor = format!("{base}-x{turn}");
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}
