//! Adding a document.

use actix_web::http::StatusCode;

use super::document::done;
use super::document_form;
use super::fields::Fields;
use crate::domain::address::Admin;
use crate::pages::admin::document::Done;
use crate::pages::admin::form::Typed;
use crate::pages::admin::new_document::{NewDocumentView, render};
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::refusals;
use crate::web::rendered::Rendered;

/// The page.
pub fn show(staff: Staff<ManageDocuments>) -> Reply {
    let fields = Fields::of_query(&staff.request);
    Ok(page(&staff, fields.get("owner"), &Typed::default(), StatusCode::OK))
}

fn page(staff: &Staff<ManageDocuments>, owner: &str, typed: &Typed, status: StatusCode) -> Rendered {
    let snapshot = staff.snapshot();
    let organizations = document_form::active(&snapshot);
    let owner = snapshot.organization_named(owner);
    staff.page(status, |site| {
        let staff = staff.view(site, Admin::NewDocument);
        render(&NewDocumentView { staff, organizations: &organizations, owner, typed })
    })
}

/// Adds a document.
///
/// # Errors
/// Trouble with the state.
pub fn create(staff: Staff<ManageDocuments>, fields: Fields) -> Reply {
    let snapshot = staff.snapshot();
    let wanted = document_form::owner(&snapshot, &fields).and_then(|owner| {
        let kind = document_form::kind(&fields)?;
        Ok((owner.code, kind, document_form::input(&snapshot, owner, &fields)?))
    });
    let refused = match wanted {
        Ok((owner, kind, input)) => match staff.registry().add_document(owner, kind, &input, staff.actor()) {
            Ok(code) => return Ok(Rendered::see_other(done(code, Done::Created))),
            Err(error) => refusal(error)?,
        },
        Err(refusal) => refusal,
    };
    let owner = fields.get("owner").to_owned();
    let typed = fields.typed("new", refusals::sentences(staff.lang, &refused, ""));
    Ok(page(&staff, &owner, &typed, StatusCode::UNPROCESSABLE_ENTITY))
}
