//! Tables without rules and columns of prose: lines that stand side by side, row after row, with a gap between them that
//! no line crosses.

use super::line::{Column, Line};
use super::tables::Table;
use crate::text::language;

/// The narrowest gap between columns, in sizes of the font.
const GAP: f64 = 0.5;

/// Rows further apart than this belong to different tables, in sizes of the font.
const MAX_DISTANCE: f64 = 3.0;

/// Lines within one cell stand at most this far apart, in sizes of the font.
const TIGHT: f64 = 1.45;

/// The fewest rows of a table with two columns, and with more.
const MIN_ROWS: [usize; 2] = [3, 2];

/// A gap narrower than this may be one of justified words, in sizes of the font.
const WIDE_GAP: f64 = 1.2;

/// The fewest rows of a table with narrow gaps.
const MIN_ROWS_OF_NARROW: usize = 4;

/// The most rows of a table on one page: a page has room for about a hundred lines.
const MAX_ROWS: usize = 400;

/// The fewest lines of each column of prose.
const MIN_LINES: usize = 4;

/// The share of cells that begin, end or stand in the middle at one place, in percent.
const ALIGNED_PERCENT: usize = 60;

/// The share of lines that go on with a sentence from which a column is prose, in percent: cells begin with capitals.
const PROSE_PERCENT: usize = 35;

/// How far the edges of aligned cells may miss each other, in sizes of the font.
const SLACK: f64 = 0.5;

/// What stands side by side at the head of a document without being a table.
const APPROVALS: [&str; 8] =
    ["бекітемін", "бекітілді", "келісемін", "келісілді", "утверждаю", "утвержден", "согласован", "___"];

/// Farther than any word is wide, in points.
const FAR: f64 = 1_000.0;

/// Lines this near are one row, in sizes of the font; those of columns side by side may stand a little farther apart.
const SAME_ROW: f64 = 0.5;
const NEAR_ROW: f64 = 0.75;

/// Lines of one height.
#[derive(Debug)]
struct Row {
    y: f64,
    size: f64,
    /// Which lines, from left to right.
    lines: Vec<usize>,
}

/// Rows whose lines stand in columns.
struct Region {
    rows: std::ops::Range<usize>,
    /// The gaps between the columns.
    gaps: Vec<(f64, f64)>,
}

impl Region {
    /// Whether its columns are those of a table: each begins where one of the table begins.
    fn fits(&self, lines: &[Line], rows: &[Row], columns: &[f64]) -> bool {
        let cells = cells(lines, &rows[self.rows.clone()], &self.gaps);
        let begins = |column: usize, left: f64| {
            let near = |line: &usize| (lines[*line].left - left).abs() < lines[*line].size * SLACK;
            cells.iter().any(|row| row[column].first().is_some_and(near))
        };
        columns.len() == self.gaps.len() + 1 && (0..).zip(columns).all(|(column, left)| begins(column, *left))
    }
}

/// Rows at the head of a page above a table that goes on: running heads.
const MAX_HEAD_ROWS: usize = 2;

/// Takes tables without rules out of the lines of a page, and puts columns of prose one behind the other.
///
/// `open` are the columns of the table of the page before, which may go on at the head of this one.
pub fn arrange(lines: &mut Vec<Line>, tables: &mut Vec<Table>, open: Option<&[f64]>) {
    let rows = rows(lines);
    let mut start = 0;
    let mut found = Vec::new();
    while start < rows.len() {
        let goes_on = |region: &Region| {
            start <= MAX_HEAD_ROWS && open.is_some_and(|open| region.fits(lines, &rows, open))
        };
        match region(lines, &rows, start).filter(|region| region.rows.len() >= MIN_ROWS[1] || goes_on(region))
        {
            Some(region) => {
                start = region.rows.end;
                found.push(region);
            }
            None => start += 1,
        }
    }
    let mut tables_found = Vec::new();
    let mut taken: Vec<Option<usize>> = vec![None; lines.len()];
    let mut columns: Vec<Vec<usize>> = Vec::new();
    for region in &found {
        let cells = cells(lines, &rows[region.rows.clone()], &region.gaps);
        let all = cells.iter().flatten().flatten().copied();
        if is_prose(lines, &cells) {
            let count = region.gaps.len() + 1;
            let order = (0..count).flat_map(|column| cells.iter().flat_map(move |row| row[column].clone()));
            columns.push(order.collect());
            mark(lines, &cells);
        } else if is_table(lines, &cells, &region.gaps)
            || (region.rows.start <= MAX_HEAD_ROWS
                && open.is_some_and(|open| region.fits(lines, &rows, open)))
        {
            all.for_each(|line| taken[line] = Some(tables_found.len()));
            tables_found.push(table(lines, &rows[region.rows.clone()], cells));
        }
    }
    reorder(lines, &columns, &taken, tables, tables_found);
}

