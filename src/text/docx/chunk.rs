//! Files that stand in place of paragraphs (alternative format import, ISO/IEC 29500-1, 17.17.2): programs that make
//! documents leave them to Word, which reads them once and saves them as paragraphs.

use super::flow::Flow;
use super::package::Package;
use super::xml::Element;
use crate::text::body::{Block, Body};
use crate::text::html;
use crate::text::message;
use crate::text::refusal::Refusal;
use crate::text::rtf;
use crate::text::sniff::ZIP;

/// Reads such a file: HTML, also within a message, RTF, plain text, or another document; none for other kinds.
pub fn read(bytes: &[u8], within: u8) -> Option<Body> {
    if bytes.starts_with(ZIP) {
        let is_document = Package::open(bytes).and_then(|mut package| package.is_document());
        return is_document
            .ok()?
            .then(|| super::read_within(bytes, within + 1).ok())?
            .map(|document| document.body);
    }
    if bytes.starts_with(br"{\rtf") {
        return rtf::read(bytes).ok().map(|document| document.body);
    }
    if message::is_message(bytes) {
        return message::page(bytes).map(|page| html::read(&page));
    }
    if html::is_html(bytes) {
        return Some(html::read(bytes));
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let is_text = !text.contains(|sign: char| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'));
    is_text.then(|| html::plain(text))
}

impl Flow<'_> {
    /// Takes over what the file says that stands here.
    pub(super) fn chunk(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let id = element.attribute("id").unwrap_or_default();
        let Some(Some(body)) = self.chunks.remove(id) else {
            self.noticed.embedded = true;
            return Ok(());
        };
        let before = self.read_notes.len() as u32;
        let mut body = body;
        body.for_each_span(|span| span.note = span.note.map(|number| number + before));
        for _ in &body.blocks {
            self.count_block()?;
        }
        self.noticed.take(body.warnings);
        blocks.append(&mut body.blocks);
        self.read_notes.extend(body.notes.into_iter().map(|mut note| {
            note.number += before;
            note
        }));
        Ok(())
    }
}
