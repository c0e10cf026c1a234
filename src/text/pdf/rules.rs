//! The rules of a page: straight lines along its edges, as tables have them.

use std::collections::HashMap;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Document, Object};

/// Thickest rule, in points: what is thicker is a surface.
const MAX_THICKNESS: f64 = 3.0;

/// Shortest rule, in points: what is shorter is the corner of two.
const MIN_LENGTH: f64 = 4.0;

/// Rules of one page: a form has hundreds, a map more than anybody reads.
const MAX_RULES: usize = 4_000;

/// States saved within each other: real files nest a handful, PDF 1.7 allows 28.
const MAX_STATES: usize = 64;

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

/// A transformation: a, b, c, d, e, f (ISO 32000-1, 8.3.3).
type Matrix = [f64; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// The rules of each page, by the page's number from 1; those within forms are left out.
pub fn read(document: &Document) -> HashMap<u32, Vec<Rule>> {
    let rules = |(number, page)| {
        let content = document.get_page_content(page).ok()?;
        let content = Content::decode(&content).ok()?;
        Some((number, Pen::default().draw(&content.operations)))
    };
    document.get_pages().into_iter().filter_map(rules).collect()
}

/// What draws a page.
struct Pen {
    place: Matrix,
    saved: Vec<Matrix>,
    /// The lines of the path so far, on the page.
    path: Vec<Vec<(f64, f64)>>,
    rules: Vec<Rule>,
}

impl Default for Pen {
    fn default() -> Self {
        Self { place: IDENTITY, saved: Vec::new(), path: Vec::new(), rules: Vec::new() }
    }
}

impl Pen {
    fn draw(mut self, operations: &[Operation]) -> Vec<Rule> {
        for operation in operations {
            let numbers: Vec<f64> = operation.operands.iter().filter_map(number).collect();
            match (operation.operator.as_str(), numbers.as_slice()) {
                ("q", _) if self.saved.len() < MAX_STATES => self.saved.push(self.place),
                ("Q", _) => self.place = self.saved.pop().unwrap_or(self.place),
                ("cm", [a, b, c, d, e, f]) => self.place = product([*a, *b, *c, *d, *e, *f], self.place),
                ("m", [x, y]) => self.path.push(vec![self.on_page(*x, *y)]),
                ("l", [x, y]) => {
                    let point = self.on_page(*x, *y);
                    if let Some(line) = self.path.last_mut() {
                        line.push(point);
                    }
                }
                ("h", _) => {
                    if let Some((line, first)) =
                        self.path.last_mut().and_then(|line| line.first().copied().map(|first| (line, first)))
                    {
                        line.push(first);
                    }
                }
                ("re", [x, y, width, height]) => {
                    let corners = [(0.0, 0.0), (*width, 0.0), (*width, *height), (0.0, *height), (0.0, 0.0)];
                    self.path.push(corners.iter().map(|(dx, dy)| self.on_page(x + dx, y + dy)).collect());
                }
                ("c" | "v" | "y", [.., x, y]) => {
                    // A curve bounds no cell: what follows it starts anew.
                    let end = self.on_page(*x, *y);
                    self.path.push(vec![end]);
                }
                ("S" | "s", _) => self.stroke(),
                ("f" | "F" | "f*", _) => self.fill(),
                ("B" | "B*" | "b" | "b*", _) => self.stroke(),
                ("n", _) => self.path.clear(),
                _ => {}
            }
            if self.rules.len() >= MAX_RULES || self.path.len() >= MAX_RULES {
                break;
            }
        }
        self.rules
    }

    fn on_page(&self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.place;
        (a * x + c * y + e, b * x + d * y + f)
    }

    fn stroke(&mut self) {
        for line in std::mem::take(&mut self.path) {
            for pair in line.windows(2) {
                self.rule(&pair[..2]);
            }
        }
    }

    fn fill(&mut self) {
        for surface in std::mem::take(&mut self.path) {
            self.rule(&surface);
        }
    }

    /// Keeps what these points bound, if that is long and thin.
    fn rule(&mut self, points: &[(f64, f64)]) {
        let bounds = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            })
        };
        let (left, right) = bounds(&mut points.iter().map(|point| point.0));
        let (bottom, top) = bounds(&mut points.iter().map(|point| point.1));
        let (width, height) = (right - left, top - bottom);
        if ![left, right, bottom, top].iter().all(|value| value.is_finite()) {
            return;
        }
        if height <= MAX_THICKNESS && width >= MIN_LENGTH {
            let at = (bottom + top) / 2.0;
            self.rules.push(Rule { along: Along::Lines, at, from: left, to: right });
        } else if width <= MAX_THICKNESS && height >= MIN_LENGTH {
            let at = (left + right) / 2.0;
            self.rules.push(Rule { along: Along::Columns, at, from: bottom, to: top });
        }
    }
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

fn product(first: Matrix, then: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = then;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
