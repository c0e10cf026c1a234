//! Signing in at an OpenID Connect provider: connected once, then used, refused, away.

use std::net::TcpListener;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tizilim::domain::deed::Deed;
use tizilim::domain::role::Role;
use tizilim::registry::{AuditFilter, PeopleFilter, ProviderSettings};

use crate::app::{Reply, TestApp, on_each_engine, on_sqlite, prompt};
use crate::desk::Desk;
use crate::provider::Provider;
use crate::window::Window;

const PASSWORD: &str = "a long enough password";

/// The address to which a page leads.
fn address(page: &str) -> String {
    let (_, rest) = page.split_once("content=\"0;url=").expect("a page that leads on");
    rest.split('"').next().expect("an address").replace("&#38;", "&").replace("&amp;", "&")
}

/// What a page with a provider does in a browser.
trait AtProvider {
    fn come_back(&mut self, provider: &Provider, page: &str, subject: &str) -> Reply;
    fn connect(&mut self, provider: &Provider, subject: &str) -> Reply;
    fn sign_in(&mut self, provider: &Provider, subject: &str) -> Reply;
}

impl AtProvider for Window<'_> {
    fn come_back(&mut self, provider: &Provider, page: &str, subject: &str) -> Reply {
        let (code, state) = provider.sign_in(&address(page), subject);
        let back = self.get(&format!("/admin/sign-in/provider?code={code}&state={state}"));
        assert_eq!(back.status, 200);
        assert!(back.text().contains("data-go"), "it does nothing by itself");
        self.post("/admin/sign-in/provider", &[("code", &code), ("state", &state)])
    }

    fn connect(&mut self, provider: &Provider, subject: &str) -> Reply {
        let begun = self.post("/admin/account/provider", &[("present", PASSWORD)]);
        assert_eq!(begun.status, 200, "{}", begun.text());
        self.come_back(provider, &begun.text(), subject)
    }

    fn sign_in(&mut self, provider: &Provider, subject: &str) -> Reply {
        let begun = self.post("/admin/sign-in/provider/begin", &[]);
        assert_eq!(begun.status, 200, "{}", begun.text());
        self.come_back(provider, &begun.text(), subject)
    }
}

/// A register with a provider, and an administrator who connected an account.
fn prepared(app: &TestApp) -> (Provider, Window<'_>) {
    let provider = Provider::start();
    app.registry.offer_provider(provider.settings(false));
    let mut window = Window::of(app, &Desk::open(app));
    let reply = window.connect(&provider, "aigul-there");
    assert_eq!((reply.status, reply.header("location")), (303, "/admin/account?done=connected"));
    (provider, window)
}

fn deeds(app: &TestApp, deed: Deed) -> usize {
    let filter = AuditFilter { deed: Some(deed), ..AuditFilter::default() };
    app.registry.audit_trail(&filter, 100).expect("lines").len()
}

/// What is changed of a token of the provider.
type Change = fn(&mut Value);

#[test]
fn who_connected_an_account_signs_in_with_it() {
    on_each_engine(|app| {
        let (provider, window) = prepared(app);
        assert!(window.get("/admin/account").text().contains("связан 22 ноября"), "it is said since when");
        let mut other = Window::open(app);
        assert!(other.get("/admin/sign-in").text().contains("Войти через Сынақ ID"));
        let reply = other.sign_in(&provider, "aigul-there");
        assert_eq!((reply.status, reply.header("location")), (303, "/admin"));
        assert!(other.is_in());
        assert_eq!(deeds(app, Deed::ConnectProvider), 1);
        assert_eq!(window.get("/admin/sign-in/provider?code=&state=").status, 200);
    });
}

#[test]
fn an_account_that_nobody_connected_opens_nothing_and_makes_nobody() {
    on_each_engine(|app| {
        let (provider, _) = prepared(app);
        let people = || app.registry.people(&PeopleFilter::default(), 100).expect("people").len();
        let before = people();
        let mut stranger = Window::open(app);
        let reply = stranger.sign_in(&provider, "a stranger");
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("ни с кем не связан"), "{}", reply.text());
        assert!(!stranger.is_in());
        assert_eq!(people(), before);
    });
}

