//! The stand kit as a display list: what stands where, in millimetres.
//!
//! [`kit`] holds what is printed, [`qr`] makes the codes, [`layout`] breaks lines over a [`layout::Measure`], and the
//! pages are put together in [`guide`], [`poster`] and [`notice`]. Nothing here knows of PDF.

mod canvas;
pub mod card;
pub mod guide;
pub mod kit;
pub mod layout;
pub mod notice;
pub mod poster;
pub mod qr;
pub mod sheet;
mod specimen;
#[cfg(test)]
mod tests;

use self::kit::Kit;
use self::layout::Measure;
use self::qr::TooLong;
use self::sheet::Document;
use crate::domain::{Code, Lang};
use crate::phrases::say_with;

/// Why a kit cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutError {
    /// The host fits in no code at the level that was asked for.
    HostTooLong {
        /// Most characters that a host may have, its port included.
        limit: usize,
    },
    /// The titles and names of a document do not fit on a page, however small they are set.
    TitleTooLong {
        /// The document.
        code: Code,
    },
    /// The shelf has no document with this code.
    NoDocument {
        /// What was asked for.
        code: Code,
    },
}

/// The whole kit: the guide, the poster, and a sheet for every document with a published text.
pub fn whole(kit: &Kit, measure: &dyn Measure) -> Result<Document, LayoutError> {
    let poster = poster::pages(kit, measure)?;
    let mut sheets = Vec::new();
    for document in kit.published() {
        sheets.push(notice::page(kit, document, measure)?);
    }
    let mut pages =
        guide::pages(kit, guide::Contents { poster: poster.len(), sheets: sheets.len() }, measure);
    pages.extend(poster);
    pages.extend(sheets);
    let title = say_with(Lang::Kk, "stand-file-kit", &[("name", kit.organization.name(Lang::Kk).into())]);
    Ok(Document { title, printed_on: kit.printed_on, pages })
}

/// The sheet of one document, whether or not it has a published text yet.
pub fn single(kit: &Kit, code: Code, measure: &dyn Measure) -> Result<Document, LayoutError> {
    let document = kit.document(code).ok_or(LayoutError::NoDocument { code })?;
    Ok(Document {
        title: document.heading(Lang::Kk, &kit.organization),
        printed_on: kit.printed_on,
        pages: vec![notice::page(kit, document, measure)?],
    })
}

/// The code of a document, or of the shelf when there is none, on this kit's stand.
fn symbol(kit: &Kit, document: Option<Code>) -> Result<qr::Symbol, LayoutError> {
    let path: Vec<Code> = document.into_iter().chain([kit.organization.code]).collect();
    qr::Symbol::new(&kit.base.address(&path), kit.level)
        .map_err(|TooLong| LayoutError::HostTooLong { limit: kit.base.host_limit(kit.level) })
}
