//! The weekly letter: asked for, confirmed, sent on Monday by one of several processes and never twice, and ended.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::AuditFilter;
use tizilim::web::post::round;

use crate::app::{Edition, Reply, TestApp, agent, on_sqlite};
use crate::desk::Desk;
use crate::mail_server::{MailServer, Manner, Received};
use crate::postgres;

const ADDRESS: &str = "aigul@example.kz";

/// Where the site is.
const SITE: &str = "https://qr.example.kz";

/// Runs a test with a mail server, on SQLite, then on PostgreSQL where there is one.
fn with_mail(test: impl Fn(&TestApp, &MailServer)) {
    for database in [None].into_iter().chain(postgres::fresh().map(Some)) {
        let server = MailServer::start();
        test(&TestApp::with_mail(server.settings(), database), &server);
    }
}

/// A school whose agreement ends on a day.
fn agreement(app: &TestApp, number: &str, end: &str) -> (Code, Code) {
    let school = app.schools(&[number])[0];
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
    app.publish(code, &Edition::of("2024-01-01").until(end).saying(Lang::Kk, &format!("Шарт {number}")));
    (school, code)
}

fn wish(desk: &Desk<'_>, address: &str) -> Reply {
    desk.post("/admin/account/mail", &[("mail", address)])
}

/// The only letter that came.
fn only(server: &MailServer) -> Received {
    let mut received = server.received();
    assert_eq!(received.len(), 1, "{received:?}");
    received.remove(0)
}

/// The path of an address of the site.
fn path(address: &str) -> String {
    address.strip_prefix(SITE).expect("an address of the site").to_owned()
}

/// A form of a page, sent by somebody who is not signed in.
fn press(app: &TestApp, path: &str) -> u16 {
    app.ask("POST", path, &[crate::app::OWN_FORM]).status
}

/// Asks for letters and confirms the address.
fn subscribed(app: &TestApp, server: &MailServer, desk: &Desk<'_>, address: &str) {
    assert_eq!(wish(desk, address).status, 303);
    assert_eq!(app.post(), 1);
    let link = path(&only(server).link(&format!("{SITE}/admin/mail/")));
    assert_eq!(press(app, &link), 200);
}

#[test]
fn an_address_is_confirmed_by_the_letter_that_came_there() {
    with_mail(|app, server| {
        agreement(app, "S1", "2026-12-10");
        let desk = Desk::open(app);
        assert!(desk.page("/admin/account").contains(&say(Lang::Ru, "mail-off")));
        for wrong in ["", "aigul", "a@b", "a b@example.kz", "a@example.kz,b@example.kz"] {
            assert_eq!(wish(&desk, wrong).status, 422, "{wrong}");
        }
        assert_eq!(app.post(), 0, "what was refused sends nothing");
        assert_eq!(wish(&desk, ADDRESS).status, 303);
        assert_eq!(wish(&desk, "other@example.kz").status, 422, "not twice within some minutes");
        assert_eq!(app.post(), 1);
        assert_eq!(app.post(), 0);
        let letter = only(server);
        assert_eq!(letter.to, ADDRESS);
        assert!(letter.body.contains(&say(Lang::Ru, "mail-greeting")), "{letter:?}");
        let link = path(&letter.link(&format!("{SITE}/admin/mail/")));
        // Programs that look at links confirm nothing.
        let page = app.get(&link);
        assert_eq!(page.status, 200);
        app.set_clock("2026-11-23T06:00:00Z");
        assert_eq!(app.post(), 0, "nobody said yes");
        assert_eq!(app.get("/admin/mail/0000").text(), app.get("/admin/nowhere").text());
        assert_eq!(press(app, &link), 200);
        assert_eq!((press(app, &link), app.get(&link).status), (404, 404), "once");
        let shown = desk.page("/admin/account");
        assert!(shown.contains(ADDRESS) && shown.contains("/admin/account/mail/end"));
        let trail = app.registry.audit_trail(&AuditFilter::default(), 100).expect("an audit trail");
        assert!(trail.iter().all(|line| !line.subject.contains('@')), "no address stands in the trail");
    });
}

