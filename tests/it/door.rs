//! The door: what strangers can do by signing in, and whom they can keep out by it.

use std::collections::HashMap;
use std::sync::Barrier;
use std::thread;

use tizilim::domain::role::Role;
use tizilim::registry::{Browser, Error, Refusal};

use crate::app::{ACTOR, OWN_FORM, Reply, TestApp, agent, on_each_engine, on_sqlite};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::register;

const PASSWORD: &str = "a long enough password";
const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Sends the form of the door from a machine, with the cookies of a browser.
fn knock(at: &str, login: &str, password: &str, from: &str, cookie: &str) -> Reply {
    send(at, &[OWN_FORM, ("x-forwarded-for", from), ("cookie", cookie)], login, password)
}

fn send(at: &str, headers: &[(&str, &str)], login: &str, password: &str) -> Reply {
    let mut request = agent().post(format!("{at}/admin/sign-in")).header(FORM.0, FORM.1);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = request.send_form([("login", login), ("password", password)]).expect("an answer");
    let body = response.body_mut().read_to_vec().expect("a body");
    Reply { status: response.status().as_u16(), headers: response.headers().clone(), body }
}

/// The cookies that an answer gives a browser, as the browser sends them.
fn cookies(reply: &Reply) -> String {
    let given = reply.headers.get_all("set-cookie").iter().map(|value| value.to_str().expect("readable"));
    given.filter_map(|cookie| cookie.split(';').next()).collect::<Vec<_>>().join("; ")
}

fn person(app: &TestApp, login: &str) {
    let invited = app.registry.invite(Role::Admin, "", ACTOR).expect("an invitation");
    app.registry.accept(&invited.token, login, PASSWORD, &Browser::default()).expect("a person");
}

#[test]
fn sixty_guesses_at_once_at_one_name_are_five_that_are_looked_at() {
    on_sqlite(|app| {
        person(app, "aigul");
        let begin = Barrier::new(60);
        let replies: Vec<Reply> = thread::scope(|scope| {
            let guesses: Vec<_> = (0..60)
                .map(|number| {
                    let begin = &begin;
                    scope.spawn(move || {
                        begin.wait();
                        knock(&app.address, "aigul", &format!("a wrong password {number}"), "203.0.113.9", "")
                    })
                })
                .collect();
            guesses.into_iter().map(|guess| guess.join().expect("a reply")).collect()
        });
        let mut seen: HashMap<u16, usize> = HashMap::new();
        for reply in &replies {
            *seen.entry(reply.status).or_default() += 1;
            assert_eq!(reply.header("retry-after"), if reply.status == 429 { "60" } else { "" });
        }
        assert_eq!(seen, HashMap::from([(422, 5), (429, 55)]));
    });
}

#[test]
fn strangers_who_guess_do_not_keep_the_owner_out() {
    on_each_engine(|app| {
        person(app, "owner");
        for number in 0..6 {
            let reply = knock(&app.address, "owner", "a wrong password", &format!("203.0.113.{number}"), "");
            assert_eq!(reply.status, 422);
        }
        let reply = knock(&app.address, "Owner ", PASSWORD, "198.51.100.7", "");
        assert_eq!((reply.status, reply.header("location")), (303, "/admin"));
    });
}

#[test]
fn a_browser_in_which_the_owner_signed_in_is_let_in_whatever_others_do() {
    on_each_engine(|app| {
        person(app, "owner");
        let own = cookies(&knock(&app.address, "owner", PASSWORD, "198.51.100.7", ""));
        for number in 0..60 {
            knock(&app.address, "owner", "a wrong password", &format!("203.0.113.{number}"), "");
        }
        let device = own.split("; ").find(|cookie| cookie.starts_with("__Secure-device=")).expect("a device");
        assert_eq!(knock(&app.address, "owner", PASSWORD, "198.51.100.8", "").status, 429, "unknown");
        let forged = format!("__Secure-device={}", "0f".repeat(64));
        assert_eq!(knock(&app.address, "owner", PASSWORD, "198.51.100.8", &forged).status, 429);
        assert_eq!(knock(&app.address, "owner", PASSWORD, "198.51.100.8", device).status, 303);
        // The browser has guesses of its own, and no more than anybody.
        for _ in 0..5 {
            let reply = knock(&app.address, "owner", "a wrong password", "198.51.100.9", device);
            assert_eq!(reply.status, 422);
        }
        assert_eq!(knock(&app.address, "owner", PASSWORD, "198.51.100.9", device).status, 429);
    });
}

