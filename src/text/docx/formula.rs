//! Formulas (Office Math, ISO/IEC 29500-1, 22.1) in one line, as a person would type them: `(a + b)/c`, `x²`.

use super::flow::Flow;
use super::look::Look;
use super::xml::{Element, Space};
use crate::text::body::Position;
use crate::text::line::Line;
use crate::text::refusal::Refusal;

impl Flow<'_> {
    /// Reads a formula, or a part of one.
    pub(super) fn formula(&mut self, element: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        element.children.iter().try_for_each(|child| self.term(child, look, line))
    }

    fn term(&mut self, term: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        if term.space != Space::Math {
            return match &*term.name {
                "del" | "moveFrom" | "rPr" => Ok(()),
                "r" => self.inline(term, &self.run_look(term, look), line),
                _ => self.formula(term, look, line),
            };
        }
        let part = |name: &str| term.child(name);
        let property = |of: &str, name: &str| term.child(of).and_then(|properties| properties.property(name));
        match &*term.name {
            "r" => self.inline(term, look, line),
            "f" => {
                self.operand(part("num"), look, line)?;
                let is_barless = property("fPr", "type") == Some("noBar");
                self.show(if is_barless { " , " } else { "/" }, look, line);
                self.operand(part("den"), look, line)
            }
            "sSup" | "sSub" | "sSubSup" => {
                self.whole(part("e"), look, line)?;
                self.shifted(part("sub"), Position::Lowered, look, line)?;
                self.shifted(part("sup"), Position::Raised, look, line)
            }
            "sPre" => {
                self.shifted(part("sub"), Position::Lowered, look, line)?;
                self.shifted(part("sup"), Position::Raised, look, line)?;
                self.whole(part("e"), look, line)
            }
            "rad" => {
                self.shifted(part("deg"), Position::Raised, look, line)?;
                self.show("√", look, line);
                self.operand(part("e"), look, line)
            }
            "nary" => {
                self.show(property("naryPr", "chr").unwrap_or("∫"), look, line);
                self.shifted(part("sub"), Position::Lowered, look, line)?;
                self.shifted(part("sup"), Position::Raised, look, line)?;
                self.show(" ", look, line);
                self.whole(part("e"), look, line)
            }
            "func" => {
                self.whole(part("fName"), look, line)?;
                self.show(" ", look, line);
                self.whole(part("e"), look, line)
            }
            "limLow" | "limUpp" => {
                let position = if &*term.name == "limLow" { Position::Lowered } else { Position::Raised };
                self.whole(part("e"), look, line)?;
                self.shifted(part("lim"), position, look, line)
            }
            "d" => {
                let sign = |name, usual| property("dPr", name).unwrap_or(usual);
                self.joined(
                    term,
                    "e",
                    [sign("begChr", "("), sign("sepChr", "|"), sign("endChr", ")")],
                    look,
                    line,
                )
            }
            "m" => self.joined(term, "mr", ["[", "; ", "]"], look, line),
            "mr" => self.joined(term, "e", ["", ", ", ""], look, line),
            "eqArr" => self.joined(term, "e", ["", "\n", ""], look, line),
            "t" => {
                self.show(&term.text, look, line);
                Ok(())
            }
            // Properties hold no words; accents, bars, boxes and frames stand around what they hold.
            name if name.ends_with("Pr") => Ok(()),
            _ => self.formula(term, look, line),
        }
    }

    fn whole(&mut self, part: Option<&Element>, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        part.map_or(Ok(()), |part| self.formula(part, look, line))
    }

    /// A part that belongs together: in brackets, unless it is one number or one word.
    fn operand(&mut self, part: Option<&Element>, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        let mut inner = Line::default();
        self.whole(part, look, &mut inner)?;
        self.bracketed(inner, look, line);
        Ok(())
    }

    fn bracketed(&mut self, inner: Line, look: &Look, line: &mut Line) {
        let text: String = inner.spans.iter().map(|span| span.text.as_str()).collect();
        let brackets = !is_one(text.trim());
        if brackets {
            self.show("(", look, line);
        }
        inner.spans.into_iter().for_each(|span| line.push(span));
        if brackets {
            self.show(")", look, line);
        }
    }

    /// A power or an index; what is raised twice is written behind a sign.
    fn shifted(
        &mut self,
        part: Option<&Element>,
        position: Position,
        look: &Look,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        let mut inner = Line::default();
        let is_on_line = look.position.unwrap_or_default().is_on_line();
        let shifted =
            if is_on_line { Look { position: Some(position), ..look.clone() } } else { look.clone() };
        self.whole(part, &shifted, &mut inner)?;
        if inner.spans.is_empty() {
            return Ok(());
        }
        if is_on_line {
            inner.spans.into_iter().for_each(|span| line.push(span));
            return Ok(());
        }
        self.show(if position == Position::Raised { "^" } else { "_" }, look, line);
        self.bracketed(inner, look, line);
        Ok(())
    }

    /// The parts of this name, with signs before, between and behind them.
    fn joined(
        &mut self,
        term: &Element,
        name: &str,
        [before, between, behind]: [&str; 3],
        look: &Look,
        line: &mut Line,
    ) -> Result<(), Refusal> {
        self.show(before, look, line);
        for (at, part) in term.children_named(name).enumerate() {
            if at > 0 {
                self.show(between, look, line);
            }
            if name == "mr" { self.term(part, look, line)? } else { self.formula(part, look, line)? }
        }
        self.show(behind, look, line);
        Ok(())
    }
}

/// Whether a part is one number or one word.
fn is_one(text: &str) -> bool {
    let is_number = text.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    is_number || text.chars().all(char::is_alphabetic)
}
