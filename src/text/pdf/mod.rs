//! PDF becomes a body: characters with their places make lines, lines make paragraphs, tables and footnotes.

mod aligned;
mod canvas;
mod codepage;
mod fonts;
mod forms;
mod furniture;
mod glyphs;
mod guard;
mod kinds;
mod line;
mod lines;
mod margins;
mod marks;
mod notes;
mod order;
mod paragraphs;
mod program;
mod recognised;
mod rules;
mod separator;
mod sight;
mod spans;
mod standing;
mod tables;
#[cfg(test)]
mod tests;
mod threads;
mod upward;
mod voice;
mod watermark;

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, RenderContent, TransformExt, interpret_page,
};

use super::body::{Body, ScannedPage, Warning};
use super::limits::MAX_GLYPHS;
use super::recognition::PageWords;
use super::refusal::{Measure, Refusal};
use canvas::Canvas;
use fonts::Fonts;
use glyphs::{Page, Side};
use kinds::{Facts, Kind};
use lines::Sheet;

/// Reads a PDF; `known` is what is known of the words of pages that are pictures. The body is empty when it has no words;
/// what a person should know of it are its warnings.
///
/// # Errors
/// [`Refusal::Encrypted`] when it takes a password to open, [`Refusal::Damaged`] when it has no pages,
/// [`Refusal::TooLarge`] and [`Refusal::TooDeep`].
pub fn read(bytes: &[u8], known: &[PageWords]) -> Result<Body, Refusal> {
    // A mistake of the library costs this file, as if it were broken.
    catch_unwind(AssertUnwindSafe(|| read_pages(bytes, known))).unwrap_or(Err(Refusal::Damaged))
}

/// Opens a PDF that can be drawn within the limits.
///
/// # Errors
/// What [`read`] refuses.
pub fn open(bytes: &[u8]) -> Result<Pdf, Refusal> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(refusal)?;
    guard::check(&pdf)?;
    Ok(pdf)
}

fn read_pages(bytes: &[u8], known: &[PageWords]) -> Result<Body, Refusal> {
    let pdf = open(bytes)?;
    let mut pages = draw(&pdf)?;
    let is_notice = forms::is_notice(&pdf, &pages);
    codepage::mend(&mut pages);
    let mut body = laid_out(pages, guard::count(&pdf), known);
    if is_notice {
        body.warnings.push(Warning::FormNotice);
    }
    Ok(body)
}

/// The body of a photographed page of this width and height, in pixels.
pub fn of_photo((width, height): (u32, u32), known: &[PageWords]) -> Body {
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let scale = PHOTO_WIDTH / width;
    let page =
        Page { number: 1, width: PHOTO_WIDTH, height: height * scale, is_photo: true, ..Page::default() };
    laid_out(vec![page], 1, known)
}

/// The width of a photographed page, in points: that of A4, which papers have.
const PHOTO_WIDTH: f64 = 595.0;

/// The body of pages, of which the document says that there are `count`.
fn laid_out(mut pages: Vec<Page>, count: u32, known: &[PageWords]) -> Body {
    for page in &mut pages {
        recognised::judge(page);
        if let Some(known) = known.iter().find(|known| known.page == page.number) {
            recognised::put(page, known);
        }
    }
    watermark::remove(&mut pages);
    let facts = Facts::of_all(&pages);
    let sizes: Vec<(f64, f64)> = pages.iter().map(|page| (page.width, page.height)).collect();
    pages.iter_mut().for_each(kinds::clear);
    pages.iter_mut().for_each(standing::lay_down);
    let sides: Vec<Side> = pages.into_iter().flat_map(Page::sides).collect();
    let mut sheets: Vec<Sheet> = Vec::new();
    for side in &sides {
        let open = sheets.last().and_then(|sheet| sheet.tables.last()).map(|table| table.xs.as_slice());
        sheets.push(lines::read(side, open));
    }
    furniture::remove(&mut sheets);
    let kinds = kinds::kinds(&facts, &sheets);
    furniture::remove_stamps(&mut sheets, |page| {
        facts.iter().zip(&kinds).any(|(facts, kind)| facts.number == page && *kind == Kind::Picture)
    });
    let warnings = kinds::warnings(&facts, &kinds, count);
    let scans = scans(&facts, &kinds, &sizes, count);
    let notes = notes::take(&mut sheets);
    threads::join(&mut sheets);
    let mut blocks = paragraphs::read(sheets, &scans);
    recognised::write(&mut blocks, known);
    let mut body = Body { blocks, notes, warnings, ..Body::default() };
    body.number_notes();
    body
}

/// The pages that are shown as pictures.
fn scans(facts: &[Facts], kinds: &[Kind], sizes: &[(f64, f64)], of: u32) -> Vec<ScannedPage> {
    let pages = facts.iter().zip(kinds).zip(sizes);
    let pictures = pages.filter(|((facts, kind), _)| **kind == Kind::Picture || facts.is_scanned());
    let scan = |((facts, _), (width, height)): ((&Facts, &Kind), &(f64, f64))| {
        // Less than a point is no page.
        ScannedPage { number: facts.number, of, width: width.max(1.0) as u32, height: height.max(1.0) as u32 }
    };
    pictures.map(scan).collect()
}

fn refusal(error: LoadPdfError) -> Refusal {
    match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Refusal::Encrypted,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Refusal::Damaged,
    }
}

/// What the pages show.
fn draw(pdf: &Pdf) -> Result<Vec<Page>, Refusal> {
    let settings = InterpreterSettings::default();
    let cache = InterpreterCache::new();
    let mut fonts = Fonts::of(pdf, &settings);
    // One more than may be drawn: none left is one too many.
    let left = Cell::new(MAX_GLYPHS + 1);
    let mut pages = Vec::new();
    for (page, number) in pdf.pages().iter().zip(1..) {
        let (width, height) = page.render_dimensions();
        let size = (f64::from(width), f64::from(height));
        let place = page.initial_transform(false).to_kurbo();
        let bounds = Rect::new(0.0, 0.0, size.0, size.1);
        let mut canvas = Canvas::new(number, size, &mut fonts, &left);
        for content in [RenderContent::PAGE, RenderContent::ANNOTATIONS] {
            let settings = InterpreterSettings { render_content: content, ..settings.clone() };
            let mut context = Context::new(place, bounds, &cache, pdf.xref(), settings);
            interpret_page(page, &mut context, &mut canvas);
            canvas.add();
        }
        let mut drawn = canvas.finish();
        forms::fill(&mut drawn, page.raw(), place);
        drawn.is_broken = guard::is_broken(page);
        pages.push(drawn);
        if left.get() == 0 {
            return Err(Refusal::TooLarge { what: Measure::Characters, limit: MAX_GLYPHS });
        }
    }
    Ok(pages)
}