#[test]
fn a_link_that_nobody_opened_ends_and_its_address_is_forgotten() {
    with_mail(|app, server| {
        let desk = Desk::open(app);
        assert_eq!(wish(&desk, ADDRESS).status, 303);
        assert_eq!(app.post(), 1);
        let link = path(&only(server).link(&format!("{SITE}/admin/mail/")));
        app.set_clock("2026-11-25T06:00:01Z");
        assert_eq!(press(app, &link), 404, "after three days");
        app.set_clock("2026-11-29T06:00:01Z");
        assert_eq!(app.registry.erase_old_letters().expect("an erasure"), 1);
        let signed_in = Desk::open_as(app, tizilim::domain::role::Role::Admin, "saule");
        assert!(!signed_in.page("/admin/account").contains(ADDRESS));
    });
}

#[test]
fn the_letter_comes_on_monday_morning_once_whatever_processes_there_are() {
    with_mail(|app, server| {
        let (own, near) = agreement(app, "S1", "2026-12-10");
        agreement(app, "S2", "2026-12-20");
        let chair = Desk::of_chair(app, own, "chair");
        subscribed(app, server, &Desk::open(app), ADDRESS);
        subscribed(app, server, &chair, "chair@example.kz");
        // Today is a Sunday.
        assert_eq!(app.post(), 0);
        app.set_clock("2026-11-23T02:59:00Z");
        assert_eq!(app.post(), 0, "before eight");
        app.set_clock("2026-11-23T03:00:00Z");
        let others: Vec<_> = (0..3).map(|_| app.another()).collect();
        let sent: usize = std::thread::scope(|scope| {
            let rounds: Vec<_> =
                others.iter().map(|other| scope.spawn(move || round(other).expect("a round"))).collect();
            rounds.into_iter().map(|one| one.join().expect("a thread")).sum()
        });
        assert_eq!(sent, 2);
        assert_eq!(app.post(), 0);
        let mut received = server.received();
        received.sort_by(|a, b| a.to.cmp(&b.to));
        assert_eq!(
            received.iter().map(|one| one.to.as_str()).collect::<Vec<_>>(),
            [ADDRESS, "chair@example.kz"]
        );
        let [office, chair] = &received[..] else { panic!("two letters") };
        assert!(office.body.contains(&crate::needs::counted("needs-term-ends", 2)), "{}", office.body);
        assert!(office.body.contains(&format!("{SITE}/admin/documents/{near}")), "{}", office.body);
        assert!(chair.body.contains(&crate::needs::counted("needs-term-ends", 1)), "{}", chair.body);
        assert!(
            !chair.body.contains("Школа S2") && !chair.body.contains("/admin/documents"),
            "{}",
            chair.body
        );
        let stop = office.header("List-Unsubscribe");
        assert!(stop.starts_with(&format!("<{SITE}/admin/mail/")) && stop.ends_with("/stop>"), "{stop}");
        assert_eq!(office.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert_eq!(office.header("From"), "tizilim@example.kz");
        assert!(office.header("Content-Type").starts_with("text/plain"));
        for again in ["2026-11-23T10:00:00Z", "2026-11-25T10:00:00Z", "2026-11-27T10:00:00Z"] {
            app.set_clock(again);
            assert_eq!(app.post(), 0, "{again}");
        }
        app.set_clock("2026-11-30T05:00:00Z");
        assert_eq!(app.post(), 2, "the next week");
    });
}

#[test]
fn letters_end_at_one_press_of_a_program_for_mail() {
    with_mail(|app, server| {
        agreement(app, "S1", "2026-12-10");
        let desk = Desk::open(app);
        subscribed(app, server, &desk, ADDRESS);
        app.set_clock("2026-11-23T05:00:00Z");
        assert_eq!(app.post(), 1);
        let letter = only(server);
        let stop = path(letter.header("List-Unsubscribe").trim_matches(['<', '>']));
        assert_eq!(path(&letter.link(&format!("{SITE}/admin/mail/"))), stop, "the same stands in the letter");
        assert_eq!(app.get(&stop).status, 200, "looking ends nothing");
        assert!(desk.page("/admin/account").contains(ADDRESS));
        // No browser, no cookie, no origin (RFC 8058).
        let request = agent().post(format!("{}{stop}", app.address));
        let pressed = request.send_form([("List-Unsubscribe", "One-Click")]).expect("an answer");
        assert_eq!(pressed.status().as_u16(), 200);
        assert!(!desk.page("/admin/account").contains(ADDRESS), "the address is forgotten");
        app.set_clock("2026-11-30T05:00:00Z");
        assert_eq!(app.post(), 0);
        assert_eq!(app.get(&stop).status, 404);
    });
}

#[test]
fn what_is_not_taken_is_tried_again_with_pauses_and_the_administrator_sees_it() {
    with_mail(|app, server| {
        agreement(app, "S1", "2026-12-10");
        let desk = Desk::open(app);
        subscribed(app, server, &desk, ADDRESS);
        app.set_clock("2026-11-23T05:00:00Z");
        server.be(Manner::Later);
        assert_eq!(app.post(), 0);
        let page = desk.page("/admin");
        assert!(page.contains("come later"), "{page}");
        app.set_clock("2026-11-23T05:04:00Z");
        server.be(Manner::Takes);
        assert_eq!(app.post(), 0, "not before the pause is over");
        app.set_clock("2026-11-23T05:05:01Z");
        assert_eq!(app.post(), 1);
        assert_eq!(server.received().len(), 1);
        assert!(!desk.page("/admin").contains("come later"));
        // A server that says no is not asked again.
        app.set_clock("2026-11-30T05:00:00Z");
        server.be(Manner::Never);
        assert_eq!(app.post(), 0);
        server.be(Manner::Takes);
        app.set_clock("2026-12-02T05:00:00Z");
        assert_eq!(app.post(), 0);
        assert!(desk.page("/admin").contains("nobody here"));
    });
}

#[test]
fn a_letter_of_which_nobody_knows_whether_it_was_taken_is_not_sent_again() {
    with_mail(|app, server| {
        agreement(app, "S1", "2026-12-10");
        let desk = Desk::open(app);
        subscribed(app, server, &desk, ADDRESS);
        app.set_clock("2026-11-23T05:00:00Z");
        server.be(Manner::Breaks);
        assert_eq!(app.post(), 0);
        server.be(Manner::Takes);
        app.set_clock("2026-11-24T05:00:00Z");
        assert_eq!(app.post(), 0);
        assert!(desk.page("/admin").contains("Не отправлено писем: 1."));
        // A process that ended while it was sending leaves the same.
        app.set_clock("2026-11-30T05:00:00Z");
        let taken = app.registry.take_letter().expect("the register").expect("a letter");
        assert_eq!(taken.address, ADDRESS);
        app.set_clock("2026-12-01T05:00:00Z");
        assert_eq!(app.post(), 0);
    });
}

#[test]
fn where_nothing_is_to_be_done_no_letter_comes_and_a_server_without_mail_offers_none() {
    with_mail(|app, server| {
        let own = app.schools(&["S1"])[0];
        let chair = Desk::of_chair(app, own, "chair");
        subscribed(app, server, &chair, ADDRESS);
        app.set_clock("2026-11-23T05:00:00Z");
        assert_eq!(app.post(), 0);
        assert_eq!(server.received().len(), 0);
    });
    on_sqlite(|app| {
        let desk = Desk::open(app);
        assert!(!desk.page("/admin/account").contains("/admin/account/mail"));
        assert_eq!(wish(&desk, ADDRESS).status, 404);
        assert_eq!(app.post(), 0);
    });
}
