//! The weekly letter: asking for it, confirming the address, and ending it.

use actix_web::http::StatusCode;

use super::account;
use super::fields::Fields;
use super::session::AnonymousSession;
use crate::domain::address::{Admin, Href, Token};
use crate::pages::admin::mail::{Asking, WISH, render_asking, render_done};
use crate::pages::error::Problem;
use crate::registry::{Error, Refusal, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// Asks for the letter. A letter that confirms the address is sent by the thread that sends all others.
///
/// # Errors
/// A server that sends no mail; trouble with the state.
pub fn wish(staff: Staff<SignedInOnly>, fields: Fields) -> Reply {
    if staff.app().mailer.is_none() {
        return Err(Problem::NoSuchPage.into());
    }
    match staff.registry().wish_mail(&staff.who, fields.get("mail"), staff.lang) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Account).with("done", "mail-asked"))),
        Err(error) => {
            let refusal = refusal(error)?;
            let typed = fields.refused(WISH, staff.lang, &refusal);
            staff.read(|view| account::drawn(&staff, view, &typed))
        }
    }
}

/// Ends it.
///
/// # Errors
/// Trouble with the state.
pub fn end(staff: Staff<SignedInOnly>, (): ()) -> Reply {
    staff.registry().end_mail(&staff.who)?;
    Ok(Rendered::see_other(Href::to(Admin::Account).with("done", "mail-ended")))
}

/// The page that a link in a letter opens: a button confirms, so that nothing does that only looks at links.
///
/// # Errors
/// A link that is none, or that has ended.
pub fn confirm_form(door: &AnonymousSession, view: &View, link: Token) -> Reply {
    asking(door, view, door.registry().is_mail_link(link.as_str())?, Asking::Confirm(link))
}

/// Confirms the address.
///
/// # Errors
/// A link that is none, or that has ended.
pub fn confirm(door: AnonymousSession, link: Token, (): ()) -> Reply {
    door.registry().confirm_mail(link.as_str()).map_err(gone)?;
    Ok(done(&door, Asking::Confirm(link)))
}

/// The page that ends the letters by a button.
///
/// # Errors
/// A token that is none.
pub fn stop_form(door: &AnonymousSession, view: &View, token: Token) -> Reply {
    asking(door, view, door.registry().is_mail_stop(token.as_str())?, Asking::Stop(token))
}

/// Ends the letters: the button was pressed, or that of a program for mail (RFC 8058).
///
/// # Errors
/// A token that is none.
pub fn stop(door: AnonymousSession, token: Token, (): ()) -> Reply {
    door.registry().stop_mail(token.as_str()).map_err(gone)?;
    Ok(done(&door, Asking::Stop(token)))
}

fn asking(door: &AnonymousSession, view: &View, is_known: bool, asking: Asking) -> Reply {
    if !is_known {
        return Err(Problem::NoSuchPage.into());
    }
    Ok(door.page(view, StatusCode::OK, |site| render_asking(site, door.lang, asking)))
}

fn done(door: &AnonymousSession, asking: Asking) -> Rendered {
    let view = door.registry().glance();
    door.page(&view, StatusCode::OK, |site| render_done(site, door.lang, asking))
}

fn gone(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::BadToken) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}
