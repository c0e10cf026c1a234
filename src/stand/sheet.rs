//! The display list: what stands where on a page, in millimetres from its top left corner, down and to the right.
//!
//! Everything is black on white. Whatever draws it adds nothing and leaves nothing out.

use super::layout::Style;
use super::qr::{QUIET_ZONE_MODULES, Symbol};
use crate::domain::{Checksum, Code, Day};

/// Width of an A4 page (ISO 216).
pub const A4_WIDTH_MM: f32 = 210.0;

/// Height of an A4 page (ISO 216).
pub const A4_HEIGHT_MM: f32 = 297.0;

/// Nothing stands nearer to the paper's edge: office printers leave 4 to 7 mm unprinted.
pub const EDGE_MM: f32 = 10.0;

/// Pages to be printed, and what the file says of itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Title of the file.
    pub title: String,
    /// The day on which it was made.
    pub printed_on: Day,
    /// Its pages, A4 upright.
    pub pages: Vec<Page>,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What stands on it, in reading order.
    pub items: Vec<Item>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line of text.
    Text(Text),
    /// A straight line, level or upright.
    Rule(Rule),
    /// A code.
    Code(DrawnCode),
    /// A word that marks a specimen, in outlines, never over a code or its quiet zone.
    Specimen(Specimen),
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

/// A straight line with flat ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end.
    pub from_mm: (f32, f32),
    /// The other end.
    pub to_mm: (f32, f32),
    /// Thickness.
    pub thickness_mm: f32,
}

/// The word that marks a specimen.
#[derive(Debug, Clone, PartialEq)]
pub struct Specimen {
    /// Left end of the base line.
    pub from_mm: (f32, f32),
    /// How far the base line rises to the right, in degrees.
    pub angle_degrees: f32,
    /// Font and size.
    pub style: Style,
    /// The word.
    pub text: String,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left side.
    pub left_mm: f32,
    /// Upper side.
    pub top_mm: f32,
    /// Right side.
    pub right_mm: f32,
    /// Lower side.
    pub bottom_mm: f32,
}

impl Area {
    /// The rectangle with a border around it.
    pub fn grown(&self, border_mm: f32) -> Self {
        Self {
            left_mm: self.left_mm - border_mm,
            top_mm: self.top_mm - border_mm,
            right_mm: self.right_mm + border_mm,
            bottom_mm: self.bottom_mm + border_mm,
        }
    }

    /// Whether the two share more than a border.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left_mm < other.right_mm
            && other.left_mm < self.right_mm
            && self.top_mm < other.bottom_mm
            && other.top_mm < self.bottom_mm
    }
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
    /// Closed outlines, in millimetres on the page.
    pub outlines: Vec<Vec<(f32, f32)>>,
}

impl DrawnCode {
    /// Draws a symbol with its upper left corner at a point.
    pub fn new(name: Code, symbol: &Symbol, (left_mm, top_mm): (f32, f32), side_mm: f32) -> Self {
        let module_mm = side_mm / modules(symbol.side_modules());
        let place =
            |(x, y): (usize, usize)| (left_mm + modules(x) * module_mm, top_mm + modules(y) * module_mm);
        Self {
            name,
            area: Area { left_mm, top_mm, right_mm: left_mm + side_mm, bottom_mm: top_mm + side_mm },
            quiet_mm: modules(QUIET_ZONE_MODULES) * module_mm,
            address: symbol.payload().to_owned(),
            outlines: symbol
                .outlines()
                .into_iter()
                .map(|outline| outline.into_iter().map(place).collect())
                .collect(),
        }
    }

    /// The symbol with its quiet zone: nothing else may stand in it.
    pub fn zone(&self) -> Area {
        self.area.grown(self.quiet_mm)
    }
}

/// A number of modules as a measure.
pub(super) fn modules(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

impl Page {
    /// The codes on the page.
    pub fn codes(&self) -> impl Iterator<Item = &DrawnCode> {
        self.items.iter().filter_map(|item| match item {
            Item::Code(code) => Some(code),
            _ => None,
        })
    }

    /// The lines of text on the page, without the specimen's word.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text),
            _ => None,
        })
    }
}

impl Document {
    /// A name that depends on nothing but what is drawn and said: the same document, the same 16 bytes.
    pub fn fingerprint(&self) -> [u8; 16] {
        let digest = Checksum::of(format!("{self:?}").as_bytes());
        std::array::from_fn(|i| digest.as_bytes()[i])
    }
}
