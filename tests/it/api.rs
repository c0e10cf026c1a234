//! Programs get what the description promises, and the same answers as people.

use serde_json::Value;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::{EndVerb, FactDetail};
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, Reply, TestApp, day, on_each_engine};
use crate::register;
use crate::samples::{KK_V1, KK_V2, RU_V2, WORDS_V2};
use crate::schema::complaints;
use crate::search::{address, library, places, words_and};

const HOST: &str = "https://qr.example.kz";

/// A law with a correction, a withdrawal, an end that is to come, and an edition that is not yet in force.
fn law(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Law);
    app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
    app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
    app.publish(code, &Edition::of("2026-03-01").saying(Lang::Kk, "Қате мәтін"));
    app.publish(code, &Edition::correcting(3).saying(Lang::Kk, "Түзетілген мәтін"));
    app.publish(code, &Edition::of("2026-05-01").saying(Lang::Ru, "Отозванный текст"));
    app.registry.withdraw(code, 5, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
    app.publish(code, &Edition::of("2027-01-01").saying(Lang::Kk, "Болашақ мәтін"));
    let end = FactDetail::Ended { on: day("2028-01-01"), verb: EndVerb::Repealed };
    app.registry.record_fact(code, 6, end, ACTOR).expect("a fact");
    code
}

fn json(reply: &Reply) -> Value {
    serde_json::from_slice(&reply.body).expect("JSON")
}

fn get(app: &TestApp, path: &str) -> Value {
    let reply = app.get(path);
    assert_eq!((reply.status, reply.header("content-type")), (200, "application/json"), "{path}");
    json(&reply)
}

#[test]
fn every_path_of_the_description_answers_as_its_schema_says() {
    on_each_engine(|app| {
        let law = law(app);
        let school = app.schools(&["S054"])[0];
        let empty = app.document(DocumentKind::Leaflet);
        let gone = app.document(DocumentKind::Form);
        let scan = Edition::of("2026-01-01").attachment("a.docx", crate::samples::docx("Қосымша"));
        app.publish(gone, &scan.saying(Lang::Kk, "Бланк"));
        app.registry.withdraw(gone, 1, "Қате", Withdrawal::Erase, ACTOR).expect("an erasure");
        let description = get(app, "/openapi.json");
        assert!(description["openapi"].as_str().is_some_and(|version| version.starts_with("3.1")));
        let paths = description["paths"].as_object().expect("paths");
        assert_eq!(paths.len(), 20);
        for (path, item) in paths {
            let operation = &item["get"];
            if operation.is_null() || operation["security"].is_array() {
                // What takes a token is asked in tests/it/programs.rs.
                continue;
            }
            assert!(operation["description"].is_string() || operation["summary"].is_string(), "{path}");
            for subject in [law, empty, gone, school] {
                let filled = path
                    .replace("{code}", subject.as_str())
                    .replace("{ordinal}", "1")
                    .replace("{lang}", "kk");
                let query =
                    if path == "/search" { "?q=%D0%BF%D0%B5%D0%B4%D0%B0%D0%B3%D0%BE%D0%B3" } else { "" };
                let reply = app.get(&format!("/api/v1{filled}{query}"));
                let described = &operation["responses"][reply.status.to_string()];
                assert!(described.is_object(), "{filled}: nobody described {}", reply.status);
                let media_type = reply.header("content-type").split(';').next().expect("a type").to_owned();
                let schema = &described["content"][media_type.as_str()]["schema"];
                assert!(schema.is_object(), "{filled}: nobody described {media_type}");
                if media_type.ends_with("json") {
                    let wrong = complaints(&description, schema, &json(&reply), &filled);
                    assert!(wrong.is_empty(), "{wrong:#?}");
                }
                assert_eq!(reply.header("access-control-allow-origin"), "*", "{filled}");
                let stored = if reply.status == 200 { "no-cache" } else { "no-store" };
                assert_eq!(reply.header("cache-control"), stored, "{filled}");
            }
        }
    });
}

