//! A version: one edition of a document, with its dates and its texts.

use super::calendar::{Day, Instant};
use super::checksum::Checksum;
use super::fact::{EndVerb, Fact, FactDetail, FactKind};
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

names! {
    /// What a further file is to the texts of its version.
    #[derive(Default)]
    pub enum AttachmentRole {
        /// It belongs to them: an annex, a table.
        #[default]
        Annex = "annex",
        /// It changes them: an additional agreement. It is read with them, and they stay as they were signed.
        Amendment = "amendment",
        /// It is what was signed and sealed, where the texts are its public copy.
        SignedOriginal = "signed_original",
        /// The same where it holds what is not for everybody: it is known by its checksum, and not given out.
        ClosedOriginal = "closed_original",
    }
}

impl AttachmentRole {
    /// Whether everybody may have its bytes.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::ClosedOriginal)
    }

    /// Whether it is what was signed, where what is read is a copy of it.
    pub const fn is_original(self) -> bool {
        matches!(self, Self::SignedOriginal | Self::ClosedOriginal)
    }
}

/// A further file of a version: a signed original, an annex, an amending agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its identifier inside the registry.
    pub id: AttachmentId,
    /// What it is to the texts.
    pub role: AttachmentRole,
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

impl Version {
    /// Whether it had been published by `known`.
    pub fn is_known(&self, known: Instant) -> bool {
        self.published_at <= known
    }

    /// What the rule of the answer compares: of two versions that apply, the greater one answers.
    pub const fn precedence(&self) -> (Day, u32) {
        (self.requisites.effective_from, self.ordinal)
    }

    /// The facts that were recorded by `known`.
    pub fn known_facts(&self, known: Instant) -> impl DoubleEndedIterator<Item = &Fact> {
        self.facts.iter().filter(move |fact| fact.recorded_at <= known)
    }

    /// What the facts say that were recorded by `known`.
    pub fn known_details(&self, known: Instant) -> impl DoubleEndedIterator<Item = &FactDetail> {
        self.known_facts(known).map(|fact| &fact.detail)
    }

    /// The texts that were recorded by `known`.
    pub fn known_texts(&self, known: Instant) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(move |text| text.recorded_at <= known)
    }

    /// The text in a language, if it was recorded by `known`.
    pub fn known_text(&self, lang: Lang, known: Instant) -> Option<&Text> {
        self.known_texts(known).find(|text| text.lang == lang)
    }

    /// The attachments that were recorded by `known`.
    pub fn known_attachments(&self, known: Instant) -> impl Iterator<Item = &Attachment> {
        self.attachments.iter().filter(move |attachment| attachment.recorded_at <= known)
    }

    /// The checksums of what amends its texts.
    pub fn amendments(&self) -> impl Iterator<Item = Checksum> {
        let amends = |attachment: &&Attachment| attachment.role == AttachmentRole::Amendment;
        self.attachments.iter().filter(amends).map(|attachment| attachment.file.checksum)
    }

    /// Whether it had been withdrawn, or erased, by `known`.
    pub fn is_withdrawn(&self, known: Instant) -> bool {
        self.known_details(known).any(FactDetail::withdraws)
    }

    /// Whether its bytes had been erased by `known`.
    pub fn is_erased(&self, known: Instant) -> bool {
        self.known_details(known).any(|detail| detail.kind() == FactKind::Erased)
    }

    /// The reason of its withdrawal or erasure, the latest one.
    pub fn withdrawal_reason(&self, known: Instant) -> Option<&str> {
        self.known_details(known)
            .filter_map(|detail| match detail {
                FactDetail::Withdrawn { reason } | FactDetail::Erased { reason } => Some(reason.as_str()),
                _ => None,
            })
            .next_back()
    }

    /// The earliest end that was recorded by `known`: a later fact cannot make it end later.
    pub fn ended(&self, known: Instant) -> Option<(Day, EndVerb)> {
        self.known_details(known)
            .filter_map(|detail| match detail {
                FactDetail::Ended { on, verb } => Some((*on, *verb)),
                _ => None,
            })
            .min_by_key(|(on, _)| *on)
    }
}

/// Largest file in bytes: a long scanned agreement has 30 MiB; a phone on a weak network cannot fetch more.
pub const FILE_MAX_BYTES: u64 = 50 * 1024 * 1024;

/// Most attachments of one version: more are a sign that a folder was dropped by mistake.
pub const ATTACHMENTS_MAX: usize = 40;
