//! What is said on the pages, in reading order, for those who hear them (ISO 32000-1, 14.7 and 14.8).

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::error::PdfError;
use super::file::File;
use super::points::on_paper;
use crate::print::model::display_list::{DrawnCode, Item, Page, Paragraph, Role};
use crate::print::model::geometry::Area;
use crate::print::model::style::MM_PER_PT;

/// Annotations are printed, and neither hidden nor for the screen only (ISO 19005-1, 6.5.3).
const PRINT: i64 = 4;

/// The language of codes' descriptions, and of the file where nothing else is said.
pub(super) const LANG: &str = "kk";

/// What something said is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Title,
    Heading,
    Paragraph,
    Figure,
}

impl Tag {
    /// Nothing for an ornament.
    pub const fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Text(paragraph) => Some(match paragraph.role {
                Role::Title => Self::Title,
                Role::Heading => Self::Heading,
                Role::Body => Self::Paragraph,
            }),
            Item::Code(_) => Some(Self::Figure),
            Item::Rule(_) | Item::Fill(_) | Item::Shape(_) | Item::TrialMark(_) => None,
        }
    }

    /// Its name in the file (ISO 32000-1, 14.8.4).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "H1",
            Self::Heading => "H2",
            Self::Paragraph => "P",
            Self::Figure => "Figure",
        }
    }
}

/// The tree of everything said, while the file is written: one branch a document in it.
pub(super) struct Structure {
    root: ObjectId,
    documents: Vec<ObjectId>,
    /// The leaves of the tree that leads from pages and links to what is said on them, with their first and last key.
    leaves: Vec<(ObjectId, i64, i64)>,
    next_key: i64,
}

/// The branch of one document.
pub(super) struct Branch {
    id: ObjectId,
    elements: Vec<Object>,
    first_key: i64,
    /// Keys and what they lead to, in turn.
    keys: Vec<Object>,
}

/// What a page must say of what is said on it.
pub(super) struct Said {
    /// The page's key in the tree.
    pub key: i64,
    /// Its links.
    pub links: Vec<Object>,
}

impl Structure {
    /// A tree in which nothing is said.
    pub fn begin<W: Write>(file: &mut File<W>) -> Self {
        Self { root: file.reserve(), documents: Vec::new(), leaves: Vec::new(), next_key: 0 }
    }

    /// A branch for the next document.
    pub fn branch<W: Write>(&self, file: &mut File<W>) -> Branch {
        Branch { id: file.reserve(), elements: Vec::new(), first_key: self.next_key, keys: Vec::new() }
    }

    /// Writes what is said on a page.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn page<W: Write>(
        &mut self,
        file: &mut File<W>,
        branch: &mut Branch,
        (page, page_id): (&Page, ObjectId),
    ) -> Result<Said, PdfError> {
        let key = self.key();
        let (mut said, mut links, mut linked) = (Vec::new(), Vec::new(), Vec::new());
        for (item, tag) in page.items.iter().filter_map(|item| Some((item, Tag::of(item)?))) {
            let number = i64::try_from(said.len()).unwrap_or(i64::MAX);
            let link = Link::of(item, page).map(|link| (link, self.key()));
            let element = Element { tag, number, page: page_id, parent: branch.id };
            let written = match item {
                Item::Text(paragraph) => element.paragraph(file, paragraph, link)?,
                Item::Code(code) => element.figure(file, code, page, link)?,
                Item::Rule(_) | Item::Fill(_) | Item::Shape(_) | Item::TrialMark(_) => continue,
            };
            branch.elements.push(written.top.into());
            said.push(Object::from(written.said));
            if let Some((annotation, key, link)) = written.link {
                links.push(annotation.into());
                linked.extend([key.into(), link.into()]);
            }
        }
        branch.keys.extend([key.into(), said.into()]);
        branch.keys.extend(linked);
        Ok(Said { key, links })
    }

    /// Writes the branch itself.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn end<W: Write>(&mut self, file: &mut File<W>, branch: Branch) -> Result<(), PdfError> {
        let last_key = self.next_key - 1;
        let leaf = file.add(dictionary! {
            "Limits" => vec![branch.first_key.into(), last_key.into()],
            "Nums" => branch.keys,
        })?;
        self.leaves.push((leaf, branch.first_key, last_key));
        file.put(
            branch.id,
            dictionary! { "Type" => "StructElem", "S" => "Document", "P" => self.root, "K" => branch.elements },
        )?;
        self.documents.push(branch.id);
        Ok(())
    }

    /// Writes the tree's root and gives back its number.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn finish<W: Write>(self, file: &mut File<W>) -> Result<ObjectId, PdfError> {
        let kids: Vec<Object> = self.leaves.into_iter().map(|(leaf, ..)| leaf.into()).collect();
        let documents: Vec<Object> = self.documents.into_iter().map(Object::from).collect();
        let keys = file.add(dictionary! { "Kids" => kids })?;
        file.put(
            self.root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => documents,
                "ParentTree" => keys,
                "ParentTreeNextKey" => self.next_key,
            },
        )?;
        Ok(self.root)
    }

    fn key(&mut self) -> i64 {
        self.next_key += 1;
        self.next_key - 1
    }
}

/// An address that opens when an area of a page is touched on a screen.
struct Link<'a> {
    address: &'a str,
    words: String,
    /// Left, lower, right and upper side in points.
    sides: Vec<Object>,
}

