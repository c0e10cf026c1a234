//! The union's emblem: one colour, drawn from SVG path data.

use kurbo::{Affine, BezPath, PathEl, Rect, Shape};

use super::geometry::Area;

/// Longest path data, in bytes: a detailed emblem has a few thousand, and each page carries it.
pub const PATH_MAX_BYTES: usize = 20_000;

/// Widest and narrowest emblem, as width to height.
const RATIOS: std::ops::RangeInclusive<f64> = 0.2..=5.0;

/// Least part of its box that an emblem fills.
const EMPTY: f64 = 0.001;

/// Longest and shortest side of an emblem, in its own units: far beyond what drawing programs write, and near enough
/// for every sum to be exact to a hair.
const SIDES: std::ops::RangeInclusive<f64> = 1e-3..=1e7;

/// Most digits before the point of a number. An arc becomes the more curves the larger it is.
const DIGITS_MAX: usize = 6;

/// Most steps of an emblem, once its arcs are curves.
const STEPS_MAX: usize = 10_000;

/// An emblem, its outlines in a box of height 1.
#[derive(Debug, Clone, PartialEq)]
pub struct VectorShape {
    path: BezPath,
    ratio: f64,
}

/// Why path data are no emblem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InvalidShape {
    /// They are no SVG path data, or draw nothing.
    Form,
    /// They are longer than [`PATH_MAX_BYTES`], or have more than 10,000 steps.
    TooLong,
    /// The drawing is more than five times as wide as high, or the reverse.
    Shape,
}

/// A step of an outline, in millimetres on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// A new outline begins here.
    Move((f32, f32)),
    /// A straight line.
    Line((f32, f32)),
    /// A cubic curve with its two control points and its end.
    Curve((f32, f32), (f32, f32), (f32, f32)),
    /// Back to where the outline began.
    Close,
}

impl VectorShape {
    /// Reads SVG path data (SVG 2, section 9.3).
    ///
    /// # Errors
    /// See [`InvalidShape`].
    pub fn parse(path: &str) -> Result<Self, InvalidShape> {
        if path.len() > PATH_MAX_BYTES {
            return Err(InvalidShape::TooLong);
        }
        if !is_moderate(path) {
            return Err(InvalidShape::Form);
        }
        let mut path = BezPath::from_svg(path.trim()).map_err(|_| InvalidShape::Form)?;
        if path.elements().len() > STEPS_MAX {
            return Err(InvalidShape::TooLong);
        }
        let bounds: Rect = path.bounding_box();
        let (width, height) = (bounds.width(), bounds.height());
        if !(SIDES.contains(&width) && SIDES.contains(&height)) {
            return Err(InvalidShape::Form);
        }
        // A line has a box, but nothing that could be filled.
        if filled(&path) < EMPTY * width * height {
            return Err(InvalidShape::Form);
        }
        let ratio = width / height;
        if !RATIOS.contains(&ratio) {
            return Err(InvalidShape::Shape);
        }
        path.apply_affine(Affine::translate((-bounds.x0, -bounds.y0)).then_scale(1.0 / height));
        Ok(Self { path, ratio })
    }

    /// Its width at a height, in millimetres.
    pub fn width_mm(&self, height_mm: f32) -> f32 {
        narrow(self.ratio) * height_mm
    }

    /// Its outlines as SVG path data in a box of height 1, and the width of that box.
    pub fn svg(&self) -> (String, f64) {
        (self.path.to_svg(), self.ratio)
    }

    /// Its outlines, as large as fit into an area, in the area's middle. They are filled by the non-zero rule.
    pub fn steps(&self, area: Area) -> Vec<Step> {
        let (width_mm, height_mm) = (area.right_mm - area.left_mm, area.bottom_mm - area.top_mm);
        let scale_mm = height_mm.min(width_mm / narrow(self.ratio));
        let left_mm = area.left_mm + (width_mm - self.width_mm(scale_mm)) / 2.0;
        let top_mm = area.top_mm + (height_mm - scale_mm) / 2.0;
        let place =
            |point: kurbo::Point| (left_mm + narrow(point.x) * scale_mm, top_mm + narrow(point.y) * scale_mm);
        let mut here = kurbo::Point::ZERO;
        let mut steps = Vec::with_capacity(self.path.elements().len());
        for element in self.path.elements() {
            steps.push(match *element {
                PathEl::MoveTo(to) => Step::Move(place(to)),
                PathEl::LineTo(to) => Step::Line(place(to)),
                // A quadratic curve as a cubic one: both controls two thirds of the way to the one.
                PathEl::QuadTo(control, to) => {
                    let (first, second) = (here.lerp(control, 2.0 / 3.0), to.lerp(control, 2.0 / 3.0));
                    Step::Curve(place(first), place(second), place(to))
                }
                PathEl::CurveTo(first, second, to) => Step::Curve(place(first), place(second), place(to)),
                PathEl::ClosePath => Step::Close,
            });
            here = element.end_point().unwrap_or(here);
        }
        steps
    }
}

