//! The poster: a code and a title for every document on the shelf, and the shelf's own code first.
//!
//! [`format`] holds the papers, [`head`], [`shelf`] and [`foot`] what stands around the documents, [`plan`] chooses one
//! grid for all pages, and [`cell`] sets a code in it.

mod cell;
mod foot;
mod format;
mod head;
mod plan;
mod shelf;

use self::cell::Cell;
use self::foot::Foot;
use self::format::Format;
use self::head::{Head, Turn};
use self::plan::{Load, Plan, ROW_GAP_MM, Room, Titles};
use self::shelf::Shelf;
use super::LayoutError;
use super::canvas::{Block, Canvas, HAIRLINE_MM};
use super::entry::Entry;
use super::kit::{Kit, LANGUAGES};
use super::layout::{Measure, Style, wrap_evenly};
use super::sheet::{Page, modules};
use crate::domain::Lang;
use crate::phrases::say;

/// Most white that is added to a row, on A4.
const LOOSE_MM: f32 = 9.0;

/// Between a line and the quiet zone of a code, which is white already.
const QUIET_GAP_MM: f32 = 0.5;

/// The poster as far as it does not depend on the page.
struct Poster<'k> {
    kit: &'k Kit,
    format: &'static Format,
    measure: &'k dyn Measure,
    heads: [Head; 2],
    foot: Foot,
}

/// The pages of the poster: as many as the shelf needs.
///
/// # Errors
/// See [`LayoutError`].
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let format = Format::of(kit.choice.paper);
    let heads = [Turn::First, Turn::Again].map(|turn| Head::set(kit, format, turn, measure));
    let poster = Poster { kit, format, measure, heads, foot: Foot::set(kit, format, measure) };
    let own = Entry::shelf(kit, measure)?;
    let documents = kit.hanging().map(|document| Entry::document(kit, document, measure));
    let entries = documents.collect::<Result<Vec<_>, _>>()?;
    let sides_mm = format.shelf_mm.iter().copied().filter(|side_mm| {
        format.holds(0, format.leaves[0].left_mm, (*side_mm, own.symbol.quiet_mm(*side_mm)))
    });
    let sides_mm: Vec<f32> = sides_mm.collect();
    let shelf = |side_mm: f32| Shelf::set(&own, side_mm, format, measure);
    let mut shelves: Vec<Shelf<'_>> = sides_mm.iter().map(|side_mm| shelf(*side_mm)).collect();
    // A code beside which the call has no room is too large.
    let least = shelves.len().saturating_sub(1);
    let roomy = shelves.iter().position(Shelf::is_roomy).unwrap_or(least);
    shelves.drain(..roomy);
    if entries.is_empty() {
        return Ok(poster.empty(&shelves[0]));
    }
    let rooms: Vec<Room> = shelves.iter().map(|shelf| poster.room(shelf)).collect();
    let best = Load { entries: &entries, format, measure }.best(&rooms);
    let (number, plan) = best.map_err(|code| LayoutError::TitleTooLong { code })?;
    Ok(poster.drawn(&shelves[number], &rooms[number], &plan, &entries))
}

