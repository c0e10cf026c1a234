//! The flow of a document: paragraphs, lists, tables and notes, in order.

use std::collections::HashMap;

use super::Document;
use super::field::Field;
use super::inline::Line;
use super::numbering::Numbering;
use super::styles::{self, Look, Styles};
use super::xml::{Element, Space};
use crate::text::body::{Block, Body, Cell, Note, Row, Span, Warning};
use crate::text::limits::{MAX_BLOCKS, MAX_COLUMNS, MAX_TABLE_NESTING};
use crate::text::outline::is_title;
use crate::text::refusal::{Measure, Refusal};

/// What a document is read with.
pub struct Parts<'d> {
    /// Its styles.
    pub styles: &'d Styles,
    /// The addresses of its hyperlinks by the relationship's identifier.
    pub links: &'d HashMap<String, String>,
    /// Its footnotes.
    pub footnotes: Option<&'d Element>,
    /// Its endnotes.
    pub endnotes: Option<&'d Element>,
}

/// A document being read.
pub struct Flow<'d> {
    pub(super) styles: &'d Styles,
    pub(super) links: &'d HashMap<String, String>,
    numbering: Numbering,
    /// The notes by the kind of their reference and their identifier.
    notes: HashMap<(&'static str, String), &'d Element>,
    read_notes: Vec<Note>,
    /// The fields that are open, the innermost last.
    pub(super) fields: Vec<Field>,
    /// Where the hyperlink leads whose words are being read.
    pub(super) link: Option<String>,
    /// Bookmarks of the main flow that wait for their block, and those that have one.
    open_bookmarks: Vec<String>,
    bookmarks: HashMap<String, usize>,
    /// How many cells, text boxes and notes are around what is being read.
    asides: u64,
    /// Blocks of the main flow whose bookmarks are known.
    placed: usize,
    changed: bool,
    /// Words whose paragraph mark was deleted: they belong to the next paragraph.
    carried: Vec<Span>,
    tables: u64,
    blocks: u64,
    in_note: bool,
    /// Whether there has been a heading: the first one without a style is the title.
    titled: bool,
}

impl<'d> Flow<'d> {
    /// A document that has not been read yet.
    pub fn new(parts: Parts<'d>, numbering: Numbering) -> Self {
        let mut notes = HashMap::new();
        for (part, name, reference) in [
            (parts.footnotes, "footnote", "footnoteReference"),
            (parts.endnotes, "endnote", "endnoteReference"),
        ] {
            for note in part.iter().flat_map(|part| part.children_named(name)) {
                if let Some(id) = note.attribute("id") {
                    notes.insert((reference, id.to_owned()), note);
                }
            }
        }
        Self {
            styles: parts.styles,
            links: parts.links,
            numbering,
            notes,
            read_notes: Vec::new(),
            fields: Vec::new(),
            link: None,
            open_bookmarks: Vec::new(),
            bookmarks: HashMap::new(),
            asides: 0,
            placed: 0,
            changed: [parts.footnotes, parts.endnotes].into_iter().flatten().any(Element::is_changed),
            carried: Vec::new(),
            tables: 0,
            blocks: 0,
            in_note: false,
            titled: false,
        }
    }

    /// Reads the document's body.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
    pub fn read(mut self, body: &Element) -> Result<Document, Refusal> {
        let mut blocks = Vec::new();
        self.blocks(body, &mut blocks)?;
        self.flush(&mut blocks);
        let changed = self.changed || body.is_changed();
        let warnings = changed.then_some(Warning::OpenChanges).into_iter().collect();
        let body = Body { blocks, notes: self.read_notes, warnings };
        Ok(Document { body, bookmarks: self.bookmarks })
    }

