//! Webhooks, and the outbox of what they are told.

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::Conn;
use super::error::Result;
use super::schema::{deliveries, webhooks};
use super::stored;
use crate::domain::Instant;
use crate::domain::webhook::{Event, Undelivered, WebhookState};

/// When a message is to be tried that was not tried yet: a change may be dated a little later than the clock stands.
const AT_ONCE: i64 = 0;

/// An address that is told of public changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// What names it in addresses of pages.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where messages go.
    pub address: String,
    /// What it is told of.
    pub events: Vec<Event>,
    /// Whether it is told of anything.
    pub state: WebhookState,
    /// When it was added.
    pub created_at: Instant,
}

/// What messages to a webhook are signed with. It is never shown, so that it is no part of [`Webhook`].
#[derive(Clone)]
pub struct Secrets {
    /// The secret.
    pub now: String,
    /// The one before it, with the moment until which it signs as well.
    pub before: Option<(String, Instant)>,
}

/// A message in the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its place in the order.
    pub number: i64,
    /// What the message is known by.
    pub message: String,
    /// What happened; none for a message that somebody sends to see whether it arrives.
    pub event: Option<Event>,
    /// What is told of it, as it is stored.
    pub content: String,
    /// When it happened.
    pub at: Instant,
    /// How often it was tried.
    pub tries: u32,
    /// When it was tried last.
    pub tried_at: Option<Instant>,
    /// When it is to be tried next.
    pub next_at: Instant,
    /// The status of the last answer.
    pub status: Option<u16>,
    /// Why it did not arrive the last time.
    pub problem: Option<Undelivered>,
    /// Whether it arrived, or is given up.
    pub is_done: bool,
}

/// A webhook for which something waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The webhook.
    pub webhook: String,
    /// When the first message that waits may be tried, and nobody else is sending.
    pub at: Instant,
}

type Row = (String, String, String, String, String, i64);

fn webhook((id, name, address, events, state, created_at_us): Row) -> Result<Webhook> {
    Ok(Webhook {
        id,
        name,
        address,
        // What only a newer program knows is told by it.
        events: events.split(' ').filter_map(Event::parse).collect(),
        state: stored::named("webhooks.state", &state, WebhookState::parse)?,
        created_at: stored::instant("webhooks.created_at_us", created_at_us)?,
    })
}

/// The columns of a [`Row`].
macro_rules! columns {
    () => {
        (
            webhooks::id,
            webhooks::name,
            webhooks::address,
            webhooks::events,
            webhooks::state,
            webhooks::created_at_us,
        )
    };
}

#[derive(Queryable)]
struct DeliveryRow {
    number: i64,
    _webhook_id: String,
    message: String,
    event: String,
    content: String,
    at_us: i64,
    tries: i64,
    tried_at_us: Option<i64>,
    next_at_us: i64,
    status: Option<i64>,
    problem: String,
    is_done: i64,
}

fn delivery(row: DeliveryRow) -> Result<Delivery> {
    let tried_at = row.tried_at_us.map(|us| stored::instant("deliveries.tried_at_us", us)).transpose()?;
    Ok(Delivery {
        number: row.number,
        message: row.message,
        event: match row.event.as_str() {
            "" => None,
            name => Some(stored::named("deliveries.event", name, Event::parse)?),
        },
        content: row.content,
        at: stored::instant("deliveries.at_us", row.at_us)?,
        tries: stored::number("deliveries.tries", row.tries)?,
        tried_at,
        next_at: stored::instant("deliveries.next_at_us", row.next_at_us)?,
        status: row.status.map(|status| stored::number("deliveries.status", status)).transpose()?,
        problem: Undelivered::parse(&row.problem),
        is_done: row.is_done != 0,
    })
}

/// Keeps a new webhook.
///
/// # Errors
/// A database that cannot be written.
pub fn insert(conn: &mut Conn, new: &Webhook, secret: &str) -> Result<()> {
    let events: Vec<&str> = new.events.iter().map(|event| event.name()).collect();
    let row = (
        webhooks::id.eq(&new.id),
        webhooks::name.eq(&new.name),
        webhooks::address.eq(&new.address),
        webhooks::events.eq(events.join(" ")),
        webhooks::state.eq(new.state.name()),
        webhooks::secret.eq(secret),
        webhooks::created_at_us.eq(new.created_at.as_microsecond()),
    );
    on_engine!(conn, c => diesel::insert_into(webhooks::table).values(row).execute(c)?);
    Ok(())
}

