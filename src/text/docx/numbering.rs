//! Numbers of paragraphs as Word computes them (ISO/IEC 29500-1, 17.9).

use std::collections::{HashMap, HashSet};

use super::look::Look;
use super::numerals::Numeral;
use super::styles::Styles;
use super::xml::Element;

/// Levels of a list.
pub const LEVELS: usize = 9;

/// The sign of a list whose own one is unknown.
const BULLET: &str = "•";

/// What the document's lists look like, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    outlines: HashMap<String, Outline>,
    lists: HashMap<String, List>,
    /// How far each outline has counted; lists of one outline count together.
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Levels whose first paragraph in a list has been seen: a list restarts its levels only once.
    started: HashSet<(String, usize)>,
}

/// An abstract numbering definition.
#[derive(Debug, Default)]
struct Outline {
    levels: [Option<Level>; LEVELS],
    /// The numbering style whose definition stands for this one.
    style: Option<String>,
}

/// A numbering instance: an outline with its own changes.
#[derive(Debug, Default)]
struct List {
    outline: String,
    levels: [Option<Level>; LEVELS],
    starts: [Option<u32>; LEVELS],
}

#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    numeral: Numeral,
    /// The pattern, such as `%1.%2.`, or the sign of a bullet.
    text: String,
    /// The level whose use restarts this one, counted from 1; 0 means never.
    restart: Option<usize>,
    /// Whether all numbers in the pattern are written in digits.
    legal: bool,
    /// Whether the words follow without any space.
    joined: bool,
    /// The paragraph style that this level belongs to.
    style: Option<String>,
    /// How the number looks.
    look: Look,
}

/// The number of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub struct Label {
    /// The number as shown; may be empty.
    pub text: String,
    /// Whether the words follow without any space.
    pub joined: bool,
}

impl Numbering {
    /// Reads the numbering part.
    pub fn read(part: &Element) -> Self {
        let mut numbering = Self::default();
        for element in part.children_named("abstractNum") {
            let Some(id) = element.attribute("abstractNumId") else { continue };
            let mut outline =
                Outline { style: element.property("numStyleLink").map(str::to_owned), ..Outline::default() };
            for (place, level) in element.children_named("lvl").enumerate() {
                // Levels that do not say which they are follow each other.
                let index = index(level).unwrap_or(place);
                if let Some(known) = outline.levels.get_mut(index) {
                    *known = Some(Level::read(level));
                }
            }
            numbering.outlines.insert(id.to_owned(), outline);
        }
        for element in part.children_named("num") {
            if let (Some(id), Some(outline)) = (element.attribute("numId"), element.property("abstractNumId"))
            {
                numbering.lists.insert(id.to_owned(), List::read(element, outline));
            }
        }
        numbering
    }

    /// The level of a list that belongs to one of these paragraph styles, the nearest first.
    pub fn level_of_style(&self, list: &str, chain: &[&str], styles: &Styles) -> Option<usize> {
        let list = self.lists.get(list)?;
        let outline = self.outline(list, styles);
        chain.iter().find_map(|style| {
            (0..LEVELS).find(|index| {
                self.level(list, &outline, *index).is_some_and(|level| level.style.as_deref() == Some(*style))
            })
        })
    }

    /// Counts one more paragraph of a list, and gives its number; `None` when there is no such list or level.
    pub fn next(&mut self, list_id: &str, index: usize, styles: &Styles) -> Option<Label> {
        let list = self.lists.get(list_id)?;
        let outline = self.outline(list, styles);
        let level = self.level(list, &outline, index)?.clone();
        let start = |index: usize| {
            list.starts[index].or(self.level(list, &outline, index).map(|level| level.start)).unwrap_or(1)
        };
        let mut counters = self.counters.get(&outline).copied().unwrap_or_default();
        let first = !self.started.contains(&(list_id.to_owned(), index));
        let number = match counters[index] {
            Some(_) if first && list.starts[index].is_some() => start(index),
            Some(number) => number.saturating_add(1),
            None => start(index),
        };
        counters[index] = Some(number);
        for (lower, counter) in counters.iter_mut().enumerate().skip(index + 1) {
            let restart = self.level(list, &outline, lower).and_then(|level| level.restart);
            if restart.is_none_or(|restart| index < restart) {
                *counter = None;
            }
        }
        let text = if level.numeral == Numeral::Bullet {
            level.text.trim().to_owned()
        } else {
            self.write(list, &outline, &level, |index| counters[index].unwrap_or_else(|| start(index)))
        };
        self.counters.insert(outline, counters);
        self.started.insert((list_id.to_owned(), index));
        let text = if level.look.are_capitals() { text.to_uppercase() } else { text };
        Some(Label { text, joined: level.joined })
    }

