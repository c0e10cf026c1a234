//! Letters of a second font, in each order in which programs draw them.

use super::file::File;
use super::{Glyph, Line, Look, Side, glyphs, lines, read};
use crate::text::body::Emphasis;

/// What the first font lacks.
const LACKING: &str = "әғқңөұүһ";

/// Widths of a character of both fonts and of a space, in thousandths of the size.
const WIDTHS: [f64; 3] = [500.0, 560.0, 250.0];

/// Words of one line; the letters that are lacking are a little larger and not quite on the same base line.
fn pieces(text: &str, x: f64, y: f64) -> Vec<(usize, f64, f64, String)> {
    let mut pieces: Vec<(usize, f64, f64, String)> = Vec::new();
    let mut at = x;
    for character in text.chars() {
        let font = usize::from(LACKING.contains(character));
        match pieces.last_mut() {
            Some((last, .., text)) if *last == font => text.push(character),
            _ => pieces.push((font, at, y + 0.2 * font as f64, character.into())),
        }
        let size = [12.0, 12.4][font];
        at += size * if character == ' ' { WIDTHS[2] } else { WIDTHS[font] } / 1000.0;
    }
    pieces
}

/// A document of one page that draws pieces in this order; a character's code is its place among those of the text.
fn pdf(pieces: &[(usize, f64, f64, String)]) -> Vec<u8> {
    let mut characters: Vec<char> = pieces.iter().flat_map(|piece| piece.3.chars()).collect();
    characters.sort_unstable();
    characters.dedup();
    let codes = 1..=characters.len();
    let map: String =
        codes.clone().map(|code| format!("<{code:02X}> <{:04X}> ", characters[code - 1] as u32)).collect();
    let map = format!(
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange {} beginbfchar {map} endbfchar endcmap",
        characters.len()
    );
    let mut file = File::new();
    let map = file.stream("", map);
    let mut font = |font: usize| {
        let width = |code: usize| WIDTHS[if characters[code - 1] == ' ' { 2 } else { font }];
        let widths: String = codes.clone().map(|code| format!("{} ", width(code))).collect();
        let (name, count) = (["First", "Second"][font], characters.len());
        file.object(format!(
            "<</Type /Font /Subtype /TrueType /BaseFont /{name} /ToUnicode {map} 0 R /FirstChar 1 \
             /LastChar {count} /Widths [{widths}]>>"
        ))
    };
    let fonts = [font(0), font(1)];
    let draw = |(font, x, y, text): &(usize, f64, f64, String)| {
        let code =
            |character| characters.iter().position(|known| *known == character).unwrap_or_default() + 1;
        let codes: String = text.chars().map(|character| format!("{:02X}", code(character))).collect();
        format!("BT /F{font} {} Tf 1 0 0 1 {x:.2} {y:.2} Tm <{codes}> Tj ET\n", ["12", "12.4"][*font])
    };
    let content: String = pieces.iter().map(draw).collect();
    let resources = format!("/Font <</F0 {} 0 R /F1 {} 0 R>>", fonts[0], fonts[1]);
    let page = file.page(&resources, &content, "");
    file.bytes(&[page], "")
}

#[test]
fn letters_of_a_second_font_stand_in_their_words_in_whichever_order_they_are_drawn() {
    let texts = [
        "кәсіподақ ұйымының ережесі",
        "шарт жасалды",
        "ұқ үш күн, әр өңір ө ә сөзң",
        "айына екі рет төленеді",
    ];
    let rows: Vec<_> =
        texts.iter().enumerate().map(|(row, text)| pieces(text, 85.0, 780.0 - 40.0 * row as f64)).collect();
    let in_place = rows.concat();
    let fonts = |row: &[(usize, f64, f64, String)]| -> [Vec<(usize, f64, f64, String)>; 2] {
        [0, 1].map(|font| row.iter().filter(|piece| piece.0 == font).cloned().collect())
    };
    let by_line: Vec<_> = rows.iter().flat_map(|row| fonts(row).concat()).collect();
    let [first, second] = fonts(&in_place);
    let backwards: Vec<_> = first.iter().chain(second.iter().rev()).cloned().collect();
    let orders =
        [in_place, by_line, [first.clone(), second.clone()].concat(), backwards, [second, first].concat()];
    for (order, pieces) in orders.iter().enumerate() {
        let body = read(&pdf(pieces), &[]).expect("accepted");
        let lines: Vec<String> = body.to_text().lines().map(str::to_owned).collect();
        assert_eq!(lines, texts, "order {order}");
    }
}

