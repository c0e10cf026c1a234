//! Tables whose cells are ruled. A table is only made of rules that leave no doubt: at least two columns, and every line
//! of words within one cell. Everything else stays text.

use std::collections::HashSet;

use super::line::Line;
use super::rules::{Along, Rule};
use crate::text::body::{Block, Cell, Row};
use crate::text::limits::MAX_COLUMNS;

/// How far rules may miss each other, in points.
const SLACK: f64 = 2.5;

/// Edges of rows of one table: a page has room for about a hundred lines.
const MAX_ROW_EDGES: usize = 121;

/// Edges of columns of one table: a timesheet has one for each day of a month.
const MAX_COLUMN_EDGES: usize = 41;

/// Rules of a page that may be tables: a timesheet has about 300, a map has more and is none.
const MAX_RULES: usize = 600;

/// The cells of a ruled table.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The edges of columns, from left to right.
    xs: Vec<f64>,
    /// The edges of rows, from the top down.
    ys: Vec<f64>,
    rules: Vec<Rule>,
}

/// A table, and before which line of its page it stands.
#[derive(Debug)]
pub struct Table {
    /// The number of lines before it.
    pub at: usize,
    /// The height of its upper edge on the page.
    pub top: f64,
    /// The lines of words of its cells, by rows; with the columns that each cell spans.
    pub rows: Vec<Vec<(u16, Vec<Line>)>>,
    /// The edges of its columns.
    pub xs: Vec<f64>,
}

/// How far the columns of a table may miss each other on two pages, in points.
const CONTINUED_SLACK: f64 = 6.0;

impl Table {
    /// Whether the table of the next page goes on with this one: it has the same columns.
    pub fn continues(&self, next: &Self) -> bool {
        self.xs.len() == next.xs.len()
            && self.xs.iter().zip(&next.xs).all(|(a, b)| (a - b).abs() < CONTINUED_SLACK)
    }

    /// Goes on with the table of the next page, which may repeat its head.
    pub fn append(&mut self, next: Self) {
        let words = |row: &[(u16, Vec<Line>)]| -> Vec<Vec<String>> {
            row.iter().map(|(_, lines)| lines.iter().map(|line| line.text.clone()).collect()).collect()
        };
        let head =
            self.rows.iter().zip(&next.rows).take_while(|(own, next)| words(own) == words(next)).count();
        // A table of which all rows are the same has no head.
        let repeated = if head < next.rows.len() { head } else { 0 };
        let mut rows = next.rows.into_iter().skip(repeated).peekable();
        if let (Some(last), Some(first)) = (self.rows.last_mut(), rows.peek())
            && goes_on(last, first)
        {
            for ((_, lines), (_, more)) in last.iter_mut().zip(rows.next().unwrap_or_default()) {
                lines.extend(more);
            }
        }
        self.rows.extend(rows);
    }

    /// The rows as a body has them; `words` makes blocks of the lines of a cell.
    pub fn into_rows(self, words: impl Fn(Vec<Line>) -> Vec<Block>) -> Vec<Row> {
        let cell = |(columns, lines)| Cell { columns, blocks: words(lines) };
        self.rows.into_iter().map(|cells| Row { cells: cells.into_iter().map(cell).collect() }).collect()
    }
}

/// Whether the first row of a page goes on with the last one of the page before: its first cell is empty, and its words
/// go on with a sentence.
fn goes_on(last: &[(u16, Vec<Line>)], first: &[(u16, Vec<Line>)]) -> bool {
    type Cell = (u16, Vec<Line>);
    let is_open = |((_, before), (_, more)): (&Cell, &Cell)| match more.first() {
        None => true,
        Some(line) => {
            before.last().is_some_and(|before| !before.ends_sentence())
                && line.text.starts_with(char::is_lowercase)
        }
    };
    let is_empty = |cell: Option<&Cell>| cell.is_none_or(|(_, lines)| lines.is_empty());
    last.len() == first.len()
        && is_empty(first.first())
        && !is_empty(last.first())
        && last.iter().zip(first).all(is_open)
}