#[test]
fn the_answer_is_the_one_that_the_page_gives() {
    on_each_engine(|app| {
        let code = law(app);
        let days = [
            "1999-12-31",
            "2020-01-01",
            "2025-05-31",
            "2025-06-01",
            "2026-03-01",
            "2026-05-02",
            "2027-01-01",
        ];
        for at in days {
            for lang in Lang::ALL {
                let answer = get(app, &format!("/api/v1/documents/{code}/answer?at={at}&lang={lang}"));
                let page = app.get(&format!("/{code}/at/{at}/{lang}"));
                let (ordinal, text) = (&answer["version"]["ordinal"], answer["text"]["lang"].as_str());
                let location = format!("/{code}/v{ordinal}/{}", text.expect("a language"));
                assert_eq!(page.header("content-location"), location, "{at} in {lang}");
                assert_eq!(answer["text"]["address"], format!("{HOST}{location}"));
                assert_eq!(page.header("content-language"), text.expect("a language"));
                assert_eq!(answer["text"]["wish_missing"], Value::Bool(text != Some(lang.tag())));
                let path =
                    format!("/api/v1/documents/{code}/versions/{ordinal}/texts/{}/plain", text.expect("it"));
                let words = app.get(&path).text();
                let line = words.lines().find(|line| line.len() > 10).expect("a line").to_owned();
                let first = line.split_whitespace().next_back().expect("a word").to_owned();
                assert!(page.text().contains(&first), "{at} in {lang}: {first}");
            }
        }
        let today = get(app, &format!("/api/v1/documents/{code}/answer"));
        let page = app.get(&format!("/{code}"));
        assert_eq!(today["version"]["ordinal"], 4);
        assert!(page.header("content-location").starts_with(&format!("/{code}/v4/")));
        assert_eq!(today["standing"]["status"], "in_force");
        let instant = get(app, &format!("/api/v1/documents/{code}/answer?at=2026-12-31T18:59:59Z"));
        assert_eq!((&instant["day"], &instant["version"]["ordinal"]), (&"2026-12-31".into(), &4.into()));
        let instant = get(app, &format!("/api/v1/documents/{code}/answer?at=2026-12-31T19:00:00Z"));
        assert_eq!((&instant["day"], &instant["version"]["ordinal"]), (&"2027-01-01".into(), &6.into()));
    });
}

#[test]
fn programs_find_the_same_places_as_people() {
    on_each_engine(|app| {
        let codes = library(app);
        let agreement = register::document(&app.registry, codes["agreement"]);
        let school = app
            .registry
            .read(|view| Ok::<_, tizilim::registry::Error>(view.owner(&agreement)?.code))
            .expect("an owner");
        let more_of = [
            String::new(),
            "&page=2".to_owned(),
            "&all=1".to_owned(),
            format!("&org={school}"),
            format!("&doc={}", codes["pedagog"]),
        ];
        let mut seen = 0;
        for (query, more) in ["права педагога", "кәсіподақ мүшелері", "демалыс"]
            .iter()
            .flat_map(|query| more_of.iter().map(move |more| (query, more)))
        {
            let page = app.get(&address(Lang::Ru, query, more)).text();
            let found = get(app, &format!("/api/v1/search{}&lang=ru", words_and(query, more)));
            let items = found["items"].as_array().expect("places");
            let links: Vec<String> =
                items.iter().map(|item| item["page"].as_str().expect("a page").replace(HOST, "")).collect();
            assert_eq!(links, places(&page), "{query}{more}");
            seen += items.len();
            for item in items {
                let code = item["document"].as_str().expect("a code");
                let answer = get(app, &format!("/api/v1/documents/{code}/answer"));
                assert_eq!(item["is_answer"], item["version"] == answer["version"]["ordinal"], "{item}");
                assert!(item["excerpt"].as_str().is_some_and(|words| !words.is_empty()), "{item}");
            }
        }
        assert!(seen > 50, "{seen} places");
    });
}

