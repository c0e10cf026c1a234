//! What a request says of itself, without its body: it can be taken to where work may block.

use std::net::IpAddr;

use actix_web::cookie::Cookie;
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{HttpRequest, web};

use super::http::language;
use super::state::App;
use crate::domain::Lang;
use crate::domain::address::{Address, Admin, Located};
use crate::pages::LanguagePreference;

/// The name of the session's cookie over TLS; a browser takes it from this host alone.
const SECURE_SESSION: &str = "__Host-session";

/// The name of the session's cookie on plain http, for trials on loopback.
const PLAIN_SESSION: &str = "session";

/// The cookie that keeps the language of those who sign in.
pub const LANG_COOKIE: &str = "lang";

/// The part of the site that an address belongs to: it decides how a refusal is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Pages for everybody.
    Public,
    /// Pages of people who sign in.
    Admin,
    /// Answers to programs.
    Api,
}

impl Area {
    /// The part of a path, and of the address that it is.
    pub fn of(path: &str, address: Option<Address>) -> Self {
        let is_below =
            |top: &str| path.strip_prefix(top).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        match address {
            Some(Address::Admin(_)) => Self::Admin,
            Some(Address::Api(_)) => Self::Api,
            Some(Address::Public(_) | Address::Asset(_)) => Self::Public,
            None if is_below("/admin") => Self::Admin,
            None if is_below("/api/v1") => Self::Api,
            None => Self::Public,
        }
    }
}

/// What a request says of itself.
pub struct Request {
    /// The server's state.
    pub app: web::Data<App>,
    /// What it asks for; none where the path is no address.
    pub address: Option<Address>,
    /// The part of the site.
    pub area: Area,
    /// The method.
    pub method: Method,
    /// The headers.
    pub headers: HeaderMap,
    /// The path, for the log.
    pub path: String,
    /// The language that is wished, and how it became known.
    pub wish: LanguagePreference,
    query: String,
    peer: Option<IpAddr>,
}

impl Request {
    /// What this request says, which asks for this address.
    pub fn of(app: &web::Data<App>, http: &HttpRequest, at: Option<Located>) -> Self {
        let path = decoded(http.path());
        let address = at.map(|at| at.address);
        let area = Area::of(&path, address);
        let mut request = Self {
            app: app.clone(),
            address,
            area,
            method: http.method().clone(),
            headers: http.headers().clone(),
            path,
            wish: wished(http.headers(), at.and_then(|at| at.lang)),
            query: http.query_string().to_owned(),
            peer: http.peer_addr().map(|peer| peer.ip()),
        };
        if area == Area::Admin {
            let chosen =
                request.fields().into_iter().find(|(name, _)| name == "lang").map(|(_, value)| value);
            let kept = || request.cookie(LANG_COOKIE);
            let lang =
                chosen.as_deref().and_then(Lang::parse).or_else(|| kept().as_deref().and_then(Lang::parse));
            request.wish =
                LanguagePreference::Accepted(lang.unwrap_or_else(|| language::accepted(&request.headers)));
        }
        request
    }

    /// The language that is wished.
    pub fn lang(&self) -> Lang {
        self.wish.lang()
    }

    /// The page of people who sign in that it asks for.
    pub fn admin(&self) -> Option<Admin> {
        match self.address {
            Some(Address::Admin(admin)) => Some(admin),
            _ => None,
        }
    }

    /// The fields of the query (WHATWG URL, application/x-www-form-urlencoded).
    pub fn fields(&self) -> Vec<(String, String)> {
        web::Query::from_query(&self.query).map(web::Query::into_inner).unwrap_or_default()
    }

    /// The query as it came.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let all = self.headers.get_all(header::COOKIE).filter_map(|value| value.to_str().ok());
        let mut all =
            all.flat_map(|list| list.split(';')).filter_map(|one| Cookie::parse_encoded(one.trim()).ok());
        all.find(|cookie| cookie.name() == name).map(|cookie| cookie.value().to_owned())
    }

    /// The token of the session whose cookie came along, good or not.
    pub fn session(&self) -> Option<String> {
        self.cookie(session_cookie(&self.app))
    }

    /// The machine that the connection comes from.
    pub fn peer(&self) -> Option<IpAddr> {
        self.peer
    }
}

/// The name of the session's cookie.
pub fn session_cookie(app: &App) -> &'static str {
    if app.is_secure() { SECURE_SESSION } else { PLAIN_SESSION }
}

/// A path without percent-encoding.
pub fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

/// The language that a reader of public pages wishes: the path's, else the browser's.
pub fn wished(headers: &HeaderMap, in_path: Option<Lang>) -> LanguagePreference {
    in_path
        .map_or_else(|| LanguagePreference::Accepted(language::accepted(headers)), LanguagePreference::InPath)
}
