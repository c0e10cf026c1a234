//! Long because each thing that programs change is tried with what refuses it.
//!
//! What programs change: by the same verbs as the pages, once under a key, and with nothing left of what is refused.

use serde_json::{Value, json as value};
use tizilim::domain::deed::Deed;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::role::Role;
use tizilim::domain::{Code, Lang};

use crate::app::{Edition, Reply, TestApp, on_each_engine, on_sqlite};
use crate::caller::{Caller, Part, field, json};
use crate::desk::Desk;
use crate::register;
use crate::samples::{self, KK_V1, KK_V2, law};
use crate::schema::complaints;

const ALL: [&str; 4] = ["read", "drafts", "publish", "organizations"];

/// A program that may do everything.
fn caller(app: &TestApp) -> Caller<'_> {
    Caller::of(app, &Desk::open(app), "Бот", &ALL)
}

/// The value of an answer, which the description promised for this path, method and status.
fn promised(app: &TestApp, (method, path): (&str, &str), reply: &Reply, status: u16) -> Value {
    assert_eq!(reply.status, status, "{method} {path}: {}", reply.text());
    let description = json(&app.get("/openapi.json"));
    let described = &description["paths"][path][method]["responses"][status.to_string()];
    assert!(described.is_object(), "{method} {path}: nobody described {status}");
    let schema = &described["content"][reply.header("content-type")]["schema"];
    assert!(schema.is_object(), "{method} {path}: nobody described {}", reply.header("content-type"));
    let wrong = complaints(&description, schema, &json(reply), path);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(reply.header("cache-control"), "no-store");
    json(reply)
}

/// What may change of a register, as far as programs can see.
fn state(app: &TestApp) -> (usize, usize, usize) {
    let drafts = app.registry.draft_counts().expect("drafts").values().sum();
    let audit = app.registry.audit_trail(&Default::default(), 1000).expect("an audit trail").len();
    (app.registry.leaves().expect("leaves").len(), drafts, audit)
}

fn file<'a>(name: &'a str, bytes: Vec<u8>) -> Part<'a> {
    (name, Some("text.docx"), bytes)
}

#[test]
fn an_organization_and_its_document_come_about_are_corrected_and_withdrawn() {
    on_each_engine(|app| {
        let bot = caller(app);
        let school = value!({
            "number": "S054", "names": {"kk": "№54 мектеп", "ru": "Школа № 54"}, "kind": "school",
            "district": "Есіл ауданы / район Есиль"
        });
        let made = bot.send("POST", "/api/v1/organizations", &school);
        let school = promised(app, ("post", "/organizations"), &made, 201);
        let code = school["code"].as_str().expect("a code");
        assert_eq!(made.header("location"), format!("/api/v1/organizations/{code}"));
        let path = format!("/api/v1/organizations/{code}");
        let changed = bot.send("PATCH", &path, &value!({"number": "S-54"}));
        let changed = promised(app, ("patch", "/organizations/{code}"), &changed, 200);
        assert_eq!((&changed["number"], &changed["kind"]), (&"S-54".into(), &"school".into()));
        let named = value!({"names": {"kk": "№54 гимназия", "ru": "Гимназия № 54"}, "since": "2026-09-01"});
        let named = bot.send("POST", &format!("{path}/names"), &named);
        let named = promised(app, ("post", "/organizations/{code}/names"), &named, 200);
        assert_eq!(
            (&named["names"]["ru"], &named["former_names"][0]["ru"]),
            (&"Гимназия № 54".into(), &"Школа № 54".into())
        );
        let wanted = value!({"owner": "S-54", "kind": "law", "titles": {"kk": "Заң", "ru": "Закон"}});
        let document = bot.send("POST", "/api/v1/documents", &wanted);
        let document = promised(app, ("post", "/documents"), &document, 201);
        let code = document["code"].as_str().expect("a code");
        let versions = format!("/api/v1/documents/{code}/versions");
        let dates =
            [field("signed_on", "2020-01-01"), field("effective_from", "2020-01-01"), field("accept", "gap")];
        let parts = [&dates[..], &[file("text_kk", law(KK_V1))]].concat();
        let first = bot.form(&versions, &parts);
        let first = promised(app, ("post", "/documents/{code}/versions"), &first, 201);
        assert_eq!((&first["version"], &first["document"]), (&1.into(), &code.into()));
        assert_eq!(app.get(&format!("/{code}/kk")).status, 200);
        let corrected = bot
            .form(&versions, &[field("corrects", "1"), field("accept", "gap"), file("text_kk", law(KK_V2))]);
        let corrected = promised(app, ("post", "/documents/{code}/versions"), &corrected, 201);
        assert_eq!(corrected["version"], 2);
        let answer =
            || json(&app.get(&format!("/api/v1/documents/{code}/answer")))["version"]["ordinal"].clone();
        assert_eq!(answer(), 2);
        let withdrawn =
            bot.send("POST", &format!("{versions}/2/withdrawal"), &value!({"reason": "Қате файл"}));
        let path = "/documents/{code}/versions/{ordinal}/withdrawal";
        let withdrawn = promised(app, ("post", path), &withdrawn, 200);
        assert_eq!(withdrawn["withdrawn"], true);
        assert_eq!(app.get(&format!("/{code}/kk")).status, 410, "what was declared wrong stays out");
        let again = bot.send("POST", &format!("{versions}/2/withdrawal"), &value!({"reason": "Қате файл"}));
        assert_eq!(promised(app, ("post", path), &again, 409)["problem"], "withdrawn-already");
    });
}

