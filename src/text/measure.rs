//! How much of a known text the reader got right: characters, headings, order.

use std::ops::AddAssign;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::body::{Block, Body};

/// Characters by which a line is looked for: enough to know it, few enough to stand before its first line break.
const LINE_KEY_CHARS: usize = 30;

/// Pairs of characters that are compared between two unlike places; beyond, they count as wrong. Two pages of other
/// words have about a tenth.
const MAX_PAIRS: usize = 100_000_000;

/// How many of the things wanted are right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that are right.
    pub right: usize,
    /// Those wanted, or those found where these are more: what is too much is wrong too.
    pub wanted: usize,
}

/// What a body got right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measured {
    /// Characters that come out, in order; white space counts as one space.
    pub characters: Share,
    /// Headings and numbered paragraphs with their level, anchor and first words; nothing wanted without an outline.
    pub headings: Share,
    /// Lines that stand in order.
    pub order: Share,
}

impl Share {
    /// The share in percent; 100 where nothing is wanted.
    pub fn percent(self) -> f64 {
        if self.wanted == 0 { 100.0 } else { self.right as f64 * 100.0 / self.wanted as f64 }
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wanted += other.wanted;
    }
}

impl AddAssign for Measured {
    fn add_assign(&mut self, other: Self) {
        self.characters += other.characters;
        self.headings += other.headings;
        self.order += other.order;
    }
}

/// Measures a body against the text that it should have, and the outline: a line `LEVEL ANCHOR first words` for each
/// heading, and with level 0 for each numbered paragraph.
pub fn measure(body: &Body, text: &str, outline: Option<&str>) -> Measured {
    let (wanted, found) = (spaced(text), spaced(&body.to_text()));
    Measured {
        characters: characters(&wanted, &found),
        headings: outline.map(|outline| headings(outline, body)).unwrap_or_default(),
        order: order(text, &found),
    }
}

fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words are compared first, and characters where words differ.
fn characters(wanted: &str, found: &str) -> Share {
    let words = |text: &str| -> Vec<String> { text.split_inclusive(' ').map(str::to_owned).collect() };
    let length = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    let (old, new) = (words(wanted), words(found));
    let mut right = 0;
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => right += length(&old[old_index..old_index + len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                right += common(
                    &old[old_index..old_index + old_len].concat(),
                    &new[new_index..new_index + new_len].concat(),
                );
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
        }
    }
    Share { right, wanted: wanted.chars().count().max(found.chars().count()) }
}

/// Characters that two texts have in common, in order.
fn common(wanted: &str, found: &str) -> usize {
    let (wanted, found): (Vec<char>, Vec<char>) = (wanted.chars().collect(), found.chars().collect());
    if wanted.len().saturating_mul(found.len()) > MAX_PAIRS {
        return 0;
    }
    let equal = |operation: DiffOp| if let DiffOp::Equal { len, .. } = operation { len } else { 0 };
    capture_diff_slices(Algorithm::Myers, &wanted, &found).into_iter().map(equal).sum()
}

fn headings(outline: &str, body: &Body) -> Share {
    let found: Vec<(u8, &str, String)> = body
        .blocks
        .iter()
        .filter_map(|block| {
            let level = if let Block::Heading { level, .. } = block { *level } else { 0 };
            Some((level, block.anchor()?, spaced(&block.to_text())))
        })
        .collect();
    let wanted: Vec<&str> = outline.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_right = |line: &&&str| {
        let mut parts = line.splitn(3, ' ');
        let level = parts.next().and_then(|level| level.parse::<u8>().ok());
        let anchor = parts.next().unwrap_or_default();
        let words = spaced(parts.next().unwrap_or_default());
        found
            .iter()
            .any(|(known, own, text)| Some(*known) == level && *own == anchor && text.starts_with(&words))
    };
    Share { right: wanted.iter().filter(is_right).count(), wanted: wanted.len().max(found.len()) }
}

/// Lines whose beginnings are found, as many of them as stand in order.
fn order(text: &str, found: &str) -> Share {
    let lines: Vec<String> = text.lines().map(spaced).filter(|line| !line.is_empty()).collect();
    let mut after = 0;
    // The ends of the longest ordered runs of each length, the smallest last place first.
    let mut runs: Vec<usize> = Vec::new();
    for line in &lines {
        let key: String = line.chars().take(LINE_KEY_CHARS).collect();
        let ahead = found[after..].find(&key).map(|at| after + at);
        let Some(at) = ahead.or_else(|| found.find(&key)) else { continue };
        after = at + key.len();
        let longer = runs.partition_point(|end| *end < at);
        match runs.get_mut(longer) {
            Some(end) => *end = at,
            None => runs.push(at),
        }
    }
    Share { right: runs.len(), wanted: lines.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tests::outlined as body;

    const LINES: [&str; 4] = ["Статья 1. Цель", "1. Первая часть закона", "Статья 2. Средства", "Конец"];
    const OUTLINE: &str = "2 art-1 Статья 1. Цель\n0 art-1-p-1 1. Первая\n2 art-2 Статья 2. Средства\n";

    fn share(right: usize, wanted: usize) -> Share {
        Share { right, wanted }
    }

    #[test]
    fn what_is_whole_is_wholly_right() {
        let measured = measure(&body(&LINES), &LINES.join("\n\n"), Some(OUTLINE));
        let characters = LINES.join(" ").chars().count();
        let expected =
            Measured { characters: share(characters, characters), headings: share(3, 3), order: share(4, 4) };
        assert_eq!(measured, expected);
        assert_eq!(measured.headings.percent(), 100.0);
        assert_eq!(measure(&Body::default(), "", None).characters.percent(), 100.0);
    }

    #[test]
    fn each_fault_lowers_its_own_measure() {
        let text = LINES.join("\n");
        let characters = LINES.join(" ").chars().count();
        let lost = measure(
            &body(&["Статья 1. Цель", "1. Первая часть зкона", "Статья 2. Средства", "Конец"]),
            &text,
            None,
        );
        assert_eq!(lost.characters, share(characters - 1, characters));
        // The line is not known by its beginning any more.
        assert_eq!((lost.order, lost.headings), (share(3, 4), share(0, 0)));
        let more = [&LINES[..], &["Статья 3. Лишняя"]].concat();
        let more = measure(&body(&more), &text, Some(OUTLINE));
        assert_eq!(more.characters, share(characters, characters + 17));
        assert_eq!(more.headings, share(3, 4));
        let swapped = [LINES[2], LINES[3], LINES[0], LINES[1]];
        let swapped = measure(&body(&swapped), &text, Some(OUTLINE));
        assert_eq!(swapped.order, share(2, 4));
        // "1. Первая" stands under the right article still.
        assert_eq!(swapped.headings, share(3, 3));
        assert!(swapped.characters.percent() < 70.0);
        let other = OUTLINE.replace("2 art-2", "3 art-2");
        assert_eq!(measure(&body(&LINES), &text, Some(&other)).headings, share(2, 3));
        assert_eq!(measure(&Body::default(), &text, Some(OUTLINE)).headings, share(0, 3));
    }
}
