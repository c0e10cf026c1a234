//! Files that people mean to be documents and that the register does not keep: each is named, so that the refusal can say
//! what to do.

use super::docx::package::Package;
use super::html::is_html;
use super::message::is_message;
use super::refusal::ForeignKind;
use super::sniff::{OLE, ZIP, contains, utf16};

/// First bytes among which a file says that it is a Word document as XML, in bytes.
const HEAD_BYTES: usize = 1_024;

/// The kind of a file by its content; none where it is of no known kind.
pub fn kind(bytes: &[u8]) -> Option<ForeignKind> {
    match bytes {
        [b'I', b'I', 0x2A, 0, ..] | [b'M', b'M', 0, 0x2A, ..] => Some(ForeignKind::Tiff),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => is_photo_of_phone(bytes).then_some(ForeignKind::Heic),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ForeignKind::Picture),
        _ if bytes.starts_with(b"GIF8") || is_bitmap(bytes) => Some(ForeignKind::Picture),
        _ if bytes.starts_with(b"AT&TFORM") => Some(ForeignKind::Djvu),
        _ if bytes.starts_with(b"Rar!\x1A\x07") || bytes.starts_with(b"7z\xBC\xAF\x27\x1C") => {
            Some(ForeignKind::Archive)
        }
        _ if bytes.starts_with(OLE) => of_ole(bytes),
        _ if bytes.starts_with(ZIP) => of_zip(bytes),
        _ => (is_html(bytes) || is_message(bytes) || is_word_xml(bytes)).then_some(ForeignKind::WebPage),
    }
}

/// Whether a file is a photo in the format of phones (ISO/IEC 23008-12, 10) by its brand.
pub fn is_photo_of_phone(bytes: &[u8]) -> bool {
    let brand = bytes.get(4..8).filter(|kind| *kind == b"ftyp").and_then(|_| bytes.get(8..12));
    brand.is_some_and(|brand| matches!(brand, b"heic" | b"heix" | b"hevc" | b"mif1" | b"msf1" | b"avif"))
}

/// Whether a file is a bitmap of Windows: its mark, and zeros where nothing may stand.
fn is_bitmap(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4])
}

/// Whether a file is a Word document as one XML file.
fn is_word_xml(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]);
    head.contains("<?mso-application") || head.contains("schemas.microsoft.com/office/2006/xmlPackage")
}

fn of_ole(bytes: &[u8]) -> Option<ForeignKind> {
    let has = |stream: &str| contains(bytes, &utf16(stream));
    if has("Workbook") || has("Book") {
        Some(ForeignKind::Workbook)
    } else {
        has("PowerPoint Document").then_some(ForeignKind::Slides)
    }
}

fn of_zip(bytes: &[u8]) -> Option<ForeignKind> {
    let mut package = Package::open(bytes).ok()?;
    let mut kinds = package.content_types().unwrap_or_default();
    kinds.extend(package.bytes("mimetype").ok().flatten().and_then(|kind| String::from_utf8(kind).ok()));
    let names = |word: &str| kinds.iter().any(|kind| kind.contains(word));
    if names("spreadsheet") || names("ms-excel") {
        return Some(ForeignKind::Workbook);
    }
    if names("presentation") || names("ms-powerpoint") {
        return Some(ForeignKind::Slides);
    }
    let is_picture = |name: &str| {
        let ending = name.rsplit('.').next().unwrap_or_default();
        matches!(ending, "jpg" | "jpeg" | "png" | "heic" | "heif" | "tif" | "tiff" | "bmp" | "gif" | "webp")
    };
    let mut files = package.names().filter(|name| !name.ends_with('/')).peekable();
    let has_files = files.peek().is_some();
    Some(if has_files && files.all(is_picture) { ForeignKind::Pictures } else { ForeignKind::Archive })
}

#[cfg(test)]
mod tests {
    use super::kind;
    use crate::text::refusal::ForeignKind;
    use crate::text::tests::archive;
    use crate::text::{Refusal, read};

    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override
        PartName="/x.xml" ContentType="application/vnd.openxmlformats-officedocument.KIND.main+xml"/></Types>"#;

    #[test]
    fn known_kinds_are_refused_by_their_name() {
        let office = |kind: &str| archive(&[("[Content_Types].xml", &TYPES.replace("KIND", kind))]);
        let ole = |stream: &str| {
            let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
                .iter()
                .copied()
                .chain([0; 504])
                .chain(name)
                .collect::<Vec<u8>>()
        };
        let opened = |mimetype: &str| archive(&[("mimetype", mimetype)]);
        for (bytes, expected) in [
            (office("spreadsheetml.sheet"), ForeignKind::Workbook),
            (office("presentationml.presentation"), ForeignKind::Slides),
            (opened("application/vnd.oasis.opendocument.spreadsheet"), ForeignKind::Workbook),
            (opened("application/vnd.oasis.opendocument.presentation"), ForeignKind::Slides),
            (ole("Workbook"), ForeignKind::Workbook),
            (ole("PowerPoint Document"), ForeignKind::Slides),
            (b"<html xmlns:w=\"urn:schemas-microsoft-com:office:word\"><p>x".to_vec(), ForeignKind::WebPage),
            (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;".to_vec(), ForeignKind::WebPage),
            (
                b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>".to_vec(),
                ForeignKind::WebPage,
            ),
            (b"\0\0\0\x1Cftypheic\0\0\0\0".to_vec(), ForeignKind::Heic),
            (b"II*\0\x08\0\0\0".to_vec(), ForeignKind::Tiff),
            (b"MM\0*\0\0\0\x08".to_vec(), ForeignKind::Tiff),
            (b"GIF89a".to_vec(), ForeignKind::Picture),
            (b"BM\0\0\x01\0\0\0\0\0\x36\0".to_vec(), ForeignKind::Picture),
            (b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), ForeignKind::Picture),
            (b"AT&TFORM\0\0\0\0DJVM".to_vec(), ForeignKind::Djvu),
            (archive(&[("1.jpg", "x"), ("бет/2.PNG", "x")]), ForeignKind::Pictures),
            (archive(&[("1.jpg", "x"), ("шарт.txt", "x")]), ForeignKind::Archive),
            (b"Rar!\x1A\x07\x01\0".to_vec(), ForeignKind::Archive),
            (b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), ForeignKind::Archive),
        ] {
            assert_eq!(kind(&bytes), Some(expected));
            assert_eq!(read(&bytes).err(), Some(Refusal::Foreign { kind: expected }));
        }
        for bytes in [&b"only words"[..], b"MZ\x90\0", b"", b"\0\0\0\x18ftypmp42", b"BMW is a car"] {
            assert_eq!(kind(bytes), None);
        }
    }
}
