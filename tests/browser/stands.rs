//! A chair at the stand with a phone: the camera of the page, the phone's own camera, and a typed code all tick one list; so does a photo.

use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::offline::kept;
use crate::person::{sign_in, tap, type_into};
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 320, height_px: 640 };

/// A camera that sees one code, where the browser of the test has neither camera nor detector; then the script anew.
const CAMERA: &str = "const [code] = arguments;\
    window.BarcodeDetector = class { async detect() { return [{ rawValue: code }]; } };\
    const canvas = document.createElement('canvas');\
    const brush = canvas.getContext('2d');\
    setInterval(() => brush.fillRect(0, 0, 9, 9), 50);\
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);\
    const script = document.querySelector('script[type=module]').src;\
    return import(script + '?again').then(() => true);";

async fn wait_for(window: &Client, words: &str) {
    let mut seen = String::new();
    for _ in 0..100 {
        let list = window.find(Locator::Css("#seen b")).await;
        if let Ok(list) = list {
            seen = list.text().await.unwrap_or_default();
        }
        if seen.contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{words}: {seen}");
}

/// Waits until a screen reader is told these words.
async fn said(window: &Client, words: &str) {
    let line = window.find(Locator::Css("#said")).await.expect("a line");
    let mut last = String::new();
    for _ in 0..50 {
        last = line.text().await.expect("words");
        if last.contains(words) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("{words}: {last}");
}

/// The phone's own camera opens a code in another tab.
async fn scan_in_another_tab(window: &Client, address: &str) {
    let tab = window.new_window(true).await.expect("a tab");
    window.switch_to_window(tab.handle).await.expect("the tab");
    window.goto(address).await.expect("a page");
    let way_back = window.find(Locator::Css(r#".banner a[href$="/check"]"#)).await;
    assert!(way_back.is_ok(), "the way back stands on it");
    let ready = "return navigator.serviceWorker.ready.then(() => true)";
    assert_eq!(window.execute(ready, Vec::new()).await.expect("a worker"), true);
    // A page that ticks is for this moment; the copy from before stays.
    kept(window).await;
    window.close_window().await.expect("the end of the tab");
}

/// Chooses the picture at an address as a photo of the stand, which this browser cannot read by itself.
async fn send_photo(window: &Client, address: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let photo = folder.path().join("stand.png");
    let mut picture = ureq::get(address).call().expect("a picture");
    std::fs::write(&photo, picture.body_mut().read_to_vec().expect("bytes")).expect("a file");
    type_into(window, "photo", photo.to_str().expect("a path")).await;
    tap(window, "#photo button").await;
    said(window, "Найдено").await;
}

#[test]
fn all_ways_of_reading_tick_one_list() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        sign_in(&window, &demo).await;
        window.goto(&format!("{}{}/ru", demo.origin, demo.shelf)).await.expect("the shelf");
        let script =
            "return [...document.querySelectorAll('.rows a')].map(link => link.getAttribute('href'))";
        let sheets = window.execute(script, Vec::new()).await.expect("the sheets");
        let sheet = |at: usize| {
            let path = sheets[at].as_str().expect("an address");
            path.trim_end_matches("/ru").to_owned()
        };
        // What is read at home is kept for days without a network.
        window.goto(&format!("{}{}", demo.origin, sheet(1))).await.expect("a page");
        kept(&window).await;
        window
            .goto(&format!("{}/admin/organizations{}/check?lang=ru", demo.origin, demo.shelf))
            .await
            .expect("the check");
        tap(&window, "main form button").await;
        wait_for(&window, "Найдено: 0 из").await;
        let width = "return document.documentElement.scrollWidth <= window.innerWidth";
        assert_eq!(
            window.execute(width, Vec::new()).await.expect("a measure"),
            true,
            "it fits a small phone"
        );
        let camera = window.find(Locator::Css("#camera button")).await.expect("a button");
        assert!(!camera.is_displayed().await.expect("a look"), "no detector, so no promise");

        let code = serde_json::json!(format!("{}{}", demo.origin.to_uppercase(), sheet(0)));
        assert_eq!(window.execute(CAMERA, vec![code]).await.expect("a camera"), true);
        tap(&window, "#camera button").await;
        wait_for(&window, "Найдено: 1 из").await;
        said(&window, "Найдено: 1 из").await;

        let check = window.window().await.expect("the tab of the check");
        // The second time, the worker of the pages is there already.
        for _ in 0..2 {
            scan_in_another_tab(&window, &format!("{}{}", demo.origin, sheet(1))).await;
            window.switch_to_window(check.clone()).await.expect("the check");
        }
        wait_for(&window, "Найдено: 2 из").await;

        let typed = sheet(2);
        type_into(&window, "code", typed.split('/').nth(1).expect("a code")).await;
        tap(&window, "#tick button").await;
        wait_for(&window, "Найдено: 3 из").await;
        type_into(&window, "code", "https://bank.example/pay").await;
        tap(&window, "#tick button").await;
        said(&window, "bank.example").await;
        let field = "return document.querySelector('[name=code]').value";
        let kept =
            |value: serde_json::Value| assert_eq!(value, "https://bank.example/pay", "to be corrected");
        kept(window.execute(field, Vec::new()).await.expect("a value"));

        // The same before the script is there: the page is the answer to a form, and is never sent again.
        window.execute("document.querySelector('#tick').submit()", Vec::new()).await.expect("a form");
        let refusal = window.wait().for_element(Locator::Css("[role=alert]")).await;
        assert!(refusal.is_ok(), "the page of the refusal");
        kept(window.execute(field, Vec::new()).await.expect("a value"));
        window.execute("window.isSame = true", Vec::new()).await.expect("a mark");
        let tab = window.new_window(true).await.expect("a tab");
        window.switch_to_window(tab.handle).await.expect("the tab");
        window.goto(&format!("{}{}", demo.origin, sheet(3))).await.expect("a page");
        window.close_window().await.expect("the end of the tab");
        window.switch_to_window(check).await.expect("the check");
        wait_for(&window, "Найдено: 4 из").await;
        let same = window.execute("return window.isSame === true", Vec::new()).await.expect("a mark");
        assert_eq!(same, true, "the list is fresh in the same page");

        window.refresh().await.expect("the check, with its script");
        send_photo(&window, &format!("{}{}/qr.png", demo.origin, sheet(4))).await;
        wait_for(&window, "Найдено: 5 из").await;
        said(&window, "Найдено: 5 из").await;
    });
}
