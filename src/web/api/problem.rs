//! Refusals for programs (problem details, RFC 9457), in the words that people get.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use serde::Serialize;
use utoipa::ToSchema;

use super::bearer::{Bearer, Scoped};
use super::refusal_names::name;
use super::types::DraftDoubt;
use crate::domain::Lang;
use crate::pages::error::{Problem, words};
use crate::phrases::say;
use crate::refusals::sentences;
use crate::registry::{Error, Refusal};
use crate::text::review::Doubt;
use crate::web::error::WebError;
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// Why a request was refused (RFC 9457).
#[derive(Default, Serialize, ToSchema)]
pub struct ProblemDetails {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    kind: &'static str,
    /// What is wrong, in the language of `Content-Language`.
    title: String,
    /// The status of the answer.
    status: u16,
    /// What can be done about it.
    detail: String,
    /// The name of the problem for programs, such as `unknown-code`.
    problem: &'static str,
    /// The parameter that could not be understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<String>,
    /// Why what was sent cannot be read, in the words of what reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What is doubtful in the texts, where it must be accepted by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    doubts: Vec<DraftDoubt>,
    /// The fields of files that are in the draft all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    taken: Vec<String>,
}

impl ProblemDetails {
    fn rendered(self, lang: Lang, status: StatusCode) -> Rendered {
        let details = Self { kind: "about:blank", status: status.as_u16(), ..self };
        let json = serde_json::to_string(&details).unwrap_or_default();
        let refusal = Rendered::private(status, json, lang).for_audience(Audience::Programs);
        Rendered { media_type: "application/problem+json", ..refusal }
    }
}

/// The refusal of a request, with the parameter that is to blame, and with why a body cannot be read.
pub fn refusal(
    lang: Lang,
    problem: &Problem,
    status: StatusCode,
    (parameter, reason): (Option<&str>, Option<String>),
) -> Rendered {
    let (title, detail) = words(problem, lang);
    let parameter = parameter.map(str::to_owned);
    let details =
        ProblemDetails { title, detail, problem: problem.name(), parameter, reason, ..Default::default() };
    details.rendered(lang, status)
}

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
        detail: sentences(lang, refusal, file).join("\n"),
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
