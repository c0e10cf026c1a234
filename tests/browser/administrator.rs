//! What an administrator does: the first sign-in, a new document, its first edition and the next one.

use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::session::{Window, in_browser};

const DESK: Window = Window { width_px: 1100, height_px: 900 };

async fn type_into(window: &Client, name: &str, text: &str) {
    let field = window.find(Locator::Css(&format!("[name={name}]"))).await;
    field.unwrap_or_else(|_| panic!("a field {name}")).send_keys(text).await.expect("typing");
}

async fn press(window: &Client, selector: &str) {
    let button = window.find(Locator::Css(selector)).await;
    button.unwrap_or_else(|_| panic!("a button {selector}")).click().await.expect("a click");
}

async fn path(window: &Client) -> String {
    window.current_url().await.expect("an address").path().to_owned()
}

async fn main_text(window: &Client) -> String {
    window.find(Locator::Css("main")).await.expect("a page").text().await.expect("a text")
}

/// Uploads both texts with these dates, previews and publishes.
async fn publish(window: &Client, document: &str, edition: &str, (signed, from, end): (&str, &str, &str)) {
    press(window, &format!("form[action$='/documents/{document}/drafts'] button")).await;
    type_into(window, "signed_on", signed).await;
    type_into(window, "effective_from", from).await;
    type_into(window, "term_end", end).await;
    for lang in ["kk", "ru"] {
        let file =
            format!("{}/assets/demo/collective_agreement_{lang}_{edition}.docx", env!("CARGO_MANIFEST_DIR"));
        type_into(window, &format!("text_{lang}"), &file).await;
    }
    press(window, "button[value=preview]").await;
    let preview = path(window).await;
    assert!(preview.ends_with("/preview"), "{preview}: {}", main_text(window).await);
    press(window, "form[action$='/publish'] button").await;
    assert!(path(window).await.contains("/published/"), "{}", main_text(window).await);
}

#[test]
fn an_administrator_publishes_two_editions_under_one_code() {
    let demo = Demo::start();
    in_browser(DESK, |window| async move {
        window.goto(&format!("{}{}", demo.origin, demo.invitation)).await.expect("the invitation");
        type_into(&window, "login", "aigul").await;
        type_into(&window, "password", "a long enough password").await;
        type_into(&window, "again", "a long enough password").await;
        press(&window, "main form button").await;
        assert_eq!(path(&window).await, "/admin");

        window.goto(&format!("{}/admin/documents/new?owner=S008", demo.origin)).await.expect("a form");
        press(&window, "select[name=kind] option[value=collective_agreement]").await;
        press(&window, "main form[method=post] button").await;
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
