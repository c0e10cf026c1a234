//! HTML that stands in an office file: its words, without how they looked.

use encoding_rs::{Encoding, UTF_8};
use html5gum::{Token, Tokenizer};

use super::body::{Block, Body, Cell, Emphasis, Position, Row, Span};
use super::limits::MAX_COLUMNS;
use super::line::Line;

/// Where a file says that it is HTML, and in which encoding, in bytes.
const HEAD_BYTES: usize = 2_048;

/// Whether these bytes look like HTML.
pub fn is_html(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let begins =
        ["<!doctype html", "<html", "<head", "<body", "<p", "<div", "<table", "<h1", "<h2", "<span", "<meta"];
    begins.iter().any(|begin| head.starts_with(begin)) || head.contains("<html")
}

/// The words of plain text, one paragraph a line.
pub fn plain(text: &str) -> Body {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraph = |line: &str| Block::Paragraph {
        anchor: None,
        label: None,
        depth: 0,
        content: vec![Span::plain(line.trim_start_matches('\u{FEFF}'))],
    };
    Body { blocks: lines.map(paragraph).collect(), ..Body::default() }
}

/// Reads HTML.
pub fn read(bytes: &[u8]) -> Body {
    let text = decode(bytes);
    let mut reader = Reader::default();
    for token in Tokenizer::new(text.as_str()) {
        // Reading from memory cannot fail.
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let attribute = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    Some(String::from_utf8_lossy(value).into_owned())
                };
                reader.start(&String::from_utf8_lossy(&tag.name), attribute);
            }
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => reader.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.end_block();
    reader.end_table();
    Body { blocks: reader.blocks, ..Body::default() }
}

/// The text in the encoding that its mark or its head names, else UTF-8.
fn decode(bytes: &[u8]) -> String {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]).to_ascii_lowercase();
    let named = head.split_once("charset=").map(|(_, rest)| rest.trim_start_matches(['"', '\'']));
    let name =
        named.and_then(|rest| rest.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-').next());
    let encoding = name.and_then(|name| Encoding::for_label(name.as_bytes())).unwrap_or(UTF_8);
    encoding.decode(bytes).0.into_owned()
}

/// What is being read.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    rows: Option<Vec<Row>>,
    line: Line,
    heading: Option<u8>,
    label: Option<String>,
    /// The lists around, the innermost last: how far each has counted, none for one with bullets.
    lists: Vec<Option<u32>>,
    bold: u32,
    italic: u32,
    raised: u32,
    lowered: u32,
    struck: u32,
    /// How many elements whose words are not shown are around.
    unshown: u32,
}

