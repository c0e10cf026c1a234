//! Versions, their texts and files, and what became known of them.

use serde::Serialize;
use utoipa::ToSchema;

use super::doubt::TextDoubt;
use crate::domain::address::{Api, Number, Public};
use crate::domain::fact::{self, FactField};
use crate::domain::version;
use crate::domain::{Code, Instant};
use crate::text::body::Body;

/// One published edition. It never changes; what becomes known later are its facts.
#[derive(Serialize, ToSchema)]
pub struct Version {
    /// 1, 2, 3… within its document.
    ordinal: u32,
    /// The day of signing or adoption.
    #[schema(format = Date)]
    signed_on: Option<String>,
    /// The first day on which it applies.
    #[schema(format = Date)]
    effective_from: String,
    /// The last day of its term.
    #[schema(format = Date)]
    term_end: Option<String>,
    /// Whether it goes on after its term: `none` or `until_replaced`.
    prolongation: &'static str,
    /// The ordinal of the version that it corrects.
    corrects: Option<u32>,
    /// When it was published.
    #[schema(format = DateTime)]
    published_at: String,
    /// Whether it was withdrawn, so that it answers no more.
    withdrawn: bool,
    /// Whether its files were erased.
    erased: bool,
    /// Its texts, one a language.
    texts: Vec<Text>,
    /// Its attachments, in order.
    attachments: Vec<Attachment>,
    /// What became known later, in the order of recording.
    facts: Vec<Fact>,
    /// Its permanent page.
    page: String,
}

/// A version in one language.
#[derive(Serialize, ToSchema)]
pub struct Text {
    /// `kk`, `ru` or `en`.
    lang: &'static str,
    /// `authentic` or `translation`.
    authenticity: &'static str,
    /// The main file, as uploaded.
    file: File,
    /// The readable body with its structure.
    body: String,
    /// The words alone.
    plain: String,
    /// When the register learned of it.
    #[schema(format = DateTime)]
    recorded_at: String,
}

/// A further file of a version.
#[derive(Serialize, ToSchema)]
pub struct Attachment {
    /// What it is to the texts: `annex`, `amendment` (it changes them and is read with them), `signed_original` (the texts are
    /// its public copy) or `closed_original` (the same; its bytes are not given out).
    role: &'static str,
    /// What it is.
    title: String,
    /// The day on it.
    #[schema(format = Date)]
    dated_on: Option<String>,
    /// The file, as uploaded.
    file: File,
    /// When the register learned of it.
    #[schema(format = DateTime)]
    recorded_at: String,
}

/// A file as it was uploaded.
#[derive(Serialize, ToSchema)]
pub struct File {
    /// SHA-256 of the bytes in lower-case hexadecimal digits.
    sha256: String,
    /// Length in bytes.
    size_bytes: u64,
    /// What it is (RFC 6838).
    media_type: &'static str,
    /// The name under which it was uploaded.
    name: String,
    /// Where the bytes are; 410 where they were erased, none where they are not given out.
    address: Option<String>,
}

/// What became known of a version. Which fields are set depends on `what`.
#[derive(Serialize, ToSchema)]
pub struct Fact {
    /// `published`, `registered`, `submitted`, `renewal_proposed`, `ended`, `late_text`, `late_attachment`, `withdrawn`,
    /// `erased` or `body_remade`.
    what: &'static str,
    /// When the register learned of it.
    #[schema(format = DateTime)]
    recorded_at: String,
    /// The day on which it happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(format = Date)]
    on: Option<String>,
    /// The number of a registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// How it ended: `repealed`, `terminated`, `invalidated` or `fulfilled`.
    #[serde(skip_serializing_if = "Option::is_none")]
    verb: Option<String>,
    /// The language of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    /// The title of the attachment.
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// Why it was withdrawn or erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// The version of the extractor.
    #[serde(skip_serializing_if = "Option::is_none")]
    extractor: Option<String>,
}

/// Something that happened to a version.
#[derive(Serialize, ToSchema)]
pub struct Event {
    /// The ordinal of the version.
    version: u32,
    /// What happened.
    #[serde(flatten)]
    fact: Fact,
}

/// What happened to a document.
#[derive(Serialize, ToSchema)]
pub struct History {
    /// The document's code.
    pub document: String,
    /// What happened, in the order in which the register learned of it.
    pub events: Vec<Event>,
}

