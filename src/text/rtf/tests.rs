//! Files made here, read as office programs show them.

use super::read;
use crate::text::body::{Block, Body, Cell, Warning};
use crate::text::{Refusal, read as read_any};

fn rtf(text: &str) -> Vec<u8> {
    let head = r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Times New Roman;}{\f1\fcharset2 Wingdings;}{\f2\fcharset0 Times Kaz;}}{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}{\stylesheet{\s15 Title;}}{\*\generator x}";
    format!("{head}{text}}}").into_bytes()
}

fn body(text: &str) -> Body {
    read(&rtf(text)).expect("a readable file").body
}

#[test]
fn letters_come_from_code_pages_and_from_unicode() {
    assert_eq!(
        body(r"\pard \'cf\'f0\'e8\'ea\'e0\'e7 \u1179?\u1241\'3f\emdash\~5\par").to_text(),
        "Приказ қә—\u{A0}5\n"
    );
    assert_eq!(body(r"\uc2\u1179??\uc0\u1241 b\par").to_text(), "қәb\n");
    assert_eq!(body(r"\u-10179?\u-8704?\par").to_text(), "😀\n");
    assert_eq!(body("a\\{b\\}\r\n\\\\c\\par").to_text(), "a{b}\\c\n");
}

#[test]
fn marks_are_kept() {
    let text =
        body(r"4,5 m{\super 2}, CO{\sub 2}, {\strike 42} 56, {\caps abc} {\f1\'fe\'a8}{\b x}\par").to_text();
    assert_eq!(text, "4,5 m², CO₂, ~~42~~ 56, ABC ☑☐x\n");
}

#[test]
fn numbers_of_lists_are_those_that_were_saved() {
    let found = body(
        r"\pard{\listtext\f0 1.\tab}one\par\pard\ilvl1{\listtext a)\tab}two\par{\listtext\f1\'a7\tab}three\par\pard plain\par",
    );
    assert_eq!(found.to_text(), "1. one\na) two\n▪ three\nplain\n");
    assert!(matches!(&found.blocks[1], Block::Paragraph { depth: 2, .. }), "{found:?}");
}

#[test]
fn headings_notes_and_links_are_kept() {
    let found = read_any(&rtf(
        r#"\pard\s15 Charter\par\pard\outlinelevel1 Part\par\pard{\*\bkmkstart b}1.1. One{\super\chftn{\footnote{\super\chftn} note}}{\super *}{\*\footnote{\super *} own}\par
        {\field{\*\fldinst{HYPERLINK \\l "b"}}{\fldrslt here}} {\field{\*\fldinst HYPERLINK "javascript:x"}{\fldrslt there}}\par"#,
    ))
    .expect("a readable file")
    .body;
    assert_eq!(found.to_text(), "Charter\nPart\n1.1. One[1]*\nhere there\n[1] note\n* own\n");
    let levels: Vec<u8> = found
        .blocks
        .iter()
        .filter_map(|block| if let Block::Heading { level, .. } = block { Some(*level) } else { None })
        .collect();
    assert_eq!(levels, [1, 2]);
    let Block::Paragraph { content, .. } = &found.blocks[3] else { panic!("{found:?}") };
    assert_eq!(content[0].link.as_deref(), Some("#p-1-1"));
    assert!(content[1..].iter().all(|span| span.link.is_none()));
}

#[test]
fn tables_keep_their_spans() {
    let found = body(
        r"\trowd\clvmgf\cellx100\cellx300\pard\intbl a\cell b\cell\row\trowd\clvmrg\cellx100\cellx200\cellx300\pard\intbl\cell c\par d\cell e\cell\row\pard after\par",
    );
    let Block::Table { rows } = &found.blocks[0] else { panic!("{found:?}") };
    let shape: Vec<Vec<(u16, usize)>> = rows
        .iter()
        .map(|row| row.cells.iter().map(|cell: &Cell| (cell.columns, cell.blocks.len())).collect())
        .collect();
    assert_eq!(shape, [vec![(1, 1), (2, 1)], vec![(1, 0), (1, 2), (1, 1)]]);
    assert_eq!(found.to_text(), "a\tb\n\tc d\te\nafter\n");
}

#[test]
fn what_is_not_shown_is_named_or_left_out() {
    let found = body(
        r"{\header head}seen {\v hidden}{\cf2 white}{\deleted gone}\par{\object{\*\objdata 00ff}{\result x}}\par{\*\unknown no}{\pict 00}\par",
    );
    assert_eq!(found.to_text(), "seen\nx\n\n");
    let hidden = Warning::HiddenWords { sample: "hiddenwhite".to_owned(), places: 1 };
    assert_eq!(found.warnings, [Warning::OpenChanges, hidden, Warning::EmbeddedDocument]);
    assert_eq!(body(r"{\f2\u1118?\par}").warnings, [Warning::OldFont { font: "Times Kaz".to_owned() }]);
    assert_eq!(body(r"{\shp{\*\shpinst{\shptxt box\par}}{\shprslt box}}words\par").to_text(), "words\nbox\n");
}

#[test]
fn broken_and_hostile_files_are_refused() {
    assert_eq!(read(br"{\rtf1 cut").err(), Some(Refusal::Damaged));
    assert!(matches!(read(&"{".repeat(100_000).into_bytes()).err(), Some(Refusal::TooDeep { .. })));
    for odd in [
        r"{\rtf1\'}",
        r"{\rtf1\bin99999 x}",
        r"{\rtf1\u}",
        r"{\rtf1\cell\row\par}",
        r"{\rtf1{\footnote{\footnote x}}\par}",
    ] {
        let _ = read(odd.as_bytes());
    }
}

#[test]
fn what_stands_above_the_first_page_alone_belongs_to_the_text() {
    let head = r"{\headerf\trowd\cellx100\cellx200\pard\intbl Agreed\cell Approved\cell\row\pard 1\par}{\header\trowd\cellx100\pard\intbl\qc running\cell\row}";
    let found = body(&format!(r"\sectd\titlepg{head}\pard Rules\par"));
    assert_eq!(found.to_text(), "Agreed\tApproved\nRules\n");
    // What is not shown does not change the paragraphs around it.
    assert_eq!(body(&format!(r"\sectd{head}\pard Rules\par")).to_text(), "Rules\n");
    assert!(matches!(&body(&format!("{head} Rules\\par")).blocks[..], [Block::Paragraph { .. }]));
}

#[test]
fn text_boxes_are_read_from_left_to_right() {
    let shape = |left: u32, text: &str| {
        format!(r"{{\shp{{\*\shpinst\shpleft{left}\shptop0{{\shptxt \pard {text}\par}}}}}}")
    };
    let boxes = shape(4724, "right") + &shape(0, "left");
    assert_eq!(body(&format!(r"\pard {boxes}words\par")).to_text(), "words\nleft\nright\n");
}

#[test]
fn a_sign_of_its_own_that_a_note_repeats_is_shown_once() {
    let found = body(r"\pard 20{\super *}{\*\footnote {\super *}\pard\plain {\super *} own}\par");
    assert_eq!(found.to_text(), "20*\n* own\n");
}
