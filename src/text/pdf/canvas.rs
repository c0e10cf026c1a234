//! Takes what is drawn on a page from the library: characters, rules, surfaces and pictures.

use std::cell::Cell;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint, SoftMask,
};

use super::fonts::Fonts;
use super::glyphs::{Glyph, Look, Page, Picture, turn};
use super::rules::{rule, strokes};
use super::sight::{Colour, Sight, Sighted, Surface};
use crate::text::body::Emphasis;

/// Rules of one page: a form has hundreds, a map more than anybody reads.
const MAX_RULES: usize = 4_000;

/// Surfaces and pictures of one page that are heeded: a table of many shades has hundreds.
const MAX_SURFACES: usize = 1_000;

/// The tangent of the angle from which words are written aslant: a page that was scanned askew stays under 5 degrees.
const SLANT: f64 = 0.12;

/// The height of letters made of outlines, in points.
const OUTLINE_HEIGHT: std::ops::Range<f64> = 2.0..40.0;

/// From this area a shape may have words on it, in square points.
const MIN_SHAPE: f64 = 600.0;

/// What is taken from one page.
pub struct Canvas<'f> {
    page: Page,
    fonts: &'f mut Fonts,
    /// How each character can be seen.
    sights: Vec<Sighted>,
    surfaces: Vec<Surface>,
    /// What can be seen, and whether its edges are those of a rectangle.
    clips: Vec<(Rect, bool)>,
    /// How opaque each group is.
    groups: Vec<f32>,
    /// How many things were drawn.
    drawn: usize,
    /// Characters that may still be drawn in this document.
    left: &'f Cell<u64>,
    /// The characters of the last run.
    last_run: usize,
    /// Whether fields and remarks are drawn, and not the page itself.
    adds: bool,
}

impl<'f> Canvas<'f> {
    /// An empty page of this size; `left` is how many characters the document may still draw.
    pub fn new(number: u32, size: (f64, f64), fonts: &'f mut Fonts, left: &'f Cell<u64>) -> Self {
        let page = Page { number, width: size.0, height: size.1, ..Page::default() };
        Self {
            page,
            fonts,
            sights: Vec::new(),
            surfaces: Vec::new(),
            clips: Vec::new(),
            groups: Vec::new(),
            drawn: 0,
            left,
            last_run: 0,
            adds: false,
        }
    }

    /// Says that the page itself is drawn: what follows is written into its fields, or stuck on it.
    pub fn add(&mut self) {
        self.adds = true;
    }

    /// The page, without the characters that nobody sees.
    pub fn finish(mut self) -> Page {
        super::sight::part(&mut self.page, &self.sights, &self.surfaces);
        self.page
    }

    fn bounds(&self) -> Rect {
        Rect::new(0.0, 0.0, self.page.width, self.page.height)
    }

    /// What can be seen of a place.
    fn clipped(&self, area: Rect) -> Rect {
        self.clips.iter().fold(area.intersect(self.bounds()), |area, (clip, _)| area.intersect(*clip))
    }

    fn colour(&self, paint: &Paint<'_>) -> Colour {
        let groups: f32 = self.groups.iter().product();
        match paint {
            Paint::Color(colour) => {
                let [red, green, blue, alpha] = colour.to_rgba().components();
                Colour { rgb: Some([red, green, blue]), opacity: alpha * groups }
            }
            Paint::Pattern(_) => Colour { rgb: None, opacity: groups },
        }
    }

    fn cover(&mut self, area: Rect, colour: Colour, is_picture: bool) {
        let area = self.clipped(area);
        // What is cut out along a curve covers only a part of its bounds.
        let colour = if self.clips.iter().all(|(_, is_whole)| *is_whole) { colour } else { colour.blended() };
        if self.surfaces.len() < MAX_SURFACES && area.area() > 0.0 {
            self.surfaces.push(Surface { area, colour, is_picture, drawn: self.drawn });
        }
    }

