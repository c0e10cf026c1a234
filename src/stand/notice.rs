//! The sheet of one document: its titles, one big code, and the call to read it with a phone's camera.

use super::canvas::{Block, Canvas};
use super::choice::Look;
use super::format::{Format, Name, Order, Plan, Room, SHEET, Small, rail_min_mm};
use super::grid::{Columns, Grid, Span};
use super::kit::{Document, Kit, LANGUAGES};
use super::layout::{Font, Measure, Style, wrap};
use super::masthead::Masthead;
use super::qr::{QUIET_ZONE_MODULES, Symbol};
use super::sheet::{A4, Area, DrawnCode, Ink, Page, Role, modules};
use super::small_print::{Below, Foot, Rail, SmallPrint};
use super::wording::{Spread, Wording};
use super::{LayoutError, symbol};
use crate::domain::Lang;
use crate::phrases::{say, say_with};

/// Space above the capitals of the call, as a part of their height: for its accents.
const CALL_ABOVE: f32 = 0.25;

/// Between the titles and whom they concern.
const CONCERNS_GAP_MM: f32 = 1.0;

/// Size of the line that says whom a document concerns, as a part of the titles' size; and its least size.
const CONCERNS: f32 = 0.6;
const CONCERNS_MIN_PT: f32 = 8.0;

/// What the titles of one document leave to choose.
struct Titles {
    titles: Wording,
    concerns: Option<Wording>,
}

/// The sheets of a kit in one format: what is the same on all of them is measured once.
pub(super) struct Sheets<'k> {
    kit: &'k Kit,
    format: &'static Format,
    grid: Grid,
    measure: &'k dyn Measure,
    names: Wording,
    small_print: SmallPrint,
}

/// A sheet broken into lines.
struct Sheet<'s> {
    plan: &'s Plan,
    masthead: Option<Masthead>,
    titles: Spread,
    concerns: Option<Spread>,
    address: Block,
    rail: Option<Rail>,
    below: Option<Below>,
    foot: Foot,
    /// Side of the code.
    side_mm: f32,
    /// Room that is left over.
    slack_mm: f32,
}

/// The sheet of a document on a page of its own.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let sheets = Sheets::new(kit, &SHEET, SHEET.grid, measure);
    kit.chosen()
        .map(|document| {
            let mut canvas = Canvas::new(A4, document.heading(Lang::Kk, &kit.organization), measure);
            sheets.draw(document, &mut canvas)?;
            Ok(canvas.finish(kit))
        })
        .collect()
}

impl<'k> Sheets<'k> {
    /// Sheets of a format, each on this place of a page.
    pub fn new(kit: &'k Kit, format: &'static Format, grid: Grid, measure: &'k dyn Measure) -> Self {
        let names = Wording::names(kit, Font::Bold, measure);
        let small_print = SmallPrint::new(kit, &grid, measure);
        Self { kit, format, grid, measure, names, small_print }
    }

    /// Draws the sheet of a document.
    pub fn draw(&self, document: &Document, canvas: &mut Canvas<'_>) -> Result<(), LayoutError> {
        let symbol = symbol(self.kit, Some(document.code))?;
        let measured = |font| Titles {
            titles: Wording::titles(self.kit, document, font, self.measure),
            concerns: Wording::concerns(self.kit, document, self.measure),
        };
        let bold = measured(Font::Bold);
        for plan in self.format.plans {
            let regular;
            let titles = if plan.font == Font::Bold {
                &bold
            } else {
                regular = measured(plan.font);
                &regular
            };
            if let Some(sheet) = self.set(plan, document, titles, &symbol) {
                self.place(&sheet, document, &symbol, canvas);
                return Ok(());
            }
        }
        Err(LayoutError::TitleTooLong { code: document.code })
    }

