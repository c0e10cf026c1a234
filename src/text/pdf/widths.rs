//! Widths of characters are spelled out one by one: the library reads lists of widths (`5 [600 610]`), but leaves
//! out ranges of one width (`5 9 600`, ISO 32000-1, 9.7.4.3), and words would fall apart.

use pdf_extract::{Document, Object, ObjectId};

/// Character codes of a font: two bytes each.
const MAX_CODES: i64 = 1 << 16;

/// Spells out the widths of all fonts.
pub fn spell_out(document: &mut Document) {
    let fonts: Vec<(ObjectId, Vec<Object>)> = document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            Some((*id, spelled(array(document, object.as_dict().ok()?.get(b"W").ok()?)?)))
        })
        .collect();
    for (id, widths) in fonts {
        if let Ok(font) = document.get_dictionary_mut(id) {
            font.set("W", widths);
        }
    }
}

fn array<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Vec<Object>> {
    document.dereference(object).ok()?.1.as_array().ok()
}

/// Widths in lists only; what is malformed ends them.
fn spelled(widths: &[Object]) -> Vec<Object> {
    let mut lists = Vec::new();
    let mut codes = 0;
    let mut rest = widths;
    loop {
        rest = match rest {
            [first, list @ Object::Array(_), rest @ ..] => {
                lists.extend([first.clone(), list.clone()]);
                rest
            }
            [Object::Integer(first), Object::Integer(last), width, rest @ ..] => {
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, MAX_CODES - codes);
                codes += count;
                lists.extend([Object::Integer(*first), vec![width.clone(); count as usize].into()]);
                rest
            }
            _ => return lists,
        };
    }
}
