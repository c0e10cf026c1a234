//! The flow of a document: paragraphs, lists, tables and notes, in order.

use std::collections::HashMap;

use super::field::Field;
use super::look::{Look, shaded};
use super::measures::twips;
use super::noticed::Noticed;
use super::numbering::Numbering;
use super::styles::{self, Styles};
use super::table::paragraphs;
use super::xml::{Element, Space};
use crate::text::body::{Block, Body, Note, Span};
use crate::text::limits::MAX_BLOCKS;
use crate::text::line::{Line, is_page_number};
use crate::text::outline::{begins_part, begins_point, is_bare_part, is_title};
use crate::text::reading::Document;
use crate::text::refusal::{Measure, Refusal};

/// The size of a page without one of its own, in points: A4.
const A4: (f64, f64) = (595.3, 841.9);

/// The longest title of a part in a line of its own, in characters.
const MAX_TITLE_CHARS: usize = 150;

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
    /// What stands above the first page of each section alone.
    pub openings: &'d [Option<Element>],
    /// The words of diagrams, by the relationship's identifier.
    pub diagrams: &'d HashMap<String, Element>,
    /// The files that stand in place of paragraphs, by the relationship's identifier; none where one cannot be read.
    pub chunks: HashMap<String, Option<Body>>,
}

/// A document being read.
pub struct Flow<'d> {
    pub(super) styles: &'d Styles,
    pub(super) links: &'d HashMap<String, String>,
    openings: std::slice::Iter<'d, Option<Element>>,
    pub(super) chunks: HashMap<String, Option<Body>>,
    pub(super) diagrams: &'d HashMap<String, Element>,
    numbering: Numbering,
    /// The notes by the kind of their reference and their identifier.
    pub(super) notes: HashMap<(&'static str, String), &'d Element>,
    pub(super) read_notes: Vec<Note>,
    /// The fields that are open, the innermost last.
    pub(super) fields: Vec<Field>,
    /// Where the hyperlink leads whose words are being read.
    pub(super) link: Option<String>,
    /// Bookmarks of the main flow that wait for their block, and those that have one.
    open_bookmarks: Vec<String>,
    bookmarks: HashMap<String, usize>,
    /// How many cells, text boxes and notes are around what is being read.
    pub(super) asides: u64,
    /// Blocks of the main flow whose bookmarks are known.
    placed: usize,
    pub(super) noticed: Noticed,
    /// How many tables, cells and boxes with a colour are around what is being read.
    pub(super) coloured: u32,
    /// The width and height of the page, in points.
    pub(super) page: (f64, f64),
    /// Paragraphs of the whole document.
    pub(super) paragraphs: usize,
    /// Whether the line in the middle of the page that was read last is the name and number of a part and no more: the
    /// next one is its title.
    after_part: bool,
    /// Words whose paragraph mark was deleted: they belong to the next paragraph.
    carried: Vec<Span>,
    pub(super) tables: u64,
    blocks: u64,
    pub(super) in_note: bool,
    /// Whether there has been a heading: the first one without a style is the title.
    titled: bool,
}

impl<'d> Flow<'d> {
    /// A document that has not been read yet.
    pub fn new(parts: Parts<'d>, numbering: Numbering) -> Self {
        let mut notes = HashMap::new();
        let mut noticed = Noticed::default();
        for (part, name, reference) in [
            (parts.footnotes, "footnote", "footnoteReference"),
            (parts.endnotes, "endnote", "endnoteReference"),
        ] {
            noticed.changed |= part.is_some_and(Element::is_changed);
            for note in part.iter().flat_map(|part| part.children_named(name)) {
                if let Some(id) = note.attribute("id") {
                    notes.insert((reference, id.to_owned()), note);
                }
            }
        }
        Self {
            styles: parts.styles,
            links: parts.links,
            openings: parts.openings.iter(),
            chunks: parts.chunks,
            diagrams: parts.diagrams,
            numbering,
            notes,
            read_notes: Vec::new(),
            fields: Vec::new(),
            link: None,
            open_bookmarks: Vec::new(),
            bookmarks: HashMap::new(),
            asides: 0,
            placed: 0,
            noticed,
            coloured: 0,
            page: A4,
            paragraphs: 0,
            after_part: false,
            carried: Vec::new(),
            tables: 0,
            blocks: 0,
            in_note: false,
            titled: false,
        }
    }

    /// Reads the document.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
    pub fn read(mut self, document: &Element) -> Result<Document, Refusal> {
        let body = document.child("body").ok_or(Refusal::Damaged)?;
        self.paragraphs = paragraphs(body);
        self.page = page(body).unwrap_or(A4);
        // On a page of another colour, white words are seen.
        let background = document.child("background").and_then(|background| background.attribute("color"));
        self.coloured = u32::from(background.is_some_and(|colour| !colour.eq_ignore_ascii_case("ffffff")));
        self.noticed.changed |= body.is_changed();
        let mut blocks = Vec::new();
        self.open_section(&mut blocks)?;
        self.blocks(body, &mut blocks)?;
        self.flush(&mut blocks);
        let mut body = Body { blocks, notes: self.read_notes, ..Body::default() };
        body.number_notes();
        self.noticed.tell(&mut body);
        Ok(Document { body, bookmarks: self.bookmarks })
    }