    /// A sheet by one plan, if it fits.
    fn set<'s>(
        &self,
        plan: &'s Plan,
        document: &Document,
        titles: &Titles,
        symbol: &Symbol,
    ) -> Option<Sheet<'s>> {
        let (format, measure) = (self.format, self.measure);
        let (grid, columns) = (&self.grid, self.grid.columns());
        let side_modules = modules(symbol.side_modules());
        let with_zone = (side_modules + modules(2 * QUIET_ZONE_MODULES)) / side_modules;
        let least_mm = format.least_mm(side_modules);
        let (masthead, named) = match plan.name {
            Name::Masthead(size_pt) => {
                let names = (&self.names, size_pt);
                (Some(Masthead::set(self.kit, names, format.emblem_mm, grid, measure)), None)
            }
            Name::SmallPrint => (None, Some(|lang| self.kit.organization.name(lang).to_owned())),
        };
        let small = if plan.room == Room::Ample { format.below } else { format.below_scarce };
        let address = self.address(document, plan);
        let names = named.as_ref().map(|name| name as &dyn Fn(Lang) -> String);
        let foot = Foot::set(self.kit, (document, small.fine_pt), names, &columns, measure).spaced(plan.room);
        let rail = format.rails.iter().find_map(|small| self.rail(symbol, least_mm, *small));
        let below = if rail.is_some() {
            None
        } else {
            Some(self.small_print.below(small, &columns, measure).spaced(plan.room))
        };

        let gap_mm = gap_mm(plan.room);
        let head_mm = match (&masthead, plan.order) {
            (Some(masthead), Order::TitlesFirst) => masthead.head_mm() + gap_mm,
            (Some(masthead), Order::CodeFirst) => masthead.height_mm() + gap_mm,
            (None, Order::TitlesFirst) => grid.text.top_mm,
            (None, Order::CodeFirst) => 0.0,
        };
        let below_mm = below.as_ref().map_or(0.0, |below| below.height_mm() + gap_mm);
        let taken_mm = head_mm
            + self.call_mm()
            + least_mm * with_zone
            + address.height_mm()
            + below_mm
            + gap_mm
            + foot.height_mm()
            + gap_mm;
        let room_mm = grid.text.bottom_mm - taken_mm;
        let size_pt = self.title_pt(plan, titles, room_mm)?;
        let slack_mm = room_mm - self.titles_mm(plan, titles, size_pt);

        let most_mm = (format.module_max_mm * side_modules)
            .min((grid.paper.right_mm - grid.text.left_mm) * side_modules / (side_modules + 4.0));
        let grown_mm =
            if rail.is_some() { 0.0 } else { (most_mm - least_mm).max(0.0).min(slack_mm / with_zone) };
        let tight = |spread: Spread| if plan.room == Room::Scarce { spread.tight() } else { spread };
        let set = |wording: &Wording, size_pt| tight(wording.set(size_pt, &columns, measure));
        Some(Sheet {
            plan,
            masthead,
            titles: set(&titles.titles, size_pt).with_role(Role::Title),
            concerns: titles.concerns.as_ref().map(|concerns| set(concerns, concerns_pt(size_pt))),
            address,
            rail,
            below,
            foot,
            side_mm: least_mm + grown_mm,
            slack_mm: slack_mm - grown_mm * with_zone,
        })
    }

    /// Small print beside the code, where there is room for it.
    fn rail(&self, symbol: &Symbol, side_mm: f32, small: Small) -> Option<Rail> {
        let text = self.grid.text;
        let quiet_mm = side_mm * modules(QUIET_ZONE_MODULES) / modules(symbol.side_modules());
        let x_mm = text.left_mm + side_mm + quiet_mm;
        let span = Span { x_mm, width_mm: text.right_mm - x_mm };
        if span.width_mm < rail_min_mm(small) {
            return None;
        }
        let height_mm = self.small_print.rail_mm(small, span, self.measure);
        (height_mm <= side_mm + quiet_mm).then(|| self.small_print.rail(small, span, self.measure))
    }

    /// The largest size of the titles that fits in a room. Only the last of a plan's sizes may break words.
    fn title_pt(&self, plan: &Plan, titles: &Titles, room_mm: f32) -> Option<f32> {
        let columns = self.grid.columns();
        let last = plan.titles_pt.last().copied().unwrap_or_default();
        plan.titles_pt.iter().copied().find(|size_pt| {
            let whole = *size_pt <= last || titles.titles.stays_whole(*size_pt, &columns);
            whole && self.titles_mm(plan, titles, *size_pt) <= room_mm
        })
    }

    fn titles_mm(&self, plan: &Plan, titles: &Titles, size_pt: f32) -> f32 {
        let columns = self.grid.columns();
        let tight = if plan.room == Room::Scarce { super::canvas::TIGHT } else { 1.0 };
        let height_mm =
            |wording: &Wording, size_pt| wording.height_mm(size_pt, &columns, self.measure, tight);
        let concerns_mm = titles
            .concerns
            .as_ref()
            .map_or(0.0, |concerns| CONCERNS_GAP_MM + height_mm(concerns, concerns_pt(size_pt)));
        height_mm(&titles.titles, size_pt) + concerns_mm
    }

    /// The address under the code, in one line as long as it can be read.
    fn address(&self, document: &Document, plan: &Plan) -> Block {
        let text = self.grid.text;
        let shown = self.kit.base.shown(document.code);
        // The emblem stands at the end of the line where there is no masthead.
        let room_mm = text.right_mm - text.left_mm - self.format.emblem_mm;
        let sizes_pt = match plan.room {
            Room::Ample => self.format.addresses_pt,
            Room::Scarce => self.format.addresses_pt.last().map(std::slice::from_ref).unwrap_or_default(),
        };
        let fits = |style: &Style| self.measure.width_mm(&shown, *style) <= room_mm;
        let last = Style::bold(self.format.addresses_pt.last().copied().unwrap_or_default());
        let style = sizes_pt.iter().map(|size_pt| Style::bold(*size_pt)).find(fits).unwrap_or(last);
        let address = self.kit.base.address(&[document.code, self.kit.organization.code]);
        Block::new(&shown, style, self.grid.width_mm(), wrap, self.measure).linked(address)
    }

    /// Height of the row with the call.
    fn call_mm(&self) -> f32 {
        self.format.call_capital_mm * (1.0 + CALL_ABOVE) + self.measure.descent_mm(self.call_style())
    }

    fn call_style(&self) -> Style {
        Style::regular(self.format.call_capital_mm / self.measure.capital_mm(Style::regular(1.0)))
    }

    /// The call in one word a language, large enough to be read from where a code is first seen.
    fn call(&self, canvas: &mut Canvas<'_>, columns: &Columns, top_mm: f32) -> f32 {
        let capital_mm = self.format.call_capital_mm;
        let style = self.call_style();
        let ink = if self.kit.choice.look == Look::Banner { Ink::Accent } else { Ink::Black };
        for (lang, span) in LANGUAGES.into_iter().zip([columns.left, columns.right]) {
            let word = say(lang, "stand-call-word");
            canvas.word(&word, (lang, ink), style, (span.x_mm, top_mm + capital_mm * (1.0 + CALL_ABOVE)));
        }
        top_mm + self.call_mm()
    }

    fn place(&self, sheet: &Sheet<'_>, document: &Document, symbol: &Symbol, canvas: &mut Canvas<'_>) {
        let grid = &self.grid;
        let gap_mm = gap_mm(sheet.plan.room);
        let quiet_mm = sheet.side_mm * modules(QUIET_ZONE_MODULES) / modules(symbol.side_modules());
        let foot_mm = grid.text.bottom_mm - sheet.foot.height_mm();
        match sheet.plan.order {
            Order::TitlesFirst => {
                let mut y_mm = grid.text.top_mm;
                if let Some(masthead) = &sheet.masthead {
                    y_mm = masthead.draw_at_head(canvas, self.kit, grid) + gap_mm;
                }
                // A little of what is left over stands above the titles, the rest below them.
                y_mm = self.draw_titles(canvas, sheet, y_mm + (sheet.slack_mm / 4.0).min(gap_mm));
                let below_mm = sheet.below.as_ref().map_or(0.0, |below| below.height_mm() + gap_mm);
                let zone_mm = sheet.side_mm + 2.0 * quiet_mm;
                let zone_top_mm = foot_mm - gap_mm - below_mm - sheet.address.height_mm() - zone_mm;
                debug_assert!(zone_top_mm + 0.01 >= y_mm + self.call_mm());
                self.call(canvas, &grid.columns(), zone_top_mm - self.call_mm());
                y_mm = self.draw_code(canvas, sheet, (document, symbol), zone_top_mm + quiet_mm);
                if let Some(below) = &sheet.below {
                    below.draw(canvas, y_mm + gap_mm);
                }
            }
            Order::CodeFirst => {
                let y_mm = self.draw_code(canvas, sheet, (document, symbol), quiet_mm);
                let mut y_mm = self.call(canvas, &grid.columns(), y_mm);
                y_mm = self.draw_titles(canvas, sheet, y_mm + gap_mm);
                if let Some(masthead) = &sheet.masthead {
                    y_mm = masthead.draw_below(canvas, self.kit, grid, y_mm + gap_mm);
                }
                if let Some(below) = &sheet.below {
                    below.draw(canvas, y_mm + gap_mm);
                }
            }
        }
        sheet.foot.draw(canvas, grid, foot_mm);
    }

    fn draw_titles(&self, canvas: &mut Canvas<'_>, sheet: &Sheet<'_>, top_mm: f32) -> f32 {
        let y_mm = sheet.titles.draw(canvas, top_mm);
        sheet.concerns.as_ref().map_or(y_mm, |concerns| concerns.draw(canvas, y_mm + CONCERNS_GAP_MM))
    }

    /// The code, what stands beside it, and its address. Gives back where the address ends.
    fn draw_code(
        &self,
        canvas: &mut Canvas<'_>,
        sheet: &Sheet<'_>,
        (document, symbol): (&Document, &Symbol),
        top_mm: f32,
    ) -> f32 {
        let text = self.grid.text;
        let code = DrawnCode::new(document.code, symbol, (text.left_mm, top_mm), sheet.side_mm);
        let end_mm = code.zone().bottom_mm;
        let title = document.heading(Lang::Kk, &self.kit.organization);
        let arguments = [("title", title.into()), ("address", self.kit.base.shown(document.code).into())];
        canvas.code(code.described(say_with(Lang::Kk, "stand-code-of", &arguments)));
        canvas.block(&sheet.address, text.left_mm, end_mm);
        if let (Some(emblem), None) = (&self.kit.emblem, &sheet.masthead) {
            let side_mm = sheet.address.height_mm();
            let (left_mm, bottom_mm) = (text.right_mm - self.format.emblem_mm, end_mm + side_mm);
            let area = Area { left_mm, top_mm: end_mm, right_mm: text.right_mm, bottom_mm };
            canvas.emblem(emblem, area, Ink::Black);
        }
        if let Some(rail) = &sheet.rail {
            rail.draw(canvas, top_mm);
        }
        end_mm + sheet.address.height_mm()
    }
}

fn concerns_pt(title_pt: f32) -> f32 {
    (title_pt * CONCERNS).max(CONCERNS_MIN_PT).min(title_pt)
}

/// Space between parts.
const fn gap_mm(room: Room) -> f32 {
    match room {
        Room::Ample => 3.5,
        Room::Scarce => 1.5,
    }
}
