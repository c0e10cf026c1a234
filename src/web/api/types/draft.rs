//! Drafts: what may become an edition, what is doubtful in it, and what was published.

use serde::Serialize;
use utoipa::ToSchema;

use super::doubt::DraftDoubt;
use super::version::File;
use crate::domain::Code;
use crate::domain::address::{Admin, Api, Public};
use crate::domain::draft::{self, DraftPart};
use crate::domain::recognition::Progress;
use crate::registry::Published;
use crate::text::review::Doubt;

/// A draft of a document's next edition.
#[derive(Serialize, ToSchema)]
pub struct Draft {
    /// What names it in addresses.
    #[schema(format = "uuid")]
    pub draft: String,
    /// The document's code.
    pub document: String,
    /// The ordinal of the version that it corrects.
    pub corrects: Option<u32>,
    /// The day of signing or adoption.
    #[schema(format = Date)]
    pub signed_on: Option<String>,
    /// The first day on which it will apply.
    #[schema(format = Date)]
    pub effective_from: Option<String>,
    /// The last day of its term.
    #[schema(format = Date)]
    pub term_end: Option<String>,
    /// Whether it will go on after its term: `none` or `until_replaced`.
    pub prolongation: &'static str,
    /// Its files: texts in the order kk, ru, en, then attachments.
    pub files: Vec<DraftFile>,
    /// What is doubtful in its texts. What is serious must be accepted by its name when it is published.
    pub doubts: Vec<DraftDoubt>,
    /// What would refuse its publication as it stands.
    pub problems: Vec<DraftProblem>,
    /// What is seen here, in short: it is sent back when the draft is published, and another draft is refused.
    pub state: String,
    /// The preview for people.
    pub preview: String,
}

/// A draft in a list.
#[derive(Serialize, ToSchema)]
pub struct DraftItem {
    /// What names it in addresses.
    #[schema(format = "uuid")]
    draft: String,
    /// The ordinal of the version that it corrects.
    corrects: Option<u32>,
    /// When it was begun.
    #[schema(format = DateTime)]
    created_at: String,
    /// The draft itself, for programs.
    details: String,
}

/// The drafts of a document.
#[derive(Serialize, ToSchema)]
pub struct DraftList {
    /// The document's code.
    pub document: String,
    /// The drafts, oldest first.
    pub items: Vec<DraftItem>,
}

/// A file of a draft.
#[derive(Serialize, ToSchema)]
pub struct DraftFile {
    /// What names it in `remove`.
    #[schema(format = "uuid")]
    id: String,
    /// The language of a text; none for an attachment.
    lang: Option<&'static str>,
    /// Of a text: `authentic` or `translation`.
    authenticity: Option<&'static str>,
    /// Of an attachment: `annex`, `amendment`, `signed_original` or `closed_original`.
    role: Option<&'static str>,
    /// The title of an attachment.
    title: Option<String>,
    /// The file. Its bytes are given out once they are published.
    file: File,
    /// How far the words of its scanned pages have been recognised; none where there is nothing to be recognised.
    recognition: Option<Recognition>,
}

/// How far the recognition of the words of a file has come.
#[derive(Serialize, ToSchema)]
pub struct Recognition {
    /// Pages that were asked for.
    asked: usize,
    /// Pages whose words are there.
    done: usize,
    /// Pages that failed for good.
    failed: usize,
}

/// What would refuse a publication.
#[derive(Serialize, ToSchema)]
pub struct DraftProblem {
    /// The name of the problem for programs.
    pub problem: &'static str,
    /// What can be done about it, in the language of `Accept-Language`.
    pub detail: String,
}

/// What was published.
#[derive(Serialize, ToSchema)]
pub struct Publication {
    /// The document's code.
    document: String,
    /// The ordinal of the version.
    version: u32,
    /// The register's revision since then.
    revision: u64,
    /// Its permanent page.
    page: String,
    /// The version, for programs.
    details: String,
    /// What is doubtful in its texts, and was accepted.
    doubts: Vec<DraftDoubt>,
}

impl DraftItem {
    /// A draft of the register.
    pub fn of(origin: &str, draft: &draft::Draft) -> Self {
        Self {
            draft: draft.id.to_string(),
            corrects: draft.corrects,
            created_at: draft.created_at.to_string(),
            details: format!("{origin}{}", Api::Draft(draft.id)),
        }
    }
}

impl DraftFile {
    /// A file of a draft, and how far its recognition has come.
    pub fn of(origin: &str, file: &draft::DraftFile, progress: Progress) -> Self {
        let (authenticity, role, title) = match &file.part {
            DraftPart::Text { authenticity, .. } => (Some(authenticity.name()), None, None),
            DraftPart::Attachment { role, title, .. } => (None, Some(role.name()), Some(title.clone())),
        };
        let Progress { asked, done, failed } = progress;
        Self {
            id: file.id.to_string(),
            lang: file.lang().map(|lang| lang.tag()),
            authenticity,
            role,
            title,
            file: File::held(origin, &file.file),
            recognition: (asked > 0).then_some(Recognition { asked, done, failed }),
        }
    }
}

impl Publication {
    /// What was published, with what was doubtful in it.
    pub fn of(origin: &str, published: &Published, doubts: &[Doubt]) -> Self {
        let (code, ordinal) = (published.code, published.ordinal);
        Self {
            document: code.to_string(),
            version: ordinal,
            revision: published.revision,
            page: format!("{origin}{}", Public::Version(code, ordinal)),
            details: format!("{origin}{}", version_at(code, ordinal)),
            doubts: doubts.iter().map(DraftDoubt::from).collect(),
        }
    }
}

/// The address of an edition for programs.
pub fn version_at(code: Code, ordinal: u32) -> Api {
    Api::Version(code, crate::domain::address::Number(ordinal))
}

/// The address of the preview of a draft for people.
pub fn preview_at(origin: &str, draft: &draft::Draft) -> String {
    format!("{origin}{}", Admin::Preview(draft.id))
}