#[test]
fn what_was_known_earlier_is_still_answered() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2024-01-01").saying(Lang::Kk, "Бірінші"));
        let before = app.registry.now();
        app.set_clock("2026-11-22T07:00:00Z");
        app.publish(code, &Edition::of("2025-01-01").saying(Lang::Kk, "Екінші"));
        let ordinal = |known: &str| {
            get(app, &format!("/api/v1/documents/{code}/answer?known={known}"))["version"]["ordinal"].clone()
        };
        assert_eq!(ordinal(&before.to_string()), 1);
        assert_eq!(ordinal("2026-11-22T07:30:00Z"), 2);
        assert_eq!(ordinal("2099-01-01T00:00:00Z"), 2, "nobody knows the future");
        let nothing = get(app, &format!("/api/v1/documents/{code}/answer?known=2020-01-01T00:00:00Z"));
        assert_eq!((&nothing["outcome"], &nothing["version"]), (&"nothing_published".into(), &Value::Null));
    });
}

#[test]
fn refusals_are_problem_details_in_the_readers_language() {
    on_each_engine(|app| {
        let code = law(app);
        let answer = format!("/api/v1/documents/{code}/answer");
        for (path, status, problem, parameter) in [
            ("/api/v1/nothing".to_owned(), 404, "no-such-page", ""),
            ("/api/v1/documents/7K3M9Q4".to_owned(), 404, "mistyped-code", ""),
            ("/api/v1/documents/7K3M9Q3".to_owned(), 404, "unknown-code", ""),
            (format!("/api/v1/documents/{code}/versions/9"), 404, "no-such-page", ""),
            (format!("{answer}?at=yesterday"), 400, "bad-request", "at"),
            (format!("{answer}?at=2026-02-30"), 400, "bad-request", "at"),
            (format!("{answer}?known=2026-02-01"), 400, "bad-request", "known"),
            (format!("{answer}?lang=de"), 400, "bad-request", "lang"),
            (format!("{answer}?when=2026-02-01"), 400, "bad-request", ""),
            ("/api/v1/documents?limit=101".to_owned(), 400, "bad-request", "limit"),
            ("/api/v1/documents?kind=poem".to_owned(), 400, "bad-request", "kind"),
            ("/api/v1/organizations?status=asleep".to_owned(), 400, "bad-request", "status"),
            ("/api/v1/search".to_owned(), 400, "bad-request", "q"),
            (format!("/api/v1/search?q={}", "a".repeat(301)), 400, "bad-request", "q"),
            ("/api/v1/search?q=a&page=6".to_owned(), 400, "bad-request", "page"),
            ("/api/v1/search?q=a&all=yes".to_owned(), 400, "bad-request", "all"),
            ("/api/v1/search?q=a&doc=7K3M9Q3".to_owned(), 404, "unknown-code", ""),
        ] {
            for lang in Lang::ALL {
                let reply = app.ask("GET", &path, &[("accept-language", lang.tag())]);
                assert_eq!(
                    (reply.status, reply.header("content-type")),
                    (status, "application/problem+json"),
                    "{path}"
                );
                assert_eq!(
                    (reply.header("cache-control"), reply.header("content-language")),
                    ("no-store", lang.tag())
                );
                let details = json(&reply);
                assert_eq!(
                    (&details["problem"], &details["status"]),
                    (&problem.into(), &status.into()),
                    "{path}"
                );
                assert_eq!(details["title"], say(lang, &format!("error-{problem}-title")));
                assert_eq!(details["parameter"].as_str().unwrap_or_default(), parameter, "{path}");
            }
        }
        let post = app.ask("POST", &answer, &[]);
        assert_eq!((post.status, post.header("allow")), (405, "GET, HEAD, OPTIONS"));
        let asked = app.ask("OPTIONS", &answer, &[("origin", "https://other.example")]);
        assert_eq!((asked.status, asked.header("access-control-allow-methods")), (204, "GET, HEAD, OPTIONS"));
    });
}

