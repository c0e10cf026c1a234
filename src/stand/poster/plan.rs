//! How the codes of a poster are arranged: one grid for all its pages, chosen from their titles.

use super::cell::Cell;
use super::format::{Format, Span};
use crate::domain::Code;
use crate::stand::canvas::Block;
use crate::stand::entry::Entry;
use crate::stand::layout::Measure;
use crate::stand::sheet::modules;

/// Sizes of the address; below the last it is broken into lines.
pub(super) const ADDRESS_PT: [f32; 4] = [11.0, 10.0, 9.0, 8.0];

/// Most lines of a title below its code; where one is longer, the titles stand beside the codes.
const LINES_BELOW: usize = 6;

/// Least width of a title.
const TEXT_MIN_MM: f32 = 36.0;

/// What a blank page would cost, in millimetres of a code's side.
const BLANK: f32 = 30.0;

/// Sizes of titles that have no place otherwise: words longer than a line, or more lines than a page holds.
const LAST_PT: [f32; 6] = [14.0, 12.0, 10.0, 9.0, 8.0, 7.0];

/// How many sizes of codes are skipped where titles stand beside them.
const BESIDE_STEP: usize = 2;

/// Where the titles of a code stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Titles {
    /// Below the code: a grid.
    Below,
    /// To the right of the code: a list with lines between its rows.
    Beside,
}

/// Between the things in a cell, on A4.
pub(super) const GAP_MM: f32 = 0.8;

/// Above and below words that are higher than the code beside them: not too near to a line.
pub(super) const PADDING_MM: f32 = 1.5;

/// Between rows, and between columns, on A4.
pub(super) const ROW_GAP_MM: f32 = 2.0;
pub(super) const GUTTER_MM: f32 = 8.0;

/// The grid of a poster.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Plan {
    pub titles: Titles,
    /// Columns on a leaf.
    pub columns: usize,
    pub title_pt: f32,
    pub code_mm: f32,
}

/// The height that is free for rows, on the first page and on each page after it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Side of the shelf's own code, which takes the rest of the first page.
    pub shelf_mm: f32,
    pub first_mm: f32,
    pub again_mm: f32,
}

/// A plan with what speaks for it.
struct Offer {
    plan: Plan,
    /// Which of the rooms.
    room: usize,
    pages: usize,
    score: f32,
}

/// The shelf as far as a plan must know it.
pub(super) struct Load<'e> {
    pub entries: &'e [Entry],
    pub format: &'static Format,
    pub measure: &'e dyn Measure,
}

impl Load<'_> {
    /// The best plan, and the number of the room that it is for. Fewest pages first; then the largest codes and titles.
    ///
    /// # Errors
    /// The document whose titles fit on no page.
    pub fn best(&self, rooms: &[Room]) -> Result<(usize, Plan), Code> {
        let mut best: Option<Offer> = None;
        for grid in self.grids() {
            let mut below = None;
            // Beside its code a title is counted again for each size of it.
            let step = if grid.titles == Titles::Below { 1 } else { BESIDE_STEP };
            for code_mm in self.format.codes_mm().step_by(step) {
                let plan = Plan { code_mm, ..grid };
                // Below its code a title has the same lines whatever the code's size.
                let words_mm = match plan.titles {
                    Titles::Below => below.get_or_insert_with(|| self.words_mm(&plan)).clone(),
                    Titles::Beside => self.words_mm(&plan),
                };
                // Where a code has no room, a larger one has none; nor has it fewer pages.
                let Some(rows_mm) = words_mm.and_then(|words_mm| self.rows_mm(&plan, &words_mm)) else {
                    break;
                };
                let mut hopeful = false;
                for (number, room) in rooms.iter().enumerate() {
                    let Some((pages, blank)) = fill(&rows_mm, self.row_gap_mm(), room) else { continue };
                    hopeful |= best.as_ref().is_none_or(|best| pages <= best.pages);
                    let score = self.score(&plan, room) - BLANK * blank;
                    let better = best
                        .as_ref()
                        .is_none_or(|best| pages < best.pages || (pages == best.pages && score > best.score));
                    if better {
                        best = Some(Offer { plan, room: number, pages, score });
                    }
                }
                if !hopeful {
                    break;
                }
            }
        }
        best.map_or_else(|| self.last(rooms), |offer| Ok((offer.room, offer.plan)))
    }

    /// Every plan that may be thought of, but for the size of the codes.
    fn grids(&self) -> impl Iterator<Item = Plan> {
        let format = self.format;
        let kinds = [Titles::Below, Titles::Beside];
        let grids =
            kinds.into_iter().flat_map(|titles| (1..=format.columns).map(move |columns| (titles, columns)));
        // Alone in its row, a title stands beside its code.
        let grids = grids.filter(|grid| *grid != (Titles::Below, 1));
        grids.flat_map(|(titles, columns)| {
            let sizes = format.titles_pt.iter();
            sizes.map(move |title_pt| Plan { titles, columns, title_pt: *title_pt, code_mm: 0.0 })
        })
    }

    /// What speaks for a plan beside its number of pages: large codes, large titles, and no hole in the last row.
    fn score(&self, plan: &Plan, room: &Room) -> f32 {
        let in_row = plan.columns * self.format.leaves.len();
        let holes = self.entries.len().div_ceil(in_row) * in_row - self.entries.len();
        let sizes = plan.code_mm + 2.0 * plan.title_pt + 0.25 * room.shelf_mm;
        sizes / self.format.scale - 3.0 * modules(holes)
    }

    fn row_gap_mm(&self) -> f32 {
        ROW_GAP_MM * self.format.scale
    }

    /// How high the words of each cell are; none where a word would be broken, or a title is too long to stand below
    /// its code.
    fn words_mm(&self, plan: &Plan) -> Option<Vec<f32>> {
        let span = plan.column(self.format, 0).1;
        let words_mm = |entry: &Entry| {
            let width_mm = plan.text(entry, span, self.format).width_mm();
            if width_mm < TEXT_MIN_MM {
                return None;
            }
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
        };
        self.entries.iter().map(words_mm).collect()
    }

    /// The heights of the rows; none where a code is too wide.
    fn rows_mm(&self, plan: &Plan, words_mm: &[f32]) -> Option<Vec<f32>> {
        let pitch_mm = plan.column(self.format, 0).1.width_mm() + GUTTER_MM * self.format.scale;
        let fits = |entry: &Entry| {
            let (side_mm, quiet_mm) = (plan.code_mm, entry.symbol.quiet_mm(plan.code_mm));
            let mut columns = (0..plan.in_row(self.format)).map(|number| plan.column(self.format, number));
            entry.symbol.zone_mm(side_mm) <= pitch_mm
                && columns.all(|(leaf, span)| {
                    side_mm <= span.width_mm() && self.format.holds(leaf, span.left_mm, (side_mm, quiet_mm))
                })
        };
        if !self.entries.iter().all(fits) {
            return None;
        }
        let cells = self.entries.iter().zip(words_mm).map(|(entry, words_mm)| plan.cell_mm(entry, *words_mm));
        Some(rows_mm(plan, self.format, &cells.collect::<Vec<_>>()))
    }

    /// A list with the smallest titles that are needed, their words broken where they must be.
    fn last(&self, rooms: &[Room]) -> Result<(usize, Plan), Code> {
        let room = rooms.len() - 1;
        let (room_mm, mut longest) = (rooms[room].again_mm, None);
        for title_pt in LAST_PT {
            let plan = Plan { titles: Titles::Beside, columns: 1, title_pt, code_mm: self.format.code_mm.0 };
            let cells = self.entries.iter().map(|entry| Cell::set(entry, &plan, self.format, self.measure));
            longest = cells.into_iter().find(|cell| cell.height_mm > room_mm).map(|cell| cell.entry.name);
            if longest.is_none() {
                return Ok((room, plan));
            }
        }
        Err(longest.unwrap_or_else(|| self.entries[0].name))
    }
}

