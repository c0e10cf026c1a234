//! The webhooks: those there are, the form of a new one, and the one time its secret is shown.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::Lang;
use crate::domain::address::{Admin, Token};
use crate::domain::webhook::{ADDRESS_MAX_CHARS, Event, WEBHOOK_NAME_MAX_CHARS, WebhookState};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Choice, Control, Field, Form, Look, Typed, button, line};
use crate::phrases::say;

/// The form of a new webhook.
pub const ADD: &str = "new-webhook";

/// A webhook.
#[derive(Debug, Clone, Copy)]
pub struct ListedWebhook<'a> {
    /// What names it in addresses.
    pub id: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// Where messages go.
    pub address: &'a str,
    /// What it is told of.
    pub events: &'a [Event],
    /// Whether it is told of anything.
    pub state: WebhookState,
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct WebhooksView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The webhooks, by name.
    pub all: &'a [ListedWebhook<'a>],
    /// What tells this form from one that is loaded anew.
    pub key: &'a str,
    /// What was typed, if it was refused.
    pub typed: &'a Typed,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

struct Line<'a> {
    href: Admin,
    name: &'a str,
    address: &'a str,
    events: String,
    state: String,
    /// Whether somebody has to do something about it.
    is_ill: bool,
}

#[derive(Template)]
#[template(path = "admin/webhooks.html")]
struct WebhooksPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    refusals: &'a [String],
    done: String,
    lines: Vec<Line<'a>>,
    needs_somebody: bool,
    add: Form,
}

impl<'a> Line<'a> {
    fn of(page: Lang, one: &ListedWebhook<'a>) -> Self {
        Self {
            href: Admin::Webhook(Token::new(one.id)),
            name: one.name,
            address: one.address,
            events: events(page, one.events),
            state: state(page, one.state),
            is_ill: is_ill(one.state),
        }
    }
}

/// Whether somebody has to do something about a webhook.
pub(super) const fn is_ill(state: WebhookState) -> bool {
    match state {
        WebhookState::Failed | WebhookState::Gone => true,
        WebhookState::Active | WebhookState::Paused => false,
    }
}

/// What a webhook is told of, in words.
pub(super) fn events(page: Lang, events: &[Event]) -> String {
    events.iter().map(|event| event_name(page, *event)).collect::<Vec<_>>().join(", ")
}

/// An event, in words.
pub(super) fn event_name(page: Lang, event: Event) -> String {
    say(page, &format!("webhook-event-{}", event.name()))
}

/// How a webhook is, in words.
pub(super) fn state(page: Lang, state: WebhookState) -> String {
    say(page, &format!("webhook-state-{}", state.name()))
}

/// The complete page.
pub fn render(view: &WebhooksView<'_>) -> String {
    let page = view.staff.lang;
    finish(&WebhooksPage {
        chrome: view.staff.chrome_of("webhooks-title"),
        menu: view.staff.menu(),
        refusals: &view.typed.refusals,
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        lines: view.all.iter().map(|one| Line::of(page, one)).collect(),
        needs_somebody: view.all.iter().any(|one| is_ill(one.state)),
        add: add(view),
    })
}

fn add(view: &WebhooksView<'_>) -> Form {
    let page = view.staff.lang;
    let choices = Event::ALL.map(|event| Choice::new(event.name(), event_name(page, event), ""));
    let events = Field::new("event", say(page, "webhook-events"), Control::Checks(choices.into())).ticked();
    Form::new(ADD, Admin::Webhooks)
        .with(vec![
            Field::hidden("key", view.key),
            line(page, "name", "webhook-name", "")
                .required()
                .at_most(WEBHOOK_NAME_MAX_CHARS)
                .with_hint(say(page, "token-name-hint")),
            line(page, "address", "webhook-address", "")
                .required()
                .at_most(ADDRESS_MAX_CHARS)
                .with_hint(say(page, "webhook-address-hint")),
            events,
        ])
        .button(button(page, "webhook-add", Look::First))
        .filled(view.typed)
}

#[derive(Template)]
#[template(path = "admin/webhook_secret.html")]
struct SecretPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    name: &'a str,
    secret: &'a str,
    webhook: Admin,
}

/// The page of a secret that was just made: it is shown this once.
pub fn render_secret(staff: StaffView<'_>, (id, name): (&str, &str), secret: &str) -> String {
    finish(&SecretPage {
        chrome: staff.chrome_of("webhook-secret-title"),
        menu: staff.menu(),
        name,
        secret,
        webhook: Admin::Webhook(Token::new(id)),
    })
}
