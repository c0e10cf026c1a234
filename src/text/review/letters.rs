//! Letters that no text has: broken fonts, wrong encodings; and Latin letters within Cyrillic words.

use super::DoubtKind;
use crate::text::body::Block;

/// The longest word that is shown as a sample, in characters.
const SAMPLE_MAX_CHARS: usize = 40;

/// Letters of other Cyrillic alphabets in one block that are no accident: old Kazakh fonts and UTF-8 that was read as
/// Windows-1251 leave them behind.
const MIN_FOREIGN_LETTERS: usize = 3;

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
        let foreign = text.chars().filter(|letter| is_foreign(*letter)).count();
        let is_broken = |word: &&str| {
            is_garbled(word) || (foreign >= MIN_FOREIGN_LETTERS && word.chars().any(is_foreign))
        };
        garbled.note(words().find(is_broken), anchor);
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

/// Whether a letter belongs to a Cyrillic alphabet that is neither Kazakh nor Russian.
fn is_foreign(letter: char) -> bool {
    let basic = matches!(letter, '\u{0402}'..='\u{040F}' | '\u{0452}'..='\u{045F}' | '\u{0490}' | '\u{0491}');
    // І and і are Kazakh.
    basic && !matches!(letter, 'І' | 'і')
}

/// Whether a word has Latin and Cyrillic letters.
fn is_mixed(word: &str) -> bool {
    // "IT-маман" and "COVID-пен" are written so: parts between hyphens count alone.
    word.split(|character: char| !character.is_alphabetic()).any(|part| {
        let latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'ə' | 'Ə' | 'ı');
        part.chars().any(latin) && part.chars().any(|letter| matches!(letter, '\u{0400}'..='\u{04FF}'))
    })
}
