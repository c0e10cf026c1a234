//! The list of organizations.

use actix_web::http::StatusCode;

use super::fields::Fields;
use crate::domain::address::Admin;
use crate::pages::admin::organizations::{Listed, Shown, render};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::error::Reply;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: Staff<ManageOrganizations>) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let registry = staff.registry();
    let opened = registry.last_openings()?;
    let snapshot = staff.snapshot();
    let host = registry.permanent_host(&snapshot);
    let as_of = registry.as_of(&snapshot);
    let listed = |organization| Listed {
        organization,
        hanging: snapshot.hanging(organization.code),
        advice: snapshot.advice(organization, host.as_deref(), as_of),
        last_opened: opened.get(&organization.code).copied(),
    };
    let all: Vec<Listed<'_>> = snapshot.organizations().iter().map(listed).collect();
    let shown = if fields.get("stand") == "outdated" { Shown::Outdated } else { Shown::All };
    Ok(staff.page(StatusCode::OK, |site| {
        render(staff.view(site, Admin::Organizations), &all, fields.get("q"), shown)
    }))
}
