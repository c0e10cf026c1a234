//! How the codes of a poster are arranged: one grid for all its pages, chosen from their titles.

use super::cell::Cell;
use super::format::PosterFormat;
use super::rows;
use super::rows::Lane;
use crate::domain::Code;
use crate::print::model::geometry::count_f32;
use crate::print::model::style::Measure;
use crate::print::typeset::canvas::Block;
use crate::print::typeset::grid::Span;
use crate::print::typeset::titled_code::TitledCode;

/// Sizes of the address; below the last it is broken into lines.
pub(super) const ADDRESS_PT: [f32; 4] = [11.0, 10.0, 9.0, 8.0];

/// Most lines of a title below its code; a longer one stands beside its code, in a row of its own.
const LINES_BELOW: usize = 6;

/// Least width of a title.
const TEXT_MIN_MM: f32 = 36.0;

/// What a blank page would cost, in millimetres of a code's side.
const BLANK: f32 = 30.0;

/// Sizes of titles that have no place otherwise: words longer than a line, or more lines than a page holds.
const LAST_PT: [f32; 6] = [14.0, 12.0, 10.0, 9.0, 8.0, 7.0];

/// How many sizes of codes are skipped where titles stand beside them.
const BESIDE_STEP: usize = 2;

/// How much higher than their code the words of a long title may be beside it in a column; higher ones have a row of
/// their own.
const BESIDE_MOST: f32 = 1.15;

/// Letters of a title that may have a row of its own.
const LONG: usize = 80;

/// Where the titles of a code stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Titles {
    /// Below the code: a grid.
    Below,
    /// To the right of the code: a list with lines between its rows.
    Beside,
}

/// Between the things in a cell, on A4.
pub(super) const GAP_MM: f32 = 1.1;

/// Above and below words that are higher than the code beside them: not too near to a line.
pub(super) const PADDING_MM: f32 = 1.5;

/// Between rows, on A4.
pub(super) const ROW_GAP_MM: f32 = 2.6;

/// The grid of a poster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct GridPlan {
    pub titles: Titles,
    /// Columns on a leaf.
    pub columns: usize,
    pub title_pt: f32,
    pub code_mm: f32,
}

/// The height that is free for rows, on the first page and on each page after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowSpace {
    /// Side of the shelf's own code, which takes the rest of the first page.
    pub shelf_mm: f32,
    pub first_mm: f32,
    pub again_mm: f32,
    /// What speaks against it, in millimetres of a code's side.
    pub cost_mm: f32,
}

/// A plan with what speaks for it.
struct Offer {
    plan: GridPlan,
    lanes: Vec<Lane>,
    /// Which of the rooms.
    room: usize,
    pages: usize,
    score: f32,
}

/// The shelf as far as a plan must know it.
pub(super) struct GridSearch<'e> {
    pub entries: &'e [TitledCode],
    pub format: &'static PosterFormat,
    pub measure: &'e dyn Measure,
}

