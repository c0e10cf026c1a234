//! Tokens with which programs act for a person: making one, revoking one's own or another person's.

use actix_web::http::StatusCode;

use super::account;
use super::fields::Fields;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::ids::UserId;
use crate::domain::token_scope::TokenScope;
use crate::pages::admin::tokens::{ListedToken, MAKE, render_made};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::refusals::sentence;
use crate::registry::{ApiToken, Error, Field, Refusal, TokenInput};
use crate::web::access::{ManagePeople, SignedInOnly, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// A token as the pages show one.
pub(super) fn listed(token: &ApiToken) -> ListedToken<'_> {
    ListedToken {
        handle: &token.handle,
        name: &token.name,
        scopes: &token.scopes,
        last_day: token.last_day,
        used_on: token.used_on,
    }
}

/// Makes a token. The answer is the page that shows it, because it is kept nowhere and shown this once.
///
/// # Errors
/// A scope that there is not; trouble with the state.
pub fn make(staff: Staff<SignedInOnly>, mut fields: Fields) -> Reply {
    let scopes = fields.all("scope").map(TokenScope::parse).collect::<Option<Vec<_>>>();
    let scopes = scopes.ok_or(Problem::BadRequest)?;
    let name = fields.get("name").to_owned();
    let present = fields.iter().find(|(field, _)| *field == "present");
    let password = present.map(|(_, typed)| typed.to_owned()).unwrap_or_default();
    // Neither what is kept of the form nor the page that shows it again has the password.
    fields.forget("present");
    let made = match fields.day("last_day", staff.lang) {
        Err(line) => Err((vec![line], vec!["last_day"])),
        Ok(None) => Err(said(&staff, &fields, &Refusal::Missing(Field::Day))),
        Ok(Some(last_day)) => {
            let once = fields.once(&staff, &Admin::MakeToken.to_string());
            let input = TokenInput { name: name.clone(), scopes, last_day, password, once };
            match staff.registry().make_token(&staff.who, &input) {
                Ok(token) => Ok(token),
                Err(error) => Err(said(&staff, &fields, &refusal(error)?)),
            }
        }
    };
    match made {
        Ok(token) => Ok(staff.page(&staff.registry().glance(), StatusCode::OK, |site| {
            render_made(staff.view(site, Admin::Account), &name, &token)
        })),
        Err((lines, wrong)) => {
            let typed = fields.typed(MAKE, lines).about(&wrong);
            staff.read(|view| account::drawn(&staff, view, &typed))
        }
    }
}

/// Why a token was not made, and in which fields.
fn said(staff: &Staff<SignedInOnly>, fields: &Fields, why: &Refusal) -> (Vec<String>, Vec<&'static str>) {
    let line = match why {
        Refusal::WrongPassword => say(staff.lang, "refusal-password-wrong"),
        Refusal::Missing(Field::Name) => say(staff.lang, "refusal-token-nameless"),
        Refusal::Missing(Field::Day) => say(staff.lang, "refusal-day-missing"),
        why => sentence(staff.lang, why, ""),
    };
    let wrong = match why {
        Refusal::Missing(Field::Day) => vec!["last_day"],
        why => fields.wrong(why),
    };
    (vec![line], wrong)
}

/// Revokes one of the own tokens.
///
/// # Errors
/// No such token; trouble with the state.
pub fn revoke(staff: Staff<SignedInOnly>, token: Token, (): ()) -> Reply {
    staff.registry().revoke_token(staff.who.user, token.as_str(), staff.actor()).map_err(gone)?;
    Ok(revoked(Admin::Account))
}

/// Revokes a token of a person.
///
/// # Errors
/// No such person or token; trouble with the state.
pub fn revoke_of(staff: Staff<ManagePeople>, person: UserId, token: Token, (): ()) -> Reply {
    staff.registry().revoke_token(person, token.as_str(), staff.actor()).map_err(gone)?;
    Ok(revoked(Admin::Person(person)))
}

fn revoked(page: Admin) -> Rendered {
    Rendered::see_other(Href::to(page).with("done", "revoked"))
}

fn gone(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::BadToken | Refusal::UnknownPerson) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}
