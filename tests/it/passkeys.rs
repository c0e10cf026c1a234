//! Passkeys: added, used alone and after the password, refused, lost.

use serde_json::Value;
use tizilim::domain::Lang;
use tizilim::domain::deed::Deed;
use tizilim::domain::role::Role;
use tizilim::phrases::say;
use tizilim::registry::{AuditFilter, PASSKEYS_MAX};

use crate::app::{ACTOR, Reply, TestApp, on_each_engine, on_sqlite};
use crate::authenticator::Authenticator;
use crate::desk::Desk;
use crate::window::Window;

const PASSWORD: &str = "a long enough password";
const ORIGIN: &str = "https://qr.example.kz";

/// What a page with passkeys does in a browser.
trait Passkeys {
    fn begin(&mut self, path: &str, fields: &[(&str, &str)]) -> Value;
    fn begin_new(&mut self, name: &str) -> Value;
    fn add(&mut self, name: &str) -> Authenticator;
    fn sign_in(&mut self, device: &mut Authenticator) -> Reply;
}

impl Passkeys for Window<'_> {
    /// What the script of a page is told.
    fn begin(&mut self, path: &str, fields: &[(&str, &str)]) -> Value {
        let reply = self.post(path, fields);
        assert_eq!(reply.status, 200, "{}", reply.text());
        assert_eq!(reply.header("cache-control"), "no-store");
        serde_json::from_slice(&reply.body).expect("options")
    }

    fn begin_new(&mut self, name: &str) -> Value {
        self.begin("/admin/account/passkeys/begin", &[("name", name), ("present", PASSWORD)])
    }

    fn add(&mut self, name: &str) -> Authenticator {
        let (device, answer) = Authenticator::make(&self.begin_new(name), ORIGIN);
        let added = self.post("/admin/account/passkeys", &[("credential", &answer)]);
        assert_eq!((added.status, added.header("location")), (303, "/admin/account?done=passkey-added"));
        device
    }

    fn sign_in(&mut self, device: &mut Authenticator) -> Reply {
        let options = self.begin("/admin/sign-in/passkey/begin", &[]);
        let answer = device.answer(&options);
        self.post("/admin/sign-in/passkey", &[("credential", &answer)])
    }
}

/// An administrator with a passkey, and the browser in which it was added.
fn prepared(app: &TestApp) -> (Window<'_>, Authenticator) {
    let mut window = Window::of(app, &Desk::open(app));
    let device = window.add("Рабочий компьютер");
    (window, device)
}

fn deeds(app: &TestApp, deed: Deed) -> usize {
    let filter = AuditFilter { deed: Some(deed), ..AuditFilter::default() };
    app.registry.audit_trail(&filter, 100).expect("lines").len()
}

fn handle(app: &TestApp, login: &str) -> String {
    let person = app.registry.person_named(login).expect("a person");
    app.registry.passkeys(person).expect("passkeys")[0].id.clone()
}

#[test]
fn a_passkey_alone_signs_in_and_counts_as_both_factors() {
    on_each_engine(|app| {
        let (window, mut device) = prepared(app);
        let account = window.get("/admin/account").text();
        assert!(account.contains("Рабочий компьютер") && account.contains("добавлен"), "{account}");
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        let mut other = Window::open(app);
        let page = other.get("/admin/sign-in").text();
        assert!(page.contains("data-passkey=\"/admin/sign-in/passkey/begin\""), "{page}");
        assert!(page.contains("нужен") || page.contains("должен быть включён JavaScript"), "{page}");
        let reply = other.sign_in(&mut device);
        assert_eq!((reply.status, reply.header("location")), (303, "/admin"), "nothing else is asked for");
        assert!(other.is_in());
        assert!(!other.get("/admin").text().contains("обязателен второй фактор"));
        assert!(other.get("/admin/account").text().contains("последний раз"));
        assert_eq!(deeds(app, Deed::AddPasskey), 1);
    });
}

