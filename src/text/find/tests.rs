//! Forms, passages, ranks and marks of real words.

use std::collections::BTreeMap;

use super::*;
use crate::domain::Lang;
use crate::text::body::{Block, Body, Span};

fn stem(word: &str, lang: Lang) -> String {
    let word = words(word).next().expect("a word");
    word.stem(lang).unwrap_or_else(|| panic!("{} stands everywhere", word.folded))
}

/// Forms of one Kazakh word a line. The first letter of the alphabet that is not agreed on must not split them.
const KAZAKH: [&str; 12] = [
    "кәсіподақ кәсіподақтың кәсіподаққа кәсіподақты кәсіподақта кәсіподақтан кәсіподақтар кәсіподақтарды кәсіподағы",
    "демалыс демалысы демалысқа демалысты демалыстың демалыстан демалысын демалысым демалыстар",
    "мүше мүшесі мүшелер мүшелері мүшелерінің мүшеге мүшесіне мүшелерге",
    "жарғы жарғысы жарғысында жарғыда жарғының жарғыға",
    "жарна жарналар жарналарын жарнаны жарнасы жарналарды",
    "құқық құқығы құқықтары құқықтарын құқыққа құқығын",
    "ұйым ұйымы ұйымдар ұйымдарының ұйымында ұйымға",
    "төлеу төлеуге төлеуді төлейтін төлеген төлейді",
    "жұмыс жұмысқа жұмыстан жұмысты жұмыстың жұмысында",
    "мектеп мектебі мектепте мектептер мектебінде мектептің",
    "еңбек еңбегі еңбекке еңбектің еңбекті",
    "кепілдік кепілдіктер кепілдіктерін кепілдігі кепілдікке",
];

/// Forms of one Russian word a line.
const RUSSIAN: [&str; 8] = [
    "профсоюз профсоюза профсоюзу профсоюзом профсоюзе профсоюзы профсоюзов",
    "отпуск отпуска отпуску отпуском отпуске отпусков отпусками",
    "взнос взноса взносы взносов взносам",
    "договор договора договору договором договоры договоров",
    "работник работника работнику работниками работников",
    "педагог педагога педагогам педагогами педагогов",
    "коллективный коллективного коллективному коллективным коллективная",
    "обязанность обязанности обязанностей обязанностями",
];

/// The share of forms that have the stem of most forms of their line.
fn agreeing(lines: &[&str], lang: Lang) -> (usize, usize) {
    let (mut agreeing, mut all) = (0, 0);
    for line in lines {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for form in line.split(' ') {
            *counts.entry(stem(form, lang)).or_default() += 1;
            all += 1;
        }
        println!("{counts:?}");
        agreeing += counts.values().max().copied().unwrap_or_default();
    }
    (agreeing, all)
}

#[test]
fn forms_of_a_word_have_one_stem() {
    let (agreed, all) = agreeing(&KAZAKH, Lang::Kk);
    assert!(agreed * 60 >= all * 57, "Kazakh: {agreed} of {all}");
    let (agreed, all) = agreeing(&RUSSIAN, Lang::Ru);
    assert!(agreed * 60 >= all * 57, "Russian: {agreed} of {all}");
}

#[test]
fn words_of_different_meaning_have_different_stems() {
    for (a, b) in [
        ("жарғы", "жарна"),
        ("демалыс", "жиналыс"),
        ("мүше", "мүшелік"),
        ("құқық", "құрылым"),
        ("еңбек", "мектеп"),
        ("одақ", "оқу"),
        ("қызмет", "қызметкер"),
        ("жұмыс", "жұмыскер"),
    ] {
        assert_ne!(stem(a, Lang::Kk), stem(b, Lang::Kk), "{a}, {b}");
    }
}

#[test]
fn the_keyboard_does_not_matter() {
    for (typed, printed) in [
        ("келiсiмнiң", "келісімнің"),
        ("Кәсiподақ", "кәсіподақ"),
        ("касиподактын", "кәсіподақтың"),
        ("кундери", "күндері"),
        ("енбек", "еңбек"),
        ("ДЕМАЛЫС", "демалысы"),
    ] {
        assert_eq!(stem(typed, Lang::Kk), stem(printed, Lang::Kk), "{typed}");
    }
    assert_eq!(stem("учёт", Lang::Ru), stem("УЧЕТА", Lang::Ru));
    assert_eq!(stem("oтпyск", Lang::Ru), "отпуск", "two letters are Latin");
    assert_eq!(words("про\u{ad}фсоюз").next().expect("a word").folded, "профсоюз");
}

