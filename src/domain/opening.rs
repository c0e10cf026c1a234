//! Openings of documents, as they are counted: without people.

use super::calendar::Day;
use super::code::Code;
use super::lang::Lang;
use super::names::names;

names! {
    /// Who opened a document.
    pub enum ReaderKind {
        /// Somebody.
        Human = "human",
        /// A program, such as a messenger's link preview.
        Robot = "robot",
    }
}

names! {
    /// How a reader came.
    pub enum OpeningWay {
        /// By the printed code, or by typing it.
        Scanned = "scanned",
        /// By an address that carries a language, as every link that is offered for sharing does.
        Shared = "shared",
        /// By a link on a page, of this site or of another, that carries no language: a tap on a shelf, say.
        Followed = "followed",
    }
}

/// One opening of a document. Equal ones are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Opening {
    /// The calendar day in Asia/Almaty.
    pub day: Day,
    /// The document.
    pub document: Code,
    /// The organization whose stand it was, where the address named one.
    pub organization: Option<Code>,
    /// The language of the text that was served.
    pub lang: Lang,
    /// Who opened it.
    pub reader: ReaderKind,
    /// How they came.
    pub way: OpeningWay,
}