#[test]
fn a_draft_is_begun_filled_looked_at_and_published_as_it_was_seen() {
    on_each_engine(|app| {
        let bot = caller(app);
        let code = app.document(DocumentKind::Charter);
        let path = format!("/api/v1/documents/{code}/drafts");
        let gap = ["Статья 1. Цель", "Статья 2. Средства", "Статья 5. Конец"];
        let parts = [field("effective_from", "01.09.2026"), file("text_ru", samples::docx_of_lines(&gap))];
        let begun = bot.form(&path, &parts);
        let begun = promised(app, ("post", "/documents/{code}/drafts"), &begun, 201);
        let draft = begun["draft"].as_str().expect("a draft");
        let at = format!("/api/v1/drafts/{draft}");
        assert_eq!(
            (&begun["effective_from"], &begun["files"][0]["lang"]),
            (&"2026-09-01".into(), &"ru".into())
        );
        assert_eq!(begun["doubts"][0]["kind"], "gap");
        assert_eq!(begun["problems"][0]["problem"], "dates", "the day of signing is missing");
        let listed = promised(app, ("get", "/documents/{code}/drafts"), &bot.get(&path), 200);
        assert_eq!(listed["items"][0]["draft"], draft);
        let translation = [field("signed_on", "2026-08-30"), field("authenticity_ru", "translation")];
        let saved = bot.form(&at, &translation);
        let saved = promised(app, ("post", "/drafts/{draft}"), &saved, 200);
        assert_eq!(saved["effective_from"], "2026-09-01", "what is not named stays");
        assert_eq!(
            (&saved["files"][0]["authenticity"], &saved["problems"]),
            (&"translation".into(), &value!([]))
        );
        let publication = format!("{at}/publication");
        let publish = |state: &Value, accept: &[&str]| {
            bot.send("POST", &publication, &value!({"state": state, "accept": accept}))
        };
        let before = state(app);
        let unseen = publish(&saved["state"], &[]);
        let unseen = promised(app, ("post", "/drafts/{draft}/publication"), &unseen, 422);
        assert_eq!(
            (&unseen["problem"], &unseen["doubts"][0]["kind"]),
            (&"doubts-unseen".into(), &"gap".into())
        );
        let other = publish(&saved["state"], &["no_headings"]);
        assert_eq!(json(&other)["problem"], "doubts-unseen", "another doubt was accepted");
        let changed = publish(&begun["state"], &["gap"]);
        let changed = promised(app, ("post", "/drafts/{draft}/publication"), &changed, 409);
        assert_eq!(changed["problem"], "changed-since-preview");
        assert_eq!(state(app), before, "refusals leave nothing");
        let seen = promised(app, ("get", "/drafts/{draft}"), &bot.get(&at), 200);
        let published = publish(&seen["state"], &["gap"]);
        let published = promised(app, ("post", "/drafts/{draft}/publication"), &published, 201);
        assert_eq!((&published["version"], &published["doubts"][0]["kind"]), (&1.into(), &"gap".into()));
        assert_eq!(bot.get(&at).status, 404, "the draft is published");
    });
}

