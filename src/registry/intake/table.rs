//! The table that comes with agreements: whose each is, and from when until when it applies.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::Day;
use crate::domain::calendar;
use crate::domain::ids::OrganizationId;
use crate::domain::look_alike::look;
use crate::domain::requisites::RequisitesInput;
use crate::domain::typed::clean;
use crate::registry::Result;
use crate::registry::intake_problem::IntakeProblem;
use crate::registry::refusal::{ImportProblem, Refusal};
use crate::text::table::{Row, Table};

/// The heading of the number's column, without which there is no table.
const NUMBER: &str = "number";

/// What a table says, as far as it can be taken.
#[derive(Debug, Default)]
pub(super) struct Dates {
    /// What it says of each organization.
    pub rows: HashMap<OrganizationId, DatedRow>,
    /// Whose the files are that it names.
    pub files: Vec<FileRow>,
    /// What is wrong with its rows.
    pub problems: Vec<IntakeProblem>,
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct DatedRow {
    /// The row, from 1; the heading is row 1.
    pub line: u64,
    /// The days.
    pub requisites: RequisitesInput,
}

/// A row that names a file.
#[derive(Debug)]
pub(super) struct FileRow {
    /// The row, from 1.
    pub line: u64,
    /// The file, with the folders in which it lies or without them.
    pub name: String,
    /// Whose it is.
    pub organization: OrganizationId,
}

/// A row as it is stored with its delivery.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    line: u64,
    organization: String,
    signed_on: Option<String>,
    effective_from: Option<String>,
    term_end: Option<String>,
}

/// What is stored of a table: the days, and what is wrong with its rows.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct StoredTable {
    rows: Vec<Stored>,
    /// What is wrong with its rows.
    pub problems: Vec<IntakeProblem>,
}

impl StoredTable {
    /// What is stored of a table.
    pub fn of(dates: &Dates) -> Self {
        let said = |day: Option<Day>| day.map(|day| day.to_string());
        let stored = |(id, row): (&OrganizationId, &DatedRow)| Stored {
            line: row.line,
            organization: id.to_string(),
            signed_on: said(row.requisites.signed_on),
            effective_from: said(row.requisites.effective_from),
            term_end: said(row.requisites.term_end),
        };
        let mut rows: Vec<Stored> = dates.rows.iter().map(stored).collect();
        rows.sort_by_key(|row| row.line);
        Self { rows, problems: dates.problems.clone() }
    }

    /// The rows, each with its organization.
    pub fn lines(&self) -> impl Iterator<Item = (u64, OrganizationId)> {
        self.rows.iter().filter_map(|row| Some((row.line, row.organization.parse().ok()?)))
    }

    /// The days of each organization.
    pub fn requisites(&self) -> HashMap<OrganizationId, RequisitesInput> {
        let day = |text: &Option<String>| text.as_deref().and_then(calendar::parse_day);
        let read = |row: &Stored| {
            let requisites = RequisitesInput {
                signed_on: day(&row.signed_on),
                effective_from: day(&row.effective_from),
                term_end: day(&row.term_end),
                ..RequisitesInput::default()
            };
            Some((row.organization.parse().ok()?, requisites))
        };
        self.rows.iter().filter_map(read).collect()
    }
}

/// Where the columns stand.
struct Columns {
    number: usize,
    file: Option<usize>,
    days: [Option<usize>; 3],
}

/// Reads a table; `numbers` are those of all organizations. What is wrong with a row costs that row.
///
/// # Errors
/// A table without numbers.
pub(super) fn read(table: &Table, numbers: &[(OrganizationId, String)]) -> Result<Dates> {
    let Some((heading, rows)) = table.rows.split_first() else {
        return Err(Refusal::Table(vec![ImportProblem::Empty]).into());
    };
    let columns = columns(heading)?;
    let looks: HashMap<String, OrganizationId> =
        numbers.iter().map(|(id, number)| (look(number), *id)).collect();
    let mut dates = Dates::default();
    for row in rows {
        if let Err(problem) = take(row, &columns, &looks, &mut dates) {
            dates.problems.push(problem);
        }
    }
    Ok(dates)
}

fn columns(heading: &Row) -> Result<Columns> {
    let headings: Vec<String> = heading.cells.iter().map(|cell| clean(&cell.text).to_lowercase()).collect();
    let find = |name: &str| headings.iter().position(|heading| heading == name);
    let number = find(NUMBER).ok_or_else(|| Refusal::Table(vec![ImportProblem::NoNumbers]))?;
    let days = ["signed_on", "effective_from", "term_end"].map(find);
    Ok(Columns { number, file: find("file"), days })
}

fn take(
    row: &Row,
    columns: &Columns,
    looks: &HashMap<String, OrganizationId>,
    dates: &mut Dates,
) -> std::result::Result<(), IntakeProblem> {
    let line = row.line;
    let cell = |at: usize| row.cells.get(at).map(|cell| clean(&cell.text)).unwrap_or_default();
    let number = cell(columns.number);
    if number.is_empty() {
        return Err(IntakeProblem::RowWithoutNumber { line });
    }
    let Some(id) = looks.get(&look(&number)).copied() else {
        return Err(IntakeProblem::RowOfNobody { line, number });
    };
    let day = |at: Option<usize>| match at.map(cell).unwrap_or_default().as_str() {
        "" => Ok(None),
        typed => calendar::parse_day(typed).map(Some).ok_or(IntakeProblem::RowWithoutDay { line }),
    };
    let [signed_on, effective_from, term_end] = columns.days;
    let requisites = RequisitesInput {
        signed_on: day(signed_on)?,
        effective_from: day(effective_from)?,
        term_end: day(term_end)?,
        ..RequisitesInput::default()
    };
    let file = columns.file.map(cell).unwrap_or_default();
    if let Some(first) = dates.rows.get(&id) {
        // A table may name each file of an organization in a row of its own.
        if file.is_empty() || first.requisites != requisites {
            return Err(IntakeProblem::RowTwice { line, first: first.line });
        }
    }
    if !file.is_empty() {
        dates.files.push(FileRow { line, name: file, organization: id });
    }
    dates.rows.entry(id).or_insert(DatedRow { line, requisites });
    Ok(())
}
