//! The poster: a code and a title for every document on the shelf, and the shelf's own code first.

use super::canvas::{
    BOTTOM_MM, Block, COLUMN_MM, Canvas, HAIRLINE_MM, HEAVY_MM, MARGIN_MM, TOP_MM, WIDTH_MM, both, call,
    check_line, height_mm, pair, printed_on, safety,
};
use super::kit::{Kit, LANGUAGES};
use super::layout::{Measure, Style, wrap, wrap_evenly};
use super::qr::{QUIET_ZONE_MODULES, Symbol};
use super::sheet::{A4, DrawnCode, Page, modules};
use super::{LayoutError, symbol};
use crate::domain::{Code, Lang};
use crate::phrases::say;

/// How large things may be in a cell.
struct Scale {
    /// Side of the code: at least 40 mm are read from more than a metre.
    code_mm: f32,
    /// Sizes of the titles that are tried.
    titles_pt: &'static [f32],
}

/// Taken where it costs no page.
const LARGER: Scale = Scale { code_mm: 47.0, titles_pt: &[16.0] };

/// Titles have 16 pt, as a wall needs it. The smaller sizes are for titles that would fill more than a page.
const SMALLER: Scale = Scale { code_mm: 42.0, titles_pt: &[16.0, 13.0, 10.0, 7.0] };

/// Codes in a row.
const PER_ROW: usize = 3;

/// From the left edge of a code to that of the next.
const PITCH_MM: f32 = 64.0;

/// Width of the text in a cell that takes this many places of a row.
fn cell_mm(places: usize) -> f32 {
    WIDTH_MM - PITCH_MM * modules(PER_ROW - places)
}

/// Space between rows.
const ROW_GAP_MM: f32 = 3.0;

/// Most lines of a title in a cell that is narrower than the page; a longer title takes a wider cell.
const TITLE_LINES: usize = 3;

/// Sizes of the address; below the last it breaks after the host.
const ADDRESS_SIZES_PT: [f32; 4] = [11.0, 10.0, 9.0, 8.0];

/// Size of a host so long that it needs a line of its own.
const ADDRESS_MIN_PT: f32 = 7.0;

/// One code with what stands under it.
struct Cell {
    name: Code,
    symbol: Symbol,
    side_mm: f32,
    /// How many places of a row it takes.
    places: usize,
    address: Block,
    titles: [Block; 2],
}

impl Cell {
    /// The cell with its titles as large as fit in the room.
    fn set(
        kit: &Kit,
        document: Option<Code>,
        titles: &[String; 2],
        (scale, room_mm): (&Scale, f32),
        measure: &dyn Measure,
    ) -> Result<Self, LayoutError> {
        let name = document.unwrap_or(kit.organization.code);
        let address = address(&kit.base.shown(name), measure);
        let symbol = symbol(kit, document)?;
        for size_pt in scale.titles_pt {
            // The languages stand one under the other, so the weight tells them apart.
            let styles = [Style::bold(*size_pt), Style::regular(*size_pt)];
            for places in 1..=PER_ROW {
                let set = |i: usize| {
                    Block::new(&titles[i], styles[i], cell_mm(places), wrap_evenly, measure)
                        .in_lang(LANGUAGES[i])
                };
                let titles: [Block; 2] = std::array::from_fn(set);
                let handsome = |title: &Block| title.lines.len() <= TITLE_LINES && !title.breaks_a_word();
                if places < PER_ROW && !titles.iter().all(handsome) {
                    continue;
                }
                let (symbol, address) = (symbol.clone(), address.clone());
                let cell = Self { name, symbol, side_mm: scale.code_mm, places, address, titles };
                if cell.height_mm() <= room_mm {
                    return Ok(cell);
                }
            }
        }
        Err(LayoutError::TitleTooLong { code: name })
    }

    fn quiet_mm(&self) -> f32 {
        self.side_mm * modules(QUIET_ZONE_MODULES) / modules(self.symbol.side_modules())
    }

    fn height_mm(&self) -> f32 {
        let titles_mm: f32 = self.titles.iter().map(Block::height_mm).sum();
        self.side_mm + 2.0 * self.quiet_mm() + self.address.height_mm() + 1.0 + titles_mm + 0.5
    }

    fn draw(&self, canvas: &mut Canvas<'_>, x_mm: f32, top_mm: f32) {
        let code_top_mm = top_mm + self.quiet_mm();
        canvas.code(DrawnCode::new(self.name, &self.symbol, (x_mm, code_top_mm), self.side_mm));
        let mut y_mm = canvas.block(&self.address, x_mm, code_top_mm + self.side_mm + self.quiet_mm()) + 1.0;
        for title in &self.titles {
            y_mm = canvas.block(title, x_mm, y_mm) + 0.5;
        }
    }
}

/// The address in one line; one too long for that breaks after the host.
fn address(shown: &str, measure: &dyn Measure) -> Block {
    let fits = |text: &str, style| measure.width_mm(text, style) <= cell_mm(1);
    let sizes = ADDRESS_SIZES_PT.map(Style::regular);
    if let Some(style) = sizes.into_iter().find(|style| fits(shown, *style)) {
        return Block::new(shown, style, cell_mm(1), wrap, measure);
    }
    let (host, code) = shown.rsplit_once('/').unwrap_or((shown, ""));
    let host = format!("{host}/");
    let style = sizes.into_iter().find(|style| fits(&host, *style)).unwrap_or(Style::regular(ADDRESS_MIN_PT));
    let mut block = Block::new(&host, style, cell_mm(1), wrap, measure);
    block.lines.extend(wrap(measure, code, style, cell_mm(1)));
    block
}

