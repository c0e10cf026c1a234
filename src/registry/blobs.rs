//! Stores the bytes of uploads, and removes those that nothing refers to.
//!
//! Bytes are stored before the transaction that refers to them. Both the reference and the removal happen under the one
//! writer's lock, so no upload loses its bytes to a refusal elsewhere.

use super::extract::Extracted;
use super::handle::Registry;
use super::recipe::Recipe;
use super::refusal::Refusal;
use super::transaction::present_document;
use super::{Error, Result};
use crate::domain::typed::clean;
use crate::domain::version::{Attachment, File};
use crate::domain::{Checksum, Code, Instant};
use crate::storage::files::{Files, Seen};
use crate::storage::{Conn, Database, erasure, recognition};
use crate::text::picture::PictureSize;

/// Longest file name that is kept, in characters; the ending is that of the content.
const FILE_NAME_MAX_CHARS: usize = 120;

/// Files that are released in one transaction: others wait for it, and a store elsewhere takes its time for each.
const RELEASED_AT_ONCE: usize = 20;

/// An upload that was read and stored, but that no row refers to yet.
pub(super) struct Upload {
    /// The file.
    pub file: File,
    /// What it says.
    pub extracted: Extracted,
    bytes: Vec<u8>,
}

impl Registry {
    /// The length in bytes of a published file that is whole: it is read once to see that. Whether it may be served is
    /// a view's to say.
    ///
    /// # Errors
    /// A store that cannot be read, or bytes that are lost or have changed.
    pub fn check_file(&self, checksum: Checksum) -> Result<u64> {
        self.noted(checksum, self.inner.files.check(checksum))
    }

    /// Some bytes of a published file, from `first` up to but without `end`.
    ///
    /// # Errors
    /// A store that cannot be read, or bytes that are lost.
    pub fn file_piece(&self, checksum: Checksum, first: u64, end: u64) -> Result<Vec<u8>> {
        self.noted(checksum, self.inner.files.piece(checksum, first, end))
    }

    /// Draws a page of a file, in the worker; pages count from 1. Whether it may be shown is the caller's to say.
    ///
    /// # Errors
    /// A store that cannot be read, bytes that are lost, a page that there is not or that cannot be drawn.
    pub fn scan(&self, checksum: Checksum, page: u32, size: PictureSize) -> Result<Vec<u8>> {
        let bytes = self.noted(checksum, self.inner.files.get(checksum))?;
        self.inner.worker.draw(&bytes, page, size)
    }

    /// Reads a file in the worker, then stores its bytes. Nothing is kept of a file that cannot be read.
    pub(super) fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<Upload> {
        self.upload_by(name, bytes, &Recipe::default())
    }

    /// The same for a text that is made by a recipe.
    pub(super) fn upload_by(&self, name: &str, bytes: Vec<u8>, recipe: &Recipe) -> Result<Upload> {
        let upload = self.look_at(name, bytes, recipe)?;
        let stored = self.inner.files.put(upload.bytes.clone());
        self.noted(upload.file.checksum, stored)?;
        Ok(upload)
    }

    /// Reads a file in the worker and stores nothing.
    pub(super) fn look_at(&self, name: &str, bytes: Vec<u8>, recipe: &Recipe) -> Result<Upload> {
        // Photos of phones are kept as what browsers show and readers read.
        let bytes = self.inner.worker.page_of_phone(&bytes)?.unwrap_or(bytes);
        let checksum = Checksum::of(&bytes);
        let known = self.known_words(checksum, recipe)?;
        let extracted = self.inner.worker.read(&bytes, known)?;
        let file = File {
            checksum,
            size_bytes: bytes.len() as u64,
            media: extracted.media,
            name: clean_name(name, extracted.media.extension()),
        };
        Ok(Upload { file, extracted, bytes })
    }

    /// A signed original of a document that is not given out to everybody, with its bytes.
    ///
    /// # Errors
    /// An unknown document; no such original, or one that was erased; a store that cannot be read.
    pub fn closed_original(&self, code: Code, checksum: Checksum) -> Result<(Attachment, Vec<u8>)> {
        let id = self.document_id(code)?;
        let document = self.inner.database.read(|conn| present_document(conn, id))?;
        let standing = document.versions.into_iter().filter(|version| !version.is_erased(Instant::MAX));
        let original = standing
            .flat_map(|version| version.attachments)
            .find(|one| one.file.checksum == checksum && !one.role.is_open())
            .ok_or(Refusal::NoBody)?;
        let bytes = self.noted(checksum, self.inner.files.get(checksum))?;
        Ok((original, bytes))
    }

