//! All of a sheet by one plan but what its document says: how high each part is, and so where it stands.

use super::Subject;
use super::format::{SheetFormat, SheetPlan};
use super::small_print::Few;
use crate::print::model::choice::{Edge, Look};
use crate::print::model::geometry::count_f32;
use crate::print::model::kit::Kit;
use crate::print::model::style::{Measure, Style};
use crate::print::qr::QUIET_ZONE_MODULES;
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::grid::{Columns, GUTTER_MM, Grid, Span};
use crate::print::typeset::masthead::{Masthead, ON_A_WALL};
use crate::print::typeset::titled_code::wrap_address;
use crate::print::typeset::trilingual::Wording;

/// Between the titles and what stands above and below them.
const TITLES_GAP_MM: f32 = 1.5;

/// Between the address and the foot.
const FOOT_GAP_MM: f32 = 1.0;

/// Between the titles in a band and the band's right edge: as much as office printers leave room for.
const BAND_INSET_MM: f32 = 3.5;

/// Between a band and the call below it.
const BAND_GAP_MM: f32 = 2.5;

/// Where the small print of a sheet stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Foot {
    /// Below the address, in two columns.
    Below,
    /// Beside the code, one language under the other: titles get the room of the foot.
    Beside(Span),
}

impl Foot {
    /// The column beside the code.
    pub fn rail(self) -> Option<Span> {
        match self {
            Self::Below => None,
            Self::Beside(span) => Some(span),
        }
    }
}

/// A plan, measured.
#[derive(Clone)]
pub(super) struct Setting {
    pub plan: &'static SheetPlan,
    pub foot: Foot,
    pub camera: Few,
    never: Few,
    /// Whether what is never asked for stands beside the address.
    is_never_beside: bool,
    masthead: Option<Masthead>,
    /// From where to where titles reach.
    pub title: Span,
    /// Where titles begin.
    pub titles_mm: f32,
    /// Height of the row of the call.
    call_mm: f32,
    address_pt: f32,
    /// Height of the address, and of all that stands in its row.
    address_mm: (f32, f32),
    /// Height of the foot below the address.
    foot_mm: f32,
    /// Modules along a side of a code.
    pub side_modules: f32,
    /// Side of the code.
    pub side_mm: f32,
    /// Height for the titles.
    pub room_mm: f32,
}

/// Where the parts of a sheet begin.
pub(super) struct Places {
    pub call_mm: f32,
    pub zone_mm: f32,
    pub address_mm: f32,
    pub foot_mm: f32,
}

