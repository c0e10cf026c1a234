//! Finished pages: each leaves only when a part of what it was made of changes, or its day is over.

use std::io::Read as _;
use std::time::Duration;

use flate2::read::GzDecoder;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};

use crate::app::{ACTOR, Edition, TestApp, on_each_engine_polling};
use crate::samples::{KK_V2, RU_V2, docx_of_lines};

/// No watcher: what a page costs is what its own request asks.
const NEVER: Duration = Duration::from_secs(3600);

/// Scans each of these; how often the database was asked for it.
fn asked(app: &TestApp, paths: &[String]) -> u64 {
    let before = app.registry.uses().0;
    for path in paths {
        app.scan(path, Lang::Kk);
    }
    app.registry.uses().0 - before
}

fn agreement(app: &TestApp, school: Code) -> Code {
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("an agreement");
    app.publish(code, &Edition::of("2026-01-01").until("2028-12-31").saying(Lang::Kk, "Бірінші"));
    code
}

/// The pages of a school and of its agreement.
fn pages(school: Code, agreement: Code) -> Vec<String> {
    ["", "/both", "/history", "/feed.atom", "/timemap", "/linkset"]
        .map(|view| format!("/{agreement}{view}"))
        .into_iter()
        .chain([format!("/{agreement}/{school}"), format!("/{school}"), format!("/{school}/embed")])
        .chain([format!("/{school}/feed.atom"), format!("/{agreement}/v1/kk")])
        .collect()
}

#[test]
fn a_publication_of_one_school_leaves_the_pages_of_all_others() {
    on_each_engine_polling(NEVER, |app| {
        let schools = app.schools(&["S001", "S002", "S003"]);
        let agreements: Vec<Code> = schools.iter().map(|school| agreement(app, *school)).collect();
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2));
        let of = |at: usize| pages(schools[at], agreements[at]);
        let others: Vec<String> = of(1).into_iter().chain(of(2)).chain([format!("/{law}")]).collect();
        assert!(asked(app, &of(0)) > 0 && asked(app, &others) > 0);
        assert_eq!(asked(app, &others), 0, "all of them are ready");

        app.publish(agreements[0], &Edition::of("2026-11-01").until("2028-12-31").saying(Lang::Kk, "Екінші"));
        assert_eq!(asked(app, &others), 0, "none of them was let go of");
        for page in ["", "/print"] {
            assert!(app.scan(&format!("/{}{page}", agreements[0]), Lang::Kk).contains("Екінші"), "{page}");
        }
        assert!(app.scan(&format!("/{}/history", agreements[0]), Lang::Kk).contains("/v2"));
        assert!(app.scan(&format!("/{}/feed.atom", schools[0]), Lang::Kk).contains("/v2"));

        // A document that joins every shelf changes every shelf, and no document.
        let leaflet = app.document(DocumentKind::Leaflet);
        let shelf = app.scan(&format!("/{}", schools[1]), Lang::Kk);
        assert!(shelf.contains(&format!("/{leaflet}/{}", schools[1])), "{shelf}");
    });
}

#[test]
fn midnight_makes_only_those_pages_anew_that_it_changes() {
    on_each_engine_polling(NEVER, |app| {
        let schools = app.schools(&["S001", "S002"]);
        let (changing, staying) = (agreement(app, schools[0]), agreement(app, schools[1]));
        let next = Edition::of("2026-11-23").until("2028-12-31").saying(Lang::Kk, "Ертеңгі");
        app.publish(changing, &next);
        let (today, same) = (pages(schools[0], changing), pages(schools[1], staying));
        asked(app, &today);
        asked(app, &same);
        let printed = format!("/{staying}/print");
        assert!(app.scan(&printed, Lang::Kk).contains("22 қараша 2026 ж."));
        assert!(!app.scan(&format!("/{changing}"), Lang::Kk).contains("Ертеңгі"));

        app.set_clock("2026-11-22T19:00:01Z");
        assert_eq!(asked(app, &same), 0, "nothing of them is another thing tomorrow");
        assert!(app.scan(&format!("/{changing}"), Lang::Kk).contains("Ертеңгі"), "the new day's text");
        assert!(app.scan(&printed, Lang::Kk).contains("23 қараша 2026 ж."), "what is printed tells the day");

        // A clock that was set back shows yesterday's answer again, and no page of tomorrow.
        app.set_clock("2026-11-22T18:00:00Z");
        assert!(!app.scan(&format!("/{changing}"), Lang::Kk).contains("Ертеңгі"));
    });
}

#[test]
fn invented_organizations_share_one_page() {
    on_each_engine_polling(NEVER, |app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2).law(Lang::Ru, RU_V2));
        let invented: Vec<String> = (1..40_u8)
            .flat_map(|seed| {
                let organization = Code::from_random([seed % 29; 6]);
                [format!("/{code}/{organization}"), format!("/{code}/{organization}/both")]
            })
            .collect();
        let first = asked(app, &invented[..2]);
        let others = asked(app, &invented[2..]) as usize;
        assert!(
            others < (invented.len() - 2) * first as usize / 3,
            "{others} of {first} each: no text is read again"
        );
        assert_eq!(asked(app, &invented), 0, "each is ready");
        let etags: std::collections::BTreeSet<String> = invented
            .iter()
            .step_by(2)
            .map(|path| app.ask("GET", path, &[("accept-language", "kk")]).header("etag").to_owned())
            .collect();
        assert_eq!(etags.len(), 1, "one page for all");
        // An organization that gets one of these codes has a page of its own from then on: codes are drawn at random, so
        // what is looked at is that a new organization's address is no shared one.
        let school = app.schools(&["S001"])[0];
        let page = app.scan(&format!("/{code}/{school}"), Lang::Kk);
        let unknown = tizilim::phrases::say(Lang::Kk, "place-unknown");
        assert!(!page.contains(&unknown) && app.scan(&invented[0], Lang::Kk).contains(&unknown));
        app.registry.dissolve(school, ACTOR).expect("a dissolution");
        assert!(app.scan(&format!("/{code}/{school}"), Lang::Kk) != page);
    });
}