/// The ruled tables of a page.
pub fn grids(rules: &[Rule]) -> Vec<Grid> {
    let rules = joined(rules);
    if rules.len() > MAX_RULES {
        return Vec::new();
    }
    let mut groups: Vec<Vec<Rule>> = Vec::new();
    for rule in rules {
        // All groups that the rule touches become one.
        let (touched, mut apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group: &Vec<Rule>| group.iter().any(|other| touch(other, &rule)));
        apart.push(touched.into_iter().flatten().chain([rule]).collect());
        groups = apart;
    }
    groups.into_iter().filter_map(Grid::of).collect()
}

/// Rules that continue each other as one.
fn joined(rules: &[Rule]) -> Vec<Rule> {
    let mut rules = rules.to_vec();
    let along = |rule: &Rule| rule.along == Along::Columns;
    rules.sort_by(|a, b| {
        // Rules at nearly one height are sorted by where they start.
        let at = |rule: &Rule| (rule.at / SLACK).round();
        along(a).cmp(&along(b)).then(at(a).total_cmp(&at(b))).then(a.from.total_cmp(&b.from))
    });
    let mut joined: Vec<Rule> = Vec::new();
    for rule in rules {
        match joined.last_mut() {
            Some(last)
                if last.along == rule.along
                    && (last.at - rule.at).abs() <= SLACK
                    && rule.from <= last.to + SLACK =>
            {
                last.to = last.to.max(rule.to);
            }
            _ => joined.push(rule),
        }
    }
    joined
}

fn touch(a: &Rule, b: &Rule) -> bool {
    let within = |at: f64, rule: &Rule| rule.from - SLACK <= at && at <= rule.to + SLACK;
    a.along != b.along && within(a.at, b) && within(b.at, a)
}

/// Values that are nearly the same as one.
fn edges(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup_by(|next, before| *next - *before <= SLACK);
    values
}

impl Grid {
    fn of(rules: Vec<Rule>) -> Option<Self> {
        let at = |along: Along| rules.iter().filter(move |rule| rule.along == along).map(|rule| rule.at);
        let xs = edges(at(Along::Columns));
        let mut ys = edges(at(Along::Lines));
        ys.reverse();
        let honest = (3..=MAX_COLUMN_EDGES).contains(&xs.len()) && (2..=MAX_ROW_EDGES).contains(&ys.len());
        honest.then_some(Self { xs, ys, rules })
    }

    /// Whether an upright rule stands between two places of one height.
    pub fn parts(&self, left: f64, right: f64, y: f64) -> bool {
        self.rules.iter().any(|rule| {
            rule.along == Along::Columns
                && (left..=right).contains(&rule.at)
                && (rule.from..=rule.to).contains(&y)
        })
    }

    /// Whether a rule stands at an edge between two neighbours.
    fn is_ruled(&self, along: Along, edge: f64, middle: f64) -> bool {
        self.rules.iter().any(|rule| {
            rule.along == along && (rule.at - edge).abs() <= SLACK && (rule.from..=rule.to).contains(&middle)
        })
    }

    /// The row and column of the field in which a place lies.
    pub fn cell_at(&self, x: f64, y: f64) -> Option<(usize, usize)> {
        let row = self.ys.windows(2).position(|edges| edges[1] < y && y <= edges[0])?;
        let column = self.xs.windows(2).position(|edges| edges[0] <= x && x < edges[1])?;
        Some((self.top_of(row, column), column))
    }

    /// The left and right, and the lower and upper edge of a field.
    pub fn edges_of(&self, row: usize, column: usize) -> ((f64, f64), (f64, f64)) {
        ((self.xs[column], self.xs[column + 1]), (self.ys[row + 1], self.ys[row]))
    }

