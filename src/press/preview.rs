//! The picture of a page before it is printed: what the display list says, small, in the few colours of print.

use std::fmt::Write as _;

use resvg::tiny_skia::{ColorU8, Pixmap};

use super::{PressError, svg};
use crate::domain::Checksum;
use crate::domain::brand::Accent;
use crate::print::model::display_list::{DrawnCode, Ink, Item, Page, Rule, TrialMark};
use crate::print::model::vector_shape::Step;

/// Width of a picture in pixels: an A4 page at 80 dpi, sharp on a phone that shows it over its whole width.
const WIDTH_PX: f32 = 660.0;

/// Shades of each of the two inks, 4 bits a pixel together.
const SHADES: u8 = 8;

/// Thickness of the outlines of the word of a trial print, thicker than in print so that it is seen at this size.
const SPECIMEN_LINE_MM: f32 = 0.35;

/// Width and height of a page's picture in pixels.
pub fn size_px(page: &Page) -> (u32, u32) {
    let (width_mm, height_mm) = paper_mm(page);
    // A page is at most a few times as high as wide, so the number is small and positive.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds of pixels")]
    let whole = |px: f32| px.round().clamp(1.0, 4.0 * WIDTH_PX) as u32;
    (whole(WIDTH_PX), whole(WIDTH_PX * height_mm / width_mm))
}

/// A name of the picture that changes when the page does, or this program, made without drawing it.
pub fn fingerprint(page: &Page, accent: Accent) -> Checksum {
    let (program, drawing) = (env!("CARGO_PKG_VERSION"), (WIDTH_PX, SHADES, SPECIMEN_LINE_MM));
    Checksum::of(format!("{program}{drawing:?}{page:?}{accent:?}").as_bytes())
}

/// The picture as PNG.
///
/// # Errors
/// A drawing that cannot be read or written; no page makes one.
pub fn preview(page: &Page, accent: Accent) -> Result<Vec<u8>, PressError> {
    let size_px = size_px(page);
    encoded(&svg::paint(&drawing(page, accent), size_px)?, accent).map_err(|_| PressError::Picture)
}

/// The paper with what is cut off later.
fn paper_mm(page: &Page) -> (f32, f32) {
    let slug_mm = 2.0 * page.slug_mm;
    (page.size.width_mm + slug_mm, page.size.height_mm + slug_mm)
}

fn drawing(page: &Page, accent: Accent) -> String {
    let ((width_mm, height_mm), slug_mm) = (paper_mm(page), page.slug_mm);
    let mut drawing = svg::begun(size_px(page), [-slug_mm, -slug_mm, width_mm, height_mm]);
    svg::fill(&mut drawing, [-slug_mm, -slug_mm, width_mm - slug_mm, height_mm - slug_mm], "#fff");
    let accent = accent.to_string();
    let colour = |ink| match ink {
        Ink::Black => "#000",
        Ink::Accent => accent.as_str(),
        Ink::White => "#fff",
    };
    for item in &page.items {
        match item {
            Item::Text(paragraph) => {
                for line in &paragraph.lines {
                    svg::text(&mut drawing, line, colour(paragraph.ink), "");
                }
            }
            Item::Rule(line) => rule(&mut drawing, line),
            Item::Fill(fill) => {
                let area = fill.area;
                let sides = [area.left_mm, area.top_mm, area.right_mm, area.bottom_mm];
                svg::fill(&mut drawing, sides, colour(fill.ink));
            }
            Item::Shape(emblem) => outlines(&mut drawing, &emblem.steps, colour(emblem.ink)),
            Item::Code(code) => symbol(&mut drawing, code),
            Item::TrialMark(word) => trial_mark(&mut drawing, word),
        }
    }
    drawing + "</svg>"
}

fn rule(drawing: &mut String, rule: &Rule) {
    let ((x, y), (to_x, to_y)) = (rule.from_mm, rule.to_mm);
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        drawing,
        "<path stroke=\"#000\" stroke-width=\"{}\" d=\"M{x} {y}L{to_x} {to_y}\"/>",
        rule.thickness_mm
    );
}

fn outlines(drawing: &mut String, steps: &[Step], colour: &str) {
    let _ = write!(drawing, "<path fill=\"{colour}\" d=\"");
    for step in steps {
        let _ = match step {
            Step::Move((x, y)) => write!(drawing, "M{x} {y}"),
            Step::Line((x, y)) => write!(drawing, "L{x} {y}"),
            Step::Curve(a, b, to) => write!(drawing, "C{} {} {} {} {} {}", a.0, a.1, b.0, b.1, to.0, to.1),
            Step::Close => write!(drawing, "Z"),
        };
    }
    drawing.push_str("\"/>");
}

fn symbol(drawing: &mut String, code: &DrawnCode) {
    drawing.push_str("<path fill-rule=\"evenodd\" shape-rendering=\"crispEdges\" d=\"");
    for outline in &code.outlines {
        for (at, (x, y)) in outline.iter().enumerate() {
            let _ = write!(drawing, "{}{x} {y}", if at == 0 { 'M' } else { 'L' });
        }
        drawing.push('Z');
    }
    drawing.push_str("\"/>");
}

fn trial_mark(drawing: &mut String, word: &TrialMark) {
    let (x_mm, baseline_mm) = word.from_mm;
    let line = crate::print::model::display_list::Text {
        x_mm,
        baseline_mm,
        width_mm: 0.0,
        style: word.style,
        text: word.text.clone(),
    };
    let more = format!(
        " stroke=\"#000\" stroke-width=\"{SPECIMEN_LINE_MM}\" transform=\"rotate({} {x_mm} {baseline_mm})\"",
        -word.angle_degrees
    );
    svg::text(drawing, &line, "none", &more);
}

