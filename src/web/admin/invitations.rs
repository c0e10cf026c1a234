//! Invitations: those that still work, and new ones.

use actix_web::http::StatusCode;

use super::carried;
use super::fields::{Fields, done};
use super::session::status_of;
use crate::domain::Code;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::role::{Role, RoleKind};
use crate::pages::admin::invitation_links::{MadeLink, Purpose, render_chairs, render_one};
use crate::pages::admin::invitations::{INVITE, Invitations, Open, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::registry::{Error, Field, Invited, OpenInvitation, Refusal, View, random_id};
use crate::web::access::{ManagePeople, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<ManagePeople>, view: &View) -> Reply {
    drawn(staff, view, &carried::typed(&staff.request))
}

fn drawn(staff: &Staff<ManagePeople>, view: &View, typed: &Typed) -> Reply {
    let open = staff.registry().open_invitations()?;
    let open: Vec<Open<'_>> = open.iter().map(|one| listed(view, one)).collect::<Result<_, Error>>()?;
    let without_chair = staff.registry().without_chair()?;
    let (done, key) = (done(&staff.request, &[("revoked", "invitations-revoked")]), random_id()?);
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        let staff = staff.view(site, Admin::Invitations);
        render(&Invitations { staff, open: &open, without_chair, typed, key: &key, done })
    }))
}

fn listed<'v>(view: &'v View, open: &'v OpenInvitation) -> Result<Open<'v>, Error> {
    let role = &open.offer.role;
    let own = role.organizations().iter().map(|id| view.organization_by_id(*id));
    Ok(Open {
        name: &open.name,
        role: role.kind(),
        organizations: own.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect(),
        login: open.offer.login.as_deref(),
        note: &open.note,
        expires_at: open.offer.expires_at,
    })
}

/// The role that was chosen in a form, or why there is none.
///
/// # Errors
/// A role that no form of ours sends; trouble with the state.
pub(super) fn chosen_role(
    staff: &Staff<ManagePeople>,
    fields: &Fields,
) -> Result<Result<Role, Refusal>, WebError> {
    let kind = RoleKind::parse(fields.get("role")).ok_or(Problem::BadRequest)?;
    if !kind.is_of_organization() {
        return Ok(Ok(Role::new(kind, Vec::new())));
    }
    let named = fields.get("organization");
    let names: Vec<&str> = named.split([',', ';', ' ']).filter(|name| !name.is_empty()).collect();
    if names.is_empty() {
        return Ok(Err(Refusal::UnknownOrganization(named.to_owned())));
    }
    staff.read(|view| {
        let mut own = Vec::new();
        for name in &names {
            match view.organization_named(name)? {
                Some(found) if own.contains(&found.id) => {}
                Some(found) => own.push(found.id),
                None => return Ok(Err(Refusal::UnknownOrganization((*name).to_owned()))),
            }
        }
        Ok(Ok(Role::new(kind, own)))
    })
}

/// Makes an invitation. The answer is the page of the link, because the link is kept nowhere and shown this once.
///
/// # Errors
/// A role that there is not; trouble with the state.
pub fn invite(staff: Staff<ManagePeople>, fields: Fields) -> Reply {
    let role = chosen_role(&staff, &fields)?.map_err(Error::from);
    let role = role.and_then(|role| match role.organizations() {
        // An invitation is for one organization; more are given to the person later.
        [_, _, ..] => Err(Refusal::TooLong { field: Field::Number, limit: 1 }.into()),
        _ => Ok(role),
    });
    let invited = role.and_then(|role| {
        let once = fields.once(&staff, &Admin::Invite.to_string());
        let note = fields.get("note");
        Ok((staff.registry().invite_once(role.clone(), note, Some(once), staff.actor())?, role))
    });
    match invited {
        Ok((invited, role)) => staff.read(|view| {
            let own = match role.organizations() {
                [id] => view.organization_by_id(*id)?,
                _ => None,
            };
            let purpose = own.map_or(Purpose::Staff, Purpose::Chair);
            Ok(link_made(&staff, view, Admin::Invitations, (purpose, &invited)))
        }),
        Err(error) => {
            let typed = fields.refused(INVITE, staff.lang, &refusal(error)?);
            staff.read(|view| drawn(&staff, view, &typed))
        }
    }
}

/// The page of a link that was made; it leads back to where it was asked for.
pub(super) fn link_made(
    staff: &Staff<ManagePeople>,
    view: &View,
    back: Admin,
    (purpose, invited): (Purpose<'_>, &Invited),
) -> Rendered {
    staff.page(view, StatusCode::OK, |site| render_one(staff.view(site, back), &made(purpose, invited)))
}

fn made<'a>(purpose: Purpose<'a>, invited: &'a Invited) -> MadeLink<'a> {
    MadeLink { purpose, token: &invited.token, expires_at: invited.expires_at }
}

/// Invites a chair for every organization that has none, and shows the links, once.
///
/// # Errors
/// Trouble with the state.
pub fn invite_chairs(staff: Staff<ManagePeople>, (): ()) -> Reply {
    let invited = staff.registry().invite_chairs(staff.actor())?;
    staff.read(|view| {
        let mut links = Vec::new();
        for (id, link) in &invited {
            if let Some(organization) = view.organization_by_id(*id)? {
                links.push((organization, made(Purpose::Chair(organization), link)));
            }
        }
        Ok(staff
            .page(view, StatusCode::OK, |site| render_chairs(staff.view(site, Admin::Invitations), &links)))
    })
}

/// Takes an invitation back; one that is gone already is as good.
///
/// # Errors
/// Trouble with the state.
pub fn revoke(staff: Staff<ManagePeople>, invitation: Token, (): ()) -> Reply {
    match staff.registry().revoke_invitation(invitation.as_str(), staff.actor()) {
        Ok(()) | Err(Error::Refused(Refusal::BadInvitation)) => {
            Ok(Rendered::see_other(Href::to(Admin::Invitations).with("done", "revoked")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Hands an organization over to its next chair, and shows the link of the new invitation, once.
///
/// # Errors
/// No such organization; trouble with the state.
pub fn hand_over(staff: Staff<ManagePeople>, code: Code, (): ()) -> Reply {
    let invited = match staff.registry().hand_over(code, staff.actor()) {
        Ok(invited) => invited,
        Err(Error::Refused(_)) => return Err(Problem::UnknownCode(code).into()),
        Err(error) => return Err(error.into()),
    };
    staff.read(|view| {
        let purpose = view.organization(code)?.map_or(Purpose::Staff, Purpose::Chair);
        Ok(link_made(&staff, view, Admin::Organization(code), (purpose, &invited)))
    })
}