#[test]
fn a_draft_is_thrown_away_and_a_file_taken_out() {
    on_each_engine(|app| {
        let bot = caller(app);
        let code = app.document(DocumentKind::Charter);
        let edition = Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы");
        let draft = app.draft(code, &edition).expect("a draft");
        let at = format!("/api/v1/drafts/{draft}");
        let file = json(&bot.get(&at))["files"][0]["id"].as_str().expect("a file").to_owned();
        let saved = json(&bot.form(&at, &[field("remove", &file)]));
        assert_eq!((&saved["files"], &saved["signed_on"]), (&value!([]), &"2026-01-01".into()));
        let gone = bot.ask("DELETE", &at, &[], Vec::new());
        assert_eq!((gone.status, gone.body.len()), (204, 0));
        assert!(app.registry.draft(draft).is_err());
        assert_eq!(bot.ask("DELETE", &at, &[], Vec::new()).status, 404);
    });
}

#[test]
fn what_is_refused_leaves_nothing() {
    on_each_engine(|app| {
        let bot = caller(app);
        app.schools(&["S1"]);
        let code = app.document(DocumentKind::Charter);
        let (versions, drafts) =
            (format!("/api/v1/documents/{code}/versions"), format!("/api/v1/documents/{code}/drafts"));
        let (before, stored) = (state(app), app.stored_files());
        let organizations = "/api/v1/organizations";
        let school =
            |number: &str, kind: &str| value!({"number": number, "names": {"ru": "Школа"}, "kind": kind});
        for (path, body, status, problem) in [
            (organizations, school("S1", "school"), 422, "number-taken"),
            (organizations, school("", "school"), 422, "missing"),
            (organizations, school("S2", "castle"), 422, "table"),
            (organizations, school("S2", "НЕ СЛОВО"), 422, "missing"),
            (organizations, value!({"number": "S2"}), 400, "bad-request"),
            (
                organizations,
                value!({"number": "S2", "names": {}, "kind": "school", "colour": 1}),
                400,
                "bad-request",
            ),
            ("/api/v1/documents", value!({"owner": "S9", "kind": "law"}), 422, "unknown-organization"),
            ("/api/v1/documents", value!({"owner": "S1", "kind": "poem"}), 400, "bad-request"),
            (
                "/api/v1/documents",
                value!({"owner": "S1", "kind": "law", "applies_to": "kinds:school"}),
                400,
                "bad-request",
            ),
        ] {
            let reply = bot.send("POST", path, &body);
            assert_eq!((reply.status, &json(&reply)["problem"]), (status, &problem.into()), "{body}");
        }
        let text = || file("text_kk", samples::docx("Жарғы"));
        for (path, parts, status, problem) in [
            (&versions, vec![field("effective_from", "2026-01-01")], 422, "no-text"),
            (&versions, vec![text()], 422, "dates"),
            (&versions, vec![field("corrects", "7"), text()], 422, "not-correctable"),
            (&versions, vec![field("corrects", "first")], 400, "bad-request"),
            (&versions, vec![field("colour", "red")], 400, "bad-request"),
            (&drafts, vec![field("effective_from", "someday")], 422, "bad-request"),
            (&drafts, vec![file("text_kk", b"not a document".to_vec())], 422, "unreadable"),
            (&drafts, vec![file("text_kk", Vec::new())], 422, "empty-file"),
            (&versions, vec![field("prolongation", "for ever"), text()], 400, "bad-request"),
            (&versions, vec![field("authenticity_kk", "perhaps"), text()], 400, "bad-request"),
            (&versions, vec![field("attachment_1_role", "toy"), text()], 400, "bad-request"),
            (&versions, vec![field("text_kk", "Жарғы")], 400, "bad-request"),
            (&versions, vec![file("signed_on", samples::docx("Жарғы"))], 400, "bad-request"),
            (&versions, vec![text(), text()], 400, "bad-request"),
            (&drafts, vec![field("attachment_1", "Жарғы")], 400, "bad-request"),
        ] {
            let reply = bot.form(path, &parts);
            assert_eq!(
                (reply.status, &json(&reply)["problem"]),
                (status, &problem.into()),
                "{}",
                reply.text()
            );
        }
        let (leaves, drafts, lines) = state(app);
        // A draft that was begun and thrown away is told by two lines.
        assert_eq!((leaves, drafts, app.stored_files()), (before.0, before.1, stored));
        assert!(lines - before.2 <= 6, "{lines}");
    });
}

