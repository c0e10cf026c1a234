//! The readable body of a text: what an office file says, without how it looked.

mod amendment;
mod formula;
mod note;
mod plain;
mod position;
mod scanned;
mod warning;

use std::borrow::Cow;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

pub use amendment::{Amendment, Change};
pub use formula::Formula;
pub use note::Note;
pub use plain::STRUCK;
pub(super) use plain::write_words;
pub use position::Position;
pub use scanned::ScannedPage;
pub use warning::Warning;

/// A readable body, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Body {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The footnotes that the blocks refer to, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// What was noticed in the file besides its words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Warning>,
    /// What amends it: its last blocks, each amendment under a heading with the anchor [`Amendment::anchor`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<Amendment>,
}

/// One block of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading {
        /// Depth, from 1 (the title) to 6.
        level: u8,
        /// Where links lead, such as `art-3-1`: ASCII, from the numbers in the text, unique in the body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        anchor: Option<String>,
        /// The number that the office program computed, such as `1.2.`; numbers that were typed stand in the content.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
        /// The words.
        content: Vec<Span>,
    },
    /// A paragraph or a list item.
    Paragraph {
        /// Where links lead, such as `p-2-4`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        anchor: Option<String>,
        /// The number or bullet that the office program computed, such as `3)` or `•`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        label: Option<String>,
        /// Depth in a list, 0 outside of one.
        #[serde(default)]
        depth: u8,
        /// The words.
        content: Vec<Span>,
    },
    /// A table.
    Table {
        /// Rows of cells.
        rows: Vec<Row>,
    },
    /// A picture, which only the original shows.
    Picture,
    /// A page that is shown as a picture, because nobody, or only a machine, has read its words.
    ScannedPage(ScannedPage),
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its cells, from left to right.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Columns that it spans.
    pub columns: u16,
    /// Its paragraphs.
    pub blocks: Vec<Block>,
}

/// Words of one look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The words; `\n` is a line break within the paragraph.
    pub text: String,
    /// How they are emphasised.
    #[serde(default, skip_serializing_if = "Emphasis::is_plain")]
    pub emphasis: Emphasis,
    /// Whether they stand above or below their line.
    #[serde(default, skip_serializing_if = "Position::is_on_line")]
    pub position: Position,
    /// Whether they are crossed out.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_struck: bool,
    /// The number of the footnote that stands here; the text is then the footnote's own sign, or empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<u32>,
    /// Where the words lead: an address that [`super::link::is_safe`], or `#` and an anchor of this body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The formula that the words are the reading of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<Box<Formula>>,
}

/// How words are emphasised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Not at all.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// Italic.
    Italic,
    /// Bold and italic.
    BoldItalic,
}

impl Emphasis {
    /// Whether there is none.
    pub const fn is_plain(&self) -> bool {
        matches!(self, Self::Plain)
    }
}

impl Span {
    /// The words of a heading: emphasis that all of them share is the heading's look, not emphasis.
    pub(super) fn of_heading(mut spans: Vec<Self>) -> Vec<Self> {
        let Some(shared) = spans.first().map(|span| span.emphasis) else { return spans };
        if spans.iter().all(|span| span.emphasis == shared || span.text.trim().is_empty()) {
            spans.iter_mut().for_each(|span| span.emphasis = Emphasis::Plain);
            spans.dedup_by(|next, before| {
                let joined = before.looks_like(next);
                if joined {
                    before.text.push_str(&next.text);
                }
                joined
            });
        }
        spans
    }

    /// Whether words of both are words of one look; marks of footnotes and formulas stand by themselves.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        let are_words = |span: &Self| span.note.is_none() && span.formula.is_none();
        are_words(self)
            && are_words(other)
            && self.emphasis == other.emphasis
            && self.position == other.position
            && self.is_struck == other.is_struck
            && self.link == other.link
    }

    /// What stands for the footnote: its own sign, or its number in brackets.
    pub(super) fn note_mark(&self) -> Cow<'_, str> {
        match self.note {
            Some(number) if self.text.is_empty() => Cow::Owned(format!("[{number}]")),
            _ => Cow::Borrowed(&self.text),
        }
    }

    /// The words with raised and lowered ones by signs, crossed out or not.
    pub(super) fn letters(&self) -> Cow<'_, str> {
        self.position.plain(&self.text)
    }

    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

