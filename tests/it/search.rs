//! Searching texts: what people type leads to the article that answers, and only to what a page would show.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tizilim::domain::document::AppliesTo;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::{say, say_with};
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine, on_sqlite};
use crate::register;
use crate::samples::{KK_V1, KK_V2, RU_V2, folder};

/// The places in texts that a page of results links to, in order.
pub fn places(page: &str) -> Vec<String> {
    let Some((_, list)) = page.split_once("<ol class=\"rows places\">") else { return Vec::new() };
    let list = list.split("</ol>").next().unwrap_or_default();
    let links = list.split("<li><a href=\"").skip(1);
    links.map(|link| link.split('"').next().unwrap_or_default().to_owned()).collect()
}

/// The places that a search in a language finds.
fn find(app: &TestApp, lang: Lang, query: &str, more: &str) -> Vec<String> {
    let reply = app.get(&address(lang, query, more));
    assert_eq!(reply.status, 200, "{query}");
    places(&reply.text())
}

pub fn address(lang: Lang, query: &str, more: &str) -> String {
    format!("/search/{lang}{}", words_and(query, more))
}

/// The part of an address that says what is searched for.
pub fn words_and(query: &str, more: &str) -> String {
    let encoded: String = query.bytes().map(|byte| format!("%{byte:02x}")).collect();
    format!("?q={encoded}{more}")
}

/// Publishes the laws of the samples and the agreement of a school, and gives their codes by their names in the set of
/// queries.
pub fn library(app: &TestApp) -> BTreeMap<&'static str, Code> {
    let mut codes = laws(app);
    let school = app.schools(&["S054"])[0];
    let agreement = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let demo = |name: &str| std::fs::read(folder().join("../../assets/demo").join(name)).expect("a sample");
    let edition = Edition::of("2026-01-01")
        .until("2028-12-31")
        .text(Lang::Kk, "kk.docx", demo("collective_agreement_kk_v2.docx"))
        .text(Lang::Ru, "ru.docx", demo("collective_agreement_ru_v2.docx"));
    app.publish(agreement, &edition);
    codes.insert("agreement", agreement);
    codes
}

/// The laws alone, by their names in the sets.
pub fn laws(app: &TestApp) -> BTreeMap<&'static str, Code> {
    let law = |editions: Vec<Edition>| {
        let code = app.document(DocumentKind::Law);
        for edition in &editions {
            app.publish(code, edition);
        }
        code
    };
    let both = Edition::of("2014-07-11");
    let profsoyuz =
        law(vec![both.law(Lang::Kk, "zakon_profsoyuz_kk.docx").law(Lang::Ru, "zakon_profsoyuz_ru.docx")]);
    let pedagog = law(vec![
        Edition::of("2020-01-01").law(Lang::Kk, KK_V1),
        Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2),
    ]);
    let kodeks = law(vec![Edition::of("2016-01-01").law(Lang::Ru, "trudovoi_kodeks_razdel4_ru.docx")]);
    BTreeMap::from([("profsoyuz", profsoyuz), ("pedagog", pedagog), ("kodeks", kodeks)])
}

#[test]
fn both_engines_give_the_same_results_in_the_same_order() {
    let seen = std::cell::RefCell::new(Vec::new());
    on_each_engine(|app| {
        let codes = library(app);
        let results: Vec<Vec<String>> =
            ["права педагога", "кәсіподақ мүшелерінің құқықтары", "порядок", "еңбк"]
                .iter()
                .map(|query| find(app, Lang::Ru, query, "&all=1"))
                .map(|found| {
                    let name = |href: String| {
                        codes.iter().fold(href, |href, (name, code)| href.replace(code.as_str(), name))
                    };
                    found.into_iter().map(name).collect()
                })
                .collect();
        assert!(results.iter().all(|found| !found.is_empty()), "{results:?}");
        seen.borrow_mut().push(results);
    });
    let seen = seen.into_inner();
    assert!(seen.iter().all(|results| *results == seen[0]), "{seen:#?}");
}

