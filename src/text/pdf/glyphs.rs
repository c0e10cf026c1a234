//! The characters of a PDF with their places, in the order in which they are drawn.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

use super::fonts;
use crate::text::body::Emphasis;
use crate::text::limits::MAX_GLYPHS;
use crate::text::refusal::{Measure, Refusal};

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// Its characters.
    pub glyphs: Vec<Glyph>,
}

/// A drawn character, or a ligature of several. Its place is turned so that it is read from left to right, in points.
#[derive(Debug)]
pub struct Glyph {
    /// Where it starts.
    pub x: f64,
    /// Where its base line is; up is more.
    pub y: f64,
    /// How far it reaches.
    pub width: f64,
    /// The size of its font.
    pub size: f64,
    /// Which way it is written, in quarter turns.
    pub turn: u8,
    /// What it says.
    pub text: String,
    /// How its font emphasises it.
    pub look: Emphasis,
}

/// Takes the characters from the library.
#[derive(Default)]
pub struct Glyphs {
    /// The pages so far.
    pub pages: Vec<Page>,
    /// Why it stopped.
    pub refusal: Option<Refusal>,
    count: u64,
}

impl OutputDev for Glyphs {
    fn begin_page(
        &mut self,
        number: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.pages.push(Page { number, glyphs: Vec::new() });
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.count += 1;
        if let Err(refusal) = Refusal::above(Measure::Characters, self.count, MAX_GLYPHS) {
            self.refusal = Some(refusal);
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        let along = place.m11.hypot(place.m12);
        let size = (font_size * place.m21.hypot(place.m22)).abs();
        let (x, y) = (place.m31, place.m32);
        let (turn, x, y) = if place.m11.abs() >= place.m12.abs() {
            if place.m11 * font_size >= 0.0 { (0, x, y) } else { (2, -x, -y) }
        } else if place.m12 * font_size >= 0.0 {
            (1, y, -x)
        } else {
            (3, -y, x)
        };
        let look = fonts::look(width);
        let width = (width * font_size.abs() + spacing) * along;
        let finite = [x, y, width, size].iter().all(|value| value.is_finite());
        if let Some(page) = self.pages.last_mut().filter(|_| finite && size > 0.0) {
            page.glyphs.push(Glyph { x, y, width, size, turn, text: text.to_owned(), look });
        }
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// What stands for no letter: replaced, private, control.
pub(super) fn is_unreadable(character: char) -> bool {
    matches!(character, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\0'..='\u{8}' | '\u{E}'..='\u{1F}')
}
