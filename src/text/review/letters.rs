//! Letters that no text has: broken fonts, wrong encodings; and Latin letters within Cyrillic words.

use super::doubt::DoubtKind;
use crate::text::body::Block;
use crate::text::language::is_foreign;

/// The longest word that is shown as a sample, in characters.
const SAMPLE_MAX_CHARS: usize = 40;

/// Signs that stand for letters in old fonts, and never stand within a word.
const SIGNS_OF_OLD_FONTS: [char; 11] = ['¤', '¦', '±', '¶', '†', '‡', '‰', '‹', '›', '¬', '€'];

/// Latin letters with marks next to each other that are no word: Cyrillic that was read as Latin-1, "Ïðèâåò", "ÐŸÑ€".
const MIN_ACCENTED_RUN: usize = 3;

/// What is doubtful about the letters, with the anchor at or above the first place.
pub fn doubts(blocks: &[Block]) -> Vec<(Option<String>, DoubtKind)> {
    let mut garbled = Found::default();
    let mut mixed = Found::default();
    let mut anchor = None;
    for block in blocks {
        anchor = block.anchor().or(anchor);
        let text = block.to_text();
        let words = || text.split(|character: char| character.is_whitespace());
        garbled.note(words().find(|word| is_garbled(word) || is_of_old_font(word)), anchor);
        mixed.note(words().find(|word| is_mixed(word)), anchor);
    }
    let garbled = garbled.doubt(|blocks, sample| DoubtKind::Garbled { blocks, sample });
    let mixed = mixed.doubt(|blocks, sample| DoubtKind::LookAlikes { blocks, sample });
    garbled.into_iter().chain(mixed).collect()
}

/// Places of one kind.
#[derive(Default)]
struct Found {
    blocks: usize,
    first: Option<(Option<String>, String)>,
}

impl Found {
    fn note(&mut self, word: Option<&str>, anchor: Option<&str>) {
        let Some(word) = word else { return };
        self.blocks += 1;
        self.first.get_or_insert_with(|| {
            (anchor.map(str::to_owned), word.chars().take(SAMPLE_MAX_CHARS).collect())
        });
    }

    fn doubt(self, kind: impl Fn(usize, String) -> DoubtKind) -> Option<(Option<String>, DoubtKind)> {
        self.first.map(|(anchor, sample)| (anchor, kind(self.blocks, sample)))
    }
}

/// Whether a word has a character without meaning or a run of letters that only a wrong encoding gives.
fn is_garbled(word: &str) -> bool {
    let mut run = 0;
    word.chars().any(|letter| {
        run = if matches!(letter, '\u{80}'..='\u{9F}' | 'À'..='ÿ') { run + 1 } else { 0 };
        let meaningless = matches!(letter, '\u{FFFD}' | '\u{E000}'..='\u{F8FF}' | '\0'..='\u{8}');
        meaningless || run >= MIN_ACCENTED_RUN
    }) || word.contains("Ð") && word.contains("Ñ")
}

/// Whether a word is of an old Kazakh font, which draws Kazakh letters under the codes of letters of other alphabets and
/// of signs, or of UTF-8 that was read as Windows-1251. One such letter is enough: none is typed by accident.
fn is_of_old_font(word: &str) -> bool {
    let is_cyrillic = |letter: &char| matches!(letter, '\u{0400}'..='\u{04FF}');
    let letters: Vec<char> = word.chars().collect();
    let is_sign_of_letter = |around: &[char]| {
        is_cyrillic(&around[0]) && SIGNS_OF_OLD_FONTS.contains(&around[1]) && is_cyrillic(&around[2])
    };
    letters.iter().copied().any(is_foreign) || letters.windows(3).any(is_sign_of_letter)
}

/// Whether a word has Latin and Cyrillic letters.
fn is_mixed(word: &str) -> bool {
    // "IT-маман" and "COVID-пен" are written so: parts between hyphens count alone.
    word.split(|character: char| !character.is_alphabetic()).any(|part| {
        let latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'ə' | 'Ə' | 'ı');
        part.chars().any(latin) && part.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04FF}'))
    })
}
