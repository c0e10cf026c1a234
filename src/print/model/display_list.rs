//! The display list: what stands where on a page, in millimetres from its top left corner, down and to the right.
//!
//! Everything is black on white but for one accent colour. Whatever draws it adds nothing and leaves nothing out.

use super::geometry::{Area, Size, count_f32};
use super::style::Style;
use super::vector_shape::Step;
use crate::domain::brand::Accent;
use crate::domain::{Checksum, Code, Day, Lang};
use crate::print::qr::{QUIET_ZONE_MODULES, Symbol};

/// Pages to be printed, and what the file says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title of the file.
    pub title: String,
    /// The day on which it was made.
    pub printed_on: Day,
    /// The colour of [`Ink::Accent`].
    pub accent: Accent,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Its size after it was cut.
    pub size: Size,
    /// White around it in the file: none for an office printer, [`SLUG_MM`](super::geometry::SLUG_MM) for a
    /// print shop. Items may stand there, at places below zero or beyond the size.
    pub slug_mm: f32,
    /// What the file's table of contents calls it.
    pub bookmark: String,
    /// What stands on it, in reading order.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A paragraph: its lines.
    Text(Paragraph),
    /// A straight line, level or upright: an ornament.
    Rule(Rule),
    /// A filled rectangle: an ornament.
    Fill(Fill),
    /// The union's emblem: an ornament.
    Shape(PlacedShape),
    /// A code.
    Code(DrawnCode),
    /// A word that marks a trial print, in outlines, never over a code or its quiet zone.
    TrialMark(TrialMark),
}

/// What a paragraph is to somebody who hears the page (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// The title of the page.
    Title,
    /// A heading on it.
    Heading,
    /// Anything else.
    #[default]
    Body,
}

/// The colour of something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ink {
    /// Black.
    #[default]
    Black,
    /// The union's colour.
    Accent,
    /// White, on the union's colour.
    White,
}

/// A paragraph as it is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Paragraph {
    /// What it is.
    pub role: Role,
    /// Its language.
    pub lang: Lang,
    /// Its colour.
    pub ink: Ink,
    /// The address that it opens when the file is read on a screen.
    pub link: Option<String>,
    /// Its lines from top to bottom.
    pub lines: Vec<Text>,
}

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Left end.
    pub x_mm: f32,
    /// The base line.
    pub baseline_mm: f32,
    /// Width, without a space at the end.
    pub width_mm: f32,
    /// Font and size.
    pub style: Style,
    /// The letters.
    pub text: String,
}

/// A straight line with flat ends, in black.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end.
    pub from_mm: (f32, f32),
    /// The other end.
    pub to_mm: (f32, f32),
    /// Thickness.
    pub thickness_mm: f32,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fill {
    /// Where.
    pub area: Area,
    /// In which colour.
    pub ink: Ink,
}

/// Outlines filled by the non-zero rule.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedShape {
    /// The outlines.
    pub steps: Vec<Step>,
    /// In which colour.
    pub ink: Ink,
}

/// The word that marks a trial print.
#[derive(Debug, Clone, PartialEq)]
pub struct TrialMark {
    /// Left end of the base line.
    pub from_mm: (f32, f32),
    /// How far the base line rises to the right, in degrees.
    pub angle_degrees: f32,
    /// Font and size.
    pub style: Style,
    /// The word.
    pub text: String,
}

/// A code as it is drawn: one even-odd polygon, and what it must say when it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnCode {
    /// The document or organization whose code it is.
    pub name: Code,
    /// The symbol, without its quiet zone.
    pub area: Area,
    /// Width of the quiet zone around it.
    pub quiet_mm: f32,
    /// The address in full.
    pub address: String,
    /// What somebody hears who cannot see it, in Kazakh.
    pub alternative: String,
    /// Closed outlines, in millimetres on the page.
    pub outlines: Vec<Vec<(f32, f32)>>,
}

impl DrawnCode {
    /// Draws a symbol with its upper left corner at a point.
    pub fn new(name: Code, symbol: &Symbol, (left_mm, top_mm): (f32, f32), side_mm: f32) -> Self {
        let module_mm = side_mm / count_f32(symbol.side_modules());
        let place =
            |(x, y): (usize, usize)| (left_mm + count_f32(x) * module_mm, top_mm + count_f32(y) * module_mm);
        Self {
            name,
            area: Area { left_mm, top_mm, right_mm: left_mm + side_mm, bottom_mm: top_mm + side_mm },
            quiet_mm: count_f32(QUIET_ZONE_MODULES) * module_mm,
            address: symbol.payload().to_owned(),
            alternative: String::new(),
            outlines: symbol
                .outlines()
                .into_iter()
                .map(|outline| outline.into_iter().map(place).collect())
                .collect(),
        }
    }

    /// The code with words for somebody who cannot see it.
    pub fn described(mut self, alternative: String) -> Self {
        self.alternative = alternative;
        self
    }

    /// The symbol with its quiet zone: nothing else may stand in it.
    pub fn zone(&self) -> Area {
        self.area.grown(self.quiet_mm)
    }
}

impl Page {
    /// The codes on the page.
    pub fn codes(&self) -> impl Iterator<Item = &DrawnCode> {
        self.items.iter().filter_map(|item| match item {
            Item::Code(code) => Some(code),
            _ => None,
        })
    }

    /// The paragraphs on the page, in reading order.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(paragraph) => Some(paragraph),
            _ => None,
        })
    }

    /// The lines of text on the page, without the word of a trial print.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.paragraphs().flat_map(|paragraph| &paragraph.lines)
    }
}

impl Document {
    /// A name that depends on nothing but what is drawn and said: the same document, the same 16 bytes.
    pub fn fingerprint(&self) -> [u8; 16] {
        first_bytes(&Checksum::of(format!("{self:?}").as_bytes()))
    }
}

/// One name for two fingerprints in this order.
pub fn joined(fingerprints: [[u8; 16]; 2]) -> [u8; 16] {
    first_bytes(&Checksum::of(&fingerprints.concat()))
}

fn first_bytes(digest: &Checksum) -> [u8; 16] {
    std::array::from_fn(|i| digest.as_bytes()[i])
}
