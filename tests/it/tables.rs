//! Tables as files, read as a spreadsheet reads them.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use tizilim::domain::Day;

use crate::ask::Reply;

/// The day from which Excel counts (ECMA-376, part 1, 18.17.4.1).
const EXCEL_BEGINS: Day = Day::constant(1899, 12, 30);

/// The rows of a table in CSV, its head first.
pub fn csv_rows(reply: &Reply) -> Vec<Vec<String>> {
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let text = reply.text();
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let row =
        |row: Result<csv::StringRecord, csv::Error>| row.expect("a row").iter().map(str::to_owned).collect();
    reader.records().map(row).collect()
}

/// The rows of the only sheet of a workbook, its head first, each cell as CSV would write it.
pub fn xlsx_rows(reply: &Reply) -> Vec<Vec<String>> {
    assert!(
        reply.header("content-type").ends_with("spreadsheetml.sheet"),
        "{}",
        reply.header("content-type")
    );
    let mut book: Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(reply.body.clone())).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("that can be read");
    let cell = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(words) => words.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::DateTime(day) => {
            let days = day.as_f64() as i64;
            tizilim::domain::calendar::days_before(EXCEL_BEGINS, -days).to_string()
        }
        other => panic!("a cell of an unexpected kind: {other:?}"),
    };
    sheet.rows().map(|row| row.iter().map(cell).collect()).collect()
}

/// The rows of the first table behind a mark on a page, without its head.
pub fn page_rows(page: &str, mark: &str) -> Vec<Vec<String>> {
    let (_, rest) = page.split_once(mark).unwrap_or_else(|| panic!("no {mark} in {page}"));
    let (_, body) = rest.split_once("<tbody>").expect("a table");
    let (body, _) = body.split_once("</tbody>").expect("its end");
    let cell = |cell: &str| {
        let words = cell.split_once('>').expect("a cell").1;
        words.split("</t").next().expect("its end").to_owned()
    };
    let row = |row: &str| {
        let cells = row.replace("<th", "<td");
        cells.split("<td").skip(1).map(cell).collect()
    };
    body.split("<tr>").skip(1).map(row).collect()
}
