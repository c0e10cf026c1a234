//! What an administrator does: the first sign-in, a new document, its first edition and the next one.

use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::person::{sign_in, tap, type_into};
use crate::session::{Window, in_browser};

const DESK: Window = Window { width_px: 1100, height_px: 900 };

/// Presses a button and waits until the browser is on another page.
async fn submit(window: &Client, selector: &str) {
    let before = path(window).await;
    tap(window, selector).await;
    for _ in 0..100 {
        if path(window).await != before {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{selector} leads nowhere: {}", main_text(window).await);
}

async fn path(window: &Client) -> String {
    window.current_url().await.expect("an address").path().to_owned()
}

async fn main_text(window: &Client) -> String {
    window.find(Locator::Css("main")).await.expect("a page").text().await.expect("a text")
}

/// Uploads both texts with these dates, previews and publishes.
async fn publish(window: &Client, document: &str, edition: &str, (signed, from, end): (&str, &str, &str)) {
    submit(window, &format!("form[action$='/documents/{document}/drafts'] button")).await;
    type_into(window, "signed_on", signed).await;
    type_into(window, "effective_from", from).await;
    type_into(window, "term_end", end).await;
    for lang in ["kk", "ru"] {
        let file =
            format!("{}/assets/demo/collective_agreement_{lang}_{edition}.docx", env!("CARGO_MANIFEST_DIR"));
        type_into(window, &format!("text_{lang}"), &file).await;
    }
    submit(window, "button[value=preview]").await;
    let preview = path(window).await;
    assert!(preview.ends_with("/preview"), "{preview}: {}", main_text(window).await);
    // The demo has these texts under another school: the form asks whether that was seen.
    tap(window, "form[action$='/publish'] input[name=seen]").await;
    submit(window, "form[action$='/publish'] button").await;
    assert!(path(window).await.contains("/published/"), "{}", main_text(window).await);
}

#[test]
fn an_administrator_publishes_two_editions_under_one_code() {
    let demo = Demo::start();
    in_browser(DESK, |window| async move {
        sign_in(&window, &demo).await;
        assert_eq!(path(&window).await, "/admin", "{}", main_text(&window).await);

        window.goto(&format!("{}/admin/documents/new?owner=S008", demo.origin)).await.expect("a form");
        tap(&window, "select[name=kind] option[value=collective_agreement]").await;
        submit(&window, "main form[method=post] button").await;
        let page = path(&window).await;
        let document = page.rsplit('/').next().expect("a code").to_owned();

        publish(&window, &document, "v1", ("20.12.2022", "01.01.2023", "31.12.2025")).await;
        window.goto(&format!("{}/{document}/ru", demo.origin)).await.expect("the page");
        let first = main_text(&window).await;
        assert!(first.contains("Срок истёк 31 декабря 2025 года"), "{first}");

        window.goto(&format!("{}/admin/documents/{document}", demo.origin)).await.expect("the document");
        publish(&window, &document, "v2", ("19.12.2025", "01.01.2026", "31.12.2028")).await;
        window.goto(&format!("{}/{document}/ru", demo.origin)).await.expect("the page");
        let second = main_text(&window).await;
        assert!(second.contains("Действует с 1 января 2026 года"), "{second}");
        assert_ne!(first, second);
    });
}
