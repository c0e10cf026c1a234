//! Taking over a table of organizations: first as a dry run, then for real.

mod matching;
mod rows;

use std::collections::HashMap;

use super::Result;
use super::handle::Registry;
use super::organization::{NewOrganization, add_names, insert};
use super::refusal::{Error, Field, ImportProblem, NewWord, Refusal};
use crate::domain::deed::Deed;
use crate::domain::lang::Trilingual;
use crate::domain::look_alike::Script;
use crate::domain::organization::Organization;
use crate::domain::{Code, Day, Instant, Lang};
use crate::ledger::{Change, leaf};
use crate::storage::journal::Part;
use crate::storage::{Conn, leaves, organizations};
use crate::text::table::{self, Row, Table};

/// What a table would change, or has changed.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// The table's rows, in its order.
    pub rows: Vec<ImportRow>,
    /// What a person should know of them.
    pub notes: Vec<ImportNote>,
    /// Kinds and districts that no organization has yet.
    pub new_words: Vec<NewWord>,
}

/// One row of a table.
#[derive(Debug, Clone)]
pub struct ImportRow {
    /// The row in the table, from 1; the heading is row 1.
    pub line: u64,
    /// The union's number: as it stands in the register, where it is there.
    pub number: String,
    /// The names.
    pub names: Trilingual,
    /// First day of the names, where the table says it.
    pub since: Option<Day>,
    /// The kind.
    pub kind: String,
    /// The district.
    pub district: String,
    /// The organization as it stands in the register; none for a new one.
    pub present: Option<Box<Organization>>,
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

/// Something in a table that is not wrong, and yet should be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportNote {
    /// A number has letters of another keyboard; it is taken for one that is in the register.
    NumberSpelled {
        /// The row.
        line: u64,
        /// The number in the register.
        number: String,
        /// The letter that only looks right, and its script.
        letter: (char, Script),
    },
    /// A name is that of another organization as well.
    SameName {
        /// The row.
        line: u64,
        /// The name.
        name: String,
        /// The number of the other organization.
        other: String,
    },
    /// A district is written as no organization's is, and taken for one that looks the same.
    DistrictSpelled {
        /// The first row.
        line: u64,
        /// The district in the register.
        district: String,
    },
}

/// An organization that is entered by itself.
#[derive(Debug, Clone, Default)]
pub struct OrganizationInput {
    /// The union's number for it.
    pub number: String,
    /// Its names.
    pub names: Trilingual,
    /// What it is, such as `school`.
    pub kind: String,
    /// Its district; empty where there is none.
    pub district: String,
    /// First day of its names, where it is known.
    pub since: Option<Day>,
}

impl OrganizationInput {
    /// The same as a table with one row.
    fn table(&self) -> Table {
        let since = self.since.map(|day| day.to_string()).unwrap_or_default();
        let name = |lang| self.names.get(lang).unwrap_or_default();
        let columns = [
            ("number", self.number.as_str()),
            ("name_kk", name(Lang::Kk)),
            ("name_ru", name(Lang::Ru)),
            ("name_en", name(Lang::En)),
            ("kind", &self.kind),
            ("district", &self.district),
            ("since", &since),
        ];
        let heading = Row { line: 1, cells: columns.map(|(column, _)| column.into()).into() };
        let row = Row { line: 2, cells: columns.map(|(_, value)| value.into()).into() };
        Table { rows: vec![heading, row], lacks_kazakh: false }
    }
}

/// Whether kinds and districts that no organization has yet are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewWords {
    /// They are a mistake.
    Refused,
    /// They are meant.
    Accepted,
}

impl Registry {
    /// The table in a file: a workbook, or text with separators.
    ///
    /// # Errors
    /// [`Refusal::Table`] where it is none.
    pub fn table(&self, bytes: &[u8]) -> Result<Table> {
        let read =
            if table::is_workbook(bytes) { self.inner.worker.table(bytes)? } else { table::read(bytes) };
        read.map_err(|refusal| Refusal::Table(vec![ImportProblem::NotATable(refusal)]).into())
    }

    /// What a table would change: the import itself, of which nothing stays.
    ///
    /// # Errors
    /// [`Refusal::Table`] with everything that is wrong, by row.
    pub fn plan_import(&self, table: &Table, new_words: NewWords) -> Result<Import> {
        let now = self.now();
        self.rehearse(|conn| take(conn, table, new_words, now))
    }

