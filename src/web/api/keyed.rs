//! What a program sends under a key is done once (Idempotency-Key, draft-ietf-httpapi-idempotency-key-header-07): the same
//! key with the same content gets the same answer for 24 hours, with another content it is refused.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use serde::{Deserialize, Serialize};

use super::bearer::{Bearer, Scoped};
use super::refused::refused;
use super::sent::{Fingerprint, private};
use crate::domain::Checksum;
use crate::pages::error::Problem;
use crate::registry::{Error, Kept, Once};
use crate::web::error::{Reply, WebError};
use crate::web::rendered::Rendered;

/// The header.
const KEY: &str = "Idempotency-Key";

/// Longest key, in characters: a UUID has 36.
const KEY_MAX_CHARS: usize = 200;

/// An answer as it is kept.
#[derive(Serialize, Deserialize)]
struct Answer {
    status: u16,
    location: Option<String>,
    content: String,
}

/// Does what a program sent, or answers as it was answered before.
///
/// # Errors
/// What the handler refuses; a key that is none, that was used for something else, or whose answer is not known.
pub fn answered<S: Scoped, B: Fingerprint>(
    caller: &Bearer<S>,
    body: B,
    handler: impl FnOnce(&Bearer<S>, B) -> Reply,
) -> Reply {
    let Some(key) = key(caller)? else { return handler(caller, body) };
    let once = Once::keyed(caller.bearer.who.user, &key);
    let request = &caller.request;
    let sent = format!("{} {}?{}\n{}", request.method, request.path, request.query(), body.fingerprint());
    let fingerprint = Checksum::of(sent.as_bytes());
    match caller.registry().take_on(once, fingerprint) {
        Ok(Kept::Nothing) => {}
        Ok(Kept::Answer(kept)) => return replayed(&kept),
        Err(Error::Refused(refusal)) => return Err(refused(caller, &refusal, "", &[])),
        Err(error) => return Err(error.into()),
    }
    let reply = handler(caller, body);
    let noted = match &reply {
        Ok(done) => caller.registry().keep_answer(once, fingerprint, &kept(done)),
        // Whether it was done is not known, so that it must not be done again.
        Err(WebError::Problem(Problem::Unsettled)) => Ok(()),
        // It changed nothing, and may be tried again.
        Err(_) => caller.registry().let_go(once),
    };
    if let Err(error) = noted {
        tracing::warn!(%error, "the answer under a key could not be kept");
    }
    reply
}

/// The key that came along: a string of structured fields (RFC 9651, section 3.3.3), or the same without its quotation marks.
fn key<S: Scoped>(caller: &Bearer<S>) -> Result<Option<String>, WebError> {
    let mut all = caller.request.headers.get_all(KEY);
    let Some(value) = all.next() else { return Ok(None) };
    let text = value.to_str().unwrap_or_default().trim();
    let key = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
    let is_key =
        !key.is_empty() && key.len() <= KEY_MAX_CHARS && key.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_key || all.next().is_some() {
        return Err(WebError::Parameter(KEY));
    }
    Ok(Some(key.to_owned()))
}

fn kept(done: &Rendered) -> String {
    let location = done.headers.iter().find(|(name, _)| *name == header::LOCATION);
    let answer = Answer {
        status: done.status.as_u16(),
        location: location.and_then(|(_, value)| value.to_str().ok()).map(str::to_owned),
        content: String::from_utf8_lossy(&done.content).into_owned(),
    };
    serde_json::to_string(&answer).unwrap_or_default()
}

fn replayed(kept: &str) -> Reply {
    let Answer { status, location, content } = serde_json::from_str(kept).map_err(|_| Problem::Internal)?;
    let status = StatusCode::from_u16(status).map_err(|_| Problem::Internal)?;
    let answer = private(status, content.into_bytes());
    Ok(match location.and_then(|location| HeaderValue::from_str(&location).ok()) {
        Some(location) => answer.with(header::LOCATION, location),
        None => answer,
    })
}
