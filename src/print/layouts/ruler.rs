//! The test sheet: lines of a known length, and where the labels of a stock should lie, to be held against them.

use super::stickers::stock;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::choice::Part;
use crate::print::model::display_list::{Page, Role};
use crate::print::model::geometry::{A4, Area};
use crate::print::model::kit::Kit;
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::{Canvas, HAIRLINE_MM};
use crate::print::typeset::grid::Grid;
use crate::print::typeset::trilingual::Wording;

const GRID: Grid = Grid::new(A4, (20.0, 18.0));

/// The length of the lines: what every ruler has.
const LENGTH_MM: u8 = 100;

/// The marks on a line: one every 10 mm, longer at the ends.
const MARK_EVERY_MM: usize = 10;
const MARK_MM: f32 = 3.0;
const END_MARK_MM: f32 = 6.0;

/// The frame of a label: thin enough to be cut off with it.
const FRAME_MM: f32 = 0.2;

const NUMBERS: Style = Style::regular(12.0);

/// The test sheet, and one with the frames of the labels where labels are printed.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Vec<Page> {
    let mut pages = vec![lines(kit, measure)];
    if kit.choice.has(Part::Stickers) {
        pages.push(frames(kit, measure));
    }
    pages
}

fn lines(kit: &Kit, measure: &dyn Measure) -> Page {
    let mut canvas = Canvas::new(A4, say(Lang::Kk, "stand-ruler"), measure);
    let mut y_mm = GRID.text.top_mm;
    let for_labels = kit.choice.has(Part::Stickers).then_some("stand-ruler-labels-text");
    let texts = ["stand-ruler-text"].into_iter().chain(for_labels);
    for (key, font, size_pt, role) in [("stand-ruler", Font::Bold, 20.0, Role::Title)]
        .into_iter()
        .chain(texts.map(|key| (key, Font::Regular, 12.0, Role::Body)))
    {
        let spread = Wording::phrase(kit, key, font, measure).set(size_pt, &GRID.columns(), measure);
        y_mm = spread.with_role(role).draw(&mut canvas, y_mm) + 4.0;
    }
    let (left_mm, top_mm) = (GRID.text.left_mm + END_MARK_MM, y_mm + 16.0);
    level(&mut canvas, (left_mm, top_mm));
    upright(&mut canvas, (left_mm, top_mm + 24.0));
    canvas.finish(kit)
}

/// Places of the marks on a line, in millimetres from its beginning, and their lengths.
fn marks() -> impl Iterator<Item = (f32, f32)> {
    (0..=LENGTH_MM).step_by(MARK_EVERY_MM).map(|at_mm| {
        let is_end = [0, LENGTH_MM].contains(&at_mm);
        (f32::from(at_mm), if is_end { END_MARK_MM } else { MARK_MM })
    })
}

fn level(canvas: &mut Canvas<'_>, (left_mm, y_mm): (f32, f32)) {
    canvas.line((left_mm, y_mm), (left_mm + f32::from(LENGTH_MM), y_mm), HAIRLINE_MM);
    for (at_mm, long_mm) in marks() {
        canvas.line((left_mm + at_mm, y_mm), (left_mm + at_mm, y_mm + long_mm), HAIRLINE_MM);
    }
    canvas.text("0", Lang::Kk, NUMBERS, (left_mm - 1.0, y_mm + END_MARK_MM + 5.0));
    let end_mm = left_mm + f32::from(LENGTH_MM);
    canvas.text(&length(), Lang::Kk, NUMBERS, (end_mm - 3.0, y_mm + END_MARK_MM + 5.0));
}

fn upright(canvas: &mut Canvas<'_>, (x_mm, top_mm): (f32, f32)) {
    canvas.line((x_mm, top_mm), (x_mm, top_mm + f32::from(LENGTH_MM)), HAIRLINE_MM);
    for (at_mm, long_mm) in marks() {
        canvas.line((x_mm, top_mm + at_mm), (x_mm + long_mm, top_mm + at_mm), HAIRLINE_MM);
    }
    canvas.text("0", Lang::Kk, NUMBERS, (x_mm + END_MARK_MM + 2.0, top_mm + 1.5));
    let end_mm = top_mm + f32::from(LENGTH_MM);
    canvas.text(&length(), Lang::Kk, NUMBERS, (x_mm + END_MARK_MM + 2.0, end_mm + 1.5));
}

/// Kazakh and Russian write it alike.
fn length() -> String {
    format!("{LENGTH_MM} мм")
}

/// Where the labels lie, moved as the chair chose.
fn frames(kit: &Kit, measure: &dyn Measure) -> Page {
    let mut canvas = Canvas::new(A4, say(Lang::Kk, "stand-ruler-labels"), measure);
    let stock = kit.choice.stock;
    for number in 0..stock.labels() {
        let Area { left_mm, top_mm, right_mm, bottom_mm } =
            stock::label(stock, number).moved(kit.choice.shift.mm());
        for (from_mm, to_mm) in [
            ((left_mm, top_mm), (right_mm, top_mm)),
            ((left_mm, bottom_mm), (right_mm, bottom_mm)),
            ((left_mm, top_mm), (left_mm, bottom_mm)),
            ((right_mm, top_mm), (right_mm, bottom_mm)),
        ] {
            canvas.line(from_mm, to_mm, FRAME_MM);
        }
    }
    canvas.finish(kit)
}
