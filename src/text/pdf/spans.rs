//! Characters with their looks make spans.

use super::glyphs::Look;
use crate::text::body::{Position, Span};

/// How the space looks that joins two lines: as the words before it, but it is no mark.
pub fn between(before: Option<&Look>) -> Look {
    let before = before.copied().unwrap_or_default();
    Look { emphasis: before.emphasis, is_struck: before.is_struck, ..Look::default() }
}

/// Words of one look each; a space looks like the words before it. The mark of a footnote is its number.
pub fn spans(text: &str, looks: &[Look]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut before = Look::default();
    for (character, look) in text.chars().zip(looks) {
        let same =
            *look == before || (character.is_whitespace() && look.note.is_none() && before.note.is_none());
        match spans.last_mut().filter(|_| same) {
            Some(span) => span.text.push(character),
            None => {
                let text = character.into();
                spans.push(Span {
                    text,
                    emphasis: look.emphasis,
                    position: look.position,
                    is_struck: look.is_struck,
                    note: look.note,
                    link: None,
                    formula: None,
                });
                before = *look;
            }
        }
    }
    // A space behind crossed-out or raised words is not one of them.
    for at in 1..spans.len() {
        let marked = spans[at - 1].is_struck || spans[at - 1].position != Position::OnLine;
        let words = spans[at - 1].text.trim_end().len();
        if marked && words > 0 && spans[at].note.is_none() {
            let blank = spans[at - 1].text.split_off(words);
            spans[at].text.insert_str(0, &blank);
        }
    }
    // A mark has neither place nor look of its own; asterisks are its sign, digits its number.
    for mark in spans.iter_mut().filter(|span| span.note.is_some()) {
        let sign: String = mark.text.chars().filter(|sign| *sign == '*').collect();
        *mark = Span { text: sign, note: mark.note, ..Span::default() };
    }
    spans
}
