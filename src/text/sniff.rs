//! The type of a file by its content; its name says nothing.

use super::docx::package::Package;
use crate::domain::media::Media;

/// PDF readers accept a header anywhere in this many first bytes (ISO 32000-1, annex H, note 13).
const PDF_HEADER_BYTES: usize = 1024;

/// The first bytes of an OLE compound file, the container of Word's old format and of encrypted new ones.
pub(super) const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// The first bytes of a ZIP archive that has an entry.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";

/// The type of a file by its content. A DOCX protected by a password counts as a DOCX.
pub fn sniff(bytes: &[u8]) -> Option<Media> {
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Some(Media::Jpeg),
        _ if bytes.starts_with(b"\x89PNG\r\n\x1A\n") => Some(Media::Png),
        _ if bytes.starts_with(br"{\rtf") => Some(Media::Rtf),
        _ if bytes.starts_with(OLE) => sniff_ole(bytes),
        _ if bytes.starts_with(ZIP) => sniff_zip(bytes),
        _ => {
            let head = &bytes[..bytes.len().min(PDF_HEADER_BYTES)];
            contains(head, b"%PDF-").then_some(Media::Pdf)
        }
    }
}

/// Whether the file is an office document that only a password opens ([MS-OFFCRYPTO] 2.3.4).
pub(super) fn is_protected(bytes: &[u8]) -> bool {
    bytes.starts_with(OLE)
        && !contains(bytes, &utf16("WordDocument"))
        && contains(bytes, &utf16("EncryptedPackage"))
}

fn sniff_ole(bytes: &[u8]) -> Option<Media> {
    if is_protected(bytes) {
        Some(Media::Docx)
    } else {
        contains(bytes, &utf16("WordDocument")).then_some(Media::Doc)
    }
}

fn sniff_zip(bytes: &[u8]) -> Option<Media> {
    let mut package = Package::open(bytes).ok()?;
    if package.is_document().ok()? {
        return Some(Media::Docx);
    }
    let mimetype = package.bytes("mimetype").ok()??;
    (mimetype.trim_ascii() == Media::Odt.media_type().as_bytes()).then_some(Media::Odt)
}

pub(super) fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

pub(super) fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
