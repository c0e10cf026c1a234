//! Documents, their versions, and what became known of them.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use utoipa::IntoParams;

use super::call::Call;
use super::problem::ProblemDetails;
use super::types::{Document, DocumentList, Event, History, Paging, Version, Work};
use crate::domain::document_kind::DocumentKind;
use crate::web::failure::Failure;

/// Which documents are listed.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only this kind, such as `collective_agreement`.
    kind: Option<String>,
    /// Only those of the organization with this code.
    owner: Option<String>,
    /// How many come before the first one. By default 0.
    offset: Option<String>,
    /// How many at most, 1 to 100. By default 100.
    limit: Option<String>,
}

/// The documents in the order in which they were added.
#[utoipa::path(
    get,
    path = "/documents",
    params(Filter),
    responses(
        (status = 200, body = DocumentList),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "No organization has the owner's code", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub async fn list(call: Call) -> Result<HttpResponse, Failure> {
    let filter: Filter = call.query()?;
    let paging = Paging::parse(&call, filter.offset.as_deref(), filter.limit.as_deref())?;
    let kind = match filter.kind.as_deref() {
        None => None,
        Some(name) => Some(DocumentKind::parse(name).ok_or_else(|| call.bad_parameter("kind"))?),
    };
    let owner = filter.owner.as_deref().map(|code| call.organization(code)).transpose()?;
    let found: Vec<_> = call
        .snapshot
        .documents()
        .iter()
        .filter(|document| kind.is_none_or(|kind| kind == document.kind))
        .filter(|document| owner.is_none_or(|owner| owner.id == document.owner))
        .collect();
    let items =
        paging.page(&found).iter().map(|document| Work::of(&call.app.origin, &call.snapshot, document));
    call.json(&DocumentList { total: found.len(), offset: paging.offset(), items: items.collect() }).await
}

/// One document with its published versions, their texts, files and facts.
#[utoipa::path(
    get,
    path = "/documents/{code}",
    params(("code" = String, Path, description = "The document's code")),
    responses((status = 200, body = Document), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub async fn one(call: Call, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let document = call.document(&path)?;
    let origin = &call.app.origin;
    let published = document.known_versions(call.as_of.known);
    call.json(&Document {
        work: Work::of(origin, &call.snapshot, document),
        versions: published
            .map(|version| Version::of(origin, document.code, version, call.as_of.known))
            .collect(),
    })
    .await
}

/// One published version. It stays, whatever becomes of it.
#[utoipa::path(
    get,
    path = "/documents/{code}/versions/{ordinal}",
    params(
        ("code" = String, Path, description = "The document's code"),
        ("ordinal" = u32, Path, description = "The version's number within its document")
    ),
    responses((status = 200, body = Version), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub async fn version(call: Call, path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (code, ordinal) = &*path;
    let document = call.document(code)?;
    let version = call.version(document, ordinal)?;
    call.json(&Version::of(&call.app.origin, document.code, version, call.as_of.known)).await
}

/// What happened to a document, in the order in which the register learned of it.
#[utoipa::path(
    get,
    path = "/documents/{code}/history",
    params(("code" = String, Path, description = "The document's code")),
    responses((status = 200, body = History), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub async fn history(call: Call, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let document = call.document(&path)?;
    let published = document.known_versions(call.as_of.known);
    let mut events: Vec<_> = published
        .flat_map(|version| {
            let facts = version.known_facts(call.as_of.known);
            let facts = facts.map(|fact| (fact.recorded_at, Event::fact(version.ordinal, fact)));
            [(version.published_at, Event::publication(version))].into_iter().chain(facts)
        })
        .collect();
    events.sort_by_key(|(recorded_at, _)| *recorded_at);
    let events = events.into_iter().map(|(_, event)| event).collect();
    call.json(&History { document: document.code.to_string(), events }).await
}
