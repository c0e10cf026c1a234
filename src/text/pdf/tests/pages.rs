//! Pages as a whole: without words, written sideways, in columns and in tables without rules.

use super::file::{CHARACTERS, File, pages, words};
use super::read;
use crate::text::body::{Block, Body, ScannedPage, Warning};
use crate::text::recognition::{PageWords, RecognisedPage, RecognisedWord, Words};

fn body(contents: &[String]) -> Body {
    read(&pages(contents), &[]).expect("accepted")
}

const PICTURE: &str = "q 595 0 0 842 0 0 cm /P Do Q\n";

fn lines(body: &Body) -> Vec<String> {
    body.to_text().lines().map(str::to_owned).collect()
}

/// Six lines of words, all different.
fn text() -> String {
    let line = |at: usize| {
        words(
            85.0,
            700.0 - 15.0 * at as f64,
            11.0,
            &format!("{at} жолда осы шарттың барлық ережелері толық жазылған сөздер"),
        )
    };
    (1..=6).map(line).collect()
}

#[test]
fn a_typed_cover_does_not_pass_for_scanned_pages() {
    let body = body(&[text(), PICTURE.to_owned(), PICTURE.to_owned()]);
    assert_eq!(body.warnings, [Warning::PagesWithoutWords { pages: vec![2, 3], of: 3 }]);
    assert!(!body.is_empty());
}

#[test]
fn stamps_on_a_scan_are_no_text() {
    let stamped = [PICTURE.to_owned(), words(85.0, 30.0, 8.0, "Құжат қол қойылған № 125")].concat();
    let body = body(&[stamped.clone(), stamped]);
    assert_eq!(body.warnings, [Warning::PagesWithoutWords { pages: vec![1, 2], of: 2 }]);
    assert!(body.is_empty());
}

#[test]
fn a_background_under_a_page_of_words_is_no_doubt() {
    let body = body(&[[PICTURE.to_owned(), text()].concat(), String::new()]);
    assert_eq!(body.warnings, []);
}

#[test]
fn a_letterhead_behind_few_words_is_no_scan() {
    let last = [PICTURE.to_owned(), words(85.0, 700.0, 11.0, "Соңғы беттің сөздері.")].concat();
    assert_eq!(body(&[[PICTURE.to_owned(), text()].concat(), last.clone()]).warnings, []);
    // Alone, nobody knows what the picture says.
    assert_eq!(body(&[last]).warnings, [Warning::PagesWithoutWords { pages: vec![1], of: 1 }]);
}

#[test]
fn letters_that_are_drawings_are_no_words() {
    let letter = |at: usize| {
        let (x, y) = (85 + at % 40 * 10, 700 - at / 40 * 15);
        format!("{x} {y} m {x} {} {} {} {} {y} c f\n", y + 8, x + 6, y + 8, x + 6)
    };
    let body = body(&[(0..200).map(letter).collect()]);
    assert_eq!(body.warnings, [Warning::PagesWithoutWords { pages: vec![1], of: 1 }]);
}

#[test]
fn invisible_words_over_a_picture_are_recognised_ones() {
    let body = body(&[[PICTURE.to_owned(), format!("3 Tr\n{}", text())].concat()]);
    assert_eq!(body.warnings, [Warning::RecognisedWords { pages: vec![1] }]);
    // The picture decides, so it stands before them.
    assert!(matches!(body.blocks[0], Block::ScannedPage(ScannedPage { number: 1, of: 1, .. })));
    assert!(lines(&body)[0].starts_with("1 жолда осы шарттың"));
}

#[test]
fn a_poor_layer_is_told_and_gives_way_to_what_is_recognised_anew() {
    let poor = "1.2. Ш арт барп3қ қызметқер2ге кол да ныл ады шартт5ң";
    let line = |at: usize| words(85.0, 700.0 - 15.0 * at as f64, 11.0, poor);
    let layer: String = (1..=6).map(line).collect();
    let file = pages(&[[PICTURE.to_owned(), format!("3 Tr\n{layer}")].concat()]);
    let of_page = || vec![1];
    let told = read(&file, &[]).expect("accepted");
    let recognised = Warning::RecognisedWords { pages: of_page() };
    assert_eq!(told.warnings, [recognised.clone(), Warning::PoorWords { pages: of_page() }]);
    assert!(told.to_text().contains("барп3қ"), "nothing better is known");
    let known = |text: &str, is_checked| {
        let word = |(at, text): (usize, &str)| RecognisedWord {
            text: text.to_owned(),
            left: 300 + 200 * u32::try_from(at).expect("a number"),
            top: 400,
            width: 180,
            height: 40,
            confidence: 90,
        };
        let lines = vec![text.split(' ').enumerate().map(word).collect()];
        let words =
            Words::Recognised(RecognisedPage { width: 2_480, height: 3_508, lines, rules: Vec::new() });
        read(&file, &[PageWords { page: 1, words, is_checked }]).expect("accepted")
    };
    let good = "Шарт барлық қызметкерге үш жылға бірдей толық қолданылады";
    let replaced = known(good, false);
    assert_eq!(replaced.to_text().trim(), good);
    assert_eq!(replaced.warnings, [recognised.clone(), Warning::ReplacedWords { pages: of_page() }]);
    assert_eq!(known(good, true).warnings, [], "a person compared it");
    let worse = known("Ш4рт ба8лық кызм5тк3рге ү4 жы2ға бі6дей т8лық қо6даны5ады", false);
    assert!(worse.to_text().contains("барп3қ"), "what is no better stays away");
    assert_eq!(worse.warnings, told.warnings);
}

