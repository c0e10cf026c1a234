//! The readable body of a text as HTML.

use std::ops::Range;

use askama::Template;

use super::change_marks::badges;
use super::formula::mathml;
use super::html::Passage;
use super::pictures::{Pictures, page_of};
use crate::domain::Lang;
use crate::phrases::{say, say_with};
use crate::text::body::{
    Amendment, Block, Body, Change, Emphasis, Formula, Note, Position, ScannedPage, Span, Warning,
};
use crate::text::compare::Comparison;
use crate::text::find::{Piece, Query, marked};
use crate::text::link::is_safe;
use crate::text::picture::SMALL_WIDTH;
use crate::text::section;

/// Deepest heading that the contents show: articles and chapters, not points.
const CONTENTS_DEPTH: u8 = 3;

/// Deepest list that is indented further: a narrow screen has no room for more.
const DEPTH_MAX: u8 = 4;

/// Blocks of a part of a text, which a browser lays out at once: some screens of a phone.
const PART_BLOCKS_MIN: usize = 12;
const PART_BLOCKS_MAX: usize = 24;

/// Most blocks of a part that is shown before the whole text: an article is shorter, a chapter is opened by a link.
const QUOTED_BLOCKS_MAX: usize = 40;

/// Longest number of a point, in characters: «10.12.3.».
const NUMBER_MAX_CHARS: usize = 10;

/// Deepest heading of HTML.
const HEADING_MAX: u8 = 6;

/// A body in the language of its text; what the program adds inside of it is said in that language too.
#[derive(Template)]
#[template(path = "body.html")]
pub struct BodyView<'a> {
    body: &'a Body,
    blocks: Part<'a>,
    lang: Lang,
    page: Lang,
}

impl<'a> BodyView<'a> {
    /// The body of a text in `lang` on a page in `page`.
    pub fn new(body: &'a Body, lang: Lang, page: Lang) -> Self {
        let blocks = Part { amendments: &body.amendments, ..Part::new(&body.blocks, lang, Ids::Own) };
        Self { body, blocks, lang, page }
    }

    /// The body with the words of a search marked.
    pub fn marking(mut self, query: Option<&'a Query>) -> Self {
        self.blocks.query = query;
        self
    }

    /// The body with the pictures of its scanned pages.
    pub fn pictured(mut self, pictures: Pictures) -> Self {
        let unread = self.body.warnings.iter().find_map(|warning| match warning {
            Warning::PagesWithoutWords { pages, .. } => Some(pages.as_slice()),
            _ => None,
        });
        self.blocks.pictures = Some((pictures, unread.unwrap_or_default()));
        self
    }

