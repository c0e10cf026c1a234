//! A part of a package as a tree of elements, read without recursion and never deeper than the limit.

use std::collections::HashMap;
use std::rc::Rc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

use crate::text::limits::{MAX_ELEMENTS, MAX_XML_DEPTH};
use crate::text::refusal::{Measure, Refusal};

/// The vocabularies that matter; Transitional and Strict names (ISO/IEC 29500) are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// WordprocessingML.
    Word,
    /// Office Math.
    Math,
    /// Markup Compatibility.
    Compatibility,
    /// Anything else.
    Other,
}

/// An element.
#[derive(Debug)]
pub struct Element {
    /// Its vocabulary.
    pub space: Space,
    /// Its local name.
    pub name: Rc<str>,
    attributes: Vec<(Rc<str>, Box<str>)>,
    /// The elements in it.
    pub children: Vec<Element>,
    /// Its own characters; kept for `t` and `instrText`, and for the nameless elements of [`parse_mixed`].
    pub text: String,
}

impl Element {
    /// The value of the attribute with this local name.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| &**known == name).map(|(_, value)| &**value)
    }

    /// The first child with this local name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| &*child.name == name)
    }

    /// The children with this local name.
    pub fn children_named<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| &*child.name == name)
    }

    /// The `val` of the first child with this local name: the usual shape of a property.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// An on/off property (ISO/IEC 29500-1, 17.17.4): present without a value means on.
    pub fn toggle(&self, name: &str) -> Option<bool> {
        let child = self.child(name)?;
        Some(!matches!(child.attribute("val"), Some("0" | "false" | "off")))
    }

    /// Whether this is the WordprocessingML element of this name.
    pub fn is_word(&self, name: &str) -> bool {
        self.space == Space::Word && &*self.name == name
    }

    /// The first element of this local name in this one, in the order of the text.
    pub fn find(&self, name: &str) -> Option<&Self> {
        if &*self.name == name { Some(self) } else { self.children.iter().find_map(|child| child.find(name)) }
    }

    /// All elements of this local name in this one, in the order of the text; not those within them.
    pub fn find_all<'e>(&'e self, name: &str, found: &mut Vec<&'e Self>) {
        match &*self.name == name {
            true => found.push(self),
            false => self.children.iter().for_each(|child| child.find_all(name, found)),
        }
    }

    /// All characters of text in this element.
    pub fn words(&self) -> String {
        let own = if &*self.name == "t" { self.text.as_str() } else { "" };
        self.children.iter().fold(own.to_owned(), |words, child| words + &child.words())
    }

    /// Whether this element or one in it is of this kind.
    pub fn any(&self, is: &impl Fn(&Self) -> bool) -> bool {
        is(self) || self.children.iter().any(|child| child.any(is))
    }

    /// Whether there are tracked changes of words, rows or cells in this element (ISO/IEC 29500-1, 17.13.5).
    pub fn is_changed(&self) -> bool {
        self.any(&|element| {
            let change = matches!(
                &*element.name,
                "ins" | "del" | "moveFrom" | "moveTo" | "cellIns" | "cellDel" | "cellMerge"
            );
            element.space == Space::Word && change
        })
    }

    /// The branch of an `mc:AlternateContent` to read: the first choice, else the fallback; never both.
    pub fn alternative(&self) -> Option<&Element> {
        self.child("Choice").or_else(|| self.child("Fallback"))
    }
}

/// Reads a part.
///
/// # Errors
/// [`Refusal::Doctype`] for any DTD, [`Refusal::TooDeep`], [`Refusal::TooLarge`], or [`Refusal::Damaged`].
pub fn parse(text: &str) -> Result<Element, Refusal> {
    parse_into(text, append)
}

/// Reads a part whose words stand between elements: they become children without a name.
///
/// # Errors
/// Those of [`parse`].
pub fn parse_mixed(text: &str) -> Result<Element, Refusal> {
    let nameless: Rc<str> = Rc::from("");
    parse_into(text, |open, text| {
        let Some(parent) = open.last_mut() else { return };
        match parent.children.last_mut() {
            Some(last) if last.name.is_empty() => last.text.push_str(text),
            _ => parent.children.push(Element {
                space: Space::Other,
                name: Rc::clone(&nameless),
                attributes: Vec::new(),
                children: Vec::new(),
                text: text.to_owned(),
            }),
        }
    })
}

fn parse_into(text: &str, append: impl Fn(&mut [Element], &str)) -> Result<Element, Refusal> {
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut names = Names::default();
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    let mut count = 0;
    loop {
        let (space, event) = reader.read_resolved_event().map_err(|_| Refusal::Damaged)?;
        match event {
            Event::Start(tag) => {
                count += 1;
                Refusal::above(Measure::Elements, count, MAX_ELEMENTS)?;
                if open.len() as u64 >= MAX_XML_DEPTH {
                    return Err(Refusal::TooDeep { limit: MAX_XML_DEPTH });
                }
                open.push(names.element(space_of(&space), &tag)?);
            }
            Event::End(_) => {
                let element = open.pop().ok_or(Refusal::Damaged)?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => root = Some(element),
                }
            }
            Event::Text(text) => append(&mut open, &text.xml10_content()),
            Event::CData(text) => append(&mut open, &text.xml10_content()),
            Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|_| Refusal::Damaged)? {
                Some(character) => append(&mut open, character.encode_utf8(&mut [0; 4])),
                None => {
                    let name = name.xml10_content();
                    let known = quick_xml::escape::resolve_predefined_entity(&name);
                    append(&mut open, known.ok_or(Refusal::Damaged)?);
                }
            },
            Event::DocType(_) => return Err(Refusal::Doctype),
            Event::Eof if open.is_empty() => return root.ok_or(Refusal::Damaged),
            Event::Eof => return Err(Refusal::Damaged),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
        }
    }
}

fn append(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut()
        && matches!(&*element.name, "t" | "instrText")
    {
        element.text.push_str(text);
    }
}

fn space_of(resolved: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(namespace) = resolved else { return Space::Other };
    match namespace.into_inner() {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatibility,
        _ => Space::Other,
    }
}

/// Names seen so far: a part has a million elements of about a hundred names.
#[derive(Default)]
struct Names(HashMap<String, Rc<str>>);

impl Names {
    fn shared(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.0.get(name) {
            return Rc::clone(known);
        }
        let shared: Rc<str> = Rc::from(name);
        self.0.insert(name.to_owned(), Rc::clone(&shared));
        shared
    }

    fn element(&mut self, space: Space, tag: &BytesStart<'_>) -> Result<Element, Refusal> {
        let mut attributes = Vec::new();
        // Duplicates are not looked for: that check takes quadratic time, and the first value wins here.
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| Refusal::Damaged)?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Refusal::Damaged)?;
            let name = self.shared(attribute.key.local_name().into_inner());
            attributes.push((name, value.into()));
        }
        let name = self.shared(tag.local_name().into_inner());
        Ok(Element { space, name, attributes, children: Vec::new(), text: String::new() })
    }
}
