//! The second factor: setting it up, its recovery codes, and its code at the sign-in.

use actix_web::http::StatusCode;
use serde::Deserialize;

use super::fields::{Fields, Form, done};
use super::session::AnonymousSession;
use super::sign_in::{waiting, weight, welcomed};
use crate::domain::address::{Admin, Href};
use crate::pages::admin::second_factor::{self as pages, CODE, GIVE_UP, RENEW, SET_UP, Shown};
use crate::pages::form::Typed;
use crate::phrases::say;
use crate::refusals::sentence;
use crate::registry::{AwaitedFactors, Error, Refusal, SecondFactorState, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// A code that was typed.
#[derive(Deserialize)]
pub struct Code {
    code: String,
}

/// What is sent to set a second factor up: at first nothing, then a secret and what proves that the device has it.
#[derive(Deserialize)]
pub struct SetUp {
    #[serde(default)]
    secret: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    present: String,
}

/// The page that asks for the second factor after the password.
///
/// # Errors
/// Trouble with the state.
pub fn code_form(door: &AnonymousSession, view: &View) -> Reply {
    code_page(door, view, StatusCode::OK, &Typed::default())
}

/// The same, with what was refused.
///
/// # Errors
/// Trouble with the state.
pub(super) fn code_page(door: &AnonymousSession, view: &View, status: StatusCode, typed: &Typed) -> Reply {
    let session = door.browser.session.as_deref().unwrap_or_default();
    let awaited = door.registry().awaited_factors(session)?;
    // Who has shown no password is told nothing of anybody.
    let factors = awaited.unwrap_or(AwaitedFactors { code: true, passkey: false });
    let origin = door.registry().passkey_origin().filter(|_| factors.passkey);
    Ok(door
        .page(view, status, |site| pages::code(&door.visitor(site, typed), factors.code, origin.as_deref())))
}

/// Signs in whose code is right.
///
/// # Errors
/// Trouble with the state.
pub fn confirm_code(door: AnonymousSession, Form(Code { code }): Form<Code>) -> Reply {
    match door.registry().confirm_code(&code, &door.browser) {
        Ok(kept) => welcomed(&door, &kept),
        Err(Error::Refused(Refusal::SignedOut)) => Ok(Rendered::see_other(Admin::SignIn)),
        Err(error) => {
            let (status, wait_s, typed) = door.refused(error, (CODE, ""))?;
            let view = door.registry().glance();
            Ok(waiting(code_page(&door, &view, status, &typed)?, wait_s))
        }
    }
}

/// The page of the own second factor.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    drawn(staff, view, StatusCode::OK, &Typed::default())
}

fn drawn(staff: &Staff<SignedInOnly>, view: &View, status: StatusCode, typed: &Typed) -> Reply {
    let shown = match staff.registry().second_factor(&staff.who)? {
        SecondFactorState::Active { codes_left } => {
            let may_go = staff.registry().may_drop_second_factor(view, &staff.who)?;
            Shown::Active { codes_left, may_go }
        }
        SecondFactorState::Missing => {
            Shown::Missing { is_required: staff.registry().needs_second_factor(view, &staff.who)? }
        }
    };
    let done = done(&staff.request, &[("given-up", "second-factor-given-up")]);
    Ok(page(staff, view, (status, shown), (typed, done)))
}

fn page(
    staff: &Staff<SignedInOnly>,
    view: &View,
    (status, shown): (StatusCode, Shown<'_>),
    (typed, done): (&Typed, Option<&str>),
) -> Rendered {
    staff.page(view, status, |site| pages::render(staff.view(site, Admin::SecondFactor), shown, typed, done))
}

/// Shows a secret, or keeps the one that was shown and gives the recovery codes, once.
///
/// # Errors
/// Trouble with the state.
pub fn set_up(staff: Staff<SignedInOnly>, Form(typed): Form<SetUp>) -> Reply {
    let SetUp { secret, code, present } = typed;
    let view = staff.registry().glance();
    let host = staff.app().base.host();
    if secret.is_empty() {
        let secret = staff.registry().new_secret()?;
        let shown = Shown::Secret { secret: &secret, host };
        return Ok(page(&staff, &view, (StatusCode::OK, shown), (&Typed::default(), None)));
    }
    let session = staff.request.session().unwrap_or_default();
    match staff.registry().set_up_second_factor(&staff.who, (&secret, &code), &present, &session) {
        Ok(codes) => {
            let shown = (StatusCode::OK, Shown::Codes(&codes));
            Ok(page(&staff, &view, shown, (&Typed::default(), None)))
        }
        Err(error) => {
            let (typed, status, wait_s) = refused(&staff, error, SET_UP)?;
            let shown = Shown::Secret { secret: &secret, host };
            Ok(waiting(page(&staff, &view, (status, shown), (&typed, None)), wait_s))
        }
    }
}

/// What a form says again, with the status and the seconds to wait.
fn refused(
    staff: &Staff<SignedInOnly>,
    error: Error,
    form: &str,
) -> Result<(Typed, StatusCode, Option<u64>), crate::web::error::WebError> {
    let refusal = refusal(error)?;
    let (status, wait_s) = weight(&refusal);
    let line = match refusal {
        Refusal::WrongPassword => say(staff.lang, "refusal-password-wrong"),
        _ => sentence(staff.lang, &refusal, ""),
    };
    let wrong = Fields::default().wrong(&refusal);
    Ok((Fields::default().typed(form, vec![line]).about(&wrong), status, wait_s))
}

/// Makes new recovery codes and shows them, once.
///
/// # Errors
/// Trouble with the state.
pub fn renew_codes(staff: Staff<SignedInOnly>, Form(Code { code }): Form<Code>) -> Reply {
    match staff.registry().renew_recovery_codes(&staff.who, &code) {
        Ok(codes) => {
            let (view, shown) = (staff.registry().glance(), (StatusCode::OK, Shown::Codes(&codes)));
            Ok(page(&staff, &view, shown, (&Typed::default(), None)))
        }
        Err(error) => again(&staff, error, RENEW),
    }
}

/// Gives the second factor up.
///
/// # Errors
/// Trouble with the state.
pub fn give_up(staff: Staff<SignedInOnly>, Form(Code { code }): Form<Code>) -> Reply {
    match staff.registry().drop_second_factor(&staff.registry().glance(), &staff.who, &code) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::SecondFactor).with("done", "given-up"))),
        Err(error) => again(&staff, error, GIVE_UP),
    }
}

fn again(staff: &Staff<SignedInOnly>, error: Error, form: &str) -> Reply {
    let (typed, status, wait_s) = refused(staff, error, form)?;
    Ok(waiting(drawn(staff, &staff.registry().glance(), status, &typed)?, wait_s))
}
