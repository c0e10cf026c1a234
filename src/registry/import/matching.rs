//! What a table means beside what stands in the register: which organization each row is, and what is new.

use std::collections::{HashMap, HashSet};

use super::{Import, ImportNote, ImportRow, NewWords, RowChange, counted};
use crate::domain::Lang::{En, Kk, Ru};
use crate::domain::ids::OrganizationId;
use crate::domain::lang::Trilingual;
use crate::domain::look_alike::{blurred, look, stranger};
use crate::domain::organization::Organization;
use crate::domain::organization_kind::OrganizationKind;
use crate::registry::Result;
use crate::registry::refusal::{ImportProblem, NewWord, Refusal};
use crate::storage::{Conn, organizations};

/// What a table would change.
///
/// # Errors
/// [`Refusal::Table`] with the numbers that look like others, and the new words that nobody wants.
pub(super) fn matched(conn: &mut Conn, mut rows: Vec<ImportRow>, wanted: NewWords) -> Result<Import> {
    let mut notes = Vec::new();
    let mut problems = find(conn, &mut rows, &mut notes)?;
    let (districts, kinds) = organizations::districts_and_kinds(conn)?;
    settle_districts(&mut rows, &districts, &mut notes);
    let new_words = new_words(&rows, &districts, &kinds);
    if wanted == NewWords::Refused {
        let unwanted = new_words.iter().filter(|word| word.asks).cloned();
        problems.extend(unwanted.map(ImportProblem::NewWord));
    }
    if !problems.is_empty() {
        return Err(Refusal::Table(problems).into());
    }
    for row in &mut rows {
        compare(row);
    }
    note_equal_names(conn, &rows, &mut notes)?;
    Ok(Import { rows, notes, new_words })
}

/// Finds the organization of each row. A number that differs only by letters that look alike is the same; one that may be
/// taken for another is refused.
fn find(conn: &mut Conn, rows: &mut [ImportRow], notes: &mut Vec<ImportNote>) -> Result<Vec<ImportProblem>> {
    let numbers = organizations::numbers(conn)?;
    let by = |key: fn(&str) -> String| -> HashMap<String, (OrganizationId, &str)> {
        numbers.iter().map(|(id, number)| (key(number), (*id, number.as_str()))).collect()
    };
    let (exact, looks, blurs) = (by(str::to_ascii_lowercase), by(look), by(blurred));
    let mut found: HashMap<usize, OrganizationId> = HashMap::new();
    let mut problems = Vec::new();
    for (at, row) in rows.iter_mut().enumerate() {
        let same = exact.get(&row.number.to_ascii_lowercase()).or_else(|| looks.get(&look(&row.number)));
        if let Some((id, number)) = same {
            if let Some(letter) = stranger(&row.number, number) {
                notes.push(ImportNote::NumberSpelled {
                    line: row.line,
                    number: (*number).to_owned(),
                    letter,
                });
            }
            found.insert(at, *id);
        } else if let Some((_, taken)) = blurs.get(&blurred(&row.number)) {
            let (typed, taken) = (row.number.clone(), (*taken).to_owned());
            problems.push(ImportProblem::LooksTaken { line: row.line, typed, taken });
        }
    }
    let ids: Vec<OrganizationId> = found.values().copied().collect();
    let present = organizations::by_ids(conn, &ids)?;
    let present: HashMap<OrganizationId, Organization> =
        present.into_iter().map(|one| (one.id, one)).collect();
    for (at, id) in found {
        let Some(organization) = present.get(&id) else { continue };
        let row = &mut rows[at];
        if organization.is_union {
            problems.push(ImportProblem::IsUnion { line: row.line });
        }
        row.number.clone_from(&organization.number);
        row.present = Some(Box::new(organization.clone()));
    }
    Ok(problems)
}

/// A district that differs from a known one only by letters that look alike is that one.
fn settle_districts(rows: &mut [ImportRow], known: &[String], notes: &mut Vec<ImportNote>) {
    let by_look: HashMap<String, &String> = known.iter().map(|district| (look(district), district)).collect();
    let known: HashSet<&str> = known.iter().map(String::as_str).collect();
    let mut told = HashSet::new();
    for row in rows.iter_mut().filter(|row| !row.district.is_empty()) {
        if known.contains(row.district.as_str()) {
            continue;
        }
        let Some(district) = by_look.get(&look(&row.district)) else { continue };
        if told.insert(row.district.clone()) {
            notes.push(ImportNote::DistrictSpelled { line: row.line, district: (*district).clone() });
        }
        row.district.clone_from(district);
    }
}

/// Kinds and districts that no organization has yet. Kinds that have a name in every language are known to all.
fn new_words(rows: &[ImportRow], districts: &[String], kinds: &[String]) -> Vec<NewWord> {
    let is_kind_known =
        |kind: &str| OrganizationKind::parse(kind).is_some() || kinds.iter().any(|known| known == kind);
    let is_district_known =
        |district: &str| district.is_empty() || districts.iter().any(|known| known == district);
    let new_kinds = counted(rows.iter().map(|row| row.kind.as_str()).filter(|kind| !is_kind_known(kind)));
    let new_districts =
        counted(rows.iter().map(|row| row.district.as_str()).filter(|district| !is_district_known(district)));
    let kind = |(word, rows)| NewWord { is_kind: true, word, rows, asks: true };
    // Where there are none yet, a table brings the first ones.
    let asks = !districts.is_empty();
    let district = |(word, rows)| NewWord { is_kind: false, word, rows, asks };
    new_kinds.into_iter().map(kind).chain(new_districts.into_iter().map(district)).collect()
}

/// Says what becomes of a row.
fn compare(row: &mut ImportRow) {
    row.change = match &row.present {
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
}

fn with_missing_from(names: &Trilingual, other: &Trilingual) -> Trilingual {
    let part = |lang| names.get(lang).or_else(|| other.get(lang)).unwrap_or_default();
    Trilingual::new(part(Kk), part(Ru), part(En))
}

/// Tells of new names that another organization has as well, in the register or in the table.
fn note_equal_names(conn: &mut Conn, rows: &[ImportRow], notes: &mut Vec<ImportNote>) -> Result<()> {
    let ids: HashSet<OrganizationId> =
        rows.iter().filter_map(|row| row.present.as_ref()).map(|present| present.id).collect();
    let mut owners: HashMap<String, String> = HashMap::new();
    for (id, number, names) in organizations::active_names(conn)? {
        if !ids.contains(&id) {
            owners.extend(names.iter().map(|(_, name)| (look(name), number.clone())));
        }
    }
    let is_new = |row: &&ImportRow| matches!(row.change, RowChange::New | RowChange::Renamed { .. });
    for row in rows.iter().filter(|row| !is_new(row)) {
        owners.extend(row.names.iter().map(|(_, name)| (look(name), row.number.clone())));
    }
    for row in rows.iter().filter(is_new) {
        let equal = row.names.iter().find_map(|(_, name)| Some((name, owners.get(&look(name))?)));
        if let Some((name, other)) = equal {
            let (line, name, other) = (row.line, name.to_owned(), other.clone());
            notes.push(ImportNote::SameName { line, name, other });
        }
        owners.extend(row.names.iter().map(|(_, name)| (look(name), row.number.clone())));
    }
    notes.sort_by_key(ImportNote::line);
    Ok(())
}

impl ImportNote {
    /// The row that it is about.
    pub fn line(&self) -> u64 {
        match self {
            Self::NumberSpelled { line, .. }
            | Self::SameName { line, .. }
            | Self::DistrictSpelled { line, .. } => *line,
        }
    }
}
