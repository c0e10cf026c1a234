//! Lines, paragraphs and attacks made here.

mod file;
mod marks;
mod order;
mod pages;
mod sight;

use super::glyphs::{Glyph, Look, Side};
use super::line::{Line, Place};
use super::lines::Sheet;
use super::rules::{Along, Rule};
use super::{furniture, lines, paragraphs, read, tables};
use crate::text::body::Block;
use crate::text::limits::{MAX_FORM_NESTING, MAX_OPERATIONS};
use crate::text::refusal::{Measure, Refusal};
use file::File;

/// A document of one page that plays form `F`; `forms` are the names that each form plays, and how often.
fn pdf(forms: &[(&str, &[&str])]) -> Vec<u8> {
    let mut file = File::new();
    let numbers: Vec<usize> = forms.iter().map(|_| file.object("")).collect();
    let names: String =
        forms.iter().zip(&numbers).map(|((name, _), form)| format!("/{name} {form} 0 R ")).collect();
    let resources = format!("/XObject <<{names}>>");
    for ((_, plays), number) in forms.iter().zip(numbers) {
        let content: String = plays.iter().map(|name| format!("/{name} Do\n")).collect();
        file.set(
            number,
            format!(
                "<</Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <<{resources}>> /Length {}>>\n\
                 stream\n{content}\nendstream",
                content.len()
            ),
        );
    }
    let page = file.page(&resources, "/F Do", "");
    file.bytes(&[page], "")
}

#[test]
fn forms_within_forms_are_refused_and_those_that_play_themselves_end() {
    let names: Vec<String> = (0..=MAX_FORM_NESTING).map(|depth| format!("F{depth}")).collect();
    let plays: Vec<Vec<&str>> =
        (1..=names.len()).map(|at| names.iter().skip(at).take(1).map(String::as_str).collect()).collect();
    let mut forms: Vec<(&str, &[&str])> =
        names.iter().map(String::as_str).zip(plays.iter().map(Vec::as_slice)).collect();
    forms[0].0 = "F";
    assert_eq!(read(&pdf(&forms), &[]).err(), Some(Refusal::TooDeep { limit: MAX_FORM_NESTING }));
    for forms in [&[("F", &["F"][..])][..], &[("F", &["G"]), ("G", &["F"])]] {
        assert!(read(&pdf(forms), &[]).is_ok_and(|body| body.is_empty()));
    }
}

#[test]
fn forms_that_play_each_other_a_million_times_are_refused() {
    let tenfold = |name| [name; 10];
    let (a, b, c, d) = (tenfold("A"), tenfold("B"), tenfold("C"), tenfold("D"));
    let (e, f, g, h) = (tenfold("E"), tenfold("G"), tenfold("H"), tenfold("I"));
    let forms: [(&str, &[&str]); 9] =
        [("F", &a), ("A", &b), ("B", &c), ("C", &d), ("D", &e), ("E", &f), ("G", &g), ("H", &h), ("I", &[])];
    let limit = MAX_OPERATIONS;
    assert_eq!(read(&pdf(&forms), &[]).err(), Some(Refusal::TooLarge { what: Measure::Operations, limit }));
}

#[test]
fn a_page_without_words_is_empty() {
    assert!(read(&pdf(&[("F", &[])]), &[]).expect("accepted").is_empty());
}

/// Lines of a page, 12 points high and 14 apart; a number of points before `|` sets a line in, `~` ends it early.
fn page(number: u32, texts: &[&str]) -> Vec<Line> {
    let line = |(index, text): (usize, &&str)| {
        let (indent, text) = text.split_once('|').unwrap_or(("0", text));
        let left = 85.0 + indent.parse::<f64>().expect("points");
        let (text, right) = match text.strip_suffix('~') {
            Some(text) => (text, 300.0),
            None => (text, 550.0),
        };
        let first = text.split(' ').next().unwrap_or_default();
        Line {
            page: number,
            left,
            right,
            y: 780.0 - 14.0 * index as f64,
            size: 12.0,
            text: text.to_owned(),
            looks: vec![Look::default(); text.chars().count()],
            places: vec![Place { x: left, y: 780.0, size: 12.0 }; text.chars().count()],
            first_word_width: first.chars().count() as f64 * 6.0,
            turn: 0,
            goes_on: false,
            is_added: false,
            column: None,
        }
    };
    texts.iter().enumerate().map(line).collect()
}

