//! The head of a page in both looks: whose stand it is, and the union's emblem.

use super::canvas::{Canvas, HAIRLINE_MM, HEAVY_MM};
use super::grid::{Columns, Grid, Span};
use super::trilingual::{Spread, Wording};
use crate::print::model::choice::{Edge, Look};
use crate::print::model::display_list::{Ink, Role};
use crate::print::model::geometry::{Area, BLEED_MM, EDGE_MM};
use crate::print::model::kit::Kit;
use crate::print::model::style::Measure;

/// Between the names and the emblem.
const EMBLEM_GAP_MM: f32 = 5.0;

/// Widest emblem, as a multiple of its height.
const EMBLEM_WIDTH: f32 = 2.0;

/// Between the right edge of a band and what stands in it, on a sheet.
const INSET_MM: f32 = 7.0;

/// The measures of a head.
#[derive(Debug, Clone, Copy)]
pub struct HeadStyle {
    /// Between what stands in a band and the band's edges.
    pub padding_mm: f32,
    /// Between the names and the line below them, in the look that has one.
    pub above_line_mm: f32,
    /// Thickness of that line.
    pub line_mm: f32,
}

/// On the guide and the signature sheet.
pub const ON_A_SHEET: HeadStyle = HeadStyle { padding_mm: 4.0, above_line_mm: 4.0, line_mm: HEAVY_MM };

/// On a sheet, where title and code need the room.
pub const ON_A_WALL: HeadStyle = HeadStyle { padding_mm: 1.8, above_line_mm: 1.8, line_mm: HEAVY_MM };

/// On a poster, where codes need the room.
pub const ON_A_POSTER: HeadStyle = HeadStyle { padding_mm: 3.6, above_line_mm: 3.0, line_mm: HEAVY_MM };

/// Where a head stands.
#[derive(Debug, Clone)]
pub struct HeadFrame {
    /// From where to where the text of each leaf reaches.
    pub texts: Vec<Span>,
    /// From where to where a band reaches on each leaf.
    pub bands: Vec<Span>,
    /// Where text may begin.
    pub top_mm: f32,
    /// Where the emblem ends, on the last leaf.
    pub right_mm: f32,
}

/// A masthead, broken into lines.
#[derive(Clone)]
pub struct Masthead {
    style: HeadStyle,
    frame: HeadFrame,
    names: Spread,
    /// The emblem's place.
    emblem: Option<Area>,
    text_top_mm: f32,
    /// Height of what stands in it.
    inner_mm: f32,
    /// The upper edge of the band; none where there is a line.
    band_top_mm: Option<f32>,
}

impl Masthead {
    /// These names in this place, and the emblem at a height.
    pub fn new(kit: &Kit, style: HeadStyle, frame: HeadFrame, names: Spread, emblem_mm: f32) -> Self {
        let (look, edge) = (kit.choice.look, kit.choice.edge);
        let band_top_mm = (look == Look::Banner).then_some(-outside_mm(edge));
        let text_top_mm =
            band_top_mm.map_or(frame.top_mm, |top_mm| (top_mm + style.padding_mm).max(frame.top_mm));
        let width_mm = emblem_width_mm(kit, emblem_mm);
        let inner_mm = names.height_mm().max(width_mm.map_or(0.0, |_| emblem_mm));
        let emblem = width_mm.map(|width_mm| {
            let top_mm = text_top_mm + (inner_mm - emblem_mm) / 2.0;
            let right_mm = frame.right_mm;
            Area { left_mm: right_mm - width_mm, top_mm, right_mm, bottom_mm: top_mm + emblem_mm }
        });
        let ink = if look == Look::Banner { Ink::White } else { Ink::Black };
        let names = names.inked(ink);
        Self { style, frame, names, emblem, text_top_mm, inner_mm, band_top_mm }
    }

