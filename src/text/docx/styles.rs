//! What the styles of a document say about its paragraphs and runs, inheritance included.

use std::collections::HashMap;

use super::look::{Look, shaded};
use super::xml::Element;

/// Steps of inheritance followed before a chain is taken for a circle; Word itself allows about ten.
const MAX_INHERITANCE: usize = 32;

/// The styles by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// The look of words whose styles say nothing.
    look: Look,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    title: bool,
    outline: Option<u8>,
    centred: Option<bool>,
    list: Option<String>,
    list_level: Option<usize>,
    look: Look,
    /// Whether cells of a table of this style may have a colour.
    is_coloured: bool,
}

/// What a paragraph's style says, inheritance included.
#[derive(Debug, Default)]
pub struct ParagraphStyle<'s> {
    /// Outline level, from 0; 9 is body text (ISO/IEC 29500-1, 17.3.1.20).
    pub outline: Option<u8>,
    /// Whether it is the style of the document's title.
    pub title: bool,
    /// Whether it stands in the middle of the page.
    pub centred: Option<bool>,
    /// The numbering instance.
    pub list: Option<&'s str>,
    /// The level in it.
    pub list_level: Option<usize>,
    /// The style and those it is based on: a level of numbering may name one of them.
    pub chain: Vec<&'s str>,
    /// The look of its words.
    pub look: Look,
}

impl Styles {
    /// Reads the styles part.
    pub fn read(part: &Element) -> Self {
        let defaults =
            part.child("docDefaults").and_then(|defaults| defaults.child("rPrDefault")?.child("rPr"));
        let mut styles = Self { look: defaults.map(Look::read).unwrap_or_default(), ..Self::default() };
        for element in part.children_named("style") {
            let Some(id) = element.attribute("styleId") else { continue };
            let paragraph = matches!(element.attribute("type"), None | Some("paragraph"));
            if paragraph && matches!(element.attribute("default"), Some("1" | "true" | "on")) {
                styles.default = Some(id.to_owned());
            }
            styles.by_id.insert(id.to_owned(), Style::read(element));
        }
        styles
    }

    /// What the style of a paragraph says; `None` names the default style.
    pub fn paragraph(&self, id: Option<&str>) -> ParagraphStyle<'_> {
        let known = id.filter(|id| self.by_id.contains_key(*id));
        let mut resolved = ParagraphStyle::default();
        for (id, style) in self.chain(known.or(self.default.as_deref())) {
            resolved.outline = resolved.outline.or(style.outline);
            resolved.title |= style.title && resolved.chain.is_empty();
            resolved.centred = resolved.centred.or(style.centred);
            resolved.list = resolved.list.or(style.list.as_deref());
            resolved.list_level = resolved.list_level.or(style.list_level);
            resolved.look = resolved.look.or(&style.look);
            resolved.chain.push(id);
        }
        resolved.look = resolved.look.or(&self.look);
        resolved
    }

    /// What a character style says.
    pub fn run(&self, id: &str) -> Look {
        self.chain(Some(id)).fold(Look::default(), |look, (_, style)| look.or(&style.look))
    }

    /// Whether cells of a table of this style may have a colour.
    pub fn is_coloured(&self, id: &str) -> bool {
        self.chain(Some(id)).any(|(_, style)| style.is_coloured)
    }

    /// The numbering instance that a numbering style names.
    pub fn list(&self, id: &str) -> Option<&str> {
        self.chain(Some(id)).find_map(|(_, style)| style.list.as_deref())
    }

    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let first = id.and_then(|id| self.by_id.get_key_value(id));
        std::iter::successors(first, |(_, style)| self.by_id.get_key_value(style.based_on.as_deref()?))
            .take(MAX_INHERITANCE)
            .map(|(id, style)| (id.as_str(), style))
    }
}

impl Style {
    fn read(element: &Element) -> Self {
        let name = element.property("name").unwrap_or_default().to_lowercase();
        let paragraph = element.child("pPr");
        let list = paragraph.and_then(|properties| properties.child("numPr"));
        // The built-in headings carry their level in their name even where a producer leaves it out.
        let named = name.strip_prefix("heading ").and_then(|level| level.parse::<u8>().ok());
        let mut look = element.child("rPr").map(Look::read).unwrap_or_default();
        look.shaded = look.shaded.or(paragraph.and_then(shaded));
        Self {
            based_on: element.property("basedOn").map(str::to_owned),
            title: name == "title",
            outline: paragraph
                .and_then(outline)
                .or(named.filter(|level| (1..=9).contains(level)).map(|level| level - 1)),
            centred: paragraph.and_then(centred),
            list: list.and_then(|list| list.property("numId")).map(str::to_owned),
            list_level: list.and_then(level),
            look,
            is_coloured: element.any(&|part| shaded(part) == Some(true)),
        }
    }
}

/// The outline level that these paragraph properties name.
pub fn outline(properties: &Element) -> Option<u8> {
    properties.property("outlineLvl")?.parse().ok()
}

/// Whether these paragraph properties put the words in the middle of the page.
pub fn centred(properties: &Element) -> Option<bool> {
    properties.property("jc").map(|alignment| alignment == "center")
}

/// The level of numbering that these numbering properties name.
pub fn level(list: &Element) -> Option<usize> {
    list.property("ilvl")?.parse().ok().filter(|level| *level < super::numbering::LEVELS)
}
