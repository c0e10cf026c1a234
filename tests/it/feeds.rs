//! Feeds, pictures and descriptions that programs, messengers and other sites read.

use atom_syndication::Feed;
use serde_json::Value;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::FactDetail;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say_with;
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine};
use crate::register;

const HOST: &str = "https://qr.example.kz";

fn feed(app: &TestApp, path: &str) -> Feed {
    let reply = app.get(path);
    assert_eq!(
        (reply.status, reply.header("content-type")),
        (200, "application/atom+xml; charset=utf-8"),
        "{path}"
    );
    assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
    let feed = Feed::read_from(&*reply.body).expect("a feed");
    let ids: std::collections::BTreeSet<_> = feed.entries.iter().map(|entry| &entry.id).collect();
    assert_eq!(ids.len(), feed.entries.len(), "an identifier twice in {path}");
    assert!(feed.entries.is_sorted_by(|a, b| a.updated >= b.updated), "newest first");
    assert!(feed.entries.first().is_none_or(|first| first.updated == feed.updated));
    assert!(!feed.authors.is_empty() && feed.id.starts_with("urn:uuid:"));
    feed
}

fn titles(feed: &Feed) -> Vec<String> {
    feed.entries.iter().map(|entry| entry.title.value.clone()).collect()
}

fn said(key: &str, of: &str) -> String {
    say_with(Lang::Ru, key, &[("of", of.into())])
}

#[test]
fn a_feed_tells_of_publications_takeovers_and_withdrawals() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        let path = format!("/{code}/feed.atom/ru");
        assert!(feed(app, &path).entries.is_empty());
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Первый"));
        app.publish(code, &Edition::of("2026-12-01").saying(Lang::Ru, "Второй"));
        let published =
            [said("feed-published", "1 декабря 2026 года"), said("feed-published", "1 января 2026 года")];
        let before = feed(app, &path);
        let title = "Пробный документ: ";
        assert_eq!(titles(&before), published.each_ref().map(|what| format!("{title}{what}")));
        let etag = app.get(&path).header("etag").to_owned();

        // One second before the local midnight of its day, and at it.
        app.set_clock("2026-11-30T18:59:59Z");
        assert_eq!(feed(app, &path).entries.len(), 2);
        app.set_clock("2026-11-30T19:00:00Z");
        let after = feed(app, &path);
        assert_ne!(app.get(&path).header("etag"), etag);
        let takes_over = format!("{title}{}", said("feed-takes-over", "1 декабря 2026 года"));
        assert_eq!(titles(&after)[0], takes_over);
        assert_eq!(after.updated.to_rfc3339(), "2026-11-30T19:00:00+00:00");

        app.set_clock("2026-12-05T06:00:00Z");
        let registered = FactDetail::Registered { number: "77".to_owned(), on: day("2026-12-04") };
        app.registry.record_fact(code, 2, registered, ACTOR).expect("a fact");
        app.registry.withdraw(code, 2, "Жеке деректер", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        let last = feed(app, &path);
        assert_eq!(last.entries.len(), 5, "what took over once stays told");
        assert_eq!(titles(&last)[0], format!("{title}{}", said("feed-withdrawn", "1 декабря 2026 года")));
        assert!(titles(&last)[1].contains("77"));
        assert!(!app.get(&path).text().contains("Жеке деректер"), "no free words");
        let kept: Vec<_> = last.entries[3..].iter().map(|entry| &entry.id).collect();
        assert_eq!(
            kept,
            before.entries.iter().map(|entry| &entry.id).collect::<Vec<_>>(),
            "identifiers stay"
        );
    });
}

#[test]
fn feeds_of_a_document_a_shelf_and_the_union_hold_what_is_theirs() {
    on_each_engine(|app| {
        let schools = app.schools(&["S001", "S002"]);
        let city = app.document(DocumentKind::Charter);
        let own = app.document_of(schools[0], DocumentKind::WorkPlan).expect("a document");
        for code in [city, own] {
            app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Мәтін"));
        }
        let links = |path: &str| {
            let mut links: Vec<_> =
                feed(app, path).entries.iter().map(|entry| entry.links[0].href.clone()).collect();
            links.sort();
            links
        };
        let of = |code: Code| format!("{HOST}/{code}/v1/kk");
        let mut both = vec![of(city), of(own)];
        both.sort();
        assert_eq!(links(&format!("/{own}/feed.atom/kk")), [of(own)]);
        assert_eq!(links(&format!("/{}/feed.atom/kk", schools[0])), both);
        assert_eq!(links(&format!("/{}/feed.atom/kk", schools[1])), [of(city)]);
        assert_eq!(links("/feed.atom/kk"), both);
        let reply = app.ask("GET", "/feed.atom", &[("accept-language", "ru")]);
        assert_eq!(
            (reply.header("vary"), reply.header("content-language")),
            ("Accept-Encoding, Accept-Language", "ru")
        );
        for (page, address) in [
            (format!("/{own}/ru"), format!("/{own}/feed.atom/ru")),
            (format!("/{}/ru", schools[0]), format!("/{}/feed.atom/ru", schools[0])),
            ("/ru".to_owned(), "/feed.atom/ru".to_owned()),
        ] {
            let html = app.get(&page).text();
            let link =
                html.split("<link ").find(|link| link.contains("application/atom+xml")).expect("a feed");
            assert!(link.contains(&format!("href=\"{address}\"")), "{page}: {link}");
            feed(app, &address);
        }
    });
}

/// The content of a property in a page's head.
fn property(html: &str, name: &str) -> String {
    let tag = html.split("<meta property=").find(|tag| tag.starts_with(&format!("\"{name}\"")));
    let content = tag.and_then(|tag| tag.split("content=\"").nth(1)).and_then(|rest| rest.split('"').next());
    content.unwrap_or_else(|| panic!("no {name}")).to_owned()
}