#[test]
fn what_is_refused_is_said_in_the_readers_language() {
    on_sqlite(|app| {
        let bot = caller(app);
        app.schools(&["S1"]);
        let taken = value!({"number": "S1", "names": {"ru": "Школа"}, "kind": "school"});
        for lang in Lang::ALL {
            let headers = [("accept-language", lang.tag())];
            let reply = bot.send_keyed("POST", "/api/v1/organizations", &taken, &headers);
            let expected = tizilim::phrases::say(lang, "error-refused-title");
            let said = (json(&reply)["title"].clone(), reply.header("content-language").to_owned());
            assert_eq!(said, (expected.into(), lang.tag().to_owned()));
        }
    });
}

#[test]
fn a_change_that_is_refused_changes_nothing() {
    on_each_engine(|app| {
        let bot = caller(app);
        let school = app.schools(&["S1", "S2"])[1];
        let union = register::union(&app.registry);
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы"));
        let draft = app.draft(code, &Edition::of("2026-02-01").saying(Lang::Kk, "Жаңа")).expect("a draft");
        let path = format!("/api/v1/organizations/{school}");
        let nobody = format!("/api/v1/organizations/{}", Code::from_random([7; 6]));
        let (names, withdrawal) =
            (format!("{path}/names"), format!("/api/v1/documents/{code}/versions/1/withdrawal"));
        let other = format!("/api/v1/documents/{code}/versions/9/withdrawal");
        let reason = value!({"reason": "Қате файл"});
        let before = (state(app), app.stored_files(), app.registry.glance().stamp());
        for (method, path, body, status, problem) in [
            ("PATCH", &*path, value!({"number": "S1"}), 422, "number-taken"),
            ("PATCH", &path, value!({"kind": "union"}), 422, "union-is-one"),
            (
                "PATCH",
                &format!("/api/v1/organizations/{union}"),
                value!({"kind": "school"}),
                422,
                "union-is-one",
            ),
            ("PATCH", &path, value!({"colour": "red"}), 400, "bad-request"),
            ("PATCH", &nobody, value!({"number": "S3"}), 404, "unknown-code"),
            ("PATCH", "/api/v1/organizations/2345678", value!({"number": "S3"}), 404, "mistyped-code"),
            ("POST", &names, value!({"names": {}}), 422, "missing"),
            ("POST", &names, value!({"names": {"kk": "А".repeat(301)}}), 422, "too-long"),
            ("POST", &names, value!({"names": {"ru": "Школа"}, "since": "someday"}), 400, "bad-request"),
            ("POST", &withdrawal, value!({"reason": " "}), 422, "missing"),
            ("POST", &withdrawal, value!({}), 400, "bad-request"),
            ("POST", &other, reason, 404, "no-such-page"),
            (
                "DELETE",
                "/api/v1/drafts/00000000-0000-4000-8000-000000000000",
                Value::Null,
                404,
                "unknown-draft",
            ),
        ] {
            let reply = if body.is_null() {
                bot.ask(method, path, &[], Vec::new())
            } else {
                bot.send(method, path, &body)
            };
            let found = (reply.status, json(&reply)["problem"].clone());
            assert_eq!(found, (status, problem.into()), "{method} {path} {body}: {}", reply.text());
        }
        let reader = Caller::of(app, &Desk::open_as(app, Role::Editor, "erlan"), "Бот", &["read"]);
        assert_eq!(reader.ask("DELETE", &format!("/api/v1/drafts/{draft}"), &[], Vec::new()).status, 403);
        let ((leaves, drafts, _), stored, stamp) = before;
        let (now_leaves, now_drafts, _) = state(app);
        assert_eq!((now_leaves, now_drafts, app.stored_files()), (leaves, drafts, stored));
        assert_eq!(app.registry.glance().stamp(), stamp);
    });
}

