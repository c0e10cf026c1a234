//! Headers that every answer has, and the refusal of requests that another site makes a browser send.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::App;
use super::reader::Reader;
use crate::domain::Checksum;
use crate::pages::error::Problem;

/// The policy of pages: no script, nothing from elsewhere, one inline style known by its hash (CSP Level 3).
pub fn policy() -> String {
    let style = STANDARD.encode(Checksum::of(crate::pages::STYLE.as_bytes()).as_bytes());
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    )
}

/// How an answer takes part in frames; without it, it neither has nor is one. A mark on the response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// A page that shows a file of this site.
    Holds,
    /// A file that a page of this site shows.
    Stands,
}

/// Refuses unsafe requests from other sites, and puts the headers on.
pub async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("no state"));
    };
    let mut response = if is_forged(&request, &app) {
        let failure = Reader::new(&app, request.request(), None).problem(Problem::Forbidden);
        request.error_response(failure).map_into_boxed_body()
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    let framing = response.response().extensions().get::<Framing>().copied();
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("x-frame-options", if framing == Some(Framing::Stands) { "SAMEORIGIN" } else { "DENY" }),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let policy = match framing {
        None => app.content_security_policy.clone(),
        Some(Framing::Holds) => format!("{}; frame-src 'self'", app.content_security_policy),
        Some(Framing::Stands) => "default-src 'none'; frame-ancestors 'self'".to_owned(),
    };
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if app.is_secure() {
        // A year; without subdomains, which may belong to others.
        let value = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    Ok(response)
}

/// Whether an unsafe request comes from a page of another site: by `Sec-Fetch-Site`, else by `Origin`.
fn is_forged(request: &ServiceRequest, app: &App) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match text("origin") {
        Some(origin) => {
            let host = text("host").unwrap_or_default();
            origin != app.origin && origin.split_once("://").is_none_or(|(_, rest)| rest != host)
        }
        // Not a browser: no cookie of a person comes along without one of the two headers.
        None => false,
    }
}
