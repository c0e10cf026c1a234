//! Which edition of a document answers, as conditions on rows of `versions`: the rule of the answer (see
//! [`resolution`](crate::domain::resolution)) in the words of the database, for lists that no view could load.
//!
//! Days are written into the conditions, because nothing in them was typed.

use crate::domain::fact::FactKind;
use crate::domain::{Day, Lang};

/// The editions `n` that answer before `v`.
pub(super) fn later() -> String {
    format!(
        "SELECT 1 FROM versions n WHERE n.document_id = v.document_id AND {} AND (n.effective_from > v.effective_from \
         OR (n.effective_from = v.effective_from AND n.ordinal > v.ordinal))",
        is_candidate("n"),
    )
}

/// An edition can be an answer (see [`candidates`](crate::domain::resolution::candidates)).
pub(super) fn is_candidate(version: &str) -> String {
    let withdrawing = FactKind::ALL.iter().filter(|kind| kind.withdraws());
    let withdrawing: Vec<String> = withdrawing.map(|kind| format!("'{}'", kind.name())).collect();
    format!(
        "NOT EXISTS (SELECT 1 FROM versions w WHERE w.document_id = {version}.document_id AND w.corrects = {version}.ordinal) \
         AND NOT EXISTS (SELECT 1 FROM facts g WHERE g.version_id = {version}.id AND g.kind IN ({}))",
        withdrawing.join(", "),
    )
}

/// The condition that a row of `documents` answers on a day with an edition that has no text in a language.
pub(super) fn lacks_text(lang: Lang, day: Day) -> String {
    let (later, tag) = (later(), lang.tag());
    let earlier = format!(
        "SELECT 1 FROM versions n WHERE n.document_id = v.document_id AND {} AND (n.effective_from < v.effective_from \
         OR (n.effective_from = v.effective_from AND n.ordinal < v.ordinal))",
        is_candidate("n"),
    );
    // What applies before the rest; where nothing does yet, the first that will.
    format!(
        "EXISTS (SELECT 1 FROM versions v WHERE v.document_id = documents.id AND {} \
         AND ((v.effective_from <= '{day}' AND NOT EXISTS ({later} AND n.effective_from <= '{day}')) \
         OR (v.effective_from > '{day}' AND NOT EXISTS ({earlier}))) \
         AND NOT EXISTS (SELECT 1 FROM texts t WHERE t.version_id = v.id AND t.lang = '{tag}'))",
        is_candidate("v"),
    )
}
