//! A display list becomes a PDF/A-1b file with tags (ISO 19005-1, ISO 32000-1).
//!
//! [`fonts`] measures and shapes; [`points`] turns lengths into those of PDF; [`draw`] draws pages with printpdf;
//! [`structure`] says what is read aloud and in which order; [`outline`] is the table of contents; [`embed`] puts the
//! fonts in; [`identity`] and [`colour`] say what the file is; [`book`] puts all of it together and [`file`](mod@file)
//! writes it; [`merged`] joins many documents.
//! The same document always gives the same bytes.

mod book;
mod colour;
mod draw;
mod embed;
mod error;
mod file;
pub mod fonts;
mod identity;
mod merged;
mod outline;
mod points;
mod structure;
#[cfg(test)]
mod tests;
pub mod xml;

use lopdf::dictionary;

use self::book::{Book, Contents, amount};
use self::identity::Identity;
use self::outline::Level;
use crate::print::model::display_list::Document;

pub use error::PdfError;
pub use fonts::Fonts;
pub use merged::Merged;

/// Writes a document as PDF.
///
/// # Errors
/// See [`PdfError`]; a document without pages is refused.
pub fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    if document.pages.is_empty() {
        return Err(PdfError::Empty);
    }
    let mut book = Book::begin(Vec::new())?;
    let bookmarks = book.add(document, fonts)?;
    let id = book.file.reserve();
    let mut outlines = dictionary! { "Type" => "Outlines" };
    if let Some(level) = Level::write(&mut book.file, id, &bookmarks)? {
        level.hang(&mut outlines, amount(level.count));
    }
    book.file.put(id, outlines)?;
    book.finish(&Identity::of(document), document.fingerprint(), (id, Contents::Folded))
}
