//! Documents, their versions, and what became known of them.

use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::ProblemDetails;
use super::program::{Program, code, document, json, organization, version as published};
use super::types::{Document, DocumentList, Event, History, Paging, Version, Work};
use crate::domain::Code;
use crate::domain::address::{Api, Number};
use crate::domain::document_kind::DocumentKind;
use crate::registry::{DocumentFilter, View};
use crate::web::error::{Reply, WebError};

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
    path = Api::DOCUMENTS,
    params(Filter),
    responses(
        (status = 200, body = DocumentList),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "No organization has the owner's code", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn list(call: &Program, view: &View) -> Reply {
    let filter: Filter = call.query()?;
    let paging = Paging::parse(filter.offset.as_deref(), filter.limit.as_deref())?;
    let kind = match filter.kind.as_deref() {
        None => None,
        Some(name) => Some(DocumentKind::parse(name).ok_or(WebError::Parameter("kind"))?),
    };
    let owner = filter.owner.as_deref().map(|text| organization(view, code(text)?)).transpose()?;
    let wanted = DocumentFilter { kind, owner: owner.map(|owner| owner.id), ..DocumentFilter::default() };
    let items = view.documents_page(&wanted, paging.offset(), paging.limit())?;
    let items = items.into_iter().map(|document| Work::of(call.origin(), view, document));
    json(&DocumentList {
        total: view.documents_count(&wanted)?,
        offset: paging.offset(),
        items: items.collect::<Result<_, _>>()?,
    })
}

/// One document with its published versions, their texts, files and facts.
#[utoipa::path(
    get,
    path = Api::DOCUMENT,
    params(("code" = String, Path, description = "The document's code")),
    responses((status = 200, body = Document), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn one(call: &Program, view: &View, code: Code) -> Reply {
    let document = document(view, code)?;
    let origin = call.origin();
    let published = document.known_versions(view.as_of().known);
    json(&Document {
        work: Work::of(origin, view, document)?,
        versions: published
            .map(|version| Version::of(origin, document.code, version, view.as_of().known))
            .collect(),
    })
}

/// One published version. It stays, whatever becomes of it.
#[utoipa::path(
    get,
    path = Api::VERSION,
    params(
        ("code" = String, Path, description = "The document's code"),
        ("ordinal" = u32, Path, description = "The version's number within its document")
    ),
    responses((status = 200, body = Version), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn version(call: &Program, view: &View, code: Code, ordinal: Number) -> Reply {
    let document = document(view, code)?;
    let version = published(view, document, ordinal)?;
    json(&Version::of(call.origin(), document.code, version, view.as_of().known))
}

/// What happened to a document, in the order in which the register learned of it.
#[utoipa::path(
    get,
    path = Api::HISTORY,
    params(("code" = String, Path, description = "The document's code")),
    responses((status = 200, body = History), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn history(_: &Program, view: &View, code: Code) -> Reply {
    let document = document(view, code)?;
    let published = document.known_versions(view.as_of().known);
    let mut events: Vec<_> = published
        .flat_map(|version| {
            let facts = version.known_facts(view.as_of().known);
            let facts = facts.map(|fact| (fact.recorded_at, Event::fact(version.ordinal, fact)));
            [(version.published_at, Event::publication(version))].into_iter().chain(facts)
        })
        .collect();
    events.sort_by_key(|(recorded_at, _)| *recorded_at);
    let events = events.into_iter().map(|(_, event)| event).collect();
    json(&History { document: document.code.to_string(), events })
}
