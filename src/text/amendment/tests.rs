//! Additional agreements as schools write them.

use super::*;
use crate::text::outline;

/// A body of paragraphs, with headings and anchors as the reader gives them.
fn body(lines: &[&str]) -> Body {
    let paragraph = |line: &&str| Block::Paragraph {
        anchor: None,
        label: None,
        depth: 0,
        content: vec![Span::plain(*line)],
    };
    let mut body = Body { blocks: lines.iter().map(paragraph).collect(), ..Body::default() };
    outline::apply(&mut body.blocks);
    body
}

fn agreement() -> Body {
    body(&[
        "Коллективный договор",
        "Раздел 3. Время отдыха",
        "3.1. Отпуск предоставляется ежегодно.",
        "3.2. Отпуск составляет 24 календарных дня.",
        "Раздел 4. Оплата труда",
        "4.1. Доплата за классное руководство составляет 20 процентов.",
    ])
}

fn amending(title: &str, day: Option<Day>, lines: &[&str]) -> Amending {
    Amending { title: title.to_owned(), dated_on: day, body: body(lines) }
}

const RUSSIAN: &[&str] = &[
    "Дополнительное соглашение",
    "1. Пункт 3.2 изложить в следующей редакции:",
    "«3.2. Отпуск составляет 28 календарных дней.",
    "Отпуск не делится на части».",
    "2. В пункте 4.1 слова «20 процентов» заменить словами «30 процентов».",
    "3. Соглашение вступает в силу со дня подписания.",
];

const KAZAKH: &[&str] = &[
    "Қосымша келісім",
    "1. 3.2-тармақ мынадай редакцияда жазылсын:",
    "«3.2. Демалыс күнтізбелік 28 күнді құрайды».",
    "2. 4.1-тармақтағы «20 пайыз» деген сөздер «30 пайыз» деген сөздермен ауыстырылсын.",
];

#[test]
fn each_place_says_what_changes_it_and_the_text_stays() {
    let mut text = agreement();
    let before = text.clone();
    join(&mut text, Lang::Ru, &[amending("Дополнительное соглашение № 1", None, RUSSIAN)]);
    assert_eq!(text.own(), before.blocks);
    let changes = &text.amendments[0].changes;
    let found: Vec<(&str, &str, usize)> =
        changes.iter().map(|change| (change.at.as_str(), change.by.as_str(), change.words.len())).collect();
    assert_eq!(found, [("p-3-2", "am-1-p-1", 3), ("p-4-1", "am-1-p-2", 1)]);
    assert_eq!(changes[0].words[2], "Отпуск не делится на части».");
    assert!(text.to_text().contains("Отпуск составляет 24 календарных дня."));
    assert!(text.to_text().contains("3. Соглашение вступает в силу"));
}

#[test]
fn anchors_are_unique_and_joining_again_changes_nothing() {
    let mut text = agreement();
    let both = [
        amending("№ 1", Some(Day::constant(2026, 3, 5)), RUSSIAN),
        amending("№ 2", Some(Day::constant(2026, 9, 1)), &["1. Пункт 3.1 исключить."]),
    ];
    join(&mut text, Lang::Ru, &both);
    let mut anchors: Vec<&str> = text.blocks.iter().filter_map(Block::anchor).collect();
    let all = anchors.len();
    anchors.sort_unstable();
    anchors.dedup();
    assert_eq!(anchors.len(), all);
    let once = text.clone();
    join(&mut text, Lang::Ru, &both);
    assert_eq!(text, once);
    detach(&mut text);
    assert_eq!(text, agreement());
}

#[test]
fn a_corrected_heading_leaves_the_amendment_where_it_is() {
    let mut text = agreement();
    join(&mut text, Lang::Ru, &[amending("№ 1", None, RUSSIAN)]);
    let amended = text.blocks[text.own().len()..].to_vec();
    let key = outline::keys(&text)[2].clone().expect("a key");
    outline::correct(&mut text, &[outline::Correction { block: key, level: Some(3) }]);
    find_changes(&mut text);
    assert_eq!(text.blocks[text.own().len()..], amended);
    assert_eq!(text.amendments[0].changes.len(), 2);
}

#[test]
fn each_language_gets_its_own_amendment_or_the_only_one() {
    let day = Some(Day::constant(2026, 3, 5));
    let two = [amending("Қосымша келісім", day, KAZAKH), amending("Доп. соглашение", day, RUSSIAN)];
    let numbers = |lang: Lang, amending: &[Amending]| -> Vec<(u32, usize)> {
        let mut text = agreement();
        join(&mut text, lang, amending);
        text.amendments.iter().map(|one| (one.number, one.changes.len())).collect()
    };
    assert_eq!(numbers(Lang::Kk, &two), [(1, 2)]);
    assert_eq!(numbers(Lang::Ru, &two), [(2, 2)]);
    // Of another day, it is another agreement: who reads Kazakh must see it too.
    let later = [two[0].clone(), amending("Доп. соглашение", Some(Day::constant(2026, 9, 1)), RUSSIAN)];
    assert_eq!(numbers(Lang::Kk, &later), [(1, 2), (2, 2)]);
    assert_eq!(numbers(Lang::Kk, &two[1..]), [(1, 2)]);
}

#[test]
fn what_cannot_be_read_is_said() {
    let mut text = agreement();
    join(&mut text, Lang::Ru, &[amending("Скан", None, &[])]);
    assert!(!text.amendments[0].is_read);
    assert_eq!(text.blocks.last().and_then(Block::anchor), Some("am-1"));
    let found = crate::text::review::doubts(&[(Lang::Ru, &text)], None);
    assert!(found.iter().any(|doubt| doubt.kind.name() == "amendment_unread"), "{found:?}");
}
