//! Signing in at an OpenID Connect provider, and connecting the account there with the one here. Whoever asks the provider
//! waits in a pool of its own, so that one that is slow keeps nobody else waiting.

use actix_web::http::StatusCode;
use serde::Deserialize;

use super::account;
use super::browser::{self, with_cookie};
use super::fields::{Fields, Form};
use super::session::AnonymousSession;
use super::sign_in::{sign_in_page, waiting, weight, welcomed};
use crate::domain::address::{Admin, Href};
use crate::pages::admin::provider::{self as pages, BEGIN, CONNECT, Returned};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::refusals::sentence;
use crate::registry::{Begun, Error, ProviderAnswer, ProviderOutcome, Refusal, View};
use crate::web::access::{AskingElsewhere, SignedInOnly, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;
use crate::web::request::Request;

/// The password of who connects an account.
#[derive(Deserialize)]
pub struct OwnPassword {
    present: String,
}

/// What a browser brings back.
#[derive(Deserialize)]
pub struct BroughtBack {
    code: String,
    state: String,
    #[serde(default)]
    iss: String,
}

/// The page that leads to the provider. A form that is answered by another site would be stopped by our own policy
/// (`form-action`), so that a page leads there and not the answer itself.
fn leading(
    request: &Request,
    page: impl FnOnce(&str) -> Rendered,
    Begun { token, options }: &Begun,
) -> Rendered {
    with_cookie(page(options), &browser::ceremony(&request.app, token))
}

fn gone(error: Error) -> Result<Error, WebError> {
    match error {
        Error::Refused(Refusal::NoProvider) => Err(Problem::NoSuchPage.into()),
        error => Ok(error),
    }
}

/// Begins a sign-in at the provider.
///
/// # Errors
/// No provider; trouble with the state.
pub fn begin(door: AskingElsewhere<AnonymousSession>, (): ()) -> Reply {
    let door = door.0;
    match door.registry().begin_at_provider() {
        Ok(begun) => {
            let name = door.registry().provider_name().unwrap_or_default();
            let page = |address: &str| {
                let view = door.registry().glance();
                door.page(&view, StatusCode::OK, |site| pages::leading(site, door.lang, name, address))
            };
            Ok(leading(&door.request, page, &begun))
        }
        Err(error) => {
            let (status, wait_s, typed) = door.refused(gone(error)?, (BEGIN, ""))?;
            Ok(waiting(sign_in_page(&door, &door.registry().glance(), status, &typed), wait_s))
        }
    }
}

/// The page to which the provider leads back. It does nothing by itself: a form on it goes on.
///
/// # Errors
/// No provider.
pub fn came_back(door: &AnonymousSession, view: &View) -> Reply {
    let name = door.registry().provider_name().ok_or(Problem::NoSuchPage)?;
    let fields = Fields::of_query(&door.request);
    let returned =
        Returned { code: fields.get("code"), state: fields.get("state"), issuer: fields.get("iss") };
    let refusals = match returned.code {
        "" => vec![sentence(door.lang, &Refusal::ProviderRefused { name: name.to_owned() }, "")],
        _ => Vec::new(),
    };
    Ok(door.page(view, StatusCode::OK, |site| pages::returned(site, door.lang, &returned, &refusals)))
}

/// Takes what the browser brought back.
///
/// # Errors
/// No provider; trouble with the state.
pub fn finish(door: AskingElsewhere<AnonymousSession>, Form(answer): Form<BroughtBack>) -> Reply {
    let door = door.0;
    let BroughtBack { code, state, iss: issuer } = answer;
    let answer = ProviderAnswer { code, state, issuer };
    match door.registry().finish_at_provider(&browser::begun(&door.request), &answer, &door.browser) {
        Ok(ProviderOutcome::SignedIn(kept)) => welcomed(&door, &kept),
        Ok(ProviderOutcome::Connected) => {
            Ok(Rendered::see_other(Href::to(Admin::Account).with("done", "connected")))
        }
        Err(error) => {
            let refusal = refusal(gone(error)?)?;
            let (status, wait_s) = weight(&refusal);
            let refusals = vec![sentence(door.lang, &refusal, "")];
            let view = door.registry().glance();
            let page = door.page(&view, status, |site| {
                pages::returned(site, door.lang, &Returned::default(), &refusals)
            });
            Ok(waiting(page, wait_s))
        }
    }
}

/// Begins to connect an account at the provider with the own one.
///
/// # Errors
/// No provider; trouble with the state.
pub fn connect(
    staff: AskingElsewhere<Staff<SignedInOnly>>,
    Form(OwnPassword { present }): Form<OwnPassword>,
) -> Reply {
    let staff = staff.0;
    match staff.registry().begin_connecting(&staff.who, &present) {
        Ok(begun) => {
            let name = staff.registry().provider_name().unwrap_or_default();
            let page = |address: &str| {
                let view = staff.registry().glance();
                staff.page(&view, StatusCode::OK, |site| pages::leading(site, staff.lang, name, address))
            };
            Ok(leading(&staff.request, page, &begun))
        }
        Err(error) => {
            let refusal = refusal(gone(error)?)?;
            let wrong = Fields::default().wrong(&refusal);
            let line = match refusal {
                Refusal::WrongPassword => say(staff.lang, "refusal-password-wrong"),
                ref other => sentence(staff.lang, other, ""),
            };
            let typed = Fields::default().typed(CONNECT, vec![line]).about(&wrong);
            let page = staff.read(|view| account::drawn(&staff, view, &typed))?;
            Ok(waiting(page, weight(&refusal).1))
        }
    }
}

/// Disconnects the own account from that at the provider.
///
/// # Errors
/// Trouble with the state.
pub fn disconnect(staff: Staff<SignedInOnly>, (): ()) -> Reply {
    staff.registry().disconnect_provider(&staff.who)?;
    Ok(Rendered::see_other(Href::to(Admin::Account).with("done", "disconnected")))
}
