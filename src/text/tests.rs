//! Types of files and refusals, on files made here.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::body::{Block, Body, Span, Warning};
use super::limits::{MAX_ENTRIES, MAX_TABLE_NESTING, MAX_UNPACKED_BYTES, MAX_XML_DEPTH};
use super::refusal::{Measure, Refusal};
use super::{Reading, outline, read, sniff};
use crate::domain::media::Media;

/// A body out of lines, with the headings and anchors that the reader gives it.
pub fn outlined(lines: &[&str]) -> Body {
    let paragraph = |line: &&str| Block::Paragraph {
        anchor: None,
        label: None,
        depth: 0,
        content: vec![Span::plain(*line)],
    };
    let mut blocks: Vec<Block> = lines.iter().map(paragraph).collect();
    outline::apply(&mut blocks);
    Body { blocks, ..Body::default() }
}

/// The start of a WordprocessingML part's root element, with the usual names bound.
pub const NAMES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
    xmlns:v="urn:schemas-microsoft-com:vml""#;

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

/// A ZIP archive of these files.
pub fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    archive_of_bytes(files.iter().map(|(name, content)| (*name, content.as_bytes())))
}

/// The same of files that are no text.
pub fn archive_of_bytes<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(name, SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(content).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A DOCX with these children of its body, and these whole parts.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (*name, part.as_bytes())).collect();
    docx_with_bytes(body, &parts)
}

/// A DOCX with these children of its body, and these whole parts, which need not be text.
pub fn docx_with_bytes(body: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("<w:document {NAMES}><w:body>{body}</w:body></w:document>");
    let own = [("[Content_Types].xml", CONTENT_TYPES.as_bytes()), ("word/document.xml", document.as_bytes())];
    archive_of_bytes(own.into_iter().chain(parts.iter().copied()))
}

fn refusal(bytes: &[u8]) -> Option<Refusal> {
    read(bytes).err()
}

/// Runs with the stack that the reader asks for.
fn with_promised_stack<T: Send + 'static>(run: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run);
    thread.expect("a thread").join().expect("no panic")
}

#[test]
fn types_are_known_by_content() {
    assert_eq!(sniff(b"%PDF-1.7\n"), Some(Media::Pdf));
    assert_eq!(sniff(&[&[b' '; 1000][..], b"%PDF-1.4"].concat()), Some(Media::Pdf));
    assert_eq!(sniff(&[&[b' '; 1020][..], b"%PDF-1.4"].concat()), None);
    assert_eq!(sniff(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), Some(Media::Jpeg));
    assert_eq!(sniff(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), Some(Media::Png));
    assert_eq!(sniff(br"{\rtf1\ansi}"), Some(Media::Rtf));
    assert_eq!(sniff(&docx("", &[])), Some(Media::Docx));
    assert_eq!(sniff(&archive(&[("mimetype", "application/vnd.oasis.opendocument.text")])), Some(Media::Odt));
    assert_eq!(sniff(&archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])), None);
    assert_eq!(sniff(&archive(&[("photo.jpg", "")])), None);
    let workbook = CONTENT_TYPES.replace("wordprocessingml.document", "spreadsheetml.sheet");
    assert_eq!(sniff(&archive(&[("[Content_Types].xml", &workbook)])), None);
    for (kind, with) in [
        ("openxmlformats-officedocument.wordprocessingml.document", "ms-word.document.macroEnabled"),
        ("wordprocessingml.document", "wordprocessingml.template"),
        ("openxmlformats-officedocument.wordprocessingml.document", "ms-word.template.macroEnabledTemplate"),
    ] {
        let types = CONTENT_TYPES.replace(kind, with);
        assert_eq!(sniff(&archive(&[("[Content_Types].xml", &types)])), Some(Media::Docx), "{types}");
    }
    for junk in [&b""[..], b"MZ\x90\0", b"PK\x05\x06", b"hello"] {
        assert_eq!(sniff(junk), None);
        assert_eq!(refusal(junk), Some(Refusal::UnknownType));
    }
}

