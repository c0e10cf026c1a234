//! The list of documents.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::document::find;
use super::fields::{Fields, done};
use crate::domain::Code;
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::ids::DocumentId;
use crate::domain::organization::Organization;
use crate::pages::admin::documents::{DocumentsView, render};
use crate::pages::error::Problem;
use crate::pages::naming;
use crate::refusals;
use crate::registry::{DocumentFilter, Error, Refusal, Subject, View};
use crate::web::access::{EditDrafts, Staff, StaffSession};
use crate::web::error::Reply;

/// Documents on one page of the list.
const PER_PAGE: usize = 50;

/// The page.
///
/// # Errors
/// A document to begin after that there is not; trouble with the state.
pub fn list(staff: &Staff<EditDrafts>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let after = match fields.get("after") {
        "" => None,
        typed => Some(find(view, Code::parse(typed).map_err(|_| Problem::BadRequest)?)?.id),
    };
    drawn(staff, view, fields.get("q"), after, (&[], StatusCode::OK))
}

/// The list that says that a draft is gone: that is no fault of the one who asks, and the list says what became of it.
///
/// # Errors
/// Trouble with the state.
pub fn without_draft(staff: &StaffSession, view: &View) -> Reply {
    let refusals = refusals::sentences(staff.lang, &Refusal::UnknownDraft, "");
    drawn(staff, view, "", None, (&refusals, StatusCode::NOT_FOUND))
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    query: &str,
    after: Option<DocumentId>,
    (refusals, status): (&[String], StatusCode),
) -> Reply {
    let counts: HashMap<DocumentId, usize> = staff.registry().draft_counts()?;
    let filter = DocumentFilter { after, ..DocumentFilter::default() };
    let mut found = match query {
        "" => view.documents_page(&filter, 0, PER_PAGE + 1)?,
        _ => named(view, query)?,
    };
    let is_more = query.is_empty() && found.len() > PER_PAGE;
    found.truncate(if is_more { PER_PAGE } else { found.len() });
    let next = found.last().filter(|_| is_more).map(|document| document.code);
    let found: Vec<(&Document, &Organization, usize)> = found
        .into_iter()
        .map(|document| {
            let drafts = counts.get(&document.id).copied().unwrap_or_default();
            Ok((document, view.owner(document)?, drafts))
        })
        .collect::<Result<_, Error>>()?;
    let done = done(&staff.request, &[("removed", "admin-document-removed")]);
    Ok(staff.page(view, status, |site| {
        let staff = staff.view(site, Admin::Documents);
        render(&DocumentsView { staff, query, found: &found, next, done, refusals, as_of: view.as_of() })
    }))
}

/// What was looked for: the document with a code, all documents of the organization with one, or by their words.
fn named<'v>(view: &'v View, query: &str) -> Result<Vec<&'v Document>, Error> {
    let code = Code::parse(query).ok();
    match code.map(|code| view.find(code)).transpose()?.flatten() {
        Some(Subject::Document(document)) => Ok(vec![document]),
        Some(Subject::Organization(organization)) => view.owned(organization),
        None => view.documents_found(query, naming::kind),
    }
}
