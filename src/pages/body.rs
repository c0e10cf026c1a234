//! The readable body of a text as HTML.

use askama::Template;

use super::compare::badges;
use super::layout::Passage;
use crate::domain::Lang;
use crate::phrases::{Argument, say, say_with};
use crate::text::body::{Block, Body, Emphasis, Note, Span};
use crate::text::compare::Comparison;
use crate::text::link::is_safe;

/// Deepest heading that the contents show: articles and chapters, not points.
const CONTENTS_DEPTH: u8 = 3;

/// Deepest list that is indented further: a narrow screen has no room for more.
const DEPTH_MAX: u8 = 4;

/// A body in the language of its text; what the program adds inside of it is said in that language too.
#[derive(Template)]
#[template(path = "body.html")]
pub struct BodyView<'a> {
    body: &'a Body,
    blocks: Blocks<'a>,
    lang: Lang,
    page: Lang,
}

impl<'a> BodyView<'a> {
    /// The body of a text in `lang` on a page in `page`.
    pub fn new(body: &'a Body, lang: Lang, page: Lang) -> Self {
        Self { body, blocks: Blocks { blocks: &body.blocks, lang }, lang, page }
    }

    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn spans(&self, note: &'a Note) -> Spans<'a> {
        Spans { spans: &note.content, lang: self.lang }
    }

    fn back_label(&self, note: &Note) -> String {
        say_with(self.lang, "note-back", &[("number", Argument::from(i64::from(note.number)))])
    }

    /// The headings that links can lead to, with their depth for the indent and what happened to them.
    pub fn contents(&self, changes: Option<&Comparison>) -> Vec<Entry> {
        let mut badges = changes.map(|changes| badges(changes, self.page)).unwrap_or_default();
        let headings = self.body.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, anchor: Some(anchor), label, content } if *level <= CONTENTS_DEPTH => {
                let label = label.as_deref().unwrap_or_default();
                let words: String = content.iter().map(|span| span.text.replace('\n', " ")).collect();
                let words = Passage::new(format!("{label} {words}").trim(), self.lang, self.page);
                let change = badges.remove(anchor.as_str());
                Some(Entry { anchor: anchor.clone(), level: *level, words, change })
            }
            _ => None,
        });
        headings.collect()
    }
}

/// A line of the contents.
pub struct Entry {
    /// The anchor of the heading.
    pub anchor: String,
    /// Its depth, from 1.
    pub level: u8,
    /// Its words.
    pub words: Passage,
    /// What happened to what stands below it since the edition before, in a word.
    pub change: Option<String>,
}

/// Blocks in reading order; a cell of a table has its own.
#[derive(Template)]
#[template(path = "blocks.html")]
struct Blocks<'a> {
    blocks: &'a [Block],
    lang: Lang,
}

impl<'a> Blocks<'a> {
    fn spans(&self, spans: &'a [Span]) -> Spans<'a> {
        Spans { spans, lang: self.lang }
    }

    /// The page's title is the first heading, so a body's headings stand one deeper.
    fn heading(&self, level: &u8) -> u8 {
        level.saturating_add(1).clamp(2, 6)
    }

    fn depth(&self, depth: &u8) -> u8 {
        (*depth).min(DEPTH_MAX)
    }

    fn inner(&self, blocks: &'a [Block]) -> Self {
        Self { blocks, lang: self.lang }
    }

    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

/// Words of a paragraph.
#[derive(Template)]
#[template(path = "spans.html")]
struct Spans<'a> {
    spans: &'a [Span],
    lang: Lang,
}

impl Spans<'_> {
    /// Where words lead. Stored bodies are checked again: the process that read the file was a stranger's prey.
    fn href<'s>(&self, span: &'s Span) -> Option<&'s str> {
        span.link.as_deref().filter(|link| link.starts_with('#') || is_safe(link))
    }

    fn note_label(&self, number: &u32) -> String {
        say_with(self.lang, "note-number", &[("number", Argument::from(i64::from(*number)))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_links_are_rendered() {
        let link = |to: &str| Span {
            text: "сайт".to_owned(),
            emphasis: Emphasis::Bold,
            link: Some(to.to_owned()),
            ..Span::default()
        };
        let render = |to: &str| Spans { spans: &[link(to)], lang: Lang::Ru }.to_string();
        assert_eq!(
            render("https://example.kz/?a&b"),
            "<a href=\"https://example.kz/?a&#38;b\"><b>сайт</b></a>"
        );
        assert_eq!(render("#art-1"), "<a href=\"#art-1\"><b>сайт</b></a>");
        assert_eq!(render("javascript:alert(1)"), "<b>сайт</b>");
    }
}
