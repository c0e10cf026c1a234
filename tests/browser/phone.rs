//! What a member sees on a phone.

use crate::demo::Demo;
use crate::person::find;
use crate::session::{Window, in_browser};

const NARROW: Window = Window { width_px: 320, height_px: 640 };
const PHONE: Window = Window { width_px: 360, height_px: 640 };

#[test]
fn no_page_is_wider_than_a_narrow_phone() {
    let demo = Demo::start();
    in_browser(NARROW, |window| async move {
        let document = demo.scanned.rsplit_once('/').expect("two codes").0.to_owned();
        let paths = [
            "/".to_owned(),
            "/help/ru".to_owned(),
            "/search?q=%D1%88%D0%B0%D1%80%D1%82".to_owned(),
            "/search?q=138".to_owned(),
            "/0000000".to_owned(),
            "/0000001".to_owned(),
            demo.scanned.clone(),
            format!("{}/ru", demo.scanned),
            format!("{}/en", demo.scanned),
            format!("{}/both/ru", demo.scanned),
            format!("{}/print/ru", demo.scanned),
            format!("{}/print-large/kk", demo.scanned),
            format!("{document}/history"),
            format!("{document}/v1"),
            demo.shelf.clone(),
            format!("{}/ru", demo.shelf),
            "/admin/sign-in".to_owned(),
        ];
        for path in paths {
            window.goto(&format!("{}{path}", demo.origin)).await.expect("a page");
            let script = "return [document.documentElement.scrollWidth, window.innerWidth, document.body.innerText.length]";
            let measured = window.execute(script, Vec::new()).await.expect("a measure");
            let of = |at: usize| measured[at].as_u64().expect("a number");
            assert!(of(0) <= of(1), "{path} is {} px wide", of(0));
            assert!(of(2) > 80, "{path} is empty");
        }
    });
}

#[test]
fn the_first_view_shows_the_status_and_the_beginning_of_the_text() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        for lang in ["kk", "ru"] {
            window.goto(&format!("{}{}/{lang}", demo.origin, demo.scanned)).await.expect("a page");
            let script = "const bottom = e => e.getBoundingClientRect().bottom;\
                const status = document.querySelector('.banner, .state');\
                const text = document.querySelector('.text p');\
                return [bottom(status), bottom(text), window.innerHeight, text.innerText.length]";
            let measured = window.execute(script, Vec::new()).await.expect("a measure");
            let of = |at: usize| measured[at].as_f64().expect("a number");
            assert!(of(0) < of(2) / 2.0, "{lang}: the status ends at {} px", of(0));
            assert!(of(1) <= of(2), "{lang}: the first paragraph ends at {} px", of(1));
            assert!(of(3) > 10.0, "{lang}: the first paragraph is empty");
        }
    });
}

#[test]
fn a_member_finds_the_school_reads_and_changes_the_language() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}/kk", demo.origin)).await.expect("a page");
        let search = find(&window, "input[name=q]").await;
        search.send_keys("54").await.expect("typing");
        find(&window, "form button").await.click().await.expect("a click");
        find(&window, &format!("main a[href^='{}']", demo.shelf)).await.click().await.expect("a click");
        let document = demo.scanned.split('/').nth(1).expect("a code");
        find(&window, &format!("main a[href^='/{document}']")).await.click().await.expect("a click");
        let kazakh = find(&window, "main article").await.text().await.expect("a text");
        assert!(kazakh.contains("Жалпы ережелер"), "{kazakh}");
        let status = find(&window, "article .banner").await.text().await.expect("a text");
        assert_eq!(
            status,
            "2026 жылғы 1 қаңтардан бастап қолданылады. Мерзімінің соңғы күні: 2028 жылғы 31 желтоқсан"
        );
        find(&window, "a[hreflang=ru]").await.click().await.expect("a click");
        let russian = find(&window, "html[lang=ru] main").await.text().await.expect("a text");
        assert!(russian.contains("Действует с 1 января 2026 года"), "{russian}");
        assert!(russian.contains("Глава 1."), "{russian}");
    });
}
