//! Keeping the bytes of uploads, and letting go of those that nothing refers to.
//!
//! Bytes are stored before the transaction that refers to them. Both the reference and the removal happen under the one
//! writer's lock, so no upload loses its bytes to a refusal elsewhere.

use super::Result;
use super::extract::Extracted;
use super::open::Registry;
use super::snapshot::own_files;
use crate::domain::version::File;
use crate::domain::{Checksum, Instant};
use crate::storage::{Conn, drafts, versions};

/// Longest file name that is kept, in characters; the ending is that of the content.
const FILE_NAME_MAX_CHARS: usize = 120;

/// An upload that was read and stored, but that no row refers to yet.
pub(super) struct Upload {
    /// The file.
    pub file: File,
    /// What it says.
    pub extracted: Extracted,
    bytes: Vec<u8>,
}

impl Registry {
    /// Reads a file in the worker, then stores its bytes. Nothing is kept of a file that cannot be read.
    pub(super) fn upload(&self, name: &str, bytes: Vec<u8>) -> Result<Upload> {
        let extracted = self.inner.worker.read(&bytes)?;
        let checksum = self.inner.files.put(bytes.clone())?;
        let file = File {
            checksum,
            size_bytes: bytes.len() as u64,
            media: extracted.media,
            name: clean_name(name, extracted.media.extension()),
        };
        Ok(Upload { file, extracted, bytes })
    }

    /// Refers to an upload in the present transaction: its bytes are there, even if somebody let go of them meanwhile.
    pub(super) fn hold(&self, upload: &Upload) -> Result<()> {
        if !self.inner.files.has(upload.file.checksum)? {
            self.inner.files.put(upload.bytes.clone())?;
        }
        Ok(())
    }

    /// Removes bytes that no version that stands and no draft refers to.
    pub(super) fn let_go(&self, checksums: &[Checksum]) -> Result<()> {
        self.inner.database.write(|conn| {
            for checksum in checksums {
                if !is_referred_to(conn, *checksum)? {
                    self.inner.files.erase(*checksum)?;
                }
            }
            Ok(())
        })
    }

    /// The outcome of a change that needed an upload; where it was refused, the bytes are let go of.
    pub(super) fn or_let_go<T>(&self, checksum: Checksum, outcome: Result<T>) -> Result<T> {
        if outcome.is_err() {
            self.let_go(&[checksum])?;
        }
        outcome
    }
}

fn is_referred_to(conn: &mut Conn, checksum: Checksum) -> Result<bool> {
    if drafts::hold(conn, &checksum.to_string())? {
        return Ok(true);
    }
    let all = versions::all(conn)?;
    let mut standing = all.values().flatten().filter(|version| !version.is_erased(Instant::MAX));
    Ok(standing.any(|version| own_files(version).any(|file| file.checksum == checksum)))
}

/// A file's name as it is kept: the last part of a path, without control characters, of moderate length, with the ending
/// of its content.
fn clean_name(name: &str, extension: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let allowed = |c: &char| !c.is_control() && !"<>:\"|?*".contains(*c);
    let kept: String = stem.chars().filter(allowed).take(FILE_NAME_MAX_CHARS).collect();
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
        assert_eq!(clean_name("../../etc/pass\nwd", "docx"), "passwd.docx");
        assert_eq!(clean_name("", "png"), "document.png");
    }
}
