//! Drawings as SVG, and SVG as pixels, with the bundled fonts and no others: every machine draws the same picture.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::PressError;
use crate::print::model::display_list::Text;
use crate::print::model::style::{Font, MM_PER_PT};
use crate::print::pdf::fonts;
use crate::print::pdf::xml::escaped;

/// The bundled fonts.
pub(super) static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    for font in Font::ALL {
        database.load_font_data(fonts::bytes(font).to_vec());
    }
    Arc::new(database)
});

/// Begins a drawing of this many pixels; `view_mm` is its part of the plane: left, top, width and height.
pub(super) fn begun((width_px, height_px): (u32, u32), view_mm: [f32; 4]) -> String {
    let [left, top, width, height] = view_mm;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width_px}\" height=\"{height_px}\" \
         viewBox=\"{left} {top} {width} {height}\" preserveAspectRatio=\"none\" font-family=\"Noto Sans\">"
    )
}

/// Adds a filled rectangle: left, top, right and bottom.
pub(super) fn fill(svg: &mut String, [left, top, right, bottom]: [f32; 4], colour: &str) {
    // Writing to a string cannot fail, here and below.
    let _ = write!(svg, "<path fill=\"{colour}\" d=\"M{left} {top}H{right}V{bottom}H{left}Z\"/>");
}

/// Adds a line of text; `more` are further attributes.
pub(super) fn text(svg: &mut String, line: &Text, colour: &str, more: &str) {
    let font = match line.style.font {
        Font::Regular => "",
        Font::Bold => " font-weight=\"700\"",
        Font::Condensed => " font-weight=\"700\" font-stretch=\"condensed\"",
    };
    let _ = write!(
        svg,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{font} fill=\"{colour}\"{more}>{}</text>",
        line.x_mm,
        line.baseline_mm,
        line.style.size_pt * MM_PER_PT,
        escaped(line.text.trim_end())
    );
}

/// Paints a finished drawing.
///
/// # Errors
/// A drawing that cannot be read; no text makes one.
pub(super) fn paint(svg: &str, (width_px, height_px): (u32, u32)) -> Result<Pixmap, PressError> {
    let options = Options { fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|_| PressError::Picture)?;
    let mut picture = Pixmap::new(width_px, height_px).ok_or(PressError::Picture)?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    Ok(picture)
}
