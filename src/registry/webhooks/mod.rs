//! Webhooks: addresses of programs that are told of public changes. Adding, pausing, renewing the secret, removing.
//!
//! A change writes what is told of it into the outbox in its own transaction ([`telling`]); a thread sends it ([`sending`]).

mod message;
mod sending;
pub(super) mod telling;
pub(super) mod wake;

use super::handle::Registry;
use super::once::Once;
use super::random::{random, random_id};
use super::refusal::{Field, Refusal};
use super::{Error, Result};
use crate::courier::{Reach, Target};
use crate::domain::deed::Deed;
use crate::domain::typed::clean;
use crate::domain::webhook::{
    Event, SECRET_OVERLAP, WEBHOOK_NAME_MAX_CHARS, WEBHOOKS_MAX, WebhookState, forgotten_before, secret,
};
use crate::storage::Conn;
use crate::storage::webhooks::{self, Delivery, Secrets, Webhook};

/// How many messages the page of a webhook shows.
const DELIVERIES_SHOWN: usize = 50;

/// A webhook that somebody wants.
#[derive(Debug, Clone)]
pub struct WebhookInput {
    /// What it is called.
    pub name: String,
    /// Where messages go.
    pub address: String,
    /// What it is told of.
    pub events: Vec<Event>,
}

/// A webhook with what it was told lately.
#[derive(Debug, Clone)]
pub struct WebhookLog {
    /// The webhook.
    pub webhook: Webhook,
    /// The latest messages, the newest first.
    pub latest: Vec<Delivery>,
    /// How many wait.
    pub waiting: usize,
}

impl Registry {
    /// Adds a webhook, once however often the form is sent, and gives it with its secret, which is given out
    /// this once.
    ///
    /// # Errors
    /// No name or one that is too long, an address that messages are not brought to, nothing that it is told of, too many.
    pub fn add_webhook(&self, input: &WebhookInput, once: Once, actor: &str) -> Result<(Webhook, String)> {
        let name = clean(&input.name);
        if name.is_empty() {
            return Err(Refusal::Missing(Field::Name).into());
        }
        if name.chars().count() > WEBHOOK_NAME_MAX_CHARS {
            return Err(Refusal::TooLong { field: Field::Name, limit: WEBHOOK_NAME_MAX_CHARS }.into());
        }
        let target = Target::parse(input.address.trim(), self.reach()).map_err(Refusal::WebhookAddress)?;
        if input.events.is_empty() {
            return Err(Refusal::Missing(Field::Choice).into());
        }
        let (now, secret) = (self.now(), secret(random()?));
        let new = Webhook {
            id: random_id()?,
            name,
            address: target.into_text(),
            events: input.events.clone(),
            state: WebhookState::Active,
            created_at: now,
        };
        self.write_about(actor, Deed::AddWebhook, |conn| {
            // The form was sent twice: only the answer to the second sending is seen, so that only its secret is known.
            if let Some(made) = once.made(conn, now)?
                && let Some(same) = webhooks::find(conn, &made)?
            {
                let secrets = Secrets { now: secret.clone(), before: None };
                webhooks::set_secrets(conn, &same.id, &secrets)?;
                return Ok((same.name.clone(), (same, secret)));
            }
            if webhooks::all(conn)?.len() >= WEBHOOKS_MAX {
                return Err(Refusal::TooManyWebhooks { limit: WEBHOOKS_MAX }.into());
            }
            webhooks::insert(conn, &new, &secret)?;
            once.note(conn, &new.id, now)?;
            Ok((new.name.clone(), (new, secret)))
        })
    }

