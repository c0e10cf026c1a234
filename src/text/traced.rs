//! A drawing or a picture traced: what is dark in it, as outlines of one colour.

use std::io::Cursor;

use image::imageops::{self, FilterType};
use image::{DynamicImage, GrayImage, ImageReader, Limits, Luma, Rgba, RgbaImage};
use kurbo::{BezPath, Point};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use serde::{Deserialize, Serialize};
use visioncortex::{BinaryImage, CompoundPathElement, PathSimplifyMode, PointF64};

use super::picture::contained;

/// Longest side of a picture that is read, in pixels.
const PICTURE_MAX_PX: u32 = 12_000;

/// Most memory that reading a picture takes, in bytes.
const PICTURE_MAX_BYTES: u64 = 256 << 20;

/// The names of SVG (SVG 2, section 5.2).
const SVG: &str = "http://www.w3.org/2000/svg";

/// Lightest grey that is printed (0 black, 255 white): a sky blue is, a yellow is not.
const DARK: u8 = 175;

/// Smallest spot that is kept, as a part of the whole: smaller ones are dust of a scanner.
const SPECK: usize = 40_000;

/// Where a corner ends and a curve begins, in radians; the other figures of the tracer are its own suggestions.
const CORNER: f64 = std::f64::consts::FRAC_PI_3;
const SEGMENT_PX: f64 = 4.0;
const ROUNDS: usize = 10;
const SPLICE: f64 = std::f64::consts::FRAC_PI_4;

/// Why nothing was traced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untraced {
    /// It is no drawing and no picture that can be read.
    NoPicture,
    /// A drawing in whose words letters are named, and not drawn: which font they had is not in the file.
    Letters,
}

/// The outlines of what is dark in an SVG, PNG or JPEG file whose longer side is drawn with so many pixels, as SVG path data in
/// pixels; empty where nothing is dark.
///
/// # Errors
/// See [`Untraced`].
pub fn trace(file: &[u8], side_px: u32) -> Result<String, Untraced> {
    let traced = contained(|| Ok(grey(file, side_px).map(|grey| outlines(&grey))));
    traced.unwrap_or(Err(Untraced::NoPicture))
}