/// A page of these lines, as high as they need.
fn page_of(lines: Vec<Line>) -> Sheet {
    let bottom = lines.last().map_or(0.0, |line| line.y - 5.0);
    Sheet { page: lines[0].page, edges: (bottom, 815.0), lines, ..Sheet::default() }
}

fn texts(pages: Vec<Vec<Line>>) -> Vec<String> {
    let mut pages: Vec<Sheet> = pages.into_iter().map(page_of).collect();
    furniture::remove(&mut pages);
    let words = |block| match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => content[0].text.clone(),
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => String::new(),
    };
    paragraphs::read(pages, &[]).into_iter().map(words).collect()
}

#[test]
fn lines_join_over_pages_and_page_numbers_go() {
    let pages = vec![
        page(1, &["Жұмыс беруші кәсіподақпен", "бірлесіп шешеді.~", "Еңбекақы айына", "- 1 -~"]),
        page(2, &["екі рет төленеді.~", "1) бірінші;", "2) екінші.~", "- 2 -~"]),
    ];
    let expected = [
        "Жұмыс беруші кәсіподақпен бірлесіп шешеді.",
        "Еңбекақы айына екі рет төленеді.",
        "1) бірінші;",
        "2) екінші.",
    ];
    assert_eq!(texts(pages), expected);
}

/// The same, with the first line in the margin and apart from the others.
fn headed(number: u32, texts: &[&str]) -> Vec<Line> {
    let mut lines = page(number, texts);
    lines[0].y += 20.0;
    lines
}

#[test]
fn running_heads_go_and_numbers_in_tables_stay() {
    let pages = vec![
        headed(1, &["№ 54 мектеп~", "Мәтін басталады және", "5~"]),
        headed(2, &["№ 54 мектеп~", "жалғасады.~", "9~"]),
    ];
    assert_eq!(texts(pages), ["Мәтін басталады және 5", "жалғасады.", "9"]);
}

#[test]
fn running_heads_differ_on_odd_and_even_pages() {
    let head = |number: u32| if number.is_multiple_of(2) { "ЕРЕЖЕ~" } else { "№ 54 мектеп~" };
    let text = ["Бірінші сөз.~", "Екінші сөз.~", "Үшінші сөз.~", "Төртінші сөз.~"];
    let pages = (1..=4).map(|number| headed(number, &[head(number), text[number as usize - 1]]));
    assert_eq!(texts(pages.collect()), text.map(|line| line.trim_end_matches('~')));
}

#[test]
fn equal_points_at_the_end_of_pages_stay() {
    let last = "2. Ереже қол қойылған күннен бастап күшіне енеді.~";
    let pages = vec![page(1, &["1. Бірінші.~", last]), page(2, &["1. Екінші.~", last])];
    assert_eq!(texts(pages).iter().filter(|text| text.starts_with("2. ")).count(), 2);
}

#[test]
fn hyphens_stay_unless_the_word_is_written_without_one() {
    let pages = vec![page(
        1,
        &["санитарно-", "бытовыми помещениями и дого-", "вор, далее договор сто-", "рон, обозначенных~"],
    )];
    assert_eq!(
        texts(pages),
        ["санитарно-бытовыми помещениями и договор, далее договор сторон, обозначенных"]
    );
}