#[test]
fn columns_drawn_row_by_row_are_read_one_after_the_other() {
    let left = [
        "Жұмыс беруші қызметкерге",
        "қауіпсіз еңбек жағдайын",
        "жасайды және құралдармен",
        "қамтамасыз етеді.",
    ];
    let right = [
        "Работодатель даёт рабочим",
        "безопасные условия труда",
        "и выдаёт все средства",
        "защиты по нормам.",
    ];
    let right = right.map(|line| line.replace('ё', "е"));
    let row = |at: usize| {
        let y = 700.0 - 14.0 * at as f64;
        [words(60.0, y, 10.0, left[at]), words(315.0, y, 10.0, &right[at])].concat()
    };
    let by_rows: String = (0..4).map(row).collect();
    let column = |x: f64, lines: &[&str]| -> String {
        (0..).zip(lines).map(|(at, line)| words(x, 700.0 - 14.0 * f64::from(at), 10.0, line)).collect()
    };
    let right_lines: Vec<&str> = right.iter().map(String::as_str).collect();
    let by_columns = [column(60.0, &left), column(315.0, &right_lines)].concat();
    for content in [by_rows, by_columns] {
        assert_eq!(lines(&body(&[content])), [left.join(" "), right.join(" ")]);
    }
}

#[test]
fn aligned_cells_without_rules_make_a_table() {
    let rows = [
        ["Қосымша төлем", "Мөлшері", "Негізі"],
        ["Сынып жетекшілігі", "25 %", "№ 1193 қаулы"],
        ["Дәптер тексеру", "20 %", "№ 1193 қаулы"],
        ["Кабинет", "15 %", "Бұйрық"],
    ];
    let cells = |bands: bool| -> String {
        let row = |(at, row): (u8, &[&str; 3])| {
            let y = 700.0 - 18.0 * f64::from(at);
            let band = format!("0.9 g 80 {} 400 18 re f 0 g\n", y - 5.0);
            let [a, b, c] = row;
            let words =
                [words(85.0, y, 10.0, a), words(270.0, y, 10.0, b), words(380.0, y, 10.0, c)].concat();
            if bands { band + &words } else { words }
        };
        (0..).zip(&rows).map(row).collect()
    };
    for bands in [false, true] {
        let content = [
            words(85.0, 740.0, 11.0, "1 қосымша"),
            cells(bands),
            words(85.0, 600.0, 11.0, "Соңғы сөйлем бүкіл жолды алады және бағандарды кесіп өтеді."),
        ];
        let body = body(&[content.concat()]);
        let [_, Block::Table { rows: found }, _] = body.blocks.as_slice() else { panic!("{body:#?}") };
        let found: Vec<String> = found.iter().map(|row| row.to_text()).collect();
        assert_eq!(found, rows.map(|row| row.join("\t")));
    }
}

#[test]
fn numbers_of_a_list_are_no_column() {
    let row = |at: u8| {
        let y = 700.0 - 15.0 * f64::from(at);
        [words(85.0, y, 11.0, &format!("{at}.")), words(120.0, y, 11.0, "тармақтың сөздері осында.")].concat()
    };
    let body = body(&[(1..=4).map(row).collect()]);
    assert_eq!(lines(&body)[0], "1. тармақтың сөздері осында.");
    assert_eq!(lines(&body).len(), 4);
}

#[test]
fn a_ruled_table_on_its_side_is_a_table() {
    let mut content = words(85.0, 790.0, 12.0, "2 қосымша");
    content.push_str("q 0 1 -1 0 560 80 cm\n");
    for x in [0, 150, 300] {
        content.push_str(&format!("{x} 300 m {x} 240 l S\n"));
    }
    for y in [300, 270, 240] {
        content.push_str(&format!("0 {y} m 300 {y} l S\n"));
    }
    let cells =
        [(5.0, 280.0, "Аспаз"), (155.0, 280.0, "12 ай"), (5.0, 250.0, "Күзетші"), (155.0, 250.0, "6 ай")];
    content.extend(cells.map(|(x, y, text)| words(x, y, 10.0, text)));
    let body = body(&[content + "Q\n"]);
    assert_eq!(lines(&body), ["2 қосымша", "Аспаз\t12 ай", "Күзетші\t6 ай"]);
}