#[test]
fn a_result_shows_its_words_and_leads_to_the_place_in_the_page_that_answers() {
    on_each_engine(|app| {
        let codes = library(app);
        let page = app.get(&address(Lang::Ru, "членские взносы", "")).text();
        assert!(page.contains("<mark>взносов</mark>"), "{page}");
        assert!(page.contains("Редакция от <time datetime=\"2014-07-11\">11 июля 2014 года</time>"));
        let of_law = format!("/{}/ru#art-", codes["profsoyuz"]);
        let link = places(&page).into_iter().find(|link| link.starts_with(&of_law)).expect("an article");
        let (path, anchor) = link.split_once('#').expect("an anchor");
        let text = app.get(path);
        assert_eq!(text.status, 200);
        assert!(text.text().contains(&format!("id=\"{anchor}\"")), "{link}");
        assert!(!page.contains("<script>"));
    });
}

#[test]
fn a_scheduled_edition_is_found_from_its_day_and_the_former_one_only_on_request() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Кружок шахмат по средам"));
        app.publish(code, &Edition::of("2026-12-01").saying(Lang::Ru, "Секция плавания по пятницам"));
        let found = |query: &str, more: &str| find(app, Lang::Ru, query, more);
        let (now, first, second) =
            (format!("/{code}/ru"), format!("/{code}/v1/ru"), format!("/{code}/v2/ru"));
        assert_eq!(found("шахматы", ""), std::slice::from_ref(&now));
        assert!(found("плавание", "").is_empty());
        assert_eq!(found("плавание", "&all=1"), [second], "on request, as not yet in force");
        let page = app.get(&address(Lang::Ru, "плавание", "&all=1")).text();
        assert!(page.contains("Пока не действует"), "{page}");

        app.set_clock("2026-11-30T18:59:59Z");
        assert!(found("плавание", "").is_empty(), "a second before midnight in Astana");
        app.set_clock("2026-11-30T19:00:00Z");
        assert_eq!(found("плавание", ""), [now]);
        assert!(found("шахматы", "").is_empty());
        assert_eq!(found("шахматы", "&all=1"), [first]);
        let page = app.get(&address(Lang::Ru, "шахматы", "&all=1")).text();
        assert!(page.contains(&say(Lang::Ru, "status-superseded")), "{page}");
    });
}

#[test]
fn what_is_corrected_withdrawn_or_erased_is_not_found() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Турнир шахмат"));
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Ru, "Секция плаванья"));
        app.publish(code, &Edition::correcting(2).saying(Lang::Ru, "Секция плавания"));
        let found =
            |query: &str| [find(app, Lang::Ru, query, ""), find(app, Lang::Ru, query, "&all=1")].concat();
        assert_eq!(
            found("секция"),
            [format!("/{code}/ru"), format!("/{code}/ru")],
            "the corrected one is out"
        );

        app.registry.withdraw(code, 3, "Ошибка", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert!(find(app, Lang::Ru, "плавание", "").iter().all(|href| !href.contains("v3")));
        app.registry.withdraw(code, 1, "Личные данные", Withdrawal::Erase, ACTOR).expect("an erasure");
        assert!(found("шахматы").is_empty(), "erased");
        assert!(!app.get(&address(Lang::Ru, "шахматы", "&all=1")).text().contains("Турнир"));
    });
}

#[test]
fn no_word_of_an_erased_text_stays_in_the_index() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Кружок домбристов"));
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Ru, "Кружок шахмат"));
        let remains = || {
            let mut database = SqliteConnection::establish(&app.database_file()).expect("the database");
            let places = "SELECT (SELECT count(*) FROM vocabulary WHERE word LIKE '%омбрист%')
                + (SELECT count(*) FROM passages WHERE content LIKE '%омбрист%' OR words LIKE '%омбрист%')
                + (SELECT count(*) FROM passage_words_data WHERE instr(block, CAST('мбрист' AS BLOB)) > 0)";
            diesel::select(diesel::dsl::sql::<diesel::sql_types::BigInt>(&format!("({places})")))
                .get_result::<i64>(&mut database)
                .expect("a count")
        };
        assert_eq!(remains(), 3, "in the vocabulary, the passage and the index");
        app.registry.withdraw(code, 1, "Личные данные", Withdrawal::Erase, ACTOR).expect("an erasure");
        assert_eq!(remains(), 0);
        assert_eq!(find(app, Lang::Ru, "кружок", "").len(), 1, "the other one is found as before");
    });
}

