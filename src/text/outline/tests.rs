//! Headings and anchors of lines as laws and agreements write them.

use super::apply;
use crate::text::body::{Block, Emphasis, Span};

fn outline(lines: &[&str]) -> Vec<(u8, Option<String>)> {
    let paragraph = |line: &&str| {
        let bold = line.strip_prefix("**");
        let emphasis = if bold.is_some() { Emphasis::Bold } else { Emphasis::Plain };
        let content = vec![Span { text: bold.unwrap_or(line).to_owned(), emphasis, ..Span::default() }];
        Block::Paragraph { anchor: None, label: None, depth: 0, content }
    };
    let mut blocks: Vec<Block> = lines.iter().map(paragraph).collect();
    apply(&mut blocks);
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Heading { level, anchor, .. } => (level, anchor),
            Block::Paragraph { anchor, .. } => (0, anchor),
            Block::Table { .. } | Block::Picture | Block::ScannedPage(_) => (0, None),
        })
        .collect()
}

fn anchors(lines: &[&str]) -> Vec<String> {
    outline(lines).into_iter().map(|(_, anchor)| anchor.unwrap_or_default()).collect()
}

#[test]
fn kazakh_and_russian_share_their_anchors() {
    let kk = [
        "БІРІНШІ БӨЛІМ. ЖАЛПЫ",
        "1-тарау. Негіздер",
        "3-1-бап. Ұғымдар",
        "1. Осы Заң",
        "1) бір;",
        "2. Екі",
        "1-қосымша",
    ];
    let ru = [
        "РАЗДЕЛ 1. ОБЩИЙ",
        "Глава 1. Основы",
        "Статья 3-1. Понятия",
        "1. Закон",
        "1) раз;",
        "2. Два",
        "Приложение 1",
    ];
    let expected = ["sec-1", "ch-1", "art-3-1", "art-3-1-p-1", "art-3-1-p-1-s-1", "art-3-1-p-2", "app-1"];
    assert_eq!(anchors(&kk), expected);
    assert_eq!(anchors(&ru), expected);
}

#[test]
fn numbers_are_read_in_every_writing() {
    for (line, expected) in [
        ("І бөлім", "sec-1"),
        ("II-БӨЛІМ", "sec-2"),
        ("Раздел IV", "sec-4"),
        ("Раздел второй", "sec-2"),
        ("ОН ЕКІНШІ БӨЛІМ", "sec-12"),
        ("Он бiрiншi бөлiм", "sec-11"),
        ("2 тарау. Құқықтар", "ch-2"),
        ("2‑тарау. Құқықтар", "ch-2"),
        ("12-бап Жалпы ережелер", "art-12"),
        ("12-бaп. Мақсат", "art-12"),
        ("Статья 3¹. Понятия", "art-3-1"),
        ("Статья\u{A0}158", "art-158"),
        ("§ 2. Порядок", "par-2"),
        ("2-параграф. Тәртіп", "par-2"),
        ("Article 5. Terms", "art-5"),
        ("Приложение № 2\nк Правилам", "app-2"),
        ("Ұжымдық шартқа 3-қосымша", "app-3"),
        ("Приложение", "app"),
        ("Қосымша", "app"),
        ("ҚОСЫМША", "app"),
        ("Қосымша № 2", "app-2"),
        ("2-қосымша\nҚағидаларға", "app-2"),
        ("Приложение к Коллективному договору", "app"),
        ("Приложение 3 к Правилам", "app-3"),
        ("Приложение 4 (обязательное)", "app-4"),
        ("1-бөлім", "sec-1"),
        ("РАЗДЕЛ I. ОБЩИЕ ПОЛОЖЕНИЯ", "sec-1"),
        ("Глава 12-1. Особенности", "ch-12-1"),
        ("Бірінші тарау. Жалпы", "ch-1"),
    ] {
        let found = outline(&[line]);
        assert_eq!(found, [(2, Some(expected.to_owned()))], "{line}");
    }
}

#[test]
fn sentences_are_no_headings() {
    for line in [
        "Статья 5 настоящего Закона применяется.",
        "2-баптың 1-тармағы алып тасталсын.",
        "Глава 2 исключена Законом.",
        "Сноска. Статья 1 с изменением.",
        "Ескерту. 1-бапқа өзгеріс енгізілді.",
        "01.09.2025 жылғы шешім",
        "2025. Жыл",
        "12.05 сағатта",
        "5-кесте",
        "Қосымша демалыс берiледi",
        "**Қосымша ақпарат",
        "ҚОСЫМША ТӨЛЕМДЕР",
        "Қосымша: демалыс күндері",
        "Қосымшалар",
        "Қосымша 5 күн беріледі",
        "5-қосымша демалыс күні",
        "Приложение усилий",
        "Пункт 1 исключить.",
        "2-тармақта көзделген",
        "1-тармағы алып тасталсын",
        "Подпункт 3 пункта 2 изложить",
        "**ДИРЕКТОР ШКОЛЫ ________ И.И. ИВАНОВ",
        "**Х. АХМЕТОВ",
        "**I. ОМАРОВ",
        "**ҚОЛ ҚОЙҒАНДАР:",
        "Глава 1. Общие положения\t5",
        "Статья 1. Понятия ........ 12",
    ] {
        assert_eq!(outline(&[line]), [(0, None)], "{line}");
    }
}

#[test]
fn agreements_number_their_sections_and_points() {
    let lines = [
        "**1. Общие положения",
        "1.1. Договор",
        "1) раз;",
        "1.2 Стороны",
        "2. ОПЛАТА ТРУДА",
        "2.1. Оклад",
        "2.1.1. Срок",
    ];
    let expected = ["sec-1", "p-1-1", "p-1-1-s-1", "p-1-2", "sec-2", "p-2-1", "p-2-1-1"];
    assert_eq!(anchors(&lines), expected);
    assert_eq!(outline(&lines)[4].0, 2);
}

