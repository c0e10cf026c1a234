//! The list of documents.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::document::find;
use super::fields::{Fields, done};
use super::tables::{ROWS_AT_ONCE, ROWS_MAX, sent};
use crate::domain::Code;
use crate::domain::address::{Admin, TableFormat};
use crate::domain::document::Document;
use crate::domain::ids::DocumentId;
use crate::domain::listing::DocumentsWanted;
use crate::domain::organization::Organization;
use crate::pages::admin::documents::{DocumentsView, render, table};
use crate::pages::admin::filters::{Count, Offered, next};
use crate::pages::error::Problem;
use crate::pages::naming;
use crate::refusals;
use crate::registry::{Error, Refusal, View};
use crate::web::access::{EditDrafts, Staff, StaffSession};
use crate::web::error::{Reply, WebError};

/// Documents on one page of the list.
const PER_PAGE: usize = 50;

/// Which are wanted, by the address.
fn wanted(fields: &Fields) -> Result<DocumentsWanted, WebError> {
    Ok(DocumentsWanted::read(|name| fields.get(name)).map_err(|_| Problem::BadRequest)?)
}

/// The page.
///
/// # Errors
/// What no document has in the address, or one to begin after that there is not; trouble with the state.
pub fn list(staff: &Staff<EditDrafts>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let after = match fields.get("after") {
        "" => None,
        typed => Some(find(view, Code::parse(typed).map_err(|_| Problem::BadRequest)?)?.id),
    };
    drawn(staff, view, &wanted(&fields)?, after, (&[], StatusCode::OK))
}

/// The list that says that a draft is gone: that is no fault of the one who asks, and the list says what became of it.
///
/// # Errors
/// Trouble with the state.
pub fn without_draft(staff: &StaffSession, view: &View) -> Reply {
    let refusals = refusals::sentences(staff.lang, &Refusal::UnknownDraft, "");
    drawn(staff, view, &DocumentsWanted::default(), None, (&refusals, StatusCode::NOT_FOUND))
}

/// The same as a file, whole.
///
/// # Errors
/// What no document has in the address; trouble with the state.
pub fn file(staff: &Staff<EditDrafts>, view: &View, format: TableFormat) -> Reply {
    let wanted = wanted(&Fields::of_query(&staff.request))?;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let listing = view.documents_wanted(&wanted, naming::kind, after, ROWS_AT_ONCE)?;
        all.extend(listing.found);
        let next = listing.next.filter(|_| all.len() < ROWS_MAX);
        let Some(code) = next.and_then(|code| Code::parse(&code).ok()) else { break };
        after = Some(find(view, code)?.id);
    }
    let found = owned(view, all, &HashMap::new())?;
    sent(&table(staff.lang, &found, view.as_of()), format, "documents", view.as_of().day)
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    wanted: &DocumentsWanted,
    after: Option<DocumentId>,
    (refusals, status): (&[String], StatusCode),
) -> Reply {
    let counts: HashMap<DocumentId, usize> = staff.registry().draft_counts()?;
    let listing = view.documents_wanted(wanted, naming::kind, after, PER_PAGE)?;
    let next = listing.next.map(|last| next(Admin::Documents, wanted.fields(), &last));
    let found = owned(view, listing.found, &counts)?;
    let (districts, kinds) = view.districts_and_kinds()?;
    let done = done(&staff.request, &[("removed", "admin-document-removed")]);
    Ok(staff.page(view, status, |site| {
        render(&DocumentsView {
            staff: staff.view(site, Admin::Documents),
            wanted,
            offered: Offered { districts: &districts, kinds: &kinds },
            count: Count { found: listing.count, is_all: listing.is_all },
            found: &found,
            next: next.as_ref(),
            done,
            refusals,
            as_of: view.as_of(),
        })
    }))
}

/// The documents, each with its owner and the number of its drafts.
fn owned<'v>(
    view: &'v View,
    found: Vec<&'v Document>,
    drafts: &HashMap<DocumentId, usize>,
) -> Result<Vec<(&'v Document, &'v Organization, usize)>, Error> {
    view.load_owners(found.iter().copied())?;
    let with_owner = |document: &'v Document| {
        Ok((document, view.owner(document)?, drafts.get(&document.id).copied().unwrap_or_default()))
    };
    found.into_iter().map(with_owner).collect()
}
