//! The poster: a code and a title for every document on the shelf, and the shelf's own code first.
//!
//! [`mod@format`] holds the papers, [`head`], [`shelf`] and [`foot`] what stands around the documents, [`overlap`] what two
//! sheets need to become one. [`plan`] chooses one grid for all pages, [`rows`] what stands in its rows, and [`cell`]
//! sets a code in it.

mod cell;
mod foot;
mod format;
mod head;
mod overlap;
mod plan;
mod rows;
mod shelf;

use self::cell::Cell;
use self::foot::Foot;
use self::format::PosterFormat;
use self::head::PagePosition;
use self::plan::{GridPlan, GridSearch, ROW_GAP_MM, RowSpace, Titles};
use self::rows::Lane;
use self::shelf::Shelf;
use crate::domain::Lang;
use crate::phrases::say;
use crate::print::model::LayoutError;
use crate::print::model::choice::LANGUAGES;
use crate::print::model::display_list::Page;
use crate::print::model::geometry::count_f32;
use crate::print::model::kit::Kit;
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HAIRLINE_MM};
use crate::print::typeset::line_break::wrap_evenly;
use crate::print::typeset::masthead::Masthead;
use crate::print::typeset::titled_code::TitledCode;

/// Most white that is added to a row, on A4: a page is filled, not stretched.
const LOOSE_MM: f32 = 9.0;

/// What a foot in small letters would have to be worth, in millimetres of a code's side: more than any size.
const SMALL_FOOT_MM: f32 = 1000.0;

/// Between a line and the quiet zone of a code, which is white already.
const QUIET_GAP_MM: f32 = 0.5;

/// Below the line or the band of the head: the codes there have a white zone of their own.
const BELOW_HEAD_MM: f32 = 0.8;

/// The poster as far as it does not depend on the page.
struct Poster<'k> {
    kit: &'k Kit,
    format: &'static PosterFormat,
    measure: &'k dyn Measure,
    heads: [Masthead; 2],
    feet: [Foot; 2],
}

