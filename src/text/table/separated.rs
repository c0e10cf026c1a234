//! Tables as text (RFC 4180): a separator, quotation marks where a cell needs them, and nothing that is guessed.

use super::{Cell, Counted, Row, TableRefusal};

/// What separates cells, the likeliest first where a heading has as many of one as of another.
const SEPARATORS: [char; 3] = ['\t', ',', ';'];

/// The rows of a table that have something in them.
///
/// # Errors
/// Quotation marks that do not fit, and more cells than anybody has.
pub fn rows(text: &str) -> Result<Vec<Row>, TableRefusal> {
    let (separator, text) = separator(text);
    let mut scanner = Scanner { rest: text, separator, line: 1 };
    let (mut rows, mut counted) = (Vec::new(), Counted::default());
    while !scanner.rest.is_empty() {
        let line = scanner.line;
        let cells = scanner.record(&mut counted)?;
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            let cells = cells.iter().map(|cell| Cell::from(cell.as_str())).collect();
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// The separator, and the text after the line in which Excel says it (`sep=;`), which it shows as no row.
fn separator(text: &str) -> (char, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let said = first.trim_matches('"');
    if let Some(mark) = said.get(..4).filter(|mark| mark.eq_ignore_ascii_case("sep="))
        && let Some(separator) = said[mark.len()..].chars().next()
    {
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']));
        return (separator, rest.unwrap_or_default());
    }
    let count = |separator: &char| first.matches(*separator).count();
    (SEPARATORS.into_iter().max_by_key(count).unwrap_or(';'), text)
}

/// Writes rows so that they are read with the same numbers: where there was an empty one, there is one again.
pub fn write(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut line = 1;
    for row in rows {
        while line < row.line {
            text.push_str("\r\n");
            line += 1;
        }
        for (at, cell) in row.cells.iter().enumerate() {
            if at > 0 {
                text.push(';');
            }
            text.push('"');
            text.push_str(&cell.text.replace('"', "\"\""));
            text.push('"');
        }
        text.push_str("\r\n");
        line += 1;
    }
    text
}

struct Scanner<'t> {
    rest: &'t str,
    separator: char,
    line: u64,
}

impl Scanner<'_> {
    /// The next row, up to the end of its line.
    fn record(&mut self, counted: &mut Counted) -> Result<Vec<String>, TableRefusal> {
        let mut cells = Vec::new();
        loop {
            counted.add(1)?;
            let cell = match self.rest.strip_prefix('"') {
                Some(rest) => {
                    self.rest = rest;
                    self.quoted()?
                }
                None => self.plain()?,
            };
            cells.push(cell);
            if let Some(rest) = self.rest.strip_prefix(self.separator) {
                self.rest = rest;
                continue;
            }
            let ended = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\r', '\n']));
            self.rest = ended.unwrap_or_default();
            self.line += 1;
            return Ok(cells);
        }
    }

    fn plain(&mut self) -> Result<String, TableRefusal> {
        let separator = self.separator;
        let ends = |letter: char| letter == separator || letter == '\r' || letter == '\n';
        let (cell, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        if cell.contains('"') {
            return Err(TableRefusal::StrayQuote { line: self.line });
        }
        self.rest = rest;
        Ok(cell.to_owned())
    }

    fn quoted(&mut self) -> Result<String, TableRefusal> {
        let mut cell = String::new();
        loop {
            let at = self.rest.find('"').ok_or(TableRefusal::OpenQuote { line: self.line })?;
            cell.push_str(&self.rest[..at]);
            self.rest = &self.rest[at + 1..];
            if let Some(rest) = self.rest.strip_prefix('"') {
                cell.push('"');
                self.rest = rest;
                continue;
            }
            let ends = self.rest.is_empty() || self.rest.starts_with([self.separator, '\r', '\n']);
            return if ends { Ok(cell) } else { Err(TableRefusal::StrayQuote { line: self.line }) };
        }
    }
}
