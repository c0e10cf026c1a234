//! Letters whose font does not say what they are, or says something else than it draws: Cyrillic by the code page of
//! Windows that was taken for Latin, "Òðóäîâîé äîãîâîð" for "Трудовой договор".

use super::glyphs::{Glyph, Page, is_unreadable};

/// Letters of the upper half from which a font is judged.
const MIN_LETTERS: usize = 8;

/// Their share among a font's letters above which it is not Latin, in percent: no language writes so many accents.
const MIN_PERCENT: usize = 60;

/// The share of vowels among the letters of Russian and Kazakh, in percent: about 42; of mere noise: about 28.
const VOWELS_PERCENT: std::ops::RangeInclusive<usize> = 33..=58;

/// The characters of the code page from 0x80 to 0xBF.
const SIGNS: [char; 64] = [
    'Ђ', 'Ѓ', '‚', 'ѓ', '„', '…', '†', '‡', '€', '‰', 'Љ', '‹', 'Њ', 'Ќ', 'Ћ', 'Џ', 'ђ', '‘', '’', '“', '”',
    '•', '–', '—', '\u{98}', '™', 'љ', '›', 'њ', 'ќ', 'ћ', 'џ', '\u{A0}', 'Ў', 'ў', 'Ј', '¤', 'Ґ', '¦', '§',
    'Ё', '©', 'Є', '«', '¬', '\u{AD}', '®', 'Ї', '°', '±', 'І', 'і', 'ґ', 'µ', '¶', '·', 'ё', '№', 'є', '»',
    'ј', 'Ѕ', 'ѕ', 'ї',
];

/// The share of unknown characters of a font above which nothing that was guessed of it is believed, in percent.
const MAX_UNKNOWN_PERCENT: usize = 10;

/// What is known of the letters of a font.
#[derive(Default)]
struct Letters {
    /// Those of the upper half, as the code page has them.
    upper: String,
    /// How many others there are.
    others: usize,
    /// How many are unknown, and how many are unknown or guessed.
    unknown: usize,
    guessed: usize,
}

/// What becomes of the letters of a font.
#[derive(Clone, Copy)]
enum Verdict {
    /// They are as they say.
    Sound,
    /// They are those of the code page.
    Cyrillic,
    /// Nobody knows what they are.
    Unreadable,
}

/// Gives letters of the code page back to the fonts that lost them; what stays unknown stays unreadable.
pub fn mend(pages: &mut [Page]) {
    let mut fonts: Vec<Letters> = Vec::new();
    for glyph in pages.iter().flat_map(|page| &page.glyphs) {
        if fonts.len() <= glyph.font {
            fonts.resize_with(glyph.font + 1, Letters::default);
        }
        fonts[glyph.font].add(glyph);
    }
    let verdicts: Vec<Verdict> = fonts.iter().map(Letters::verdict).collect();
    for glyph in pages.iter_mut().flat_map(|page| &mut page.glyphs) {
        match verdicts[glyph.font] {
            Verdict::Cyrillic => {
                if let Some(code) = any_code(glyph).filter(|code| !code.is_ascii()).or(glyph.code) {
                    glyph.text = character(code).into();
                }
            }
            Verdict::Unreadable if is_guess(glyph) || upper_code(glyph).is_some() => {
                glyph.text = char::REPLACEMENT_CHARACTER.into();
            }
            Verdict::Sound | Verdict::Unreadable => {}
        }
    }
}

impl Letters {
    fn add(&mut self, glyph: &Glyph) {
        match upper_code(glyph) {
            Some(code) => self.upper.extend(Some(character(code)).filter(|letter| letter.is_alphabetic())),
            None => self.others += glyph.text.chars().filter(|letter| letter.is_alphabetic()).count(),
        }
        self.guessed += usize::from(glyph.code.is_some());
        self.unknown += glyph.text.chars().filter(|letter| is_unreadable(*letter)).count();
    }

    fn verdict(&self) -> Verdict {
        let upper = self.upper.chars().count();
        let is_lost = upper >= MIN_LETTERS && upper * 100 >= (upper + self.others) * MIN_PERCENT;
        // Codes of the lower half that say nothing are those of no code page at all.
        let is_honest = self.unknown <= upper + upper / 10;
        match is_lost {
            true if is_honest && is_language(&self.upper) => Verdict::Cyrillic,
            true => Verdict::Unreadable,
            false if self.unknown * 100 > self.guessed * MAX_UNKNOWN_PERCENT => Verdict::Unreadable,
            false => Verdict::Sound,
        }
    }
}

/// Whether what a character says is a guess, and not a sign that is known.
fn is_guess(glyph: &Glyph) -> bool {
    glyph.code.is_some() && glyph.text.is_ascii()
}

/// The code of a letter in the upper half of the code page.
fn upper_code(glyph: &Glyph) -> Option<u8> {
    let is_letter = |code: &u8| matches!(code, 0xA1..=0xA3 | 0xA5 | 0xA8 | 0xAA | 0xAF | 0xB2..=0xB4 | 0xB8 | 0xBA | 0xBC..);
    any_code(glyph).filter(is_letter)
}

/// The code of a letter of which nothing is known, or of the Latin letter for which it is taken.
fn any_code(glyph: &Glyph) -> Option<u8> {
    let mut letters = glyph.text.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    if is_unreadable(letter) { glyph.code } else { u8::try_from(u32::from(letter)).ok() }
}

fn character(code: u8) -> char {
    match code {
        0..=0x7F => char::from(code),
        0x80..=0xBF => SIGNS[usize::from(code) - 0x80],
        0xC0.. => {
            char::from_u32(u32::from('А') + u32::from(code) - 0xC0).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
    }
}

/// Whether letters are those of a language: vowels are as frequent as in words, and capitals are few or all.
fn is_language(letters: &str) -> bool {
    let count = letters.chars().count();
    let vowels = letters.to_lowercase().chars().filter(|letter| "аеёиоуыэюяіәөұү".contains(*letter)).count();
    let capitals = letters.chars().filter(|letter| letter.is_uppercase()).count();
    VOWELS_PERCENT.contains(&(vowels * 100 / count.max(1)))
        && (capitals * 2 < count || capitals * 10 > count * 8)
}

#[cfg(test)]
mod tests {
    use super::{character, is_language};

    #[test]
    fn codes_are_those_of_windows() {
        let text: String = b"\xD2\xF0\xF3\xE4 \xB9\xA8\xB8\xB3".iter().map(|code| character(*code)).collect();
        assert_eq!(text, "Труд №Ёёі");
    }

    #[test]
    fn noise_is_no_language() {
        assert!(is_language("Работникпринимаетсянадолжностьучителя"));
        assert!(is_language("ТРУДОВОЙДОГОВОР"));
        assert!(!is_language("ЪщЖкгЪхФбЦшЯмГтЩзЪвНрЧ"));
        assert!(!is_language(""));
    }
}
