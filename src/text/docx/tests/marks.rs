//! Marks that change what words say: raised, lowered, crossed out, signs, capitals, formulas, and words that nobody sees.

use super::{body, paragraph, words};
use crate::text::body::{Block, Body, Formula, Position, Span, Warning};
use crate::text::tests::NAMES;

fn run(properties: &str, text: &str) -> String {
    format!(r#"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn line(runs: &[String]) -> String {
    format!("<w:p>{}</w:p>", runs.concat())
}

fn text(runs: &[String]) -> String {
    body(&line(runs), &[]).to_text().trim_end().to_owned()
}

fn spans(found: &Body) -> Vec<Span> {
    match &found.blocks[0] {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => content.clone(),
        other => panic!("no words: {other:?}"),
    }
}

const STYLES: &str = r#"<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Loud"><w:rPr><w:caps/></w:rPr></w:style>
    <w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr></w:style>
    <w:style w:type="table" w:styleId="Light"/>"#;

fn styled(blocks: &str) -> Body {
    let styles = format!("<w:styles {NAMES}>{STYLES}</w:styles>");
    body(blocks, &[("word/styles.xml", &styles)])
}

#[test]
fn raised_and_lowered_words_keep_their_place() {
    let raised = r#"<w:vertAlign w:val="superscript"/>"#;
    let found = body(&line(&[words("Статья 19"), run(raised, "1"), words(". Работа")]), &[]);
    let positions: Vec<Position> = spans(&found).iter().map(|span| span.position).collect();
    assert_eq!(positions, [Position::OnLine, Position::Raised, Position::OnLine]);
    assert_eq!(found.to_text(), "Статья 19¹. Работа\n");
    for (properties, expected) in [
        (raised, "м²"),
        (r#"<w:vertAlign w:val="subscript"/>"#, "м₂"),
        (r#"<w:position w:val="6"/>"#, "м²"),
        (r#"<w:position w:val="-6"/>"#, "м₂"),
        (r#"<w:position w:val="3pt"/>"#, "м²"),
        (r#"<w:position w:val="1"/>"#, "м2"),
        (r#"<w:rStyle w:val="Up"/>"#, "м²"),
        (r#"<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>"#, "м2"),
    ] {
        let found = styled(&line(&[words("м"), run(properties, "2")]));
        assert_eq!(found.to_text().trim(), expected, "{properties}");
    }
}

#[test]
fn what_is_raised_only_to_look_small_stays_on_the_line() {
    let raised = r#"<w:vertAlign w:val="superscript"/>"#;
    assert_eq!(text(&[words("______ "), run(raised, "(подпись)")]), "______ (подпись)");
    assert_eq!(text(&[run(raised, "Всё"), run(raised, " выше")]), "Всё выше");
    assert_eq!(text(&[words("e"), run(raised, "(x+y)")]), "e^((x+y))");
}

#[test]
fn an_article_with_a_raised_number_has_its_own_anchor() {
    let raised = run(r#"<w:vertAlign w:val="superscript"/>"#, "1");
    let blocks = line(&[words("Статья 19"), raised, words(". Работа на дому")]);
    let bytes = crate::text::tests::docx(&blocks, &[]);
    let found = crate::text::read(&bytes).expect("a readable document").body;
    assert_eq!(found.blocks[0].anchor(), Some("art-19-1"));
}

#[test]
fn crossed_out_words_are_told_apart() {
    let struck = |text: &str| run("<w:strike/>", text);
    assert_eq!(text(&[words("Отпуск "), struck("42 "), words("56 дней")]), "Отпуск ~~42~~ 56 дней");
    assert_eq!(text(&[struck("весь "), run("<w:dstrike/><w:b/>", "пункт")]), "~~весь пункт~~");
    assert_eq!(text(&[run(r#"<w:strike w:val="false"/>"#, "жив")]), "жив");
    let gone = |runs: &str| format!(r#"<w:p><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{runs}</w:p>"#);
    assert_eq!(styled(&gone(&words("из стиля"))).to_text(), "~~из стиля~~\n");
    assert_eq!(styled(&gone(&run(r#"<w:strike w:val="0"/>"#, "жив"))).to_text(), "жив\n");
}

#[test]
fn capitals_by_formatting_are_capitals() {
    assert_eq!(text(&[run("<w:caps/>", "ұжымдық "), words("шарт")]), "ҰЖЫМДЫҚ шарт");
    assert_eq!(text(&[run("<w:smallCaps/>", "шарт")]), "ШАРТ");
    let styled = styled(r#"<w:p><w:pPr><w:pStyle w:val="Loud"/></w:pPr><w:r><w:t>1-бөлім</w:t></w:r></w:p>"#);
    assert_eq!(styled.to_text(), "1-БӨЛІМ\n");
}

#[test]
fn letters_of_symbol_fonts_are_signs() {
    let signs = |font: &str, text_: &str| {
        text(&[run(&format!(r#"<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>"#), text_)])
    };
    for (font, letters, expected) in [
        ("Wingdings", "\u{F0FE}\u{F0A8}\u{FE}o", "☑☐☑☐"),
        ("Wingdings", "\u{F0FD}\u{FC}", "☒✓"),
        ("Wingdings 2", "RT\u{F0A3}", "☑☒☐"),
        ("Webdings", "a", "✓"),
        ("Symbol", "\u{F0B3}\u{F0A3}abD", "≥≤αβΔ"),
        ("Symbol", "Жылы", "Жылы"),
        ("Arial", "\u{F0B7} o", "• o"),
    ] {
        assert_eq!(signs(font, letters), expected, "{font} {letters}");
    }
    let sign = r#"<w:p><w:r><w:sym w:font="Wingdings 2" w:char="F054"/><w:sym w:font="Wingdings" w:char="F06F"/></w:r></w:p>"#;
    assert_eq!(body(sign, &[]).to_text(), "☒☐\n");
}

#[test]
fn words_that_nobody_sees_are_named_and_left_out() {
    let white = r#"<w:color w:val="FFFFFF"/>"#;
    let runs = [
        words("видно "),
        run(white, "белое"),
        run("<w:vanish/>", " и скрытое"),
        words("да"),
        run(r#"<w:sz w:val="2"/>"#, "крошка"),
    ];
    let found = body(&line(&runs), &[]);
    assert_eq!(found.to_text(), "видно да\n");
    assert_eq!(found.warnings, [Warning::HiddenWords { sample: "белое и скрытое".to_owned(), places: 2 }]);
    let table = |style: &str, cell: &str| {
        format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{}</w:tc><w:tc/></w:tr></w:tbl>"#,
            line(&[run(white, "Шапка")])
        )
    };
    let shade = r#"<w:shd w:val="clear" w:fill="1F4E79"/>"#;
    for seen in [
        table("Dark", ""),
        table("Light", shade),
        line(&[run(&format!("{white}{shade}"), "x")]),
        line(&[run(&format!(r#"{white}<w:highlight w:val="black"/>"#), "x")]),
        format!("<w:p><w:pPr>{shade}</w:pPr>{}</w:p>", run(white, "x")),
        line(&[run("<w:vanish/>", "  ")]),
    ] {
        assert_eq!(styled(&seen).warnings, [], "{seen}");
    }
    assert_eq!(styled(&table("Light", "")).warnings.len(), 1);
}

#[test]
fn old_kazakh_fonts_are_named() {
    let font = |name: &str| format!(r#"<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>"#);
    let warnings = |name: &str, text: &str| body(&line(&[run(&font(name), text)]), &[]).warnings;
    let expected = Warning::OldFont { font: "Times Kaz".to_owned() };
    assert_eq!(warnings("Times Kaz", "Жўмыс беруші"), [expected]);
    assert_eq!(warnings("Times Kaz", "Жұмыс беруші"), []);
    assert_eq!(warnings("Times New Roman", "Жўмыс"), []);
}

#[test]
fn formulas_read_as_people_type_them() {
    let term = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let part = |name: &str, content: &str| format!("<m:{name}>{content}</m:{name}>");
    let power = |base: &str, exponent: &str| part("sSup", &(part("e", base) + &part("sup", exponent)));
    let fraction = part("f", &(part("num", &term("a + b")) + &part("den", &term("c"))));
    for (formula, expected) in [
        (fraction, "(a + b)/c"),
        (power(&term("x"), &term("2")), "x²"),
        (power(&term("x"), &power(&term("2"), &term("n"))), "x^(2^n)"),
        (part("sSub", &(part("e", &term("k")) + &part("sub", &term("i")))), "kᵢ"),
        (part("rad", &(part("deg", "") + &part("e", &term("y + 1")))), "√(y + 1)"),
        (part("rad", &(part("deg", &term("3")) + &part("e", &term("8")))), "³√8"),
        (part("d", &part("e", &term("p"))), "(p)"),
        (
            format!(
                r#"<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>{}{}</m:nary>"#,
                part("sub", &term("i=1")),
                part("e", &term("z"))
            ),
            "∑ᵢ₌₁ z",
        ),
    ] {
        let math = r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;
        let blocks = format!("<w:p {math}>{}<m:oMath>{formula}</m:oMath></w:p>", words("= "));
        assert_eq!(body(&blocks, &[]).to_text(), format!("= {expected}\n"));
    }
    assert_eq!(body(&paragraph("", "x"), &[]).warnings, []);
}

#[test]
fn formulas_keep_their_tree() {
    let math = r#"xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;
    let read = |formula: &str| {
        let found = body(&format!("<w:p {math}>{}<m:oMath>{formula}</m:oMath></w:p>", words("d = ")), &[]);
        let spans = spans(&found);
        assert_eq!(spans.len(), 2, "{spans:?}");
        *spans[1].formula.clone().expect("a formula")
    };
    let term = |text: &str| format!("<m:r><m:t>{text}</m:t></m:r>");
    let part = |words: &str| Box::new(Formula::Words(words.to_owned()));
    let fraction = format!("<m:f><m:num>{}</m:num><m:den>{}</m:den></m:f>", term("a"), term("b"));
    let expected = Formula::Fraction { above: part("a"), below: part("b"), is_ruled: true };
    assert_eq!(read(&fraction), expected);
    let sum = format!(
        r#"<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{}</m:sub><m:sup/><m:e>{}</m:e></m:nary>"#,
        term("i"),
        term("x")
    );
    let limits = Formula::Limits { base: part("∑"), below: Some(part("i")), above: None };
    assert_eq!(read(&sum), Formula::Row(vec![limits, *part(" "), *part("x")]));
    let bar = format!(r#"<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>{}</m:e></m:bar>"#, term("x"));
    assert_eq!(read(&bar), Formula::Accent { base: part("x"), sign: "¯".to_owned(), is_under: false });
    let rows = format!("<m:m><m:mr><m:e>{}</m:e><m:e>{}</m:e></m:mr></m:m>", term("1"), term("2"));
    assert_eq!(read(&rows), Formula::Grid(vec![vec![*part("1"), *part("2")]]));
    // What is deeper than any honest formula is words.
    let deep = (0..40).fold(term("x"), |inner, _| format!("<m:rad><m:e>{inner}</m:e></m:rad>"));
    let stored = serde_json::to_string(&read(&deep)).expect("JSON");
    assert!(stored.matches("root").count() < 15, "{stored}");
    assert!(serde_json::from_str::<Formula>(&stored).is_ok());
}
