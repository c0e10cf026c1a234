//! No grey seam runs through a code, whoever rasterises it: what is dark is black, what is light is white.

use std::path::Path;

use tizilim::pdf::{self, Fonts};
use tizilim::stand::sheet::{DrawnCode, Page};

use super::{kits, layouts, tools};

/// From a screen to a printer.
const RESOLUTIONS_DPI: [u16; 3] = [72, 150, 300];

/// Nearer to an outline than this a renderer may draw grey; and a page of a broken number of pixels may be shifted.
const MARGIN_PX: f32 = 1.0;

const MM_PER_INCH: f32 = 25.4;

/// A grey picture of a page.
struct Raster {
    width: usize,
    grey: Vec<u8>,
}

impl Raster {
    /// Reads a binary PGM file (`P5`, width, height, 255, then a byte a pixel).
    fn read(path: &Path) -> Self {
        let mut bytes = std::fs::read(path).expect("a picture");
        let mut fields = Vec::new();
        let mut at = 0;
        while fields.len() < 4 {
            let line = bytes[at..].iter().position(|byte| *byte == b'\n').expect("a line") + at;
            let text = String::from_utf8_lossy(&bytes[at..line]).into_owned();
            let words = text.split('#').next().unwrap_or_default().split_whitespace();
            fields.extend(words.map(str::to_owned));
            at = line + 1;
        }
        assert_eq!((fields[0].as_str(), fields[3].as_str()), ("P5", "255"), "{}", path.display());
        Self { width: fields[1].parse().expect("a width"), grey: bytes.split_off(at) }
    }
}

/// The dark modules of a code as it is drawn, and the quiet zone around them.
struct Grid {
    left_mm: f32,
    top_mm: f32,
    module_mm: f32,
    /// Modules along a side, quiet zone included.
    side: usize,
    dark: Vec<bool>,
}

/// A small whole number as a measure.
fn measure(count: usize) -> f32 {
    f32::from(u16::try_from(count).expect("a small number"))
}

impl Grid {
    fn new(code: &DrawnCode) -> Self {
        let zone = code.zone();
        let module_mm = code.quiet_mm / 4.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "41 modules at most")]
        let side = ((zone.right_mm - zone.left_mm) / module_mm).round() as usize;
        let middle = |from_mm: f32, place: usize| from_mm + (measure(place) + 0.5) * module_mm;
        let dark = (0..side * side)
            .map(|place| {
                is_inside(code, middle(zone.left_mm, place % side), middle(zone.top_mm, place / side))
            })
            .collect();
        Self { left_mm: zone.left_mm, top_mm: zone.top_mm, module_mm, side, dark }
    }

    /// First and last of the modules that a pixel and the margin around it touch; none outside of the quiet zone.
    fn touched(&self, from_mm: f32, pixel: usize, dpi: u16) -> Option<(usize, usize)> {
        let module = |px: f32| (px * MM_PER_INCH / f32::from(dpi) - from_mm) / self.module_mm;
        let (first, last) = (module(measure(pixel) - MARGIN_PX), module(measure(pixel) + 1.0 + MARGIN_PX));
        let inside = first >= 0.0 && last < measure(self.side);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked")]
        inside.then_some((first as usize, last as usize))
    }

    /// The grey that a pixel must have where all modules in these columns and rows agree.
    fn grey(&self, columns: (usize, usize), rows: (usize, usize)) -> Option<u8> {
        let first = self.dark[rows.0 * self.side + columns.0];
        let agree = (rows.0..=rows.1)
            .all(|row| (columns.0..=columns.1).all(|column| self.dark[row * self.side + column] == first));
        agree.then_some(if first { 0 } else { 255 })
    }
}

/// Whether a point is dark by the even-odd rule.
fn is_inside(code: &DrawnCode, x_mm: f32, y_mm: f32) -> bool {
    let edges = code.outlines.iter().flat_map(|outline| outline.iter().zip(outline.iter().cycle().skip(1)));
    let crossed = edges.filter(|(a, b)| (a.1 <= y_mm) != (b.1 <= y_mm) && a.0.max(b.0) <= x_mm);
    crossed.count() % 2 == 1
}

