//! The sheet of one document: its titles, one big code, and the call to read it with a phone's camera.
//!
//! Everything is measured once, and what all sheets of a kit share is chosen for all of them: where the code stands,
//! the size of the address, and two sizes of titles at most.

pub(super) mod format;
mod small_print;

use self::format::{Beside, SHEET, SheetFormat, SheetPlan, Small, call_above, gap_mm, rail_min_mm};
use self::small_print::{Extent, LastLines, Rail, Said, SmallPrint};
use crate::domain::Lang;
use crate::phrases::{say, say_with};
use crate::print::model::LayoutError;
use crate::print::model::choice::{Choice, LANGUAGES, Languages, Look};
use crate::print::model::display_list::{DrawnCode, Ink, Page, Role};
use crate::print::model::geometry::{A4, count_f32};
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::qr::{QUIET_ZONE_MODULES, Symbol};
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::density::{Density, TIGHT};
use crate::print::typeset::grid::{Columns, Grid};
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::masthead::Masthead;
use crate::print::typeset::trilingual::{Spread, Wording};

/// Between the titles and whom they concern.
const CONCERNS_GAP_MM: f32 = 1.0;

/// Size of the line that says whom a document concerns, as a part of the titles' size; and its least size.
const CONCERNS: f32 = 0.6;
const CONCERNS_MIN_PT: f32 = 8.0;

/// A code grows only into room that stays white otherwise.
const WHITE_MM: f32 = 8.0;

/// A document with its texts, measured.
pub(super) struct Subject<'k> {
    /// The document.
    pub document: &'k Document,
    symbol: Symbol,
    titles: Wording,
    concerns: Option<Wording>,
    foot: LastLines,
    address: String,
    /// Width of the address at 1 pt.
    address_mm: f32,
}

/// The sheets of a kit in one format, each on this place of a page.
pub(super) struct Sheets<'k> {
    kit: &'k Kit,
    format: &'static SheetFormat,
    grid: Grid,
    measure: &'k dyn Measure,
    subjects: &'k [Subject<'k>],
    names: Wording,
    small_print: SmallPrint,
    /// Modules along a side of a code.
    side_modules: f32,
    settings: Vec<Setting>,
    /// For each subject its setting and the size of its titles.
    chosen: Vec<(usize, f32)>,
}

/// All of a sheet by one plan but what its document says.
struct Setting {
    plan: &'static SheetPlan,
    masthead: Masthead,
    /// The instruction under the call.
    instruction: Option<Said>,
    rail: Option<Rail>,
    /// Height of the foot, none where it stands in the rail.
    foot_mm: Option<f32>,
    address_pt: f32,
    address_mm: f32,
    /// Side of the code.
    side_mm: f32,
    /// Density for the titles.
    room_mm: f32,
}

/// The sheet of a document on a page of its own.
///
/// # Errors
/// [`LayoutError`] where a title fits in no size, or an address in no code.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    with_small_print(kit, |small| pages_with(kit, small, measure))
}

/// Sheets with the small print of the kit; where their titles leave no room for it in three languages, in two.
pub(super) fn with_small_print<T>(
    kit: &Kit,
    set: impl Fn(&Kit) -> Result<T, LayoutError>,
) -> Result<T, LayoutError> {
    match set(kit) {
        Err(LayoutError::TitleTooLong { .. }) if kit.choice.languages != Languages::KkRu => {
            let choice = Choice { languages: Languages::KkRu, ..kit.choice.clone() };
            set(&Kit { choice, ..kit.clone() })
        }
        set => set,
    }
}

fn pages_with(kit: &Kit, small: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let subjects = subjects((kit, small), &SHEET, measure)?;
    let sheets = Sheets::new((kit, small), (&SHEET, SHEET.grid), &subjects, measure)?;
    let page = |(number, subject): (usize, &Subject<'_>)| {
        let heading = subject.document.heading(Lang::Kk, &kit.organization);
        let mut canvas = Canvas::new(A4, heading, measure);
        sheets.draw(number, &mut canvas);
        canvas.finish(kit)
    };
    Ok(subjects.iter().enumerate().map(page).collect())
}

/// The documents that get a sheet; the small print is that of `small`.
pub(super) fn subjects<'k>(
    (kit, small): (&'k Kit, &Kit),
    format: &SheetFormat,
    measure: &dyn Measure,
) -> Result<Vec<Subject<'k>>, LayoutError> {
    let subject = |document: &'k Document| {
        let address = kit.base.shown(document.code);
        let symbol = kit.symbol(Some(document.code))?;
        let beside = format.beside(count_f32(symbol.side_modules()));
        Ok(Subject {
            document,
            symbol,
            titles: Wording::titles(kit, document, Font::Bold, measure),
            concerns: Wording::concerns(kit, document, measure),
            foot: LastLines::new(small, document, beside, measure),
            address_mm: measure.width_mm(&address, Style::bold(1.0)),
            address,
        })
    };
    kit.chosen().map(subject).collect()
}

