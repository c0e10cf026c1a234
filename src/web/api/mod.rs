//! The interface for programs, `/api/v1`: everything public as JSON, described at `/openapi.json`, without a key and from the
//! same rule as the pages. With a token of a person it changes what that person may, by the verbs of the pages. Whom members
//! may ask stands on pages alone: a copy that a program keeps cannot be erased.

pub mod answer;
pub mod bearer;
pub mod bodies;
pub mod codes;
mod description;
pub mod documents;
pub mod drafts;
pub mod keyed;
pub mod new_documents;
pub mod organization_edits;
pub mod organizations;
pub mod problem;
pub mod program;
pub mod publications;
mod refusal_names;
mod refused;
pub mod search;
mod sent;
pub mod tokens;
mod types;
mod webhooks;

pub use description::description;

use actix_web::HttpResponse;
use actix_web::http::header;

use super::http::csp::Audience;

/// What a browser is told that asks for a program on another site (Fetch, section 4.8): what may be sent to an address here.
pub fn allowed(methods: &str) -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    Audience::Programs.mark(&mut response);
    response
        .insert_header((header::ALLOW, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"))
        .finish()
}
