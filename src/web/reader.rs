//! Who asks: the language they wish, what they can unpack, whether they are a person.

use actix_web::http::{Method, StatusCode, header};
use actix_web::{HttpRequest, web};

use super::App;
use super::failure::Failure;
use super::page::Counted;
use crate::domain::{Day, Lang};
use crate::pages::Wish;
use crate::pages::error::{self, Problem};
use crate::registry::{Error, Opening, Reader as Kind, Refusal, StorageError, Way};

/// The name of the session's cookie over TLS; a browser takes it from this host alone.
pub const SECURE_COOKIE: &str = "__Host-session";

/// The name of the session's cookie on plain http, for trials on loopback.
pub const PLAIN_COOKIE: &str = "session";

/// Parts of `User-Agent` by which programs say that they are no people.
const ROBOTS: [&str; 13] = [
    "bot",
    "crawl",
    "spider",
    "preview",
    "slurp",
    "facebookexternalhit",
    "whatsapp",
    "curl",
    "wget",
    "python",
    "headless",
    "monitor",
    "scan",
];

/// The one who asks.
pub struct Reader<'r> {
    /// The server's state.
    pub app: &'r App,
    /// The request.
    pub request: &'r HttpRequest,
    /// The language, and how it became known.
    pub wish: Wish,
}

impl<'r> Reader<'r> {
    /// The one who sent this request, with the language that the path names.
    pub fn new(app: &'r web::Data<App>, request: &'r HttpRequest, path_lang: Option<Lang>) -> Self {
        let wish = match path_lang {
            Some(lang) => Wish::InPath(lang),
            None => Wish::Accepted(accepted(request)),
        };
        Self { app, request, wish }
    }

    /// The page that says what is wrong.
    pub fn problem(&self, problem: Problem<'_>) -> Failure {
        failure(self.app, self.wish, problem)
    }

    /// The page for a failure of the register; what was inside goes to the log.
    pub fn failed(&self, failure: Error) -> Failure {
        match failure {
            Error::Refused(Refusal::UnknownOrganization(_) | Refusal::UnknownDocument(_)) => {
                self.problem(Problem::NoSuchPage)
            }
            Error::Refused(Refusal::NotAllowed) => self.problem(Problem::Forbidden),
            other => self.problem(trouble(&other)),
        }
    }

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
        matches!(self.wish, Wish::Accepted(_))
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

    /// Whether a session's cookie came along: staff are not counted.
    pub fn is_staff(&self) -> bool {
        self.request
            .headers()
            .get_all(header::COOKIE)
            .any(|value| value.to_str().is_ok_and(|text| text.contains("session=")))
    }

    /// The token of the session whose cookie came along, good or not.
    pub fn session_token(&self) -> Option<String> {
        let name = if self.app.is_secure() { SECURE_COOKIE } else { PLAIN_COOKIE };
        self.request.cookie(name).map(|cookie| cookie.value().to_owned())
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
                Wish::InPath(_) => Way::Shared,
                Wish::Accepted(_) if self.is_scan() => Way::Scanned,
                Wish::Accepted(_) => Way::Followed,
            },
        });
    }

    /// A person, or a program that says so.
    pub fn kind(&self) -> Kind {
        let agent = self.request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        let is_person = agent.is_some_and(|agent| {
            let agent = agent.to_ascii_lowercase();
            !ROBOTS.iter().any(|robot| agent.contains(robot))
        });
        if is_person { Kind::Human } else { Kind::Robot }
    }
}

/// What a failure of the state is to the one who asks. Its cause goes to the log.
pub fn trouble(error: &Error) -> Problem<'static> {
    tracing::error!(%error, "a request failed");
    match error {
        Error::Storage(error) => match error {
            StorageError::Away(_) => Problem::Unavailable,
            StorageError::StoreAway(_) => Problem::StoreAway,
            StorageError::Busy => Problem::Writing,
            StorageError::Full(_) => Problem::DiskFull,
            StorageError::ReadOnly(_) => Problem::ReadOnly,
            StorageError::FileChanged(_) | StorageError::FileLost(_) => Problem::FileDamaged,
            _ => Problem::Internal,
        },
        Error::Refused(_) | Error::Worker(_) | Error::Random | Error::Moved => Problem::Internal,
    }
}

