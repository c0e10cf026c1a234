//! Documents made here, read as Word shows them.

use super::read;
use crate::text::body::{Block, Body, Cell, Emphasis, Note, Row, Span};
use crate::text::tests::{NAMES, docx};

fn body(blocks: &str, parts: &[(&str, &str)]) -> Body {
    read(&docx(blocks, parts)).expect("a readable document")
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

fn item(list: u32, level: usize) -> String {
    paragraph(&format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>"#), "x")
}

/// A level of numbering; `rest` are its further properties.
fn level(index: usize, format: &str, text: &str, rest: &str) -> String {
    format!(
        r#"<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{rest}<w:lvlText w:val="{text}"/></w:lvl>"#
    )
}

fn outline(levels: &[String]) -> String {
    format!(r#"<w:abstractNum w:abstractNumId="0">{}</w:abstractNum>"#, levels.concat())
}

fn list(id: u32, changes: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="0"/>{changes}</w:num>"#)
}

/// The labels of items, with these definitions of lists.
fn labels(definitions: &[String], items: &[(u32, usize)]) -> Vec<String> {
    let numbering = format!("<w:numbering {NAMES}>{}</w:numbering>", definitions.concat());
    let blocks: String = items.iter().map(|(list, level)| item(*list, *level)).collect();
    label_texts(body(&blocks, &[("word/numbering.xml", &numbering)]))
}

fn label_texts(body: Body) -> Vec<String> {
    let label = |block| match block {
        Block::Paragraph { label, .. } | Block::Heading { label, .. } => label.unwrap_or_default(),
        Block::Table { .. } | Block::Picture => String::new(),
    };
    body.blocks.into_iter().map(label).collect()
}

fn decimal_levels() -> String {
    outline(&[
        level(0, "decimal", "%1.", ""),
        level(1, "decimal", "%1.%2.", ""),
        level(2, "decimal", "%1.%2.%3.", ""),
    ])
}

#[test]
fn levels_count_and_restart_below_a_higher_one() {
    let items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2), (1, 2)];
    let expected = ["1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.", "2.1.1.", "2.1.2."];
    assert_eq!(labels(&[decimal_levels(), list(1, "")], &items), expected);
}

#[test]
fn a_level_used_before_the_higher_one_shows_its_start() {
    assert_eq!(labels(&[decimal_levels(), list(1, "")], &[(1, 1), (1, 1), (1, 0)]), ["1.1.", "1.2.", "1."]);
}

#[test]
fn lists_of_one_outline_count_together_until_one_restarts() {
    let restart = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#;
    let definitions = [decimal_levels(), list(1, ""), list(2, ""), list(3, restart)];
    let items = [(1, 0), (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)];
    assert_eq!(labels(&definitions, &items), ["1.", "2.", "3.", "1.", "2.", "3."]);
}

#[test]
fn a_list_may_replace_a_level() {
    let own = format!(r#"<w:lvlOverride w:ilvl="0">{}</w:lvlOverride>"#, level(0, "upperRoman", "%1)", ""));
    assert_eq!(labels(&[decimal_levels(), list(1, &own)], &[(1, 0), (1, 0), (1, 1)]), ["I)", "II)", "II.1."]);
}

#[test]
fn a_level_may_restart_late_or_never() {
    let levels = |restart: &str| {
        outline(&[
            level(0, "decimal", "%1.", ""),
            level(1, "decimal", "%1.%2.", ""),
            level(2, "lowerLetter", "%3)", &format!(r#"<w:lvlRestart w:val="{restart}"/>"#)),
        ])
    };
    let items = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)];
    let thirds = |restart| {
        let all = labels(&[levels(restart), list(1, "")], &items);
        [all[2].clone(), all[4].clone(), all[7].clone()]
    };
    assert_eq!(thirds("0"), ["a)", "b)", "c)"]);
    assert_eq!(thirds("1"), ["a)", "b)", "a)"]);
    assert_eq!(thirds("2"), ["a)", "a)", "a)"]);
}

#[test]
fn numbers_are_written_in_every_format() {
    for (format, expected) in [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperRoman", ["I", "II", "III"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("upperLetter", ["A", "B", "C"]),
        ("russianLower", ["а", "б", "в"]),
        ("russianUpper", ["А", "Б", "В"]),
        ("bullet", ["•", "•", "•"]),
        ("none", ["", "", ""]),
        ("thaiCounting", ["1", "2", "3"]),
    ] {
        let definitions = [outline(&[level(0, format, "%1", "")]), list(1, "")];
        assert_eq!(labels(&definitions, &[(1, 0); 3]), expected, "{format}");
    }
}

#[test]
fn letters_are_doubled_past_the_last_one() {
    use super::numerals::Numeral;
    assert_eq!(Numeral::LowerLetter.write(26), "z");
    assert_eq!(Numeral::LowerLetter.write(27), "aa");
    assert_eq!(Numeral::LowerLetter.write(53), "aaa");
    assert_eq!(Numeral::UpperRussian.write(29), "Я");
    assert_eq!(Numeral::LowerRussian.write(30), "аа");
    assert_eq!(Numeral::LowerRussian.write(10), "к");
    assert_eq!(Numeral::UpperRoman.write(1994), "MCMXCIV");
    assert_eq!(Numeral::LowerLetter.write(0), "");
}

#[test]
fn legal_numbering_is_all_digits() {
    let levels = outline(&[level(0, "upperRoman", "%1.", ""), level(1, "decimal", "%1.%2", "<w:isLgl/>")]);
    assert_eq!(labels(&[levels, list(1, "")], &[(1, 0), (1, 0), (1, 1)]), ["I.", "II.", "2.1"]);
}

#[test]
fn numbers_may_come_from_styles_at_every_level() {
    let styles = format!(
        r#"<w:styles {NAMES}>
        <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Point"/><w:basedOn w:val="a2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style></w:styles>"#
    );
    let levels = outline(&[
        level(0, "decimal", "Глава %1.", r#"<w:pStyle w:val="a1"/>"#),
        level(1, "decimal", "%1.%2.", r#"<w:pStyle w:val="a2"/>"#),
    ]);
    let numbering = format!("<w:numbering {NAMES}>{levels}{}</w:numbering>", list(1, ""));
    let blocks: String = ["a1", "a2", "a2", "a1", "a3"]
        .iter()
        .map(|style| paragraph(&format!(r#"<w:pStyle w:val="{style}"/>"#), "x"))
        .collect();
    let body = body(&blocks, &[("word/styles.xml", &styles), ("word/numbering.xml", &numbering)]);
    let depths: Vec<u8> = body
        .blocks
        .iter()
        .map(|block| if let Block::Heading { level, .. } = block { *level } else { 0 })
        .collect();
    assert_eq!(depths, [1, 2, 2, 1, 0]);
    assert_eq!(label_texts(body), ["Глава 1.", "1.1.", "1.2.", "Глава 2.", "2.1."]);
}

#[test]
fn a_number_without_space_is_joined_to_the_words() {
    let levels = outline(&[level(0, "decimal", "№%1-", r#"<w:suff w:val="nothing"/>"#)]);
    let numbering = format!("<w:numbering {NAMES}>{levels}{}</w:numbering>", list(1, ""));
    let found = body(&item(1, 0), &[("word/numbering.xml", &numbering)]);
    assert_eq!(found.to_text(), "№1-x\n");
}

#[test]
fn numbering_zero_takes_a_style_s_number_away() {
    assert_eq!(labels(&[decimal_levels(), list(1, "")], &[(1, 0), (0, 0), (1, 0)]), ["1.", "", "2."]);
}

#[test]
fn a_list_may_be_defined_by_a_style() {
    let styles = format!(
        r#"<w:styles {NAMES}><w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>"#
    );
    let numbering = format!(
        r#"<w:numbering {NAMES}>{}<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>
        {}<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num></w:numbering>"#,
        decimal_levels(),
        list(7, "")
    );
    let parts = [("word/styles.xml", styles.as_str()), ("word/numbering.xml", numbering.as_str())];
    assert_eq!(label_texts(body(&[item(1, 0), item(1, 1)].concat(), &parts)), ["1.", "1.1."]);
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
    let found = read(&bytes).expect("a readable document");
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
