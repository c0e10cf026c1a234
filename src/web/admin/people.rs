//! The list of people who sign in.

use actix_web::http::StatusCode;

use super::fields::{Fields, done};
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::local_day;
use crate::domain::role::RoleKind;
use crate::pages::admin::people::{Listed, People, render};
use crate::registry::{Error, PeopleFilter, Person, View};
use crate::web::access::{ManagePeople, Staff};
use crate::web::error::Reply;

/// People on one page of the list.
const PER_PAGE: usize = 50;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<ManagePeople>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let role = RoleKind::parse(fields.get("role"));
    let after = Some(fields.get("after").to_owned()).filter(|after| !after.is_empty());
    let mut found =
        staff.registry().people(&PeopleFilter { role, after, ..PeopleFilter::default() }, PER_PAGE + 1)?;
    let is_more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let next = found.last().filter(|_| is_more).map(|last| {
        let list = Href::to(Admin::People).with("after", &last.login);
        role.map_or(list.clone(), |role| list.with("role", role.name()))
    });
    let done = done(&staff.request, &[("removed", "people-removed")]);
    let listed: Vec<Listed<'_>> =
        found.iter().map(|person| listed(view, person)).collect::<Result<_, Error>>()?;
    Ok(staff.page(view, StatusCode::OK, |site| {
        let staff = staff.view(site, Admin::People);
        render(&People { staff, found: &listed, role, next, done })
    }))
}

/// A person as the pages show one.
///
/// # Errors
/// Trouble with the state.
pub(super) fn listed<'v>(view: &'v View, person: &'v Person) -> Result<Listed<'v>, Error> {
    let own = person.role.organizations().iter().map(|id| view.organization_by_id(*id));
    Ok(Listed {
        id: person.id,
        login: &person.login,
        role: person.role.kind(),
        organizations: own.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect(),
        since: local_day(person.created_at),
        signed_in_on: person.signed_in_on,
        sessions: person.sessions,
        has_second_factor: person.has_second_factor,
        passkeys: person.passkeys,
    })
}
