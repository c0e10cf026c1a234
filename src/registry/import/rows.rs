//! The rows of a table of organizations, and what is wrong with them by themselves.

use std::collections::HashMap;

use super::{ImportRow, RowChange};
use crate::domain::lang::Trilingual;
use crate::domain::look_alike::blurred;
use crate::domain::organization::NAME_MAX_CHARS;
use crate::domain::organization_kind::OrganizationKind;
use crate::domain::printable::missing_letters;
use crate::domain::typed::clean;
use crate::domain::{Lang, calendar};
use crate::registry::refusal::{Field, ImportProblem};
use crate::text::table::{Cell, Row, Table};

/// Most rows of a table: a country has fewer schools.
const ROWS_MAX: usize = 20_000;

/// Longest number of an organization, in characters.
const NUMBER_MAX_CHARS: usize = 40;

/// Longest kind or district, in characters.
const WORD_MAX_CHARS: usize = 200;

/// The rows of a table.
///
/// # Errors
/// Everything that is wrong with it.
pub(super) fn read(table: &Table) -> Result<Vec<ImportRow>, Vec<ImportProblem>> {
    let Some((heading, rows)) = table.rows.split_first() else {
        return Err(vec![ImportProblem::Empty]);
    };
    let columns = Columns::find(heading)?;
    if rows.len() > ROWS_MAX {
        return Err(vec![ImportProblem::TooManyRows { limit: ROWS_MAX }]);
    }
    let mut problems = Vec::new();
    let read: Vec<ImportRow> = rows.iter().map(|row| columns.row(row, &mut problems)).collect();
    // An encoding without Kazakh letters has put others, or question marks, in their place.
    if table.lacks_kazakh && read.iter().any(|row| row.names.get(Lang::Kk).is_some()) {
        return Err(vec![ImportProblem::NotUtf8]);
    }
    find_twins(&read, &mut problems);
    if read.is_empty() {
        problems.push(ImportProblem::Empty);
    }
    if problems.is_empty() { Ok(read) } else { Err(problems) }
}

/// Finds numbers that stand twice, or that nobody would tell apart.
fn find_twins(rows: &[ImportRow], problems: &mut Vec<ImportProblem>) {
    let mut seen: HashMap<String, &ImportRow> = HashMap::new();
    for row in rows.iter().filter(|row| !row.number.is_empty()) {
        let Some(first) = seen.insert(blurred(&row.number), row) else { continue };
        let (line, first_line) = (row.line, first.line);
        problems.push(if row.number.eq_ignore_ascii_case(&first.number) {
            ImportProblem::TwiceTheSame { line, first: first_line }
        } else {
            ImportProblem::TwiceAlike {
                line,
                number: row.number.clone(),
                first: first_line,
                other: first.number.clone(),
            }
        });
    }
}

/// Where the columns stand.
struct Columns {
    number: usize,
    name_kk: usize,
    name_ru: usize,
    name_en: Option<usize>,
    kind: usize,
    district: usize,
    since: Option<usize>,
    count: usize,
}

impl Columns {
    fn find(heading: &Row) -> Result<Self, Vec<ImportProblem>> {
        let headings: Vec<String> =
            heading.cells.iter().map(|cell| clean(&cell.text).to_lowercase()).collect();
        let optional = |name: &str| headings.iter().position(|heading| heading == name);
        let mut problems = Vec::new();
        let mut required = |name: &'static str| {
            optional(name).unwrap_or_else(|| {
                problems.push(ImportProblem::MissingColumn(name));
                0
            })
        };
        let columns = Self {
            number: required("number"),
            name_kk: required("name_kk"),
            name_ru: required("name_ru"),
            kind: required("kind"),
            district: required("district"),
            name_en: optional("name_en"),
            since: optional("since"),
            count: headings.len(),
        };
        if problems.is_empty() { Ok(columns) } else { Err(problems) }
    }

    fn row(&self, row: &Row, problems: &mut Vec<ImportProblem>) -> ImportRow {
        let line = row.line;
        let cell = |at: usize| row.cells.get(at).map_or("", |cell| cell.text.as_str());
        let beyond = row.cells.get(self.count..).unwrap_or_default();
        if beyond.iter().any(|cell: &Cell| !cell.text.trim().is_empty()) {
            problems.push(ImportProblem::BadLine { line });
        }
        let names = Trilingual::new(
            cell(self.name_kk),
            cell(self.name_ru),
            self.name_en.map(cell).unwrap_or_default(),
        );
        check_names(line, &names, problems);
        let number = clean(cell(self.number));
        let number_is_day = row.cells.get(self.number).is_some_and(|cell| cell.is_day);
        if number.is_empty() {
            problems.push(ImportProblem::EmptyField { line, field: Field::Number });
        } else if number_is_day {
            problems.push(ImportProblem::NumberIsDay { line });
        } else if number.chars().count() > NUMBER_MAX_CHARS {
            problems.push(ImportProblem::TooLong { line, field: Field::Number, limit: NUMBER_MAX_CHARS });
        } else if number.contains(['?', '\u{FFFD}']) {
            problems.push(ImportProblem::LostLetters { line });
        }
        let kind = clean(cell(self.kind)).to_lowercase();
        let is_word = !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if !is_word || kind == OrganizationKind::Union.name() || kind.len() > WORD_MAX_CHARS {
            problems.push(ImportProblem::BadKind { line });
        }
        let since = self.since.map(cell).map(clean).filter(|text| !text.is_empty());
        let since_day = since.as_deref().and_then(calendar::parse_day);
        if since.is_some() && since_day.is_none() {
            problems.push(ImportProblem::BadDay { line });
        }
        let district = clean(cell(self.district));
        if district.contains(['?', '\u{FFFD}']) {
            problems.push(ImportProblem::LostLetters { line });
        }
        if district.chars().count() > WORD_MAX_CHARS {
            problems.push(ImportProblem::TooLong { line, field: Field::Choice, limit: WORD_MAX_CHARS });
        }
        let change = RowChange::New;
        ImportRow { line, number, names, since: since_day, kind, district, present: None, change }
    }
}

fn check_names(line: u64, names: &Trilingual, problems: &mut Vec<ImportProblem>) {
    if names.is_empty() {
        problems.push(ImportProblem::EmptyField { line, field: Field::Name });
    }
    if names.iter().any(|(_, name)| name.contains(['?', '\u{FFFD}'])) {
        problems.push(ImportProblem::LostLetters { line });
    }
    if names.iter().any(|(_, name)| name.chars().count() > NAME_MAX_CHARS) {
        problems.push(ImportProblem::TooLong { line, field: Field::Name, limit: NAME_MAX_CHARS });
    }
    let letters: String = names.iter().map(|(_, name)| missing_letters(name)).collect();
    let letters = letters.replace('\u{FFFD}', "");
    if !letters.is_empty() {
        problems.push(ImportProblem::NoLetters { line, letters });
    }
}
