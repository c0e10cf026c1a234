//! The lines of one section of two texts side by side, and the words that differ within them.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::sections::{Kind, Source, share};
use super::words::{Class, Token};

/// Share of equal words, of 1, from which two lines are one line that was changed.
const SAME_LINE_SHARE: f64 = 0.4;

/// Share of equal words below which a changed line is shown as two whole ones: single equal words only confuse.
const MARKED_MIN_SHARE: f64 = 0.25;

/// Most pairs of lines that are compared between two equal lines: 200 that are gone against 200 that are new.
const MAX_PAIRS: usize = 40_000;

/// Fewest changed tokens on both sides of a lonely equal word that make it part of the change.
const SWALLOWING_TOKENS: usize = 3;

/// A line of the two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// What happened to it.
    pub change: LineChange,
    /// Its words in reading order.
    pub pieces: Vec<Piece>,
}

/// What happened to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineChange {
    /// Nothing.
    Same,
    /// Words within it changed.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
}

/// Words of a line. The white space after a word belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// They stand in both texts.
    Same {
        /// As the old text writes them.
        old: String,
        /// As the new text writes them.
        new: String,
    },
    /// They stand in the old text alone.
    Removed(String),
    /// They stand in the new text alone.
    Added(String),
}

impl Piece {
    /// The words as the old text has them.
    pub fn before(&self) -> &str {
        match self {
            Self::Same { old, .. } | Self::Removed(old) => old,
            Self::Added(_) => "",
        }
    }

    /// The words as the new text has them.
    pub fn after(&self) -> &str {
        match self {
            Self::Same { new, .. } | Self::Added(new) => new,
            Self::Removed(_) => "",
        }
    }
}

impl Line {
    /// A line that only the new text has.
    pub fn added(line: &Source) -> Self {
        let pieces = vec![Piece::Added(line.text.clone())];
        Self { kind: line.kind, change: LineChange::Added, pieces }
    }

    /// A line that only the old text has.
    pub fn removed(line: &Source) -> Self {
        let pieces = vec![Piece::Removed(line.text.clone())];
        Self { kind: line.kind, change: LineChange::Removed, pieces }
    }
}

/// The lines of a section of both texts. Headings are one line, however they were changed.
pub fn align(old: &[Source], new: &[Source]) -> Vec<Line> {
    let mut lines = Vec::new();
    let is_headed = |lines: &[Source]| lines.first().is_some_and(|line| line.kind == Kind::Heading);
    let (old, new) = if is_headed(old) && is_headed(new) {
        lines.push(changed(&old[0], &new[0]));
        (&old[1..], &new[1..])
    } else {
        (old, new)
    };
    let numbers = |lines: &[Source]| -> Vec<u32> { lines.iter().map(|line| line.number).collect() };
    for op in capture_diff_slices(Algorithm::Myers, &numbers(old), &numbers(new)) {
        let (old, new) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => lines.extend(old.iter().zip(new).map(|(old, new)| changed(old, new))),
            _ => gap(old, new, &mut lines),
        }
    }
    lines
}

/// Lines between two equal ones: those that are alike are one line that was changed.
fn gap(old: &[Source], new: &[Source], lines: &mut Vec<Line>) {
    if let Some(line) = rejoined(old, new) {
        lines.push(line);
        return;
    }
    let (mut i, mut j) = (0, 0);
    for (of_old, of_new) in alike(old, new).into_iter().chain([(old.len(), new.len())]) {
        lines.extend(old[i..of_old].iter().map(Line::removed));
        lines.extend(new[j..of_new].iter().map(Line::added));
        if let (Some(old), Some(new)) = (old.get(of_old), new.get(of_new)) {
            lines.push(changed(old, new));
        }
        (i, j) = (of_old + 1, of_new + 1);
    }
}

