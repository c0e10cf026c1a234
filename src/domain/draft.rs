//! A draft: a version in the making, with what was uploaded for it and not yet published.

use super::calendar::{Day, Instant, days_before, local_midnight};
use super::checksum::Checksum;
use super::ids::{AttachmentId, DocumentId, DraftId};
use super::lang::Lang;
use super::requisites::RequisitesInput;
use super::version::{AttachmentRole, Authenticity, File};

/// Days after which a draft has waited: what is begun is mostly published within the week.
pub const WAITING_DAYS: i64 = 3;

/// A draft that was begun before this instant has waited on a day.
pub fn drafts_begun_before(today: Day) -> Instant {
    local_midnight(days_before(today, WAITING_DAYS))
}

/// A version in the making.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its identifier.
    pub id: DraftId,
    /// The document whose next version it may become.
    pub document: DocumentId,
    /// Its dates as they were entered.
    pub requisites: RequisitesInput,
    /// The ordinal of the version that it corrects.
    pub corrects: Option<u32>,
    /// The document's latest record when the draft was last saved. None where it was saved by a program that noted
    /// nothing.
    pub based_on: Option<Instant>,
    /// When it was begun.
    pub created_at: Instant,
    /// Its files: texts in the order kk, ru, en, then attachments in order.
    pub files: Vec<DraftFile>,
}

/// A file of a draft.
#[derive(Debug, Clone)]
pub struct DraftFile {
    /// Its identifier, which an attachment keeps when it is published.
    pub id: AttachmentId,
    /// A text or an attachment.
    pub part: DraftPart,
    /// The file.
    pub file: File,
    /// The extractor's version; empty for an attachment that is not read.
    pub extractor: String,
    /// The readable body: that of a text as it will be stored, of an amendment its own; empty for other attachments.
    pub body: String,
    /// How the body is made from the file, as it will be stored; empty where that is plain.
    pub recipe: String,
}

/// What a file of a draft is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftPart {
    /// The main file in a language.
    Text {
        /// The language.
        lang: Lang,
        /// Signed or translated.
        authenticity: Authenticity,
    },
    /// An attachment.
    Attachment {
        /// What it is to the texts.
        role: AttachmentRole,
        /// What it is.
        title: String,
        /// The day on it.
        dated_on: Option<Day>,
    },
}

impl Draft {
    /// Whether it is another draft of the same beginning, with which nothing was done: who begins one goes on with it.
    pub fn is_begun_like(&self, other: &Self) -> bool {
        let files = |draft: &Self| -> Vec<(DraftPart, File, String)> {
            let file = |file: &DraftFile| (file.part.clone(), file.file.clone(), file.recipe.clone());
            draft.files.iter().map(file).collect()
        };
        self.document == other.document
            && self.requisites == other.requisites
            && self.corrects == other.corrects
            && self.based_on == other.based_on
            && files(self) == files(other)
    }

    /// The files of its texts.
    pub fn texts(&self) -> impl Iterator<Item = &DraftFile> {
        self.files.iter().filter(|file| file.lang().is_some())
    }

    /// The file of its text in a language.
    pub fn text(&self, lang: Lang) -> Option<&DraftFile> {
        self.files.iter().find(|file| file.lang() == Some(lang))
    }

    /// The files of its attachments.
    pub fn attachments(&self) -> impl Iterator<Item = &DraftFile> {
        self.files.iter().filter(|file| file.lang().is_none())
    }

    /// The files of what amends its texts, in order, with their titles and days.
    pub fn amendments(&self) -> impl Iterator<Item = (&DraftFile, &str, Option<Day>)> {
        self.files.iter().filter_map(|file| match &file.part {
            DraftPart::Attachment { role: AttachmentRole::Amendment, title, dated_on } => {
                Some((file, title.as_str(), *dated_on))
            }
            _ => None,
        })
    }

    /// The checksums of its files.
    pub fn checksums(&self) -> Vec<Checksum> {
        self.files.iter().map(|file| file.file.checksum).collect()
    }
}

impl DraftFile {
    /// Whether the text that it is was signed or translated; none for an attachment.
    pub const fn authenticity(&self) -> Option<Authenticity> {
        match self.part {
            DraftPart::Text { authenticity, .. } => Some(authenticity),
            DraftPart::Attachment { .. } => None,
        }
    }

    /// The language of the text that it is; none for an attachment.
    pub const fn lang(&self) -> Option<Lang> {
        match self.part {
            DraftPart::Text { lang, .. } => Some(lang),
            DraftPart::Attachment { .. } => None,
        }
    }
}
