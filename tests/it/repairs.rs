//! Mistakes are repaired, and what becomes known later is told.

use tizilim::domain::document_kind::DocumentKind;

use tizilim::domain::fact::{EndVerb, FactDetail};
use tizilim::domain::lang::Trilingual;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{DocumentInput, Refusal, Withdrawal};

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::desk::Desk;
use crate::register;
use crate::samples::{docx, law};

fn charter(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Charter);
    app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Бірінші мәтін"));
    code
}

fn russian(app: &TestApp, path: &str) -> String {
    app.get(&format!("{path}/ru")).text()
}

#[test]
fn a_chain_of_corrections_stands_for_the_first_version_and_none_of_its_links_comes_back() {
    on_each_engine(|app| {
        let code = charter(app);
        app.publish(code, &Edition::correcting(1).saying(Lang::Kk, "Екінші мәтін"));
        app.publish(code, &Edition::correcting(2).saying(Lang::Kk, "Үшінші мәтін"));
        app.publish(code, &Edition::of("2025-01-01").saying(Lang::Kk, "Бұрынғы мәтін"));
        let answers = |words: &str| app.scan(&format!("/{code}"), Lang::Kk).contains(words);
        assert!(answers("Үшінші мәтін"));
        let version = &register::document(&app.registry, code).versions[2];
        assert_eq!(version.requisites.effective_from, day("2026-01-01"), "taken over");
        let refusal = app.refused(code, || app.registry.begin_draft(code, Some(1), ACTOR));
        assert_eq!(refusal, Refusal::NotCorrectable(1));
        let withdraw = |ordinal| {
            app.registry.withdraw(code, ordinal, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        };
        withdraw(3);
        let refusal =
            app.refused(code, || app.registry.withdraw(code, 3, "Қате", Withdrawal::Withdraw, ACTOR));
        assert_eq!(refusal, Refusal::WithdrawnAlready);
        assert!(answers("Бұрынғы мәтін"), "the one before that was never declared wrong");
        assert!(app.get(&format!("/{code}/at/2026-06-01/kk")).text().contains("Бұрынғы мәтін"));
        let timemap = app.get(&format!("/{code}/timemap")).text();
        assert!(timemap.contains("/v4>") && !["/v1>", "/v2>", "/v3>"].iter().any(|v| timemap.contains(v)));
        let answer = app.get(&format!("/api/v1/documents/{code}/answer?lang=kk")).text();
        assert!(answer.contains("2025-01-01") && !answer.contains("2026-01-01"), "{answer}");
        let found = app.get("/search/kk?q=%D0%B5%D0%BA%D1%96%D0%BD%D1%88%D1%96&editions=all").text();
        assert!(!found.contains("Екінші мәтін"), "nor is it found: {found}");
        let refusal = app.refused(code, || app.registry.begin_draft(code, Some(2), ACTOR));
        assert_eq!(refusal, Refusal::NotCorrectable(2));
        let second = russian(app, &format!("/{code}/v2"));
        assert!(
            second.contains("Исправленный текст опубликован <time datetime=\"2026-11-22\">22 ноября 2026 года</time>, а потом отозван"),
            "{second}"
        );
        assert!(russian(app, &format!("/{code}/v1")).contains("Открыть исправленный текст"));
    });
}

#[test]
fn a_correction_that_is_erased_leaves_a_page_that_says_so_and_the_text_may_come_out_anew() {
    on_each_engine(|app| {
        let code = charter(app);
        app.publish(code, &Edition::correcting(1).saying(Lang::Kk, "Екінші мәтін"));
        app.registry.withdraw(code, 2, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        let gone = app.get(&format!("/{code}/ru"));
        assert_eq!(gone.status, 410);
        assert!(gone.text().contains("Жеке деректер"), "the reason of the erasure, of no other");
        assert_eq!(app.get(&format!("/{code}/timemap")).status, 410);
        assert_eq!(app.get(&format!("/{code}/v1/kk")).status, 200, "its address shows it with a notice");
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Бірінші мәтін"));
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("Бірінші мәтін"));
    });
}

#[test]
fn the_form_says_what_the_code_answers_after_a_withdrawal() {
    on_each_engine(|app| {
        let code = charter(app);
        app.publish(code, &Edition::of("2025-09-01").saying(Lang::Kk, "Бұрынғы мәтін"));
        let desk = Desk::open(app);
        let told = |words: &str| {
            let page = desk.page(&format!("/admin/documents/{code}"));
            page.matches(words).count()
        };
        // Once beside the withdrawal, once beside the erasure.
        assert_eq!(told("После этого код откроет редакцию от 1 сентября 2025 года."), 2);
        assert_eq!(told("ничего не изменится: код по-прежнему открывает редакцию от 1 января 2026 года."), 2);
        let form = format!("/admin/documents/{code}/v1/withdrawn");
        let refused = desk.post(&form, &[("reason", " ")]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("После этого код откроет редакцию от 1 сентября 2025 года."));
        assert_eq!(desk.post(&form, &[("reason", "Қате")]).status, 303);
        assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("Бұрынғы мәтін"), "as it was told");
        assert_eq!(told("После этого открыть будет нечего"), 2);
        assert_eq!(
            told("ничего не изменится: код по-прежнему открывает редакцию от 1 сентября"),
            1,
            "the erasure"
        );
    });
}