impl GridSearch<'_> {
    /// The best plan with its lanes, and the number of the room that it is for. Fewest pages first; then the largest codes and titles.
    ///
    /// # Errors
    /// The document whose titles fit on no page.
    pub fn best(&self, rooms: &[RowSpace]) -> Result<(usize, GridPlan, Vec<Lane>), Code> {
        let mut best: Option<Offer> = None;
        for grid in self.grids() {
            let mut below = None;
            // Beside its code a title is counted again for each size of it.
            let step = if grid.titles == Titles::Below { 1 } else { BESIDE_STEP };
            for code_mm in self.format.codes_mm().step_by(step) {
                let plan = GridPlan { code_mm, ..grid };
                // Below its code a title has the same lines whatever the code's size.
                let words_mm = match plan.titles {
                    Titles::Below => below.get_or_insert_with(|| self.words_mm(&plan)).clone(),
                    Titles::Beside => self.words_mm(&plan),
                };
                // Where a code has no room, a larger one has none; but words beside it may be as high as it.
                let rows = words_mm.and_then(|words_mm| self.rows_mm(&plan, &words_mm));
                let Some((lanes, rows_mm)) = rows else {
                    if plan.titles == Titles::Below {
                        break;
                    }
                    continue;
                };
                let mut hopeful = false;
                for (number, room) in rooms.iter().enumerate() {
                    let Some(pages) = rows::pages(&rows_mm, self.row_gap_mm(), room) else { continue };
                    if best.as_ref().is_some_and(|best| pages > best.pages) {
                        continue;
                    }
                    hopeful = true;
                    let score = self.score(&plan, &lanes, room);
                    // What stays blank only speaks against it.
                    if best.as_ref().is_some_and(|best| pages == best.pages && score <= best.score) {
                        continue;
                    }
                    let (_, blank) = rows::flow(&rows_mm, self.row_gap_mm(), room);
                    let score = score - BLANK * blank;
                    let better = best
                        .as_ref()
                        .is_none_or(|best| pages < best.pages || (pages == best.pages && score > best.score));
                    if better {
                        best = Some(Offer { plan, lanes: lanes.clone(), room: number, pages, score });
                    }
                }
                if !hopeful {
                    break;
                }
            }
        }
        best.map_or_else(|| self.last(rooms), |offer| Ok((offer.room, offer.plan, offer.lanes)))
    }

    /// Every plan that may be thought of, but for the size of the codes.
    fn grids(&self) -> impl Iterator<Item = GridPlan> {
        let format = self.format;
        let kinds = [Titles::Below, Titles::Beside];
        let grids = kinds
            .into_iter()
            .flat_map(|titles| (1..=format.columns_max).map(move |columns| (titles, columns)));
        // Alone in its row, a title stands beside its code.
        let grids = grids.filter(|grid| *grid != (Titles::Below, 1));
        grids.flat_map(|(titles, columns)| {
            let sizes = format.titles_pt.iter();
            sizes.map(move |title_pt| GridPlan { titles, columns, title_pt: *title_pt, code_mm: 0.0 })
        })
    }

    /// What speaks for a plan beside its number of pages: large codes, large titles, and no hole in a row.
    fn score(&self, plan: &GridPlan, lanes: &[Lane], room: &RowSpace) -> f32 {
        let leaves = self.format.leaves.len();
        let taken: usize = lanes
            .iter()
            .map(|lane| if let Lane::Columns(numbers) = lane { numbers.len() } else { plan.columns })
            .sum();
        let holes = lanes.len().div_ceil(leaves) * leaves * plan.columns - taken;
        let sizes = plan.code_mm + 2.0 * plan.title_pt + 0.25 * room.shelf_mm;
        sizes / self.format.scale - 3.0 * count_f32(holes) - room.cost_mm
    }

    fn row_gap_mm(&self) -> f32 {
        ROW_GAP_MM * self.format.scale
    }

    /// How high the words of each cell are; none of one that needs a row of its own, and none at all where a column
    /// is too narrow.
    fn words_mm(&self, plan: &GridPlan) -> Option<Vec<Option<f32>>> {
        let span = plan.column(self.format, 0);
        let is_wide = |entry: &TitledCode| plan.text(entry, span, self.format).width_mm() >= TEXT_MIN_MM;
        if !self.entries.iter().all(is_wide) {
            return None;
        }
        let words_mm = |entry: &TitledCode| {
            self.words_of_mm(plan, entry).filter(|words_mm| {
                let most_mm = BESIDE_MOST * entry.symbol.zone_mm(plan.code_mm);
                let is_free = plan.titles == Titles::Below || plan.is_list() || !is_long(entry);
                is_free || words_mm + 2.0 * PADDING_MM <= most_mm
            })
        };
        Some(self.entries.iter().map(words_mm).collect())
    }

    /// How high the words of a cell are; none where a word would be broken, or a title is too long to stand below
    /// its code.
    fn words_of_mm(&self, plan: &GridPlan, entry: &TitledCode) -> Option<f32> {
        let width_mm = plan.text(entry, plan.column(self.format, 0), self.format).width_mm();
        let mut titles_mm = 0.0;
        for title in &entry.titles {
            let lines = title.lines(plan.title_pt, width_mm, self.measure)?;
            if plan.titles == Titles::Below && lines > LINES_BELOW {
                return None;
            }
            titles_mm += title.height_mm(lines, plan.title_pt) + plan.gap_mm(self.format);
        }
        let sizes_pt = ADDRESS_PT.map(|size_pt| size_pt * self.format.scale);
        Some(titles_mm + entry.address_mm(&sizes_pt, width_mm, self.measure))
    }

    /// The lanes and the heights of the rows; none where a code is too wide, or a title would need a row of its own
    /// that is not long, or one of many that are.
    fn rows_mm(&self, plan: &GridPlan, words_mm: &[Option<f32>]) -> Option<(Vec<Lane>, Vec<f32>)> {
        let pitch_mm = plan.column(self.format, 0).width_mm() + self.format.gutter_mm();
        let fits = |entry: &TitledCode| {
            let (side_mm, quiet_mm) = (plan.code_mm, entry.symbol.quiet_mm(plan.code_mm));
            let mut columns =
                (0..plan.columns * self.format.leaves.len()).map(|number| plan.column(self.format, number));
            entry.symbol.zone_mm(side_mm) <= pitch_mm
                && columns
                    .all(|span| side_mm <= span.width_mm() && self.format.holds(span, (side_mm, quiet_mm)))
        };
        let alone: Vec<bool> = words_mm.iter().map(Option::is_none).collect();
        let many = 2 * alone.iter().filter(|alone| **alone).count() > alone.len();
        let may = |(entry, alone): (&TitledCode, &bool)| !alone || (!plan.is_list() && is_long(entry));
        if many || !self.entries.iter().zip(&alone).all(may) || !self.entries.iter().all(fits) {
            return None;
        }
        let mut cells_mm = Vec::with_capacity(words_mm.len());
        for (entry, words_mm) in self.entries.iter().zip(words_mm) {
            let list = plan.alone();
            cells_mm.push(match words_mm {
                Some(words_mm) => plan.cell_mm(entry, *words_mm),
                None => list.cell_mm(entry, self.words_of_mm(&list, entry)?),
            });
        }
        let lanes = rows::lanes(&alone, plan.columns);
        let rows_mm = rows_mm(&lanes, self.format, &cells_mm);
        Some((lanes, rows_mm))
    }

    /// A list with the smallest titles that are needed, their words broken where they must be.
    fn last(&self, rooms: &[RowSpace]) -> Result<(usize, GridPlan, Vec<Lane>), Code> {
        let room = rooms.len() - 1;
        let (room_mm, mut longest) = (rooms[room].again_mm, None);
        for title_pt in LAST_PT {
            let plan =
                GridPlan { titles: Titles::Beside, columns: 1, title_pt, code_mm: self.format.code_mm.0 };
            let cells = self.entries.iter().map(|entry| Cell::set(entry, &plan, self.format, self.measure));
            longest = cells.into_iter().find(|cell| cell.height_mm > room_mm).map(|cell| cell.entry.name);
            if longest.is_none() {
                return Ok((room, plan, rows::lanes(&vec![false; self.entries.len()], 1)));
            }
        }
        Err(longest.unwrap_or_else(|| self.entries[0].name))
    }
}

