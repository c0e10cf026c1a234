//! Whether the server lives and is ready, what robots may read, and one line of log a request.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header;
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use super::App;
use crate::registry::Stopwatch;

/// 200 as long as the process answers.
pub async fn healthz() -> HttpResponse {
    plain(HttpResponse::Ok(), "ok\n")
}

/// 200 as long as the register is known to be what the database says, else 503; what needs attention is named in either
/// case. Asks nobody, so that it answers at once whatever hangs.
pub async fn readyz(app: web::Data<App>) -> HttpResponse {
    let (response, first) = match app.registry.stale_since() {
        None => (HttpResponse::Ok(), "ready"),
        Some(_) => (HttpResponse::ServiceUnavailable(), "not ready"),
    };
    let troubles = app.registry.troubles();
    let lines = std::iter::once(first.to_owned()).chain(troubles.iter().map(ToString::to_string));
    plain(response, lines.map(|line| line + "\n").collect::<String>())
}

/// Everything public may be read; the administrator's pages hold nothing for robots.
pub async fn robots() -> HttpResponse {
    plain(HttpResponse::Ok(), "User-agent: *\nDisallow: /admin\nDisallow: /search\n")
}

/// 405 with what is allowed (RFC 9110, section 15.5.6).
pub async fn method_not_allowed() -> HttpResponse {
    let mut response = HttpResponse::MethodNotAllowed();
    response.insert_header((header::ALLOW, "GET, HEAD"));
    plain(response, "only GET and HEAD\n")
}

fn plain(mut response: actix_web::HttpResponseBuilder, text: impl Into<String>) -> HttpResponse {
    response
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text.into())
}

/// One line a request: what and how long, never who.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let start = Stopwatch::start();
    let method = request.method().clone();
    let path = request.path().to_owned();
    let response = next.call(request).await?;
    // An invitation's address is a secret.
    let path = if path.starts_with("/admin/invitation/") { "/admin/invitation/…" } else { &path };
    tracing::debug!(%method, path, status = response.status().as_u16(), elapsed_us = start.elapsed_us());
    Ok(response)
}