#[test]
fn lists_are_filtered_and_come_in_parts() {
    on_each_engine(|app| {
        let schools = app.schools(&["S001", "S002", "S003"]);
        let own = app.document_of(schools[1], DocumentKind::WorkPlan).expect("a document");
        app.document(DocumentKind::Leaflet);
        let all = get(app, "/api/v1/organizations");
        assert_eq!(all["total"], 4, "the union and three schools");
        let kind = get(app, "/api/v1/organizations?kind=school&limit=2&offset=2");
        assert_eq!((&kind["total"], kind["items"].as_array().map(Vec::len)), (&3.into(), Some(1)));
        assert_eq!(kind["items"][0]["number"], "S003");
        let behind = get(app, "/api/v1/organizations?offset=100");
        assert_eq!(behind["items"], Value::Array(Vec::new()));
        let district =
            "/api/v1/organizations?district=%D1%80%D0%B0%D0%B9%D0%BE%D0%BD%20%D0%95%D1%81%D0%B8%D0%BB%D1%8C";
        assert_eq!(get(app, district)["total"], 3);
        let documents = get(app, &format!("/api/v1/documents?owner={}", schools[1]));
        assert_eq!(
            (&documents["total"], &documents["items"][0]["code"]),
            (&1.into(), &own.to_string().into())
        );
        assert_eq!(get(app, "/api/v1/documents?kind=leaflet")["total"], 1);
        let shelf = get(app, &format!("/api/v1/organizations/{}/shelf", schools[1]));
        assert_eq!(shelf["items"].as_array().map(Vec::len), Some(2));
        let spoken = get(app, &format!("/api/v1/codes/{}", own.grouped().to_lowercase()));
        assert_eq!((&spoken["code"], &spoken["meaning"]), (&own.to_string().into(), &"document".into()));
    });
}

#[test]
fn nobodys_telephone_is_given_to_programs() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let contact = tizilim::registry::ContactInput {
            name: "Сәуле Омарова".into(),
            phone: "8 701 555 44 33".into(),
            consent: true,
            ..Default::default()
        };
        app.registry.set_contact(school, &contact, ACTOR).expect("a contact");
        let code = law(app);
        assert!(app.get(&format!("/{school}")).text().contains("Сәуле"), "people see whom to ask");
        for path in [
            format!("/api/v1/organizations/{school}"),
            format!("/api/v1/organizations/{school}/shelf"),
            "/api/v1/organizations".to_owned(),
            format!("/{school}/feed.atom"),
            format!("/{code}/feed.atom"),
            format!("/{school}/embed"),
        ] {
            let text = app.get(&path).text();
            assert!(
                !text.contains("Сәуле") && !text.contains("555 44") && !text.contains("5554433"),
                "{path}"
            );
        }
    });
}

#[test]
fn answers_are_revalidated_and_bodies_keep_their_structure() {
    on_each_engine(|app| {
        let code = law(app);
        let path = format!("/api/v1/documents/{code}/versions/2/texts/kk/body");
        let reply = app.get(&path);
        let again = app.ask("GET", &path, &[("if-none-match", reply.header("etag"))]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        let head = app.ask("HEAD", &path, &[]);
        assert_eq!((head.status, head.header("etag"), head.body.len()), (200, reply.header("etag"), 0));
        let body = json(&reply);
        let blocks = body["body"]["blocks"].as_array().expect("blocks");
        assert!(blocks.iter().any(|block| block["heading"]["anchor"] == "art-3-1"), "article 3-1");
        let plain = app.get(&format!("/api/v1/documents/{code}/versions/2/texts/kk/plain"));
        assert_eq!(plain.header("content-language"), "kk");
        assert!(plain.text().contains(WORDS_V2));
        let answer = app.get(&format!("/api/v1/documents/{code}/answer"));
        assert_eq!(answer.header("vary"), "Accept-Encoding, Accept-Language");
        assert_eq!(reply.header("vary"), "Accept-Encoding");
    });
}