impl GridPlan {
    /// The place of a column of the whole sheet.
    pub fn column(&self, format: &PosterFormat, number: usize) -> Span {
        let (leaf, number) = (number / self.columns, number % self.columns);
        format.leaves[leaf].column(number, self.columns, format.gutter_mm())
    }

    /// The same plan for a title in a row of its own.
    pub const fn alone(&self) -> Self {
        Self { titles: Titles::Beside, columns: 1, ..*self }
    }

    /// Whether each code has a row of its own on its leaf.
    fn is_list(&self) -> bool {
        self.titles == Titles::Beside && self.columns == 1
    }

    pub fn gap_mm(&self, format: &PosterFormat) -> f32 {
        GAP_MM * format.scale
    }

    /// Where the words of a cell stand.
    pub fn text(&self, entry: &TitledCode, span: Span, format: &PosterFormat) -> Span {
        match self.titles {
            Titles::Below => span,
            Titles::Beside => span.after(self.code_mm + entry.symbol.quiet_mm(self.code_mm) + format.scale),
        }
    }

    pub fn address(
        &self,
        entry: &TitledCode,
        text: Span,
        format: &PosterFormat,
        measure: &dyn Measure,
    ) -> Block {
        entry.address(&ADDRESS_PT.map(|size_pt| size_pt * format.scale), text.width_mm(), measure)
    }

    /// How high a cell is, with words of a height.
    pub fn cell_mm(&self, entry: &TitledCode, words_mm: f32) -> f32 {
        let zone_mm = entry.symbol.zone_mm(self.code_mm);
        match self.titles {
            Titles::Below => zone_mm + words_mm,
            Titles::Beside => zone_mm.max(words_mm + 2.0 * PADDING_MM),
        }
    }
}

/// Whether a title is so long that it may have a row of its own.
fn is_long(entry: &TitledCode) -> bool {
    entry.titles.iter().any(|title| title.text.chars().count() >= LONG)
}

/// The heights of rows: each as high as its highest cell.
pub(super) fn rows_mm(lanes: &[Lane], format: &PosterFormat, cells_mm: &[f32]) -> Vec<f32> {
    let highest_mm =
        |row: &[Lane]| row.iter().flat_map(Lane::numbers).map(|number| cells_mm[*number]).fold(0.0, f32::max);
    lanes.chunks(format.leaves.len()).map(highest_mm).collect()
}
