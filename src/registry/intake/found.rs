//! What was found in the files of an organization, as it is stored and as it is looked at.

use serde::{Deserialize, Serialize};

use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::ids::{DraftId, OrganizationId};
use crate::domain::lang::Trilingual;
use crate::domain::line_state::LineState;
use crate::domain::requisites::{DateProblem, RequisitesInput};
use crate::domain::{Code, Lang};
use crate::text::review::Doubt;

/// What is prepared of a delivery: the agreement of each organization.
pub(super) const KIND: DocumentKind = DocumentKind::CollectiveAgreement;

/// What a publication would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IntakeChange {
    /// The organization gets its first agreement.
    Document,
    /// The agreement that it has gets another edition.
    Edition,
    /// Nothing: the same files are published already.
    Same,
}

impl IntakeChange {
    /// What another edition of a document changes.
    pub(super) const fn of(document: &Document) -> Self {
        if document.versions.is_empty() { Self::Document } else { Self::Edition }
    }
}

/// What was found, as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Found {
    pub change: IntakeChange,
    /// The languages and names of the files.
    pub files: Vec<(String, String)>,
    /// The files that could not be read.
    pub broken: Vec<String>,
    /// The files that are published already.
    pub same: Vec<String>,
    pub days_from_text: bool,
    pub doubts: Vec<Doubt>,
}

impl Found {
    pub fn stored(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same without anything that a file said or was called. How many could not be read stays.
    pub fn without_words(self) -> Self {
        Self {
            files: Vec::new(),
            broken: vec![String::new(); self.broken.len()],
            same: Vec::new(),
            doubts: Vec::new(),
            ..self
        }
    }
}

/// How the agreement of an organization stands that came with many others.
#[derive(Debug, Clone)]
pub struct IntakeLine {
    /// Whose it is.
    pub organization: OrganizationId,
    /// Its code.
    pub code: Code,
    /// Its number.
    pub number: String,
    /// Its names.
    pub names: Trilingual,
    /// The document; none where it is gone.
    pub document: Option<Code>,
    /// What a publication would change.
    pub change: IntakeChange,
    /// The files by their languages.
    pub files: Vec<(Lang, String)>,
    /// The names of the files that could not be read.
    pub broken: Vec<String>,
    /// The names of the files that are published already.
    pub same: Vec<String>,
    /// The days.
    pub requisites: RequisitesInput,
    /// Whether some of the days are those that the text names.
    pub days_from_text: bool,
    /// What is wrong with the days.
    pub problem: Option<DateProblem>,
    /// What is doubtful in the texts.
    pub doubts: Vec<Doubt>,
    /// The draft, until it is published.
    pub draft: Option<DraftId>,
    /// The ordinal of the edition that it became.
    pub edition: Option<u32>,
}

impl IntakeLine {
    /// How far it has come.
    pub fn state(&self) -> LineState {
        if self.edition.is_some() {
            LineState::Published
        } else if self.change == IntakeChange::Same {
            LineState::Same
        } else if self.draft.is_none() {
            LineState::Gone
        } else if self.problem.is_some() || !self.same.is_empty() {
            LineState::Refused
        } else if !self.broken.is_empty() || self.doubts.iter().any(Doubt::is_serious) {
            LineState::Doubtful
        } else {
            LineState::Sound
        }
    }
}
