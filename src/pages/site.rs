//! What every view begins with: the registry, and the language in which a reader wishes it.

use crate::domain::Lang;
use crate::domain::address::Href;
use crate::domain::organization::Organization;
use crate::print::model::kit::PrintStatus;

/// What is the same on every page of one registry.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The union.
    pub union: &'a Organization,
    /// Scheme and host of the public address without a trailing slash, such as `https://qr.example.kz`.
    pub origin: &'a str,
    /// Whether what is printed may hang on walls for ever.
    pub standing: PrintStatus,
}

/// The language in which a reader wishes to read, and how it became known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LanguagePreference {
    /// The address names it, so links to other pages keep it.
    InPath(Lang),
    /// The browser asked for it, or nothing is known and it is Kazakh.
    Accepted(Lang),
}

impl LanguagePreference {
    /// The language.
    pub const fn lang(self) -> Lang {
        match self {
            Self::InPath(lang) | Self::Accepted(lang) => lang,
        }
    }

    /// The address of another page for this reader: `/7K3M9Q3` or, if the reader chose a language, `/7K3M9Q3/ru`.
    pub fn link(self, to: impl Into<Href>) -> String {
        match self {
            Self::InPath(lang) => in_language(to, lang),
            Self::Accepted(_) => to.into().to_string(),
        }
    }
}

/// The address of a page in a language.
pub fn in_language(to: impl Into<Href>, lang: Lang) -> String {
    to.into().in_language(lang).to_string()
}
