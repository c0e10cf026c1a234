//! Documents made here, read as Word shows them.

mod forms;
mod marks;
mod numbering;
mod parts;

use super::read;
use crate::text::body::{Block, Body, Cell, Emphasis, Note, Row, Span, Warning};
use crate::text::tests::{NAMES, docx};

fn body(blocks: &str, parts: &[(&str, &str)]) -> Body {
    read(&docx(blocks, parts)).expect("a readable document").body
}

fn text(blocks: &str) -> String {
    body(blocks, &[]).to_text()
}

fn words(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", words(text))
}

#[test]
fn insertions_stay_and_deletions_go() {
    let blocks = format!(
        "<w:p>{}<w:ins>{}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>
        <w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo></w:p>",
        words("a "),
        words("b "),
        words("gone"),
        words("c")
    );
    assert_eq!(text(&blocks), "a b c\n");
}

#[test]
fn a_deleted_paragraph_mark_joins_paragraphs() {
    let blocks = format!(
        "{}<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>",
        paragraph("", "first"),
        words("one "),
        words("two")
    );
    assert_eq!(text(&blocks), "first\none two\n");
}

#[test]
fn fields_show_their_result_and_not_their_instruction() {
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let blocks = format!(
        "<w:p>{}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>{}{}{}{}{}{}</w:p>
        <w:p>{}<w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>",
        field("begin"),
        field("begin"),
        words("hidden"),
        field("end"),
        field("separate"),
        words("5"),
        field("end"),
        words("on "),
        words("1 May")
    );
    assert_eq!(text(&blocks), "5\non 1 May\n");
}

#[test]
fn a_broken_field_hides_one_paragraph_at_most() {
    let blocks = format!(
        r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{}</w:p>{}"#,
        words("IF"),
        paragraph("", "text")
    );
    assert_eq!(text(&blocks), "text\n");
}

#[test]
fn special_characters_are_kept() {
    let blocks = r#"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>
        <w:softHyphen/><w:t>e</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F0B3"/>
        <w:t xml:space="preserve"> &lt;&#x49A;&amp;&gt;</w:t></w:r></w:p>"#;
    assert_eq!(text(blocks), "a\tb\nc\u{2011}de✓≥ <Қ&>\n");
}

#[test]
fn hidden_text_is_not_shown() {
    let blocks = format!("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>{}</w:p>", words("y"));
    assert_eq!(text(&blocks), "y\n");
}

#[test]
fn wrapped_words_are_read_once() {
    let blocks = format!(
        r#"<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>
        <w:p><w:hyperlink r:id="rId1">{}</w:hyperlink><w:smartTag>{}</w:smartTag></w:p>
        <w:p><w:r><mc:AlternateContent>
          <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{box_}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>
          <mc:Fallback><w:pict><v:textbox><w:txbxContent>{box_}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
        </mc:AlternateContent></w:r>{}</w:p>"#,
        paragraph("", "control"),
        words("link "),
        words("tag"),
        words("beside"),
        box_ = paragraph("", "box"),
    );
    assert_eq!(text(&blocks), "control\nlink tag\nbeside\nbox\n");
}

