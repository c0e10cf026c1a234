//! What the styles of a document say about its words (ODF 1.3, part 3, 16 and 20).

use std::collections::HashMap;

use crate::text::body::Position;
use crate::text::docx::look::Look;
use crate::text::docx::measures::points;
use crate::text::docx::xml::Element;

/// Steps of inheritance followed before a chain is taken for a circle.
const MAX_INHERITANCE: usize = 32;

/// The largest size that nobody sees, in points.
const MAX_UNSEEN_POINTS: f64 = 1.0;

/// How far words must be moved to stand raised or lowered, in percent of their size: less only makes a line look better.
const MIN_SHIFT_PERCENT: f64 = 10.0;

/// The styles by family and name.
#[derive(Debug, Default)]
pub struct Styles {
    by_name: HashMap<(String, String), Style>,
    /// The fonts by the names under which styles name them.
    fonts: HashMap<String, String>,
    /// The width and height of a page in points.
    pub page: Option<(f64, f64)>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    centred: Option<bool>,
    look: Look,
}

impl Styles {
    /// Reads the styles of a part.
    pub fn read(&mut self, part: &Element) {
        for face in part.child("font-face-decls").iter().flat_map(|faces| faces.children_named("font-face")) {
            if let (Some(name), Some(family)) = (face.attribute("name"), face.attribute("font-family")) {
                self.fonts.insert(name.to_owned(), family.trim_matches('\'').to_owned());
            }
        }
        for group in ["styles", "automatic-styles"].into_iter().filter_map(|group| part.child(group)) {
            for element in &group.children {
                match &*element.name {
                    "style" | "default-style" => self.add(element),
                    "page-layout" if self.page.is_none() => self.page = page(element),
                    _ => {}
                }
            }
        }
    }

    fn add(&mut self, element: &Element) {
        let family = element.attribute("family").unwrap_or_default().to_owned();
        let name = element.attribute("name").unwrap_or_default().to_owned();
        let paragraph = element.child("paragraph-properties");
        let cell = element.child("table-cell-properties");
        let mut look = self.look(element);
        look.shaded = look.shaded.or(paragraph.and_then(shaded)).or(cell.and_then(shaded));
        let style = Style {
            parent: element.attribute("parent-style-name").map(str::to_owned),
            centred: paragraph
                .and_then(|properties| properties.attribute("text-align"))
                .map(|align| align == "center"),
            look,
        };
        self.by_name.insert((family, name), style);
    }

    /// The look that a style, or a level of a list, gives to its words.
    pub fn look(&self, style: &Element) -> Look {
        let Some(text) = style.child("text-properties") else { return Look::default() };
        let attribute = |name: &str| text.attribute(name);
        let line = attribute("text-line-through-type").or(attribute("text-line-through-style"));
        let size = attribute("font-size").and_then(points);
        let font = attribute("font-name").map(|name| self.fonts.get(name).map_or(name, String::as_str));
        let font = font.or(attribute("font-family"));
        Look {
            bold: attribute("font-weight")
                .map(|weight| weight == "bold" || weight.parse::<u32>().is_ok_and(|w| w > 500)),
            italic: attribute("font-style").map(|style| style != "normal"),
            hidden: attribute("display").map(|display| display == "none"),
            struck: line.map(|line| line != "none"),
            capitals: attribute("text-transform").map(|transform| transform == "uppercase"),
            small_capitals: attribute("font-variant").map(|variant| variant == "small-caps"),
            position: attribute("text-position").map(position),
            white: attribute("color").map(|colour| colour.eq_ignore_ascii_case("#ffffff")),
            shaded: shaded(text),
            tiny: size.map(|size| size <= MAX_UNSEEN_POINTS),
            fonts: [font.map(From::from), font.map(From::from)],
            ..Look::default()
        }
    }

    /// The look of words in a style, completed by that of what is around them.
    pub fn styled(&self, family: &str, name: Option<&str>, around: &Look) -> Look {
        self.chain(family, name).fold(Look::default(), |look, (_, style)| look.or(&style.look)).or(around)
    }

    /// Whether the words of a paragraph stand in the middle of the page.
    pub fn is_centred(&self, name: Option<&str>) -> bool {
        self.chain("paragraph", name).find_map(|(_, style)| style.centred).unwrap_or(false)
    }

    /// Whether a paragraph is of the style of titles.
    pub fn is_title(&self, name: Option<&str>) -> bool {
        // A style made for one paragraph has the named one as its parent.
        self.chain("paragraph", name).take(2).any(|(name, _)| name == "Title")
    }

    fn chain<'s>(&'s self, family: &str, name: Option<&str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let find = |name: &str| self.by_name.get_key_value(&(family.to_owned(), name.to_owned()));
        let mut chain = Vec::new();
        let mut next = name.and_then(find);
        while let Some(((_, name), style)) = next.filter(|_| chain.len() < MAX_INHERITANCE) {
            chain.push((name.as_str(), style));
            next = style.parent.as_deref().and_then(find);
        }
        chain.into_iter()
    }
}

fn shaded(properties: &Element) -> Option<bool> {
    let colour = properties.attribute("background-color")?;
    Some(colour != "transparent" && !colour.eq_ignore_ascii_case("#ffffff"))
}

/// `super 58%`, `sub 58%`, `33% 58%`, `0% 100%`.
fn position(text: &str) -> Position {
    let shift = text.split_whitespace().next().unwrap_or_default();
    match shift {
        "super" => Position::Raised,
        "sub" => Position::Lowered,
        percent => match percent.trim_end_matches('%').parse::<f64>() {
            Ok(shift) if shift >= MIN_SHIFT_PERCENT => Position::Raised,
            Ok(shift) if shift <= -MIN_SHIFT_PERCENT => Position::Lowered,
            _ => Position::OnLine,
        },
    }
}

fn page(layout: &Element) -> Option<(f64, f64)> {
    let properties = layout.child("page-layout-properties")?;
    let side = |name: &str| points(properties.attribute(name)?);
    Some((side("page-width")?, side("page-height")?))
}
