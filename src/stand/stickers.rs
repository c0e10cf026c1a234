//! Stickers: one code on each label of a sheet, for every document and for the shelf.
//!
//! The code stands left, the words right. Titles are never shortened, only set smaller; where they leave no room, the
//! organization's name is left out first, then the English title, then the call. Titles have 6 pt at least; below that,
//! to [`LEAST_PT`], stand only pairs of titles that together have more than some 250 letters on the smallest labels.

pub mod stock;
mod words;

use self::stock::TOLERANCE_MM;
use self::words::{Extent, Words};
use super::LayoutError;
use super::canvas::Canvas;
use super::choice::Stock;
use super::entry::Entry;
use super::kit::{Kit, Standing};
use super::layout::Measure;
use super::sheet::{A4, Area, DrawnCode, Page, modules};
use super::specimen;
use crate::domain::Lang;
use crate::phrases::say;

/// Least side of a code: a telephone reads it at arm's length.
pub const CODE_MIN_MM: f32 = 22.0;

/// Least side of a module: what office printers and cheap cameras hold sharp.
pub const MODULE_MIN_MM: f32 = 0.75;

/// Least size of a title.
pub const LEAST_PT: f32 = 4.0;

/// Largest part of a label's width that a code takes with its quiet zone.
const CODE_PART: f32 = 0.56;

/// How far accents and tails of tight lines reach out of their place.
const TIGHT_MM: f32 = 0.4;

/// Sides of codes that are tried.
const SIDES: u8 = 6;

/// A title that is smaller than this makes the code smaller; as a multiple of the small print.
const COMFORTABLE: f32 = 1.3;

/// Where things stand on a label, from its corner.
#[derive(Debug, Clone, Copy)]
struct Frame {
    /// Side of the code.
    side_mm: f32,
    /// The code's corner.
    code_mm: (f32, f32),
    /// The place of the words.
    text: Area,
    /// The place of a specimen's mark.
    mark: Option<Area>,
}

impl Frame {
    /// The frame for a code of this side; none where the label has no room for it.
    fn new(kit: &Kit, entry: &Entry, side_mm: f32) -> Option<Self> {
        const ROUNDING_MM: f32 = 0.001;
        let (size, printed) = (stock::geometry(kit.choice.stock), stock::printed(kit.choice.stock));
        let quiet_mm = entry.symbol.quiet_mm(side_mm);
        let left_mm = printed.left_mm.max(TOLERANCE_MM + quiet_mm);
        let top_mm = (size.height_mm - side_mm) / 2.0;
        let code_fits = top_mm + ROUNDING_MM >= printed.top_mm.max(TOLERANCE_MM + quiet_mm);
        let mut text = Area {
            left_mm: left_mm + side_mm + quiet_mm,
            top_mm: printed.top_mm + TIGHT_MM,
            bottom_mm: printed.bottom_mm - TIGHT_MM,
            ..printed
        };
        let mut mark = None;
        if kit.standing == Standing::Specimen {
            let mark_mm = size.height_mm * 0.1;
            mark = Some(Area { top_mm: text.bottom_mm - mark_mm, ..text });
            text.bottom_mm -= mark_mm + 0.5;
        }
        code_fits.then_some(Self { side_mm, code_mm: (left_mm, top_mm), text, mark })
    }

    /// The least side of a code.
    fn least_mm(entry: &Entry) -> f32 {
        CODE_MIN_MM.max(MODULE_MIN_MM * modules(entry.symbol.side_modules()))
    }

    /// The frames for a code, the largest code first.
    fn all(kit: &Kit, entry: &Entry) -> Vec<Self> {
        let size = stock::geometry(kit.choice.stock);
        let zone_mm = (size.width_mm * CODE_PART).min(size.height_mm - 2.0 * TOLERANCE_MM);
        let least_mm = Self::least_mm(entry);
        let most_mm = (zone_mm * entry.symbol.part()).max(least_mm);
        let side = |step: u8| least_mm + (most_mm - least_mm) * f32::from(step) / f32::from(SIDES);
        (0..=SIDES).rev().filter_map(|step| Self::new(kit, entry, side(step))).collect()
    }
}

/// The sheets of labels.
///
/// # Errors
/// See [`LayoutError`].
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let documents = kit.chosen().map(|document| Entry::document(kit, document, measure));
    let entries = documents.chain([Entry::shelf(kit, measure)]).collect::<Result<Vec<_>, _>>()?;
    let placed = placed(kit, &entries, measure)?;
    let stock = kit.choice.stock;
    let mut pages = Vec::new();
    let mut canvas = empty(measure);
    for (number, (entry, (frame, words))) in (kit.choice.start - 1..).zip(entries.iter().zip(&placed)) {
        if number % stock.labels() == 0 && number >= stock.labels() {
            pages.push(std::mem::replace(&mut canvas, empty(measure)).bare());
        }
        let label = stock::label(stock, number % stock.labels());
        draw(&mut canvas, entry, (frame, words), (label.left_mm, label.top_mm));
    }
    pages.push(canvas.bare());
    Ok(pages)
}

