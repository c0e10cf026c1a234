//! The first page of the office says which agreements ask for something, and by when.

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactDetail;
use tizilim::phrases::say_with;

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::desk::Desk;

fn counted(key: &str, count: i64) -> String {
    say_with(Lang::Ru, key, &[("count", count.into())])
}

fn agreement(app: &TestApp, number: &str, end: &str) -> tizilim::domain::Code {
    let school = app.schools(&[number])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    app.publish(code, &Edition::of("2024-01-01").until(end).saying(Lang::Kk, &format!("Шарт {number}")));
    code
}

#[test]
fn what_agreements_ask_is_told_until_it_is_done() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let nothing = tizilim::phrases::say(Lang::Ru, "needs-none");
        assert!(desk.page("/admin").contains(&nothing));
        // Today is 22 November 2026.
        let near = agreement(app, "S1", "2026-12-10");
        let far = agreement(app, "S2", "2028-12-31");
        let over = agreement(app, "S3", "2026-01-31");
        let page = desk.page("/admin");
        for (key, document) in [("needs-term-ends", near), ("needs-term-ended", over)] {
            assert!(page.contains(&counted(key, 1)), "{key}: {page}");
            assert!(page.contains(&format!("/admin/documents/{document}\">")), "{key}");
        }
        assert!(page.contains("10 декабря 2026 года") && page.contains("158(2)"));
        assert!(page.contains("https://wa.me/?text="), "a message is ready");
        assert!(!page.split(r#"id="latest""#).next().expect("what is needed").contains(far.as_str()));
        let proposed = FactDetail::RenewalProposed { on: day("2026-11-20") };
        app.registry.record_fact(near, 1, proposed, ACTOR).expect("a fact");
        assert!(!desk.page("/admin").contains(&counted("needs-term-ends", 1)));
    });
}