/// Whether every number in path data is of a size that a drawing has.
fn is_moderate(path: &str) -> bool {
    let grows = path.split(['e', 'E']).skip(1).any(|exponent| !exponent.starts_with('-'));
    let digit = |c: char| c.is_ascii_digit();
    // What follows a point are the places behind it, of which there may be many.
    let whole = path.split('.').enumerate().map(|(at, part)| match at {
        0 => part,
        _ => part.trim_start_matches(digit),
    });
    let mut runs = whole.flat_map(|part| part.split(|c: char| !digit(c)));
    !grows && runs.all(|run| run.len() <= DIGITS_MAX)
}

/// What the outlines fill, each for itself: mirrored halves turn opposite ways round.
fn filled(path: &BezPath) -> f64 {
    let outlines = path.elements().chunk_by(|_, next| !matches!(next, PathEl::MoveTo(_)));
    let area = |outline: &[PathEl]| {
        let mut outline = BezPath::from_vec(outline.to_vec());
        // Whoever fills an outline closes it.
        if !matches!(outline.elements().last(), Some(PathEl::ClosePath)) {
            outline.close_path();
        }
        outline.area().abs()
    };
    // After a closed outline another may begin where that one did.
    outlines.filter(|outline| matches!(outline.first(), Some(PathEl::MoveTo(_)))).map(area).sum()
}

/// Numbers of a small box, whose last digits nobody sees.
#[expect(clippy::cast_possible_truncation, reason = "places in a box of height 1")]
const fn narrow(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { left_mm: 10.0, top_mm: 20.0, right_mm: 30.0, bottom_mm: 30.0 };

    #[test]
    fn an_emblem_fills_its_area_and_keeps_its_shape() {
        let square = VectorShape::parse("M100 100h50v50h-50z").expect("an emblem");
        assert_eq!(
            square.steps(AREA),
            [
                Step::Move((15.0, 20.0)),
                Step::Line((25.0, 20.0)),
                Step::Line((25.0, 30.0)),
                Step::Line((15.0, 30.0)),
                Step::Close,
            ]
        );
        let round =
            VectorShape::parse("M0 5a5 5 0 1 0 10 0q0-5-5-5T0 5z").expect("arcs and quadratic curves");
        assert!((round.width_mm(8.0) - 8.0).abs() < 0.5);
        assert!(round.steps(AREA).iter().any(|step| matches!(step, Step::Curve(..))));
    }

    #[test]
    fn what_draws_nothing_is_refused() {
        for path in
            ["", "M0 0", "hello", "M0 0L10 0", "M0 0h1e400v1z", "<svg/>", "M0 0hNaN", "M0 0L5000 5000Z"]
        {
            assert_eq!(VectorShape::parse(path), Err(InvalidShape::Form), "{path}");
        }
        for path in ["M100 100L110 105", "M0 0h1e-310v1e-310z", "M0 0h0.0001v0.0001z", "M0 0C9 9 9 9 0 0"] {
            assert_eq!(VectorShape::parse(path), Err(InvalidShape::Form), "{path}");
        }
        assert_eq!(VectorShape::parse("M0 0h100v1h-100z"), Err(InvalidShape::Shape));
        assert_eq!(VectorShape::parse(&"M0 0h1v1z".repeat(2500)), Err(InvalidShape::TooLong));
    }

    #[test]
    fn mirrored_halves_and_open_outlines_are_filled() {
        for path in ["M0 0h10v10h-10zM30 0h-10v10h10z", "M0 0h10v10h-10", "m.5.5h1.123456789v1h-1z"] {
            assert!(VectorShape::parse(path).is_ok(), "{path}");
        }
        assert!(VectorShape::parse("M0 0h1000e-3v10e-1h-1z").is_ok(), "what shrinks is harmless");
    }

    #[test]
    fn arcs_of_no_drawing_are_refused_before_they_are_unrolled() {
        for path in ["M0 0A1e60 1e60 0 1 1 1e60 0z", "M0 0A1E60 1 0 1 1 9 0z", "M0 0A9999999 9 0 1 1 9 9z"] {
            assert_eq!(VectorShape::parse(path), Err(InvalidShape::Form), "{path}");
        }
        let many = "a999999 999999 0 1 1 9 9".repeat(790);
        assert_eq!(VectorShape::parse(&format!("M0 0{many}z")), Err(InvalidShape::TooLong));
    }
}
