//! The sheet of one document: its titles, one big code, and the call to read it with a phone's camera.

use super::canvas::{
    BOTTOM_MM, Block, CALL_MM, COLUMN_MM, COLUMNS_MM, Canvas, HAIRLINE_MM, HEAVY_MM, TOP_MM, WIDTH_MM, both,
    call, check_line, height_mm, pair, printed_on, safety,
};
use super::kit::{Document, Kit, LANGUAGES};
use super::layout::{Measure, Style, wrap, wrap_evenly};
use super::qr::{QUIET_ZONE_MODULES, Symbol};
use super::sheet::{A4_WIDTH_MM, Area, DrawnCode, EDGE_MM, Page, modules};
use super::{LayoutError, symbol};
use crate::domain::Code;
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
    /// Above everything, in this size.
    Head(f32),
    /// In the small print, because the titles are so long that there is no room above.
    SmallPrint,
}

/// One attempt at the sizes of a sheet.
#[derive(Clone, Copy)]
struct Sizes {
    title_pt: f32,
    small_pt: f32,
    name: Name,
}

const fn sizes(title_pt: f32, small_pt: f32, name: Name) -> Sizes {
    Sizes { title_pt, small_pt, name }
}

/// The attempts, the most generous first: titles down to 16 pt with names at 14 pt or more, as a wall needs them. The
/// last ones are only for titles beyond 190 characters.
const ATTEMPTS: [Sizes; 16] = [
    sizes(30.0, 9.5, Name::Head(15.0)),
    sizes(28.0, 9.5, Name::Head(15.0)),
    sizes(26.0, 9.5, Name::Head(15.0)),
    sizes(24.0, 9.5, Name::Head(15.0)),
    sizes(22.0, 9.0, Name::Head(14.0)),
    sizes(20.0, 9.0, Name::Head(14.0)),
    sizes(18.0, 8.5, Name::Head(14.0)),
    sizes(17.0, 8.5, Name::Head(14.0)),
    sizes(16.0, 8.0, Name::Head(14.0)),
    sizes(16.0, 7.0, Name::Head(14.0)),
    sizes(18.0, 8.0, Name::SmallPrint),
    sizes(16.0, 8.0, Name::SmallPrint),
    sizes(16.0, 7.0, Name::SmallPrint),
    sizes(13.0, 7.0, Name::SmallPrint),
    sizes(10.0, 7.0, Name::SmallPrint),
    sizes(7.0, 7.0, Name::SmallPrint),
];

/// The parts of a sheet, broken into lines at one attempt's sizes.
struct Parts {
    names: Option<[Block; 2]>,
    titles: [Block; 2],
    concerns: Option<[Block; 2]>,
    instruction: [Block; 2],
    assurance: [Block; 2],
    footer: [Block; 2],
    check: Block,
    address: Block,
}

/// Space between parts of a sheet.
const GAP_MM: f32 = 3.0;

impl Parts {
    fn set(kit: &Kit, document: &Document, sizes: Sizes, measure: &dyn Measure) -> Self {
        let names = LANGUAGES.map(|lang| kit.organization.name(lang).to_owned());
        let titles = LANGUAGES.map(|lang| document.heading(lang, &kit.organization));
        let plain = |texts: &[String; 2], style| pair(texts, style, COLUMN_MM, wrap, measure);
        let concerns = LANGUAGES.map(|lang| {
            let whom = document.concerns.get(lang)?;
            Some(say_with(lang, "stand-concerns", &[("whom", whom.into())]))
        });
        let concerns = concerns.iter().any(Option::is_some).then(|| concerns.map(Option::unwrap_or_default));
        let mut footer = footer(kit, document);
        if sizes.name == Name::SmallPrint {
            footer = std::array::from_fn(|i| format!("{}. {}", names[i], footer[i]));
        }
        let small = Style::regular(sizes.small_pt);
        let smallest = Style::regular(sizes.small_pt - 1.5);
        Self {
            names: match sizes.name {
                Name::Head(size_pt) => {
                    Some(pair(&names, Style::regular(size_pt), COLUMN_MM, wrap_evenly, measure))
                }
                Name::SmallPrint => None,
            },
            titles: pair(&titles, Style::bold(sizes.title_pt), COLUMN_MM, wrap_evenly, measure),
            concerns: concerns.map(|texts| plain(&texts, Style::regular(sizes.small_pt + 2.5))),
            instruction: plain(&both("stand-call"), Style::bold(sizes.small_pt + 1.5)),
            assurance: plain(&safety(kit), small),
            footer: plain(&footer, smallest),
            check: Block { style: smallest, lines: wrap(measure, &check_line(kit), smallest, WIDTH_MM) },
            address: address(kit, document, measure),
        }
    }