#[test]
fn a_turned_page_is_read_upright() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let content = format!("q 0 1 -1 0 595 0 cm {} Q", words(85.0, 500.0, 11.0, "Осы бет бұрылған."));
    let page = file.page(&format!("/Font <</F {font} 0 R>>"), &content, "/Rotate 90");
    let body = read(&file.bytes(&[page], ""), &[]).expect("accepted");
    assert_eq!(lines(&body), ["Осы бет бұрылған."]);
    assert_eq!(body.warnings, []);
}

#[test]
fn pages_that_are_broken_or_not_there_are_told() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let resources = format!("/Font <</F {font} 0 R>>");
    let good = file.page(&resources, &text(), "");
    let broken = file.stream("/Filter /FlateDecode", "no such data");
    let broken = file.object(format!(
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [{broken} 0 R] /Resources <<{resources}>>>>"
    ));
    let body = read(&file.bytes(&[good, broken, 99], ""), &[]).expect("accepted");
    assert_eq!(body.warnings, [Warning::PagesWithoutWords { pages: vec![2, 3], of: 3 }]);
}

#[test]
fn short_lines_are_paragraphs_of_their_own() {
    let listed = ["Қатысқандар:", "1) Ахметова А.", "2) Омаров В.", "Күн тәртібі туралы", "Соңы"];
    let line = |(at, text): (usize, &&str)| words(85.0, 700.0 - 15.0 * at as f64, 11.0, text);
    let content: String = listed.iter().enumerate().map(line).collect();
    assert_eq!(lines(&body(&[content])), listed);
}

#[test]
fn text_boxes_drawn_last_are_read_where_they_stand() {
    let content = [
        words(85.0, 600.0, 11.0, "Ішкі еңбек тәртібінің ережелері"),
        words(350.0, 740.0, 11.0, "БЕКІТЕМІН"),
        words(350.0, 725.0, 11.0, "Мектеп директоры"),
        words(85.0, 740.0, 11.0, "КЕЛІСІЛДІ"),
        words(85.0, 725.0, 11.0, "Кәсіподақ төрағасы"),
    ];
    let expected = [
        "КЕЛІСІЛДІ",
        "Кәсіподақ төрағасы",
        "БЕКІТЕМІН",
        "Мектеп директоры",
        "Ішкі еңбек тәртібінің ережелері",
    ];
    assert_eq!(lines(&body(&[content.concat()])), expected);
}

#[test]
fn contents_have_a_tab_and_no_dots() {
    let content = [
        words(85.0, 700.0, 11.0, &format!("1. Жалпы ережелер {} 12", ".".repeat(60))),
        words(85.0, 685.0, 11.0, "Еңбекақы. . . 3 күн"),
    ];
    assert_eq!(lines(&body(&[content.concat()])), ["1. Жалпы ережелер\t12", "Еңбекақы. . . 3 күн"]);
}

#[test]
fn a_parted_word_never_ends_a_paragraph() {
    let content = [
        words(85.0, 700.0, 11.0, "1. Работник вправе обратиться в профсо-"),
        words(85.0, 685.0, 11.0, "юзный комитет и получить разъясне-"),
        words(85.0, 670.0, 11.0, "ние."),
        words(85.0, 655.0, 11.0, "2. Последний пункт."),
    ];
    let expected = [
        "1. Работник вправе обратиться в профсоюзный комитет и получить разъяснение.",
        "2. Последний пункт.",
    ];
    assert_eq!(lines(&body(&[content.concat()])), expected);
}

#[test]
fn words_that_stand_in_cells_of_a_table_belong_to_them() {
    let standing = |x: f64, text: &str| format!("q 0 1 -1 0 {x} 642 cm {} Q\n", words(0.0, 0.0, 10.0, text));
    let content = [
        "70 640 m 340 640 l 340 710 l 70 710 l 70 640 l S 70 620 m 340 620 l S 70 620 m 70 640 l S 340 620 m 340 640 l S\n".to_owned(),
        "220 620 m 220 710 l S 280 620 m 280 710 l S 70 640 m 340 640 l S\n".to_owned(),
        words(74.0, 670.0, 10.0, "Лауазым"),
        standing(255.0, "Қалада"),
        standing(315.0, "Ауылда"),
        words(74.0, 626.0, 10.0, "Мұғалім"),
        words(224.0, 626.0, 10.0, "25"),
        words(284.0, 626.0, 10.0, "50"),
    ];
    let found = lines(&body(&[content.concat()]));
    assert_eq!(found, ["Лауазым\tҚалада\tАуылда", "Мұғалім\t25\t50"]);
}