#[test]
fn a_late_attachment_is_offered_and_told_in_the_history() {
    on_each_engine(|app| {
        let code = charter(app);
        let scan = law("zakon_pedagog_kk_v1.pdf");
        let titled = ("Қол қойылған скан", Some(day("2026-01-05")));
        app.registry
            .add_late_attachment(code, 1, titled, ("scan.pdf", scan.clone()), ACTOR)
            .expect("a late attachment");
        let file = format!("/f/{}", Checksum::of(&scan));
        let page = russian(app, &format!("/{code}"));
        assert!(page.contains(&file) && page.contains("Қол қойылған скан"));
        assert_eq!(app.get(&file).status, 200);
        assert!(russian(app, &format!("/{code}/history")).contains("Қол қойылған скан"));
        let leaves = app.registry.leaves().expect("leaves");
        assert!(leaves.iter().any(|(_, leaf)| leaf.contains(&Checksum::of(&scan).to_string())));
    });
}

#[test]
fn nothing_is_added_to_what_was_withdrawn() {
    on_each_engine(|app| {
        let code = charter(app);
        app.registry.withdraw(code, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let registry = &app.registry;
        let ended = FactDetail::Ended { on: day("2026-05-01"), verb: EndVerb::Repealed };
        let text = || ("text.docx", docx("Кеш"));
        let lang = (Lang::Ru, Authenticity::Authentic);
        for refusal in [
            app.refused(code, || registry.record_fact(code, 1, ended.clone(), ACTOR)),
            app.refused(code, || registry.add_late_text(code, 1, lang, text(), ACTOR)),
            app.refused(code, || registry.add_late_attachment(code, 1, ("", None), text(), ACTOR)),
        ] {
            assert_eq!(refusal, Refusal::WithdrawnAlready);
        }
    });
}

#[test]
fn an_ended_version_says_so_and_revives_no_older_one() {
    on_each_engine(|app| {
        let code = charter(app);
        app.publish(code, &Edition::of("2026-06-01").saying(Lang::Kk, "Екінші мәтін"));
        let ended = FactDetail::Ended { on: day("2026-11-20"), verb: EndVerb::Repealed };
        app.registry.record_fact(code, 2, ended, ACTOR).expect("a fact");
        let page = russian(app, &format!("/{code}"));
        assert!(page.contains("Екінші мәтін") && page.contains("утратил силу"));
        assert!(!russian(app, &format!("/{code}/at/2026-11-19")).contains("утратил силу"));
    });
}

#[test]
fn a_renewal_proposed_in_time_prolongs_an_agreement_by_one_year() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::RegionalAgreement);
        let agreement = Edition::of("2023-07-01").until("2026-06-30").saying(Lang::Kk, "Келісім");
        app.publish(code, &agreement);
        assert!(
            russian(app, &format!("/{code}"))
                .contains("Срок истёк <time datetime=\"2026-06-30\">30 июня 2026")
        );
        let late = FactDetail::RenewalProposed { on: day("2026-07-01") };
        app.registry.record_fact(code, 1, late, ACTOR).expect("a fact");
        assert!(
            russian(app, &format!("/{code}"))
                .contains("Срок истёк <time datetime=\"2026-06-30\">30 июня 2026"),
            "too late"
        );
        let in_time = FactDetail::RenewalProposed { on: day("2026-06-30") };
        app.registry.record_fact(code, 1, in_time, ACTOR).expect("a fact");
        let prolonged = "действует до заключения нового, не позднее";
        assert!(russian(app, &format!("/{code}")).contains(prolonged));
        assert!(russian(app, &format!("/{code}/at/2027-06-30")).contains(prolonged));
        assert!(!russian(app, &format!("/{code}/at/2027-07-01")).contains(prolonged));
    });
}

