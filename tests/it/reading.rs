//! A text in every dress: marked words, two languages, paper, and what a browser keeps of it.

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;

use crate::app::{Edition, on_each_engine, on_sqlite};
use crate::samples::{KK_V2, RU_V2};

const PHONE: (&str, &str) = ("user-agent", "Mozilla/5.0 (Linux; Android 10) Mobile");

#[test]
fn a_search_in_the_text_marks_the_words_and_leads_to_their_places() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
        let plain = app.ask("GET", &format!("/{code}/{school}/ru"), &[PHONE]);
        assert!(!plain.text().contains("<mark>"));
        // Another form of the word than in the text: «педагогическая этика».
        let found =
            app.ask("GET", &format!("/{code}/{school}/ru?q=%D1%8D%D1%82%D0%B8%D0%BA%D0%B5"), &[PHONE]);
        assert_eq!((found.status, found.header("cache-control")), (200, "no-cache"));
        let page = found.text();
        let (list, text) = page.split_once("<div class=\"text\"").expect("a text");
        assert!(text.contains("<mark>этик"), "the words are marked in the text");
        let (_, list) = list.split_once("class=\"found\"").expect("a list of places");
        let anchor = list.split("href=\"#").nth(1).and_then(|rest| rest.split('"').next()).expect("a place");
        assert!(text.contains(&format!(" id=\"{anchor}\"")), "{anchor}");
        assert!(
            list.contains(&format!("/search/ru?q=%D1%8D%D1%82%D0%B8%D0%BA%D0%B5&#38;org={school}")),
            "{list}"
        );

        let nothing = app
            .get(&format!("/{code}/ru?q=%D1%8D%D0%BA%D1%81%D0%BA%D0%B0%D0%B2%D0%B0%D1%82%D0%BE%D1%80"))
            .text();
        assert!(nothing.contains("«экскаватор» в этом тексте не встречается"), "{nothing}");
        let hostile = app.get(&format!("/{code}/ru?q=%3Cscript%3Ealert(1)%3C/script%3E")).text();
        assert!(!hostile.contains("<script>"));
        assert_eq!(app.get(&format!("/{code}/ru?q={}", "%D1%8F".repeat(301))).status, 400);

        // A search is no opening: only the plain page was counted.
        app.registry.close();
        let counted = app.open_again().openings().expect("openings");
        assert_eq!(counted.iter().map(|opening| opening.count).sum::<i64>(), 1, "{counted:?}");
    });
}

#[test]
fn both_languages_stand_side_by_side_and_a_missing_one_is_said() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
        let page = app.get(&format!("/{code}/both/ru")).text();
        let (_, rest) = page.split_once("id=\"art-3-1\"").expect("an article");
        let row = rest.split("class=\"pair").next().expect("a row");
        assert!(row.contains("3-1-бап") && row.contains("Статья 3-1"), "{row}");
        assert!(
            app.get(&format!("/{code}/ru")).text().contains(&format!("/{code}/both/ru")),
            "it is offered"
        );

        let alone = app.document(DocumentKind::Leaflet);
        app.publish(alone, &Edition::of("2025-06-01").saying(Lang::Ru, "Памятка"));
        assert!(!app.get(&format!("/{alone}/ru")).text().contains("/both"), "it is not offered");
        assert!(app.get(&format!("/{alone}/both/ru")).text().contains("нельзя показать рядом"));
        assert_eq!(app.get(&format!("/{}/both", app.document(DocumentKind::Charter))).status, 404);
    });
}

#[test]
fn a_text_is_printed_with_its_date_and_code_on_each_page() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2));
        for name in ["print", "print-large"] {
            let reply = app.get(&format!("/{code}/v1/{name}/kk"));
            assert_eq!(reply.status, 200);
            let page = reply.text();
            let (runner, text) = page.split_once("</thead>").expect("a head that every page repeats");
            assert!(
                runner.contains("Редакция күні: <time datetime=\"2025-06-01\">1 маусым 2025 ж.</time>"),
                "{runner}"
            );
            assert!(runner.contains(&format!("src=\"/{code}/qr.svg\"")), "{runner}");
            assert!(text.contains("3-1-бап"));
        }
    });
}

#[test]
fn a_browser_keeps_the_script_for_a_year_and_asks_for_the_worker_each_time() {
    on_sqlite(|app| {
        let page = app.get("/ru").text();
        let script =
            page.split("<script src=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
        let reply = app.get(script);
        assert_eq!((reply.status, reply.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert!(reply.header("cache-control").contains("immutable"), "{}", reply.header("cache-control"));
        assert_eq!(app.get("/app-0000000000000000.js").status, 404, "another script has another address");

        let worker = app.get("/worker.js");
        assert_eq!(worker.header("cache-control"), "no-cache");
        let words = worker.text();
        assert!(words.contains("Интернет жоқ") && words.contains("Нет интернета"), "{words}");
        assert!(!words.contains("= {words}"));
        let again = app.ask("GET", "/worker.js", &[("if-none-match", worker.header("etag"))]);
        assert_eq!(again.status, 304);

        let manifest: serde_json::Value =
            serde_json::from_str(&app.get("/app.webmanifest").text()).expect("JSON");
        for icon in manifest["icons"].as_array().expect("icons") {
            let icon = icon["src"].as_str().expect("an address");
            assert_eq!(app.get(icon).header("content-type"), "image/png");
        }
    });
}