fn rows(lines: &[Line]) -> Vec<Row> {
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by(|a, b| lines[*b].y.total_cmp(&lines[*a].y));
    let mut rows: Vec<Row> = Vec::new();
    for index in order {
        let line = &lines[index];
        // Columns that are set apart from each other may miss each other's base lines.
        let apart = |other: &usize| {
            let other = &lines[*other];
            let gap = (line.left - other.right).max(other.left - line.right);
            gap > line.size.min(other.size) * WIDE_GAP
        };
        let joins = |row: &&mut Row| {
            let distance = (row.y - line.y) / row.size.min(line.size);
            distance < SAME_ROW || (distance < NEAR_ROW && row.lines.iter().all(apart))
        };
        match rows.last_mut().filter(joins) {
            Some(row) => row.lines.push(index),
            None => rows.push(Row { y: line.y, size: line.size, lines: vec![index] }),
        }
    }
    for row in &mut rows {
        row.lines.sort_by(|a, b| lines[*a].left.total_cmp(&lines[*b].left));
    }
    rows
}

/// The rows from `start` on whose lines leave the same gaps free; none where the first row has no gap.
fn region(lines: &[Line], rows: &[Row], start: usize) -> Option<Region> {
    // What was written into fields stands beside its labels, and is no table with them.
    let is_field = |row: &Row| row.lines.iter().any(|line| lines[*line].is_added);
    let first = &rows[start];
    if is_field(first) {
        return None;
    }
    let pairs = first.lines.windows(2).map(|pair| (lines[pair[0]].right, lines[pair[1]].left));
    let mut gaps: Vec<(f64, f64)> = pairs.filter(|gap| gap.1 - gap.0 >= first.size * GAP).collect();
    let mut end = start + 1;
    while end < rows.len() && !gaps.is_empty() {
        let row = &rows[end];
        let distance = (rows[end - 1].y - row.y) / row.size;
        let left: Vec<(f64, f64)> = gaps.iter().flat_map(|gap| free(lines, row, *gap)).collect();
        let several = row.lines.len() > 1;
        let settled = end - start >= 3 || !several;
        let is_near = distance < if several { MAX_DISTANCE } else { TIGHT + 0.6 };
        if is_field(row) || !is_near || left.is_empty() || (settled && left.len() < gaps.len()) {
            break;
        }
        gaps = left;
        end += 1;
    }
    (!gaps.is_empty()).then_some(Region { rows: start..end, gaps })
}

/// What a row leaves free of a gap.
fn free(lines: &[Line], row: &Row, gap: (f64, f64)) -> Vec<(f64, f64)> {
    let mut from = gap.0;
    let mut left = Vec::new();
    for line in row.lines.iter().map(|line| &lines[*line]) {
        if line.right > from && line.left < gap.1 {
            left.push((from, line.left));
            from = line.right;
        }
    }
    left.push((from, gap.1));
    left.retain(|gap| gap.1 - gap.0 >= row.size * GAP);
    left
}

/// The lines of each row by columns.
fn cells(lines: &[Line], rows: &[Row], gaps: &[(f64, f64)]) -> Vec<Vec<Vec<usize>>> {
    let column = |line: &Line| gaps.iter().filter(|gap| line.left >= (gap.0 + gap.1) / 2.0).count();
    let cells = |row: &Row| {
        let mut cells = vec![Vec::new(); gaps.len() + 1];
        row.lines.iter().for_each(|line| cells[column(&lines[*line])].push(*line));
        cells
    };
    rows.iter().map(cells).collect()
}