#[test]
fn ole_files_are_told_apart() {
    let ole = |stream: &str| {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        bytes.resize(512, 0);
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    assert_eq!(sniff(&ole("WordDocument")), Some(Media::Doc));
    assert_eq!(sniff(&ole("Workbook")), None);
    assert_eq!(refusal(&ole("EncryptedPackage")), Some(Refusal::Encrypted));
}

#[test]
fn kinds_without_a_reader_have_an_empty_body() {
    assert_eq!(refusal(b"\x89PNG\r\n\x1A\n"), Some(Refusal::Damaged));
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.extend("WordDocument".encode_utf16().flat_map(u16::to_le_bytes));
    let Reading { media, body } = read(&old).expect("accepted");
    assert_eq!((media, body.is_empty(), &body.warnings[..]), (Media::Doc, true, &[Warning::NoReader][..]));
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let bomb = " ".repeat(MAX_UNPACKED_BYTES as usize + 1);
    let bytes = docx("", &[("word/styles.xml", &bomb)]);
    assert!(bytes.len() < 1 << 20);
    let limit = MAX_UNPACKED_BYTES;
    assert_eq!(refusal(&bytes), Some(Refusal::TooLarge { what: Measure::UnpackedBytes, limit }));
    // A bomb of no known type never reaches a reader.
    assert_eq!(sniff(&archive(&[("bomb", &bomb)])), None);
}

#[test]
fn too_many_entries_are_refused() {
    let names: Vec<String> = (0..=MAX_ENTRIES).map(|index| format!("word/media/{index}.png")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let limit = MAX_ENTRIES;
    assert_eq!(refusal(&docx("", &parts)), Some(Refusal::TooLarge { what: Measure::Entries, limit }));
}

#[test]
fn document_types_are_refused() {
    let secret = r#"<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>"#;
    let document = format!(
        "{secret}<w:document {NAMES}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
    );
    let bytes = archive(&[("[Content_Types].xml", CONTENT_TYPES), ("word/document.xml", &document)]);
    assert_eq!(refusal(&bytes), Some(Refusal::Doctype));
}

#[test]
fn deep_xml_is_refused_without_a_deep_stack() {
    let depth = 600_000;
    for name in ["w:p", "w:tbl", "w:r", "w:sdt", "w:unknown"] {
        let body = format!("{}{}", format!("<{name}>").repeat(depth), format!("</{name}>").repeat(depth));
        let bytes = docx(&body, &[]);
        let refusal = with_promised_stack(move || refusal(&bytes));
        assert_eq!(refusal, Some(Refusal::TooDeep { limit: MAX_XML_DEPTH }));
    }
}

#[test]
fn the_deepest_xml_that_is_read_fits_the_promised_stack() {
    for (open, close) in [
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
        ("<w:sdt><w:sdtContent><w:p><w:r>", "</w:r></w:p></w:sdtContent></w:sdt>"),
    ] {
        let times = (MAX_XML_DEPTH as usize - 4) / 4;
        let words = "<w:p><w:r><w:t>x</w:t></w:r></w:p>";
        let bytes = docx(&format!("{}{words}{}", open.repeat(times - 1), close.repeat(times - 1)), &[]);
        let reading = with_promised_stack(move || read(&bytes)).expect("within the limit");
        assert_eq!(reading.body.to_text().trim(), "x");
    }
}

#[test]
fn tables_within_tables_have_a_limit() {
    let nested = |times: u64| {
        let times = times as usize;
        let open = "<w:tbl><w:tr><w:tc>".repeat(times);
        docx(&format!("{open}<w:p/>{}", "</w:tc></w:tr></w:tbl>".repeat(times)), &[])
    };
    assert_eq!(refusal(&nested(MAX_TABLE_NESTING)), None);
    assert_eq!(refusal(&nested(MAX_TABLE_NESTING + 1)), Some(Refusal::TooDeep { limit: MAX_TABLE_NESTING }));
}

#[test]
fn a_truncated_document_is_damaged() {
    let paragraph = "<w:p><w:r><w:t>Бұл мәтін.</w:t></w:r></w:p>";
    let whole = docx(&paragraph.repeat(50), &[]);
    assert_eq!(refusal(&whole), None);
    for length in [30, whole.len() / 2, whole.len() - 1] {
        assert_eq!(refusal(&whole[..length]), Some(Refusal::Damaged), "{length} bytes");
    }
    let mut flipped = whole.clone();
    flipped[whole.len() / 2..whole.len() / 2 + 8].fill(0xAA);
    assert!(refusal(&flipped).is_some());
    assert_eq!(refusal(b"%PDF-1.7\nnothing"), Some(Refusal::Damaged));
}

#[test]
fn broken_markup_is_damaged() {
    for body in ["<w:p>", "<w:p></w:r>", "<w:p><w:r><w:t>&unknown;</w:t></w:r></w:p>", "<w:p a=>"] {
        assert_eq!(refusal(&docx(body, &[])), Some(Refusal::Damaged), "{body}");
    }
}

#[test]
fn a_circle_of_styles_ends() {
    let styles = format!(
        r#"<w:styles {NAMES}><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>
        <w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>"#
    );
    let body = r#"<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#;
    assert_eq!(refusal(&docx(body, &[("word/styles.xml", &styles)])), None);
}
