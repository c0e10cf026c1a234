//! A phone without a network: what was read once can be read again, and says that it is a copy.

use std::time::Duration;

use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::program::program;
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 640 };

/// Waits until the worker has kept the page that is open.
pub async fn kept(window: &Client) {
    let script = "return caches.match(location.href, {ignoreVary: true}).then(found => Boolean(found))";
    for _ in 0..100 {
        if window.execute(script, Vec::new()).await.is_ok_and(|found| found == true) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the page is not kept");
}

async fn text_of(window: &Client, selector: &str) -> String {
    let found = window.wait().for_element(Locator::Css(selector)).await;
    let element = found.unwrap_or_else(|why| panic!("{selector}: {why}"));
    element.text().await.expect("a text")
}

async fn has_copy_notice(window: &Client) -> bool {
    window.find(Locator::Css("#saved-copy")).await.is_ok()
}

/// Publishes an edition that applies from a day, beside the running server.
fn publish(demo: &Demo, document: &str, from: &str, file: &str) {
    let file = format!("{}/assets/demo/{file}", env!("CARGO_MANIFEST_DIR"));
    let done = program()
        .args([
            "publish",
            "--accept-doubts",
            document,
            "--ru",
            &file,
            "--signed-on",
            from,
            "--effective-from",
            from,
        ])
        .args(["--term-end", "2099-12-31", "--data"])
        .arg(demo.data())
        .output()
        .expect("the program runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_page_that_was_read_once_opens_without_a_network_and_says_that_it_is_a_copy() {
    let mut demo = Demo::start();
    in_browser(PHONE, |window| async move {
        let page = format!("{}{}/ru", demo.origin, demo.scanned);
        let shelf = format!("{}{}/ru", demo.origin, demo.shelf);
        window.goto(&page).await.expect("a page");
        kept(&window).await;
        assert!(!has_copy_notice(&window).await, "with a network it is no copy");

        // Another edition: with the network the reader never gets the older text again.
        let document = demo.scanned.split('/').nth(1).expect("a code").to_owned();
        publish(&demo, &document, "2026-02-01", "charter_ru.docx");
        for _ in 0..50 {
            window.goto(&page).await.expect("a page");
            if text_of(&window, "main").await.contains("Действует с 1 февраля 2026 года")
            {
                break;
            }
            assert!(!has_copy_notice(&window).await);
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let present = text_of(&window, "article .text").await;
        assert!(present.contains("Устав") || present.contains("УСТАВ"), "{present}");
        kept(&window).await;

        demo.stop();
        window.goto(&page).await.expect("the kept page");
        let notice = text_of(&window, "#saved-copy").await;
        assert!(notice.starts_with("Это сохранённая копия ("), "{notice}");
        assert!(notice.contains(" г.)"), "a day as people write it: {notice}");
        assert_eq!(text_of(&window, "article .text").await, present);

        // What was never read says so, and leads to what was.
        let _ = window.goto(&shelf).await;
        let nothing = text_of(&window, "main").await;
        let words = ["Интернет жоқ", "Нет интернета", "No network"];
        assert!(words.iter().any(|words| nothing.contains(words)), "{nothing}");
        let link = window.wait().for_element(Locator::Css("main li a")).await.expect("a kept page");
        link.click().await.expect("a click");
        assert!(text_of(&window, "#saved-copy").await.len() > 20);
    });
}

#[test]
fn a_copy_from_before_a_known_change_says_that_it_is_old() {
    let mut demo = Demo::start();
    in_browser(PHONE, |window| async move {
        let document = demo.scanned.split('/').nth(1).expect("a code").to_owned();
        let page = format!("{}/{document}/ru", demo.origin);
        window.goto(&page).await.expect("a page");
        kept(&window).await;
        assert!(window.find(Locator::Css(".banner.good")).await.is_ok(), "it is in force");
        // The clock of a browser cannot be moved, but the day in the copy can.
        let script = "return caches.open('pages').then(async cache => {\
            const found = await cache.match(location.href, {ignoreVary: true});\
            const html = (await found.text()).replace(/data-until=\"[^\"]*\"/, 'data-until=\"2026-01-02\"');\
            await cache.put(location.href, new Response(html, {headers: found.headers}));\
            return html.includes('data-until=\"2026-01-02\"')})";
        let changed = window.execute(script, Vec::new()).await.expect("a copy");
        assert_eq!(changed, true, "the page says until when it is good");
        demo.stop();
        window.goto(&page).await.expect("the kept page");
        let notice = text_of(&window, "#saved-copy").await;
        assert!(notice.starts_with("Это старая копия ("), "{notice}");
        assert!(
            window.find(Locator::Css(".banner.good")).await.is_err(),
            "it no longer says that it is in force"
        );
    });
}