/// Whether somebody approves in one column and somebody else in the other.
fn is_approval(lines: &[Line], cells: &[Vec<Vec<usize>>]) -> bool {
    let words = cells.iter().flatten().flatten().map(|line| lines[*line].text.to_lowercase());
    let mut words = words.take(12);
    cells.len() >= MIN_ROWS[0]
        && cells.iter().all(|row| row.len() == 2)
        && words.any(|text| APPROVALS.iter().any(|word| text.contains(word)))
}

/// Whether columns are read one after the other: their lines go on with sentences, or somebody approves there.
fn is_prose(lines: &[Line], cells: &[Vec<Vec<usize>>]) -> bool {
    let columns = cells.first().map_or(0, Vec::len);
    if is_approval(lines, cells) {
        return true;
    }
    (0..columns).all(|column| {
        let own: Vec<&Line> = cells.iter().flat_map(|row| &row[column]).map(|line| &lines[*line]).collect();
        let goes_on =
            |line: &&&Line| line.text.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
        own.len() >= MIN_LINES
            && own.iter().skip(1).filter(goes_on).count() * 100 >= (own.len() - 1) * PROSE_PERCENT
    })
}

/// Notes the column of each line of prose.
fn mark(lines: &mut [Line], cells: &[Vec<Vec<usize>>]) {
    let columns = cells.first().map_or(0, Vec::len);
    let own = |column: usize| cells.iter().flat_map(move |row| row[column].iter().copied());
    let language = |lines: &[Line], column: usize| {
        let words: Vec<&str> = own(column).map(|line| lines[line].text.as_str()).collect();
        language::of(&words.join(" "))
    };
    let languages: Vec<_> = (0..columns).map(|column| language(lines, column)).collect();
    let is_language =
        languages.windows(2).all(|pair| pair[0].is_some() && pair[1].is_some() && pair[0] != pair[1]);
    let is_approval = is_approval(lines, cells);
    for number in 0..columns {
        let left = own(number).map(|line| lines[line].left).fold(f64::INFINITY, f64::min);
        let end = own(number).map(|line| lines[line].right).fold(f64::NEG_INFINITY, f64::max);
        // Each line of an approval is one of its own, however long it is.
        let right = if is_approval { end + FAR } else { end };
        for line in own(number) {
            lines[line].column = Some(Column { number, left, right, is_language });
        }
    }
}

/// Whether cells make a table: several rows have several columns, and each column is aligned.
fn is_table(lines: &[Line], cells: &[Vec<Vec<usize>>], gaps: &[(f64, f64)]) -> bool {
    let columns = cells.first().map_or(0, Vec::len);
    let filled = |row: &&Vec<Vec<usize>>| row.iter().filter(|cell| !cell.is_empty()).count() > 1;
    let size = cells.first().and_then(|row| row.first()?.first()).map_or(0.0, |line| lines[*line].size);
    let is_narrow = gaps.iter().any(|gap| gap.1 - gap.0 < size * WIDE_GAP);
    let least = if is_narrow { MIN_ROWS_OF_NARROW } else { MIN_ROWS[usize::from(columns > 2)] };
    if cells.iter().filter(filled).count() < least || cells.len() > MAX_ROWS {
        return false;
    }
    // Numbers and bullets before the items of a list are no column.
    let is_sign = |line: &usize| {
        let text = &lines[*line].text;
        text.chars().count() <= 6 && text.chars().filter(|character| character.is_alphabetic()).count() <= 1
    };
    let signs = cells.iter().flat_map(|row| &row[0]).all(is_sign);
    let last = cells.iter().filter_map(|row| row.last()).flatten();
    let leaders = last.clone().any(|line| lines[*line].text.contains("...."));
    (columns > 2 || !signs)
        && !leaders
        && (0..columns).all(|column| {
            let own: Vec<&Line> =
                cells.iter().filter_map(|row| row[column].first()).map(|line| &lines[*line]).collect();
            let edges: [fn(&Line) -> f64; 3] =
                [|line| line.left, |line| line.right, |line| (line.left + line.right) / 2.0];
            !own.is_empty() && edges.iter().any(|edge| most_agree(&own, *edge))
        })
}

fn most_agree(lines: &[&Line], edge: fn(&Line) -> f64) -> bool {
    let near = |at: f64| lines.iter().filter(|line| (edge(line) - at).abs() < line.size * SLACK).count();
    lines.iter().any(|line| near(edge(line)) * 100 >= lines.len() * ALIGNED_PERCENT)
}

