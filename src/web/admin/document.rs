//! One document: what is not part of an edition, and beginning a draft.

use actix_web::http::StatusCode;

use super::document_form;
use super::fields::Fields;
use crate::domain::Code;
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::pages::admin::document::{DocumentAdminView, Done, render};
use crate::pages::admin::form::Typed;
use crate::pages::error::Problem;
use crate::registry::Snapshot;
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::refusals;
use crate::web::rendered::Rendered;

/// The page of a document after something was done.
pub fn done(code: Code, done: Done) -> Href {
    Href::to(Admin::Document(code)).with("done", done.name())
}

/// The document with a code.
///
/// # Errors
/// 404 where there is none.
pub fn find(snapshot: &Snapshot, code: Code) -> Result<&Document, WebError> {
    snapshot.document(code).ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The page.
///
/// # Errors
/// A code that no document has; trouble with the state.
pub fn show(staff: Staff<ManageDocuments>, code: Code) -> Reply {
    let done = Done::parse(Fields::of_query(&staff.request).get("done"));
    page(&staff, code, &Typed::default(), done, StatusCode::OK)
}

/// The page, with what was typed and refused on it.
///
/// # Errors
/// As [`show`].
pub fn page(
    staff: &Staff<ManageDocuments>,
    code: Code,
    typed: &Typed,
    done: Option<Done>,
    status: StatusCode,
) -> Reply {
    let snapshot = staff.snapshot();
    let document = find(&snapshot, code)?;
    let drafts = staff.registry().drafts(code)?;
    let organizations = document_form::active(&snapshot);
    let as_of = staff.registry().as_of(&snapshot);
    Ok(staff.page(status, |site| {
        render(&DocumentAdminView {
            staff: staff.view(site, Admin::Document(code)),
            document,
            owner: snapshot.owner(document),
            successor: document.successor.and_then(|id| snapshot.document_by_id(id)),
            organizations: &organizations,
            drafts: &drafts,
            done,
            typed,
            as_of,
        })
    }))
}

/// Changes what is not part of an edition.
///
/// # Errors
/// As [`show`].
pub fn edit(staff: Staff<ManageDocuments>, code: Code, fields: Fields) -> Reply {
    let snapshot = staff.snapshot();
    let owner = snapshot.owner(find(&snapshot, code)?);
    let refused = match document_form::input(&snapshot, owner, &fields) {
        Ok(input) => match staff.registry().edit_document(code, &input, staff.actor()) {
            Ok(()) => return Ok(Rendered::see_other(done(code, Done::Saved))),
            Err(error) => refusal(error)?,
        },
        Err(refusal) => refusal,
    };
    let typed = fields.typed("edit", refusals::sentences(staff.lang, &refused, ""));
    page(&staff, code, &typed, None, StatusCode::UNPROCESSABLE_ENTITY)
}

/// Begins a draft.
///
/// # Errors
/// As [`show`], and what is no number of an edition.
pub fn begin_draft(staff: Staff<ManageDocuments>, code: Code, fields: Fields) -> Reply {
    find(&staff.snapshot(), code)?;
    let corrects = match fields.get("corrects") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| Problem::BadRequest)?),
    };
    match staff.registry().begin_draft(code, corrects, staff.actor()) {
        Ok(id) => Ok(Rendered::see_other(Admin::Draft(id))),
        Err(error) => {
            let refused = refusal(error)?;
            let typed = fields.typed("begin", refusals::sentences(staff.lang, &refused, ""));
            page(&staff, code, &typed, None, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
