//! Who asks: whether a camera, a person or a program opened a page, and what of it is counted.

use actix_web::HttpRequest;
use actix_web::http::{Method, header};

use super::rendered::Counted;
use super::request::session_cookie;
use super::state::App;
use crate::domain::opening::{Opening, OpeningWay, ReaderKind};
use crate::domain::{Day, TypedCode};
use crate::pages::LanguagePreference;

/// The one who asks for a public page.
pub struct Reader<'r> {
    /// The server's state.
    pub app: &'r App,
    /// The request.
    pub request: &'r HttpRequest,
    /// The language, and how it became known.
    pub wish: LanguagePreference,
}

impl Reader<'_> {
    /// Whether the browser only loads ahead of a reader.
    pub fn is_prefetch(&self) -> bool {
        ["sec-purpose", "purpose", "x-moz"].iter().any(|name| {
            self.request.headers().get(*name).is_some_and(|value| {
                value.to_str().is_ok_and(|text| text.contains("prefetch") || text.contains("prerender"))
            })
        })
    }

    /// Whether this is what a camera opens: no link with a language, none that was followed on a page, nothing that is
    /// loaded ahead.
    pub fn is_scan(&self) -> bool {
        matches!(self.wish, LanguagePreference::Accepted(_))
            && self.request.method() == Method::GET
            && !self.is_prefetch()
            && !self.follows_link()
    }

    /// Whether the reader followed a link on a page. A page says so (RFC 9110, section 10.1.3; ours do by their
    /// `Referrer-Policy`); where a browser keeps that to itself, Fetch Metadata (2.3) says so of our own pages. Only of a
    /// document: what a service worker fetches is always of the same origin, whatever led there.
    fn follows_link(&self) -> bool {
        let headers = self.request.headers();
        let is = |name, value: &[u8]| headers.get(name).is_some_and(|found| found.as_bytes() == value);
        headers.get(header::REFERER).is_some_and(|from| from.as_bytes().starts_with(b"http"))
            || (is("sec-fetch-site", b"same-origin") && is("sec-fetch-dest", b"document"))
    }

    /// Whether this register's own cookie of a session came along: staff are not counted.
    pub fn is_staff(&self) -> bool {
        let is_session = |cookie: &str| {
            let name = cookie.split_once('=').map_or(cookie, |(name, _)| name);
            name.trim() == session_cookie(self.app)
        };
        let mut cookies =
            self.request.headers().get_all(header::COOKIE).filter_map(|value| value.to_str().ok());
        cookies.any(|cookies| cookies.split(';').any(is_session))
    }

    /// Counts the opening of a page, if a reader opened it: neither what is loaded ahead nor staff.
    pub fn count(&self, day: Day, counted: Counted) {
        if self.request.method() != Method::GET || self.is_prefetch() || self.is_staff() {
            return;
        }
        self.app.registry.count_opening(Opening {
            day,
            document: counted.document,
            organization: counted.organization,
            lang: counted.lang,
            reader: self.kind(),
            way: match self.wish {
                LanguagePreference::InPath(_) => OpeningWay::Shared,
                LanguagePreference::Accepted(_) if self.is_scan() => OpeningWay::Scanned,
                LanguagePreference::Accepted(_) => OpeningWay::Followed,
            },
        });
    }

    /// Counts that a person asked for a code which nothing has, on the same terms.
    pub fn count_stray(&self, code: TypedCode) {
        let is_asked = self.request.method() == Method::GET && !self.is_prefetch() && !self.is_staff();
        if is_asked && self.kind() == ReaderKind::Human {
            self.app.registry.count_stray(self.app.registry.today(), code);
        }
    }

    /// A person, or a program that says so.
    pub fn kind(&self) -> ReaderKind {
        let agent = self.request.headers().get(header::USER_AGENT);
        agent.map_or(ReaderKind::Robot, |agent| {
            ReaderKind::of_agent(&String::from_utf8_lossy(agent.as_bytes()))
        })
    }
}
