//! The words within a paragraph (ODF 1.3, part 3, 6): spans, spaces, links, fields, notes, and what floats beside them.

use super::flow::Flow;
use crate::text::body::{Block, Note, Span};
use crate::text::docx::look::Look;
use crate::text::docx::measures::points;
use crate::text::docx::xml::Element;
use crate::text::line::Line;
use crate::text::link::is_safe;
use crate::text::refusal::Refusal;

/// The most spaces that one element stands for: a page is not wider.
const MAX_SPACES: usize = 500;

impl Flow<'_> {
    /// Reads the words of an element.
    pub(super) fn inline(&mut self, element: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        for child in &element.children {
            match &*child.name {
                "" => self.words(&child.text, look, line),
                "s" => {
                    let count =
                        child.attribute("c").and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
                    self.show(&" ".repeat(count.min(MAX_SPACES)), look, line);
                }
                "tab" => self.show("\t", look, line),
                "line-break" => self.show("\n", look, line),
                "span" => {
                    let look = self.styles.styled("text", child.attribute("style-name"), look);
                    self.inline(child, &look, line)?;
                }
                "a" => self.linked(child, child.attribute("href").map(str::to_owned), look, line)?,
                "bookmark-ref" | "reference-ref" | "sequence-ref" => {
                    let target = child.attribute("ref-name").map(|name| format!("#{name}"));
                    self.linked(child, target, look, line)?;
                }
                "bookmark" | "bookmark-start" | "reference-mark" | "reference-mark-start" => {
                    self.bookmark(child)
                }
                "hidden-text" | "hidden-paragraph" if child.attribute("is-hidden") == Some("true") => {
                    let look = Look { hidden: Some(true), ..look.clone() };
                    self.inline(child, &look, line)?;
                }
                "note" => self.note(child, line)?,
                "frame" => self.frame(child, line)?,
                "custom-shape" | "rect" | "ellipse" | "circle" | "polygon" | "caption" => {
                    self.shape(child, line)?
                }
                "annotation" | "annotation-end" | "ruby-text" | "change" | "change-start" | "change-end"
                | "soft-page-break" => {}
                _ => self.inline(child, look, line)?,
            }
        }
        Ok(())
    }

    /// White space within words is one space, and none at the beginning (6.1.2).
    fn words(&mut self, words: &str, look: &Look, line: &mut Line) {
        let mut text = String::new();
        let mut after_blank = line.spans.last().is_none_or(|last| last.text.ends_with([' ', '\t', '\n']));
        for sign in words.chars().filter(|sign| *sign != '\u{AD}') {
            let is_blank = matches!(sign, ' ' | '\t' | '\n' | '\r');
            if !(is_blank && after_blank) {
                text.push(if is_blank { ' ' } else { sign });
            }
            after_blank = is_blank;
        }
        self.show(&text, look, line);
    }

    fn show(&mut self, text: &str, look: &Look, line: &mut Line) {
        if text.is_empty() {
            return;
        }
        let on_white = self.coloured == 0 && look.shaded != Some(true);
        let is_white = look.white == Some(true) && on_white;
        if look.hidden == Some(true) || look.tiny == Some(true) || is_white {
            return self.noticed.hide(text);
        }
        self.noticed.show(text, look);
        line.push(Span {
            text: look.shown(text),
            emphasis: look.emphasis(),
            position: look.position.unwrap_or_default(),
            is_struck: look.is_struck(),
            link: self.link.clone(),
            note: None,
            formula: None,
        });
    }

    fn linked(
        &mut self,
        element: &Element,
        target: Option<String>,
        look: &Look,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let target = target.filter(|target| is_safe(target) || target.starts_with('#'));
        let before = std::mem::replace(&mut self.link, target);
        self.inline(element, look, line)?;
        self.link = before;
        Ok(())
    }

    fn note(&mut self, element: &Element, line: &mut Line) -> Result<(), Refusal> {
        if self.in_note {
            return Ok(());
        }
        self.count_block()?;
        let number = self.notes.len() as u32 + 1;
        let sign = element
            .child("note-citation")
            .and_then(|citation| citation.attribute("label"))
            .map(str::to_owned);
        let text = sign.clone().unwrap_or_default();
        self.notes.push(Note { number, sign, content: Vec::new() });
        line.spans.push(Span { text, note: Some(number), ..Span::default() });
        if let Some(body) = element.child("note-body") {
            let mut blocks = Vec::new();
            self.in_note = true;
            let read = self.apart(body, &mut blocks);
            self.in_note = false;
            read?;
            self.notes[number as usize - 1].fill(blocks);
        }
        Ok(())
    }

    /// The paragraphs of a shape. It may have a colour, on which white words are seen.
    fn shape(&mut self, shape: &Element, line: &mut Line) -> Result<(), Refusal> {
        self.coloured += 1;
        let read = self.apart(shape, &mut line.floats);
        self.coloured -= 1;
        read
    }

    /// A text box, a picture, or a file within the file.
    pub(super) fn frame(&mut self, frame: &Element, line: &mut Line) -> Result<(), Refusal> {
        let side = |name: &str| frame.attribute(name).and_then(points).unwrap_or_default();
        let (width, height) = self.styles.page.unwrap_or(super::flow::A4);
        let is_page = side("width") * 2.0 >= width && side("height") * 2.0 >= height;
        for child in &frame.children {
            match &*child.name {
                "text-box" => self.shape(child, line)?,
                "image" | "object" | "object-ole" => {
                    let is_picture = &*child.name == "image";
                    self.noticed.embedded |= !is_picture;
                    if line.floats.last() != Some(&Block::Picture) {
                        self.count_block()?;
                        self.noticed.pictures += u32::from(is_page && is_picture);
                        line.floats.push(Block::Picture);
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }
}
