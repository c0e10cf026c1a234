//! What may not be published, and that a refusal leaves everything as it was.

use tizilim::domain::document_kind::DocumentKind;

use tizilim::domain::requisites::{DateProblem, RequisitesInput};
use tizilim::domain::version::{ATTACHMENTS_MAX, Authenticity, FILE_MAX_BYTES};
use tizilim::domain::{Code, Lang};
use tizilim::registry::{Error, Field, Refusal, Withdrawal};
use tizilim::text;

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::register;
use crate::samples::{docx, law};
use crate::scanned::photo;

/// A document of a kind with one text.
fn published(app: &TestApp, kind: DocumentKind) -> Code {
    let code = app.document(kind);
    app.publish(code, &Edition::of("2024-01-01").until("2025-12-31").saying(Lang::Kk, "Бірінші"));
    code
}

fn dates(from: Option<&str>, signed: Option<&str>, end: Option<&str>) -> RequisitesInput {
    RequisitesInput {
        effective_from: from.map(day),
        signed_on: signed.map(day),
        term_end: end.map(day),
        ..RequisitesInput::default()
    }
}

#[test]
fn the_same_file_is_refused_against_a_living_version_only() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::Regulation);
        let same = Edition::of("2026-01-01").saying(Lang::Ru, "Бірінші");
        let refusal = app.refused(code, || app.try_publish(code, &same));
        let expected = Refusal::SameBytes { effective_from: day("2024-01-01"), file: "text.docx".to_owned() };
        assert_eq!(refusal, expected);
        let correction = Edition::correcting(1).saying(Lang::Kk, "Бірінші").saying(Lang::Ru, "Первая");
        assert_eq!(app.publish(code, &correction).ordinal, 2, "a correction may keep the file");
        app.registry.withdraw(code, 2, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert_eq!(
            app.publish(code, &same).ordinal,
            3,
            "neither a withdrawn version nor a corrected one is an obstacle"
        );
    });
}

#[test]
fn a_file_that_is_empty_too_large_or_no_document_is_refused() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::Regulation);
        let attempt = |bytes: Vec<u8>| {
            let edition = Edition::of("2026-01-01").text(Lang::Kk, "text.docx", bytes);
            app.refused(code, || app.try_publish(code, &edition))
        };
        assert_eq!(attempt(Vec::new()), Refusal::EmptyFile);
        let over = usize::try_from(FILE_MAX_BYTES).expect("a size") + 1;
        assert_eq!(attempt(vec![b'x'; over]), Refusal::FileTooLarge { limit_mib: FILE_MAX_BYTES >> 20 });
        for bytes in [b"only words".to_vec(), b"MZ\x90\0\x03\0\0\0".to_vec()] {
            assert_eq!(attempt(bytes), Refusal::Unreadable(text::Refusal::UnknownType));
        }
        let page = text::Refusal::Foreign { kind: text::refusal::ForeignKind::WebPage };
        assert_eq!(attempt(b"<html></html>".to_vec()), Refusal::Unreadable(page));
        let none = Edition::of("2026-01-01").attachment("скан.pdf", law("zakon_pedagog_kk_v1.pdf"));
        assert_eq!(app.refused(code, || app.try_publish(code, &none)), Refusal::NoText);
    });
}

#[test]
fn the_content_decides_what_a_file_is() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let pdf = law("zakon_pedagog_kk_v1.pdf");
        app.publish(code, &Edition::of("2020-01-01").text(Lang::Kk, "заң.docx", pdf));
        let file = &register::document(&app.registry, code).versions[0].texts[0].file;
        assert_eq!((file.media.media_type(), file.name.as_str()), ("application/pdf", "заң.pdf"));
    });
}

#[test]
fn dates_that_are_missing_or_contradict_each_other_are_refused_by_name() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::SectorAgreement);
        let (from, signed, end) = (Some("2026-01-01"), Some("2025-12-20"), Some("2028-12-31"));
        let latest = day("2028-12-31");
        for (requisites, problem) in [
            (dates(None, signed, end), DateProblem::EffectiveFromMissing),
            (dates(from, None, end), DateProblem::SignedOnMissing),
            (dates(from, signed, None), DateProblem::TermEndMissing),
            (dates(from, signed, Some("2025-12-31")), DateProblem::EndsBeforeItBegins),
            (dates(from, Some("2029-01-01"), end), DateProblem::SignedAfterTheEnd),
            (dates(from, signed, Some("2029-01-01")), DateProblem::TermTooLong { years: 3, latest }),
            (dates(Some("0206-01-01"), signed, end), DateProblem::OutOfRange { day: day("0206-01-01") }),
        ] {
            let edition = Edition::default().dated(requisites).saying(Lang::Kk, "Екінші");
            assert_eq!(app.refused(code, || app.try_publish(code, &edition)), Refusal::Dates(problem));
        }
        let right = Edition::default().dated(dates(from, signed, end)).saying(Lang::Kk, "Екінші");
        assert_eq!(app.publish(code, &right).ordinal, 2);
    });
}

