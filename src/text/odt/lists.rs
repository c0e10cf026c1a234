//! Numbers of lists and headings (ODF 1.3, part 3, 16.30 and 19.880).

use std::collections::HashMap;

use super::styles::Styles;
use crate::text::docx::look::Look;
use crate::text::docx::numerals::Numeral;
use crate::text::docx::xml::Element;

/// Levels of a list.
const LEVELS: usize = 10;

/// The name under which the numbers of headings are kept: no style has it.
pub const HEADINGS: &str = "";

/// What the lists look like, and how far each has counted.
#[derive(Debug, Default)]
pub struct Lists {
    styles: HashMap<String, [Option<Level>; LEVELS]>,
    /// How far each list has counted, by its place in the document.
    counters: Vec<[Option<u32>; LEVELS]>,
    /// The lists that have a name, and the last list of each style.
    named: HashMap<String, usize>,
    last: HashMap<String, usize>,
}

#[derive(Debug)]
struct Level {
    numeral: Option<Numeral>,
    bullet: String,
    prefix: String,
    suffix: String,
    /// The pattern of newer programs, `%1%.%2%.`; it stands over prefix, levels and suffix.
    pattern: Option<String>,
    levels: usize,
    start: u32,
    look: Look,
}

impl Lists {
    /// Reads the list styles of a part.
    pub fn read(&mut self, part: &Element, styles: &Styles) {
        for group in ["styles", "automatic-styles"].into_iter().filter_map(|group| part.child(group)) {
            for style in &group.children {
                let name = match &*style.name {
                    "list-style" => style.attribute("name").unwrap_or_default(),
                    "outline-style" => HEADINGS,
                    _ => continue,
                };
                let mut levels: [Option<Level>; LEVELS] = Default::default();
                for element in &style.children {
                    let index = element.attribute("level").and_then(|level| level.parse::<usize>().ok());
                    if let Some(known) = index.and_then(|index| levels.get_mut(index.checked_sub(1)?)) {
                        *known = Some(Level::read(element, styles));
                    }
                }
                self.styles.insert(name.to_owned(), levels);
            }
        }
    }

    /// The list that an element begins or goes on with, by its place.
    pub fn open(&mut self, element: &Element, style: &str) -> usize {
        let goes_on = element.attribute("continue-numbering") == Some("true");
        let named = element.attribute("continue-list").and_then(|name| self.named.get(name));
        let known = named.or_else(|| self.last.get(style).filter(|_| goes_on)).copied();
        let list = known.unwrap_or_else(|| {
            self.counters.push([None; LEVELS]);
            self.counters.len() - 1
        });
        if let Some(name) = element.attribute("id") {
            self.named.insert(name.to_owned(), list);
        }
        self.last.insert(style.to_owned(), list);
        list
    }

    /// The list of the headings.
    pub fn headings(&mut self) -> usize {
        match self.last.get(HEADINGS) {
            Some(list) => *list,
            None => {
                self.counters.push([None; LEVELS]);
                self.last.insert(HEADINGS.to_owned(), self.counters.len() - 1);
                self.counters.len() - 1
            }
        }
    }

    /// Counts one more item at this level, from 0, and gives its number; empty where the style has none.
    pub fn next(&mut self, list: usize, style: &str, index: usize, start: Option<u32>) -> String {
        let index = index.min(LEVELS - 1);
        let Some(levels) = self.styles.get(style) else { return String::new() };
        let Some(level) = &levels[index] else { return String::new() };
        let Some(counters) = self.counters.get_mut(list) else { return String::new() };
        let next = counters[index].map_or(level.start, |number| number.saturating_add(1));
        counters[index] = Some(start.unwrap_or(next));
        counters[index + 1..].fill(None);
        let Some(numeral) = level.numeral else { return level.bullet.clone() };
        let number = |at: usize| {
            let other = levels.get(at)?.as_ref()?;
            let numeral = if at == index { numeral } else { other.numeral? };
            Some(numeral.write(counters[at].unwrap_or(other.start)))
        };
        let text = match &level.pattern {
            Some(pattern) => filled(pattern, number),
            None if numeral == Numeral::None => format!("{}{}", level.prefix, level.suffix),
            None => {
                let first = (index + 1).saturating_sub(level.levels);
                let numbers: Vec<String> = (first..=index).filter_map(number).collect();
                format!("{}{}{}", level.prefix, numbers.join("."), level.suffix)
            }
        };
        let text = text.trim();
        if level.look.are_capitals() { text.to_uppercase() } else { text.to_owned() }
    }
}

impl Level {
    fn read(element: &Element, styles: &Styles) -> Self {
        let attribute = |name: &str| element.attribute(name);
        let look = styles.look(element);
        let bullet = match &*element.name {
            "list-level-style-bullet" => look.shown(attribute("bullet-char").unwrap_or("•")),
            _ => "•".to_owned(),
        };
        let is_unknown = |sign: char| matches!(sign, '\u{E000}'..='\u{F8FF}');
        let is_number = matches!(&*element.name, "list-level-style-number" | "outline-level-style");
        Self {
            numeral: is_number.then(|| Numeral::of_first(attribute("num-format").unwrap_or_default())),
            bullet: if bullet.contains(is_unknown) { "•".to_owned() } else { bullet },
            prefix: attribute("num-prefix").unwrap_or_default().to_owned(),
            suffix: attribute("num-suffix").unwrap_or_default().to_owned(),
            pattern: attribute("num-list-format").map(str::to_owned),
            levels: attribute("display-levels").and_then(|levels| levels.parse().ok()).unwrap_or(1),
            start: attribute("start-value").and_then(|start| start.parse().ok()).unwrap_or(1),
            look,
        }
    }
}

/// Fills a pattern such as `%1%.%2%.`; levels count from 1.
fn filled(pattern: &str, number: impl Fn(usize) -> Option<String>) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        match after.split_once('%') {
            Some((place, behind)) if place.parse::<usize>().is_ok_and(|place| place > 0) => {
                let place = place.parse::<usize>().unwrap_or(1);
                text.push_str(&number(place - 1).unwrap_or_default());
                rest = behind;
            }
            _ => {
                text.push('%');
                rest = after;
            }
        }
    }
    text + rest
}
