//! DOCX (ISO/IEC 29500, Transitional and Strict) becomes a body: its own reader, because numbers and headings of
//! laws live in `numbering.xml` and `styles.xml`, which general readers leave out.

mod chunk;
pub(super) mod field;
mod float;
mod flow;
mod formula;
mod inline;
pub(super) mod look;
pub(super) mod measures;
mod notes;
pub(super) mod noticed;
mod numbering;
pub(super) mod numerals;
mod oldfont;
pub(super) mod package;
mod styles;
mod symbols;
mod table;
#[cfg(test)]
mod tests;
pub(super) mod xml;

use std::collections::{HashMap, HashSet};

use flow::{Flow, Parts};
use numbering::Numbering;
use package::Package;
use styles::Styles;
use xml::Element;

use super::body::Body;
use super::reading::Document;
use super::refusal::Refusal;

/// Documents within documents that are read: a document, and what stands in it.
const MAX_WITHIN: u8 = 1;

/// Reads a DOCX.
///
/// # Errors
/// Any [`Refusal`] but [`Refusal::UnknownType`].
pub fn read(bytes: &[u8]) -> Result<Document, Refusal> {
    read_within(bytes, 0)
}

/// Reads a DOCX that stands in so many others.
fn read_within(bytes: &[u8], within: u8) -> Result<Document, Refusal> {
    let mut package = Package::open(bytes)?;
    let parts = package.parts()?;
    let document = package.tree(&parts.document)?.ok_or(Refusal::Damaged)?;
    let chunks = chunks(&mut package, &parts.chunks, within)?;
    let diagrams = diagrams(&mut package, &parts.diagrams)?;
    let openings = openings(&mut package, &parts, &document)?;
    let mut part = |name: Option<&str>| match name {
        Some(name) => package.tree(name),
        None => Ok(None),
    };
    let styles = part(parts.styles.as_deref())?.map(|part| Styles::read(&part)).unwrap_or_default();
    let numbering = part(parts.numbering.as_deref())?.map(|part| Numbering::read(&part)).unwrap_or_default();
    let footnotes = part(parts.footnotes.as_deref())?;
    let endnotes = part(parts.endnotes.as_deref())?;
    let parts = Parts {
        styles: &styles,
        links: &parts.links,
        footnotes: footnotes.as_ref(),
        endnotes: endnotes.as_ref(),
        openings: &openings,
        diagrams: &diagrams,
        chunks,
    };
    Flow::new(parts, numbering).read(&document)
}

/// The files that stand in place of paragraphs; none for one that cannot be read.
fn chunks(
    package: &mut Package<'_>,
    names: &HashMap<String, String>,
    within: u8,
) -> Result<HashMap<String, Option<Body>>, Refusal> {
    let mut chunks = HashMap::new();
    for (id, name) in names {
        let bytes = package.bytes(name)?;
        chunks.insert(
            id.clone(),
            bytes.filter(|_| within < MAX_WITHIN).and_then(|bytes| chunk::read(&bytes, within)),
        );
    }
    Ok(chunks)
}

/// What diagrams say.
fn diagrams(
    package: &mut Package<'_>,
    names: &HashMap<String, String>,
) -> Result<HashMap<String, Element>, Refusal> {
    let mut diagrams = HashMap::new();
    for (id, name) in names {
        diagrams.extend(package.tree(name)?.map(|diagram| (id.clone(), diagram)));
    }
    Ok(diagrams)
}

/// What stands above the first page of each section alone: often the words by which a document was approved. What stands
/// above the other pages as well is a running head.
fn openings(
    package: &mut Package<'_>,
    parts: &package::Parts,
    document: &Element,
) -> Result<Vec<Option<Element>>, Refusal> {
    let mut sections = Vec::new();
    document.find_all("sectPr", &mut sections);
    let words = |part: &Element| part.words().split_whitespace().collect::<String>();
    let mut known = HashSet::new();
    let mut openings = Vec::new();
    for section in sections {
        let mut header = |kind: &str| {
            let mut references = section.children_named("headerReference");
            let reference = references.find(|reference| reference.attribute("type") == Some(kind));
            match reference.and_then(|reference| parts.headers.get(reference.attribute("id")?)) {
                Some(name) => package.tree(name),
                None => Ok(None),
            }
        };
        known.extend(header("default")?.as_ref().map(words));
        let first = if section.toggle("titlePg") == Some(true) { header("first")? } else { None };
        openings.push(first.filter(|first| known.insert(words(first))));
    }
    Ok(openings)
}
