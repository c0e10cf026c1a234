//! The second factor: set up, asked for, lost.

use tizilim::domain::role::Role;
use tizilim::registry::{Admitted, Browser, Error, Refusal, SecondFactorState, SignedIn};
use totp_rs::{Builder, Secret};

use crate::app::{ACTOR, OWN_FORM, TestApp, on_each_engine, on_sqlite};
use crate::desk::Desk;

const PASSWORD: &str = "a long enough password";

/// The code that a device shows at an instant.
fn code(secret: &str, at: &str) -> String {
    let at: tizilim::domain::Instant = at.parse().expect("an instant");
    let secret = Secret::try_from_base32(secret).expect("a secret");
    let totp = Builder::new().with_secret(secret).build().expect("a device");
    totp.generate(u64::try_from(at.as_second()).expect("an instant")).to_string()
}

fn sign_in(app: &TestApp) -> Admitted {
    app.registry.sign_in("aigul", PASSWORD, &Browser::default()).expect("a session")
}

fn who(app: &TestApp, session: &str) -> SignedIn {
    app.registry.session(session).expect("the register").expect("a session")
}

/// A person with a second factor that was set up at noon: the secret and the recovery codes.
fn set_up(app: &TestApp) -> (String, Vec<String>) {
    app.set_clock("2026-12-01T07:00:00Z");
    let invited = app.registry.invite(Role::Admin, "", ACTOR).expect("an invitation");
    let browser = Browser::default();
    let kept = app.registry.accept(&invited.token, "aigul", PASSWORD, &browser).expect("a person");
    let (who, secret) = (who(app, &kept.session), app.registry.new_secret().expect("a secret"));
    let now = code(&secret, "2026-12-01T07:00:00Z");
    let codes = app.registry.set_up_second_factor(&who, (&secret, &now), PASSWORD, &kept.session);
    (secret, codes.expect("a second factor"))
}

fn confirm(app: &TestApp, half: &Admitted, code: &str) -> Result<Admitted, Error> {
    let browser = Browser { session: Some(half.session.clone()), ..Browser::default() };
    app.registry.confirm_code(code, &browser)
}

fn is_wrong(answer: &Result<Admitted, Error>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::WrongCode)))
}

#[test]
fn a_password_alone_opens_nothing_and_a_code_works_once() {
    on_each_engine(|app| {
        let (secret, _) = set_up(app);
        app.set_clock("2026-12-01T07:10:00Z");
        let half = sign_in(app);
        assert!(half.awaits_code());
        assert!(app.registry.session(&half.session).expect("the register").is_none(), "it opens nothing");
        assert!(
            is_wrong(&confirm(app, &half, "000000")) || code(&secret, "2026-12-01T07:10:00Z") == "000000"
        );
        assert!(is_wrong(&confirm(app, &half, &code(&secret, "2026-12-01T07:09:00Z"))), "two steps late");
        let late = code(&secret, "2026-12-01T07:09:30Z");
        let whole = confirm(app, &half, &late).expect("a clock may be off by a step");
        assert!(!whole.awaits_code() && whole.session != half.session, "the token is another one");
        assert_eq!(who(app, &whole.session).login, "aigul");
        let again = sign_in(app);
        assert!(is_wrong(&confirm(app, &again, &late)), "a code works once");
        let next = code(&secret, "2026-12-01T07:10:00Z");
        let (first, second) = next.split_at(3);
        confirm(app, &again, &format!("{first} {second}")).expect("the next one, as apps group it");
        assert!(confirm(app, &again, "123456").is_err(), "that sign-in is over");
    });
}

#[test]
fn a_recovery_code_works_once_and_new_ones_make_the_others_void() {
    on_each_engine(|app| {
        let (secret, codes) = set_up(app);
        assert_eq!(codes.len(), 10);
        let half = sign_in(app);
        let whole = confirm(app, &half, &codes[0].to_lowercase().replace('-', " ")).expect("a session");
        assert!(is_wrong(&confirm(app, &sign_in(app), &codes[0])), "it works once");
        let who = who(app, &whole.session);
        let left = SecondFactorState::Active { codes_left: 9 };
        assert_eq!(app.registry.second_factor(&who).expect("a state"), left);
        app.set_clock("2026-12-01T08:00:00Z");
        let now = code(&secret, "2026-12-01T08:00:00Z");
        let renewed = app.registry.renew_recovery_codes(&who, &now).expect("codes");
        assert!(is_wrong(&confirm(app, &sign_in(app), &codes[1])), "the earlier ones are void");
        confirm(app, &sign_in(app), &renewed[1]).expect("a session");
    });
}

#[test]
fn codes_are_guessed_no_faster_than_passwords() {
    on_each_engine(|app| {
        let (secret, _) = set_up(app);
        app.set_clock("2026-12-01T09:00:00Z");
        let half = sign_in(app);
        for _ in 0..5 {
            assert!(is_wrong(&confirm(app, &half, "x")));
        }
        let now = code(&secret, "2026-12-01T09:00:00Z");
        let answer = confirm(app, &sign_in(app), &now);
        assert!(matches!(answer, Err(Error::Refused(Refusal::TooManyAttempts { .. }))), "{answer:?}");
        app.set_clock("2026-12-01T09:02:00Z");
        let now = code(&secret, "2026-12-01T09:02:00Z");
        confirm(app, &half, &now).expect("after the pause the owner is let in");
    });
}

