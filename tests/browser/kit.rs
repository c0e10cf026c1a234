//! A chair who never signed in, on a phone: from the start page to a printed stand.

use crate::demo::Demo;
use crate::person::{downloaded, find, tap};
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 740 };

#[test]
fn three_taps_lead_from_the_start_to_a_downloaded_kit() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&demo.origin).await.expect("the start");
        find(&window, "input[name=q]").await.send_keys("54").await.expect("typing");
        tap(&window, "main form button").await;
        tap(&window, &format!("main a[href^='{}']", demo.shelf)).await;
        tap(&window, "main a.big").await;
        let (name, pdf) = downloaded(&window, ".pdf").await;
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
