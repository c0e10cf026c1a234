//! The stand kit as a display list: what stands where, in millimetres.
//!
//! [`kit`] holds what is printed and [`choice`] how, [`qr`] makes the codes, [`layout`] breaks lines over a
//! [`layout::Measure`], and the pages of each part are put together in a file of its own: [`guide`], [`poster`],
//! [`notice`] and `a5` (sheets), [`stickers`], `acquaintance`. Nothing here knows of PDF.

mod a5;
mod acquaintance;
mod canvas;
pub mod card;
pub mod choice;
mod cut;
pub mod emblem;
mod entry;
mod format;
mod grid;
pub mod guide;
pub mod kit;
pub mod layout;
mod masthead;
pub mod notice;
mod picture;
pub mod poster;
pub mod qr;
pub mod sheet;
mod small_print;
mod specimen;
pub mod stickers;
#[cfg(test)]
pub(crate) mod tests;
mod wording;

use self::choice::{Documents, Edge, Paper, Part};
use self::kit::Kit;
use self::layout::Measure;
use self::qr::TooLong;
use self::sheet::{Document, Page};
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
    let pages = parts(kit, measure)?.into_iter().flat_map(|(_, pages)| pages).collect();
    Ok(Document { title: title(kit), printed_on: kit.printed_on, accent: kit.accent, pages })
}

/// The pages of each chosen part, in the order of the file.
///
/// # Errors
/// See [`LayoutError`].
pub fn parts(kit: &Kit, measure: &dyn Measure) -> Result<Vec<(Part, Vec<Page>)>, LayoutError> {
    if let Documents::These(codes) = &kit.choice.documents
        && let Some(code) = codes.iter().find(|code| kit.document(**code).is_none())
    {
        return Err(LayoutError::NoDocument { code: *code });
    }
    let mut parts = Vec::new();
    for part in kit.choice.parts.iter().copied() {
        let pages = match part {
            Part::Poster => poster::pages(kit, measure)?,
            Part::Sheets if kit.choice.paper == Paper::A5 => a5::pages(kit, measure)?,
            Part::Sheets => notice::pages(kit, measure)?,
            Part::Acquaintance => acquaintance::pages(kit, measure)?,
            Part::Stickers => stickers::pages(kit, measure)?,
            // It says what the other parts are, so it is made after them.
            Part::Guide => continue,
        };
        parts.push((part, pages));
    }
    if kit.choice.has(Part::Guide) {
        let contents: Vec<(Part, usize)> = parts.iter().map(|(part, pages)| (*part, pages.len())).collect();
        parts.insert(0, (Part::Guide, guide::pages(kit, &contents, measure)));
    }
    if kit.choice.edge == Edge::PrintShop {
        // Labels are cut already.
        for (_, pages) in parts.iter_mut().filter(|(part, _)| *part != Part::Stickers) {
            *pages = std::mem::take(pages).into_iter().map(cut::marked).collect();
        }
    }
    Ok(parts)
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
