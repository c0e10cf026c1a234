//! Signing in and out, invitations and passwords.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use serde::Deserialize;

use super::browser::{self, with_cookie};
use super::carried;
use super::fields::{Fields, Form, done};
use super::session::AnonymousSession;
use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::role::Role;
use crate::pages::admin::sign_in::{self as pages, INVITATION, Offered, PASSWORD, SIGN_IN, Visitor, Ways};
use crate::pages::form::Typed;
use crate::pages::{Site, naming};
use crate::phrases::say;
use crate::refusals::sentence;
use crate::registry::{Admitted, Error, PASSWORD_MIN_CHARS, Refusal, View};
use crate::web::access::{SignedInOnly, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;
use crate::web::state::App;

/// Characters of a refused login that are shown again: none that exists is longer.
const TYPED_MAX_CHARS: usize = 100;

/// Who signs in.
#[derive(Deserialize)]
pub struct SignIn {
    login: String,
    password: String,
}

/// Who accepts an invitation.
#[derive(Deserialize)]
pub struct Accept {
    login: String,
    password: String,
    again: String,
}

/// Another password.
#[derive(Deserialize)]
pub struct Password {
    present: String,
    new: String,
    again: String,
}

impl AnonymousSession {
    pub(super) fn visitor<'a>(&self, site: Site<'a>, typed: &'a Typed) -> Visitor<'a> {
        Visitor { site, lang: self.lang, typed }
    }

    /// A refusal of a form with its status and the login that was typed, or the page for trouble with the state.
    pub(super) fn refused(
        &self,
        error: Error,
        (form, login): (&str, &str),
    ) -> Result<(StatusCode, Option<u64>, Typed), WebError> {
        let refusal = refusal(error)?;
        let (status, wait_s) = weight(&refusal);
        Ok((status, wait_s, with_login(login).refused(form, self.lang, &refusal)))
    }
}

/// What is shown again of a form that was refused: never a password.
fn with_login(typed: &str) -> Fields {
    let login = typed.chars().take(TYPED_MAX_CHARS).collect();
    Fields::from(vec![("login".to_owned(), login)])
}

/// The status of a refusal, and the seconds to wait.
pub(super) fn weight(refusal: &Refusal) -> (StatusCode, Option<u64>) {
    match refusal {
        Refusal::TooManyAttempts { wait_s } => (StatusCode::TOO_MANY_REQUESTS, Some(*wait_s)),
        Refusal::Busy { wait_s } => (StatusCode::SERVICE_UNAVAILABLE, Some(*wait_s)),
        Refusal::ProviderAway { .. } => (StatusCode::SERVICE_UNAVAILABLE, None),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, None),
    }
}

/// To the next page of one who has signed in, with the cookies: to the code of the second factor, to setting one up where it
/// is required, or to the first page.
pub(super) fn welcomed(door: &AnonymousSession, kept: &Admitted) -> Reply {
    let next = match door.registry().session(&kept.session)? {
        None => Admin::SignInCode,
        Some(who) => {
            let needs = |view: &View| door.registry().needs_second_factor(view, &who);
            if door.registry().read(needs)? { Admin::SecondFactor } else { carried::next(&door.request) }
        }
    };
    Ok(admitted(&door.request.app, next, kept))
}

/// To a page, with the cookies of one who has signed in.
fn admitted(app: &App, to: impl Into<Href>, admitted: &Admitted) -> Rendered {
    let cookies = browser::cookies(app, admitted);
    cookies.iter().fold(Rendered::see_other(to), with_cookie)
}

/// The page on which one signs in, with what was refused.
pub(super) fn sign_in_page(
    door: &AnonymousSession,
    view: &View,
    status: StatusCode,
    typed: &Typed,
) -> Rendered {
    drawn(door, view, status, (typed, None, None))
}

fn drawn(
    door: &AnonymousSession,
    view: &View,
    status: StatusCode,
    (typed, done, ended): (&Typed, Option<&str>, Option<&str>),
) -> Rendered {
    let fields = Fields::of_query(&door.request);
    let (origin, by_passkey) =
        (door.registry().passkey_origin(), carried::sign_in(&fields, Admin::SignInPasskey));
    let ways = Ways {
        password: carried::sign_in(&fields, Admin::SignIn),
        passkey: origin.as_deref().map(|origin| (&by_passkey, origin)),
        provider: door.registry().provider_name(),
    };
    door.page(view, status, |site| pages::sign_in(&door.visitor(site, typed), &ways, done, ended))
}

/// The page on which one signs in.
pub fn form(door: &AnonymousSession, view: &View) -> Reply {
    let done = done(&door.request, &[("signed-out", "admin-signed-out")]);
    let fields = Fields::of_query(&door.request);
    let ended = match (fields.get("ended"), carried::typed(&door.request).action.is_empty()) {
        ("", _) => None,
        (_, false) => Some("admin-session-ended-carried"),
        (_, true) => Some("admin-session-ended"),
    };
    Ok(drawn(door, view, StatusCode::OK, (&Typed::default(), done, ended)))
}

