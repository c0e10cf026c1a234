//! Forms that are filled in: values that no appearance shows stand where their fields are; of a form that only one
//! program shows there is nothing but a notice.

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object, Rect, String as Words};
use hayro_interpret::kurbo::{Affine, Point};

use super::glyphs::{Glyph, Look, Page};

/// Fields within fields: honest forms nest a handful.
const MAX_NESTING: usize = 16;

/// The largest letters of a value, in points.
const MAX_SIZE: f64 = 12.0;

/// The flags of an annotation that is not shown (ISO 32000-1, table 165): hidden, no view.
const UNSEEN_FLAGS: u32 = 1 << 1 | 1 << 5;

/// What notices say that stand in place of a form: all words of one of these.
const NOTICES: [&[&str]; 3] = [
    &["please wait", "proper contents of the document"],
    &["подождите", "содержимым документа"],
    &["to view the full contents of this document", "later version of the pdf viewer"],
];

/// Puts the values of fields without an appearance on the page; `place` leads to its upright place.
pub fn fill(page: &mut Page, raw: &Dict<'_>, place: Affine) {
    let Some(notes) = raw.get::<Array<'_>>(b"Annots") else { return };
    for note in notes.iter::<Dict<'_>>() {
        let is_field = note.get::<Name<'_>>(b"Subtype").is_some_and(|kind| kind.as_ref() == b"Widget");
        let unseen = note.get::<u32>(b"F").unwrap_or_default() & UNSEEN_FLAGS != 0;
        let (Some(area), true, false) = (note.get::<Rect>(b"Rect"), is_field, unseen) else { continue };
        let corners = (place * Point::new(area.x0, area.y0), place * Point::new(area.x1, area.y1));
        let area = hayro_interpret::kurbo::Rect::from_points(corners.0, corners.1);
        let is_shown = page.glyphs.iter().any(|glyph| {
            !glyph.text.trim().is_empty()
                && area.contains(Point::new(glyph.x + glyph.width / 2.0, glyph.y + 1.0))
        });
        if let Some(value) =
            button(&note).or_else(|| value(&note)).filter(|value| !is_shown && !value.trim().is_empty())
        {
            write(page, &value, area);
        }
    }
}

/// The sign of a box to tick (ISO 32000-1, 12.7.4.2), ticked or not.
fn button(note: &Dict<'_>) -> Option<String> {
    let state = note.get::<Name<'_>>(b"AS")?;
    let parent = note.get::<Dict<'_>>(b"Parent");
    let kind = note.get::<Name<'_>>(b"FT").or_else(|| parent.as_ref()?.get::<Name<'_>>(b"FT"))?;
    let sign = if state.as_ref() == b"Off" { "☐" } else { "☑" };
    (kind.as_ref() == b"Btn").then(|| sign.to_owned())
}

/// The words of a field's value, which may stand in the field above it.
fn value(field: &Dict<'_>) -> Option<String> {
    let mut field = field.clone();
    for _ in 0..MAX_NESTING {
        match field.get::<Object<'_>>(b"V") {
            Some(Object::String(words)) => return Some(decoded(words.as_bytes())),
            Some(Object::Array(words)) => {
                let words: Vec<String> =
                    words.iter::<Words<'_>>().map(|words| decoded(words.as_bytes())).collect();
                return Some(words.join(", "));
            }
            Some(_) => return None,
            None => field = field.get::<Dict<'_>>(b"Parent")?,
        }
    }
    None
}

/// The words of a text string: in UTF-16 or UTF-8 with a mark, else in Latin.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> =
                rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// Writes a value from the upper edge of its field down.
fn write(page: &mut Page, value: &str, area: hayro_interpret::kurbo::Rect) {
    let lines: Vec<&str> = value.split(['\r', '\n']).filter(|line| !line.trim().is_empty()).collect();
    let room = area.height() / lines.len().max(1) as f64;
    let size = (room * 0.7).clamp(4.0, MAX_SIZE);
    for (index, line) in lines.into_iter().enumerate() {
        let y = area.y1 - room * (index as f64 + 0.5) - size * 0.35;
        for (at, character) in line.chars().enumerate() {
            page.glyphs.push(Glyph {
                x: area.x0 + size * (0.2 + 0.5 * at as f64),
                y,
                width: size * 0.5,
                size,
                turn: 0,
                text: character.into(),
                look: Look::default(),
                is_slanting: false,
                is_pale: false,
                font: 0,
                code: None,
                is_added: true,
            });
        }
    }
}

/// Whether a document is a form of which its pages only say that another program shows it.
pub fn is_notice(pdf: &Pdf, pages: &[Page]) -> bool {
    let text: String = pages.iter().flat_map(|page| &page.glyphs).map(|glyph| glyph.text.as_str()).collect();
    // Words may be parted by spaces, by lines or by gaps alone.
    let letters = |text: &str| -> String {
        text.to_lowercase().chars().filter(|character| character.is_alphabetic()).collect()
    };
    let words = letters(&text);
    if NOTICES.iter().any(|notice| notice.iter().all(|part| words.contains(&letters(part)))) {
        return true;
    }
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap_or_default();
    let form = catalog.get::<Dict<'_>>(b"AcroForm").filter(|form| form.contains_key(b"XFA"));
    let fields = |form: Dict<'_>| {
        form.get::<Array<'_>>(b"Fields").map_or(0, |fields| fields.iter::<Object<'_>>().count())
    };
    let is_rendered = catalog.get::<bool>(b"NeedsRendering").unwrap_or_default();
    form.is_some_and(|form| is_rendered || fields(form) == 0)
}
