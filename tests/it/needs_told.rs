//! What needs a person, for calendars and feed readers: by a secret address, which shows what the person may see now.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::role::Role;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{AuditFilter, Browser};

use crate::app::{ACTOR, Edition, OWN_FORM, Reply, TestApp, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::register;

/// The secret addresses that a page shows, without the host: of the calendar and of the feed.
fn made(reply: &Reply) -> [String; 2] {
    assert_eq!(reply.status, 200, "{}", reply.text());
    let page = reply.text();
    let mut found = page.split("value=\"https://qr.example.kz").skip(1);
    let mut next = || found.next().and_then(|rest| rest.split('"').next()).expect("an address").to_owned();
    [next(), next()]
}

fn addresses(desk: &Desk<'_>) -> [String; 2] {
    made(&desk.post("/admin/account/needs", &[]))
}

/// A school with an agreement that ends on a day.
fn agreement(app: &TestApp, number: &str, end: &str) -> (Code, Code) {
    let school = app.schools(&[number])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    let edition = Edition::of("2024-01-01").until(end);
    app.publish(code, &edition.saying(Lang::Kk, &format!("Шарт {number}")).saying(Lang::Ru, "Договор"));
    (school, code)
}

/// The lines of a calendar, each in one piece (RFC 5545, section 3.1).
fn unfolded(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    let text = reply.text();
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

fn values(lines: &[String], name: &str) -> Vec<String> {
    let own = lines.iter().filter_map(|line| line.split_once(':'));
    own.filter(|(of, _)| of.split(';').next() == Some(name))
        .map(|(_, value)| value.replace("\\,", ","))
        .collect()
}

#[test]
fn a_calendar_has_the_last_days_as_whole_days_with_names_that_stay() {
    on_each_engine(|app| {
        let (_, near) = agreement(app, "S1", "2026-12-10");
        agreement(app, "S2", "2026-01-31");
        let desk = Desk::open(app);
        let [calendar, _] = addresses(&desk);
        let lines = unfolded(&app.get(&calendar));
        assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
        assert!(lines.contains(&"DTSTART;VALUE=DATE:20261210".to_owned()), "{lines:?}");
        assert!(lines.contains(&"DTSTART;VALUE=DATE:20260131".to_owned()), "{lines:?}");
        let titles = values(&lines, "SUMMARY");
        assert!(
            titles.iter().any(|title| title.starts_with(&say(Lang::Ru, "needs-term-ends"))),
            "{titles:?}"
        );
        assert!(values(&lines, "URL").contains(&format!("https://qr.example.kz/admin/documents/{near}")));
        let names = values(&lines, "UID");
        assert_eq!(names.len(), 2);
        app.set_clock("2026-11-25T06:00:00Z");
        let later = app.get(&calendar);
        assert_eq!(values(&unfolded(&later), "UID"), names, "names stay");
        assert_eq!(later.header("cache-control"), "private, no-cache");
        // Nothing changed, so nothing is sent again.
        let again = app.ask("GET", &calendar, &[("if-none-match", later.header("etag"))]);
        assert_eq!(again.status, 304);
    });
}

#[test]
fn a_feed_tells_each_thing_and_does_not_give_its_secret_away() {
    on_each_engine(|app| {
        agreement(app, "S1", "2026-12-10");
        let desk = Desk::open(app);
        let [calendar, feed] = addresses(&desk);
        let reply = app.get(&feed);
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "application/atom+xml; charset=utf-8")
        );
        let text = reply.text();
        let parsed: atom_syndication::Feed = text.parse().expect("a feed");
        let titles: Vec<&str> = parsed.entries().iter().map(|entry| entry.title().as_str()).collect();
        let ends = say(Lang::Ru, "needs-term-ends");
        assert!(titles.iter().any(|title| title.starts_with(&ends)), "{titles:?}");
        let never = crate::needs::counted("needs-stand-never", 1);
        assert!(titles.contains(&never.as_str()), "{titles:?}");
        let secret = feed.split('/').nth(3).expect("a secret");
        assert!(secret.len() == 64 && !text.contains(secret), "{text}");
        // Of what is only counted the week is told: no reader is woken each day.
        app.set_clock("2026-11-22T18:00:00Z");
        assert_eq!(app.get(&feed).text(), text);
        assert!(!app.get(&calendar).text().contains(secret));
    });
}

