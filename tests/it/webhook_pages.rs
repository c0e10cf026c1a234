//! The pages of webhooks: what an administrator does there, and which addresses are refused.

use tizilim::domain::webhook::{BadAddress, Event, WEBHOOKS_MAX, WebhookState};
use tizilim::registry::{Refusal, Webhook};

use crate::app::{ACTOR, TestApp, on_each_engine};
use crate::desk::Desk;
use crate::webhooks::{input, once, refusal};

/// The secret on a page; none where there is none.
fn secret_on(page: &str) -> Option<&str> {
    page.split_once("value=\"whsec_").and_then(|(_, rest)| rest.split('"').next())
}

fn one(app: &TestApp) -> Webhook {
    let all = app.registry.webhooks().expect("webhooks");
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().expect("a webhook")
}

#[test]
fn an_administrator_adds_one_and_sees_its_secret_once() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let fields = [
            ("key", "k"),
            ("name", "Сайт"),
            ("address", "https://example.kz/in#part"),
            ("event", "published"),
            ("event", "withdrawn"),
        ];
        let made = desk.post("/admin/webhooks", &fields);
        assert_eq!((made.status, made.header("cache-control")), (200, "no-store"));
        let page = made.text();
        let first = secret_on(&page).expect("a secret").to_owned();
        let again = desk.post("/admin/webhooks", &fields).text();
        let second = secret_on(&again).expect("a secret").to_owned();
        assert_ne!(first, second, "only the answer that is seen counts");
        let webhook = one(app);
        assert_eq!(webhook.address, "https://example.kz/in");
        assert_eq!(webhook.events, [Event::Published, Event::Withdrawn]);
        let at = format!("/admin/webhooks/{}", webhook.id);
        for page in [desk.page("/admin/webhooks"), desk.page(&at)] {
            assert!(page.contains("Сайт") && page.contains("https://example.kz/in"), "{page}");
            assert!(page.contains("публикация редакции") && !page.contains("whsec_"), "{page}");
        }
        let renewed = desk.post(&format!("{at}/secret"), &[]).text();
        assert_ne!(secret_on(&renewed).expect("a secret"), second);
        for (verb, state) in [("pause", WebhookState::Paused), ("resume", WebhookState::Active)] {
            assert_eq!(desk.post(&format!("{at}/{verb}"), &[]).status, 303);
            assert_eq!(one(app).state, state);
        }
        let trail = desk.page("/admin/people/audit");
        for words in
            ["Добавил вебхук", "Создал новый секрет вебхука", "Приостановил вебхук", "Возобновил вебхук"]
        {
            assert!(trail.contains(words), "{words}");
        }
        assert!(!trail.contains(&second) && !trail.contains("whsec_"));
        assert_eq!(desk.post(&format!("{at}/remove"), &[]).status, 303);
        assert!(app.registry.webhooks().expect("webhooks").is_empty());
        assert_eq!(desk.get(&at).status, 404);
        assert_eq!(desk.post(&format!("{at}/pause"), &[]).status, 404);
    });
}

#[test]
fn an_address_in_the_house_is_refused_at_once_and_leaves_nothing() {
    on_each_engine(|app| {
        let desk = Desk::open(app);
        let send = |address: &str, more: &[(&str, &str)]| {
            let fields: Vec<_> =
                [("key", "k"), ("address", address)].into_iter().chain(more.to_vec()).collect();
            desk.post("/admin/webhooks", &fields)
        };
        let all = [("name", "Сайт"), ("event", "published")];
        for (address, words) in [
            ("https://127.0.0.1/in", "закрытую сеть"),
            ("https://0x7f.1/in", "закрытую сеть"),
            ("https://[::ffff:10.0.0.1]/in", "закрытую сеть"),
            ("https://169.254.169.254/latest", "закрытую сеть"),
            ("https://localhost:8443/", "закрытую сеть"),
            ("http://127.0.0.1:8080/in", "https://"),
            ("http://example.kz/in", "https://"),
            ("https://login:password@example.kz/in", "логина и пароля"),
            ("example.kz", "Это не адрес"),
            ("", "Это не адрес"),
            (&format!("https://example.kz/{}", "a".repeat(1000)), "1000"),
        ] {
            let reply = send(address, &all);
            let page = reply.text();
            assert_eq!(reply.status, 422, "{address}");
            assert!(
                page.split("id=\"refusals\"").nth(1).is_some_and(|rest| rest.contains(words)),
                "{address}: {page}"
            );
            assert!(page.contains("value=\"Сайт\""), "what was typed stands there again");
        }
        let good = "https://example.kz/in";
        assert!(send(good, &[("name", "Сайт")]).text().contains("Выберите хотя бы один вариант"));
        assert!(send(good, &[("event", "published")]).text().contains("для какой системы вебхук"));
        assert_eq!(send(good, &[("name", "Сайт"), ("event", "everything")]).status, 400);
        assert!(app.registry.webhooks().expect("webhooks").is_empty());
        for number in 0..WEBHOOKS_MAX {
            let wanted = input(good, &[Event::Published]);
            app.registry.add_webhook(&wanted, once(&number.to_string()), ACTOR).expect("room");
        }
        let reply = send(good, &all);
        assert!(reply.status == 422 && reply.text().contains("не больше 20"));
        assert_eq!(app.registry.webhooks().expect("webhooks").len(), WEBHOOKS_MAX);
        // A register that the public reaches tells no program on its own machine, whoever asks.
        let why = app.registry.add_webhook(&input("https://[::1]/", &[Event::Ended]), once("k"), ACTOR);
        assert_eq!(refusal(why), Refusal::WebhookAddress(BadAddress::Private));
    });
}
