//! Passkeys: adding and removing them, and signing in with one. What a browser is asked to do is told to the script of the
//! page; what it answers comes as a form, so that all that follows is pages.

use actix_web::http::StatusCode;
use serde::Deserialize;
use serde_json::json;

use super::account;
use super::browser::{self, with_cookie};
use super::fields::{Fields, Form};
use super::second_factor::code_page;
use super::session::AnonymousSession;
use super::sign_in::{sign_in_page, waiting, weight, welcomed};
use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Token};
use crate::pages::admin::passkeys::{ADD, CONFIRM, SIGN_IN};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::refusals::sentence;
use crate::registry::{Begun, Error, Field, Refusal};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;
use crate::web::request::Request;

/// A passkey that is to be made.
#[derive(Deserialize)]
pub struct PasskeyInput {
    name: String,
    present: String,
}

/// What a device answered, as the script of the page writes it.
#[derive(Deserialize)]
pub struct DeviceAnswer {
    credential: String,
}

/// What the script is told: what the browser is to do, or why nothing comes of it.
fn told(request: &Request, lang: Lang, begun: Result<Begun, Error>) -> Reply {
    match begun {
        Ok(Begun { token, options }) => Ok(with_cookie(
            Rendered::for_script(StatusCode::OK, options),
            &browser::ceremony(&request.app, &token),
        )),
        Err(error) => {
            let refusal = refusal(error)?;
            let (status, wait_s) = weight(&refusal);
            let refused = json!({ "refusal": words(lang, &refusal) }).to_string();
            Ok(waiting(Rendered::for_script(status, refused), wait_s))
        }
    }
}

fn words(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::WrongPassword => say(lang, "refusal-password-wrong"),
        Refusal::Missing(Field::Name) => say(lang, "refusal-passkey-nameless"),
        _ => sentence(lang, refusal, ""),
    }
}

/// Begins to add a passkey.
///
/// # Errors
/// Trouble with the state.
pub fn begin(staff: Staff<SignedInOnly>, Form(PasskeyInput { name, present }): Form<PasskeyInput>) -> Reply {
    let begun = staff.registry().begin_passkey(&staff.who, &name, &present);
    told(&staff.request, staff.lang, begun)
}

/// Keeps the passkey that a device made.
///
/// # Errors
/// Trouble with the state.
pub fn add(staff: Staff<SignedInOnly>, Form(DeviceAnswer { credential }): Form<DeviceAnswer>) -> Reply {
    let (token, session) = (browser::begun(&staff.request), staff.request.session().unwrap_or_default());
    let added = staff.registry().add_passkey(&staff.who, &token, &credential, &session);
    after(&staff, added, "passkey-added")
}

/// Removes one of the own passkeys.
///
/// # Errors
/// No such passkey; trouble with the state.
pub fn remove(staff: Staff<SignedInOnly>, passkey: Token, (): ()) -> Reply {
    let removed = staff.registry().remove_passkey(&staff.registry().glance(), &staff.who, passkey.as_str());
    match removed {
        Err(Error::Refused(Refusal::BadPasskey)) => Err(Problem::NoSuchPage.into()),
        removed => after(&staff, removed, "passkey-removed"),
    }
}

/// Back to the account, or why nothing came of it.
fn after(staff: &Staff<SignedInOnly>, done: Result<(), Error>, word: &str) -> Reply {
    match done {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Account).with("done", word))),
        Err(error) => {
            let typed = Fields::default().refused(ADD, staff.lang, &refusal(error)?);
            staff.read(|view| account::drawn(staff, view, &typed))
        }
    }
}

/// Begins a sign-in with a passkey alone.
///
/// # Errors
/// Trouble with the state.
pub fn begin_sign_in(door: AnonymousSession, (): ()) -> Reply {
    told(&door.request, door.lang, door.registry().begin_passkey_sign_in())
}

/// Signs in with a passkey alone.
///
/// # Errors
/// Trouble with the state.
pub fn sign_in(door: AnonymousSession, Form(DeviceAnswer { credential }): Form<DeviceAnswer>) -> Reply {
    let token = browser::begun(&door.request);
    match door.registry().sign_in_by_passkey(&token, &credential, &door.browser) {
        Ok(kept) => welcomed(&door, &kept),
        Err(error) => {
            let (status, wait_s, typed) = door.refused(error, (SIGN_IN, ""))?;
            Ok(waiting(sign_in_page(&door, &door.registry().glance(), status, &typed), wait_s))
        }
    }
}

/// Begins to ask for a passkey after the password.
///
/// # Errors
/// Trouble with the state.
pub fn begin_confirm(door: AnonymousSession, (): ()) -> Reply {
    let session = door.browser.session.clone().unwrap_or_default();
    told(&door.request, door.lang, door.registry().begin_passkey_after_password(&session))
}

/// Signs in whose password was right, with a passkey.
///
/// # Errors
/// Trouble with the state.
pub fn confirm(door: AnonymousSession, Form(DeviceAnswer { credential }): Form<DeviceAnswer>) -> Reply {
    let token = browser::begun(&door.request);
    match door.registry().confirm_passkey(&token, &credential, &door.browser) {
        Ok(kept) => welcomed(&door, &kept),
        Err(Error::Refused(Refusal::SignedOut)) => Ok(Rendered::see_other(Admin::SignIn)),
        Err(error) => {
            let (status, wait_s, typed) = door.refused(error, (CONFIRM, ""))?;
            Ok(waiting(code_page(&door, &door.registry().glance(), status, &typed)?, wait_s))
        }
    }
}
