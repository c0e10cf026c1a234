//! Characters in the order in which they are read. An office program whose font lacks some letters of Kazakh takes them
//! from a second font and draws them after the words from which they are missing, or after the whole page. Each run of
//! letters goes to where it touches others on its base line.

use std::ops::Range;

use super::glyphs::Glyph;
use super::line::{SAME_LINE, WORD_GAP, is_double};

/// Base lines of two fonts in one word are the same but for rounding; raised and lowered letters stand at 0.15 and more
/// (in sizes of the font).
const ROUNDING: f64 = 0.1;

/// How far letters that stand side by side may overlap, in sizes of the font: kerning, slanted letters.
const OVERLAP: f64 = 0.15;

/// The widest space of justified text, in sizes of the font: cells and columns stand further apart.
const SPACE: f64 = 0.6;

/// Characters drawn one after the other, side by side.
struct Run {
    /// Which of the page's characters.
    range: Range<usize>,
    left: f64,
    right: f64,
    /// The base line and the size of its largest character.
    y: f64,
    size: f64,
    turn: u8,
    /// Where it ends without spaces.
    ink: f64,
}

/// The characters of a page in the order in which they are drawn, but for those that belong into words drawn earlier
/// or later.
pub fn read(glyphs: &[Glyph]) -> Vec<&Glyph> {
    let runs = runs(glyphs);
    // The place of each run: that of the longest run of its chain, and within the chain.
    let mut places: Vec<(usize, usize)> = (0..runs.len()).map(|run| (run, 0)).collect();
    for row in rows(&runs) {
        let row = side_by_side(&runs, row);
        for chain in chains(&runs, &row) {
            // Of equals the first: what a font lacks is drawn later.
            let longest = chain.iter().copied().max_by_key(|run| (runs[*run].range.len(), usize::MAX - run));
            for (within, run) in chain.iter().enumerate() {
                places[*run] = (longest.unwrap_or(*run), within);
            }
        }
    }
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by_key(|run| places[*run]);
    order.into_iter().flat_map(|run| &glyphs[runs[run].range.clone()]).collect()
}

fn runs(glyphs: &[Glyph]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (index, glyph) in glyphs.iter().enumerate() {
        match runs.last_mut().filter(|run| run.takes(&glyphs[index - 1], glyph)) {
            Some(run) => run.push(glyph),
            None => runs.push(Run::start(index, glyph)),
        }
    }
    runs
}

/// The runs of each base line.
fn rows(runs: &[Run]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..runs.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&runs[*a], &runs[*b]);
        a.turn.cmp(&b.turn).then(a.y.total_cmp(&b.y))
    });
    order.chunk_by(|a, b| runs[*a].is_level(&runs[*b])).map(<[usize]>::to_vec).collect()
}

/// A row from left to right, without what is drawn over what stands there already: it has no part in the words below.
fn side_by_side(runs: &[Run], mut row: Vec<usize>) -> Vec<usize> {
    row.sort_by(|a, b| runs[*a].left.total_cmp(&runs[*b].left).then(a.cmp(b)));
    let mut kept: Vec<usize> = Vec::new();
    for run in row {
        let over = |before: usize| runs[before].gap(&runs[run]) < -OVERLAP;
        while kept.pop_if(|before| over(*before) && *before > run).is_some() {}
        if !kept.last().is_some_and(|before| over(*before)) {
            kept.push(run);
        }
    }
    kept
}

/// The runs of a row that touch each other, or stand a space apart in a gap of words drawn one after the other. A space at
/// the end of a line or of a cell touches nothing: it hangs over the margin.
fn chains<'r>(runs: &[Run], row: &'r [usize]) -> Vec<&'r [usize]> {
    let enclosed = enclosed(row);
    let mut chains = Vec::new();
    let mut start = 0;
    for at in 1..=row.len() {
        let joined = at < row.len() && {
            let (before, run) = (&runs[row[at - 1]], &runs[row[at]]);
            let touches = (run.left - before.ink) / before.size.min(run.size) < WORD_GAP;
            before.is_level(run) && (touches || (enclosed[at] && before.gap(run) < SPACE))
        };
        if !joined {
            chains.push(&row[start..at]);
            start = at;
        }
    }
    chains
}

/// For each run of a row, whether it and the one before it stand between two that were drawn one after the other, or are
/// one of these two.
fn enclosed(row: &[usize]) -> Vec<bool> {
    let mut drawn: Vec<(usize, usize)> = row.iter().enumerate().map(|(at, run)| (*run, at)).collect();
    drawn.sort_unstable();
    // How many gaps begin and end at each place.
    let (mut begin, mut end) = (vec![0_usize; row.len() + 1], vec![0_usize; row.len() + 1]);
    for pair in drawn.windows(2) {
        let ((first, from), (second, to)) = (pair[0], pair[1]);
        if second == first + 1 && from + 1 < to {
            begin[from + 1] += 1;
            end[to + 1] += 1;
        }
    }
    let mut open = 0;
    let at = |at: usize| {
        open = open + begin[at] - end[at];
        open > 0
    };
    (0..row.len()).map(at).collect()
}

impl Run {
    fn start(index: usize, glyph: &Glyph) -> Self {
        let (left, right) = (glyph.x, glyph.x);
        let (y, size, turn) = (glyph.y, glyph.size, glyph.turn);
        let mut run = Self { range: index..index, left, right, ink: left, y, size, turn };
        run.push(glyph);
        run
    }

    fn push(&mut self, glyph: &Glyph) {
        self.range.end += 1;
        self.left = self.left.min(glyph.x);
        self.right = self.right.max(glyph.x + glyph.width);
        if !glyph.text.chars().all(char::is_whitespace) {
            self.ink = self.right;
        }
        if glyph.size > self.size {
            (self.size, self.y) = (glyph.size, glyph.y);
        }
    }

    /// Whether a character goes on with this run, whose last one is `before`. Raised and lowered ones always do: they
    /// have no neighbours on a base line of their own.
    fn takes(&self, before: &Glyph, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        let level = (before.y - glyph.y).abs() < before.size.min(glyph.size) * ROUNDING;
        let near = if level { WORD_GAP } else { SPACE };
        let gap = glyph.x - self.right;
        let beside = gap > -size * SAME_LINE && gap < self.size.min(glyph.size) * near;
        self.turn == glyph.turn
            && (self.y - glyph.y).abs() < size * SAME_LINE
            && (beside || is_double(before, glyph))
    }

    /// Whether both stand on one base line.
    fn is_level(&self, other: &Self) -> bool {
        self.turn == other.turn && (self.y - other.y).abs() < self.size.min(other.size) * ROUNDING
    }

    /// The gap between this run and one to the right of it, in sizes of the font.
    fn gap(&self, right: &Self) -> f64 {
        (right.left - self.right) / self.size.min(right.size)
    }
}