#[test]
fn links_lead_to_safe_addresses_and_to_headings() {
    let relations = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://x/hyperlink" Target="https://example.kz/a?b=1" TargetMode="External"/>
        <Relationship Id="rId2" Type="http://x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>
        </Relationships>"#;
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let blocks = format!(
        r#"<w:p><w:bookmarkStart w:id="1" w:name="first"/>{}</w:p>
        <w:p>{}<w:hyperlink r:id="rId1">{}</w:hyperlink><w:hyperlink r:id="rId2">{}</w:hyperlink>
          <w:hyperlink w:anchor="second">{}</w:hyperlink><w:hyperlink w:anchor="nowhere">{}</w:hyperlink></w:p>
        <w:p>{}<w:r><w:instrText xml:space="preserve"> HYPERLINK "mailto:chair@example.kz" </w:instrText></w:r>{}{}{}</w:p>
        <w:p><w:fldSimple w:instr="HYPERLINK \l first">{}</w:fldSimple>{}</w:p>
        <w:bookmarkStart w:id="2" w:name="second"/><w:p><w:bookmarkStart w:id="3" w:name="nowhere2"/></w:p>
        <w:p>{}</w:p>"#,
        words("Статья 1. Цель"),
        words("см. "),
        words("сайт"),
        words("опасно"),
        words("дальше"),
        words("никуда"),
        field("begin"),
        field("separate"),
        words("почта"),
        field("end"),
        words("назад"),
        words("."),
        words("Статья 2. Конец"),
    );
    let bytes = docx(&blocks, &[("word/_rels/document.xml.rels", relations)]);
    let found = crate::text::read(&bytes).expect("a readable document").body;
    let links = |block: &Block| -> Vec<(String, Option<String>)> {
        match block {
            Block::Paragraph { content, .. } | Block::Heading { content, .. } => {
                content.iter().map(|span| (span.text.clone(), span.link.clone())).collect()
            }
            _ => Vec::new(),
        }
    };
    let expected: [&[(&str, Option<&str>)]; 5] = [
        &[("Статья 1. Цель", None)],
        &[
            ("см. ", None),
            ("сайт", Some("https://example.kz/a?b=1")),
            ("опасно", None),
            ("дальше", Some("#art-2")),
            ("никуда", None),
        ],
        &[("почта", Some("mailto:chair@example.kz"))],
        &[("назад", Some("#art-1")), (".", None)],
        &[("Статья 2. Конец", None)],
    ];
    let own = |spans: &&[(&str, Option<&str>)]| -> Vec<(String, Option<String>)> {
        spans.iter().map(|(text, link)| ((*text).to_owned(), link.map(str::to_owned))).collect()
    };
    let found: Vec<_> = found.blocks.iter().map(links).collect();
    assert_eq!(found, expected.iter().map(own).collect::<Vec<_>>());
}

#[test]
fn open_changes_are_noticed_wherever_they_are() {
    assert_eq!(body(&paragraph("", "x"), &[]).warnings, []);
    for blocks in [
        format!("<w:p><w:ins>{}</w:ins></w:p>", words("x")),
        "<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>".to_owned(),
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>".to_owned(),
        "<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>".to_owned(),
    ] {
        assert_eq!(body(&blocks, &[]).warnings, [Warning::OpenChanges], "{blocks}");
    }
    let notes = format!(
        r#"<w:footnotes {NAMES}><w:footnote w:id="1"><w:p><w:ins/></w:p></w:footnote></w:footnotes>"#
    );
    assert_eq!(body("<w:p/>", &[("word/footnotes.xml", &notes)]).warnings, [Warning::OpenChanges]);
}

#[test]
fn pictures_leave_a_mark() {
    let picture = r#"<w:r><w:drawing><a:graphic><a:blip r:embed="rId2"/></a:graphic></w:drawing></w:r>"#;
    let found = body(&format!("<w:p>{picture}</w:p><w:p>{}{picture}</w:p>", words("x")), &[]);
    let expected = Block::Paragraph { anchor: None, label: None, depth: 0, content: vec![Span::plain("x")] };
    assert_eq!(found.blocks, [Block::Picture, expected, Block::Picture]);
}

#[test]
fn tables_keep_their_spans() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", paragraph("", text))
    };
    let blocks = format!(
        "<w:tbl><w:tblPr/><w:tr>{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr>
        <w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, "a"),
        cell(r#"<w:vMerge w:val="restart"/>"#, "b"),
        cell("", "c"),
        cell("<w:vMerge/>", "hidden"),
        cell("", "deleted"),
    );
    let with = |columns, text: &str| Cell {
        columns,
        blocks: vec![Block::Paragraph {
            anchor: None,
            label: None,
            depth: 0,
            content: vec![Span::plain(text)],
        }],
    };
    let empty = || Cell { columns: 1, blocks: Vec::new() };
    let rows = vec![
        Row { cells: vec![with(2, "a"), with(1, "b")] },
        Row { cells: vec![empty(), with(1, "c"), empty()] },
    ];
    assert_eq!(body(&blocks, &[]).blocks, [Block::Table { rows }]);
}