    /// Refers to an upload in the present transaction: its bytes are there, even if somebody let go of them meanwhile.
    pub(super) fn retain(&self, upload: &Upload) -> Result<()> {
        if !self.inner.files.has(upload.file.checksum)? {
            self.inner.files.put(upload.bytes.clone())?;
        }
        Ok(())
    }

    /// Removes bytes that no version that stands and no draft refers to; says how many files that were.
    pub(super) fn release(&self, checksums: &[Checksum]) -> Result<usize> {
        // Mostly somebody has them, which is seen without the writer's lock.
        let loose = self.inner.database.read(|conn| unreferenced(conn, checksums))?;
        let mut released = 0;
        for some in loose.chunks(RELEASED_AT_ONCE) {
            // Looked at again under that lock: an upload may be about to be referred to.
            released += self.inner.database.write(|conn| {
                let loose = unreferenced(conn, some)?;
                for checksum in &loose {
                    self.inner.files.erase(*checksum)?;
                }
                recognition::forget(conn, &loose)?;
                Ok::<_, Error>(loose.len())
            })?;
        }
        Ok(released)
    }

    /// Removes what a crash left in the file store: half-written files, and bytes to which nothing refers. Where the
    /// database was put back from an older copy all bytes are kept: they may be of editions that it does not know.
    pub(super) fn sweep(&self) -> Result<()> {
        if self.inner.database.is_sealed().is_some() || self.inner.identity.is_put_back()? {
            return Ok(());
        }
        let staged = self.inner.files.remove_staged()?;
        let mut loose = 0;
        self.inner.files.look_through(|there| {
            loose += self.release(there)?;
            Ok::<_, Error>(Seen::Some)
        })?;
        if staged + loose > 0 {
            tracing::info!(staged, loose, "files that an earlier run left were removed");
        }
        Ok(self.inner.database.scrub()?)
    }

    /// The outcome of a change that needed an upload; where it was refused, the bytes are let go of.
    pub(super) fn or_release<T>(&self, checksum: Checksum, outcome: Result<T>) -> Result<T> {
        if outcome.is_err() {
            self.release(&[checksum])?;
        }
        outcome
    }
}

/// Whether there are bytes to which nothing refers.
pub(super) fn has_unknown(database: &Database, files: &Files) -> Result<bool> {
    let mut has_unknown = false;
    files.look_through(|there| {
        has_unknown = !database.read(|conn| unreferenced(conn, there))?.is_empty();
        Ok::<_, Error>(if has_unknown { Seen::Enough } else { Seen::Some })
    })?;
    Ok(has_unknown)
}

/// Which of these files no version that stands and no draft refers to.
fn unreferenced(conn: &mut Conn, checksums: &[Checksum]) -> Result<Vec<Checksum>> {
    let mut referred = erasure::standing(conn, checksums)?;
    referred.extend(erasure::drafted(conn, checksums)?);
    Ok(checksums.iter().copied().filter(|checksum| !referred.contains(checksum)).collect())
}

/// A file's name as it is kept: the last part of a path, without control characters, of moderate length, with the ending
/// of its content.
fn clean_name(name: &str, extension: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let allowed = |c: &char| !"<>:\"|?*".contains(*c);
    let kept: String = clean(stem).chars().filter(allowed).take(FILE_NAME_MAX_CHARS).collect();
    let kept = kept.trim();
    format!("{}.{extension}", if kept.is_empty() { "document" } else { kept })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_keeps_its_words_and_nothing_dangerous() {
        assert_eq!(clean_name("Ұжымдық шарт 2026.docx", "docx"), "Ұжымдық шарт 2026.docx");
        assert_eq!(clean_name("C:\\Users\\a\\..\\договор.exe", "pdf"), "договор.pdf");
        assert_eq!(clean_name("../../etc/pass\nwd", "docx"), "pass wd.docx");
        assert_eq!(clean_name("", "png"), "document.png");
    }
}
