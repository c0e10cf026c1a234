//! The grid: where the text of a page begins and ends, and its two columns.

use crate::print::model::geometry::{Area, EDGE_MM, Size, count_f32};

/// Between the two columns of a page.
pub const GUTTER_MM: f32 = 8.0;

/// From where to where something reaches, from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// The leaf on which it is, counted from the left: where two sheets are glued to one there are two.
    pub leaf: usize,
    /// Left end.
    pub left_mm: f32,
    /// Right end.
    pub right_mm: f32,
}

impl Span {
    /// A span on the only leaf, or on the first one.
    pub const fn new(left_mm: f32, right_mm: f32) -> Self {
        Self { leaf: 0, left_mm, right_mm }
    }

    /// Its width.
    pub const fn width_mm(self) -> f32 {
        self.right_mm - self.left_mm
    }

    /// One of so many columns of it, with white between them.
    pub fn column(self, number: usize, count: usize, gutter_mm: f32) -> Self {
        let (number, count) = (count_f32(number), count_f32(count));
        let width_mm = (self.width_mm() - gutter_mm * (count - 1.0)) / count;
        let left_mm = self.left_mm + number * (width_mm + gutter_mm);
        Self { left_mm, right_mm: left_mm + width_mm, ..self }
    }

    /// What is left of it before something at its right end.
    pub fn before(self, width_mm: f32) -> Self {
        Self { right_mm: self.right_mm - width_mm, ..self }
    }

    /// What is left of it after something at its left end.
    pub fn after(self, width_mm: f32) -> Self {
        Self { left_mm: self.left_mm + width_mm, ..self }
    }
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
    /// Both halves of a place.
    pub fn of(whole: Span, gutter_mm: f32) -> Self {
        Self { left: whole.column(0, 2, gutter_mm), right: whole.column(1, 2, gutter_mm), whole }
    }

    /// The two columns in their order.
    pub const fn both(&self) -> [Span; 2] {
        [self.left, self.right]
    }

    /// Whether both stand on one leaf.
    pub const fn are_together(&self) -> bool {
        self.left.leaf == self.right.leaf
    }

    /// Both columns narrower by as much on their left: behind a number.
    pub fn indented(self, indent_mm: f32) -> Self {
        let indent = |span: Span| span.after(indent_mm);
        Self { left: indent(self.left), right: indent(self.right), whole: indent(self.whole) }
    }

    /// Room at the right end for something else.
    pub fn shortened(self, by_mm: f32) -> Self {
        Self { left: self.left, right: self.right.before(by_mm), whole: self.whole.before(by_mm) }
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

    /// From where to where the text reaches.
    pub const fn span(&self) -> Span {
        Span::new(self.text.left_mm, self.text.right_mm)
    }

    /// Its columns.
    pub fn columns(&self) -> Columns {
        Columns::of(self.span(), GUTTER_MM)
    }
}
