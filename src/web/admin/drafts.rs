//! Drafts: saving dates and files, previewing, publishing, throwing away.

use actix_multipart::Multipart;
use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::desk::{Desk, see_other};
use super::draft_form::{self, Changes};
use super::fields::Fields;
use super::{documents, upload};
use crate::domain::address::{Admin, Href, Number};
use crate::domain::answer::{Resolved, StandContext};
use crate::domain::draft::Draft;
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::organization::Status;
use crate::domain::role::Action;
use crate::domain::shelf::hangs;
use crate::domain::{AsOf, Lang};
use crate::pages::admin::document::Done;
use crate::pages::admin::doubts::is_serious;
use crate::pages::admin::draft::{DraftView, LookAgain};
use crate::pages::admin::form::Typed;
use crate::pages::admin::preview::{self, PreviewView};
use crate::pages::document::DocumentView;
use crate::pages::error::Problem;
use crate::pages::{self, Wish};
use crate::registry::{Error, Preview, Refusal, Registry};
use crate::text::review;
use crate::web::failure::Failure;
use crate::web::refusals;
use crate::web::security::Audience;

/// The routes of drafts.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/drafts/{id}", web::get().to(show))
        .route("/drafts/{id}", web::post().to(save))
        .route("/drafts/{id}/preview", web::get().to(preview_page))
        .route("/drafts/{id}/page/{lang}", web::get().to(member_page))
        .route("/drafts/{id}/publish", web::post().to(publish))
        .route("/drafts/{id}/discard", web::post().to(discard));
}

pub(super) fn draft_id(desk: &Desk, text: &str) -> Result<DraftId, Failure> {
    desk.require(Action::ManageDocuments)?;
    text.parse().map_err(|_| desk.problem(Problem::NoSuchPage))
}

