//! A version: one edition of a document, with its dates and its texts.

use super::calendar::{Day, Instant};
use super::checksum::Checksum;
use super::fact::Fact;
use super::ids::{AttachmentId, TextId, VersionId};
use super::lang::Lang;
use super::media::Media;

/// One published edition. Its rows never change; what becomes known later are its facts.
#[derive(Debug, Clone)]
pub struct Version {
    /// Its identifier inside the registry.
    pub id: VersionId,
    /// 1, 2, 3… within its document. People are shown an edition by its date.
    pub ordinal: u32,
    /// Its dates.
    pub requisites: Requisites,
    /// The ordinal of the version that this one corrects.
    pub corrects: Option<u32>,
    /// When it was published.
    pub published_at: Instant,
    /// Its texts, one a language, in the order kk, ru, en.
    pub texts: Vec<Text>,
    /// Its attachments, in order.
    pub attachments: Vec<Attachment>,
    /// What became known later, in the order of recording.
    pub facts: Vec<Fact>,
}

/// The dates of a version. They belong to the version, never to one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Requisites {
    /// Day of signing or adoption.
    pub signed_on: Option<Day>,
    /// First day on which it applies.
    pub effective_from: Day,
    /// Last day of its term.
    pub term_end: Option<Day>,
    /// Whether it goes on after its term.
    pub prolongation: Prolongation,
}

/// Whether a version goes on after its term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Prolongation {
    /// It does not.
    #[default]
    None,
    /// It goes on until a new one replaces it.
    UntilReplaced,
}

impl Prolongation {
    /// The stable name in tables, forms and the ledger.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::UntilReplaced => "until_replaced",
        }
    }

    /// The prolongation with this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::None, Self::UntilReplaced].into_iter().find(|prolongation| prolongation.name() == name)
    }
}

/// Whether a text was signed or translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authenticity {
    /// The text that was signed.
    Authentic,
    /// A translation of it.
    Translation,
}

impl Authenticity {
    /// The stable name in tables, forms and the ledger.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Authentic => "authentic",
            Self::Translation => "translation",
        }
    }

    /// The authenticity with this name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Authentic, Self::Translation].into_iter().find(|authenticity| authenticity.name() == name)
    }
}

/// A version in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its identifier inside the registry.
    pub id: TextId,
    /// Its language.
    pub lang: Lang,
    /// Signed or translated.
    pub authenticity: Authenticity,
    /// The main file, as uploaded.
    pub file: File,
    /// When the registry learned of it; later than the publication for a late text.
    pub recorded_at: Instant,
}

/// A further file of a version: a signed scan, an annex, an amending agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identifier inside the registry.
    pub id: AttachmentId,
    /// What it is, in the words of the one who attached it.
    pub title: String,
    /// The day on the attachment itself.
    pub dated_on: Option<Day>,
    /// The file, as uploaded.
    pub file: File,
    /// When the registry learned of it.
    pub recorded_at: Instant,
}

/// A file as it was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// SHA-256 of the bytes, which is its address.
    pub checksum: Checksum,
    /// Length in bytes.
    pub size_bytes: u64,
    /// What it is, by its content.
    pub media: Media,
    /// The name under which it was uploaded.
    pub name: String,
}

/// Largest file in bytes: a long scanned agreement has 30 MiB; a phone on a weak network cannot fetch more.
pub const FILE_MAX_BYTES: u64 = 50 * 1024 * 1024;

/// Most attachments of one version: more are a sign that a folder was dropped by mistake.
pub const ATTACHMENTS_MAX: usize = 40;
