//! Headers that every answer with content has, and the refusal of requests that another site makes a browser send.

use std::sync::LazyLock;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError as _, web};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::App;
use super::bodies::Watched;
use super::reader::Reader;
use crate::domain::Checksum;
use crate::pages::error::Problem;

/// No other site may show a page in a frame.
const NO_FRAMES: &str = "frame-ancestors 'none'";

/// Any site may: the page holds no form and no secret that a false frame could get at.
const ANY_FRAME: &str = "frame-ancestors *";

/// The policy of pages: nothing from elsewhere, one inline style known by its hash, no inline script (CSP Level 3).
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Checksum::of(crate::pages::STYLE.as_bytes()).as_bytes());
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'self'; worker-src 'self'; \
         connect-src 'self'; manifest-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         {NO_FRAMES}"
    )
});

/// The policies as headers, made once: of pages, of pages for frames elsewhere, of pages that hold a frame.
static POLICIES: LazyLock<[HeaderValue; 3]> = LazyLock::new(|| {
    [POLICY.clone(), POLICY.replace(NO_FRAMES, ANY_FRAME), format!("{}; frame-src 'self'", *POLICY)].map(
        |policy| {
            // It is ASCII; without one, nothing at all would be allowed.
            HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
        },
    )
});

/// Who may use an answer besides this site's own pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Nobody.
    Own,
    /// Nobody; the page holds a file of this site in a frame.
    Holder,
    /// Nobody; the page reads codes with the camera of the device (W3C Permissions Policy).
    Scanner,
    /// Nobody; a page of this site holds it in a frame.
    Held,
    /// Programs on pages of other sites may read it: it is public, and the same for everybody (Fetch, section 3.3).
    Programs,
    /// Pages of other sites may show it in a frame or as a picture.
    Shown,
}

impl Audience {
    /// Notes on an answer whom it is for; the headers come from [`guard`].
    pub fn mark(self, response: &mut HttpResponseBuilder) {
        response.extensions_mut().insert(self);
    }
}

/// Refuses unsafe requests from other sites and bodies that do not arrive, and puts the headers on.
pub async fn guard(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("no state"));
    };
    // HEAD answers as GET, which changes nothing there; that no content goes out was decided when the request was read.
    if *request.method() == Method::HEAD && request.path().starts_with("/admin") {
        request.head_mut().method = Method::GET;
    }
    let body = Watched::of(&mut request, &app.bodies);
    let mut response = if is_forged(&request, &app) {
        let problem = Problem::ForeignForm { origin: &app.origin };
        let failure = Reader::new(&app, request.request(), None).problem(problem);
        request.error_response(failure).map_into_boxed_body()
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    if let Some(problem) = body.given_up() {
        // Whatever the handler made of the half of it.
        let failure = Reader::new(&app, response.request(), None).problem(problem);
        response = response.into_response(failure.error_response());
    }
    let (request, response) = response.into_parts();
    let mut response = body.hold(response);
    // The browser has these headers with what it keeps (RFC 9111, section 4.3.4).
    if response.status() != StatusCode::NOT_MODIFIED {
        dress(&mut response, &app);
    }
    Ok(ServiceResponse::new(request, response))
}

/// Puts the headers on that every answer with content has.
fn dress(response: &mut HttpResponse<BoxBody>, app: &App) {
    let audience = response.extensions().get::<Audience>().copied().unwrap_or(Audience::Own);
    let of_audience: &[(&str, &str)] = match audience {
        Audience::Own | Audience::Holder | Audience::Scanner => {
            &[("x-frame-options", "DENY"), ("cross-origin-resource-policy", "same-origin")]
        }
        Audience::Held => {
            &[("x-frame-options", "SAMEORIGIN"), ("cross-origin-resource-policy", "same-origin")]
        }
        Audience::Programs => &[
            ("x-frame-options", "DENY"),
            ("cross-origin-resource-policy", "cross-origin"),
            ("access-control-allow-origin", "*"),
            ("access-control-expose-headers", "ETag, Link"),
        ],
        Audience::Shown => &[("cross-origin-resource-policy", "cross-origin")],
    };
    let permissions = match audience {
        Audience::Scanner => "camera=(self), geolocation=(), microphone=()",
        _ => "camera=(), geolocation=(), microphone=()",
    };
    let headers = response.headers_mut();
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("permissions-policy", permissions),
    ]
    .iter()
    .chain(of_audience)
    {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    let [own, shown, holder] = &*POLICIES;
    let policy = match audience {
        Audience::Own | Audience::Scanner | Audience::Programs => own.clone(),
        Audience::Shown => shown.clone(),
        Audience::Holder => holder.clone(),
        Audience::Held => HeaderValue::from_static("default-src 'none'; frame-ancestors 'self'"),
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    if app.is_secure() {
        // A year; without subdomains, which may belong to others.
        let value = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
}

/// Whether an unsafe request comes from elsewhere than a page of this site. Every browser says where from, by
/// `Sec-Fetch-Site` (Fetch Metadata, section 2.3), by `Origin` (Fetch, section 3.2) or by both, and all that it says must be
/// true: the host that it was led to may be somebody else's name of this server (DNS rebinding), so that only the public
/// address counts. Who says nothing is no browser that a person signs in with, and is let in to a trial on this machine alone.
fn is_forged(request: &ServiceRequest, app: &App) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let said = |name: &str| request.headers().get(name).map(HeaderValue::as_bytes);
    let (site, origin) = (said("sec-fetch-site"), said("origin"));
    let is_own = site.is_none_or(|site| matches!(site, b"same-origin" | b"none"))
        && origin.is_none_or(|origin| app.is_own_origin(origin));
    !is_own || (site.is_none() && origin.is_none() && !app.is_trial())
}
