//! The preview of a draft, and the page as members will see it.

use actix_web::http::StatusCode;

use super::documents;
use super::fields::Fields;
use crate::domain::address::Admin;
use crate::domain::answer::{Resolved, StandContext};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::organization::Status;
use crate::domain::shelf::hangs;
use crate::domain::{AsOf, Lang};
use crate::pages::Wish;
use crate::pages::admin::preview::{PreviewView, render, requested};
use crate::pages::document::{self, DocumentView};
use crate::registry::{Error, Preview, Refusal};
use crate::text::review;
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::refusals;

fn previewed(staff: &Staff<ManageDocuments>, id: DraftId) -> Result<Option<Preview>, WebError> {
    match staff.registry().preview(id) {
        Ok(preview) => Ok(Some(preview)),
        Err(Error::Refused(Refusal::UnknownDraft)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The page; `as` names the text that stands first.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: Staff<ManageDocuments>, id: DraftId) -> Reply {
    let first = Lang::parse(Fields::of_query(&staff.request).get("as")).unwrap_or(Lang::Kk);
    page(&staff, id, first, StatusCode::OK)
}

/// The preview; with a status other than 200 it asks to look at what is doubtful.
///
/// # Errors
/// Trouble with the state.
pub fn page(staff: &Staff<ManageDocuments>, id: DraftId, first: Lang, status: StatusCode) -> Reply {
    let Some(preview) = previewed(staff, id)? else { return documents::without_draft(staff) };
    let texts: Vec<_> = preview.bodies.iter().map(|(lang, body)| (*lang, body)).collect();
    let doubts = review::doubts(&texts);
    let files: Vec<(Lang, AttachmentId)> =
        preview.draft.texts().filter_map(|file| Some((file.lang()?, file.id))).collect();
    let snapshot = staff.snapshot();
    let owner = snapshot.owner(&preview.document);
    let problems: Vec<String> =
        preview.problems.iter().flat_map(|problem| refusals::sentences(staff.lang, problem, "")).collect();
    let stands = snapshot
        .organizations()
        .iter()
        .filter(|organization| organization.status == Status::Active)
        .filter(|organization| hangs(&preview.document, organization, snapshot.union()))
        .count();
    let day = staff.registry().today();
    let page = staff.page(status, |site| {
        render(&PreviewView {
            staff: staff.view(site, Admin::Preview(id)),
            id,
            state: &preview.state,
            document: &preview.document,
            owner,
            version: &preview.version,
            bodies: &preview.bodies,
            files: &files,
            doubts: &doubts,
            bilingual: preview.bilingual.first().copied(),
            unseen: status != StatusCode::OK,
            problems: &problems,
            stands,
            first,
            as_of: AsOf { day, known: preview.version.published_at },
        })
    });
    Ok(page.for_audience(Audience::Holder))
}

/// The page as a member will see it on the day on which the draft applies.
///
/// # Errors
/// Trouble with the state.
pub fn member_page(staff: Staff<ManageDocuments>, id: DraftId, lang: Lang) -> Reply {
    let Some(preview) = previewed(&staff, id)? else { return documents::without_draft(&staff) };
    let snapshot = staff.snapshot();
    let document = &preview.document;
    let now = AsOf { day: staff.registry().today(), known: preview.version.published_at };
    let (requested, as_of) = requested(document, &preview.version, now);
    let resolved = requested.resolve(document, lang, as_of);
    let chosen = match resolved {
        Resolved::Edition { choice: Some(choice), .. } => Some(choice.text.lang),
        _ => None,
    };
    let body = preview.bodies.iter().find(|(of, _)| Some(*of) == chosen).map(|(_, body)| body);
    let successor = document.successor.and_then(|id| snapshot.document_by_id(id));
    Ok(staff.page(StatusCode::OK, |site| {
        document::render(&DocumentView {
            site,
            wish: Wish::InPath(lang),
            document,
            owner: snapshot.owner(document),
            requested,
            resolved,
            stand: StandContext::Unnamed,
            successor: successor.map(|document| (document, snapshot.owner(document))),
            json_ld: None,
            body,
            changes: None,
            finding: None,
            as_of,
        })
    }))
}
