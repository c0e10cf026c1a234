//! The grid: where the text of a sheet begins and ends, and its two columns.

use crate::print::model::geometry::{Area, EDGE_MM, Size};

/// Between the two columns.
const GUTTER_MM: f32 = 8.0;

/// A place for text: where it begins, and how wide it may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Left end.
    pub x_mm: f32,
    /// Width.
    pub width_mm: f32,
}

/// The places for a text in several languages: Kazakh left, Russian right, or one language over both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Columns {
    /// Kazakh.
    pub left: Span,
    /// Russian.
    pub right: Span,
    /// A text in one language, and English.
    pub whole: Span,
}

impl Columns {
    /// Both columns narrower by as much on their left: behind a number.
    pub fn indented(self, indent_mm: f32) -> Self {
        let indent = |span: Span| Span { x_mm: span.x_mm + indent_mm, width_mm: span.width_mm - indent_mm };
        Self { left: indent(self.left), right: indent(self.right), whole: indent(self.whole) }
    }

    /// Room at the right end for something else.
    pub fn shortened(self, by_mm: f32) -> Self {
        let shorten = |span: Span| Span { width_mm: span.width_mm - by_mm, ..span };
        Self { left: self.left, right: shorten(self.right), whole: shorten(self.whole) }
    }
}

/// The grid of a sheet, which is a page or a half of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Grid {
    /// The paper of the sheet.
    pub paper: Area,
    /// Where the text begins and ends.
    pub text: Area,
}

impl Grid {
    /// A grid on a whole page, its text this far from the left and right edge.
    pub const fn new(size: Size, (left_mm, right_mm): (f32, f32)) -> Self {
        let Size { width_mm, height_mm } = size;
        let paper = Area { left_mm: 0.0, top_mm: 0.0, right_mm: width_mm, bottom_mm: height_mm };
        let text = Area {
            left_mm,
            top_mm: EDGE_MM + 1.0,
            right_mm: width_mm - right_mm,
            bottom_mm: height_mm - EDGE_MM - 0.5,
        };
        Self { paper, text }
    }

    /// The same grid farther to the right.
    pub fn moved(self, by_mm: f32) -> Self {
        let shift =
            |area: Area| Area { left_mm: area.left_mm + by_mm, right_mm: area.right_mm + by_mm, ..area };
        Self { paper: shift(self.paper), text: shift(self.text) }
    }

    /// Width of the text.
    pub fn width_mm(&self) -> f32 {
        self.text.right_mm - self.text.left_mm
    }

    /// Its columns.
    pub fn columns(&self) -> Columns {
        let width_mm = (self.width_mm() - GUTTER_MM) / 2.0;
        let left = Span { x_mm: self.text.left_mm, width_mm };
        let right = Span { x_mm: self.text.right_mm - width_mm, width_mm };
        Columns { left, right, whole: Span { x_mm: self.text.left_mm, width_mm: self.width_mm() } }
    }
}