#[test]
fn a_page_that_many_ask_for_at_once_is_made_once() {
    on_each_engine_polling(NEVER, |app| {
        let documents = [1, 2].map(|_| {
            let code = app.document(DocumentKind::Law);
            app.publish(code, &Edition::of("2025-06-01").law(Lang::Kk, KK_V2));
            format!("/{code}")
        });
        let alone = asked(app, &documents[..1]);
        let before = app.registry.uses().0;
        std::thread::scope(|scope| {
            for _ in 0..16 {
                scope.spawn(|| {
                    let reply = app.ask("GET", &documents[1], &[("accept-language", "kk")]);
                    assert_eq!(reply.status, 200);
                });
            }
        });
        assert_eq!(app.registry.uses().0 - before, alone, "as one asks");
    });
}

#[test]
fn an_address_of_nothing_is_refused_as_often_as_it_is_asked_for() {
    on_each_engine_polling(NEVER, |app| {
        let school = app.schools(&["S001"])[0];
        let nobody = Code::from_random([7; 6]);
        for path in [
            format!("/{nobody}/{}", Code::from_random([8; 6])),
            format!("/{school}/{nobody}"),
            format!("/{nobody}/{nobody}/both"),
        ] {
            for _ in 0..3 {
                assert_eq!(app.get(&path).status, 404, "{path}");
            }
        }
    });
}

#[test]
fn what_invented_organizations_share_is_made_anew_with_its_document() {
    on_each_engine_polling(NEVER, |app| {
        let code = app.document(DocumentKind::Law);
        let [first, second] = [8, 9].map(|digit| format!("/{code}/{}", Code::from_random([digit; 6])));
        let edition = |from: &str, words: &str| Edition::of(from).saying(Lang::Kk, words);
        assert!(!app.scan(&first, Lang::Kk).contains("Бірінші"));
        app.publish(code, &edition("2026-01-01", "Бірінші"));
        for (from, words) in [("2026-02-01", "Екінші"), ("2026-03-01", "Үшінші")] {
            assert!(!app.scan(&first, Lang::Kk).contains(words));
            app.publish(code, &edition(from, words));
            for path in [&first, &second, &first] {
                assert!(app.scan(path, Lang::Kk).contains(words), "{path}");
            }
        }
        let printed = format!("{first}/print");
        for day in [22, 23, 24] {
            app.set_clock(&format!("2026-11-{day}T06:00:00Z"));
            assert!(app.scan(&printed, Lang::Kk).contains(&format!("{day} қараша 2026 ж.")), "{day}");
        }
    });
}

/// The page as a browser sees it that takes this coding alone.
fn in_coding(app: &TestApp, path: &str, coding: &str) -> String {
    let reply = app.ask("GET", path, &[("accept-language", "kk"), ("accept-encoding", coding)]);
    let mut page = Vec::new();
    match reply.header("content-encoding") {
        "br" => brotli::BrotliDecompress(&mut &reply.body[..], &mut page).expect("brotli"),
        "gzip" => {
            GzDecoder::new(&reply.body[..]).read_to_end(&mut page).map(drop).expect("gzip");
        }
        _ => page = reply.body,
    }
    String::from_utf8(page).expect("a page")
}

/// A text that is long enough to be kept once for all pages that show it.
fn long_text(word: &str) -> Vec<u8> {
    let lines: Vec<String> = (1..=300)
        .map(|number| format!("{number}. Кәсіподақ мүшесі {word} туралы шешім қабылдайды"))
        .collect();
    docx_of_lines(&lines.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_law_that_many_stands_show_is_the_same_in_every_coding_and_each_page_its_stands_own() {
    on_each_engine_polling(NEVER, |app| {
        let schools = app.schools(&["S001", "S002"]);
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2025-06-01").text(Lang::Kk, "1.docx", long_text("жарна")));
        let pages = schools.iter().map(|school| {
            let path = format!("/{law}/{school}");
            let [plain, gzip, brotli] =
                ["identity", "gzip", "br"].map(|coding| in_coding(app, &path, coding));
            assert!(plain.contains("</html>") && plain.contains(&format!("/{school}")), "{path}");
            assert_eq!((&gzip, &brotli), (&plain, &plain), "{path}");
            plain
        });
        let pages: Vec<String> = pages.collect();
        let text = |page: &str| {
            let begin = page.find("<div class=\"text\"").expect("a text");
            page[begin..].split("<dialog").next().expect("a text").to_owned()
        };
        assert_eq!(text(&pages[0]), text(&pages[1]));
        assert_ne!(pages[0], pages[1]);
        assert!(text(&pages[0]).len() > 16 * 1024);

        // What the pages have in common is another text after a publication.
        app.publish(law, &Edition::of("2025-07-01").text(Lang::Kk, "2.docx", long_text("демалыс")));
        for school in &schools {
            let page = in_coding(app, &format!("/{law}/{school}"), "br");
            assert!(page.contains("демалыс туралы") && !page.contains("жарна туралы"), "{school}");
        }
    });
}
