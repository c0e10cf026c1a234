//! Raised, lowered and crossed-out words, and footnotes.

use super::file::{pages, words};
use super::read;
use crate::text::body::{Block, Body, Position, Span};

fn body(contents: &[String]) -> Body {
    read(&pages(contents), &[]).expect("accepted")
}

fn spans(body: &Body) -> Vec<Span> {
    let content = |block: &Block| match block {
        Block::Paragraph { content, .. } | Block::Heading { content, .. } => content.clone(),
        Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => Vec::new(),
    };
    body.blocks.iter().flat_map(content).collect()
}

#[test]
fn words_above_and_below_the_line_are_marked() {
    let content = [
        words(85.0, 700.0, 12.0, "Статья 19"),
        words(139.0, 704.0, 7.0, "1"),
        words(148.0, 700.0, 12.0, "тек СО"),
        words(184.0, 697.0, 7.0, "2"),
    ];
    let body = body(&[content.concat()]);
    assert_eq!(body.to_text().trim(), "Статья 19¹ тек СО₂");
    let marked: Vec<Position> = spans(&body).iter().map(|span| span.position).collect();
    assert_eq!(marked, [Position::OnLine, Position::Raised, Position::OnLine, Position::Lowered]);
}

#[test]
fn a_rule_through_words_crosses_them_out_and_one_below_does_not() {
    let line = words(85.0, 700.0, 12.0, "демалыс 42 56 күн");
    // The eighth to the tenth character, each 6 points wide.
    let struck = "0.6 w 133 703.5 m 145 703.5 l S\n".to_owned();
    let underline = "0.6 w 85 698.5 m 190 698.5 l S\n".to_owned();
    let body = body(&[[line, struck, underline].concat()]);
    assert_eq!(body.to_text().trim(), "демалыс ~~42~~ 56 күн");
}

#[test]
fn notes_leave_the_text_and_their_numbers_count_on() {
    let page = |text: &str, note: &str, rest: &str| {
        [
            words(85.0, 700.0, 11.0, text),
            words(85.0 + 5.5 * text.chars().count() as f64, 704.0, 6.0, "1"),
            words(90.0 + 5.5 * text.chars().count() as f64, 700.0, 11.0, rest),
            "85 95 m 230 95 l S\n".to_owned(),
            words(85.0, 86.0, 5.0, "1"),
            words(90.0, 82.0, 9.0, note),
        ]
        .concat()
    };
    let first =
        page("Осы шарт бойынша төленетін көмек мөлшері бір жыл", "Бірінші ескерту.", "ішінде тұрақты");
    let second = page("болады және өзгермейді. Екінші сөйлем осында ғой", "Екінші ескерту.", "бітеді.");
    let body = body(&[first, second]);
    let text = "Осы шарт бойынша төленетін көмек мөлшері бір жыл[1] ішінде тұрақты болады және өзгермейді. \
        Екінші сөйлем осында ғой[2] бітеді.\n[1] Бірінші ескерту.\n[2] Екінші ескерту.";
    assert_eq!(body.to_text().trim(), text);
}

#[test]
fn notes_as_large_as_the_text_stand_below_a_short_rule() {
    let content = |rule: &str| {
        let parts = [
            words(85.0, 700.0, 11.0, "Көмек бір жыл"),
            words(156.5, 704.0, 6.0, "1"),
            words(163.0, 700.0, 11.0, "бойы төленеді."),
            rule.to_owned(),
            words(85.0, 82.0, 11.0, "1 Ескерту сөздері."),
        ];
        [parts.concat()]
    };
    let noted = body(&content("85 110 m 200 110 l S\n"));
    assert_eq!(noted.to_text().trim(), "Көмек бір жыл[1] бойы төленеді.\n[1] Ескерту сөздері.");
    assert!(body(&content("")).notes.is_empty());
}

#[test]
fn small_lines_at_the_foot_without_a_mark_above_stay() {
    let content = [
        words(85.0, 700.0, 11.0, "Осы шарт бойынша төленетін көмек мөлшері бір жыл."),
        words(85.0, 86.0, 5.0, "1"),
        words(90.0, 82.0, 9.0, "Жалғыз ескерту."),
    ];
    let body = body(&[content.concat()]);
    assert!(body.notes.is_empty());
    assert!(body.to_text().contains("Жалғыз ескерту."));
}

#[test]
fn asterisks_are_signs_of_their_own() {
    let content = [
        words(85.0, 700.0, 11.0, "Осы шарт бойынша төленетін көмек мөлшері"),
        words(85.0 + 5.5 * 40.0, 704.0, 6.0, "*"),
        words(90.0 + 5.5 * 40.0, 700.0, 11.0, "бір жыл."),
        "85 95 m 230 95 l S\n".to_owned(),
        words(85.0, 86.0, 5.0, "**"),
        words(96.0, 82.0, 9.0, "Айлық көрсеткіш."),
    ];
    let body = body(&[content.concat()]);
    let text = "Осы шарт бойынша төленетін көмек мөлшері* бір жыл.\n* Айлық көрсеткіш.";
    assert_eq!(body.to_text().trim(), text);
    assert_eq!(body.notes[0].sign.as_deref(), Some("*"));
}
