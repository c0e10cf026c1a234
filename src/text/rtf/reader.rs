//! The walk over the tokens: words into paragraphs, paragraphs into cells, notes and the text.

mod words;

use std::collections::HashMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::flow::{Flow, Paragraph};
use super::state::{Destination, Font, State, code_page};
use super::tokens::{Token, Tokens};
use crate::text::body::{Block, Body, Note, Span};
use crate::text::docx::field::target;
use crate::text::docx::noticed::Noticed;
use crate::text::limits::MAX_BLOCKS;
use crate::text::line::is_page_number;
use crate::text::reading::Document;
use crate::text::refusal::{Measure, Refusal};

/// Groups within groups: honest files nest a few dozen.
const MAX_GROUPS: u64 = 512;

/// The longest sign of a note's own, in characters: `***`.
const MAX_SIGN_CHARS: usize = 3;

/// A file being read.
pub struct Reader<'b> {
    tokens: Tokens<'b>,
    groups: Vec<State>,
    state: State,
    /// Bytes of text that wait for their encoding, and how many characters are still to be passed over.
    bytes: Vec<u8>,
    skipped: usize,
    /// The first half of a character that takes two.
    half: Option<u16>,
    encoding: &'static Encoding,
    fonts: HashMap<i32, Font>,
    /// Whether each colour is white.
    white: Vec<bool>,
    colour: [i32; 3],
    flows: Vec<Flow>,
    notes: Vec<Note>,
    noticed: Noticed,
    bookmarks: HashMap<String, usize>,
    bookmark: String,
    instruction: String,
    link: Option<String>,
    /// The styles of titles.
    titles: Vec<i32>,
    titled: bool,
    /// Whether a number of a note was shown right before it.
    is_counted: bool,
    /// Whether the first page of the section has a head of its own.
    is_titled_page: bool,
    /// The height and the left edge of the box that is being read.
    place: (i32, i32),
    blocks: u64,
}

impl<'b> Reader<'b> {
    /// A file that has not been read yet.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self {
            tokens: Tokens::new(bytes),
            groups: Vec::new(),
            state: State { fallback: 1, ..State::default() },
            bytes: Vec::new(),
            skipped: 0,
            half: None,
            encoding: WINDOWS_1252,
            fonts: HashMap::new(),
            white: Vec::new(),
            colour: [0; 3],
            flows: vec![Flow::default()],
            notes: Vec::new(),
            noticed: Noticed::default(),
            bookmarks: HashMap::new(),
            bookmark: String::new(),
            instruction: String::new(),
            link: None,
            titles: Vec::new(),
            titled: false,
            is_counted: false,
            is_titled_page: false,
            place: (0, 0),
            blocks: 0,
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// [`Refusal::TooLarge`], [`Refusal::TooDeep`], and [`Refusal::Damaged`] for a file that is cut short.
    pub fn read(mut self) -> Result<Document, Refusal> {
        let mut is_closed = false;
        while let Some(token) = self.tokens.next() {
            if let Token::Byte(byte) = token {
                self.byte(byte);
                continue;
            }
            self.flush();
            match token {
                Token::Open => {
                    self.groups.push(self.state.clone());
                    if self.groups.len() as u64 > MAX_GROUPS {
                        return Err(Refusal::TooDeep { limit: MAX_GROUPS });
                    }
                }
                Token::Close => {
                    let Some(outer) = self.groups.pop() else { break };
                    self.close(outer)?;
                    is_closed = self.groups.is_empty();
                    if is_closed {
                        break;
                    }
                }
                Token::Word(word, number) => self.word(word, number)?,
                Token::Sign(sign) => self.sign(sign),
                Token::Byte(_) => {}
            }
        }
        if !is_closed {
            return Err(Refusal::Damaged);
        }
        self.end_paragraph()?;
        let blocks = self.flows.pop().map(Flow::finish).unwrap_or_default();
        let mut body = Body { blocks, notes: self.notes, ..Body::default() };
        body.number_notes();
        self.noticed.tell(&mut body);
        Ok(Document { body, bookmarks: self.bookmarks })
    }

    fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::default());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    /// Ends a group: what it gathered goes where it belongs.
    fn close(&mut self, outer: State) -> Result<(), Refusal> {
        let inner = std::mem::replace(&mut self.state, outer);
        if inner.destination == self.state.destination {
            return Ok(());
        }
        match inner.destination {
            Destination::Instruction => self.link = target(&std::mem::take(&mut self.instruction)),
            Destination::Bookmark => {
                let name = std::mem::take(&mut self.bookmark);
                if self.flows.len() == 1 {
                    let place = self.flow().blocks.len();
                    self.bookmarks.insert(name.trim().to_owned(), place);
                }
            }
            Destination::Note | Destination::Box => {
                self.end_paragraph()?;
                let blocks = self.flows.pop().map(Flow::finish).unwrap_or_default();
                match self.notes.last_mut().filter(|_| inner.destination == Destination::Note) {
                    Some(note) => note.fill(blocks),
                    None => {
                        let place = self.place;
                        self.flow().boxes.push((place, blocks));
                    }
                }
            }
            Destination::Head => {
                self.end_paragraph()?;
                let mut above = self.flows.pop().map(Flow::finish).unwrap_or_default();
                above.retain(|block| !matches!(block, Block::Picture) && !is_page_number(&block.to_text()));
                if self.is_titled_page {
                    self.flow().blocks.append(&mut above);
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether what is read is shown.
    fn is_shown(&self) -> bool {
        let destination = self.state.destination;
        !matches!(
            destination,
            Destination::Nowhere | Destination::Fonts | Destination::Styles | Destination::Colours
        )
    }

    fn word(&mut self, word: &str, number: Option<i32>) -> Result<(), Refusal> {
        if word == "bin" {
            self.tokens.pass(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
            return Ok(());
        }
        if word == "u" {
            self.unicode(number.unwrap_or(0) as u16);
            return Ok(());
        }
        if self.destination(word)? || (self.is_shown() && self.table_word(word, number)) {
            return Ok(());
        }
        let (is_fonts, font) = (self.state.destination == Destination::Fonts, self.state.font);
        self.noticed.changed |= matches!(word, "revised" | "deleted") && number != Some(0);
        if self.state.apply(word, number, &self.white) {
            return Ok(());
        }
        match word {
            "ansicpg" => self.encoding = code_page(number.unwrap_or(1252)),
            "fcharset" if is_fonts => self.fonts.entry(font).or_default().charset = number,
            "red" => self.colour[0] = number.unwrap_or(0),
            "green" => self.colour[1] = number.unwrap_or(0),
            "blue" => self.colour[2] = number.unwrap_or(0),
            "s" if self.state.destination == Destination::Styles => self.state.style = number.unwrap_or(0),
            "sectd" => self.is_titled_page = false,
            "titlepg" => self.is_titled_page = true,
            "shpleft" => self.place.1 = number.unwrap_or(0),
            "shptop" => self.place.0 = number.unwrap_or(0),
            // What is not shown says nothing about the paragraph around it.
            _ if !self.is_shown() => {}
            "par" | "sect" => self.end_paragraph()?,
            "chftn" => self.is_counted = self.flows.len() == 1,
            "s" => {
                self.state.style = number.unwrap_or(0);
                self.flow().paragraph.is_title = self.titles.contains(&self.state.style);
            }
            "pard" => self.flow().paragraph = Paragraph::default(),
            "intbl" => self.flow().paragraph.in_table = true,
            "qc" => self.flow().paragraph.is_centred = true,
            "ql" | "qr" | "qj" => self.flow().paragraph.is_centred = false,
            "outlinelevel" => {
                self.flow().paragraph.outline = number.and_then(|level| u8::try_from(level).ok())
            }
            "ilvl" => {
                self.flow().paragraph.depth = number.and_then(|level| u8::try_from(level).ok()).unwrap_or(0)
            }
            _ => self.named(word),
        }
        Ok(())
    }

    /// Words for characters.
    fn named(&mut self, word: &str) {
        let text = match word {
            "tab" => "\t",
            "line" => "\n",
            "emdash" => "—",
            "endash" => "–",
            "bullet" => "•",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "emspace" | "enspace" | "qmspace" => " ",
            _ => return,
        };
        self.show(text);
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            // What follows is only for programs that know it.
            b'*' => self.state.destination = Destination::Nowhere,
            b'~' => self.show("\u{A0}"),
            b'_' => self.show("\u{2011}"),
            b'\\' | b'{' | b'}' => self.byte(sign),
            _ => {}
        }
    }

    /// Begins a destination; whether the word was one.
    fn destination(&mut self, word: &str) -> Result<bool, Refusal> {
        // Behind the mark that other programs pass over, the group around says whether words are shown.
        let around = self.groups.last().map_or(Destination::Text, |group| group.destination);
        let is_shown =
            matches!(around, Destination::Text | Destination::Box | Destination::Note | Destination::Head);
        let destination = match word {
            "fonttbl" => Destination::Fonts,
            "colortbl" => Destination::Colours,
            "listtext" | "pntext" if is_shown => {
                self.flow().label.clear();
                Destination::Label
            }
            "fldinst" => Destination::Instruction,
            "fldrslt" => {
                self.state.link = self.link.take();
                return Ok(true);
            }
            "bkmkstart" => Destination::Bookmark,
            "shptxt" => {
                self.flows.push(Flow::default());
                Destination::Box
            }
            "headerf" if is_shown && self.flows.len() == 1 => {
                self.flows.push(Flow::default());
                Destination::Head
            }
            "footnote" if is_shown && self.flows.len() == 1 => {
                self.begin_note();
                self.flows.push(Flow::default());
                Destination::Note
            }
            "pict" if is_shown => {
                self.count_block()?;
                let floats = &mut self.flow().line.floats;
                if floats.last() != Some(&Block::Picture) {
                    floats.push(Block::Picture);
                }
                Destination::Nowhere
            }
            "objdata" => {
                self.noticed.embedded = true;
                Destination::Nowhere
            }
            "shppict" => Destination::Text,
            "stylesheet" => Destination::Styles,
            "info" | "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
            | "footerf" | "nonshppict" | "shprslt" | "listtable" | "listoverridetable" | "rsidtbl"
            | "revtbl" | "generator" | "themedata" | "datastore" | "latentstyles" | "xmlnstbl"
            | "filetbl" | "pict" | "nonesttables" | "nesttableprops" | "sp" | "ftnsep" | "ftnsepc"
            | "aftnsep" | "aftnsepc" | "template" | "bkmkend" | "annotation" | "atnid" | "atnauthor"
            | "mmathPr" | "pnseclvl" | "tc" | "xe" | "private" | "upr" | "do" => Destination::Nowhere,
            _ => return Ok(false),
        };
        self.state.destination = destination;
        if matches!(destination, Destination::Note | Destination::Box | Destination::Head) {
            self.state.look = Default::default();
        }
        Ok(true)
    }

    /// Puts a mark where a note is referred to. A sign that was typed in front of it is its own.
    fn begin_note(&mut self) {
        let number = self.notes.len() as u32 + 1;
        let is_counted = std::mem::take(&mut self.is_counted);
        let spans = &mut self.flow().line.spans;
        let is_sign = |span: &mut Span| {
            let sign = span.text.trim();
            let is_short = (1..=MAX_SIGN_CHARS).contains(&sign.chars().count());
            span.note.is_none() && is_short && !sign.contains(char::is_alphanumeric)
        };
        let sign = spans.pop_if(|span| !is_counted && is_sign(span)).map(|span| span.text.trim().to_owned());
        let text = sign.clone().unwrap_or_default();
        spans.push(Span { text, note: Some(number), ..Span::default() });
        self.notes.push(Note { number, sign, content: Vec::new() });
    }

    fn table_word(&mut self, word: &str, number: Option<i32>) -> bool {
        if self.flow().table.apply(word, number) {
            return true;
        }
        match word {
            "nestcell" => self.end_line(true),
            "cell" => {
                self.end_line(true);
                let flow = self.flow();
                let cell = std::mem::take(&mut flow.cell);
                flow.table.end_cell(cell);
            }
            "row" => self.flow().table.end_row(),
            _ => return false,
        }
        true
    }

    fn end_paragraph(&mut self) -> Result<(), Refusal> {
        self.count_block()?;
        let in_table = self.flow().paragraph.in_table;
        self.end_line(in_table);
        Ok(())
    }

    fn end_line(&mut self, in_table: bool) {
        self.noticed.end_place();
        let titled = self.titled;
        self.titled |= self.flow().end_line(in_table, titled);
    }

    fn count_block(&mut self) -> Result<(), Refusal> {
        self.blocks += 1;
        Refusal::above(Measure::Blocks, self.blocks, MAX_BLOCKS)
    }
}
