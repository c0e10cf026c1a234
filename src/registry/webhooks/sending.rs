//! Sending what is in the outbox, in the background: to each webhook by one process at a time, in order, until it arrives.

use std::time::{Duration, Instant as Moment};

use super::message::body;
use crate::courier::{BODY_MAX_BYTES, Courier, Message, PATIENCE};
use crate::domain::Instant;
use crate::domain::webhook::{Undelivered, WebhookState, pause_after, signature};
use crate::registry::handle::Registry;
use crate::registry::{Error, Result};
use crate::storage::webhooks::{self, Delivery, Secrets, Webhook};

/// How long a webhook is one process's to send to.
const TAKEN_FOR: Duration = Duration::from_secs(90);

/// For how long messages are sent to a webhook before others may have their turn. With one more message, and what notes it,
/// it is over before another process may take the webhook.
const TURN: Duration = Duration::from_secs(30);

/// How often the outbox is looked at although nothing seems to wait: another process may have added to it.
const LOOK_EVERY: Duration = Duration::from_secs(60);

/// The status by which an address says that it is gone for good.
const GONE: u16 = 410;

/// What is known of the outbox since the last look at it.
struct Looked {
    /// At which number of the register's journal.
    seq: u64,
    /// When the first message that waits may be tried; none where nothing waits.
    next_at: Option<Instant>,
    at: Moment,
}

impl Registry {
    /// Sends what waits, until the register is closed.
    pub(in crate::registry) fn send_in_background(&self) {
        let mut courier: Option<Courier> = None;
        let mut looked: Option<Looked> = None;
        while !self.is_stopping() {
            // What is told carries the public address: until it is known, nothing is sent.
            if let Some(origin) = self.inner.origin.get()
                && self.is_to_look(looked.as_ref())
            {
                let seq = self.held().position.seq;
                match self.send_due(&mut courier, origin) {
                    Ok(next_at) => looked = Some(Looked { seq, next_at, at: Moment::now() }),
                    Err(_) if self.is_stopping() => {}
                    Err(error) => {
                        tracing::warn!(%error, "webhooks could not be sent; another try follows");
                        looked = Some(Looked { seq, next_at: None, at: Moment::now() });
                    }
                }
            }
            std::thread::sleep(self.inner.poll_every);
        }
    }

    /// Whether anything may be due. No query.
    fn is_to_look(&self, looked: Option<&Looked>) -> bool {
        let is_awake = self.inner.wake.take();
        let Some(looked) = looked else { return true };
        is_awake
            || looked.seq != self.held().position.seq
            || looked.next_at.is_some_and(|at| at <= self.now())
            || looked.at.elapsed() >= LOOK_EVERY
    }

    /// Sends what is due, to several webhooks at once; gives when the next message may be.
    fn send_due(&self, courier: &mut Option<Courier>, origin: &str) -> Result<Option<Instant>> {
        let now = self.now();
        let waiting = self.inner.database.read(webhooks::waiting)?;
        let due: Vec<&str> =
            waiting.iter().filter(|one| one.at <= now).map(|one| one.webhook.as_str()).collect();
        if due.is_empty() {
            return Ok(waiting.iter().map(|one| one.at).min());
        }
        let courier = match courier {
            Some(courier) => &*courier,
            None => match Courier::new(self.reach()) {
                Ok(made) => courier.insert(made),
                Err(why) => {
                    tracing::error!(%why, "this machine cannot send messages; another try follows");
                    return Ok(None);
                }
            },
        };
        let is_sent = std::thread::scope(|scope| {
            let send = |webhook| scope.spawn(move || self.send_or_warn(webhook, (courier, origin)));
            let all: Vec<_> = due.into_iter().map(send).collect();
            all.into_iter().all(|one| one.join().unwrap_or_default())
        });
        if !is_sent {
            // What cannot be noted down is not tried at every look.
            return Ok(None);
        }
        let waiting = self.inner.database.read(webhooks::waiting)?;
        Ok(waiting.iter().map(|one| one.at).min())
    }

    fn send_or_warn(&self, webhook: &str, way: (&Courier, &str)) -> bool {
        let sent = self.send_to(webhook, way);
        if let Err(error) = &sent {
            tracing::warn!(%error, webhook, "a webhook could not be sent to; another try follows");
        }
        sent.is_ok()
    }

