//! A chair and the office: what a school proposes with a phone is published by the office; two people for one publication;
//! an edition is scheduled, listed and withdrawn.

use fantoccini::{Client, Locator};

use crate::demo::Demo;
use crate::person::{find, tap, told, type_into};
use crate::scanned;
use crate::session::{Window, in_browser};

const PHONE: Window = Window { width_px: 360, height_px: 640 };
const DESK: Window = Window { width_px: 1100, height_px: 900 };

const PASSWORD: &str = "a long enough password";

async fn go(window: &Client, demo: &Demo, path: &str) {
    window.goto(&format!("{}{path}", demo.origin)).await.expect("a page");
}

async fn main_text(window: &Client) -> String {
    find(window, "main").await.text().await.expect("a text")
}

async fn path(window: &Client) -> String {
    window.current_url().await.expect("an address").path().to_owned()
}

/// Comes by an invitation, in a browser of its own.
async fn come(window: &Client, demo: &Demo, role: &[&str], login: &str, lang: &str) {
    window.delete_all_cookies().await.expect("another browser");
    let invited = demo.command(&[&["user", "invite", "--role"], role].concat());
    let token = invited.split("/admin/invitation/").nth(1).and_then(|rest| rest.split_whitespace().next());
    go(window, demo, &format!("/admin/invitation/{}?lang={lang}", token.expect("a link"))).await;
    type_into(window, "login", login).await;
    for field in ["password", "again"] {
        type_into(window, field, PASSWORD).await;
    }
    tap(window, "main form button").await;
    find(window, ".desk").await;
}

/// Signs a person in who has been here before.
async fn back(window: &Client, demo: &Demo, login: &str, lang: &str) {
    window.delete_all_cookies().await.expect("another browser");
    go(window, demo, &format!("/admin/sign-in?lang={lang}")).await;
    type_into(window, "login", login).await;
    type_into(window, "password", PASSWORD).await;
    tap(window, "#sign-in button").await;
    find(window, ".desk").await;
}

async fn set_day(window: &Client, name: &str, day: &str) {
    let field = find(window, &format!("[name={name}]")).await;
    field.clear().await.expect("an empty field");
    field.send_keys(day).await.expect("typing");
}