    /// Fills a level's pattern.
    fn write(&self, list: &List, outline: &str, level: &Level, number: impl Fn(usize) -> u32) -> String {
        let mut text = String::new();
        let mut pattern = level.text.chars().peekable();
        while let Some(character) = pattern.next() {
            let place = pattern.peek().and_then(|digit| digit.to_digit(10)).filter(|digit| *digit > 0);
            match place {
                Some(place) if character == '%' => {
                    pattern.next();
                    let index = place as usize - 1;
                    let numeral = match self.level(list, outline, index) {
                        Some(other) if level.legal && other.numeral != Numeral::None => Numeral::Decimal,
                        Some(other) => other.numeral,
                        None => Numeral::Decimal,
                    };
                    text.push_str(&numeral.write(number(index)));
                }
                _ => text.push(character),
            }
        }
        text.trim().to_owned()
    }

    fn level<'n>(&'n self, list: &'n List, outline: &str, index: usize) -> Option<&'n Level> {
        list.levels[index].as_ref().or_else(|| self.outlines.get(outline)?.levels[index].as_ref())
    }

    /// The outline that defines a list, behind at most one numbering style.
    fn outline(&self, list: &List, styles: &Styles) -> String {
        let linked = || {
            let style = self.outlines.get(&list.outline)?.style.as_deref()?;
            Some(self.lists.get(styles.list(style)?)?.outline.clone())
        };
        linked().unwrap_or_else(|| list.outline.clone())
    }
}

impl List {
    fn read(element: &Element, outline: &str) -> Self {
        let mut list = Self { outline: outline.to_owned(), ..Self::default() };
        for change in element.children_named("lvlOverride") {
            let Some(index) = index(change) else { continue };
            list.levels[index] = change.child("lvl").map(Level::read);
            list.starts[index] = change.property("startOverride").and_then(|start| start.parse().ok());
        }
        list
    }
}

impl Level {
    fn read(element: &Element) -> Self {
        // A custom format stands in a choice, with a plain one as its fallback.
        let format = element.child("numFmt").or_else(|| {
            let choice = element.child("AlternateContent")?;
            choice.children.iter().find_map(|branch| branch.child("numFmt"))
        });
        let numeral = format.map(Numeral::read).unwrap_or_default();
        let look = element.child("rPr").map(Look::read).unwrap_or_default();
        let text = element.property("lvlText").unwrap_or_default();
        let text = match numeral {
            Numeral::Bullet if element.child("lvlPicBulletId").is_some() => BULLET.to_owned(),
            Numeral::Bullet => bullet(&look.shown(text)),
            _ => text.to_owned(),
        };
        Self {
            // Without a start, levels count from 0 (ISO/IEC 29500-1, 17.9.25).
            start: element.property("start").and_then(|start| start.parse().ok()).unwrap_or(0),
            numeral,
            text,
            restart: element.property("lvlRestart").and_then(|level| level.parse().ok()),
            legal: element.toggle("isLgl").unwrap_or(false),
            joined: element.property("suff") == Some("nothing"),
            style: element.property("pStyle").map(str::to_owned),
            look,
        }
    }
}

/// The sign of a bullet; any bullet stands for one that is a picture or that no font names.
fn bullet(sign: &str) -> String {
    let is_unknown = |sign: char| matches!(sign, '\u{E000}'..='\u{F8FF}' | char::REPLACEMENT_CHARACTER);
    match sign {
        // The minus of Symbol is the dash of lists.
        "−" => "–".to_owned(),
        _ if sign.chars().any(is_unknown) => BULLET.to_owned(),
        _ => sign.to_owned(),
    }
}

fn index(element: &Element) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|index| *index < LEVELS)
}