/// Every webhook, by name.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn all(conn: &mut Conn) -> Result<Vec<Webhook>> {
    let all = webhooks::table.select(columns!()).order((webhooks::name, webhooks::id));
    let rows: Vec<Row> = on_engine!(conn, c => all.load(c)?);
    rows.into_iter().map(webhook).collect()
}

/// One of them.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn find(conn: &mut Conn, id: &str) -> Result<Option<Webhook>> {
    let one = webhooks::table.find(id).select(columns!());
    let row: Option<Row> = on_engine!(conn, c => one.first(c).optional()?);
    row.map(webhook).transpose()
}

/// What messages to a webhook are signed with.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn secrets(conn: &mut Conn, id: &str) -> Result<Option<Secrets>> {
    let one = webhooks::table.find(id).select((
        webhooks::secret,
        webhooks::secret_before,
        webhooks::before_until_us,
    ));
    let row: Option<(String, String, i64)> = on_engine!(conn, c => one.first(c).optional()?);
    let Some((now, before, until_us)) = row else { return Ok(None) };
    let until = stored::instant("webhooks.before_until_us", until_us)?;
    Ok(Some(Secrets { now, before: (!before.is_empty()).then_some((before, until)) }))
}

/// Gives a webhook other secrets.
///
/// # Errors
/// A database that cannot be written.
pub fn set_secrets(conn: &mut Conn, id: &str, secrets: &Secrets) -> Result<()> {
    let (before, until) = secrets.before.clone().unwrap_or_default();
    on_engine!(conn, c => diesel::update(webhooks::table.find(id))
        .set((
            webhooks::secret.eq(&secrets.now),
            webhooks::secret_before.eq(before),
            webhooks::before_until_us.eq(until.as_microsecond()),
        ))
        .execute(c)?);
    Ok(())
}

/// Sets whether a webhook is told of anything.
///
/// # Errors
/// A database that cannot be written.
pub fn set_state(conn: &mut Conn, id: &str, state: WebhookState) -> Result<()> {
    let one = webhooks::table.find(id);
    on_engine!(conn, c => diesel::update(one).set(webhooks::state.eq(state.name())).execute(c)?);
    Ok(())
}

/// Deletes a webhook with all that waits for it.
///
/// # Errors
/// A database that cannot be written.
pub fn delete(conn: &mut Conn, id: &str) -> Result<()> {
    on_engine!(conn, c => diesel::delete(webhooks::table.find(id)).execute(c)?);
    Ok(())
}

/// Puts a message into the outbox of a webhook; without an event it is one that somebody sends to see whether it arrives.
///
/// # Errors
/// A database that cannot be written.
pub fn enqueue(
    conn: &mut Conn,
    webhook: &str,
    event: Option<Event>,
    (message, content): (&str, &str),
    at: Instant,
) -> Result<()> {
    let row = (
        deliveries::webhook_id.eq(webhook),
        deliveries::message.eq(message),
        deliveries::event.eq(event.map(Event::name).unwrap_or_default()),
        deliveries::content.eq(content),
        deliveries::at_us.eq(at.as_microsecond()),
        deliveries::next_at_us.eq(AT_ONCE),
    );
    on_engine!(conn, c => diesel::insert_into(deliveries::table).values(row).execute(c)?);
    Ok(())
}

/// The active webhooks for which something waits, with when the first of it may be tried.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn waiting(conn: &mut Conn) -> Result<Vec<Waiting>> {
    let active = webhooks::table
        .filter(webhooks::state.eq(WebhookState::Active.name()))
        .select((webhooks::id, webhooks::taken_until_us));
    let active: Vec<(String, i64)> = on_engine!(conn, c => active.load(c)?);
    let mut found = Vec::new();
    for (webhook, taken_until_us) in active {
        if let Some(first) = first(conn, &webhook)? {
            let free = stored::instant("webhooks.taken_until_us", taken_until_us)?;
            found.push(Waiting { webhook, at: first.next_at.max(free) });
        }
    }
    Ok(found)
}

