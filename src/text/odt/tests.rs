//! Documents made here, read as LibreOffice shows them.

use super::read;
use crate::text::body::{Block, Body, Warning};
use crate::text::tests::archive;
use crate::text::{Refusal, read as read_any};

const NAMES: &str = r#"xmlns:office="urn:o" xmlns:style="urn:s" xmlns:text="urn:t" xmlns:table="urn:tb" xmlns:draw="urn:d"
    xmlns:fo="urn:f" xmlns:svg="urn:v" xmlns:xlink="urn:x" xmlns:loext="urn:l""#;

const MIMETYPE: (&str, &str) = ("mimetype", "application/vnd.oasis.opendocument.text");

fn odt(styles: &str, text: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:text>{text}</office:text></office:body></office:document-content>"
    );
    archive(&[MIMETYPE, ("content.xml", &content)])
}

fn body(styles: &str, text: &str) -> Body {
    read(&odt(styles, text)).expect("a readable document").body
}

fn style(name: &str, properties: &str) -> String {
    format!(
        r#"<style:style style:name="{name}" style:family="text"><style:text-properties {properties}/></style:style>"#
    )
}

#[test]
fn marks_and_white_space_are_kept() {
    let styles = [
        style("up", r#"style:text-position="super 58%""#),
        style("down", r#"style:text-position="-33% 58%""#),
        style("gone", r#"style:text-line-through-style="solid""#),
        style("caps", r#"fo:text-transform="uppercase""#),
        style("signs", r#"style:font-name="Wingdings""#),
    ];
    let text = r#"<text:p>Статья 19<text:span text:style-name="up">1</text:span>.
        CO<text:span text:style-name="down">2</text:span><text:s text:c="2"/><text:span text:style-name="gone">42</text:span><text:tab/>56<text:line-break/><text:span text:style-name="caps">шарт</text:span> <text:span text:style-name="signs">þ</text:span></text:p>"#;
    assert_eq!(body(&styles.concat(), text).to_text(), "Статья 19¹. CO₂  ~~42~~\t56\nШАРТ ☑\n");
}

#[test]
fn lists_and_headings_have_their_numbers() {
    let level =
        |level: u32, rest: &str| format!(r#"<text:list-level-style-number text:level="{level}" {rest}/>"#);
    let styles = format!(
        r#"<text:list-style style:name="L">{}{}{}</text:list-style><text:list-style style:name="B">
        <text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>"#,
        level(1, r#"style:num-format="1" style:num-suffix=".""#),
        level(2, r#"style:num-format="1" style:num-suffix="." text:display-levels="2""#),
        level(3, r#"style:num-format="а" loext:num-list-format="%3%)""#)
    );
    let item =
        |words: &str, rest: &str| format!("<text:list-item><text:p>{words}</text:p>{rest}</text:list-item>");
    let list = |attributes: &str, items: &str| format!("<text:list {attributes}>{items}</text:list>");
    let third = list("", &format!("<text:list-item>{}</text:list-item>", list("", &item("әріп", ""))));
    let text = [
        list(
            r#"text:style-name="L" xml:id="one""#,
            &(item("бір", &list("", &item("ішкі", ""))) + &item("екі", &third)),
        ),
        list(r#"text:style-name="B""#, &item("сызықша", "<text:p>жалғасы</text:p>")),
        list(r#"text:style-name="L" text:continue-list="one""#, &item("үш", "")),
        list(r#"text:style-name="L""#, &item("қайта", "")),
        "<text:h text:outline-level=\"2\">Тақырып</text:h>".to_owned(),
    ];
    let found = body(&styles, &text.concat());
    assert_eq!(
        found.to_text(),
        "1. бір\n1.1. ішкі\n2. екі\nа) әріп\n– сызықша\nжалғасы\n3. үш\n1. қайта\nТақырып\n"
    );
    assert!(matches!(found.blocks.last(), Some(Block::Heading { level: 2, label: None, .. })));
}

#[test]
fn tables_notes_boxes_and_links_are_kept() {
    let text = r##"<text:p><text:bookmark text:name="b"/>1.1. Раз<text:note text:note-class="footnote"><text:note-citation text:label="*">*</text:note-citation>
        <text:note-body><text:p>* Ескерту</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>қорап</text:p></draw:text-box></draw:frame></text:p>
        <text:p><text:a xlink:href="#b">осында</text:a> <text:a xlink:href="javascript:x">жоқ</text:a></text:p>
        <table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>а</text:p></table:table-cell><table:covered-table-cell/></table:table-row>
        <table:table-row><table:covered-table-cell/><table:table-cell><text:p>ә</text:p></table:table-cell></table:table-row></table:table>"##;
    let found = read_any(&odt("", text)).expect("a readable document").body;
    assert_eq!(found.to_text(), "1.1. Раз*\nқорап\nосында жоқ\nа\n\tә\n* Ескерту\n");
    let Block::Paragraph { content, .. } = &found.blocks[2] else { panic!("{found:?}") };
    assert_eq!(content[0].link.as_deref(), Some("#p-1-1"));
    assert!(content[1..].iter().all(|span| span.link.is_none()));
}

#[test]
fn what_is_not_read_is_named() {
    let white = style("white", r##"fo:color="#ffffff""##);
    let text = r#"<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p>көрінеді <text:span text:style-name="white">ақ</text:span></text:p><text:section text:display="none"><text:p>жасырын</text:p></text:section>
        <text:p><draw:frame svg:width="18cm" svg:height="25cm"><draw:image xlink:href="x"/></draw:frame></text:p>"#;
    let found = body(&white, text);
    assert_eq!(found.to_text(), "көрінеді\n\n");
    let expected = [
        Warning::OpenChanges,
        Warning::PicturesWithoutWords { pictures: 1 },
        Warning::HiddenWords { sample: "ақ".to_owned(), places: 2 },
    ];
    assert_eq!(found.warnings, expected);
    assert_eq!(body("", "<text:p>көрінеді</text:p>").warnings, []);
}

#[test]
fn protected_and_broken_files_are_refused() {
    let protected =
        r#"<m:manifest xmlns:m="urn:m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"#;
    let bytes = archive(&[MIMETYPE, ("META-INF/manifest.xml", protected), ("content.xml", "\u{1}")]);
    assert_eq!(read_any(&bytes).err(), Some(Refusal::Encrypted));
    assert_eq!(read_any(&archive(&[MIMETYPE])).err(), Some(Refusal::Damaged));
    assert_eq!(read_any(&archive(&[MIMETYPE, ("content.xml", "<a>")])).err(), Some(Refusal::Damaged));
}
