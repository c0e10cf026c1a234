//! Titles that are too long for labels: who gives one is told, and a short title helps.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{DocumentInput, Field, Refusal};

use crate::app::{ACTOR, TestApp, on_each_engine};
use crate::desk::Desk;

/// Too long, both together, for the smaller labels.
const LONG_KK: &str = "Астана қаласының білім беру ұйымдарының қызметкерлеріне қосымша ақы төлеудің, үстемеақы \
                       белгілеудің және материалдық көмек көрсетудің тәртібі туралы ереже";
const LONG: &str = "Положение о порядке установления доплат, надбавок и оказания материальной помощи работникам \
                    организаций образования города Астаны";

const SHORT: &str = "Материальная помощь";

/// The page to which a form of a document leads, once it was taken.
fn after(desk: &Desk<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let reply = desk.post(path, fields);
    assert_eq!(reply.status, 303, "{}", reply.text());
    desk.page(reply.header("location"))
}

fn fields<'a>(kk: &'a str, ru: &'a str, short: &'a str) -> [(&'static str, &'a str); 6] {
    [
        ("owner", "S054"),
        ("kind", "regulation"),
        ("title_kk", kk),
        ("title_ru", ru),
        ("short_title_kk", short),
        ("short_title_ru", short),
    ]
}

#[test]
fn a_title_that_labels_have_no_room_for_is_told_with_the_field_that_helps() {
    on_each_engine(|app| {
        app.schools(&["S054"]);
        let desk = Desk::open(app);
        let told = say(Lang::Ru, "admin-document-cut-open");
        let ordinary = after(&desk, "/admin/documents/new", &fields("Ереже", "Положение", ""));
        assert!(!ordinary.contains(&told));
        let page = after(&desk, "/admin/documents/new", &fields(LONG_KK, LONG, ""));
        assert!(page.contains(&told) && page.contains("L7160, 70x37"), "{page}");
        assert!(
            page.contains(r##"href="#edit-short_title_kk""##) && page.contains(r#"id="edit-short_title_kk""#)
        );
        let mut codes = page.split("/admin/documents/").filter_map(|rest| Code::parse(rest.get(..7)?).ok());
        let document = codes.next().expect("the document's code");
        let own = format!("/admin/documents/{document}");
        assert!(!desk.page(&own).contains(&told), "said once, not for ever");
        assert!(
            after(&desk, &own, &fields(LONG_KK, LONG, "")).contains(&told),
            "and whenever titles are saved"
        );
        assert!(!after(&desk, &own, &fields(LONG_KK, LONG, SHORT)).contains(&told), "a short title helps");
    });
}

#[test]
fn a_short_title_that_is_too_long_is_refused_and_nothing_changes() {
    on_each_engine(|app| {
        app.schools(&["S054"]);
        let desk = Desk::open(app);
        let code = app.document_of(school(app), DocumentKind::Regulation);
        let code = code.expect("a document");
        let too_long = "щ".repeat(41);
        let input =
            DocumentInput { short_titles: Trilingual::new("", &too_long, ""), ..DocumentInput::default() };
        let refusal = app.refused(code, || app.registry.edit_document(code, &input, ACTOR));
        assert_eq!(refusal, Refusal::TooLong { field: Field::ShortTitle, limit: 40 });
        let changed = app.registry.glance().revision();
        for path in [format!("/admin/documents/{code}"), "/admin/documents/new".to_owned()] {
            let reply = desk.post(&path, &fields("Басқа ереже", "Другое положение", &too_long));
            let page = reply.text();
            assert_eq!(reply.status, 422, "{path}");
            assert!(
                page.contains(&too_long) && page.contains("Другое положение"),
                "what was typed stays: {path}"
            );
            assert!(
                page.contains(&say(Lang::Ru, "field-short-title")) && page.contains(r#"aria-invalid="true""#)
            );
        }
        assert_eq!(app.registry.glance().revision(), changed);
        assert!(!desk.page("/admin/documents").contains("Другое положение"));
    });
}

fn school(app: &TestApp) -> Code {
    app.registry.code_of_number("S054").expect("a school")
}