#[test]
fn what_was_taken_of_a_form_is_named_beside_what_was_refused() {
    on_each_engine(|app| {
        let bot = caller(app);
        let code = app.document(DocumentKind::Charter);
        let draft = app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы")).expect("a draft");
        let at = format!("/api/v1/drafts/{draft}");
        let edits = || {
            let trail = app.registry.audit_trail(&Default::default(), 1000).expect("an audit trail");
            trail.iter().filter(|line| line.deed == Some(Deed::EditDraft)).count()
        };
        let stored = app.stored_files();
        let parts = [file("text_ru", samples::docx("Устав")), file("text_en", b"not a document".to_vec())];
        let refused = bot.form(&at, &parts);
        let refused = promised(app, ("post", "/drafts/{draft}"), &refused, 422);
        assert_eq!((&refused["problem"], &refused["taken"]), (&"unreadable".into(), &value!(["text_ru"])));
        let langs: Vec<_> =
            app.registry.draft(draft).expect("it").texts().filter_map(|file| file.lang()).collect();
        assert_eq!(langs, [Lang::Kk, Lang::Ru]);
        assert_eq!((app.stored_files(), edits()), (stored.map(|count| count + 1), 1));
        for refused in [field("remove", "the second one"), field("colour", "red")] {
            assert_eq!(bot.form(&at, &[refused]).status, 400);
        }
        assert_eq!(edits(), 1, "nothing was changed");
    });
}

#[test]
fn content_of_another_kind_or_beyond_the_limit_is_not_read() {
    on_sqlite(|app| {
        let bot = caller(app);
        let code = app.document(DocumentKind::Charter);
        let (organizations, versions) =
            ("/api/v1/organizations", format!("/api/v1/documents/{code}/versions"));
        let before = state(app);
        for (media_type, status) in [("text/plain", 415), ("application/x-www-form-urlencoded", 415)] {
            let headers = [("content-type", media_type)];
            assert_eq!(bot.ask("POST", &versions, &headers, b"a=b".to_vec()).status, status);
            assert_eq!(bot.ask("POST", organizations, &headers, b"{}".to_vec()).status, status);
        }
        let huge = value!({"number": "x".repeat(70_000), "names": {}, "kind": "school"});
        assert_eq!(bot.send("POST", organizations, &huge).status, 413);
        assert_eq!(state(app), before);
    });
}