#[test]
fn an_address_shows_what_the_person_may_see_now_and_ends_with_the_person() {
    on_each_engine(|app| {
        let (own, near) = agreement(app, "S1", "2026-12-10");
        let (_, far) = agreement(app, "S2", "2026-12-20");
        let chair = Desk::of_chair(app, own, "chair");
        let [calendar, feed] = addresses(&chair);
        for path in [&calendar, &feed] {
            let text = app.get(path).text().replace("\r\n ", "");
            assert!(text.contains(near.as_str()) && !text.contains(far.as_str()), "{text}");
            assert!(!text.contains("/admin/documents"), "{text}");
        }
        let id = app.registry.person_named("chair").expect("a person");
        app.registry.change_role(id, &Role::Editor, ACTOR).expect("another role");
        assert!(app.get(&calendar).text().replace("\r\n ", "").contains(far.as_str()));
        let own_id = register::organization(&app.registry, own).id;
        app.registry.change_role(id, &Role::Chair(vec![own_id]), ACTOR).expect("the role");
        app.registry.hand_over(own, ACTOR).expect("a next chair");
        for path in [&calendar, &feed] {
            assert_eq!(app.get(path).status, 404);
        }
    });
}

#[test]
fn an_address_is_renewed_and_ended_and_a_wrong_one_is_told_nothing() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        assert!(desk.page("/admin/account").contains(&say(Lang::Ru, "needs-address-none")));
        let [first, _] = addresses(&desk);
        let [second, feed] = addresses(&desk);
        assert_eq!((app.get(&first).status, app.get(&second).status), (404, 200));
        let page = desk.page("/admin/account");
        let secret = second.split('/').nth(3).expect("a secret").to_owned();
        assert!(!page.contains(&secret) && page.contains("/admin/account/needs/end"));
        let wrong = second.replace(&secret, &"0".repeat(64));
        let told = app.get(&wrong);
        let nowhere = app.get("/admin/needs/nothing");
        assert_eq!((told.status, nowhere.status), (404, 404));
        assert_eq!(told.text(), nowhere.text(), "nobody is told why");
        assert_eq!(app.ask("POST", &second, &[OWN_FORM]).status, 405);
        assert_eq!(desk.post("/admin/account/needs/end", &[]).status, 303);
        assert_eq!(desk.post("/admin/account/needs/end", &[]).status, 303, "twice is once");
        assert_eq!((app.get(&second).status, app.get(&feed).status), (404, 404));
        let all = app.registry.audit_trail(&AuditFilter::default(), 100).expect("an audit trail");
        let deeds: Vec<&str> = all.iter().filter_map(|one| Some(one.deed?.name())).collect();
        for (deed, times) in [("make needs address", 2), ("end needs address", 1)] {
            assert_eq!(deeds.iter().filter(|own| **own == deed).count(), times, "{deeds:?}");
        }
    });
}

#[test]
fn an_address_ends_where_an_administrator_signs_the_person_out() {
    on_sqlite(|app| {
        Desk::open(app);
        let desk = Desk::open_as(app, Role::Editor, "editor");
        let id = app.registry.person_named("editor").expect("a person");
        let [calendar, _] = addresses(&desk);
        app.registry.end_sessions(id, ACTOR).expect("the end");
        assert_eq!(app.get(&calendar).status, 404);
        let signed_in = app.registry.sign_in("editor", "a long enough password", &Browser::default());
        let session = signed_in.expect("a session").session;
        let desk = Desk::with_cookie(app, format!("__Host-session={session}; lang=kk"));
        let [calendar, _] = made(&desk.post("/admin/account/needs", &[]));
        assert!(
            app.get(&calendar).text().contains(&say(Lang::Kk, "needs-title")),
            "in the language of the page"
        );
        let invited = app.registry.invite_to_reset(id, ACTOR).expect("a link");
        app.registry
            .accept(&invited.token, "", "a long enough password", &Browser::default())
            .expect("a new password");
        assert_eq!(app.get(&calendar).status, 404);
    });
}
