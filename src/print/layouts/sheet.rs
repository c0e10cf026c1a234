//! The sheet of one document: its titles as a headline, the call to read, and one big code.
//!
//! Everything is measured once, and what all sheets of a kit share is chosen for all of them: one plan, where the code
//! stands and how large it is, and one size for titles of a length.

pub(super) mod format;
mod setting;
mod small_print;

use std::sync::LazyLock;

use self::format::{SHEET, SheetFormat};
use self::setting::{Foot, Setting};
use self::small_print::SmallPrint;
use crate::domain::Lang;
use crate::phrases::{say, say_with};
use crate::print::model::LayoutError;
use crate::print::model::choice::{Choice, LANGUAGES, Languages, Look};
use crate::print::model::display_list::{DrawnCode, Ink, Page, Role};
use crate::print::model::geometry::{A4, Area, EDGE_MM, count_f32};
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::Symbol;
use crate::print::typeset::canvas::Canvas;
use crate::print::typeset::density::HEADLINE;
use crate::print::typeset::grid::Grid;
use crate::print::typeset::ornament;
use crate::print::typeset::trilingual::Wording;

/// Between the titles in two languages, and between them and whom they concern.
const TITLE_GAP_MM: f32 = 1.0;

/// White between titles of many lines and the call, where codes could grow into it.
const CALL_GAP_MM: f32 = 2.5;

/// Size of the line that says whom a document concerns: a part of the titles' size, and not more than this.
const CONCERNS: f32 = 0.6;
const CONCERNS_MAX_PT: f32 = 14.0;

/// Between the phone and the call, as a part of the phone's height.
const PHONE_GAP: f32 = 0.3;

/// White between an ornament and the text, as a part of the margin inside the paper's edge.
const ORNAMENT_GAP: f32 = 0.35;

/// A phone whose camera sees a code.
const PHONE: &str = "M2 0h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2h-8a2 2 0 0 1-2-2v-16a2 2 0 0 1 2-2ZM1.4 2.8v12.8h9.2v-12.8Z\
                     M4.8 17.2v1.2h2.4v-1.2ZM2.6 4.4h3v3h-3ZM3.5 5.3v1.2h1.2v-1.2ZM6.6 4.4h3v3h-3ZM7.5 5.3v1.2h1.2v-1.2Z\
                     M2.6 8.6h3v3h-3ZM3.5 9.5v1.2h1.2v-1.2ZM6.6 8.6h1.4v1.4h-1.4ZM8.2 10.4h1.4v1.4h-1.4Z\
                     M2.6 12.8h1.4v1.2h-1.4ZM5.2 12.8h4.4v1.2h-4.4Z";

static DRAWN_PHONE: LazyLock<Option<VectorShape>> = LazyLock::new(|| VectorShape::parse(PHONE).ok());

/// A document with its texts, measured.
pub(super) struct Subject<'k> {
    /// The document.
    pub document: &'k Document,
    symbol: Symbol,
    titles: Wording,
    /// Its place among the classes of titles.
    class: usize,
    concerns: Option<Wording>,
    small_print: SmallPrint,
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
    setting: Setting,
    /// For each subject the size of its titles.
    titles_pt: Vec<f32>,
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
    let sheets = Sheets::new((kit, small), (&SHEET, 0.0), &subjects, measure)?;
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
        let titles = Wording::titles(kit, document, Font::Condensed, measure);
        Ok(Subject {
            document,
            symbol: kit.symbol(Some(document.code))?,
            class: format.class(titles.letters()),
            titles,
            concerns: Wording::concerns(kit, document, measure),
            small_print: SmallPrint::new(small, document, measure),
            address_mm: measure.width_mm(&address, Style::bold(1.0)),
            address,
        })
    };
    kit.chosen().map(subject).collect()
}

