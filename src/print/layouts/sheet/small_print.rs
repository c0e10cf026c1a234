//! What a sheet says besides titles and code: what to do, what is not asked for, what the code opens, and when the
//! sheet was printed.

use super::format::{Beside, Instruction, Small};
use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};
use crate::print::model::geometry::{A4, count_f32};
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HAIRLINE_MM};
use crate::print::typeset::density::{Density, TIGHT};
use crate::print::typeset::footer::{self, Footer, check_line, opens, printed};
use crate::print::typeset::grid::{Columns, Grid, Span};
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::trilingual::{Spread, Wording};

/// Between the instruction and what follows it.
const GAP_MM: f32 = 1.0;

/// Below the instruction: the tails of tight lines stay out of the code's quiet zone.
const TAILS_MM: f32 = 0.5;

/// Between two languages one under the other.
const LANGUAGE_GAP_MM: f32 = 3.5;

/// How much is said in the small print beside a code.
#[derive(Clone, Copy, PartialEq)]
pub enum Extent {
    /// What the instruction under the call and the foot do not say.
    Rest,
    /// The instruction too.
    Instruction,
    /// The instruction and the foot.
    Everything,
}

impl Extent {
    /// From all to the least.
    pub const FALLING: &[Self] = &[Self::Everything, Self::Instruction, Self::Rest];
}

/// What is the same on every sheet of a kit.
pub struct SmallPrint {
    lead: Wording,
    safe: Wording,
    rest: Wording,
    assurance: Wording,
}

impl SmallPrint {
    /// The phrases; pocket sheets have fewer.
    pub fn new(kit: &Kit, grid: &Grid, measure: &dyn Measure) -> Self {
        let large = grid.paper.bottom_mm - grid.paper.top_mm >= A4.height_mm;
        let current = |lang| if large { format!("{}. ", say(lang, "stand-current")) } else { String::new() };
        let safe = |lang| format!("{}.", say(lang, "stand-safe"));
        let opens = |lang| opens(kit, lang);
        let wording = |text: &dyn Fn(Lang) -> String| Wording::of(kit, Font::Regular, measure, text);
        Self {
            lead: Wording::phrase(kit, "stand-call", Font::Bold, measure),
            safe: wording(&safe),
            rest: wording(&|lang| format!("{}{}", current(lang), opens(lang))),
            assurance: wording(&|lang| format!("{}{} {}", current(lang), safe(lang), opens(lang))),
        }
    }

    /// The instruction under the call: the languages side by side.
    pub fn instruction(&self, sizes: Instruction, columns: &Columns, measure: &dyn Measure) -> Said {
        let lead = self.lead.set(sizes.lead_pt, columns, measure);
        Said { lead, safe: self.safe.set(sizes.safe_pt, columns, measure) }
    }

    fn said(&self, extent: Extent) -> (Option<&Wording>, &Wording) {
        match extent {
            Extent::Rest => (None, &self.rest),
            Extent::Instruction | Extent::Everything => (Some(&self.lead), &self.assurance),
        }
    }

    /// Beside the code: the languages one under the other.
    pub fn rail(&self, extent: Extent, small: Small, span: Span, measure: &dyn Measure) -> Rail {
        let (lead, text) = self.said(extent);
        let text = text.stacked(small.body_pt, span, measure);
        let leads = lead.map_or_else(Vec::new, |lead| lead.stacked(small.lead_pt, span, measure));
        let leads = leads.into_iter().map(Some).chain(std::iter::repeat(None));
        Rail { parts: leads.zip(text).collect(), span }
    }

    /// The height of what [`Self::rail`] sets.
    pub fn rail_mm(&self, extent: Extent, small: Small, span: Span, measure: &dyn Measure) -> f32 {
        let (lead, text) = self.said(extent);
        let languages = text.languages();
        let lead_mm = lead.map_or(0.0, |lead| {
            lead.stacked_mm(small.lead_pt, span, measure) + count_f32(languages) * GAP_MM
        });
        let gaps_mm = count_f32(languages.saturating_sub(1)) * LANGUAGE_GAP_MM;
        lead_mm + text.stacked_mm(small.body_pt, span, measure) + gaps_mm
    }
}

/// Small print beside the code.
pub struct Rail {
    parts: Vec<(Option<Block>, Block)>,
    span: Span,
}