#[test]
fn after_the_password_a_passkey_is_the_second_factor() {
    on_each_engine(|app| {
        let (_, mut device) = prepared(app);
        let mut other = Window::open(app);
        let reply = other.post("/admin/sign-in", &[("login", "aigul"), ("password", PASSWORD)]);
        assert_eq!(reply.header("location"), "/admin/sign-in/code");
        assert!(!other.is_in(), "the password alone opens nothing");
        let page = other.get("/admin/sign-in/code").text();
        assert!(page.contains("/admin/sign-in/code/passkey/begin") && !page.contains("id=\"code-code\""));
        let options = other.begin("/admin/sign-in/code/passkey/begin", &[]);
        assert!(device.is_asked_for(&options));
        let answer = device.answer(&options);
        let reply = other.post("/admin/sign-in/code/passkey", &[("credential", &answer)]);
        assert_eq!((reply.status, reply.header("location")), (303, "/admin"));
        assert!(other.is_in());
        // Who has shown no password is told of nobody's passkeys.
        let reply = Window::open(app).post("/admin/sign-in/code/passkey/begin", &[]);
        assert_ne!(reply.status, 200);
    });
}

#[test]
fn the_passkey_of_another_person_is_no_second_factor() {
    on_sqlite(|app| {
        prepared(app);
        let mut erlan = Window::of(app, &Desk::open_as(app, Role::Editor, "erlan"));
        let mut device = erlan.add("Телефон");
        let mut other = Window::open(app);
        other.post("/admin/sign-in", &[("login", "aigul"), ("password", PASSWORD)]);
        let options = other.begin("/admin/sign-in/code/passkey/begin", &[]);
        assert!(!device.is_asked_for(&options));
        let answer = device.answer(&options);
        let reply = other.post("/admin/sign-in/code/passkey", &[("credential", &answer)]);
        assert_eq!(reply.status, 422);
        assert!(!other.is_in());
    });
}

#[test]
fn what_is_not_right_signs_nobody_in() {
    on_each_engine(|app| {
        let (_, mut device) = prepared(app);
        let refused = |window: &mut Window<'_>, answer: &str| {
            let reply = window.post("/admin/sign-in/passkey", &[("credential", answer)]);
            assert_eq!(reply.status, 422, "{}", reply.text());
            assert!(!window.is_in());
        };
        let begin = "/admin/sign-in/passkey/begin";

        let mut window = Window::open(app);
        device.origin = "https://qr.example.kz.evil.example".to_owned();
        let answer = device.answer(&window.begin(begin, &[]));
        refused(&mut window, &answer);
        device.origin = ORIGIN.to_owned();

        device.asks = false;
        let answer = device.answer(&window.begin(begin, &[]));
        refused(&mut window, &answer);
        device.asks = true;

        let answer = device.answer(&window.begin(begin, &[]));
        let mut stolen = Window::open(app);
        stolen.begin(begin, &[]);
        refused(&mut stolen, &answer);
        refused(&mut Window::open(app), &answer);

        app.set_clock("2026-11-22T06:05:01Z");
        refused(&mut window, &answer);
        for nothing in ["", "{}", "null", &"x".repeat(40_000)] {
            window.begin(begin, &[]);
            refused(&mut window, nothing);
        }
    });
}

#[test]
fn an_answer_counts_once() {
    on_each_engine(|app| {
        let (_, mut device) = prepared(app);
        let mut window = Window::open(app);
        let answer = device.answer(&window.begin("/admin/sign-in/passkey/begin", &[]));
        let token = window.cookies["__Host-ceremony"].clone();
        let send = |window: &mut Window<'_>| {
            window.post("/admin/sign-in/passkey", &[("credential", &answer)]).status
        };
        assert_eq!(send(&mut window), 303);
        let mut again = Window::open(app);
        again.keep(&format!("__Host-ceremony={token}"));
        assert_eq!(send(&mut again), 422);
        assert!(!again.is_in());
    });
}

#[test]
fn a_count_that_goes_back_is_refused_and_noted() {
    on_each_engine(|app| {
        let (_, mut device) = prepared(app);
        device.counter = 10;
        assert_eq!(Window::open(app).sign_in(&mut device).status, 303);
        let mut copy = Window::open(app);
        device.counter = 4;
        let reply = copy.sign_in(&mut device);
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("может быть копия"), "{}", reply.text());
        assert!(!copy.is_in());
        assert_eq!(deeds(app, Deed::RefusePasskey), 1);
        device.counter = 11;
        assert_eq!(Window::open(app).sign_in(&mut device).status, 303, "the count that went on is right");
    });
}

