//! What a reader gets who asks for a document: which edition, how it stands, in which language, and whose stand it is on.

use super::as_of::AsOf;
use super::calendar::{Day, Instant};
use super::code::Code;
use super::document::Document;
use super::edition_status::{EditionStatus, withdrawn_on};
use super::lang::Lang;
use super::organization::{Organization, OrganizationStatus};
use super::resolution::{Answer, candidates, resolve};
use super::shelf::hangs;
use super::version::{Authenticity, Text, Version};

/// Which text of a document is asked for.
#[derive(Debug, Clone, Copy)]
pub enum Requested<'a> {
    /// `/{DOC}`: what applies today.
    Latest,
    /// `/{DOC}/at/2025-09-01`: what applied on that day.
    On(Day),
    /// `/{DOC}/v3`: that edition, for ever.
    Edition(&'a Version),
}

/// What a document has to show to that.
#[derive(Debug, Clone, Copy)]
pub enum Resolved<'a> {
    /// An edition, with the text for the reader: 200.
    Edition {
        /// The edition.
        version: &'a Version,
        /// How it stands.
        status: EditionStatus<'a>,
        /// The text; none where the edition has none that is known by then.
        choice: Option<TextChoice<'a>>,
    },
    /// The bytes of the edition that was asked for are erased: 410.
    Erased {
        /// The edition.
        version: &'a Version,
        /// How it stands.
        status: EditionStatus<'a>,
    },
    /// Nothing was ever published: 200, and 404 for a day in the past.
    NothingPublished,
    /// Nothing is left to answer: 410.
    AllWithdrawn {
        /// The edition that was withdrawn last.
        last: &'a Version,
        /// How it stands.
        status: EditionStatus<'a>,
    },
}

impl<'a> Requested<'a> {
    /// What a document has to show to a reader who wishes a language. The edition is chosen before the language.
    pub fn resolve(self, document: &'a Document, wish: Lang, as_of: AsOf) -> Resolved<'a> {
        let as_of = if let Self::On(day) = self { as_of.on(day) } else { as_of };
        let version = match self {
            Self::Edition(version) => version,
            Self::Latest | Self::On(_) => match resolve(document, as_of) {
                Answer::Version { version, .. } => version,
                Answer::NothingPublished => return Resolved::NothingPublished,
                Answer::AllWithdrawn => return all_withdrawn(document, as_of),
            },
        };
        let status = EditionStatus::of(document, version, as_of);
        match status {
            EditionStatus::Erased { .. } => Resolved::Erased { version, status },
            _ => Resolved::Edition { version, status, choice: choose_text(version, wish, as_of.known) },
        }
    }
}

/// A document of which nothing is left. One of its editions was withdrawn: nothing takes the place of the newest one.
fn all_withdrawn(document: &Document, as_of: AsOf) -> Resolved<'_> {
    let known = as_of.known;
    let withdrawn = document.known_versions(known).filter(|version| version.is_withdrawn(known));
    match withdrawn.max_by_key(|version| (withdrawn_on(version, known), version.ordinal)) {
        Some(last) => Resolved::AllWithdrawn { last, status: EditionStatus::of(document, last, as_of) },
        None => Resolved::NothingPublished,
    }
}

/// The text that a reader gets of a version, and whether it is in the wished language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextChoice<'v> {
    /// The text.
    pub text: &'v Text,
    /// Whether the wish could not be met, so that the page says so.
    pub wish_missing: bool,
}

/// The text of a version for a reader who wishes `wish`: that language, else the authentic text, else kk, ru, en.
///
/// The language never changes the version. None where the version has no text that is known by then.
pub fn choose_text(version: &Version, wish: Lang, known: Instant) -> Option<TextChoice<'_>> {
    let texts: Vec<&Text> = version.known_texts(known).collect();
    if let Some(text) = texts.iter().find(|text| text.lang == wish) {
        return Some(TextChoice { text, wish_missing: false });
    }
    let rank = |text: &&&Text| (text.authenticity != Authenticity::Authentic, text.lang);
    texts.iter().min_by_key(rank).map(|text| TextChoice { text, wish_missing: true })
}

/// The last version before the answer that a reader could have read in the wished language, no longer current.
pub fn last_in_language<'d>(
    document: &'d Document,
    answer: &Version,
    wish: Lang,
    known: Instant,
) -> Option<&'d Version> {
    candidates(document, known)
        .into_iter()
        .filter(|version| version.precedence() < answer.precedence())
        .filter(|version| version.known_texts(known).any(|text| text.lang == wish))
        .max_by_key(|version| version.precedence())
}

/// What the organization that an address names after a document is to it: whose stand was scanned.
#[derive(Debug, Clone, Copy)]
pub enum StandContext<'a> {
    /// The address names none.
    Unnamed,
    /// The document belongs on this organization's stand.
    Stand(&'a Organization),
    /// The organization exists, but the document is not on its shelf.
    Elsewhere(&'a Organization),
    /// The organization does not exist any more.
    Dissolved {
        /// The organization.
        organization: &'a Organization,
        /// What it was merged into.
        successor: Option<&'a Organization>,
    },
    /// No organization has the code in the address. Which code that is does not matter: the answer is the same for all.
    Unknown,
}

impl<'a> StandContext<'a> {
    /// What the organization that was found is to a document; `successor` is what it was merged into.
    pub fn of(
        document: &Document,
        organization: &'a Organization,
        successor: Option<&'a Organization>,
        union: &Organization,
    ) -> Self {
        match organization.status {
            OrganizationStatus::Dissolved => Self::Dissolved { organization, successor },
            OrganizationStatus::Active if hangs(document, organization, union) => Self::Stand(organization),
            OrganizationStatus::Active => Self::Elsewhere(organization),
        }
    }

    /// The organization, if there is one with the code in the address.
    pub fn organization(self) -> Option<&'a Organization> {
        match self {
            Self::Stand(organization)
            | Self::Elsewhere(organization)
            | Self::Dissolved { organization, .. } => Some(organization),
            Self::Unnamed | Self::Unknown => None,
        }
    }

    /// The code of the organization, if there is one with the code in the address.
    pub fn code(self) -> Option<Code> {
        self.organization().map(|organization| organization.code)
    }
}