    /// Reads what stands above the first page of the next section alone.
    fn open_section(&mut self, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        if let Some(Some(opening)) = self.openings.next() {
            let mut above = Vec::new();
            self.apart(opening, &mut above)?;
            above.retain(|block| !matches!(block, Block::Picture) && !is_page_number(&block.to_text()));
            blocks.append(&mut above);
            self.placed = blocks.len();
        }
        Ok(())
    }

    /// Reads paragraphs and tables, in whatever they are wrapped.
    pub(super) fn blocks(&mut self, parent: &Element, blocks: &mut Vec<Block>) -> Result<(), Refusal> {
        for child in &parent.children {
            match (child.space, &*child.name) {
                (Space::Word, "p") => {
                    self.paragraph(child, blocks)?;
                    // The paragraph that ends a section holds its properties.
                    if child.child("pPr").is_some_and(|properties| properties.child("sectPr").is_some()) {
                        self.place_bookmarks(blocks);
                        self.open_section(blocks)?;
                    }
                }
                (Space::Word, "tbl") => self.table(child, blocks)?,
                (Space::Word, "del" | "moveFrom" | "sectPr" | "sdtPr" | "sdtEndPr" | "tcPr") => {}
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = child.alternative() {
                        self.blocks(branch, blocks)?;
                    }
                }
                (Space::Word, "bookmarkStart") => self.bookmark(child),
                (Space::Word, "altChunk") => self.chunk(child, blocks)?,
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
        let own = Look { shaded: properties.and_then(shaded), ..Look::default() };
        let look = own.or(&style.look);
        self.inline(element, &look, &mut line)?;
        self.noticed.end_place();
        // A field whose instruction never ends is broken; its paragraph alone is hidden by it.
        self.fields.retain(|field| matches!(field, Field::Result(_)));
        // A large first letter stands in a paragraph of its own.
        let is_initial = properties
            .and_then(|properties| properties.child("framePr"))
            .is_some_and(|frame| matches!(frame.attribute("dropCap"), Some("drop" | "margin")));
        let is_deleted =
            mark.is_some_and(|mark| mark.child("del").is_some() || mark.child("moveFrom").is_some());
        if is_deleted || is_initial {
            self.carried = line.spans;
            blocks.append(&mut line.floats);
            return Ok(());
        }
        line.trim();
        line.settle();
        let of_mark = mark.map(Look::read).unwrap_or_default().or(&look);
        if line.spans.is_empty() && of_mark.hidden == Some(true) {
            blocks.append(&mut line.floats);
            return Ok(());
        }
        let (label, depth) = self.number(properties, &style, &of_mark, &mut line);
        let is_centred = properties.and_then(styles::centred).or(style.centred).unwrap_or(false);
        if self.tables == 0 && !line.spans.is_empty() {
            let may_be_title = is_centred && label.is_none();
            self.title_of_part(may_be_title, &mut line, blocks.last_mut());
        }
        let level = match self.tables {
            0 if !line.spans.is_empty() => {
                self.heading_level(properties, &style, &line, is_centred && label.is_none())
            }
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

    /// Joins a line in the middle of the page with the name and number of the part that stand above it.
    fn title_of_part(&mut self, may_be_title: bool, line: &mut Line, before: Option<&mut Block>) {
        let text = plain(&line.spans);
        let was_part = std::mem::replace(&mut self.after_part, may_be_title && is_bare_part(text.trim()));
        let is_title = may_be_title
            && was_part
            && !begins_part(&text)
            && !begins_point(&text)
            && text.chars().count() <= MAX_TITLE_CHARS;
        if let Some(Block::Paragraph { content, .. }) = before.filter(|_| is_title) {
            content.push(Span::plain("\n"));
            content.append(&mut line.spans);
        }
    }

    /// The level of a heading: by its outline level, else by its look.
    fn heading_level(
        &mut self,
        properties: Option<&Element>,
        style: &styles::ParagraphStyle<'_>,
        line: &Line,
        may_be_title: bool,
    ) -> Option<u8> {
        let outline = properties.and_then(styles::outline).or(style.outline).filter(|level| *level < 9);
        let level = match outline {
            _ if style.title => 1,
            Some(level) => (level + 1).min(6),
            None if may_be_title && is_title(&line.spans) => 1 + u8::from(self.titled),
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
        mark: &Look,
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
        // The number looks like the end of its paragraph.
        let text = if mark.are_capitals() { label.text.to_uppercase() } else { label.text };
        let is_struck = mark.is_struck() && line.is_struck();
        let glue = if label.joined { "" } else { " " };
        match text.is_empty() {
            true => (None, depth),
            false if (label.joined || is_struck) && !line.spans.is_empty() => {
                line.spans.insert(0, Span { is_struck, ..Span::plain(text + glue) });
                (None, depth)
            }
            false => (Some(text), depth),
        }
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

fn plain(spans: &[Span]) -> String {
    spans.iter().filter(|span| span.note.is_none()).map(|span| span.text.as_str()).collect()
}

/// The width and height of the pages, in points.
fn page(body: &Element) -> Option<(f64, f64)> {
    let size = body.children_named("sectPr").last()?.child("pgSz")?;
    let side = |name: &str| Some(twips(size.attribute(name)?)? / 20.0);
    Some((side("w")?, side("h")?))
}
