//! The bundled fonts: measured and shaped once for each text.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{
    BufferClusterLevel, Direction, ShapeOptions, ShapePlan, Shaper, ShaperData, UnicodeBuffer, script,
};
use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::print::model::style::{Font, MM_PER_PT, Measure, Style};

/// The bytes of a bundled font file (SIL Open Font License 1.1).
pub const fn bytes(font: Font) -> &'static [u8] {
    match font {
        Font::Regular => include_bytes!("../../../fonts/NotoSans-Regular.ttf"),
        Font::Bold => include_bytes!("../../../fonts/NotoSans-Bold.ttf"),
        Font::Condensed => include_bytes!("../../../fonts/NotoSans-CondensedBold.ttf"),
    }
}

/// Units of every font to the em.
const EM: f32 = 1000.0;

/// A font, with the plan by which its texts are shaped.
struct Typeface {
    shaper: Shaper<'static>,
    plan: ShapePlan,
    metrics: FontMetrics,
    advances: GlyphMetrics<'static>,
}

/// What the file of a font says of all its letters, in its units: 1000 to the em, as PDF has.
pub(super) struct FontMetrics {
    /// The box around every letter: left, lower, right and upper side.
    pub bounds: [f32; 4],
    /// How far lines reach above the base line.
    pub ascent: f32,
    /// How far they reach below it, as a negative number.
    pub descent: f32,
    /// Height of a capital.
    pub capital: f32,
    /// How far the highest accent of the three languages reaches above the base line.
    accents: f32,
    /// How far their lowest letter reaches below it.
    tails: f32,
}

static SHAPER_DATA: [LazyLock<Option<ShaperData>>; 3] = [
    LazyLock::new(|| shaper_data(Font::Regular)),
    LazyLock::new(|| shaper_data(Font::Bold)),
    LazyLock::new(|| shaper_data(Font::Condensed)),
];
static TYPEFACES: [LazyLock<Option<Typeface>>; 3] = [
    LazyLock::new(|| Typeface::new(Font::Regular)),
    LazyLock::new(|| Typeface::new(Font::Bold)),
    LazyLock::new(|| Typeface::new(Font::Condensed)),
];

fn shaper_data(font: Font) -> Option<ShaperData> {
    Some(ShaperData::new(&FontRef::new(bytes(font)).ok()?))
}

fn typeface(font: Font) -> Option<&'static Typeface> {
    TYPEFACES[font as usize].as_ref()
}

impl Typeface {
    fn new(font: Font) -> Option<Self> {
        let data = SHAPER_DATA[font as usize].as_ref()?;
        let face = FontRef::new(bytes(font)).ok()?;
        let shaper = data.shaper(&face).build();
        // One plan for every text: addresses in Latin letters need nothing that Cyrillic does not.
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::CYRILLIC), None, &[]);
        let (units, location) = (Size::unscaled(), LocationRef::default());
        let (all, advances) = (face.metrics(units, location), face.glyph_metrics(units, location));
        let bounds = all.bounds?;
        let reach = |letter: char| advances.bounds(face.charmap().map(letter)?);
        let metrics = FontMetrics {
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            ascent: all.ascent,
            descent: all.descent,
            capital: all.cap_height?,
            // No letter of the three languages reaches higher than Й or lower than щ and р.
            accents: reach('Й')?.y_max,
            tails: -reach('р')?.y_min,
        };
        Some(Self { shaper, plan, metrics, advances })
    }

    /// How far the next glyph stands, kerning aside.
    fn advance(&self, glyph: u16) -> f32 {
        self.advances.advance_width(GlyphId::from(glyph)).unwrap_or_default()
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
    known: [Shapes; 3],
}

type Shapes = RefCell<FxHashMap<String, Rc<Shaped>>>;

impl Fonts {
    /// Fonts that have shaped nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    pub(super) fn shape(&self, font: Font, text: &str) -> Rc<Shaped> {
        let known = &self.known[font as usize];
        if let Some(shaped) = known.borrow().get(text) {
            return Rc::clone(shaped);
        }
        let shaped = Rc::new(typeface(font).map(|typeface| shape(typeface, text)).unwrap_or_default());
        let mut known = known.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(text.to_owned(), Rc::clone(&shaped));
        shaped
    }
}

/// The font as its file describes it.
pub(super) fn metrics(font: Font) -> Option<&'static FontMetrics> {
    typeface(font).map(|typeface| &typeface.metrics)
}

/// Width of a glyph in thousandths of the size.
pub(super) fn advance(font: Font, glyph: u16) -> f32 {
    typeface(font).map_or(0.0, |typeface| typeface.advance(glyph))
}

fn shape(typeface: &Typeface, text: &str) -> Shaped {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.set_direction(Direction::LeftToRight);
    buffer.set_script(script::CYRILLIC);
    buffer.set_cluster_level(BufferClusterLevel::MonotoneCharacters);
    let buffer = typeface.shaper.shape(buffer, ShapeOptions::new().plan(Some(&typeface.plan)));
    let infos = buffer.glyph_infos();
    let mut shaped = Shaped::default();
    for (i, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
        let start = info.cluster as usize;
        let end = infos.get(i + 1).map_or(text.len(), |next| next.cluster as usize);
        let id = u16::try_from(info.glyph_id).unwrap_or_default();
        let advance = units(position.x_advance);
        shaped.width += advance;
        shaped.glyphs.push(Glyph {
            id,
            tightened: typeface.advance(id) - advance,
            text: text.get(start..end).unwrap_or_default().to_owned(),
        });
    }
    shaped
}

/// Font units as a measure; they fit in 16 bits in every font there is.
fn units(units: i32) -> f32 {
    f32::from(i16::try_from(units).unwrap_or(i16::MAX))
}

impl Measure for Fonts {
    fn width_mm(&self, text: &str, style: Style) -> f32 {
        self.shape(style.font, text).width / EM * style.size_pt * MM_PER_PT
    }

    fn ascent_mm(&self, style: Style) -> f32 {
        metrics(style.font).map_or(0.0, |metrics| metrics.accents) / EM * style.size_pt * MM_PER_PT
    }

    fn descent_mm(&self, style: Style) -> f32 {
        metrics(style.font).map_or(0.0, |metrics| metrics.tails) / EM * style.size_pt * MM_PER_PT
    }

    fn capital_mm(&self, style: Style) -> f32 {
        metrics(style.font).map_or(0.0, |metrics| metrics.capital) / EM * style.size_pt * MM_PER_PT
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
        for font in Font::ALL {
            let face = FontRef::new(bytes(font)).expect("a font");
            assert_eq!(face.metrics(Size::unscaled(), LocationRef::default()).units_per_em, 1000);
            let mut seen = FxHashMap::default();
            for letter in LATIN.chain(CYRILLIC.chars()) {
                let glyph = face.charmap().map(letter).expect("every letter has a glyph");
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