    /// Takes a table over: all of it or nothing. Organizations that it does not name stay as they are.
    ///
    /// # Errors
    /// [`Refusal::Table`] with everything that is wrong, by row; nothing has changed then.
    pub fn import(&self, table: &Table, new_words: NewWords, actor: &str) -> Result<Import> {
        let now = self.now();
        self.write(actor, Deed::ImportOrganizations, "", |conn| take(conn, table, new_words, now))
    }

    /// Enters one organization, by the rules of a table with one row.
    ///
    /// # Errors
    /// A number that another organization has or that looks like it; what is missing or too long; a kind or a district that
    /// no organization has yet, unless it is wanted.
    pub fn add_organization(
        &self,
        input: &OrganizationInput,
        new_words: NewWords,
        actor: &str,
    ) -> Result<Code> {
        let now = self.now();
        self.write_about(actor, Deed::AddOrganization, |conn| {
            let rows = rows::read(&input.table()).map_err(alone)?;
            let import = matching::matched(conn, rows, new_words).map_err(|error| match error {
                Error::Refused(Refusal::Table(problems)) => alone(problems).into(),
                other => other,
            })?;
            let Some(row) = import.rows.into_iter().next() else { return Err(Refusal::NotPossible.into()) };
            if row.present.is_some() {
                return Err(Refusal::NumberTaken(row.number).into());
            }
            let code = enter(conn, &row, now)?;
            Ok((code.to_string(), code))
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

/// Takes a table over in the present transaction.
fn take(conn: &mut Conn, table: &Table, new_words: NewWords, now: Instant) -> Result<Import> {
    let rows = rows::read(table).map_err(Refusal::Table)?;
    let import = matching::matched(conn, rows, new_words)?;
    for row in &import.rows {
        match (&row.present, &row.change) {
            (None, _) => {
                enter(conn, row, now)?;
            }
            (Some(organization), _) => change(conn, organization, row, now)?,
        }
    }
    Ok(import)
}

/// Enters the organization of a row.
fn enter(conn: &mut Conn, row: &ImportRow, now: Instant) -> Result<Code> {
    let ImportRow { number, kind, district, since, .. } = row;
    let new = NewOrganization { number, kind, district, is_union: false, since: *since };
    insert(conn, &new, row.names.clone(), now)
}

/// What is wrong with the only row, as it is said where there are no rows. What only a table can say is said like that.
fn alone(problems: Vec<ImportProblem>) -> Refusal {
    match problems.first() {
        Some(ImportProblem::EmptyField { field, .. }) => Refusal::Missing(*field),
        Some(ImportProblem::TooLong { field, limit, .. }) => {
            Refusal::TooLong { field: *field, limit: *limit }
        }
        Some(ImportProblem::NoLetters { letters, .. }) => {
            Refusal::NoLetters { field: Field::Name, letters: letters.clone() }
        }
        Some(ImportProblem::LooksTaken { typed, taken, .. }) => {
            Refusal::NumberLooksTaken { typed: typed.clone(), taken: taken.clone() }
        }
        Some(ImportProblem::BadKind { .. }) => Refusal::Missing(Field::Kind),
        Some(ImportProblem::IsUnion { .. }) => Refusal::UnionIsOne,
        _ => Refusal::Table(problems),
    }
}

/// Changes an organization to what a row says of it.
fn change(conn: &mut Conn, organization: &Organization, row: &ImportRow, now: Instant) -> Result<()> {
    if organization.kind != row.kind || organization.district != row.district {
        organizations::update(conn, organization.id, &organization.number, &row.kind, &row.district)?;
        let changed =
            Organization { kind: row.kind.clone(), district: row.district.clone(), ..organization.clone() };
        let changed = leaf(Change::Organization(&changed), now);
        leaves::append(conn, &changed, now, &[Part::Organization(organization.id)])?;
    }
    if matches!(row.change, RowChange::Renamed { .. }) {
        add_names(conn, organization, row.names.clone(), row.since, now)?;
    }
    Ok(())
}

impl Import {
    /// How many rows are new, renamed, changed otherwise, and unchanged.
    pub fn counts(&self) -> [usize; 4] {
        let mut counts = [0; 4];
        for row in &self.rows {
            counts[match row.change {
                RowChange::New => 0,
                RowChange::Renamed { .. } => 1,
                RowChange::Moved => 2,
                RowChange::Unchanged => 3,
            }] += 1;
        }
        counts
    }

    /// Whether a kind or a district must be wanted on purpose.
    pub fn asks(&self) -> bool {
        self.new_words.iter().any(|word| word.asks)
    }
}

/// How often each word occurs, in the order of the words.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(String, usize)> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> =
        counts.into_iter().map(|(word, count)| (word.to_owned(), count)).collect();
    counts.sort_unstable();
    counts
}
