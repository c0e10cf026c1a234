//! The flow of a document: paragraphs, headings, lists, tables and sections, in order.

use std::collections::HashMap;

use super::lists::{HEADINGS, Lists};
use super::styles::Styles;
use crate::text::body::{Block, Body, Cell, Note, Row, Span};
use crate::text::docx::look::Look;
use crate::text::docx::noticed::Noticed;
use crate::text::docx::xml::Element;
use crate::text::limits::{MAX_BLOCKS, MAX_COLUMNS, MAX_TABLE_NESTING};
use crate::text::line::Line;
use crate::text::outline::is_title;
use crate::text::reading::Document;
use crate::text::refusal::{Measure, Refusal};

/// The size of a page without one of its own, in points.
pub const A4: (f64, f64) = (595.3, 841.9);

/// A document being read.
pub struct Flow<'d> {
    pub(super) styles: &'d Styles,
    lists: Lists,
    /// The lists around, the innermost last.
    open: Vec<OpenList>,
    /// The number that waits for the first paragraph of its item.
    label: Option<String>,
    pub(super) notes: Vec<Note>,
    pub(super) noticed: Noticed,
    pub(super) link: Option<String>,
    /// Cells and boxes with a colour around what is being read.
    pub(super) coloured: u32,
    pub(super) in_note: bool,
    bookmarks: HashMap<String, usize>,
    /// Where the next block of the main flow stands; none within cells, boxes and notes.
    place: Option<usize>,
    tables: u64,
    blocks: u64,
    titled: bool,
}

#[derive(Debug, Clone)]
struct OpenList {
    list: usize,
    style: String,
}

impl<'d> Flow<'d> {
    /// A document that has not been read yet.
    pub fn new(styles: &'d Styles, lists: Lists) -> Self {
        Self {
            styles,
            lists,
            open: Vec::new(),
            label: None,
            notes: Vec::new(),
            noticed: Noticed::default(),
            link: None,
            coloured: 0,
            in_note: false,
            bookmarks: HashMap::new(),
            place: Some(0),
            tables: 0,
            blocks: 0,
            titled: false,
        }
    }

    /// Reads the document's body.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
    pub fn read(mut self, text: &Element) -> Result<Document, Refusal> {
        self.noticed.changed = text.find("changed-region").is_some();
        let mut blocks = Vec::new();
        self.blocks(text, &mut blocks)?;
        let mut body = Body { blocks, notes: self.notes, ..Body::default() };
        body.number_notes();
        self.noticed.tell(&mut body);
        Ok(Document { body, bookmarks: self.bookmarks })
    }

    fn blocks(&mut self, parent: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        for child in &parent.children {
            match &*child.name {
                "p" | "h" => self.paragraph(child, blocks)?,
                "list" => self.list(child, blocks)?,
                "table" => self.table(child, blocks)?,
                "frame" => {
                    let mut line = Line::default();
                    self.frame(child, &mut line)?;
                    blocks.append(&mut line.floats);
                }
                "bookmark" | "bookmark-start" => self.bookmark(child),
                // What was deleted, and what only says how something is made.
                "" | "tracked-changes" | "forms" | "sequence-decls" | "variable-decls"
                | "user-field-decls" => {}
                name if name.ends_with("-source") => {}
                "section" if child.attribute("display") == Some("none") => self.hide(child),
                _ => self.blocks(child, blocks)?,
            }
            if self.place.is_some() {
                self.place = Some(blocks.len());
            }
        }
        Ok(())
    }

    /// Notes the words of a section that is not shown.
    fn hide(&mut self, section: &Element) {
        if section.name.is_empty() {
            self.noticed.hide(&section.text);
        }
        section.children.iter().for_each(|child| self.hide(child));
    }

    /// Notes where a bookmark of the main flow stands.
    pub(super) fn bookmark(&mut self, element: &Element) {
        if let (Some(name), Some(place)) = (element.attribute("name"), self.place) {
            self.bookmarks.insert(name.to_owned(), place);
        }
    }

    /// Reads what stands apart from the surrounding flow: a cell, a text box or a note.
    pub(super) fn apart(&mut self, parent: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let place = self.place.take();
        let open = std::mem::take(&mut self.open);
        let (label, link) = (self.label.take(), self.link.take());
        self.blocks(parent, blocks)?;
        (self.place, self.open, self.label, self.link) = (place, open, label, link);
        Ok(())
    }

