//! What fonts say beside their letters. The library hands out characters without their fonts, but with their widths:
//! so widths, which are whole thousandths of the size, carry the emphasis in their fraction.
//!
//! Widths are also spelled out one by one: the library reads lists of widths (`5 [600 610]`), but leaves out ranges of
//! one width (`5 9 600`, ISO 32000-1, 9.7.4.3), and words would fall apart.

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use crate::text::body::Emphasis;

/// Character codes of a font: two bytes each.
const MAX_CODES: i64 = 1 << 16;

/// The flags of a font descriptor (ISO 32000-1, table 123).
const ITALIC_FLAG: i64 = 1 << 6;
const BOLD_FLAG: i64 = 1 << 18;

/// The weight from which a font is bold: 600 is half bold.
const BOLD_WEIGHT: f32 = 600.0;

/// Emphasis by the quarter of a thousandth that is added to a width.
const LOOKS: [Emphasis; 4] = [Emphasis::Plain, Emphasis::Bold, Emphasis::Italic, Emphasis::BoldItalic];

/// The emphasis that a character's width, in sizes of its font, carries.
pub fn look(width: f64) -> Emphasis {
    let quarters = (width * 1000.0).rem_euclid(1.0) * 4.0;
    let nearest = quarters.round();
    // Widths that are no thousandths belong to fonts that were left alone.
    let exact = (quarters - nearest).abs() < 0.01;
    if exact { LOOKS.get(nearest as usize).copied().unwrap_or_default() } else { Emphasis::Plain }
}

/// Prepares the widths of all fonts.
pub fn prepare(document: &mut Document) {
    let fonts: Vec<(ObjectId, &[u8], Vec<Object>)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let font = object.as_dict().ok()?;
            let look = look_of(document, font);
            let widths = match array(document, font, b"W") {
                Some(widths) => (&b"W"[..], spelled(widths, look)),
                // The widths of drawn fonts have a scale of their own.
                None if name(font, b"Subtype") == Some(b"Type3") => return None,
                None => (&b"Widths"[..], marked(array(document, font, b"Widths")?, look)),
            };
            Some((*id, widths.0, widths.1))
        })
        .collect();
    for (id, key, widths) in fonts {
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set(key, widths);
        }
    }
}

/// The emphasis of a font by its name, else by its descriptor.
fn look_of(document: &Document, font: &Dictionary) -> Emphasis {
    let base = name(font, b"BaseFont").unwrap_or_default();
    let base = String::from_utf8_lossy(base).to_lowercase();
    let descriptor = font
        .get(b"FontDescriptor")
        .and_then(|descriptor| document.dereference(descriptor))
        .and_then(|(_, descriptor)| descriptor.as_dict())
        .ok();
    let entry = |key: &[u8]| descriptor.and_then(|descriptor| descriptor.get(key).ok());
    let flags = entry(b"Flags").and_then(|flags| flags.as_i64().ok()).unwrap_or_default();
    let weight = entry(b"FontWeight").and_then(|weight| weight.as_float().ok()).unwrap_or_default();
    let named = |words: &[&str]| words.iter().any(|word| base.contains(word));
    let bold = named(&["bold", "black", "heavy"]) || flags & BOLD_FLAG != 0 || weight >= BOLD_WEIGHT;
    let italic = named(&["italic", "oblique"]) || flags & ITALIC_FLAG != 0;
    LOOKS[usize::from(bold) + 2 * usize::from(italic)]
}

fn name<'d>(dictionary: &'d Dictionary, key: &[u8]) -> Option<&'d [u8]> {
    dictionary.get(key).and_then(Object::as_name).ok()
}

fn array<'d>(document: &'d Document, font: &'d Dictionary, key: &[u8]) -> Option<&'d Vec<Object>> {
    document.dereference(font.get(key).ok()?).ok()?.1.as_array().ok()
}

/// A width that carries an emphasis; what is no number stays as it is.
fn mark(width: &Object, look: Emphasis) -> Object {
    let quarters = LOOKS.iter().position(|known| *known == look).unwrap_or_default() as f32;
    width.as_float().map_or_else(|_| width.clone(), |width| Object::Real(width.round() + quarters / 4.0))
}

fn marked(widths: &[Object], look: Emphasis) -> Vec<Object> {
    widths.iter().map(|width| mark(width, look)).collect()
}

/// Widths in lists only; what is malformed ends them.
fn spelled(widths: &[Object], look: Emphasis) -> Vec<Object> {
    let mut lists = Vec::new();
    let mut codes = 0;
    let mut rest = widths;
    loop {
        rest = match rest {
            [first, Object::Array(list), rest @ ..] => {
                lists.extend([first.clone(), marked(list, look).into()]);
                rest
            }
            [Object::Integer(first), Object::Integer(last), width, rest @ ..] => {
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, MAX_CODES - codes);
                codes += count;
                lists.extend([Object::Integer(*first), vec![mark(width, look); count as usize].into()]);
                rest
            }
            _ => return lists,
        };
    }
}
