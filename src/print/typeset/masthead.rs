//! The head of a page in both looks: whose stand it is, and the union's emblem.

use super::canvas::{Canvas, HEAVY_MM};
use super::grid::{Columns, Grid};
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

/// Between the text and the edges of the band; between the text and the line below it.
const PADDING_MM: f32 = 4.0;

/// Between the right edge of a band and what stands in it.
const INSET_MM: f32 = 7.0;

/// Where the names and the emblem end on the right: in a band that ends before the paper does, not at its very edge.
fn right_mm(kit: &Kit, grid: &Grid) -> f32 {
    match (kit.choice.look, kit.choice.edge) {
        (Look::Banner, Edge::Office) => grid.text.right_mm.min(grid.paper.right_mm - EDGE_MM - INSET_MM),
        _ => grid.text.right_mm,
    }
}

/// A masthead, broken into lines.
pub struct Masthead {
    names: Spread,
    /// Height of the emblem; none is none.
    emblem_mm: f32,
    look: Look,
    edge: Edge,
}

impl Masthead {
    /// The organization's names in columns at a size, and the emblem at a height.
    pub fn set(
        kit: &Kit,
        (names, size_pt): (&Wording, f32),
        emblem_mm: f32,
        (grid, columns): (&Grid, Columns),
        measure: &dyn Measure,
    ) -> Self {
        let emblem_mm = if kit.emblem.is_some() { emblem_mm } else { 0.0 };
        let taken_mm = kit
            .emblem
            .as_ref()
            .map_or(0.0, |emblem| emblem.width_mm(emblem_mm).min(EMBLEM_WIDTH * emblem_mm) + EMBLEM_GAP_MM);
        let (look, edge) = (kit.choice.look, kit.choice.edge);
        let ink = if look == Look::Banner { Ink::White } else { Ink::Black };
        let over_mm = columns.whole.x_mm + columns.whole.width_mm - (right_mm(kit, grid) - taken_mm);
        let names = names.set(size_pt, &columns.shortened(over_mm.max(0.0)), measure);
        Self { names: names.with_role(Role::Heading).inked(ink), emblem_mm, look, edge }
    }

    /// Height of what stands in it.
    fn inner_mm(&self) -> f32 {
        self.names.height_mm().max(self.emblem_mm)
    }

    /// Space above what stands in it, below the head of the paper.
    fn above_mm(&self) -> f32 {
        match (self.look, self.edge) {
            (Look::Plain, _) => EDGE_MM + 1.0,
            (Look::Banner, Edge::Office) => EDGE_MM + PADDING_MM,
            (Look::Banner, Edge::PrintShop) => EDGE_MM + 1.0,
        }
    }

    /// How much of a sheet it takes at its head.
    pub fn head_mm(&self) -> f32 {
        self.above_mm() + self.inner_mm() + PADDING_MM
    }

    /// Draws it at the head of a sheet. Gives back where it ends.
    pub fn draw_at_head(&self, canvas: &mut Canvas<'_>, kit: &Kit, grid: &Grid) -> f32 {
        let paper = grid.paper;
        let end_mm = paper.top_mm + self.head_mm();
        let band = match self.edge {
            Edge::Office => Area {
                left_mm: paper.left_mm + EDGE_MM,
                top_mm: paper.top_mm + EDGE_MM,
                right_mm: paper.right_mm - EDGE_MM,
                bottom_mm: end_mm,
            },
            Edge::PrintShop => Area {
                left_mm: paper.left_mm - BLEED_MM,
                top_mm: paper.top_mm - BLEED_MM,
                right_mm: paper.right_mm + BLEED_MM,
                bottom_mm: end_mm,
            },
        };
        self.draw(canvas, kit, grid, (band, paper.top_mm + self.above_mm()));
        end_mm
    }

    fn draw(&self, canvas: &mut Canvas<'_>, kit: &Kit, grid: &Grid, (band, top_mm): (Area, f32)) {
        let ink = match self.look {
            Look::Banner => {
                canvas.fill(band, Ink::Accent);
                Ink::White
            }
            Look::Plain => {
                let text = grid.text;
                canvas.line((text.left_mm, band.bottom_mm), (text.right_mm, band.bottom_mm), HEAVY_MM);
                Ink::Black
            }
        };
        let slack_mm = self.inner_mm() - self.names.height_mm();
        self.names.draw(canvas, top_mm + slack_mm / 2.0);
        if let Some(emblem) = &kit.emblem {
            let width_mm = emblem.width_mm(self.emblem_mm).min(EMBLEM_WIDTH * self.emblem_mm);
            let right_mm = right_mm(kit, grid);
            let area = Area {
                left_mm: right_mm - width_mm,
                top_mm: top_mm + (self.inner_mm() - self.emblem_mm) / 2.0,
                right_mm,
                bottom_mm: top_mm + (self.inner_mm() + self.emblem_mm) / 2.0,
            };
            canvas.emblem(emblem, area, ink);
        }
    }
}
