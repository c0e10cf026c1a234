//! Openings are counted without people.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::opening::{Opening, OpeningWay, ReaderKind};
use tizilim::domain::{Code, Lang};
use tizilim::registry::{OpeningCount, Withdrawal};

use crate::app::{ACTOR, Edition, TODAY, day, on_each_engine};
use crate::samples::{KK_V2, RU_V2};
use crate::stands::{OWN_PAGE, PHONE};

#[test]
fn openings_are_counted_as_promised_and_written_down_at_the_end() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
        let scan = format!("/{code}/{school}");
        let etag = app.ask("HEAD", &scan, &[PHONE, ("accept-language", "ru")]).header("etag").to_owned();
        // Counted: a scan, the same again from the phone's memory, one without a stand, a shared link, a messenger.
        app.ask("GET", &scan, &[PHONE, ("accept-language", "ru")]);
        let again = app.ask("GET", &scan, &[PHONE, ("accept-language", "ru"), ("if-none-match", &etag)]);
        assert_eq!(again.status, 304);
        app.ask("GET", &format!("/{code}"), &[PHONE]);
        app.ask("GET", &format!("{scan}/ru"), &[PHONE]);
        app.ask("GET", &format!("{scan}/ru"), &[("user-agent", "WhatsApp/2.23.20")]);
        app.ask("GET", &format!("/{code}/{}", Code::from_random([1, 2, 3, 4, 5, 6])), &[PHONE]);
        // A cookie of another site on this host is nobody's of the staff.
        app.ask("GET", &format!("/{code}"), &[PHONE, ("cookie", "session=secret; my__Host-session=1")]);
        // A tap on the shelf of a poster, on a shelf in a language, and on a page elsewhere.
        app.ask("GET", &scan, &[PHONE, ("accept-language", "ru"), OWN_PAGE[0], OWN_PAGE[1]]);
        app.ask("GET", &format!("{scan}/ru"), &[PHONE, OWN_PAGE[0], OWN_PAGE[1]]);
        app.ask("GET", &scan, &[PHONE, ("accept-language", "ru"), ("referer", "https://school.example/")]);
        // Not counted: loading ahead, HEAD, staff, other pages.
        app.ask("GET", &scan, &[PHONE, ("sec-purpose", "prefetch;prerender")]);
        app.ask("HEAD", &scan, &[PHONE]);
        app.ask("GET", &scan, &[PHONE, ("cookie", "theme=dark; __Host-session=secret")]);
        for path in ["v1", "history", "qr.svg", "at/2026-01-01"] {
            app.ask("GET", &format!("/{code}/{path}"), &[PHONE]);
        }
        app.ask("GET", &format!("/{school}"), &[PHONE]);

        app.registry.close();
        let mut counted = app.open_again().openings().expect("openings");
        counted.sort();
        let row = |organization, lang, reader, way, count| OpeningCount {
            opening: Opening { day: day(TODAY), document: code, organization, lang, reader, way },
            count,
        };
        let (at_school, human) = (Some(school), ReaderKind::Human);
        let mut expected = vec![
            row(None, Lang::Kk, human, OpeningWay::Scanned, 3),
            row(at_school, Lang::Ru, human, OpeningWay::Scanned, 2),
            row(at_school, Lang::Ru, human, OpeningWay::Shared, 2),
            row(at_school, Lang::Ru, human, OpeningWay::Followed, 2),
            row(at_school, Lang::Ru, ReaderKind::Robot, OpeningWay::Shared, 1),
        ];
        expected.sort();
        assert_eq!(counted, expected);
    });
}

#[test]
fn a_text_that_is_gone_is_not_counted() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2));
        app.registry.withdraw(code, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        assert_eq!(app.ask("GET", &format!("/{code}"), &[PHONE]).status, 410);
        app.registry.flush_openings().expect("a flush");
        assert_eq!(app.registry.openings().expect("openings"), []);
    });
}
