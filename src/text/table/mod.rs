//! Tables of other programs: text with separators in the encodings that offices have, and workbooks of Excel.

mod separated;
mod unicode;
mod workbook;

use serde::{Deserialize, Serialize};

use super::docx::package::Package;
use super::limits::MAX_TABLE_CELLS;
use super::sniff::{OLE, ZIP};

/// A table: rows with their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The rows that have something in them; the first has the headings.
    pub rows: Vec<Row>,
    /// Whether it came in an encoding of one byte a letter, which has no Kazakh ones (windows-1251).
    pub lacks_kazakh: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number, from 1, as the program shows it that the table was made with: a cell of several lines is one row.
    pub line: u64,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it; a day is written as 2026-09-01.
    pub text: String,
    /// Whether the program made a day of what was typed.
    pub is_day: bool,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self { text: text.to_owned(), is_day: false }
    }
}

/// Why a file cannot be read as a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableRefusal {
    /// Neither UTF-8 nor windows-1251.
    Encoding,
    /// A workbook of another program or of an older Excel.
    OldWorkbook,
    /// A workbook that is damaged or has a password.
    BadWorkbook,
    /// More than anybody's table has.
    TooLarge,
    /// A quotation mark that is never closed.
    OpenQuote {
        /// The row in which it opens.
        line: u64,
    },
    /// A quotation mark in the middle of a cell, which would have to be doubled in a cell in quotation marks.
    StrayQuote {
        /// The row.
        line: u64,
    },
}

/// Whether a file is a workbook, which is read in a process of its own.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(ZIP)
}

/// Reads a table.
///
/// # Errors
/// What is not read as one, and why.
pub fn read(bytes: &[u8]) -> Result<Table, TableRefusal> {
    if is_workbook(bytes) {
        return workbook::read(bytes);
    }
    if bytes.starts_with(OLE) {
        return Err(TableRefusal::OldWorkbook);
    }
    let (text, lacks_kazakh) = unicode::decode(bytes).ok_or(TableRefusal::Encoding)?;
    Ok(Table { rows: separated::rows(&text)?, lacks_kazakh })
}

/// A table as text that is read as the same table: what a page carries from one look to the next.
pub fn write(table: &Table) -> String {
    separated::write(&table.rows)
}

/// Counts cells up to the limit.
#[derive(Default)]
struct Counted(usize);

impl Counted {
    fn add(&mut self, cells: usize) -> Result<(), TableRefusal> {
        self.0 = self.0.saturating_add(cells);
        if self.0 > MAX_TABLE_CELLS { Err(TableRefusal::TooLarge) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