impl Rail {
    /// Draws it below `top_mm`, and under it the foot of a sheet that has no other place.
    pub fn draw(&self, canvas: &mut Canvas<'_>, foot: Option<(&LastLines, f32)>, top_mm: f32) {
        let x_mm = self.span.left_mm;
        let mut y_mm = top_mm;
        for (number, (lead, text)) in self.parts.iter().enumerate() {
            if number > 0 {
                self.rule(canvas, y_mm);
            }
            if let Some(lead) = lead {
                y_mm = canvas.block(lead, x_mm, y_mm) + GAP_MM;
            }
            y_mm = canvas.block(text, x_mm, y_mm) + LANGUAGE_GAP_MM;
        }
        if let Some((foot, size_pt)) = foot {
            for block in foot.stacked(size_pt, self.span, canvas.measure) {
                self.rule(canvas, y_mm);
                y_mm = canvas.block(&block, x_mm, y_mm) + LANGUAGE_GAP_MM;
            }
        }
    }

    /// A line above `y_mm`.
    fn rule(&self, canvas: &mut Canvas<'_>, y_mm: f32) {
        let middle_mm = y_mm - LANGUAGE_GAP_MM / 2.0;
        canvas.line((self.span.left_mm, middle_mm), (self.span.right_mm, middle_mm), HAIRLINE_MM);
    }
}

/// The instruction under the call.
pub struct Said {
    lead: Spread,
    safe: Spread,
}

impl Said {
    /// Its lines nearer to each other where room is scarce.
    pub fn spaced(self, density: Density) -> Self {
        match density {
            Density::Ample => self,
            Density::Scarce => Self { lead: self.lead.tight(), safe: self.safe.tight() },
        }
    }

    /// Its height.
    pub fn height_mm(&self) -> f32 {
        self.lead.height_mm() + GAP_MM + self.safe.height_mm() + TAILS_MM
    }

    /// Draws it below `top_mm`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, top_mm: f32) {
        let y_mm = self.lead.draw(canvas, top_mm) + GAP_MM;
        self.safe.draw(canvas, y_mm);
    }
}

/// The last lines of a sheet: the day of printing, the edition, and the check line.
pub struct LastLines {
    lines: Wording,
    check: String,
}

impl LastLines {
    /// The lines of a document; where there is no rail, the foot says too where the page opens.
    pub fn new(kit: &Kit, document: &Document, beside: Beside, measure: &dyn Measure) -> Self {
        let text = |lang| {
            let edition = document.edition.map_or_else(String::new, |day| {
                let day = dates::day(lang, day, Form::From);
                format!(" {}.", say_with(lang, "stand-edition", &[("day", day.into())]))
            });
            let opens = match beside {
                Beside::Rail => String::new(),
                Beside::Nothing => format!("{} ", opens(kit, lang)),
            };
            format!("{opens}{}{edition}", printed(kit, lang))
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

    /// Its height beside the code, below something else.
    pub fn stacked_mm(&self, size_pt: f32, span: Span, measure: &dyn Measure) -> f32 {
        let lines_mm = self.lines.stacked_mm(size_pt, span, measure);
        let gaps_mm = count_f32(self.lines.languages() + 1) * LANGUAGE_GAP_MM;
        lines_mm + self.check(size_pt, span.width_mm(), measure).height_mm() + gaps_mm
    }

    /// Its height at the foot, the hairline above it included.
    pub fn height_mm(
        &self,
        (size_pt, density): (f32, Density),
        columns: &Columns,
        measure: &dyn Measure,
    ) -> f32 {
        let leading = if density == Density::Scarce { TIGHT } else { 1.0 };
        let check_mm = self.check(size_pt, columns.whole.width_mm(), measure).height_mm();
        footer::ON_A_SHEET_MM + self.lines.height_mm(size_pt, columns, measure, leading) + check_mm
    }

    /// Draws it at the foot, below `top_mm`.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        grid: &Grid,
        (size_pt, density): (f32, Density),
        top_mm: f32,
    ) {
        let lines = self.lines.set(size_pt, &grid.columns(), canvas.measure);
        let mut footer = Footer::below_a_line(&[grid.span()], footer::ON_A_SHEET_MM);
        footer.spread(&if density == Density::Scarce { lines.tight() } else { lines });
        footer.paragraph(grid.span(), self.check(size_pt, grid.width_mm(), canvas.measure), 0.0);
        footer.draw_on(std::slice::from_mut(canvas), top_mm);
    }
}
