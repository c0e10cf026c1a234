//! Why a file is not read, in words that a person can act on.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Its content is of no kind that the register keeps.
    UnknownType,
    /// It is of a known kind that the register does not keep.
    Foreign {
        /// Which one.
        kind: ForeignKind,
    },
    /// A password is needed to open it.
    Encrypted,
    /// It is cut short or broken.
    Damaged,
    /// It holds more than is read.
    TooLarge {
        /// What there is too much of.
        what: Measure,
        /// How much is read at most.
        limit: u64,
    },
    /// Its parts stand within each other deeper than is read.
    TooDeep {
        /// How deep is read at most.
        limit: u64,
    },
    /// It declares its own XML grammar, which no office program does and attacks do.
    Doctype,
}

/// A kind of file that is known and not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForeignKind {
    /// A workbook: XLSX, XLS, ODS.
    Workbook,
    /// Slides: PPTX, PPT, ODP.
    Slides,
    /// A web page or XML, often under the name of a Word file.
    WebPage,
    /// A photo of a phone: HEIC.
    Heic,
    /// A scan: TIFF.
    Tiff,
    /// Another picture: GIF, BMP, WebP.
    Picture,
    /// A scanned book: DJVU.
    Djvu,
    /// A ZIP archive of pictures.
    Pictures,
    /// Another archive: ZIP, RAR, 7z.
    Archive,
}

/// What a file may have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Bytes once unpacked.
    UnpackedBytes,
    /// Files within the file.
    Entries,
    /// XML elements of one part.
    Elements,
    /// Paragraphs, headings and tables.
    Blocks,
    /// Pages.
    Pages,
    /// Characters.
    Characters,
    /// Drawing operations.
    Operations,
}

impl Refusal {
    /// The refusal when `count` exceeds `limit`.
    pub(super) fn above(what: Measure, count: u64, limit: u64) -> Result<(), Self> {
        if count > limit { Err(Self::TooLarge { what, limit }) } else { Ok(()) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownType => f.write_str("the content is of no known type"),
            Self::Foreign { kind } => write!(f, "the content is of a kind that is not kept: {kind:?}"),
            Self::Encrypted => f.write_str("the file is protected by a password"),
            Self::Damaged => f.write_str("the file is damaged or cut short"),
            Self::TooLarge { what, limit } => write!(f, "more than {limit} {what:?}"),
            Self::TooDeep { limit } => write!(f, "nested deeper than {limit}"),
            Self::Doctype => f.write_str("the file declares an XML document type"),
        }
    }
}

impl std::error::Error for Refusal {}
