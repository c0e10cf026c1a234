//! Whose each file is: by its name, or by the name of the organization in its text.

use std::collections::{HashMap, HashSet};

use super::table::{Dates, FileRow};
use crate::domain::file_name::{Labels, Named, Paths, language};
use crate::domain::ids::OrganizationId;
use crate::domain::{Checksum, Lang};
use crate::registry::Result;
use crate::registry::intake_problem::IntakeProblem;
use crate::storage::intakes::IntakeFile;
use crate::storage::{Conn, organizations};
use crate::text::review::{OwnerKey, head, keys_of, owners_named};

/// What organizations are called.
pub(super) struct Register {
    labels: Labels,
    /// Numbers and names of schools as texts have them, each with those who are called so.
    owners: HashMap<OwnerKey, HashSet<OrganizationId>>,
    /// The number of each.
    pub numbers: HashMap<OrganizationId, String>,
    union: Option<OrganizationId>,
}

impl Register {
    /// The organizations that are there now.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn read(conn: &mut Conn) -> Result<Self> {
        let union = organizations::union_id(conn)?;
        let mut register =
            Self { labels: Labels::default(), owners: HashMap::new(), numbers: HashMap::new(), union };
        for (id, number, names) in organizations::active_names(conn)? {
            register.labels.add(id, &number, &names);
            if Some(id) != union {
                for key in keys_of(&names) {
                    register.owners.entry(key).or_default().insert(id);
                }
            }
            register.numbers.insert(id, number);
        }
        Ok(register)
    }

    /// Each organization with its number.
    pub fn all_numbers(&self) -> Vec<(OrganizationId, String)> {
        self.numbers.iter().map(|(id, number)| (*id, number.clone())).collect()
    }

    /// Says of each file whose it is, as far as the table or its name tells; of one that came twice, that it did.
    pub fn by_names(&self, files: &mut [IntakeFile], dates: &mut Dates) {
        let mut seen: HashMap<Checksum, String> = HashMap::new();
        let mut paths = Paths::default();
        for (place, file) in files.iter_mut().enumerate() {
            let Some(checksum) = file.checksum else { continue };
            if let Some(first) = seen.get(&checksum) {
                file.problem = IntakeProblem::SameTwice { first: first.clone() }.stored();
                continue;
            }
            seen.insert(checksum, file.name.clone());
            file.lang = language(&file.name);
            paths.add(place, &file.name);
        }
        let rows = rows_of(&paths, dates);
        let is_open = |file: &IntakeFile| file.checksum.is_some() && file.problem.is_empty();
        for (place, file) in files.iter_mut().enumerate().filter(|(_, file)| is_open(file)) {
            let rows = rows.get(&place).map(Vec::as_slice).unwrap_or_default();
            let Some(first) = rows.first() else {
                self.note(file, self.labels.of_file(&file.name));
                continue;
            };
            match rows.iter().find(|row| row.organization != first.organization) {
                None => self.note(file, Named::One(first.organization)),
                Some(other) => {
                    let problem = IntakeProblem::OfRows { first: first.line, line: other.line };
                    file.problem = problem.stored();
                }
            }
        }
    }

    /// Says of a file whose it is by its text.
    pub fn by_text(&self, file: &mut IntakeFile, text: &str) {
        let mut named = self.labels.in_text(head(text));
        if matches!(named, Named::One(id) if Some(id) == self.union) {
            // The union stands in the preamble of each agreement.
            named = Named::Nobody;
        }
        if named == Named::Nobody {
            let mut called: Vec<OrganizationId> =
                owners_named(text).iter().filter_map(|key| self.owners.get(key)).flatten().copied().collect();
            called.sort_unstable();
            called.dedup();
            named = match called[..] {
                [] => Named::Nobody,
                [one] => Named::One(one),
                _ => Named::Several(called),
            };
        }
        self.note(file, named);
        if file.organization.is_none() && file.problem.is_empty() {
            file.problem = IntakeProblem::Nobodys.stored();
        }
    }

    fn note(&self, file: &mut IntakeFile, named: Named) {
        match named {
            Named::Nobody => {}
            Named::One(id) if Some(id) == self.union => file.problem = IntakeProblem::OfUnion.stored(),
            Named::One(id) => file.organization = Some(id),
            Named::Several(ids) => {
                let mut numbers: Vec<String> =
                    ids.iter().filter_map(|id| self.numbers.get(id).cloned()).collect();
                numbers.sort_unstable();
                file.problem = IntakeProblem::Several(numbers).stored();
            }
        }
    }
}

/// The rows of the table that name each file, by its place. A row that may mean several files is a problem of the table, and
/// means none.
fn rows_of(paths: &Paths, dates: &mut Dates) -> HashMap<usize, Vec<FileRow>> {
    let mut rows: HashMap<usize, Vec<FileRow>> = HashMap::new();
    for row in std::mem::take(&mut dates.files) {
        match *paths.meant(&row.name) {
            [] => {}
            [one] => rows.entry(one).or_default().push(row),
            _ => dates.problems.push(IntakeProblem::RowOfSeveral { line: row.line }),
        }
    }
    rows
}

/// The language of a file: as its name says, else as its text looks.
pub(super) fn language_of(file: &IntakeFile, text: &str) -> Lang {
    file.lang.or_else(|| crate::text::language::of(text)).unwrap_or(Lang::Kk)
}
