//! Documents, and what a code stands for.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Names, Standing, Version};
use crate::domain::address::{Api, Public};
use crate::domain::document;
use crate::domain::resolution::Status;
use crate::registry::{Result, View};

/// A document without its versions: one thing that lives on through them.
#[derive(Serialize, ToSchema)]
pub struct Work {
    /// Its code for life.
    code: String,
    /// What it is, such as `collective_agreement`.
    kind: &'static str,
    /// Its titles; where all are missing, its kind and its owner's name stand in.
    titles: Names,
    /// Whom it concerns, in one line.
    concerns: Names,
    /// What labels call it, where its title is too long for them.
    short_titles: Names,
    /// The code of the organization whose document it is.
    owner: String,
    /// To which organizations a document of the union applies: `all`, or `kinds:`, `districts:` or `organizations:` with
    /// a list parted by `|`.
    applies_to: String,
    /// The code of the document that took its place.
    successor: Option<String>,
    /// The page with the text that applies today.
    page: String,
    /// The text that applies, for programs.
    answer: String,
    /// Every edition with its date (RFC 7089).
    timemap: String,
    /// What happens to it, to subscribe to.
    feed: String,
}

impl Work {
    /// A document of the register.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn of(origin: &str, view: &View, document: &document::Document) -> Result<Self> {
        let code = document.code;
        let successor = document.successor.map(|id| view.document_by_id(id)).transpose()?.flatten();
        Ok(Self {
            code: document.code.to_string(),
            kind: document.kind.name(),
            titles: (&document.titles).into(),
            concerns: (&document.concerns).into(),
            short_titles: (&document.short_titles).into(),
            owner: view.owner(document)?.code.to_string(),
            applies_to: document.applies_to.to_text(),
            successor: successor.map(|successor| successor.code.to_string()),
            answer: format!("{origin}{}", Api::Answer(code)),
            timemap: format!("{origin}{}", Public::Timemap(code)),
            feed: format!("{origin}{}", Public::FeedOf(code)),
            page: format!("{origin}{}", Public::Code(code)),
        })
    }
}

/// A document with its published versions.
#[derive(Serialize, ToSchema)]
pub struct Document {
    /// The document.
    #[serde(flatten)]
    pub work: Work,
    /// Its versions by ordinal, those included that were corrected or withdrawn.
    pub versions: Vec<Version>,
}

/// A part of the list of documents.
#[derive(Serialize, ToSchema)]
pub struct DocumentList {
    /// How many there are altogether.
    pub total: usize,
    /// How many come before the first one here.
    pub offset: usize,
    /// The documents.
    pub items: Vec<Work>,
}

/// A document on a stand.
#[derive(Serialize, ToSchema)]
pub struct ShelfItem {
    /// The document.
    #[serde(flatten)]
    work: Work,
    /// The ordinal of the version that answers; none where nothing is published yet.
    version: Option<u32>,
    /// How that version stands.
    standing: Option<Standing>,
}

impl ShelfItem {
    /// A document with the ordinal and the status of its answer.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn of(
        origin: &str,
        view: &View,
        document: &document::Document,
        answer: Option<(u32, Status)>,
    ) -> Result<Self> {
        Ok(Self {
            work: Work::of(origin, view, document)?,
            version: answer.map(|(ordinal, _)| ordinal),
            standing: answer.map(|(_, status)| Standing::of(status)),
        })
    }
}

/// What a code may stand for.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// A document.
    Document,
    /// An organization.
    Organization,
}

/// What a code stands for.
#[derive(Serialize, ToSchema)]
pub struct CodeMeaning {
    /// The code as addresses have it.
    pub code: String,
    /// The code as people read it: `7K3-M9Q3`.
    pub shown: String,
    /// What it stands for.
    pub meaning: Meaning,
    /// The page for people.
    pub page: String,
    /// The same for programs.
    pub details: String,
}
