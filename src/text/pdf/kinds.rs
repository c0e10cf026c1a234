//! Whether a page is words, a picture or blank; and what a person should know of it.

use std::collections::{HashMap, HashSet};

use hayro_interpret::hayro_syntax::object::ObjectIdentifier;
use hayro_interpret::kurbo::{Point, Rect};

use super::glyphs::{Layer, Page};
use super::lines::Sheet;
use crate::text::body::Warning;

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Its words are read.
    Words,
    /// It shows words that are not read: a picture, letters as drawings.
    Picture,
    /// There is nothing on it.
    Blank,
}

/// The share of a page from which pictures cover it, in percent: a scan covers nearly all, a letterhead a tenth.
const COVERED_PERCENT: usize = 40;

/// The same for a page without any word of its own: even a small picture may say something.
const NOTICED_PERCENT: usize = 4;

/// The letters below which the words over a picture are a stamp, a title, a page number.
const FEW_LETTERS: usize = 250;

/// Letters that became drawings, from which they make a text.
const MIN_OUTLINES: usize = 60;

/// The letters below which a page of drawn letters has no others.
const FEW_BESIDE_OUTLINES: usize = 60;

/// The share of letters without a meaning from which a page cannot be read, in percent.
const UNREADABLE_PERCENT: usize = 50;

/// Squares along each side of a page by which the place of its pictures is measured.
const SQUARES: usize = 40;

/// What is known of a page before its lines are read.
#[derive(Debug)]
pub struct Facts {
    /// Its number, from 1.
    pub number: u32,
    /// How much of it pictures cover, in percent.
    covered: usize,
    outlines: usize,
    letters: usize,
    unreadable: usize,
    recognised: usize,
    hidden: Vec<String>,
    is_broken: bool,
    is_photo: bool,
    is_checked: bool,
    layer: Layer,
}

impl Facts {
    /// What is known of pages.
    pub fn of_all(pages: &[Page]) -> Vec<Self> {
        let backgrounds = backgrounds(pages);
        pages.iter().map(|page| Self { covered: covered(page, &backgrounds), ..Self::of(page) }).collect()
    }

    fn of(page: &Page) -> Self {
        let text = || page.glyphs.iter().flat_map(|glyph| glyph.text.chars());
        Self {
            number: page.number,
            covered: 0,
            outlines: page.outlines,
            letters: text().filter(|character| character.is_alphanumeric()).count(),
            unreadable: text().filter(|character| *character == char::REPLACEMENT_CHARACTER).count(),
            recognised: page.recognised,
            hidden: page.hidden.clone(),
            is_broken: page.is_broken,
            is_photo: page.is_photo,
            is_checked: page.is_checked,
            layer: page.layer,
        }
    }

    /// Whether its words, if it has any, were read off a picture.
    pub fn is_scanned(&self) -> bool {
        self.recognised > 0 || self.is_checked || self.is_photo
    }

    fn is_unread(&self) -> bool {
        self.unreadable * 100 > (self.letters + self.unreadable) * UNREADABLE_PERCENT
    }

    /// What a page is, of which so many letters are part of the text.
    fn kind(&self, letters: usize) -> Kind {
        if self.is_checked {
            return Kind::Words;
        }
        let is_picture = self.recognised * 2 <= self.letters
            && (self.covered >= COVERED_PERCENT && letters < FEW_LETTERS
                || self.covered >= NOTICED_PERCENT && letters == 0);
        let is_drawn = self.outlines >= MIN_OUTLINES && letters < FEW_BESIDE_OUTLINES;
        let is_bare_photo = self.is_photo && letters == 0;
        match (is_picture || is_drawn || is_bare_photo || self.is_unread() || self.is_broken, letters) {
            (true, _) => Kind::Picture,
            (false, 0) => Kind::Blank,
            (false, _) => Kind::Words,
        }
    }
}

/// Takes the letters without a meaning off a page that has hardly any others; elsewhere each stands for one that is
/// missing.
pub fn clear(page: &mut Page) {
    let facts = Facts::of(page);
    if facts.is_unread() {
        page.glyphs.retain(|glyph| !glyph.text.contains(char::REPLACEMENT_CHARACTER));
    }
}

