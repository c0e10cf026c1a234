//! What may be doubtful about a text, and how much that matters.

use serde::{Deserialize, Serialize};

use crate::domain::{Code, Lang};
use crate::text::body::Warning;

/// A doubt about one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The text that it is about.
    #[serde(with = "tag")]
    pub lang: Lang,
    /// Where it is: an anchor of this text, for [`DoubtKind::Missing`] one of the text that has it. None for the whole text.
    pub anchor: Option<String>,
    /// What is doubtful.
    pub kind: DoubtKind,
}

/// What is doubtful. Numbers are written as in anchors: `3-1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// What the reader noticed in the file itself.
    File(Warning),
    /// There are no words that can be read.
    NoWords,
    /// There are hardly any words.
    FewWords {
        /// Its characters.
        characters: usize,
    },
    /// Another school is named, and the owner is not.
    OtherOrganization {
        /// How the text names it.
        found: String,
    },
    /// The text has another term than was typed.
    OtherTerm {
        /// Its term, such as `2026–2028`.
        found: String,
    },
    /// The text has another day than was typed.
    OtherDay {
        /// The line that names it.
        found: String,
    },
    /// Another organization's document has the same file.
    SameFile {
        /// That document.
        #[serde(with = "code")]
        document: Code,
    },
    /// The letters are those of another language: languages swapped, or the wrong file.
    Language {
        /// The language that it looks like.
        #[serde(with = "tag")]
        looks_like: Lang,
    },
    /// A long text without any heading: no contents, no links to articles.
    NoHeadings,
    /// Numbers are left out.
    Gap {
        /// The number before the gap; none where the first number is not 1.
        after: Option<String>,
        /// The number behind the gap.
        before: String,
    },
    /// A number stands twice in one list.
    Repeated {
        /// The number.
        number: String,
    },
    /// Another language has a heading that this one lacks.
    Missing {
        /// The language that has it.
        #[serde(with = "tag")]
        present_in: Lang,
    },
    /// What amends the text has no words that can be read.
    AmendmentUnread,
    /// No place was found in the text that an amendment changes.
    AmendmentWithoutPlace,
    /// Characters that no text has: a broken font or a wrong encoding.
    Garbled {
        /// Blocks that have some.
        blocks: usize,
        /// The first word.
        sample: String,
    },
    /// Words that mix Latin letters into Cyrillic ones; search and comparison fold them.
    LookAlikes {
        /// Blocks that have some.
        blocks: usize,
        /// The first word.
        sample: String,
    },
}

/// How much a doubt matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Good to know.
    Note,
    /// Probably a mistake.
    Warning,
}

impl Doubt {
    /// Whether it is so doubtful that a person must say that it was seen.
    pub fn is_serious(&self) -> bool {
        self.kind.gravity() == Gravity::Warning
    }
}

impl DoubtKind {
    /// Its name for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::File(warning) => warning.name(),
            Self::NoWords => "no_words",
            Self::FewWords { .. } => "few_words",
            Self::OtherOrganization { .. } => "other_organization",
            Self::OtherTerm { .. } => "other_term",
            Self::OtherDay { .. } => "other_day",
            Self::SameFile { .. } => "same_file",
            Self::Language { .. } => "language",
            Self::NoHeadings => "no_headings",
            Self::Gap { .. } => "gap",
            Self::Repeated { .. } => "repeated",
            Self::Missing { .. } => "missing",
            Self::AmendmentUnread => "amendment_unread",
            Self::AmendmentWithoutPlace => "amendment_without_place",
            Self::Garbled { .. } => "garbled",
            Self::LookAlikes { .. } => "look_alikes",
        }
    }

    /// The pages that it is about; empty where it is about none, or about the whole file.
    pub fn pages(&self) -> &[u32] {
        match self {
            Self::File(warning) => warning.pages(),
            _ => &[],
        }
    }

    /// How much it matters.
    pub const fn gravity(&self) -> Gravity {
        match self {
            Self::LookAlikes { .. } | Self::FewWords { .. } => Gravity::Note,
            Self::File(_)
            | Self::NoWords
            | Self::OtherOrganization { .. }
            | Self::OtherTerm { .. }
            | Self::OtherDay { .. }
            | Self::SameFile { .. }
            | Self::Language { .. }
            | Self::NoHeadings
            | Self::Gap { .. }
            | Self::Repeated { .. }
            | Self::Missing { .. }
            | Self::AmendmentUnread
            | Self::AmendmentWithoutPlace
            | Self::Garbled { .. } => Gravity::Warning,
        }
    }
}

/// A value of the domain as it is written, and read again.
macro_rules! written {
    ($name:ident, $type:ident, $write:expr, $read:expr) => {
        mod $name {
            use serde::de::Error as _;
            use serde::{Deserialize, Deserializer, Serializer};

            use crate::domain::$type;

            pub fn serialize<S: Serializer>(value: &$type, to: S) -> Result<S::Ok, S::Error> {
                let write: fn(&$type) -> &str = $write;
                to.serialize_str(write(value))
            }

            pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<$type, D::Error> {
                let read: fn(&str) -> Option<$type> = $read;
                read(&String::deserialize(from)?).ok_or_else(|| D::Error::custom(stringify!($name)))
            }
        }
    };
}

written!(tag, Lang, |lang| lang.tag(), Lang::parse);
written!(code, Code, |code| code.as_str(), |text| Code::parse(text).ok());