#[test]
fn points_are_known_by_their_names() {
    let ru = ["Статья 1. Цель", "Пункт 1. Закон", "Подпункт 1. Раз", "подпункт 2)", "Пункт 2."];
    let kk = ["1-бап. Мақсат", "1-тармақ. Заң", "1-тармақша. Бір", "2) тармақша", "2 тармақ"];
    let expected = ["art-1", "art-1-p-1", "art-1-p-1-s-1", "art-1-p-1-s-2", "art-1-p-2"];
    assert_eq!(anchors(&ru), expected);
    assert_eq!(anchors(&kk), expected);
}

#[test]
fn roman_numbers_make_headings_only_in_a_run() {
    let lines = ["**I. Общее", "Слова", "**II. Труд", "**Х. АХМЕТОВ", "**III. Отдых", "**I. ОМАРОВ"];
    assert_eq!(anchors(&lines), ["sec-1", "", "sec-2", "", "sec-3", ""]);
}

#[test]
fn bold_lines_with_a_full_stop_are_headings_where_points_or_words_follow() {
    let levels = |lines: &[&str]| -> Vec<u8> { outline(lines).into_iter().map(|(level, _)| level).collect() };
    let points = ["**1. Общие положения.", "1.1. Раз.", "1.2. Два.", "**2. Оплата труда.", "2.1. Три."];
    assert_eq!(levels(&points), [2, 0, 0, 2, 0]);
    assert_eq!(anchors(&points), ["sec-1", "p-1-1", "p-1-2", "sec-2", "p-2-1"]);
    assert_eq!(levels(&["**1. Общее.", "Слова", "**2. Отдых.", "Слова"]), [2, 0, 2, 0]);
    assert_eq!(levels(&["**I. Общее.", "Слова", "**II. Отдых.", "Слова"]), [2, 0, 2, 0]);
    for points in [
        &["**1. Создать комиссию.", "**2. Назначить ответственных.", "**3. Контроль оставляю за собой."][..],
        &["**1. Создать комиссию. Срок – неделя.", "1.1. Раз", "**2. Назначить.", "Слова"],
        &["**1. Создать комиссию.", "Слова"],
        &["Статья 1. Цель", "**1. Важно.", "1.1. Раз"],
    ] {
        assert!(
            !levels(points)[1..].contains(&2) && outline(points)[0].1.as_deref() != Some("sec-1"),
            "{points:?}"
        );
    }
}

#[test]
fn lines_of_capitals_with_words_under_them_are_headings() {
    let levels = |lines: &[&str]| -> Vec<u8> { outline(lines).into_iter().map(|(level, _)| level).collect() };
    let words = "Кәсіподақ білім беру қызметкерлерін біріктіреді және қорғайды.";
    assert_eq!(levels(&["ЖАРҒЫ", "ЖАЛПЫ ЕРЕЖЕЛЕР", words, "МҮШЕЛЕР", words]), [1, 2, 0, 2, 0]);
    for lines in [
        &["ХАБАРЛАМА", words][..],
        &["ДИРЕКТОР ШКОЛЫ", words, "ПРЕДСЕДАТЕЛЬ ПРОФКОМА", words],
        &["УТВЕРЖДАЮ", words, "СОГЛАСОВАНО", words],
        &["АТЫ-ЖӨНІ", "________", "МЕКЕНЖАЙЫ", "________"],
        &["СРОЧНО!", words, "ВАЖНО:", words],
    ] {
        assert_eq!(levels(lines).iter().max(), Some(&0), "{lines:?}");
    }
}

#[test]
fn signatures_are_no_titles() {
    let is_title = |text: &str| super::is_title(&[Span::plain(text)]);
    for text in
        ["ДИРЕКТОР ________ ИВАНОВ", "ИВАНОВ И.И.", "Б. ОМАРОВ", "ДИРЕКТОР Б.О.ОМАРОВ", "И. И. ИВАНОВ"]
    {
        assert!(!is_title(text), "{text}");
    }
    for text in
        ["ҰЖЫМДЫҚ ШАРТ", "А. БАЙТҰРСЫНҰЛЫ АТЫНДАҒЫ МЕКТЕП", "УСТАВ ПРОФСОЮЗА 2026 Г. АСТАНЫ И ОБЛАСТИ"]
    {
        assert!(is_title(text), "{text}");
    }
}

#[test]
fn bold_points_of_articles_stay_points() {
    assert_eq!(outline(&["Статья 1. Цель", "**1. Важно"])[1], (0, Some("art-1-p-1".to_owned())));
}

#[test]
fn repeated_numbers_are_told_apart_by_what_is_above() {
    let lines = ["Раздел 1", "1. Раз", "Раздел 2", "1. Два", "1. Три", "Приложение 1", "1. Четыре"];
    let expected = ["sec-1", "p-1", "sec-2", "sec-2-p-1", "sec-2-p-1-x2", "app-1", "app-1-p-1"];
    assert_eq!(anchors(&lines), expected);
}

#[test]
fn words_keep_their_letters() {
    let mut blocks = vec![Block::Paragraph {
        anchor: None,
        label: Some("1-тарау.".to_owned()),
        depth: 1,
        content: vec![Span::plain("Кəсiптiк")],
    }];
    apply(&mut blocks);
    let expected = Block::Heading {
        level: 2,
        anchor: Some("ch-1".to_owned()),
        label: Some("1-тарау.".to_owned()),
        content: vec![Span::plain("Кəсiптiк")],
    };
    assert_eq!(blocks, [expected]);
}
