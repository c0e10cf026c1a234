//! What was noticed in a file besides its words.

use serde::{Deserialize, Serialize};

/// What a person should know about a file before its words are published. Pages count from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// It has tracked changes that nobody accepted or rejected: the body is what accepting them all would give.
    OpenChanges,
    /// Pages that are pictures, or hold nothing that can be read: their words are not in the body.
    PagesWithoutWords {
        /// These pages.
        pages: Vec<u32>,
        /// How many pages the file has.
        of: u32,
    },
    /// Pictures large enough to be pages of words, which are not in the body.
    PicturesWithoutWords {
        /// How many.
        pictures: u32,
    },
    /// Words that a machine recognised on a scan, which stand unseen over its picture.
    RecognisedWords {
        /// The pages that have some.
        pages: Vec<u32>,
    },
    /// Words that a scanner recognised so poorly that they hardly look like words.
    PoorWords {
        /// The pages that have some.
        pages: Vec<u32>,
    },
    /// Such words in whose place others stand that were recognised anew.
    ReplacedWords {
        /// The pages that have some.
        pages: Vec<u32>,
    },
    /// Words that nobody sees: white, outside the page, hidden by the office program. They are not in the body.
    HiddenWords {
        /// The first of them.
        sample: String,
        /// In how many places there are some.
        places: u32,
    },
    /// Letters whose font does not say what they are.
    UnreadableLetters {
        /// The pages that have some; none where the file has no pages.
        pages: Vec<u32>,
        /// How many letters.
        letters: u32,
    },
    /// The file is a form that only one program shows: what can be read is a notice in its place.
    FormNotice,
    /// A file of another kind lies inside, and what it says is not in the body.
    EmbeddedDocument,
    /// The file is of a kind that is kept but not read: none of its words are in the body.
    NoReader,
    /// Words in a font of the time before Unicode that draws Kazakh letters under the codes of other ones.
    OldFont {
        /// Its name.
        font: String,
    },
}

impl Warning {
    /// Its name for programs, as it is stored.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::OpenChanges => "open_changes",
            Self::PagesWithoutWords { .. } => "pages_without_words",
            Self::PicturesWithoutWords { .. } => "pictures_without_words",
            Self::RecognisedWords { .. } => "recognised_words",
            Self::PoorWords { .. } => "poor_words",
            Self::ReplacedWords { .. } => "replaced_words",
            Self::HiddenWords { .. } => "hidden_words",
            Self::UnreadableLetters { .. } => "unreadable_letters",
            Self::FormNotice => "form_notice",
            Self::EmbeddedDocument => "embedded_document",
            Self::NoReader => "no_reader",
            Self::OldFont { .. } => "old_font",
        }
    }

    /// The pages that it is about.
    pub fn pages(&self) -> &[u32] {
        match self {
            Self::PagesWithoutWords { pages, .. } | Self::UnreadableLetters { pages, .. } => pages,
            Self::RecognisedWords { pages } => pages,
            Self::PoorWords { pages } | Self::ReplacedWords { pages } => pages,
            _ => &[],
        }
    }
}