    /// The row in which the cell begins that a field belongs to: without a rule above, it began higher up.
    fn top_of(&self, mut row: usize, column: usize) -> usize {
        let middle = (self.xs[column] + self.xs[column + 1]) / 2.0;
        while row > 0 && !self.is_ruled(Along::Lines, self.ys[row], middle) {
            row -= 1;
        }
        row
    }

    /// The middle of a line's letters, if the line lies within the table.
    fn holds(&self, line: &Line) -> bool {
        let (x, y) = centre(line);
        let (left, right) = (self.xs[0], self.xs[self.xs.len() - 1]);
        let (top, bottom) = (self.ys[0], self.ys[self.ys.len() - 1]);
        left < x && x < right && bottom < y && y < top
    }

    /// The first row and column of the cell in which a line stands; none when it stands in no single one.
    fn cell_of(&self, line: &Line, starts: &[Vec<usize>]) -> Option<(usize, usize)> {
        let (x, y) = centre(line);
        let (row, inner) = self.cell_at(x, y)?;
        let cells = &starts[row];
        let index = cells.iter().rposition(|start| *start <= inner)?;
        let end = cells.get(index + 1).copied().unwrap_or(self.xs.len() - 1);
        let fits = self.xs[cells[index]] - SLACK <= line.left && line.right <= self.xs[end] + SLACK;
        fits.then_some((row, index))
    }

    /// The first column of each cell, by rows.
    fn starts(&self) -> Vec<Vec<usize>> {
        let row = |edges: &[f64]| {
            let middle = (edges[0] + edges[1]) / 2.0;
            let begins =
                |column: &usize| *column == 0 || self.is_ruled(Along::Columns, self.xs[*column], middle);
            (0..self.xs.len() - 1).filter(begins).collect()
        };
        self.ys.windows(2).map(row).collect()
    }

    /// Takes the lines of this table out of a page; none, and the page as it was, when a line fits no cell. `before` are
    /// the tables taken already.
    fn take(&self, lines: &mut Vec<Line>, before: &mut [Table]) -> Option<Table> {
        let starts = self.starts();
        let places: Vec<Option<Option<(usize, usize)>>> =
            lines.iter().map(|line| self.holds(line).then(|| self.cell_of(line, &starts))).collect();
        let at = places.iter().position(Option::is_some)?;
        // Words in one column alone are framed, and words that cross a rule are no table.
        let columns: HashSet<usize> = places.iter().flatten().flatten().map(|(_, cell)| *cell).collect();
        if places.contains(&Some(None)) || columns.len() < 2 {
            return None;
        }
        let last = self.xs.len() - 1;
        let mut rows: Vec<Vec<(u16, Vec<Line>)>> = starts
            .iter()
            .map(|cells| {
                let ends = cells.iter().skip(1).copied().chain([last]);
                let width = |(start, end): (&usize, usize)| ((end - start) as u16).clamp(1, MAX_COLUMNS);
                cells.iter().zip(ends).map(|pair| (width(pair), Vec::new())).collect()
            })
            .collect();
        for table in before {
            table.at -= places[..table.at].iter().flatten().count();
        }
        let mut places = places.into_iter();
        lines.retain(|line| match places.next().flatten().flatten() {
            Some((row, cell)) => {
                rows[row][cell].1.push(line.clone());
                false
            }
            None => true,
        });
        rows.retain(|cells| cells.iter().any(|(_, lines)| !lines.is_empty()));
        Some(Table { at, top: self.ys[0], rows, xs: self.xs.clone() })
    }
}

/// Takes the tables out of the lines of a page, from the first to the last.
pub fn take(lines: &mut Vec<Line>, grids: &[Grid]) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for grid in grids {
        let table = grid.take(lines, &mut tables);
        tables.extend(table);
    }
    tables.sort_by_key(|table| table.at);
    tables
}

fn centre(line: &Line) -> (f64, f64) {
    ((line.left + line.right) / 2.0, line.y + line.size * 0.3)
}
