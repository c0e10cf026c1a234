//! Numbers of lists in every shape, as Word shows them.

use super::{body, paragraph};
use crate::text::body::{Block, Body};
use crate::text::docx::numerals::Numeral;
use crate::text::tests::NAMES;

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
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => String::new(),
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
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -"]),
        ("decimalEnclosedCircle", ["①", "②", "③"]),
        ("decimalEnclosedParen", ["(1)", "(2)", "(3)"]),
        ("none", ["", "", ""]),
        ("thaiCounting", ["1", "2", "3"]),
    ] {
        let definitions = [outline(&[level(0, format, "%1", "")]), list(1, "")];
        assert_eq!(labels(&definitions, &[(1, 0); 3]), expected, "{format}");
    }
}

#[test]
fn letters_are_doubled_past_the_last_one() {
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
fn bullets_keep_their_own_sign() {
    let bullet = |font: &str, sign: &str| {
        let fonts = format!(r#"<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>"#);
        labels(&[outline(&[level(0, "bullet", sign, &fonts)]), list(1, "")], &[(1, 0)]).concat()
    };
    for (font, sign, expected) in [
        ("Times New Roman", "–", "–"),
        ("Symbol", "\u{F0B7}", "•"),
        ("Wingdings", "\u{F0A7}", "▪"),
        ("Wingdings", "\u{A7}", "▪"),
        ("Wingdings", "\u{F0FC}", "✓"),
        ("Unknown", "\u{F0FC}", "•"),
        ("Courier New", "o", "o"),
    ] {
        assert_eq!(bullet(font, sign), expected, "{font} {sign}");
    }
    let picture = outline(&[level(0, "bullet", "x", r#"<w:lvlPicBulletId w:val="0"/>"#)]);
    assert_eq!(labels(&[picture, list(1, "")], &[(1, 0)]), ["•"]);
}

#[test]
fn levels_without_an_index_follow_each_other() {
    let levels = decimal_levels().replace(r#" w:ilvl="0""#, "").replace(r#" w:ilvl="1""#, "");
    assert_eq!(
        labels(&[levels, list(1, "")], &[(1, 0), (1, 1), (1, 2), (1, 0)]),
        ["1.", "1.1.", "1.1.1.", "2."]
    );
}

#[test]
fn custom_formats_count_their_zeros() {
    let custom = |format: &str| {
        let level = format!(
            r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">
            <w:numFmt w:val="custom" w:format="{format}"/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback>
            </mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>"#
        );
        labels(&[outline(&[level]), list(1, "")], &[(1, 0)]).concat()
    };
    assert_eq!(custom("001, 002, 003, ..."), "001");
    assert_eq!(custom("a, b, c, ..."), "1");
    assert_eq!(custom(&"0".repeat(300)).len(), 9);
}

#[test]
fn a_number_looks_like_the_end_of_its_paragraph() {
    let item = |mark: &str, run: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>{mark}</w:rPr></w:pPr>
            <w:r><w:rPr>{run}</w:rPr><w:t>words</w:t></w:r></w:p>"#
        )
    };
    let numbering = format!(
        "<w:numbering {NAMES}>{}{}</w:numbering>",
        outline(&[level(0, "decimal", "Глава %1.", "")]),
        list(1, "")
    );
    let blocks =
        [item("<w:caps/>", "<w:caps/>"), item("<w:strike/>", "<w:strike/>"), item("<w:strike/>", "")];
    let text = body(&blocks.concat(), &[("word/numbering.xml", &numbering)]).to_text();
    assert_eq!(text, "ГЛАВА 1. WORDS\n~~Глава 2. words~~\nГлава 3. words\n");
}
