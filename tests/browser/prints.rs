//! An administrator gets the kits of many stands and watches how far they are.

use std::time::Duration;

use crate::demo::Demo;
use crate::person::{downloaded, find, sign_in, tap};
use crate::session::{Window, in_browser};

const DESK: Window = Window { width_px: 1100, height_px: 900 };

#[test]
fn many_kits_come_as_one_file_while_the_page_says_how_far_it_is() {
    let demo = Demo::start();
    in_browser(DESK, |window| async move {
        sign_in(&window, &demo).await;
        window
            .goto(&format!("{}/admin/prints?bundle=zip&parts=poster&lang=ru", demo.origin))
            .await
            .expect("the prints");
        tap(&window, "main form[method=post] button.big").await;
        let state = find(&window, "#progress [role=status]").await;
        assert!(state.text().await.expect("words").contains("Скачать файл"));
        tap(&window, "#progress button.big").await;
        for attempt in 0.. {
            let words = state.text().await.expect("the same element, whatever it says");
            if words.starts_with("Готово") {
                break;
            }
            assert!(attempt < 600, "{words}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        let counted = find(&window, "#progress b").await.text().await.expect("words");
        let (done, all) = counted.split_once(" из ").expect("how far it is");
        assert!(done.ends_with(all.split(' ').next().expect("a number")), "{counted}");
        let focused = "return document.activeElement.tagName";
        assert_eq!(
            window.execute(focused, Vec::new()).await.expect("an element"),
            "BUTTON",
            "whoever uses the keyboard is still there"
        );
        let (name, zip) = downloaded(&window, ".zip").await;
        assert!(name.starts_with("tizilim-") && zip.starts_with(b"PK"), "{name}");
    });
}
