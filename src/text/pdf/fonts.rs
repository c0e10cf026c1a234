//! What fonts say: which letter a character is, and how it is emphasised.
//!
//! The library knows a font's map to Unicode and the names of its letters. Where a font has neither, its own file may say
//! it; and where that is silent too, its codes may be those of the Cyrillic code page of Windows, which many a program
//! of the nineties wrote without saying so.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::{Font, FontCache, FontGlyph};
use hayro_interpret::InterpreterSettings;
use hayro_interpret::font::{Glyph as Drawn, OutlineGlyph};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};

use super::program::Program;
use crate::text::body::Emphasis;

/// The flags of a font descriptor (ISO 32000-1, table 123).
const ITALIC_FLAG: u32 = 1 << 6;
const BOLD_FLAG: u32 = 1 << 18;

/// The weight from which a font is bold: 600 is half bold.
const BOLD_WEIGHT: f32 = 600.0;

/// What a document says of a font.
#[derive(Debug, Clone, Copy, Default)]
struct Said {
    emphasis: Emphasis,
    /// Whether a map or an encoding says what its codes mean.
    is_named: bool,
    /// Which signs it has in place of letters.
    signs: Signs,
}

/// What fonts have in place of letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Signs {
    /// Nothing: letters.
    #[default]
    None,
    /// Greek letters and the signs of mathematics.
    Mathematics,
    /// Little pictures.
    Pictures,
}

/// A font that drew something.
#[derive(Debug, Default)]
struct Used {
    said: Said,
    /// What its own file says of its letters.
    program: Option<Program>,
    /// Whether its letters have the widths that the document says, and not those of another font in its place.
    is_embedded: bool,
}

/// The fonts of a document.
#[derive(Default)]
pub struct Fonts {
    /// What is said of each font file, or of each letter of fonts without one.
    said: HashMap<u128, Said>,
    used: Vec<Used>,
    /// The places of the fonts that drew something.
    places: HashMap<u128, usize>,
}

/// A character as its font reads it.
pub struct Letter {
    /// What it says; [`char::REPLACEMENT_CHARACTER`] where nothing says it.
    pub text: String,
    /// Its code, where nothing says what it is: its text is a guess.
    pub code: Option<u8>,
}

impl Fonts {
    /// The fonts of a document.
    pub fn of(pdf: &Pdf, settings: &InterpreterSettings) -> Self {
        let mut fonts = Self::default();
        let cache = FontCache::new();
        for object in pdf.objects() {
            let Object::Dict(font) = object else { continue };
            let Some(kind) = font.get::<Name<'_>>(b"Subtype") else { continue };
            if !matches!(kind.as_ref(), b"Type0" | b"Type1" | b"MMType1" | b"TrueType") {
                continue;
            }
            let said = said_of(&font);
            if let Some(loaded) = cache.font(&font, &settings.font_resolver, &settings.cmap_resolver) {
                fonts.note(&loaded, said);
            }
        }
        fonts
    }

    /// Notes what is said of a font under the keys of its letters.
    fn note(&mut self, font: &Font<'_>, said: Said) {
        for code in 0..=255 {
            let FontGlyph::Outline(letter) = font.glyph(font.map_code(code), code) else { return };
            let (key, is_whole) = key(&letter);
            let known = self.said.entry(key).or_insert(said);
            known.is_named &= said.is_named;
            if is_whole {
                return;
            }
        }
    }

    /// The place of the font that draws a letter.
    pub fn place(&mut self, letter: &Drawn<'_>) -> usize {
        let (key, letter) = match letter {
            Drawn::Outline(letter) => (key(letter), Some(letter)),
            // A font whose letters are drawings has a map, or says nothing at all.
            Drawn::Type3(_) => ((0, true), None),
        };
        let (key, is_embedded) = key;
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let mut said = self.said.get(&key).copied().unwrap_or(Said { is_named: true, ..Said::default() });
        let data = letter.and_then(OutlineGlyph::font_data);
        if let Some(name) = data.as_ref().and_then(|data| data.postscript_name.as_deref())
            && said.emphasis.is_plain()
        {
            said.emphasis = emphasis(named(name));
        }
        let program = data.map(|data| Program::new(Arc::clone(&data.data)));
        self.used.push(Used { said, program, is_embedded });
        self.places.insert(key, self.used.len() - 1);
        self.used.len() - 1
    }

    /// How the font at a place emphasises words.
    pub fn emphasis(&self, place: usize) -> Emphasis {
        self.used[place].said.emphasis
    }

    /// Whether the letters of the font at a place are drawn by its own file.
    pub fn is_embedded(&self, place: usize) -> bool {
        self.used[place].is_embedded
    }

    /// What a character of the font at a place says; nothing where it draws nothing.
    pub fn read(&mut self, place: usize, drawn: &Drawn<'_>) -> Letter {
        let used = &mut self.used[place];
        let by_document = || drawn.as_unicode().map(text).filter(|text| is_meant(text));
        let Drawn::Outline(letter) = drawn else {
            return Letter { text: by_document().unwrap_or_else(unknown), code: None };
        };
        let mut by_file = || used.program.as_mut()?.letter(letter.glyph_id().to_u32());
        let code = u8::try_from(letter.char_code()).ok();
        let found = if used.said.is_named { by_document().or_else(by_file) } else { by_file() };
        if let Some(text) = found {
            return private(&text).map_or(Letter { text, code: None }, |code| sign(code, used.said.signs));
        }
        if letter.outline().is_empty() {
            return Letter { text: " ".to_owned(), code: None };
        }
        // An encoding that nobody named is the library's guess.
        Letter { text: by_document().filter(|text| text.is_ascii()).unwrap_or_else(unknown), code }
    }
}