impl Plan {
    /// The leaf and the place of a column of the whole sheet.
    pub fn column(&self, format: &Format, number: usize) -> (usize, Span) {
        let (leaf, number) = (number / self.columns, number % self.columns);
        (leaf, format.leaves[leaf].column(number, self.columns, GUTTER_MM * format.scale))
    }

    /// Columns of the whole sheet.
    pub const fn in_row(&self, format: &Format) -> usize {
        self.columns * format.leaves.len()
    }

    pub fn gap_mm(&self, format: &Format) -> f32 {
        GAP_MM * format.scale
    }

    /// Where the words of a cell stand.
    pub fn text(&self, entry: &Entry, span: Span, format: &Format) -> Span {
        match self.titles {
            Titles::Below => span,
            Titles::Beside => span.after(self.code_mm + entry.symbol.quiet_mm(self.code_mm) + format.scale),
        }
    }

    pub fn address(&self, entry: &Entry, text: Span, format: &Format, measure: &dyn Measure) -> Block {
        entry.address(&ADDRESS_PT.map(|size_pt| size_pt * format.scale), text.width_mm(), measure)
    }

    /// How high a cell is, with words of a height.
    pub fn cell_mm(&self, entry: &Entry, words_mm: f32) -> f32 {
        let zone_mm = entry.symbol.zone_mm(self.code_mm);
        match self.titles {
            Titles::Below => zone_mm + words_mm,
            Titles::Beside => zone_mm.max(words_mm + 2.0 * PADDING_MM),
        }
    }
}

/// The heights of rows: each as high as its highest cell.
pub(super) fn rows_mm(plan: &Plan, format: &Format, cells_mm: &[f32]) -> Vec<f32> {
    let highest_mm = |cells_mm: &[f32]| cells_mm.iter().copied().fold(0.0, f32::max);
    cells_mm.chunks(plan.in_row(format)).map(highest_mm).collect()
}

/// How many rows stand on each page; none where the first page would have no row, or a row is higher than a page.
pub(super) fn flow(rows_mm: &[f32], gap_mm: f32, room: &Room) -> Vec<usize> {
    let mut pages = vec![0];
    let mut free_mm = room.first_mm;
    for row_mm in rows_mm {
        if *row_mm > free_mm + 0.01 {
            pages.push(0);
            free_mm = room.again_mm;
        }
        if let Some(rows) = pages.last_mut() {
            *rows += 1;
        }
        free_mm -= row_mm + gap_mm;
    }
    pages
}

/// How many pages the rows fill, and the largest part of one of several that stays blank; of the last one, half of it.
fn fill(rows_mm: &[f32], gap_mm: f32, room: &Room) -> Option<(usize, f32)> {
    if rows_mm.iter().any(|row_mm| *row_mm > room.again_mm) || rows_mm.first()? > &room.first_mm {
        return None;
    }
    let (flow, mut rows, mut blank) = (flow(rows_mm, gap_mm, room), rows_mm.iter(), 0.0_f32);
    let last = flow.len() - 1;
    for (page, count) in flow.iter().enumerate().filter(|_| last > 0) {
        let room_mm = if page == 0 { room.first_mm } else { room.again_mm };
        let taken_mm: f32 = rows.by_ref().take(*count).map(|row_mm| row_mm + gap_mm).sum();
        let weight = if page == last { 0.5 } else { 1.0 };
        blank = blank.max(weight * (1.0 - taken_mm / room_mm));
    }
    Some((flow.len(), blank))
}
