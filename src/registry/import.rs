//! Taking over a table of organizations: first as a dry run, then for real.

use std::collections::HashMap;

use super::Result;
use super::handle::Registry;
use super::organization::{NewOrganization, add_names, insert};
use super::refusal::{Error, Field, ImportProblem, Refusal};
use crate::domain::deed::Deed;
use crate::domain::lang::Trilingual;
use crate::domain::organization::{NAME_MAX_CHARS, Organization};
use crate::domain::{Code, Day, calendar};
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::{Conn, leaves, organizations};

/// Most rows of a table: a country has fewer schools.
const ROWS_MAX: usize = 20_000;

/// What a table would change, or has changed.
#[derive(Debug, Clone)]
pub struct Import {
    /// The table's rows, in its order.
    pub rows: Vec<ImportRow>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// The line in the file, from 1; the heading is line 1.
    pub line: u64,
    /// The union's number.
    pub number: String,
    /// The names.
    pub names: Trilingual,
    /// First day of the names, where the table says it.
    pub since: Option<Day>,
    /// The kind.
    pub kind: String,
    /// The district.
    pub district: String,
    /// What becomes of it.
    pub change: RowChange,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowChange {
    /// A new organization.
    New,
    /// The organization gets other names.
    Renamed {
        /// Its names until now.
        from: Trilingual,
    },
    /// Kind or district change, the names do not.
    Moved,
    /// Nothing changes.
    Unchanged,
}

impl Registry {
    /// What a table would change. Changes nothing.
    ///
    /// # Errors
    /// [`Refusal::Table`] with everything that is wrong, by line.
    pub fn plan_import(&self, bytes: &[u8]) -> Result<Import> {
        self.inner.database.read_consistently(|conn| Ok(plan(conn, bytes)?.0))
    }

    /// Takes a table over: all of it or nothing. Organizations that it does not name stay as they are.
    ///
    /// # Errors
    /// [`Refusal::Table`] with everything that is wrong, by line; nothing has changed then.
    pub fn import(&self, bytes: &[u8], actor: &str) -> Result<Import> {
        let now = self.now();
        self.write(actor, Deed::ImportOrganizations, "", |conn| {
            let (import, present) = plan(conn, bytes)?;
            for row in &import.rows {
                let existing = present.iter().find(|o| o.number.eq_ignore_ascii_case(&row.number));
                match (&row.change, existing) {
                    (RowChange::New, _) | (_, None) => {
                        let new = NewOrganization {
                            number: &row.number,
                            kind: &row.kind,
                            district: &row.district,
                            is_union: false,
                            since: row.since,
                        };
                        insert(conn, &new, row.names.clone(), now)?;
                    }
                    (RowChange::Unchanged, _) => {}
                    (RowChange::Renamed { .. } | RowChange::Moved, Some(organization)) => {
                        if organization.kind != row.kind || organization.district != row.district {
                            organizations::update(
                                conn,
                                organization.id,
                                &organization.number,
                                &row.kind,
                                &row.district,
                            )?;
                            let changed = Organization {
                                kind: row.kind.clone(),
                                district: row.district.clone(),
                                ..organization.clone()
                            };
                            leaves::append(
                                conn,
                                &leaf(Change::Organization(&changed), now),
                                now,
                                &[Part::Organization(organization.id)],
                            )?;
                        }
                        if matches!(row.change, RowChange::Renamed { .. }) {
                            add_names(conn, organization, row.names.clone(), row.since, now)?;
                        }
                    }
                }
            }
            Ok(import)
        })
    }

