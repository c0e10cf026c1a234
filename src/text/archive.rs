//! The files in a ZIP archive that an office sends, one after the other: nothing of it is believed, and no more is unpacked
//! than a register takes.

use std::io::{Read, Seek};

use encoding_rs::IBM866;
use serde::{Deserialize, Serialize};
use zip::ZipArchive;
use zip::result::ZipError;

use super::foreign;
use super::refusal::ForeignKind;
use super::sniff::sniff;
use crate::domain::version::FILE_MAX_BYTES;

/// Most files of an archive, or of a form that brings as many: a city has some 350 schools, each with two languages, and
/// half as many again.
pub const MAX_FILES: usize = 1_000;

/// Most bytes that all files of an archive unpack to: 600 scanned agreements have some 600 MiB.
pub const MAX_ALL_BYTES: u64 = 1 << 30;

/// Longest name of a file with its folders, in characters: Windows takes 260.
const NAME_MAX_CHARS: usize = 400;

/// What systems put into archives and folders by themselves.
const LITTER: [&str; 3] = ["thumbs.db", "desktop.ini", "__macosx"];

/// Why a file in an archive is not taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PackedRefusal {
    /// Its path leads out of the archive's folder.
    Outside,
    /// Only a password opens it.
    Encrypted,
    /// It is an archive itself.
    Archive,
    /// It unpacks to more than a file may have.
    TooLarge,
    /// It is cut short or broken.
    Damaged,
}

/// Why an archive is not read, or not to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArchiveRefusal {
    /// It is no ZIP archive, or a broken one.
    Damaged,
    /// It has more than [`MAX_FILES`].
    TooManyFiles,
    /// It unpacks to more than [`MAX_ALL_BYTES`].
    TooLarge,
}

/// A file that was taken out, or why it was not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name with its folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Result<Vec<u8>, PackedRefusal>,
}

/// Takes the files of an archive out, in its order. Folders and what systems leave there by themselves are passed over.
///
/// # Errors
/// What is wrong with the archive as a whole. Before that some of its files may have been taken; or what `take` fails with,
/// as [`ArchiveRefusal::Damaged`]: nobody takes the rest.
pub fn unpack(
    archive: impl Read + Seek,
    mut take: impl FnMut(Packed) -> std::io::Result<()>,
) -> Result<(), ArchiveRefusal> {
    let mut archive = ZipArchive::new(archive).map_err(|_| ArchiveRefusal::Damaged)?;
    let (mut wanted, mut declared_bytes) = (Vec::new(), 0_u64);
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(|_| ArchiveRefusal::Damaged)?;
        let name = name_of(entry.name_raw());
        if entry.is_dir() || is_litter(&name) {
            continue;
        }
        declared_bytes = declared_bytes.saturating_add(entry.size());
        wanted.push((index, name));
    }
    if wanted.len() > MAX_FILES {
        return Err(ArchiveRefusal::TooManyFiles);
    }
    // What it says of itself may be too little: what comes out is counted as well.
    let mut left_bytes = MAX_ALL_BYTES.checked_sub(declared_bytes).map(|_| MAX_ALL_BYTES);
    for (index, name) in wanted {
        let left = left_bytes.ok_or(ArchiveRefusal::TooLarge)?;
        let bytes = one(&mut archive, index, &name);
        left_bytes = left.checked_sub(bytes.as_ref().map_or(0, |bytes| bytes.len() as u64));
        if left_bytes.is_some() {
            take(Packed { name, bytes }).map_err(|_| ArchiveRefusal::Damaged)?;
        }
    }
    left_bytes.map(drop).ok_or(ArchiveRefusal::TooLarge)
}

fn one<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    index: usize,
    name: &str,
) -> Result<Vec<u8>, PackedRefusal> {
    if leads_out(name) {
        return Err(PackedRefusal::Outside);
    }
    let entry = archive.by_index(index).map_err(|error| match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => PackedRefusal::Encrypted,
        _ => PackedRefusal::Damaged,
    })?;
    if entry.size() > FILE_MAX_BYTES {
        return Err(PackedRefusal::TooLarge);
    }
    let mut bytes = Vec::new();
    entry.take(FILE_MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|_| PackedRefusal::Damaged)?;
    if bytes.len() as u64 > FILE_MAX_BYTES {
        return Err(PackedRefusal::TooLarge);
    }
    // Office files are archives too: what is none of those is one that somebody packed.
    let foreign = if sniff(&bytes).is_none() { foreign::kind(&bytes) } else { None };
    if matches!(foreign, Some(ForeignKind::Archive | ForeignKind::Pictures)) {
        return Err(PackedRefusal::Archive);
    }
    Ok(bytes)
}

