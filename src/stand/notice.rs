//! The sheet of one document: its titles, one big code, and the call to read it with a phone's camera.

use super::canvas::{
    BOTTOM_MM, Block, CALL_MM, COLUMN_MM, COLUMNS_MM, Canvas, HAIRLINE_MM, HEAVY_MM, TOP_MM, WIDTH_MM, both,
    call, check_line, height_mm, pair, printed_on, safety,
};
use super::kit::{Document, Kit, LANGUAGES};
use super::layout::{Measure, Style, wrap, wrap_evenly};
use super::qr::{QUIET_ZONE_MODULES, Symbol};
use super::sheet::{A4, Area, DrawnCode, EDGE_MM, Page, modules};
use super::{LayoutError, symbol};
use crate::domain::{Code, Lang};
use crate::phrases::dates::{self, Form};
use crate::phrases::say_with;

/// Least side of the code. From 3 m a telephone with 1080 lines sees it with two pixels a module.
pub const CODE_MIN_MM: f32 = 130.0;

/// Least side of a module: what such a telephone can still resolve from 3 m.
pub const MODULE_MIN_MM: f32 = 4.4;

/// Least size of the address under the code.
const ADDRESS_MIN_PT: f32 = 16.0;

/// Where the organization's name stands.
#[derive(Clone, Copy, PartialEq)]
enum Name {
    /// Large, in this size.
    Large(f32),
    /// In the small print, because the titles are so long that there is no room for both.
    SmallPrint,
}

/// The order of the parts.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    /// The name, the call and the titles stand above the code.
    TitlesFirst,
    /// The code stands at the top, so that its quiet zone takes in the white edge of the paper: 11 mm more room for
    /// long texts, which then are set in narrow lines.
    CodeFirst,
}

/// One attempt at a sheet.
#[derive(Clone, Copy)]
struct Attempt {
    title: Style,
    small_pt: f32,
    name: Name,
    order: Order,
}

const fn roomy(title_pt: f32, small_pt: f32, name_pt: f32) -> Attempt {
    Attempt { title: Style::bold(title_pt), small_pt, name: Name::Large(name_pt), order: Order::TitlesFirst }
}

const fn narrow(title: Style, small_pt: f32, name: Name) -> Attempt {
    Attempt { title, small_pt, name, order: Order::CodeFirst }
}

/// The attempts, the most generous first: titles down to 16 pt with names at 14 pt or more, as a wall needs them.
/// The last three are only for titles beyond 190 characters, or beyond some 150 where a host of more than 18
/// characters makes the code larger.
const ATTEMPTS: [Attempt; 20] = [
    roomy(30.0, 8.5, 15.0),
    roomy(28.0, 8.5, 15.0),
    roomy(26.0, 8.5, 15.0),
    roomy(24.0, 8.5, 15.0),
    roomy(22.0, 8.5, 14.0),
    roomy(20.0, 8.5, 14.0),
    roomy(18.0, 8.5, 14.0),
    roomy(17.0, 8.0, 14.0),
    roomy(16.0, 8.0, 14.0),
    narrow(Style::bold(20.0), 8.0, Name::Large(14.0)),
    narrow(Style::bold(18.0), 7.5, Name::Large(14.0)),
    narrow(Style::bold(16.0), 7.0, Name::Large(14.0)),
    narrow(Style::regular(16.0), 7.0, Name::Large(14.0)),
    narrow(Style::bold(20.0), 8.0, Name::SmallPrint),
    narrow(Style::bold(18.0), 7.5, Name::SmallPrint),
    narrow(Style::bold(16.0), 7.0, Name::SmallPrint),
    narrow(Style::regular(16.0), 7.0, Name::SmallPrint),
    narrow(Style::regular(13.0), 7.0, Name::SmallPrint),
    narrow(Style::regular(10.0), 7.0, Name::SmallPrint),
    narrow(Style::regular(7.0), 7.0, Name::SmallPrint),
];

/// The parts of a sheet, broken into lines as one attempt says.
struct Parts {
    order: Order,
    names: Option<[Block; 2]>,
    titles: [Block; 2],
    concerns: Option<[Block; 2]>,
    instruction: [Block; 2],
    assurance: [Block; 2],
    footer: [Block; 2],
    check: Block,
    address: Block,
}

