//! How words look, as far as their meaning hangs on it.

use std::rc::Rc;

use super::measures::half_points;
use super::symbols::SignFont;
use super::xml::Element;
use crate::text::body::{Emphasis, Position};

/// How far words must be moved up or down to stand raised or lowered, in half-points: less only makes a line look better.
const MIN_SHIFT: i64 = 4;

/// The largest size that nobody sees, in half-points.
const MAX_UNSEEN_SIZE: i64 = 2;

/// The look of words as far as it is said.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden text.
    pub hidden: Option<bool>,
    /// Crossed out.
    pub struck: Option<bool>,
    /// Crossed out twice.
    pub struck_twice: Option<bool>,
    /// Small letters are shown as capitals.
    pub capitals: Option<bool>,
    /// Small letters are shown as small capitals.
    pub small_capitals: Option<bool>,
    /// Above or below the line.
    pub position: Option<Position>,
    /// Whether the letters are white.
    pub white: Option<bool>,
    /// Whether there is a colour behind them.
    pub shaded: Option<bool>,
    /// Whether the letters are too small to be seen.
    pub tiny: Option<bool>,
    /// The font of the first 128 characters, and of all others.
    pub fonts: [Option<Rc<str>>; 2],
}

impl Look {
    /// Reads the properties of a run.
    pub fn read(properties: &Element) -> Self {
        let fonts = properties.child("rFonts");
        let font = |name: &str, theme: &str| {
            let fonts = fonts?;
            // A font of the theme stands over a named one, and is one of letters.
            let name = if fonts.attribute(theme).is_some() { Some("") } else { fonts.attribute(name) };
            name.map(Rc::from)
        };
        let size = properties.property("sz").and_then(half_points);
        Self {
            bold: properties.toggle("b"),
            italic: properties.toggle("i"),
            hidden: properties.toggle("vanish"),
            struck: properties.toggle("strike"),
            struck_twice: properties.toggle("dstrike"),
            capitals: properties.toggle("caps"),
            small_capitals: properties.toggle("smallCaps"),
            position: position(properties),
            white: properties.property("color").map(|colour| colour.eq_ignore_ascii_case("ffffff")),
            shaded: shaded(properties),
            tiny: size.map(|size| size <= MAX_UNSEEN_SIZE),
            fonts: [font("ascii", "asciiTheme"), font("hAnsi", "hAnsiTheme")],
        }
    }

    /// This look, completed by the one that it inherits.
    pub fn or(self, inherited: &Self) -> Self {
        let [ascii, other] = self.fonts;
        Self {
            bold: self.bold.or(inherited.bold),
            italic: self.italic.or(inherited.italic),
            hidden: self.hidden.or(inherited.hidden),
            struck: self.struck.or(inherited.struck),
            struck_twice: self.struck_twice.or(inherited.struck_twice),
            capitals: self.capitals.or(inherited.capitals),
            small_capitals: self.small_capitals.or(inherited.small_capitals),
            position: self.position.or(inherited.position),
            white: self.white.or(inherited.white),
            shaded: self.shaded.or(inherited.shaded),
            tiny: self.tiny.or(inherited.tiny),
            fonts: [
                ascii.or_else(|| inherited.fonts[0].clone()),
                other.or_else(|| inherited.fonts[1].clone()),
            ],
        }
    }

    /// The look of a character style over that of a paragraph style: what both switch on is off
    /// (toggle properties, ISO/IEC 29500-1, 17.7.3).
    pub fn toggled(self, over: &Self) -> Self {
        let toggle = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (Some(a), Some(b)) => Some(a != b),
            (a, b) => a.or(b),
        };
        let toggled = Self {
            bold: toggle(self.bold, over.bold),
            italic: toggle(self.italic, over.italic),
            hidden: toggle(self.hidden, over.hidden),
            struck: toggle(self.struck, over.struck),
            capitals: toggle(self.capitals, over.capitals),
            small_capitals: toggle(self.small_capitals, over.small_capitals),
            ..self
        };
        toggled.or(over)
    }

    /// How the words are emphasised.
    pub fn emphasis(&self) -> Emphasis {
        match (self.bold.unwrap_or(false), self.italic.unwrap_or(false)) {
            (false, false) => Emphasis::Plain,
            (true, false) => Emphasis::Bold,
            (false, true) => Emphasis::Italic,
            (true, true) => Emphasis::BoldItalic,
        }
    }

    /// Whether the words are crossed out.
    pub fn is_struck(&self) -> bool {
        self.struck == Some(true) || self.struck_twice == Some(true)
    }

    /// The words as they are shown: signs for the letters of symbol fonts, capitals for small letters.
    pub fn shown(&self, text: &str) -> String {
        let fonts = self.fonts.each_ref().map(|font| font.as_deref().and_then(SignFont::named));
        let sign = |letter: char| match fonts[usize::from(!letter.is_ascii())] {
            Some(font) => font.sign(letter),
            // The round bullet of Symbol, which office programs leave behind whatever the font.
            None if letter == '\u{F0B7}' => '•',
            None => letter,
        };
        let text: String = text.chars().map(sign).collect();
        if self.are_capitals() { text.to_uppercase() } else { text }
    }

    /// Whether small letters are shown as capitals.
    pub fn are_capitals(&self) -> bool {
        self.capitals == Some(true) || self.small_capitals == Some(true)
    }
}

/// Whether there is a colour behind the words, or behind the paragraph or the cell whose properties these are.
pub fn shaded(properties: &Element) -> Option<bool> {
    let fill = properties.child("shd").map(|shading| {
        let is_colour = |name: &str| {
            shading.attribute(name).is_some_and(|colour| !matches!(colour, "auto" | "FFFFFF" | "ffffff"))
        };
        is_colour("fill") || is_colour("color") && shading.attribute("val") != Some("clear")
    });
    let highlight = properties.property("highlight").map(|colour| !matches!(colour, "none" | "white"));
    match (fill, highlight) {
        (Some(fill), Some(highlight)) => Some(fill || highlight),
        (fill, highlight) => fill.or(highlight),
    }
}

fn position(properties: &Element) -> Option<Position> {
    match properties.property("vertAlign") {
        Some("superscript") => return Some(Position::Raised),
        Some("subscript") => return Some(Position::Lowered),
        _ => {}
    }
    let shift = properties.property("position").and_then(half_points);
    match shift {
        Some(shift) if shift >= MIN_SHIFT => Some(Position::Raised),
        Some(shift) if shift <= -MIN_SHIFT => Some(Position::Lowered),
        None => properties.property("vertAlign").map(|_| Position::OnLine),
        Some(_) => Some(Position::OnLine),
    }
}
