//! The fonts in the file: only the letters that are used, and what each of them says.
//!
//! Pages name a glyph by its number in the whole font, so that they can be written before it is known which letters
//! the rest of the file needs. Once everything is written, each font is cut down once, and a map leads from the old
//! numbers to the new ones.

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::LazyLock;

use lopdf::{Dictionary, Object, ObjectId, dictionary};
use printpdf::{FontId, ParsedFont};
use rustybuzz::Face;
use rustybuzz::ttf_parser::GlyphId;

use super::file::File;
use super::fonts::Shaped;
use super::{PdfError, fonts};
use crate::print::model::style::Font;

const FONTS: [Font; 2] = [Font::Regular, Font::Bold];

static REGULAR: LazyLock<Option<ParsedFont>> = LazyLock::new(|| parsed(Font::Regular));
static BOLD: LazyLock<Option<ParsedFont>> = LazyLock::new(|| parsed(Font::Bold));

fn parsed(font: Font) -> Option<ParsedFont> {
    ParsedFont::from_bytes(fonts::bytes(font), 0, &mut Vec::new())
}

/// What pages call a font, and what marks it as cut down: six capitals (ISO 32000-1, 9.6.4).
pub(super) const fn tag(font: Font) -> &'static str {
    match font {
        Font::Regular => "TIZILR",
        Font::Bold => "TIZILB",
    }
}

/// The name that the font has in its own file.
const fn name(font: Font) -> &'static str {
    match font {
        Font::Regular => "NotoSans-Regular",
        Font::Bold => "NotoSans-Bold",
    }
}

/// Thickness of upright stems, as other fonts of these weights say it.
const fn stem(font: Font) -> i64 {
    match font {
        Font::Regular => 88,
        Font::Bold => 166,
    }
}

/// The glyphs used so far, with their letters.
#[derive(Default)]
pub(super) struct Glyphs {
    regular: BTreeMap<u16, String>,
    bold: BTreeMap<u16, String>,
}

impl Glyphs {
    /// Takes note of a text that is drawn.
    pub fn note(&mut self, font: Font, shaped: &Shaped) {
        let used = match font {
            Font::Regular => &mut self.regular,
            Font::Bold => &mut self.bold,
        };
        for glyph in &shaped.glyphs {
            used.entry(glyph.id).or_insert_with(|| glyph.text.clone());
        }
    }

    /// Writes the fonts that are used. Gives back what pages look their names up in.
    pub fn write<W: Write>(&self, file: &mut File<W>) -> Result<Dictionary, PdfError> {
        let mut named = Dictionary::new();
        for (font, used) in FONTS.into_iter().zip([&self.regular, &self.bold]) {
            if !used.is_empty() {
                named.set(tag(font), composite(file, font, used)?);
            }
        }
        Ok(named)
    }
}

fn full_name(font: Font) -> String {
    format!("{}+{}", tag(font), name(font))
}

/// The font as pages use it: two bytes a glyph (ISO 32000-1, 9.7.6).
fn composite<W: Write>(
    file: &mut File<W>,
    font: Font,
    used: &BTreeMap<u16, String>,
) -> Result<ObjectId, PdfError> {
    let whole = match font {
        Font::Regular => REGULAR.as_ref(),
        Font::Bold => BOLD.as_ref(),
    };
    let whole = whole.ok_or(PdfError::Font)?;
    let subset = printpdf::subset_font(whole, used).map_err(|_| PdfError::Font)?;
    let letters: Vec<(u16, String)> = used.iter().map(|(id, text)| (*id, text.clone())).collect();
    let cmap = printpdf::generate_cmap_string(whole, &FontId(tag(font).to_owned()), &letters);
    let to_unicode = file.add_stream(Dictionary::new(), cmap.as_bytes())?;
    let new_numbers = file.add_stream(Dictionary::new(), &new_numbers(&subset.glyph_mapping))?;

    let face = fonts::face(font).ok_or(PdfError::Font)?;
    let length = i64::try_from(subset.bytes.len()).unwrap_or(i64::MAX);
    let mut descriptor = descriptor(font, face);
    descriptor.set("FontFile2", file.add_stream(dictionary! { "Length1" => length }, &subset.bytes)?);
    descriptor.set("CIDSet", file.add_stream(Dictionary::new(), &present(used))?);
    let descriptor = file.add(descriptor)?;

    // The fonts have 1000 units to the em, as PDF has.
    let width = |id: &u16| i64::from(face.glyph_hor_advance(GlyphId(*id)).unwrap_or_default());
    let widths = used.keys().flat_map(|id| [i64::from(*id).into(), vec![Object::from(width(id))].into()]);
    let descendant = dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => full_name(font),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "W" => widths.collect::<Vec<Object>>(),
        "CIDToGIDMap" => new_numbers,
    };
    let descendant = file.add(descendant)?;
    file.add(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => full_name(font),
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => to_unicode,
    })
}

/// What a reader must know who draws letters in its place (ISO 32000-1, 9.8).
fn descriptor(font: Font, face: &Face<'_>) -> Dictionary {
    let bounds = face.global_bounding_box();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|side| i64::from(side).into());
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => full_name(font),
        // Symbolic: its letters are not those of Adobe's Latin set.
        "Flags" => 4,
        "FontBBox" => bounds.to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => i64::from(face.ascender()),
        "Descent" => i64::from(face.descender()),
        "CapHeight" => i64::from(face.capital_height().unwrap_or_default()),
        "StemV" => stem(font),
    }
}

/// A bit for each glyph of the whole font, set where it is present (ISO 32000-1, table 124). Glyph 0 always is.
fn present(used: &BTreeMap<u16, String>) -> Vec<u8> {
    let last = used.keys().last().copied().unwrap_or_default();
    let mut bits = vec![0_u8; usize::from(last) / 8 + 1];
    for id in used.keys().chain([&0]) {
        bits[usize::from(*id) / 8] |= 0x80 >> (id % 8);
    }
    bits
}

/// For each glyph of the whole font its number in the one that was cut down, in two bytes (ISO 32000-1, table 117).
fn new_numbers(mapping: &BTreeMap<u16, (u16, String)>) -> Vec<u8> {
    let last = mapping.keys().last().copied().unwrap_or_default();
    (0..=last).flat_map(|id| mapping.get(&id).map_or(0, |(new, _)| *new).to_be_bytes()).collect()
}
