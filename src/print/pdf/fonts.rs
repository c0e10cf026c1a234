//! The bundled fonts: measured and shaped once for each text.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use rustybuzz::{BufferClusterLevel, Direction, Face, ShapePlan, UnicodeBuffer, script};

use crate::print::model::style::{Font, MM_PER_PT, Measure, Style};

/// The bytes of a bundled font file (SIL Open Font License 1.1).
pub const fn bytes(font: Font) -> &'static [u8] {
    match font {
        Font::Regular => include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
        Font::Bold => include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
    }
}

struct Shaper {
    face: Face<'static>,
    plan: ShapePlan,
    ascent_em: f32,
    descent_em: f32,
    capital_em: f32,
}

static REGULAR: LazyLock<Option<Shaper>> = LazyLock::new(|| Shaper::new(Font::Regular));
static BOLD: LazyLock<Option<Shaper>> = LazyLock::new(|| Shaper::new(Font::Bold));

fn shaper(font: Font) -> Option<&'static Shaper> {
    match font {
        Font::Regular => REGULAR.as_ref(),
        Font::Bold => BOLD.as_ref(),
    }
}

impl Shaper {
    fn new(font: Font) -> Option<Self> {
        let face = Face::from_slice(bytes(font), 0)?;
        // One plan for every text: addresses in Latin letters need nothing that Cyrillic does not.
        let plan = ShapePlan::new(&face, Direction::LeftToRight, Some(script::CYRILLIC), None, &[]);
        let units = f32::from(face.units_per_em().unsigned_abs().try_into().unwrap_or(1000_u16));
        let reach = |letter| face.glyph_index(letter).and_then(|glyph| face.glyph_bounding_box(glyph));
        let em = |units_of: Option<i16>| units_of.map(|reach| f32::from(reach) / units);
        Some(Self {
            // No letter of the three languages reaches higher than Й or lower than щ and р.
            ascent_em: em(reach('Й').map(|area| area.y_max))?,
            descent_em: -em(reach('р').map(|area| area.y_min))?,
            capital_em: em(face.capital_height())?,
            face,
            plan,
        })
    }
}

/// A glyph of a shaped text. Lengths are in thousandths of the size.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Its number in the font.
    pub id: u16,
    /// How far the next glyph is nearer than the glyph's own width says: kerning.
    pub tightened: f32,
    /// The letters that it stands for.
    pub text: String,
}

/// A shaped text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Shaped {
    /// The glyphs from left to right.
    pub glyphs: Vec<Glyph>,
    /// Its width in thousandths of the size.
    pub width: f32,
}

/// So many texts are remembered at most: a large kit has a few hundred.
const REMEMBERED: usize = 20_000;

/// The fonts, with what was shaped so far. One is enough for any number of kits.
#[derive(Debug, Default)]
pub struct Fonts {
    regular: Shapes,
    bold: Shapes,
}

type Shapes = RefCell<FxHashMap<String, Rc<Shaped>>>;

impl Fonts {
    /// Fonts that have shaped nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn shape(&self, font: Font, text: &str) -> Rc<Shaped> {
        let known = match font {
            Font::Regular => &self.regular,
            Font::Bold => &self.bold,
        };
        if let Some(shaped) = known.borrow().get(text) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(shaper(font).map(|shaper| shape(shaper, text)).unwrap_or_default());
        let mut known = known.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }
}

/// The font as its file describes it.
pub(super) fn face(font: Font) -> Option<&'static Face<'static>> {
    shaper(font).map(|shaper| &shaper.face)
}

fn shape(shaper: &Shaper, text: &str) -> Shaped {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::CYRILLIC);
    buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
    let buffer = rustybuzz::shape_with_plan(&shaper.face, &shaper.plan, buffer);
    let per_mille = 1000.0 / thousandths(shaper.face.units_per_em());
    let infos = buffer.glyph_infos();
    let mut shaped = Shaped::default();
    for (i, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let start = info.cluster as usize;
        let end = infos.get(i + 1).map_or(text.len(), |next| next.cluster as usize);
        let id = u16::try_from(info.glyph_id).unwrap_or_default();
        let own = shaper.face.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(id)).unwrap_or_default();
        let advance = thousandths(position.x_advance) * per_mille;
        shaped.width += advance;
        shaped.glyphs.push(Glyph {
            id,
            tightened: f32::from(own) * per_mille - advance,
            text: text.get(start..end).unwrap_or_default().to_owned(),
        });
    }
    shaped
}

/// Font units as a measure; they fit in 16 bits in every font there is.
fn thousandths(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or(i16::MAX))
}

impl Measure for Fonts {
    fn width_mm(&self, text: &str, style: Style) -> f32 {
        self.shape(style.font, text).width / 1000.0 * style.size_pt * MM_PER_PT
    }

    fn ascent_mm(&self, style: Style) -> f32 {
        shaper(style.font).map_or(0.0, |shaper| shaper.ascent_em) * style.size_pt * MM_PER_PT
    }

    fn descent_mm(&self, style: Style) -> f32 {
        shaper(style.font).map_or(0.0, |shaper| shaper.descent_em) * style.size_pt * MM_PER_PT
    }

    fn capital_mm(&self, style: Style) -> f32 {
        shaper(style.font).map_or(0.0, |shaper| shaper.capital_em) * style.size_pt * MM_PER_PT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LATIN: std::ops::RangeInclusive<char> = '!'..='~';
    const CYRILLIC: &str = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ\
                            аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя№₸«»–";

    #[test]
    fn no_two_letters_share_a_glyph() {
        // The file maps one text to a glyph: a shared one would come back as another letter.
        for font in [Font::Regular, Font::Bold] {
            let face = &shaper(font).expect("a font").face;
            let mut seen = FxHashMap::default();
            for letter in LATIN.chain(CYRILLIC.chars()) {
                let glyph = face.glyph_index(letter).expect("every letter has a glyph");
                assert_eq!(seen.insert(glyph, letter), None, "{letter} in {font:?}");
            }
        }
    }

    #[test]
    fn shaping_keeps_every_letter() {
        let fonts = Fonts::new();
        for text in ["Ұжымдық шарт № 54", "Коллективный договор", "qr.example.kz/7K3-M9Q3", "офис fi ffi", ""]
        {
            let shaped = fonts.shape(Font::Bold, text);
            assert_eq!(shaped.glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>(), text);
            assert!(shaped.glyphs.iter().all(|glyph| glyph.id != 0 && !glyph.text.is_empty()), "{text}");
        }
        assert!(Rc::ptr_eq(&fonts.shape(Font::Bold, "а"), &fonts.shape(Font::Bold, "а")));
    }

    #[test]
    fn kerning_is_applied() {
        let fonts = Fonts::new();
        let style = Style::regular(100.0);
        assert!(fonts.width_mm("ГА", style) < fonts.width_mm("Г", style) + fonts.width_mm("А", style));
    }
}
