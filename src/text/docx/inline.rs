//! The words within a paragraph: runs, breaks, fields, notes, and what floats beside them.

use super::field::{Field, followed, target};
use super::flow::Flow;
use super::styles::Look;
use super::symbols::symbol;
use super::xml::{Element, Space};
use crate::text::body::{Block, Emphasis, Span};
use crate::text::refusal::Refusal;

/// What a paragraph holds.
#[derive(Debug, Default)]
pub struct Line {
    /// Its words.
    pub spans: Vec<Span>,
    /// Its pictures and text boxes, which follow it.
    pub floats: Vec<Block>,
}

impl Line {
    fn push(&mut self, text: &str, emphasis: Emphasis, link: Option<&str>) {
        match self.spans.last_mut() {
            Some(last)
                if last.emphasis == emphasis && last.note.is_none() && last.link.as_deref() == link =>
            {
                last.text.push_str(text);
            }
            _ => {
                let link = link.map(str::to_owned);
                self.spans.push(Span { text: text.to_owned(), emphasis, link, ..Span::default() });
            }
        }
    }

    /// Removes white space around the words.
    pub fn trim(&mut self) {
        while let Some(last) = self.spans.last_mut().filter(|span| span.note.is_none()) {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.spans.pop();
        }
        while let Some(first) = self.spans.first_mut().filter(|span| span.note.is_none()) {
            let blank = first.text.len() - first.text.trim_start().len();
            first.text.drain(..blank);
            if !first.text.is_empty() {
                break;
            }
            self.spans.remove(0);
        }
    }
}

impl Flow<'_> {
    /// Reads the words of an element and of everything in it.
    pub(super) fn inline(&mut self, element: &Element, look: Look, line: &mut Line) -> Result<(), Refusal> {
        for child in &element.children {
            match (child.space, &*child.name) {
                // What was deleted or moved away, properties, old contents and guides to pronunciation.
                (Space::Word, "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt") => {}
                (Space::Word, "r") => {
                    let look = self.run_look(child, look);
                    self.inline(child, look, line)?;
                }
                (Space::Word, "t") => self.words(child, look, line),
                (Space::Math, "t") => self.show(&child.text, look, line),
                (Space::Word, "tab" | "ptab") => self.show("\t", look, line),
                (Space::Word, "br" | "cr") => self.show("\n", look, line),
                (Space::Word, "noBreakHyphen") => self.show("\u{2011}", look, line),
                (Space::Word, "sym") => self.symbol(child, look, line),
                (Space::Word, "fldChar") => self.field(child),
                (Space::Word, "instrText") => {
                    if let Some(Field::Instruction(instruction)) = self.fields.last_mut() {
                        instruction.push_str(&child.text);
                    }
                }
                (Space::Word, "hyperlink") => {
                    let target = self.hyperlink(child);
                    self.linked(child, target, look, line)?;
                }
                (Space::Word, "fldSimple") => {
                    let target = target(child.attribute("instr").unwrap_or_default());
                    self.linked(child, target, look, line)?;
                }
                (Space::Word, "bookmarkStart") => self.bookmark(child),
                (Space::Word, "footnoteReference" | "endnoteReference") => self.note(child, look, line)?,
                (Space::Word, "drawing" | "pict" | "object") => self.float(child, &mut line.floats)?,
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = child.alternative() {
                        self.inline(branch, look, line)?;
                    }
                }
                _ => self.inline(child, look, line)?,
            }
        }
        Ok(())
    }

    /// Reads words that lead somewhere.
    fn linked(
        &mut self,
        element: &Element,
        target: Option<String>,
        look: Look,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let before = self.link.clone();
        self.link = target.or(self.link.take());
        self.inline(element, look, line)?;
        self.link = before;
        Ok(())
    }

    /// Where a hyperlink leads (ISO/IEC 29500-1, 17.16.22).
    fn hyperlink(&self, element: &Element) -> Option<String> {
        let address = element.attribute("id").and_then(|id| self.links.get(id)).cloned();
        let place = element.attribute("anchor").map(|bookmark| format!("#{bookmark}"));
        followed(address.unwrap_or_default() + &place.unwrap_or_default())
    }

    /// The look of a run: its own properties over those of its style over those of the paragraph's style.
    fn run_look(&self, run: &Element, paragraph: Look) -> Look {
        let Some(properties) = run.child("rPr") else { return paragraph };
        let styled = match properties.property("rStyle") {
            Some(style) => self.styles.run(style).toggled(paragraph),
            None => paragraph,
        };
        Look::read(properties).or(styled)
    }

    fn words(&self, element: &Element, look: Look, line: &mut Line) {
        let preserve = element.attribute("space") == Some("preserve");
        let text =
            if preserve { element.text.as_str() } else { element.text.trim_matches([' ', '\t', '\n', '\r']) };
        // An optional hyphen is a hint for one page's width: it would hide the word from search and comparison.
        let text: String = text
            .chars()
            .filter(|character| *character != '\u{AD}')
            .map(|character| if matches!(character, '\n' | '\r') { ' ' } else { character })
            .collect();
        self.show(&text, look, line);
    }

    fn show(&self, text: &str, look: Look, line: &mut Line) {
        if look.hidden == Some(true) || self.is_instruction() {
            return;
        }
        let emphasis = match (look.bold.unwrap_or(false), look.italic.unwrap_or(false)) {
            (false, false) => Emphasis::Plain,
            (true, false) => Emphasis::Bold,
            (false, true) => Emphasis::Italic,
            (true, true) => Emphasis::BoldItalic,
        };
        let of_field = || {
            self.fields.iter().rev().find_map(|field| match field {
                Field::Result(target) => target.as_deref(),
                Field::Instruction(_) => None,
            })
        };
        line.push(text, emphasis, self.link.as_deref().or_else(of_field));
    }

    /// Whether what is being read belongs to the instruction of a field.
    fn is_instruction(&self) -> bool {
        self.fields.iter().any(|field| matches!(field, Field::Instruction(_)))
    }

    fn symbol(&self, element: &Element, look: Look, line: &mut Line) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(code) = code {
            let sign = symbol(element.attribute("font").unwrap_or_default(), code);
            self.show(sign.encode_utf8(&mut [0; 4]), look, line);
        }
    }

    fn field(&mut self, element: &Element) {
        match element.attribute("fldCharType") {
            Some("begin") => self.fields.push(Field::Instruction(String::new())),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.show();
                }
            }
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    fn note(&mut self, reference: &Element, look: Look, line: &mut Line) -> Result<(), Refusal> {
        if look.hidden == Some(true) || self.is_instruction() {
            return Ok(());
        }
        if let Some(number) = self.read_note(reference)? {
            line.spans.push(Span { note: Some(number), ..Span::default() });
        }
        Ok(())
    }

    /// Reads what floats: the paragraphs of text boxes, and a mark for each picture.
    fn float(&mut self, element: &Element, floats: &mut Vec<Block>) -> Result<(), Refusal> {
        for child in &element.children {
            match (child.space, &*child.name) {
                (Space::Word, "txbxContent") => self.apart(child, floats)?,
                (Space::Compatibility, "AlternateContent") => {
                    if let Some(branch) = child.alternative() {
                        self.float(branch, floats)?;
                    }
                }
                (Space::Other, "blip" | "imagedata" | "chart" | "relIds" | "OLEObject") => {
                    if floats.last() != Some(&Block::Picture) {
                        self.count_block()?;
                        floats.push(Block::Picture);
                    }
                }
                _ => self.float(child, floats)?,
            }
        }
        Ok(())
    }
}
