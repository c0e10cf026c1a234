//! Readers who set larger letters or wider spaces lose nothing.

use fantoccini::Client;

use crate::demo::Demo;
use crate::person::evaluated;
use crate::session::{Window, in_browser};

const NARROW: Window = Window { width_px: 320, height_px: 640 };

/// Wider spaces between lines, paragraphs, letters and words (WCAG 2.2, success criterion 1.4.12), put in as a reader's own
/// style sheet; everything that is folded is open.
const SPACED: &str = "const sheet = new CSSStyleSheet();\
    sheet.replaceSync('*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}');\
    document.adoptedStyleSheets = [sheet];\
    document.querySelectorAll('details').forEach(details => details.open = true);\
    return ''";

/// Elements whose words are cut off, with what cuts them: the window, or a box that does not grow and cannot be scrolled.
const CLIPPED: &str = "const hidden = e => e.closest('.vh, .skip, [hidden], dialog:not([open]), mark .vh');\
    const scrolls = style => ['auto', 'scroll'].includes(style.overflowX);\
    const cut = [];\
    if (document.documentElement.scrollWidth > innerWidth) cut.push('the page is ' + document.documentElement.scrollWidth + ' wide');\
    for (const element of document.body.querySelectorAll('*')) {\
        if (hidden(element) || element.closest('svg')) continue;\
        const style = getComputedStyle(element);\
        if (style.display === 'inline' || style.visibility === 'hidden') continue;\
        const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';\
        const field = ['INPUT', 'TEXTAREA', 'SELECT', 'PROGRESS', 'IMG', 'VIDEO', 'IFRAME'].includes(element.tagName);\
        if (clips && !field && !scrolls(style) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) cut.push(element.outerHTML.slice(0, 120));\
        if (!clips && !field && style.position !== 'fixed') {\
            const box = element.getBoundingClientRect();\
            let around = element.parentElement;\
            while (around && !scrolls(getComputedStyle(around))) around = around.parentElement;\
            if (!around && box.width && box.right > innerWidth + 1) cut.push('beyond the window: ' + element.outerHTML.slice(0, 120));\
            const tall = style.height !== 'auto' && element.scrollHeight > element.clientHeight + 2 && element.clientHeight;\
            if (tall && ['block', 'flex', 'grid'].includes(style.display)) {\
                const next = element.nextElementSibling?.getBoundingClientRect();\
                const range = document.createRange();\
                range.selectNodeContents(element);\
                if (next?.height && range.getBoundingClientRect().bottom > next.top + 8 && next.top >= box.bottom - 1) cut.push('runs into the next: ' + element.outerHTML.slice(0, 120));\
            }\
        }\
    }\
    return cut.join('\\n')";

/// The paths of every kind of public page.
fn pages(demo: &Demo) -> Vec<String> {
    let document = demo.scanned.rsplit_once('/').expect("two codes").0;
    let district = tizilim::domain::address::encoded("Есіл ауданы / район Есиль");
    let mut pages = Vec::new();
    for lang in ["kk", "ru", "en"] {
        pages.extend([
            format!("/{lang}"),
            format!("/help/{lang}"),
            format!("/organizations/{lang}"),
            format!("/organizations/{lang}?district={district}"),
            format!("/search/{lang}?q=%D1%88%D0%B0%D1%80%D1%82"),
            format!("/search/{lang}?q=138"),
            format!("/search/{lang}?q=qqqqqq"),
            format!("/0000000/{lang}"),
            format!("/0000001/{lang}"),
            format!("{}/{lang}", demo.scanned),
            format!("{}/{lang}?q=%D1%88%D0%B0%D1%80%D1%82", demo.scanned),
            format!("{}/both/{lang}", demo.scanned),
            format!("{}/print/{lang}", demo.scanned),
            format!("{}/print-large/{lang}", demo.scanned),
            format!("{document}/history/{lang}"),
            format!("{document}/compare/v1..v2/{lang}"),
            format!("{document}/v1/{lang}"),
            format!("{document}/at/2024-06-01/{lang}"),
            format!("{}/{lang}", demo.shelf),
            format!("{}/embed/{lang}", demo.shelf),
            format!("{}/kit/{lang}", demo.shelf),
        ]);
    }
    pages
}

async fn clipped(window: &Client) -> String {
    evaluated(window, SPACED).await;
    evaluated(window, CLIPPED).await
}

#[test]
fn wider_spaces_cut_nothing_off_on_a_narrow_phone() {
    let demo = Demo::start();
    in_browser(NARROW, |window| async move {
        let mut cut = Vec::new();
        for path in pages(&demo) {
            window.goto(&format!("{}{path}", demo.origin)).await.expect("a page");
            let found = clipped(&window).await;
            cut.extend((!found.is_empty()).then(|| format!("{path}: {found}")));
        }
        assert!(cut.is_empty(), "{}", cut.join("\n"));
        // The line that says where the reader is.
        window.goto(&format!("{}{}/ru", demo.origin, demo.scanned)).await.expect("a page");
        evaluated(&window, SPACED).await;
        evaluated(&window, "document.querySelector('#ch-3').scrollIntoView(); scrollBy(0, 40); return ''")
            .await;
        let here = "const here = document.querySelector('#here'); return here.hidden ? '' : 'shown'";
        crate::person::awaited(&window, here).await;
        assert_eq!(evaluated(&window, CLIPPED).await, "");
        // What is put there to be found is found.
        let narrow = "document.querySelector('h1').style.cssText = 'height:1rem;overflow:hidden'; return ''";
        evaluated(&window, narrow).await;
        assert!(evaluated(&window, CLIPPED).await.contains("<h1"), "the measure sees what is cut off");
    });
}

#[test]
fn the_names_of_the_languages_stay_whole_in_letters_of_twice_the_size() {
    let demo = Demo::start();
    in_browser(NARROW, |window| async move {
        for path in ["/kk".to_owned(), format!("{}/ru", demo.scanned)] {
            window.goto(&format!("{}{path}", demo.origin)).await.expect("a page");
            evaluated(&window, "document.documentElement.style.fontSize = '200%'; return ''").await;
            let script = "const lines = link => {\
                    const range = document.createRange();\
                    range.selectNodeContents(link);\
                    return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;\
                };\
                const inside = link => link.getBoundingClientRect().right <= innerWidth;\
                const links = [...document.querySelectorAll('.languages a')];\
                return links.map(link => link.textContent + ' ' + lines(link) + ' ' + inside(link)).join(', ')";
            let names = evaluated(&window, script).await;
            assert_eq!(names, "Қазақша 1 true, Русский 1 true, English 1 true", "{path}");
            let fits = "return String(document.documentElement.scrollWidth <= innerWidth)";
            assert_eq!(evaluated(&window, fits).await, "true", "{path}");
        }
    });
}