    /// Every webhook, by name.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn webhooks(&self) -> Result<Vec<Webhook>> {
        Ok(self.inner.database.read(webhooks::all)?)
    }

    /// A webhook with what it was told lately.
    ///
    /// # Errors
    /// [`Refusal::NoWebhook`].
    pub fn webhook(&self, id: &str) -> Result<WebhookLog> {
        self.inner.database.read_consistently(|conn| {
            let webhook = present(conn, id)?;
            let latest = webhooks::latest(conn, id, DELIVERIES_SHOWN)?;
            Ok(WebhookLog { webhook, latest, waiting: webhooks::count_waiting(conn, id)? })
        })
    }

    /// Pauses a webhook: what happens waits until it goes on.
    ///
    /// # Errors
    /// No such webhook, or one whose address is gone.
    pub fn pause_webhook(&self, id: &str, actor: &str) -> Result<()> {
        self.change_webhook(id, (actor, Deed::PauseWebhook), |conn, _| {
            Ok(webhooks::set_state(conn, id, WebhookState::Paused)?)
        })
    }

    /// Lets a webhook go on: what waits is sent at once, in order.
    ///
    /// # Errors
    /// No such webhook, or one whose address is gone.
    pub fn resume_webhook(&self, id: &str, actor: &str) -> Result<()> {
        self.change_webhook(id, (actor, Deed::ResumeWebhook), |conn, _| {
            webhooks::begin_anew(conn, id)?;
            Ok(webhooks::set_state(conn, id, WebhookState::Active)?)
        })
    }

    /// Gives a webhook another secret, which is given out this once. The one before signs as well for a day.
    ///
    /// # Errors
    /// No such webhook, or one whose address is gone.
    pub fn renew_webhook_secret(&self, id: &str, actor: &str) -> Result<(Webhook, String)> {
        let (renewed, until) = (secret(random()?), self.now() + SECRET_OVERLAP);
        self.change_webhook(id, (actor, Deed::RenewWebhookSecret), |conn, webhook| {
            let before = webhooks::secrets(conn, id)?.map(|secrets| (secrets.now, until));
            webhooks::set_secrets(conn, id, &Secrets { now: renewed.clone(), before })?;
            Ok((webhook.clone(), renewed))
        })
    }

    /// Sends a message in which nothing happened. What waits is tried first, and at once.
    ///
    /// # Errors
    /// No such webhook, or one that is told of nothing.
    pub fn test_webhook(&self, id: &str, actor: &str) -> Result<()> {
        let now = self.now();
        self.change_webhook(id, (actor, Deed::TestWebhook), |conn, webhook| {
            if webhook.state != WebhookState::Active {
                return Err(Refusal::NoWebhook.into());
            }
            webhooks::begin_anew(conn, id)?;
            let message = telling::message_id()?;
            Ok(webhooks::enqueue(conn, id, None, (&message, message::NOTHING), now)?)
        })
    }

    /// Removes a webhook with all that waits for it.
    ///
    /// # Errors
    /// No such webhook.
    pub fn remove_webhook(&self, id: &str, actor: &str) -> Result<()> {
        self.write_about(actor, Deed::RemoveWebhook, |conn| {
            let webhook = present(conn, id)?;
            webhooks::delete(conn, id)?;
            Ok((webhook.name, ()))
        })
    }

    fn change_webhook<T>(
        &self,
        id: &str,
        (actor, deed): (&str, Deed),
        change: impl FnOnce(&mut Conn, &Webhook) -> Result<T>,
    ) -> Result<T> {
        let changed = self.write_about(actor, deed, |conn| {
            let webhook = present(conn, id)?;
            if webhook.state == WebhookState::Gone {
                return Err(Refusal::NoWebhook.into());
            }
            let changed = change(conn, &webhook)?;
            Ok((webhook.name, changed))
        });
        self.inner.wake.up();
        changed
    }

    /// Erases what webhooks were told a month ago.
    pub(super) fn erase_deliveries(&self) -> Result<()> {
        let before = forgotten_before(self.now());
        self.inner.database.write(|conn| Ok::<_, Error>(webhooks::erase_before(conn, before)?))
    }

    /// How far messages go: a trial that nobody else reaches may send to programs on the same machine.
    fn reach(&self) -> Reach {
        let origin = self.inner.origin.get().map(String::as_str).unwrap_or_default();
        // An address of this machine that is served without TLS is allowed to a trial alone.
        match Target::parse(origin, Reach::ThisMachine) {
            Ok(own) if own.is_trial() => Reach::ThisMachine,
            _ => Reach::Public,
        }
    }
}

fn present(conn: &mut Conn, id: &str) -> Result<Webhook> {
    webhooks::find(conn, id)?.ok_or_else(|| Refusal::NoWebhook.into())
}