impl Parts {
    fn set(kit: &Kit, document: &Document, attempt: Attempt, measure: &dyn Measure) -> Self {
        let names = LANGUAGES.map(|lang| kit.organization.name(lang).to_owned());
        let titles = LANGUAGES.map(|lang| document.heading(lang, &kit.organization));
        let mut footer = footer(kit, document);
        if attempt.name == Name::SmallPrint {
            footer = std::array::from_fn(|i| format!("{}. {}", names[i], footer[i]));
        }
        let column = |texts: &[String; 2], style| {
            let blocks = pair(texts, style, COLUMN_MM, wrap_evenly, measure);
            if attempt.order == Order::CodeFirst { blocks.map(Block::tight) } else { blocks }
        };
        let small = Style::regular(attempt.small_pt);
        let smallest = Style::regular(attempt.small_pt - 1.5);
        Self {
            order: attempt.order,
            names: match attempt.name {
                Name::Large(size_pt) => Some(column(&names, Style::regular(size_pt))),
                Name::SmallPrint => None,
            },
            titles: column(&titles, attempt.title),
            concerns: concerns(document).map(|texts| column(&texts, Style::regular(attempt.small_pt + 3.0))),
            instruction: column(&both("stand-call"), Style::bold(attempt.small_pt + 2.0)),
            assurance: column(&safety(kit), small),
            footer: column(&footer, smallest),
            check: Block::new(&check_line(kit), smallest, WIDTH_MM, wrap, measure),
            address: address(kit, document, attempt.order, measure),
        }
    }

    fn names_mm(&self) -> f32 {
        self.names.as_ref().map_or(0.0, |names| height_mm(names) + self.gap_mm())
    }

    fn titles_mm(&self) -> f32 {
        height_mm(&self.titles) + self.concerns.as_ref().map_or(0.0, |concerns| height_mm(concerns) + 1.0)
    }

    fn small_print_mm(&self) -> f32 {
        let blocks_mm = height_mm(&self.instruction) + height_mm(&self.assurance) + height_mm(&self.footer);
        blocks_mm + self.check.height_mm() + 2.0 * self.gap_mm() + 0.5
    }

    /// Space between parts.
    fn gap_mm(&self) -> f32 {
        match self.order {
            Order::TitlesFirst => 3.0,
            Order::CodeFirst => 1.5,
        }
    }

    /// Where the code and its quiet zone may stand.
    fn room(&self) -> Area {
        let below_mm = self.address.height_mm() + self.gap_mm() + self.small_print_mm();
        let text_mm = self.names_mm() + CALL_MM + self.gap_mm() + self.titles_mm();
        let (top_mm, bottom_mm) = match self.order {
            Order::TitlesFirst => (TOP_MM + text_mm + 1.0, BOTTOM_MM - below_mm),
            Order::CodeFirst => (0.0, BOTTOM_MM - below_mm - text_mm),
        };
        Area { left_mm: EDGE_MM, top_mm, right_mm: A4.width_mm - EDGE_MM, bottom_mm }
    }
}

