//! Tables as files for spreadsheets.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Signs at which a spreadsheet takes a cell for a formula.
const FORMULA_SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

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
    use super::csv;

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned);
        let file = csv([row(["№", "name"]), row(["1", "=1+1"]), row(["2", "«А», \"Б\"\nВ"])]);
        assert_eq!(file, "\u{feff}№,name\r\n1,'=1+1\r\n2,\"«А», \"\"Б\"\"\nВ\"\r\n");
    }
}