/// The same words with other breaks between paragraphs, such as a file makes where a page ends.
fn rejoined(old: &[Source], new: &[Source]) -> Option<Line> {
    let numbers = |lines: &[Source]| -> Vec<u32> {
        lines.iter().flat_map(|line| line.tokens.iter().map(|token| token.number)).collect()
    };
    if old.is_empty() || new.is_empty() || numbers(old) != numbers(new) {
        return None;
    }
    let text = |lines: &[Source]| lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n");
    let pieces = vec![Piece::Same { old: text(old), new: text(new) }];
    Some(Line { kind: new[0].kind, change: LineChange::Same, pieces })
}

/// Pairs of lines, in the order of both texts, whose shares of equal words are the greatest together.
fn alike(old: &[Source], new: &[Source]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() || old.len() * new.len() > MAX_PAIRS {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut shares = vec![0.0; old.len() * new.len()];
    // best[i][j] is the greatest sum for the lines from i and from j on.
    let mut best = vec![0.0_f64; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            let share = share(&old[i].words, &new[j].words);
            shares[i * new.len() + j] = share;
            let with = if share >= SAME_LINE_SHARE { share + best[(i + 1) * width + j + 1] } else { 0.0 };
            best[i * width + j] = with.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < old.len() && j < new.len() {
        let here = best[i * width + j];
        if here == best[(i + 1) * width + j] {
            i += 1;
        } else if here == best[i * width + j + 1] {
            j += 1;
        } else {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        }
    }
    pairs
}

/// One line in both texts, with the words that differ.
fn changed(old: &Source, new: &Source) -> Line {
    let line = |change, pieces| Line { kind: new.kind, change, pieces };
    if old.number == new.number {
        let same = Piece::Same { old: old.text.clone(), new: new.text.clone() };
        return line(LineChange::Same, vec![same]);
    }
    if share(&old.words, &new.words) < MARKED_MIN_SHARE {
        let pieces = vec![Piece::Removed(old.text.clone()), Piece::Added(new.text.clone())];
        return line(LineChange::Changed, pieces);
    }
    let mut pieces = Vec::new();
    for step in steps(&old.tokens, &new.tokens) {
        let (of_old, of_new) = (slice(old, &step.old), slice(new, &step.new));
        if step.same {
            pieces.push(Piece::Same { old: of_old, new: of_new });
            continue;
        }
        if !of_old.is_empty() {
            pieces.push(Piece::Removed(of_old));
        }
        if !of_new.is_empty() {
            pieces.push(Piece::Added(of_new));
        }
    }
    line(LineChange::Changed, pieces)
}

fn slice(line: &Source, tokens: &Range<usize>) -> String {
    let end = |count: usize| count.checked_sub(1).map_or(0, |last| line.tokens[last].end);
    line.text[end(tokens.start)..end(tokens.end)].to_owned()
}

/// Tokens that stand in both lines, or that were replaced.
struct Step {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// The way from one line to the other. A lonely word between two changes belongs to them.
fn steps(old: &[Token], new: &[Token]) -> Vec<Step> {
    let numbers = |tokens: &[Token]| -> Vec<u32> { tokens.iter().map(|token| token.number).collect() };
    let ops = capture_diff_slices(Algorithm::Myers, &numbers(old), &numbers(new));
    let is_great = |op: Option<&DiffOp>| {
        op.is_some_and(|op| op.old_range().len() + op.new_range().len() >= SWALLOWING_TOKENS)
    };
    let mut steps: Vec<Step> = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let words = old[op.old_range()].iter().filter(|token| token.class != Class::Mark).count();
        let is_lonely = words < 2
            && index.checked_sub(1).is_some_and(|before| is_great(ops.get(before)))
            && is_great(ops.get(index + 1));
        let same = matches!(op, DiffOp::Equal { .. }) && !is_lonely;
        match steps.last_mut() {
            Some(last) if last.same == same => {
                last.old.end = op.old_range().end;
                last.new.end = op.new_range().end;
            }
            _ => steps.push(Step { same, old: op.old_range(), new: op.new_range() }),
        }
    }
    steps
}
