//! Footnotes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Block, Span, line};

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its number in the body, from 1. Those with a sign of their own come after all others, and show no number.
    pub number: u32,
    /// The sign that stands for it in place of a number, such as `*`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign: Option<String>,
    /// Its words.
    pub content: Vec<Span>,
}

impl Note {
    /// What stands before it: its own sign, or its number in brackets.
    pub fn mark(&self) -> Cow<'_, str> {
        match &self.sign {
            Some(sign) => Cow::Borrowed(sign),
            None => Cow::Owned(format!("[{}]", self.number)),
        }
    }

    /// The words on one line.
    pub fn line(&self) -> String {
        line(None, &self.content)
    }

    /// Gives the note the words of these blocks. A sign of its own that they repeat, once or more, is left out.
    pub fn fill(&mut self, blocks: Vec<Block>) {
        blocks.into_iter().for_each(|block| gather(block, &mut self.content));
        let sign = self.sign.as_deref().filter(|sign| !sign.is_empty());
        while let Some(first) = self.content.first_mut() {
            let text = first.text.trim_start();
            let behind = sign.and_then(|sign| text.strip_prefix(sign));
            let has_sign = behind.is_some();
            first.text = behind.unwrap_or(text).trim_start().to_owned();
            let is_empty = first.text.is_empty() && first.note.is_none();
            if is_empty {
                self.content.remove(0);
            } else if !has_sign {
                break;
            }
        }
    }
}

/// Appends the words of a block, one block a line.
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
        Block::Picture | Block::ScannedPage(_) => {}
    }
}
