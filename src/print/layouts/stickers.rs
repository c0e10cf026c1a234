//! Stickers: one code on each label of a sheet, for every document and for the shelf; or for chosen articles and points.
//!
//! The code stands left, the words right. What stands on the labels is decided once for all of them
//! ([`arrangement`]), so that they look like one another. A title that has no room even in [`LEAST_PT`] gives its place
//! to the kind of the document: smaller letters nobody reads, and the code opens the title anyway.

mod arrangement;
mod shorten;
pub mod stock;
mod words;

use self::arrangement::{Arranged, Labelled, Reserve};
use crate::domain::{Clause, Code, Lang};
use crate::phrases::say;
use crate::print::model::LayoutError;
use crate::print::model::choice::{Choice, LANGUAGES, Stock};
use crate::print::model::display_list::{DrawnCode, Page};
use crate::print::model::geometry::{A4, Area};
use crate::print::model::kit::{Document, Kit, PrintStatus};
use crate::print::model::style::{Measure, Style};
use crate::print::typeset::canvas::Canvas;
use crate::print::typeset::trial_mark;

/// Least side of a code: a telephone reads it at arm's length.
pub const CODE_MIN_MM: f32 = 22.0;

/// Least side of a module: what office printers and cheap cameras hold sharp.
pub const MODULE_MIN_MM: f32 = 0.75;

/// Least size of a title.
pub const LEAST_PT: f32 = 6.0;

/// Least height of the mark of a trial print.
const MARK_MIN_MM: f32 = 2.4;

/// The sheets of labels.
///
/// # Errors
/// See [`LayoutError`].
pub fn pages(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Page>, LayoutError> {
    let labels = labelled(kit, measure)?;
    let arranged = arrangement::arranged(kit, &labels, measure)?;
    let stock = kit.choice.stock;
    let first = kit.choice.start - 1;
    let sheet_of = |number: usize| (first + number) / stock.labels();
    let mut pages = Vec::new();
    for sheet in sheet_of(0)..=sheet_of(labels.len() - 1) {
        let numbers: Vec<usize> = (0..labels.len()).filter(|number| sheet_of(*number) == sheet).collect();
        let mut canvas = Canvas::new(A4, say(Lang::Kk, "label-stickers"), measure);
        let places = numbers.iter().map(|number| {
            let label = stock::label(stock, (first + number) % stock.labels()).moved(kit.choice.shift.mm());
            (&labels[*number], &arranged[*number], (label.left_mm, label.top_mm))
        });
        if kit.status == PrintStatus::Trial {
            mark(&mut canvas, places.clone().map(|(_, arranged, at)| (arranged, at)));
        }
        for (label, arranged, at) in places {
            draw(&mut canvas, label, arranged, at);
        }
        pages.push(canvas.bare());
    }
    Ok(pages)
}

/// What gets a label.
fn labelled(kit: &Kit, measure: &dyn Measure) -> Result<Vec<Labelled>, LayoutError> {
    if kit.choice.clauses.is_empty() {
        let documents = kit.chosen().map(|document| Labelled::document(kit, document, measure));
        return documents.chain([Labelled::shelf(kit, measure)]).collect();
    }
    let named = |(code, clause): &(Code, Clause)| {
        let found = kit.clauses.iter().find(|named| (named.document, named.clause) == (*code, *clause));
        found.ok_or(LayoutError::NoClause { code: *code, clause: *clause })
    };
    kit.choice.clauses.iter().map(|asked| Labelled::clause(kit, named(asked)?, measure)).collect()
}

/// The stocks on whose labels a document of the kit cannot be named in full: they will have words of both ends of its
/// titles.
///
/// # Errors
/// See [`LayoutError`].
pub fn too_small(kit: &Kit, document: &Document, measure: &dyn Measure) -> Result<Vec<Stock>, LayoutError> {
    let label = Labelled::document(kit, document, measure)?;
    let is_too_small = |stock: &Stock| {
        let choice = Choice { stock: *stock, ..kit.choice.clone() };
        !arrangement::is_whole(&Kit { choice, ..kit.clone() }, &label, measure)
    };
    Ok(Stock::ALL.iter().copied().filter(is_too_small).collect())
}

fn draw(canvas: &mut Canvas<'_>, label: &Labelled, arranged: &Arranged, at: (f32, f32)) {
    let frame = arranged.frame;
    let corner = (at.0 + frame.code_mm.0, at.1 + frame.code_mm.1);
    let code = DrawnCode::new(label.titled.name, &label.titled.symbol, corner, frame.side_mm);
    canvas.code(code.described(label.titled.alternative()));
    arranged.words.draw(canvas, frame.text.moved(at));
}

/// Marks the labels of a trial print where their words leave room: what is printed never depends on it. Where no label of
/// the sheet has any, the first one has the mark under its words.
fn mark<'a>(canvas: &mut Canvas<'_>, labels: impl Iterator<Item = (&'a Arranged, (f32, f32))> + Clone) {
    let mut marked = false;
    for (arranged, at) in labels.clone() {
        let free = match arranged.reserve {
            Reserve::Mark => Some(arranged.frame.mark),
            Reserve::Nothing => arranged.words.free(arranged.frame.text),
        };
        if let Some(free) = free.filter(|free| free.bottom_mm - free.top_mm >= MARK_MIN_MM) {
            strip(canvas, free.moved(at));
            marked = true;
        }
    }
    if let Some((arranged, at)) = labels.clone().next().filter(|_| !marked) {
        for word in trial_mark::outlined(arranged.frame.text.moved(at), canvas.measure) {
            canvas.draw(word);
        }
    }
}

/// Both words of the mark beside each other, at the foot of a place: in full letters, because outlines so small would
/// run into each other.
fn strip(canvas: &mut Canvas<'_>, place: Area) {
    const PROBE: Style = Style::bold(10.0);
    const MOST_PT: f32 = 14.0;
    let texts = LANGUAGES.map(|lang| (lang, say(lang, "stand-specimen")));
    let measure = canvas.measure;
    let space_mm = measure.width_mm("  ", PROBE);
    let widths_mm = texts.each_ref().map(|(_, text)| measure.width_mm(text, PROBE));
    let wide = (place.right_mm - place.left_mm) / (widths_mm[0] + space_mm + widths_mm[1]);
    let high = (place.bottom_mm - place.top_mm) / (measure.ascent_mm(PROBE) + measure.descent_mm(PROBE));
    let part = wide.min(high).min(MOST_PT / PROBE.size_pt);
    let style = Style::bold(PROBE.size_pt * part);
    let baseline_mm = place.bottom_mm - measure.descent_mm(style);
    let starts_mm = [place.left_mm, place.left_mm + (widths_mm[0] + space_mm) * part];
    for ((lang, text), x_mm) in texts.into_iter().zip(starts_mm) {
        canvas.text(&text, lang, style, (x_mm, baseline_mm));
    }
}