impl Setting {
    /// What does not depend on where the small print stands.
    pub fn new(
        (kit, small): (&Kit, &Kit),
        (format, plan): (&SheetFormat, &'static SheetPlan),
        (grid, side_modules): (&Grid, f32),
        subjects: &[Subject<'_>],
        measure: &dyn Measure,
    ) -> Self {
        let (first, second) = format.pair(grid);
        let widest_mm = subjects.iter().map(|subject| subject.address_mm).fold(0.0, f32::max);
        let fitting = |width_mm: f32, least_pt: f32| {
            let sizes = format.addresses_pt.iter().filter(move |size_pt| **size_pt >= least_pt);
            sizes.copied().find(move |size_pt| widest_mm * size_pt <= width_mm)
        };
        // Beside something else the address keeps all of its size but the last.
        let least_pt = format.addresses_pt.iter().rev().nth(1).copied().unwrap_or_default();
        let beside_pt = fitting(first.width_mm(), least_pt);
        let last_pt = format.addresses_pt.last().copied().unwrap_or_default();
        let address_pt = beside_pt.or_else(|| fitting(grid.width_mm(), 0.0)).unwrap_or(last_pt);
        let span = if beside_pt.is_some() { second } else { grid.span() };
        let never = Few::new(small, "stand-never", (format.beside_pt, span), measure);
        let camera = Few::new(small, "stand-camera", (format.beside_pt, second), measure);
        let capital_mm = format.call_capital_mm;
        let call = Style::headline(capital_mm / measure.capital_mm(Style::headline(1.0)));
        let call_mm = (capital_mm + format.phone_mm) / 2.0 + measure.descent_mm(call);
        let mut setting = Self {
            plan,
            foot: Foot::Below,
            call_mm: call_mm.max(camera.height_mm()),
            camera,
            never,
            is_never_beside: beside_pt.is_some(),
            masthead: None,
            title: grid.span(),
            titles_mm: 0.0,
            address_pt,
            address_mm: (0.0, 0.0),
            foot_mm: 0.0,
            side_modules,
            side_mm: format.least_mm(side_modules),
            room_mm: 0.0,
        };
        let heights = subjects.iter().map(|subject| setting.address(subject, kit, grid, measure).height_mm());
        let address_mm = heights.fold(0.0, f32::max);
        let never_mm = setting.never.height_mm();
        let row_mm = if setting.is_never_beside {
            address_mm.max(never_mm)
        } else {
            address_mm + FOOT_GAP_MM + never_mm
        };
        setting.address_mm = (address_mm, row_mm);
        let feet = subjects.iter().map(|subject| subject.small_print.height_mm(plan.fine_pt, grid, measure));
        setting.foot_mm = feet.fold(0.0, f32::max);
        setting
    }

    /// Where the small print may stand, the best place first.
    pub fn feet(
        &self,
        format: &SheetFormat,
        grid: &Grid,
        subjects: &[Subject<'_>],
        measure: &dyn Measure,
    ) -> Vec<Foot> {
        let fine_pt = self.plan.fine_pt;
        let rails = format.rails(grid, self.side_modules, fine_pt);
        let fits = |span: &Span| {
            let heights =
                subjects.iter().map(|subject| subject.small_print.stacked_mm(fine_pt, *span, measure));
            heights.fold(0.0, f32::max) <= self.side_mm + self.quiet_mm()
        };
        std::iter::once(Foot::Below).chain(rails.into_iter().filter(fits).map(Foot::Beside)).collect()
    }

    /// With its small print there, all places can be told.
    pub fn with_foot(
        mut self,
        foot: Foot,
        kit: &Kit,
        (names, emblem_mm): (&Wording, f32),
        grid: &Grid,
        measure: &dyn Measure,
    ) -> Self {
        self.foot = foot;
        if foot != Foot::Below {
            self.foot_mm = 0.0;
        }
        let is_band = kit.choice.look == Look::Banner;
        if is_band && kit.choice.edge == Edge::Office {
            self.title = grid.span().before(BAND_INSET_MM);
        }
        let names = (names, self.plan.name_pt);
        let masthead =
            Masthead::of_sheet(kit, names, (emblem_mm, ON_A_WALL), (grid, grid.columns()), measure);
        self.titles_mm = masthead.ends_mm() + TITLES_GAP_MM;
        self.masthead = Some(masthead);
        let below_mm = if is_band { BAND_GAP_MM + TITLES_GAP_MM } else { TITLES_GAP_MM };
        self.room_mm = self.places(grid).call_mm - below_mm - self.titles_mm;
        self
    }

    /// Width of the quiet zone.
    pub fn quiet_mm(&self) -> f32 {
        self.side_mm * count_f32(QUIET_ZONE_MODULES) / self.side_modules
    }

    /// Side of a code with its quiet zone, as a multiple of its side.
    pub fn with_zone(&self) -> f32 {
        (self.side_modules + count_f32(2 * QUIET_ZONE_MODULES)) / self.side_modules
    }

    /// Where the parts begin, from the foot upwards.
    pub fn places(&self, grid: &Grid) -> Places {
        let foot_mm = grid.text.bottom_mm - self.foot_mm;
        let gap_mm = if self.foot == Foot::Below { FOOT_GAP_MM } else { 0.0 };
        let address_mm = foot_mm - gap_mm - self.address_mm.1;
        let zone_mm = address_mm - self.side_mm * self.with_zone();
        Places { call_mm: zone_mm - self.call_mm, zone_mm, address_mm, foot_mm }
    }

    /// The halves of the titles' place.
    pub fn title_columns(&self) -> Columns {
        Columns::of(self.title, GUTTER_MM)
    }

    /// The names, and in that look the band behind them and the titles, which ends above the call.
    pub fn draw_head(&self, canvas: &mut Canvas<'_>, kit: &Kit, call_mm: f32) {
        if let Some(masthead) = &self.masthead {
            masthead.draw_down_to(canvas, kit, call_mm - BAND_GAP_MM);
        }
    }

    /// The address of a document, as a link.
    pub fn address(&self, subject: &Subject<'_>, kit: &Kit, grid: &Grid, measure: &dyn Measure) -> Block {
        let address = kit.base.address(&[subject.document.code, kit.organization.code]);
        let style = Style::bold(self.address_pt);
        Block::new(&subject.address, style, grid.width_mm(), wrap_address, measure).linked(address)
    }

    /// What is never asked for, beside the address or below it.
    pub fn draw_never(&self, canvas: &mut Canvas<'_>, top_mm: f32) {
        let (address_mm, row_mm) = self.address_mm;
        let from_mm = if self.is_never_beside { top_mm } else { top_mm + address_mm + FOOT_GAP_MM };
        self.never.draw(canvas, (from_mm, top_mm + row_mm));
    }
}
