//! The interface for programs, `/api/v1`: everything public as JSON, described at `/openapi.json`. It is read only, needs
//! no key, and answers from the same rule as the pages. Whom members may ask stands on pages alone: a copy that a
//! program keeps cannot be erased.

mod answer;
mod bodies;
mod call;
mod codes;
mod documents;
mod organizations;
mod problem;
mod search;
mod types;

use std::sync::LazyLock;

use actix_web::http::{Method, header};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Resource, Responder, web};
use utoipa::OpenApi;

use self::call::Call;
use super::failure::Failure;
use super::page::{Made, Page};
use super::read_only;
use super::security::Audience;
use crate::domain::Lang;
use crate::pages::Wish;
use crate::pages::error::Problem;

/// What may be sent to an address here.
const METHODS: &str = "GET, HEAD, OPTIONS";

/// The addresses below `/api/v1`.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(resource("/union", organizations::union))
        .service(resource("/organizations", organizations::list))
        .service(resource("/organizations/{code}", organizations::one))
        .service(resource("/organizations/{code}/shelf", organizations::shelf))
        .service(resource("/documents", documents::list))
        .service(resource("/documents/{code}", documents::one))
        .service(resource("/documents/{code}/answer", answer::answer))
        .service(resource("/documents/{code}/history", documents::history))
        .service(resource("/documents/{code}/versions/{ordinal}", documents::version))
        .service(resource("/documents/{code}/versions/{ordinal}/texts/{lang}/body", bodies::structured))
        .service(resource("/documents/{code}/versions/{ordinal}/texts/{lang}/plain", bodies::plain))
        .service(resource("/codes/{code}", codes::meaning))
        .service(resource("/search", search::search))
        .default_service(web::to(nowhere));
}

/// An address that answers GET and HEAD, and tells a browser that programs of other sites may ask (Fetch, 4.8).
fn resource<F, Args>(path: &str, handler: F) -> Resource
where
    F: Handler<Args>,
    Args: FromRequest + 'static,
    F::Output: Responder + 'static,
{
    read_only(path, handler)
        .route(web::method(Method::OPTIONS).to(allowed))
        .default_service(web::to(not_allowed))
}

async fn allowed() -> HttpResponse {
    let mut response = HttpResponse::NoContent();
    Audience::Programs.mark(&mut response);
    response
        .insert_header((header::ALLOW, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, METHODS))
        .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match"))
        .finish()
}

async fn not_allowed(call: Call) -> Result<HttpResponse, Failure> {
    Err(call.problem(Problem::MethodNotAllowed).allowing(METHODS))
}

async fn nowhere(call: Call) -> Result<HttpResponse, Failure> {
    Err(call.problem(Problem::NoSuchPage))
}

/// The description of the interface (OpenAPI 3.1).
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
    paths(
        organizations::union,
        organizations::list,
        organizations::one,
        organizations::shelf,
        documents::list,
        documents::one,
        documents::version,
        documents::history,
        answer::answer,
        bodies::structured,
        bodies::plain,
        codes::meaning,
        search::search
    ),
    components(schemas(problem::ProblemDetails))
)]
struct Description;

static DESCRIPTION: LazyLock<Page> = LazyLock::new(|| {
    let json = Description::openapi().to_json().unwrap_or_default();
    let made = Made { audience: Audience::Programs, ..Made::document("application/json", json) };
    // The description is the same in every language.
    Page::new(made, Wish::InPath(Lang::Kk))
});

/// `/openapi.json`
pub async fn description(request: HttpRequest) -> HttpResponse {
    DESCRIPTION.answer(&request)
}
