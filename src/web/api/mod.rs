//! The interface for programs, `/api/v1`: everything public as JSON, described at `/openapi.json`. It is read only, needs
//! no key, and answers from the same rule as the pages. Whom members may ask stands on pages alone: a copy that a
//! program keeps cannot be erased.

pub mod answer;
pub mod bodies;
pub mod codes;
pub mod documents;
pub mod organizations;
pub mod problem;
pub mod program;
pub mod search;
mod types;

use actix_web::HttpResponse;
use actix_web::http::header;
use utoipa::OpenApi;
use utoipa::openapi::{OpenApi as Document, Paths};

use super::http::csp::Audience;
use super::page::Page;
use super::rendered::Rendered;

/// Where the interface begins: its description gives addresses from here on.
const BASE: &str = "/api/v1";

/// The description of the interface (OpenAPI 3.1), but for its paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tizilim",
        version = "1",
        description = "A register of a trade union's documents: which text applies, since when, and what applied before. \
                       Read only, without a key. Errors are problem details (RFC 9457) in Kazakh, Russian or English \
                       by Accept-Language.",
        license(name = "MIT OR Apache-2.0")
    ),
    servers((url = "/api/v1")),
    components(schemas(problem::ProblemDetails))
)]
struct Description;

/// The description of the interface with what the table of routes describes.
pub fn description(routes: Document) -> Page {
    let mut whole = Description::openapi().merge_from(routes);
    let mut paths = Paths::new();
    for (path, item) in whole.paths.paths {
        paths.paths.insert(path.strip_prefix(BASE).unwrap_or(&path).to_owned(), item);
    }
    whole.paths = paths;
    let json = whole.to_json().unwrap_or_default();
    Page::new(Rendered::document("application/json", json).for_audience(Audience::Programs))
}

/// What a browser is told that asks for a program on another site (Fetch, section 4.8): what may be sent to an address here.
pub fn allowed(methods: &'static str) -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    Audience::Programs.mark(&mut response);
    response
        .insert_header((header::ALLOW, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"))
        .finish()
}
