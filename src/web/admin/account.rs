//! The own account.

use actix_web::http::StatusCode;

use super::fields::done;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::calendar::local_day;
use crate::pages::admin::account::{Account, Session, render};
use crate::pages::error::Problem;
use crate::registry::{Error, OwnSession, Refusal, SecondFactorState, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    let token = staff.request.session().unwrap_or_default();
    let own = staff.registry().own_sessions(&staff.who, &token)?;
    let sessions: Vec<Session<'_>> = own.iter().map(listed).collect();
    let recovery_codes = match staff.registry().second_factor(&staff.who)? {
        SecondFactorState::Missing => None,
        SecondFactorState::Active { codes_left } => Some(codes_left),
    };
    let done = done(&staff.request, &[("ended", "account-ended")]);
    Ok(staff.page(view, StatusCode::OK, |site| {
        let staff = staff.view(site, Admin::Account);
        render(&Account { staff, sessions: &sessions, recovery_codes, done })
    }))
}

fn listed(one: &OwnSession) -> Session<'_> {
    Session {
        name: &one.name,
        device: &one.device,
        since: local_day(one.created_at),
        used_on: one.used_on,
        is_this: one.is_this,
    }
}

fn ended() -> Rendered {
    Rendered::see_other(Href::to(Admin::Account).with("done", "ended"))
}

/// Ends one of the own sessions.
///
/// # Errors
/// No such session; trouble with the state.
pub fn end_one(staff: Staff<SignedInOnly>, session: Token, (): ()) -> Reply {
    match staff.registry().end_own_session(&staff.who, session.as_str()) {
        Ok(()) => Ok(ended()),
        Err(Error::Refused(Refusal::SignedOut)) => Err(Problem::NoSuchPage.into()),
        Err(error) => Err(error.into()),
    }
}

/// Ends all other sessions.
///
/// # Errors
/// Trouble with the state.
pub fn end_others(staff: Staff<SignedInOnly>, (): ()) -> Reply {
    staff.registry().end_other_sessions(&staff.who, &staff.request.session().unwrap_or_default())?;
    Ok(ended())
}
