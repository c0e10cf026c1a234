//! The one error of the edge: what is wrong, which status that is, and how it is said to whoever asked.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{StatusCode, header::HeaderName};

use super::api::problem;
use super::pool::NotDone;
use super::rendered::Rendered;
use super::request::{Area, Request};
use crate::domain::address::{Admin, Href};
use crate::pages::error::{Problem, render};
use crate::press::PressError;
use crate::registry::{self, Refusal, StorageError};

/// Why a request is not answered as it was asked.
#[derive(Debug)]
pub enum WebError {
    /// The one who asks is told this.
    Problem(Problem),
    /// 405 with the methods that the address answers (RFC 9110, section 15.5.6).
    Method(String),
    /// 400: a parameter cannot be understood.
    Parameter(&'static str),
    /// 400: a body cannot be understood; why, in the words of what read it.
    Body(String),
    /// A page that says it in its own words.
    Page(Box<Rendered>),
    /// Nobody is signed in.
    SignedOut,
}

/// What a handler gives.
pub type Reply = Result<Rendered, WebError>;

/// What a handler gives that sends its answer itself.
pub type Sent = Result<HttpResponse, WebError>;

impl From<Problem> for WebError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<registry::Error> for WebError {
    /// Where no form can say a refusal: what is unknown is not found. The cause of trouble goes to the log.
    fn from(error: registry::Error) -> Self {
        let registry::Error::Refused(refusal) = error else { return trouble(&error).into() };
        match refusal {
            Refusal::UnknownOrganization(_)
            | Refusal::UnknownDocument(_)
            | Refusal::UnknownDraft
            | Refusal::UnknownVersion(_) => Problem::NoSuchPage.into(),
            Refusal::NotAllowed => Problem::Forbidden.into(),
            _ => Problem::BadRequest.into(),
        }
    }
}

impl From<NotDone> for WebError {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Busy { wait_s } => Problem::Busy { wait_s }.into(),
            NotDone::Broken => Problem::Internal.into(),
        }
    }
}

impl From<PressError> for WebError {
    fn from(error: PressError) -> Self {
        tracing::error!(?error, "nothing was drawn");
        Problem::Internal.into()
    }
}

impl WebError {
    /// A page that says why something was refused.
    pub fn page(page: Rendered) -> Self {
        Self::Page(Box::new(page))
    }

    /// The answer to the one who asked.
    pub fn rendered(self, request: &Request) -> Rendered {
        let mut reason = None;
        let (problem, allow, parameter) = match self {
            Self::Page(page) => return *page,
            Self::SignedOut => {
                let back = request.admin().filter(|at| *at != Admin::Dashboard);
                let to = Href::to(Admin::SignIn);
                return Rendered::see_other(match back {
                    Some(at) => to.with("back", at.page()),
                    None => to,
                });
            }
            Self::Problem(problem) => (problem, None, None),
            Self::Method(methods) => (Problem::MethodNotAllowed, Some(methods), None),
            Self::Parameter(name) => (Problem::BadRequest, None, Some(name)),
            Self::Body(why) => {
                reason = Some(why);
                (Problem::BadRequest, None, None)
            }
        };
        let rendered = match request.area {
            Area::Api => problem::refusal(request.lang(), &problem, status(&problem), (parameter, reason)),
            Area::Public | Area::Admin => {
                let view = request.app.registry.glance();
                let html = render(request.app.site(&view), request.wish, &problem);
                Rendered::private(status(&problem), html, request.lang())
            }
        };
        let waits = wait_s(&problem).map(|wait_s| (header::RETRY_AFTER, HeaderValue::from(wait_s)));
        let allows = allow.and_then(|methods| Some((header::ALLOW, HeaderValue::from_str(&methods).ok()?)));
        let asks = challenge(&problem).map(|challenge| (header::WWW_AUTHENTICATE, challenge));
        let further: Vec<(HeaderName, HeaderValue)> = waits.into_iter().chain(allows).chain(asks).collect();
        further.into_iter().fold(rendered, |rendered, (name, value)| rendered.with(name, value))
    }
}

/// A refusal to be said beside the form; trouble with the state is passed on.
///
/// # Errors
/// Trouble with the state.
pub fn refusal(error: registry::Error) -> Result<Refusal, WebError> {
    match error {
        registry::Error::Refused(refusal) => Ok(refusal),
        other => Err(other.into()),
    }
}

/// What a failure of the state is to the one who asks. Its cause goes to the log.
fn trouble(error: &registry::Error) -> Problem {
    match error {
        // It is answered once more, from the state to which the register has moved.
        registry::Error::Moved => tracing::debug!("the register moved on in the middle of an answer"),
        _ => tracing::error!(%error, "a request failed"),
    }
    match error {
        registry::Error::Storage(error) => match error {
            StorageError::Away(_) => Problem::Unavailable,
            StorageError::StoreAway(_) => Problem::StoreAway,
            StorageError::Unsettled(_) => Problem::Unsettled,
            StorageError::Busy => Problem::Writing,
            StorageError::Full(_) => Problem::DiskFull,
            StorageError::ReadOnly(_) => Problem::ReadOnly,
            StorageError::FileChanged(_) | StorageError::FileLost(_) => Problem::FileDamaged,
            _ => Problem::Internal,
        },
        registry::Error::Refused(_)
        | registry::Error::Worker(_)
        | registry::Error::Random
        | registry::Error::Moved => Problem::Internal,
    }
}

/// Seconds after which another try may succeed (RFC 9110, section 10.2.3); none where waiting alone does not help.
const fn wait_s(problem: &Problem) -> Option<u64> {
    match problem {
        Problem::TooMany { wait_s } | Problem::Busy { wait_s } => Some(*wait_s),
        Problem::Unavailable | Problem::StoreAway => Some(2),
        Problem::Writing => Some(5),
        _ => None,
    }
}

/// What a program has to show (RFC 6750, section 3).
fn challenge(problem: &Problem) -> Option<HeaderValue> {
    match problem {
        Problem::NoToken => Some(HeaderValue::from_static("Bearer")),
        Problem::ScopeMissing(scope) => {
            let challenge = format!("Bearer error=\"insufficient_scope\", scope=\"{}\"", scope.name());
            HeaderValue::from_str(&challenge).ok()
        }
        _ => None,
    }
}

/// The status of a refusal (RFC 9110, section 15.5).
fn status(problem: &Problem) -> StatusCode {
    match problem {
        Problem::BadRequest | Problem::BadDatetime => StatusCode::BAD_REQUEST,
        Problem::NoToken => StatusCode::UNAUTHORIZED,
        Problem::Forbidden | Problem::ForeignForm { .. } | Problem::ScopeMissing(_) => StatusCode::FORBIDDEN,
        Problem::NoSuchPage | Problem::UnknownCode(_) | Problem::MistypedCode(_) => StatusCode::NOT_FOUND,
        Problem::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
        Problem::TooSlow => StatusCode::REQUEST_TIMEOUT,
        Problem::FileGone => StatusCode::GONE,
        Problem::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        Problem::MediaType { .. } => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Problem::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
        Problem::Internal | Problem::FileDamaged => StatusCode::INTERNAL_SERVER_ERROR,
        Problem::Unavailable
        | Problem::Unsettled
        | Problem::StoreAway
        | Problem::Writing
        | Problem::ReadOnly
        | Problem::Busy { .. } => StatusCode::SERVICE_UNAVAILABLE,
        Problem::DiskFull => StatusCode::INSUFFICIENT_STORAGE,
    }
}
