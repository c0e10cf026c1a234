//! What a print shop needs: white around the page, and marks where it is cut.

use crate::print::model::display_list::{Item, Page, Rule};
use crate::print::model::geometry::SLUG_MM;

/// From the cut to a mark: it stands outside of the bleed.
const FROM_CUT_MM: f32 = 4.0;

/// From the edge of the file to a mark.
const FROM_EDGE_MM: f32 = 1.0;

/// Thickness of a mark.
const MARK_MM: f32 = 0.1;

/// The page with its marks: two at each corner, in the lines of the cut.
pub fn marked(mut page: Page) -> Page {
    page.slug_mm = SLUG_MM;
    let (width_mm, height_mm) = (page.size.width_mm, page.size.height_mm);
    // From where to where a mark reaches, before the page and behind it.
    let reaches = |side_mm: f32| {
        let outer_mm = SLUG_MM - FROM_EDGE_MM;
        [(-outer_mm, -FROM_CUT_MM), (side_mm + FROM_CUT_MM, side_mm + outer_mm)]
    };
    let mut mark =
        |from_mm, to_mm| page.items.push(Item::Rule(Rule { from_mm, to_mm, thickness_mm: MARK_MM }));
    for y_mm in [0.0, height_mm] {
        for (from_mm, to_mm) in reaches(width_mm) {
            mark((from_mm, y_mm), (to_mm, y_mm));
        }
    }
    for x_mm in [0.0, width_mm] {
        for (from_mm, to_mm) in reaches(height_mm) {
            mark((x_mm, from_mm), (x_mm, to_mm));
        }
    }
    page
}