/// How many pixels were looked at, and how many of them are neither black nor white as they must be.
fn faults(raster: &Raster, code: &DrawnCode, dpi: u16) -> (usize, usize) {
    let grid = Grid::new(code);
    let height = raster.grey.len() / raster.width;
    let columns: Vec<_> = (0..raster.width)
        .filter_map(|x| grid.touched(grid.left_mm, x, dpi).map(|touched| (x, touched)))
        .collect();
    let (mut seen, mut wrong) = (0, 0);
    let mut expected: (Option<(usize, usize)>, Vec<(usize, u8)>) = (None, Vec::new());
    for y in 0..height {
        let Some(rows) = grid.touched(grid.top_mm, y, dpi) else { continue };
        if expected.0 != Some(rows) {
            let greys = columns.iter().filter_map(|(x, columns)| Some((*x, grid.grey(*columns, rows)?)));
            expected = (Some(rows), greys.collect());
        }
        let line = &raster.grey[y * raster.width..][..raster.width];
        seen += expected.1.len();
        wrong += expected.1.iter().filter(|(x, grey)| line[*x] != *grey).count();
    }
    (seen, wrong)
}

/// The pages of a file as pictures by a renderer, none where it is not installed.
fn rasters(renderer: &str, file: &Path, dpi: u16, folder: &Path, pages: usize) -> Option<Vec<Raster>> {
    let (resolution, out) = (dpi.to_string(), folder.join(format!("{renderer}-%d.pgm")));
    let (file, out) = (tools::path(file), tools::path(&out));
    let (scale, target) = (format!("-r{resolution}"), format!("-sOutputFile={out}"));
    let smooth = ["-dGraphicsAlphaBits=4", "-dTextAlphaBits=4"];
    let quiet = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pgmraw"];
    match renderer {
        "gs" => tools::run("gs", &[&quiet[..], &smooth, &[&scale, &target, file]].concat()),
        _ => tools::run("mutool", &["draw", "-q", "-r", &resolution, "-c", "gray", "-o", out, file]),
    }?;
    let read = |page: usize| Raster::read(&folder.join(format!("{renderer}-{page}.pgm")));
    Some((1..=pages).map(read).collect())
}

#[test]
fn no_grey_seam_runs_through_a_code() {
    let (mut seen, mut complaints) = (0, Vec::new());
    for (name, kit) in [("short", kits::few("https://qr.kz")), ("long", kits::few(kits::LONG_HOST))] {
        for layout in layouts::ALL {
            let fonts = Fonts::new();
            let document = (layout.lay)(&kit, &fonts).expect("a layout");
            let bytes = pdf::write(&document, &fonts).expect("a file");
            let file = tools::keep(&format!("seams-{}-{name}.pdf", layout.name), &bytes);
            for (renderer, dpi) in
                ["gs", "mutool"].into_iter().flat_map(|r| RESOLUTIONS_DPI.map(|dpi| (r, dpi)))
            {
                let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
                let Some(rasters) = rasters(renderer, &file, dpi, folder.path(), document.pages.len()) else {
                    return;
                };
                let codes = document.pages.iter().zip(&rasters);
                for (code, raster) in
                    codes.flat_map(|(page, raster)| page.codes().map(move |code| (code, raster)))
                {
                    let (looked_at, wrong) = faults(raster, code, dpi);
                    seen += looked_at;
                    if wrong > 0 {
                        complaints
                            .push(format!("{} {renderer} {dpi} dpi: {wrong} of {looked_at}", file.display()));
                    }
                }
            }
        }
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    println!("{seen} pixels of codes are black or white");
    assert!(seen > 0);
}

#[test]
fn a_seam_would_be_seen() {
    let fonts = Fonts::new();
    let document = (layouts::ALL[0].lay)(&kits::few("https://qr.kz"), &fonts).expect("a layout");
    let code = document.pages.iter().flat_map(Page::codes).last().expect("a code");
    let grid = Grid::new(code);
    let dpi = 150;
    let (width, height) = (1240, 1754);
    let mut raster = Raster { width, grey: vec![255; width * height] };
    for (place, grey) in raster.grey.iter_mut().enumerate() {
        let mm = |pixel: usize| (measure(pixel) + 0.5) * MM_PER_INCH / f32::from(dpi);
        if is_inside(code, mm(place % width), mm(place / width)) {
            *grey = 0;
        }
    }
    assert_eq!(faults(&raster, code, dpi).1, 0);
    // The upper left corner pattern is seven dark modules wide: a seam between the second and the third.
    let pixel = |mm: f32| (0..width).find(|x| (measure(*x) + 1.0) * MM_PER_INCH / f32::from(dpi) > mm);
    let row = pixel(grid.top_mm + 4.5 * grid.module_mm).expect("a row");
    let column = pixel(grid.left_mm + 6.0 * grid.module_mm).expect("a column");
    raster.grey[row * width + column] = 40;
    assert_eq!(faults(&raster, code, dpi).1, 1);
}
