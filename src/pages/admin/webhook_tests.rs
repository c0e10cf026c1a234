//! The pages of webhooks, with hostile texts wherever a text can stand.

use super::tests::{HOSTILE, staff, typed};
use super::webhook::{SentMessage, WebhookView, render as render_one};
use super::webhooks::{ADD, ListedWebhook, WebhooksView, render, render_secret};
use crate::domain::Lang;
use crate::domain::role::Role;
use crate::domain::webhook::{Event, Undelivered, WebhookState};
use crate::pages::form::Typed;
use crate::pages::tests::samples::{now, union};

fn listed(state: WebhookState) -> ListedWebhook<'static> {
    ListedWebhook { id: "c0ffee", name: HOSTILE, address: HOSTILE, events: &Event::ALL, state }
}

fn one(lang: Lang, state: WebhookState) -> String {
    let union = union();
    let sent = |status, problem, event| SentMessage {
        message: HOSTILE,
        event,
        at: now(),
        tries: 2,
        next_at: Some(now()),
        status,
        problem,
    };
    let mut latest = vec![sent(Some(204), None, Some(Event::Published)), sent(None, None, None)];
    latest.extend(Undelivered::ALL.map(|why| sent(None, Some(why), Some(Event::Ended))));
    latest.push(sent(Some(500), Some(Undelivered::Refused), Some(Event::Created)));
    render_one(&WebhookView {
        staff: staff(&union, &Role::Admin, lang, "/admin/webhooks/c0ffee"),
        webhook: listed(state),
        latest: &latest,
        waiting: 3,
        done: Some("webhook-tested"),
    })
}

/// Every page of webhooks in a language.
pub(super) fn all(lang: Lang) -> Vec<String> {
    let union = union();
    let at = || staff(&union, &Role::Admin, lang, "/admin/webhooks");
    let all = WebhookState::ALL.map(listed);
    let refused = typed(ADD, &["name", "address", "event"]);
    let list = |all, typed: &Typed| {
        render(&WebhooksView { staff: at(), all, key: "k", typed, done: Some("webhook-removed") })
    };
    let mut pages = vec![list(&[], &Typed::default()), list(&all, &refused)];
    pages.push(render_secret(at(), ("c0ffee", HOSTILE), HOSTILE));
    pages.extend(WebhookState::ALL.map(|state| one(lang, state)));
    pages
}

#[test]
fn each_state_offers_what_it_allows_and_says_what_is_to_be_done() {
    for (state, offered) in [
        (WebhookState::Active, &["test", "pause", "secret", "remove"][..]),
        (WebhookState::Paused, &["resume", "secret", "remove"]),
        (WebhookState::Failed, &["resume", "secret", "remove"]),
        (WebhookState::Gone, &["remove"]),
    ] {
        let page = one(Lang::En, state);
        for verb in ["test", "pause", "resume", "secret", "remove"] {
            let action = format!("action=\"/admin/webhooks/c0ffee/{verb}\"");
            assert_eq!(page.contains(&action), offered.contains(&verb), "{state:?} {verb}");
        }
        let needs_somebody = matches!(state, WebhookState::Failed | WebhookState::Gone);
        assert_eq!(page.contains("banner warning"), needs_somebody, "{state:?}");
        assert!(page.contains("Messages that wait: 3."), "{page}");
    }
}