/// The colours of a picture: from black to white, then from the accent towards white.
fn palette(accent: Accent) -> Vec<[u8; 3]> {
    let mixed = |from: u8, part: u8, parts: u8| {
        let (from, part, parts) = (u16::from(from), u16::from(part), u16::from(parts));
        // A mix of two bytes is a byte.
        u8::try_from(from + (255 - from) * part / parts).unwrap_or(u8::MAX)
    };
    let greys = (0..SHADES).map(|part| [mixed(0, part, SHADES - 1); 3]);
    let tints = (0..SHADES).map(|part| accent.rgb().map(|from| mixed(from, part, SHADES)));
    greys.chain(tints).collect()
}

/// The picture in the colours of its palette, two pixels a byte (PNG, third edition, 11.2.1).
fn encoded(picture: &Pixmap, accent: Accent) -> Result<Vec<u8>, png::EncodingError> {
    let palette = palette(accent);
    let mut last = (ColorU8::from_rgba(255, 255, 255, 255), SHADES - 1);
    let mut index = |pixel: ColorU8| {
        if pixel != last.0 {
            last = (pixel, nearest(&palette, [pixel.red(), pixel.green(), pixel.blue()]));
        }
        last.1
    };
    let width_px = picture.width() as usize;
    let mut packed = Vec::with_capacity(picture.pixels().len() / 2);
    for row in picture.pixels().chunks_exact(width_px) {
        for pair in row.chunks(2) {
            let first = index(pair[0].demultiply());
            let second = pair.get(1).map_or(0, |pixel| index(pixel.demultiply()));
            packed.push(first << 4 | second);
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette.concat());
    // Filters of single bytes only disturb what is packed (PNG, third edition, 12.7).
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&packed)?;
    writer.finish()?;
    Ok(bytes)
}

/// The number of the colour that differs least.
fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let distance = |other: &[u8; 3]| -> u32 {
        other.iter().zip(colour).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let best = (0_u8..).zip(palette).min_by_key(|(_, other)| distance(other));
    best.map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Code, Lang};
    use crate::print::model::display_list::{Fill, Paragraph, Role, Text};
    use crate::print::model::geometry::{A4, Area, SLUG_MM};
    use crate::print::model::style::Style;
    use crate::print::qr::{Level, Symbol};

    /// Weight of a picture that a weak network still shows.
    const HEAVIEST_BYTES: usize = 60 * 1024;

    fn page(slug_mm: f32) -> Page {
        let name = Code::parse("7K3M9Q3").expect("a code");
        let symbol = Symbol::new("https://QR.EXAMPLE.KZ/7K3M9Q3/4HD0TWX", Level::Q).expect("a symbol");
        let line = Text {
            x_mm: 20.0,
            baseline_mm: 30.0,
            width_mm: 100.0,
            style: Style::bold(40.0),
            text: "Оқыңыз <&>".to_owned(),
        };
        let text =
            Paragraph { role: Role::Title, lang: Lang::Kk, ink: Ink::White, link: None, lines: vec![line] };
        let area = Area { left_mm: 0.0, top_mm: 0.0, right_mm: 210.0, bottom_mm: 50.0 };
        Page {
            size: A4,
            slug_mm,
            bookmark: String::new(),
            items: vec![
                Item::Fill(Fill { area, ink: Ink::Accent }),
                Item::Text(text),
                Item::Code(DrawnCode::new(name, &symbol, (40.0, 80.0), 130.0)),
                Item::Rule(Rule { from_mm: (10.0, 250.0), to_mm: (200.0, 250.0), thickness_mm: 0.5 }),
            ],
        }
    }

    /// The width, and the colours of all pixels.
    fn pixels(png: &[u8]) -> (usize, Vec<[u8; 3]>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().expect("a header");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("a frame");
        (info.width as usize, bytes.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect())
    }

    #[test]
    fn a_page_is_drawn_light_in_its_own_colours() {
        let accent = Accent::default();
        let png = preview(&page(0.0), accent).expect("a picture");
        assert!(png.len() <= HEAVIEST_BYTES, "{} bytes", png.len());
        let (width, colours) = pixels(&png);
        let at = |x_mm: f32, y_mm: f32| {
            let px = |mm: f32| (mm * WIDTH_PX / 210.0) as usize;
            colours[px(y_mm) * width + px(x_mm)]
        };
        assert_eq!(at(5.0, 45.0), accent.rgb(), "the band");
        assert_eq!(at(5.0, 100.0), [255; 3], "the paper");
        assert_eq!(at(43.0, 82.0), [0; 3], "the code");
        let band = &colours[..width * 150];
        assert!(band.contains(&[255; 3]), "white letters on it");
        assert!(png == preview(&page(0.0), accent).expect("a picture"), "the same bytes");
    }

    #[test]
    fn another_page_has_another_name_and_a_print_shop_sees_its_paper() {
        let (office, shop) = (page(0.0), page(SLUG_MM));
        assert!(fingerprint(&office, Accent::default()) != fingerprint(&shop, Accent::default()));
        let (width, colours) = pixels(&preview(&shop, Accent::default()).expect("a picture"));
        assert_eq!(colours[5 * width + 5], [255; 3], "white around the cut page");
        assert_eq!(size_px(&office).0, size_px(&shop).0);
    }
}
