//! Sizes and places on paper, in millimetres.

/// Size of a page after it was cut, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// Width.
    pub width_mm: f32,
    /// Height.
    pub height_mm: f32,
}

/// A4 upright (ISO 216).
pub const A4: Size = Size { width_mm: 210.0, height_mm: 297.0 };

/// A3 upright (ISO 216).
pub const A3: Size = Size { width_mm: 297.0, height_mm: 420.0 };

/// A5 upright (ISO 216).
pub const A5: Size = Size { width_mm: 148.0, height_mm: 210.0 };

/// Nothing stands nearer to the paper's edge: office printers leave 4 to 7 mm unprinted.
pub const EDGE_MM: f32 = 10.0;

/// How far colour reaches beyond the edge in a print shop, because cutting is not exact.
pub const BLEED_MM: f32 = 3.0;

/// White around the cut page in a print shop's file, for its cut marks.
pub const SLUG_MM: f32 = 10.0;

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

    /// The rectangle so far to the right and down.
    pub fn moved(&self, (right_mm, down_mm): (f32, f32)) -> Self {
        Self {
            left_mm: self.left_mm + right_mm,
            top_mm: self.top_mm + down_mm,
            right_mm: self.right_mm + right_mm,
            bottom_mm: self.bottom_mm + down_mm,
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

/// A number of things as a factor for lengths.
pub fn count_f32(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}
