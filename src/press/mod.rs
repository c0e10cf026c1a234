//! A kit from shelf to proved PDF, and the pictures of editions.

mod card;
mod order;
mod proof;

pub use card::card;
pub use order::Order;

use crate::domain::Code;
use crate::pdf::{self, Fonts, PdfError};
use crate::stand::kit::Kit;
use crate::stand::sheet::Document;
use crate::stand::{self, LayoutError};

/// Why nothing was printed.
#[derive(Debug)]
pub enum PressError {
    /// The pages cannot be laid out.
    Layout(LayoutError),
    /// A code, as it was drawn, does not say its address.
    Unreadable {
        /// The document or organization whose code it is.
        code: Code,
    },
    /// The file cannot be written.
    Pdf(PdfError),
    /// A picture cannot be drawn.
    Picture,
}

impl From<LayoutError> for PressError {
    fn from(error: LayoutError) -> Self {
        Self::Layout(error)
    }
}

impl From<PdfError> for PressError {
    fn from(error: PdfError) -> Self {
        Self::Pdf(error)
    }
}

/// The stand kit of an organization as PDF: guide, poster, and a sheet for every document with a published text.
///
/// Every code in it was read again from the polygon that is drawn, before a byte is given away.
pub fn kit(kit: &Kit) -> Result<Vec<u8>, PressError> {
    let fonts = Fonts::new();
    print(&stand::whole(kit, &fonts)?, &fonts)
}

/// The sheet of one document of the kit as PDF, whether or not it has a published text yet.
pub fn sheet(kit: &Kit, code: Code) -> Result<Vec<u8>, PressError> {
    let fonts = Fonts::new();
    print(&stand::single(kit, code, &fonts)?, &fonts)
}

fn print(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PressError> {
    for code in document.pages.iter().flat_map(|page| page.codes()) {
        proof::prove(code)?;
    }
    Ok(pdf::write(document, fonts)?)
}
