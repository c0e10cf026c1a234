//! The guide: one page for the chair, and a paragraph for the director.

use super::canvas::{
    BOTTOM_MM, COLUMN_MM, COLUMNS_MM, Canvas, HAIRLINE_MM, HEAVY_MM, TOP_MM, both, height_mm, pair,
};
use super::kit::{Kit, LANGUAGES};
use super::layout::{Measure, Style, wrap, wrap_evenly};
use super::sheet::{A4, Page};
use crate::domain::Lang;
use crate::phrases::{say, say_with};

/// What follows the guide in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// Pages of the poster.
    pub poster: usize,
    /// Sheets of documents.
    pub sheets: usize,
}

/// What the chair does, in order.
const STEPS: [&str; 6] = [
    "stand-guide-remove",
    "stand-guide-paper",
    "stand-guide-height",
    "stand-guide-pocket",
    "stand-guide-check",
    "stand-guide-keep",
];

const BODY: Style = Style::regular(10.5);
const HEADING: Style = Style::bold(13.0);

/// Width of a step's number and the space after it.
const NUMBER_MM: f32 = 8.0;

/// Pages that fill from the top, a paragraph in both languages at a time.
struct Flow<'m> {
    measure: &'m dyn Measure,
    full: Vec<Canvas<'m>>,
    canvas: Canvas<'m>,
    y_mm: f32,
}

impl Flow<'_> {
    /// Sets a paragraph; `number` stands before it.
    fn paragraph(&mut self, texts: &[String; 2], style: Style, number: Option<usize>, space_above_mm: f32) {
        let indent_mm = if number.is_some() { NUMBER_MM } else { 0.0 };
        let blocks = pair(texts, style, COLUMN_MM - indent_mm, wrap, self.measure);
        self.y_mm += space_above_mm;
        if self.y_mm + height_mm(&blocks) > BOTTOM_MM {
            self.full.push(std::mem::replace(&mut self.canvas, empty(self.measure)));
            self.y_mm = TOP_MM;
        }
        for (block, x_mm) in blocks.iter().zip(COLUMNS_MM) {
            if let Some(number) = number {
                let text = [format!("{number} "), String::new()];
                let [digit, _] = pair(&text, Style::bold(style.size_pt), NUMBER_MM, wrap, self.measure);
                self.canvas.block(&digit, x_mm, self.y_mm);
            }
            self.canvas.block(block, x_mm + indent_mm, self.y_mm);
        }
        self.y_mm += height_mm(&blocks);
    }

    fn rule(&mut self, thickness_mm: f32, space_above_mm: f32) {
        self.y_mm += space_above_mm;
        self.canvas.rule(self.y_mm, thickness_mm);
    }
}

fn empty(measure: &dyn Measure) -> Canvas<'_> {
    Canvas::new(A4, say(Lang::Kk, "stand-guide"), measure)
}

/// The guide: one page, and more only when many documents wait for their text.
pub fn pages(kit: &Kit, contents: Contents, measure: &dyn Measure) -> Vec<Page> {
    let mut flow = Flow { measure, full: Vec::new(), canvas: empty(measure), y_mm: TOP_MM };
    let names = LANGUAGES.map(|lang| kit.organization.name(lang).to_owned());
    let blocks = pair(&names, Style::regular(14.0), COLUMN_MM, wrap_evenly, measure);
    flow.y_mm = flow.canvas.columns(&blocks, flow.y_mm);
    flow.rule(HEAVY_MM, 3.0);
    flow.paragraph(&both("stand-guide"), Style::bold(22.0), None, 6.0);
    flow.paragraph(&contents_line(contents), BODY, None, 3.0);
    for (number, key) in (1..).zip(STEPS) {
        flow.paragraph(&both(key), BODY, Some(number), if number == 1 { 7.0 } else { 3.0 });
    }
    flow.rule(HAIRLINE_MM, 8.0);
    flow.paragraph(&both("stand-guide-director"), HEADING, None, 4.0);
    flow.paragraph(&for_the_director(kit), BODY, None, 1.5);
    if kit.unprinted().next().is_some() {
        flow.rule(HAIRLINE_MM, 8.0);
        flow.paragraph(&both("stand-guide-unpublished"), HEADING, None, 4.0);
        for document in kit.unprinted() {
            let texts = LANGUAGES.map(|lang| {
                format!("{} – {}", document.code.grouped(), document.heading(lang, &kit.organization))
            });
            flow.paragraph(&texts, BODY, None, 1.5);
        }
    }
    flow.full.push(flow.canvas);
    flow.full.into_iter().map(|canvas| canvas.finish(kit)).collect()
}

fn contents_line(contents: Contents) -> [String; 2] {
    let count = |pages: usize| i64::try_from(pages).unwrap_or(i64::MAX);
    LANGUAGES.map(|lang| {
        let arguments =
            [("poster", count(contents.poster).into()), ("sheets", count(contents.sheets).into())];
        say_with(lang, "stand-guide-contents", &arguments)
    })
}

fn for_the_director(kit: &Kit) -> [String; 2] {
    LANGUAGES.map(|lang| {
        let union = kit.union.best(lang).map_or_else(|| say(lang, "stand-poster"), str::to_owned);
        let arguments = [("host", kit.base.host().into()), ("union", union.into())];
        say_with(lang, "stand-guide-director-text", &arguments)
    })
}