#[test]
fn a_text_that_comes_later_is_found_at_once() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Кружок шахмат"));
        assert!(find(app, Lang::Kk, "сәрсенбі", "").is_empty());
        let bytes = crate::samples::docx("Шахмат үйірмесі сәрсенбіде");
        let authentic = tizilim::domain::version::Authenticity::Authentic;
        app.registry
            .add_late_text(code, 1, (Lang::Kk, authentic), ("kk.docx", bytes), ACTOR)
            .expect("a late text");
        assert_eq!(find(app, Lang::Kk, "сәрсенбіде", ""), [format!("/{code}/kk")]);
        assert_eq!(find(app, Lang::Ru, "шахмат", ""), [format!("/{code}/ru")], "the reader's language");
        assert_eq!(find(app, Lang::Kk, "шахмат", ""), [format!("/{code}/kk")], "the reader's language");
    });
}

#[test]
fn a_search_stays_within_the_stand_or_the_document() {
    on_each_engine(|app| {
        let schools = app.schools(&["S001", "S002"]);
        let own = |owner, words: &str| {
            let code = app.document_of(owner, DocumentKind::WorkPlan).expect("a document");
            app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, words));
            code
        };
        let first = own(schools[0], "Первый план: турнир по шахматам");
        let second = own(schools[1], "Второй план: турнир по шахматам");
        let city = app.document(DocumentKind::Regulation);
        app.publish(city, &Edition::of("2026-01-01").saying(Lang::Ru, "Городской турнир по шахматам"));
        let mut everywhere = find(app, Lang::Ru, "турнир", "");
        everywhere.sort();
        let mut wanted = [first, second, city].map(|code| format!("/{code}/ru"));
        wanted.sort();
        assert_eq!(everywhere, wanted);

        let school = schools[0];
        let mut on_stand = find(app, Lang::Ru, "турнир", &format!("&org={school}"));
        on_stand.sort();
        let mut wanted = [first, city].map(|code| format!("/{code}/{school}/ru"));
        wanted.sort();
        assert_eq!(on_stand, wanted, "the stand's documents, with the stand in the link");
        let shelf = register::shelf(&app.registry, school);
        assert_eq!(on_stand.len(), shelf.len(), "the shelf itself");

        assert_eq!(find(app, Lang::Ru, "турнир", &format!("&doc={second}")), [format!("/{second}/ru")]);
        let page = app.get(&address(Lang::Ru, "турнир", &format!("&org={school}&doc={first}"))).text();
        assert_eq!(places(&page), [format!("/{first}/{school}/ru")]);
        assert!(page.contains(&say(Lang::Ru, "search-this-stand")));
        assert!(page.contains(&say(Lang::Ru, "search-everywhere")));
        assert!(page.contains(&format!("name=\"org\" value=\"{school}\"")), "the next search stays here");

        let limited = app.registry.add_document(
            register::union(&app.registry),
            DocumentKind::Leaflet,
            &tizilim::registry::DocumentInput {
                applies_to: AppliesTo::Organizations(vec![schools[1]]),
                ..Default::default()
            },
            ACTOR,
        );
        let limited = limited.expect("a document");
        app.publish(limited, &Edition::of("2026-01-01").saying(Lang::Ru, "Памятка о гимнастике"));
        assert!(find(app, Lang::Ru, "гимнастика", &format!("&org={school}")).is_empty());
        assert_eq!(find(app, Lang::Ru, "гимнастика", &format!("&org={}", schools[1])).len(), 1);
    });
}

