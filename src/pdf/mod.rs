//! A display list becomes a PDF.
//!
//! [`fonts`] measures and shapes, [`writer`] draws with printpdf, [`finish`] gives the file its fixed identity.
//! The same document always gives the same bytes.

mod finish;
pub mod fonts;
mod writer;

use crate::stand::sheet::Document;

pub use fonts::Fonts;

/// The PDF could not be written.
#[derive(Debug)]
pub enum PdfError {
    /// A bundled font could not be read.
    Font,
    /// The parts of the file do not fit together.
    Structure(lopdf::Error),
    /// The file could not be put together in memory.
    Write(std::io::Error),
}

impl From<lopdf::Error> for PdfError {
    fn from(error: lopdf::Error) -> Self {
        Self::Structure(error)
    }
}

/// Writes a document as PDF.
pub fn write(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    finish::finish(writer::draw(document, fonts)?, document)
}
