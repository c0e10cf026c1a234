//! Four sets of what people type: those of the first were written from the texts, those of the second as strangers to the
//! texts would put them, those of the third by a stranger to the program; on the fourth nothing is tuned.

use std::collections::BTreeMap;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::{say, say_with};

use crate::app::{Edition, TestApp, on_each_engine};
use crate::samples::folder;
use crate::search::{address, laws, library, places, words_and};

/// One line of a set: the reader's language, what is typed, and where the answers stand; none where nothing answers.
struct Question {
    lang: Lang,
    typed: String,
    answers: Vec<(String, String)>,
}

fn questions(file: &str) -> Vec<Question> {
    let set = std::fs::read_to_string(folder().join(file)).expect("a set of queries");
    let lines = set.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let question = |line: &str| {
        let columns: Vec<&str> = line.split('\t').collect();
        let [lang, typed, answers] = columns[..] else { panic!("three columns: {line}") };
        let answers = answers.split(' ').filter(|answer| *answer != "-").map(|answer| {
            let (document, anchor) = answer.split_once('#').expect("a document and an anchor");
            (document.to_owned(), anchor.to_owned())
        });
        let lang = Lang::parse(lang).expect("a language");
        Question { lang, typed: typed.to_owned(), answers: answers.collect() }
    };
    lines.map(question).collect()
}

/// Asks every question, and gives the share of those that the first five places answer, and of those without an answer
/// the number that get places as if they were one.
fn asked(app: &TestApp, codes: &BTreeMap<&'static str, Code>, set: &[Question]) -> (f64, usize) {
    let (mut missed, mut nonsense) = (Vec::new(), Vec::new());
    for question in set {
        let reply = app.get(&address(question.lang, &question.typed, ""));
        assert_eq!(reply.status, 200, "{}", question.typed);
        let page = reply.text();
        let found: Vec<String> = places(&page).into_iter().take(5).collect();
        let name = |href: &String| {
            codes.iter().fold(href.clone(), |href, (name, code)| href.replace(code.as_str(), name))
        };
        let named = || format!("{} → {:?}", question.typed, found.iter().map(name).collect::<Vec<_>>());
        let is_wanted = |href: &String| {
            question.answers.iter().any(|(document, anchor)| {
                href.starts_with(&format!("/{}/", codes[document.as_str()]))
                    && href.ends_with(&format!("#{anchor}"))
            })
        };
        let is_sure = page.contains("<h2 id=\"places\">");
        if question.answers.is_empty() {
            if is_sure {
                nonsense.push(named());
            }
        } else if !found.iter().any(is_wanted) {
            missed.push(named());
        } else if !is_sure {
            println!("answered as a guess: {}", question.typed);
        }
    }
    let answerable = set.iter().filter(|question| !question.answers.is_empty()).count();
    let recall = 1.0 - missed.len() as f64 / answerable as f64;
    println!(
        "recall@5 {recall:.3} of {answerable}; missed: {missed:#?}; answered without an answer: {nonsense:#?}"
    );
    (recall, nonsense.len())
}

/// The library with what a union makes itself.
fn wide_library(app: &TestApp) -> BTreeMap<&'static str, Code> {
    let mut codes = library(app);
    for (name, kind) in [
        ("charter", DocumentKind::Charter),
        ("regulation", DocumentKind::Regulation),
        ("leaflet", DocumentKind::Leaflet),
    ] {
        let bytes = |lang: Lang| {
            std::fs::read(folder().join(format!("../../assets/demo/{name}_{lang}.docx"))).expect("a sample")
        };
        let code = app.document(kind);
        let edition = Edition::of("2026-01-01").text(Lang::Kk, "kk.docx", bytes(Lang::Kk)).text(
            Lang::Ru,
            "ru.docx",
            bytes(Lang::Ru),
        );
        app.publish(code, &edition);
        codes.insert(name, code);
    }
    codes
}

#[test]
fn people_find_the_article_that_answers_by_any_form_of_their_words() {
    let set = questions("queries.tsv");
    assert!(set.len() >= 100);
    on_each_engine(|app| {
        let (recall, _) = asked(app, &library(app), &set);
        assert!(recall >= 0.975, "recall@5 {recall:.3}");
    });
}

#[test]
fn strangers_find_the_place_that_answers_or_are_told_that_none_does() {
    let set = questions("questions.tsv");
    let unanswerable = set.iter().filter(|question| question.answers.is_empty()).count();
    assert!(set.len() - unanswerable >= 80 && unanswerable >= 10);
    on_each_engine(|app| {
        let (recall, nonsense) = asked(app, &wide_library(app), &set);
        assert!(recall >= 0.97, "recall@5 {recall:.3}");
        assert!(nonsense * 10 <= unanswerable, "{nonsense} of {unanswerable} are answered");
    });
}