    fn names_mm(&self) -> f32 {
        self.names.as_ref().map_or(0.0, |names| height_mm(names) + GAP_MM)
    }

    fn concerns_mm(&self) -> f32 {
        self.concerns.as_ref().map_or(0.0, |concerns| height_mm(concerns) + 1.0)
    }

    /// What stands above the code.
    fn above_mm(&self) -> f32 {
        self.names_mm() + CALL_MM + GAP_MM + height_mm(&self.titles) + self.concerns_mm() + 1.0
    }

    /// What stands below the code.
    fn below_mm(&self) -> f32 {
        self.address.height_mm()
            + GAP_MM
            + height_mm(&self.instruction)
            + 0.5
            + height_mm(&self.assurance)
            + 2.0 * GAP_MM
            + height_mm(&self.footer)
            + self.check.height_mm()
    }
}

/// The sheet of a document.
pub fn page(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Page, LayoutError> {
    let symbol = symbol(kit, Some(document.code))?;
    let least_mm = CODE_MIN_MM.max(MODULE_MIN_MM * modules(symbol.side_modules()));
    for (attempt, sizes) in ATTEMPTS.into_iter().enumerate() {
        let parts = Parts::set(kit, document, sizes, measure);
        let room_mm = BOTTOM_MM - TOP_MM - parts.above_mm() - parts.below_mm();
        let whole_words = sizes.title_pt <= 16.0 || !parts.titles.iter().any(Block::breaks_a_word);
        if side_mm(&symbol, room_mm) >= least_mm && (whole_words || attempt + 1 == ATTEMPTS.len()) {
            let room = Area {
                left_mm: 0.0,
                top_mm: TOP_MM + parts.above_mm(),
                right_mm: A4_WIDTH_MM,
                bottom_mm: TOP_MM + parts.above_mm() + room_mm,
            };
            return Ok(draw(kit, &parts, drawn(document.code, &symbol, room), measure));
        }
    }
    Err(LayoutError::TitleTooLong { code: document.code })
}

/// The largest side for which the code and its quiet zone fit in this height and between the paper's edges.
fn side_mm(symbol: &Symbol, room_mm: f32) -> f32 {
    let side = symbol.side_modules();
    room_mm.min(A4_WIDTH_MM - 2.0 * EDGE_MM) * modules(side) / modules(side + 2 * QUIET_ZONE_MODULES)
}

/// The code in the middle of its room: what the width leaves over goes above and below.
fn drawn(name: Code, symbol: &Symbol, room: Area) -> DrawnCode {
    let side_mm = side_mm(symbol, room.bottom_mm - room.top_mm);
    let middle = |from_mm: f32, to_mm: f32| (from_mm + to_mm - side_mm) / 2.0;
    let corner = (middle(room.left_mm, room.right_mm), middle(room.top_mm, room.bottom_mm));
    DrawnCode::new(name, symbol, corner, side_mm)
}

fn draw(kit: &Kit, parts: &Parts, code: DrawnCode, measure: &dyn Measure) -> Page {
    let mut canvas = Canvas::new(measure);
    let mut y_mm = TOP_MM;
    if let Some(names) = &parts.names {
        canvas.columns(names, y_mm);
        y_mm += parts.names_mm();
    }
    canvas.rule(y_mm, HEAVY_MM);
    y_mm = call(&mut canvas, y_mm) + GAP_MM;
    y_mm = canvas.columns(&parts.titles, y_mm);
    if let Some(concerns) = &parts.concerns {
        canvas.columns(concerns, y_mm + 1.0);
    }
    canvas.code(code);

    y_mm = BOTTOM_MM - parts.below_mm();
    for line in &parts.address.lines {
        y_mm = canvas.centred(&line.text, parts.address.style, y_mm);
    }
    y_mm = canvas.columns(&parts.instruction, y_mm + GAP_MM);
    y_mm = canvas.columns(&parts.assurance, y_mm + 0.5);
    canvas.rule(y_mm + GAP_MM, HAIRLINE_MM);
    y_mm = canvas.columns(&parts.footer, y_mm + 2.0 * GAP_MM);
    canvas.block(&parts.check, COLUMNS_MM[0], y_mm);
    canvas.finish(kit)
}

/// The address under the code, in one line as long as it can be read.
fn address(kit: &Kit, document: &Document, measure: &dyn Measure) -> Block {
    let shown = kit.base.shown(document.code);
    let style = [24.0, 22.0, 20.0, 18.0]
        .map(Style::bold)
        .into_iter()
        .find(|style| measure.width_mm(&shown, *style) <= WIDTH_MM * 0.8)
        .unwrap_or(Style::bold(ADDRESS_MIN_PT));
    Block { style, lines: wrap(measure, &shown, style, WIDTH_MM) }
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
