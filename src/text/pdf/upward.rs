//! Text boxes, which programs draw behind the words that stand below them.

use super::line::{Line, SAME_LINE};
use super::tables::Table;

/// Lines that stand below each other and were drawn so.
struct Run {
    lines: Vec<Line>,
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
}

impl Run {
    fn of(lines: &[Line]) -> Self {
        let fold =
            |value: fn(&Line) -> f64, by: fn(f64, f64) -> f64, from| lines.iter().map(value).fold(from, by);
        Self {
            top: fold(|line| line.y + line.size, f64::max, f64::NEG_INFINITY),
            bottom: fold(|line| line.y, f64::min, f64::INFINITY),
            left: fold(|line| line.left, f64::min, f64::INFINITY),
            right: fold(|line| line.right, f64::max, f64::NEG_INFINITY),
            lines: lines.to_vec(),
        }
    }

    /// Whether it is read before another one that was drawn before it: it stands above, or on the left at one height.
    fn precedes(&self, other: &Self) -> bool {
        let is_level = self.bottom < other.top && other.bottom < self.top;
        self.bottom >= other.top || (is_level && self.right < other.left)
    }
}

/// Lines in the order in which they are drawn, but for text boxes, which programs draw behind the words below them.
pub fn from_the_top(lines: Vec<Line>, tables: &mut [Table]) -> Vec<Line> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_moved = false;
    for lines in lines
        .chunk_by(|before, line| before.turn == line.turn && line.y <= before.y + before.size * SAME_LINE)
    {
        let run = Run::of(lines);
        let has_turned = |other: &Run| other.lines[0].turn != lines[0].turn;
        let after =
            runs.iter().rposition(|other| has_turned(other) || !run.precedes(other)).map_or(0, |at| at + 1);
        is_moved |= after < runs.len();
        runs.insert(after, run);
    }
    if !is_moved {
        return lines;
    }
    let lines: Vec<Line> = runs.into_iter().flat_map(|run| run.lines).collect();
    for table in tables {
        table.at = lines.iter().position(|line| line.y < table.top).unwrap_or(lines.len());
    }
    lines
}
