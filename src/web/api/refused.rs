//! What the register refuses of a program, in the words of the pages.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};

use super::bearer::{Bearer, Scoped};
use super::problem::ProblemDetails;
use super::refusal_names::name;
use super::types::DraftDoubt;
use crate::phrases::say;
use crate::refusals::sentences;
use crate::registry::{Error, Refusal};
use crate::text::review::Doubt;
use crate::web::error::WebError;

/// What the register refuses, in the words of the pages.
pub fn refused<S: Scoped>(caller: &Bearer<S>, refusal: &Refusal, file: &str, doubts: &[Doubt]) -> WebError {
    let wait_s = match refusal {
        Refusal::TooManyAttempts { wait_s } | Refusal::Busy { wait_s } => Some(*wait_s),
        _ => None,
    };
    let lang = caller.lang();
    let doubts = doubts.iter().map(DraftDoubt::from).collect();
    let details = ProblemDetails {
        title: say(lang, "error-refused-title"),
        detail: match refusal {
            Refusal::DoubtsUnseen => say(lang, "refusal-doubts-by-name"),
            _ => sentences(lang, refusal, file).join("\n"),
        },
        problem: name(refusal),
        doubts,
        ..Default::default()
    };
    let rendered = details.rendered(lang, status(refusal));
    WebError::page(match wait_s {
        Some(wait_s) => rendered.with(header::RETRY_AFTER, HeaderValue::from(wait_s)),
        None => rendered,
    })
}

/// The same of several files, with the fields of those that were taken.
pub fn refused_files<S: Scoped>(
    caller: &Bearer<S>,
    refused: &[(String, Refusal)],
    (sentences_before, taken): (Vec<String>, Vec<String>),
) -> WebError {
    let lang = caller.lang();
    let said = refused.iter().flat_map(|(file, refusal)| sentences(lang, refusal, file));
    let details = ProblemDetails {
        title: say(lang, "error-refused-title"),
        detail: sentences_before.into_iter().chain(said).collect::<Vec<_>>().join("\n"),
        problem: refused.first().map_or("bad-request", |(_, refusal)| name(refusal)),
        taken,
        ..Default::default()
    };
    WebError::page(details.rendered(lang, StatusCode::UNPROCESSABLE_ENTITY))
}

/// A refusal of the register; trouble with the state is passed on.
pub fn of_error<S: Scoped>(caller: &Bearer<S>, error: Error) -> WebError {
    match error {
        Error::Refused(refusal) => refused(caller, &refusal, "", &[]),
        error => error.into(),
    }
}

const fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::UnknownDraft | Refusal::UnknownVersion(_) => StatusCode::NOT_FOUND,
        // Another change came first.
        Refusal::ChangedSincePreview
        | Refusal::KeyOpen
        | Refusal::WithdrawnAlready
        | Refusal::DissolvedAlready => StatusCode::CONFLICT,
        Refusal::NotAllowed => StatusCode::FORBIDDEN,
        Refusal::TooManyAttempts { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
