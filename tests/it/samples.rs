//! Files to publish: real laws, and small ones made here.

use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The law on the teacher in Kazakh, as of 2019.
pub const KK_V1: &str = "zakon_pedagog_kk_v1.docx";
/// The same law in Kazakh, as of 2025.
pub const KK_V2: &str = "zakon_pedagog_kk_v2.docx";
/// The same law in Russian, as of 2025.
pub const RU_V2: &str = "zakon_pedagog_ru_v2.docx";

/// Words that only the edition of 2019 has.
pub const WORDS_V1: &str = "кеңес – білім беру ұйымында құрылатын";
/// Words that only the Kazakh edition of 2025 has.
pub const WORDS_V2: &str = "кеңес – білім беру ұйымдарында және";
/// Words that only the Russian edition of 2025 has.
pub const WORDS_RU: &str = "Настоящий Закон определяет статус педагога";

/// The folder of the samples.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples")
}

/// The bytes of a sample law.
pub fn law(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("law").join(name)).expect("a sample")
}

/// Whether the program that recognises words is there; in CI it must be.
pub fn has_tesseract() -> bool {
    let is_there = tizilim::registry::Recognizer::find("tesseract").is_some();
    if !is_there {
        assert!(std::env::var_os("CI").is_none(), "CI needs tesseract-ocr and tesseract-ocr-script-cyrl");
        println!("skipped: tesseract with a model of Cyrillic is not installed");
    }
    is_there
}

/// A ZIP archive of these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(content).expect("memory");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A DOCX whose main part is this XML.
pub fn docx_of_xml(document: &[u8]) -> Vec<u8> {
    let types = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Override PartName="/word/document.xml"
        ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    archive(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", document)])
}

/// A DOCX whose body is this XML.
pub fn docx_of_body(body: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    docx_of_xml(format!(r#"<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>"#).as_bytes())
}

/// A DOCX of several paragraphs.
pub fn docx_of_lines(lines: &[&str]) -> Vec<u8> {
    let paragraph = |line: &&str| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
    docx_of_body(&lines.iter().map(paragraph).collect::<String>())
}

/// A DOCX with a table of two columns.
pub fn docx_of_columns(rows: &[[&str; 2]]) -> Vec<u8> {
    let cell = |words: &&str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |row: &[&str; 2]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    docx_of_body(&format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>()))
}

/// An agreement in Kazakh and Russian side by side.
pub fn bilingual_agreement() -> Vec<u8> {
    docx_of_columns(&[
        ["Қазақша", "Русский"],
        ["1-бап. Жалпы ережелер", "Статья 1. Общие положения"],
        [
            "Осы шарт жұмыс беруші мен қызметкерлер арасында жасалды",
            "Настоящий договор заключён между работодателем и работниками",
        ],
        ["2-бап. Еңбекақы төлеу тәртібі", "Статья 2. Порядок оплаты труда"],
    ])
}

/// A DOCX of one paragraph.
pub fn docx(words: &str) -> Vec<u8> {
    let document = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
        <w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>"#
    );
    docx_of_xml(document.as_bytes())
}