#[test]
fn what_the_provider_did_not_say_so_is_refused() {
    on_each_engine(|app| {
        let (provider, _) = prepared(app);
        let changes: [(&str, Change); 5] = [
            ("another nonce", |claims| claims["nonce"] = json!("another")),
            ("no nonce", |claims| claims["nonce"] = Value::Null),
            ("another audience", |claims| claims["aud"] = json!("another")),
            ("another issuer", |claims| claims["iss"] = json!("https://id.example")),
            ("a token that has ended", |claims| claims["exp"] = json!(1_700_000_000)),
        ];
        for (what, change) in changes {
            provider.say(change);
            let mut window = Window::open(app);
            let reply = window.sign_in(&provider, "aigul-there");
            assert_eq!(reply.status, 422, "{what}");
            assert!(reply.text().contains("не принят") && !window.is_in(), "{what}");
        }
        provider.say(|_| {});
        provider.sign_with_another_key(true);
        let mut window = Window::open(app);
        assert_eq!(window.sign_in(&provider, "aigul-there").status, 422, "another key");
        provider.sign_with_another_key(false);
        assert_eq!(window.sign_in(&provider, "aigul-there").status, 303, "the right one works on");
    });
}

#[test]
fn what_comes_back_belongs_to_one_browser_and_counts_once() {
    on_each_engine(|app| {
        let (provider, _) = prepared(app);
        let mut window = Window::open(app);
        let page = window.post("/admin/sign-in/provider/begin", &[]).text();
        let (code, state) = provider.sign_in(&address(&page), "aigul-there");
        let given = provider.tokens();
        let send = |window: &mut Window<'_>, state: &str| {
            window.post("/admin/sign-in/provider", &[("code", &code), ("state", state)]).status
        };
        assert_eq!(send(&mut Window::open(app), &state), 422, "another browser");
        assert_eq!(send(&mut window, "another"), 422, "another state");
        assert_eq!(send(&mut window, &state), 422, "it is over with the first answer");
        assert_eq!(provider.tokens(), given, "and the provider was not asked");
        window.post("/admin/sign-in/provider/begin", &[]);
        app.set_clock("2026-11-22T06:05:01Z");
        assert_eq!(send(&mut window, &state), 422, "too late");
        assert!(!window.is_in());
    });
}

#[test]
fn an_account_is_connected_with_one_person_and_only_with_the_password() {
    on_each_engine(|app| {
        let (provider, _) = prepared(app);
        let mut erlan = Window::of(app, &Desk::open_as(app, Role::Editor, "erlan"));
        let refused = erlan.post("/admin/account/provider", &[("present", "not the password")]);
        assert_eq!(refused.status, 422);
        let reply = erlan.connect(&provider, "aigul-there");
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("с другим человеком"), "{}", reply.text());
        assert_eq!(Window::open(app).sign_in(&provider, "aigul-there").status, 303, "nothing changed");
        // Who begins in one account and goes on in another one connects neither.
        let page = erlan.post("/admin/account/provider", &[("present", PASSWORD)]).text();
        let mut other = Window::of(app, &Desk::open_as(app, Role::Editor, "saule"));
        other.keep(&format!("__Host-ceremony={}", erlan.cookies["__Host-ceremony"]));
        assert_eq!(other.come_back(&provider, &page, "erlan-there").status, 422);
        for login in ["erlan", "saule"] {
            let person = app.registry.person_named(login).expect("a person");
            assert!(app.registry.provider_account(person).expect("an answer").is_none(), "{login}");
        }
    });
}

#[test]
fn a_disconnected_account_opens_nothing() {
    on_each_engine(|app| {
        let (provider, mut window) = prepared(app);
        let reply = window.post("/admin/account/provider/off", &[]);
        assert_eq!(reply.header("location"), "/admin/account?done=disconnected");
        assert_eq!(Window::open(app).sign_in(&provider, "aigul-there").status, 422);
        assert_eq!(window.connect(&provider, "aigul-there").status, 303);
        let helper = Desk::open_as(app, Role::Admin, "botagoz");
        let at = format!("/admin/people/{}", app.registry.person_named("aigul").expect("a person"));
        assert!(helper.page(&at).contains(&format!("{at}/provider")));
        assert_eq!(helper.post(&format!("{at}/provider"), &[]).status, 303);
        assert!(!window.is_in(), "the sessions end");
        assert_eq!(Window::open(app).sign_in(&provider, "aigul-there").status, 422);
        assert_eq!(deeds(app, Deed::DisconnectProvider), 2);
    });
}

