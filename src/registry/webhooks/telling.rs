//! Writing what is told of a change into the outbox, in the transaction of the change: it is told if and only if it was made.

use super::message::content;
use crate::domain::Instant;
use crate::domain::document::Document;
use crate::domain::fact::FactDetail;
use crate::domain::version::Version;
use crate::domain::webhook::{Event, WebhookState};
use crate::registry::Result;
use crate::registry::random::random_id;
use crate::storage::{Conn, organizations, webhooks};

/// What each message's name begins with.
const PREFIX: &str = "msg_";

/// What a message is known by.
pub(super) fn message_id() -> Result<String> {
    Ok(format!("{PREFIX}{}", random_id()?.replace('-', "")))
}

/// Tells of a document that was added.
pub(in crate::registry) fn tell_created(conn: &mut Conn, document: &Document, now: Instant) -> Result<()> {
    tell(conn, Event::Created, (document, None), now)
}

/// Tells of an edition that was published.
pub(in crate::registry) fn tell_published(
    conn: &mut Conn,
    document: &Document,
    version: &Version,
    now: Instant,
) -> Result<()> {
    tell(conn, Event::of_publication(version.corrects), (document, Some((version, None))), now)
}

/// Tells of what became known of an edition, where programs act on it.
pub(in crate::registry) fn tell_fact(
    conn: &mut Conn,
    document: &Document,
    (version, fact): (&Version, &FactDetail),
    now: Instant,
) -> Result<()> {
    match Event::of_fact(fact) {
        Some(event) => tell(conn, event, (document, Some((version, Some(fact)))), now),
        None => Ok(()),
    }
}

fn tell(
    conn: &mut Conn,
    event: Event,
    (document, change): (&Document, Option<(&Version, Option<&FactDetail>)>),
    now: Instant,
) -> Result<()> {
    let mut listening = webhooks::all(conn)?;
    listening.retain(|one| one.events.contains(&event) && one.state != WebhookState::Gone);
    if listening.is_empty() {
        return Ok(());
    }
    let owner = organizations::code_of(conn, document.owner)?;
    let (message, content) = (message_id()?, content(document, owner, change));
    for webhook in listening {
        webhooks::enqueue(conn, &webhook.id, Some(event), (&message, &content), now)?;
    }
    Ok(())
}
