//! One person who signs in, and what an administrator does about it.

use super::carried;
use super::fields::{Fields, done};
use super::invitations::{chosen_role, link_made};
use super::session::status_of;
use super::tokens;
use crate::domain::address::{Admin, Href};
use crate::domain::ids::UserId;
use crate::pages::admin::invitation_links::Purpose;
use crate::pages::admin::person::{PersonView, REMOVE, ROLE, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::phrases::say;
use crate::registry::{Error, Refusal, View};
use crate::web::access::{ManagePeople, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// No such person; trouble with the state.
pub fn show(staff: &Staff<ManagePeople>, view: &View, person: UserId) -> Reply {
    drawn(staff, view, person, &carried::typed(&staff.request))
}

fn drawn(staff: &Staff<ManagePeople>, view: &View, person: UserId, typed: &Typed) -> Reply {
    let found = staff.registry().person(person).map_err(gone)?;
    let listed = super::people::listed(view, &found)?;
    let tokens = staff.registry().tokens(Some(person))?;
    let tokens: Vec<_> = tokens.iter().map(tokens::listed).collect();
    let provider = super::account::provider(staff.registry(), person)?;
    let known = [("saved", "admin-saved"), ("ended", "people-ended"), ("revoked", "token-revoked")];
    let done = done(&staff.request, &known);
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        let staff = staff.view(site, Admin::Person(person));
        render(&PersonView { staff, person: &listed, tokens: &tokens, provider, typed, done })
    }))
}

/// A person who is not there is a page that is not there.
fn gone(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::UnknownPerson) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}

/// Back to the page after something was done, or with why it was not.
fn after(
    staff: &Staff<ManagePeople>,
    person: UserId,
    (done, word): (Result<(), Error>, &str),
    (form, fields): (&str, Fields),
) -> Reply {
    match done {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Person(person)).with("done", word))),
        Err(Error::Refused(Refusal::UnknownPerson)) => Err(Problem::NoSuchPage.into()),
        Err(error) => {
            let typed = fields.refused(form, staff.lang, &refusal(error)?);
            staff.read(|view| drawn(staff, view, person, &typed))
        }
    }
}

/// Gives the person another role.
///
/// # Errors
/// No such person, a role that there is not; trouble with the state.
pub fn change_role(staff: Staff<ManagePeople>, person: UserId, fields: Fields) -> Reply {
    let chosen = chosen_role(&staff, &fields)?;
    let changed = chosen.map_err(Error::from);
    let changed = changed.and_then(|role| staff.registry().change_role(person, &role, staff.actor()));
    after(&staff, person, (changed, "saved"), (ROLE, fields))
}

/// Ends the person's sessions.
///
/// # Errors
/// No such person; trouble with the state.
pub fn end_sessions(staff: Staff<ManagePeople>, person: UserId, (): ()) -> Reply {
    let ended = staff.registry().end_sessions(person, staff.actor());
    after(&staff, person, (ended, "ended"), Default::default())
}

/// Takes the person's second factor away.
///
/// # Errors
/// No such person; trouble with the state.
pub fn remove_second_factor(staff: Staff<ManagePeople>, person: UserId, (): ()) -> Reply {
    let removed = staff.registry().remove_second_factor(person, staff.actor());
    after(&staff, person, (removed, "saved"), Default::default())
}

/// Takes the person's passkeys away.
///
/// # Errors
/// No such person; trouble with the state.
pub fn remove_passkeys(staff: Staff<ManagePeople>, person: UserId, (): ()) -> Reply {
    let removed = staff.registry().remove_passkeys(person, staff.actor());
    after(&staff, person, (removed, "saved"), Default::default())
}

/// Disconnects the person's account at the provider.
///
/// # Errors
/// No such person; trouble with the state.
pub fn disconnect_provider(staff: Staff<ManagePeople>, person: UserId, (): ()) -> Reply {
    let done = staff.registry().disconnect_provider_of(person, staff.actor());
    after(&staff, person, (done, "saved"), Default::default())
}

/// Makes a link with which the person sets a new password, and shows it, once.
///
/// # Errors
/// No such person; trouble with the state.
pub fn reset_password(staff: Staff<ManagePeople>, person: UserId, (): ()) -> Reply {
    let invited = staff.registry().invite_to_reset(person, staff.actor()).map_err(gone)?;
    staff.read(|view| Ok(link_made(&staff, view, Admin::Person(person), (Purpose::NewPassword, &invited))))
}

/// Takes the person's access away.
///
/// # Errors
/// No such person; trouble with the state.
pub fn remove(staff: Staff<ManagePeople>, person: UserId, fields: Fields) -> Reply {
    if fields.get("sure") != "yes" {
        let typed = fields.typed(REMOVE, vec![say(staff.lang, "refusal-not-sure")]).about(&["sure"]);
        return staff.read(|view| drawn(&staff, view, person, &typed));
    }
    match staff.registry().remove_person(person, staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::People).with("done", "removed"))),
        Err(error) => after(&staff, person, (Err(error), ""), (REMOVE, fields)),
    }
}
