//! One version, several languages: a missing text never brings an older version back.

use std::sync::atomic::{AtomicBool, Ordering};

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::requisites::RequisitesInput;
use tizilim::domain::version::Authenticity;
use tizilim::phrases::say;

use crate::app::{ACTOR, Edition, agent, ask, day, on_each_engine};
use crate::samples::{KK_V1, KK_V2, RU_V2, WORDS_RU, WORDS_V1, WORDS_V2, law};

#[test]
fn a_kazakh_reader_gets_the_new_russian_text_until_the_kazakh_one_comes() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Ru, RU_V2));
        let page = app.ask("GET", &format!("/{code}"), &[("accept-language", "kk")]);
        assert_eq!((page.status, page.header("content-language")), (200, "ru"));
        assert_eq!(page.header("content-location"), format!("/{code}/v2/ru"));
        let text = page.text();
        assert!(text.contains(WORDS_RU) && !text.contains(WORDS_V1), "never the older version in its place");
        assert!(text.contains("Қазақша мәтін") || text.contains("орыс"), "a notice in Kazakh");
        assert!(text.contains(&format!("/{code}/v1")), "a link to the last Kazakh text");

        let late = (KK_V2, law(KK_V2));
        app.registry
            .add_late_text(code, 2, (Lang::Kk, Authenticity::Translation), late, ACTOR)
            .expect("a late text");
        let page = app.ask("GET", &format!("/{code}"), &[("accept-language", "kk")]);
        assert_eq!(page.header("content-language"), "kk");
        assert!(page.text().contains(WORDS_V2) && !page.text().contains(WORDS_RU));
        assert!(app.get(&format!("/{code}/ru")).text().contains(WORDS_RU));
        let refusal = app.refused(code, || {
            app.registry.add_late_text(
                code,
                2,
                (Lang::Kk, Authenticity::Authentic),
                (KK_V1, law(KK_V1)),
                ACTOR,
            )
        });
        assert_eq!(refusal, tizilim::registry::Refusal::LanguageExists);
    });
}

#[test]
fn a_wrong_date_and_swapped_languages_are_corrected_without_a_gap() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2026-11-01").law(Lang::Kk, RU_V2).law(Lang::Ru, KK_V2));
        let corrected = AtomicBool::new(false);
        let url = format!("{}/{code}/kk", app.address);
        std::thread::scope(|scope| {
            let scans = scope.spawn(|| {
                let agent = agent();
                let mut seen = (0, 0);
                loop {
                    let last = corrected.load(Ordering::SeqCst);
                    let page = ask(&agent, "GET", &url, &[]);
                    assert_eq!(page.status, 200, "a scan meets no gap");
                    match page.text() {
                        text if text.contains(WORDS_V2) => seen.1 += 1,
                        text if text.contains(WORDS_RU) => seen.0 += 1,
                        _ => panic!("a page without a text"),
                    }
                    if last {
                        return seen;
                    }
                }
            });
            let dates = RequisitesInput {
                signed_on: Some(day("2025-05-20")),
                effective_from: Some(day("2025-06-01")),
                ..RequisitesInput::default()
            };
            let right = Edition::correcting(1).dated(dates).law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2);
            let published = app.publish(code, &right);
            assert_eq!(published.ordinal, 2);
            corrected.store(true, Ordering::SeqCst);
            let (wrong, right) = scans.join().expect("scans without an error");
            assert!(wrong > 0 && right > 0, "{wrong} before, {right} after");
        });
        assert!(app.get(&format!("/{code}/at/2025-07-01/ru")).text().contains(WORDS_RU), "the right date");
        let history = app.get(&format!("/{code}/history/ru")).text();
        for path in [format!("/{code}/v1"), format!("/{code}/v2")] {
            assert!(history.contains(&path), "{path}");
        }
        assert!(history.contains(&say(Lang::Ru, "event-corrected")), "both are told");
        let permanent = app.get(&format!("/{code}/v1/ru"));
        assert_eq!(permanent.status, 200);
        assert!(permanent.text().contains(&say(Lang::Ru, "open-correction")));
    });
}

#[test]
fn english_counts_only_where_neither_kazakh_nor_russian_is_wished() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Leaflet);
        let edition = Edition::of("2026-01-01")
            .saying(Lang::Kk, "Қазақша")
            .saying(Lang::Ru, "По-русски")
            .saying(Lang::En, "In English");
        app.publish(code, &edition);
        for (wish, lang) in [
            ("en-US,en;q=0.9,ru;q=0.1", "ru"),
            ("en", "en"),
            ("de,fr;q=0.3", "kk"),
            ("ru;q=0.1,kk;q=0.2", "kk"),
        ] {
            let page = app.ask("GET", &format!("/{code}"), &[("accept-language", wish)]);
            assert_eq!(page.header("content-language"), lang, "{wish}");
        }
    });
}
