//! A line of a comparison, with the words that came and went.

use askama::Template;

use crate::domain::Lang;
use crate::phrases::say;
use crate::text::compare::{Kind, Line, Piece, Place, Section};

/// A line with its words as the page shows them.
#[derive(Template)]
#[template(path = "compared_line.html")]
pub(super) struct LineView {
    pieces: Vec<Piece>,
    page: Lang,
}

impl LineView {
    pub(super) fn new(line: &Line, page: Lang) -> Self {
        Self { pieces: line.pieces.clone(), page }
    }

    fn say(&self, key: &str) -> String {
        say(self.page, key)
    }

    /// The lines of the words; the cells of a table's row stand apart.
    fn lines(&self, words: &str) -> Vec<String> {
        words.split('\n').map(|line| line.replace('\t', " | ")).collect()
    }
}

/// The heading of a section; the program's own words where there is none.
pub(super) fn title(section: &Section, place: &Place, page: Lang) -> String {
    match section.lines.first().map(|line| line.kind) {
        _ if !place.title.is_empty() => place.title.clone(),
        Some(Kind::Note) => say(page, "notes"),
        _ => say(page, "compare-opening"),
    }
}
