//! Refusals for programs (problem details, RFC 9457), in the words that people get.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::Lang;
use crate::pages::error::{Problem, words};
use crate::web::failure::Failure;
use crate::web::reader::{status, wait_s};
use crate::web::security::Audience;

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
pub fn refusal(lang: Lang, problem: Problem<'_>, parameter: Option<&str>) -> Failure {
    let (title, detail) = words(problem, lang);
    let details = ProblemDetails {
        kind: "about:blank",
        title,
        status: status(problem).as_u16(),
        detail,
        problem: problem.name(),
        parameter: parameter.map(str::to_owned),
    };
    let json = serde_json::to_string(&details).unwrap_or_default();
    let failure =
        Failure::new(status(problem), lang, json).of_type("application/problem+json", Audience::Programs);
    match wait_s(problem) {
        Some(seconds) => failure.retry_after(seconds),
        None => failure,
    }
}
