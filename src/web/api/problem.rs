//! Refusals for programs (problem details, RFC 9457), in the words that people get.

use actix_web::http::StatusCode;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::Lang;
use crate::pages::error::{Problem, words};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// Why a request was refused (RFC 9457).
#[derive(Serialize, ToSchema)]
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
}

/// The refusal of a request, with the parameter that is to blame.
pub fn refusal(lang: Lang, problem: &Problem, status: StatusCode, parameter: Option<&str>) -> Rendered {
    let (title, detail) = words(problem, lang);
    let details = ProblemDetails {
        kind: "about:blank",
        title,
        status: status.as_u16(),
        detail,
        problem: problem.name(),
        parameter: parameter.map(str::to_owned),
    };
    let json = serde_json::to_string(&details).unwrap_or_default();
    let refusal = Rendered::private(status, json, lang).for_audience(Audience::Programs);
    Rendered { media_type: "application/problem+json", ..refusal }
}
