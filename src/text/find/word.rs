//! Words of a text: case folded, look-alikes of the two alphabets folded, endings cut off.

use std::ops::Range;

use rust_stemmers::{Algorithm, Stemmer};

use super::kazakh;
use super::synonyms::is_stop_word;
use crate::domain::Lang;

/// Longest indexed form, in characters: longer ones are broken text.
const FORM_MAX_CHARS: usize = 40;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// Its letters as they are compared: lower case, Latin look-alikes as Cyrillic letters, Kazakh letters as the Russian
    /// ones that stand in for them on a phone without a Kazakh keyboard.
    pub folded: String,
    /// Whether it has a letter that only Kazakh has.
    is_kazakh: bool,
}

/// The words of a text, in order.
pub fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        while rest.next_if(|(_, c)| !c.is_alphanumeric()).is_some() {}
        let (start, _) = *rest.peek()?;
        let mut end = start;
        while let Some((at, c)) = rest.next_if(|(_, c)| c.is_alphanumeric() || is_invisible(*c)) {
            end = at + c.len_utf8();
        }
        Some(Word::new(&text[start..end], start..end))
    })
}

/// A soft hyphen or an accent inside a word, which nobody types.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{300}' | '\u{301}' | '\u{200b}' | '\u{2060}')
}

impl Word {
    fn new(text: &str, at: Range<usize>) -> Self {
        let is_cyrillic = text.chars().any(|c| matches!(c, '\u{0400}'..='\u{04ff}'));
        let mut is_kazakh = false;
        let visible = text.chars().filter(|c| !is_invisible(*c));
        let folded = if is_cyrillic {
            let mut folded = String::with_capacity(text.len());
            for c in visible {
                for lower in cyrillic_look_alike(c).to_lowercase().filter(|c| c.is_alphanumeric()) {
                    let plain = plain_letter(lower);
                    is_kazakh |= plain != lower && lower != 'ё';
                    folded.push(plain);
                }
            }
            folded
        } else {
            visible.flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect()
        };
        Self { at, folded, is_kazakh }
    }

    /// The form under which the word is indexed in a text of this language; none for words that stand everywhere.
    pub fn stem(&self, lang: Lang) -> Option<String> {
        (!is_stop_word(&self.folded)).then(|| self.form(lang))
    }

    /// Every form under which the word may be indexed, whatever the language of the text: nobody says in which one a
    /// query is written.
    pub fn forms(&self) -> Vec<String> {
        let mut forms: Vec<String> = Lang::ALL.map(|lang| self.form(lang)).into();
        forms.sort_unstable();
        forms.dedup();
        forms
    }

    fn form(&self, lang: Lang) -> String {
        let is_cyrillic = self.folded.chars().any(|c| matches!(c, '\u{0400}'..='\u{04ff}'));
        let form = if self.folded.chars().any(char::is_numeric) {
            self.folded.clone()
        } else if is_cyrillic && (self.is_kazakh || lang == Lang::Kk) {
            kazakh::stem(&self.folded)
        } else if is_cyrillic {
            Stemmer::create(Algorithm::Russian).stem(&self.folded).into_owned()
        } else if lang == Lang::En {
            Stemmer::create(Algorithm::English).stem(&self.folded).into_owned()
        } else {
            self.folded.clone()
        };
        match form.char_indices().nth(FORM_MAX_CHARS) {
            Some((end, _)) => form[..end].to_owned(),
            None => form,
        }
    }
}

/// The Cyrillic letter that a Latin one looks like: official Kazakh text mixes them, capitals look like other letters
/// than small ones.
fn cyrillic_look_alike(c: char) -> char {
    match c {
        'a' | 'A' => 'а',
        'B' => 'в',
        'c' | 'C' => 'с',
        'e' | 'E' => 'е',
        'H' => 'н',
        'h' => 'һ',
        'i' | 'I' | 'ı' | 'İ' | 'ӏ' | 'Ӏ' | 'ї' | 'Ї' => 'і',
        'k' | 'K' => 'к',
        'm' | 'M' => 'м',
        'o' | 'O' => 'о',
        'p' | 'P' => 'р',
        't' | 'T' => 'т',
        'x' | 'X' => 'х',
        'y' | 'Y' => 'у',
        'ə' | 'Ə' | 'ǝ' | 'Ǝ' => 'ә',
        'ɵ' | 'Ɵ' => 'ө',
        other => other,
    }
}

/// The letter of the Russian alphabet that people type where they have no Kazakh keyboard.
fn plain_letter(c: char) -> char {
    match c {
        'ә' => 'а',
        'ғ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'ұ' | 'ү' => 'у',
        'һ' => 'х',
        'і' => 'и',
        'ё' => 'е',
        other => other,
    }
}