#[test]
fn questions_on_which_the_search_was_tuned_are_answered() {
    let set = questions("practice.tsv");
    let unanswerable = set.iter().filter(|question| question.answers.is_empty()).count();
    assert!(set.len() - unanswerable >= 100 && unanswerable >= 10);
    on_each_engine(|app| {
        let (recall, nonsense) = asked(app, &laws(app), &set);
        assert!(recall >= 0.98, "recall@5 {recall:.3}");
        assert!(nonsense * 10 <= unanswerable, "{nonsense} of {unanswerable} are answered");
    });
}

/// Below what is measured (.97; when the set was new, .79); what is wanted is .92.
const LEAST_APART: f64 = 0.95;

#[test]
fn a_set_on_which_nothing_is_tuned_is_answered_as_well_as_it_was() {
    let set = questions("apart.tsv");
    let unanswerable = set.iter().filter(|question| question.answers.is_empty()).count();
    assert!(set.len() - unanswerable >= 100 && unanswerable >= 10);
    on_each_engine(|app| {
        let (recall, nonsense) = asked(app, &laws(app), &set);
        assert!(recall >= LEAST_APART, "recall@5 {recall:.3}");
        assert!(nonsense * 10 <= unanswerable, "{nonsense} of {unanswerable} are answered");
    });
}

#[test]
fn what_is_a_guess_says_so_on_the_page_and_to_programs() {
    on_each_engine(|app| {
        library(app);
        let page = |query: &str| app.get(&address(Lang::Ru, query, "")).text();
        let read_as = |typed: &str, read: &str| {
            say_with(
                Lang::Ru,
                "search-read-as",
                &[("typed", typed.to_owned().into()), ("read", read.to_owned().into())],
            )
        };
        for (typed, read) in [("uhfabr", "график"), ("grafik", "график"), ("графек", "график")]
        {
            let page = page(typed);
            assert!(page.contains(&read_as(typed, read)) && !places(&page).is_empty(), "{typed}: {page}");
        }
        assert!(!page("график").contains("search-read-as") && !page("график").contains("Вместо"));

        let partial = page("график электричек");
        assert!(partial.contains(&say(Lang::Ru, "search-no-answer")), "{partial}");
        assert!(partial.contains("электричек") && !places(&partial).is_empty());
        let none = page("экскаватор");
        assert!(none.contains(&say(Lang::Ru, "search-advice-ask")) && places(&none).is_empty());

        let program = |query: &str| {
            let reply = app.get(&format!("/api/v1/search{}&lang=ru", words_and(query, "")));
            serde_json::from_str::<serde_json::Value>(&reply.text()).expect("an answer")
        };
        let answer = program("uhfabr");
        assert_eq!(answer["read_as"][0], serde_json::json!({"typed": "uhfabr", "read": "график"}));
        assert_eq!(answer["is_partial"], false);
        assert_eq!(program("график электричек")["is_partial"], true);
        assert_eq!(program("статья 500")["missing_place"], "статья 500");
    });
}

#[test]
fn an_address_leads_to_its_place_or_is_said_to_be_nowhere() {
    on_each_engine(|app| {
        let codes = library(app);
        let first = |query: &str| places(&app.get(&address(Lang::Ru, query, "")).text()).into_iter().next();
        let at = |document: &str, anchor: &str| Some(format!("/{}/ru#{anchor}", codes[document]));
        assert_eq!(first("ст. 181"), at("kodeks", "art-181"));
        assert_eq!(first("статья 9 закона о профсоюзах"), at("profsoyuz", "art-9"));
        assert_eq!(first("п. 3 ст. 8"), at("profsoyuz", "art-8-p-3"));
        assert_eq!(first("глава 17"), at("kodeks", "ch-17"));
        assert_eq!(first("5.7"), at("agreement", "p-5-7"));
        let document = format!("&doc={}", codes["profsoyuz"]);
        let within = app.get(&address(Lang::Ru, "ст. 1", &document)).text();
        assert_eq!(places(&within).first(), at("profsoyuz", "art-1").as_ref());
        for nowhere in ["статья 500", "статья 77 закона о профсоюзах"] {
            let page = app.get(&address(Lang::Ru, nowhere, "")).text();
            let said = nowhere.split(" закона").next().unwrap_or_default().to_owned();
            assert!(
                page.contains(&say_with(Lang::Ru, "search-no-place", &[("place", said.into())])),
                "{page}"
            );
        }
    });
}
