//! The site: its address on walls, its look, and invitations.

use serde::Deserialize;

use super::fields::{Form, done};
use super::session::status_of;
use crate::domain::address::{Admin, Href};
use crate::domain::brand::{Accent, Brand};
use crate::domain::role::{Role, RoleKind};
use crate::pages::admin::host::{LookFields, SiteView, render};
use crate::pages::error::Problem;
use crate::press::print_status;
use crate::print::model::vector_shape::VectorShape;
use crate::refusals::{of_accent, of_emblem, sentences};
use crate::registry::{Error, Refusal, View};
use crate::web::access::{ManageSite, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// Who is invited.
#[derive(Deserialize)]
pub struct Invite {
    role: String,
    #[serde(default)]
    organization: String,
}

/// The union's look as it was typed.
#[derive(Debug, Deserialize)]
pub struct Look {
    accent: String,
    emblem: String,
}

/// What the page of the site shows beside the site itself.
#[derive(Default)]
struct Shown<'a> {
    token: Option<&'a str>,
    organization: &'a str,
    refusals: &'a [String],
    done: Option<&'a str>,
    /// What was typed of the union's look; else what is kept.
    look: Option<&'a Look>,
}

fn page(staff: &Staff<ManageSite>, view: &View, shown: &Shown<'_>) -> Rendered {
    let accent = view.brand().accent.to_string();
    let kept = LookFields { accent: &accent, emblem: &view.brand().emblem };
    staff.page(view, status_of(shown.refusals), |site| {
        render(&SiteView {
            staff: staff.view(site, Admin::Site),
            host: staff.app().base.host(),
            standing: print_status(&staff.app().base, view),
            token: shown.token,
            organization: shown.organization,
            refusals: shown.refusals,
            done: shown.done,
            look: shown
                .look
                .map_or(kept, |typed| LookFields { accent: &typed.accent, emblem: &typed.emblem }),
        })
    })
}

/// The page as the register is now, after something was done or refused.
fn said(staff: &Staff<ManageSite>, shown: &Shown<'_>) -> Reply {
    staff.read(|view| Ok(page(staff, view, shown)))
}

fn refused(staff: &Staff<ManageSite>, error: Error, organization: &str) -> Reply {
    let refusals = sentences(staff.lang, &refusal(error)?, "");
    said(staff, &Shown { refusals: &refusals, organization, ..Shown::default() })
}

fn saved() -> Rendered {
    Rendered::see_other(Href::to(Admin::Site).with("done", "saved"))
}

/// The page.
pub fn show(staff: &Staff<ManageSite>, view: &View) -> Reply {
    let done = done(&staff.request, &[("saved", "admin-saved")]);
    Ok(page(staff, view, &Shown { done, ..Shown::default() }))
}

/// Says that the host may stand on walls for ever.
///
/// # Errors
/// Trouble with the state.
pub fn confirm_host(staff: Staff<ManageSite>, (): ()) -> Reply {
    let host = staff.app().base.host();
    if !staff.app().is_secure() {
        return refused(&staff, Refusal::BadHost(host.to_owned()).into(), "");
    }
    match staff.registry().confirm_host(host, staff.actor()) {
        Ok(()) => Ok(saved()),
        Err(error) => refused(&staff, error, ""),
    }
}

/// Keeps the emblem and the colour, if both can be printed.
///
/// # Errors
/// Trouble with the state.
pub fn look(staff: Staff<ManageSite>, Form(typed): Form<Look>) -> Reply {
    let (accent, emblem) = (Accent::parse(&typed.accent), typed.emblem.trim());
    let drawn = if emblem.is_empty() { Ok(()) } else { VectorShape::parse(emblem).map(drop) };
    let refusals: Vec<String> = [
        accent.err().map(|why| of_accent(staff.lang, why)),
        drawn.err().map(|why| of_emblem(staff.lang, why)),
    ]
    .into_iter()
    .flatten()
    .collect();
    let (Ok(accent), true) = (accent, refusals.is_empty()) else {
        return said(&staff, &Shown { refusals: &refusals, look: Some(&typed), ..Shown::default() });
    };
    let brand = Brand { emblem: emblem.to_owned(), accent };
    match staff.registry().set_brand(&brand, staff.actor()) {
        Ok(()) => Ok(saved()),
        Err(error) => refused(&staff, error, ""),
    }
}

/// Makes an invitation. The answer is the page itself, because the link is kept nowhere and shown this once.
///
/// # Errors
/// A role that there is not; trouble with the state.
pub fn invite(staff: Staff<ManageSite>, Form(Invite { role, organization }): Form<Invite>) -> Reply {
    let kind = RoleKind::parse(&role).ok_or(Problem::BadRequest)?;
    let own = if kind.is_of_organization() {
        let found = staff.read(|view| Ok(view.organization_named(&organization)?.map(|found| found.id)))?;
        let Some(found) = found else {
            let unknown = Refusal::UnknownOrganization(organization.trim().to_owned());
            return refused(&staff, unknown.into(), &organization);
        };
        vec![found]
    } else {
        Vec::new()
    };
    match staff.registry().invite(Role::new(kind, own), staff.actor()) {
        Ok(invited) => said(&staff, &Shown { token: Some(&invited.token), ..Shown::default() }),
        Err(error) => refused(&staff, error, &organization),
    }
}