/// The code of a character that a font has put into the private area of Unicode.
fn private(text: &str) -> Option<u32> {
    let mut characters = text.chars();
    let character = characters.next().filter(|_| characters.next().is_none()).map(u32::from)?;
    (0xE000..=0xF8FF).contains(&character).then_some(character)
}

/// A sign of the private area: fonts put theirs behind U+F000. A little picture that nobody knows is a bullet.
fn sign(character: u32, signs: Signs) -> Letter {
    let code = u8::try_from(character.wrapping_sub(0xF000)).ok();
    let find =
        |table: &[(u8, char)]| table.iter().find(|(sign, _)| code == Some(*sign)).map(|(_, sign)| *sign);
    let known = match signs {
        Signs::Mathematics => find(&MATHEMATICS),
        Signs::Pictures => find(&PICTURES).or(Some('•')),
        Signs::None => find(&PICTURES),
    };
    Letter { text: known.unwrap_or(char::REPLACEMENT_CHARACTER).into(), code }
}

/// The signs of Wingdings that begin the items of lists, and the bullet of Symbol.
const PICTURES: [(u8, char); 12] = [
    (0x20, ' '),
    (0x6F, '☐'),
    (0x71, '☐'),
    (0x76, '❖'),
    (0xA7, '▪'),
    (0xA8, '☐'),
    (0xB7, '•'),
    (0xD8, '➢'),
    (0xE0, '→'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// Signs of Symbol.
const MATHEMATICS: [(u8, char); 14] = [
    (0x20, ' '),
    (0x2D, '−'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0xA3, '≤'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
];

impl Signs {
    fn of(font: &str) -> Self {
        let font = font.to_lowercase();
        match font.as_str() {
            _ if ["wingdings", "webdings", "dingbats", "opensymbol"]
                .iter()
                .any(|name| font.contains(name)) =>
            {
                Self::Pictures
            }
            _ if font.contains("symbol") => Self::Mathematics,
            _ => Self::None,
        }
    }
}

fn unknown() -> String {
    char::REPLACEMENT_CHARACTER.to_string()
}

/// The key of the font of a letter, and whether it is that of the whole font.
fn key(letter: &OutlineGlyph) -> (u128, bool) {
    match letter.font_data() {
        Some(data) => (data.cache_key, true),
        None => (letter.identifier().cache_key(), false),
    }
}

/// Characters as text: ligatures as their letters.
fn text(characters: BfString) -> String {
    let characters = match characters {
        BfString::Char(character) => character.to_string(),
        BfString::String(text) => text,
    };
    let ligature = |character: char| matches!(character, '\u{FB00}'..='\u{FB06}');
    if !characters.contains(ligature) {
        return characters;
    }
    let letters = |character| match character {
        '\u{FB00}' => "ff".to_owned(),
        '\u{FB01}' => "fi".to_owned(),
        '\u{FB02}' => "fl".to_owned(),
        '\u{FB03}' => "ffi".to_owned(),
        '\u{FB04}' => "ffl".to_owned(),
        '\u{FB05}' | '\u{FB06}' => "st".to_owned(),
        other => other.to_string(),
    };
    characters.chars().map(letters).collect()
}

fn is_meant(text: &str) -> bool {
    !text.is_empty() && !text.chars().all(|character| matches!(character, '\0' | char::REPLACEMENT_CHARACTER))
}

/// What a document says of a font: its emphasis by its name, else by its descriptor.
fn said_of(font: &Dict<'_>) -> Said {
    let below = font.get::<Array<'_>>(b"DescendantFonts").and_then(|fonts| fonts.iter::<Dict<'_>>().next());
    let descriptor = below.as_ref().unwrap_or(font).get::<Dict<'_>>(b"FontDescriptor").unwrap_or_default();
    let flags = descriptor.get::<u32>(b"Flags").unwrap_or_default();
    let weight = descriptor.get::<f32>(b"FontWeight").unwrap_or_default();
    let base = font.get::<Name<'_>>(b"BaseFont");
    let (bold, italic) = named(base.as_ref().map(Name::as_str).unwrap_or_default());
    let looks = (bold || flags & BOLD_FLAG != 0 || weight >= BOLD_WEIGHT, italic || flags & ITALIC_FLAG != 0);
    let is_named = font.contains_key(b"ToUnicode") || (below.is_none() && font.contains_key(b"Encoding"));
    let signs = Signs::of(base.as_ref().map(Name::as_str).unwrap_or_default());
    Said { emphasis: emphasis(looks), is_named, signs }
}

/// Whether the name of a font says that it is bold, and italic.
fn named(name: &str) -> (bool, bool) {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    (has(&["bold", "black", "heavy"]), has(&["italic", "oblique"]))
}

fn emphasis(looks: (bool, bool)) -> Emphasis {
    match looks {
        (false, false) => Emphasis::Plain,
        (true, false) => Emphasis::Bold,
        (false, true) => Emphasis::Italic,
        (true, true) => Emphasis::BoldItalic,
    }
}