/// The draft's form with why something was refused that is no field of it.
pub(super) async fn refused(desk: &Desk, id: DraftId, refusal: &Refusal) -> Result<HttpResponse, Failure> {
    if *refusal == Refusal::UnknownDraft {
        return gone(desk).await;
    }
    let state = if *refusal == Refusal::ChangedSincePreview { State::LookAgain } else { State::Plain };
    let typed = Typed { refusals: refusals::sentences(desk.lang, refusal, ""), ..Typed::default() };
    page(desk, id, &typed, state, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// A draft that is gone is no fault of the one who asks: the list of documents says what became of it.
async fn gone(desk: &Desk) -> Result<HttpResponse, Failure> {
    let refusals = refusals::sentences(desk.lang, &Refusal::UnknownDraft, "");
    documents::list(desk, "", &refusals, StatusCode::NOT_FOUND).await
}

async fn show(desk: Desk, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let id = draft_id(&desk, &path)?;
    let shown = if Fields::of_query(&request).get("done") == "saved" { State::Saved } else { State::Plain };
    page(&desk, id, &Typed::default(), shown, StatusCode::OK).await
}

/// What the page of a draft says besides its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Plain,
    Saved,
    LookAgain,
}

async fn page(
    desk: &Desk,
    id: DraftId,
    typed: &Typed,
    state: State,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    let draft = match desk.run(move |registry| registry.draft(id)).await {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => return gone(desk).await,
        Err(error) => return Err(desk.failed(error)),
    };
    let snapshot = desk.snapshot();
    let document = snapshot.document_by_id(draft.document);
    let document = document.ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let corrects = draft.corrects.and_then(|ordinal| document.version(ordinal));
    let bilingual = desk.run(move |registry| registry.bilingual_texts(id)).await;
    let bilingual = bilingual.map_err(|error| desk.failed(error))?;
    Ok(desk.page(status, |site, _| {
        pages::admin::draft::render(&DraftView {
            staff: desk.staff(site, Admin::Draft(id)),
            draft: &draft,
            document,
            owner: snapshot.owner(document),
            corrects,
            bilingual: bilingual.first().copied(),
            typed,
            look_again: (state == State::LookAgain).then_some(LookAgain),
            saved: state == State::Saved,
        })
    }))
}

/// Saves what can be saved; what is refused is named, and what was typed there stands in the form again.
async fn save(desk: Desk, path: web::Path<String>, parts: Multipart) -> Result<HttpResponse, Failure> {
    let id = draft_id(&desk, &path)?;
    let upload = upload::read(&desk, parts).await?;
    let lang = desk.lang;
    let Changes { mut fields, mut refused, verbs } = draft_form::read(lang, upload);
    let outcome = desk
        .run(move |registry| draft_form::apply(registry, id, verbs))
        .await
        .map_err(|error| desk.failed(error))?;
    for taken in outcome.taken {
        for name in draft_form::row_fields(&taken) {
            fields.forget(&name);
        }
    }
    for (file, refusal) in &outcome.refused {
        if *refusal == Refusal::UnknownDraft {
            return gone(&desk).await;
        }
        refused.extend(refusals::sentences(lang, refusal, file));
    }
    if !refused.is_empty() {
        let typed = fields.typed("draft", refused);
        return page(&desk, id, &typed, State::Plain, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let next = match fields.get("then") {
        "stay" => Href::to(Admin::Draft(id)).with("done", "saved"),
        _ => Admin::Preview(id).into(),
    };
    Ok(see_other(next).finish())
}

async fn previewed(desk: &Desk, id: DraftId) -> Result<Option<Preview>, Failure> {
    match desk.run(move |registry| registry.preview(id)).await {
        Ok(preview) => Ok(Some(preview)),
        Err(Error::Refused(Refusal::UnknownDraft)) => Ok(None),
        Err(error) => Err(desk.failed(error)),
    }
}

async fn preview_page(
    desk: Desk,
    path: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let id = draft_id(&desk, &path)?;
    let first = Lang::parse(Fields::of_query(&request).get("as")).unwrap_or(Lang::Kk);
    show_preview(&desk, id, first, StatusCode::OK).await
}

/// The preview; with a status other than 200 it asks to look at what is doubtful.
async fn show_preview(
    desk: &Desk,
    id: DraftId,
    first: Lang,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    let Some(preview) = previewed(desk, id).await? else { return gone(desk).await };
    let texts: Vec<_> = preview.bodies.iter().map(|(lang, body)| (*lang, body)).collect();
    let doubts = review::doubts(&texts);
    let files: Vec<(Lang, AttachmentId)> =
        preview.draft.texts().filter_map(|file| Some((file.lang()?, file.id))).collect();
    let snapshot = desk.snapshot();
    let owner = snapshot.owner(&preview.document);
    let problems: Vec<String> =
        preview.problems.iter().flat_map(|problem| refusals::sentences(desk.lang, problem, "")).collect();
    let stands = snapshot
        .organizations()
        .iter()
        .filter(|organization| organization.status == Status::Active)
        .filter(|organization| hangs(&preview.document, organization, snapshot.union()))
        .count();
    let day = desk.app.registry.today();
    let mut response = desk.page(status, |site, _| {
        preview::render(&PreviewView {
            staff: desk.staff(site, Admin::Preview(id)),
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
    response.extensions_mut().insert(Audience::Holder);
    Ok(response)
}

/// The page as a member will see it on the day on which the draft applies.
async fn member_page(desk: Desk, path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (id, lang) = path.into_inner();
    let id = draft_id(&desk, &id)?;
    let lang = Lang::parse(&lang).ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let Some(preview) = previewed(&desk, id).await? else { return gone(&desk).await };
    let snapshot = desk.snapshot();
    let document = &preview.document;
    let now = AsOf { day: desk.app.registry.today(), known: preview.version.published_at };
    let (requested, as_of) = preview::requested(document, &preview.version, now);
    let resolved = requested.resolve(document, lang, as_of);
    let chosen = match resolved {
        Resolved::Edition { choice: Some(choice), .. } => Some(choice.text.lang),
        _ => None,
    };
    let body = preview.bodies.iter().find(|(of, _)| Some(*of) == chosen).map(|(_, body)| body);
    let successor = document.successor.and_then(|id| snapshot.document_by_id(id));
    Ok(desk.page(StatusCode::OK, |site, _| {
        pages::document::render(&DocumentView {
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

async fn publish(
    desk: Desk,
    path: web::Path<String>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let id = draft_id(&desk, &path)?;
    let fields = Fields::from(form.into_inner());
    let (seen, state) = (fields.get("seen") == "yes", fields.get("seen_state").to_owned());
    let doubts = desk.run(move |registry| registry.doubts(id)).await;
    if !seen && doubts.is_ok_and(|doubts| is_serious(&doubts)) {
        return show_preview(&desk, id, Lang::Kk, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let actor = desk.actor();
    // A program that fills in the form by itself has seen no preview: for it the draft is what it saved.
    let publish = move |registry: &Registry| match state.as_str() {
        "" => registry.publish(id, &actor),
        state => registry.publish_seen(id, state, &actor),
    };
    let refusal = match desk.run(publish).await {
        Ok(done) => {
            let next = Admin::Published(done.code, Number(done.ordinal));
            return Ok(see_other(next).finish());
        }
        Err(error) => desk.refusal(error)?,
    };
    refused(&desk, id, &refusal).await
}

async fn discard(desk: Desk, path: web::Path<String>) -> Result<HttpResponse, Failure> {
    let id = draft_id(&desk, &path)?;
    let draft: Draft = match desk.run(move |registry| registry.draft(id)).await {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => return gone(&desk).await,
        Err(error) => return Err(desk.failed(error)),
    };
    let actor = desk.actor();
    desk.run(move |registry| registry.discard_draft(id, &actor)).await.map_err(|error| desk.failed(error))?;
    let snapshot = desk.snapshot();
    let next = match snapshot.document_by_id(draft.document) {
        Some(document) => documents::done(document.code, Done::Discarded),
        None => Admin::Documents.into(),
    };
    Ok(see_other(next).finish())
}
