//! The foot of a page: a line, what is said below it in every language, and the check line.

use super::canvas::{Block, Canvas, HAIRLINE_MM};
use super::grid::Span;
use super::trilingual::Spread;
use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};
use crate::print::model::kit::Kit;

/// Between the line and the text below it, on a sheet.
pub const ON_A_SHEET_MM: f32 = 1.5;

/// The same on a poster.
pub const ON_A_POSTER_MM: f32 = 2.2;

/// What stands at the foot of a page, its blocks below each other.
pub struct Footer {
    /// The line above it on each leaf.
    lines: Vec<Span>,
    /// Blocks with their place and how far below the line they begin.
    blocks: Vec<(Span, f32, Block)>,
    height_mm: f32,
}

impl Footer {
    /// A foot with nothing in it: the line above it, and the white below that.
    pub fn below_a_line(lines: &[Span], gap_mm: f32) -> Self {
        Self { lines: lines.to_vec(), blocks: Vec::new(), height_mm: gap_mm }
    }

    /// Adds a text in every language.
    pub fn spread(&mut self, spread: &Spread) {
        for (span, below_mm, block) in spread.placed() {
            self.blocks.push((span, self.height_mm + below_mm, block.clone()));
        }
        self.height_mm += spread.height_mm();
    }

    /// Adds columns of paragraphs side by side, with white after each of them.
    pub fn columns<const N: usize>(&mut self, columns: [(Span, Vec<Block>); N], gap_mm: f32) {
        let mut lowest_mm = self.height_mm;
        for (span, paragraphs) in columns {
            let mut y_mm = self.height_mm;
            for block in paragraphs {
                let height_mm = block.height_mm();
                self.blocks.push((span, y_mm, block));
                y_mm += height_mm + gap_mm;
            }
            lowest_mm = lowest_mm.max(y_mm);
        }
        self.height_mm = lowest_mm;
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, span: Span, block: Block, gap_mm: f32) {
        self.columns([(span, vec![block])], gap_mm);
    }

    /// Its height, from the line above it to its end.
    pub const fn height_mm(&self) -> f32 {
        self.height_mm
    }

    /// Draws it on the leaves of a sheet below `top_mm`.
    pub fn draw_on(&self, leaves: &mut [Canvas<'_>], top_mm: f32) {
        for (canvas, line) in leaves.iter_mut().zip(&self.lines) {
            canvas.line((line.left_mm, top_mm), (line.right_mm, top_mm), HAIRLINE_MM);
        }
        for (span, below_mm, block) in &self.blocks {
            leaves[span.leaf].block(block, span.left_mm, top_mm + below_mm);
        }
    }
}

/// Where the page of a code opens.
pub fn opens(kit: &Kit, lang: Lang) -> String {
    format!("{}.", say_with(lang, "stand-opens-at", &[("host", kit.base.host().into())]))
}

/// When the page was printed.
pub fn printed(kit: &Kit, lang: Lang) -> String {
    let day = dates::day(lang, kit.printed_on, Form::Long);
    format!("{}.", say_with(lang, "stand-printed", &[("day", day.into())]))
}

/// The check line: the day and the revision, by which a wall is a witness of the register.
pub fn check_line(kit: &Kit) -> String {
    format!(
        "{} / {}: {} · {}",
        say(Lang::Kk, "stand-check"),
        say(Lang::Ru, "stand-check"),
        kit.printed_on,
        kit.revision
    )
}
