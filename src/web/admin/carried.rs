//! What was typed in a form whose session had ended: the browser itself carries it past the sign-in, for an hour and for the
//! page of that form alone. The server keeps nothing of strangers.

use actix_multipart::Multipart;
use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::header;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use futures_util::TryStreamExt as _;

use super::browser::with_cookie;
use super::fields::Fields;
use crate::domain::address::{Address, Admin, Href};
use crate::pages::form::Typed;
use crate::web::dispatch::Body as _;
use crate::web::error::WebError;
use crate::web::rendered::Rendered;
use crate::web::request::Request;
use crate::web::state::App;

/// The cookie in which a browser carries it.
const COOKIE: &str = "typed";

/// How long it is carried.
const LIFE: time::Duration = time::Duration::hours(1);

/// Most bytes of its value: browsers keep 4,096 with the name and what else is said of it (RFC 6265, section 6.1).
const VALUE_MAX_BYTES: usize = 3_800;

/// Most parts that are read of a form with files.
const PARTS_MAX: usize = 100;

/// Longest field that is carried, in bytes: no more fits.
const FIELD_MAX_BYTES: usize = VALUE_MAX_BYTES;

/// To the sign-in, which leads back to the page that was asked for; a form that was sent is said not to be saved, and what
/// was typed in it is carried.
pub async fn to_sign_in(request: &Request, http: &HttpRequest, payload: &mut Payload) -> WebError {
    let Some(at) = request.admin() else { return WebError::page(Rendered::see_other(Admin::SignIn)) };
    let fields = if is_carried(at.page()) { read(http, payload).await } else { Fields::default() };
    let to = Href::to(Admin::SignIn).with("back", at.page()).with("ended", "yes");
    let next = Rendered::see_other(to);
    let value = encoded(at, &fields);
    if fields.is_empty() || value.len() > VALUE_MAX_BYTES {
        return WebError::page(next);
    }
    WebError::page(with_cookie(next, &cookie(&request.app, value, LIFE)))
}

/// Whether a page shows what was typed in its forms before a sign-in. No form of these has a password or a whole table in it.
const fn is_carried(page: Admin) -> bool {
    matches!(
        page,
        Admin::Propose(_)
            | Admin::Proposal(_)
            | Admin::Letters(_)
            | Admin::Letter(_)
            | Admin::Document(_)
            | Admin::NewDocument
            | Admin::Draft(_)
            | Admin::Organization(_)
            | Admin::Invitations
            | Admin::Person(_)
            | Admin::Site
    )
}

/// The fields of a form without its files.
async fn read(http: &HttpRequest, payload: &mut Payload) -> Fields {
    let kind = http.headers().get(header::CONTENT_TYPE).map(|value| value.as_bytes());
    if !kind.is_some_and(|kind| kind.starts_with(b"multipart/form-data")) {
        return Fields::read(http, payload).await.unwrap_or_default();
    }
    let (mut parts, mut fields) = (Multipart::new(http.headers(), payload.take()), Fields::default());
    for _ in 0..PARTS_MAX {
        let Ok(Some(mut part)) = parts.try_next().await else { break };
        let is_file = part.content_disposition().and_then(|d| d.get_filename()).is_some();
        let name = part.name().unwrap_or_default().to_owned();
        let limit = if is_file { 0 } else { FIELD_MAX_BYTES };
        // What is longer is passed over.
        if let Ok(Ok(bytes)) = part.bytes(limit).await
            && !is_file
        {
            fields.push(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    fields
}

fn encoded(at: Admin, fields: &Fields) -> String {
    let typed = (at.to_string(), fields.iter().collect::<Vec<_>>());
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(&typed).unwrap_or_default())
}

fn cookie(app: &App, value: String, life: time::Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path(Admin::Dashboard.to_string())
        .http_only(true)
        .secure(app.is_secure())
        .same_site(SameSite::Lax)
        .max_age(life)
        .finish()
}

/// What this browser carries of a form; nothing where it carries none.
pub fn typed(request: &Request) -> Typed {
    let read = |value: String| {
        let bytes = URL_SAFE_NO_PAD.decode(value).ok()?;
        serde_json::from_slice::<(String, Vec<(String, String)>)>(&bytes).ok()
    };
    match request.cookie(COOKIE).and_then(read) {
        Some((action, fields)) => Typed { action, fields, ..Typed::default() },
        None => Typed::default(),
    }
}

/// The page, after which the browser carries nothing any more: what was typed stands on it, or who typed it has left.
pub fn dropped(request: &Request, page: Rendered) -> Rendered {
    match request.cookie(COOKIE) {
        Some(_) => with_cookie(page, &cookie(&request.app, String::new(), time::Duration::ZERO)),
        None => page,
    }
}

/// A way to sign in that leads to the same page.
pub fn sign_in(fields: &Fields, to: Admin) -> Href {
    match fields.get("back") {
        "" => Href::to(to),
        _ => Href::to(to).with("back", page_of(fields.get("back"))),
    }
}

/// Where the sign-in leads: to the page that was asked for. The page of the code does not know that one, and leads to the form
/// that is carried.
pub fn next(request: &Request) -> Admin {
    match request.admin() {
        Some(Admin::SignInCode | Admin::SignInCodePasskey) => page_of(&typed(request).action),
        _ => page_of(Fields::of_query(request).get("back")),
    }
}

/// The page of staff at an address; the first one where it is none.
fn page_of(address: &str) -> Admin {
    match Address::parse(address).map(|located| located.address) {
        Ok(Address::Admin(at)) => at.page(),
        _ => Admin::Dashboard,
    }
}
