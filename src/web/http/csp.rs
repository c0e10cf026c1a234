//! Headers that say who may use an answer, and what a page may do (CSP Level 3).

use std::sync::LazyLock;

use actix_web::body::BoxBody;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::domain::Checksum;

/// No other site may show a page in a frame.
const NO_FRAMES: &str = "frame-ancestors 'none'";

/// Any site may: the page holds no form and no secret that a false frame could get at.
const ANY_FRAME: &str = "frame-ancestors *";

/// Pages of this site may.
const OWN_FRAMES: &str = "frame-ancestors 'self'";

/// The policy of pages: nothing from elsewhere, one inline style known by its hash, no inline script (CSP Level 3).
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Checksum::of(crate::pages::STYLE.as_bytes()).as_bytes());
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'self'; worker-src 'self'; \
         connect-src 'self'; manifest-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
         {NO_FRAMES}"
    )
});

/// The policies as headers, made once: of pages, of pages for frames elsewhere, of pages that hold a frame, of pages for
/// a frame of this site.
static POLICIES: LazyLock<[HeaderValue; 4]> = LazyLock::new(|| {
    [
        POLICY.clone(),
        POLICY.replace(NO_FRAMES, ANY_FRAME),
        format!("{}; frame-src 'self'", *POLICY),
        POLICY.replace(NO_FRAMES, OWN_FRAMES),
    ]
    .map(|policy| {
        // It is ASCII; without one, nothing at all would be allowed.
        HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
    })
});

/// What every answer with content says.
static EVERYWHERE: [(HeaderName, HeaderValue); 3] = [
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::CROSS_ORIGIN_OPENER_POLICY, HeaderValue::from_static("same-origin")),
];

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
    /// Nobody; a page of this site holds this page in a frame.
    Framed,
    /// Programs on pages of other sites may read it: it is public, and the same for everybody (Fetch, section 3.3).
    Programs,
    /// Pages of other sites may show it in a frame or as a picture.
    Shown,
}

impl Audience {
    /// Notes on an answer whom it is for, where it is not for this site's own pages alone; the headers come from
    /// [`protect`].
    pub fn mark(self, response: &mut HttpResponseBuilder) {
        if self != Self::Own {
            response.extensions_mut().insert(self);
        }
    }
}

/// Puts the headers on that every answer with content has.
pub fn protect(response: &mut HttpResponse<BoxBody>, is_secure: bool) {
    let audience = response.extensions().get::<Audience>().copied().unwrap_or(Audience::Own);
    let of_audience: &[(HeaderName, &str)] = match audience {
        Audience::Own | Audience::Holder | Audience::Scanner => {
            &[(header::X_FRAME_OPTIONS, "DENY"), (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin")]
        }
        Audience::Held | Audience::Framed => {
            &[(header::X_FRAME_OPTIONS, "SAMEORIGIN"), (header::CROSS_ORIGIN_RESOURCE_POLICY, "same-origin")]
        }
        Audience::Programs => &[
            (header::X_FRAME_OPTIONS, "DENY"),
            (header::CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin"),
            (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            (header::ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Link"),
        ],
        Audience::Shown => &[(header::CROSS_ORIGIN_RESOURCE_POLICY, "cross-origin")],
    };
    let permissions = match audience {
        Audience::Scanner => "camera=(self), geolocation=(), microphone=()",
        _ => "camera=(), geolocation=(), microphone=()",
    };
    let headers = response.headers_mut();
    for (name, value) in &EVERYWHERE {
        headers.insert(name.clone(), value.clone());
    }
    for (name, value) in of_audience {
        headers.insert(name.clone(), HeaderValue::from_static(value));
    }
    headers.insert(header::PERMISSIONS_POLICY, HeaderValue::from_static(permissions));
    let [own, shown, holder, framed] = &*POLICIES;
    let policy = match audience {
        Audience::Own | Audience::Scanner | Audience::Programs => own.clone(),
        Audience::Shown => shown.clone(),
        Audience::Holder => holder.clone(),
        Audience::Framed => framed.clone(),
        Audience::Held => HeaderValue::from_static("default-src 'none'; frame-ancestors 'self'"),
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    if is_secure {
        // A year; without subdomains, which may belong to others.
        let value = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
}
