//! What a code stands for.

use actix_web::{HttpResponse, web};

use super::call::Call;
use super::problem::ProblemDetails;
use super::types::{CodeMeaning, Meaning};
use crate::domain::address::{Api, Public};
use crate::pages::error::Problem;
use crate::registry::Subject;
use crate::web::failure::Failure;

/// What a code stands for. It is read as people type it: any case, with or without hyphens, O as 0, Cyrillic
/// look-alikes folded.
#[utoipa::path(
    get,
    path = "/codes/{code}",
    params(("code" = String, Path, description = "A code, such as `7K3-M9Q3`")),
    responses((status = 200, body = CodeMeaning), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub async fn meaning(call: Call, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let code = call.code(&path)?;
    let (meaning, details) = match call.snapshot.find(code) {
        Some(Subject::Document(_)) => (Meaning::Document, Api::Document(code)),
        Some(Subject::Organization(_)) => (Meaning::Organization, Api::Organization(code)),
        None => return Err(call.problem(Problem::UnknownCode(code))),
    };
    let origin = &call.app.origin;
    call.json(&CodeMeaning {
        code: code.to_string(),
        shown: code.grouped(),
        meaning,
        page: format!("{origin}{}", Public::Code(code)),
        details: format!("{origin}{details}"),
    })
    .await
}