impl Poster<'_> {
    fn foot_mm(&self) -> f32 {
        self.format.bottom_mm - self.foot.height_mm()
    }

    fn gap_mm(&self) -> f32 {
        ROW_GAP_MM * self.format.scale
    }

    /// Where the rows of the first page begin.
    fn rows_mm(&self, shelf: &Shelf<'_>) -> f32 {
        self.heads[0].ends_mm() + shelf.height_mm() + self.gap_mm() + QUIET_GAP_MM
    }

    fn room(&self, shelf: &Shelf<'_>) -> Room {
        let ends_mm = self.foot_mm() - self.gap_mm();
        Room {
            shelf_mm: shelf.side_mm,
            first_mm: ends_mm - self.rows_mm(shelf),
            again_mm: ends_mm - self.heads[1].ends_mm(),
        }
    }

    /// The leaves of a page with their head, and below it on the first page the shelf's row.
    fn leaves(&self, shelf: &Shelf<'_>, turn: Turn) -> Vec<Canvas<'_>> {
        let bookmark = say(Lang::Kk, "stand-poster");
        let leaf = |_| Canvas::new(self.format.size, bookmark.clone(), self.measure);
        let mut leaves: Vec<Canvas<'_>> = self.format.leaves.iter().map(leaf).collect();
        let head = &self.heads[usize::from(turn == Turn::Again)];
        head.draw(&mut leaves, self.kit, self.format);
        if turn == Turn::First {
            shelf.draw(&mut leaves, self.format, head.ends_mm());
            self.rule(&mut leaves, self.rows_mm(shelf) - QUIET_GAP_MM);
        }
        leaves
    }

    /// A line over all leaves.
    fn rule(&self, leaves: &mut [Canvas<'_>], y_mm: f32) {
        for (canvas, span) in leaves.iter_mut().zip(self.format.leaves) {
            let (from_mm, to_mm) = ((span.left_mm, y_mm), (span.right_mm, y_mm));
            canvas.line(from_mm, to_mm, HAIRLINE_MM);
        }
    }

    fn finish(&self, leaves: Vec<Canvas<'_>>) -> impl Iterator<Item = Page> {
        leaves.into_iter().enumerate().map(|(leaf, mut canvas)| {
            self.format.marks(leaf).into_iter().for_each(|mark| canvas.draw(mark));
            canvas.finish(self.kit)
        })
    }

    /// The poster of a shelf on which nothing hangs yet: its code opens what there will be.
    fn empty(&self, shelf: &Shelf<'_>) -> Vec<Page> {
        let mut leaves = self.leaves(shelf, Turn::First);
        let y_mm = self.rows_mm(shelf) + 4.0 * self.gap_mm();
        for (lang, (leaf, span)) in LANGUAGES.into_iter().zip(self.format.halves()) {
            let style = Style { font: super::layout::Font::Regular, size_pt: 16.0 * self.format.scale };
            let text = say(lang, "label-empty");
            let block = Block::new(&text, style, span.width_mm(), wrap_evenly, self.measure);
            leaves[leaf].block(&block.in_lang(lang), span.left_mm, y_mm);
        }
        self.foot.draw(&mut leaves, self.format, (1, 1));
        self.finish(leaves).collect()
    }

    fn drawn(&self, shelf: &Shelf<'_>, room: &Room, plan: &Plan, entries: &[Entry]) -> Vec<Page> {
        let cell = |entry| Cell::set(entry, plan, self.format, self.measure);
        let cells: Vec<Cell<'_>> = entries.iter().map(cell).collect();
        let cells_mm: Vec<f32> = cells.iter().map(|cell| cell.height_mm).collect();
        let rows_mm = plan::rows_mm(plan, self.format, &cells_mm);
        let flow = plan::flow(&rows_mm, self.gap_mm(), room);
        let loose_mm = self.loose_mm(&rows_mm, &flow, room);
        let mut rows = cells.chunks(plan.in_row(self.format)).zip(&rows_mm);
        // The only document of two glued sheets stands on the right one: the left one has the shelf's code.
        let skipped = if cells.len() == 1 { self.format.leaves.len() - 1 } else { 0 };
        let mut pages = Vec::new();
        for (number, count) in (1..).zip(&flow) {
            let turn = if number == 1 { Turn::First } else { Turn::Again };
            let mut leaves = self.leaves(shelf, turn);
            let first_mm = if number == 1 { self.rows_mm(shelf) } else { self.heads[1].ends_mm() };
            let mut y_mm = first_mm + loose_mm / 2.0;
            for (row, (cells, row_mm)) in rows.by_ref().take(*count).enumerate() {
                if row > 0 && plan.titles == Titles::Beside {
                    self.rule(&mut leaves, y_mm - (self.gap_mm() + loose_mm) / 2.0);
                }
                for (column, cell) in cells.iter().enumerate() {
                    let (leaf, span) = plan.column(self.format, column + skipped);
                    cell.draw(&mut leaves[leaf], plan, self.format, (span, y_mm));
                }
                y_mm += row_mm + self.gap_mm() + loose_mm;
            }
            self.foot.draw(&mut leaves, self.format, (number, flow.len()));
            pages.extend(self.finish(leaves));
        }
        pages
    }

    /// What is added to each row so that the fullest page is full.
    fn loose_mm(&self, rows_mm: &[f32], flow: &[usize], room: &Room) -> f32 {
        let (mut from, mut loose_mm) = (0, LOOSE_MM * self.format.scale);
        for (page, count) in flow.iter().copied().enumerate().filter(|(_, count)| *count > 0) {
            let room_mm = if page == 0 { room.first_mm } else { room.again_mm };
            let taken_mm: f32 = rows_mm[from..from + count].iter().map(|row_mm| row_mm + self.gap_mm()).sum();
            from += count;
            // A last page that is not full must not be stretched.
            loose_mm = loose_mm.min((room_mm + self.gap_mm() - taken_mm) / modules(count));
        }
        loose_mm.max(0.0)
    }
}