impl<'k> Sheets<'k> {
    /// Chooses the most generous plan in which the titles of all documents fit; the small print is that of `small`, and
    /// the sheet stands this far from the paper's left edge.
    ///
    /// # Errors
    /// [`LayoutError`] where a title fits in no plan, or an address in no code.
    pub fn new(
        (kit, small): (&'k Kit, &Kit),
        (format, moved_mm): (&'static SheetFormat, f32),
        subjects: &'k [Subject<'k>],
        measure: &'k dyn Measure,
    ) -> Result<Self, LayoutError> {
        let sides = subjects.iter().map(|subject| count_f32(subject.symbol.side_modules()));
        let side_modules = sides.fold(1.0, f32::max);
        let grid = format.grid(side_modules, moved_mm);
        let names = Wording::names(kit, Font::Regular, measure);
        let mut too_long = None;
        for plan in format.plans {
            let setting =
                Setting::new((kit, small), (format, plan), (&grid, side_modules), subjects, measure);
            let mut best: Option<Self> = None;
            for foot in setting.feet(format, &grid, subjects, measure) {
                let setting =
                    setting.clone().with_foot(foot, kit, (&names, format.emblem_mm), &grid, measure);
                let mut sheets =
                    Self { kit, format, grid, measure, subjects, setting, titles_pt: Vec::new() };
                too_long = subjects.iter().find(|subject| sheets.white_mm(subject) < 0.0);
                if too_long.is_none() {
                    sheets.grow();
                    let is_larger = |best: &Self| sheets.setting.side_mm > best.setting.side_mm;
                    if best.as_ref().is_none_or(is_larger) {
                        best = Some(sheets);
                    }
                }
            }
            if let Some(mut sheets) = best {
                sheets.agree();
                return Ok(sheets);
            }
        }
        let code = too_long.map_or(kit.organization.code, |subject| subject.document.code);
        Err(LayoutError::TitleTooLong { code })
    }

    /// What a document's titles leave white in the size that they must have; below zero where they do not fit.
    fn white_mm(&self, subject: &Subject<'_>) -> f32 {
        self.setting.room_mm - self.titles_mm(subject, self.needed_pt(subject))
    }

    /// The codes take what the titles leave white, but where titles lack room, and of a column beside them no more than
    /// it can spare. Titles of many lines keep some white above the call, or it would read like one more of them.
    fn grow(&mut self) {
        if self.setting.plan.title_pt.is_some() {
            return;
        }
        let white_mm =
            self.subjects.iter().map(|subject| self.white_mm(subject)).fold(f32::INFINITY, f32::min);
        let kept_mm = if self.setting.foot == Foot::Below { 0.0 } else { CALL_GAP_MM };
        let white_mm = (white_mm - kept_mm).max(0.0);
        let most_mm = self.format.most_mm(&self.grid, self.setting.side_modules, self.setting.foot.rail());
        let growth_mm = most_mm - self.setting.side_mm;
        let grown_mm = growth_mm.min(white_mm / self.setting.with_zone());
        self.setting.side_mm += grown_mm;
        self.setting.room_mm -= grown_mm * self.setting.with_zone();
    }

    /// One size for all titles of a class; what cannot have the size that its class asks for decides nothing for the
    /// others.
    fn agree(&mut self) {
        let sizes: Vec<f32> = self.subjects.iter().map(|subject| self.title_pt(subject)).collect();
        let class_pt = |class: usize| {
            let members = self.subjects.iter().zip(&sizes).filter(|(subject, _)| subject.class == class);
            let sizes =
                members.map(|(_, size_pt)| *size_pt).filter(|size_pt| *size_pt >= self.asked_pt(class));
            sizes.fold(f32::INFINITY, f32::min)
        };
        self.titles_pt = self
            .subjects
            .iter()
            .zip(&sizes)
            .map(|(subject, size)| size.min(class_pt(subject.class)))
            .collect();
    }

    /// The size that titles of a class ask for.
    fn asked_pt(&self, class: usize) -> f32 {
        self.capital_pt(self.format.titles[class].capital_mm.0)
    }

    /// The size that a title must have by the plan.
    fn needed_pt(&self, subject: &Subject<'_>) -> f32 {
        let asked_pt = self.asked_pt(subject.class);
        self.unbroken_pt(
            subject,
            self.setting.plan.title_pt.map_or(asked_pt, |size_pt| size_pt.min(asked_pt)),
        )
    }

    /// This size of a title, or a smaller one where a word of it would be broken otherwise.
    fn unbroken_pt(&self, subject: &Subject<'_>, size_pt: f32) -> f32 {
        let whole_pt = subject.titles.whole_pt(self.setting.title.width_mm());
        size_pt.min(whole_pt.max(self.format.title_floor_pt))
    }

    /// The size that the class of a title asks for, or the largest one that needs no line more; where not even the former
    /// fits, the largest that does.
    fn title_pt(&self, subject: &Subject<'_>) -> f32 {
        const STEP_PT: f32 = 0.5;
        let down_from =
            |most_pt: f32| std::iter::successors(Some(most_pt), |size_pt| Some(size_pt - STEP_PT));
        let fits = |size_pt: f32| self.titles_mm(subject, size_pt) <= self.setting.room_mm;
        let asked_pt = self.unbroken_pt(subject, self.asked_pt(subject.class));
        if !fits(asked_pt) {
            let needed_pt = self.needed_pt(subject);
            let mut sizes = down_from(asked_pt).take_while(|size_pt| *size_pt > needed_pt);
            return sizes.find(|size_pt| fits(*size_pt)).unwrap_or(needed_pt);
        }
        let whole_pt = subject.titles.whole_pt(self.setting.title.width_mm());
        let lines = |size_pt| subject.titles.lines(size_pt, self.setting.title, self.measure);
        let most_pt = self.capital_pt(self.format.titles[subject.class].capital_mm.1).min(whole_pt);
        let mut sizes = down_from(most_pt).take_while(|size_pt| *size_pt > asked_pt);
        let found = sizes.find(|size_pt| fits(*size_pt) && lines(*size_pt) == lines(asked_pt));
        found.unwrap_or(asked_pt)
    }

    fn capital_pt(&self, capital_mm: f32) -> f32 {
        capital_mm / self.measure.capital_mm(Style::headline(1.0))
    }

    fn titles_mm(&self, subject: &Subject<'_>, size_pt: f32) -> f32 {
        let titles = &subject.titles;
        let titles_mm = titles.stacked_mm(size_pt, self.setting.title, self.measure) * HEADLINE;
        let concerns_mm = subject.concerns.as_ref().map_or(0.0, |concerns| {
            TITLE_GAP_MM
                + concerns.height_mm(concerns_pt(size_pt), &self.setting.title_columns(), self.measure, 1.0)
        });
        titles_mm + count_f32(titles.languages() - 1) * TITLE_GAP_MM + concerns_mm
    }

    /// Draws the sheet of a document.
    pub fn draw(&self, number: usize, canvas: &mut Canvas<'_>) {
        let (subject, size_pt) = (&self.subjects[number], self.titles_pt[number]);
        let (setting, grid) = (&self.setting, &self.grid);
        let places = setting.places(grid);
        setting.draw_head(canvas, self.kit, places.call_mm);
        self.draw_titles(canvas, (subject, size_pt));
        self.call(canvas, (places.call_mm, places.zone_mm));
        let code_mm = self.draw_code(canvas, subject, places.zone_mm);
        let address = setting.address(subject, self.kit, grid, self.measure);
        canvas.block(&address, grid.text.left_mm, places.address_mm);
        setting.draw_never(canvas, places.address_mm);
        let fine_pt = setting.plan.fine_pt;
        match setting.foot {
            Foot::Below => subject.small_print.draw(canvas, grid, fine_pt, places.foot_mm),
            Foot::Beside(span) => subject.small_print.draw_beside(canvas, (span, fine_pt), code_mm),
        }
        if self.kit.choice.look == Look::Gallery {
            self.ornament(canvas, places.zone_mm);
        }
    }

    fn draw_titles(&self, canvas: &mut Canvas<'_>, (subject, size_pt): (&Subject<'_>, f32)) {
        let span = self.setting.title;
        let ink = if self.kit.choice.look == Look::Banner { Ink::White } else { Ink::Black };
        let mut y_mm = self.setting.titles_mm;
        for block in subject.titles.stacked(size_pt, span, self.measure) {
            let block = block.led(HEADLINE).with_role(Role::Title).inked(ink);
            y_mm = canvas.block(&block, span.left_mm, y_mm) + TITLE_GAP_MM;
        }
        if let Some(concerns) = &subject.concerns {
            let set = concerns.set(concerns_pt(size_pt), &self.setting.title_columns(), self.measure);
            set.inked(ink).draw(canvas, y_mm + TITLE_GAP_MM);
        }
    }