    /// The body.
    pub fn body(&self) -> &'a Body {
        self.body
    }

    /// Whether some of its pages are shown as pictures.
    pub fn has_scanned_pages(&self) -> bool {
        self.body.blocks.iter().any(|block| matches!(block, Block::ScannedPage(_)))
    }

    /// The language of the text.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The blocks in parts of some screens, so that a browser lays out what is near first: a part begins with a heading
    /// where there is one in time.
    fn parts(&self) -> impl Iterator<Item = Part<'a>> {
        let blocks = self.blocks.blocks;
        let mut starts = vec![0];
        for (at, block) in blocks.iter().enumerate() {
            let before = at - starts.last().copied().unwrap_or_default();
            let is_heading = matches!(block, Block::Heading { .. });
            if before >= PART_BLOCKS_MAX || (is_heading && before >= PART_BLOCKS_MIN) {
                starts.push(at);
            }
        }
        let ends = starts.clone().into_iter().skip(1).chain([blocks.len()]);
        let ranges: Vec<_> = starts.into_iter().zip(ends).filter(|(start, end)| start < end).collect();
        ranges.into_iter().map(|(start, end)| self.blocks.within(start..end))
    }

    /// The part that an anchor leads to, to stand before the body; and whether more of it stands there.
    pub(super) fn quoted(&self, anchor: &str) -> Option<(Part<'a>, bool)> {
        let whole = section::part(self.body, anchor)?;
        let shown = whole.start..whole.end.min(whole.start + QUOTED_BLOCKS_MAX);
        let is_cut = shown.end < whole.end;
        Some((Part { ids: Ids::Left, ..self.blocks.within(shown) }, is_cut))
    }

    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }

    fn spans(&self, note: &'a Note) -> Spans<'a> {
        Spans { spans: &note.content, lang: self.lang, ids: Ids::Own, query: None }
    }

    fn back_label(&self, note: &Note) -> String {
        let number = note.sign.clone().unwrap_or_else(|| note.number.to_string());
        say_with(self.lang, "note-back", &[("number", number.into())])
    }

    /// The headings that links can lead to, with their depth for the indent and what happened to them.
    pub fn contents(&self, changes: Option<&Comparison>) -> Vec<Entry> {
        let mut badges = changes.map(|changes| badges(changes, self.page)).unwrap_or_default();
        let headings = self.body.blocks.iter().filter_map(|block| match block {
            Block::Heading { level, anchor: Some(anchor), .. } if *level <= CONTENTS_DEPTH => {
                let words = Passage::new(block.line(), self.lang, self.page);
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

/// Whether blocks carry the anchors that links lead to: an anchor is unique in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// They do.
    Own,
    /// What stands around them does.
    Left,
}

/// Blocks in reading order: a whole body, a section of it, or a cell of a table.
#[derive(Template)]
#[template(path = "blocks.html")]
pub struct Part<'a> {
    blocks: &'a [Block],
    /// The level of each block that is a heading, as a page has it.
    headings: Vec<u8>,
    lang: Lang,
    ids: Ids,
    /// The search whose words are marked.
    query: Option<&'a Query>,
    /// The pictures of scanned pages, where they are shown, and the pages that nobody has read.
    pictures: Option<(Pictures, &'a [u32])>,
    /// What amends the text.
    amendments: &'a [Amendment],
}

impl<'a> Part<'a> {
    /// Blocks of a text in `lang`.
    pub fn new(blocks: &'a [Block], lang: Lang, ids: Ids) -> Self {
        Self { blocks, headings: headings(blocks), lang, ids, query: None, pictures: None, amendments: &[] }
    }

    /// What amends the place with an anchor, and what of it: the title of the amendment, its words.
    fn changes(&self, anchor: &Option<String>) -> Vec<(String, &'a Change)> {
        let Some(anchor) = anchor else { return Vec::new() };
        let of = |amendment: &'a Amendment| {
            let changes = amendment.changes.iter().filter(move |change| change.at == *anchor);
            changes.map(move |change| (self.changed_by(amendment), change))
        };
        self.amendments.iter().flat_map(of).collect()
    }

    /// «Changed: additional agreement No. 1».
    fn changed_by(&self, amendment: &Amendment) -> String {
        say_with(self.lang, "amended-by", &[("title", amendment.title.as_str().into())])
    }

    /// Some of the blocks, as they stand among the others.
    fn within(&self, range: Range<usize>) -> Self {
        Self {
            blocks: self.blocks.get(range.clone()).unwrap_or_default(),
            headings: self.headings.get(range).unwrap_or_default().to_vec(),
            ..*self
        }
    }

    /// What opens the picture of a page whose words stand below it.
    fn picture_of(&self, page: &ScannedPage) -> String {
        say_with(self.lang, "scanned-page-open", &[("page", page_of(page, self.lang).into())])
    }

    fn has_ids(&self) -> bool {
        self.ids == Ids::Own
    }

    /// The place of a scanned page among the others.
    fn page_words(&self, page: &ScannedPage) -> String {
        page_of(page, self.lang)
    }

    /// The height of the picture of a scanned page, in pixels.
    fn picture_height(page: &ScannedPage) -> u64 {
        u64::from(SMALL_WIDTH) * u64::from(page.height) / u64::from(page.width.max(1))
    }

    /// The anchor of a block, where it carries one.
    fn id<'b>(&self, anchor: &'b Option<String>) -> Option<&'b str> {
        anchor.as_deref().filter(|_| self.ids == Ids::Own)
    }

    fn spans(&self, spans: &'a [Span]) -> Spans<'a> {
        Spans { spans, lang: self.lang, ids: self.ids, query: self.query }
    }

    fn heading(&self, at: &usize) -> u8 {
        self.headings.get(*at).copied().unwrap_or(HEADING_MAX)
    }

    /// A heading is a link to itself, so that its address can be copied; links cannot stand within links.
    fn links_to_itself(content: &[Span]) -> bool {
        content.iter().all(|span| span.note.is_none() && span.link.is_none())
    }

    /// The number that stands in the words of a point itself, and the words after it as HTML.
    fn numbered(
        &self,
        anchor: &Option<String>,
        label: &Option<String>,
        content: &[Span],
    ) -> Option<(String, String)> {
        self.id(anchor).filter(|_| label.is_none())?;
        let is_plain = |span: &&Span| {
            span.note.is_none() && span.link.is_none() && !span.is_struck && span.position == Position::OnLine
        };
        let (number, after) = content.first().filter(is_plain)?.text.split_once(char::is_whitespace)?;
        let is_number = number.chars().any(|c| c.is_ascii_digit()) || number.ends_with(')');
        if !is_number || number.chars().count() > NUMBER_MAX_CHARS {
            return None;
        }
        let mut rest = content.to_vec();
        rest.iter_mut().take(1).for_each(|first| after.clone_into(&mut first.text));
        let rest = Spans { spans: &rest, lang: self.lang, ids: self.ids, query: self.query };
        Some((number.to_owned(), rest.to_string()))
    }

    fn depth(&self, depth: &u8) -> u8 {
        (*depth).min(DEPTH_MAX)
    }

    fn inner(&self, blocks: &'a [Block]) -> Self {
        Self { query: self.query, ..Self::new(blocks, self.lang, self.ids) }
    }

    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

/// The level of each heading: one deeper than the heading above it, and none is left out, so that programs that read
/// aloud can walk through them. The page's title is the first.
fn headings(blocks: &[Block]) -> Vec<u8> {
    let mut above: Vec<u8> = Vec::new();
    let level = |block: &Block| match block {
        Block::Heading { level, .. } => {
            above.retain(|other| other < level);
            above.push(*level);
            u8::try_from(above.len() + 1).unwrap_or(HEADING_MAX).min(HEADING_MAX)
        }
        _ => HEADING_MAX,
    };
    blocks.iter().map(level).collect()
}

/// Words of a paragraph.
#[derive(Template)]
#[template(path = "spans.html")]
struct Spans<'a> {
    spans: &'a [Span],
    lang: Lang,
    ids: Ids,
    /// The search whose words are marked.
    query: Option<&'a Query>,
}

impl Spans<'_> {
    fn math(&self, formula: &Formula, span: &Span) -> String {
        mathml(formula, &span.text)
    }

    /// Where words lead. Stored bodies are checked again: the process that read the file was a stranger's prey.
    fn href<'s>(&self, span: &'s Span) -> Option<&'s str> {
        span.link.as_deref().filter(|link| link.starts_with('#') || is_safe(link))
    }

    /// A line in pieces: the words of the search stand in pieces of their own.
    fn pieces(&self, line: &str) -> Vec<Piece> {
        match self.query {
            Some(query) => marked(line, self.lang, query),
            None => vec![Piece { text: line.to_owned(), is_marked: false, is_struck: false }],
        }
    }

    fn note_label(&self, span: &Span, number: &u32) -> String {
        say_with(self.lang, "note-number", &[("number", self.note_sign(span, number).into())])
    }

    /// What stands for a footnote: its own sign, or its number.
    fn note_sign(&self, span: &Span, number: &u32) -> String {
        if span.text.is_empty() { number.to_string() } else { span.text.clone() }
    }

    fn say(&self, key: &str) -> String {
        say(self.lang, key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_of_heading_is_left_out() {
        let heading = |level: &u8| Block::Heading {
            level: *level,
            anchor: None,
            label: None,
            content: vec![Span::plain("Тарау")],
        };
        let levels = |levels: &[u8]| headings(&levels.iter().map(heading).collect::<Vec<_>>());
        assert_eq!(levels(&[2, 3, 3, 2, 3]), [2, 3, 3, 2, 3]);
        assert_eq!(levels(&[3, 1, 3, 5, 3, 2]), [2, 2, 3, 4, 3, 3]);
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6]), [2, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn only_safe_links_are_rendered() {
        let link = |to: &str| Span {
            text: "сайт".to_owned(),
            emphasis: Emphasis::Bold,
            link: Some(to.to_owned()),
            ..Span::default()
        };
        let render =
            |to: &str| Spans { spans: &[link(to)], lang: Lang::Ru, ids: Ids::Own, query: None }.to_string();
        assert_eq!(
            render("https://example.kz/?a&b"),
            "<a href=\"https://example.kz/?a&#38;b\"><b>сайт</b></a>"
        );
        assert_eq!(render("#art-1"), "<a href=\"#art-1\"><b>сайт</b></a>");
        assert_eq!(render("javascript:alert(1)"), "<b>сайт</b>");
    }

    #[test]
    fn marks_are_shown_and_said() {
        let render =
            |span: Span| Spans { spans: &[span], lang: Lang::Ru, ids: Ids::Own, query: None }.to_string();
        let raised = Span { position: Position::Raised, ..Span::plain("1") };
        assert_eq!(render(raised), "<sup><span class=\"vh\"> вверху </span>1</sup>");
        let lowered = Span { position: Position::Lowered, ..Span::plain("2") };
        assert_eq!(render(lowered), "<sub><span class=\"vh\"> внизу </span>2</sub>");
        let struck = Span { is_struck: true, emphasis: Emphasis::Bold, ..Span::plain("42") };
        let expected = "<b><s><span class=\"vh\">зачёркнуто: </span>42<span class=\"vh\"> (конец зачёркнутого)</span></s></b>";
        assert_eq!(render(struck), expected);
        let part = Box::new(Formula::Words("a".to_owned()));
        let root = Formula::Root { of: part, degree: None };
        let formula = Span { formula: Some(Box::new(root)), ..Span::plain("√a") };
        let expected = "<math displaystyle=\"true\" alttext=\"√a\"><mrow class=\"root\"><mo>√</mo><mrow><mi>a</mi></mrow></mrow></math><span class=\"read\">√a</span>";
        assert_eq!(render(formula), expected);
        let own = Span { note: Some(2), ..Span::plain("*") };
        let expected = "<sup><a id=\"fnref-2\" href=\"#fn-2\" aria-label=\"Сноска *\">*</a></sup>";
        assert_eq!(render(own), expected);
    }
}
