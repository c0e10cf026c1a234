//! A client that travels in time (RFC 7089) finds the right edition for every date.

use serde_json::Value;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang, calendar};
use tizilim::phrases::say;
use tizilim::registry::Withdrawal;

use crate::app::{ACTOR, Edition, Reply, TestApp, day, on_each_engine};

/// A link of a `Link` header or of a TimeMap (RFC 8288, section 3).
#[derive(Debug, Clone, PartialEq)]
struct Link {
    target: String,
    relations: Vec<String>,
    attributes: Vec<(String, String)>,
}

impl Link {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    fn is(&self, relation: &str) -> bool {
        self.relations.iter().any(|own| own == relation)
    }
}

/// Reads links; a comma or semicolon in quotes parts nothing.
fn links(text: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (target, after) = rest.strip_prefix('<').expect("<").split_once('>').expect(">");
        let mut attributes = Vec::new();
        rest = after.trim_start();
        while let Some(attribute) = rest.strip_prefix(';') {
            let (name, value) = attribute.split_once("=\"").expect("a quoted value");
            let (value, after) = value.split_once('"').expect("the end of a value");
            attributes.push((name.trim().to_owned(), value.to_owned()));
            rest = after.trim_start();
        }
        let relations = attributes.iter().find(|(name, _)| name == "rel").expect("a relation").1.clone();
        let relations = relations.split(' ').map(str::to_owned).collect();
        links.push(Link { target: target.to_owned(), relations, attributes });
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    links
}

/// The one link with a relation; a second one to another address would be a contradiction.
fn one(links: &[Link], relation: &str) -> Option<Link> {
    let mut found = links.iter().filter(|link| link.is(relation));
    let first = found.next()?.clone();
    assert!(found.all(|other| other.target == first.target), "{relation} twice: {links:?}");
    Some(first)
}

const HOST: &str = "https://qr.example.kz";

/// A document with editions from 2022, 2024 and, not yet in force, from 2027.
fn document(app: &TestApp) -> Code {
    let code = app.document(DocumentKind::Regulation);
    for from in ["2022-03-01", "2024-09-01", "2027-01-01"] {
        app.publish(code, &Edition::of(from).saying(Lang::Kk, &format!("Мәтін {from}")));
    }
    code
}

/// What a client gets that asks for a document at an instant.
fn at(app: &TestApp, path: &str, datetime: &str) -> Reply {
    app.ask("GET", path, &[("accept-datetime", datetime)])
}

#[test]
fn a_client_finds_the_right_edition_before_between_and_after_all() {
    on_each_engine(|app| {
        let code = document(app);
        let school = app.schools(&["S054"])[0];
        for (datetime, ordinal, from) in [
            ("Tue, 01 Jan 1980 00:00:00 GMT", 1, "2022-03-01"),
            // Local midnight of 1 March 2022 was 18:00 the day before in Greenwich.
            ("Mon, 28 Feb 2022 17:59:59 GMT", 1, "2022-03-01"),
            ("Mon, 28 Feb 2022 18:00:00 GMT", 1, "2022-03-01"),
            ("Sat, 31 Aug 2024 18:59:59 GMT", 1, "2022-03-01"),
            ("Sat, 31 Aug 2024 19:00:00 GMT", 2, "2024-09-01"),
            ("Sun, 22 Nov 2026 06:00:00 GMT", 2, "2024-09-01"),
            ("Fri, 01 Jan 2027 06:00:00 GMT", 3, "2027-01-01"),
            ("Thu, 31 Dec 2099 23:59:59 GMT", 3, "2027-01-01"),
        ] {
            for path in [format!("/{code}"), format!("/{code}/{school}")] {
                let page = at(app, &path, datetime);
                assert_eq!(page.status, 200, "{datetime}");
                assert_eq!(page.header("content-location"), format!("/{code}/v{ordinal}/kk"), "{datetime}");
                assert!(page.text().contains(&format!("Мәтін {from}")), "{datetime}");
                let midnight = calendar::http_date(calendar::local_midnight(day(from))).expect("a date");
                assert_eq!(page.header("memento-datetime"), midnight);
                assert!(page.header("vary").contains("Accept-Datetime"));
                let links = links(page.header("link"));
                for (relation, to) in [("original", ""), ("timegate", ""), ("timemap", "/timemap")] {
                    let link = one(&links, relation).expect("a link");
                    assert_eq!(link.target, format!("{HOST}/{code}{to}"));
                }
                let mementos = [("first", 1), ("last", 3), ("prev", ordinal - 1), ("next", ordinal + 1)];
                for (relation, expected) in mementos {
                    let target = one(&links, relation).map(|link| link.target);
                    let expected = (1..=3).contains(&expected).then(|| format!("{HOST}/{code}/v{expected}"));
                    assert_eq!(target, expected, "{relation} of {datetime}");
                }
                let own = links.iter().find(|link| link.target.ends_with(&format!("/v{ordinal}")));
                assert_eq!(own.expect("itself").attribute("datetime"), midnight);
            }
        }
    });
}

#[test]
fn a_malformed_date_is_refused_in_the_readers_language() {
    on_each_engine(|app| {
        let code = document(app);
        let before = app.get(&format!("/{code}"));
        for datetime in
            ["yesterday", "2024-09-01", "", "Sun, 01 Sep 2024 00:00:00", "Mon, 01 Sep 2024 00:00:00 GMT"]
        {
            for (lang, words) in
                [Lang::Kk, Lang::Ru].map(|lang| (lang, say(lang, "error-bad-datetime-title")))
            {
                let headers = [("accept-datetime", datetime), ("accept-language", lang.tag())];
                let page = app.ask("GET", &format!("/{code}"), &headers);
                assert_eq!((page.status, page.header("cache-control")), (400, "no-store"), "{datetime}");
                assert_eq!(page.header("content-language"), lang.tag());
                assert!(page.text().contains(&words));
            }
        }
        assert_eq!(app.get(&format!("/{code}")).body, before.body, "nothing wrong was kept");
        assert_eq!(
            at(app, &format!("/{code}/v1"), "yesterday").status,
            200,
            "no time is asked of an edition"
        );
    });
}

