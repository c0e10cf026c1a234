//! The words within a paragraph: runs, breaks, fields and notes.

use super::field::{Field, chosen, followed, target};
use super::flow::Flow;
use super::look::Look;
use super::symbols::symbol;
use super::xml::{Element, Space};
use crate::text::body::Span;
use crate::text::line::Line;
use crate::text::refusal::Refusal;

impl Flow<'_> {
    /// Reads the words of an element and of everything in it.
    pub(super) fn inline(&mut self, element: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        for child in &element.children {
            match (child.space, &*child.name) {
                // What was deleted or moved away, properties, old contents and guides to pronunciation.
                (Space::Word, "del" | "moveFrom" | "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "rt") => {}
                (Space::Word, "r") => {
                    let look = self.run_look(child, look);
                    self.run(child, &look, line)?;
                }
                (Space::Word, "t") => self.words(child, look, line),
                (Space::Math, "oMath") => self.formula(child, look, line)?,
                (Space::Math, "t") => self.show(&child.text, look, line),
                (Space::Word, "tab" | "ptab") => self.show("\t", look, line),
                (Space::Word, "br" | "cr") => self.show("\n", look, line),
                (Space::Word, "noBreakHyphen") => self.show("\u{2011}", look, line),
                (Space::Word, "sym") => self.symbol(child, look, line),
                (Space::Word, "fldChar") => self.field(child, look, line),
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
                (Space::Word, "footnoteReference" | "endnoteReference") => {
                    self.note(child, "", look, line)?
                }
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

    /// Reads a run. The words behind the reference to a note with a sign of its own are that sign.
    fn run(&mut self, run: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        let signed = run.children.iter().find(|child| {
            matches!(&*child.name, "footnoteReference" | "endnoteReference")
                && matches!(child.attribute("customMarkFollows"), Some("1" | "true" | "on"))
        });
        let Some(reference) = signed else { return self.inline(run, look, line) };
        let mut sign = Line::default();
        for child in run.children.iter().filter(|child| !std::ptr::eq(*child, reference)) {
            match &*child.name {
                "t" => self.words(child, look, &mut sign),
                "sym" => self.symbol(child, look, &mut sign),
                _ => {}
            }
        }
        let text: String = sign.spans.iter().map(|span| span.text.trim()).collect();
        self.note(reference, &text, look, line)
    }

    /// Reads words that lead somewhere.
    fn linked(
        &mut self,
        element: &Element,
        target: Option<String>,
        look: &Look,
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
    pub(super) fn run_look(&self, run: &Element, paragraph: &Look) -> Look {
        let Some(properties) = run.child("rPr") else { return paragraph.clone() };
        let styled = match properties.property("rStyle") {
            Some(style) => self.styles.run(style).toggled(paragraph),
            None => paragraph.clone(),
        };
        Look::read(properties).or(&styled)
    }

    fn words(&mut self, element: &Element, look: &Look, line: &mut Line) {
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

    /// Appends words as they are shown; those that nobody sees are only noticed.
    pub(super) fn show(&mut self, text: &str, look: &Look, line: &mut Line) {
        if self.is_instruction() || text.is_empty() {
            return;
        }
        if self.is_unseen(look) {
            return self.noticed.hide(text);
        }
        self.noticed.show(text, look);
        let of_field = || {
            self.fields.iter().rev().find_map(|field| match field {
                Field::Result(target) => target.clone(),
                Field::Instruction(_) => None,
            })
        };
        line.push(Span {
            text: look.shown(text),
            emphasis: look.emphasis(),
            position: look.position.unwrap_or_default(),
            is_struck: look.is_struck(),
            link: self.link.clone().or_else(of_field),
            note: None,
            formula: None,
        });
    }

    /// Whether nobody sees words of this look: hidden ones, tiny ones, white ones on white.
    fn is_unseen(&self, look: &Look) -> bool {
        let on_white = self.coloured == 0 && look.shaded != Some(true);
        look.hidden == Some(true) || look.tiny == Some(true) || (look.white == Some(true) && on_white)
    }

    /// Whether what is being read belongs to the instruction of a field.
    fn is_instruction(&self) -> bool {
        self.fields.iter().any(|field| matches!(field, Field::Instruction(_)))
    }

    fn symbol(&mut self, element: &Element, look: &Look, line: &mut Line) {
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
        if let Some(code) = code {
            let sign = symbol(element.attribute("font").unwrap_or_default(), code);
            let look = Look { fonts: [None, None], ..look.clone() };
            self.show(sign.encode_utf8(&mut [0; 4]), &look, line);
        }
    }

    fn field(&mut self, element: &Element, look: &Look, line: &mut Line) {
        match element.attribute("fldCharType") {
            Some("begin") => {
                if let Some(chosen) = element.child("ffData").and_then(chosen) {
                    self.show(chosen, look, line);
                }
                self.fields.push(Field::Instruction(String::new()));
            }
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

    /// Puts a mark where a note is referred to, and reads the note. It may have a sign of its own.
    fn note(&mut self, reference: &Element, sign: &str, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        if self.is_instruction() || look.hidden == Some(true) {
            return Ok(());
        }
        if let Some(number) = self.read_note(reference, sign)? {
            line.spans.push(Span { text: sign.to_owned(), note: Some(number), ..Span::default() });
        }
        Ok(())
    }
}