/// Signs in.
///
/// # Errors
/// Trouble with the state.
pub fn sign_in(door: AnonymousSession, Form(SignIn { login, password }): Form<SignIn>) -> Reply {
    match door.registry().sign_in(&login, &password, &door.browser) {
        Ok(kept) => welcomed(&door, &kept),
        Err(error) => {
            let (status, wait_s, typed) = door.refused(error, (SIGN_IN, &login))?;
            Ok(waiting(sign_in_page(&door, &door.registry().glance(), status, &typed), wait_s))
        }
    }
}

pub(super) fn waiting(page: Rendered, wait_s: Option<u64>) -> Rendered {
    match wait_s {
        Some(seconds) => page.with(header::RETRY_AFTER, HeaderValue::from(seconds)),
        None => page,
    }
}

/// Signs out.
///
/// # Errors
/// Trouble with the state.
pub fn sign_out(door: AnonymousSession, (): ()) -> Reply {
    if let Some(token) = &door.browser.session
        && let Err(error) = door.registry().sign_out(token)
    {
        refusal(error)?;
    }
    let next = Rendered::see_other(Href::to(Admin::SignIn).with("done", "signed-out"));
    let next = carried::dropped(&door.request, next);
    Ok(with_cookie(next, &browser::session(&door.request.app, None)))
}

/// The page on which one changes the own password.
pub fn password_form(staff: &Staff<SignedInOnly>, _: &View) -> Reply {
    let done = done(&staff.request, &[("changed", "admin-password-changed")]);
    Ok(password_page(staff, StatusCode::OK, &Typed::default(), done))
}

fn password_page(staff: &StaffSession, status: StatusCode, typed: &Typed, done: Option<&str>) -> Rendered {
    staff.page(&staff.registry().glance(), status, |site| {
        pages::password(staff.view(site, Admin::Password), typed, done, PASSWORD_MIN_CHARS)
    })
}

/// Changes the own password.
///
/// # Errors
/// Trouble with the state.
pub fn password(staff: Staff<SignedInOnly>, Form(typed): Form<Password>) -> Reply {
    let Password { present, new, again } = typed;
    if new != again {
        let differs = vec![say(staff.lang, "refusal-password-differs")];
        let typed = Fields::default().typed(PASSWORD, differs).about(&["new", "again"]);
        return Ok(password_page(&staff, StatusCode::UNPROCESSABLE_ENTITY, &typed, None));
    }
    match staff.registry().change_password(&staff.who, &present, &new, &browser::of(&staff.request)) {
        Ok(kept) => Ok(admitted(staff.app(), Href::to(Admin::Password).with("done", "changed"), &kept)),
        Err(error) => {
            let refusal = refusal(error)?;
            let (status, wait_s) = weight(&refusal);
            let wrong = Fields::default().wrong(&refusal);
            let line = match refusal {
                Refusal::WrongPassword => say(staff.lang, "refusal-password-wrong"),
                _ => sentence(staff.lang, &refusal, ""),
            };
            let typed = Fields::default().typed(PASSWORD, vec![line]).about(&wrong);
            Ok(waiting(password_page(&staff, status, &typed, None), wait_s))
        }
    }
}

/// Shows an invitation; only POST uses it up.
///
/// # Errors
/// Trouble with the state.
pub fn invitation(door: &AnonymousSession, view: &View, token: Token) -> Reply {
    invitation_page(door, view, token, (StatusCode::OK, &Typed::default()))
}

fn invitation_page(
    door: &AnonymousSession,
    view: &View,
    token: Token,
    (status, typed): (StatusCode, &Typed),
) -> Reply {
    match door.registry().invitation(token.as_str()) {
        Ok(offer) => {
            let organizations = names(view, &offer.role, door.lang)?;
            Ok(door.page(view, status, |site| {
                let (role, login) = (&offer.role, offer.login.as_deref());
                let (organizations, expires_at) = (&*organizations, offer.expires_at);
                let offered = Offered { token, role, organizations, login, expires_at };
                pages::invitation(&door.visitor(site, typed), &offered, PASSWORD_MIN_CHARS)
            }))
        }
        Err(error) => {
            let (_, _, typed) = door.refused(error, (INVITATION, ""))?;
            let gone = StatusCode::GONE;
            Ok(door.page(view, gone, |site| pages::bad_invitation(&door.visitor(site, &typed))))
        }
    }
}

fn names(view: &View, role: &Role, lang: Lang) -> Result<String, Error> {
    let mut names = Vec::new();
    for id in role.organizations() {
        names.extend(view.organization_by_id(*id)?.map(|found| naming::name(found, lang).text));
    }
    Ok(names.join(", "))
}

/// Uses an invitation up.
///
/// # Errors
/// Trouble with the state.
pub fn accept(door: AnonymousSession, token: Token, Form(typed): Form<Accept>) -> Reply {
    let Accept { login, password, again } = typed;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if password != again {
        let differs = vec![say(door.lang, "refusal-password-differs")];
        let typed = with_login(&login).typed(INVITATION, differs).about(&["password", "again"]);
        let page = |view: &View| invitation_page(&door, view, token, (unprocessable, &typed));
        return door.registry().read(page);
    }
    match door.registry().accept(token.as_str(), &login, &password, &door.browser) {
        Ok(kept) => welcomed(&door, &kept),
        Err(error) => {
            let (status, wait_s, typed) = door.refused(error, (INVITATION, &login))?;
            let page = |view: &View| invitation_page(&door, view, token, (status, &typed));
            Ok(waiting(door.registry().read(page)?, wait_s))
        }
    }
}
