//! The first sheet of a workbook of Excel (XLSX).

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader as _, Xlsx};

use super::{Cell, Counted, Package, Row, Table, TableRefusal};

/// Largest number that is written out digit by digit: up to it a spreadsheet keeps every one of them.
const WHOLE_MAX: f64 = 999_999_999_999_999.0;

/// Reads the first sheet.
///
/// # Errors
/// A workbook that is damaged, of another program, or unpacks to more than a table has.
pub fn read(bytes: &[u8]) -> Result<Table, TableRefusal> {
    bound(bytes)?;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| TableRefusal::BadWorkbook)?;
    let first = workbook.sheet_names().first().cloned().ok_or(TableRefusal::BadWorkbook)?;
    let mut cells = workbook.worksheet_cells_reader(&first).map_err(|_| TableRefusal::BadWorkbook)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut counted = Counted::default();
    // Cell by cell: a sheet may say that it is of a billion cells and have two.
    while let Some(found) = cells.next_cell().map_err(|_| TableRefusal::BadWorkbook)? {
        let (row, column) = found.get_position();
        let cell = cell(&Data::from(found.get_value().clone()));
        if cell.text.trim().is_empty() {
            continue;
        }
        let (line, column) = (u64::from(row) + 1, column as usize);
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(Row { line, cells: Vec::new() });
        }
        let Some(last) = rows.last_mut() else { continue };
        if last.cells.len() <= column {
            counted.add(column + 1 - last.cells.len())?;
            last.cells.resize_with(column + 1, Cell::default);
        }
        last.cells[column] = cell;
    }
    Ok(Table { rows, lacks_kazakh: false })
}

/// Unpacks everything once within the limits of documents, so that nothing unpacks to more when it is read.
fn bound(bytes: &[u8]) -> Result<(), TableRefusal> {
    let refused = |refusal| match refusal {
        crate::text::Refusal::TooLarge { .. } => TableRefusal::TooLarge,
        _ => TableRefusal::BadWorkbook,
    };
    let mut package = Package::open(bytes).map_err(refused)?;
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    if !names.iter().any(|name| name.starts_with("xl/")) {
        return Err(TableRefusal::OldWorkbook);
    }
    names.iter().try_for_each(|name| package.bytes(name).map(drop).map_err(refused))
}

/// What a cell shows: a whole number without a point, a day as 2026-09-01.
fn cell(data: &Data) -> Cell {
    let text = match data {
        Data::Empty => String::new(),
        Data::String(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() <= WHOLE_MAX => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Bool(truth) => truth.to_string(),
        Data::Error(error) => error.to_string(),
        Data::DateTime(moment) => return Cell { text: day(moment), is_day: true },
        Data::DateTimeIso(moment) => {
            let day = moment.split('T').next().unwrap_or_default();
            return Cell { text: day.to_owned(), is_day: true };
        }
    };
    Cell { text, is_day: false }
}

fn day(moment: &ExcelDateTime) -> String {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
