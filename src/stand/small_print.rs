//! The small print of a sheet: what to do, what the code opens, and when it was printed.

use super::canvas::{Block, Canvas, HAIRLINE_MM, check_line};
use super::format::{Room, Small};
use super::grid::{Columns, Grid, Span};
use super::kit::{Document, Kit};
use super::layout::{Font, Measure, Style, wrap};
use super::sheet::{A4, modules};
use super::wording::{Spread, Wording};
use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};

/// Between the instruction and what follows it.
const GAP_MM: f32 = 1.0;

/// Between two languages one under the other.
const LANGUAGE_GAP_MM: f32 = 3.5;

/// Between the hairline and the text below it.
const FOOT_GAP_MM: f32 = 1.5;

/// What is the same on every sheet of a kit.
pub(super) struct SmallPrint {
    lead: Wording,
    assurance: Wording,
}

impl SmallPrint {
    /// The phrases; pocket sheets have fewer.
    pub fn new(kit: &Kit, grid: &Grid, measure: &dyn Measure) -> Self {
        let large = grid.paper.bottom_mm - grid.paper.top_mm >= A4.height_mm;
        let assurance = |lang| {
            let opens = say_with(lang, "stand-opens-at", &[("host", kit.base.host().into())]);
            let safe = say(lang, "stand-safe");
            if large {
                format!("{}. {safe}. {opens}.", say(lang, "stand-current"))
            } else {
                format!("{safe}. {opens}.")
            }
        };
        Self {
            lead: Wording::phrase(kit, "stand-call", Font::Bold, measure),
            assurance: Wording::of(kit, Font::Regular, measure, assurance),
        }
    }

    /// Beside the code: the languages one under the other.
    pub fn rail(&self, small: Small, span: Span, measure: &dyn Measure) -> Rail {
        let lead = self.lead.stacked(small.lead_pt, span, measure);
        let assurance = self.assurance.stacked(small.body_pt, span, measure);
        Rail { parts: lead.into_iter().zip(assurance).collect(), span }
    }

    /// The height of what [`Self::rail`] sets.
    pub fn rail_mm(&self, small: Small, span: Span, measure: &dyn Measure) -> f32 {
        let languages = self.lead.languages();
        let gaps_mm = modules(languages) * GAP_MM + modules(languages.saturating_sub(1)) * LANGUAGE_GAP_MM;
        self.lead.stacked_mm(small.lead_pt, span, measure)
            + self.assurance.stacked_mm(small.body_pt, span, measure)
            + gaps_mm
    }

    /// Below the code: the languages side by side.
    pub fn below(&self, small: Small, columns: &Columns, measure: &dyn Measure) -> Below {
        Below {
            lead: self.lead.set(small.lead_pt, columns, measure),
            assurance: self.assurance.set(small.body_pt, columns, measure),
        }
    }
}

/// Small print beside the code.
pub(super) struct Rail {
    parts: Vec<(Block, Block)>,
    span: Span,
}

impl Rail {
    /// Draws it below `top_mm`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, top_mm: f32) {
        let Span { x_mm, width_mm } = self.span;
        let mut y_mm = top_mm;
        for (number, (lead, assurance)) in self.parts.iter().enumerate() {
            if number > 0 {
                let middle_mm = y_mm - LANGUAGE_GAP_MM / 2.0;
                canvas.line((x_mm, middle_mm), (x_mm + width_mm, middle_mm), HAIRLINE_MM);
            }
            y_mm = canvas.block(lead, x_mm, y_mm) + GAP_MM;
            y_mm = canvas.block(assurance, x_mm, y_mm) + LANGUAGE_GAP_MM;
        }
    }
}

/// Small print below the code.
pub(super) struct Below {
    lead: Spread,
    assurance: Spread,
}

impl Below {
    /// Its lines nearer to each other where room is scarce.
    pub fn spaced(self, room: Room) -> Self {
        match room {
            Room::Ample => self,
            Room::Scarce => Self { lead: self.lead.tight(), assurance: self.assurance.tight() },
        }
    }

    /// Its height.
    pub fn height_mm(&self) -> f32 {
        self.lead.height_mm() + GAP_MM + self.assurance.height_mm()
    }

    /// Draws it below `top_mm`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, top_mm: f32) {
        let y_mm = self.lead.draw(canvas, top_mm) + GAP_MM;
        self.assurance.draw(canvas, y_mm);
    }
}

/// The last lines of a sheet: the day of printing, the edition, and the check line.
pub(super) struct Foot {
    lines: Spread,
    check: Block,
}

impl Foot {
    /// The lines of a document. `names` are those that found no room in the masthead.
    pub fn set(
        kit: &Kit,
        (document, size_pt): (&Document, f32),
        names: Option<&dyn Fn(Lang) -> String>,
        columns: &Columns,
        measure: &dyn Measure,
    ) -> Self {
        let text = |lang| {
            let name = names.map_or_else(String::new, |name| format!("{}. ", name(lang)));
            let day = dates::day(lang, kit.printed_on, Form::Short);
            let printed = say_with(lang, "stand-printed", &[("day", day.into())]);
            let edition = document.edition.map_or_else(String::new, |day| {
                let day = dates::day(lang, day, Form::From);
                format!(" {}.", say_with(lang, "stand-edition", &[("day", day.into())]))
            });
            format!("{name}{printed}.{edition}")
        };
        let lines = Wording::of(kit, Font::Regular, measure, text).set(size_pt, columns, measure);
        let style = Style::regular(size_pt);
        let check = Block::new(&check_line(kit), style, columns.whole.width_mm, wrap, measure);
        Self { lines, check }
    }

    /// Its lines nearer to each other where room is scarce.
    pub fn spaced(self, room: Room) -> Self {
        match room {
            Room::Ample => self,
            Room::Scarce => Self { lines: self.lines.tight(), check: self.check.tight() },
        }
    }

    /// Its height, the hairline above it included.
    pub fn height_mm(&self) -> f32 {
        FOOT_GAP_MM + self.lines.height_mm() + self.check.height_mm()
    }

    /// Draws it below `top_mm`.
    pub fn draw(&self, canvas: &mut Canvas<'_>, grid: &Grid, top_mm: f32) {
        let text = grid.text;
        canvas.line((text.left_mm, top_mm), (text.right_mm, top_mm), HAIRLINE_MM);
        let y_mm = self.lines.draw(canvas, top_mm + FOOT_GAP_MM);
        canvas.block(&self.check, text.left_mm, y_mm);
    }
}