/// The readable body of a text.
#[derive(Serialize, ToSchema)]
pub struct TextBody {
    /// The document's code.
    pub document: String,
    /// The ordinal of the version.
    pub version: u32,
    /// The language of the text.
    pub lang: &'static str,
    /// Blocks in reading order under `blocks`, each a `heading`, `paragraph`, `table`, `picture` or `scanned_page` with its anchor,
    /// number and spans of words, and footnotes under `notes`. A scanned page stands before the words that were read of it.
    /// Null where the file is a scan without words.
    #[schema(value_type = Option<Object>)]
    pub body: Option<Body>,
    /// What looks doubtful in it, as the form told it before it was published: pages without words, words that a machine
    /// recognised, gaps in its numbers. Empty where nothing does.
    pub doubts: Vec<TextDoubt>,
}

impl Version {
    /// A version as it was known at an instant.
    pub fn of(origin: &str, code: Code, version: &version::Version, known: Instant) -> Self {
        let requisites = &version.requisites;
        let texts = version.known_texts(known).map(|text| {
            let number = Number(version.ordinal);
            Text {
                lang: text.lang.tag(),
                authenticity: text.authenticity.name(),
                file: File::of(origin, &text.file),
                body: format!("{origin}{}", Api::Body(code, number, text.lang)),
                plain: format!("{origin}{}", Api::Plain(code, number, text.lang)),
                recorded_at: text.recorded_at.to_string(),
            }
        });
        let attachments = version.known_attachments(known);
        let facts = version.known_facts(known);
        Self {
            ordinal: version.ordinal,
            signed_on: requisites.signed_on.map(|day| day.to_string()),
            effective_from: requisites.effective_from.to_string(),
            term_end: requisites.term_end.map(|day| day.to_string()),
            prolongation: requisites.prolongation.name(),
            corrects: version.corrects,
            published_at: version.published_at.to_string(),
            withdrawn: version.is_withdrawn(known),
            erased: version.is_erased(known),
            texts: texts.collect(),
            attachments: attachments
                .map(|one| Attachment {
                    role: one.role.name(),
                    title: one.title.clone(),
                    dated_on: one.dated_on.map(|day| day.to_string()),
                    file: match one.role.is_open() {
                        true => File::of(origin, &one.file),
                        false => File::held(origin, &one.file),
                    },
                    recorded_at: one.recorded_at.to_string(),
                })
                .collect(),
            facts: facts.map(Fact::of).collect(),
            page: format!("{origin}{}", Public::Version(code, version.ordinal)),
        }
    }
}

impl File {
    /// A file whose bytes are not given out.
    pub fn held(origin: &str, file: &version::File) -> Self {
        Self { address: None, ..Self::of(origin, file) }
    }

    /// A file of the register.
    pub fn of(origin: &str, file: &version::File) -> Self {
        Self {
            sha256: file.checksum.to_string(),
            size_bytes: file.size_bytes,
            media_type: file.media.media_type(),
            name: file.name.clone(),
            address: Some(format!("{origin}{}", Public::File(file.checksum))),
        }
    }
}

impl Fact {
    fn new(what: &'static str, recorded_at: Instant) -> Self {
        Self {
            what,
            recorded_at: recorded_at.to_string(),
            on: None,
            number: None,
            verb: None,
            lang: None,
            title: None,
            reason: None,
            extractor: None,
        }
    }

    fn of(fact: &fact::Fact) -> Self {
        let value = |field| fact.detail.value(field);
        Self {
            on: value(FactField::On),
            number: value(FactField::Number),
            verb: value(FactField::Verb),
            lang: value(FactField::Lang),
            title: value(FactField::Title),
            reason: value(FactField::Reason),
            extractor: value(FactField::Extractor),
            ..Self::new(fact.detail.kind().name(), fact.recorded_at)
        }
    }
}

impl Event {
    /// The publication of a version.
    pub fn publication(version: &version::Version) -> Self {
        Self { version: version.ordinal, fact: Fact::new("published", version.published_at) }
    }

    /// A fact of a version.
    pub fn fact(version: u32, fact: &fact::Fact) -> Self {
        Self { version, fact: Fact::of(fact) }
    }
}
