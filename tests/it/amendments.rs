//! Additional agreements beside the text that they change, and public copies beside the signed original.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::requisites::{Prolongation, RequisitesInput};
use tizilim::domain::version::AttachmentRole;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::registry::{Refusal, Wanted};

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::samples::docx_of_lines;

const AGREEMENT: &[&str] = &[
    "Коллективный договор",
    "Раздел 3. Время отдыха",
    "3.1. Отпуск предоставляется ежегодно, по графику, который утверждает директор школы.",
    "3.2. Отпуск составляет 24 календарных дня, а для педагогов 56 календарных дней.",
    "Раздел 4. Оплата труда",
    "4.1. Доплата за классное руководство составляет 20 процентов от ставки.",
];

const AMENDMENT: &[&str] = &[
    "Дополнительное соглашение к коллективному договору",
    "1. Пункт 3.2 изложить в следующей редакции:",
    "«3.2. Отпуск составляет 28 календарных дней, а для педагогов 64 календарных дня».",
    "2. Соглашение вступает в силу со дня подписания.",
];

fn amendment() -> (&'static str, Vec<u8>) {
    ("dop.docx", docx_of_lines(AMENDMENT))
}

/// A collective agreement of a school with one edition.
fn agreement(app: &TestApp) -> Code {
    let school = app.schools(&["54"])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let mut edition = Edition::of("2025-01-01").text(Lang::Ru, "dogovor.docx", docx_of_lines(AGREEMENT));
    edition.dates.term_end = Some(day("2027-12-31"));
    app.publish(code, &edition);
    code
}

/// Publishes the edition that an amendment makes of the first one.
fn amend(app: &TestApp, code: Code) {
    let draft = app.registry.begin_amendment(code, 1, ACTOR).expect("a draft");
    let dates = app.registry.draft(draft).expect("a draft").requisites;
    assert_eq!((dates.signed_on, dates.term_end), (None, Some(day("2027-12-31"))), "the term goes on");
    let (name, bytes) = amendment();
    let of = (AttachmentRole::Amendment, "Дополнительное соглашение № 1", Some(day("2026-03-05")));
    app.registry.put_attachment(draft, of, name, bytes).expect("an attachment");
    let dates = RequisitesInput {
        signed_on: Some(day("2026-03-05")),
        effective_from: Some(day("2026-03-05")),
        term_end: dates.term_end,
        prolongation: Prolongation::None,
    };
    app.registry.set_requisites(draft, dates).expect("dates");
    let doubts = app.registry.preview(draft).expect("a preview").doubts;
    assert!(doubts.iter().all(|doubt| !doubt.kind.name().starts_with("amendment")), "{doubts:?}");
    assert!(doubts.iter().all(|doubt| doubt.kind.name() != "other_day"), "{doubts:?}");
    app.registry.publish(draft, ACTOR).expect("a publication");
}

#[test]
fn a_member_reads_what_changed_where_it_changed() {
    on_each_engine(|app| {
        let code = agreement(app);
        amend(app, code);
        let page = app.scan(&format!("/{code}/ru"), Lang::Ru);
        assert!(page.contains("24 календарных дня"), "the base stays readable");
        let (_, after) = page.split_once("id=\"p-3-2\"").expect("the point");
        let (note, _) = after.split_once("</aside>").expect("what changes it");
        assert!(note.contains("Изменено: Дополнительное соглашение № 1"), "{note}");
        assert!(note.contains("64 календарных дня") && note.contains("href=\"#am-1-p-1\""), "{note}");
        assert!(!note.contains("id=\"sec-4\""), "it stands at the point itself");
        for words in ["5 марта 2026 г.", "href=\"#am-1\"", "id=\"am-1-p-1\"", "Соглашение вступает в силу"]
        {
            assert!(page.contains(words), "{words}");
        }
        let before = app.scan(&format!("/{code}/v1/ru"), Lang::Ru);
        assert!(!before.contains("64 календарных дня"), "the earlier edition is what it was");
        let found = app
            .get(&format!(
                "/{code}/ru?q=64%20%D0%BA%D0%B0%D0%BB%D0%B5%D0%BD%D0%B4%D0%B0%D1%80%D0%BD%D1%8B%D1%85"
            ))
            .text();
        assert!(found.contains("#am-1"), "a search finds what changed: {found}");

        // A better reader makes the same again.
        for stale in app.registry.stale(Some(code), Wanted::All).expect("texts") {
            app.registry.reextract(&stale, ACTOR).expect("a body");
        }
        assert_eq!(app.scan(&format!("/{code}/ru"), Lang::Ru), page);
    });
}