#[test]
fn an_organization_has_one_collective_agreement() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let kind = DocumentKind::CollectiveAgreement;
        let first = app.document_of(school, kind).expect("the first one");
        let edition = |words: &str| Edition::of("2024-01-01").until("2026-12-31").saying(Lang::Kk, words);
        app.publish(first, &edition("Бірінші"));
        let refusal = app.refused(first, || app.document_of(school, kind));
        assert_eq!(refusal, Refusal::SecondCollectiveAgreement { code: first });
        app.registry.withdraw(first, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let second = app.document_of(school, kind).expect("the first one is withdrawn");
        let refusal = app.refused(second, || app.try_publish(first, &edition("Үшінші")));
        assert_eq!(refusal, Refusal::SecondCollectiveAgreement { code: second });
    });
}

#[test]
fn what_does_not_exist_is_refused_by_name() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::Regulation);
        let nobody = Code::from_random([9, 8, 7, 6, 5, 4]);
        let refusal = app.refused(code, || app.document_of(nobody, DocumentKind::WorkPlan));
        assert_eq!(refusal, Refusal::UnknownOrganization(nobody.to_string()));
        let refusal = app.refused(code, || app.registry.begin_draft(nobody, None, ACTOR));
        assert_eq!(refusal, Refusal::UnknownDocument(nobody.to_string()));
        let refusal = app.refused(code, || app.registry.begin_draft(code, Some(7), ACTOR));
        assert_eq!(refusal, Refusal::NotCorrectable(7));
        let withdraw = |ordinal, reason| {
            app.refused(code, || app.registry.withdraw(code, ordinal, reason, Withdrawal::Withdraw, ACTOR))
        };
        assert_eq!(withdraw(7, "Қате"), Refusal::UnknownVersion(7));
        assert_eq!(withdraw(1, " "), Refusal::Missing(Field::Reason));
        assert_eq!(withdraw(1, &"қ".repeat(501)), Refusal::TooLong { field: Field::Reason, limit: 500 });
    });
}

#[test]
fn a_document_that_changed_since_the_draft_was_saved_or_seen_is_not_published_and_the_draft_is_kept() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::Regulation);
        let registry = &app.registry;
        let edition = Edition::of("2026-01-01").saying(Lang::Kk, "Екінші");
        let draft = app.draft(code, &edition).expect("a draft");
        let seen = || registry.preview(draft).expect("a preview").state;
        let at_first = seen();
        app.publish(code, &Edition::of("2026-02-01").saying(Lang::Kk, "Үшінші"));
        let refusal = app.refused(code, || registry.publish(draft, ACTOR));
        assert_eq!(refusal, Refusal::ChangedSincePreview, "it was saved before");
        let refusal = app.refused(code, || registry.publish_seen(draft, &at_first, ACTOR));
        assert_eq!(refusal, Refusal::ChangedSincePreview, "it was seen before");
        let refusal = app.refused(code, || registry.publish_seen(draft, "0", ACTOR));
        assert_eq!(refusal, Refusal::ChangedSincePreview, "nobody saw that");
        let kept = registry.draft(draft).expect("the draft is kept");
        assert_eq!(kept.files.len(), 1);
        let now_seen = seen();
        let refusal = app.refused(code, || registry.publish(draft, ACTOR));
        assert_eq!(refusal, Refusal::ChangedSincePreview, "that somebody looked changes nothing");
        let changed = docx("Төртінші");
        registry.put_text(draft, Lang::Kk, Authenticity::Authentic, "a.docx", changed).expect("a file");
        let refusal = app.refused(code, || registry.publish_seen(draft, &now_seen, ACTOR));
        assert_eq!(refusal, Refusal::ChangedSincePreview, "another file than was seen");
        let ordinal = registry.publish_seen(draft, &seen(), ACTOR).expect("a publication").ordinal;
        assert_eq!(ordinal, 3);
        assert!(matches!(registry.draft(draft), Err(Error::Refused(Refusal::UnknownDraft))));
        let saved = app.draft(code, &Edition::of("2026-03-01").saying(Lang::Kk, "Бесінші")).expect("a draft");
        assert_eq!(registry.publish(saved, ACTOR).expect("a publication").ordinal, 4, "as it was saved");
    });
}

#[test]
fn more_attachments_than_allowed_are_refused() {
    on_each_engine(|app| {
        let code = published(app, DocumentKind::Regulation);
        let mut edition = Edition::of("2026-01-01").saying(Lang::Kk, "Екінші");
        let picture = photo(0);
        for number in 0..=ATTACHMENTS_MAX {
            edition = edition.attachment(&format!("{number}.jpg"), picture.clone());
        }
        let refusal = app.refused(code, || app.draft(code, &edition));
        assert_eq!(refusal, Refusal::TooManyAttachments { limit: ATTACHMENTS_MAX });
    });
}
