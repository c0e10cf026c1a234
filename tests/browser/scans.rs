//! Scans on a phone: a member reads one, finds a word and passes a place on; an administrator makes a document of photos.

use std::path::Path;
use std::time::Duration;

use fantoccini::{Client, Locator};
use image::{GrayImage, imageops};

use crate::demo::Demo;
use crate::person::{awaited, evaluated, find, sign_in, tap, type_into};
use crate::session::{Window, in_browser};
use crate::{samples, scanned};

const PHONE: Window = Window { width_px: 390, height_px: 844 };

/// The law whose words stand on the pages.
const LAW: &str = "zakon_pedagog_kk_v2.pdf";

/// Pixels of a strip with some lines of a page, at 300 dots per inch.
const STRIP_PX: u32 = 520;

/// Strips with some lines each, as they follow each other on the pages of the law.
fn strips(count: usize) -> Vec<GrayImage> {
    let mut strips = Vec::new();
    for page in 1.. {
        let picture = scanned::picture(LAW, page);
        for top in (300..picture.height() - 2 * STRIP_PX).step_by(STRIP_PX as usize) {
            strips.push(imageops::crop_imm(&picture, 0, top, picture.width(), STRIP_PX).to_image());
            if strips.len() == count {
                return strips;
            }
        }
    }
    strips
}

/// An agreement of so many pages, as an office scans it: some lines on each.
fn agreement(pages: usize) -> Vec<u8> {
    let page = |strip: &GrayImage| {
        let mut page = GrayImage::from_pixel(strip.width(), strip.width() * 842 / 595, image::Luma([250]));
        imageops::overlay(&mut page, strip, 0, 300);
        page
    };
    scanned::pdf(&strips(pages).iter().map(page).collect::<Vec<_>>())
}

/// Publishes a scanned agreement under a school and gives its code; the program recognises its words.
fn published(demo: &Demo, folder: &Path, pages: usize) -> String {
    let file = folder.join("dogovor.pdf");
    std::fs::write(&file, agreement(pages)).expect("a file");
    let add = ["document", "add", "--owner", "S008", "--kind", "collective_agreement"];
    let code = demo.command(&add).trim().to_owned();
    let file = file.to_str().expect("a path");
    let dates = ["--signed-on", "2026-01-01", "--effective-from", "2026-01-01", "--term-end", "2028-12-31"];
    let publish = ["publish", &code, "--kk", file, "--accept-doubts", "--tesseract", "off"];
    demo.command(&[&publish[..], &dates].concat());
    code
}

