//! How the union looks in print: one colour and an emblem, and what cannot be printed is refused.

use tizilim::domain::Lang;
use tizilim::domain::brand::{Accent, Brand};
use tizilim::phrases::say;

use crate::app::on_each_engine;
use crate::desk::Desk;

const SQUARE: &str = "M0 0h10v10h-10z";

#[test]
fn the_look_is_kept_and_a_look_that_cannot_be_printed_is_refused() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        assert_eq!(*app.registry.glance().brand(), Brand::default());
        let saved = desk.post(
            "/admin/site/look",
            &[("accent", "#1d3f8f"), ("emblem", SQUARE), ("phone", "+7 7172 55 55 55")],
        );
        assert_eq!(saved.status, 303);
        let kept = Brand {
            accent: Accent::parse("#1d3f8f").expect("a colour"),
            emblem: SQUARE.to_owned(),
            phone: "+7 7172 55 55 55".to_owned(),
        };
        assert_eq!(*app.registry.glance().brand(), kept);
        let page = desk.get("/admin/site").text();
        assert!(page.contains("value=\"#1d3f8f\"") && page.contains("<path fill=\"#1d3f8f\""));

        for (accent, emblem, reason) in [
            ("#ffd700", SQUARE, "контраст"),
            ("red", SQUARE, "#005f6e"),
            ("#1d3f8f", "<svg>", &say(Lang::Ru, "refusal-emblem-form")),
            ("#1d3f8f", "M0 0h100v1h-100z", &say(Lang::Ru, "refusal-emblem-shape")),
        ] {
            let refused =
                desk.post("/admin/site/look", &[("accent", accent), ("emblem", emblem), ("phone", "")]);
            assert_eq!(refused.status, 422);
            let said = refused.text().replace("&#34;", "\"").replace("&quot;", "\"");
            assert!(said.contains(reason), "{reason}");
            assert_eq!(*app.registry.glance().brand(), kept, "nothing changed");
        }
        assert_eq!(
            desk.post("/admin/site/look", &[("accent", "#1d3f8f"), ("emblem", ""), ("phone", "")]).status,
            303
        );
        assert!(app.registry.glance().brand().emblem.is_empty());
    });
}

#[test]
fn only_an_administrator_changes_the_look() {
    on_each_engine(|app| {
        let look = [("accent", "#000000"), ("emblem", ""), ("phone", "")];
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
