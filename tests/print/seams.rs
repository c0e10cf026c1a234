//! No grey seam runs through a code, whoever rasterises it: what is dark is black, what is light is white.

use std::path::Path;

use tizilim::print::model::display_list::{DrawnCode, Page};
use tizilim::print::pdf;
use tizilim::print::pdf::Fonts;

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
    fn new(page: &Page, code: &DrawnCode) -> Self {
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
        let zone = layouts::zone(page, code);
        Self { left_mm: zone.left_mm, top_mm: zone.top_mm, module_mm, side, dark }
    }

    /// Whether the module at a place, in modules from the corner of the quiet zone, is dark.
    fn is_dark(&self, column: f32, row: f32) -> bool {
        let inside = 0.0..measure(self.side);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
        let place = |modules: f32| modules as usize;
        inside.contains(&column) && inside.contains(&row) && self.dark[place(row) * self.side + place(column)]
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
fn faults(raster: &Raster, grid: &Grid, dpi: u16) -> (usize, usize) {
    let height = raster.grey.len() / raster.width;
    let columns: Vec<_> = (0..raster.width)
        .filter_map(|x| grid.touched(grid.left_mm, x, dpi).map(|touched| (x, touched)))
        .collect();
    let (mut seen, mut wrong) = (0, 0);
    // Many rows of pixels touch the same rows of modules.
    let (mut last, mut expected) = (None, Vec::new());
    for y in 0..height {
        let Some(rows) = grid.touched(grid.top_mm, y, dpi) else { continue };
        if last != Some(rows) {
            let greys = columns.iter().filter_map(|(x, columns)| Some((*x, grid.grey(*columns, rows)?)));
            (last, expected) = (Some(rows), greys.collect());
        }
        let line = &raster.grey[y * raster.width..][..raster.width];
        seen += expected.len();
        wrong += expected.iter().filter(|(x, grey)| line[*x] != *grey).count();
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
        _ => tools::run("mutool", &["draw", "-q", "-N", "-r", &resolution, "-c", "gray", "-o", out, file]),
    }?;
    let read = |page: usize| Raster::read(&folder.join(format!("{renderer}-{page}.pgm")));
    Some((1..=pages).map(read).collect())
}

#[test]
fn no_grey_seam_runs_through_a_code() {
    let (mut seen, mut complaints) = (0, Vec::new());
    for (kit_name, host) in [("short", "https://qr.kz"), ("long", kits::LONG_HOST)] {
        for (name, document) in layouts::of(&kits::few(host)) {
            let bytes = pdf::write(&document, &Fonts::new()).expect("a file");
            let file = tools::keep(&format!("seams-{name}-{kit_name}.pdf"), &bytes);
            for (renderer, dpi) in
                ["gs", "mutool"].into_iter().flat_map(|r| RESOLUTIONS_DPI.map(|dpi| (r, dpi)))
            {
                let Some((pixels, wrong)) = look(renderer, &file, &document.pages, dpi) else { return };
                seen += pixels;
                if wrong > 0 {
                    complaints.push(format!("{} by {renderer} at {dpi} dpi: {wrong}", file.display()));
                }
            }
        }
    }
    println!("{seen} pixels of codes are black or white");
    assert!(complaints.is_empty(), "grey pixels:\n{}", complaints.join("\n"));
    assert!(seen > 0);
}

/// How many pixels of codes a renderer makes, and how many of them are grey; none where it is not installed.
fn look(renderer: &str, file: &Path, pages: &[Page], dpi: u16) -> Option<(usize, usize)> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let rasters = rasters(renderer, file, dpi, folder.path(), pages.len())?;
    let (mut seen, mut wrong) = (0, 0);
    for (page, raster) in pages.iter().zip(&rasters) {
        for code in page.codes() {
            let (looked_at, grey) = faults(raster, &Grid::new(page, code), dpi);
            seen += looked_at;
            wrong += grey;
        }
    }
    Some((seen, wrong))
}

#[test]
fn a_seam_would_be_seen() {
    const DPI: u16 = 150;
    let (_, document) = layouts::of(&kits::few("https://qr.kz")).next().expect("a layout");
    let (page, code) = document
        .pages
        .iter()
        .flat_map(|page| page.codes().map(move |code| (page, code)))
        .last()
        .expect("a code");
    let grid = Grid::new(page, code);
    let (width, height) = (1240, 1754);
    let mut raster = Raster { width, grey: vec![255; width * height] };
    let module = |pixel: usize, from_mm: f32| {
        ((measure(pixel) + 0.5) * MM_PER_INCH / f32::from(DPI) - from_mm) / grid.module_mm
    };
    for (place, grey) in raster.grey.iter_mut().enumerate() {
        let (column, row) = (module(place % width, grid.left_mm), module(place / width, grid.top_mm));
        if grid.is_dark(column, row) {
            *grey = 0;
        }
    }
    assert_eq!(faults(&raster, &grid, DPI).1, 0);
    // The upper left corner pattern is seven modules wide: a seam between the second and the third.
    let pixel =
        |from_mm: f32, modules: f32| (0..).find(|pixel| module(*pixel, from_mm) > modules).expect("a pixel");
    raster.grey[pixel(grid.top_mm, 4.5) * width + pixel(grid.left_mm, 6.0)] = 40;
    assert_eq!(faults(&raster, &grid, DPI).1, 1);
}
