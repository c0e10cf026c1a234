//! A delivery as it is looked at.

use std::collections::{HashMap, HashSet};

use super::found::{Found, IntakeLine, KIND};
use super::table::StoredTable;
use crate::domain::Instant;
use crate::domain::document::Document;
use crate::domain::draft::DraftFile;
use crate::domain::file_name::read_name;
use crate::domain::ids::{DraftId, OrganizationId};
use crate::domain::lang::Lang;
use crate::domain::line_state::LineState;
use crate::domain::organization::Organization;
use crate::domain::requisites::RequisitesInput;
use crate::registry::doubts::doubts;
use crate::registry::intake_problem::IntakeProblem;
use crate::registry::refusal::Refusal;
use crate::registry::{Result, draft};
use crate::storage::intakes::{self, IntakeFile, IntakeRow};
use crate::storage::{Conn, documents, drafts, organizations};

/// A delivery of many agreements as it stands.
#[derive(Debug, Clone)]
pub struct Intake {
    /// Its name in addresses; empty for one that is only looked at.
    pub id: String,
    /// Who sent it.
    pub made_by: String,
    /// When.
    pub made_at: Instant,
    /// Whether every file was looked at.
    pub is_ready: bool,
    /// How many files came.
    pub files: usize,
    /// How many of them were looked at.
    pub looked_at: usize,
    /// The agreements, by the numbers of their organizations.
    pub lines: Vec<IntakeLine>,
    /// What is wrong with files, by their names; what is wrong with the table has none.
    pub problems: Vec<(String, IntakeProblem)>,
    /// How often its drafts were changed: whoever publishes them has seen them as they were then.
    pub changes: u64,
}

impl Intake {
    /// How many of its agreements stand so.
    pub fn count(&self, state: LineState) -> usize {
        self.lines.iter().filter(|line| line.state() == state).count()
    }
}

/// What is stored of the table of a delivery.
pub(super) fn table_of(intake: &intakes::Intake) -> StoredTable {
    serde_json::from_str(&intake.dates).unwrap_or_default()
}

/// A delivery as it stands in the present transaction.
pub(super) fn look(conn: &mut Conn, id: &str) -> Result<Intake> {
    let intake = intakes::find(conn, id)?.ok_or(Refusal::UnknownIntake)?;
    let (files, rows) = (intakes::files(conn, id)?, intakes::rows(conn, id)?);
    let ids: Vec<OrganizationId> = rows.iter().map(|row| row.organization).collect();
    let organizations: HashMap<OrganizationId, Organization> =
        organizations::by_ids(conn, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    let ids: Vec<_> = rows.iter().map(|row| row.document).collect();
    let all: HashMap<_, Document> =
        documents::by_ids(conn, &ids)?.into_iter().map(|one| (one.id, one)).collect();
    let ids: Vec<DraftId> = rows.iter().filter_map(|row| row.draft).collect();
    let days = drafts::requisites(conn, &ids)?;
    let looked_at = |file: &&IntakeFile| {
        !file.problem.is_empty()
            || file.organization.is_some_and(|id| rows.iter().any(|row| row.organization == id))
    };
    let (count, done) = (files.len(), files.iter().filter(looked_at).count());
    let numbers = organizations::numbers(conn)?.into_iter().collect();
    let mut problems = problems(&files, &table_of(&intake), &numbers);
    if !intake.is_ready {
        problems.retain(|(_, problem)| !matches!(problem, IntakeProblem::RowWithoutFile { .. }));
    }
    let changes = rows.iter().map(|row| row.changes).sum();
    let mut lines = Vec::new();
    for row in rows {
        let Some(organization) = organizations.get(&row.organization) else { continue };
        let requisites = row.draft.and_then(|draft| days.get(&draft)).copied();
        let document = all.get(&row.document);
        let open = document.filter(|_| requisites.is_some());
        let Some(found) = found_now(conn, &row, open)? else { continue };
        lines.push(line(row, found, organization, document, requisites));
    }
    Ok(Intake {
        id: intake.id,
        made_by: intake.made_by,
        made_at: intake.made_at,
        is_ready: intake.is_ready,
        files: count,
        looked_at: if intake.is_ready { count } else { done },
        lines: by_number(lines),
        problems,
        changes,
    })
}

/// What was found in a row, looked for again where its draft was changed since; `open` is the document of a draft that is
/// there.
fn found_now(conn: &mut Conn, row: &IntakeRow, open: Option<&Document>) -> Result<Option<Found>> {
    let Ok(mut found) = serde_json::from_str::<Found>(&row.found) else { return Ok(None) };
    let changed = row.draft.filter(|_| row.changes > 0 && row.edition.is_none());
    if let Some((id, document)) = changed.zip(open) {
        let changed = draft::find(conn, id)?;
        found.doubts = doubts(conn, &changed, document)?;
        if row.is_in_hand {
            // What is still wrong is told as doubts and problems.
            found.days_from_text = false;
            found.broken.clear();
        }
        let there: HashSet<String> = changed.texts().map(|file| read_name(&file.file.name)).collect();
        found.same.retain(|name| there.contains(&read_name(name)));
        let name = |file: &DraftFile| Some((file.lang()?.tag().to_owned(), file.file.name.clone()));
        found.files = changed.texts().filter_map(name).collect();
    }
    Ok(Some(found))
}

/// A row as it is looked at; `requisites` are those of its draft, where that is there.
pub(super) fn line(
    row: IntakeRow,
    found: Found,
    organization: &Organization,
    document: Option<&Document>,
    requisites: Option<RequisitesInput>,
) -> IntakeLine {
    let is_open = row.edition.is_none() && row.draft.is_some() && requisites.is_some();
    let days = requisites.unwrap_or_default();
    IntakeLine {
        organization: organization.id,
        code: organization.code,
        number: organization.number.clone(),
        names: organization.name().clone(),
        document: document.map(|document| document.code),
        change: found.change,
        files: found.files.into_iter().filter_map(|(lang, name)| Some((Lang::parse(&lang)?, name))).collect(),
        broken: found.broken,
        same: found.same,
        requisites: days,
        days_from_text: found.days_from_text,
        problem: if is_open { KIND.check(&days).err() } else { None },
        doubts: found.doubts,
        draft: row.draft.filter(|_| is_open),
        edition: row.edition,
    }
}

/// Lines in the order of their numbers.
pub(super) fn by_number(mut lines: Vec<IntakeLine>) -> Vec<IntakeLine> {
    lines.sort_by(|one, other| one.number.cmp(&other.number));
    lines
}

/// What is wrong with files, and with the rows of the table.
pub(super) fn problems(
    files: &[IntakeFile],
    table: &StoredTable,
    numbers: &HashMap<OrganizationId, String>,
) -> Vec<(String, IntakeProblem)> {
    let of_file = |file: &IntakeFile| Some((file.name.clone(), IntakeProblem::parse(&file.problem)?));
    let came: HashSet<OrganizationId> = files.iter().filter_map(|file| file.organization).collect();
    let without = table.lines().filter(|(_, id)| !came.contains(id)).filter_map(|(line, id)| {
        Some(IntakeProblem::RowWithoutFile { line, number: numbers.get(&id)?.clone() })
    });
    let of_table = table.problems.iter().cloned().chain(without).map(|problem| (String::new(), problem));
    files.iter().filter_map(of_file).chain(of_table).collect()
}