    fn fill(&mut self, path: &BezPath, place: Affine, colour: Colour) {
        for stroke in strokes(path, place) {
            let bounds = stroke.bounds();
            if let Some(rule) = rule(bounds) {
                if self.page.rules.len() < MAX_RULES && colour.opacity > 0.0 {
                    self.page.rules.push(rule);
                }
            } else if stroke.is_rectangle() {
                self.cover(bounds, colour, false);
            } else if bounds.area() > MIN_SHAPE {
                // What lies within its bounds may be on it, or beside it.
                self.cover(bounds, Colour { rgb: None, opacity: 0.5 }, false);
            } else if stroke.is_outline() && OUTLINE_HEIGHT.contains(&bounds.height()) {
                self.page.outlines += 1;
            }
        }
    }

    /// Takes one character that is placed by `place`.
    fn take(&mut self, drawn: &Drawn<'_>, font: usize, place: Affine, colour: Colour, is_painted: bool) {
        let [a, b, c, d, ..] = place.as_coeffs();
        let size = c.hypot(d) * 1000.0;
        // The library stretches letters of a font that it took for another one; then they are as wide as high.
        let em = if self.fonts.is_embedded(font) { a.hypot(b) * 1000.0 } else { size };
        let advance = match drawn {
            Drawn::Outline(letter) => letter.advance_width(),
            Drawn::Type3(letter) => letter.advance_width(),
        };
        let advance = f64::from(advance.unwrap_or_default()) / 1000.0;
        let origin = place * Point::ZERO;
        let middle = place * Point::new(advance * 500.0, 300.0);
        if ![origin.x, origin.y, middle.x, middle.y, size].iter().all(|value| value.is_finite())
            || size <= 0.0
        {
            return;
        }
        let direction = match (a.abs() >= b.abs(), a >= 0.0, b >= 0.0) {
            (true, true, _) => 0,
            (true, false, _) => 2,
            (false, _, true) => 1,
            (false, _, false) => 3,
        };
        let (x, y) = turn(origin.x, origin.y, direction);
        let letter = self.fonts.read(font, drawn);
        self.sights.push(Sighted {
            middle,
            sight: self.sight(middle, size, colour, is_painted),
            drawn: self.drawn,
        });
        self.page.glyphs.push(Glyph {
            x,
            y,
            width: advance * em,
            size,
            turn: direction,
            text: letter.text,
            look: Look::from(self.fonts.emphasis(font)),
            is_slanting: a.abs().min(b.abs()) > a.abs().max(b.abs()) * SLANT,
            is_pale: colour.is_pale(),
            font,
            code: letter.code,
            is_added: self.adds,
        });
    }

    /// How a character can be seen at the moment at which it is drawn.
    fn sight(&self, middle: Point, size: f64, colour: Colour, is_painted: bool) -> Sight {
        let around = Rect::from_center_size(middle, (size, size));
        if !is_painted {
            return Sight::Unpainted;
        }
        let seen = self.clipped(around).area() > 0.0;
        if !seen
            || colour.is_nothing()
            || size < super::sight::MIN_SIZE
            || colour.is_on(&self.surfaces, middle)
        {
            return Sight::Hidden;
        }
        Sight::Seen
    }

    /// Whether a run is the last one once more, to draw its outlines: that makes letters bold.
    fn is_outlined(&mut self, run: &GlyphRun<'_, '_>, place: Affine) -> bool {
        let count = run.glyphs().len();
        let Some(start) = self.page.glyphs.len().checked_sub(count).filter(|_| count == self.last_run) else {
            return false;
        };
        let same = self.page.glyphs[start..].iter().zip(run.glyphs()).all(|(glyph, drawn)| {
            let origin = place * drawn.transform() * Point::ZERO;
            let (x, y) = turn(origin.x, origin.y, glyph.turn);
            (glyph.x - x).abs() < 0.01 && (glyph.y - y).abs() < 0.01
        });
        if same {
            for glyph in &mut self.page.glyphs[start..] {
                glyph.look.emphasis = match glyph.look.emphasis {
                    Emphasis::Plain | Emphasis::Bold => Emphasis::Bold,
                    Emphasis::Italic | Emphasis::BoldItalic => Emphasis::BoldItalic,
                };
            }
        }
        same
    }
}