impl<'k> Sheets<'k> {
    /// Chooses for each document the most generous plan in which its titles fit; the small print is that of `small`.
    ///
    /// # Errors
    /// [`LayoutError`] where a title fits in no plan, or an address in no code.
    pub fn new(
        (kit, small): (&'k Kit, &Kit),
        (format, grid): (&'static SheetFormat, Grid),
        subjects: &'k [Subject<'k>],
        measure: &'k dyn Measure,
    ) -> Result<Self, LayoutError> {
        let sides = subjects.iter().map(|subject| count_f32(subject.symbol.side_modules()));
        let mut sheets = Self {
            kit,
            format,
            grid,
            measure,
            subjects,
            names: Wording::names(kit, Font::Bold, measure),
            small_print: SmallPrint::new(small, &grid, measure),
            side_modules: sides.fold(0.0, f32::max),
            settings: Vec::new(),
            chosen: Vec::new(),
        };
        let mut chosen = vec![None; subjects.len()];
        for plan in format.plans {
            if chosen.iter().all(Option::is_some) {
                break;
            }
            let setting = sheets.setting(plan);
            for (place, subject) in chosen.iter_mut().zip(subjects).filter(|(place, _)| place.is_none()) {
                *place = sheets.title_pt(&setting, subject).map(|size_pt| (sheets.settings.len(), size_pt));
            }
            sheets.settings.push(setting);
        }
        for (place, subject) in chosen.into_iter().zip(subjects) {
            let too_long = LayoutError::TitleTooLong { code: subject.document.code };
            sheets.chosen.push(place.ok_or(too_long)?);
        }
        sheets.agree();
        Ok(sheets)
    }

    /// One size of titles for all sheets of the first plan, another for the others. What is smaller than titles should
    /// be decides nothing for the rest.
    fn agree(&mut self) {
        for is_first in [true, false] {
            let group = |setting: usize| (setting == 0) == is_first;
            let floor_pt = self.format.title_floor_pt;
            let sizes =
                self.chosen.iter().filter(|(setting, size_pt)| group(*setting) && *size_pt >= floor_pt);
            let least_pt = sizes.map(|(_, size_pt)| *size_pt).fold(f32::INFINITY, f32::min);
            for (_, size_pt) in self.chosen.iter_mut().filter(|(setting, _)| group(*setting)) {
                *size_pt = size_pt.min(least_pt);
            }
        }
        for number in 0..self.settings.len() {
            let sheets =
                self.subjects.iter().zip(&self.chosen).filter(|(_, (setting, _))| *setting == number);
            let titles = sheets.map(|(subject, (_, size_pt))| {
                self.titles_mm(self.settings[number].plan.density, subject, *size_pt)
            });
            let white_mm = self.settings[number].room_mm - titles.fold(0.0, f32::max) - WHITE_MM;
            let grown_mm = self.grown_mm(&self.settings[number], white_mm);
            self.settings[number].room_mm -= grown_mm * self.with_zone();
            self.settings[number].side_mm += grown_mm;
        }
    }

    /// How much the code of a setting may grow into a room.
    fn grown_mm(&self, setting: &Setting, white_mm: f32) -> f32 {
        if setting.rail.is_some() {
            return 0.0;
        }
        let most_mm = self.format.module_max_mm * self.side_modules;
        (most_mm - setting.side_mm).min(white_mm / self.with_zone()).max(0.0)
    }

    /// Side of a code with its quiet zone, as a multiple of its side.
    fn with_zone(&self) -> f32 {
        (self.side_modules + count_f32(2 * QUIET_ZONE_MODULES)) / self.side_modules
    }

    fn setting(&self, plan: &'static SheetPlan) -> Setting {
        let (format, grid, measure) = (self.format, &self.grid, self.measure);
        let columns = grid.columns();
        let (names, emblem_mm) = ((&self.names, plan.name_pt), format.emblem_mm(plan.density));
        let masthead = Masthead::of_sheet(self.kit, names, emblem_mm, (grid, columns), measure);
        let side_mm = format.least_mm(self.side_modules);
        let is_small = plan.instruction.is_none() && format.beside(self.side_modules) == Beside::Rail;
        let extents: &[Extent] = if is_small { Extent::FALLING } else { &[Extent::Rest] };
        let found = extents.iter().find_map(|extent| Some((*extent, self.rail(*extent, side_mm)?)));
        let extent = found.as_ref().map_or(Extent::Rest, |(extent, _)| *extent);
        let sizes = (extent == Extent::Rest).then_some(plan.instruction.unwrap_or(format.instruction_scarce));
        let instruction =
            sizes.map(|sizes| self.small_print.instruction(sizes, &columns, measure).spaced(plan.density));
        let fine = (format.fine_pt, plan.density);
        let feet = self.subjects.iter().map(|subject| subject.foot.height_mm(fine, &columns, measure));
        let foot_mm = (extent != Extent::Everything).then(|| feet.fold(0.0, f32::max));
        let (address_pt, address_mm) = self.address_size(plan.density);

        let gap_mm = gap_mm(plan.density);
        let with_gap_mm = |height_mm: Option<f32>| height_mm.map_or(0.0, |height_mm| height_mm + gap_mm);
        let taken_mm = with_gap_mm(Some(masthead.ends_mm()))
            + self.call_mm(plan.density)
            + instruction.as_ref().map_or(0.0, Said::height_mm)
            + side_mm * self.with_zone()
            + address_mm
            + with_gap_mm(foot_mm);
        let room_mm = grid.text.bottom_mm - taken_mm;
        let rail = found.map(|(_, rail)| rail);
        Setting { plan, masthead, instruction, rail, foot_mm, address_pt, address_mm, side_mm, room_mm }
    }

    /// Small print beside the code, where there is room for it; with the foot, where everything stands there.
    fn rail(&self, extent: Extent, side_mm: f32) -> Option<Rail> {
        let measure = self.measure;
        let (span, height_mm) = self.format.rail_span(&self.grid, (self.side_modules, side_mm));
        let fine_pt = self.format.fine_pt;
        let feet = self.subjects.iter().map(|subject| subject.foot.stacked_mm(fine_pt, span, measure));
        let feet_mm = if extent == Extent::Everything { feet.fold(0.0, f32::max) } else { 0.0 };
        let fits = |small: &&Small| {
            span.width_mm() >= rail_min_mm(**small)
                && self.small_print.rail_mm(extent, **small, span, measure) + feet_mm <= height_mm
        };
        let small = self.format.rails.iter().find(fits)?;
        Some(self.small_print.rail(extent, *small, span, measure))
    }

    /// The largest size of the titles that fits. Only below the least good one may words be broken.
    fn title_pt(&self, setting: &Setting, subject: &Subject<'_>) -> Option<f32> {
        let columns = self.grid.columns();
        setting.plan.titles_pt.iter().copied().find(|size_pt| {
            let whole =
                *size_pt <= self.format.title_floor_pt || subject.titles.stays_whole(*size_pt, &columns);
            whole && self.titles_mm(setting.plan.density, subject, *size_pt) <= setting.room_mm
        })
    }

    fn titles_mm(&self, density: Density, subject: &Subject<'_>, size_pt: f32) -> f32 {
        let columns = self.grid.columns();
        let tight = if density == Density::Scarce { TIGHT } else { 1.0 };
        let height_mm =
            |wording: &Wording, size_pt| wording.height_mm(size_pt, &columns, self.measure, tight);
        let concerns_mm = subject
            .concerns
            .as_ref()
            .map_or(0.0, |concerns| CONCERNS_GAP_MM + height_mm(concerns, concerns_pt(size_pt)));
        height_mm(&subject.titles, size_pt) + concerns_mm
    }

    /// The size of the addresses under the codes, in one line as long as they can be read, and their height.
    fn address_size(&self, density: Density) -> (f32, f32) {
        let room_mm = self.grid.width_mm();
        let widest_mm = self.subjects.iter().map(|subject| subject.address_mm).fold(0.0, f32::max);
        let sizes_pt = self.format.addresses_pt;
        let last_pt = sizes_pt.last().copied().unwrap_or_default();
        let sizes_pt = if density == Density::Ample { sizes_pt } else { &sizes_pt[sizes_pt.len() - 1..] };
        if let Some(size_pt) = sizes_pt.iter().find(|size_pt| widest_mm * **size_pt <= room_mm) {
            return (*size_pt, Style::bold(*size_pt).leading_mm());
        }
        let heights = self.subjects.iter().map(|subject| self.address(subject, last_pt).height_mm());
        (last_pt, heights.fold(0.0, f32::max))
    }

    fn address(&self, subject: &Subject<'_>, size_pt: f32) -> Block {
        let address = self.kit.base.address(&[subject.document.code, self.kit.organization.code]);
        Block::new(&subject.address, Style::bold(size_pt), self.grid.width_mm(), wrap, self.measure)
            .linked(address)
    }

    /// Height of the row with the call.
    fn call_mm(&self, density: Density) -> f32 {
        self.format.call_capital_mm * call_above(density) + self.measure.descent_mm(self.call_style())
    }

    fn call_style(&self) -> Style {
        Style::regular(self.format.call_capital_mm / self.measure.capital_mm(Style::regular(1.0)))
    }

    /// The call in one word a language, large enough to be read from where a code is first seen.
    fn call(&self, canvas: &mut Canvas<'_>, columns: &Columns, baseline_mm: f32) {
        let style = self.call_style();
        let ink = if self.kit.choice.look == Look::Banner { Ink::Accent } else { Ink::Black };
        for (lang, span) in LANGUAGES.into_iter().zip([columns.left, columns.right]) {
            let word = say(lang, "stand-call-word");
            canvas.word(&word, (lang, ink), style, (span.left_mm, baseline_mm));
        }
    }

    /// Draws the sheet of a document.
    pub fn draw(&self, number: usize, canvas: &mut Canvas<'_>) {
        let (subject, (setting, size_pt)) = (&self.subjects[number], self.chosen[number]);
        let setting = &self.settings[setting];
        let (grid, gap_mm) = (&self.grid, gap_mm(setting.plan.density));
        let slack_mm = setting.room_mm - self.titles_mm(setting.plan.density, subject, size_pt);
        let y_mm = setting.masthead.draw(canvas, self.kit) + gap_mm;
        // A little of what is left over stands above the titles, the rest below them.
        self.draw_titles(canvas, setting, (subject, size_pt), y_mm + (slack_mm / 4.0).min(gap_mm));

        let foot_mm =
            setting.foot_mm.map_or(grid.text.bottom_mm, |height_mm| grid.text.bottom_mm - height_mm);
        let foot_gap_mm = if setting.foot_mm.is_some() { gap_mm } else { 0.0 };
        let address_mm = foot_mm - foot_gap_mm - setting.address_mm;
        let zone_mm = address_mm - setting.side_mm * self.with_zone();
        let instruction_mm = setting.instruction.as_ref().map_or(0.0, Said::height_mm);
        let baseline_mm = zone_mm - instruction_mm - self.measure.descent_mm(self.call_style());
        self.call(canvas, &grid.columns(), baseline_mm);
        if let Some(instruction) = &setting.instruction {
            instruction.draw(canvas, zone_mm - instruction_mm);
        }
        self.draw_code(canvas, setting, subject, zone_mm);
        canvas.block(&self.address(subject, setting.address_pt), grid.text.left_mm, address_mm);
        if setting.foot_mm.is_some() {
            subject.foot.draw(canvas, grid, (self.format.fine_pt, setting.plan.density), foot_mm);
        }
    }

    fn draw_titles(
        &self,
        canvas: &mut Canvas<'_>,
        setting: &Setting,
        (subject, size_pt): (&Subject<'_>, f32),
        top_mm: f32,
    ) {
        let columns = self.grid.columns();
        let tight =
            |spread: Spread| if setting.plan.density == Density::Scarce { spread.tight() } else { spread };
        let set = |wording: &Wording, size_pt| tight(wording.set(size_pt, &columns, self.measure));
        let y_mm = set(&subject.titles, size_pt).with_role(Role::Title).draw(canvas, top_mm);
        if let Some(concerns) = &subject.concerns {
            set(concerns, concerns_pt(size_pt)).draw(canvas, y_mm + CONCERNS_GAP_MM);
        }
    }

    /// The code, and what stands beside it.
    fn draw_code(&self, canvas: &mut Canvas<'_>, setting: &Setting, subject: &Subject<'_>, zone_mm: f32) {
        let document = subject.document;
        let quiet_mm = setting.side_mm * count_f32(QUIET_ZONE_MODULES) / self.side_modules;
        let corner = (self.grid.text.left_mm, zone_mm + quiet_mm);
        let code = DrawnCode::new(document.code, &subject.symbol, corner, setting.side_mm);
        let title = document.heading(Lang::Kk, &self.kit.organization);
        let arguments = [("title", title.into()), ("address", (&*subject.address).into())];
        canvas.code(code.described(say_with(Lang::Kk, "stand-code-of", &arguments)));
        if let Some(rail) = &setting.rail {
            let foot = setting.foot_mm.is_none().then_some((&subject.foot, self.format.fine_pt));
            rail.draw(canvas, foot, corner.1);
        }
    }
}

fn concerns_pt(title_pt: f32) -> f32 {
    (title_pt * CONCERNS).max(CONCERNS_MIN_PT).min(title_pt)
}