    /// The code of an organization by its number.
    ///
    /// # Errors
    /// No organization has the number.
    pub fn code_of_number(&self, number: &str) -> Result<Code> {
        let found = self.read(|view| {
            Ok::<_, Error>(view.organization_named(number)?.map(|organization| organization.code))
        })?;
        found.ok_or_else(|| Refusal::UnknownOrganization(number.to_owned()).into())
    }
}

/// What a table would change, and the organizations that it names and that are there.
fn plan(conn: &mut Conn, bytes: &[u8]) -> Result<(Import, Vec<Organization>)> {
    let (rows, problems) = read(bytes);
    if !problems.is_empty() {
        return Err(Refusal::Table(problems).into());
    }
    let numbers: Vec<&str> = rows.iter().map(|row| row.number.as_str()).collect();
    let present = organizations::by_numbers(conn, &numbers)?;
    let import = compared(rows, &present);
    Ok((import, present))
}

fn compared(rows: Vec<ImportRow>, present: &[Organization]) -> Import {
    // Nobody tells S054 from s054.
    let present: HashMap<String, &Organization> =
        present.iter().map(|o| (o.number.to_ascii_lowercase(), o)).collect();
    let rows = rows
        .into_iter()
        .map(|mut row| {
            row.change = match present.get(&row.number.to_ascii_lowercase()) {
                None => RowChange::New,
                Some(organization) => {
                    // A table without English names takes no English name away.
                    row.names = with_missing_from(&row.names, organization.name());
                    if row.names != *organization.name() {
                        RowChange::Renamed { from: organization.name().clone() }
                    } else if row.kind != organization.kind || row.district != organization.district {
                        RowChange::Moved
                    } else {
                        RowChange::Unchanged
                    }
                }
            };
            row
        })
        .collect();
    Import { rows }
}

fn with_missing_from(names: &Trilingual, other: &Trilingual) -> Trilingual {
    let part = |lang| names.get(lang).or_else(|| other.get(lang)).unwrap_or_default();
    use crate::domain::Lang::{En, Kk, Ru};
    Trilingual::new(part(Kk), part(Ru), part(En))
}

/// The rows of a table, and everything that is wrong with it.
fn read(bytes: &[u8]) -> (Vec<ImportRow>, Vec<ImportProblem>) {
    let Ok(text) = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) else {
        return (Vec::new(), vec![ImportProblem::NotUtf8]);
    };
    let heading = text.lines().next().unwrap_or_default();
    let delimiter = [b';', b',', b'\t']
        .into_iter()
        .max_by_key(|delimiter| heading.bytes().filter(|byte| byte == delimiter).count())
        .unwrap_or(b',');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(text.as_bytes());
    let columns = match Columns::find(&mut reader) {
        Ok(columns) => columns,
        Err(problems) => return (Vec::new(), problems),
    };
    let mut rows: Vec<ImportRow> = Vec::new();
    let mut problems = Vec::new();
    let mut lines: HashMap<String, u64> = HashMap::new();
    for record in reader.records() {
        let Ok(record) = record else {
            problems.push(ImportProblem::BadLine { line: rows.len() as u64 + 2 });
            continue;
        };
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        if rows.len() >= ROWS_MAX {
            return (Vec::new(), vec![ImportProblem::TooManyRows { limit: ROWS_MAX }]);
        }
        let line = record.position().map_or(0, csv::Position::line);
        let row = columns.row(&record, line, &mut problems);
        if let Some(first) =
            lines.insert(row.number.to_ascii_lowercase(), line).filter(|_| !row.number.is_empty())
        {
            problems.push(ImportProblem::TwiceTheSame { line, first });
        }
        rows.push(row);
    }
    if rows.is_empty() && problems.is_empty() {
        problems.push(ImportProblem::Empty);
    }
    (rows, problems)
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
}

impl Columns {
    fn find(reader: &mut csv::Reader<&[u8]>) -> std::result::Result<Self, Vec<ImportProblem>> {
        let headings = reader.headers().map_err(|_| vec![ImportProblem::BadLine { line: 1 }])?.clone();
        let optional =
            |name: &str| headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name));
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
        };
        if problems.is_empty() { Ok(columns) } else { Err(problems) }
    }

    fn row(&self, record: &csv::StringRecord, line: u64, problems: &mut Vec<ImportProblem>) -> ImportRow {
        let field = |at: usize| record.get(at).unwrap_or_default().trim();
        let names = Trilingual::new(
            field(self.name_kk),
            field(self.name_ru),
            self.name_en.map(field).unwrap_or_default(),
        );
        if names.is_empty() {
            problems.push(ImportProblem::EmptyField { line, field: Field::Name });
        }
        if names.iter().any(|(_, name)| name.contains(['?', '\u{fffd}'])) {
            problems.push(ImportProblem::LostLetters { line });
        }
        if names.iter().any(|(_, name)| name.chars().count() > NAME_MAX_CHARS) {
            problems.push(ImportProblem::LongName { line, limit: NAME_MAX_CHARS });
        }
        let number = field(self.number).to_owned();
        if number.is_empty() {
            problems.push(ImportProblem::EmptyField { line, field: Field::Number });
        }
        let kind = field(self.kind).to_ascii_lowercase();
        if kind.is_empty() || !kind.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            problems.push(ImportProblem::BadKind { line });
        }
        let since = self.since.map(field).filter(|text| !text.is_empty());
        let since_day = since.and_then(calendar::parse_day);
        if since.is_some() && since_day.is_none() {
            problems.push(ImportProblem::BadDay { line });
        }
        let district = field(self.district).split_whitespace().collect::<Vec<_>>().join(" ");
        ImportRow { line, number, names, since: since_day, kind, district, change: RowChange::Unchanged }
    }
}