/// The first message that waits for a webhook.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn first(conn: &mut Conn, webhook: &str) -> Result<Option<Delivery>> {
    let waiting =
        deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::is_done.eq(0));
    let row: Option<DeliveryRow> =
        on_engine!(conn, c => waiting.order(deliveries::number).first(c).optional()?);
    row.map(delivery).transpose()
}

/// Takes a webhook to send to it until a moment; false where another process has it.
///
/// # Errors
/// A database that cannot be written.
pub fn take(conn: &mut Conn, id: &str, now: Instant, until: Instant) -> Result<bool> {
    let free = webhooks::table
        .filter(webhooks::id.eq(id))
        .filter(webhooks::state.eq(WebhookState::Active.name()))
        .filter(webhooks::taken_until_us.le(now.as_microsecond()));
    let taken = on_engine!(conn, c => diesel::update(free)
        .set(webhooks::taken_until_us.eq(until.as_microsecond()))
        .execute(c)?);
    Ok(taken > 0)
}

/// Lets go of a webhook that was taken.
///
/// # Errors
/// A database that cannot be written.
pub fn let_go(conn: &mut Conn, id: &str) -> Result<()> {
    let one = webhooks::table.find(id);
    on_engine!(conn, c => diesel::update(one).set(webhooks::taken_until_us.eq(0)).execute(c)?);
    Ok(())
}

/// Notes what came of a try.
///
/// # Errors
/// A database that cannot be written.
pub fn note_try(conn: &mut Conn, tried: &Delivery) -> Result<()> {
    on_engine!(conn, c => diesel::update(deliveries::table.find(tried.number))
        .set((
            deliveries::tries.eq(i64::from(tried.tries)),
            deliveries::tried_at_us.eq(tried.tried_at.map(Instant::as_microsecond)),
            deliveries::next_at_us.eq(tried.next_at.as_microsecond()),
            deliveries::status.eq(tried.status.map(i64::from)),
            deliveries::problem.eq(tried.problem.map(Undelivered::name).unwrap_or_default()),
            deliveries::is_done.eq(i64::from(tried.is_done)),
        ))
        .execute(c)?);
    Ok(())
}

/// Lets what waits for a webhook be tried at once, as if it had never been.
///
/// # Errors
/// A database that cannot be written.
pub fn begin_anew(conn: &mut Conn, webhook: &str) -> Result<()> {
    let waiting =
        deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::is_done.eq(0));
    on_engine!(conn, c => diesel::update(waiting)
        .set((deliveries::tries.eq(0), deliveries::next_at_us.eq(AT_ONCE)))
        .execute(c)?);
    Ok(())
}

/// Gives up what waits for a webhook.
///
/// # Errors
/// A database that cannot be written.
pub fn give_up(conn: &mut Conn, webhook: &str) -> Result<()> {
    let waiting =
        deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::is_done.eq(0));
    on_engine!(conn, c => diesel::delete(waiting).execute(c)?);
    Ok(())
}

/// The latest messages to a webhook, the newest first; at most `most`.
///
/// # Errors
/// A database that cannot be read, or a stored value that means nothing.
pub fn latest(conn: &mut Conn, webhook: &str, most: usize) -> Result<Vec<Delivery>> {
    let rows: Vec<DeliveryRow> = on_engine!(conn, c => deliveries::table
        .filter(deliveries::webhook_id.eq(webhook))
        .order(deliveries::number.desc())
        .limit(stored::count(most))
        .load(c)?);
    rows.into_iter().map(delivery).collect()
}

/// How many messages wait for a webhook.
///
/// # Errors
/// A database that cannot be read.
pub fn count_waiting(conn: &mut Conn, webhook: &str) -> Result<usize> {
    let waiting =
        deliveries::table.filter(deliveries::webhook_id.eq(webhook)).filter(deliveries::is_done.eq(0));
    let count: i64 = on_engine!(conn, c => waiting.select(count_star()).first(c)?);
    stored::number("deliveries", count)
}

/// Erases what happened before an instant.
///
/// # Errors
/// A database that cannot be written.
pub fn erase_before(conn: &mut Conn, before: Instant) -> Result<()> {
    let old = deliveries::table.filter(deliveries::at_us.lt(before.as_microsecond()));
    on_engine!(conn, c => diesel::delete(old).execute(c)?);
    Ok(())
}
