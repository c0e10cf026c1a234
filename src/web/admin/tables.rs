//! Tables as files.

use actix_web::http::header::DispositionType;

use crate::domain::Day;
use crate::domain::address::TableFormat;
use crate::pages::error::Problem;
use crate::pages::table_file::Table;
use crate::web::error::Reply;
use crate::web::http::disposition::named;
use crate::web::rendered::Rendered;

/// Rows of a file at most: what a spreadsheet opens without trouble.
pub(super) const ROWS_MAX: usize = 50_000;

/// Rows of a list that are read at once for a file.
pub(super) const ROWS_AT_ONCE: usize = 500;

/// A table as a file that is called like this, and like the day on which it was made.
///
/// # Errors
/// A workbook that cannot be written.
pub(super) fn sent(table: &Table, format: TableFormat, name: &str, made: Day) -> Reply {
    let disposition = named(DispositionType::Attachment, &format!("{name}-{made}.{}", format.name()));
    Ok(match format {
        TableFormat::Csv => Rendered::table(table.csv(), disposition),
        TableFormat::Xlsx => {
            let book = table.workbook(name, made).map_err(|error| {
                tracing::error!(%error, "a workbook could not be written");
                Problem::Internal
            })?;
            Rendered::workbook(book, disposition)
        }
    })
}