    /// The call in one word a language behind the sign of a phone, and beside it what the phone must be.
    fn call(&self, canvas: &mut Canvas<'_>, (top_mm, zone_mm): (f32, f32)) {
        let capital_mm = self.format.call_capital_mm;
        let style = Style::headline(capital_mm / self.measure.capital_mm(Style::headline(1.0)));
        let baseline_mm = zone_mm - self.measure.descent_mm(style);
        let left_mm = self.grid.text.left_mm;
        let mut x_mm = left_mm;
        if let Some(phone) = &*DRAWN_PHONE {
            let height_mm = self.format.phone_mm;
            let right_mm = left_mm + phone.width_mm(height_mm);
            // The phone stands as far below the line as it rises over the capitals.
            let bottom_mm = baseline_mm + (height_mm - capital_mm) / 2.0;
            canvas.emblem(
                phone,
                Area { left_mm, top_mm: bottom_mm - height_mm, right_mm, bottom_mm },
                Ink::Black,
            );
            x_mm = right_mm + PHONE_GAP * height_mm;
        }
        for (number, lang) in LANGUAGES.into_iter().enumerate() {
            let word = say(lang, "stand-call-word");
            let word = if number == 0 { word } else { format!("· {word}") };
            canvas.text(&word, lang, style, (x_mm, baseline_mm));
            x_mm += self.measure.width_mm(&format!("{word} "), style);
        }
        self.setting.camera.draw(canvas, (top_mm, zone_mm));
    }

