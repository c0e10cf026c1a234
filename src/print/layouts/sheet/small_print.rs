//! What a sheet says besides title, call and code: whose it is, what is not asked for, what the code opens, and when the
//! sheet was printed.

use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};
use crate::print::model::geometry::count_f32;
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HAIRLINE_MM};
use crate::print::typeset::density::TIGHT;
use crate::print::typeset::footer::{self, Footer, check_line, opens, printed};
use crate::print::typeset::grid::{Grid, Span};
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::trilingual::Wording;

/// Between two languages in a column beside the code.
const LANGUAGE_GAP_MM: f32 = 4.0;

/// A few words in each language, one language under the other.
#[derive(Clone)]
pub struct Few {
    blocks: Vec<Block>,
    span: Span,
    /// How far accents and tails reach out of their tight lines, above and below together.
    reach_mm: f32,
}

impl Few {
    /// A phrase in a column, as large as it stands in one line a language, else in the last of the sizes.
    pub fn new(kit: &Kit, key: &str, (sizes_pt, span): (&[f32], Span), measure: &dyn Measure) -> Self {
        let wording = Wording::phrase(kit, key, Font::Regular, measure);
        let set = |size_pt: &f32| wording.stacked(*size_pt, span, measure);
        let fitting =
            sizes_pt.iter().map(set).find(|blocks| blocks.iter().all(|block| block.lines.len() == 1));
        let blocks = fitting.or_else(|| sizes_pt.last().map(set)).unwrap_or_default();
        let blocks: Vec<Block> = blocks.into_iter().map(Block::tight).collect();
        let reach_mm = |block: &Block| {
            measure.ascent_mm(block.style) + measure.descent_mm(block.style) - block.leading_mm
        };
        let reach_mm = blocks.iter().map(reach_mm).fold(0.0, f32::max);
        Self { blocks, span, reach_mm }
    }

    /// Its height, from the highest accent to the lowest tail.
    pub fn height_mm(&self) -> f32 {
        self.lines_mm() + self.reach_mm
    }

    fn lines_mm(&self) -> f32 {
        self.blocks.iter().map(Block::height_mm).sum()
    }

    /// Draws it, in the middle between two heights.
    pub fn draw(&self, canvas: &mut Canvas<'_>, (from_mm, to_mm): (f32, f32)) {
        let mut y_mm = f32::midpoint(from_mm, to_mm) - self.lines_mm() / 2.0;
        for block in &self.blocks {
            y_mm = canvas.block(block, self.span.left_mm, y_mm);
        }
    }
}

/// The small print of a document's sheet: whose the sheet is, what it asks for, where it opens, the day of printing, the
/// edition, and the check line.
pub struct SmallPrint {
    lines: Wording,
    check: String,
}

impl SmallPrint {
    /// The small print of a document.
    pub fn new(kit: &Kit, document: &Document, measure: &dyn Measure) -> Self {
        let text = |lang| {
            let edition = document.edition.map_or_else(String::new, |day| {
                let day = dates::day(lang, day, Form::From);
                format!(" {}.", say_with(lang, "stand-edition", &[("day", day.into())]))
            });
            let safe = say(lang, "stand-safe");
            let said =
                format!("{} {safe}. {} {}{edition}", whose(kit, lang), opens(kit, lang), printed(kit, lang));
            said.trim_start().to_owned()
        };
        Self { lines: Wording::of(kit, Font::Regular, measure, text), check: check_line(kit) }
    }

    fn check(&self, size_pt: f32, width_mm: f32, measure: &dyn Measure) -> Block {
        Block::new(&self.check, Style::regular(size_pt), width_mm, wrap, measure)
    }

    /// One language under the other, and the check line.
    fn stacked(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> Vec<Block> {
        let mut blocks = self.lines.stacked(size_pt, span, measure);
        blocks.push(self.check(size_pt, span.width_mm(), measure));
        blocks
    }

    /// Its height in a column beside the code.
    pub fn stacked_mm(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> f32 {
        let gaps_mm = count_f32(self.lines.languages()) * LANGUAGE_GAP_MM;
        let check_mm = self.check(size_pt, span.width_mm(), measure).height_mm();
        self.lines.stacked_mm(size_pt, span, measure) + check_mm + gaps_mm
    }

    /// Draws it in a column beside the code.
    pub fn draw_beside(&self, canvas: &mut Canvas<'_>, (span, size_pt): (Span, f32), top_mm: f32) {
        let mut y_mm = top_mm;
        for (number, block) in self.stacked(size_pt, span, canvas.measure).iter().enumerate() {
            if number > 0 {
                let middle_mm = y_mm + LANGUAGE_GAP_MM / 2.0;
                canvas.line((span.left_mm, middle_mm), (span.right_mm, middle_mm), HAIRLINE_MM);
                y_mm += LANGUAGE_GAP_MM;
            }
            y_mm = canvas.block(block, span.left_mm, y_mm);
        }
    }

    /// Its height at the foot, the hairline above it included.
    pub fn height_mm(&self, size_pt: f32, grid: &Grid, measure: &dyn Measure) -> f32 {
        let check_mm = self.check(size_pt, grid.width_mm(), measure).height_mm();
        let lines_mm = self.lines.height_mm(size_pt, &grid.columns(), measure, TIGHT);
        footer::ON_A_SHEET_MM + lines_mm + check_mm
    }

    /// Draws it at the foot, below `top_mm`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, grid: &Grid, size_pt: f32, top_mm: f32) {
        let lines = self.lines.set(size_pt, &grid.columns(), canvas.measure);
        let mut footer = Footer::below_a_line(&[grid.span()], footer::ON_A_SHEET_MM);
        footer.spread(&lines.tight());
        footer.paragraph(grid.span(), self.check(size_pt, grid.width_mm(), canvas.measure), 0.0);
        footer.draw_on(std::slice::from_mut(canvas), top_mm);
    }
}

/// The union by its full name, with its telephone; English has no name that is not English.
fn whose(kit: &Kit, lang: Lang) -> String {
    let name = match lang {
        Lang::En => kit.union.get(lang),
        _ => kit.union.best(lang),
    };
    // No line ends inside a number.
    let phone = kit.phone.replace(' ', "\u{a0}");
    let parts = [name.unwrap_or_default(), &phone];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!("{}.", parts.join(", ")) }
}
