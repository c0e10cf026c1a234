//! Tables as files for spreadsheets: CSV, and workbooks of Excel.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::domain::Day;

/// Signs at which a spreadsheet takes a cell for a formula.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Longest name of a sheet in a workbook, in characters; none of these signs may stand in it (the format's own rule).
const SHEET_NAME_MAX_CHARS: usize = 31;
const SHEET_NAME_SIGNS: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];

/// Width of a column of words and of one of numbers and days, in characters.
const WIDTHS: [f64; 2] = [40.0, 14.0];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words.
    Words(String),
    /// A number, which a spreadsheet adds up.
    Number(u64),
    /// A day; none where nothing is known.
    Day(Option<Day>),
}

impl Cell {
    /// Words.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words(words.into())
    }

    /// As it is written in CSV.
    fn text(&self) -> String {
        match self {
            Self::Words(words) => words.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        }
    }
}

/// A table: the words above its columns, and its rows, each as long as those.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The words above the columns.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The table as CSV.
    pub fn csv(&self) -> String {
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::text).collect::<Vec<_>>());
        csv(std::iter::once(self.head.clone()).chain(rows))
    }

    /// The table as a workbook with one sheet of this name, which says that it was made on `made`.
    ///
    /// # Errors
    /// More rows than a sheet has.
    pub fn workbook(&self, name: &str, made: Day) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_creation_datetime(&excel_day(made)?));
        let sheet = book.add_worksheet();
        let name: String = name.chars().filter(|c| !SHEET_NAME_SIGNS.contains(c)).collect();
        sheet.set_name(name.chars().take(SHEET_NAME_MAX_CHARS).collect::<String>())?;
        sheet.set_freeze_panes(1, 0)?;
        let (bold, dated) = (Format::new().set_bold(), Format::new().set_num_format("yyyy-mm-dd"));
        let first = self.rows.first();
        for (column, words) in (0_u16..).zip(&self.head) {
            let is_words =
                first.is_some_and(|row| matches!(row.get(usize::from(column)), Some(Cell::Words(_))));
            sheet.set_column_width(column, WIDTHS[usize::from(!is_words)])?;
            sheet.write_string_with_format(0, column, words, &bold)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    // A string is never taken for a formula.
                    Cell::Words(words) => sheet.write_string(line, column, words)?,
                    // What is counted here stays far below what a double holds.
                    Cell::Number(number) => sheet.write_number(line, column, *number as f64)?,
                    Cell::Day(Some(day)) => {
                        sheet.write_datetime_with_format(line, column, &excel_day(*day)?, &dated)?
                    }
                    Cell::Day(None) => continue,
                };
            }
        }
        book.save_to_buffer()
    }
}

/// A day as Excel counts it.
fn excel_day(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day()))
}

/// Rows as CSV (RFC 4180); the mark at its beginning tells Excel that it is UTF-8.
pub fn csv<Cells: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = Cells>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    for row in rows {
        // Writing to memory cannot fail, and each row has as many cells as the first.
        let _ = writer.write_record(row.into_iter().map(|cell| harmless(&cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8(bytes).unwrap_or_default())
}

/// An address in which the file itself is: for what is shown once, and cannot be asked for again.
pub fn in_address(csv: &str) -> String {
    format!("data:text/csv;charset=utf-8;base64,{}", STANDARD.encode(csv))
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(FORMULA_SIGNS) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Table, csv};
    use crate::domain::Day;

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned);
        let file = csv([row(["№", "name"]), row(["1", "=1+1"]), row(["2", "«А», \"Б\"\nВ"])]);
        assert_eq!(file, "\u{feff}№,name\r\n1,'=1+1\r\n2,\"«А», \"\"Б\"\"\nВ\"\r\n");
    }

    #[test]
    fn a_table_is_written_as_its_cells_are() {
        let day = Day::constant(2026, 11, 22);
        let table = Table {
            head: ["a", "b", "c"].map(str::to_owned).to_vec(),
            rows: vec![
                vec![Cell::words("=1+1"), Cell::Number(7), Cell::Day(Some(day))],
                vec![Cell::words("ә"), Cell::Number(0), Cell::Day(None)],
            ],
        };
        assert_eq!(table.csv(), "\u{feff}a,b,c\r\n'=1+1,7,2026-11-22\r\nә,0,\r\n");
        let book = table.workbook("Сандар: [1/2]", day).expect("a workbook");
        assert_eq!(&book[..2], b"PK");
        assert_eq!(book, table.workbook("Сандар: [1/2]", day).expect("a workbook"), "the same bytes");
    }
}
