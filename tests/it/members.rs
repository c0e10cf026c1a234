//! What a member meets on every page: places that can be passed on, days, the name under which a page is known, the list
//! of schools.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};

use crate::app::{Edition, TestApp, on_each_engine};
use crate::samples::{self, KK_V1, RU_V2, docx_of_body, docx_of_lines};

/// The organizations of a city.
pub fn city(app: &TestApp) {
    let table = std::fs::read(samples::folder().join("organizations.csv")).expect("the sample table");
    app.import(&table).expect("an import");
}

/// An agreement for three years, with points of its own.
fn agreement(app: &TestApp) -> (Code, Code) {
    let school = app.schools(&["S054"])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let text = docx_of_lines(&["Глава 4. Оплата труда", "4.5. Доплата за классное руководство – 50 %."]);
    let edition = Edition::of("2026-01-01").until("2028-12-31").text(Lang::Ru, "dogovor.docx", text);
    app.publish(code, &edition);
    (code, school)
}

#[test]
fn the_number_of_a_point_is_a_link_to_the_point() {
    on_each_engine(|app| {
        let (code, _) = agreement(app);
        let page = app.get(&format!("/{code}/ru")).text();
        assert!(page.contains("id=\"p-4-5\" class=\"item\"><a href=\"#p-4-5\">4.5.</a> Доплата"), "{page}");
        assert_eq!(page.matches("id=\"p-4-5\"").count(), 1);
        assert!(page.contains("Нажмите на заголовок или номер пункта"));
        let printed = app.get(&format!("/{code}/both/ru")).text();
        assert!(!printed.contains("href=\"#p-4-5\""), "no place, no link to it");
    });
}

#[test]
fn the_last_day_of_the_term_stands_above_the_text() {
    on_each_engine(|app| {
        let (code, school) = agreement(app);
        for (lang, words) in [
            ("kk", "Мерзімінің соңғы күні: <time datetime=\"2028-12-31\">2028 жылғы 31 желтоқсан</time>"),
            ("ru", "Срок – по <time datetime=\"2028-12-31\">31 декабря 2028 года</time>"),
            ("en", "Last day of the term: <time datetime=\"2028-12-31\">31 December 2028</time>"),
        ] {
            for at in [format!("/{code}/{lang}"), format!("/{code}/{school}/{lang}")] {
                let page = app.get(&at).text();
                let banner = page.split("<p class=\"banner good\">").nth(1).expect("a banner");
                let banner = banner.split("</p>").next().expect("its end");
                assert!(banner.contains(words), "{banner}");
                assert!(banner.contains("<time datetime=\"2026-01-01\">"), "{banner}");
            }
        }
        app.set_clock("2029-03-01T06:00:00Z");
        let ended = app.get(&format!("/{code}/ru")).text();
        assert_eq!(
            ended.matches("datetime=\"2028-12-31\"").count(),
            2,
            "in the banner once, and in the dates"
        );
    });
}

#[test]
fn a_file_without_words_is_called_a_scan_only_where_it_is_one() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::LabourRules);
        let picture = "<w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/\
            wordprocessingDrawing\"><wp:extent cx=\"7560000\" cy=\"10692000\"/></wp:inline></w:drawing></w:r></w:p>";
        app.publish(code, &Edition::of("2026-01-01").text(Lang::Ru, "rules.docx", docx_of_body(picture)));
        let page = app.get(&format!("/{code}/ru")).text();
        assert!(page.contains("DOCX, "), "{page}");
        for word in ["отсканирован", "скан"] {
            assert!(!page.to_lowercase().contains(word), "{word}: {page}");
        }
        assert!(page.contains("В этом файле нет текста для чтения на экране"));
    });
}

/// The value of an attribute of the first element that begins so.
fn attribute<'p>(page: &'p str, begin: &str, name: &str) -> Option<&'p str> {
    let element = page.split(begin).nth(1)?.split('>').next()?;
    element.split(&format!(" {name}=\"")).nth(1)?.split('"').next()
}

