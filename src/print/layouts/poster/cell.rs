//! A cell of a poster: one code with its titles and its address.

use super::format::PosterFormat;
use super::plan::{GridPlan, PADDING_MM, Titles};
use crate::print::model::display_list::DrawnCode;
use crate::print::model::style::Measure;
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::grid::Span;
use crate::print::typeset::titled_code::TitledCode;

/// A code with its words broken into lines.
pub(super) struct Cell<'e> {
    /// What it is of.
    pub entry: &'e TitledCode,
    titles: Vec<Block>,
    address: Block,
    /// How high it is.
    pub height_mm: f32,
}

impl<'e> Cell<'e> {
    pub fn set(entry: &'e TitledCode, plan: &GridPlan, format: &PosterFormat, measure: &dyn Measure) -> Self {
        let text = plan.text(entry, plan.column(format, 0), format);
        let titles =
            entry.titles.iter().map(|title| title.block(plan.title_pt, text.width_mm(), measure).tight());
        let titles: Vec<Block> = titles.collect();
        let address = plan.address(entry, text, format, measure);
        let titles_mm: f32 = titles.iter().map(|title| title.height_mm() + plan.gap_mm(format)).sum();
        let height_mm = plan.cell_mm(entry, titles_mm + address.height_mm());
        Self { entry, titles, address, height_mm }
    }

    /// Size of its address.
    pub const fn address_pt(&self) -> f32 {
        self.address.style.size_pt
    }

    /// The cell with its address in a size that is not larger: all of them look alike.
    pub fn with_address(
        mut self,
        size_pt: f32,
        (plan, format): (&GridPlan, &PosterFormat),
        measure: &dyn Measure,
    ) -> Self {
        let text = plan.text(self.entry, plan.column(format, 0), format);
        self.address = self.entry.address(&[size_pt], text.width_mm(), measure);
        self
    }

    /// Draws it in a column, below `top_mm`; its address in a grid is as high as all of them.
    pub fn draw(
        &self,
        canvas: &mut Canvas<'_>,
        plan: &GridPlan,
        format: &PosterFormat,
        (span, top_mm): (Span, f32),
    ) {
        let (symbol, gap_mm) = (&self.entry.symbol, plan.gap_mm(format));
        let (quiet_mm, zone_mm) = (symbol.quiet_mm(plan.code_mm), symbol.zone_mm(plan.code_mm));
        let text = plan.text(self.entry, span, format);
        let corner = (span.left_mm, top_mm + quiet_mm);
        let code = DrawnCode::new(self.entry.name, symbol, corner, plan.code_mm);
        canvas.code(code.described(self.entry.alternative()));
        let titles = |canvas: &mut Canvas<'_>, y_mm: f32| {
            self.titles.iter().fold(y_mm, |y_mm, title| canvas.block(title, text.left_mm, y_mm) + gap_mm)
        };
        match plan.titles {
            Titles::Below => {
                let y_mm = canvas.block(&self.address, span.left_mm, top_mm + zone_mm);
                titles(canvas, y_mm + gap_mm);
            }
            Titles::Beside => {
                let titles_mm: f32 = self.titles.iter().map(|title| title.height_mm() + gap_mm).sum();
                let words_mm = titles_mm + self.address.height_mm();
                // Level with the code; words that are higher than the code stand in the middle of the row.
                let (from_mm, to_mm) = if words_mm <= plan.code_mm {
                    (quiet_mm, quiet_mm + plan.code_mm)
                } else {
                    let from_mm = ((zone_mm - words_mm) / 2.0).max(PADDING_MM);
                    (from_mm, from_mm + words_mm)
                };
                titles(canvas, top_mm + from_mm);
                canvas.block(&self.address, text.left_mm, top_mm + to_mm - self.address.height_mm());
            }
        }
    }
}