#[test]
fn only_who_signed_in_gets_the_cookie_of_a_device_and_only_the_pages_of_staff_are_told_it() {
    on_sqlite(|app| {
        person(app, "owner");
        let given = |reply: &Reply| {
            let all = reply.headers.get_all("set-cookie").iter();
            all.filter_map(|value| value.to_str().ok())
                .find(|cookie| cookie.contains("device"))
                .map(str::to_owned)
        };
        let device = given(&knock(&app.address, "owner", PASSWORD, "198.51.100.7", "")).expect("a cookie");
        for part in ["__Secure-device=", "Path=/admin", "HttpOnly", "Secure", "SameSite=Strict"] {
            assert!(device.contains(part), "{device}");
        }
        assert_eq!(given(&knock(&app.address, "owner", "a wrong password", "198.51.100.7", "")), None);
        for page in ["/", "/admin/sign-in", "/search?q=a"] {
            assert_eq!(given(&app.get(page)), None, "{page}");
        }
    });
}

#[test]
fn one_address_cannot_try_a_password_at_many_doors() {
    on_sqlite(|app| {
        let statuses: Vec<u16> = (0..30)
            .map(|number| knock(&app.address, &format!("n{number}"), PASSWORD, "203.0.113.9", "").status)
            .collect();
        assert_eq!(statuses.iter().filter(|status| **status == 422).count(), 20, "{statuses:?}");
        assert!(statuses[20..].iter().all(|status| *status == 429), "{statuses:?}");
        assert_eq!(
            knock(&app.address, "n1", PASSWORD, "203.0.113.10", "").status,
            422,
            "others are not slowed"
        );
    });
}

#[test]
fn a_name_that_nobody_can_have_is_refused_before_anything_is_done_with_it() {
    on_sqlite(|app| {
        let long = "u".repeat(60_000);
        for number in 0..30 {
            let reply = knock(&app.address, &format!("{number}{long}"), PASSWORD, "203.0.113.9", "");
            assert_eq!(reply.status, 422, "not counted");
            assert!(reply.body.len() < 30_000, "not sent back");
        }
    });
}

#[test]
fn a_name_that_exists_is_answered_like_one_that_does_not() {
    on_sqlite(|app| {
        person(app, "owner");
        for number in 0..7 {
            let reply = |login: &str, from: &str| {
                let reply = knock(&app.address, login, "a wrong password", from, "");
                (reply.status, reply.header("retry-after").to_owned(), reply.text().replace(login, "NAME"))
            };
            assert_eq!(reply("owner", "203.0.113.1"), reply("nobody", "203.0.113.2"), "{number}");
        }
    });
}

#[test]
fn signing_in_ends_the_session_that_the_browser_had() {
    on_each_engine(|app| {
        person(app, "owner");
        let first = cookies(&knock(&app.address, "owner", PASSWORD, "198.51.100.7", ""));
        let other = cookies(&knock(&app.address, "owner", PASSWORD, "198.51.100.8", ""));
        let second = cookies(&knock(&app.address, "owner", PASSWORD, "198.51.100.7", &first));
        let status = |cookie: &str| app.ask("GET", "/admin", &[("cookie", cookie)]).status;
        assert_eq!((status(&first), status(&second), status(&other)), (303, 200, 200));
        let wrong = knock(&app.address, "owner", "a wrong password", "198.51.100.7", &second);
        assert_eq!((wrong.status, status(&second)), (422, 200), "a wrong password ends nothing");
    });
}

#[test]
fn who_is_signed_in_changes_a_password_whatever_strangers_do_and_guesses_no_more_than_they() {
    on_sqlite(|app| {
        let desk = Desk::open(app);
        for number in 0..60 {
            knock(&app.address, "aigul", "a wrong password", &format!("203.0.113.{number}"), "");
        }
        let change = |present: &str, new: &str| {
            desk.post("/admin/password", &[("present", present), ("new", new), ("again", new)]).status
        };
        assert_eq!(change("a wrong password", "another long password"), 422);
        assert_eq!(change(PASSWORD, "short"), 422);
        for _ in 0..4 {
            assert_eq!(change("a wrong password", "another long password"), 422);
        }
        assert_eq!(change(PASSWORD, "another long password"), 429, "five guesses, like anybody");
        app.set_clock("2026-11-22T06:01:00Z");
        assert_eq!(change(PASSWORD, "another long password"), 303);
        assert_eq!(desk.get("/admin").status, 303, "every session ended");
    });
}

