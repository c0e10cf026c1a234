//! What a page does more where scripts run: it says where the reader is, keeps the place, and passes it on.

use fantoccini::Locator;

use crate::demo::Demo;
use crate::person::{awaited, evaluated, find};
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 640 };

#[test]
fn the_line_at_the_top_names_the_place_and_the_language_switch_keeps_it() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}{}/ru", demo.origin, demo.scanned)).await.expect("a page");
        let here = "const here = document.querySelector('#here'); return here.hidden ? '' : here.textContent";
        assert_eq!(evaluated(&window, here).await, "", "the beginning needs no line");
        let scroll = "document.querySelector('#ch-3').scrollIntoView(); return ''";
        evaluated(&window, scroll).await;
        let named = awaited(&window, here).await;
        assert!(named.starts_with("Глава 3."), "{named}");

        let switch = window.find(Locator::Css("a[hreflang=kk]")).await.expect("a link");
        // The bar with the languages is far above; a person would go there, the script does it at once.
        window
            .execute("arguments[0].click()", vec![serde_json::to_value(&switch).expect("an element")])
            .await
            .expect("a click");
        window.wait().for_element(Locator::Css("html[lang=kk] #ch-3")).await.expect("the Kazakh page");
        assert_eq!(window.current_url().await.expect("an address").fragment(), Some("ch-3"));
    });
}

#[test]
fn a_tap_on_a_heading_passes_the_place_on_and_asks_about_it() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}{}/ru", demo.origin, demo.scanned)).await.expect("a page");
        evaluated(&window, "document.querySelector('#ch-2').scrollIntoView({block: 'center'}); return ''")
            .await;
        let heading = window.wait().for_element(Locator::Css("#ch-2>a")).await.expect("a heading");
        heading.click().await.expect("a tap");
        let words = awaited(
            &window,
            "return document.querySelector('#place').open ? document.querySelector('#place-words').textContent : ''",
        )
        .await;
        assert!(words.starts_with("Глава 2."), "{words}");
        let links = evaluated(
            &window,
            "return [...document.querySelectorAll('#place a')].map(a => decodeURIComponent(a.href)).join('\\n')",
        )
        .await;
        let place = format!("{}{}/ru#ch-2", demo.origin, demo.scanned);
        let links: Vec<&str> = links.split("\nhttps").collect();
        assert_eq!(links.len(), 3, "two messengers and the chair: {links:?}");
        for link in links {
            assert!(link.contains("Глава 2.") && link.contains(&place), "{link}");
        }
    });
}

#[test]
fn a_topic_leads_to_the_chapter_that_answers() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        for (lang, topic, heading) in [("ru", "Отпуск", "отпуск"), ("kk", "Демалыс", "демалыс")]
        {
            window.goto(&format!("{}{}/{lang}", demo.origin, demo.scanned)).await.expect("a page");
            let link = window.find(Locator::LinkText(topic)).await.expect("a topic");
            let anchor = link.attr("href").await.expect("an attribute").expect("an address");
            let words = format!("return document.querySelector('[id=\"{}\"]').textContent", &anchor[1..]);
            let words = evaluated(&window, &words).await.to_lowercase();
            assert!(words.contains(heading), "{lang}: {anchor} is {words}");
        }
    });
}

#[test]
fn a_tap_on_the_number_of_a_point_passes_the_point_on() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}{}/ru", demo.origin, demo.scanned)).await.expect("a page");
        let point = "document.querySelector('.text .item[id]')";
        let id = evaluated(&window, &format!("return {point}.id")).await;
        let opened = "return document.querySelector('#place').open ? document.querySelector('#place-words').textContent : ''";
        evaluated(&window, &format!("{point}.scrollIntoView({{block: 'center'}}); return ''")).await;
        // By a tap, and by the keyboard.
        for is_tapped in [true, false] {
            if is_tapped {
                let number = format!("[id='{id}']>a");
                window.find(Locator::Css(&number)).await.expect("its number").click().await.expect("a tap");
            } else {
                evaluated(&window, &format!("{point}.querySelector('a').focus(); return ''")).await;
                let focused = window.active_element().await.expect("the number");
                focused.send_keys("\u{e007}").await.expect("the key Enter");
            }
            let words = awaited(&window, opened).await;
            let whole =
                evaluated(&window, &format!("return {point}.innerText.replace(/\\s+/g, ' ').trim()")).await;
            let begun = words.trim_end_matches(" …");
            assert!(whole.starts_with(begun) && begun.chars().count() > 10, "{words}: {whole}");
            assert!(words.chars().count() <= 122, "{words}");
            let place = format!("{}{}/ru#{id}", demo.origin, demo.scanned);
            let links = "return [...document.querySelectorAll('#place a')].map(a => decodeURIComponent(a.href)).join('\\n')";
            let links = evaluated(&window, links).await;
            assert_eq!(links.matches(&place).count(), 3, "two messengers and the chair: {links}");
            let address = evaluated(&window, "return location.href").await;
            assert!(address.ends_with(&format!("#{id}")), "its address can be copied: {address}");
            window
                .find(Locator::Css("#place form button"))
                .await
                .expect("a button")
                .click()
                .await
                .expect("a tap");
            let back = "return document.querySelector('#place').open ? '' : document.activeElement.getAttribute('href')";
            assert_eq!(
                awaited(&window, back).await,
                format!("#{id}"),
                "whoever uses the keyboard is still there"
            );
        }
    });
}

#[test]
fn the_contents_come_to_the_reader_and_lead_to_their_place() {
    let demo = Demo::start();
    in_browser(PHONE, |window| async move {
        window.goto(&format!("{}{}/ru", demo.origin, demo.scanned)).await.expect("a page");
        let shown = "return document.querySelector('dialog[open] #contents') ? 'shown' : ''";
        let gone = "return document.querySelector('dialog[open]') ? '' : 'gone'";
        find(&window, ".folded a[href='#contents']").await.click().await.expect("a tap");
        awaited(&window, shown).await;
        // Closed by its button, the reader is where the contents were asked for.
        find(&window, "dialog #contents form button").await.click().await.expect("a tap");
        awaited(&window, gone).await;
        let focused = "return document.activeElement.getAttribute('href') || ''";
        assert_eq!(evaluated(&window, focused).await, "#contents");
        find(&window, ".folded a[href='#contents']").await.click().await.expect("a tap");
        awaited(&window, shown).await;
        find(&window, "dialog #contents a[href='#ch-3']").await.click().await.expect("a tap");
        awaited(&window, gone).await;
        let at = "const top = document.querySelector('#ch-3').getBoundingClientRect().top; return top >= 0 && top < 120 ? location.hash : ''";
        assert_eq!(awaited(&window, at).await, "#ch-3");
        // Without script the same link leads to the list below the text.
        let below = "const list = document.querySelector('article #contents'); return String(Boolean(list.compareDocumentPosition(document.querySelector('.text')) & 2))";
        assert_eq!(evaluated(&window, below).await, "true");
    });
}