/// An administrator with an app for codes who signs in at a provider: where that leads.
fn with_an_app(app: &TestApp, is_second_factor: bool) -> String {
    let provider = Provider::start();
    app.registry.offer_provider(provider.settings(is_second_factor));
    let mut window = Window::of(app, &Desk::open(app));
    window.connect(&provider, "aigul-there");
    let session = window.cookies["__Host-session"].clone();
    let who = app.registry.session(&session).expect("the register").expect("a session");
    let secret = app.registry.new_secret().expect("a secret");
    let device = totp_rs::Secret::try_from_base32(&secret).expect("a secret");
    let device = totp_rs::Builder::new().with_secret(device).build().expect("a device");
    let now = u64::try_from(app.registry.now().as_second()).expect("an instant");
    let code = device.generate(now).to_string();
    app.registry.set_up_second_factor(&who, (&secret, &code), PASSWORD, &session).expect("a second factor");
    Window::open(app).sign_in(&provider, "aigul-there").header("location").to_owned()
}

#[test]
fn the_provider_stands_for_the_second_factor_only_where_the_setting_says_so() {
    on_sqlite(|app| assert_eq!(with_an_app(app, false), "/admin/sign-in/code"));
    on_sqlite(|app| assert_eq!(with_an_app(app, true), "/admin"));
}

fn elsewhere(issuer: String) -> ProviderSettings {
    ProviderSettings {
        issuer,
        client_id: "tizilim".to_owned(),
        client_secret: None,
        name: "Сынақ ID".to_owned(),
        is_second_factor: false,
    }
}

#[test]
fn a_provider_that_is_away_is_said_and_passwords_work() {
    on_sqlite(|app| {
        // It takes connections and says nothing.
        let silent = TcpListener::bind("127.0.0.1:0").expect("a socket");
        let issuer = format!("http://{}", silent.local_addr().expect("an address"));
        app.registry.offer_provider(elsewhere(issuer));
        Desk::open(app);
        std::thread::scope(|scope| {
            let waiting: Vec<_> = (0..10)
                .map(|_| scope.spawn(|| Window::open(app).post("/admin/sign-in/provider/begin", &[])))
                .collect();
            std::thread::sleep(Duration::from_millis(300));
            let begun = Instant::now();
            let mut window = Window::open(app);
            window.post("/admin/sign-in", &[("login", "aigul"), ("password", PASSWORD)]);
            assert!(window.is_in());
            assert!(begun.elapsed() < prompt() + Duration::from_secs(2), "{:?}", begun.elapsed());
            for one in waiting {
                let reply = one.join().expect("an answer");
                assert_eq!(reply.status, 503);
            }
        });
    });
    on_sqlite(|app| {
        app.registry.offer_provider(elsewhere("http://127.0.0.1:1".to_owned()));
        let reply = Window::open(app).post("/admin/sign-in/provider/begin", &[]);
        assert_eq!(reply.status, 503);
        assert!(reply.text().contains("Сынақ ID сейчас не отвечает"), "{}", reply.text());
    });
}

#[test]
fn without_a_provider_nothing_of_it_is_there() {
    on_sqlite(|app| {
        let mut window = Window::of(app, &Desk::open(app));
        assert!(!window.get("/admin/sign-in").text().contains("/provider"));
        assert!(!window.get("/admin/account").text().contains("/provider"));
        assert_eq!(window.get("/admin/sign-in/provider?code=a&state=b").status, 404);
        for path in ["/admin/sign-in/provider/begin", "/admin/account/provider"] {
            assert_eq!(window.post(path, &[("present", PASSWORD)]).status, 404, "{path}");
        }
    });
}