/// Seconds after which another try may succeed (RFC 9110, section 10.2.3); none where waiting alone does not help.
pub const fn wait_s(problem: Problem<'_>) -> Option<u64> {
    match problem {
        Problem::TooMany { wait_s } | Problem::Busy { wait_s } => Some(wait_s),
        Problem::Unavailable | Problem::StoreAway => Some(2),
        Problem::Writing => Some(5),
        _ => None,
    }
}

/// The page that says what is wrong, with its status and the time to wait.
pub fn failure(app: &App, wish: Wish, problem: Problem<'_>) -> Failure {
    let snapshot = app.registry.snapshot();
    let failure =
        Failure::new(status(problem), wish.lang(), error::render(app.site(&snapshot), wish, problem));
    match wait_s(problem) {
        Some(wait_s) => failure.retry_after(wait_s),
        None => failure,
    }
}

/// The status of a refusal (RFC 9110, section 15.5).
pub fn status(problem: Problem<'_>) -> StatusCode {
    match problem {
        Problem::BadRequest | Problem::BadDatetime => StatusCode::BAD_REQUEST,
        Problem::Forbidden | Problem::ForeignForm { .. } => StatusCode::FORBIDDEN,
        Problem::NoSuchPage | Problem::UnknownCode(_) | Problem::MistypedCode(_) => StatusCode::NOT_FOUND,
        Problem::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Problem::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Problem::FileGone => StatusCode::GONE,
        Problem::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Problem::Internal | Problem::FileDamaged => StatusCode::INTERNAL_SERVER_ERROR,
        Problem::Unavailable
        | Problem::StoreAway
        | Problem::Writing
        | Problem::ReadOnly
        | Problem::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Problem::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
    }
}

/// The best language of `Accept-Language` (RFC 9110, section 12.5.4).
fn accepted(request: &HttpRequest) -> Lang {
    let Some(header) = request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok())
    else {
        return Lang::wished(None, &[]);
    };
    let list: Vec<(&str, u16)> = header.split(',').take(LANGUAGES_MAX).map(ranked).collect();
    Lang::wished(None, &list)
}

/// Languages of a header that are looked at: more are no person's wish.
const LANGUAGES_MAX: usize = 20;

/// The primary subtag of a range with its weight in thousandths; 0 for what cannot be read.
fn ranked(range: &str) -> (&str, u16) {
    let mut parts = range.split(';');
    let tag = parts.next().unwrap_or_default().trim();
    let primary = tag.split('-').next().unwrap_or_default();
    let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1000, |q| {
        let weight: f32 = q.trim().parse().unwrap_or_default();
        // A weight is 0 to 1 with at most three decimals.
        (weight.clamp(0.0, 1.0) * 1000.0) as u16
    });
    (primary, weight)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn wished(header: &str) -> Lang {
        accepted(&TestRequest::get().insert_header((header::ACCEPT_LANGUAGE, header)).to_http_request())
    }

    #[test]
    fn the_weights_of_the_header_decide() {
        assert_eq!(wished("ru-RU,ru;q=0.9,en-US;q=0.8"), Lang::Ru);
        assert_eq!(wished("ru;q=0.5, kk-KZ;q=0.9"), Lang::Kk);
        assert_eq!(wished("en-US,en;q=0.9,ru;q=0.1"), Lang::Ru);
        assert_eq!(wished("de,en;q=0.5"), Lang::En);
        assert_eq!(wished("fr;q=junk,,;"), Lang::Kk);
    }
}
