//! Where the lines of a text may end.

use super::line::Line;

/// The share of the page's width that a column takes at most.
const COLUMN_SHARE: f64 = 0.6;

/// A text narrower than this share of the page between equal margins has short lines, whatever the longest one.
const NARROW: f64 = 0.5;

/// One wider than this share reaches the margin.
const WIDE: f64 = 0.85;

/// Lines that end near the longest one, within so many sizes of the font, from which they end at a margin.
const MIN_FULL: usize = 3;
const NEAR_FULL: f64 = 3.0;

/// The right margin of text from `left` to its longest line: as far from the edge of the page as the left one, where the
/// longest line is short itself.
pub fn right_margin(rights: &[f64], (left, longest): (f64, f64), size: f64, across: (f64, f64)) -> f64 {
    let far = across.1 - (left - across.0);
    let (reach, width) = (longest - left, far - left);
    let full = rights.iter().filter(|right| **right > longest - size * NEAR_FULL).count();
    let is_short = reach < width * NARROW || (reach < width * WIDE && full < MIN_FULL);
    if is_short { far } else { longest }
}

/// The margins of the columns of a document that has several: where the text jumps up and aside.
pub fn columns(lines: &[Line], page_width: f64) -> Vec<Option<(f64, f64)>> {
    let pages = lines.chunk_by(|a, b| a.page == b.page);
    let runs: Vec<Vec<&[Line]>> = pages.map(|page| page.chunk_by(|a, b| b.y <= a.y).collect()).collect();
    let aside = |pair: &[&[Line]]| match (column(pair[0]), column(pair[1])) {
        (Some((_, before)), Some((after, _))) => before <= after,
        _ => false,
    };
    let several = runs.iter().any(|page| page.windows(2).any(aside));
    let mut margins = Vec::with_capacity(lines.len());
    for run in runs.into_iter().flatten() {
        let own = column(run).filter(|(left, right)| several && right - left < page_width * COLUMN_SHARE);
        // A title over all columns keeps the margins of the page.
        let within = |line: &Line| own.filter(|(_, right)| line.right <= right + line.size);
        let known = |line: &Line| line.column.map(|column| (column.left, column.right));
        margins.extend(run.iter().map(|line| known(line).or_else(|| within(line))));
    }
    margins
}

/// The margins of lines that stand below each other; one line in ten may be a title over all columns.
fn column(run: &[Line]) -> Option<(f64, f64)> {
    let mut lefts: Vec<f64> = run.iter().map(|line| line.left).collect();
    let mut rights: Vec<f64> = run.iter().map(|line| line.right).collect();
    lefts.sort_by(f64::total_cmp);
    rights.sort_by(f64::total_cmp);
    let spare = run.len() / 10;
    (run.len() > 2).then(|| (lefts[spare], rights[run.len() - 1 - spare]))
}
