//! A stand kit as plain values: everything that is printed, and nothing that must be looked up.

use super::LayoutError;
use super::choice::{Choice, Pending};
use super::vector_shape::VectorShape;
use crate::domain::address::Public;
use crate::domain::brand::Accent;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::{Clause, Code, Day, Lang};
use crate::phrases::say;
use crate::print::qr::{Base, Symbol, TooLong};

/// What is needed to print the stand of one organization.
#[derive(Debug, Clone, PartialEq)]
pub struct Kit {
    /// The address of the register.
    pub base: Base,
    /// Whether the address is confirmed as permanent.
    pub status: PrintStatus,
    /// What the chair chose.
    pub choice: Choice,
    /// The union's emblem, where it has one.
    pub emblem: Option<VectorShape>,
    /// The union's colour.
    pub accent: Accent,
    /// The organization whose stand it is.
    pub organization: Organization,
    /// The union's names.
    pub union: Trilingual,
    /// The telephone of its office; empty where there is none that belongs to no person.
    pub phone: String,
    /// The documents on the shelf, in its order.
    pub documents: Vec<Document>,
    /// The articles and points that get labels, as far as the texts of today have them.
    pub clauses: Vec<LabelledClause>,
    /// The day of printing.
    pub printed_on: Day,
    /// The register's revision at that time.
    pub revision: u64,
}

/// Whether pages may hang on a wall for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintStatus {
    /// The address is only tried out: every page is marked ҮЛГІ / ОБРАЗЕЦ.
    Trial,
    /// The address is confirmed.
    Permanent,
}

/// The organization whose stand it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// Its code: the second half of every document's code, and the shelf's own.
    pub code: Code,
    /// Its names.
    pub names: Trilingual,
}

/// A document on the shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its code.
    pub code: Code,
    /// What it is.
    pub kind: DocumentKind,
    /// Its titles. Where there is none, the kind is printed; the organization's name stands on the page anyway.
    pub titles: Trilingual,
    /// Whom it concerns; may be empty.
    pub concerns: Trilingual,
    /// What labels call it, where its title is too long for them.
    pub short_titles: Trilingual,
    /// First day of the edition that the code opens on the day of printing; none while nothing is published.
    pub edition: Option<Day>,
}

/// An article or a point that gets a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledClause {
    /// The document.
    pub document: Code,
    /// Which article or point of it.
    pub clause: Clause,
    /// What it is called, in the languages of the text.
    pub names: Trilingual,
}

impl Organization {
    /// The name in a language, else in another.
    pub fn name(&self, lang: Lang) -> &str {
        self.names.best(lang).unwrap_or_default()
    }
}

impl Document {
    /// What is printed large: the title in a language, else the kind.
    ///
    /// A title that is no more than the kind and the organization's name is printed as the kind: the name stands on
    /// the same page.
    pub fn heading(&self, lang: Lang, organization: &Organization) -> String {
        let kind = say(lang, &format!("kind-{}", self.kind.name().replace('_', "-")));
        let Some(title) = self.titles.get(lang) else {
            return kind;
        };
        let rest = title.replacen(&kind, "", 1);
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || ",.:·–—-".contains(c));
        if !rest.is_empty() && rest == organization.name(lang) { kind } else { title.to_owned() }
    }
}

impl Kit {
    /// The documents that hang on the stand: those with a published text, and on choice the others too.
    pub fn posted(&self) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(|document| document.edition.is_some() || self.choice.pending == Pending::Printed)
    }

    /// Those of them that get sheets and stickers.
    pub fn chosen(&self) -> impl Iterator<Item = &Document> {
        self.posted().filter(|document| self.choice.names(document.code))
    }

    /// The documents that wait for a published text before they hang.
    pub fn unprinted(&self) -> impl Iterator<Item = &Document> {
        let waits = self.choice.pending == Pending::LeftOut;
        self.documents.iter().filter(move |document| document.edition.is_none() && waits)
    }

    /// The code of a document, or of the shelf when there is none, on this kit's stand.
    ///
    /// # Errors
    /// A host that fits in no code.
    pub fn symbol(&self, document: Option<Code>) -> Result<Symbol, LayoutError> {
        let path: Vec<Code> = document.into_iter().chain([self.organization.code]).collect();
        self.symbol_of(&self.base.address(&path))
    }

    /// The code of an article or a point on this kit's stand.
    ///
    /// # Errors
    /// A host that fits in no code.
    pub fn clause_symbol(&self, document: Code, clause: Clause) -> Result<Symbol, LayoutError> {
        let address = Public::StandClause(document, self.organization.code, clause);
        self.symbol_of(&self.base.address_of(address))
    }

    fn symbol_of(&self, address: &str) -> Result<Symbol, LayoutError> {
        Symbol::new(address, self.choice.level)
            .map_err(|TooLong| LayoutError::HostTooLong { limit: self.base.host_limit(self.choice.level) })
    }

    /// The document with this code.
    pub fn document(&self, code: Code) -> Option<&Document> {
        self.documents.iter().find(|document| document.code == code)
    }
}