#[test]
fn the_timemap_lists_the_editions_that_answer() {
    on_each_engine(|app| {
        let code = document(app);
        app.publish(code, &Edition::correcting(2).saying(Lang::Kk, "Түзетілген мәтін"));
        let reply = app.get(&format!("/{code}/timemap"));
        assert_eq!((reply.status, reply.header("content-type")), (200, "application/link-format"));
        assert_eq!(reply.header("vary"), "Accept-Encoding");
        let map = links(&reply.text());
        let own = one(&map, "self").expect("itself");
        assert_eq!(own.target, format!("{HOST}/{code}/timemap"));
        let mementos: Vec<_> = map.iter().filter(|link| link.is("memento")).collect();
        let targets: Vec<_> = mementos.iter().map(|link| link.target.clone()).collect();
        assert_eq!(
            targets,
            [1, 4, 3].map(|ordinal| format!("{HOST}/{code}/v{ordinal}")),
            "not the corrected one"
        );
        assert!(mementos[0].is("first") && mementos[2].is("last"));
        assert_eq!(own.attribute("from"), mementos[0].attribute("datetime"));
        assert_eq!(own.attribute("until"), mementos[2].attribute("datetime"));
        for memento in mementos {
            let answer = at(app, &format!("/{code}"), memento.attribute("datetime"));
            let path = memento.target.strip_prefix(HOST).expect("our host");
            assert_eq!(answer.header("content-location"), format!("{path}/kk"));
            let edition = app.get(&format!("{path}/kk"));
            assert_eq!(edition.header("memento-datetime"), memento.attribute("datetime"));
        }
    });
}

#[test]
fn editions_name_those_before_and_after_them() {
    on_each_engine(|app| {
        let code = document(app);
        for ordinal in 1..=3 {
            let page = app.get(&format!("/{code}/v{ordinal}"));
            assert_eq!(page.header("vary"), "Accept-Encoding, Accept-Language");
            let links = links(page.header("link"));
            assert_eq!(one(&links, "original").expect("it").target, format!("{HOST}/{code}"));
            assert_eq!(one(&links, "latest-version").expect("it").target, format!("{HOST}/{code}"));
            assert_eq!(one(&links, "canonical").expect("it").target, format!("{HOST}/{code}/v{ordinal}/kk"));
            for (relation, expected) in
                [("predecessor-version", ordinal - 1), ("successor-version", ordinal + 1)]
            {
                let expected = (1..=3).contains(&expected).then(|| format!("{HOST}/{code}/v{expected}"));
                assert_eq!(
                    one(&links, relation).map(|link| link.target),
                    expected,
                    "{relation} of {ordinal}"
                );
            }
        }
    });
}

#[test]
fn the_linkset_says_the_same_as_the_headers() {
    on_each_engine(|app| {
        let code = document(app);
        let reply = app.get(&format!("/{code}/linkset"));
        assert_eq!((reply.status, reply.header("content-type")), (200, "application/linkset+json"));
        let set: Value = serde_json::from_str(&reply.text()).expect("JSON");
        let contexts = set["linkset"].as_array().expect("contexts");
        let anchor = |path: String| {
            let anchor = format!("{HOST}{path}");
            contexts.iter().find(|context| context["anchor"] == anchor).expect("a context")
        };
        for (path, context) in [(format!("/{code}"), anchor(format!("/{code}")))].into_iter().chain(
            (1..=3).map(|ordinal| format!("/{code}/v{ordinal}")).map(|path| (path.clone(), anchor(path))),
        ) {
            let header = links(app.get(&path).header("link"));
            for (relation, targets) in context.as_object().expect("an object") {
                if relation == "anchor" || relation == "item" {
                    continue;
                }
                for target in targets.as_array().expect("targets") {
                    let href = target["href"].as_str().expect("an address");
                    let said = header.iter().any(|link| link.is(relation) && link.target == href);
                    // The header of a page names the editions about the one that it shows.
                    assert!(said || relation == "memento", "{path}: {relation} {href}");
                }
            }
        }
        let item = &anchor(format!("/{code}/v1"))["item"][0];
        let file = item["href"].as_str().expect("an address").strip_prefix(HOST).expect("our host");
        assert_eq!(app.get(file).status, 200);
    });
}

#[test]
fn empty_and_withdrawn_documents_have_no_editions() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Leaflet);
        let status_of = |path: &str| {
            let reply = at(app, path, "Sun, 22 Nov 2026 06:00:00 GMT");
            assert_eq!(reply.header("cache-control"), "no-store", "{path}");
            assert_eq!(reply.header("memento-datetime"), "", "{path}");
            reply.status
        };
        let paths = [format!("/{code}"), format!("/{code}/timemap"), format!("/{code}/linkset")];
        for path in &paths {
            assert_eq!(status_of(path), 200, "{path}");
        }
        app.publish(code, &Edition::of("2026-01-01").saying(Lang::Kk, "Мәтін"));
        assert_eq!(links(&app.get(&paths[1]).text()).iter().filter(|link| link.is("memento")).count(), 1);
        app.registry.withdraw(code, 1, "Қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        for path in &paths {
            assert_eq!(status_of(path), 410, "{path}");
        }
        assert!(!links(&app.get(&paths[1]).text()).iter().any(|link| link.is("memento")));
    });
}
