//! Footnotes and endnotes: what a reference in the text leads to.

use super::flow::Flow;
use super::xml::Element;
use crate::text::body::{Block, Note, Span};
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
        let mut content = Vec::new();
        for block in blocks {
            gather(block, &mut content);
        }
        // The note repeats its own sign in front of its words.
        if let Some(first) = content.first_mut()
            && let Some(rest) = first.text.strip_prefix(sign)
        {
            first.text = rest.trim_start().to_owned();
            if first.text.is_empty() && first.note.is_none() {
                content.remove(0);
            }
        }
        if let Some(first) = content.first_mut() {
            first.text.drain(..first.text.len() - first.text.trim_start().len());
        }
        self.read_notes[number as usize - 1].content = content;
        Ok(Some(number))
    }
}

/// The words of a note's blocks, one block a line.
fn gather(block: Block, content: &mut Vec<Span>) {
    match block {
        Block::Heading { label, content: spans, .. } | Block::Paragraph { label, content: spans, .. } => {
            if !content.is_empty() {
                content.push(Span::plain("\n"));
            }
            content.extend(label.map(|label| Span::plain(format!("{label} "))));
            content.extend(spans);
        }
        Block::Table { rows } => {
            let cells = rows.into_iter().flat_map(|row| row.cells);
            cells.flat_map(|cell| cell.blocks).for_each(|block| gather(block, content));
        }
        Block::Picture => {}
    }
}
