//! Whether the server lives and is ready, and what robots may read.

use actix_web::http::header;
use actix_web::{HttpResponse, HttpResponseBuilder};

use super::dispatch::Incoming;
use super::error::Sent;
use crate::domain::address::{Admin, Public};

/// 200 as long as the process answers.
pub fn healthz(_: &Incoming) -> Sent {
    Ok(plain(HttpResponse::Ok(), "ok\n".to_owned()))
}

/// 200 as long as the register is known to be what the database says, else 503; what needs attention is named in either
/// case. Asks nobody, so that it answers at once whatever hangs.
pub fn readyz(incoming: &Incoming) -> Sent {
    let registry = &incoming.app.registry;
    let (response, first) = match registry.stale_since() {
        None => (HttpResponse::Ok(), "ready"),
        Some(_) => (HttpResponse::ServiceUnavailable(), "not ready"),
    };
    let troubles = registry.troubles();
    let lines = std::iter::once(first.to_owned()).chain(troubles.iter().map(ToString::to_string));
    Ok(plain(response, lines.map(|line| line + "\n").collect()))
}

/// Everything public may be read; the administrator's pages hold nothing for robots.
pub fn robots(_: &Incoming) -> Sent {
    let refused = [Admin::Dashboard.to_string(), Public::Search.to_string()];
    let lines = refused.map(|path| format!("Disallow: {path}\n")).concat();
    Ok(plain(HttpResponse::Ok(), format!("User-agent: *\n{lines}")))
}

fn plain(mut response: HttpResponseBuilder, text: String) -> HttpResponse {
    response
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(text)
}