#[test]
fn a_search_that_cannot_be_made_says_why() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Кружок шахмат"));
        let empty = app.get("/search/ru");
        assert_eq!(empty.status, 200);
        assert!(empty.text().contains(&say(Lang::Ru, "search-words-label")));
        let nothing = app.get(&address(Lang::Ru, "бассейн", ""));
        assert_eq!(nothing.status, 200);
        assert!(nothing.text().contains(&say(Lang::Ru, "search-advice-fewer")));
        let unknown = app.get(&address(Lang::Ru, "шахматы бассейн", "")).text();
        assert!(unknown.contains("бассейн") && !places(&unknown).is_empty());

        let long = app.get(&address(Lang::Ru, &"ш".repeat(301), ""));
        assert_eq!((long.status, long.header("cache-control")), (400, "no-store"));
        assert!(long.text().contains(&say_with(Lang::Ru, "search-too-long", &[("limit", 300.into())])));
        assert_eq!(app.get(&address(Lang::Ru, &"ш ".repeat(150), "")).status, 200);
        let stranger = Code::from_random([1, 2, 3, 4, 5, 6]);
        for (more, status) in [
            ("&page=0".to_owned(), 400),
            ("&page=6".to_owned(), 400),
            ("&page=x".to_owned(), 400),
            ("&org=abc".to_owned(), 400),
            (format!("&org={stranger}"), 404),
            (format!("&doc={stranger}"), 404),
            (format!("&org={code}"), 404),
            ("&page=5".to_owned(), 200),
        ] {
            assert_eq!(app.get(&address(Lang::Ru, "шахматы", &more)).status, status, "{more}");
        }
        for query in [
            "\"",
            "* ^ NEAR(",
            "a OR b AND",
            "' | & ! <->",
            "шахм*",
            "_",
            "и",
            "\u{0}",
            "😀",
            "²",
            "ⅷ",
            "İ",
            "№ 54",
            "٣",
        ] {
            assert_eq!(app.get(&address(Lang::Kk, query, "")).status, 200, "{query}");
        }
    });
}

#[test]
fn twenty_places_are_on_a_page_and_the_next_link_leads_on() {
    on_each_engine(|app| {
        for number in 0..23 {
            let code = app.document(DocumentKind::Instruction);
            let words = format!("Турнир номер {number}");
            app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, &words));
        }
        let page = app.get(&address(Lang::Ru, "турнир", "")).text();
        let first = places(&page);
        assert_eq!(first.len(), 20);
        assert!(page.contains(&say(Lang::Ru, "search-next")) && page.contains("page=2\""), "{page}");
        let second = find(app, Lang::Ru, "турнир", "&page=2");
        assert_eq!(second.len(), 3);
        assert!(second.iter().all(|href| !first.contains(href)), "no place twice");
        assert!(find(app, Lang::Ru, "турнир", "&page=3").is_empty());
    });
}

#[test]
fn what_was_published_before_there_was_an_index_is_indexed_when_the_register_opens() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Кружок шахмат"));
        let school = app.schools(&["S054"])[0];
        let forget =
            "DELETE FROM indexed_texts; DELETE FROM passages; DELETE FROM vocabulary; DELETE FROM names;
            UPDATE state SET changes = changes + 1;";
        let mut database = SqliteConnection::establish(&app.database_file()).expect("the database");
        database.batch_execute(forget).expect("an index that is gone");
        drop(database);
        // Another process opens the register, as after an upgrade; a crash in between would leave the rest for later.
        let other = app.open_again();
        other.index_missing().expect("an index");
        assert_eq!(other.index_missing().expect("an index"), 0, "nothing is left to do");
        app.registry.refresh().expect("the present state");
        assert_eq!(find(app, Lang::Ru, "шахматы", ""), [format!("/{code}/ru")]);
        let by_name = |query: &str| app.get(&address(Lang::Ru, query, "")).text();
        assert!(by_name("s054").contains(&format!("href=\"/{school}/ru\"")));
        assert!(by_name("пробный документ").contains(&format!("href=\"/{code}/ru\"")));
    });
}
