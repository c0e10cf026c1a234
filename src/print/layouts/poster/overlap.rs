//! How the two leaves of a poster are put together: words beside the marks, and how it is done.

use super::format::{CUT_MM, NUMBER_MM, PosterFormat, SEAM_MM};
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas};
use crate::print::typeset::line_break::wrap;

/// Between a mark and its words, and between those and what stands beside them.
const FROM_MARK_MM: f32 = 1.2;
const GAP_MM: f32 = 4.0;

/// The words on both leaves.
pub(super) struct Overlap {
    /// At the line on which the right leaf is laid.
    paste: Block,
    paste_mm: f32,
    /// At the line along which it is cut.
    cut: Block,
    /// How it is done, behind that.
    how: Block,
    how_left_mm: f32,
}

impl Overlap {
    pub fn set(format: &PosterFormat, style: Style, measure: &dyn Measure) -> Self {
        let both = |key: &str| format!("{} / {}", say(Lang::Kk, key), say(Lang::Ru, key));
        let (paste, cut) = (both("label-paste"), both("label-cut"));
        let width_mm = |text: &str| measure.width_mm(text, style);
        let line = |text: &str| Block::new(text, style, width_mm(text) + 1.0, wrap, measure);
        let how_left_mm = CUT_MM + FROM_MARK_MM + width_mm(&cut) + GAP_MM;
        let how_mm = format.leaves[1].right_mm - NUMBER_MM - how_left_mm;
        Self {
            paste_mm: width_mm(&paste),
            paste: line(&paste),
            cut: line(&cut),
            how: Block::new(&both("label-overlap"), style, how_mm, wrap, measure),
            how_left_mm,
        }
    }

    /// What it takes of the left leaf's last line.
    pub fn paste_mm(&self) -> f32 {
        self.paste_mm + GAP_MM
    }

    pub fn height_mm(&self) -> f32 {
        self.how.height_mm()
    }

    /// Draws it on both leaves below `top_mm`.
    pub fn draw(&self, leaves: &mut [Canvas<'_>], top_mm: f32) {
        leaves[0].block(&self.paste, SEAM_MM - FROM_MARK_MM - self.paste_mm, top_mm);
        leaves[1].block(&self.cut, CUT_MM + FROM_MARK_MM, top_mm);
        leaves[1].block(&self.how, self.how_left_mm, top_mm);
    }
}
