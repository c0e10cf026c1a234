//! The rules of a page: straight lines along its edges, as tables have them.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// Thickest rule, in points: what is thicker is a surface.
const MAX_THICKNESS: f64 = 3.0;

/// Shortest rule, in points: what is shorter is the corner of two.
const MIN_LENGTH: f64 = 4.0;

/// A rule, in points; up is more.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Which way it goes.
    pub along: Along,
    /// Its height on the page, or for an upright one its distance from the left.
    pub at: f64,
    /// Where it starts, at the left or below.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The direction of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Along {
    /// From left to right.
    Lines,
    /// From top to bottom.
    Columns,
}

/// A part of a path that is drawn without lifting the pen, on the page.
#[derive(Debug, Default)]
pub struct Stroke {
    /// The ends of its lines and curves, and the points that bend them.
    points: Vec<Point>,
    /// Its straight lines.
    lines: Vec<Rect>,
    /// Whether it is bent.
    is_bent: bool,
}

/// The parts of a path.
pub fn strokes(path: &BezPath, place: Affine) -> Vec<Stroke> {
    let mut strokes: Vec<Stroke> = Vec::new();
    for element in path.elements() {
        match (*element, strokes.last_mut()) {
            (PathEl::MoveTo(point), _) => {
                strokes.push(Stroke { points: vec![place * point], ..Stroke::default() });
            }
            (PathEl::LineTo(point), Some(stroke)) => stroke.line_to(place * point),
            (PathEl::QuadTo(bend, point), Some(stroke)) => stroke.bend_to(&[place * bend, place * point]),
            (PathEl::CurveTo(bend, other, point), Some(stroke)) => {
                stroke.bend_to(&[place * bend, place * other, place * point]);
            }
            (PathEl::ClosePath, Some(stroke)) => {
                if let Some(first) = stroke.points.first().copied() {
                    stroke.line_to(first);
                }
            }
            (_, None) => {}
        }
    }
    strokes
}

impl Stroke {
    fn line_to(&mut self, point: Point) {
        if let Some(last) = self.points.last() {
            self.lines.push(Rect::from_points(*last, point));
        }
        self.points.push(point);
    }

    fn bend_to(&mut self, points: &[Point]) {
        self.is_bent = true;
        self.points.extend(points);
    }

    /// Whether letters are made of such: bent, or with many corners.
    pub fn is_outline(&self) -> bool {
        self.is_bent || self.points.len() > 6
    }

    /// What it covers.
    pub fn bounds(&self) -> Rect {
        let mut points = self.points.iter();
        let first = points.next().copied().unwrap_or_default();
        points.fold(Rect::from_points(first, first), |bounds, point| bounds.union_pt(*point))
    }

    /// Whether it goes around a rectangle along the edges of the page.
    pub fn is_rectangle(&self) -> bool {
        let straight =
            |pair: &[Point]| (pair[0].x - pair[1].x).abs() < 0.1 || (pair[0].y - pair[1].y).abs() < 0.1;
        (4..=6).contains(&self.points.len()) && !self.is_bent && self.points.windows(2).all(straight)
    }

    /// The rules that a pen leaves which draws it: a curve bounds no cell.
    pub fn drawn(&self) -> impl Iterator<Item = Rule> {
        self.lines.iter().filter_map(|line| rule(*line))
    }
}

/// A surface as a rule, if it is long and thin.
pub fn rule(surface: Rect) -> Option<Rule> {
    let Rect { x0, y0, x1, y1 } = surface;
    if ![x0, y0, x1, y1].iter().all(|value| value.is_finite()) {
        return None;
    }
    let (width, height) = (x1 - x0, y1 - y0);
    if height <= MAX_THICKNESS && width >= MIN_LENGTH {
        Some(Rule { along: Along::Lines, at: (y0 + y1) / 2.0, from: x0, to: x1 })
    } else if width <= MAX_THICKNESS && height >= MIN_LENGTH {
        Some(Rule { along: Along::Columns, at: (x0 + x1) / 2.0, from: y0, to: y1 })
    } else {
        None
    }
}
