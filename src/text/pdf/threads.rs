//! Columns of two languages go on over pages: each language is read to its end before the other.

use super::line::Line;
use super::lines::Sheet;

/// Puts the columns of pages behind those of the pages before with which they go on.
pub fn join(sheets: &mut [Sheet]) {
    let mut holder: Option<usize> = None;
    for at in 0..sheets.len() {
        let head = sheets[at].lines.iter().take_while(|line| is_language(line)).count();
        let is_first = !sheets[at].tables.iter().any(|table| table.at < head);
        if let Some(holder) = holder.filter(|_| head > 0 && is_first) {
            let moved: Vec<Line> = sheets[at].lines.drain(..head).collect();
            sheets[at].tables.iter_mut().for_each(|table| table.at -= head);
            let lines = &mut sheets[holder].lines;
            let mut columns = lines.split_off(tail(lines));
            columns.extend(moved);
            columns.sort_by_key(|line| line.column.map(|column| column.number));
            lines.extend(columns);
        }
        let sheet = &sheets[at];
        if !sheet.lines.is_empty() || !sheet.tables.is_empty() {
            let start = tail(&sheet.lines);
            let is_open = start < sheet.lines.len() && sheet.tables.iter().all(|table| table.at <= start);
            holder = is_open.then_some(at);
        }
    }
}

/// Where the columns begin with which a page ends.
fn tail(lines: &[Line]) -> usize {
    lines.len() - lines.iter().rev().take_while(|line| is_language(line)).count()
}

fn is_language(line: &Line) -> bool {
    line.column.is_some_and(|column| column.is_language)
}
