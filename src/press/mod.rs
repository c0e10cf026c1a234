//! A kit from shelf to proved PDF, many kits in one go, and the pictures of pages and of editions.

mod batch;
mod bundle;
mod bundle_kind;
mod card;
mod emblem;
mod name;
mod order;
mod permitted;
mod preview;
mod proof;
mod svg;
mod words;

use std::collections::BTreeSet;
use std::rc::Rc;

pub use batch::{Batch, BatchError, NotPrinted, Scope, Told};
pub use bundle::{Bundle, Merged, Ready, Zip};
pub use bundle_kind::BundleKind;
pub use card::card;
pub use emblem::{InvalidEmblem, emblem};
pub use name::{file_name, of_batch, of_sheet};
pub use order::{Order, print_status};
pub use preview::{fingerprint, preview, size_px};
pub use words::{no_choice, why};

use crate::domain::Code;
use crate::print;
use crate::print::layouts::stickers;
use crate::print::model::choice::{Part, Stock};
use crate::print::model::display_list::{Document, DrawnCode, Page};
use crate::print::model::kit::Kit;
use crate::print::pdf::{Fonts, PdfError};
use crate::print::qr::{Base, Level, Symbol, TooLong};
use crate::print::{LayoutError, pdf};

/// Why nothing was printed.
#[derive(Debug)]
pub enum PressError {
    /// The pages cannot be laid out.
    Layout(LayoutError),
    /// Nothing of what was chosen has a page: no document of it has a published text.
    Nothing,
    /// A code, as it was drawn, does not say its address.
    Unreadable {
        /// The document or organization whose code it is.
        code: Code,
    },
    /// A name or a title has no Kazakh form.
    NotInKazakh {
        /// The document or organization that is named so.
        code: Code,
    },
    /// The fonts lack letters of a name or a title.
    NoLetters {
        /// The document or organization that is named so.
        code: Code,
        /// The letters.
        letters: String,
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

/// A kit that is laid out, and whose every code was read again from the polygon that is drawn.
#[derive(Debug)]
pub struct Proved {
    document: Document,
    organization: Code,
    /// The fonts that measured it: they need not shape its texts a second time.
    fonts: Rc<Fonts>,
}

impl Proved {
    /// The codes that stand on paper once this is given away, and so must live for ever: of documents, and with them
    /// that of the organization, which is a part of each of their addresses.
    pub fn codes(&self) -> Vec<Code> {
        let drawn = self.document.pages.iter().flat_map(Page::codes).map(|code| code.name);
        let mut codes: BTreeSet<Code> = drawn.collect();
        if !codes.is_empty() {
            codes.insert(self.organization);
        }
        codes.into_iter().collect()
    }

    /// The PDF.
    ///
    /// # Errors
    /// A file that cannot be put together.
    pub fn pdf(&self) -> Result<Vec<u8>, PressError> {
        Ok(pdf::write(&self.document, &self.fonts)?)
    }
}

/// A stand kit as the chair chose it, before a byte is given away.
///
/// # Errors
/// See [`PressError`].
pub fn prove(kit: &Kit) -> Result<Proved, PressError> {
    prove_with(kit, &Rc::default())
}

/// The same with fonts that know the texts of earlier kits.
fn prove_with(kit: &Kit, fonts: &Rc<Fonts>) -> Result<Proved, PressError> {
    proved(laid_out(kit, fonts)?, kit.organization.code, fonts)
}

/// Reads every code of these pages again.
fn proved(document: Document, organization: Code, fonts: &Rc<Fonts>) -> Result<Proved, PressError> {
    for code in document.pages.iter().flat_map(Page::codes) {
        proof::prove(code)?;
    }
    Ok(Proved { document, organization, fonts: Rc::clone(fonts) })
}

/// The code with this address, read again from its drawing as a sheet has it.
///
/// # Errors
/// An address that fits into no code, a code that does not say it.
pub fn code(base: &Base, path: &[Code]) -> Result<Symbol, PressError> {
    const SIDE_MM: f32 = 130.0;
    let level = Level::Q;
    let too_long = |TooLong| LayoutError::HostTooLong { limit: base.host_limit(level) };
    let symbol = Symbol::new(&base.address(path), level).map_err(too_long)?;
    if let Some(name) = path.first() {
        proof::prove(&DrawnCode::new(*name, &symbol, (0.0, 0.0), SIDE_MM))?;
    }
    Ok(symbol)
}

/// A stand kit as PDF, as the chair chose it. Every code in it was read again.
///
/// # Errors
/// See [`PressError`].
pub fn kit(kit: &Kit) -> Result<Vec<u8>, PressError> {
    prove(kit)?.pdf()
}

/// The stocks on whose labels one of the kit's documents cannot be named in full.
///
/// # Errors
/// An address that fits into no code.
pub fn too_small(kit: &Kit) -> Result<Vec<Stock>, PressError> {
    let fonts = Fonts::new();
    let of_each = kit.documents.iter().map(|document| stickers::too_small(kit, document, &fonts));
    let of_each = of_each.collect::<Result<Vec<_>, _>>()?.concat();
    Ok(Stock::ALL.iter().copied().filter(|stock| of_each.contains(stock)).collect())
}

fn laid_out(kit: &Kit, fonts: &Fonts) -> Result<Document, PressError> {
    permitted::permit(kit)?;
    let document = print::lay_out(kit, fonts)?;
    if document.pages.is_empty() { Err(PressError::Nothing) } else { Ok(document) }
}

/// The pages of each chosen part, in the order of the file, to be looked at.
///
/// # Errors
/// A kit that cannot be laid out.
pub fn parts(kit: &Kit) -> Result<Vec<(Part, Vec<Page>)>, PressError> {
    permitted::permit(kit)?;
    let parts = print::parts(kit, &Fonts::new())?;
    if parts.iter().all(|(_, pages)| pages.is_empty()) { Err(PressError::Nothing) } else { Ok(parts) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::print::model::display_list::Item;
    use crate::print::model::samples::{document, kit};

    #[test]
    fn one_broken_polygon_and_the_whole_kit_is_refused() {
        let fonts = Rc::default();
        let documents = vec![document(1, "Шарт", "Договор"), document(2, "Жарғы", "Устав")];
        let kit = kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents);
        let whole = laid_out(&kit, &fonts).expect("pages");
        let codes = whole.pages.iter().flat_map(Page::codes).count();
        assert_eq!(codes, 5, "three on the poster, and two sheets");
        for broken in 0..codes {
            let mut torn = whole.clone();
            let items = torn.pages.iter_mut().flat_map(|page| &mut page.items);
            let mut drawn =
                items.filter_map(|item| if let Item::Code(code) = item { Some(code) } else { None });
            let code = drawn.nth(broken).expect("a code");
            code.outlines.drain(..3);
            let name = code.name;
            let refused = proved(torn, kit.organization.code, &fonts).expect_err("a torn code");
            assert!(matches!(refused, PressError::Unreadable { code } if code == name), "{broken}");
        }
        assert_eq!(proved(whole, kit.organization.code, &fonts).expect("a kit").codes().len(), 3);
    }
}