/// The table of these cells.
fn table(lines: &[Line], rows: &[Row], cells: Vec<Vec<Vec<usize>>>) -> Table {
    let columns = cells.first().map_or(0, Vec::len);
    let goes_on = continued(lines, rows, &cells);
    let mut made: Vec<Vec<(u16, Vec<Line>)>> = Vec::new();
    for (row, goes_on) in cells.iter().zip(goes_on) {
        if !goes_on || made.is_empty() {
            made.push(vec![(1, Vec::new()); columns]);
        }
        if let Some(last) = made.last_mut() {
            for (cell, own) in last.iter_mut().zip(row) {
                cell.1.extend(own.iter().map(|line| Line { goes_on: false, ..lines[*line].clone() }));
            }
        }
    }
    let left = |column: usize| {
        let lefts = cells.iter().flat_map(|row| &row[column]).map(|line| lines[*line].left);
        lefts.fold(f64::INFINITY, f64::min)
    };
    Table { at: 0, top: rows[0].y + rows[0].size, rows: made, xs: (0..columns).map(left).collect() }
}

/// Whether each row only goes on with cells of the row before: it stands as near as lines of one cell do, and has either
/// no first cell or words that go on.
fn continued(lines: &[Line], rows: &[Row], cells: &[Vec<Vec<usize>>]) -> Vec<bool> {
    let distance = |row: usize| (rows[row - 1].y - rows[row].y) / rows[row].size;
    let distances: Vec<f64> = (1..rows.len()).map(distance).collect();
    // What is nearer stands in the middle of its cell, beside two lines of another one.
    let nearest =
        distances.iter().copied().filter(|distance| *distance > BETWEEN).fold(f64::INFINITY, f64::min);
    let far = distances.iter().filter(|distance| **distance > nearest * LOOSE).count();
    // Where rows stand farther apart than the lines within them, an empty cell says that a row goes on.
    let is_loose = far * 4 >= distances.len();
    let goes_on = |row: usize| {
        let own = &cells[row];
        let is_small = |line: &usize| lines[*line].text.starts_with(char::is_lowercase);
        let is_near = distance(row) <= TIGHT && (!is_loose || distance(row) <= nearest * LOOSE);
        let words =
            if is_loose { own.iter().flatten().any(is_small) } else { own.iter().flatten().all(is_small) };
        let empty = own[0].is_empty() || (is_loose && own.iter().any(Vec::is_empty));
        distance(row) <= BETWEEN || is_near && (words || empty)
    };
    (0..rows.len()).map(|row| row > 0 && goes_on(row)).collect()
}

/// Rows nearer than this are not below each other, in sizes of the font.
const BETWEEN: f64 = 0.85;

/// Rows this many times farther apart than the nearest are rows of their own.
const LOOSE: f64 = 1.15;

/// Puts the lines of columns one behind the other, and takes those of tables out.
fn reorder(
    lines: &mut Vec<Line>,
    columns: &[Vec<usize>],
    taken: &[Option<usize>],
    tables: &mut Vec<Table>,
    found: Vec<Table>,
) {
    // Where each line goes: those of one region to the first of them.
    let mut places: Vec<(usize, usize)> = (0..lines.len()).map(|line| (line, 0)).collect();
    for order in columns {
        let first = order.iter().copied().min().unwrap_or_default();
        for (within, line) in order.iter().enumerate() {
            places[*line] = (first, within);
            lines[*line].goes_on = false;
        }
    }
    let mut order: Vec<usize> = (0..lines.len()).collect();
    order.sort_by_key(|line| places[*line]);
    let kept: Vec<usize> = order.into_iter().filter(|line| taken[*line].is_none()).collect();
    // What stood before a line stands before it still.
    let before = |at: usize| kept.iter().filter(|line| places[**line].0 < at).count();
    for table in tables.iter_mut() {
        table.at = before(table.at);
    }
    for (number, table) in found.into_iter().enumerate() {
        let first = taken.iter().position(|table| *table == Some(number)).unwrap_or_default();
        tables.push(Table { at: before(first), ..table });
    }
    tables.sort_by_key(|table| table.at);
    *lines = kept.into_iter().map(|line| lines[line].clone()).collect();
}
