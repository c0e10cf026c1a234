//! What a person sees of what a page draws. Words that nobody sees are no part of the text: white on white, covered,
//! outside the page, tiny. Words without colour over a picture are what a machine recognised on it.

use hayro_interpret::kurbo::{Point, Rect};

use super::glyphs::Page;

/// The smallest size that somebody may read, in points: the small print of a contract has 5.
pub const MIN_SIZE: f64 = 2.0;

/// Colours this near to each other cannot be told apart, in parts of each of red, green and blue.
const SAME_COLOUR: f32 = 0.06;

/// From this brightness words are pale like a watermark.
const PALE: f32 = 0.6;

/// What is less opaque covers nothing.
const OPAQUE: f32 = 0.95;

/// What is less opaque cannot be seen.
const NOTHING: f32 = 0.04;

/// The share of the page that a picture covers which is drawn over words that were recognised on it.
const WHOLE_PAGE: f64 = 0.6;

/// What something is painted with.
#[derive(Debug, Clone, Copy)]
pub struct Colour {
    /// Red, green and blue; none for patterns and pictures.
    pub rgb: Option<[f32; 3]>,
    /// How opaque it is, to 1.
    pub opacity: f32,
}

/// A surface that is filled with a colour or a picture.
#[derive(Debug)]
pub struct Surface {
    /// What it covers.
    pub area: Rect,
    /// What it is filled with.
    pub colour: Colour,
    /// Whether it is a picture.
    pub is_picture: bool,
    /// How many things were drawn before.
    pub drawn: usize,
}

/// How a character can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// It is painted where it can be seen.
    Seen,
    /// Nobody sees it.
    Hidden,
    /// It is drawn without colour.
    Unpainted,
}

/// A character's middle, how it can be seen, and how many things were drawn before.
#[derive(Debug)]
pub struct Sighted {
    /// Its middle on the page.
    pub middle: Point,
    /// How it can be seen when it is drawn.
    pub sight: Sight,
    /// How many things were drawn before.
    pub drawn: usize,
}

const WHITE: [f32; 3] = [1.0; 3];

impl Colour {
    /// Whether it leaves nothing to see.
    pub fn is_nothing(&self) -> bool {
        self.opacity < NOTHING
    }

    /// The same, blended with what is below: it covers nothing.
    pub fn blended(self) -> Self {
        Self { opacity: self.opacity.min(0.5), ..self }
    }

    /// Whether words of this colour are as pale as a watermark.
    pub fn is_pale(&self) -> bool {
        let [red, green, blue] = self.rgb.unwrap_or_default();
        let brightness = 0.3 * red + 0.59 * green + 0.11 * blue;
        1.0 - self.opacity * (1.0 - brightness) > PALE
    }

    /// Whether words of this colour cannot be told from what they stand on.
    pub fn is_on(&self, surfaces: &[Surface], middle: Point) -> bool {
        let Some(own) = self.rgb else { return false };
        let near = |other: [f32; 3]| own.iter().zip(other).all(|(a, b)| (a - b).abs() < SAME_COLOUR);
        // Most words are black on no black surface at all: nothing is looked for.
        let may = near(WHITE) || surfaces.iter().any(|surface| surface.colour.rgb.is_some_and(near));
        if !may {
            return false;
        }
        let below = surfaces.iter().rev().find(|surface| surface.area.contains(middle));
        match below {
            None => near(WHITE),
            Some(surface) if surface.is_picture || surface.colour.opacity < OPAQUE => false,
            Some(surface) => surface.colour.rgb.is_some_and(near),
        }
    }
}

/// Takes away the characters that nobody sees and notes their words; counts those that were recognised on a picture.
pub fn part(page: &mut Page, sights: &[Sighted], surfaces: &[Surface]) {
    let whole = page.width * page.height * WHOLE_PAGE;
    let covers = |surface: &&Surface| {
        let is_whole =
            if surface.is_picture { surface.area.area() > whole } else { surface.colour.rgb.is_some() };
        surface.colour.opacity >= OPAQUE && is_whole
    };
    let covers: Vec<&Surface> = surfaces.iter().filter(covers).collect();
    let mut hidden = Hidden::default();
    let mut at = 0;
    let mut recognised = 0;
    page.glyphs.retain(|glyph| {
        let sighted = &sights[at];
        at += 1;
        let over =
            |surface: &&&Surface| surface.drawn > sighted.drawn && surface.area.contains(sighted.middle);
        let cover = if sighted.sight == Sight::Hidden { None } else { covers.iter().rev().find(over) };
        let on_picture = || page.pictures.iter().any(|picture| picture.area.contains(sighted.middle));
        let (stays, by_machine) = match (sighted.sight, cover) {
            (Sight::Hidden, _) => (false, false),
            (Sight::Unpainted, _) if on_picture() => (true, true),
            (Sight::Unpainted, _) => (false, false),
            (Sight::Seen, Some(cover)) => (cover.is_picture, cover.is_picture),
            (Sight::Seen, None) => (true, false),
        };
        let words = glyph.text.chars().any(char::is_alphanumeric);
        recognised += usize::from(by_machine && words);
        if stays {
            hidden.end();
        } else {
            hidden.add(&glyph.text, sighted.middle, glyph.size);
        }
        stays
    });
    hidden.end();
    page.recognised = recognised;
    page.hidden = hidden.places;
}

/// Words that nobody sees, as they are drawn.
#[derive(Default)]
struct Hidden {
    places: Vec<String>,
    open: String,
    last: Option<Point>,
}

impl Hidden {
    fn add(&mut self, text: &str, middle: Point, size: f64) {
        let far = self.last.map(|last| last.distance(middle) / size.max(1.0));
        if far.is_some_and(|far| far > 4.0) {
            self.end();
        }
        self.open.push_str(text);
        self.last = Some(middle);
    }

    /// Ends a place; one without letters and digits is none.
    fn end(&mut self) {
        let words = self.open.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.contains(char::is_alphanumeric) {
            self.places.push(words);
        }
        self.open.clear();
        self.last = None;
    }
}