#[test]
fn the_next_amendment_begins_with_the_one_before() {
    on_each_engine(|app| {
        let code = agreement(app);
        amend(app, code);
        let draft = app.registry.begin_amendment(code, 2, ACTOR).expect("a draft");
        let preview = app.registry.preview(draft).expect("a preview");
        assert_eq!(preview.bodies[0].1.amendments[0].changes[0].at, "p-3-2");
        let same = preview.problems.iter().any(|problem| matches!(problem, Refusal::SameBytes { .. }));
        assert!(same, "nothing new amends it yet");
        let second = docx_of_lines(&[
            "1. Пункт 4.1 исключить.",
            "2. Остальное действует без изменений в прежнем виде.",
        ]);
        let of = (AttachmentRole::Amendment, "№ 2", Some(day("2026-04-01")));
        app.registry.put_attachment(draft, of, "dop2.docx", second).expect("an attachment");
        let preview = app.registry.preview(draft).expect("a preview");
        let places: Vec<&str> = preview.bodies[0]
            .1
            .amendments
            .iter()
            .flat_map(|amendment| amendment.changes.iter().map(|change| change.at.as_str()))
            .collect();
        assert_eq!(places, ["p-3-2", "p-4-1"]);
        let first = preview.draft.amendments().next().expect("the first").0.id;
        app.registry.remove_draft_file(draft, first).expect("a file less");
        let preview = app.registry.preview(draft).expect("a preview");
        assert_eq!(preview.bodies[0].1.amendments.len(), 1);
    });
}

#[test]
fn what_changes_nothing_that_is_found_is_a_doubt() {
    on_each_engine(|app| {
        let code = agreement(app);
        let draft = app.registry.begin_amendment(code, 1, ACTOR).expect("a draft");
        let elsewhere =
            docx_of_lines(&["Дополнительное соглашение", "1. Пункт 17.9 договора исключить полностью."]);
        let of = (AttachmentRole::Amendment, "№ 1", None);
        app.registry.put_attachment(draft, of, "dop.docx", elsewhere).expect("an attachment");
        let names: Vec<&str> =
            app.registry.doubts(draft).expect("doubts").iter().map(|doubt| doubt.kind.name()).collect();
        assert!(names.contains(&"amendment_without_place"), "{names:?}");
    });
}

#[test]
fn a_signed_original_is_known_and_a_closed_one_is_not_given_out() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let school = app.schools(&["54"])[0];
        let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        let mut edition = Edition::of("2025-01-01").text(Lang::Ru, "copy.docx", docx_of_lines(AGREEMENT));
        edition.dates.term_end = Some(day("2027-12-31"));
        let draft = app.draft(code, &edition).expect("a draft");
        let (open, closed) =
            (docx_of_lines(&["Подписано и скреплено печатью"]), docx_of_lines(&["ИИН 850101300123"]));
        let of_open = (AttachmentRole::SignedOriginal, "Оригинал с подписями", None);
        app.registry.put_attachment(draft, of_open, "open.docx", open.clone()).expect("an attachment");
        let of_closed = (AttachmentRole::ClosedOriginal, "Приложение с ИИН", None);
        app.registry.put_attachment(draft, of_closed, "closed.docx", closed.clone()).expect("an attachment");
        app.registry.publish(draft, ACTOR).expect("a publication");

        let (open_sum, closed_sum) = (Checksum::of(&open), Checksum::of(&closed));
        let page = app.scan(&format!("/{code}/ru"), Lang::Ru);
        assert!(page.contains("публичная копия"), "{page}");
        assert!(
            page.contains(&open_sum.to_string()) && page.contains(&closed_sum.to_string()),
            "both are hashed"
        );
        assert!(page.contains(&format!("/f/{open_sum}")) && !page.contains(&format!("/f/{closed_sum}")));
        assert_eq!(app.get(&format!("/f/{open_sum}")).body, open);
        assert_eq!(app.get(&format!("/f/{closed_sum}")).status, 404);
        let api = app.get(&format!("/api/v1/documents/{code}")).text();
        assert!(api.contains("closed_original") && !api.contains(&format!("/f/{closed_sum}")), "{api}");

        let own = format!("/admin/documents/{code}/originals/{closed_sum}");
        assert!(desk.get(&format!("/admin/documents/{code}")).text().contains(&own));
        assert_eq!(desk.get(&own).body, closed);
        assert_eq!(app.get(&own).status, 303, "signed out");
        let not_closed = format!("/admin/documents/{code}/originals/{open_sum}");
        assert_eq!(desk.get(&not_closed).status, 404);
        let leaves = app.registry.leaves().expect("leaves");
        let leaf = leaves.last().expect("a leaf");
        assert!(leaf.1.contains(&format!("signed-original {closed_sum}")), "{}", leaf.1);
    });
}

#[test]
fn a_command_amends_too() {
    with_each_engine(|office| {
        let (text, dop) =
            (office.file("a.docx", &docx_of_lines(AGREEMENT)), office.file(amendment().0, &amendment().1));
        let code = office.done(&[
            "document",
            "add",
            "--owner",
            "union",
            "--kind",
            "regulation",
            "--title-ru",
            "Положение",
        ]);
        let code = code.trim();
        let days = |day: &'static str| ["--signed-on", day, "--effective-from", day];
        office
            .done(&[&["publish", code, "--ru", &text, "--accept-doubts"][..], &days("2025-01-01")].concat());
        let amends = ["publish", code, "--amends", "v1", "--amendment", &dop, "--accept-doubts"];
        let told = office.done(&[&amends[..], &days("2026-03-05")].concat());
        assert_eq!(told.trim(), "v2");
        let served = office.serve();
        let page = served.get(&format!("/{code}/ru"), &[]).text();
        assert!(page.contains("24 календарных дня") && page.contains("64 календарных дня"), "{page}");
        assert!(page.contains("Изменено: dop"), "it is called like its file");
    });
}
