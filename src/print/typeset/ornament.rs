//! The ornament of the house: rams' horns, as they are sewn on felt, drawn for this program.

use std::sync::LazyLock;

use super::canvas::Canvas;
use crate::print::model::display_list::Ink;
use crate::print::model::geometry::{Area, count_f32};
use crate::print::model::vector_shape::VectorShape;

/// Two pairs of horns back to back, and a lozenge at each end of which the next figure has the other half.
const HORNS: &str = "M13 27V9A5 5 0 0 1 23 9A3 3 0 0 1 17 9H19A1 1 0 0 0 21 9A3 3 0 0 0 15 9V45A3 3 0 0 0 21 45\
                     A1 1 0 0 0 19 45H17A3 3 0 0 1 23 45A5 5 0 0 1 13 45Z\
                     M11 27V9A5 5 0 0 0 1 9A3 3 0 0 0 7 9H5A1 1 0 0 1 3 9A3 3 0 0 1 9 9V45A3 3 0 0 1 3 45\
                     A1 1 0 0 1 5 45H7A3 3 0 0 0 1 45A5 5 0 0 0 11 45Z\
                     M12 0L15 2.5L12 5L9 2.5ZM12 49L15 51.5L12 54L9 51.5ZM18 24L21 27L18 30L15 27ZM6 24L9 27L6 30L3 27Z";

static DRAWN: LazyLock<Option<VectorShape>> = LazyLock::new(|| VectorShape::parse(HORNS).ok());

/// White between two figures, as a part of their height.
const GAP: f32 = 0.04;

/// Figures one under the other from end to end of a strip, as wide as it or a little narrower.
pub fn strip(canvas: &mut Canvas<'_>, area: Area, ink: Ink) {
    let Some(figure) = &*DRAWN else { return };
    let (width_mm, height_mm) = (area.right_mm - area.left_mm, area.bottom_mm - area.top_mm);
    let most_mm = width_mm / figure.width_mm(1.0);
    let with_gaps = |count: usize| count_f32(count) * (1.0 + GAP) - GAP;
    let mut count = 1;
    while with_gaps(count) * most_mm < height_mm {
        count += 1;
    }
    let figure_mm = height_mm / with_gaps(count);
    for number in 0..count {
        let top_mm = area.top_mm + count_f32(number) * (1.0 + GAP) * figure_mm;
        canvas.emblem(figure, Area { top_mm, bottom_mm: top_mm + figure_mm, ..area }, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ornament_can_be_drawn() {
        assert!(DRAWN.is_some());
    }
}
