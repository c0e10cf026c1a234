//! The first page of those who sign in.

use actix_web::http::StatusCode;

use crate::domain::Code;
use crate::domain::address::Admin;
use crate::domain::organization::Organization;
use crate::pages::admin::dashboard::{DashboardView, render};
use crate::pages::hanging::{self, StandView};
use crate::press::print_status;
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;
use crate::web::refusals::trouble;

/// The page.
pub fn show(staff: Staff<SignedInOnly>) -> Reply {
    let (snapshot, registry) = (staff.snapshot(), staff.registry());
    let as_of = registry.as_of(&snapshot);
    let host = registry.permanent_host(&snapshot);
    let is_outdated = |organization: &&_| !snapshot.advice(organization, host.as_deref(), as_of).is_empty();
    let outdated_stands = snapshot.organizations().iter().filter(is_outdated).count();
    let own = staff.who.role.organizations();
    let is_own = |organization: &&Organization| own.contains(&organization.id);
    let own = snapshot.organizations().iter().filter(is_own);
    let own_stands: Vec<(Code, String)> = own
        .filter_map(|organization| {
            let (hanging, code) = (snapshot.hanging(organization.code), organization.code);
            let advice = snapshot.advice(organization, host.as_deref(), as_of);
            let view = StandView { organization, hanging, advice: &advice, named: &[] };
            Some((code, hanging::summary(&view, staff.lang)?))
        })
        .collect();
    let troubles = registry.troubles();
    let troubles: Vec<String> = troubles.iter().map(|of| trouble(staff.lang, of)).collect();
    Ok(staff.page(StatusCode::OK, |site| {
        render(&DashboardView {
            staff: staff.view(site, Admin::Dashboard),
            organizations: snapshot.organizations(),
            documents: snapshot.documents(),
            host: staff.app().base.host(),
            standing: print_status(&staff.app().base, &snapshot),
            troubles: &troubles,
            outdated_stands,
            own_stands: &own_stands,
            as_of,
        })
    }))
}