#[test]
fn a_sign_in_waits_ten_minutes_for_its_code() {
    on_sqlite(|app| {
        let (secret, _) = set_up(app);
        let half = sign_in(app);
        app.set_clock("2026-12-01T07:10:01Z");
        let answer = confirm(app, &half, &code(&secret, "2026-12-01T07:10:01Z"));
        assert!(matches!(answer, Err(Error::Refused(Refusal::SignedOut))), "{answer:?}");
    });
}

#[test]
fn it_is_set_up_only_with_the_password_and_a_code_of_the_device() {
    on_each_engine(|app| {
        app.set_clock("2026-12-01T07:00:00Z");
        Desk::open(app);
        let session = sign_in(app).session;
        let (who, secret) = (who(app, &session), app.registry.new_secret().expect("a secret"));
        let now = code(&secret, "2026-12-01T07:00:00Z");
        let try_it = |code: &str, password: &str| {
            app.registry.set_up_second_factor(&who, (&secret, code), password, &session).is_ok()
        };
        assert!(!try_it(&now, "not the password") && !try_it("x", PASSWORD));
        assert_eq!(app.registry.second_factor(&who).expect("a state"), SecondFactorState::Missing);
        let other = sign_in(app).session;
        assert!(try_it(&now, PASSWORD));
        assert!(app.registry.session(&other).expect("the register").is_none(), "other sessions end");
        assert!(app.registry.session(&session).expect("the register").is_some(), "this one does not");
    });
}

#[test]
fn who_lost_the_phone_is_helped_by_another_administrator() {
    on_each_engine(|app| {
        set_up(app);
        let helper = Desk::open_as(app, Role::Admin, "botagoz");
        let id = app.registry.person_named("aigul").expect("a person");
        let at = format!("/admin/people/{id}");
        assert!(helper.page(&at).contains("/second-factor\""));
        assert_eq!(helper.post(&format!("{at}/second-factor"), &[]).status, 303);
        assert!(!sign_in(app).awaits_code(), "the password is enough");
    });
}

/// Sends a form from a browser.
fn post(app: &TestApp, path: &str, cookie: &str, fields: &[(&str, &str)]) -> (u16, String, String) {
    let request = crate::app::agent().post(format!("{}{path}", app.address));
    let request = request.header(OWN_FORM.0, OWN_FORM.1).header("cookie", cookie);
    let mut response = request.send_form(fields.iter().copied()).expect("an answer");
    let header = |name: &str| {
        let values = response.headers().get_all(name).iter().filter_map(|value| value.to_str().ok());
        values.filter_map(|value| value.split(';').next()).collect::<Vec<_>>().join("; ")
    };
    let (next, given) = (header("location"), header("set-cookie"));
    let status = response.status().as_u16();
    let _ = response.body_mut().read_to_vec();
    (status, next, given)
}

#[test]
fn the_sign_in_leads_to_the_code_and_then_to_the_first_page() {
    on_each_engine(|app| {
        let (secret, _) = set_up(app);
        app.set_clock("2026-12-01T10:00:00Z");
        let fields = [("login", "aigul"), ("password", PASSWORD)];
        let (status, next, half) = post(app, "/admin/sign-in", "", &fields);
        assert_eq!((status, &*next), (303, "/admin/sign-in/code"));
        assert!(!half.contains("device"), "a browser is known only after the code: {half}");
        let shut = app.ask("GET", "/admin/people", &[("cookie", &half)]);
        assert_eq!((shut.status, shut.header("location")), (303, "/admin/sign-in/code"));
        let (status, ..) = post(app, "/admin/sign-in/code", &half, &[("code", "x")]);
        assert_eq!(status, 422);
        let now = code(&secret, "2026-12-01T10:00:00Z");
        let (status, next, whole) = post(app, "/admin/sign-in/code", &half, &[("code", &now)]);
        assert_eq!((status, &*next), (303, "/admin"));
        assert_eq!(app.ask("GET", "/admin/people", &[("cookie", &whole)]).status, 200);
        let (status, next, _) = post(app, "/admin/sign-in/code", "", &[("code", &now)]);
        assert_eq!((status, &*next), (303, "/admin/sign-in"), "without a password there is no code");
    });
}

#[test]
fn an_administrator_without_one_is_led_to_it_once_the_host_is_confirmed() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        Desk::open_as(app, Role::Editor, "erlan");
        let sign_in = |login| post(app, "/admin/sign-in", "", &[("login", login), ("password", PASSWORD)]);
        assert_eq!(sign_in("aigul").1, "/admin", "a trial asks for nothing");
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        assert_eq!(sign_in("aigul").1, "/admin/account/second-factor");
        assert_eq!(sign_in("erlan").1, "/admin", "only administrators must");
        assert!(desk.page("/admin").contains("обязателен второй фактор"), "it is said until it is done");
        assert!(desk.page("/admin/account/second-factor").contains("обязателен второй фактор"));
        let secret = desk.post("/admin/account/second-factor", &[]).text();
        assert!(secret.contains("otpauth://totp/") && secret.contains("<svg"), "{secret}");
    });
}
