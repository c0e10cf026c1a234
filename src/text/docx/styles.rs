//! What the styles of a document say about its paragraphs and runs, inheritance included.

use std::collections::HashMap;

use super::xml::Element;

/// Steps of inheritance followed before a chain is taken for a circle; Word itself allows about ten.
const MAX_INHERITANCE: usize = 32;

/// The styles by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
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
}

/// Emphasis and visibility as far as they are said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// Bold.
    pub bold: Option<bool>,
    /// Italic.
    pub italic: Option<bool>,
    /// Hidden text.
    pub hidden: Option<bool>,
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
    /// Emphasis.
    pub look: Look,
}

impl Look {
    /// Reads the properties of a run.
    pub fn read(properties: &Element) -> Self {
        Self {
            bold: properties.toggle("b"),
            italic: properties.toggle("i"),
            hidden: properties.toggle("vanish"),
        }
    }

    /// This look, completed by the one that it inherits.
    pub fn or(self, inherited: Self) -> Self {
        Self {
            bold: self.bold.or(inherited.bold),
            italic: self.italic.or(inherited.italic),
            hidden: self.hidden.or(inherited.hidden),
        }
    }

    /// The look of a character style over that of a paragraph style: what both switch on is off
    /// (toggle properties, ISO/IEC 29500-1, 17.7.3).
    pub fn toggled(self, over: Self) -> Self {
        let toggle = |a: Option<bool>, b: Option<bool>| match (a, b) {
            (Some(a), Some(b)) => Some(a != b),
            (a, b) => a.or(b),
        };
        Self {
            bold: toggle(self.bold, over.bold),
            italic: toggle(self.italic, over.italic),
            hidden: toggle(self.hidden, over.hidden),
        }
    }
}

impl Styles {
    /// Reads the styles part.
    pub fn read(part: &Element) -> Self {
        let mut styles = Self::default();
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
            resolved.look = resolved.look.or(style.look);
            resolved.chain.push(id);
        }
        resolved
    }

    /// What a character style says.
    pub fn run(&self, id: &str) -> Look {
        self.chain(Some(id)).fold(Look::default(), |look, (_, style)| look.or(style.look))
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
        Self {
            based_on: element.property("basedOn").map(str::to_owned),
            title: name == "title",
            outline: paragraph
                .and_then(outline)
                .or(named.filter(|level| (1..=9).contains(level)).map(|level| level - 1)),
            centred: paragraph.and_then(centred),
            list: list.and_then(|list| list.property("numId")).map(str::to_owned),
            list_level: list.and_then(level),
            look: element.child("rPr").map(Look::read).unwrap_or_default(),
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
