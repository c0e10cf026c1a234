//! The acquaintance sheet: a table for names and signatures. That a code was opened proves nothing; a signature does.

use crate::domain::Lang;
use crate::phrases::dates::{self, Form};
use crate::phrases::{say, say_with};
use crate::print::model::LayoutError;
use crate::print::model::display_list::{DrawnCode, Page, Role};
use crate::print::model::geometry::{A4, count_f32};
use crate::print::model::kit::{Document, Kit};
use crate::print::model::style::{Font, Measure, Style};
use crate::print::typeset::canvas::{Block, Canvas, HAIRLINE_MM, HEAVY_MM};
use crate::print::typeset::footer::check_line;
use crate::print::typeset::grid::{Columns, Grid};
use crate::print::typeset::line_break::wrap;
use crate::print::typeset::masthead::{Masthead, ON_A_SHEET};
use crate::print::typeset::titled_code::wrap_address;
use crate::print::typeset::trilingual::{Spread, Wording};

/// Side of the code: it is read from the paper in one's hand, and a module of the largest symbol still has 0.78 mm.
pub const CODE_MM: f32 = 26.0;

/// Least height of a row: a signature needs it.
pub const ROW_MIN_MM: f32 = 8.5;

/// The left margin is wide enough to be punched and filed.
const GRID: Grid = Grid::new(A4, (20.0, 14.0));

/// The grid of all words: what stands beside the code ends here.
const BESIDE: Grid = Grid::new(A4, (20.0, 14.0 + CODE_MM + 8.0));

/// Head of each column and its width; the last takes what is left.
const COLUMNS: [(&str, f32); 5] = [
    ("stand-signed-number", 11.0),
    ("stand-signed-name", 62.0),
    ("stand-signed-position", 40.0),
    ("stand-signed-date", 25.0),
    ("stand-signed-signature", 38.0),
];

/// Sizes of the titles that are tried.
const TITLES_PT: [f32; 6] = [16.0, 14.0, 12.0, 11.0, 10.0, 9.0];

/// The titles take no more than this, so that there is room for names.
const TITLES_MM: f32 = 40.0;

/// Sizes of the address that are tried.
const ADDRESSES_PT: [f32; 5] = [10.0, 9.0, 8.0, 7.0, 6.5];

const NAME_PT: f32 = 11.0;
const HEADING_PT: f32 = 17.0;
const BODY: Style = Style::regular(9.0);
const FINE: Style = Style::regular(7.0);
const GAP_MM: f32 = 3.0;

/// The acquaintance sheets of the chosen documents.
///
/// # Errors
/// [`LayoutError`] where a title fits in no size, or an address in no code.
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    // Nobody signs for a text that is not there yet.
    let published = kit.chosen().filter(|document| document.edition.is_some());
    published.map(|document| page(kit, document, measure)).collect()
}

