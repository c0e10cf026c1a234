//! Headings as an administrator corrects them, in drafts and in published texts; the original of a draft.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::desk::{Desk, see_other};
use super::fields::Fields;
use super::{documents, drafts};
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::role::Action;
use crate::domain::version::{Text, Version};
use crate::domain::{Code, Instant, Lang};
use crate::pages::admin::outline::{self, OutlineView};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::registry::{Error, Refusal};
use crate::text::outline::Key;
use crate::web::failure::Failure;
use crate::web::file::named;
use crate::web::refusals;
use crate::web::security::Audience;

/// The routes of headings and originals.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/drafts/{id}/outline/{lang}", web::post().to(correct_draft))
        .route("/drafts/{id}/split/{lang}", web::post().to(split))
        .route("/drafts/{id}/files/{file}", web::get().to(original))
        .route("/documents/{code}/v{ordinal}/outline/{lang}", web::get().to(show))
        .route("/documents/{code}/v{ordinal}/outline/{lang}", web::post().to(correct));
}

fn language(desk: &Desk, text: &str) -> Result<Lang, Failure> {
    Lang::parse(text).ok_or_else(|| desk.problem(Problem::NoSuchPage))
}

/// The blocks that were ticked and the level that was chosen for them.
fn decision(fields: &Fields) -> (Vec<Key>, Option<u8>) {
    let blocks = fields.all("block").filter_map(Key::parse).collect();
    (blocks, fields.get("level").parse().ok().filter(|level| *level > 0))
}

async fn correct_draft(
    desk: Desk,
    path: web::Path<(String, String)>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let id = drafts::draft_id(&desk, &path.0)?;
    let lang = language(&desk, &path.1)?;
    let (blocks, level) = decision(&Fields::from(form.into_inner()));
    let done = desk.run(move |registry| registry.correct_draft(id, lang, &blocks, level)).await;
    after(&desk, id, done, &format!("text-{lang}")).await
}

async fn split(desk: Desk, path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let id = drafts::draft_id(&desk, &path.0)?;
    let lang = language(&desk, &path.1)?;
    let done = desk.run(move |registry| registry.split_draft(id, lang)).await;
    after(&desk, id, done, "").await
}

/// Back to the preview, or the draft's form with why it was refused.
async fn after(
    desk: &Desk,
    id: DraftId,
    done: Result<(), Error>,
    place: &str,
) -> Result<HttpResponse, Failure> {
    match done {
        Ok(()) => Ok(see_other(Href::to(Admin::Preview(id)).at(place)).finish()),
        Err(error) => {
            let refusal = desk.refusal(error)?;
            drafts::refused(desk, id, &refusal).await
        }
    }
}

/// The bytes of a draft's file, for its administrator alone.
async fn original(desk: Desk, path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let id = drafts::draft_id(&desk, &path.0)?;
    let file: AttachmentId = path.1.parse().map_err(|_| desk.problem(Problem::NoSuchPage))?;
    let (file, bytes) = match desk.run(move |registry| registry.draft_file(id, file)).await {
        Ok(found) => found,
        Err(Error::Refused(_)) => return Err(desk.problem(Problem::NoSuchPage)),
        Err(error) => return Err(desk.failed(error)),
    };
    let disposition =
        if file.file.media.shown_inline() { DispositionType::Inline } else { DispositionType::Attachment };
    let mut response = HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, file.file.media.media_type()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(named(disposition, &file.file.name))
        .body(bytes);
    response.extensions_mut().insert(Audience::Held);
    Ok(response)
}

/// Which published text an address names.
#[derive(Clone, Copy)]
struct Named {
    code: Code,
    ordinal: u32,
    lang: Lang,
}

impl Named {
    fn read(desk: &Desk, (code, ordinal, lang): (String, u32, String)) -> Result<Self, Failure> {
        desk.require(Action::ManageDocuments)?;
        Ok(Self { code: documents::code(desk, &code)?, ordinal, lang: language(desk, &lang)? })
    }
}

async fn show(
    desk: Desk,
    path: web::Path<(String, u32, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let text = Named::read(&desk, path.into_inner())?;
    let done = Fields::of_query(&request).get("done") == "saved";
    let done = if done { say(desk.lang, "admin-saved") } else { String::new() };
    page(&desk, text, &[], &done, StatusCode::OK).await
}

async fn page(
    desk: &Desk,
    Named { code, ordinal, lang }: Named,
    refusals: &[String],
    done: &str,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    let snapshot = desk.snapshot();
    let document = documents::find(desk, &snapshot, code)?;
    let found = find(document, ordinal, lang);
    let (version, text) = found.ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let id = text.id;
    let body = desk.run(move |registry| registry.body(id)).await.map_err(|error| desk.failed(error))?;
    Ok(desk.page(status, |site, _| {
        outline::render(&OutlineView {
            staff: desk.staff(site, Admin::Outline(code, ordinal, lang)),
            document,
            owner: snapshot.owner(document),
            version,
            lang,
            body: body.as_ref(),
            refusals,
            done,
        })
    }))
}

/// The text of an edition that stands.
fn find(document: &Document, ordinal: u32, lang: Lang) -> Option<(&Version, &Text)> {
    let version = document.version(ordinal)?;
    let text = version.texts.iter().find(|text| text.lang == lang)?;
    (!version.is_withdrawn(Instant::MAX)).then_some((version, text))
}

async fn correct(
    desk: Desk,
    path: web::Path<(String, u32, String)>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let text = Named::read(&desk, path.into_inner())?;
    let (blocks, level) = decision(&Fields::from(form.into_inner()));
    let actor = desk.actor();
    let Named { code, ordinal, lang } = text;
    let done = desk
        .run(move |registry| registry.correct_outline(code, ordinal, lang, (&blocks, level), &actor))
        .await;
    let refusal: Refusal = match done {
        Ok(()) => {
            let next = Href::to(Admin::Outline(code, ordinal, lang)).with("done", "saved");
            return Ok(see_other(next).finish());
        }
        Err(error) => desk.refusal(error)?,
    };
    let refusals = refusals::sentences(desk.lang, &refusal, "");
    page(&desk, text, &refusals, "", StatusCode::UNPROCESSABLE_ENTITY).await
}
