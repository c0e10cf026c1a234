//! What deliveries keep of the files of an edition that is erased: a person may be named there.

use super::found::Found;
use crate::domain::ids::{DocumentId, DraftId};
use crate::registry::Result;
use crate::registry::intake_problem::IntakeProblem;
use crate::storage::Conn;
use crate::storage::intakes::{self, IntakeFile, IntakeRow};

/// Clears the names of the files that an edition of a document was made of, or of which one was taken out of these drafts,
/// and what was found in them.
pub(in crate::registry) fn forget(
    conn: &mut Conn,
    (document, ordinal): (DocumentId, u32),
    drafts: &[DraftId],
) -> Result<()> {
    // Where nothing was to be done, the files were those of an edition that is there.
    let is_meant = |row: &IntakeRow| match (row.edition, row.draft) {
        (Some(edition), _) => row.document == document && edition == ordinal,
        (None, Some(draft)) => drafts.contains(&draft),
        (None, None) => true,
    };
    for (intake, row) in intakes::rows_about(conn, document, drafts)? {
        if !is_meant(&row) {
            continue;
        }
        if let Ok(found) = serde_json::from_str::<Found>(&row.found) {
            intakes::set_found(conn, &intake, row.organization, &found.without_words().stored())?;
        }
        let files = intakes::files(conn, &intake)?;
        let is_own = |file: &&IntakeFile| file.organization == Some(row.organization);
        let own: Vec<&str> = files.iter().filter(is_own).map(|file| file.name.as_str()).collect();
        let names_one = |file: &&IntakeFile| match IntakeProblem::parse(&file.problem) {
            Some(IntakeProblem::SameTwice { first }) => own.contains(&first.as_str()),
            _ => false,
        };
        for file in files.iter().filter(|file| is_own(file) || names_one(file)) {
            intakes::clear_name(conn, &intake, file.ordinal)?;
        }
    }
    Ok(())
}