#[test]
fn words_that_a_program_parted_are_joined() {
    let mut lines = vec!["Социально-трудовые отношения сторон сто-", "ят на том, что бес-"];
    lines.extend(["платно и сто-", "рону не обре-", "меняя, и дого-", "вора не меняя, и вре-"]);
    lines.extend([
        "мени не теряя, а социально-",
        "трудовые и бы-",
        "товые, сторон жили-",
        "щные вопросы решают~",
    ]);
    let found = texts(vec![page(1, &lines)]);
    let expected = "Социально-трудовые отношения сторон стоят на том, что бесплатно и сторону не обременяя, и договора \
        не меняя, и времени не теряя, а социально-трудовые и бытовые, сторон жилищные вопросы решают";
    assert_eq!(found, [expected]);
}

#[test]
fn hints_to_part_words_go() {
    let pages = vec![page(1, &["кол\u{AD}лективный до\u{AD}", "говор, что\u{2010}", "бы и\u{AD}~"])];
    assert_eq!(texts(pages), ["коллективный договор, чтобы и"]);
}

#[test]
fn loud_lines_are_no_part_of_what_follows() {
    let pages = vec![page(
        1,
        &[
            "Глава 1. ПРАВА И ОБЯЗАННОСТИ",
            "СТОРОН ДОГОВОРА",
            "Стороны имеют равные права",
            "ОБЩИЕ ПОЛОЖЕНИЯ",
            "1. Первый пункт договора",
        ],
    )];
    let expected = [
        "Глава 1. ПРАВА И ОБЯЗАННОСТИ СТОРОН ДОГОВОРА",
        "Стороны имеют равные права",
        "ОБЩИЕ ПОЛОЖЕНИЯ",
        "1. Первый пункт договора",
    ];
    assert_eq!(texts(pages), expected);
}

#[test]
fn indents_begin_paragraphs() {
    let pages = vec![page(1, &["35|Первый абзац длинный", "и полный", "35|Второй абзац тоже", "полный"])];
    assert_eq!(texts(pages), ["Первый абзац длинный и полный", "Второй абзац тоже полный"]);
}

fn rule(along: Along, at: f64, from: f64, to: f64) -> Rule {
    Rule { along, at, from, to }
}

/// Words of one line, 5 points a character.
fn glyphs(x: f64, y: f64, text: &str) -> impl Iterator<Item = Glyph> {
    text.chars().enumerate().map(move |(index, character)| Glyph {
        x: x + 5.0 * index as f64,
        y,
        width: 5.0,
        size: 10.0,
        turn: 0,
        text: character.into(),
        look: Look::default(),
        is_slanting: false,
        is_pale: false,
        font: 0,
        code: None,
        is_added: false,
    })
}

/// A table of two columns and three rows, the first row one cell; each rule in two parts.
fn ruled() -> Vec<Rule> {
    let mut rules = Vec::new();
    for y in [700.0, 680.0, 660.0, 640.0] {
        rules.push(rule(Along::Lines, y, 100.0, 200.0));
        rules.push(rule(Along::Lines, y + 0.3, 201.0, 300.0));
    }
    for (x, top) in [(100.0, 700.0), (200.0, 680.0), (300.0, 700.0)] {
        rules.push(rule(Along::Columns, x, 660.0, top));
        rules.push(rule(Along::Columns, x, 640.0, 659.0));
    }
    rules
}

fn sheet(words: &[(f64, f64, &str)]) -> Sheet {
    let glyphs = words.iter().flat_map(|(x, y, text)| glyphs(*x, *y, text)).collect();
    lines::read(&Side { page: 1, glyphs, rules: ruled(), edges: (0.0, 842.0), ..Side::default() }, None)
}