    /// The code. Gives back where it begins.
    fn draw_code(&self, canvas: &mut Canvas<'_>, subject: &Subject<'_>, zone_mm: f32) -> f32 {
        let (document, setting) = (subject.document, &self.setting);
        let corner = (self.grid.text.left_mm, zone_mm + setting.quiet_mm());
        let code = DrawnCode::new(document.code, &subject.symbol, corner, setting.side_mm);
        let title = document.heading(Lang::Kk, &self.kit.organization);
        let arguments = [("title", title.into()), ("address", (&*subject.address).into())];
        canvas.code(code.described(say_with(Lang::Kk, "stand-code-of", &arguments)));
        corner.1
    }

    /// An ornament down the margin beside the names, the titles and the call, as far as the code's quiet zone; the text
    /// leaves that margin to it on every sheet.
    fn ornament(&self, canvas: &mut Canvas<'_>, zone_mm: f32) {
        let (paper, text) = (self.grid.paper, self.grid.text);
        let left_mm = paper.left_mm + EDGE_MM;
        let right_mm = text.left_mm - ORNAMENT_GAP * (text.left_mm - left_mm);
        let area = Area { left_mm, top_mm: text.top_mm, right_mm, bottom_mm: zone_mm };
        ornament::strip(canvas, area, Ink::Accent);
    }
}

fn concerns_pt(title_pt: f32) -> f32 {
    (title_pt * CONCERNS).min(CONCERNS_MAX_PT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phone_can_be_drawn() {
        assert!(DRAWN_PHONE.is_some());
    }
}