fn sample(name: &str) -> String {
    format!("{}/assets/demo/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// Proposes the leaflet of the demo, and then a photo of a new work plan, as a chair with a phone; in Kazakh or in Russian.
async fn propose(window: &Client, demo: &Demo, (lang, new, sent): (&str, &str, &str), photo: &str) {
    tap(window, "main a[href$='/propose']").await;
    told(window, new).await;
    tap(window, "select[name=what] option[value=new-leaflet]").await;
    type_into(window, &format!("text_{lang}"), &sample(&format!("leaflet_{lang}.docx"))).await;
    type_into(window, "words", "2026").await;
    tap(window, "#propose button").await;
    told(window, sent).await;
    go(window, demo, "/admin").await;
    tap(window, "main a[href$='/propose']").await;
    tap(window, "select[name=what] option[value=new-report]").await;
    type_into(window, &format!("text_{lang}"), photo).await;
    tap(window, "#propose button").await;
    told(window, sent).await;
}

/// Publishes what the office has taken up, with its preview.
async fn publish_draft(window: &Client, days: &[(&str, &str)]) {
    for (name, day) in days {
        set_day(window, name, day).await;
    }
    tap(window, "button[value=preview]").await;
    find(window, ".steps [aria-current]").await;
    find(window, "iframe.phone").await;
    if window.find(Locator::Css("#publish input[name=seen]")).await.is_ok() {
        tap(window, "#publish input[name=seen]").await;
    }
    tap(window, "#publish button").await;
    find(window, "a[href*='/admin/documents/']").await;
}

#[test]
fn a_chair_proposes_with_a_phone_and_the_office_publishes_one_and_declines_the_other() {
    let demo = Demo::start();
    let folder = tempfile::tempdir().expect("a folder");
    let photo = folder.path().join("photo.jpg");
    std::fs::write(&photo, scanned::jpeg(&scanned::picture("zakon_pedagog_kk_v1.pdf", 1))).expect("a photo");
    let photo = photo.to_string_lossy().into_owned();
    in_browser(PHONE, |window| async move {
        for (number, lang, new, sent, published, declined) in [
            ("S054", "kk", "Жаңа құжат", "Ұсыныс жіберілді", "Жарияланды", "Қабылданбады"),
            ("S016", "ru", "Новый документ", "Предложение отправлено", "Опубликовано", "Отклонено"),
        ] {
            let chair = format!("chair-{lang}");
            come(&window, &demo, &["chair", "--organization", number], &chair, lang).await;
            propose(&window, &demo, (lang, new, sent), &photo).await;

            come(&window, &demo, &["publisher"], &format!("publisher-{lang}"), lang).await;
            tap(&window, "main a[href*='/admin/proposals/']").await;
            tap(&window, "#take button").await;
            find(&window, "#draft").await;
            publish_draft(&window, &[("effective_from", "01.11.2026")]).await;
            go(&window, &demo, "/admin").await;
            tap(&window, "main a[href*='/admin/proposals/']").await;
            type_into(&window, "reason", "No signature").await;
            tap(&window, "#decline button").await;
            told(&window, declined).await;

            back(&window, &demo, &chair, lang).await;
            let room = told(&window, published).await;
            assert!(room.contains(declined) && room.contains("No signature"), "{room}");
        }
    });
}

#[test]
fn two_people_publish_an_edition_which_is_scheduled_listed_and_withdrawn() {
    let demo = Demo::start();
    in_browser(DESK, |window| async move {
        come(&window, &demo, &["admin"], "first", "ru").await;
        come(&window, &demo, &["publisher"], "second", "kk").await;
        back(&window, &demo, "first", "ru").await;
        go(&window, &demo, "/admin/site").await;
        tap(&window, "#four-eyes input[value=before]").await;
        tap(&window, "#four-eyes button").await;
        told(&window, "Сохранено").await;

        go(&window, &demo, "/admin/documents/new?owner=S008").await;
        tap(&window, "select[name=kind] option[value=leaflet]").await;
        tap(&window, "#new button").await;
        tap(&window, "#upload button").await;
        type_into(
            &window,
            "dropped",
            &format!("{}\n{}", sample("leaflet_kk.docx"), sample("leaflet_ru.docx")),
        )
        .await;
        set_day(&window, "effective_from", "01.01.2030").await;
        tap(&window, "button[value=preview]").await;
        let preview = told(&window, "Язык определён по тексту").await;
        assert!(preview.contains("Кто") || preview.contains("Когда и кто увидит"), "{preview}");
        let at = path(&window).await;
        tap(&window, "#ask button").await;
        told(&window, "попросили взглянуть").await;
        assert!(window.find(Locator::Css("#publish button")).await.is_err(), "not the same person");

        back(&window, &demo, "second", "kk").await;
        tap(&window, &format!("main a[href='{at}']")).await;
        told(&window, "қарауды сұрады").await;
        if window.find(Locator::Css("#publish input[name=seen]")).await.is_ok() {
            tap(&window, "#publish input[name=seen]").await;
        }
        tap(&window, "#publish button").await;
        find(&window, "a[href*='/admin/documents/']").await;

        go(&window, &demo, "/admin/documents/scheduled").await;
        let list = told(&window, "2030 жылғы 1 қаңтардан").await;
        assert!(list.contains("second"), "{list}");
        tap(&window, "main a.button.second[href*='#v1']").await;
        let edition = find(&window, "#v1").await.text().await.expect("an edition");
        assert!(edition.contains("Қайтарып алу") && edition.contains("Аяқталды деп белгілеу"), "{edition}");
        tap(&window, "#v1 > details:has(#v1-withdrawn) > summary").await;
        let text = main_text(&window).await;
        assert!(text.contains("мүлде жарияланбауы керек"), "{text}");
        find(&window, "#v1-withdrawn [name=reason]").await.send_keys("Қате").await.expect("a reason");
        tap(&window, "#v1-withdrawn button").await;
        told(&window, "Мәтін қайтарып алынды").await;
        go(&window, &demo, "/admin/documents/scheduled").await;
        told(&window, "Жоспарланған редакция жоқ").await;
    });
}
