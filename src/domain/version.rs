//! A version: one edition of a document, with its dates and its texts.

use super::calendar::{Day, Instant};
use super::checksum::Checksum;
use super::fact::Fact;
use super::ids::{AttachmentId, TextId, VersionId};
use super::lang::Lang;
use super::media::Media;
use super::names::names;
use super::requisites::Requisites;

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

names! {
    /// Whether a text was signed or translated.
    pub enum Authenticity {
        /// The text that was signed.
        Authentic = "authentic",
        /// A translation of it.
        Translation = "translation",
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
