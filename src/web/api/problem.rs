//! Refusals for programs (problem details, RFC 9457), in the words that people get.

use actix_web::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use super::types::doubt::DraftDoubt;
use crate::domain::Lang;
use crate::pages::error::{Problem, words};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// Why a request was refused (RFC 9457).
#[derive(Default, Serialize, ToSchema)]
pub struct ProblemDetails {
    /// Always `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// What is wrong, in the language of `Content-Language`.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What can be done about it.
    pub detail: String,
    /// The name of the problem for programs, such as `unknown-code`.
    pub problem: &'static str,
    /// The parameter that could not be understood.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameter: Option<String>,
    /// Why what was sent cannot be read, in the words of what reads it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is doubtful in the texts, where it must be accepted by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<DraftDoubt>,
    /// The fields of files that are in the draft all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<String>,
}

impl ProblemDetails {
    /// The answer with a status.
    pub fn rendered(self, lang: Lang, status: StatusCode) -> Rendered {
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