#[test]
fn a_member_reads_a_scanned_agreement_on_a_phone() {
    if !samples::has_tesseract() {
        return;
    }
    let demo = Demo::start();
    let folder = tempfile::tempdir().expect("a folder");
    let code = published(&demo, folder.path(), 14);
    in_browser(PHONE, |window| async move {
        let address = format!("{}/{code}/kk", demo.origin);
        // As long as nobody has read it, its pages are pictures.
        awaited_page(&window, &address, "figure.scan").await;
        assert_eq!(window.find_all(Locator::Css("figure.scan img")).await.expect("pictures").len(), 14);
        let third = "document.querySelector('#page-3')";
        evaluated(&window, &format!("{third}.scrollIntoView(); return ''")).await;
        let loads = format!(
            "const i = {third}.querySelector('img'); return i.complete && i.naturalWidth > 300 ? i.alt : ''"
        );
        assert_eq!(awaited(&window, &loads).await, "14 беттің 3-беті");
        let loaded = "return String([...document.images].filter(i => i.complete && i.naturalWidth).length)";
        let loaded: usize = evaluated(&window, loaded).await.parse().expect("a number");
        assert!(loaded < 14, "only what is near is loaded: {loaded}");
        let fits = "return String(document.documentElement.scrollWidth <= innerWidth)";
        assert_eq!(evaluated(&window, fits).await, "true");
        // A tap enlarges it.
        tap(&window, "#page-3 a").await;
        let large = awaited(
            &window,
            "return document.contentType === 'image/jpeg' && document.images[0].naturalWidth > 1000 ? location.pathname : ''",
        );
        assert!(large.await.ends_with("page-3-large.jpg"));

        let told = demo.command(&["ocr", "--document", &code]);
        assert!(told.starts_with("1 texts, 14 pages recognised, 0 failed"), "{told}");
        awaited_page(&window, &address, "details.scan").await;
        let summary = find(&window, "#page-3 summary").await;
        assert!(summary.text().await.expect("words").contains("14 беттің 3-беті"));
        evaluated(&window, &format!("{third}.scrollIntoView({{block: 'center'}}); return ''")).await;
        summary.click().await.expect("a tap");
        awaited(&window, &format!("return {third}.querySelector('img').naturalWidth > 300 ? 'loaded' : ''"))
            .await;

        // A word of the text is found in it.
        evaluated(&window, "scrollTo(0, 0); return ''").await;
        let search = "[...document.querySelectorAll('.folded summary')].at(-1)";
        evaluated(&window, &format!("{search}.click(); return ''")).await;
        type_into(&window, "q", "педагог").await;
        tap(&window, ".folded form button").await;
        let found = find(&window, "#found").await.text().await.expect("words");
        assert!(found.contains("педагог"), "{found}");
        find(&window, ".text mark").await;

        // A place of it is passed on.
        window.goto(&address).await.expect("the page");
        let place = "document.querySelector('.text :is(h2,h3)[id]>a, .text .item[id]>a')";
        let hash =
            evaluated(&window, &format!("{place}.scrollIntoView({{block: 'center'}}); return {place}.hash"))
                .await;
        evaluated(&window, &format!("{place}.click(); return ''")).await;
        let link = awaited(
            &window,
            "return document.querySelector('#place').open ? decodeURIComponent(document.querySelector('#place a').href) : ''",
        );
        let link = link.await;
        assert!(link.ends_with(&format!("/{code}/kk{hash}")), "{link}");
    });
}

