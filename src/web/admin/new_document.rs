//! Adding a document.

use actix_web::http::StatusCode;

use super::carried;
use super::document::done;
use super::document_form;
use super::fields::Fields;
use crate::domain::Code;
use crate::domain::address::Admin;
use crate::domain::document_kind::DocumentKind;
use crate::pages::admin::document::Done;
use crate::pages::admin::new_document::{NewDocumentView, render};
use crate::pages::form::Typed;
use crate::registry::{DocumentInput, Error, View, random_id};
use crate::web::access::{EditDrafts, Staff, StaffSession};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<EditDrafts>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    drawn(staff, view, fields.get("owner"), (&carried::typed(&staff.request), StatusCode::OK))
}

fn drawn(staff: &StaffSession, view: &View, owner: &str, (typed, status): (&Typed, StatusCode)) -> Reply {
    let (suggested, scope) = (document_form::suggested(view)?, document_form::scope(view, None)?);
    let (owner, key) = (view.organization_named(owner)?, random_id()?);
    Ok(staff.page(view, status, |site| {
        let staff = staff.view(site, Admin::NewDocument);
        render(&NewDocumentView { staff, suggested: &suggested, scope: &scope, owner, key: &key, typed })
    }))
}

/// Adds a document.
///
/// # Errors
/// Trouble with the state.
pub fn create(staff: Staff<EditDrafts>, fields: Fields) -> Reply {
    let wanted = staff.read(|view| {
        let owner = match document_form::owner(view, &fields)? {
            Ok(owner) => owner,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let kind = match document_form::kind(&fields) {
            Ok(kind) => kind,
            Err(refusal) => return Ok(Err(refusal)),
        };
        Ok(document_form::input(view, owner, &fields)?.map(|input| (owner.code, kind, input)))
    })?;
    let refused = match wanted {
        Ok((owner, kind, input)) => match add(&staff, (owner, kind, input), &fields) {
            Ok(code) => return Ok(Rendered::see_other(done(code, Done::Created))),
            Err(error) => refusal(error)?,
        },
        Err(refusal) => refusal,
    };
    let owner = fields.get("owner").to_owned();
    let typed = fields.refused("new", staff.lang, &refused);
    staff.read(|view| drawn(&staff, view, &owner, (&typed, StatusCode::UNPROCESSABLE_ENTITY)))
}

/// Adds the document, once however often the form is sent.
fn add(
    staff: &Staff<EditDrafts>,
    (owner, kind, input): (Code, DocumentKind, DocumentInput),
    fields: &Fields,
) -> Result<Code, Error> {
    let once = fields.once(staff, &Admin::NewDocument.to_string());
    staff.registry().add_document(owner, kind, &DocumentInput { once: Some(once), ..input }, staff.actor())
}
