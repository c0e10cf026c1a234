//! The pages of people who sign in: whose they are, in which language, and the cookies that keep both.

use std::sync::Arc;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::http::StatusCode;

use super::browser::{self, with_cookie};
use super::carried;
use crate::domain::Lang;
use crate::domain::address::Admin;
use crate::pages::Site;
use crate::pages::admin::staff::StaffView;
use crate::registry::{Browser, Registry, View};
use crate::web::access::{Admission, StaffSession};
use crate::web::error::WebError;
use crate::web::pool::{Pool, Pools};
use crate::web::rendered::Rendered;
use crate::web::request::{LANG_COOKIE, Request};

/// How long a browser keeps the language.
const LANG_LIFE: time::Duration = time::Duration::days(365);

/// Somebody who need not be signed in: at the sign-in, with an invitation.
pub struct AnonymousSession {
    /// The request.
    pub request: Arc<Request>,
    /// The language of the pages.
    pub lang: Lang,
    /// The browser that asks, with its session, good or not.
    pub browser: Browser,
}

impl Admission for AnonymousSession {
    const NAME: &'static str = "anyone, to sign in";

    fn pool(pools: &Pools) -> &Pool {
        &pools.door
    }

    fn admit(request: &Arc<Request>, _: &View) -> Result<Self, WebError> {
        Ok(Self { request: request.clone(), lang: request.lang(), browser: browser::of(request) })
    }
}

impl AnonymousSession {
    /// The register.
    pub fn registry(&self) -> &Registry {
        &self.request.app.registry
    }

    /// A page of a view.
    pub fn page(&self, view: &View, status: StatusCode, make: impl FnOnce(Site<'_>) -> String) -> Rendered {
        page(&self.request, view, status, make)
    }
}

impl StaffSession {
    /// The register.
    pub fn registry(&self) -> &Registry {
        &self.app().registry
    }

    /// A page of a view. What the browser carried past the sign-in stands on it, and is carried no further.
    pub fn page(&self, view: &View, status: StatusCode, make: impl FnOnce(Site<'_>) -> String) -> Rendered {
        carried::dropped(&self.request, page(&self.request, view, status, make))
    }

    /// Whose page it is, for the page at this address.
    pub fn view<'a>(&'a self, site: Site<'a>, at: Admin) -> StaffView<'a> {
        StaffView { site, lang: self.lang, login: &self.who.login, role: &self.who.role, at }
    }
}

/// 200, or 422 where a form was refused.
pub fn status_of(refusals: &[String]) -> StatusCode {
    if refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY }
}

fn page(
    request: &Request,
    view: &View,
    status: StatusCode,
    make: impl FnOnce(Site<'_>) -> String,
) -> Rendered {
    let html = make(request.app.site(view));
    let lang = Cookie::build(LANG_COOKIE, request.lang().tag())
        .path(Admin::Dashboard.to_string())
        .same_site(SameSite::Lax)
        .max_age(LANG_LIFE)
        .finish();
    with_cookie(Rendered::private(status, html, request.lang()), &lang)
}