/// The file as a grey picture on white, its longer side this long.
fn grey(file: &[u8], side_px: u32) -> Result<GrayImage, Untraced> {
    let mut reader =
        ImageReader::new(Cursor::new(file)).with_guessed_format().map_err(|_| Untraced::NoPicture)?;
    if reader.format().is_none() {
        return drawing(file, side_px);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(PICTURE_MAX_PX);
    limits.max_image_height = Some(PICTURE_MAX_PX);
    limits.max_alloc = Some(PICTURE_MAX_BYTES);
    reader.limits(limits);
    let picture = reader.decode().map_err(|_| Untraced::NoPicture)?;
    let picture = if picture.width().max(picture.height()) > side_px {
        picture.resize(side_px, side_px, FilterType::Triangle)
    } else {
        picture
    };
    let mut ground = DynamicImage::ImageRgba8(RgbaImage::from_pixel(
        picture.width(),
        picture.height(),
        Rgba([u8::MAX; 4]),
    ));
    imageops::overlay(&mut ground, &picture, 0, 0);
    Ok(ground.to_luma8())
}

/// A drawing in SVG, painted. It reads no other file.
fn drawing(file: &[u8], side_px: u32) -> Result<GrayImage, Untraced> {
    let svg = std::str::from_utf8(file).map_err(|_| Untraced::NoPicture)?;
    let parsed = Document::parse(svg).map_err(|_| Untraced::NoPicture)?;
    let has_letters = parsed.descendants().any(|element| {
        element.has_tag_name((SVG, "text"))
            && element.descendants().filter_map(|part| part.text()).any(|words| !words.trim().is_empty())
    });
    if has_letters {
        return Err(Untraced::Letters);
    }
    let nothing =
        ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = Options { image_href_resolver: nothing, ..Options::default() };
    let tree = Tree::from_xmltree(&parsed, &options).map_err(|_| Untraced::NoPicture)?;
    let size = tree.size().to_int_size();
    let size = match size.scale_to_width(side_px) {
        Some(wide) if wide.height() <= side_px => Some(wide),
        _ => size.scale_to_height(side_px),
    };
    let mut picture =
        size.and_then(|size| Pixmap::new(size.width(), size.height())).ok_or(Untraced::NoPicture)?;
    picture.fill(Color::WHITE);
    let scale = picture.width() as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    let (width, height) = (picture.width(), picture.height());
    let colours = DynamicImage::ImageRgba8(
        RgbaImage::from_raw(width, height, picture.take()).ok_or(Untraced::NoPicture)?,
    );
    Ok(colours.to_luma8())
}

/// What is dark, as path data in pixels.
fn outlines(grey: &GrayImage) -> String {
    let (width, height) = (grey.width() as usize, grey.height() as usize);
    let mut dark = BinaryImage::new_w_h(width, height);
    for (x, y, Luma([light])) in grey.enumerate_pixels() {
        dark.set_pixel(x as usize, y as usize, *light <= DARK);
    }
    let mut path = BezPath::new();
    let spots = dark.to_clusters(false);
    for spot in spots.iter().filter(|spot| spot.size() > width * height / SPECK) {
        let traced = spot.to_compound_path(PathSimplifyMode::Spline, CORNER, SEGMENT_PX, ROUNDS, SPLICE);
        for outline in traced.iter() {
            let CompoundPathElement::Spline(spline) = outline else { continue };
            add(&mut path, &spline.points);
        }
    }
    path.to_svg()
}

/// Adds a closed outline: its first point, then two controls and an end of each curve.
fn add(path: &mut BezPath, points: &[PointF64]) {
    let at = |point: &PointF64| Point::new(point.x, point.y).round();
    let Some((first, curves)) = points.split_first() else { return };
    path.move_to(at(first));
    for curve in curves.chunks_exact(3) {
        path.curve_to(at(&curve[0]), at(&curve[1]), at(&curve[2]));
    }
    path.close_path();
}

#[cfg(test)]
mod tests {
    use kurbo::Shape as _;

    use super::*;

    /// Whether a place of a drawing 100 wide is printed.
    fn is_dark(path: &str, (x, y): (f64, f64), side_px: f64) -> bool {
        let path = BezPath::from_svg(path).expect("path data");
        path.winding(Point::new(x * side_px / 100.0, y * side_px / 100.0)) != 0
    }

    const DRAWING: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
        <circle cx="50" cy="50" r="45" fill="#00afca"/>
        <g transform="translate(50 50)"><rect x="-10" y="-10" width="20" height="20" fill="#fff"/></g>
        <path d="M20 50h10" stroke="#ffd700" stroke-width="6"/>
        <image href="/etc/hostname" width="9" height="9"/></svg>"##;

    #[test]
    fn what_is_dark_in_a_drawing_is_outlined_and_what_is_light_is_a_hole() {
        let path = trace(DRAWING.as_bytes(), 1_400).expect("outlines");
        let dark = |x, y| is_dark(&path, (x, y), 1_400.0);
        assert!(dark(50.0, 30.0) && dark(80.0, 50.0));
        assert!(!dark(50.0, 50.0), "white over a colour");
        assert!(!dark(25.0, 50.0), "yellow is too light for print");
        assert!(!dark(2.0, 2.0), "outside");
    }

    #[test]
    fn a_picture_is_outlined_as_a_drawing_is() {
        let ring = GrayImage::from_fn(300, 300, |x, y| {
            let from = (f64::from(x) - 150.0).hypot(f64::from(y) - 150.0);
            Luma([if (60.0..140.0).contains(&from) { 30 } else { 250 }])
        });
        for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg] {
            let mut file = Vec::new();
            ring.write_to(&mut Cursor::new(&mut file), format).expect("a picture");
            let path = trace(&file, 1_400).expect("outlines");
            let dark = |x, y| is_dark(&path, (x, y), 300.0);
            assert!(dark(50.0, 10.0) && dark(15.0, 50.0) && !dark(50.0, 50.0) && !dark(1.0, 1.0));
        }
    }

    #[test]
    fn what_is_no_picture_is_refused_and_letters_without_a_font_too() {
        for nothing in [&b"nothing"[..], b"<svg", b"\x89PNG\r\n\x1a\nbroken"] {
            assert_eq!(trace(nothing, 700), Err(Untraced::NoPicture));
        }
        let empty = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text> </text></svg>"#;
        assert_eq!(trace(empty.as_bytes(), 700), Ok(String::new()));
        let letters = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">
            <text><tspan>ҚР</tspan></text></svg>"#;
        assert_eq!(trace(letters.as_bytes(), 700), Err(Untraced::Letters));
    }
}
