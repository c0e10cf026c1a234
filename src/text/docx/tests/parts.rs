//! What a document has beside its paragraphs: heads of pages, embedded files, pictures, frames, notes with their own sign.

use super::{body, paragraph, words};
use crate::text::body::{Block, Body, Warning};
use crate::text::tests::{NAMES, docx};

fn relations(entries: &[(&str, &str, &str)]) -> String {
    let entries = entries.iter().map(|(id, kind, target)| {
        format!(r#"<Relationship Id="{id}" Type="http://x/{kind}" Target="{target}"/>"#)
    });
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"#,
        entries.collect::<String>()
    )
}

/// The text of a document whose first section has these heads of its pages.
fn headed(section: &str, first: &str, running: &str) -> String {
    let head = |lines: &str| format!("<w:hdr {NAMES}>{lines}</w:hdr>");
    let relations = relations(&[("h1", "header", "header1.xml"), ("h2", "header", "header2.xml")]);
    let section = format!(
        r#"<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/>{section}</w:sectPr>"#
    );
    let parts = [
        ("word/_rels/document.xml.rels", relations.as_str()),
        ("word/header1.xml", &head(first)),
        ("word/header2.xml", &head(running)),
    ];
    body(&(paragraph("", "Ереже") + &section), &parts).to_text()
}