fn side(glyphs: Vec<Glyph>) -> Side {
    Side { page: 1, glyphs, ..Side::default() }
}

/// The lines of a page on which words are drawn in this order.
fn texts(words: Vec<Glyph>) -> Vec<String> {
    let sheet = lines::read(&side(words), None);
    sheet.lines.into_iter().map(|line| line.text).collect()
}

fn drawn(words: &[(f64, f64, &str)]) -> Vec<Glyph> {
    words.iter().flat_map(|(x, y, text)| glyphs(*x, *y, text)).collect()
}

#[test]
fn a_word_of_the_second_font_alone_has_spaces_around_it() {
    // No spaces are drawn: 3 points between words.
    let words = [(100.0, 700.0, "one"), (128.0, 700.0, "three"), (118.0, 700.0, "ә")];
    assert_eq!(texts(drawn(&words)), ["one ә three"]);
}

#[test]
fn letters_join_their_column_when_they_are_drawn_over_all_columns() {
    // Letters of both columns are drawn last, row by row.
    let words = [
        (100.0, 700.0, "o_e two"),
        (100.0, 680.0, "thr_e"),
        (300.0, 700.0, "f_ur five"),
        (300.0, 680.0, "s_x"),
        (105.0, 700.0, "ә"),
        (305.0, 700.0, "ө"),
        (115.0, 680.0, "ү"),
        (305.0, 680.0, "і"),
    ];
    let page: Vec<Glyph> = drawn(&words).into_iter().filter(|glyph| glyph.text != "_").collect();
    assert_eq!(texts(page), ["oәe two", "thrүe", "fөur five", "sіx"]);
}

#[test]
fn cells_that_are_drawn_by_columns_stay_apart() {
    let words = [
        (100.0, 700.0, "teacher "),
        (100.0, 680.0, "cook"),
        (200.0, 700.0, "56"),
        (200.0, 680.0, "30"),
        (148.0, 700.0, "of maths"),
        (150.0, 680.0, "of soup"),
    ];
    let table = &lines::read(&side(drawn(&words)), None).tables[0];
    let cells = |row: &Vec<(u16, Vec<Line>)>| row.iter().map(|(_, lines)| lines[0].text.clone()).collect();
    let rows: Vec<Vec<String>> = table.rows.iter().map(cells).collect();
    assert_eq!(rows, [["teacher", "of maths", "56"], ["cook", "of soup", "30"]]);
}

#[test]
fn raised_numbers_stay_where_they_are() {
    let raised = |x: f64, text: &str| {
        glyphs(x, 704.0, text).map(|glyph| Glyph { size: 5.8, width: 2.0, ..glyph }).collect::<Vec<_>>()
    };
    let mut page = drawn(&[(100.0, 700.0, "area")]);
    page.extend(raised(120.0, "2"));
    page.extend(drawn(&[(122.0, 700.0, ", pay")]));
    page.extend(raised(147.5, "3"));
    page.extend(drawn(&[(151.0, 700.0, ".")]));
    assert_eq!(texts(page), ["area2, pay3."]);
}

#[test]
fn what_is_drawn_twice_to_look_bold_stays_as_it_was() {
    let bold = |text: &str| -> Vec<Glyph> {
        let twice = |glyph: Glyph| [Glyph { text: glyph.text.clone(), x: glyph.x + 0.3, ..glyph }, glyph];
        glyphs(100.0, 700.0, text).flat_map(twice).collect()
    };
    assert_eq!(texts(bold("bold")), ["bold"]);
    // A letter that is lacking, each drawn twice.
    let (lacking, mut page): (Vec<_>, Vec<_>) = bold("bәld").into_iter().partition(|glyph| glyph.text == "ә");
    page.extend(lacking);
    assert_eq!(texts(page), ["bәld"]);
    // Whole words drawn a second time are words of their own, and not part of the first.
    let words =
        [(100.0, 700.0, "two"), (118.0, 700.0, "words"), (100.3, 700.0, "two"), (118.3, 700.0, "words")];
    assert_eq!(texts(drawn(&words)), ["two words", "two words"]);
}

#[test]
fn a_letter_keeps_its_own_look() {
    let mut page = drawn(&[(100.0, 700.0, "b"), (110.0, 700.0, "ld")]);
    page.extend(glyphs(105.0, 700.0, "ә").map(|glyph| Glyph { look: Emphasis::Bold.into(), ..glyph }));
    let sheet = lines::read(&side(page), None);
    let plain = Look::default();
    assert_eq!(sheet.lines[0].looks, [plain, Emphasis::Bold.into(), plain, plain]);
}