#[test]
fn a_passkey_is_added_only_with_the_password_and_to_the_own_account() {
    on_each_engine(|app| {
        let mut window = Window::of(app, &Desk::open(app));
        let begin = "/admin/account/passkeys/begin";
        for (name, password) in
            [("Телефон", "not the password"), (" ", PASSWORD), (&*"я".repeat(61), PASSWORD)]
        {
            let reply = window.post(begin, &[("name", name), ("present", password)]);
            assert_eq!(reply.status, 422, "{name}");
            let told: Value = serde_json::from_slice(&reply.body).expect("words");
            assert!(told["refusal"].as_str().is_some_and(|words| words.len() > 20), "{told}");
        }
        let (_, answer) = Authenticator::make(&window.begin_new("Телефон"), "https://evil.example");
        assert_eq!(window.post("/admin/account/passkeys", &[("credential", &answer)]).status, 422);
        let (_, answer) = Authenticator::make(&window.begin_new("Телефон"), ORIGIN);
        let mut erlan = Window::of(app, &Desk::open_as(app, Role::Editor, "erlan"));
        let token = window.cookies["__Host-ceremony"].clone();
        erlan.keep(&format!("__Host-ceremony={token}"));
        assert_eq!(erlan.post("/admin/account/passkeys", &[("credential", &answer)]).status, 422);
        for login in ["aigul", "erlan"] {
            let person = app.registry.person_named(login).expect("a person");
            assert!(app.registry.passkeys(person).expect("passkeys").is_empty(), "{login}");
        }
        assert_eq!(deeds(app, Deed::AddPasskey), 0);
    });
}

#[test]
fn there_is_a_limit_and_the_refusal_names_it() {
    on_sqlite(|app| {
        let mut window = Window::of(app, &Desk::open(app));
        for number in 0..PASSKEYS_MAX {
            window.add(&format!("Устройство {number}"));
        }
        let reply = window.post("/admin/account/passkeys/begin", &[("name", "ещё"), ("present", PASSWORD)]);
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains(&PASSKEYS_MAX.to_string()), "{}", reply.text());
        assert!(window.get("/admin/account").text().contains("Больше не бывает"));
    });
}

#[test]
fn a_removed_passkey_opens_nothing_and_the_last_second_factor_stays_where_it_must() {
    on_each_engine(|app| {
        let (mut window, mut device) = prepared(app);
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        let remove = format!("/admin/account/passkeys/{}/remove", handle(app, "aigul"));
        let reply = window.post(&remove, &[]);
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains(&say(Lang::Ru, "refusal-last-second-factor")), "{}", reply.text());
        assert_eq!(Window::open(app).sign_in(&mut device).status, 303, "it is there still");
        assert_eq!(window.post("/admin/account/passkeys/nothing/remove", &[]).status, 404);

        let mut erlan = Window::of(app, &Desk::open_as(app, Role::Editor, "erlan"));
        let mut phone = erlan.add("Телефон");
        let own = format!("/admin/account/passkeys/{}/remove", handle(app, "erlan"));
        assert_eq!(window.post(&own, &[]).status, 404, "that of another person");
        assert_eq!(erlan.post(&own, &[]).header("location"), "/admin/account?done=passkey-removed");
        assert_eq!(Window::open(app).sign_in(&mut phone).status, 422);
        let mut again = Window::open(app);
        again.post("/admin/sign-in", &[("login", "erlan"), ("password", PASSWORD)]);
        assert!(again.is_in(), "the password is enough again");
    });
}

#[test]
fn who_lost_the_device_is_helped_by_another_administrator() {
    on_each_engine(|app| {
        let (window, mut device) = prepared(app);
        let helper = Desk::open_as(app, Role::Admin, "botagoz");
        let at = format!("/admin/people/{}", app.registry.person_named("aigul").expect("a person"));
        let page = helper.page(&at);
        assert!(page.contains("ключей доступа: 1") && page.contains(&format!("{at}/passkeys")), "{page}");
        assert_eq!(helper.post(&format!("{at}/passkeys"), &[]).status, 303);
        assert!(!window.is_in(), "the sessions end");
        assert_eq!(Window::open(app).sign_in(&mut device).status, 422);
        assert_eq!(deeds(app, Deed::RemovePasskeys), 1);
        assert!(!helper.page(&at).contains(&format!("{at}/passkeys")));
    });
}

#[test]
fn the_first_passkey_ends_the_sessions_without_one() {
    on_each_engine(|app| {
        let mut window = Window::of(app, &Desk::open(app));
        let mut other = Window::open(app);
        other.post("/admin/sign-in", &[("login", "aigul"), ("password", PASSWORD)]);
        assert!(other.is_in());
        let mut device = window.add("Телефон");
        assert!(!other.is_in() && window.is_in());
        other.sign_in(&mut device);
        window.add("Ключ в сейфе");
        assert!(other.is_in(), "a further one ends nothing");
    });
}