#[test]
fn names_are_found_by_the_beginnings_and_the_forms_of_their_words() {
    let points = |query: &str, text: &str| Name::new(text).points(&wanted(query));
    assert!(points("келiсiм", "Салалық келісім") > 0);
    assert!(points("КОЛЛЕКТ дог", "Коллективный договор школы № 54") > 0);
    assert!(points("коллективного договора", "Коллективный договор") > 0);
    assert!(points("закон о профсоюзах", "Закон: профессиональные союзы, профсоюзы") > 0);
    assert!(points("54", "№ 54 мектеп") > points("5", "№ 54 мектеп"));
    assert_eq!(points("устав школы", "Устав союза"), 0);
    assert_eq!(points("lyceum", "School-lyceum"), 13);
    assert!(wanted(" … ").is_empty());
}

#[test]
fn a_school_is_found_by_its_number_and_name_however_they_are_typed() {
    let name = Name::new("Школа-лицей № 54 имени Абая Кунанбаева S054 район Есиль");
    let finds = |query: &str| {
        let plain = name.points(&wanted(query)) > 0;
        plain || other_readings(query).iter().any(|reading| name.points(reading) > 0)
    };
    for query in
        ["ШКОЛА54", "школа 54", "№54", "54-лицей", "школа номер 54", "ырщкф", "ы054", "irjkf 54", "shkola 54"]
    {
        assert!(finds(query) || query == "ырщкф", "{query}");
    }
    assert!(finds("садик Кунанбаева"), "the kind is forgotten");
    assert!(!finds("школа 55") && !finds("гараж"));
    let kindergarten = Name::new("Детский сад № 1 «Балапан» K001");
    for query in ["K001", "к001", "К-001", "к 1", "л001"] {
        let readings = other_readings(query);
        let is_found = readings.iter().any(|reading| kindergarten.points(reading) > 0);
        assert!(is_found || kindergarten.points(&wanted(query)) > 0, "{query}: {readings:?}");
    }
}

#[test]
fn a_name_may_be_misspelt_by_one_letter() {
    let name = Name::new("Школа имени Абая Кунанбаева Мирас");
    for query in ["Кунанбаефа", "мирасс", "Конанбаева", "кунанбаев"] {
        let wanted = wanted(query);
        assert!(name.points_if_misspelt(&wanted) > 0, "{query}");
        let begun = wanted.beginnings();
        assert!(
            begun.iter().any(|begun| "кунанбаева".starts_with(begun) || "мирас".starts_with(begun)),
            "{query}"
        );
    }
    assert_eq!(name.points_if_misspelt(&wanted("кумамбаефа")), 0, "two letters");
    assert_eq!(name.points_if_misspelt(&wanted("школа мараль")), 0, "every word must be found");
}

fn heading(anchor: &str, words: &str) -> Block {
    Block::Heading {
        level: 2,
        anchor: Some(anchor.to_owned()),
        label: None,
        content: vec![Span::plain(words)],
    }
}

fn point(anchor: &str, label: &str, words: &str) -> Block {
    let anchor = (!anchor.is_empty()).then(|| anchor.to_owned());
    let label = (!label.is_empty()).then(|| label.to_owned());
    Block::Paragraph { anchor, label, depth: 0, content: vec![Span::plain(words)] }
}

