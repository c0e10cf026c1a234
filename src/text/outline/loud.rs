//! Lines that call themselves headings by their letters: all capitals, or all bold.

use std::collections::HashMap;

use super::marker::{Confidence, Marker};
use crate::text::body::{Block, Span};

/// The longest line that its letters alone make a heading, in characters: "1. ОБЩИЕ ПОЛОЖЕНИЯ".
pub const MAX_LOUD_CHARS: usize = 150;

/// Letters of the longest word of a heading in capitals, at least: shorter ones are names of programs and of bodies.
const MIN_TITLE_WORD: usize = 4;

/// Characters of the words under a heading without a number, at least: a form has less after its labels.
const MIN_WORDS_UNDER_TITLE: usize = 40;

/// Headings in capitals without a number and off the middle of the page that a text has, at least: one alone is a
/// stamp, an addressee or a shout.
const MIN_TITLES: usize = 2;

/// The level of a heading in capitals without a number.
const TITLE_LEVEL: u8 = 2;

/// What capitals off the middle of the page say without being a heading.
const STAMPS: [&str; 10] = [
    "УТВЕР",
    "СОГЛАС",
    "БЕКІТ",
    "КЕЛІСІ",
    "ПРИНЯТ",
    "ҚАБЫЛДАН",
    "ДИРЕКТОР",
    "ТӨРАҒА",
    "ПРЕДСЕДАТЕЛ",
    "APPROVED",
];

/// How sure the letters of a line make that it is a heading.
pub fn confidence(text: &str, content: &[Span]) -> Confidence {
    if is_loud(text, content) {
        Confidence::Loud
    } else if text.ends_with(['.', ':']) && is_bold(content) && is_sentence(text) {
        Confidence::Closed
    } else {
        Confidence::Words
    }
}

/// The headings in capitals without a number and their levels: lines of their own with words under them, off the middle
/// of the page too; the first line of a text is its title.
pub fn titles(blocks: &[Block], markers: &[Option<Marker>]) -> HashMap<usize, u8> {
    let is_loud_line = |block: &Block| is_title_in_capitals(&block.line());
    let is_line = |at: usize| {
        let is_plain = matches!(blocks.get(at), Some(Block::Paragraph { label: None, .. }));
        is_plain && markers[at].is_none() && is_loud_line(&blocks[at])
    };
    let has_words = |at: usize| match blocks.get(at) {
        Some(block @ Block::Paragraph { .. }) => is_point(&markers[at]) || is_text(&block.line()),
        _ => false,
    };
    let is_alone = |at: usize| at <= 1 || !is_loud_line(&blocks[at - 1]);
    let found = (0..blocks.len()).filter(|at| is_line(*at) && has_words(*at + 1) && is_alone(*at));
    let mut found: HashMap<usize, u8> = found.map(|at| (at, TITLE_LEVEL)).collect();
    if found.len() < MIN_TITLES {
        return HashMap::new();
    }
    if is_line(0) {
        found.insert(0, 1);
    }
    found
}

fn is_point(marker: &Option<Marker>) -> bool {
    matches!(marker, Some(Marker::Point(_) | Marker::Subpoint(_)))
}

fn is_text(line: &str) -> bool {
    line.chars().count() >= MIN_WORDS_UNDER_TITLE
        && line.chars().any(char::is_lowercase)
        && !line.contains("__")
}

fn is_title_in_capitals(line: &str) -> bool {
    let letters = || line.chars().filter(|letter| letter.is_alphabetic());
    let longest = line.split(|letter: char| !letter.is_alphabetic()).map(|word| word.chars().count()).max();
    longest.unwrap_or_default() >= MIN_TITLE_WORD
        && letters().all(char::is_uppercase)
        && line.chars().count() <= MAX_LOUD_CHARS
        && !line.ends_with(['.', ';', ':', ',', '!', '?'])
        && !STAMPS.iter().any(|stamp| line.starts_with(stamp))
        && !is_signature(line)
        && !is_contents_line(line)
}

/// Whether a line is one sentence: a title is no more.
fn is_sentence(text: &str) -> bool {
    let number =
        text.split_whitespace().next().filter(|first| first.ends_with(['.', ')'])).map_or(0, str::len);
    let words = text[number..].trim_end_matches(['.', ':']);
    !words.contains(". ") && text.chars().count() <= MAX_LOUD_CHARS
}

fn is_bold(content: &[Span]) -> bool {
    content.iter().all(|span| span.text.trim().is_empty() || !span.emphasis.is_plain())
}

/// Whether a line belongs to a table of contents: it ends with a page number after a tab or dots.
pub fn is_contents_line(text: &str) -> bool {
    let rest = text.trim_end_matches(|character: char| character.is_ascii_digit());
    if rest.len() == text.len() {
        return false;
    }
    let words = rest.trim_end_matches([' ', '.', '…', '\u{A0}']);
    rest.ends_with('\t') || rest[words.len()..].matches(['.', '…']).count() >= 4 || rest.ends_with("…")
}

/// Whether a line is signed or waits for it: `ДИРЕКТОР ________ ИВАНОВ И.И.`, `Б. ОМАРОВ`.
pub fn is_signature(text: &str) -> bool {
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
pub fn is_loud(text: &str, content: &[Span]) -> bool {
    let letters = || text.chars().filter(|character| character.is_alphabetic());
    let capitals = letters().count() >= 3 && letters().all(char::is_uppercase);
    let open = text.ends_with([';', ',', ':']) || (!capitals && text.ends_with('.'));
    (capitals || is_bold(content)) && !open && text.chars().count() <= MAX_LOUD_CHARS
}
