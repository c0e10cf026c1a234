//! The file as a whole: pages, and what the catalog says of them.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

use super::draw::draw;
use super::embed::Glyphs;
use super::error::PdfError;
use super::file::File;
use super::fonts::Fonts;
use super::identity::{Identity, output_intent};
use super::outline::Bookmark;
use super::points::points;
use super::structure::{LANG, Said, Structure};
use crate::print::model::display_list::{Document, Page};
use crate::print::model::geometry::BLEED_MM;

/// A file while its pages are written. Each document's pages leave at once.
pub(super) struct Book<W> {
    pub file: File<W>,
    pages: ObjectId,
    resources: ObjectId,
    /// A node of the page tree for each document, and how many pages there are in all.
    nodes: Vec<Object>,
    count: usize,
    glyphs: Glyphs,
    structure: Structure,
}

/// Whether the table of contents is shown when the file is opened.
#[derive(Debug, Clone, Copy)]
pub(super) enum Contents {
    Shown,
    Folded,
}

impl<W: Write> Book<W> {
    /// A file without pages.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn begin(target: W) -> Result<Self, PdfError> {
        let mut file = File::begin(target)?;
        let (pages, resources) = (file.reserve(), file.reserve());
        let structure = Structure::begin(&mut file);
        Ok(Self { file, pages, resources, nodes: Vec::new(), count: 0, glyphs: Glyphs::default(), structure })
    }

    /// Writes the pages of a document. Gives back their bookmarks.
    ///
    /// # Errors
    /// A target that takes no bytes, or parts of the file that do not fit together.
    pub fn add(&mut self, document: &Document, fonts: &Fonts) -> Result<Vec<Bookmark>, PdfError> {
        let contents = draw(document, fonts, &mut self.glyphs)?;
        let node = self.file.reserve();
        let mut branch = self.structure.branch(&mut self.file);
        let (mut kids, mut bookmarks) = (Vec::new(), Vec::<Bookmark>::new());
        for (page, content) in document.pages.iter().zip(contents) {
            let id = self.file.reserve();
            let content = self.file.add_stream(Dictionary::new(), &content)?;
            let said = self.structure.page(&mut self.file, &mut branch, (page, id))?;
            let mut entries = entries(page, said);
            entries.set("Parent", node);
            entries.set("Resources", self.resources);
            entries.set("Contents", content);
            self.file.put(id, entries)?;
            kids.push(Object::from(id));
            let is_same = bookmarks.last().is_some_and(|last| last.title == page.bookmark);
            if !is_same && !page.bookmark.is_empty() {
                bookmarks.push(Bookmark { title: page.bookmark.clone(), page: id });
            }
        }
        self.count += kids.len();
        let count = amount(kids.len());
        self.file.put(
            node,
            dictionary! { "Type" => "Pages", "Parent" => self.pages, "Count" => count, "Kids" => kids },
        )?;
        self.nodes.push(node.into());
        self.structure.end(&mut self.file, branch)?;
        Ok(bookmarks)
    }

    /// Writes what the pages have in common, and gives back where the bytes went.
    ///
    /// # Errors
    /// A target that takes no bytes, a font that cannot be cut down, or a part that was announced and never written.
    pub fn finish(
        mut self,
        identity: &Identity,
        fingerprint: [u8; 16],
        (outlines, contents): (ObjectId, Contents),
    ) -> Result<W, PdfError> {
        let file = &mut self.file;
        let fonts = self.glyphs.write(file)?;
        file.put(self.resources, dictionary! { "Font" => fonts })?;
        file.put(
            self.pages,
            dictionary! { "Type" => "Pages", "Count" => amount(self.count), "Kids" => self.nodes },
        )?;
        let catalog = dictionary! {
            "Type" => "Catalog",
            "Pages" => self.pages,
            "Lang" => Object::string_literal(LANG),
            "Metadata" => identity.metadata(file)?,
            "OutputIntents" => vec![output_intent(file)?.into()],
            "StructTreeRoot" => self.structure.finish(file)?,
            "MarkInfo" => dictionary! { "Marked" => true },
            // Codes keep their size only when the printing dialogue does not scale, and what hangs on a wall has one side.
            "ViewerPreferences" => dictionary! {
                "DisplayDocTitle" => true, "PrintScaling" => "None", "Duplex" => "Simplex",
            },
            "Outlines" => outlines,
            "PageLayout" => "SinglePage",
            "PageMode" => match contents {
                Contents::Shown => "UseOutlines",
                Contents::Folded => "UseNone",
            },
        };
        let name = Object::String(fingerprint.to_vec(), StringFormat::Hexadecimal);
        let trailer = dictionary! {
            "Root" => file.add(catalog)?,
            "Info" => identity.info(file)?,
            "ID" => vec![name.clone(), name],
        };
        self.file.finish(trailer)
    }
}

/// What a page says of itself: its paper, where a print shop cuts it, and how far its colours reach beyond.
fn entries(page: &Page, said: Said) -> Dictionary {
    let inset = |inset_mm: f32| {
        let far = |side_mm: f32| points(2.0 * page.slug_mm + side_mm - inset_mm);
        let near = points(inset_mm);
        Object::Array(
            [near, near, far(page.size.width_mm), far(page.size.height_mm)].map(Object::from).to_vec(),
        )
    };
    let mut entries = dictionary! {
        "Type" => "Page",
        "MediaBox" => inset(0.0),
        "TrimBox" => inset(page.slug_mm),
        "StructParents" => said.key,
        // From link to link in reading order.
        "Tabs" => "S",
    };
    if page.slug_mm > 0.0 {
        entries.set("BleedBox", inset(page.slug_mm - BLEED_MM));
    }
    if !said.links.is_empty() {
        entries.set("Annots", said.links);
    }
    entries
}

/// A number of things as PDF counts them.
pub(super) fn amount(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
