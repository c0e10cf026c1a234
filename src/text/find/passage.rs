//! A body in the parts that a search finds: articles, and points where there are no articles.

use std::fmt::Write;

use super::address::{self, TOP};
use super::word::words;
use crate::domain::Lang;
use crate::text::body::{Block, Body, Span};

/// Longest passage in bytes: a longer one is continued in the next with the same anchor, so that no passage is found only
/// because it is long. An article of a code has 2,000 to 8,000.
const PASSAGE_MAX_BYTES: usize = 12_000;

/// What stands between the indexed words of the heading and those of the content; it is no word.
pub(super) const HEADING_END: &str = "|";

/// A part of a body under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where a link leads, such as `art-3-1`; empty before the first heading.
    pub anchor: String,
    /// The words of the heading above it; may be empty.
    pub heading: String,
    /// Whether the heading stands above this passage alone. A point shares the heading of its chapter with others.
    pub has_own_heading: bool,
    /// Whether it begins the text.
    pub is_top: bool,
    /// Its words, one block a line; none for a heading that only has others below it.
    pub content: String,
}

impl Passage {
    /// The words under which the passage is indexed: those of its own heading, a bar, those of the content, those of a
    /// heading that it shares, the words of its address. A heading without content is found by its address alone, so that
    /// it never hides the answer below it.
    pub fn indexed(&self, lang: Lang) -> String {
        let stems = |text: &str| words(text).filter_map(|word| word.stem(lang)).collect::<Vec<_>>();
        let (heading, content) = (stems(&self.heading), stems(&self.content));
        let bar = vec![HEADING_END.to_owned()];
        let mut indexed = if self.content.is_empty() && !self.is_top {
            bar
        } else if self.has_own_heading {
            [heading, bar, content].concat()
        } else {
            [bar, content, heading].concat()
        };
        indexed.extend(address::words_of(&self.anchor));
        indexed.extend(self.is_top.then(|| TOP.to_owned()));
        indexed.join(" ")
    }
}

/// The passages of a body, in reading order.
pub fn passages(body: &Body) -> Vec<Passage> {
    let mut splitter = Splitter::default();
    for block in &body.blocks {
        splitter.take(block, body);
    }
    splitter.close();
    splitter.done
}

#[derive(Default)]
struct Splitter {
    done: Vec<Passage>,
    open: Passage,
    /// Inside of an article its points belong to it.
    in_article: bool,
    /// Whether the open passage has a heading of which nothing is there yet.
    is_new_heading: bool,
}

impl Splitter {
    fn take(&mut self, block: &Block, body: &Body) {
        match block {
            Block::Heading { anchor, content, .. } => {
                self.close();
                let anchor = anchor.clone().unwrap_or_default();
                self.in_article = last_name(&anchor) == Some("art");
                self.open.anchor = anchor;
                self.open.has_own_heading = true;
                self.open.heading = block.line();
                self.is_new_heading = !self.open.anchor.is_empty();
                self.notes(content, body);
            }
            Block::Paragraph { anchor, content, .. } => {
                let own =
                    anchor.as_deref().filter(|anchor| !self.in_article && last_name(anchor) == Some("p"));
                if let Some(anchor) = own {
                    self.close();
                    self.is_new_heading = false;
                    anchor.clone_into(&mut self.open.anchor);
                    self.open.has_own_heading = false;
                }
                self.push(&block.line());
                self.notes(content, body);
            }
            Block::Table { rows } => {
                for row in rows {
                    let mut text = String::new();
                    for block in row.cells.iter().flat_map(|cell| &cell.blocks) {
                        flatten(block, &mut text);
                    }
                    self.push(text.trim());
                }
            }
            Block::Picture | Block::ScannedPage(_) => {}
        }
    }

    /// The footnotes of a block are found where they are referred to.
    fn notes(&mut self, content: &[Span], body: &Body) {
        for number in content.iter().filter_map(|span| span.note) {
            for note in body.notes.iter().filter(|note| note.number == number) {
                self.push(&note.line());
            }
        }
    }

    fn push(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            if !self.open.content.is_empty() && self.open.content.len() + rest.len() > PASSAGE_MAX_BYTES {
                self.close();
            }
            let (now, later) = rest.split_at(cut(rest));
            if !self.open.content.is_empty() {
                self.open.content.push('\n');
            }
            self.open.content.push_str(now.trim());
            rest = later.trim_start();
        }
    }

    /// Ends the open passage; what follows goes on under the same heading.
    fn close(&mut self) {
        if !self.open.content.is_empty() || self.is_new_heading {
            self.open.is_top = self.done.is_empty();
            self.done.push(self.open.clone());
            self.open.content.clear();
            self.is_new_heading = false;
        }
    }
}

/// Where a text that is longer than a passage is cut: between words if it has any.
fn cut(text: &str) -> usize {
    if text.len() <= PASSAGE_MAX_BYTES {
        return text.len();
    }
    let end = text.floor_char_boundary(PASSAGE_MAX_BYTES);
    text[..end].rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end)
}

/// The name of the narrowest part that an anchor names: `art` of `art-3-1`, `p` of `sec-2-p-1`.
fn last_name(anchor: &str) -> Option<&str> {
    anchor.rsplit('-').find(|part| part.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn flatten(block: &Block, text: &mut String) {
    match block {
        Block::Heading { .. } | Block::Paragraph { .. } => {
            // Writing to memory cannot fail.
            let _ = write!(text, "{} ", block.line());
        }
        Block::Table { rows } => {
            rows.iter()
                .flat_map(|row| &row.cells)
                .flat_map(|cell| &cell.blocks)
                .for_each(|block| flatten(block, text));
        }
        Block::Picture | Block::ScannedPage(_) => {}
    }
}