/// What each page is; `sheets` are the lines that are part of the text.
pub fn kinds(facts: &[Facts], sheets: &[Sheet]) -> Vec<Kind> {
    let letters =
        |number: u32| -> usize { sheets.iter().filter(|sheet| sheet.page == number).map(letters).sum() };
    facts.iter().map(|facts| facts.kind(letters(facts.number))).collect()
}

fn letters(sheet: &Sheet) -> usize {
    let cells = sheet.tables.iter().flat_map(|table| &table.rows).flatten().flat_map(|(_, lines)| lines);
    let text = sheet.lines.iter().chain(cells).flat_map(|line| line.text.chars());
    text.filter(|character| character.is_alphanumeric()).count()
}

/// What a person should know of the pages; `count` is how many the document says that it has.
pub fn warnings(facts: &[Facts], kinds: &[Kind], count: u32) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let pages = |is: &dyn Fn(&Facts, Kind) -> bool| -> Vec<u32> {
        let found = facts.iter().zip(kinds).filter(|(facts, kind)| is(facts, **kind));
        found.map(|(facts, _)| facts.number).collect()
    };
    let mut without = pages(&|_, kind| kind == Kind::Picture);
    // Pages that are not there have no words either.
    without.extend(facts.len() as u32 + 1..=count);
    if !without.is_empty() {
        warnings.push(Warning::PagesWithoutWords { pages: without, of: count });
    }
    let recognised = pages(&|facts, _| facts.recognised > 0 && !facts.is_checked);
    if !recognised.is_empty() {
        warnings.push(Warning::RecognisedWords { pages: recognised });
    }
    let layer = |is: Layer| pages(&|facts, _| facts.layer == is && !facts.is_checked);
    let (poor, replaced) = (layer(Layer::Poor), layer(Layer::Replaced));
    if !poor.is_empty() {
        warnings.push(Warning::PoorWords { pages: poor });
    }
    if !replaced.is_empty() {
        warnings.push(Warning::ReplacedWords { pages: replaced });
    }
    let hidden: Vec<&String> = facts.iter().flat_map(|facts| &facts.hidden).collect();
    if let Some(first) = hidden.first() {
        let sample = first.chars().take(SAMPLE_CHARS).collect();
        warnings.push(Warning::HiddenWords { sample, places: hidden.len() as u32 });
    }
    let unreadable = pages(&|facts, _| facts.unreadable > 0);
    if !unreadable.is_empty() {
        let letters = facts.iter().map(|facts| facts.unreadable as u32).sum();
        warnings.push(Warning::UnreadableLetters { pages: unreadable, letters });
    }
    warnings
}

/// How much of the first hidden words is shown, in characters.
const SAMPLE_CHARS: usize = 60;

/// Pictures that stand on several pages, on one of them behind words: letterheads, watermarks. Each page of a scan is a
/// picture of its own.
fn backgrounds(pages: &[Page]) -> HashSet<ObjectIdentifier> {
    let mut seen: HashMap<ObjectIdentifier, (usize, bool)> = HashMap::new();
    for page in pages {
        let letters =
            page.glyphs.iter().flat_map(|glyph| glyph.text.chars()).filter(|letter| letter.is_alphanumeric());
        let is_written = letters.count() >= FEW_LETTERS + page.recognised;
        let objects: HashSet<ObjectIdentifier> = page.pictures.iter().map(|picture| picture.object).collect();
        for object in objects {
            let (pages, written) = seen.entry(object).or_default();
            *pages += 1;
            *written |= is_written;
        }
    }
    seen.into_iter()
        .filter(|(_, (pages, written))| *pages > 1 && *written)
        .map(|(object, _)| object)
        .collect()
}

/// How much of a page its pictures cover together, in percent, but for its background.
fn covered(page: &Page, backgrounds: &HashSet<ObjectIdentifier>) -> usize {
    let own = page.pictures.iter().filter(|picture| !backgrounds.contains(&picture.object));
    let areas: Vec<Rect> = own.map(|picture| picture.area).collect();
    if areas.is_empty() {
        return 0;
    }
    let step = |at: usize, of: f64| (at as f64 + 0.5) * of / SQUARES as f64;
    let squares = (0..SQUARES).flat_map(|x| (0..SQUARES).map(move |y| (x, y)));
    let middles = squares.map(|(x, y)| Point::new(step(x, page.width), step(y, page.height)));
    let found = middles.filter(|middle| areas.iter().any(|area| area.contains(*middle))).count();
    found * 100 / (SQUARES * SQUARES)
}
