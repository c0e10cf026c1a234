//! What is printed, one file a printed thing, as display lists in millimetres. Nothing here knows of PDF.
//!
//! [`guide`], [`poster`], [`sheet`] and `pocket_sheet`, [`stickers`], `signature_sheet` and `ruler` are the parts of a kit;
//! [`card`] is the picture of an edition.

pub mod card;
pub mod guide;
mod pocket_sheet;
pub mod poster;
mod ruler;
pub mod sheet;
mod signature_sheet;
pub mod stickers;
#[cfg(test)]
mod tests;

use crate::domain::Lang;
use crate::phrases::say_with;
use crate::print::model::LayoutError;
use crate::print::model::choice::{Documents, Edge, Paper, Part};
use crate::print::model::display_list::{Document, Page};
use crate::print::model::kit::Kit;
use crate::print::model::style::Measure;
use crate::print::typeset::crop_marks;

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
            Part::Sheets if kit.choice.paper == Paper::A5 => pocket_sheet::pages(kit, measure)?,
            Part::Sheets => sheet::pages(kit, measure)?,
            Part::SignatureSheet => signature_sheet::pages(kit, measure)?,
            Part::Stickers => stickers::pages(kit, measure)?,
            Part::Ruler => ruler::pages(kit, measure),
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
            *pages = std::mem::take(pages).into_iter().map(crop_marks::marked).collect();
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