fn empty(measure: &dyn Measure) -> Canvas<'_> {
    Canvas::new(A4, say(Lang::Kk, "label-stickers"), measure)
}

/// Where the code and the words of each label stand. All codes have one size, the largest with which every title can be
/// read comfortably; the organization's name stands there where it does not cost half of the code's growth. Titles that
/// are not too long for it have one size.
fn placed(kit: &Kit, entries: &[Entry], measure: &dyn Measure) -> Result<Vec<(Frame, Words)>, LayoutError> {
    let frames: Vec<Vec<Frame>> = entries.iter().map(|entry| Frame::all(kit, entry)).collect();
    let most = frames.iter().map(Vec::len).min().unwrap_or_default();
    let comfortable_pt = COMFORTABLE * small_pt(kit.choice.stock);
    let size_pt = |(entry, frames): (&Entry, &Vec<Frame>), number: usize, extent: Extent| {
        let frame = frames.get(frames.len() - most + number)?;
        let size_pt = words::size_pt(kit, entry, (frame.text, extent), measure)?;
        (size_pt >= comfortable_pt).then_some(size_pt)
    };
    // A title that is too long beside the smallest code decides nothing for the others.
    let last = most.saturating_sub(1);
    let ordinary: Vec<(&Entry, &Vec<Frame>)> = entries
        .iter()
        .zip(&frames)
        .filter(|label| size_pt(*label, last, Extent::WithoutName).is_some())
        .collect();
    let found = [(Extent::Everything, most.div_ceil(2)), (Extent::WithoutName, most)];
    let found = found.into_iter().find_map(|(extent, count)| {
        let all = |number: &usize| ordinary.iter().all(|label| size_pt(*label, *number, extent).is_some());
        (0..count).find(all).map(|number| (number, extent))
    });
    let (number, extent) = found.filter(|_| !ordinary.is_empty()).unwrap_or((last, Extent::Everything));
    let sizes_pt = ordinary.iter().filter_map(|label| size_pt(*label, number, extent));
    let most_pt = sizes_pt.fold(f32::INFINITY, f32::min);
    let labels = entries.iter().zip(&frames);
    let place = |(entry, frames): (&Entry, &Vec<Frame>)| {
        let too_long = LayoutError::TitleTooLong { code: entry.name };
        let frame = frames.get(frames.len() - most + number).ok_or(too_long)?;
        let words = Words::set(kit, entry, (frame.text, extent, most_pt), measure);
        Ok((*frame, words.ok_or(too_long)?))
    };
    labels.map(place).collect()
}

fn draw(canvas: &mut Canvas<'_>, entry: &Entry, (frame, words): (&Frame, &Words), (x_mm, y_mm): (f32, f32)) {
    let corner = (x_mm + frame.code_mm.0, y_mm + frame.code_mm.1);
    let code = DrawnCode::new(entry.name, &entry.symbol, corner, frame.side_mm);
    canvas.code(code.described(entry.alternative()));
    let mut text = frame.text;
    // Level with the code where the words are no higher than it.
    let level = Area {
        top_mm: text.top_mm.max(frame.code_mm.1),
        bottom_mm: text.bottom_mm.min(frame.code_mm.1 + frame.side_mm),
        ..text
    };
    if words.height_mm() <= level.bottom_mm - level.top_mm {
        text = level;
    }
    words.draw(canvas, moved(text, (x_mm, y_mm)));
    if let Some(mark) = frame.mark {
        for word in specimen::strip(moved(mark, (x_mm, y_mm)), canvas.measure) {
            canvas.draw(word);
        }
    }
}

fn moved(area: Area, (x_mm, y_mm): (f32, f32)) -> Area {
    Area {
        left_mm: area.left_mm + x_mm,
        top_mm: area.top_mm + y_mm,
        right_mm: area.right_mm + x_mm,
        bottom_mm: area.bottom_mm + y_mm,
    }
}

/// The sizes of what stands beside a title, by the height of a label.
fn small_pt(stock: Stock) -> f32 {
    match stock {
        Stock::L7160 | Stock::S70x37 => 6.0,
        Stock::L7165 | Stock::S105x74 => 9.0,
    }
}
