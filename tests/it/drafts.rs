//! Looking at a draft changes nothing; publishing it carries what was seen.

use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::BigInt;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::ids::DraftId;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;

use crate::app::{Edition, Reply, TestApp, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::register;
use crate::samples::law;

/// Drafts of one document that are published at the same time.
const AT_ONCE: usize = 50;

#[derive(QueryableByName)]
struct Version {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

/// A draft in Kazakh and Russian, with a scan.
fn draft_of(app: &TestApp, code: Code, from: &str, words: &str) -> DraftId {
    let edition = Edition::of(from)
        .saying(Lang::Kk, &format!("{words} мәтін"))
        .saying(Lang::Ru, &format!("{words} текст"))
        .attachment("scan.pdf", law("zakon_pedagog_kk_v1.pdf"));
    app.draft(code, &edition).expect("a draft")
}

/// What stands in the hidden field of the form that publishes.
fn state_in(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen_state\" value=\"").expect("a field");
    rest.split('"').next().expect("its end").to_owned()
}

/// Every page and file of a draft that a browser may ask for.
fn look_at_all(app: &TestApp, desk: &Desk<'_>, code: Code, draft: DraftId) {
    let own = format!("/admin/drafts/{draft}");
    let files = app.registry.draft(draft).expect("the draft").files;
    let files = files.iter().map(|file| format!("{own}/files/{}", file.id));
    let pages = ["", "?done=saved", "/preview", "/preview?as=ru", "/page/kk", "/page/ru", "/page/en"];
    let pages = pages.map(|page| format!("{own}{page}"));
    let of_document =
        ["/admin".to_owned(), "/admin/documents".to_owned(), format!("/admin/documents/{code}")];
    for path in of_document.into_iter().chain(pages).chain(files) {
        assert_eq!(desk.get(&path).status, 200, "{path}");
    }
}

#[test]
fn looking_at_a_draft_writes_nothing() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Charter);
        let draft = draft_of(app, code, "2026-01-01", "Бірінші");
        let desk = Desk::open(app);
        let mut database = SqliteConnection::establish(&app.database_file()).expect("the database");
        // A number that another connection's commit changes, whatever it wrote.
        let mut written = || {
            let query = diesel::sql_query("SELECT data_version FROM pragma_data_version");
            query.get_result::<Version>(&mut database).expect("a number").data_version
        };
        std::thread::sleep(Duration::from_millis(300));
        let before = written();
        look_at_all(app, &desk, code, draft);
        assert_eq!(written(), before, "somebody wrote");
    });
}

#[test]
fn looking_at_a_draft_marks_nothing_as_seen() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let draft = draft_of(app, code, "2026-01-01", "Бірінші");
        app.publish(code, &Edition::of("2025-01-01").saying(Lang::Kk, "Басқа"));
        let desk = Desk::open(app);
        let state = || {
            let draft = format!("{:?}", app.registry.draft(draft).expect("the draft"));
            (draft, app.registry.glance().stamp(), app.registry.leaves().expect("leaves").len())
        };
        let before = state();
        look_at_all(app, &desk, code, draft);
        assert_eq!(state(), before);
    });
}

#[test]
fn a_frame_that_reloads_after_somebody_elses_publication_marks_nothing_as_seen() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2024-01-01").saying(Lang::Kk, "Ескі"));
        let draft = draft_of(app, code, "2026-01-01", "Бірінші");
        let desk = Desk::open(app);
        let own = format!("/admin/drafts/{draft}");
        let publish = |state: &str| -> Reply {
            desk.post(&format!("{own}/publish"), &[("seen", "yes"), ("seen_state", state)])
        };
        let state = state_in(&desk.page(&format!("{own}/preview")));
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Kk, "Басқаның мәтіні"));
        desk.page(&format!("{own}/page/kk"));
        let refused = publish(&state);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains(&say(Lang::Ru, "refusal-changed-since-preview")));
        assert_eq!(register::document(&app.registry, code).versions.len(), 2, "nothing changed");
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("Басқаның мәтіні"));

        let preview = desk.page(&format!("{own}/preview"));
        assert!(preview.contains("Код по-прежнему открывает редакцию от 1 февраля 2026 года"), "{preview}");
        let looked_again = state_in(&preview);
        assert_ne!(looked_again, state);
        assert_eq!(publish(&looked_again).status, 303);
        assert!(app.registry.drafts(code).expect("drafts").is_empty());
    });
}

#[test]
fn a_program_publishes_what_it_saved_and_nothing_that_changed_since() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let draft = draft_of(app, code, "2026-01-01", "Бірінші");
        let desk = Desk::open(app);
        let own = format!("/admin/drafts/{draft}");
        let publish = || desk.post(&format!("{own}/publish"), &[("seen", "yes")]).status;
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Kk, "Басқаның мәтіні"));
        desk.page(&format!("{own}/preview"));
        assert_eq!(publish(), 422, "looking is no decision");
        let dates = app.registry.draft(draft).expect("the draft").requisites;
        app.registry.set_requisites(draft, dates).expect("saved again");
        assert_eq!(publish(), 303);
    });
}

#[test]
fn of_fifty_drafts_that_are_published_at_once_one_comes_out() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let drafts: Vec<DraftId> = (0..AT_ONCE)
            .map(|number| {
                let words = format!("Мәтін {number}");
                app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, &words)).expect("a draft")
            })
            .collect();
        let desk = Desk::open(app);
        let answers: Vec<u16> = std::thread::scope(|scope| {
            let publish = |draft: &DraftId| {
                let path = format!("/admin/drafts/{draft}/publish");
                let desk = &desk;
                scope.spawn(move || desk.post(&path, &[("seen", "yes")]).status)
            };
            let threads: Vec<_> = drafts.iter().map(publish).collect();
            threads.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        let count = |status| answers.iter().filter(|answer| **answer == status).count();
        assert_eq!((count(303), count(422)), (1, AT_ONCE - 1), "{answers:?}");
        assert_eq!(register::document(&app.registry, code).versions.len(), 1);
        assert_eq!(app.registry.drafts(code).expect("drafts").len(), AT_ONCE - 1, "the others are kept");
    });
}

#[test]
fn a_form_that_is_sent_twice_makes_one_document_and_one_draft() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let fields = |key| {
            [
                ("key", key),
                ("owner", "union"),
                ("kind", "leaflet"),
                ("title_kk", "Қос жадынама"),
                ("title_ru", "Памятка"),
                ("title_en", ""),
                ("concerns_kk", ""),
                ("concerns_ru", ""),
                ("concerns_en", ""),
                ("short_kk", ""),
                ("short_ru", ""),
                ("short_en", ""),
                ("applies_to", "all"),
                ("organizations", ""),
            ]
        };
        let make = |key| {
            let reply = desk.post("/admin/documents/new", &fields(key));
            assert_eq!(reply.status, 303, "{}", reply.text());
            reply.header("location").to_owned()
        };
        let both = std::thread::scope(|scope| {
            [scope.spawn(|| make("one")), scope.spawn(|| make("one"))]
                .map(|sent| sent.join().expect("an answer"))
        });
        assert_eq!(both[0], both[1], "one document");
        assert_ne!(make("another"), both[0], "a page that was loaded anew means another one");
        assert!(desk.page("/admin/documents/new").contains(r#"name="key""#));
        let page = both[0].split('?').next().expect("an address");
        let begin = || desk.post(&format!("{page}/drafts"), &[]).header("location").to_owned();
        assert_eq!(begin(), begin(), "an empty draft is gone on with");
    });
}
