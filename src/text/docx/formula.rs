//! Formulas (Office Math, ISO/IEC 29500-1, 22.1) as a tree.

use super::flow::Flow;
use super::look::Look;
use super::xml::{Element, Space};
use crate::text::body::Formula;
use crate::text::line::Line;
use crate::text::refusal::Refusal;

/// Parts within parts: honest formulas nest about five. What lies deeper is one line of words.
const MAX_DEPTH: usize = 10;

impl Flow<'_> {
    /// Reads a formula.
    pub(super) fn formula(&mut self, element: &Element, look: &Look, line: &mut Line) -> Result<(), Refusal> {
        let formula = self.terms(element, look, 0)?;
        if !formula.is_empty() {
            let mut span = formula.into_span();
            span.is_struck = look.is_struck();
            line.spans.push(span);
        }
        Ok(())
    }

    /// All terms of an element.
    fn terms(&mut self, element: &Element, look: &Look, depth: usize) -> Result<Formula, Refusal> {
        let mut terms = Vec::new();
        for child in &element.children {
            match self.term(child, look, depth)? {
                Formula::Row(inner) => terms.extend(inner),
                Formula::Words(words) if words.is_empty() => {}
                Formula::Words(words) => match terms.last_mut() {
                    Some(Formula::Words(before)) => before.push_str(&words),
                    _ => terms.push(Formula::Words(words)),
                },
                term => terms.push(term),
            }
        }
        Ok(match terms.len() {
            1 => terms.remove(0),
            _ => Formula::Row(terms),
        })
    }

    fn term(&mut self, term: &Element, look: &Look, depth: usize) -> Result<Formula, Refusal> {
        if term.space != Space::Math {
            return match &*term.name {
                "del" | "moveFrom" | "rPr" => Ok(Formula::Row(Vec::new())),
                "r" => self.letters(term, &self.run_look(term, look)),
                _ => self.terms(term, look, depth),
            };
        }
        if depth > MAX_DEPTH {
            return self.letters(term, look);
        }
        let property = |of: &str, name: &str| property(term, of, name);
        let mut part = |name: &str| match term.child(name) {
            Some(part) => self.terms(part, look, depth + 1).map(Box::new),
            None => Ok(Box::new(Formula::Row(Vec::new()))),
        };
        let known = |part: Box<Formula>| (!part.is_empty()).then_some(part);
        Ok(match &*term.name {
            "r" | "t" => self.letters(term, look)?,
            "f" => {
                let is_ruled = property("fPr", "type") != Some("noBar");
                Formula::Fraction { above: part("num")?, below: part("den")?, is_ruled }
            }
            "sSup" | "sSub" | "sSubSup" => Formula::Scripts {
                base: part("e")?,
                lowered: known(part("sub")?),
                raised: known(part("sup")?),
            },
            "sPre" => {
                let base = Box::new(Formula::Words(String::new()));
                let scripts =
                    Formula::Scripts { base, lowered: known(part("sub")?), raised: known(part("sup")?) };
                Formula::Row(vec![scripts, *part("e")?])
            }
            "rad" => Formula::Root { of: part("e")?, degree: known(part("deg")?) },
            "nary" => {
                let (below, above) = (known(part("sub")?), known(part("sup")?));
                let sign = operator(term, below, above);
                Formula::Row(vec![sign, Formula::Words(" ".to_owned()), *part("e")?])
            }
            "func" => Formula::Row(vec![*part("fName")?, Formula::Words(" ".to_owned()), *part("e")?]),
            "limLow" => Formula::Limits { base: part("e")?, below: known(part("lim")?), above: None },
            "limUpp" => Formula::Limits { base: part("e")?, below: None, above: known(part("lim")?) },
            "acc" | "bar" | "groupChr" => accented(term, part("e")?),
            "d" => {
                let sign = |name, usual: &str| property("dPr", name).unwrap_or(usual).to_owned();
                let (open, between, close) = (sign("begChr", "("), sign("sepChr", "|"), sign("endChr", ")"));
                Formula::Fenced { open, between, close, parts: self.parts(term, "e", look, depth)? }
            }
            "m" => {
                let rows = term.children_named("mr").map(|row| self.parts(row, "e", look, depth));
                Formula::Grid(rows.collect::<Result<_, _>>()?)
            }
            "eqArr" => {
                let rows = self.parts(term, "e", look, depth)?;
                Formula::Grid(rows.into_iter().map(|row| vec![row]).collect())
            }
            // Properties hold no words; boxes, frames and phantoms stand around what they hold.
            name if name.ends_with("Pr") => Formula::Row(Vec::new()),
            _ => self.terms(term, look, depth + 1)?,
        })
    }

    /// The parts of this name.
    fn parts(
        &mut self,
        of: &Element,
        name: &str,
        look: &Look,
        depth: usize,
    ) -> Result<Vec<Formula>, Refusal> {
        of.children_named(name).map(|part| self.terms(part, look, depth + 1)).collect()
    }

    /// Words of a formula as they are shown.
    fn letters(&mut self, run: &Element, look: &Look) -> Result<Formula, Refusal> {
        let mut line = Line::default();
        match &*run.name {
            "t" => self.show(&run.text, look, &mut line),
            _ => self.inline(run, look, &mut line)?,
        }
        Ok(Formula::Words(line.spans.iter().map(|span| span.letters().into_owned()).collect()))
    }
}

/// A property of a term, as the element of its properties has it.
fn property<'e>(term: &'e Element, of: &str, name: &str) -> Option<&'e str> {
    term.child(of).and_then(|properties| properties.property(name))
}

/// The sign of a sum, a product or an integral with its limits.
fn operator(term: &Element, below: Option<Box<Formula>>, above: Option<Box<Formula>>) -> Formula {
    let sign = property(term, "naryPr", "chr").unwrap_or("∫");
    let base = Box::new(Formula::Words(sign.to_owned()));
    let is_beside = match property(term, "naryPr", "limLoc") {
        Some(place) => place == "subSup",
        None => sign == "∫",
    };
    match is_beside {
        true => Formula::Scripts { base, lowered: below, raised: above },
        false => Formula::Limits { base, below, above },
    }
}

/// What has a sign, a bar or a brace over or under it.
fn accented(term: &Element, base: Box<Formula>) -> Formula {
    let (sign, is_under) = match &*term.name {
        "bar" => ("¯", property(term, "barPr", "pos") != Some("top")),
        "groupChr" => {
            let sign = property(term, "groupChrPr", "chr").unwrap_or("⏟");
            (sign, property(term, "groupChrPr", "pos") != Some("top"))
        }
        _ => (property(term, "accPr", "chr").unwrap_or("\u{302}"), false),
    };
    Formula::Accent { base, sign: sign.to_owned(), is_under }
}
