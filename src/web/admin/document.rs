//! One document: what is not part of an edition, and beginning a draft.

use actix_web::http::StatusCode;

use super::carried;
use super::document_form;
use super::fields::Fields;
use super::held::held_file;
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{Checksum, Code};
use crate::pages::admin::document::{DocumentAdminView, Done, render};
use crate::pages::admin::second_look::look_form;
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::phrases::say;
use crate::press::{self, Order};
use crate::print::model::choice::{Choice, Stock};
use crate::registry::{Error, View};
use crate::web::access::{EditDrafts, Publish, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The page of a document after something was done.
pub fn done(code: Code, done: Done) -> Href {
    Href::to(Admin::Document(code)).with("done", done.name())
}

/// The document with a code.
///
/// # Errors
/// 404 where there is none.
pub fn find(view: &View, code: Code) -> Result<&Document, WebError> {
    view.document(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The page.
///
/// # Errors
/// A code that no document has; trouble with the state.
pub fn show(staff: &Staff<EditDrafts>, view: &View, code: Code) -> Reply {
    let done = Done::parse(Fields::of_query(&staff.request).get("done"));
    drawn(staff, view, code, (&carried::typed(&staff.request), done, StatusCode::OK))
}

/// The page, with what was typed and refused on it.
///
/// # Errors
/// As [`show`].
pub fn refused(staff: &StaffSession, code: Code, typed: &Typed) -> Reply {
    staff.read(|view| drawn(staff, view, code, (typed, None, StatusCode::UNPROCESSABLE_ENTITY)))
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    code: Code,
    (typed, done, status): (&Typed, Option<Done>, StatusCode),
) -> Reply {
    let document = find(view, code)?;
    let drafts = staff.registry().drafts(code)?;
    let (owner, scope) = (view.owner(document)?, document_form::scope(view, Some(document))?);
    let too_small = match done {
        Some(Done::Created | Done::Saved) => too_small(staff, view, document, owner),
        _ => Vec::new(),
    };
    let looks = staff.registry().second_looks_of(document.id)?;
    let successor = document.successor.map(|id| view.document_by_id(id)).transpose()?.flatten();
    Ok(staff.page(view, status, |site| {
        render(&DocumentAdminView {
            staff: staff.view(site, Admin::Document(code)),
            document,
            owner,
            successor,
            scope: &scope,
            drafts: &drafts,
            looks: &looks,
            done,
            too_small: &too_small,
            typed,
            as_of: view.as_of(),
        })
    }))
}

/// The labels that have no room for a document's titles. Where none can be printed at all, the kit's page says why.
fn too_small(staff: &StaffSession, view: &View, document: &Document, owner: &Organization) -> Vec<Stock> {
    let order = Order { base: staff.app().base.clone(), choice: Choice::default() };
    press::too_small(&order.kit_of(view, owner, &[document])).unwrap_or_default()
}

/// Changes what is not part of an edition.
///
/// # Errors
/// As [`show`].
pub fn edit(staff: Staff<Publish>, code: Code, fields: Fields) -> Reply {
    let input = staff.read(|view| {
        let owner = view.owner(find(view, code)?)?;
        Ok(document_form::input(view, owner, &fields)?)
    })?;
    let refusal = match input {
        Ok(input) => match staff.registry().edit_document(code, &input, staff.actor()) {
            Ok(()) => return Ok(Rendered::see_other(done(code, Done::Saved))),
            Err(error) => refusal(error)?,
        },
        Err(refusal) => refusal,
    };
    refused(&staff, code, &fields.refused("edit", staff.lang, &refusal))
}

/// The bytes of a signed original that are not given out to everybody.
///
/// # Errors
/// No such file; one that cannot be read.
pub fn closed_original(staff: &Staff<EditDrafts>, _: &View, code: Code, file: Checksum) -> Reply {
    let (original, bytes) = match staff.registry().closed_original(code, file) {
        Ok(found) => found,
        Err(Error::Refused(_)) => return Err(Problem::NoSuchPage.into()),
        Err(error) => return Err(error.into()),
    };
    Ok(held_file(&original.file, bytes))
}

/// Takes back a document that was added by mistake.
///
/// # Errors
/// As [`show`].
pub fn remove(staff: Staff<EditDrafts>, code: Code, fields: Fields) -> Reply {
    staff.read(|view| find(view, code).map(drop))?;
    if fields.get("sure") != "yes" {
        let typed = fields.typed("remove", vec![say(staff.lang, "admin-document-remove-unsure")]);
        return refused(&staff, code, &typed.about(&["sure"]));
    }
    match staff.registry().remove_document(code, staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Documents).with("done", "removed"))),
        Err(error) => {
            let typed = fields.refused("remove", staff.lang, &refusal(error)?);
            refused(&staff, code, &typed)
        }
    }
}

/// Takes the second look at an edition: as it should be, or a doubt.
///
/// # Errors
/// As [`show`], and an edition that there is not.
pub fn second_look(staff: Staff<Publish>, code: Code, ordinal: u32, fields: Fields) -> Reply {
    staff.read(|view| find(view, code)?.version(ordinal).map(drop).ok_or(Problem::NoSuchPage.into()))?;
    let (doubt, said) = match fields.get("verdict") {
        "confirmed" => (None, Done::Confirmed),
        "doubted" => (Some(fields.get("reason")), Done::Doubted),
        _ => return Err(Problem::BadRequest.into()),
    };
    match staff.registry().take_second_look(code, ordinal, doubt, staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(done(code, said).at(&format!("v{ordinal}")))),
        Err(error) => {
            let typed = fields.refused(&look_form(ordinal), staff.lang, &refusal(error)?);
            refused(&staff, code, &typed)
        }
    }
}

/// Begins a draft.
///
/// # Errors
/// As [`show`], and what is no number of an edition.
pub fn begin_draft(staff: Staff<EditDrafts>, code: Code, fields: Fields) -> Reply {
    staff.read(|view| find(view, code).map(drop))?;
    let ordinal = |name: &str| match fields.get(name) {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Problem::BadRequest),
    };
    let begun = match ordinal("amends")? {
        Some(amended) => staff.registry().begin_amendment(code, amended, staff.actor()),
        None => staff.registry().begin_draft(code, ordinal("corrects")?, staff.actor()),
    };
    match begun {
        Ok(id) => Ok(Rendered::see_other(Admin::Draft(id))),
        Err(error) => {
            let typed = fields.refused("begin", staff.lang, &refusal(error)?);
            refused(&staff, code, &typed)
        }
    }
}