impl<'a> Link<'a> {
    fn of(item: &'a Item, page: &Page) -> Option<Self> {
        match item {
            Item::Text(paragraph) => Some(Self {
                address: paragraph.link.as_deref()?,
                words: paragraph.lines.iter().map(|line| line.text.as_str()).collect(),
                sides: sides(page, around(paragraph)?),
            }),
            Item::Code(code) => Some(Self {
                address: &code.address,
                words: words(code).to_owned(),
                sides: sides(page, code.area),
            }),
            Item::Rule(_) | Item::Fill(_) | Item::Shape(_) | Item::TrialMark(_) => None,
        }
    }
}

/// What somebody hears who cannot see the code.
fn words(code: &DrawnCode) -> &str {
    if code.alternative.is_empty() { &code.address } else { &code.alternative }
}

/// The area of a paragraph's lines, from the top of its capitals to below its tails.
fn around(paragraph: &Paragraph) -> Option<Area> {
    const ABOVE: f32 = 0.85;
    const BELOW: f32 = 0.25;
    let areas = paragraph.lines.iter().map(|line| {
        let size_mm = line.style.size_pt * MM_PER_PT;
        Area {
            left_mm: line.x_mm,
            top_mm: line.baseline_mm - ABOVE * size_mm,
            right_mm: line.x_mm + line.width_mm,
            bottom_mm: line.baseline_mm + BELOW * size_mm,
        }
    });
    areas.reduce(|all, area| Area {
        left_mm: all.left_mm.min(area.left_mm),
        top_mm: all.top_mm.min(area.top_mm),
        right_mm: all.right_mm.max(area.right_mm),
        bottom_mm: all.bottom_mm.max(area.bottom_mm),
    })
}

fn sides(page: &Page, area: Area) -> Vec<Object> {
    let (left, lower) = on_paper(page, (area.left_mm, area.bottom_mm));
    let (right, upper) = on_paper(page, (area.right_mm, area.top_mm));
    [left, lower, right, upper].map(Object::from).to_vec()
}

/// Something said, as it is about to be written.
struct Element {
    tag: Tag,
    /// The number of its marks on the page.
    number: i64,
    page: ObjectId,
    parent: ObjectId,
}

/// Something said, as it was written.
struct Written {
    /// What the branch holds.
    top: ObjectId,
    /// What the marks on the page lead to.
    said: ObjectId,
    /// The annotation, its key and what the key leads to.
    link: Option<(ObjectId, i64, ObjectId)>,
}

impl Element {
    fn entries(&self, name: &str, parent: ObjectId, lang: &str) -> Dictionary {
        dictionary! {
            "Type" => "StructElem",
            "S" => name,
            "P" => parent,
            "Pg" => self.page,
            "Lang" => Object::string_literal(lang),
        }
    }

    /// A paragraph; where it is a link, the link stands in it and the letters in the link.
    fn paragraph<W: Write>(
        &self,
        file: &mut File<W>,
        paragraph: &Paragraph,
        link: Option<(Link<'_>, i64)>,
    ) -> Result<Written, PdfError> {
        let lang = paragraph.lang.tag();
        let mut top = self.entries(self.tag.name(), self.parent, lang);
        let Some((link, key)) = link else {
            top.set("K", self.number);
            let top = file.add(top)?;
            return Ok(Written { top, said: top, link: None });
        };
        let (top_id, link_id) = (file.reserve(), file.reserve());
        let annotation = self.annotation(file, &link, key)?;
        let mut inner = self.entries("Link", top_id, lang);
        inner.set("K", vec![self.number.into(), self.to(annotation)]);
        file.put(link_id, inner)?;
        top.set("K", link_id);
        file.put(top_id, top)?;
        Ok(Written { top: top_id, said: link_id, link: Some((annotation, key, link_id)) })
    }

    /// A code: a figure in words, in a link, in a paragraph of its own.
    fn figure<W: Write>(
        &self,
        file: &mut File<W>,
        code: &DrawnCode,
        page: &Page,
        link: Option<(Link<'_>, i64)>,
    ) -> Result<Written, PdfError> {
        let (top_id, link_id) = (file.reserve(), file.reserve());
        let mut figure = self.entries(self.tag.name(), link_id, LANG);
        figure.set("Alt", lopdf::text_string(words(code)));
        figure.set(
            "A",
            dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => sides(page, code.area) },
        );
        figure.set("K", self.number);
        let said = file.add(figure)?;
        let mut kids = vec![Object::from(said)];
        let mut written = Written { top: top_id, said, link: None };
        if let Some((link, key)) = link {
            let annotation = self.annotation(file, &link, key)?;
            kids.push(self.to(annotation));
            written.link = Some((annotation, key, link_id));
        }
        let mut inner = self.entries("Link", top_id, LANG);
        inner.set("K", kids);
        file.put(link_id, inner)?;
        let mut top = self.entries(Tag::Paragraph.name(), self.parent, LANG);
        top.set("K", link_id);
        file.put(top_id, top)?;
        Ok(written)
    }

    fn to(&self, annotation: ObjectId) -> Object {
        dictionary! { "Type" => "OBJR", "Pg" => self.page, "Obj" => annotation }.into()
    }

    fn annotation<W: Write>(
        &self,
        file: &mut File<W>,
        link: &Link<'_>,
        key: i64,
    ) -> Result<ObjectId, PdfError> {
        file.add(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => link.sides.clone(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => PRINT,
            "P" => self.page,
            "StructParent" => key,
            "Contents" => lopdf::text_string(&link.words),
            "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal(link.address) },
        })
    }
}
