//! Characters make lines.

use super::glyphs::{Glyph, Side};
use super::line::{Line, SAME_LINE, is_double};
use super::tables::{self, Grid, Table};
use super::{aligned, marks, order, separator, upward};

/// What a page says in one direction: lines of words, and tables between them.
#[derive(Debug, Default)]
pub struct Sheet {
    /// The number of the page, from 1.
    pub page: u32,
    /// The lower and the upper edge of the page.
    pub edges: (f64, f64),
    /// Its left and its right edge.
    pub sides: (f64, f64),
    /// The height of the short rule below which footnotes stand.
    pub foot: Option<f64>,
    /// The lines, in reading order.
    pub lines: Vec<Line>,
    /// The tables, each of which knows before which line it stands.
    pub tables: Vec<Table>,
}

/// Lines that may be drawn out of order, in percent: columns and cells jump up once each; a page drawn at random
/// jumps at every second line.
const MAX_JUMPS_PERCENT: usize = 30;

/// A distance from the words before at which a rule may stand between, in points.
const RULE_GAP: f64 = 0.5;

/// A gap this wide may be one between columns, in sizes of the font.
const COLUMN_GAP: f64 = 0.7;

/// The lines and tables of one direction of a page, in reading order: the order in which they are drawn, unless that is
/// no order at all.
///
/// `open` are the columns of the table before, which may go on.
pub fn read(side: &Side, open: Option<&[f64]>) -> Sheet {
    let grids = tables::grids(&side.rules);
    let mut lines = placed(drawn(side, &grids));
    for line in &mut lines {
        marks::raise(line);
        marks::strike(line, &side.rules);
    }
    let mut tables = tables::take(&mut lines, &grids);
    aligned::arrange(&mut lines, &mut tables, open);
    lines = rejoined(lines, &mut tables);
    lines = upward::from_the_top(lines, &mut tables);
    let jumps = lines.windows(2).filter(|pair| pair[1].y > pair[0].y + pair[0].size * SAME_LINE).count();
    if jumps > 3 && jumps * 100 > lines.len() * MAX_JUMPS_PERCENT {
        lines = sorted(lines);
        for table in &mut tables {
            table.at = lines.iter().position(|line| line.y < table.top).unwrap_or(lines.len());
        }
        tables.sort_by_key(|table| table.at);
    }
    let foot = separator::find(&side.rules, &lines);
    Sheet { page: side.page, edges: side.edges, sides: side.sides, foot, lines, tables }
}

/// The lines as they are drawn, parted where a gap may be one between columns.
fn drawn(side: &Side, grids: &[Grid]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut before: Option<&Glyph> = None;
    let glyphs = order::read(&side.glyphs);
    let spread = spread(&glyphs);
    for (glyph, spread) in glyphs.into_iter().zip(spread) {
        if before.is_some_and(|before| is_double(before, glyph)) {
            continue;
        }
        before = Some(glyph);
        let joined = lines.last_mut().filter(|line| line.takes(glyph) && !is_parted(line, glyph, grids));
        let goes_on = joined.as_ref().is_some_and(|line| line.gap(glyph) > COLUMN_GAP);
        match joined {
            Some(line) if !goes_on => line.push(glyph, spread),
            _ if glyph.text.trim().is_empty() => {}
            _ => {
                let mut line = Line::start(side.page, glyph);
                line.goes_on = goes_on;
                line.push(glyph, spread);
                lines.push(line);
            }
        }
    }
    for line in &mut lines {
        line.text.truncate(line.text.trim_end().len());
        line.looks.truncate(line.text.chars().count());
        line.places.truncate(line.looks.len());
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// How far apart the letters around each character are set, in sizes of the font: a heading may be spaced out, and its
/// words stand further apart than its letters.
fn spread(glyphs: &[&Glyph]) -> Vec<f64> {
    let mut spread = Vec::with_capacity(glyphs.len());
    let follows = |before: &&Glyph, glyph: &&Glyph| {
        (before.y - glyph.y).abs() < before.size * 0.1
            && before.turn == glyph.turn
            && glyph.x > before.x - before.size
            && glyph.x - before.x - before.width < before.size * COLUMN_GAP * 3.0
    };
    for run in glyphs.chunk_by(follows) {
        let between = |pair: &[&Glyph]| {
            let blank = pair.iter().any(|glyph| glyph.text.trim().is_empty());
            (!blank).then(|| (pair[1].x - pair[0].x - pair[0].width) / pair[0].size.min(pair[1].size))
        };
        let mut gaps: Vec<f64> = run.windows(2).filter_map(between).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = if gaps.len() < 4 { 0.0 } else { gaps[gaps.len() / 2].max(0.0) };
        // Letters that touch are set as usual; so are those of a font without widths.
        spread.extend(run.iter().map(|_| if (0.08..1.0).contains(&usual) { usual } else { 0.0 }));
    }
    spread
}

/// Lines with those that were written into fields at their places: behind the words before a field, else before the
/// first line below it.
fn placed(lines: Vec<Line>) -> Vec<Line> {
    let (added, mut placed): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| line.is_added);
    for mut line in added {
        let level = |other: &Line| (other.y - line.y).abs() < line.size.max(other.size) * FIELD_SHIFT;
        let before = |other: &&Line| other.left < line.left && level(other) && other.turn == line.turn;
        let label = placed
            .iter()
            .enumerate()
            .filter(|(_, other)| before(other))
            .max_by(|(_, a), (_, b)| a.left.total_cmp(&b.left));
        let at = match label {
            Some((at, _)) => {
                line.goes_on = true;
                at + 1
            }
            None => {
                // What stands right behind a box to tick is its label.
                let at = placed.iter().position(|other| level(other) || other.y < line.y);
                let label = at.and_then(|at| placed.get_mut(at)).filter(|other| level(other));
                label.into_iter().for_each(|label| label.goes_on = true);
                at.unwrap_or(placed.len())
            }
        };
        placed.insert(at, line);
    }
    placed
}

/// How far the base line of a field may be from that of its label, in sizes of the font.
const FIELD_SHIFT: f64 = 0.8;

/// Lines of which the parts are joined that no column and no table took.
fn rejoined(lines: Vec<Line>, tables: &mut [Table]) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    let mut gone = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        match joined.last_mut() {
            Some(before) if line.goes_on && !tables.iter().any(|table| table.at == index) => {
                before.append(line);
                gone.push(index);
            }
            _ => joined.push(line),
        }
    }
    for table in tables {
        table.at -= gone.iter().filter(|index| **index < table.at).count();
    }
    joined
}

/// Lines from the top down, parts of one line joined.
fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|a, b| a.turn.cmp(&b.turn).then(b.y.total_cmp(&a.y)));
    let mut ordered: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        match ordered.last_mut() {
            Some(row) if row[0].turn == line.turn && row[0].y - line.y < line.size * SAME_LINE => {
                row.push(line)
            }
            _ => ordered.push(vec![line]),
        }
    }
    let join = |mut row: Vec<Line>| {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        row.into_iter().reduce(|mut joined, next| {
            joined.append(next);
            joined
        })
    };
    ordered.into_iter().filter_map(join).collect()
}

/// Whether a rule of a table stands between a line and a character that would continue it.
fn is_parted(line: &Line, glyph: &Glyph, grids: &[Grid]) -> bool {
    let middle = glyph.y + glyph.size * 0.3;
    glyph.x > line.right + RULE_GAP
        && grids.iter().any(|grid| grid.parts(line.right, glyph.x + RULE_GAP, middle))
}
