//! What is filled in or put together by programs: form fields, content controls around rows, sections, large initials.

use super::{body, paragraph, text, words};
use crate::text::body::Block;
use crate::text::tests::NAMES;

#[test]
fn fields_of_forms_show_what_was_chosen() {
    let field = |data: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
        )
    };
    let list = r#"<w:listEntry w:val="повар"/><w:listEntry w:val="учитель"/>"#;
    for (data, expected) in [
        ("<w:checkBox><w:checked/></w:checkBox>".to_owned(), "☒ да\n"),
        (r#"<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>"#.to_owned(), "☐ да\n"),
        (r#"<w:checkBox><w:default w:val="1"/></w:checkBox>"#.to_owned(), "☒ да\n"),
        ("<w:checkBox/>".to_owned(), "☐ да\n"),
        (format!(r#"<w:ddList><w:result w:val="1"/>{list}</w:ddList>"#), "учитель да\n"),
        (format!("<w:ddList>{list}</w:ddList>"), "повар да\n"),
        (format!(r#"<w:ddList><w:result w:val="9"/>{list}</w:ddList>"#), "да\n"),
    ] {
        assert_eq!(text(&format!("<w:p>{}{}</w:p>", field(&data), words(" да"))), expected);
    }
}

#[test]
fn rows_in_content_controls_stay_a_table() {
    let row = |cells: &str| format!("<w:sdt><w:sdtContent><w:tr>{cells}</w:tr></w:sdtContent></w:sdt>");
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", words));
    let rows = [row(&(cell("Күні") + &cell("Кім"))), row(&(cell("1") + &cell("Төраға")))].concat();
    assert_eq!(text(&format!("<w:tbl>{rows}</w:tbl>")), "Күні\tКім\n1\tТөраға\n");
}

#[test]
fn a_large_initial_belongs_to_its_word() {
    let initial = paragraph(r#"<w:framePr w:dropCap="drop"/>"#, "Ж");
    assert_eq!(text(&(initial + &paragraph("", "ұмыс беруші"))), "Жұмыс беруші\n");
    let frame = paragraph(r#"<w:framePr w:w="3000"/>"#, "БЕКІТЕМІН");
    assert_eq!(text(&(frame + &paragraph("", "Ереже"))), "БЕКІТЕМІН\nЕреже\n");
}

#[test]
fn each_section_has_what_stands_above_its_first_page_alone() {
    let relation =
        |id: &str| format!(r#"<Relationship Id="{id}" Type="http://x/header" Target="{id}.xml"/>"#);
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}{}</Relationships>"#,
        relation("h1"),
        relation("h2")
    );
    let head = |words: &str| format!("<w:hdr {NAMES}>{}</w:hdr>", paragraph("", words));
    let section = |id: &str| {
        format!(r#"<w:sectPr><w:headerReference w:type="first" r:id="{id}"/><w:titlePg/></w:sectPr>"#)
    };
    let read = |second: &str| {
        let blocks = paragraph(&section("h1"), "Ереже") + &paragraph("", "Қосымша") + &section(second);
        let parts = [
            ("word/_rels/document.xml.rels", relations.as_str()),
            ("word/h1.xml", &head("№ 3 шешім")),
            ("word/h2.xml", &head("№ 4 шешім")),
        ];
        body(&blocks, &parts).to_text()
    };
    assert_eq!(read("h2"), "№ 3 шешім\nЕреже\n№ 4 шешім\nҚосымша\n");
    // What stands above both is not said twice.
    assert_eq!(read("h1"), "№ 3 шешім\nЕреже\nҚосымша\n");
}

#[test]
fn diagrams_say_their_words() {
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d1" Type="http://x/diagramData" Target="diagrams/data1.xml"/></Relationships>"#;
    let point =
        |words: &str| format!(r#"<dgm:pt><dgm:t><a:p><a:r><a:t>{words}</a:t></a:r></a:p></dgm:t></dgm:pt>"#);
    let data = format!(
        r#"<dgm:dataModel xmlns:dgm="http://x/dgm" xmlns:a="http://x/a"><dgm:ptLst>{}{}<dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>"#,
        point("Конференция"),
        point("Президиум")
    );
    let blocks = r#"<w:p><w:r><w:drawing><dgm:relIds xmlns:dgm="http://x/dgm" r:dm="d1" r:lo="d2"/></w:drawing></w:r></w:p>"#;
    let parts = [("word/_rels/document.xml.rels", relations), ("word/diagrams/data1.xml", &data)];
    assert_eq!(body(blocks, &parts).to_text(), "Конференция\nПрезидиум\n");
    assert_eq!(body(blocks, &[]).blocks, [Block::Picture]);
}

#[test]
fn a_label_without_words_has_no_space_behind_it() {
    let label =
        Block::Paragraph { anchor: None, label: Some("1.".to_owned()), depth: 1, content: Vec::new() };
    assert_eq!(label.to_text(), "1.");
}