    /// On a sheet of one leaf: the organization's names in columns at a size, and the emblem at a height.
    pub fn of_sheet(
        kit: &Kit,
        (names, size_pt): (&Wording, f32),
        (emblem_mm, style): (f32, HeadStyle),
        (grid, columns): (&Grid, Columns),
        measure: &dyn Measure,
    ) -> Self {
        let edge = kit.choice.edge;
        let band = band(Span::new(grid.paper.left_mm, grid.paper.right_mm), edge);
        // In a band that ends before the paper does, not at its very edge.
        let right_mm = match (kit.choice.look, edge) {
            (Look::Banner, Edge::Office) => grid.text.right_mm.min(band.right_mm - INSET_MM),
            _ => grid.text.right_mm,
        };
        let over_mm = columns.whole.right_mm - (right_mm - taken_mm(kit, emblem_mm));
        let names = names.set(size_pt, &columns.shortened(over_mm.max(0.0)), measure);
        let frame =
            HeadFrame { texts: vec![grid.span()], bands: vec![band], top_mm: grid.text.top_mm, right_mm };
        Self::new(kit, style, frame, names.with_role(Role::Heading), emblem_mm)
    }

    /// Where it ends.
    pub fn ends_mm(&self) -> f32 {
        let below_mm =
            if self.band_top_mm.is_some() { self.style.padding_mm } else { self.style.above_line_mm };
        self.text_top_mm + self.inner_mm + below_mm
    }

    /// From where to where its band reaches, in the look that has one.
    pub fn band_mm(&self) -> Option<(f32, f32)> {
        self.band_top_mm.map(|top_mm| (top_mm, self.ends_mm()))
    }

    /// Draws it at the head of a page. Gives back where it ends.
    pub fn draw(&self, canvas: &mut Canvas<'_>, kit: &Kit) -> f32 {
        self.draw_on(std::slice::from_mut(canvas), kit)
    }

    /// The same with a band that reaches down to `bottom_mm`, behind what stands below the names.
    pub fn draw_down_to(&self, canvas: &mut Canvas<'_>, kit: &Kit, bottom_mm: f32) {
        let bottom_mm = if self.band_top_mm.is_some() { bottom_mm } else { self.ends_mm() };
        self.draw_until(std::slice::from_mut(canvas), kit, bottom_mm);
    }

    /// Draws it at the head of the leaves of a sheet. Gives back where it ends.
    pub fn draw_on(&self, leaves: &mut [Canvas<'_>], kit: &Kit) -> f32 {
        self.draw_until(leaves, kit, self.ends_mm())
    }

    fn draw_until(&self, leaves: &mut [Canvas<'_>], kit: &Kit, bottom_mm: f32) -> f32 {
        for (canvas, (text, band)) in leaves.iter_mut().zip(self.frame.texts.iter().zip(&self.frame.bands)) {
            if let Some(top_mm) = self.band_top_mm {
                let area = Area { left_mm: band.left_mm, top_mm, right_mm: band.right_mm, bottom_mm };
                canvas.fill(area, Ink::Accent);
            } else {
                let line_mm = if kit.choice.look == Look::Gallery { HAIRLINE_MM } else { self.style.line_mm };
                canvas.line((text.left_mm, bottom_mm), (text.right_mm, bottom_mm), line_mm);
            }
        }
        // Short names stand in the middle, beside the emblem.
        let slack_mm = self.inner_mm - self.names.height_mm();
        self.names.draw_on(leaves, self.text_top_mm + slack_mm / 2.0);
        let ink = if self.band_top_mm.is_some() { Ink::White } else { Ink::Black };
        if let (Some(emblem), Some(area), Some(canvas)) = (&kit.emblem, self.emblem, leaves.last_mut()) {
            canvas.emblem(emblem, area, ink);
        }
        bottom_mm
    }
}

/// What the emblem takes of the names' room at a height, the white before it included.
pub fn taken_mm(kit: &Kit, emblem_mm: f32) -> f32 {
    emblem_width_mm(kit, emblem_mm).map_or(0.0, |width_mm| width_mm + EMBLEM_GAP_MM)
}

fn emblem_width_mm(kit: &Kit, height_mm: f32) -> Option<f32> {
    kit.emblem.as_ref().map(|emblem| emblem.width_mm(height_mm).min(EMBLEM_WIDTH * height_mm))
}

/// How far a band reaches beyond the paper: over its edge where it is cut, not to it where a printer leaves it white.
pub const fn outside_mm(edge: Edge) -> f32 {
    match edge {
        Edge::Office => -EDGE_MM,
        Edge::PrintShop => BLEED_MM,
    }
}

/// From where to where a band reaches on a paper.
pub fn band(paper: Span, edge: Edge) -> Span {
    paper.after(-outside_mm(edge)).before(-outside_mm(edge))
}