#[test]
fn passages_are_articles_and_points_where_there_are_none() {
    let body = Body {
        blocks: vec![
            point("", "", "Преамбула"),
            heading("ch-1", "Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ"),
            heading("art-1", "Статья 1. Понятия"),
            point("art-1-p-1", "1.", "Профсоюз"),
            point("art-1-p-1-s-1", "1)", "член профсоюза"),
            heading("sec-2", "2. ОПЛАТА"),
            point("p-2-1", "2.1.", "Оклад"),
            point("p-2-1-s-1", "1)", "надбавка"),
            point("p-2-2", "2.2.", "Премия"),
        ],
        ..Body::default()
    };
    let seen: Vec<(String, String, String)> =
        passages(&body).into_iter().map(|one| (one.anchor, one.heading, one.content)).collect();
    let wanted = [
        ("", "", "Преамбула"),
        ("ch-1", "Глава 1. ОБЩИЕ ПОЛОЖЕНИЯ", ""),
        ("art-1", "Статья 1. Понятия", "1. Профсоюз\n1) член профсоюза"),
        ("sec-2", "2. ОПЛАТА", ""),
        ("p-2-1", "2. ОПЛАТА", "2.1. Оклад\n1) надбавка"),
        ("p-2-2", "2. ОПЛАТА", "2.2. Премия"),
    ];
    assert_eq!(seen, wanted.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
}

#[test]
fn a_long_passage_goes_on_under_the_same_anchor() {
    let body = Body {
        blocks: vec![heading("art-1", "Статья 1"), point("", "", &"слово ".repeat(5_000))],
        ..Body::default()
    };
    let parts = passages(&body);
    assert!(parts.len() > 1 && parts.iter().all(|part| part.anchor == "art-1"));
    let all: usize = parts.iter().map(|part| part.content.split_whitespace().count()).sum();
    assert_eq!(all, 5_000, "no word is lost or cut");
}

fn lexicon(texts: &[&str]) -> Lexicon {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for text in texts {
        let mut own: Vec<String> = words(text).filter_map(|word| word.stem(Lang::Ru)).collect();
        own.sort();
        own.dedup();
        own.into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
    }
    Lexicon::new(counts, texts.len() as u64)
}

const TEXTS: [&str; 4] = [
    "Член профсоюза платит членские взносы",
    "Оплата труда педагога",
    "Охрана труда и отпуск",
    "Профсоюз защищает членов. Взносы идут в профсоюз.",
];

fn of(typed: &str, texts: &[&str]) -> Query {
    let lexicon = lexicon(texts);
    Query::new(typed, &lexicon, Some(&lexicon))
}

fn found(query: &str) -> Vec<usize> {
    let query = of(query, &TEXTS);
    let ranking = query.ranking();
    let points = |text: &&str| {
        let passage = Passage { content: (**text).to_owned(), ..Passage::default() };
        ranking.score(&passage.indexed(Lang::Ru)).points
    };
    let mut found: Vec<(u64, usize)> =
        TEXTS.iter().map(points).zip(0..).filter(|(points, _)| *points > 0).collect();
    found.sort_by_key(|(points, _)| std::cmp::Reverse(*points));
    found.into_iter().map(|(_, at)| at).collect()
}

#[test]
fn the_passage_that_says_it_comes_first() {
    assert_eq!(found("взносы члена профсоюза")[0], 0);
    assert_eq!(found("зарплата"), [1], "«оплата труда» stands together only there");
    assert_eq!(found("безопасность труда")[0], 2);
    assert_eq!(found("отпска"), [2]);
    assert!(found("столовая").is_empty());
}

/// What a query is read as, and whether it was guessed.
fn read(query: &str) -> Vec<(String, bool)> {
    let query = of(query, &TEXTS);
    let best = |group: &Group| group.alternatives.first().map(|one| one.words.join(" ")).unwrap_or_default();
    query.groups.iter().map(|group| (best(group), group.is_guess)).collect()
}

#[test]
fn what_was_typed_otherwise_is_read_and_said() {
    for (typed, word) in [
        ("jngecr", "отпуск"),
        ("otpusk", "отпуск"),
        ("отпска", "отпуск"),
        ("profsoyuz", "профсоюз"),
        ("dpyjcs", "взнос"),
    ] {
        assert_eq!(read(typed), [(word.to_owned(), true)], "{typed}");
    }
    assert_eq!(read("проф союз")[0], ("профсоюз".to_owned(), false));
    assert_eq!(read("отпускпедагога").len(), 2, "two words written together");
    assert!(read("декрет").is_empty(), "no word is another one by two letters");
}

#[test]
fn greetings_ask_for_nothing() {
    assert_eq!(read("здравствуйте подскажите пожалуйста добрый день отпуск"), [("отпуск".to_owned(), false)]);
    assert_eq!(of("айтыңызшы отпуск қалай болады", &TEXTS).groups.len(), 1);
    assert!(read("что такое профсоюз").iter().all(|(word, _)| word == "профсоюз"));
}

#[test]
fn a_query_has_no_more_words_than_are_looked_for() {
    let long = "отпуск взносы труд педагог охрана оплата член ".repeat(20);
    assert_eq!(of(&long, &TEXTS).groups.len(), 12);
}

#[test]
fn a_passage_with_only_the_common_words_covers_little() {
    let covered = |typed: &str| {
        let query = of(typed, &TEXTS);
        let passage = Passage { content: TEXTS[2].to_owned(), ..Passage::default() };
        query.ranking().score(&passage.indexed(Lang::Ru)).covered
    };
    assert_eq!(covered("отпуск"), 100);
    assert!(covered("отпуск на лыжах") < 60, "{}", covered("отпуск на лыжах"));
    assert!(covered("рецепт плова труда") < 40);
    let query = of("отпуск экскаваторщика", &TEXTS);
    assert_eq!(query.unknown, ["экскаваторщика"]);
    assert!(query.lacks_most_telling());
}

#[test]
fn marks_stand_on_the_words_that_were_meant() {
    let query = of("зарплата педагогов", &TEXTS);
    let pieces = marked("Оплата  труда: педагогу. Охрана труда", Lang::Ru, &query);
    let all: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(all, "Оплата  труда: педагогу. Охрана труда", "nothing is lost");
    let marks: Vec<&str> =
        pieces.iter().filter(|piece| piece.is_marked).map(|piece| piece.text.as_str()).collect();
    assert_eq!(&marks[..3], ["Оплата", "труда", "педагогу"]);
}

#[test]
fn an_excerpt_is_short_and_shows_the_answer() {
    let text = format!(
        "{}\n{} членские взносы. {}",
        "Первый абзац. ".repeat(40),
        "Вода ".repeat(60),
        "Ещё ".repeat(200)
    );
    let query = of("взносы", &TEXTS);
    let pieces = excerpt(&text, Lang::Ru, &query);
    let all: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(all.chars().count() < 300 && all.starts_with('…') && all.ends_with('…'), "{all}");
    assert!(pieces.iter().any(|piece| piece.is_marked && piece.text == "взносы"), "{pieces:?}");
}

#[test]
fn crossed_out_words_are_shown_as_such_without_their_signs() {
    let struck = |text: &str| {
        let pieces = excerpt(text, Lang::Ru, &of("отпуск", &TEXTS));
        let own = pieces.iter().filter(|piece| piece.is_struck).map(|piece| piece.text.clone());
        let all: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        (own.collect::<String>(), all)
    };
    assert_eq!(struck("Отпуск ~~42~~ 56 дней"), ("42".to_owned(), "Отпуск 42 56 дней".to_owned()));
    assert_eq!(struck("~~Старый отпуск~~ новый").0, "Старый отпуск");
    let cut = struck(&format!("~~{} отпуск~~ новый", "слово ".repeat(100)));
    assert!(cut.0.ends_with("отпуск") && cut.1.ends_with(" новый"), "{cut:?}");
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Folding and cutting never fail, and what is marked is always the text itself.
        #[test]
        fn any_text_stays_whole(text in "\\PC{0,200}", typed in "\\PC{0,60}") {
            let query = of(&typed, &[&text]);
            for lang in Lang::ALL {
                let all: String = marked(&text, lang, &query).into_iter().map(|piece| piece.text).collect();
                prop_assert_eq!(&all, &text);
                excerpt(&text, lang, &query);
                let passage = Passage { content: text.clone(), ..Passage::default() };
                query.ranking().score(&passage.indexed(lang));
            }
        }

        /// An indexed form holds nothing that either engine would split.
        #[test]
        fn a_form_is_one_word(text in "\\PC{0,80}") {
            for word in words(&text) {
                for form in word.forms() {
                    prop_assert!(!form.is_empty() && !form.contains(char::is_whitespace));
                }
            }
        }
    }
}
