//! Lines, paragraphs and attacks made here.

mod order;

use pdf_extract::content::{Content, Operation};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::glyphs::{Glyph, Page};
use super::lines::{Line, Sheet};
use super::rules::{Along, Rule};
use super::{furniture, lines, paragraphs, read, rules, tables};
use crate::text::body::{Block, Emphasis};
use crate::text::limits::{MAX_FORM_NESTING, MAX_OPERATIONS};
use crate::text::refusal::{Measure, Refusal};

/// A document of one page that plays form `F`; `forms` are the names that each form plays, and how often.
fn pdf(forms: &[(&str, &[&str])]) -> Vec<u8> {
    let mut document = Document::with_version("1.5");
    let ids: Vec<ObjectId> = forms.iter().map(|_| document.new_object_id()).collect();
    let mut names = Dictionary::new();
    for ((name, _), id) in forms.iter().zip(&ids) {
        names.set(*name, Object::Reference(*id));
    }
    let play = |names: &[&str]| {
        let operations =
            names.iter().map(|name| Operation::new("Do", vec![Object::Name(name.as_bytes().to_vec())]));
        Content { operations: operations.collect::<Vec<_>>() }.encode().expect("a content stream")
    };
    let resources = dictionary! { "XObject" => names };
    for ((_, plays), id) in forms.iter().zip(&ids) {
        let form = dictionary! { "Type" => "XObject", "Subtype" => "Form", "Resources" => resources.clone() };
        document.objects.insert(*id, Object::Stream(Stream::new(form, play(plays))));
    }
    let content = document.add_object(Stream::new(Dictionary::new(), play(&["F"])));
    let pages = document.new_object_id();
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content, "Resources" => resources,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory");
    bytes
}

#[test]
fn forms_that_play_themselves_are_refused() {
    let too_deep = Some(Refusal::TooDeep { limit: MAX_FORM_NESTING });
    assert_eq!(read(&pdf(&[("F", &["F"])])).err(), too_deep);
    assert_eq!(read(&pdf(&[("F", &["G"]), ("G", &["F"])])).err(), too_deep);
}

#[test]
fn forms_that_play_each_other_a_million_times_are_refused() {
    let tenfold = |name| [name; 10];
    let (a, b, c, d) = (tenfold("A"), tenfold("B"), tenfold("C"), tenfold("D"));
    let (e, f, g, h) = (tenfold("E"), tenfold("G"), tenfold("H"), tenfold("I"));
    let forms: [(&str, &[&str]); 9] =
        [("F", &a), ("A", &b), ("B", &c), ("C", &d), ("D", &e), ("E", &f), ("G", &g), ("H", &h), ("I", &[])];
    let limit = MAX_OPERATIONS;
    assert_eq!(read(&pdf(&forms)).err(), Some(Refusal::TooLarge { what: Measure::Operations, limit }));
}

#[test]
fn a_page_without_words_is_a_scan() {
    assert!(read(&pdf(&[("F", &[])])).expect("accepted").is_empty());
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
            looks: vec![Emphasis::Plain; text.chars().count()],
            first_word_width: first.chars().count() as f64 * 6.0,
            turn: 0,
        }
    };
    texts.iter().enumerate().map(line).collect()
}

fn texts(pages: Vec<Vec<Line>>) -> Vec<String> {
    let sheet = |lines| Sheet { lines, tables: Vec::new() };
    let mut pages: Vec<Sheet> = pages.into_iter().map(sheet).collect();
    furniture::remove(&mut pages);
    let words = |block| match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => content[0].text.clone(),
        Block::Table { .. } | Block::Picture => String::new(),
    };
    paragraphs::read(pages).into_iter().map(words).collect()
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

#[test]
fn running_heads_go_and_numbers_in_tables_stay() {
    let pages = vec![
        page(1, &["№ 54 мектеп~", "Мәтін басталады және", "5~"]),
        page(2, &["№ 54 мектеп~", "жалғасады.~", "9~"]),
    ];
    assert_eq!(texts(pages), ["Мәтін басталады және 5", "жалғасады.", "9"]);
}

#[test]
fn hyphens_stay_unless_the_word_is_written_without_one() {
    let pages = vec![page(
        1,
        &["санитарно-", "бытовыми помещениями и дого-", "вор, далее договор сто-", "рон, обозначенных~"],
    )];
    assert_eq!(
        texts(pages),
        ["санитарно-бытовыми помещениями и договор, далее договор сто-рон, обозначенных"]
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
fn indents_begin_paragraphs() {
    let pages = vec![page(1, &["35|Первый абзац длинный", "и полный", "35|Второй абзац тоже", "полный"])];
    assert_eq!(texts(pages), ["Первый абзац длинный и полный", "Второй абзац тоже полный"]);
}

#[test]
fn ranges_of_widths_are_spelled_out() {
    let mut document = Document::with_version("1.5");
    let widths: Object = vec![1.into(), vec![10.into()].into(), 5.into(), 7.into(), 20.into()].into();
    let id = document.add_object(dictionary! {
        "Subtype" => "CIDFontType2", "BaseFont" => "ABCDEF+PTSans-Bold", "W" => widths
    });
    super::fonts::prepare(&mut document);
    // The width of a bold font carries a quarter.
    let real = |width: f32| Object::Real(width);
    let spelled: Object =
        vec![1.into(), vec![real(10.25)].into(), 5.into(), vec![real(20.25); 3].into()].into();
    let font = document.get_dictionary(id).expect("the font");
    assert_eq!(font.get(b"W").expect("its widths"), &spelled);
    assert_eq!(super::fonts::look(0.020_25), Emphasis::Bold);
    assert_eq!(super::fonts::look(0.020), Emphasis::Plain);
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
        look: Emphasis::Plain,
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
    lines::read(&Page { number: 1, glyphs }, &tables::grids(&ruled()))
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
    let found = paragraphs::read(vec![sheet(&words)]);
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
        lines::read(&Page { number, glyphs }, &tables::grids(&ruled()))
    };
    let found = paragraphs::read(vec![page(1, "first"), page(2, "second")]);
    let text: Vec<String> = found.iter().map(Block::to_text).collect();
    assert_eq!(text, ["first\t120\nsecond\t120"]);
}

#[test]
fn rules_are_read_however_they_are_drawn() {
    let content = "q 2 0 0 2 10 20 cm 0 0 50 0.2 re f* Q 5 5 m 5 60 l S \
        100 100 m 200 100 l 200 100.5 l 100 100.5 l h f 0 0 30 30 re f 0 0 1 1 re S 7 7 m 9 9 70 7 70 70 c S";
    let mut document = Document::with_version("1.5");
    let content = document.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let pages = document.new_object_id();
    let page =
        document.add_object(dictionary! { "Type" => "Page", "Parent" => pages, "Contents" => content });
    let tree = dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 };
    document.objects.insert(pages, Object::Dictionary(tree));
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", catalog);
    let found = rules::read(&document).remove(&1).expect("a page");
    let rounded: Vec<Rule> =
        found.into_iter().map(|rule| Rule { at: (rule.at * 10.0).round() / 10.0, ..rule }).collect();
    let expected = [
        rule(Along::Lines, 20.2, 10.0, 110.0),
        rule(Along::Columns, 5.0, 5.0, 60.0),
        rule(Along::Lines, 100.3, 100.0, 200.0),
    ];
    assert_eq!(rounded, expected);
}
