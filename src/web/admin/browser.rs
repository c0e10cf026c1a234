//! The browser in which somebody signs in: where it is, and what it kept of earlier times.

use std::net::{IpAddr, SocketAddr};

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::header::USER_AGENT;
use actix_web::http::header::{self, HeaderValue};

use super::browser_name;
use crate::domain::address::Admin;
use crate::registry::{Admitted, Browser};
use crate::web::rendered::Rendered;
use crate::web::request::{Request, session_cookie};
use crate::web::state::App;

/// The name of a device's cookie over TLS; a browser takes it from nobody who has no certificate. `__Host-` would want it to
/// be sent to every page.
const SECURE_COOKIE: &str = "__Secure-device";

/// The name of a device's cookie on plain http, for trials on loopback.
const PLAIN_COOKIE: &str = "device";

/// How long a browser is known after signing in: longer than a summer holiday.
const DEVICE_LIFE: time::Duration = time::Duration::days(180);

/// The name of the cookie by which a browser is known that comes back with what it was asked for, over TLS; a browser takes
/// it from this host alone.
const SECURE_CEREMONY: &str = "__Host-ceremony";

/// The name of the same cookie on plain http, for trials on loopback.
const PLAIN_CEREMONY: &str = "ceremony";

/// How long that takes: no longer than it is awaited.
const CEREMONY_LIFE: time::Duration = time::Duration::minutes(5);

/// The header in which a proxy on this machine says whom it speaks for.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The browser that sent a request.
pub fn of(request: &Request) -> Browser {
    let forwarded = request.headers.get_all(FORWARDED_FOR).next_back().and_then(|value| value.to_str().ok());
    Browser {
        address: request.peer().map(|peer| address(peer, forwarded)),
        device: request.cookie(device_name(&request.app)),
        session: request.session(),
        words: browser_name::words(user_agent(request)),
    }
}

/// What a browser says of itself.
fn user_agent(request: &Request) -> &str {
    request.headers.get(USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The cookie of a session. Without a token it deletes the one there is.
pub(super) fn session(app: &App, token: Option<&str>) -> Cookie<'static> {
    let mut cookie = Cookie::build(session_cookie(app), token.unwrap_or_default().to_owned())
        .path("/")
        .http_only(true)
        .secure(app.is_secure())
        .same_site(SameSite::Lax)
        .finish();
    if token.is_none() {
        cookie.make_removal();
    }
    cookie
}

/// The address that a request comes from: the peer, or the one that a proxy on this machine saw. What stands before the last
/// entry was written by strangers.
fn address(peer: IpAddr, forwarded: Option<&str>) -> IpAddr {
    let peer = peer.to_canonical();
    if !peer.is_loopback() {
        return peer;
    }
    let last = forwarded.and_then(|list| list.rsplit(',').next()).map(str::trim);
    last.and_then(|text| {
        let plain = text.trim_start_matches('[').trim_end_matches(']');
        plain.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()))
    })
    .unwrap_or(peer)
}

fn device_name(app: &App) -> &'static str {
    if app.is_secure() { SECURE_COOKIE } else { PLAIN_COOKIE }
}

fn ceremony_name(app: &App) -> &'static str {
    if app.is_secure() { SECURE_CEREMONY } else { PLAIN_CEREMONY }
}

/// The token of what was begun in this browser; empty where nothing was.
pub(super) fn begun(request: &Request) -> String {
    request.cookie(ceremony_name(&request.app)).unwrap_or_default()
}

/// The cookie of what is begun in a browser. A provider leads back to us, so that it comes along with a link.
pub(super) fn ceremony(app: &App, token: &str) -> Cookie<'static> {
    Cookie::build(ceremony_name(app), token.to_owned())
        .path("/")
        .http_only(true)
        .secure(app.is_secure())
        .same_site(SameSite::Lax)
        .max_age(CEREMONY_LIFE)
        .finish()
}

/// The cookies of one who has signed in. Nobody else gets one, and only the pages of staff are told the second.
pub(super) fn cookies(app: &App, admitted: &Admitted) -> Vec<Cookie<'static>> {
    let device = admitted.device.clone().map(|mark| {
        Cookie::build(device_name(app), mark)
            .path(Admin::Dashboard.to_string())
            .http_only(true)
            .secure(app.is_secure())
            .same_site(SameSite::Strict)
            .max_age(DEVICE_LIFE)
            .finish()
    });
    std::iter::once(session(app, Some(&admitted.session))).chain(device).collect()
}

/// The answer with a cookie.
pub fn with_cookie(rendered: Rendered, cookie: &Cookie<'_>) -> Rendered {
    match HeaderValue::from_str(&cookie.encoded().to_string()) {
        Ok(value) => rendered.with(header::SET_COOKIE, value),
        // What is encoded is ASCII.
        Err(_) => rendered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_proxy_on_this_machine_is_believed_and_only_its_last_word() {
        let ip = |text: &str| text.parse::<IpAddr>().expect("an address");
        let seen = |peer, forwarded| address(ip(peer), forwarded);
        assert_eq!(seen("203.0.113.5", Some("198.51.100.7")), ip("203.0.113.5"));
        assert_eq!(seen("127.0.0.1", Some("10.0.0.1, 198.51.100.7")), ip("198.51.100.7"));
        assert_eq!(seen("::1", Some("198.51.100.7:4711")), ip("198.51.100.7"));
        assert_eq!(seen("::ffff:127.0.0.1", Some("[2001:db8::1]:443")), ip("2001:db8::1"));
        assert_eq!(seen("127.0.0.1", Some("[2001:db8::1]")), ip("2001:db8::1"));
        for nothing in [None, Some(""), Some("unknown"), Some("1.2.3.4, ")] {
            assert_eq!(seen("127.0.0.1", nothing), ip("127.0.0.1"), "{nothing:?}");
        }
    }
}
