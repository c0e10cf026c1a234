//! The list of documents.

use std::collections::HashMap;

use actix_web::http::StatusCode;

use super::fields::Fields;
use crate::domain::address::Admin;
use crate::domain::document::Document;
use crate::domain::ids::DocumentId;
use crate::domain::organization::Organization;
use crate::domain::{Code, Lang};
use crate::pages::admin::documents::{DocumentsView, render};
use crate::pages::naming;
use crate::registry::Refusal;
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::Reply;
use crate::web::refusals;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: Staff<ManageDocuments>) -> Reply {
    page(&staff, Fields::of_query(&staff.request).get("q"), &[], StatusCode::OK)
}

/// The list that says that a draft is gone: that is no fault of the one who asks, and the list says what became of it.
///
/// # Errors
/// Trouble with the state.
pub fn without_draft(staff: &Staff<ManageDocuments>) -> Reply {
    let refusals = refusals::sentences(staff.lang, &Refusal::UnknownDraft, "");
    page(staff, "", &refusals, StatusCode::NOT_FOUND)
}

fn page(staff: &Staff<ManageDocuments>, query: &str, refusals: &[String], status: StatusCode) -> Reply {
    let counts: HashMap<DocumentId, usize> = staff.registry().draft_counts()?;
    let snapshot = staff.snapshot();
    let wanted = query.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let code = Code::parse(query).ok();
    let found: Vec<(&Document, &Organization, usize)> = snapshot
        .documents()
        .iter()
        .map(|document| (document, snapshot.owner(document)))
        .filter(|(document, owner)| {
            let names_code = code.is_some_and(|code| code == document.code || code == owner.code);
            names_code || holds(&about(document, owner), &words)
        })
        .map(|(document, owner)| (document, owner, counts.get(&document.id).copied().unwrap_or_default()))
        .collect();
    let as_of = staff.registry().as_of(&snapshot);
    Ok(staff.page(status, |site| {
        let staff = staff.view(site, Admin::Documents);
        render(&DocumentsView { staff, query, found: &found, refusals, as_of })
    }))
}

/// All words by which a document is found, in lower case.
fn about(document: &Document, owner: &Organization) -> String {
    let kinds = Lang::ALL.map(|lang| naming::kind(document.kind, lang)).join(" ");
    let titles: Vec<&str> = document.titles.iter().map(|(_, title)| title).collect();
    let names: Vec<&str> = owner.name().iter().map(|(_, name)| name).collect();
    format!("{kinds} {} {} {}", titles.join(" "), names.join(" "), owner.number).to_lowercase()
}

fn holds(about: &str, words: &[&str]) -> bool {
    words.iter().all(|word| about.contains(word))
}
