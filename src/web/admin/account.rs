//! The own account.

use super::fields::done;
use super::session::status_of;
use super::tokens::listed as token;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::calendar::{local_day, months_later};
use crate::domain::ids::UserId;
use crate::pages::admin::account::{Account, Session, render};
use crate::pages::admin::passkeys::ListedPasskey;
use crate::pages::admin::provider::ProviderAccount;
use crate::pages::admin::tokens::NewToken;
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::registry::{Error, OwnPasskey, OwnSession, Refusal, Registry, SecondFactorState, View, random_id};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// For how many months a token is proposed to work: long enough to forget it once, not to forget it for good.
const PROPOSED_MONTHS: i32 = 3;

/// What may have been done just before: the word of the address, and the phrase.
const DONE: [(&str, &str); 9] = [
    ("ended", "account-ended"),
    ("revoked", "token-revoked"),
    ("passkey-added", "passkey-added"),
    ("passkey-removed", "passkey-removed"),
    ("connected", "provider-connected"),
    ("disconnected", "provider-disconnected"),
    ("needs-ended", "needs-address-ended"),
    ("mail-asked", "mail-asked"),
    ("mail-ended", "mail-ended"),
];

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    drawn(staff, view, &Typed::default())
}

/// The page, with what was refused of a new token.
///
/// # Errors
/// Trouble with the state.
pub(super) fn drawn(staff: &Staff<SignedInOnly>, view: &View, typed: &Typed) -> Reply {
    let session = staff.request.session().unwrap_or_default();
    let own = staff.registry().own_sessions(&staff.who, &session)?;
    let sessions: Vec<Session<'_>> = own.iter().map(listed).collect();
    let recovery_codes = match staff.registry().second_factor(&staff.who)? {
        SecondFactorState::Missing => None,
        SecondFactorState::Active { codes_left } => Some(codes_left),
    };
    let (kept, origin) = (staff.registry().passkeys(staff.who.user)?, staff.registry().passkey_origin());
    let kept: Vec<_> = kept.iter().map(passkey).collect();
    let passkeys = (&*kept, origin.as_deref());
    let provider = provider(staff.registry(), staff.who.user)?;
    let tokens = staff.registry().tokens(Some(staff.who.user))?;
    let tokens: Vec<_> = tokens.iter().map(token).collect();
    let (key, last_day) = (random_id()?, months_later(view.as_of().day, PROPOSED_MONTHS));
    let new_token = NewToken { key: &key, last_day, typed };
    let done = done(&staff.request, &DONE);
    let needs_address = staff.registry().needs_address(&staff.who)?.map(local_day);
    let wish = staff.registry().mail_wish(&staff.who)?;
    let wished = wish.as_ref().map(|wish| (wish.address.as_str(), wish.confirmed_at.is_some()));
    let mail = staff.app().mailer.is_some().then_some(wished);
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        let staff = staff.view(site, Admin::Account);
        render(&Account {
            staff,
            sessions: &sessions,
            recovery_codes,
            needs_address,
            mail,
            passkeys,
            provider,
            tokens: &tokens,
            new_token,
            done,
        })
    }))
}

/// The account of a person at the provider, where there is one.
///
/// # Errors
/// Trouble with the state.
pub(super) fn provider(registry: &Registry, of: UserId) -> Result<Option<ProviderAccount<'_>>, Error> {
    let Some(name) = registry.provider_name() else { return Ok(None) };
    let connected = registry.provider_account(of)?.map(|account| (account.connected_on, account.used_on));
    Ok(Some(ProviderAccount { name, connected }))
}

fn passkey(one: &OwnPasskey) -> ListedPasskey<'_> {
    ListedPasskey { id: &one.id, name: &one.name, made_on: one.made_on, used_on: one.used_on }
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
