//! Documents that are taken back: only what never had a text and stands on no paper.

use tizilim::domain::document::AppliesTo;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{DocumentInput, Refusal};

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::desk::Desk;

fn remove(app: &TestApp, code: Code) -> Result<(), tizilim::registry::Error> {
    app.registry.remove_document(code, ACTOR)
}

#[test]
fn a_document_that_was_added_by_mistake_is_taken_back_whole() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let code = app.document(DocumentKind::Leaflet);
        app.draft(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Қате мәтін")).expect("a draft");
        assert_eq!(app.get(&format!("/{code}")).status, 200);
        let desk = Desk::open(app);
        let page = format!("/admin/documents/{code}");
        assert!(desk.page(&page).contains(&format!("{page}/remove")));
        let unsure = desk.post(&format!("{page}/remove"), &[]);
        assert_eq!((unsure.status, app.get(&format!("/{code}")).status), (422, 200), "nothing is taken back");
        let done = desk.post(&format!("{page}/remove"), &[("sure", "yes")]);
        assert_eq!((done.status, done.header("location")), (303, "/admin/documents?done=removed"));
        assert_eq!(app.get(&format!("/{code}")).status, 404);
        assert_eq!(desk.get(&page).status, 404);
        assert!(!app.scan(&format!("/{school}"), Lang::Ru).contains(code.as_str()));
        let (_, last) = app.registry.leaves().expect("leaves").pop().expect("a leaf");
        assert!(last.contains("change document-removed") && last.contains(code.as_str()), "{last}");
        assert!(matches!(
            remove(app, code),
            Err(tizilim::registry::Error::Refused(Refusal::UnknownDocument(_)))
        ));
    });
}

#[test]
fn what_was_published_printed_or_named_stays() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let [published, printed, named] = [(); 3].map(|()| app.document(DocumentKind::Leaflet));
        app.publish(published, &Edition::of("2026-01-01").saying(Lang::Kk, "Мәтін"));
        assert_eq!(app.get(&format!("/{printed}/{school}/sheet.pdf")).status, 200);
        let titles = Trilingual::new("Ескі", "Старое", "");
        let input = DocumentInput {
            titles,
            applies_to: AppliesTo::All,
            successor: Some(named),
            ..DocumentInput::default()
        };
        app.registry.edit_document(published, &input, ACTOR).expect("a successor");
        for code in [published, printed, named] {
            let refusal = app.refused(code, || remove(app, code));
            assert_eq!(refusal, Refusal::NotRemovable, "{code}");
            assert_eq!(app.get(&format!("/{code}")).status, 200);
        }
    });
}