#[test]
fn notes_are_numbered_in_order() {
    let notes = format!(
        r#"<w:footnotes {NAMES}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>
        <w:footnote w:id="5"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p><w:p>{}</w:p></w:footnote></w:footnotes>"#,
        words(" see"),
        words("more")
    );
    let blocks =
        format!(r#"<w:p>{}<w:r><w:footnoteReference w:id="5"/></w:r>{}</w:p>"#, words("a"), words("b"));
    let found = body(&blocks, &[("word/footnotes.xml", &notes)]);
    assert_eq!(found.to_text(), "a[1]b\n[1] see\nmore\n");
    assert!(matches!(&found.notes[..], [Note { number: 1, .. }]));
}

#[test]
fn emphasis_comes_from_runs_and_styles() {
    let styles = format!(
        r#"<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="B"><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="D"><w:basedOn w:val="B"/></w:style>
        <w:style w:type="character" w:styleId="Strong"><w:rPr><w:b/></w:rPr></w:style></w:styles>"#
    );
    let run = |properties: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>x</w:t></w:r>");
    let blocks = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="D"/></w:pPr>{}{}{}{}</w:p>"#,
        run(""),
        run(r#"<w:b w:val="0"/>"#),
        run("<w:i/>"),
        run(r#"<w:rStyle w:val="Strong"/>"#)
    );
    let found = body(&blocks, &[("word/styles.xml", &styles)]);
    let Block::Paragraph { content, .. } = &found.blocks[0] else { panic!("a paragraph") };
    let emphases: Vec<Emphasis> = content.iter().map(|span| span.emphasis).collect();
    assert_eq!(emphases, [Emphasis::Bold, Emphasis::Plain, Emphasis::BoldItalic, Emphasis::Plain]);
}

#[test]
fn strict_documents_and_other_places_are_read() {
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship
            Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    let document = format!(
        r#"<d:document xmlns:d="{strict}"><d:body><d:p><d:pPr><d:pStyle d:val="T"/></d:pPr><d:r><d:t>x</d:t></d:r></d:p></d:body></d:document>"#
    );
    let styles = format!(
        r#"<d:styles xmlns:d="{strict}"><d:style d:styleId="T"><d:name d:val="Title"/></d:style></d:styles>"#
    );
    let bytes = crate::text::tests::archive(&[
        ("_rels/.rels", &relations("officeDocument", "/doc/main.xml")),
        ("doc/main.xml", &document),
        ("doc/_rels/main.xml.rels", &relations("styles", "../looks/s.xml")),
        ("looks/s.xml", &styles),
    ]);
    let found = read(&bytes).expect("a readable document").body;
    assert!(matches!(found.blocks[..], [Block::Heading { level: 1, .. }]), "{found:?}");
}

#[test]
fn headings_without_a_style_are_known_by_their_look() {
    let bold = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
    let centred = r#"<w:pPr><w:jc w:val="center"/></w:pPr>"#;
    let blocks = format!(
        "<w:p>{centred}{}</w:p><w:p>{centred}{}</w:p><w:p>{centred}{}</w:p><w:p>{}</w:p><w:p>{centred}{}</w:p>",
        words("ҰЖЫМДЫҚ ШАРТ"),
        bold("Кіріспе"),
        words("2026 жыл"),
        bold("Маңызды"),
        words("1-тарау. ЕРЕЖЕ")
    );
    let level = |block: &Block| if let Block::Heading { level, .. } = block { *level } else { 0 };
    let levels: Vec<u8> = body(&blocks, &[]).blocks.iter().map(level).collect();
    // Chapters are left to the outline, which knows what stands above them.
    assert_eq!(levels, [1, 2, 0, 0, 0]);
}
