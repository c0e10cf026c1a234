//! What a reader of the body should know besides its words.

use super::look::Look;
use super::oldfont;
use crate::text::body::{Body, Warning};
use crate::text::language::is_foreign;

/// The longest sample of hidden words, in characters.
const SAMPLE_MAX_CHARS: usize = 80;

/// Letters of a page of text: with fewer for each large picture, the pictures may be pages themselves.
const LETTERS_OF_A_PAGE: usize = 3_000;

/// What was noticed so far.
#[derive(Debug, Default)]
pub struct Noticed {
    /// Whether there are tracked changes.
    pub changed: bool,
    /// Whether a file of another kind lies inside.
    pub embedded: bool,
    /// Pictures as large as pages.
    pub pictures: u32,
    /// What was noticed about documents within this one.
    within: Vec<Warning>,
    hidden: Option<Hidden>,
    old_font: Option<String>,
}

/// Words that nobody sees.
#[derive(Debug)]
struct Hidden {
    sample: String,
    places: u32,
    /// Whether no visible word came after them.
    is_open: bool,
}

impl Noticed {
    /// Notes words that nobody sees.
    pub fn hide(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let hidden = self.hidden.get_or_insert(Hidden { sample: String::new(), places: 0, is_open: false });
        hidden.places += u32::from(!hidden.is_open);
        hidden.is_open = true;
        if hidden.places == 1 {
            let left = SAMPLE_MAX_CHARS.saturating_sub(hidden.sample.chars().count());
            hidden.sample.extend(text.chars().take(left));
        }
    }

    /// Notes words that are seen: whether their font is one that draws other letters than the file says.
    pub fn show(&mut self, text: &str, look: &Look) {
        if !text.trim().is_empty() {
            self.end_place();
        }
        let [_, Some(font)] = &look.fonts else { return };
        let is_other = |letter: char| is_foreign(letter) || letter == '¦';
        if self.old_font.is_none() && text.contains(is_other) && is_old(font) {
            self.old_font = Some(font.to_string());
        }
    }

    /// Takes over what was noticed about a document within this one.
    pub fn take(&mut self, warnings: Vec<Warning>) {
        self.within.extend(warnings);
    }

    /// Ends a place with hidden words.
    pub fn end_place(&mut self) {
        if let Some(hidden) = &mut self.hidden {
            hidden.is_open = false;
        }
    }

    /// Gives the body what was noticed: letters of an old font, and the warnings about it.
    pub fn tell(self, body: &mut Body) {
        if self.old_font.is_some() {
            oldfont::mend(body);
        }
        let letters = body.to_text().chars().filter(|letter| letter.is_alphabetic()).count();
        body.warnings = self.warnings(letters);
    }

    /// The warnings about a body with so many letters.
    fn warnings(self, letters: usize) -> Vec<Warning> {
        let pages = self.pictures as usize;
        let wordless = pages > 0 && letters < pages.saturating_mul(LETTERS_OF_A_PAGE);
        let hidden = self.hidden.map(|hidden| Warning::HiddenWords {
            sample: hidden.sample.trim().to_owned(),
            places: hidden.places,
        });
        let own = [
            self.changed.then_some(Warning::OpenChanges),
            wordless.then_some(Warning::PicturesWithoutWords { pictures: self.pictures }),
            hidden,
            self.embedded.then_some(Warning::EmbeddedDocument),
            self.old_font.map(|font| Warning::OldFont { font }),
        ];
        let mut warnings: Vec<Warning> = own.into_iter().flatten().collect();
        for warning in self.within {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        warnings
    }
}

/// Whether the name of a font is one of the old Kazakh ones: "Times Kaz", "KZ Times New Roman".
fn is_old(font: &str) -> bool {
    let font = font.to_lowercase();
    ["kaz", "kz", "qaz", "каз", "қаз"].iter().any(|name| font.contains(name))
}
