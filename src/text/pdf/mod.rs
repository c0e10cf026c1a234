//! PDF with a text layer becomes a body: characters with their places make lines, lines make paragraphs.

mod fonts;
mod furniture;
mod glyphs;
mod guard;
mod lines;
mod order;
mod paragraphs;
mod rules;
mod tables;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, Object, output_doc};

use super::body::Body;
use super::refusal::Refusal;
use glyphs::{Glyphs, Page, is_unreadable};

/// The share of characters without a meaning above which a text layer is no text, in percent: fonts without a map
/// to Unicode give little else.
const MAX_UNREADABLE_PERCENT: usize = 10;

/// Reads a PDF. The body is empty when it has no text layer, or one that cannot be understood as a whole: half a
/// text would pass for the whole one.
///
/// # Errors
/// [`Refusal::Encrypted`] when it takes a password to open, [`Refusal::Damaged`] when it has no pages,
/// [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
pub fn read(bytes: &[u8]) -> Result<Body, Refusal> {
    // The library panics on much that is broken; its state is dropped with the document.
    let document = catch_unwind(|| open(bytes)).unwrap_or(Err(Refusal::Damaged))?;
    let pages = catch_unwind(AssertUnwindSafe(|| extract(&document))).unwrap_or_else(|_| Ok(Vec::new()))?;
    let characters = || pages.iter().flat_map(|page| &page.glyphs).flat_map(|glyph| glyph.text.chars());
    let unreadable = characters().filter(|character| is_unreadable(*character)).count();
    if unreadable * 100 > characters().count() * MAX_UNREADABLE_PERCENT {
        return Ok(Body::default());
    }
    let rules = catch_unwind(AssertUnwindSafe(|| rules::read(&document))).unwrap_or_default();
    let sheet = |page: &Page| {
        let grids = rules.get(&page.number).map(|rules| tables::grids(rules)).unwrap_or_default();
        lines::read(page, &grids)
    };
    let mut sheets: Vec<lines::Sheet> = pages.iter().map(sheet).collect();
    furniture::remove(&mut sheets);
    Ok(Body { blocks: paragraphs::read(sheets), ..Body::default() })
}

fn open(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut document = Document::load_mem(bytes).map_err(|_| Refusal::Damaged)?;
    // Loading tries the empty password by itself: what is still closed wants another one.
    if document.trailer.has(b"Encrypt") && document.decrypt("").is_err() {
        return Err(Refusal::Encrypted);
    }
    // The library would look for words in the bytes of pictures.
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Image")
        {
            stream.dict.remove(b"Filter");
            stream.content = Vec::new();
        }
    }
    fonts::prepare(&mut document);
    guard::check(&document)?;
    Ok(document)
}

fn extract(document: &Document) -> Result<Vec<Page>, Refusal> {
    let mut glyphs = Glyphs::default();
    match output_doc(document, &mut glyphs) {
        Ok(()) => Ok(glyphs.pages),
        Err(_) => glyphs.refusal.map_or(Ok(Vec::new()), Err),
    }
}
