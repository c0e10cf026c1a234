//! The desk of a signed-in person: who it is, in which language, and how pages and refusals are answered.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, web};

use super::browser;
use crate::domain::Lang;
use crate::domain::address::{Admin, Href};
use crate::domain::role::{Action, may};
use crate::pages::error::Problem;
use crate::pages::{Site, Wish};
use crate::registry::{Browser, Error, Refusal, Registry, SignedIn, Snapshot};
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::reader::{self, PLAIN_COOKIE, Reader, SECURE_COOKIE};

/// The cookie that keeps the language of the desk.
const LANG_COOKIE: &str = "lang";

/// How long a browser keeps the language.
const LANG_LIFE: time::Duration = time::Duration::days(365);

/// What every handler below `/admin` gets first. Taking it is what requires a session.
pub struct Desk {
    /// The server's state.
    pub app: web::Data<App>,
    /// Who is signed in.
    pub who: SignedIn,
    /// The language of the pages.
    pub lang: Lang,
}

/// The same for pages that need no session: sign-in, invitations.
pub struct Door {
    /// The server's state.
    pub app: web::Data<App>,
    /// The language of the pages.
    pub lang: Lang,
    /// The browser that asks, with its session, good or not.
    pub browser: Browser,
}

impl FromRequest for Door {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let door = door(request);
        Box::pin(async move { door })
    }
}

/// The desk's state and language for a request, whoever sent it.
pub(super) fn door(request: &HttpRequest) -> Result<Door, actix_web::Error> {
    let app = request
        .app_data::<web::Data<App>>()
        .cloned()
        .ok_or_else(|| actix_web::error::ErrorInternalServerError("no state"))?;
    let chosen =
        query_lang(request).or_else(|| request.cookie(LANG_COOKIE).and_then(|c| Lang::parse(c.value())));
    let lang = Reader::new(&app, request, chosen).wish.lang();
    let browser = browser::of(&app, request);
    Ok(Door { app, lang, browser })
}

/// The language that a link of the switch names: `?lang=ru`.
fn query_lang(request: &HttpRequest) -> Option<Lang> {
    request.query_string().split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::parse)
}

impl FromRequest for Desk {
    type Error = actix_web::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let door = door(request);
        Box::pin(async move {
            let Door { app, lang, browser } = door?;
            let (state, secret) = (app.clone(), browser.session.unwrap_or_default());
            let session = web::block(move || state.registry.session(&secret)).await?;
            match session {
                Ok(Some(who)) => Ok(Self { app, who, lang }),
                Ok(None) => Err(actix_web::error::InternalError::from_response(
                    "signed out",
                    see_other(Admin::SignIn).finish(),
                )
                .into()),
                Err(error) => Err(failure(&app, lang, reader::trouble(&error)).into()),
            }
        })
    }
}

impl Door {
    /// Runs a verb of the registry where blocking is allowed.
    pub async fn run<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&Registry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        run(&self.app, verb).await
    }

    /// A page that is made from the register as it is now.
    pub fn page(&self, status: StatusCode, make: impl FnOnce(Site<'_>, Wish) -> String) -> HttpResponse {
        page(&self.app, self.lang, status, make)
    }

    /// The page that says what is wrong with the request.
    pub fn problem(&self, problem: Problem<'_>) -> Failure {
        failure(&self.app, self.lang, problem)
    }

    /// A refusal to be shown beside the form, or the page for trouble with the state, whose cause goes to the log.
    ///
    /// # Errors
    /// Trouble with the state.
    pub fn refusal(&self, error: Error) -> Result<Refusal, Failure> {
        refusal(&self.app, self.lang, error)
    }
}

impl Desk {
    /// Runs a verb of the registry where blocking is allowed.
    pub async fn run<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&Registry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        run(&self.app, verb).await
    }

    /// Who acts, as the audit trail names them.
    pub fn actor(&self) -> String {
        self.who.login.clone()
    }

    /// Refuses what the person may not do.
    ///
    /// # Errors
    /// The page that says so: 403.
    pub fn require(&self, action: Action) -> Result<(), Failure> {
        if may(&self.who.role, action) { Ok(()) } else { Err(self.problem(Problem::Forbidden)) }
    }

    /// The register as it is now.
    pub fn snapshot(&self) -> std::sync::Arc<Snapshot> {
        self.app.registry.snapshot()
    }

    /// A page that is made from the register as it is now.
    pub fn page(&self, status: StatusCode, make: impl FnOnce(Site<'_>, Wish) -> String) -> HttpResponse {
        page(&self.app, self.lang, status, make)
    }

    /// The page that says what is wrong with the request.
    pub fn problem(&self, problem: Problem<'_>) -> Failure {
        failure(&self.app, self.lang, problem)
    }

    /// A refusal to be shown beside the form, or the page for trouble with the state, whose cause goes to the log.
    ///
    /// # Errors
    /// Trouble with the state.
    pub fn refusal(&self, error: Error) -> Result<Refusal, Failure> {
        refusal(&self.app, self.lang, error)
    }
}

fn failure(app: &App, lang: Lang, problem: Problem<'_>) -> Failure {
    reader::failure(app, Wish::Accepted(lang), problem)
}

fn refusal(app: &App, lang: Lang, error: Error) -> Result<Refusal, Failure> {
    match error {
        Error::Refused(refusal) => Ok(refusal),
        other => Err(failure(app, lang, reader::trouble(&other))),
    }
}

async fn run<T: Send + 'static>(
    app: &web::Data<App>,
    verb: impl FnOnce(&Registry) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let state = app.clone();
    web::block(move || verb(&state.registry))
        .await
        .unwrap_or_else(|_| Err(Error::Worker(std::io::Error::other("the server is stopping"))))
}

fn page(
    app: &App,
    lang: Lang,
    status: StatusCode,
    make: impl FnOnce(Site<'_>, Wish) -> String,
) -> HttpResponse {
    let snapshot = app.registry.snapshot();
    let site = app.site(&snapshot);
    HttpResponse::build(status)
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_LANGUAGE, lang.tag()))
        .cookie(
            Cookie::build(LANG_COOKIE, lang.tag())
                .path(Admin::Dashboard.to_string())
                .same_site(SameSite::Lax)
                .max_age(LANG_LIFE)
                .finish(),
        )
        .body(make(site, Wish::Accepted(lang)))
}

/// 303: after a form was taken, the browser fetches the next page.
pub fn see_other(to: impl Into<Href>) -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::SeeOther();
    response
        .insert_header((header::LOCATION, to.into().to_string()))
        .insert_header((header::CACHE_CONTROL, "no-store"));
    response
}

/// The cookie of a session. Without a token it deletes the one there is.
pub fn session_cookie(app: &App, token: Option<&str>) -> Cookie<'static> {
    let mut cookie = Cookie::build(cookie_name(app), token.unwrap_or_default().to_owned())
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

/// The name of the session's cookie.
pub fn cookie_name(app: &App) -> &'static str {
    if app.is_secure() { SECURE_COOKIE } else { PLAIN_COOKIE }
}
