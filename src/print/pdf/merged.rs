//! Many kits in one file, each written as soon as it is laid out.

use std::io::Write;

use lopdf::{ObjectId, dictionary};

use super::book::{Book, Contents, amount};
use super::error::PdfError;
use super::fonts::Fonts;
use super::identity::Identity;
use super::outline::{self, Bookmark, Level};
use crate::print::model::display_list::{self, Document};

/// One PDF of many documents. What is added leaves for the target at once; only where it begins is kept.
///
/// ```no_run
/// # use tizilim::print::{model::display_list::Document, pdf::{Fonts, Merged, PdfError}};
/// # fn merge(documents: Vec<Document>) -> Result<Vec<u8>, PdfError> {
/// let fonts = Fonts::new();
/// let mut merged = Merged::begin(Vec::new())?;
/// for document in documents {
///     merged.add(&document, &fonts)?;
/// }
/// merged.finish("All kits")
/// # }
/// ```
pub struct Merged<W> {
    book: Book<W>,
    outlines: ObjectId,
    /// The entry of the last document: it is written once it is known whether another follows.
    last: Option<Entry>,
    first: Option<ObjectId>,
    count: usize,
    identity: Option<Identity>,
    fingerprint: [u8; 16],
}

/// A document in the table of contents.
struct Entry {
    id: ObjectId,
    bookmark: Bookmark,
    pages: Option<Level>,
    before: Option<ObjectId>,
}

impl<W: Write> Merged<W> {
    /// A file without documents.
    ///
    /// # Errors
    /// The target takes no bytes.
    pub fn begin(target: W) -> Result<Self, PdfError> {
        let mut book = Book::begin(target)?;
        let outlines = book.file.reserve();
        Ok(Self { book, outlines, last: None, first: None, count: 0, identity: None, fingerprint: [0; 16] })
    }

    /// Writes a document. In the table of contents its pages stand under its title.
    ///
    /// # Errors
    /// See [`PdfError`]. The file is then of no use.
    pub fn add(&mut self, document: &Document, fonts: &Fonts) -> Result<(), PdfError> {
        let pages = self.book.add(document, fonts)?;
        let first_page = pages.first().map(|bookmark| bookmark.page).ok_or(PdfError::Empty)?;
        let id = self.book.file.reserve();
        let entry = Entry {
            id,
            bookmark: Bookmark { title: document.title.clone(), page: first_page },
            pages: Level::write(&mut self.book.file, id, &pages)?,
            before: self.last.as_ref().map(|last| last.id),
        };
        if let Some(last) = self.last.replace(entry) {
            self.write(last, Some(id))?;
        }
        self.first.get_or_insert(id);
        self.count += 1;
        self.identity = Some(Identity::of(document).not_before(self.identity.take()));
        self.fingerprint = display_list::joined([self.fingerprint, document.fingerprint()]);
        Ok(())
    }

    /// Ends the file and gives back where the bytes went.
    ///
    /// # Errors
    /// See [`PdfError`]; a file without documents is refused.
    pub fn finish(mut self, title: &str) -> Result<W, PdfError> {
        let last = self.last.take().ok_or(PdfError::Empty)?;
        let (first, last_id) = (self.first.unwrap_or(last.id), last.id);
        self.write(last, None)?;
        let mut outlines = dictionary! { "Type" => "Outlines" };
        Level { first, last: last_id, count: self.count }.hang(&mut outlines, amount(self.count));
        self.book.file.put(self.outlines, outlines)?;
        let identity = self.identity.ok_or(PdfError::Empty)?.titled(title);
        self.book.finish(&identity, self.fingerprint, (self.outlines, Contents::Shown))
    }

    fn write(&mut self, entry: Entry, next: Option<ObjectId>) -> Result<(), PdfError> {
        let mut entries = outline::entry(self.outlines, &entry.bookmark);
        if let Some(before) = entry.before {
            entries.set("Prev", before);
        }
        if let Some(next) = next {
            entries.set("Next", next);
        }
        if let Some(pages) = entry.pages {
            // Folded until it is asked for.
            pages.hang(&mut entries, -amount(pages.count));
        }
        self.book.file.put(entry.id, entries)
    }
}
