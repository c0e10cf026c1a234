//! How the union looks in print: one colour and an emblem, and what cannot be printed is refused.

use tizilim::domain::Lang;
use tizilim::domain::brand::{Accent, Brand};
use tizilim::phrases::say;
use tizilim::print::model::vector_shape::VectorShape;

use crate::app::on_each_engine;
use crate::desk::Desk;

const SQUARE: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><path d="M1 1h10v10H1z"/></svg>"#;
const LINE: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 2"><path d="M0 0h100v2H0z"/></svg>"#;
const LETTERS: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 12"><text y="10">Қ</text></svg>"#;

#[test]
fn the_look_is_kept_and_a_look_that_cannot_be_printed_is_refused() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let look = |accent, phone, emblem: &str| {
            let files = [("emblem", "emblem.svg", emblem.as_bytes().to_vec())];
            desk.post_form("/admin/site/look", &[("accent", accent), ("phone", phone)], &files)
        };
        assert_eq!(*app.registry.glance().brand(), Brand::default());
        assert_eq!(look("#1d3f8f", "+7 7172 55 55 55", SQUARE).status, 303);
        let kept = app.registry.glance().brand().clone();
        assert_eq!(kept.accent, Accent::parse("#1d3f8f").expect("a colour"));
        assert_eq!(kept.phone, "+7 7172 55 55 55");
        assert!(
            VectorShape::parse(&kept.emblem).is_ok_and(|square| (square.width_mm(10.0) - 10.0).abs() < 0.1)
        );
        let page = desk.get("/admin/site").text();
        assert!(page.contains("value=\"#1d3f8f\"") && page.contains("<path fill=\"#1d3f8f\""));

        for (accent, emblem, reason) in [
            ("#ffd700", SQUARE, "контраст"),
            ("red", SQUARE, "#005f6e"),
            ("#1d3f8f", "no drawing", &say(Lang::Ru, "refusal-emblem-form")),
            ("#1d3f8f", LINE, &say(Lang::Ru, "refusal-emblem-shape")),
            ("#1d3f8f", LETTERS, &say(Lang::Ru, "refusal-emblem-letters")),
        ] {
            let refused = look(accent, "", emblem);
            assert_eq!(refused.status, 422);
            assert!(refused.text().contains(reason), "{reason}");
            assert_eq!(*app.registry.glance().brand(), kept, "nothing changed");
        }
        let other = [("accent", "#000000"), ("phone", "")];
        assert_eq!(desk.post("/admin/site/look", &other).status, 303);
        assert_eq!(app.registry.glance().brand().emblem, kept.emblem, "no file was chosen");
        let none = [("accent", "#000000"), ("phone", ""), ("no_emblem", "yes")];
        assert_eq!(desk.post("/admin/site/look", &none).status, 303);
        assert!(app.registry.glance().brand().emblem.is_empty());
    });
}

#[test]
fn only_an_administrator_changes_the_look() {
    on_each_engine(|app| {
        let look = [("accent", "#000000"), ("phone", "")];
        let school = app.schools(&["S054"])[0];
        let sent = crate::app::agent()
            .post(format!("{}/admin/site/look", app.address))
            .header(crate::app::OWN_FORM.0, crate::app::OWN_FORM.1)
            .send_form(look)
            .expect("an answer");
        assert_eq!(sent.status().as_u16(), 303, "to the page where one signs in");
        assert_eq!(Desk::of_chair(app, school, "chair").post("/admin/site/look", &look).status, 403);
        assert_eq!(*app.registry.glance().brand(), Brand::default());
        let desk = Desk::open(app);
        assert_eq!(desk.post("/admin/site/look", &look).status, 303, "what was refused is a good look");
        assert_ne!(*app.registry.glance().brand(), Brand::default());
    });
}