#[test]
fn what_stands_above_the_first_page_alone_belongs_to_the_text() {
    let approved = paragraph("", "Утверждено решением № 3");
    let number = paragraph("", "- 1 -") + &paragraph("", "стр. 1 из 12");
    let running = paragraph("", "Положение о профкоме");
    assert_eq!(
        headed("<w:titlePg/>", &(approved.clone() + &number), &running),
        "Утверждено решением № 3\nЕреже\n"
    );
    assert_eq!(headed("", &approved, &running), "Ереже\n");
    assert_eq!(headed(r#"<w:titlePg w:val="0"/>"#, &approved, &running), "Ереже\n");
    assert_eq!(headed("<w:titlePg/>", &running, &running), "Ереже\n");
}

fn with_chunk(name: &str, bytes: &str) -> Body {
    let relations = relations(&[("c1", "aFChunk", name)]);
    let parts = [("word/_rels/document.xml.rels", relations.as_str()), (&*format!("word/{name}"), bytes)];
    body(
        &format!(r#"{}<w:altChunk r:id="c1"/>{}"#, paragraph("", "алдында"), paragraph("", "соңында")),
        &parts,
    )
}

#[test]
fn embedded_files_are_read_where_they_stand() {
    let found = with_chunk("a.html", "<html><body><h1>Ереже</h1><p>1. Сыйлықақы");
    assert_eq!(
        (found.to_text().as_str(), &found.warnings[..]),
        ("алдында\nЕреже\n1. Сыйлықақы\nсоңында\n", &[][..])
    );
    assert_eq!(with_chunk("a.txt", "бір\nекі").to_text(), "алдында\nбір\nекі\nсоңында\n");
    for (name, bytes) in
        [("a.mht", "MIME-Version: 1.0\nContent-Type: multipart/related"), ("a.rtf", r"{\rtf1 x")]
    {
        let found = with_chunk(name, bytes);
        assert_eq!(
            (found.to_text().as_str(), &found.warnings[..]),
            ("алдында\nсоңында\n", &[Warning::EmbeddedDocument][..])
        );
    }
}

#[test]
fn embedded_rich_text_and_messages_are_read() {
    let rich = with_chunk("a.rtf", r"{\rtf1\ansi\ansicpg1251 1. \u1178?\par}");
    assert_eq!((rich.to_text().as_str(), &rich.warnings[..]), ("алдында\n1. Қ\nсоңында\n", &[][..]));
    let message = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n\
        Content-Type: text/html; charset=utf-8\r\n\r\n<html><p>1. Шарт</p></html>\r\n--b--";
    let message = with_chunk("a.mht", message);
    assert_eq!((message.to_text().as_str(), &message.warnings[..]), ("алдында\n1. Шарт\nсоңында\n", &[][..]));
}

#[test]
fn documents_within_documents_are_read_one_deep() {
    let relations = relations(&[("c1", "aFChunk", "inner.docx")]);
    let chunk = r#"<w:altChunk r:id="c1"/>"#;
    // A ZIP archive holds any bytes; the parts of this test are text.
    let archive = |inner: Option<&[u8]>, text: &str| {
        let blocks = paragraph("", text) + if inner.is_some() { chunk } else { "" };
        let mut files = vec![("word/_rels/document.xml.rels", relations.as_bytes())];
        files.extend(inner.map(|inner| ("word/inner.docx", inner)));
        crate::text::tests::docx_with_bytes(&blocks, &files)
    };
    let inmost = archive(None, "үш");
    let inner = archive(Some(&inmost), "екі");
    let outer = archive(Some(&inner), "бір");
    let found = super::read(&outer).expect("a readable document").body;
    assert_eq!(found.to_text(), "бір\nекі\n");
    assert_eq!(found.warnings, [Warning::EmbeddedDocument]);
    let found = super::read(&archive(Some(&inmost), "бір")).expect("a readable document").body;
    assert_eq!((found.to_text().as_str(), &found.warnings[..]), ("бір\nүш\n", &[][..]));
}

#[test]
fn pictures_as_large_as_pages_are_doubtful_and_small_ones_are_not() {
    let picture = |centimetres: u32| {
        let side = centimetres * 360_000;
        format!(
            r#"<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://x/wp"><wp:extent cx="{side}" cy="{side}"/><a:blip r:embed="r"/></wp:inline></w:drawing></w:r></w:p>"#
        )
    };
    let section = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>"#;
    let warnings = |blocks: String| body(&(blocks + section), &[]).warnings;
    assert_eq!(warnings(picture(15) + &picture(16)), [Warning::PicturesWithoutWords { pictures: 2 }]);
    assert_eq!(warnings(picture(3) + &picture(14)), []);
    // A text of several pages with one large picture is a text with a picture.
    let page = paragraph("", &"Стороны договорились о нижеследующем. ".repeat(60));
    assert_eq!(warnings(picture(16) + &page), [Warning::PicturesWithoutWords { pictures: 1 }]);
    assert_eq!(warnings(picture(16) + &page.repeat(3)), []);
    let old = r#"<w:p><w:r><w:pict><v:shape style="width:450pt;height:15.5cm"><v:imagedata r:id="r"/></v:shape></w:pict></w:r></w:p>"#;
    assert_eq!(warnings(old.to_owned()), [Warning::PicturesWithoutWords { pictures: 1 }]);
}

#[test]
fn files_within_the_file_are_doubtful() {
    let object = |kind: &str| {
        format!(
            r#"<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" Type="{kind}" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>"#
        )
    };
    assert_eq!(body(&object("Embed"), &[]).warnings, [Warning::EmbeddedDocument]);
    assert_eq!(body(&object("Link"), &[]).warnings, []);
}

#[test]
fn a_frame_around_the_whole_document_is_no_table() {
    let cell = |lines: &[&str]| {
        let lines: String = lines.iter().map(|line| paragraph("", line)).collect();
        format!("<w:tbl><w:tr><w:tc>{lines}</w:tc></w:tr></w:tbl>")
    };
    let is_table = |block: &Block| matches!(block, Block::Table { .. });
    let framed = body(&(cell(&["Глава 1. Общее", "1. Раз", "2. Два"]) + "<w:p/>"), &[]);
    assert!(!framed.blocks.iter().any(is_table), "{framed:?}");
    assert_eq!(framed.blocks.len(), 3);
    let note = body(&(cell(&["Важно", "Срочно"]) + &paragraph("", "слова").repeat(4)), &[]);
    assert!(is_table(&note.blocks[0]), "{note:?}");
}

#[test]
fn notes_with_their_own_sign_are_not_counted() {
    let notes = format!(
        r#"<w:footnotes {NAMES}><w:footnote w:id="2"><w:p>{}{}</w:p></w:footnote>
        <w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote></w:footnotes>"#,
        words("*"),
        words(" Показатель."),
        words(" Кодекс.")
    );
    let blocks = format!(
        r#"<w:p>{}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>{}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>"#,
        words("20 МРП"),
        words(" и дни")
    );
    let found = body(&blocks, &[("word/footnotes.xml", &notes)]);
    assert_eq!(found.to_text(), "20 МРП* и дни[1]\n* Показатель.\n[1] Кодекс.\n");
    assert_eq!(found.blocks[0].line(), "20 МРП и дни");
    let numbers: Vec<u32> = found.notes.iter().map(|note| note.number).collect();
    assert_eq!(numbers, [2, 1]);
}

#[test]
fn references_to_numbers_lead_to_them() {
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let blocks = format!(
        r#"<w:p><w:bookmarkStart w:id="5" w:name="_Ref5"/>{}</w:p>
        <w:p>{}{}<w:r><w:instrText xml:space="preserve"> REF _Ref5 \r \h </w:instrText></w:r>{}{}{}</w:p>"#,
        words("1.1. Пособие"),
        words("по пункту "),
        field("begin"),
        field("separate"),
        words("1.1"),
        field("end")
    );
    let found = crate::text::read(&docx(&blocks, &[])).expect("a readable document").body;
    let Block::Paragraph { content, .. } = &found.blocks[1] else { panic!("{found:?}") };
    assert_eq!((content[1].text.as_str(), content[1].link.as_deref()), ("1.1", Some("#p-1-1")));
}

#[test]
fn the_number_and_the_title_of_a_part_are_one_heading() {
    let centred = r#"<w:jc w:val="center"/>"#;
    let bold = |text: &str| format!("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>");
    let blocks = [
        bold("Глава 1"),
        bold("Общие положения"),
        paragraph("", "1. Раз"),
        paragraph(centred, "Глава 2"),
        paragraph(centred, "Оплата труда"),
        paragraph("", "2. Два"),
        paragraph("", "Глава 3"),
        paragraph("", "Простые слова."),
    ];
    let bytes = docx(&blocks.concat(), &[]);
    let found = crate::text::read(&bytes).expect("a readable document").body;
    let headings: Vec<(String, Option<&str>)> = found
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Heading { .. }))
        .map(|block| (block.line(), block.anchor()))
        .collect();
    let expected =
        [("Глава 1 Общие положения", "ch-1"), ("Глава 2 Оплата труда", "ch-2"), ("Глава 3", "ch-3")];
    assert_eq!(headings, expected.map(|(line, anchor)| (line.to_owned(), Some(anchor))));
}