    fn paragraph(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        self.count_block()?;
        let style = element.attribute("style-name");
        let look = self.styles.styled("paragraph", style, &Look::default());
        let mut line = Line::default();
        self.inline(element, &look, &mut line)?;
        self.noticed.end_place();
        line.trim();
        line.settle();
        let level = element.attribute("outline-level").and_then(|level| level.parse::<u8>().ok());
        let heading = level.filter(|_| &*element.name == "h").map(|level| level.clamp(1, 6));
        let label = match heading {
            Some(level) => self.label.take().or_else(|| self.heading_number(element, level)),
            None => self.label.take(),
        };
        let label = label.filter(|label| !label.is_empty());
        let label = label.map(|label| if look.are_capitals() { label.to_uppercase() } else { label });
        let is_shown = !line.spans.is_empty() || label.is_some();
        let heading = match heading {
            _ if self.tables > 0 || line.spans.is_empty() => None,
            Some(level) => Some(level),
            None if self.styles.is_title(style) => Some(1),
            None if label.is_none() && self.styles.is_centred(style) && is_title(&line.spans) => {
                Some(1 + u8::from(self.titled))
            }
            None => None,
        };
        self.titled |= heading.is_some();
        let depth = if label.is_some() { self.open.len().max(1) as u8 } else { 0 };
        let mut content = line.spans;
        if is_shown {
            let (label, depth) = match label {
                Some(label) if look.is_struck() && content.iter().all(|span| span.is_struck) => {
                    content.insert(0, Span { is_struck: true, ..Span::plain(label + " ") });
                    (None, depth)
                }
                label => (label, depth),
            };
            blocks.push(match heading {
                Some(level) => {
                    Block::Heading { level, anchor: None, label, content: Span::of_heading(content) }
                }
                None => Block::Paragraph { anchor: None, label, depth, content },
            });
        }
        blocks.append(&mut line.floats);
        Ok(())
    }

    fn heading_number(&mut self, element: &Element, level: u8) -> Option<String> {
        if element.attribute("is-list-header") == Some("true") {
            return None;
        }
        let list = self.lists.headings();
        let start = element.attribute("start-value").and_then(|start| start.parse().ok());
        Some(self.lists.next(list, HEADINGS, usize::from(level) - 1, start))
    }

    fn list(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let around = self.open.last().cloned();
        let own = element.attribute("style-name").map(str::to_owned);
        let open = match around {
            Some(around) => OpenList { style: own.unwrap_or(around.style), ..around },
            None => {
                let style = own.unwrap_or_default();
                OpenList { list: self.lists.open(element, &style), style }
            }
        };
        let level = self.open.len();
        self.open.push(open.clone());
        for item in &element.children {
            match &*item.name {
                "list-item" => {
                    let begins = item.children.iter().find(|child| !child.name.is_empty());
                    // An item that only holds a list is a step down, not an item.
                    if begins.is_some_and(|first| &*first.name != "list") {
                        let start = item.attribute("start-value").and_then(|start| start.parse().ok());
                        self.label = Some(self.lists.next(open.list, &open.style, level, start));
                    }
                    self.blocks(item, blocks)?;
                    self.label = None;
                }
                "list-header" => self.blocks(item, blocks)?,
                _ => {}
            }
        }
        self.open.pop();
        Ok(())
    }

    fn table(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        self.count_block()?;
        self.tables += 1;
        if self.tables > MAX_TABLE_NESTING {
            return Err(Refusal::TooDeep { limit: MAX_TABLE_NESTING });
        }
        let mut rows = Vec::new();
        self.rows(element, &mut rows)?;
        self.tables -= 1;
        if !rows.is_empty() {
            blocks.push(Block::Table { rows });
        }
        Ok(())
    }

    fn rows(&mut self, parent: &Element, rows: &mut Vec<Row>) -> Result<(), Refusal> {
        for child in &parent.children {
            match &*child.name {
                "table-row" => {
                    let mut row = Row::default();
                    self.cells(child, &mut row)?;
                    if !row.cells.is_empty() {
                        rows.push(row);
                    }
                }
                "table-header-rows" | "table-rows" | "table-row-group" => self.rows(child, rows)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, row: &Element, into: &mut Row) -> Result<(), Refusal> {
        // Columns that the cell before covers within its row; what a cell above covers is an empty one.
        let mut covered = 0;
        for child in &row.children {
            let count =
                |name: &str| child.attribute(name).and_then(|count| count.parse::<u16>().ok()).unwrap_or(1);
            let times = count("number-columns-repeated").clamp(1, MAX_COLUMNS);
            match &*child.name {
                "table-cell" => {
                    for _ in 0..times {
                        self.count_block()?;
                        let columns = count("number-columns-spanned").clamp(1, MAX_COLUMNS);
                        let style = child.attribute("style-name");
                        let is_coloured =
                            self.styles.styled("table-cell", style, &Look::default()).shaded == Some(true);
                        let mut cell = Cell { columns, blocks: Vec::new() };
                        self.coloured += u32::from(is_coloured);
                        self.apart(child, &mut cell.blocks)?;
                        self.coloured -= u32::from(is_coloured);
                        into.cells.push(cell);
                        covered = columns - 1;
                    }
                }
                "covered-table-cell" => {
                    for _ in 0..times {
                        if covered > 0 {
                            covered -= 1;
                        } else {
                            into.cells.push(Cell { columns: 1, blocks: Vec::new() });
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Counts one more block.
    pub(super) fn count_block(&mut self) -> Result<(), Refusal> {
        self.blocks += 1;
        Refusal::above(Measure::Blocks, self.blocks, MAX_BLOCKS)
    }
}
