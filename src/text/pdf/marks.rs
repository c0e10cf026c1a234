//! Marks that change what words mean: raised and lowered ones, and those that are crossed out.

use super::line::{Line, Place};
use super::rules::{Along, Rule};
use crate::text::body::Position;

/// Raised and lowered words are at most this large, in sizes of the line.
const SMALLER: f64 = 0.86;

/// How far above the base line raised words stand at least, in sizes of the line.
const RAISED: f64 = 0.12;

/// How far below it lowered words stand at least.
const LOWERED: f64 = 0.05;

/// The longest raised or lowered words, in characters: what is longer is a line of its own that stands too near.
const MAX_CHARS: usize = 12;

/// Where a rule crosses letters out, above the base line in sizes of the font: what is lower is an underline, what is
/// higher a rule above.
const MIDDLE: std::ops::Range<f64> = 0.12..0.42;

/// Finds what stands above or below the base line of a line, and is smaller.
pub fn raise(line: &mut Line) {
    let position = |place: &Place| {
        let shift = (place.y - line.y) / line.size;
        match place.size < line.size * SMALLER {
            true if shift > RAISED => Position::Raised,
            true if shift < -LOWERED => Position::Lowered,
            _ => Position::OnLine,
        }
    };
    let positions: Vec<Position> = line.places.iter().map(position).collect();
    let mut at = 0;
    for run in positions.chunk_by(|a, b| a == b) {
        if run.len() <= MAX_CHARS {
            line.looks[at..at + run.len()].iter_mut().for_each(|look| look.position = run[0]);
        }
        at += run.len();
    }
}

/// Finds what a rule crosses out.
pub fn strike(line: &mut Line, rules: &[Rule]) {
    let crosses = |rule: &&Rule| {
        rule.along == Along::Lines
            && MIDDLE.contains(&((rule.at - line.y) / line.size))
            // A rule that goes on past the words is one of a table.
            && rule.from > line.left - line.size
            && rule.to < line.right + line.size
    };
    for rule in rules.iter().filter(crosses) {
        let crossed = |place: &Place| rule.from < place.x && place.x < rule.to;
        let letters = line.looks.iter_mut().zip(&line.places).filter(|(_, place)| crossed(place));
        letters.for_each(|(look, _)| look.is_struck = true);
    }
}
