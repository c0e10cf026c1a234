//! The words of a paragraph, and what floats beside them.

use crate::text::body::{Block, Position, Span};

/// Letters in a row from which raised words in brackets are a caption: `(подпись)` under a line.
const CAPTION_LETTERS: usize = 3;

/// What numbers of pages stand with.
const PAGE_WORDS: [&str; 11] =
    ["стр", "страница", "с", "из", "лист", "бет", "беті", "парақ", "page", "of", "p"];

/// What a paragraph holds.
#[derive(Debug, Default)]
pub struct Line {
    /// Its words.
    pub spans: Vec<Span>,
    /// Its pictures and text boxes, which follow it.
    pub floats: Vec<Block>,
}

impl Line {
    /// Appends words; those of one look become one span.
    pub fn push(&mut self, words: Span) {
        match self.spans.last_mut() {
            Some(last) if last.looks_like(&words) => last.text.push_str(&words.text),
            _ => self.spans.push(words),
        }
    }

    /// Whether all its words are crossed out.
    pub fn is_struck(&self) -> bool {
        self.has_words() && self.spans.iter().all(|span| span.is_struck || span.text.trim().is_empty())
    }

    fn has_words(&self) -> bool {
        self.spans.iter().any(|span| span.note.is_none() && !span.text.trim().is_empty())
    }

    /// Puts on the line what is raised or lowered only to look smaller: whole paragraphs, captions, white space.
    pub fn settle(&mut self) {
        let words = || self.spans.iter().filter(|span| span.note.is_none() && !span.text.trim().is_empty());
        let whole = words().next().is_some_and(|first| words().all(|span| span.position == first.position));
        for span in &mut self.spans {
            if whole || is_caption(&span.text) {
                span.position = Position::OnLine;
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

/// Whether raised or lowered words say nothing by where they stand: blanks and lines to write on, words in brackets.
fn is_caption(text: &str) -> bool {
    let text = text.trim();
    let is_blank = text.chars().all(|sign| sign.is_whitespace() || matches!(sign, '_' | '.' | ',' | ';'));
    let has_word =
        || text.split(|sign: char| !sign.is_alphabetic()).any(|word| word.chars().count() >= CAPTION_LETTERS);
    is_blank || (text.starts_with('(') && text.ends_with(')') && has_word())
}

/// Whether a line above a page only numbers it: `- 5 -`, `стр. 1 из 12`.
pub fn is_page_number(text: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).all(|word| PAGE_WORDS.contains(&word.as_str()))
}
