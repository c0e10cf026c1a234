//! Lengths and places of the display list in points, as PDF counts them.

use crate::print::model::display_list::Page;
use crate::print::model::style::MM_PER_PT;

/// A place on a page in points from the lower left corner of its paper.
pub(super) fn on_paper(page: &Page, (x_mm, y_mm): (f32, f32)) -> (f32, f32) {
    (points(page.slug_mm + x_mm), points(page.slug_mm + page.size.height_mm - y_mm))
}

/// Millimetres in points, to a third of a thousandth of a millimetre: more digits would only make the file larger.
pub(super) fn points(length_mm: f32) -> f32 {
    (length_mm / MM_PER_PT * 1000.0).round() / 1000.0
}
