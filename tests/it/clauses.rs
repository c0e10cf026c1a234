//! Articles and points: their addresses, what is shown first, and the labels that lead there.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};

use crate::app::{Edition, TestApp, on_each_engine, on_sqlite};
use crate::prints::{kept, pages};

fn demo(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/assets/demo/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a sample")
}

/// The agreement of a school in both languages.
fn agreement(app: &TestApp) -> (Code, Code) {
    let school = app.schools(&["S054"])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let edition = Edition::of("2025-01-01")
        .until("2027-12-31")
        .text(Lang::Kk, "kk.docx", demo("collective_agreement_kk_v2.docx"))
        .text(Lang::Ru, "ru.docx", demo("collective_agreement_ru_v2.docx"));
    app.publish(code, &edition);
    (code, school)
}

/// What stands on a page before the whole text.
fn shown_first(html: &str) -> &str {
    let (_, rest) = html.split_once(r#"<section class="clause""#).unwrap_or_default();
    rest.split_once("</section>").map_or("", |(quoted, _)| quoted)
}

#[test]
fn the_code_of_a_label_opens_its_place_first_and_the_whole_text_below() {
    on_each_engine(|app| {
        let (code, school) = agreement(app);
        let whole = app.scan(&format!("/{code}/{school}"), Lang::Ru);
        for address in
            [format!("/{code}/{school}/P4.1"), format!("/{code}/4.1"), format!("/{code}/{school}/p4.1")]
        {
            let page = app.scan(&address, Lang::Ru);
            let first = shown_first(&page);
            assert!(first.contains("4.1") && first.contains(r##"href="#p-4-1""##), "{address}: {first}");
            assert!(!first.contains("4.2."), "{address}: {first}");
            let points = |html: &str| html.matches(r#" id="p-"#).count();
            assert_eq!(points(&page), points(&whole), "{address}: the whole text");
            let stand = if address.contains(school.as_str()) { format!("/{school}") } else { String::new() };
            let kazakh = format!("/{code}{stand}/P4.1/kk");
            assert!(page.contains(&kazakh), "{address}: the other language keeps the place");
        }
    });
}

#[test]
fn a_place_that_is_gone_says_so_above_the_text() {
    on_sqlite(|app| {
        let (code, school) = agreement(app);
        let page = app.get(&format!("/{code}/{school}/P99.9/ru"));
        assert_eq!(page.status, 200, "a printed code never dies");
        let html = page.text();
        assert!(html.contains("нет такого места (99.9)") && shown_first(&html).is_empty());
        assert!(html.contains(r#"id="p-4-1""#));
        for address in [format!("/{code}/{school}/X.Y"), format!("/{code}/P123456")] {
            assert_eq!(app.get(&address).status, 404, "{address}");
        }
        // Under an organization that there is not, the text is shown all the same.
        let page = app.get(&format!("/{code}/4HD0TWX/P4.1/ru"));
        assert_eq!((page.status, shown_first(&page.text()).is_empty()), (200, false));
    });
}

#[test]
fn labels_are_chosen_on_a_page_and_printed_with_their_addresses() {
    on_sqlite(|app| {
        let (code, school) = agreement(app);
        let page = app.get(&format!("/{code}/{school}/labels/ru")).text();
        assert!(page.contains(&format!(r#"value="{code}-"#)), "{page}");
        assert!(page.contains("checked") && page.contains("отпуск"), "what members ask for is ticked");
        let query = format!("parts=stickers&clauses={code}-P4.1&clauses={code}-P4.2");
        let preview = app.get(&format!("/{school}/kit/ru?{query}"));
        assert_eq!(preview.status, 200);
        assert_eq!(kept(app), [code.to_string()], "looking keeps nothing");
        let pdf = app.get(&format!("/{school}/kit.pdf?{query}"));
        assert_eq!((pdf.status, pages(&pdf.body)), (200, 1));
        assert!(pdf.header("content-disposition").contains("-stickers-L7160-articles-2.pdf"));
        let mut both = [code.to_string(), school.to_string()];
        both.sort();
        assert_eq!(kept(app), both);
    });
}

#[test]
fn a_label_for_a_place_that_there_is_not_is_refused_by_its_number() {
    on_sqlite(|app| {
        let (code, school) = agreement(app);
        let refused = app.get(&format!("/{school}/kit.pdf?parts=stickers&clauses={code}-P99.9&lang=ru"));
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("99.9"), "{}", refused.text());
        let refused = app.get(&format!("/{school}/kit.pdf?parts=stickers&clauses=nothing"));
        assert_eq!(refused.status, 400);
        assert_eq!(kept(app), [code.to_string()], "the published one alone");
        let union = app.document(DocumentKind::Charter);
        assert_eq!(app.get(&format!("/{union}/4HD0TWX/labels")).status, 404);
    });
}
