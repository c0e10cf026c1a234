//! DOCX (ISO/IEC 29500, Transitional and Strict) becomes a body: its own reader, because numbers and headings of
//! laws live in `numbering.xml` and `styles.xml`, which general readers leave out.

mod field;
mod flow;
mod inline;
mod numbering;
mod numerals;
pub(super) mod package;
mod styles;
mod symbols;
#[cfg(test)]
mod tests;
mod xml;

use flow::{Flow, Parts};
use numbering::Numbering;
use package::Package;
use styles::Styles;

use std::collections::HashMap;

use super::body::Body;
use super::refusal::Refusal;

/// A document as it was read, before its numbers are looked at.
#[derive(Debug)]
pub struct Document {
    /// Its words.
    pub body: Body,
    /// Before which block each bookmark stands.
    pub bookmarks: HashMap<String, usize>,
}

/// Reads a DOCX.
///
/// # Errors
/// Any [`Refusal`] but [`Refusal::UnknownType`].
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let parts = package.parts()?;
    let mut part = |name: Option<&str>| match name {
        Some(name) => package.tree(name),
        None => Ok(None),
    };
    let document = part(Some(&parts.document))?.ok_or(Refusal::Damaged)?;
    let styles = part(parts.styles.as_deref())?.map(|part| Styles::read(&part)).unwrap_or_default();
    let numbering = part(parts.numbering.as_deref())?.map(|part| Numbering::read(&part)).unwrap_or_default();
    let footnotes = part(parts.footnotes.as_deref())?;
    let endnotes = part(parts.endnotes.as_deref())?;
    let body = document.child("body").ok_or(Refusal::Damaged)?;
    let parts = Parts {
        styles: &styles,
        links: &parts.links,
        footnotes: footnotes.as_ref(),
        endnotes: endnotes.as_ref(),
    };
    Flow::new(parts, numbering).read(body)
}