    /// Reads paragraphs and tables, in whatever they are wrapped.
    fn blocks(&mut self, parent: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        for child in &parent.children {
            match (child.space, &*child.name) {
                (Space::Word, "p") => self.paragraph(child, blocks)?,
                (Space::Word, "tbl") => self.table(child, blocks)?,
                (Space::Word, "del" | "moveFrom" | "sectPr" | "sdtPr" | "sdtEndPr" | "tcPr") => {}
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = child.alternative() {
                        self.blocks(branch, blocks)?;
                    }
                }
                (Space::Word, "bookmarkStart") => self.bookmark(child),
                _ => self.blocks(child, blocks)?,
            }
            self.place_bookmarks(blocks);
        }
        Ok(())
    }

    /// Notes a bookmark of the main flow: blocks of cells and notes have no anchors.
    pub(super) fn bookmark(&mut self, element: &Element) {
        if let Some(name) = element.attribute("name").filter(|_| self.asides == 0) {
            self.open_bookmarks.push(name.to_owned());
        }
    }

    /// Lets the bookmarks that wait stand before the block that was read last.
    fn place_bookmarks(&mut self, blocks: &[Block]) {
        if self.asides == 0 && blocks.len() > self.placed {
            let block = self.placed;
            self.bookmarks.extend(self.open_bookmarks.drain(..).map(|name| (name, block)));
            self.placed = blocks.len();
        }
    }

    /// Reads what stands apart from the surrounding flow: a cell or a text box.
    pub(super) fn apart(&mut self, parent: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        let carried = std::mem::take(&mut self.carried);
        let fields = std::mem::take(&mut self.fields);
        let link = self.link.take();
        self.asides += 1;
        self.blocks(parent, blocks)?;
        self.flush(blocks);
        self.asides -= 1;
        self.carried = carried;
        self.fields = fields;
        self.link = link;
        Ok(())
    }

    fn paragraph(&mut self, element: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        self.count_block()?;
        let properties = element.child("pPr");
        let style = self.styles.paragraph(properties.and_then(|properties| properties.property("pStyle")));
        let mark = properties.and_then(|properties| properties.child("rPr"));
        let mut line = Line { spans: std::mem::take(&mut self.carried), floats: Vec::new() };
        let look = style.look;
        self.inline(element, look, &mut line)?;
        // A field whose instruction never ends is broken; its paragraph alone is hidden by it.
        self.fields.retain(|field| matches!(field, Field::Result(_)));
        if mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some()) {
            self.carried = line.spans;
            blocks.append(&mut line.floats);
            return Ok(());
        }
        line.trim();
        let hidden = mark.and_then(|mark| Look::read(mark).hidden).or(look.hidden).unwrap_or(false);
        if line.spans.is_empty() && hidden {
            blocks.append(&mut line.floats);
            return Ok(());
        }
        let (label, depth) = self.number(properties, &style, &mut line);
        let level = match self.tables {
            0 if !line.spans.is_empty() => self.heading_level(properties, &style, &line, label.as_deref()),
            _ => None,
        };
        if !line.spans.is_empty() || label.is_some() {
            blocks.push(match level {
                Some(level) => {
                    Block::Heading { level, anchor: None, label, content: Span::of_heading(line.spans) }
                }
                None => Block::Paragraph { anchor: None, label, depth, content: line.spans },
            });
        }
        blocks.append(&mut line.floats);
        Ok(())
    }

    /// The level of a heading: by its outline level, else by its look.
    fn heading_level(
        &mut self,
        properties: Option<&Element>,
        style: &styles::ParagraphStyle<'_>,
        line: &Line,
        label: Option<&str>,
    ) -> Option<u8> {
        let outline = properties.and_then(styles::outline).or(style.outline).filter(|level| *level < 9);
        let centred = properties.and_then(styles::centred).or(style.centred).unwrap_or(false);
        let level = match outline {
            _ if style.title => 1,
            Some(level) => (level + 1).min(6),
            None if centred && label.is_none() && is_title(&line.spans) => 1 + u8::from(self.titled),
            None => return None,
        };
        self.titled = true;
        Some(level)
    }

    /// The number of a paragraph, and its depth in a list.
    fn number(
        &mut self,
        properties: Option<&Element>,
        style: &styles::ParagraphStyle<'_>,
        line: &mut Line,
    ) -> (Option<String>, u8) {
        let own = properties.and_then(|properties| properties.child("numPr"));
        let own_list = own.and_then(|own| own.property("numId"));
        let own_level = own.and_then(styles::level);
        let Some(list) = own_list.or(style.list) else { return (None, 0) };
        let level = own_level.unwrap_or_else(|| {
            let styled = self.numbering.level_of_style(list, &style.chain, self.styles);
            if own_list.is_some() { styled.unwrap_or(0) } else { styled.or(style.list_level).unwrap_or(0) }
        });
        // Numbering 0 takes the number away (ISO/IEC 29500-1, 17.9.18): there is no such list.
        let Some(label) = self.numbering.next(list, level, self.styles) else { return (None, 0) };
        let depth = level as u8 + 1;
        match label.text.is_empty() {
            true => (None, depth),
            false if label.joined && !line.spans.is_empty() => {
                line.spans.insert(0, Span::plain(label.text));
                (None, depth)
            }
            false => (Some(label.text), depth),
        }
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
            if child.is_word("tr") {
                let properties = child.child("trPr");
                if properties.is_some_and(|properties| properties.child("del").is_some()) {
                    continue;
                }
                let mut row = Row::default();
                let gap = |name: &str| {
                    properties?.property(name)?.parse::<u16>().ok().filter(|columns| *columns > 0)
                };
                row.cells.extend(gap("gridBefore").map(empty_cell));
                self.cells(child, &mut row.cells)?;
                row.cells.extend(gap("gridAfter").map(empty_cell));
                if !row.cells.is_empty() {
                    rows.push(row);
                }
            } else if !child.is_word("tblPr") && !child.is_word("tblGrid") {
                self.rows(child, rows)?;
            }
        }
        Ok(())
    }

    fn cells(&mut self, parent: &Element, cells: &mut Vec<Cell>) -> Result<(), Refusal> {
        for child in &parent.children {
            if child.is_word("tc") {
                self.count_block()?;
                let properties = child.child("tcPr");
                if properties.is_some_and(|properties| properties.child("cellDel").is_some()) {
                    continue;
                }
                let span = properties.and_then(|properties| properties.property("gridSpan")?.parse().ok());
                let mut cell = empty_cell(span.unwrap_or(1));
                let merged = properties.and_then(|properties| properties.child("vMerge"));
                if merged.is_none_or(|merged| merged.attribute("val") == Some("restart")) {
                    self.apart(child, &mut cell.blocks)?;
                }
                cells.push(cell);
            } else if !child.is_word("trPr") && !child.is_word("tblPrEx") {
                self.cells(child, cells)?;
            }
        }
        Ok(())
    }

    /// Reads the note that a reference names, and gives its number in the body.
    pub(super) fn read_note(&mut self, reference: &Element) -> Result<Option<u32>, Refusal> {
        let kind =
            if &*reference.name == "footnoteReference" { "footnoteReference" } else { "endnoteReference" };
        let id = reference.attribute("id").unwrap_or_default().to_owned();
        let Some(note) = self.notes.get(&(kind, id)).copied().filter(|_| !self.in_note) else {
            return Ok(None);
        };
        self.count_block()?;
        let number = self.read_notes.len() as u32 + 1;
        self.read_notes.push(Note { number, content: Vec::new() });
        let mut blocks = Vec::new();
        self.in_note = true;
        let read = self.apart(note, &mut blocks);
        self.in_note = false;
        read?;
        let mut content = Vec::new();
        for block in blocks {
            gather(block, &mut content);
        }
        self.read_notes[number as usize - 1].content = content;
        Ok(Some(number))
    }

    /// Counts one more block.
    pub(super) fn count_block(&mut self) -> Result<(), Refusal> {
        self.blocks += 1;
        Refusal::above(Measure::Blocks, self.blocks, MAX_BLOCKS)
    }

    /// Gives words that wait for a next paragraph one of their own when there is none.
    fn flush(&mut self, blocks: &mut Vec<Block>) {
        let mut line = Line { spans: std::mem::take(&mut self.carried), floats: Vec::new() };
        line.trim();
        if !line.spans.is_empty() {
            blocks.push(Block::Paragraph { anchor: None, label: None, depth: 0, content: line.spans });
        }
    }
}

fn empty_cell(columns: u16) -> Cell {
    Cell { columns: columns.clamp(1, MAX_COLUMNS), blocks: Vec::new() }
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