/// What stands at the foot of every page of the poster.
struct Foot {
    instruction: [Block; 2],
    assurance: [Block; 2],
    printed: [Block; 2],
}

impl Foot {
    fn set(kit: &Kit, measure: &dyn Measure) -> Self {
        let column = |texts: &[String; 2], style| pair(texts, style, COLUMN_MM, wrap_evenly, measure);
        let printed = printed_on(kit).map(|text| format!("{text}."));
        Self {
            instruction: column(&both("stand-call"), Style::bold(9.5)),
            assurance: column(&safety(kit), Style::regular(8.5)),
            printed: column(&printed, Style::regular(7.0)),
        }
    }

    fn top_mm(&self) -> f32 {
        let blocks_mm = height_mm(&self.instruction) + height_mm(&self.assurance) + height_mm(&self.printed);
        BOTTOM_MM - blocks_mm - Style::regular(7.0).leading_mm() - 4.0
    }

    /// Where the cells above it must end.
    fn room_ends_mm(&self) -> f32 {
        self.top_mm() - ROW_GAP_MM
    }

    fn draw(&self, canvas: &mut Canvas<'_>, kit: &Kit, number: usize, count: usize) {
        let top_mm = self.top_mm();
        canvas.rule(top_mm, HAIRLINE_MM);
        let y_mm = canvas.columns(&self.instruction, top_mm + 2.0);
        let y_mm = canvas.columns(&self.assurance, y_mm);
        let y_mm = canvas.columns(&self.printed, y_mm + 1.0);
        let style = Style::regular(7.0);
        let check = Block::new(&check_line(kit), style, WIDTH_MM - 20.0, wrap, canvas.measure);
        canvas.block(&check, MARGIN_MM, y_mm);
        if count > 1 {
            let text = format!("{number} / {count}");
            let width_mm = canvas.measure.width_mm(&text, style);
            let page = Block::new(&text, style, WIDTH_MM, wrap, canvas.measure);
            canvas.block(&page, MARGIN_MM + WIDTH_MM - width_mm, y_mm);
        }
    }
}

fn empty(measure: &dyn Measure) -> Canvas<'_> {
    Canvas::new(A4, say(Lang::Kk, "stand-poster"), measure)
}

/// The pages of the poster: as many as the shelf needs.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let foot = Foot::set(kit, measure);
    let smaller = filled(kit, &foot, &SMALLER, measure)?;
    let larger = filled(kit, &foot, &LARGER, measure).ok().filter(|larger| larger.len() <= smaller.len());
    let canvases = larger.unwrap_or(smaller);
    let count = canvases.len();
    let finish = |(number, mut canvas): (usize, Canvas<'_>)| {
        foot.draw(&mut canvas, kit, number, count);
        canvas.finish(kit)
    };
    Ok((1..).zip(canvases).map(finish).collect())
}

/// The pages with their codes, without their foot.
fn filled<'m>(
    kit: &Kit,
    foot: &Foot,
    scale: &Scale,
    measure: &'m dyn Measure,
) -> Result<Vec<Canvas<'m>>, LayoutError> {
    let mut full = Vec::new();
    let mut canvas = empty(measure);
    let (mut y_mm, mut place, mut row_mm) = (head(&mut canvas, kit), 0, 0.0_f32);
    // The room on a page that has only the small head.
    let room_mm = foot.room_ends_mm() - small_head(&mut empty(measure));
    let shelf = std::iter::once((None, both("stand-shelf")));
    let documents = kit.hanging().map(|document| {
        (Some(document.code), LANGUAGES.map(|lang| document.heading(lang, &kit.organization)))
    });
    for (document, titles) in shelf.chain(documents) {
        let cell = Cell::set(kit, document, &titles, (scale, room_mm), measure)?;
        if place + cell.places > PER_ROW {
            (y_mm, place, row_mm) = (y_mm + row_mm + ROW_GAP_MM, 0, 0.0);
        }
        if y_mm + cell.height_mm() > foot.room_ends_mm() {
            full.push(std::mem::replace(&mut canvas, empty(measure)));
            (y_mm, place, row_mm) = (small_head(&mut canvas), 0, 0.0);
        }
        cell.draw(&mut canvas, MARGIN_MM + modules(place) * PITCH_MM, y_mm);
        place += cell.places;
        row_mm = row_mm.max(cell.height_mm());
    }
    full.push(canvas);
    Ok(full)
}

/// The head of the first page: whose stand it is, and the call. Gives back where it ends.
fn head(canvas: &mut Canvas<'_>, kit: &Kit) -> f32 {
    let names = LANGUAGES.map(|lang| kit.organization.name(lang).to_owned());
    let measure = canvas.measure;
    let sizes = [20.0, 18.0, 16.0, 14.0]
        .map(|size_pt| pair(&names, Style::bold(size_pt), COLUMN_MM, wrap_evenly, measure));
    let last = sizes.len() - 1;
    let fitting = sizes.iter().position(|blocks| height_mm(blocks) <= 20.0).unwrap_or(last);
    let y_mm = canvas.columns(&sizes[fitting], TOP_MM) + 3.0;
    canvas.rule(y_mm, HEAVY_MM);
    let y_mm = call(canvas, y_mm);
    let titles = pair(&both("stand-poster"), Style::bold(16.0), COLUMN_MM, wrap, measure);
    canvas.columns(&titles, y_mm)
}

/// The head of the pages after the first.
fn small_head(canvas: &mut Canvas<'_>) -> f32 {
    let titles = pair(&both("stand-poster"), Style::bold(16.0), COLUMN_MM, wrap, canvas.measure);
    let y_mm = canvas.columns(&titles, TOP_MM) + 2.0;
    canvas.rule(y_mm, HEAVY_MM);
    y_mm
}