#[test]
fn a_form_is_taken_from_the_own_address_alone() {
    on_sqlite(|app| {
        person(app, "owner");
        let status = |headers: &[(&str, &str)]| send(&app.address, headers, "owner", PASSWORD).status;
        let (own, evil) = (("origin", "https://qr.example.kz"), ("origin", "http://evil.example"));
        let site = |value| ("sec-fetch-site", value);
        let refused: [&[(&str, &str)]; 8] = [
            &[],
            &[evil],
            &[evil, ("host", "evil.example")],
            &[evil, ("host", "evil.example"), site("same-origin")],
            &[("origin", "null"), site("same-origin")],
            &[own, site("cross-site")],
            &[site("same-site")],
            &[("origin", "http://qr.example.kz")],
        ];
        for headers in refused {
            let reply = send(&app.address, headers, "owner", PASSWORD);
            assert_eq!((reply.status, cookies(&reply).as_str()), (403, ""), "{headers:?}");
            assert!(reply.text().contains("https://qr.example.kz"), "it says where forms are taken");
        }
        let taken: [&[(&str, &str)]; 4] =
            [&[own], &[site("same-origin")], &[own, site("same-origin")], &[site("none")]];
        for headers in taken {
            assert_eq!(status(headers), 303, "{headers:?}");
        }
    });
}

#[test]
fn the_first_administrator_ends_the_other_links_and_of_two_at_once_one_wins() {
    on_each_engine(|app| {
        let invite = |role| app.registry.invite(role, "", ACTOR).expect("an invitation").token;
        let (links, left) = ([invite(Role::Admin), invite(Role::Admin)], invite(Role::Admin));
        let school = app.schools(&["S054"])[0];
        let school = register::organization(&app.registry, school).id;
        let of_chair = invite(Role::Chair(vec![school]));
        let begin = Barrier::new(2);
        let accepted: Vec<_> = thread::scope(|scope| {
            let both: Vec<_> = links
                .iter()
                .enumerate()
                .map(|(number, link)| {
                    let begin = &begin;
                    scope.spawn(move || {
                        begin.wait();
                        app.registry.accept(link, &format!("first{number}"), PASSWORD, &Browser::default())
                    })
                })
                .collect();
            both.into_iter().map(|one| one.join().expect("an answer")).collect()
        });
        assert_eq!(accepted.iter().filter(|one| one.is_ok()).count(), 1, "{accepted:?}");
        let is_refused = |error: &Error| matches!(error, Error::Refused(Refusal::BadInvitation));
        assert!(accepted.iter().filter_map(|one| one.as_ref().err()).all(is_refused), "{accepted:?}");
        assert!(app.registry.invitation(&left).is_err_and(|error| is_refused(&error)));
        assert!(app.registry.invitation(&of_chair).is_ok(), "chairs are still invited");
        // Those whom an administrator invites later do not end each other.
        let (second, third) = (invite(Role::Admin), invite(Role::Admin));
        for (link, login) in [(second, "second"), (third, "third")] {
            app.registry.accept(&link, login, PASSWORD, &Browser::default()).expect("a person");
        }
    });
}

#[test]
fn a_rush_at_the_door_costs_little_memory_and_the_log_names_no_stranger() {
    with_each_engine(|office| {
        let link = office.done(&["user", "invite", "--role", "admin"]);
        let token = link.trim().rsplit('/').next().expect("a token");
        let registry = office.registry();
        registry.accept(token, "aigul", PASSWORD, &Browser::default()).expect("a person");
        let server = office.serve();
        let statuses: Vec<u16> = thread::scope(|scope| {
            let knocks: Vec<_> = (0..120)
                .map(|number| {
                    let (at, login) = (&server.address, format!("typed-secret-{number}"));
                    scope
                        .spawn(move || knock(at, &login, PASSWORD, &format!("203.0.113.{number}"), "").status)
                })
                .collect();
            knocks.into_iter().map(|one| one.join().expect("a reply")).collect()
        });
        assert!(statuses.iter().all(|status| matches!(status, 422 | 503)), "{statuses:?}");
        if let Some(peak_mib) = server.peak_mib() {
            assert!(peak_mib < 400, "{peak_mib} MiB");
        }
        assert_eq!(knock(&server.address, "aigul", "a wrong password", "198.51.100.7", "").status, 422);
        assert_eq!(knock(&server.address, "aigul", PASSWORD, "198.51.100.7", "").status, 303);
        assert_eq!(server.stop(), 0);
        let log = office.log();
        assert_eq!(log.matches("\"login\":\"aigul\"").count(), 2, "{log}");
        assert!(log.contains("\"signed in\"") && log.contains("a wrong password"), "{log}");
        assert!(log.contains("an unknown login"), "{log}");
        for secret in ["typed-secret", "203.0.113", "198.51.100", PASSWORD] {
            assert!(!log.contains(secret), "{secret}");
        }
    });
}