/// The sheet of a document.
pub fn page(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Page, LayoutError> {
    let symbol = symbol(kit, Some(document.code))?;
    let least_mm = CODE_MIN_MM.max(MODULE_MIN_MM * modules(symbol.side_modules()));
    for attempt in ATTEMPTS {
        let parts = Parts::set(kit, document, attempt, measure);
        let room = parts.room();
        let whole_words = attempt.title.size_pt <= 16.0 || !parts.titles.iter().any(Block::breaks_a_word);
        if side_mm(&symbol, room) >= least_mm && whole_words {
            let canvas = Canvas::new(A4, document.heading(Lang::Kk, &kit.organization), measure);
            return Ok(draw(kit, &parts, drawn(document.code, &symbol, room), canvas));
        }
    }
    Err(LayoutError::TitleTooLong { code: document.code })
}

/// The largest side for which the code and its quiet zone fit in a room.
fn side_mm(symbol: &Symbol, room: Area) -> f32 {
    let side = symbol.side_modules();
    let zone_mm = (room.bottom_mm - room.top_mm).min(room.right_mm - room.left_mm);
    zone_mm * modules(side) / modules(side + 2 * QUIET_ZONE_MODULES)
}

/// The code in the middle of its room.
fn drawn(name: Code, symbol: &Symbol, room: Area) -> DrawnCode {
    let side_mm = side_mm(symbol, room);
    let middle = |from_mm: f32, to_mm: f32| (from_mm + to_mm - side_mm) / 2.0;
    let corner = (middle(room.left_mm, room.right_mm), middle(room.top_mm, room.bottom_mm));
    DrawnCode::new(name, symbol, corner, side_mm)
}

fn draw(kit: &Kit, parts: &Parts, code: DrawnCode, mut canvas: Canvas<'_>) -> Page {
    let room = parts.room();
    match parts.order {
        Order::TitlesFirst => {
            let mut y_mm = TOP_MM;
            if let Some(names) = &parts.names {
                canvas.columns(names, y_mm);
                y_mm += parts.names_mm();
            }
            canvas.rule(y_mm, HEAVY_MM);
            y_mm = call(&mut canvas, y_mm) + parts.gap_mm();
            draw_titles(&mut canvas, parts, y_mm);
            canvas.code(code);
            y_mm = draw_address(&mut canvas, parts, room.bottom_mm);
            draw_small_print(&mut canvas, parts, y_mm + parts.gap_mm());
        }
        Order::CodeFirst => {
            canvas.code(code);
            let mut y_mm = draw_address(&mut canvas, parts, room.bottom_mm);
            y_mm = call(&mut canvas, y_mm) + parts.gap_mm();
            y_mm = draw_titles(&mut canvas, parts, y_mm);
            if let Some(names) = &parts.names {
                canvas.columns(names, y_mm + parts.gap_mm());
                y_mm += parts.names_mm();
            }
            draw_small_print(&mut canvas, parts, y_mm + parts.gap_mm());
        }
    }
    canvas.finish(kit)
}

fn draw_titles(canvas: &mut Canvas<'_>, parts: &Parts, top_mm: f32) -> f32 {
    let y_mm = canvas.columns(&parts.titles, top_mm);
    if let Some(concerns) = &parts.concerns {
        canvas.columns(concerns, y_mm + 1.0);
    }
    top_mm + parts.titles_mm()
}

fn draw_address(canvas: &mut Canvas<'_>, parts: &Parts, top_mm: f32) -> f32 {
    canvas.centred(&parts.address, top_mm)
}

fn draw_small_print(canvas: &mut Canvas<'_>, parts: &Parts, top_mm: f32) {
    let y_mm = canvas.columns(&parts.instruction, top_mm);
    let y_mm = canvas.columns(&parts.assurance, y_mm + 0.5);
    canvas.rule(y_mm + parts.gap_mm(), HAIRLINE_MM);
    let y_mm = canvas.columns(&parts.footer, y_mm + 2.0 * parts.gap_mm());
    canvas.block(&parts.check, COLUMNS_MM[0], y_mm);
}

/// The address under the code, in one line as long as it can be read.
fn address(kit: &Kit, document: &Document, order: Order, measure: &dyn Measure) -> Block {
    let shown = kit.base.shown(document.code);
    let sizes_pt: &[f32] = if order == Order::TitlesFirst { &[24.0, 22.0, 20.0, 18.0] } else { &[] };
    let style = sizes_pt
        .iter()
        .map(|size_pt| Style::bold(*size_pt))
        .find(|style| measure.width_mm(&shown, *style) <= WIDTH_MM * 0.8)
        .unwrap_or(Style::bold(ADDRESS_MIN_PT));
    let address = kit.base.address(&[document.code, kit.organization.code]);
    Block::new(&shown, style, WIDTH_MM, wrap, measure).linked(address)
}

/// Whom the document concerns, where that is said.
fn concerns(document: &Document) -> Option<[String; 2]> {
    let whom = |lang| {
        let whom = document.concerns.best(lang)?;
        Some(say_with(lang, "stand-concerns", &[("whom", whom.into())]))
    };
    let [kk, ru] = LANGUAGES.map(whom);
    Some([kk?, ru?])
}

fn footer(kit: &Kit, document: &Document) -> [String; 2] {
    let printed = printed_on(kit);
    let edition = LANGUAGES.map(|lang| {
        document
            .edition
            .map(|day| say_with(lang, "stand-edition", &[("day", dates::day(lang, day, Form::From).into())]))
    });
    std::array::from_fn(|i| match &edition[i] {
        Some(edition) => format!("{}. {edition}.", printed[i]),
        None => format!("{}.", printed[i]),
    })
}
