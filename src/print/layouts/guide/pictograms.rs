//! The pictures of the guide, for those who would rather look: print at full size, hang it at the height of the eyes,
//! try it with a phone.

use std::sync::LazyLock;

use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::display_list::Ink;
use crate::print::model::geometry::Area;
use crate::print::model::style::Style;
use crate::print::model::vector_shape::VectorShape;
use crate::print::typeset::canvas::{Canvas, HAIRLINE_MM};
use crate::print::typeset::grid::Grid;

/// Height of the row of pictures.
pub(super) const PICTURES_MM: f32 = 36.0;

/// A printer with a sheet coming out of it.
const PRINTER: &str = "M6 2h12v5h-2V4H8v3H6ZM3 8h18a2 2 0 0 1 2 2v8h-4v-5H5v5H1v-8a2 2 0 0 1 2-2Z\
                       M6 14h12v8H6ZM8 16v4h8v-4Z";

/// Somebody 170 cm high.
const READER: &str = "M12 0a7 7 0 1 1 0 14a7 7 0 1 1 0-14ZM5 17h14a5 5 0 0 1 5 5v22h-4v38h-7V48h-2v34H4V44H0V22\
                      a5 5 0 0 1 5-5Z";

/// A sheet with a code.
const SHEET: &str = "M0 0h30v42H0ZM1 1v40h28V1ZM6 4h18v3H6ZM6 12h7v7H6ZM8 14v3h3v-3ZM17 12h7v7h-7ZM19 14v3h3v-3Z\
                     M6 23h7v7H6ZM8 25v3h3v-3ZM17 23h3v3h-3ZM21 27h3v3h-3ZM6 35h18v2H6Z";

/// A phone that sees the code of a sheet.
const PHONE: &str = "M0 0h30v42H0ZM1 1v40h28V1ZM6 4h18v3H6ZM6 12h7v7H6ZM8 14v3h3v-3ZM17 12h7v7h-7ZM19 14v3h3v-3Z\
                     M6 23h7v7H6ZM8 25v3h3v-3ZM17 23h3v3h-3ZM21 27h3v3h-3ZM6 35h18v2H6Z\
                     M33 12l9 4v1l-9-4ZM33 30l9-4v-1l-9 4Z\
                     M48 3h16a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H48a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4ZM47 8v25h18V8Z\
                     M50 13h5v5h-5ZM51 14v3h3v-3ZM57 13h5v5h-5ZM58 14v3h3v-3ZM50 21h5v5h-5ZM51 22v3h3v-3Z\
                     M57 21h2v2h-2ZM60 24h2v2h-2ZM54 35h4v2h-4Z";

static DRAWN: LazyLock<[Option<VectorShape>; 4]> =
    LazyLock::new(|| [PRINTER, READER, SHEET, PHONE].map(|path| VectorShape::parse(path).ok()));

/// Heights between which sheets hang, and that of the reader, in centimetres.
const HEIGHTS_CM: [f32; 2] = [140.0, 170.0];

/// The row of pictures below `top_mm`. Gives back where it ends.
pub(super) fn draw(canvas: &mut Canvas<'_>, grid: &Grid, top_mm: f32) -> f32 {
    let third_mm = grid.width_mm() / 3.0;
    let bottom_mm = top_mm + PICTURES_MM;
    let [printer, reader, sheet, phone] = &*DRAWN;
    let place = |x_mm: f32, width_mm: f32, from_mm: f32, to_mm: f32| Area {
        left_mm: x_mm,
        top_mm: from_mm,
        right_mm: x_mm + width_mm,
        bottom_mm: to_mm,
    };
    let put = |canvas: &mut Canvas<'_>, picture: &Option<VectorShape>, area| {
        if let Some(picture) = picture {
            canvas.emblem(picture, area, Ink::Black);
        }
    };
    let left_mm = grid.text.left_mm;
    put(canvas, printer, place(left_mm, 24.0, top_mm + 7.0, bottom_mm - 3.0));
    let style = Style::bold(17.0);
    let middle_mm = (top_mm + bottom_mm + canvas.measure.capital_mm(style)) / 2.0;
    canvas.text("100 %", Lang::Kk, style, (left_mm + 27.0, middle_mm));

    // The stand to scale: a millimetre is about 5 cm.
    let (from_mm, cm_mm) = (left_mm + third_mm, (PICTURES_MM - 4.0) / 170.0);
    let over_floor_mm = |cm: f32| bottom_mm - cm * cm_mm;
    canvas.line((from_mm, bottom_mm), (from_mm + third_mm - 4.0, bottom_mm), 2.0 * HAIRLINE_MM);
    put(canvas, reader, place(from_mm + 3.0, 10.0, over_floor_mm(170.0), bottom_mm));
    put(canvas, sheet, place(from_mm + 19.0, 8.0, over_floor_mm(172.0), over_floor_mm(136.0)));
    let small = Style::bold(12.0);
    for cm in HEIGHTS_CM {
        let y_mm = over_floor_mm(cm);
        canvas.line((from_mm + 29.0, y_mm), (from_mm + 35.0, y_mm), HAIRLINE_MM);
        let label = format!("{cm} {}", say(Lang::Kk, "stand-centimetres"));
        let baseline_mm = y_mm + canvas.measure.capital_mm(small) / 2.0;
        canvas.text(&label, Lang::Kk, small, (from_mm + 36.0, baseline_mm));
    }
    canvas.line((from_mm + 32.0, over_floor_mm(170.0)), (from_mm + 32.0, bottom_mm), HAIRLINE_MM);

    put(canvas, phone, place(left_mm + 2.0 * third_mm + 4.0, third_mm - 4.0, top_mm + 3.0, bottom_mm));
    bottom_mm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_picture_can_be_drawn() {
        assert!(DRAWN.iter().all(Option::is_some));
    }
}
