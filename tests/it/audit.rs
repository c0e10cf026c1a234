//! The audit trail: who did what, as an administrator reads it.

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::role::Role;

use crate::app::{ACTOR, Edition, on_each_engine, on_sqlite};
use crate::desk::Desk;

/// The rows of the table on a page.
fn rows(page: &str) -> Vec<&str> {
    let (_, table) = page.split_once("<tbody>").unwrap_or_default();
    table.split("<tr>").skip(1).collect()
}

#[test]
fn it_says_who_did_what_and_when_and_links_to_what_it_was_done_to() {
    on_each_engine(|app| {
        app.set_clock("2026-12-01T04:05:00Z");
        let school = app.schools(&["S1"])[0];
        let desk = Desk::open(app);
        let document = app.document(DocumentKind::Charter);
        app.publish(document, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы"));
        app.set_clock("2026-12-01T04:05:01Z");
        let details = [("number", "S1"), ("kind", "school"), ("district", "")];
        assert_eq!(desk.post(&format!("/admin/organizations/{school}/details"), &details).status, 303);
        let page = desk.page("/admin/people/audit");
        let newest = rows(&page)[0];
        for words in ["1 декабря 2026 г., 09:05", "aigul", "Изменил номер, вид или район", "Школа S1"]
        {
            assert!(newest.contains(words), "{words} in {newest}");
        }
        assert!(newest.contains(&format!("href=\"/admin/organizations/{school}\"")), "{newest}");
        let published = desk.page("/admin/people/audit?deed=publish");
        assert_eq!(rows(&published).len(), 1);
        assert!(
            rows(&published)[0].contains(&format!("href=\"/admin/documents/{document}\"")),
            "{published}"
        );
        assert!(
            rows(&published)[0].contains("1 января 2026"),
            "the edition is named by its day: {published}"
        );
    });
}

#[test]
fn it_is_searched_by_person_deed_days_and_subject() {
    on_each_engine(|app| {
        app.set_clock("2026-12-01T04:00:00Z");
        let desk = Desk::open(app);
        let document = app.document(DocumentKind::Charter);
        app.publish(document, &Edition::of("2026-01-01").saying(Lang::Kk, "Жарғы"));
        let count = |query: &str| rows(&desk.page(&format!("/admin/people/audit?{query}"))).len();
        let all = count("");
        assert!(all >= 4, "{all}");
        assert_eq!(count("actor=AIGUL"), 1, "she accepted the invitation");
        assert_eq!(count("actor=%25"), 0, "a sign is a sign");
        let about = document.grouped();
        assert!(count(&format!("subject={about}")) >= 2, "the document and its edition");
        assert_eq!(count(&format!("subject={about}&deed=publish")), 1);
        assert_eq!((count("from=01.12.2026"), count("until=01.12.2026")), (all, all));
        assert_eq!((count("from=02.12.2026"), count("until=30.11.2026")), (0, 0));
        let refused = desk.get("/admin/people/audit?from=32.12.2026");
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("32.12.2026"), "what was typed stands there again");
    });
}

#[test]
fn it_goes_on_page_by_page_and_comes_as_a_table() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        for _ in 0..60 {
            app.registry.invite(Role::Editor, "", ACTOR).expect("an invitation");
        }
        let first = desk.page("/admin/people/audit?deed=invite");
        assert_eq!(rows(&first).len(), 50);
        let next = first.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let next = next.expect("a next page").replace("&#38;", "&").replace("&amp;", "&");
        let second = desk.page(&next);
        assert_eq!(rows(&second).len(), 11, "60, and the one of the administrator");
        assert!(!second.contains("rel=\"next\""));
        let table = desk.get("/admin/people/audit/table.csv?deed=invite");
        assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
        let text = table.text();
        assert_eq!(text.lines().count(), 62, "with its head");
        assert!(text.starts_with('\u{feff}') && text.contains("Пригласил человека,Редактор"), "{text}");
    });
}

#[test]
fn looking_at_it_notes_nothing() {
    on_sqlite(|app| {
        let desk = Desk::open(app);
        let before = rows(&desk.page("/admin/people/audit")).len();
        desk.page("/admin/people");
        assert_eq!(rows(&desk.page("/admin/people/audit")).len(), before);
    });
}