#[test]
fn an_agreement_that_runs_until_it_is_replaced_has_no_end() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        let dates = RequisitesInput {
            signed_on: Some(day("2020-01-01")),
            effective_from: Some(day("2020-01-01")),
            term_end: Some(day("2024-12-31")),
            prolongation: tizilim::domain::requisites::Prolongation::UntilReplaced,
        };
        app.publish(code, &Edition::default().dated(dates).saying(Lang::Kk, "Шарт"));
        assert!(russian(app, &format!("/{code}/at/2035-01-01")).contains(&say(Lang::Ru, "status-prolonged")));
    });
}

#[test]
fn a_registration_is_shown_with_its_number() {
    on_each_engine(|app| {
        let code = charter(app);
        let registered = FactDetail::Registered { number: "№ 77-К".to_owned(), on: day("2026-02-03") };
        app.registry.record_fact(code, 1, registered, ACTOR).expect("a fact");
        assert!(russian(app, &format!("/{code}")).contains("77-К"));
        assert!(russian(app, &format!("/{code}/history")).contains("77-К"));
        let nameless = FactDetail::Registered { number: " ".to_owned(), on: day("2026-02-03") };
        app.refused(code, || app.registry.record_fact(code, 1, nameless, ACTOR));
    });
}

#[test]
fn titles_and_the_document_that_took_its_place_change_at_once() {
    on_each_engine(|app| {
        let (code, next) = (charter(app), charter(app));
        let input = DocumentInput {
            titles: Trilingual::new("Жаңа атау", "Новое название", ""),
            successor: Some(next),
            ..DocumentInput::default()
        };
        let before = app.get(&format!("/{code}/ru"));
        app.registry.edit_document(code, &input, ACTOR).expect("an edit");
        let fresh = app.ask("GET", &format!("/{code}/ru"), &[("if-none-match", before.header("etag"))]);
        assert_eq!(fresh.status, 200, "a rename is never hidden by a 304");
        assert!(fresh.text().contains("Новое название"));
        assert!(fresh.text().contains(&format!("/{next}/ru")), "a link to the successor");
        let itself = DocumentInput { successor: Some(code), ..DocumentInput::default() };
        let refusal = app.refused(code, || app.registry.edit_document(code, &itself, ACTOR));
        assert_eq!(refusal, Refusal::OwnSuccessor);
        let long = DocumentInput { titles: Trilingual::new(&"қ".repeat(301), "", ""), ..itself };
        let refusal = app.refused(code, || app.registry.edit_document(code, &long, ACTOR));
        assert!(matches!(refusal, Refusal::TooLong { limit: 300, .. } | Refusal::OwnSuccessor));
        app.registry.withdraw(code, 1, "Ескірді", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let gone = app.get(&format!("/{code}"));
        assert_eq!(gone.status, 410);
        assert!(gone.text().contains(next.as_str()), "withdrawn, with its successor");
    });
}
