//! A text as it was read, block by block, with the levels of its headings and a form that corrects them.

use askama::Template;

use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::pages::pictures::page_of;
use crate::phrases::{Argument, say, say_with};
use crate::text::body::{Block, Body, Cell};
use crate::text::outline::{Key, keys};

/// The deepest level of a heading.
const LEVEL_MAX: u8 = 6;

/// A block of a text.
struct Line {
    /// What the block is known by; none for what cannot be a heading.
    key: Option<String>,
    id: Option<String>,
    level: Option<u8>,
    words: String,
    rows: Vec<Vec<String>>,
}

/// The blocks of a text, each with a tick, and the level that the ticked ones are to have.
#[derive(Template)]
#[template(path = "admin/outline_form.html")]
pub(super) struct OutlineForm {
    action: Admin,
    lang: Lang,
    page: Lang,
    lines: Vec<Line>,
}

impl OutlineForm {
    /// The form of a text in `lang` on a page in `page`; `action` is where it is sent.
    pub(super) fn new(action: Admin, body: &Body, lang: Lang, page: Lang) -> Self {
        let line = |(block, key): (&Block, Option<Key>)| Line {
            key: key.map(|key| key.as_str().to_owned()),
            id: block.anchor().map(|anchor| place(lang, anchor)),
            level: if let Block::Heading { level, .. } = block { Some(*level) } else { None },
            words: match block {
                Block::Table { .. } => String::new(),
                Block::Picture => say(page, "picture-notice"),
                Block::ScannedPage(scan) => page_of(scan, page),
                Block::Heading { .. } | Block::Paragraph { .. } => block.to_text(),
            },
            rows: match block {
                Block::Table { rows } => {
                    rows.iter().map(|row| row.cells.iter().map(words).collect()).collect()
                }
                _ => Vec::new(),
            },
        };
        Self { action, lang, page, lines: body.blocks.iter().zip(keys(body)).map(line).collect() }
    }

    fn say(&self, key: &str) -> String {
        say(self.page, key)
    }

    /// The choices: level 0 is a paragraph.
    fn levels(&self) -> Vec<(u8, String)> {
        let of = |level: u8| match level {
            0 => say(self.page, "review-level-paragraph"),
            _ => self.level(&level),
        };
        (0..=LEVEL_MAX).map(|level| (level, of(level))).collect()
    }

    fn level(&self, level: &u8) -> String {
        say_with(self.page, "review-level-heading", &[("level", Argument::from(i64::from(*level)))])
    }
}

fn words(cell: &Cell) -> String {
    cell.blocks.iter().map(Block::to_text).collect::<Vec<_>>().join(" ")
}

/// Where a block of a text stands on a page that shows several texts.
pub(super) fn place(lang: Lang, anchor: &str) -> String {
    format!("{lang}-{anchor}")
}