/// The pages of the poster: as many as the shelf needs.
///
/// # Errors
/// See [`LayoutError`].
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let format = PosterFormat::of(kit.choice.paper);
    let heads = [PagePosition::First, PagePosition::Following]
        .map(|position| head::head(kit, format, position, measure));
    let feet = foot::SIZES_PT.map(|size_pt| Foot::set(kit, format, size_pt, measure));
    let poster = Poster { kit, format, measure, heads, feet };
    let own = TitledCode::shelf(kit, measure)?;
    let documents = kit.posted().map(|document| TitledCode::document(kit, document, measure));
    let entries = documents.collect::<Result<Vec<_>, _>>()?;
    let sides_mm = format.shelf_mm.iter().copied().filter(|side_mm| {
        let code = (*side_mm, own.symbol.quiet_mm(*side_mm));
        format.leaves.iter().all(|span| format.holds(*span, code))
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
    // With each foot each size of the shelf's code.
    let poster = &poster;
    let both = poster.feet.iter().zip([0.0, SMALL_FOOT_MM]);
    let places: Vec<(&Shelf<'_>, &Foot, RowSpace)> = both
        .flat_map(|(foot, cost_mm)| {
            shelves.iter().map(move |shelf| (shelf, foot, poster.room(shelf, foot, cost_mm)))
        })
        .collect();
    let rooms: Vec<RowSpace> = places.iter().map(|(.., room)| *room).collect();
    let best = GridSearch { entries: &entries, format, measure }.best(&rooms);
    let (number, plan, lanes) = best.map_err(|code| LayoutError::TitleTooLong { code })?;
    Ok(poster.drawn(places[number], (&plan, &lanes), &entries))
}

impl Poster<'_> {
    fn gap_mm(&self) -> f32 {
        ROW_GAP_MM * self.format.scale
    }

    /// Where the rows of the first page begin.
    fn rows_mm(&self, shelf: &Shelf<'_>) -> f32 {
        self.head_mm(PagePosition::First) + shelf.height_mm() + self.gap_mm() + QUIET_GAP_MM
    }

    fn room(&self, shelf: &Shelf<'_>, foot: &Foot, cost_mm: f32) -> RowSpace {
        let ends_mm = self.format.bottom_mm - foot.height_mm() - self.gap_mm();
        RowSpace {
            shelf_mm: shelf.side_mm,
            first_mm: ends_mm - self.rows_mm(shelf),
            again_mm: ends_mm - self.head_mm(PagePosition::Following),
            cost_mm,
        }
    }

    fn head(&self, position: PagePosition) -> &Masthead {
        &self.heads[usize::from(position == PagePosition::Following)]
    }

    /// Where what stands below the head of a page may begin.
    fn head_mm(&self, position: PagePosition) -> f32 {
        self.head(position).ends_mm() + BELOW_HEAD_MM
    }

    /// The leaves of a page with their head, and below it on the first page the shelf's row.
    fn leaves(&self, shelf: &Shelf<'_>, position: PagePosition) -> Vec<Canvas<'_>> {
        let bookmark = say(Lang::Kk, "stand-poster");
        let leaf = |_| Canvas::new(self.format.size, bookmark.clone(), self.measure);
        let mut leaves: Vec<Canvas<'_>> = self.format.leaves.iter().map(leaf).collect();
        let head = self.head(position);
        head.draw_on(&mut leaves, self.kit);
        if position == PagePosition::First {
            shelf.draw(&mut leaves, self.format, self.head_mm(position));
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

    fn finish(&self, leaves: Vec<Canvas<'_>>, position: PagePosition) -> impl Iterator<Item = Page> {
        let band_mm = self.head(position).band_mm();
        leaves.into_iter().enumerate().map(move |(leaf, mut canvas)| {
            self.format.marks(leaf, band_mm).into_iter().for_each(|mark| canvas.draw(mark));
            canvas.finish(self.kit)
        })
    }

    /// The poster of a shelf on which nothing hangs yet: its code opens what there will be.
    fn empty(&self, shelf: &Shelf<'_>) -> Vec<Page> {
        let mut leaves = self.leaves(shelf, PagePosition::First);
        let y_mm = self.rows_mm(shelf) + 4.0 * self.gap_mm();
        for (lang, span) in LANGUAGES.into_iter().zip(self.format.columns().both()) {
            let style =
                Style { font: crate::print::model::style::Font::Regular, size_pt: 16.0 * self.format.scale };
            let text = say(lang, "label-empty");
            let block = Block::new(&text, style, span.width_mm(), wrap_evenly, self.measure);
            leaves[span.leaf].block(&block.in_lang(lang), span.left_mm, y_mm);
        }
        self.feet[0].draw(&mut leaves, self.format, (1, 1));
        self.finish(leaves, PagePosition::First).collect()
    }

    fn drawn(
        &self,
        (shelf, foot, room): (&Shelf<'_>, &Foot, RowSpace),
        (plan, lanes): (&GridPlan, &[Lane]),
        entries: &[TitledCode],
    ) -> Vec<Page> {
        let alone = plan.alone();
        let own = |lane: &Lane| if matches!(lane, Lane::Alone(_)) { alone } else { *plan };
        let mut cells: Vec<Option<Cell<'_>>> = entries.iter().map(|_| None).collect();
        let mut cells_mm = vec![0.0; entries.len()];
        let numbered =
            || lanes.iter().flat_map(|lane| lane.numbers().iter().map(move |number| (lane, *number)));
        for (lane, number) in numbered() {
            let cell = Cell::set(&entries[number], &own(lane), self.format, self.measure);
            cells_mm[number] = cell.height_mm;
            cells[number] = Some(cell);
        }
        let least_pt = cells.iter().flatten().map(Cell::address_pt).fold(f32::INFINITY, f32::min);
        for (lane, number) in numbered() {
            let plan = own(lane);
            if let Some(cell) = cells[number].take() {
                cells[number] = Some(cell.with_address(least_pt, (&plan, self.format), self.measure));
            }
        }
        let rows_mm = plan::rows_mm(lanes, self.format, &cells_mm);
        let (flow, _) = rows::flow(&rows_mm, self.gap_mm(), &room);
        let mut rows = lanes.chunks(self.format.leaves.len()).zip(&rows_mm);
        let (mut pages, mut from) = (Vec::new(), 0);
        for (number, count) in (1..).zip(&flow) {
            let position = if number == 1 { PagePosition::First } else { PagePosition::Following };
            let mut leaves = self.leaves(shelf, position);
            let loose_mm = self.loose_mm(&rows_mm[from..from + count], position, &room);
            from += count;
            let first_mm =
                if number == 1 { self.rows_mm(shelf) } else { self.head_mm(PagePosition::Following) };
            let mut y_mm = first_mm + loose_mm / 2.0;
            let mut ruled = false;
            for (row, (lanes, row_mm)) in rows.by_ref().take(*count).enumerate() {
                let rules =
                    plan.titles == Titles::Beside || lanes.iter().any(|lane| matches!(lane, Lane::Alone(_)));
                if row > 0 && (rules || ruled) {
                    self.rule(&mut leaves, y_mm - (self.gap_mm() + loose_mm) / 2.0);
                }
                ruled = rules;
                for (leaf, lane) in lanes.iter().enumerate() {
                    let plan = own(lane);
                    for (column, number) in lane.numbers().iter().enumerate() {
                        let span = plan.column(self.format, leaf * plan.columns + column);
                        if let Some(cell) = &cells[*number] {
                            cell.draw(&mut leaves[span.leaf], &plan, self.format, (span, y_mm));
                        }
                    }
                }
                y_mm += row_mm + self.gap_mm() + loose_mm;
            }
            foot.draw(&mut leaves, self.format, (number, flow.len()));
            pages.extend(self.finish(leaves, position));
        }
        pages
    }

    /// What is added to each row so that a page is full.
    fn loose_mm(&self, rows_mm: &[f32], position: PagePosition, room: &RowSpace) -> f32 {
        let room_mm = if position == PagePosition::First { room.first_mm } else { room.again_mm };
        let taken_mm: f32 = rows_mm.iter().map(|row_mm| row_mm + self.gap_mm()).sum();
        let most_mm = LOOSE_MM * self.format.scale;
        ((room_mm + self.gap_mm() - taken_mm) / count_f32(rows_mm.len())).clamp(0.0, most_mm)
    }
}