/// A name as it stands in the archive: in UTF-8, or as the Explorer of a Russian Windows writes it.
fn name_of(raw: &[u8]) -> String {
    let name = std::str::from_utf8(raw).map_or_else(|_| IBM866.decode(raw).0.into_owned(), str::to_owned);
    name.chars().take(NAME_MAX_CHARS).collect::<String>().replace('\\', "/")
}

/// Whether a name is of something that nobody put there on purpose, or of what Word keeps of a file that is open.
pub fn is_litter(name: &str) -> bool {
    let mut parts = name.split('/').map(str::to_lowercase);
    parts.any(|part| LITTER.contains(&part.as_str()) || part.starts_with("~$") || is_hidden(&part))
}

fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && part != "." && part != ".."
}

/// Whether a path leads out of the folder in which the archive lies.
fn leads_out(name: &str) -> bool {
    name.starts_with('/') || name.split('/').any(|part| part == ".." || part.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;
    use crate::text::tests::{archive, archive_of_bytes, docx};

    type Taken = Vec<(String, Result<usize, PackedRefusal>)>;

    fn taken(bytes: &[u8]) -> (Taken, Result<(), ArchiveRefusal>) {
        let mut taken = Vec::new();
        let ended = unpack(Cursor::new(bytes), |packed| {
            taken.push((packed.name, packed.bytes.map(|bytes| bytes.len())));
            Ok(())
        });
        (taken, ended)
    }

    #[test]
    fn files_come_out_and_what_nobody_put_there_does_not() {
        let bytes = archive(&[
            ("Мектептер/S001 kk.docx", "бір"),
            ("__MACOSX/S001 kk.docx", "x"),
            ("~$S001 kk.docx", "x"),
            (".DS_Store", "x"),
            ("../evil.docx", "x"),
            ("C:\\evil.docx", "x"),
            ("/etc/passwd", "x"),
        ]);
        let (files, ended) = taken(&bytes);
        assert_eq!(ended, Ok(()));
        let outside = |name: &str| (name.to_owned(), Err(PackedRefusal::Outside));
        assert_eq!(
            files,
            [
                ("Мектептер/S001 kk.docx".to_owned(), Ok("бір".len())),
                outside("../evil.docx"),
                outside("C:/evil.docx"),
                outside("/etc/passwd"),
            ]
        );
        assert!(leads_out("a/../b") && !leads_out("a..b/S 001.docx"));
        let nested = archive(&[("a.txt", "x")]);
        let whole = docx("", &[]);
        assert_eq!(taken(&archive_of_bytes([("a.docx", whole.as_slice())])).0[0].1, Ok(whole.len()));
        let (files, ended) = taken(&archive_of_bytes([("all.docx", nested.as_slice())]));
        assert_eq!((files, ended), (vec![("all.docx".to_owned(), Err(PackedRefusal::Archive))], Ok(())));
        assert_eq!(taken(b"PK\x03\x04 and nothing").1, Err(ArchiveRefusal::Damaged));
    }

    #[test]
    fn a_name_of_a_russian_windows_is_read() {
        assert_eq!(name_of(b"\x98\xaa\xae\xab\xa0 54.docx"), "Школа 54.docx");
        assert_eq!(name_of("Мектеп 54.docx".as_bytes()), "Мектеп 54.docx");
    }

    #[test]
    fn a_file_that_unpacks_to_too_much_is_refused_by_its_name() {
        let much = " ".repeat(FILE_MAX_BYTES as usize + 1);
        let (files, ended) = taken(&archive(&[("bomb.docx", &much), ("good.docx", "x")]));
        let bomb = ("bomb.docx".to_owned(), Err(PackedRefusal::TooLarge));
        assert_eq!((files, ended), (vec![bomb, ("good.docx".to_owned(), Ok(1))], Ok(())));
    }

    #[test]
    fn more_files_than_an_office_has_are_refused_before_any() {
        let names: Vec<String> = (0..=MAX_FILES).map(|number| format!("{number}.docx")).collect();
        let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "x")).collect();
        assert_eq!(taken(&archive(&files)), (Vec::new(), Err(ArchiveRefusal::TooManyFiles)));
    }
}