#[test]
fn ruled_cells_make_a_table() {
    // Words of neighbouring cells stand so near that they would be one line.
    let words = [
        (110.0, 720.0, "before"),
        (150.0, 686.0, "title of both"),
        (105.0, 666.0, "teacher of maths x"),
        (203.0, 666.0, "120"),
        (105.0, 646.0, "cook"),
        (203.0, 646.0, "90"),
        (110.0, 620.0, "after"),
    ];
    let found = paragraphs::read(vec![sheet(&words)], &[]);
    let text: Vec<String> = found.iter().map(Block::to_text).collect();
    assert_eq!(text, ["before", "title of both\nteacher of maths x\t120\ncook\t90", "after"]);
    let Block::Table { rows } = &found[1] else { panic!("a table") };
    let columns: Vec<Vec<u16>> =
        rows.iter().map(|row| row.cells.iter().map(|cell| cell.columns).collect()).collect();
    assert_eq!(columns, [vec![2], vec![1, 1], vec![1, 1]]);
}

#[test]
fn doubtful_tables_stay_text() {
    // A line that crosses a rule, and words in one column alone.
    for words in [
        &[(105.0, 666.0, "a word-that-crosses-the-rule"), (250.0, 646.0, "90")][..],
        &[(105.0, 666.0, "only"), (105.0, 646.0, "framed")],
    ] {
        let sheet = sheet(words);
        assert!(sheet.tables.is_empty());
        assert_eq!(sheet.lines.len(), 2);
    }
    // A box around text has no inner rules.
    let frame: Vec<Rule> = ruled().into_iter().filter(|rule| rule.at != 200.0).collect();
    assert!(tables::grids(&frame).is_empty());
}

#[test]
fn a_table_goes_on_over_pages() {
    let page = |number, text| {
        let words = [(105.0, 666.0, text), (203.0, 666.0, "120")];
        let glyphs = words.iter().flat_map(|(x, y, text)| glyphs(*x, *y, text)).collect();
        lines::read(
            &Side { page: number, glyphs, rules: ruled(), edges: (0.0, 842.0), ..Side::default() },
            None,
        )
    };
    let found = paragraphs::read(vec![page(1, "first"), page(2, "second")], &[]);
    let text: Vec<String> = found.iter().map(Block::to_text).collect();
    assert_eq!(text, ["first\t120\nsecond\t120"]);
}

#[test]
fn a_row_goes_on_over_pages() {
    let page = |number, words: &[(f64, f64, &str)]| {
        let glyphs = words.iter().flat_map(|(x, y, text)| glyphs(*x, *y, text)).collect();
        lines::read(
            &Side { page: number, glyphs, rules: ruled(), edges: (0.0, 842.0), ..Side::default() },
            None,
        )
    };
    let text = |days: &str| -> Vec<String> {
        let first = page(1, &[(105.0, 666.0, "first"), (203.0, 666.0, "five")]);
        let second = page(2, &[(203.0, 666.0, days), (105.0, 646.0, "second"), (203.0, 646.0, "9")]);
        paragraphs::read(vec![first, second], &[]).iter().map(Block::to_text).collect()
    };
    assert_eq!(text("days"), ["first\tfive days\nsecond\t9"]);
    assert_eq!(text("Other"), ["first\tfive\n\tOther\nsecond\t9"]);
}

#[test]
fn a_repeated_head_of_a_table_stands_once() {
    let page = |number, text| {
        let words = [
            (105.0, 686.0, "post"),
            (105.0, 666.0, "who"),
            (203.0, 666.0, "days"),
            (105.0, 646.0, text),
            (203.0, 646.0, "9"),
        ];
        let glyphs = words.iter().flat_map(|(x, y, text)| glyphs(*x, *y, text)).collect();
        lines::read(
            &Side { page: number, glyphs, rules: ruled(), edges: (0.0, 842.0), ..Side::default() },
            None,
        )
    };
    let found = paragraphs::read(vec![page(1, "cook"), page(2, "guard")], &[]);
    let text: Vec<String> = found.iter().map(Block::to_text).collect();
    assert_eq!(text, ["post\nwho\tdays\ncook\t9\nguard\t9"]);
}
