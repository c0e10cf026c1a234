//! The stand kit as a display list: what stands where, in millimetres.
//!
//! [`kit`] holds what is printed, [`qr`] makes the codes, [`layout`] breaks lines over a [`layout::Measure`], and the
//! pages are put together in [`guide`], [`poster`] and [`notice`]. Nothing here knows of PDF.

mod canvas;
pub mod card;
pub mod choice;
pub mod emblem;
pub mod guide;
pub mod kit;
pub mod layout;
pub mod notice;
pub mod poster;
pub mod qr;
pub mod sheet;
mod specimen;
#[cfg(test)]
pub(crate) mod tests;

use self::choice::{Documents, Part};
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

/// The kit as the chair chose it.
///
/// # Errors
/// See [`LayoutError`].
pub fn lay_out(kit: &Kit, measure: &dyn Measure) -> Result<Document, LayoutError> {
    if let Documents::These(codes) = &kit.choice.documents
        && let Some(code) = codes.iter().find(|code| kit.document(**code).is_none())
    {
        return Err(LayoutError::NoDocument { code: *code });
    }
    let poster = if kit.choice.has(Part::Poster) { poster::pages(kit, measure)? } else { Vec::new() };
    let mut sheets = Vec::new();
    for document in kit.chosen().filter(|_| kit.choice.has(Part::Sheets)) {
        sheets.push(notice::page(kit, document, measure)?);
    }
    let mut pages = Vec::new();
    if kit.choice.has(Part::Guide) {
        pages = guide::pages(kit, guide::Contents { poster: poster.len(), sheets: sheets.len() }, measure);
    }
    pages.extend(poster);
    pages.extend(sheets);
    Ok(Document { title: title(kit), printed_on: kit.printed_on, accent: kit.accent, pages })
}

/// What the file is called: the one document in it, else the kit.
fn title(kit: &Kit) -> String {
    let mut chosen = kit.chosen();
    match (chosen.next(), chosen.next()) {
        (Some(only), None) if kit.choice.parts == [Part::Sheets] => only.heading(Lang::Kk, &kit.organization),
        _ => say_with(Lang::Kk, "stand-file-kit", &[("name", kit.organization.name(Lang::Kk).into())]),
    }
}

/// The code of a document, or of the shelf when there is none, on this kit's stand.
fn symbol(kit: &Kit, document: Option<Code>) -> Result<qr::Symbol, LayoutError> {
    let path: Vec<Code> = document.into_iter().chain([kit.organization.code]).collect();
    qr::Symbol::new(&kit.base.address(&path), kit.choice.level)
        .map_err(|TooLong| LayoutError::HostTooLong { limit: kit.base.host_limit(kit.choice.level) })
}