impl Body {
    /// Calls `change` for each span, those of cells and footnotes included.
    pub(super) fn for_each_span(&mut self, mut change: impl FnMut(&mut Span)) {
        self.blocks.iter_mut().for_each(|block| block.for_each_span(&mut change));
        self.notes.iter_mut().flat_map(|note| &mut note.content).for_each(change);
    }

    /// Numbers the footnotes in their order: first those that show their number, then those with a sign of their own.
    pub(super) fn number_notes(&mut self) {
        let (signed, numbered): (Vec<u32>, Vec<u32>) = {
            let (signed, numbered): (Vec<&Note>, Vec<&Note>) =
                self.notes.iter().partition(|note| note.sign.is_some());
            let numbers = |notes: Vec<&Note>| notes.into_iter().map(|note| note.number).collect();
            (numbers(signed), numbers(numbered))
        };
        let numbers: HashMap<u32, u32> = numbered.into_iter().chain(signed).zip(1..).collect();
        self.notes.iter_mut().for_each(|note| note.number = numbers[&note.number]);
        self.for_each_span(|span| span.note = span.note.and_then(|number| numbers.get(&number).copied()));
    }

    /// Whether the body has no words: a scan, or a file that cannot be read.
    pub fn is_empty(&self) -> bool {
        self.to_text().trim().is_empty()
    }

    /// The words alone: one block a line, cells of a row separated by tabs, footnotes last.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        // The picture of a page is no line.
        for block in self.blocks.iter().filter(|block| !matches!(block, Block::ScannedPage(_))) {
            block.write_text(&mut text);
            text.push('\n');
        }
        for note in &self.notes {
            text.push_str(&note.mark());
            text.push(' ');
            write_spans(&note.content, &mut text);
            text.push('\n');
        }
        text
    }
}

impl Block {
    /// Where links to this block lead.
    pub fn anchor(&self) -> Option<&str> {
        match self {
            Self::Heading { anchor, .. } | Self::Paragraph { anchor, .. } => anchor.as_deref(),
            Self::Table { .. } | Self::Picture | Self::ScannedPage(_) => None,
        }
    }

    /// The words of this block alone; cells of a row are separated by tabs.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text);
        text
    }

    /// The words of a heading or paragraph on one line, with the number that the office program computed and without marks
    /// of footnotes; empty for other blocks.
    pub fn line(&self) -> String {
        match self {
            Self::Heading { label, content, .. } | Self::Paragraph { label, content, .. } => {
                line(label.as_deref(), content)
            }
            Self::Table { .. } | Self::Picture | Self::ScannedPage(_) => String::new(),
        }
    }

    /// Calls `change` for each span of this block, those in cells included.
    pub(super) fn for_each_span(&mut self, change: &mut impl FnMut(&mut Span)) {
        match self {
            Self::Heading { content, .. } | Self::Paragraph { content, .. } => {
                content.iter_mut().for_each(change);
            }
            Self::Table { rows } => {
                let cells = rows.iter_mut().flat_map(|row| &mut row.cells);
                cells.flat_map(|cell| &mut cell.blocks).for_each(|block| block.for_each_span(change));
            }
            Self::Picture | Self::ScannedPage(_) => {}
        }
    }

    fn write_text(&self, text: &mut String) {
        match self {
            Self::Heading { label, content, .. } | Self::Paragraph { label, content, .. } => {
                if let Some(label) = label {
                    text.push_str(label);
                    text.push_str(if content.is_empty() { "" } else { " " });
                }
                write_spans(content, text);
            }
            Self::Table { rows } => {
                for (index, row) in rows.iter().enumerate() {
                    if index > 0 {
                        text.push('\n');
                    }
                    row.write_text(text);
                }
            }
            Self::Picture | Self::ScannedPage(_) => {}
        }
    }
}

impl Row {
    /// The words alone: cells separated by tabs.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        self.write_text(&mut text);
        text
    }

    fn write_text(&self, text: &mut String) {
        for (column, cell) in self.cells.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            for (index, block) in cell.blocks.iter().enumerate() {
                if index > 0 {
                    text.push(' ');
                }
                block.write_text(text);
            }
        }
    }
}

fn line(label: Option<&str>, content: &[Span]) -> String {
    let mut text = label.map(|label| format!("{label} ")).unwrap_or_default();
    write_words(content, &mut text, |_, _| {});
    text.replace('\n', " ").trim().to_owned()
}

fn write_spans(spans: &[Span], text: &mut String) {
    write_words(spans, text, |span, text| text.push_str(&span.note_mark()));
}
