//! A chair who never signed in, on a phone: from the start page to a printed stand.

use std::path::PathBuf;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::session::{DOWNLOADS, Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 740 };

/// The first element that fits, as soon as there is one.
async fn find(window: &Client, selector: &str) -> Element {
    let found = window.wait().for_element(Locator::Css(selector)).await;
    found.unwrap_or_else(|why| panic!("{selector}: {why}"))
}

async fn tap(window: &Client, selector: &str) {
    find(window, selector).await.click().await.expect("a tap");
}

/// Where the browser puts what is downloaded.
fn downloads(window: &Client) -> PathBuf {
    let capabilities = window.capabilities().expect("what the browser says of itself");
    let profile = capabilities["chrome"]["userDataDir"].as_str().expect("a profile");
    PathBuf::from(profile).join(DOWNLOADS)
}

/// The one file that was downloaded whole.
async fn downloaded(folder: PathBuf) -> (String, Vec<u8>) {
    for _ in 0..600 {
        let files = std::fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok);
        let names: Vec<String> = files.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
        if let [name] = &names[..]
            && name.ends_with(".pdf")
        {
            return (name.clone(), std::fs::read(folder.join(name)).expect("the file"));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nothing was downloaded to {}", folder.display());
}

#[test]
fn three_taps_lead_from_the_start_to_a_downloaded_kit() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&demo.origin).await.expect("the start");
        find(&window, "input[name=q]").await.send_keys("54").await.expect("typing");
        tap(&window, "main form button").await;
        tap(&window, &format!("main a[href^='{}']", demo.shelf)).await;
        tap(&window, "main a.big").await;
        let (name, pdf) = downloaded(downloads(&window)).await;
        assert!(name.starts_with("tizilim-S054-"), "{name}");
        let pages = lopdf::Document::load_mem(&pdf).expect("a PDF that opens").get_pages().len();
        assert!(pdf.starts_with(b"%PDF-") && pages > 3, "{pages} pages");
    });
}

#[test]
fn another_kit_is_chosen_looked_at_and_sent_as_a_link() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}{}/kit/ru", demo.origin, demo.shelf)).await.expect("the kit");
        tap(&window, "details.panel > summary").await;
        for part in ["guide", "sheets"] {
            tap(&window, &format!("input[name=parts][value={part}]")).await;
        }
        tap(&window, "input[name=level][value=h]").await;
        tap(&window, "#other form button").await;
        let download = find(&window, "a.big[href*='level=h']").await;
        let href = download.attr("href").await.expect("an attribute").expect("an address");
        assert!(href.ends_with("kit.pdf?parts=poster&level=h"), "{href}");
        let drawn = "return document.images[0].scrollIntoView(), document.images[0].decode().then(() => document.images[0].naturalWidth)";
        let width = window.execute(drawn, Vec::new()).await.expect("a picture");
        assert_eq!(width.as_u64(), Some(660));
        let overflow = "return document.documentElement.scrollWidth - innerWidth";
        assert_eq!(window.execute(overflow, Vec::new()).await.expect("a number").as_i64(), Some(0));
    });
}
