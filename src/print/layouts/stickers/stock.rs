//! Label stock: where the labels of a sheet stand, and where on a label something may be printed.
//!
//! The sizes and pitches are those that the makers publish (Avery L7160, L7165, 3474 for 70 × 37 mm and 3427 for
//! 105 × 74 mm). The labels stand in the middle of the sheet: L7160 with 7.21 mm to the left and 15.15 mm above
//! (2 × 7.21 + 2 × 66.04 + 63.5 = 210, 2 × 15.15 + 7 × 38.1 = 297), L7165 with 4.65 and 13.1 mm
//! (2 × 4.65 + 101.6 + 99.1 = 210, 2 × 13.1 + 4 × 67.7 = 297), the other two with 0 and 0.5 mm.

use crate::print::model::choice::Stock;
use crate::print::model::geometry::{A4, Area, count_f32};

/// What feeding a sheet askew or late may cost at a label's edge.
pub const TOLERANCE_MM: f32 = 1.5;

/// Nothing is printed nearer to the edge of the sheet, where labels run to it.
pub const SHEET_EDGE_MM: f32 = 5.0;

/// Sizes of a label and the distances from one to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geometry {
    /// Width of a label.
    pub width_mm: f32,
    /// Height of a label.
    pub height_mm: f32,
    /// From the left edge of a label to that of the next.
    pub pitch_x_mm: f32,
    /// From the upper edge of a label to that of the next.
    pub pitch_y_mm: f32,
}

/// The geometry of a stock.
pub const fn geometry(stock: Stock) -> Geometry {
    let (width_mm, height_mm, pitch_x_mm, pitch_y_mm) = match stock {
        Stock::L7160 => (63.5, 38.1, 66.04, 38.1),
        Stock::L7165 => (99.1, 67.7, 101.6, 67.7),
        Stock::S70x37 => (70.0, 37.0, 70.0, 37.0),
        Stock::S105x74 => (105.0, 74.0, 105.0, 74.0),
    };
    Geometry { width_mm, height_mm, pitch_x_mm, pitch_y_mm }
}

/// A label of a sheet, counted from 0, row by row.
pub fn label(stock: Stock, number: usize) -> Area {
    let (columns, rows) = stock.grid();
    let Geometry { width_mm, height_mm, pitch_x_mm, pitch_y_mm } = geometry(stock);
    let margin = |paper_mm: f32, count: usize, pitch_mm: f32, own_mm: f32| {
        (paper_mm - count_f32(count - 1) * pitch_mm - own_mm) / 2.0
    };
    let left_mm =
        margin(A4.width_mm, columns, pitch_x_mm, width_mm) + count_f32(number % columns) * pitch_x_mm;
    let top_mm = margin(A4.height_mm, rows, pitch_y_mm, height_mm) + count_f32(number / columns) * pitch_y_mm;
    Area { left_mm, top_mm, right_mm: left_mm + width_mm, bottom_mm: top_mm + height_mm }
}

/// Where on a label something is printed, from the label's corner. It is the same for all labels of a stock, so what
/// the outer ones need at the sheet's edge, all have.
pub fn printed(stock: Stock) -> Area {
    let (first, last) = (label(stock, 0), label(stock, stock.labels() - 1));
    let inset = |to_edge_mm: f32| TOLERANCE_MM.max(SHEET_EDGE_MM - to_edge_mm);
    let size = geometry(stock);
    Area {
        left_mm: inset(first.left_mm),
        top_mm: inset(first.top_mm),
        right_mm: size.width_mm - inset(A4.width_mm - last.right_mm),
        bottom_mm: size.height_mm - inset(A4.height_mm - last.bottom_mm),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_labels_fill_the_sheet_as_their_makers_say() {
        for (stock, left_mm, top_mm) in [
            (Stock::L7160, 7.21, 15.15),
            (Stock::L7165, 4.65, 13.1),
            (Stock::S70x37, 0.0, 0.5),
            (Stock::S105x74, 0.0, 0.5),
        ] {
            let (first, last) = (label(stock, 0), label(stock, stock.labels() - 1));
            for (is_mm, should_mm) in [
                (first.left_mm, left_mm),
                (first.top_mm, top_mm),
                (A4.width_mm - last.right_mm, left_mm),
                (A4.height_mm - last.bottom_mm, top_mm),
            ] {
                assert!((is_mm - should_mm).abs() < 0.01, "{stock:?}: {is_mm} instead of {should_mm}");
            }
            let printed = printed(stock);
            assert!(first.left_mm + printed.left_mm >= SHEET_EDGE_MM - 0.001);
            assert!(first.top_mm + printed.top_mm >= SHEET_EDGE_MM - 0.001);
        }
    }
}