/// Lays the letters of a font without widths side by side: as wide as they are drawn.
fn lay_out(glyphs: &mut [Glyph], run: &GlyphRun<'_, '_>) {
    if glyphs.len() < 2 || glyphs.iter().any(|glyph| glyph.width > 0.0) {
        return;
    }
    let mut pen = 0.0;
    for (glyph, drawn) in glyphs.iter_mut().zip(run.glyphs()) {
        let Drawn::Outline(letter) = &**drawn else { return };
        let ink = letter.outline().bounding_box().x1 / 1000.0;
        glyph.width = glyph.size * if ink > 0.0 { ink + BEARING } else { SPACE };
        glyph.x += pen;
        pen += glyph.width;
    }
}

/// What letters leave free behind them, and what a space takes, in sizes of the font.
const BEARING: f64 = 0.05;
const SPACE: f64 = 0.25;

impl<'a> Device<'a> for Canvas<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn += 1;
        let colour = self.colour(&props.paint);
        match mode {
            DrawMode::Fill(_) => {
                let colour = if props.blend_mode == BlendMode::Normal { colour } else { colour.blended() };
                self.fill(path, props.transform, colour);
            }
            DrawMode::Stroke(_) | DrawMode::FillAndStroke(..) => {
                for stroke in strokes(path, props.transform) {
                    let room = MAX_RULES.saturating_sub(self.page.rules.len());
                    self.page.rules.extend(stroke.drawn().take(room));
                }
            }
            DrawMode::Invisible => {}
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let parts = strokes(&clip.path, Affine::IDENTITY);
        let is_whole = matches!(parts.as_slice(), [only] if only.is_rectangle());
        self.clips.push((clip.path.bounding_box(), is_whole));
    }

    fn push_transparency_group(&mut self, opacity: f32, _: Option<SoftMask<'a>>, mode: BlendMode) {
        // What is blended covers nothing, however opaque it is.
        self.groups.push(if mode == BlendMode::Normal { opacity } else { opacity.min(0.5) });
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.drawn += 1;
        let Some(first) = run.glyphs().first() else { return };
        if matches!(mode, DrawMode::Stroke(_)) && self.is_outlined(run, props.transform) {
            return;
        }
        let count = run.glyphs().len() as u64;
        self.left.set(self.left.get().saturating_sub(count));
        if self.left.get() == 0 {
            return;
        }
        let font = self.fonts.place(first);
        let colour = self.colour(&props.paint);
        let is_painted = !matches!(mode, DrawMode::Invisible);
        let before = self.page.glyphs.len();
        for glyph in run.glyphs() {
            self.take(glyph, font, props.transform * glyph.transform(), colour, is_painted);
        }
        self.last_run = self.page.glyphs.len() - before;
        if self.last_run == run.glyphs().len() {
            lay_out(&mut self.page.glyphs[before..], run);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.drawn += 1;
        let (width, height, object, is_whole) = match &image {
            Image::Stencil(stencil) => (stencil.width(), stencil.height(), stencil.stream().obj_id(), false),
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                let masks = [&b"SMask"[..], b"Mask", b"SMaskInData"];
                let is_whole = !masks.iter().any(|mask| dict.contains_key(mask));
                (raster.width(), raster.height(), raster.stream().obj_id(), is_whole)
            }
        };
        let place = props.transform;
        let area = place.transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let opacity = if is_whole && props.blend_mode == BlendMode::Normal { 1.0 } else { 0.5 };
        let groups: f32 = self.groups.iter().product();
        self.cover(area, Colour { rgb: None, opacity: opacity * groups }, true);
        let area = self.clipped(area);
        if self.page.pictures.len() < MAX_SURFACES && area.area() > 0.0 {
            self.page.pictures.push(Picture { area, object });
        }
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}
