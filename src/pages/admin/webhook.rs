//! One webhook: how it is, what it was told lately and what came of it, and what may be done with it.

use askama::Template;

use super::staff::{Menu, StaffView};
use super::webhooks::{ListedWebhook, event_name, events, is_ill, state};
use crate::domain::address::{Admin, Token};
use crate::domain::webhook::{Event, Undelivered, WebhookState};
use crate::domain::{Instant, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button};
use crate::pages::html::Passage;
use crate::phrases::dates::moment;
use crate::phrases::{say, say_of, say_with};

/// A message, and what came of it.
#[derive(Debug, Clone, Copy)]
pub struct SentMessage<'a> {
    /// What it is known by.
    pub message: &'a str,
    /// What happened; none for one that somebody sent to see whether it arrives.
    pub event: Option<Event>,
    /// When it happened.
    pub at: Instant,
    /// How often it was tried.
    pub tries: u32,
    /// When it is tried next, where it waits and was tried before.
    pub next_at: Option<Instant>,
    /// The status of the last answer.
    pub status: Option<u16>,
    /// Why it did not arrive the last time.
    pub problem: Option<Undelivered>,
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct WebhookView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The webhook.
    pub webhook: ListedWebhook<'a>,
    /// The latest messages, the newest first.
    pub latest: &'a [SentMessage<'a>],
    /// How many wait.
    pub waiting: usize,
    /// The key of what was just done.
    pub done: Option<&'a str>,
}

struct Row<'a> {
    when: String,
    what: String,
    message: &'a str,
    result: String,
    next: Option<String>,
    tries: u32,
}

#[derive(Template)]
#[template(path = "admin/webhook.html")]
struct WebhookPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    done: String,
    address: &'a str,
    events: String,
    state: String,
    /// What somebody has to do about it.
    notice: Option<String>,
    waiting: String,
    rows: Vec<Row<'a>>,
    /// What may be done with one that is told of something, or will be again.
    verbs: Vec<Form>,
    renew: Option<Form>,
    remove: Form,
}

/// The complete page.
pub fn render(view: &WebhookView<'_>) -> String {
    let (page, one) = (view.staff.lang, &view.webhook);
    let id = Token::new(one.id);
    let press =
        |name: &str, action: Admin, key: &str, look| Form::press(name, action, button(page, key, look));
    let verbs = match one.state {
        WebhookState::Active => vec![
            press("test", Admin::TestWebhook(id), "webhook-test", Look::First),
            press("pause", Admin::PauseWebhook(id), "webhook-pause", Look::Second),
        ],
        WebhookState::Paused | WebhookState::Failed => {
            vec![press("resume", Admin::ResumeWebhook(id), "webhook-resume", Look::First)]
        }
        WebhookState::Gone => Vec::new(),
    };
    let renew = press("renew", Admin::RenewWebhookSecret(id), "webhook-renew", Look::Second);
    finish(&WebhookPage {
        chrome: view.staff.chrome(Passage::plain(one.name)),
        menu: view.staff.menu(),
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        address: one.address,
        events: events(page, one.events),
        state: state(page, one.state),
        notice: is_ill(one.state).then(|| say(page, &format!("webhook-notice-{}", one.state.name()))),
        waiting: say_with(page, "webhook-waiting", &[("count", count(view.waiting).into())]),
        rows: view.latest.iter().map(|sent| row(page, sent)).collect(),
        verbs,
        renew: (one.state != WebhookState::Gone).then_some(renew),
        remove: press("remove", Admin::RemoveWebhook(id), "webhook-remove", Look::Danger),
    })
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn row<'a>(page: Lang, sent: &SentMessage<'a>) -> Row<'a> {
    Row {
        when: moment(page, sent.at),
        what: sent.event.map_or_else(|| say(page, "webhook-event-test"), |event| event_name(page, event)),
        message: sent.message,
        result: match (sent.status, sent.problem) {
            (Some(status), None) => say_of(page, "webhook-delivered", "status", &status.to_string()),
            (Some(status), Some(_)) => say_of(page, "webhook-answered", "status", &status.to_string()),
            (None, Some(problem)) => say(page, &format!("webhook-undelivered-{}", problem.name())),
            (None, None) => say(page, "webhook-waits"),
        },
        next: sent.next_at.map(|at| say_of(page, "webhook-next", "time", &moment(page, at))),
        tries: sent.tries,
    }
}