    /// Sends one message after the other to a webhook, unless another process does.
    fn send_to(&self, id: &str, way: (&Courier, &str)) -> Result<()> {
        let now = self.now();
        let until = now.checked_add(TAKEN_FOR).unwrap_or(now);
        if !self.inner.database.write(|conn| Ok::<_, Error>(webhooks::take(conn, id, now, until)?))? {
            return Ok(());
        }
        let began = Moment::now();
        let mut sent = Ok(true);
        while matches!(sent, Ok(true)) && began.elapsed() < TURN && !self.is_stopping() {
            sent = self.send_first(id, way);
        }
        // Another process may go on at once; where this fails, after a while.
        let let_go = self.inner.database.write(|conn| Ok::<_, Error>(webhooks::let_go(conn, id)?));
        sent.and(let_go)
    }

    /// Sends the first message that waits for a webhook, if it is due; says whether it arrived.
    fn send_first(&self, id: &str, (courier, origin): (&Courier, &str)) -> Result<bool> {
        let now = self.now();
        let found = self.inner.database.read_consistently(|conn| {
            let webhook = webhooks::find(conn, id)?.filter(|one| one.state == WebhookState::Active);
            let first = webhooks::first(conn, id)?.filter(|first| first.next_at <= now);
            Ok::<_, Error>(webhook.zip(first).zip(webhooks::secrets(conn, id)?))
        })?;
        let Some(((webhook, first), secrets)) = found else { return Ok(false) };
        let body = body(&first, origin)?;
        let sent_at_s = now.as_second();
        let signatures = signatures(&secrets, (&first.message, sent_at_s, &body), now);
        let message = Message { id: &first.message, sent_at_s, signatures: &signatures, body: &body };
        let brought = if body.len() > BODY_MAX_BYTES {
            Err(Undelivered::Refused)
        } else {
            courier.bring(&webhook.address, message)
        };
        tracing::info!(webhook = webhook.name, message = first.message, ?brought, "a webhook was sent to");
        self.note_brought(&webhook, first, brought)
    }

    /// Notes what came of a message; says whether it arrived.
    fn note_brought(
        &self,
        webhook: &Webhook,
        first: Delivery,
        brought: std::result::Result<u16, Undelivered>,
    ) -> Result<bool> {
        let now = self.now();
        let status = brought.ok();
        let is_taken = status.is_some_and(|status| (200..300).contains(&status));
        let is_gone = status == Some(GONE);
        let tries = first.tries.saturating_add(1);
        let pause = pause_after(tries);
        let tried = Delivery {
            tries,
            tried_at: Some(now),
            next_at: pause.and_then(|pause| now.checked_add(pause).ok()).unwrap_or(now),
            status,
            problem: brought.err().or((!is_taken).then_some(Undelivered::Refused)),
            is_done: is_taken || is_gone,
            ..first
        };
        self.inner.database.write(|conn| {
            webhooks::note_try(conn, &tried)?;
            if is_gone {
                webhooks::give_up(conn, &webhook.id)?;
                webhooks::set_state(conn, &webhook.id, WebhookState::Gone)?;
            } else if !is_taken && pause.is_none() {
                // Whoever paused it meanwhile lets it go on.
                let present = webhooks::find(conn, &webhook.id)?.map(|one| one.state);
                if present == Some(WebhookState::Active) {
                    webhooks::set_state(conn, &webhook.id, WebhookState::Failed)?;
                }
            }
            Ok::<_, Error>(())
        })?;
        Ok(is_taken)
    }
}

/// The signatures of a message, with the secret and for a while with the one before it.
fn signatures(secrets: &Secrets, (id, sent_at_s, body): (&str, i64, &str), now: Instant) -> String {
    let before = secrets.before.iter().filter(|(_, until)| now < *until).map(|(before, _)| before);
    let all = std::iter::once(&secrets.now).chain(before);
    all.filter_map(|secret| signature(secret, id, sent_at_s, body)).collect::<Vec<_>>().join(" ")
}

const _: () = assert!(TURN.as_secs() + 3 * PATIENCE.as_secs() < TAKEN_FOR.as_secs());
