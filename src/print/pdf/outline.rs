//! The table of contents that readers show beside the pages.

use std::io::Write;

use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::error::PdfError;
use super::file::File;

/// An entry and the page that it opens.
pub(super) struct Bookmark {
    pub title: String,
    pub page: ObjectId,
}

/// Entries of one level, written down.
#[derive(Clone, Copy)]
pub(super) struct Level {
    pub first: ObjectId,
    pub last: ObjectId,
    pub count: usize,
}

impl Level {
    /// Writes the entries under their parent; nothing when there are none.
    ///
    /// # Errors
    /// A target that takes no bytes.
    pub fn write<W: Write>(
        file: &mut File<W>,
        parent: ObjectId,
        bookmarks: &[Bookmark],
    ) -> Result<Option<Self>, PdfError> {
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.reserve()).collect();
        for (i, bookmark) in bookmarks.iter().enumerate() {
            let mut entry = entry(parent, bookmark);
            if let Some(before) = i.checked_sub(1).and_then(|i| ids.get(i)) {
                entry.set("Prev", *before);
            }
            if let Some(next) = ids.get(i + 1) {
                entry.set("Next", *next);
            }
            file.put(ids[i], entry)?;
        }
        let ends = ids.first().zip(ids.last());
        Ok(ends.map(|(first, last)| Self { first: *first, last: *last, count: ids.len() }))
    }

    /// Tells the parent of the level where it is. `count` is negative for a closed one.
    pub fn hang(&self, parent: &mut Dictionary, count: i64) {
        parent.set("First", self.first);
        parent.set("Last", self.last);
        parent.set("Count", count);
    }
}

pub(super) fn entry(parent: ObjectId, bookmark: &Bookmark) -> Dictionary {
    let top_of_page = vec![bookmark.page.into(), "XYZ".into(), Object::Null, Object::Null, Object::Null];
    dictionary! {
        "Title" => lopdf::text_string(&bookmark.title),
        "Parent" => parent,
        "Dest" => top_of_page,
    }
}