/// Opens a page until it has what is waited for: a server that runs shows a change within a second.
async fn awaited_page(window: &Client, address: &str, selector: &str) {
    for _ in 0..50 {
        window.goto(address).await.expect("a page");
        if window.find(Locator::Css(selector)).await.is_ok() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("{selector} never comes");
}

/// The shade of paper of the picture of each page, darker from photo to photo.
const SHADES: &str = "const [pages] = arguments;\
    const shade = async (page) => {\
        const picture = await createImageBitmap(await (await fetch(page)).blob());\
        const brush = new OffscreenCanvas(1, 1).getContext('2d');\
        brush.drawImage(picture, 2, 2, 1, 1, 0, 0, 1, 1);\
        return brush.getImageData(0, 0, 1, 1).data[0];\
    };\
    return Promise.all(pages.map(shade));";

/// Which photo stands on each page, by the shade of its paper.
async fn photos_on(window: &Client, pages: &[String]) -> Vec<u64> {
    let shades = window.execute(SHADES, vec![serde_json::json!(pages)]).await.expect("shades");
    let photo = |shade: &serde_json::Value| (255 - shade.as_u64().expect("a shade") + 3) / 7;
    shades.as_array().expect("shades").iter().map(photo).collect()
}

#[test]
fn an_administrator_makes_a_document_of_ten_photos_on_a_phone() {
    let demo = Demo::start();
    let folder = tempfile::tempdir().expect("a folder");
    let photos = strips(10);
    let names: Vec<String> = (1_u8..)
        .zip(photos)
        .map(|(number, mut photo)| {
            let paper = 255 - 7 * number;
            photo.pixels_mut().for_each(|pixel| pixel.0[0] = pixel.0[0].min(paper));
            let file = folder.path().join(format!("IMG_{number}.jpg"));
            std::fs::write(&file, scanned::jpeg(&photo)).expect("a photo");
            file.to_str().expect("a path").to_owned()
        })
        .collect();
    in_browser(PHONE, |window| async move {
        sign_in(&window, &demo).await;
        let add = ["document", "add", "--owner", "S008", "--kind", "labour_rules"];
        let code = demo.command(&add).trim().to_owned();
        let form = format!("form[action$='/documents/{code}/drafts'] button");
        awaited_page(&window, &format!("{}/admin/documents/{code}?lang=ru", demo.origin), &form).await;
        tap(&window, &form).await;
        type_into(&window, "signed_on", "01.01.2026").await;
        type_into(&window, "effective_from", "01.01.2026").await;
        type_into(&window, "text_kk", &names.join("\n")).await;
        tap(&window, "button[value=preview]").await;
        let order = find(&window, "input[name=order]").await;
        assert_eq!(order.attr("value").await.expect("an attribute").as_deref(), Some("1 2 3 4 5 6 7 8 9 10"));
        let member = find(&window, "a[target=_blank]")
            .await
            .attr("href")
            .await
            .expect("an attribute")
            .expect("a page");
        let pictures = pictures_on(&window, &member).await;
        assert_eq!(pictures.len(), 10);
        assert_eq!(photos_on(&window, &pictures).await, (1..=10).collect::<Vec<_>>(), "10 stands after 9");

        // The last one was taken first.
        order.clear().await.expect("an empty field");
        order.send_keys("10 1 2 3 4 5 6 7 8 9").await.expect("typing");
        evaluated(&window, "window.isOld = true; return ''").await;
        tap(&window, "form[action$='/order/kk'] button").await;
        awaited(&window, "return window.isOld ? '' : 'another page'").await;
        find(&window, "input[name=order]").await;
        let pictures = pictures_on(&window, &member).await;
        assert_eq!(photos_on(&window, &pictures).await, [10, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let fits = "return String(document.documentElement.scrollWidth <= innerWidth)";
        assert_eq!(evaluated(&window, fits).await, "true", "the preview fits a phone");

        compare_each(&window, fits).await;
        assert!(find(&window, "input[name=order]").await.is_displayed().await.expect("the preview"));
        let seen = window.find(Locator::Css("form[action$='/publish'] input[name=seen]")).await;
        if let Ok(seen) = seen {
            seen.click().await.expect("a tick");
        }
        tap(&window, "form[action$='/publish'] button").await;
        awaited(&window, "return location.pathname.includes('/published/') ? 'published' : ''").await;
        awaited_page(&window, &format!("{}/{code}/kk", demo.origin), "details.scan").await;
        let text = evaluated(&window, "return document.querySelector('.text').textContent").await;
        assert!(text.contains("10 беттің 10-беті"), "{text}");
        assert!(window.find(Locator::Css(".banner.warning")).await.is_err(), "nothing is left to be doubted");
    });
}

/// Compares each page with its picture; where no program has read it, it is written down.
async fn compare_each(window: &Client, fits: &str) {
    recognised(window).await;
    tap(window, "a[href*='/scan/kk/']").await;
    for page in 1..=10 {
        let present = find(window, ".numbers [aria-current]").await.text().await.expect("a number");
        assert_eq!(present, page.to_string());
        awaited(window, "const i = document.querySelector('figure.scan img'); return i.complete && i.naturalWidth ? 'loaded' : ''").await;
        assert_eq!(evaluated(window, fits).await, "true", "the comparison fits a phone");
        let words = find(window, "textarea[name=words]").await;
        if words.prop("value").await.expect("a value").unwrap_or_default().trim().is_empty() {
            words.send_keys(&format!("{page}. Бет")).await.expect("typing");
        }
        evaluated(window, "window.isOld = true; return ''").await;
        tap(window, "main form button.big").await;
        awaited(window, "return window.isOld ? '' : 'another page'").await;
    }
}

/// The addresses of the pictures on a page that is looked at beside the present one.
async fn pictures_on(window: &Client, page: &str) -> Vec<String> {
    let script = "const [page] = arguments;\
        return fetch(page).then(reply => reply.text()).then(text => {\
            const shown = new DOMParser().parseFromString(text, 'text/html');\
            return [...shown.querySelectorAll('.scan img')].map(picture => picture.getAttribute('src'));\
        });";
    let found = window.execute(script, vec![page.into()]).await.expect("pictures");
    serde_json::from_value(found).expect("addresses")
}

/// Waits until the program has read what it can read.
async fn recognised(window: &Client) {
    for _ in 0..600 {
        let progress = window.find(Locator::Css("#progress")).await;
        let Ok(progress) = progress else { return };
        if progress.attr("data-ended").await.is_ok_and(|ended| ended.is_some()) {
            return;
        }
        window.refresh().await.expect("the page again");
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    panic!("the recognition never ends");
}
