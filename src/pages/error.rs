//! Refusals in the reader's language: each says what is wrong and what to do.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::form::Form;
use super::html::Passage;
use super::naming;
use super::search_box;
use super::site::{LanguagePreference, Site};
use crate::domain::token_scope::TokenScope;
use crate::domain::{Code, Lang};
use crate::phrases::{Argument, say, say_with};

/// Why a request is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// 400: the request cannot be understood.
    BadRequest,
    /// 400: the instant in `Accept-Datetime` is none.
    BadDatetime,
    /// 401: no token came along, or none that works.
    NoToken,
    /// 403: the token, or the person whose it is, may not do this.
    ScopeMissing(TokenScope),
    /// 415: what was sent is of a kind that is not taken.
    MediaType {
        /// The kind that is.
        taken: &'static str,
    },
    /// 403: the reader may not do this.
    Forbidden,
    /// 403: the form was not sent from this site's own address.
    ForeignForm {
        /// Scheme and host of that address.
        origin: String,
    },
    /// 404: there is no such page.
    NoSuchPage,
    /// 404: no document or organization has this code.
    UnknownCode(Code),
    /// 404: it looks like a code, but its check character is wrong.
    MistypedCode(String),
    /// 405: the address does not do this.
    MethodNotAllowed,
    /// 408: what was sent did not come in time.
    TooSlow,
    /// 410: the file was withdrawn or erased.
    FileGone,
    /// 413: the upload is too large.
    TooLarge {
        /// The largest upload in bytes.
        limit_bytes: u64,
    },
    /// 429: too many requests.
    TooMany {
        /// How long to wait, in seconds.
        wait_s: u64,
    },
    /// 500: the program failed.
    Internal,
    /// 500: the bytes of a published file are damaged or lost on the server.
    FileDamaged,
    /// 503: the database does not answer.
    Unavailable,
    /// 503: the database stopped answering while it saved.
    Unsettled,
    /// 503: the file store does not answer.
    StoreAway,
    /// 503: somebody else has been writing for too long.
    Writing,
    /// 503: nothing can be written at present.
    ReadOnly,
    /// 507: there is no room left on the server.
    DiskFull,
    /// 503: too many others at the same time.
    Busy {
        /// How long to wait, in seconds.
        wait_s: u64,
    },
}

impl Problem {
    /// The name in the keys of the phrases, and for programs.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::BadRequest => "bad-request",
            Self::BadDatetime => "bad-datetime",
            Self::NoToken => "no-token",
            Self::ScopeMissing(_) => "scope-missing",
            Self::MediaType { .. } => "media-type",
            Self::Forbidden => "forbidden",
            Self::ForeignForm { .. } => "foreign-form",
            Self::NoSuchPage => "no-such-page",
            Self::UnknownCode(_) => "unknown-code",
            Self::MistypedCode(_) => "mistyped-code",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::TooSlow => "too-slow",
            Self::FileGone => "file-gone",
            Self::TooLarge { .. } => "too-large",
            Self::TooMany { .. } => "too-many",
            Self::Internal => "internal",
            Self::FileDamaged => "file-damaged",
            Self::Unavailable => "unavailable",
            Self::Unsettled => "unsettled",
            Self::StoreAway => "store-away",
            Self::Writing => "writing",
            Self::ReadOnly => "read-only",
            Self::DiskFull => "disk-full",
            Self::Busy { .. } => "busy",
        }
    }

    /// What the phrase is told: the code, the limit or the time to wait.
    fn detail(&self, page: Lang) -> (&'static str, Argument<'static>) {
        match self {
            Self::UnknownCode(code) => ("code", code.grouped().into()),
            Self::MistypedCode(typed) => ("code", typed.clone().into()),
            Self::ScopeMissing(scope) => {
                ("scope", say(page, &format!("token-scope-{}", scope.name())).into())
            }
            Self::MediaType { taken } => ("type", (*taken).into()),
            Self::TooLarge { limit_bytes } => ("limit", naming::size(*limit_bytes, page).into()),
            Self::ForeignForm { origin } => ("address", origin.clone().into()),
            Self::TooMany { wait_s } | Self::Busy { wait_s } => {
                ("wait", i64::try_from(*wait_s).unwrap_or(i64::MAX).into())
            }
            _ => ("none", "".into()),
        }
    }

    /// What stands in the search box, so that only the wrong character must be typed again.
    const fn typed(&self) -> &str {
        match self {
            Self::MistypedCode(typed) => typed.as_str(),
            _ => "",
        }
    }

    /// Whether another try with the search box can help.
    const fn search_helps(&self) -> bool {
        matches!(self, Self::NoSuchPage | Self::UnknownCode(_) | Self::MistypedCode(_))
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    chrome: Chrome<'a>,
    text: String,
    search: Option<Form>,
}

/// What is wrong, and what can be done about it.
pub fn words(problem: &Problem, page: Lang) -> (String, String) {
    let detail = [problem.detail(page)];
    let say = |part: &str| say_with(page, &format!("error-{}-{part}", problem.name()), &detail);
    (say("title"), say("text"))
}

/// The complete page. It has no language switch: what was refused may have been a form, and has no address.
pub fn render(site: Site<'_>, wish: LanguagePreference, problem: &Problem) -> String {
    let page = wish.lang();
    let (title, text) = words(problem, page);
    let search = problem.search_helps().then(|| search_box::everywhere(wish, problem.typed(), None));
    let chrome = Chrome::new(site, wish, Passage::plain(title), None).described(text.as_str());
    finish(&ErrorPage { chrome, text, search })
}
