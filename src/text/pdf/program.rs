//! What the file of a font says of its letters: their places in Unicode, else their names.

use std::collections::HashMap;

use hayro_interpret::font::FontData;
use ttf_parser::{Face, GlyphId};

/// The most characters of a font that are looked at: a font of all Chinese signs has fewer.
const MAX_CHARACTERS: usize = 100_000;

/// The file of a font; it is read when a letter is asked for.
pub struct Program {
    data: FontData,
    letters: Option<HashMap<u32, String>>,
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Program").field("letters", &self.letters).finish()
    }
}

impl Program {
    /// The file with these bytes.
    pub fn new(data: FontData) -> Self {
        Self { data, letters: None }
    }

    /// What the letter with this number in the file says.
    pub fn letter(&mut self, number: u32) -> Option<String> {
        let data = &self.data;
        self.letters.get_or_insert_with(|| letters(data.as_ref().as_ref())).get(&number).cloned()
    }
}

fn letters(data: &[u8]) -> HashMap<u32, String> {
    let mut letters = HashMap::new();
    let Ok(face) = Face::parse(data, 0) else { return letters };
    let maps = face.tables().cmap.iter().flat_map(|map| map.subtables);
    let mut left = MAX_CHARACTERS;
    for map in maps.filter(|map| map.is_unicode()) {
        map.codepoints(|code| {
            left = left.saturating_sub(1);
            let character = char::from_u32(code).filter(|character| left > 0 && !is_private(*character));
            if let (Some(character), Some(GlyphId(number))) = (character, map.glyph_index(code)) {
                letters.entry(u32::from(number)).or_insert_with(|| character.to_string());
            }
        });
    }
    for number in 0..face.number_of_glyphs() {
        if let Some(character) = face.glyph_name(GlyphId(number)).and_then(named) {
            letters.entry(u32::from(number)).or_insert_with(|| character.to_string());
        }
    }
    letters
}

/// Whether a character stands in the private area: symbol fonts put theirs there.
fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}')
}

/// The character of a name: `uni0451`, `u0451`, `afii10071`, `space`, `a`.
fn named(name: &str) -> Option<char> {
    let name = name.split('.').next().unwrap_or_default();
    let hexadecimal = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'));
    if let Some(digits) = hexadecimal.filter(|digits| (4..=6).contains(&digits.len())) {
        return u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    }
    if let Some(number) = name.strip_prefix("afii").and_then(|number| number.parse().ok()) {
        return cyrillic(number);
    }
    let mut letters = name.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if letter.is_ascii_alphabetic() => Some(letter),
        _ => SIGNS.iter().find(|(sign, _)| *sign == name).map(|(_, character)| *character),
    }
}

/// A letter by its number in Adobe's list of Cyrillic glyphs.
fn cyrillic(number: u32) -> Option<char> {
    let letter = |first: char, from: u32| char::from_u32(u32::from(first) + number - from);
    match number {
        10017..=10022 => letter('А', 10017),
        10023 => Some('Ё'),
        10024..=10049 => letter('Ж', 10024),
        10065..=10070 => letter('а', 10065),
        10071 => Some('ё'),
        10072..=10097 => letter('ж', 10072),
        10055 => Some('І'),
        10103 => Some('і'),
        10846 => Some('ә'),
        61352 => Some('№'),
        _ => None,
    }
}

/// Signs and digits by their names in Adobe's list.
const SIGNS: [(&str, char); 32] = [
    ("space", ' '),
    ("nbspace", ' '),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semicolon", ';'),
    ("hyphen", '-'),
    ("endash", '–'),
    ("emdash", '—'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("slash", '/'),
    ("percent", '%'),
    ("quotedbl", '"'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("exclam", '!'),
    ("question", '?'),
    ("underscore", '_'),
    ("plus", '+'),
    ("equal", '='),
    ("bullet", '•'),
];

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_say_letters() {
        let letters =
            ["uni04B1", "afii10017", "afii10049", "afii10071", "afii10097", "one", "uni0451.alt", "x"];
        let read: Vec<Option<char>> = letters.into_iter().map(named).collect();
        assert_eq!(read, ['ұ', 'А', 'Я', 'ё', 'я', '1', 'ё', 'x'].map(Some));
        for name in ["g17", "afii1", ".notdef", "uniXYZW", "cid123"] {
            assert_eq!(named(name), None, "{name}");
        }
    }
}
