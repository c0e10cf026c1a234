//! Footnotes and endnotes: what a reference in the text leads to.

use super::flow::Flow;
use super::xml::Element;
use crate::text::body::Note;
use crate::text::refusal::Refusal;

impl Flow<'_> {
    /// Reads the note that a reference names, and gives its number in the body. Without a sign of its own it shows that.
    pub(super) fn read_note(&mut self, reference: &Element, sign: &str) -> Result<Option<u32>, Refusal> {
        let kind =
            if &*reference.name == "footnoteReference" { "footnoteReference" } else { "endnoteReference" };
        let id = reference.attribute("id").unwrap_or_default().to_owned();
        let Some(note) = self.notes.get(&(kind, id)).copied().filter(|_| !self.in_note) else {
            return Ok(None);
        };
        self.count_block()?;
        let number = self.read_notes.len() as u32 + 1;
        let own = (!sign.is_empty()).then(|| sign.to_owned());
        self.read_notes.push(Note { number, sign: own, content: Vec::new() });
        let mut blocks = Vec::new();
        self.in_note = true;
        let read = self.apart(note, &mut blocks);
        self.in_note = false;
        read?;
        self.read_notes[number as usize - 1].fill(blocks);
        Ok(Some(number))
    }
}
