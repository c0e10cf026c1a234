//! Pocket sheets: two A5 on one A4 with a line to cut along. A print shop gets each on a page of its own.

use super::sheet::{Sheets, Subject, subjects, with_small_print};
use crate::domain::Lang;
use crate::print::layouts::sheet::format::{HALF, POCKET};
use crate::print::model::LayoutError;
use crate::print::model::choice::Edge;
use crate::print::model::display_list::Page;
use crate::print::model::geometry::{A4, Area, EDGE_MM, Size, count_f32};
use crate::print::model::kit::Kit;
use crate::print::model::style::Measure;
use crate::print::typeset::canvas::Canvas;

/// The page of an office printer: A4 on its side.
const PAIR: Size = Size { width_mm: A4.height_mm, height_mm: A4.width_mm };

/// The line to cut along, thin enough to vanish in the cut.
const CUT_MM: f32 = 0.2;

/// The pocket sheets of the chosen documents.
///
/// # Errors
/// [`LayoutError`] where a title fits in no size, or an address in no code.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    with_small_print(kit, |small| pages_with(kit, small, measure))
}

fn pages_with(kit: &Kit, small: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let subjects = subjects((kit, small), &POCKET, measure)?;
    let sheets = |moved_mm| Sheets::new((kit, small), (&POCKET, moved_mm), &subjects, measure);
    let places = [sheets(0.0)?, sheets(HALF.width_mm)?];
    let (size, on_a_page) = match kit.choice.edge {
        Edge::Office => (PAIR, 2),
        Edge::PrintShop => (HALF, 1),
    };
    let page = |(number, documents): (usize, &[Subject<'_>])| {
        let titles = documents.iter().map(|subject| subject.document.heading(Lang::Kk, &kit.organization));
        let mut canvas = Canvas::new(size, titles.collect::<Vec<_>>().join(" · "), measure);
        for (half, place) in places.iter().enumerate().take(documents.len()) {
            place.draw(number * on_a_page + half, &mut canvas);
        }
        if on_a_page > 1 {
            let x_mm = HALF.width_mm;
            canvas.line((x_mm, EDGE_MM), (x_mm, size.height_mm - EDGE_MM), CUT_MM);
        }
        let place = |half: usize| {
            let left_mm = count_f32(half) * HALF.width_mm;
            Area { left_mm, top_mm: 0.0, right_mm: left_mm + HALF.width_mm, bottom_mm: HALF.height_mm }
        };
        canvas.finish_cut(kit, &(0..documents.len()).map(place).collect::<Vec<_>>())
    };
    Ok(subjects.chunks(on_a_page).enumerate().map(page).collect())
}
