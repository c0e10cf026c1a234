//! A line of words.

use super::glyphs::{Glyph, Look};
use crate::text::body::Position;

/// A line of a page, or of one column of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The number of its page, from 1.
    pub page: u32,
    /// Where it starts, in points.
    pub left: f64,
    /// Where it ends.
    pub right: f64,
    /// Its base line; up is more.
    pub y: f64,
    /// The size of its font.
    pub size: f64,
    /// Its words.
    pub text: String,
    /// How each of its characters looks.
    pub looks: Vec<Look>,
    /// Where each of its characters stands.
    pub places: Vec<Place>,
    /// How wide its first word is.
    pub first_word_width: f64,
    /// Which way it is written, in quarter turns.
    pub turn: u8,
    /// Whether it goes on with the line before, after a gap as wide as between columns.
    pub goes_on: bool,
    /// Whether it was written into a field of the page.
    pub is_added: bool,
    /// The column of prose in which it stands.
    pub column: Option<Column>,
}

/// A column of prose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its place from the left, from 0.
    pub number: usize,
    /// Where its lines begin.
    pub left: f64,
    /// Where they end.
    pub right: f64,
    /// Whether the columns beside it are in other languages.
    pub is_language: bool,
}

/// Where a character stands in its line, and how large it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Its middle from the left.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// Its size.
    pub size: f64,
}

impl Place {
    fn of(glyph: &Glyph) -> Self {
        Self { x: glyph.x + glyph.width / 2.0, y: glyph.y, size: glyph.size }
    }
}

/// A gap this wide separates words where no space was drawn, in sizes of the font: kerning stays under 0.1,
/// narrow spaces of justified text above 0.2.
pub const WORD_GAP: f64 = 0.16;

/// Two base lines this near are one, in sizes of the font: raised numbers of notes stand at about 0.4.
pub const SAME_LINE: f64 = 0.5;

/// Whether a character is drawn a second time to look bold.
pub fn is_double(before: &Glyph, glyph: &Glyph) -> bool {
    before.text == glyph.text
        && !glyph.text.trim().is_empty()
        && (before.x - glyph.x).abs() < glyph.width * 0.3
        && (before.y - glyph.y).abs() < glyph.size * 0.1
}

impl Line {
    /// An empty line where a character begins it.
    pub fn start(page: u32, glyph: &Glyph) -> Self {
        Self {
            page,
            left: glyph.x,
            right: glyph.x,
            y: glyph.y,
            size: glyph.size,
            text: String::new(),
            looks: Vec::new(),
            places: Vec::new(),
            first_word_width: 0.0,
            turn: glyph.turn,
            goes_on: false,
            is_added: glyph.is_added,
            column: None,
        }
    }

    fn write(&mut self, text: &str, look: Look, place: Place) {
        // A tab within a line is a gap; in a body it would part cells.
        self.text.extend(text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
        self.looks.extend(text.chars().map(|_| look));
        self.places.extend(text.chars().map(|_| place));
    }

    /// Goes on with another line to the right of it.
    pub fn append(&mut self, next: Self) {
        let apart = next.left - self.right > self.size * WORD_GAP;
        if apart && !self.text.ends_with(' ') {
            self.write(" ", Look::default(), Place { x: self.right, y: self.y, size: self.size });
        }
        self.text.push_str(&next.text);
        self.looks.extend(next.looks);
        self.places.extend(next.places);
        self.right = next.right.max(self.right);
    }

    /// The gap before a character that would continue it, in sizes of the font.
    pub fn gap(&self, glyph: &Glyph) -> f64 {
        (glyph.x - self.right) / self.size.max(glyph.size)
    }

    /// Whether it ends like a sentence or a point; the mark of a note may stand behind.
    pub fn ends_sentence(&self) -> bool {
        let on_line = self.looks.iter().rposition(|look| look.position != Position::Raised);
        let last = on_line.and_then(|at| self.text.chars().nth(at));
        last.is_some_and(|last| matches!(last, '.' | ';' | ':' | '!' | '?'))
    }

    /// Whether a character goes on with it.
    pub fn takes(&self, glyph: &Glyph) -> bool {
        let size = self.size.max(glyph.size);
        self.turn == glyph.turn
            && self.is_added == glyph.is_added
            && (self.y - glyph.y).abs() < size * SAME_LINE
            && glyph.x > self.right - size * SAME_LINE
    }

    /// Takes a character; `spread` is how far apart the letters around it are set.
    pub fn push(&mut self, glyph: &Glyph, spread: f64) {
        let gap = WORD_GAP + spread * 1.4;
        let apart = glyph.x - self.right > self.size.min(glyph.size) * gap;
        let blank = glyph.text.chars().all(char::is_whitespace);
        if (apart || blank) && !self.text.is_empty() && !self.text.ends_with(' ') {
            self.write(" ", glyph.look, Place::of(glyph));
        }
        if blank {
            // A space at the end of a line may hang over the margin: it is not part of the line's width.
            self.right = self.right.max(glyph.x);
            return;
        }
        self.write(&glyph.text, glyph.look, Place::of(glyph));
        self.right = self.right.max(glyph.x + glyph.width);
        if glyph.size > self.size {
            (self.size, self.y) = (glyph.size, glyph.y);
        }
        if !self.text.contains(' ') {
            self.first_word_width = self.right - self.left;
        }
    }
}