#[test]
fn every_page_says_what_it_is_and_under_which_address_it_is_known() {
    on_each_engine(|app| {
        let (code, school) = agreement(app);
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        app.publish(law, &Edition::of("2025-06-01").law(Lang::Ru, RU_V2));
        let district = "Есіл ауданы / район Есиль";
        let district = tizilim::domain::address::encoded(district);
        for (path, known) in [
            ("/".to_owned(), "/".to_owned()),
            ("/ru".to_owned(), "/ru".to_owned()),
            ("/help/kk".to_owned(), "/help/kk".to_owned()),
            ("/search/ru?q=54".to_owned(), "/search/ru?q=54".to_owned()),
            ("/organizations/ru".to_owned(), "/organizations/ru".to_owned()),
            (
                format!("/organizations/ru?district={district}"),
                format!("/organizations/ru?district={district}"),
            ),
            (format!("/{code}/{school}/ru"), format!("/{code}/ru")),
            (format!("/{code}/{school}"), format!("/{code}")),
            (format!("/{law}/v1/kk"), format!("/{law}/v1/kk")),
            (format!("/{law}/v1/ru"), format!("/{law}/v1/kk")),
            (format!("/{law}/at/2021-01-01/kk"), format!("/{law}/v1/kk")),
            (format!("/{law}/history/ru"), format!("/{law}/history/ru")),
            (format!("/{law}/compare/v1..v2/ru"), format!("/{law}/compare/v1..v2/ru")),
            (format!("/{code}/{school}/print/ru"), format!("/{code}/ru")),
            (format!("/{code}/{school}/both/ru"), format!("/{code}/both/ru")),
            (format!("/{school}/ru"), format!("/{school}/ru")),
            (format!("/{school}/embed/ru"), format!("/{school}/ru")),
            (format!("/{school}/kit/ru?parts=poster"), format!("/{school}/kit/ru")),
        ] {
            let reply = app.get(&path);
            assert_eq!(reply.status, 200, "{path}");
            let page = reply.text();
            let canonical = attribute(&page, "<link rel=\"canonical\"", "href").expect("a canonical address");
            let origin = page_origin(app);
            assert_eq!(canonical, format!("{origin}{known}"), "{path}");
            let description = attribute(&page, "<meta name=\"description\"", "content").unwrap_or_default();
            assert!(description.chars().count() > 10, "{path}: {description}");
            assert_eq!(page.matches("<meta name=\"description\"").count(), 1, "{path}");
            // Programs that read headers are told the same.
            let header = reply.header("link").split(", ").find(|link| link.ends_with("rel=\"canonical\""));
            if let Some(header) = header {
                assert!(header.starts_with(&format!("<{canonical}>")), "{path}: {header}");
            }
        }
        let nowhere = app.get("/0000000/ru").text();
        assert!(attribute(&nowhere, "<link rel=\"canonical\"", "href").is_none(), "nothing is known there");
        assert!(attribute(&nowhere, "<meta name=\"description\"", "content").is_some());
        let icon = app.get("/favicon.ico");
        assert_eq!((icon.status, icon.header("content-type")), (200, "image/x-icon"));
        assert!(icon.body.starts_with(&[0, 0, 1, 0]), "an icon");
    });
}

/// Scheme and host of the public address, as pages write it.
fn page_origin(app: &TestApp) -> String {
    let start = app.get("/kk").text();
    let canonical = attribute(&start, "<link rel=\"canonical\"", "href").expect("a canonical address");
    canonical.trim_end_matches("/kk").to_owned()
}

#[test]
fn days_on_pages_can_be_read_by_programs() {
    on_each_engine(|app| {
        let (code, school) = agreement(app);
        for (path, day) in [
            (format!("/{code}/ru"), "2026-01-01"),
            (format!("/{school}/ru"), "2026-01-01"),
            (format!("/{code}/v1/ru"), "2026-01-01"),
            (format!("/{code}/history/ru"), "2026-01-01"),
            (format!("/{code}/print/ru"), "2026-01-01"),
            ("/search/ru?q=%D0%B4%D0%BE%D0%BF%D0%BB%D0%B0%D1%82%D0%B0".to_owned(), "2026-01-01"),
        ] {
            let page = app.get(&path).text();
            assert!(page.contains(&format!("<time datetime=\"{day}\">")), "{path}: {page}");
        }
    });
}

#[test]
fn schools_are_listed_by_district_in_the_order_of_their_numbers() {
    on_each_engine(|app| {
        city(app);
        app.schools(&["S10", "S2", "S1"]);
        let districts = app.get("/organizations/ru").text();
        assert_eq!(districts.matches("href=\"/organizations/ru?district=").count(), 6, "{districts}");
        assert!(districts.contains("район Есиль (") && !districts.contains("Есіл ауданы"));
        assert!(app.get("/organizations/kk").text().contains("Есіл ауданы ("));
        assert!(app.get("/ru").text().contains("href=\"/organizations/ru\""), "the start leads there");
        let link = |part: &str| {
            let at = districts.find(part).expect("the district");
            let href = districts[..at].rsplit("href=\"").next().expect("a link");
            href.split('"').next().expect("its end").to_owned()
        };
        let page = app.get(&link("район Есиль (")).text();
        let names: Vec<&str> = page
            .split("<li><a href=\"/")
            .skip(1)
            .filter_map(|row| row.split('>').nth(1)?.split('<').next())
            .collect();
        let at = |name: &str| names.iter().position(|other| *other == name).expect("a school");
        assert_eq!((at("Школа S2"), at("Школа S10")), (at("Школа S1") + 1, at("Школа S2") + 1), "{names:?}");
        assert!(
            at("Школа S10") < names.iter().position(|name| name.contains("№\u{a0}18 имени")).expect("S018")
        );
        // Every organization that exists stands in one of the lists, the union in none.
        let hrefs: Vec<&str> = districts.split("href=\"/organizations/ru?district=").skip(1).collect();
        let rows = hrefs.iter().map(|rest| {
            let query = rest.split('"').next().expect("its end");
            let page = app.get(&format!("/organizations/ru?district={query}")).text();
            page.matches("<li><a href=\"/").count()
        });
        assert_eq!(rows.sum::<usize>(), 120 + 3);
        assert_eq!(app.get("/organizations/ru?district=nowhere").status, 404);
        for (page, status) in [("0", 400), ("x", 400), ("2", 404)] {
            assert_eq!(app.get(&format!("{}&page={page}", link("район Есиль ("))).status, status, "{page}");
        }
    });
}