impl Reader {
    fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>) {
        match name {
            "script" | "style" | "head" | "title" => self.unshown += 1,
            "body" => self.unshown = 0,
            "br" => self.push("\n"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end_block();
                self.heading = name[1..].parse().ok();
            }
            "ol" | "ul" => {
                self.end_block();
                let first = attribute("start").and_then(|start| start.parse::<u32>().ok()).unwrap_or(1);
                self.lists.push((name == "ol").then(|| first.saturating_sub(1)));
            }
            "li" => {
                self.end_block();
                self.label = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number = number.saturating_add(1);
                        format!("{number}.")
                    }
                    _ => "•".to_owned(),
                });
            }
            "table" => {
                self.end_block();
                self.rows.get_or_insert_default();
            }
            "tr" => {
                self.end_block();
                self.rows.iter_mut().for_each(|rows| rows.push(Row::default()));
            }
            "td" | "th" => {
                self.end_block();
                let columns = attribute("colspan").and_then(|columns| columns.parse().ok()).unwrap_or(1);
                if let Some(row) = self.rows.as_mut().and_then(|rows| rows.last_mut()) {
                    row.cells.push(Cell { columns: u16::clamp(columns, 1, MAX_COLUMNS), blocks: Vec::new() });
                }
            }
            "img" => {
                self.end_block();
                self.place(Block::Picture);
            }
            _ if is_block(name) => self.end_block(),
            _ => self.look(name, 1),
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "script" | "style" | "head" | "title" => self.unshown = self.unshown.saturating_sub(1),
            "ol" | "ul" => {
                self.end_block();
                self.lists.pop();
            }
            "table" => {
                self.end_block();
                self.end_table();
            }
            "td" | "th" | "tr" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.end_block(),
            _ if is_block(name) => self.end_block(),
            _ => self.look(name, -1),
        }
    }

    fn look(&mut self, name: &str, step: i32) {
        let count = match name {
            "b" | "strong" => &mut self.bold,
            "i" | "em" => &mut self.italic,
            "sup" => &mut self.raised,
            "sub" => &mut self.lowered,
            "s" | "strike" | "del" => &mut self.struck,
            _ => return,
        };
        *count = count.saturating_add_signed(step);
    }

    fn words(&mut self, words: &str) {
        // White space is one space.
        let mut text = String::new();
        for sign in words.chars() {
            let is_blank = sign.is_ascii_whitespace();
            if !is_blank || !text.ends_with(' ') {
                text.push(if is_blank { ' ' } else { sign });
            }
        }
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        if self.unshown > 0 {
            return;
        }
        let ends_blank = self.line.spans.last().is_none_or(|last| last.text.ends_with([' ', '\n']));
        let text = if ends_blank { text.trim_start_matches(' ') } else { text };
        let emphasis = match (self.bold > 0, self.italic > 0) {
            (false, false) => Emphasis::Plain,
            (true, false) => Emphasis::Bold,
            (false, true) => Emphasis::Italic,
            (true, true) => Emphasis::BoldItalic,
        };
        let position = match (self.raised > 0, self.lowered > 0) {
            (true, _) => Position::Raised,
            (false, true) => Position::Lowered,
            (false, false) => Position::OnLine,
        };
        if !text.is_empty() {
            let text = text.to_owned();
            self.line.push(Span { text, emphasis, position, is_struck: self.struck > 0, ..Span::default() });
        }
    }

    fn end_block(&mut self) {
        let mut line = std::mem::take(&mut self.line);
        line.trim();
        line.settle();
        let heading = self.heading.take();
        if line.spans.is_empty() {
            return;
        }
        let label = self.label.take();
        let content = line.spans;
        let depth = if label.is_some() { self.lists.len().max(1) as u8 } else { 0 };
        self.place(match heading {
            Some(level) if self.rows.is_none() => {
                Block::Heading { level, anchor: None, label, content: Span::of_heading(content) }
            }
            _ => Block::Paragraph { anchor: None, label, depth, content },
        });
    }

    fn place(&mut self, block: Block) {
        let row = self.rows.as_mut().and_then(|rows| rows.last_mut());
        match row.and_then(|row| row.cells.last_mut()) {
            Some(cell) => cell.blocks.push(block),
            None => self.blocks.push(block),
        }
    }

    fn end_table(&mut self) {
        let mut rows = self.rows.take().unwrap_or_default();
        rows.retain(|row| !row.cells.is_empty());
        if !rows.is_empty() {
            self.blocks.push(Block::Table { rows });
        }
    }
}

/// Whether an element stands on lines of its own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "blockquote"
            | "pre"
            | "center"
            | "dl"
            | "dt"
            | "dd"
            | "hr"
            | "body"
            | "html"
            | "address"
            | "header"
            | "footer"
            | "main"
            | "caption"
            | "tbody"
            | "thead"
    )
}

#[cfg(test)]
mod tests {
    use super::{is_html, plain, read};
    use crate::text::body::Block;

    #[test]
    fn paragraphs_headings_lists_and_tables_are_kept() {
        let body = read(
            "<html><head><title>x</title><style>p{}</style></head><body><h1>Ереже</h1><p>Бірінші  <b>жол</b><br>да
            <ol start=3><li>үш<li>төрт</ol><ul><li>бір</ul><table><tr><td>м<sup>2</sup></td><td><del>42</del> 56</td></tr></table>
            соңы &amp; &laquo;бітті&raquo;"
                .as_bytes(),
        );
        let expected = "Ереже\nБірінші жол\nда\n3. үш\n4. төрт\n• бір\nм²\t~~42~~ 56\nсоңы & «бітті»\n";
        assert_eq!(body.to_text(), expected);
        assert!(matches!(body.blocks[0], Block::Heading { level: 1, .. }));
    }

    #[test]
    fn the_encoding_that_is_named_counts() {
        let mut bytes = b"<html><meta charset=windows-1251><p>".to_vec();
        bytes.extend([0xCF, 0xF0, 0xE8, 0xEA, 0xE0, 0xE7]);
        assert_eq!(read(&bytes).to_text(), "Приказ\n");
    }

    #[test]
    fn html_is_known_by_its_beginning() {
        assert!(
            is_html(b"\n<!DOCTYPE HTML><p>") && is_html(b"<?xml version='1.0'?><html>") && is_html(b"<p>x")
        );
        assert!(!is_html(b"plain words") && !is_html(b"PK\x03\x04"));
        assert_eq!(plain("бір\n\n екі\n").to_text(), "бір\nекі\n");
    }
}