#[test]
fn the_same_key_makes_one_thing_and_another_content_is_refused() {
    on_each_engine(|app| {
        let bot = caller(app);
        app.schools(&["S1"]);
        let key = [("idempotency-key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"")];
        let wanted = value!({"owner": "S1", "kind": "charter"});
        let send = |value: &Value| bot.send_keyed("POST", "/api/v1/documents", value, &key);
        let first = send(&wanted);
        assert_eq!(first.status, 201, "{}", first.text());
        let leaves = app.registry.leaves().expect("leaves").len();
        let again = send(&wanted);
        assert_eq!((again.status, &again.body), (201, &first.body));
        assert_eq!(again.header("location"), first.header("location"));
        let bare = [("idempotency-key", "8e03978e-40d5-43dd-bc93-6894a57f9324")];
        let bare = bot.send_keyed("POST", "/api/v1/documents", &wanted, &bare);
        assert_eq!(bare.body, first.body, "the quotation marks are no part of it");
        let other = send(&value!({"owner": "S1", "kind": "leaflet"}));
        assert_eq!((other.status, &json(&other)["problem"]), (422, &"key-reused".into()));
        let elsewhere = bot.send_keyed("POST", "/api/v1/organizations", &wanted, &key);
        assert_eq!(elsewhere.status, 400, "what cannot be read has no key");
        assert_eq!(app.registry.leaves().expect("leaves").len(), leaves);
        for bad in ["", "\"\"", "two words", &"k".repeat(201)] {
            let reply = bot.send_keyed("POST", "/api/v1/documents", &wanted, &[("idempotency-key", bad)]);
            assert_eq!((reply.status, &json(&reply)["parameter"]), (400, &"Idempotency-Key".into()), "{bad}");
        }
        let neighbour = Caller::of(app, &Desk::open_as(app, Role::Editor, "erlan"), "Бот", &["drafts"]);
        let neighbours = neighbour.send_keyed("POST", "/api/v1/documents", &wanted, &key);
        assert_eq!(neighbours.status, 201);
        assert_ne!(neighbours.body, first.body, "a key is of one person");
        app.set_clock("2026-11-23T06:00:01Z");
        let later = send(&wanted);
        assert_eq!(later.status, 201);
        assert_ne!(later.body, first.body, "24 hours are over");
    });
}

#[test]
fn what_was_refused_may_be_sent_again_under_its_key() {
    on_each_engine(|app| {
        let bot = caller(app);
        let key = [("idempotency-key", "one")];
        let wanted = value!({"owner": "S1", "kind": "charter"});
        assert_eq!(bot.send_keyed("POST", "/api/v1/documents", &wanted, &key).status, 422);
        app.schools(&["S1"]);
        assert_eq!(bot.send_keyed("POST", "/api/v1/documents", &wanted, &key).status, 201);
    });
}

#[test]
fn a_publication_that_is_sent_by_many_at_once_under_one_key_is_done_once() {
    on_each_engine(|app| {
        let bot = caller(app);
        let code = app.document(DocumentKind::Law);
        let path = format!("/api/v1/documents/{code}/versions");
        let parts = [
            field("signed_on", "2020-01-01"),
            field("effective_from", "2020-01-01"),
            field("accept", "gap"),
            file("text_kk", law(KK_V1)),
        ];
        let replies: Vec<Reply> = std::thread::scope(|scope| {
            let send = || bot.form_keyed(&path, &parts, &[("idempotency-key", "one")]);
            let sent: Vec<_> = (0..4).map(|_| scope.spawn(send)).collect();
            sent.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        let done: Vec<&Reply> = replies.iter().filter(|reply| reply.status == 201).collect();
        assert!(!done.is_empty());
        for reply in &replies {
            assert!([201, 409].contains(&reply.status), "{}", reply.text());
            if reply.status == 201 {
                assert_eq!(reply.body, done[0].body);
            } else {
                assert_eq!(json(reply)["problem"], "key-open");
            }
        }
        let after = bot.form_keyed(&path, &parts, &[("idempotency-key", "one")]);
        assert_eq!((after.status, &after.body), (201, &done[0].body));
        assert_eq!(crate::register::document(&app.registry, code).versions.len(), 1);
    });
}

#[test]
fn the_description_says_of_every_change_what_it_takes_and_how_it_may_end() {
    on_sqlite(|app| {
        let description = json(&app.get("/openapi.json"));
        let scheme = &description["components"]["securitySchemes"]["token"];
        assert_eq!((&scheme["type"], &scheme["scheme"]), (&"http".into(), &"bearer".into()));
        let mut changes = 0;
        for (path, item) in description["paths"].as_object().expect("paths") {
            for method in ["post", "patch", "delete"] {
                let operation = &item[method];
                if operation.is_null() {
                    continue;
                }
                changes += 1;
                assert!(operation["security"][0]["token"][0].is_string(), "{method} {path}: a scope");
                for status in ["400", "401", "403", "409", "413", "415", "422", "429", "500", "503", "507"] {
                    let media = &operation["responses"][status]["content"]["application/problem+json"];
                    assert!(media["schema"].is_object(), "{method} {path}: {status}");
                }
                let parameters = operation["parameters"].as_array().expect("parameters");
                assert!(parameters.iter().any(|one| one["name"] == "Idempotency-Key"), "{method} {path}");
                let is_form = operation["requestBody"]["content"]["multipart/form-data"].is_object();
                if method != "delete" && !is_form {
                    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
                    let reference = schema["$ref"].as_str().expect("a reference").trim_start_matches('#');
                    let target = description.pointer(reference).expect("a schema");
                    assert!(target["example"].is_object(), "{method} {path}: an example");
                }
            }
        }
        assert_eq!(changes, 10);
    });
}

#[test]
fn an_organization_of_another_kind_is_entered_where_it_is_meant() {
    on_sqlite(|app| {
        let bot = caller(app);
        let wanted = value!({"number": "K1", "names": {"ru": "Замок"}, "kind": "castle", "new_words": true});
        let made = bot.send("POST", "/api/v1/organizations", &wanted);
        assert_eq!(made.status, 201, "{}", made.text());
        let code = json(&made)["code"].as_str().and_then(|code| Code::parse(code).ok()).expect("a code");
        assert_eq!(crate::register::organization(&app.registry, code).kind, "castle");
    });
}
