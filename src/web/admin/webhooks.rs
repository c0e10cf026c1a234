//! Webhooks: the list, a new one, what one was told lately, pausing, renewing the secret, removing.

use actix_web::http::StatusCode;

use super::carried;
use super::fields::{Fields, done};
use super::session::status_of;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::webhook::{Event, WebhookState};
use crate::pages::admin::webhook::{self as one, SentMessage, WebhookView};
use crate::pages::admin::webhooks::{ADD, ListedWebhook, WebhooksView, render, render_secret};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::phrases::say;
use crate::registry::{Delivery, Error, Field, Refusal, View, Webhook, WebhookInput, random_id};
use crate::web::access::{ManageSite, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The page with all of them.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<ManageSite>, view: &View) -> Reply {
    let done = done(&staff.request, &[("removed", "webhook-removed")]);
    drawn(staff, view, (&carried::typed(&staff.request), done))
}

fn drawn(staff: &Staff<ManageSite>, view: &View, (typed, done): (&Typed, Option<&str>)) -> Reply {
    let (all, key) = (staff.registry().webhooks()?, random_id()?);
    let all: Vec<ListedWebhook<'_>> = all.iter().map(listed).collect();
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        render(&WebhooksView { staff: staff.view(site, Admin::Webhooks), all: &all, key: &key, typed, done })
    }))
}

fn listed(webhook: &Webhook) -> ListedWebhook<'_> {
    ListedWebhook {
        id: &webhook.id,
        name: &webhook.name,
        address: &webhook.address,
        events: &webhook.events,
        state: webhook.state,
    }
}

/// Adds one. The answer is the page that shows its secret, because it is shown this once.
///
/// # Errors
/// An event that there is not; trouble with the state.
pub fn add(staff: Staff<ManageSite>, fields: Fields) -> Reply {
    let events = fields.all("event").map(Event::parse).collect::<Option<Vec<_>>>();
    let input = WebhookInput {
        name: fields.get("name").to_owned(),
        address: fields.get("address").to_owned(),
        events: events.ok_or(Problem::BadRequest)?,
    };
    let once = fields.once(&staff, &Admin::Webhooks.to_string());
    match staff.registry().add_webhook(&input, once, staff.actor()) {
        Ok((webhook, secret)) => Ok(with_secret(&staff, &webhook, &secret)),
        Err(error) => {
            let typed = match refusal(error)? {
                why @ Refusal::Missing(Field::Name) => {
                    let wrong = fields.wrong(&why);
                    fields.typed(ADD, vec![say(staff.lang, "refusal-webhook-nameless")]).about(&wrong)
                }
                why => fields.refused(ADD, staff.lang, &why),
            };
            staff.read(|view| drawn(&staff, view, (&typed, None)))
        }
    }
}

fn with_secret(staff: &Staff<ManageSite>, webhook: &Webhook, secret: &str) -> Rendered {
    staff.page(&staff.registry().glance(), StatusCode::OK, |site| {
        let at = Admin::Webhook(Token::new(&webhook.id));
        render_secret(staff.view(site, at), (&webhook.id, &webhook.name), secret)
    })
}

/// The page of one.
///
/// # Errors
/// No such webhook; trouble with the state.
pub fn show(staff: &Staff<ManageSite>, view: &View, id: Token) -> Reply {
    let log = staff.registry().webhook(id.as_str()).map_err(gone)?;
    let done = done(
        &staff.request,
        &[("paused", "webhook-paused"), ("resumed", "webhook-resumed"), ("tested", "webhook-tested")],
    );
    let is_sent_to = log.webhook.state == WebhookState::Active;
    let latest: Vec<SentMessage<'_>> = log.latest.iter().map(|one| sent(one, is_sent_to)).collect();
    Ok(staff.page(view, StatusCode::OK, |site| {
        one::render(&WebhookView {
            staff: staff.view(site, Admin::Webhook(id)),
            webhook: listed(&log.webhook),
            latest: &latest,
            waiting: log.waiting,
            done,
        })
    }))
}

fn sent(one: &Delivery, is_sent_to: bool) -> SentMessage<'_> {
    SentMessage {
        message: &one.message,
        event: one.event,
        at: one.at,
        tries: one.tries,
        next_at: (is_sent_to && !one.is_done && one.tries > 0).then_some(one.next_at),
        status: one.status,
        problem: one.problem,
    }
}

/// Pauses one.
///
/// # Errors
/// No such webhook; trouble with the state.
pub fn pause(staff: Staff<ManageSite>, id: Token, (): ()) -> Reply {
    staff.registry().pause_webhook(id.as_str(), staff.actor()).map_err(gone)?;
    Ok(changed(id, "paused"))
}

/// Lets one go on.
///
/// # Errors
/// No such webhook; trouble with the state.
pub fn resume(staff: Staff<ManageSite>, id: Token, (): ()) -> Reply {
    staff.registry().resume_webhook(id.as_str(), staff.actor()).map_err(gone)?;
    Ok(changed(id, "resumed"))
}

/// Gives one another secret. The answer is the page that shows it.
///
/// # Errors
/// No such webhook; trouble with the state.
pub fn renew_secret(staff: Staff<ManageSite>, id: Token, (): ()) -> Reply {
    let renewed = staff.registry().renew_webhook_secret(id.as_str(), staff.actor());
    let (webhook, secret) = renewed.map_err(gone)?;
    Ok(with_secret(&staff, &webhook, &secret))
}

/// Sends one a message in which nothing happened.
///
/// # Errors
/// No such webhook, or one that is told of nothing; trouble with the state.
pub fn test(staff: Staff<ManageSite>, id: Token, (): ()) -> Reply {
    staff.registry().test_webhook(id.as_str(), staff.actor()).map_err(gone)?;
    Ok(changed(id, "tested"))
}

/// Removes one.
///
/// # Errors
/// No such webhook; trouble with the state.
pub fn remove(staff: Staff<ManageSite>, id: Token, (): ()) -> Reply {
    staff.registry().remove_webhook(id.as_str(), staff.actor()).map_err(gone)?;
    Ok(Rendered::see_other(Href::to(Admin::Webhooks).with("done", "removed")))
}

fn changed(id: Token, done: &str) -> Rendered {
    Rendered::see_other(Href::to(Admin::Webhook(id)).with("done", done))
}

fn gone(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::NoWebhook) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}
