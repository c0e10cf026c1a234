//! What needs a person, as a table: a line a row.

use super::needs::Group;
use crate::domain::Lang;
use crate::pages::table_file::{Cell, Table};
use crate::phrases::say;

/// The table.
pub fn table(page: Lang, groups: &[Group], origin: &str) -> Table {
    let keys = ["filter-asks", "needs-subject", "numbers-owner", "needs-due", "needs-words", "needs-address"];
    let rows = groups.iter().flat_map(|group| {
        group.lines.iter().map(|line| {
            let at = line.href.as_ref().map(|href| format!("{origin}{href}"));
            vec![
                Cell::words(group.title.as_str()),
                Cell::words(line.title.text.as_str()),
                Cell::words(line.of.as_str()),
                Cell::Day(line.due),
                Cell::words(line.words.as_str()),
                Cell::Words(at.unwrap_or_default()),
            ]
        })
    });
    Table { head: keys.map(|key| say(page, key)).into(), rows: rows.collect() }
}
