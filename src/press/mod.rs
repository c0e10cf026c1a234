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

/// A stand kit as PDF, as the chair chose it.
///
/// Every code in it was read again from the polygon that is drawn, before a byte is given away.
///
/// # Errors
/// See [`PressError`].
pub fn kit(kit: &Kit) -> Result<Vec<u8>, PressError> {
    let fonts = Fonts::new();
    print(&stand::lay_out(kit, &fonts)?, &fonts)
}

fn print(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PressError> {
    for code in document.pages.iter().flat_map(|page| page.codes()) {
        proof::prove(code)?;
    }
    Ok(pdf::write(document, fonts)?)
}