#[test]
fn a_shared_address_shows_a_picture_of_its_edition() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        app.publish(code, &Edition::of("2025-01-01").until("2027-12-31").saying(Lang::Ru, "Текст"));
        let html = app.get(&format!("/{code}/{school}/ru")).text();
        assert_eq!(property(&html, "og:url"), format!("{HOST}/{code}/ru"));
        assert_eq!(property(&html, "og:title"), "Пробный документ");
        assert_eq!(property(&html, "og:locale"), "ru_RU");
        let address = property(&html, "og:image");
        let path = address.strip_prefix(HOST).expect("our host");
        assert_eq!(path, format!("/{code}/v1/ru/card.png"));
        let picture = app.get(path);
        assert_eq!((picture.status, picture.header("content-type")), (200, "image/png"));
        assert_eq!(picture.header("content-encoding"), "", "compressed already");
        assert_eq!(picture.header("cross-origin-resource-policy"), "cross-origin");
        assert!(picture.body.len() <= 100 * 1024, "{} bytes", picture.body.len());
        assert_eq!(picture.body[16..24], [0, 0, 4, 176, 0, 0, 2, 118], "1200 × 630");
        let again = app.ask("GET", path, &[("if-none-match", picture.header("etag"))]);
        assert_eq!(again.status, 304);
        assert!(app.get(path).body == picture.body, "the same picture again");
        assert_eq!(app.get(&format!("/{code}/v9/ru/card.png")).status, 404);
        app.registry.withdraw(code, 1, "Қате", Withdrawal::Erase, ACTOR).expect("an erasure");
        let gone = app.get(path);
        assert_eq!((gone.status, gone.header("cache-control")), (410, "no-store"));
    });
}

#[test]
fn a_page_describes_itself_as_legislation() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Regulation);
        app.publish(code, &Edition::of("2024-01-01").saying(Lang::Kk, "Бұрынғы"));
        app.publish(code, &Edition::of("2025-01-01").until("2027-12-31").saying(Lang::Kk, "Мәтін"));
        let described = |path: &str| {
            let html = app.get(path).text();
            let json = html.split("<script type=\"application/ld+json\">").nth(1).expect("a description");
            serde_json::from_str::<Value>(json.split("</script>").next().expect("its end")).expect("JSON")
        };
        let now = described(&format!("/{code}"));
        assert_eq!(now["@type"], "Legislation");
        assert_eq!(now["@id"], format!("{HOST}/{code}/v2"));
        assert_eq!(now["legislationIdentifier"], code.grouped());
        assert_eq!(now["legislationDateVersion"], "2025-01-01");
        assert_eq!(now["temporalCoverage"], "2025-01-01/2027-12-31");
        assert_eq!(now["legislationLegalForce"], "https://schema.org/InForce");
        assert_eq!(now["inLanguage"], "kk");
        let file = &register::document(&app.registry, code).versions[1].texts[0].file.clone();
        assert_eq!(now["encoding"][0]["sha256"], file.checksum.to_string());
        assert_eq!(
            described(&format!("/{code}/v1"))["legislationLegalForce"],
            "https://schema.org/NotInForce"
        );
    });
}

#[test]
fn a_title_cannot_break_out_of_the_description_or_the_feed() {
    on_each_engine(|app| {
        let union = register::union(&app.registry);
        let evil = "</script><script>alert(1)</script> ]]> & \"x\"";
        let input = tizilim::registry::DocumentInput {
            titles: tizilim::domain::lang::Trilingual::new(evil, "", ""),
            ..Default::default()
        };
        let code =
            app.registry.add_document(union, DocumentKind::Leaflet, &input, ACTOR).expect("a document");
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Мәтін"));
        let html = app.get(&format!("/{code}/kk")).text();
        assert!(!html.contains("<script>alert"));
        let told = feed(app, &format!("/{code}/feed.atom/kk"));
        assert!(titles(&told)[0].starts_with(evil));
        assert!(!app.get(&format!("/{union}/embed/kk")).text().contains("<script>alert"));
        assert_eq!(app.get(&format!("/{code}/v1/kk/card.png")).status, 200);
    });
}

#[test]
fn only_the_shelf_for_other_sites_may_stand_in_a_frame() {
    on_each_engine(|app| {
        let school = app.schools(&["S054"])[0];
        let code = app.document(DocumentKind::Charter);
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Ru, "Текст"));
        let embed = app.get(&format!("/{school}/embed/ru"));
        assert_eq!(embed.status, 200);
        assert!(embed.headers.get("x-frame-options").is_none());
        assert!(embed.header("content-security-policy").ends_with("frame-ancestors *"));
        assert_eq!(embed.header("cross-origin-resource-policy"), "cross-origin");
        let html = embed.text();
        assert!(
            html.contains(&format!("<a href=\"/{code}/{school}/ru\" target=\"_top\">"))
                && !html.contains("<script")
        );
        assert!(html.contains("Школа S054"));
        for path in
            [format!("/{school}/ru"), format!("/{code}/ru"), "/".to_owned(), "/api/v1/union".to_owned()]
        {
            let page = app.get(&path);
            assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
            assert!(page.header("content-security-policy").ends_with("frame-ancestors 'none'"), "{path}");
        }
        for path in
            [format!("/{school}/ru"), format!("/{code}/ru"), "/".to_owned(), format!("/{code}/timemap")]
        {
            assert_eq!(app.get(&path).header("access-control-allow-origin"), "", "{path}");
        }
        assert_eq!(app.get(&format!("/{code}/embed")).status, 404, "a document has no shelf");
    });
}
