//! What a code stands for.

use super::problem::ProblemDetails;
use super::program::{Program, json};
use super::types::{CodeMeaning, Meaning};
use crate::domain::Code;
use crate::domain::address::{Api, Public};
use crate::pages::error::Problem;
use crate::registry::{Subject, View};
use crate::web::error::Reply;

/// What a code stands for. It is read as people type it: any case, with or without hyphens, O as 0, Cyrillic
/// look-alikes folded.
#[utoipa::path(
    get,
    path = Api::MEANING,
    params(("code" = String, Path, description = "A code, such as `7K3-M9Q3`")),
    responses((status = 200, body = CodeMeaning), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn meaning(call: &Program, view: &View, code: Code) -> Reply {
    let (meaning, details) = match view.find(code)? {
        Some(Subject::Document(_)) => (Meaning::Document, Api::Document(code)),
        Some(Subject::Organization(_)) => (Meaning::Organization, Api::Organization(code)),
        None => return Err(Problem::UnknownCode(code).into()),
    };
    let origin = call.origin();
    json(&CodeMeaning {
        code: code.to_string(),
        shown: code.grouped(),
        meaning,
        page: format!("{origin}{}", Public::Code(code)),
        details: format!("{origin}{details}"),
    })
}