fn page(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Page, LayoutError> {
    let title = document.heading(Lang::Kk, &kit.organization);
    let bookmark = format!("{}: {title}", say(Lang::Kk, "stand-acquaintance"));
    let mut canvas = Canvas::new(A4, bookmark, measure);
    let names = Wording::names(kit, Font::Bold, measure);
    let columns = BESIDE.columns();
    let masthead = Masthead::of_sheet(kit, (&names, NAME_PT), (12.0, ON_A_SHEET), (&GRID, columns), measure);
    let top_mm = masthead.draw(&mut canvas, kit) + GAP_MM;

    let symbol = kit.symbol(Some(document.code))?;
    let corner = (GRID.text.right_mm - CODE_MM, top_mm + GAP_MM);
    let shown = kit.base.shown(document.code);
    let arguments = [("title", title.into()), ("address", shown.clone().into())];
    let code = DrawnCode::new(document.code, &symbol, corner, CODE_MM);
    let link = kit.base.address(&[document.code, kit.organization.code]);
    let address = address(&shown, measure).linked(link);
    let code_ends_mm = code.zone().bottom_mm;

    let heading = Wording::phrase(kit, "stand-acquaintance", Font::Bold, measure);
    let mut y_mm =
        heading.set(HEADING_PT, &columns, measure).with_role(Role::Title).draw(&mut canvas, top_mm) + GAP_MM;
    y_mm = titles(kit, document, &columns, measure).draw(&mut canvas, y_mm) + 1.0;
    if let Some(day) = document.edition {
        let edition = Wording::of(kit, Font::Regular, measure, |lang| {
            say_with(lang, "stand-signed-edition", &[("day", dates::day(lang, day, Form::From).into())])
        });
        y_mm = edition.set(BODY.size_pt, &columns, measure).draw(&mut canvas, y_mm) + GAP_MM;
    }
    canvas.code(code.described(say_with(Lang::Kk, "stand-code-of", &arguments)));
    let code_ends_mm = canvas.block(&address, corner.0, code_ends_mm);
    let proves = Wording::phrase(kit, "stand-signed-proves", Font::Regular, measure);
    y_mm = proves.set(BODY.size_pt, &columns, measure).draw(&mut canvas, y_mm).max(code_ends_mm) + GAP_MM;

    let check = Block::new(&check_line(kit), FINE, GRID.width_mm(), wrap, measure);
    let check_mm = GRID.text.bottom_mm - check.height_mm();
    table(&mut canvas, kit, y_mm, check_mm - GAP_MM);
    canvas.block(&check, GRID.text.left_mm, check_mm);
    Ok(canvas.finish(kit))
}

/// The address under the code, as large as it fits in two lines, else in as few as there can be.
fn address(shown: &str, measure: &dyn Measure) -> Block {
    let set = |size_pt: f32| Block::new(shown, Style::bold(size_pt), CODE_MM, wrap_address, measure);
    let fewest = ADDRESSES_PT.map(set).into_iter().min_by_key(|block| block.lines.len().max(2));
    fewest.unwrap_or_else(|| set(ADDRESSES_PT[0]))
}

/// The titles in the largest size that leaves room for names.
fn titles(kit: &Kit, document: &Document, columns: &Columns, measure: &dyn Measure) -> Spread {
    let titles = Wording::titles(kit, document, Font::Bold, measure);
    let fits = |size_pt: &f32| {
        titles.stays_whole(*size_pt, columns)
            && titles.height_mm(*size_pt, columns, measure, 1.0) <= TITLES_MM
    };
    let size_pt = TITLES_PT.into_iter().find(fits).unwrap_or(TITLES_PT[TITLES_PT.len() - 1]);
    titles.set(size_pt, columns, measure).with_role(Role::Heading)
}

/// The table, filled to the foot with rows of one height.
fn table(canvas: &mut Canvas<'_>, kit: &Kit, top_mm: f32, bottom_mm: f32) {
    let (left_mm, right_mm) = (GRID.text.left_mm, GRID.text.right_mm);
    let style = Style::regular(8.0);
    let mut x_mm = left_mm;
    let mut edges_mm = vec![left_mm];
    let mut head_ends_mm = top_mm;
    canvas.line((left_mm, top_mm), (right_mm, top_mm), HEAVY_MM);
    for (key, width_mm) in COLUMNS {
        let mut y_mm = top_mm + 1.5;
        let mut said: Vec<(Lang, String)> =
            kit.choice.languages.all().iter().map(|lang| (*lang, say(*lang, key))).collect();
        // The same in every language is said once.
        said.dedup_by(|one, other| one.1 == other.1);
        for (lang, text) in said {
            let weight = if lang == Lang::Kk { Style::bold(style.size_pt) } else { style };
            let head = Block::new(&text, weight, width_mm - 3.0, wrap, canvas.measure).in_lang(lang);
            y_mm = canvas.block(&head, x_mm + 1.5, y_mm);
        }
        head_ends_mm = head_ends_mm.max(y_mm + 1.5);
        x_mm += width_mm;
        edges_mm.push(x_mm.min(right_mm));
    }
    let room_mm = bottom_mm - head_ends_mm;
    let mut rows = 1_usize;
    while count_f32(rows + 1) * ROW_MIN_MM <= room_mm {
        rows += 1;
    }
    let row_mm = room_mm / count_f32(rows);
    for row in 0..=rows {
        let y_mm = head_ends_mm + count_f32(row) * row_mm;
        canvas.line((left_mm, y_mm), (right_mm, y_mm), HAIRLINE_MM);
        if row < rows {
            let number = (row + 1).to_string();
            let baseline_mm = y_mm + (row_mm + canvas.measure.capital_mm(style)) / 2.0;
            canvas.text(&number, Lang::Kk, style, (left_mm + 1.5, baseline_mm));
        }
    }
    for x_mm in edges_mm {
        canvas.line((x_mm, top_mm), (x_mm, bottom_mm), HAIRLINE_MM);
    }
}
