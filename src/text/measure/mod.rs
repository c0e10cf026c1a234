//! How much of a known text the reader got right: characters, order, headings, cells, marks and doubts.

pub mod notation;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::AddAssign;

use notation::{Kind, Noted, spaced};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::body::{Block, Body};
use super::review::Doubt;

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

/// What was got right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Measured {
    /// Characters that come out, in order; white space counts as one space.
    pub characters: Share,
    /// Lines that stand in order.
    pub order: Share,
    /// Headings: with level, anchor and first words where an outline says them, else by their words; nothing wanted where
    /// neither an outline nor the text has any.
    pub headings: Share,
    /// Cells of tables that stand in their row and column.
    pub cells: Share,
    /// Raised, lowered, crossed-out words and numbers of notes; bold words where the text has any.
    pub marks: Share,
    /// Doubts that are told; nothing wanted where it is not said which.
    pub doubts: Share,
}

/// What must be read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// The words, in the [`notation`].
    pub text: &'a str,
    /// A line `LEVEL ANCHOR first words` for each heading, and with level 0 for each numbered paragraph.
    pub outline: Option<&'a str>,
    /// A line for each doubt: its name, and its pages.
    pub doubts: Option<&'a str>,
}

impl Share {
    /// The share in percent; 100 where nothing is wanted.
    pub fn percent(self) -> f64 {
        if self.wanted == 0 { 100.0 } else { self.right as f64 * 100.0 / self.wanted as f64 }
    }

    /// Things that are there as often as wanted.
    fn of<T: Hash + Eq>(wanted: impl Iterator<Item = T>, found: impl Iterator<Item = T>) -> Self {
        let mut left: HashMap<T, usize> = HashMap::new();
        let found = found.map(|thing| *left.entry(thing).or_default() += 1).count();
        let (mut right, mut count) = (0, 0);
        for thing in wanted {
            count += 1;
            if let Some(left) = left.get_mut(&thing).filter(|left| **left > 0) {
                *left -= 1;
                right += 1;
            }
        }
        Self { right, wanted: count.max(found) }
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wanted += other.wanted;
    }
}

impl Measured {
    /// Its shares with their names, in the order in which they are told.
    pub fn shares(&self) -> [(&'static str, Share); 6] {
        [
            ("characters", self.characters),
            ("order", self.order),
            ("headings", self.headings),
            ("cells", self.cells),
            ("marks", self.marks),
            ("doubts", self.doubts),
        ]
    }
}

impl AddAssign for Measured {
    fn add_assign(&mut self, other: Self) {
        self.characters += other.characters;
        self.order += other.order;
        self.headings += other.headings;
        self.cells += other.cells;
        self.marks += other.marks;
        self.doubts += other.doubts;
    }
}

/// Measures a body, and what is doubtful about it.
pub fn measure(body: &Body, doubts: &[Doubt], wanted: Wanted<'_>) -> Measured {
    let mut measured = measure_text(&notation::of_body(body), wanted.text);
    if let Some(outline) = wanted.outline {
        measured.headings = headings(outline, body);
    }
    if let Some(wanted) = wanted.doubts {
        let lines = wanted.lines().map(spaced).filter(|line| !line.is_empty());
        measured.doubts = Share::of(lines, doubts.iter().map(told));
    }
    measured
}

/// Measures words that another program read, in the [`notation`].
pub fn measure_text(found: &str, wanted: &str) -> Measured {
    let (wanted, found) = (Noted::read(wanted), Noted::read(found));
    let titles = |noted: &Noted| -> Vec<String> {
        noted.lines.iter().filter(|line| line.is_heading).map(notation::Line::words).collect()
    };
    let (known, titled) = (titles(&wanted), titles(&found));
    let has_bold = wanted.marks.iter().any(|(kind, _)| *kind == Kind::Bold);
    let is_counted = |(kind, _): &&(Kind, String)| has_bold || *kind != Kind::Bold;
    Measured {
        characters: characters(&wanted.words(), &found.words()),
        order: order(&wanted, &found.words()),
        headings: match known.is_empty() {
            true => Share::default(),
            false => Share::of(known.iter(), titled.iter()),
        },
        cells: cells(&wanted, &found),
        marks: Share::of(wanted.marks.iter(), found.marks.iter().filter(is_counted)),
        doubts: Share::default(),
    }
}

/// A doubt as a line: its name, and its pages.
fn told(doubt: &Doubt) -> String {
    let pages = doubt.kind.pages().iter().map(|page| format!(" {page}"));
    doubt.kind.name().to_owned() + &pages.collect::<String>()
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

/// The rows of tables: each has the unlike row that has most of its cells.
fn cells(wanted: &Noted, found: &Noted) -> Share {
    let mut left: Vec<&[String]> = found.rows().collect();
    let mut share = Share::default();
    for row in wanted.rows() {
        let equal = |other: &[String]| row.iter().zip(other).filter(|(cell, other)| cell == other).count();
        let best = (0..left.len()).rev().max_by_key(|at| equal(left[*at])).filter(|at| equal(left[*at]) > 0);
        let other = best.map(|at| left.remove(at)).unwrap_or_default();
        share += Share { right: equal(other), wanted: row.len().max(other.len()) };
    }
    share.wanted += left.iter().map(|row| row.len()).sum::<usize>();
    share
}

/// Lines whose beginnings are found, as many of them as stand in order.
fn order(wanted: &Noted, found: &str) -> Share {
    let lines: Vec<String> =
        wanted.lines.iter().map(notation::Line::words).filter(|line| !line.is_empty()).collect();
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
