//! The fonts in the file: only the letters that are used, and what each of them says.
//!
//! Pages name a glyph by its number in the whole font, so that they can be written before it is known which letters
//! the rest of the file needs. Once everything is written, each font is cut down once, and a map leads from the old
//! numbers to the new ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, dictionary};
use subsetter::GlyphRemapper;

use super::error::PdfError;
use super::file::File;
use super::fonts::{self, FontMetrics, Shaped};
use crate::print::model::style::Font;

/// Most letters that stand in one group of a map (ISO 32000-1, 9.7.5.4 and Adobe Technical Note 5014).
const GROUP_MAX: usize = 100;

/// What pages call a font, and what marks it as cut down: six capitals (ISO 32000-1, 9.6.4).
pub(super) const fn tag(font: Font) -> &'static str {
    match font {
        Font::Regular => "TIZILR",
        Font::Bold => "TIZILB",
        Font::Condensed => "TIZILC",
    }
}

/// The name that the font has in its own file.
const fn name(font: Font) -> &'static str {
    match font {
        Font::Regular => "NotoSans-Regular",
        Font::Bold => "NotoSans-Bold",
        Font::Condensed => "NotoSans-CondensedBold",
    }
}

/// Thickness of upright stems, as other fonts of these weights say it.
const fn stem(font: Font) -> i64 {
    match font {
        Font::Regular => 88,
        Font::Bold => 166,
        Font::Condensed => 152,
    }
}

/// The glyphs used so far, with their letters.
#[derive(Default)]
pub(super) struct Glyphs {
    used: [BTreeMap<u16, String>; 3],
}

impl Glyphs {
    /// Takes note of a text that is drawn.
    pub fn note(&mut self, font: Font, shaped: &Shaped) {
        let used = &mut self.used[font as usize];
        for glyph in &shaped.glyphs {
            used.entry(glyph.id).or_insert_with(|| glyph.text.clone());
        }
    }

    /// Writes the fonts that are used. Gives back what pages look their names up in.
    ///
    /// # Errors
    /// A target that takes no bytes, or a font that cannot be cut down.
    pub fn write<W: Write>(&self, file: &mut File<W>) -> Result<Dictionary, PdfError> {
        let mut named = Dictionary::new();
        for (font, used) in Font::ALL.into_iter().zip(&self.used) {
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
    let mut numbers = GlyphRemapper::new();
    used.keys().for_each(|id| _ = numbers.remap(*id));
    let subset = subsetter::subset(fonts::bytes(font), 0, &numbers).map_err(|_| PdfError::Font)?;
    let to_unicode = file.add_stream(Dictionary::new(), to_unicode(used).as_bytes())?;
    let new_numbers = file.add_stream(Dictionary::new(), &new_numbers(used, &numbers))?;

    let length = i64::try_from(subset.len()).unwrap_or(i64::MAX);
    let mut descriptor = descriptor(font, fonts::metrics(font).ok_or(PdfError::Font)?);
    descriptor.set("FontFile2", file.add_stream(dictionary! { "Length1" => length }, &subset)?);
    descriptor.set("CIDSet", file.add_stream(Dictionary::new(), &present(used))?);
    let descriptor = file.add(descriptor)?;

    let width = |id: &u16| Object::from(fonts::advance(font, *id));
    let widths = used.keys().flat_map(|id| [i64::from(*id).into(), vec![width(id)].into()]);
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
fn descriptor(font: Font, metrics: &FontMetrics) -> Dictionary {
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => full_name(font),
        // Symbolic: its letters are not those of Adobe's Latin set.
        "Flags" => 4,
        "FontBBox" => metrics.bounds.map(Object::from).to_vec(),
        "ItalicAngle" => 0,
        "Ascent" => metrics.ascent,
        "Descent" => metrics.descent,
        "CapHeight" => metrics.capital,
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
fn new_numbers(used: &BTreeMap<u16, String>, numbers: &GlyphRemapper) -> Vec<u8> {
    let last = used.keys().last().copied().unwrap_or_default();
    (0..=last).flat_map(|id| numbers.get(id).unwrap_or_default().to_be_bytes()).collect()
}

/// The letters of each glyph, for whoever searches and copies (ISO 32000-1, 9.10.3).
fn to_unicode(used: &BTreeMap<u16, String>) -> String {
    let mut cmap = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    let letters: Vec<(&u16, &String)> = used.iter().collect();
    for group in letters.chunks(GROUP_MAX) {
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(cmap, "{} beginbfchar", group.len());
        for (id, text) in group {
            let _ = write!(cmap, "<{id:04X}> <");
            text.encode_utf16().for_each(|unit| _ = write!(cmap, "{unit:04X}"));
            cmap.push_str(">\n");
        }
        cmap.push_str("endbfchar\n");
    }
    cmap + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
}
