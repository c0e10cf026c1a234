//! A run of paragraphs: the text, a note or a box.

use super::table::Table;
use crate::text::body::{Block, Span};
use crate::text::line::Line;
use crate::text::outline::is_title;

/// The deepest list.
const MAX_DEPTH: u8 = 9;

/// A run of paragraphs.
#[derive(Debug, Default)]
pub struct Flow {
    /// What was read.
    pub blocks: Vec<Block>,
    /// The blocks of the cell that is being read.
    pub cell: Vec<Block>,
    /// The table that is being read.
    pub table: Table,
    /// The paragraph that is being read.
    pub line: Line,
    /// Its number, as the program that saved the file computed it.
    pub label: String,
    /// What is known of it.
    pub paragraph: Paragraph,
    /// Its text boxes, each with its height and left edge.
    pub boxes: Vec<((i32, i32), Vec<Block>)>,
}

/// The properties of a paragraph.
#[derive(Debug, Clone, Copy, Default)]
pub struct Paragraph {
    /// Its outline level, from 0; 9 is body text.
    pub outline: Option<u8>,
    /// Whether it stands in the middle of the page.
    pub is_centred: bool,
    /// Whether it is of the style of titles.
    pub is_title: bool,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Its level in a list, from 0.
    pub depth: u8,
}

impl Flow {
    /// Ends a paragraph; whether it is a heading. The first heading without a level is the title, unless there was one.
    pub fn end_line(&mut self, in_table: bool, titled: bool) -> bool {
        let mut line = std::mem::take(&mut self.line);
        // Programs write boxes in the order of their layers.
        self.boxes.sort_by_key(|(place, _)| *place);
        line.floats.extend(self.boxes.drain(..).flat_map(|(_, blocks)| blocks));
        line.trim();
        line.settle();
        let label = std::mem::take(&mut self.label).trim().to_owned();
        let label = (!label.is_empty()).then_some(label);
        if !in_table {
            self.end_table();
        }
        let level = match self.paragraph.outline.filter(|level| *level < MAX_DEPTH) {
            _ if in_table || line.spans.is_empty() => None,
            _ if self.paragraph.is_title => Some(1),
            Some(level) => Some((level + 1).min(6)),
            None if self.paragraph.is_centred && label.is_none() && is_title(&line.spans) => {
                Some(1 + u8::from(titled))
            }
            None => None,
        };
        let depth = if label.is_some() { self.paragraph.depth.min(MAX_DEPTH - 1) + 1 } else { 0 };
        let into = if in_table { &mut self.cell } else { &mut self.blocks };
        if !line.spans.is_empty() || label.is_some() {
            let content = line.spans;
            into.push(match level {
                Some(level) => {
                    Block::Heading { level, anchor: None, label, content: Span::of_heading(content) }
                }
                None => Block::Paragraph { anchor: None, label, depth, content },
            });
        }
        into.append(&mut line.floats);
        level.is_some()
    }

    fn end_table(&mut self) {
        if !self.table.is_empty() {
            let edges = std::mem::take(&mut self.table);
            self.blocks.extend(edges.finish());
            self.blocks.append(&mut self.cell);
        }
    }

    /// The blocks of the whole run.
    pub fn finish(mut self) -> Vec<Block> {
        self.end_table();
        self.blocks
    }
}
