//! Creating documents.

use super::bearer::{Bearer, Drafts};
use super::program::{code, document, organization};
use super::refused::{of_error, refused};
use super::sent::{Json, afterwards, created};
use super::types::Work;
use super::types::input::DocumentToAdd;
use crate::domain::Code;
use crate::domain::address::Api;
use crate::domain::document::AppliesTo;
use crate::domain::document_kind::DocumentKind;
use crate::registry::{DocumentInput, Refusal, View};
use crate::web::error::{Reply, WebError};

/// Creates a document.
#[utoipa::path(
    post,
    path = Api::DOCUMENTS,
    security(("token" = ["drafts"])),
    request_body = DocumentToAdd,
    responses((status = 201, body = Work))
)]
pub fn add(caller: &Bearer<Drafts>, sent: Json<DocumentToAdd>) -> Reply {
    let wanted = sent.value;
    let kind = DocumentKind::parse(&wanted.kind).ok_or(WebError::Parameter("kind"))?;
    let owner = caller.registry().read(|view| {
        let found = view.organization_named(&wanted.owner)?;
        Ok::<_, WebError>(found.map(|owner| (owner.code, owner.is_union)))
    })?;
    let Some((owner, is_unions)) = owner else {
        return Err(refused(caller, &Refusal::UnknownOrganization(wanted.owner), "", &[]));
    };
    let applies_to = match wanted.applies_to.as_deref() {
        None => AppliesTo::All,
        Some(text) => AppliesTo::parse(text)
            // Only the union's documents apply to others than their owner.
            .filter(|applies_to| is_unions || *applies_to == AppliesTo::All)
            .ok_or(WebError::Parameter("applies_to"))?,
    };
    let successor = wanted.successor.as_deref().map(code).transpose()?;
    caller.registry().read(|view| all_there(view, &applies_to, successor))?;
    let input = DocumentInput {
        titles: (&wanted.titles).into(),
        concerns: (&wanted.concerns).into(),
        short_titles: (&wanted.short_titles).into(),
        applies_to,
        successor,
        once: None,
    };
    let code = caller
        .registry()
        .add_document(owner, kind, &input, &caller.actor)
        .map_err(|error| of_error(caller, error))?;
    let work = caller
        .registry()
        .read(|view| Ok::<_, WebError>(Work::of(caller.origin(), view, document(view, code)?)?));
    created(Api::Document(code), &afterwards(work)?)
}

/// Refuses what names an organization or a document that there is not.
fn all_there(view: &View, applies_to: &AppliesTo, successor: Option<Code>) -> Result<(), WebError> {
    if let AppliesTo::Organizations(codes) = applies_to {
        codes.iter().try_for_each(|code| organization(view, *code).map(drop))?;
    }
    successor.map_or(Ok(()), |code| document(view, code).map(drop))
}
