//! Publishing, correcting and withdrawing.

use actix_web::http::StatusCode;

use super::bearer::{Bearer, Publish};
use super::program::{document, version};
use super::refused::{of_error, refused, refused_files};
use super::sent::{FormData, Json, afterwards, created, ordinal, own};
use super::types::input::{DraftToPublish, EditionToPublish, WithdrawalToRecord};
use super::types::{Publication, Version, version_at};
use crate::domain::Code;
use crate::domain::address::{Api, Number};
use crate::domain::ids::DraftId;
use crate::domain::requisites::Prolongation;
use crate::registry::{
    Accepts, EditionInput, Error, FileInput, FilePart, Published, Unpublished, Withdrawal,
};
use crate::text::review::Doubt;
use crate::web::admin::draft_form::{self, Changes, Verb};
use crate::web::admin::upload::Uploaded;
use crate::web::error::{Reply, WebError};

/// Publishes an edition at once, or corrects one: in one transaction, so that nothing stays of what is refused. What is
/// seriously doubtful must be accepted by name; the refusal lists it.
#[utoipa::path(
    post,
    path = Api::VERSIONS,
    security(("token" = ["publish"])),
    params(("code" = String, Path, description = "The document's code")),
    request_body(content = EditionToPublish, content_type = "multipart/form-data"),
    responses((status = 201, body = Publication))
)]
pub fn publish(caller: &Bearer<Publish>, code: Code, sent: FormData) -> Reply {
    sent.need_only(EditionToPublish::FIELDS)?;
    caller.registry().read(|view| document(view, code).map(drop))?;
    let edition = edition(caller, sent)?;
    let published = caller.registry().publish_at_once(code, edition, &caller.actor);
    let (published, doubts) = published.map_err(|unpublished| why(caller, unpublished))?;
    answered(caller, &published, &doubts)
}

/// What a form says of an edition.
fn edition(caller: &Bearer<Publish>, sent: FormData) -> Result<EditionInput, WebError> {
    let fields = &sent.upload.fields;
    let (corrects, amends) = (ordinal(fields, "corrects")?, ordinal(fields, "amends")?);
    if corrects.is_some() && amends.is_some() {
        return Err(WebError::Parameter("amends"));
    }
    let prolongation = match fields.get("prolongation") {
        "" => None,
        name => Some(Prolongation::parse(name).ok_or(WebError::Parameter("prolongation"))?),
    };
    let accepts = Accepts::Named(fields.all("accept").map(str::to_owned).collect());
    let Changes { refused, verbs, .. } = draft_form::read(caller.lang(), sent.upload);
    if !refused.is_empty() {
        return Err(refused_files(caller, &[], (refused, Vec::new())));
    }
    let mut edition = EditionInput { corrects, amends, prolongation, accepts, ..EditionInput::default() };
    for verb in verbs {
        match verb {
            Verb::Dates(dates) => {
                edition.signed_on = dates.signed_on;
                edition.effective_from = dates.effective_from;
                edition.term_end = dates.term_end;
            }
            Verb::Text(lang, authenticity, files) => {
                // A person sees the order of photos before they are published.
                let one =
                    |_| WebError::Body(format!("field `text_{lang}`: one file; send photos to a draft"));
                let [file] = <[Uploaded; 1]>::try_from(files).map_err(one)?;
                edition.files.push(input(caller, FilePart::Text(lang, authenticity), file)?);
            }
            Verb::Attachment(role, title, day, file) => {
                edition.files.push(input(caller, FilePart::Attachment(role, title, day), file)?);
            }
            // A program says the language.
            Verb::Dropped(_) => return Err(WebError::Parameter("dropped")),
            Verb::Authenticity(..) | Verb::Remove(_) => {}
        }
    }
    Ok(edition)
}

fn input(caller: &Bearer<Publish>, part: FilePart, file: Uploaded) -> Result<FileInput, WebError> {
    let name = file.name.clone();
    let bytes = file.into_bytes().map_err(|refusal| refused(caller, &refusal, &name, &[]))?;
    Ok(FileInput { part, name, bytes })
}

/// Publishes a draft as it was last seen.
#[utoipa::path(
    post,
    path = Api::DRAFT_PUBLICATION,
    security(("token" = ["publish"])),
    params(("draft" = String, Path, description = "What names the draft", format = "uuid")),
    request_body = DraftToPublish,
    responses((status = 201, body = Publication))
)]
pub fn publish_draft(caller: &Bearer<Publish>, draft: DraftId, sent: Json<DraftToPublish>) -> Reply {
    let DraftToPublish { state, accept } = sent.value;
    let published = caller
        .registry()
        .publish_accepting(draft, &state, &Accepts::Named(accept), &caller.actor)
        .map_err(|unpublished| why(caller, unpublished))?;
    let (published, doubts) = published;
    answered(caller, &published, &doubts)
}

/// Withdraws an edition that should not have been published. It leaves the answers, and its permanent address says why.
#[utoipa::path(
    post,
    path = Api::WITHDRAWAL,
    security(("token" = ["publish"])),
    params(
        ("code" = String, Path, description = "The document's code"),
        ("ordinal" = u32, Path, description = "The version's number within its document")
    ),
    request_body = WithdrawalToRecord,
    responses((status = 200, body = Version))
)]
pub fn withdraw(
    caller: &Bearer<Publish>,
    code: Code,
    ordinal: Number,
    sent: Json<WithdrawalToRecord>,
) -> Reply {
    let registry = caller.registry();
    registry.read(|view| version(view, document(view, code)?, ordinal).map(drop))?;
    registry
        .withdraw(code, ordinal.0, &sent.value.reason, Withdrawal::Withdraw, &caller.actor)
        .map_err(|error| of_error(caller, error))?;
    let shown = registry.read(|view| {
        let version = version(view, document(view, code)?, ordinal)?;
        Ok::<_, WebError>(Version::of(caller.origin(), code, version, view.as_of().known))
    });
    own(StatusCode::OK, &afterwards(shown)?)
}

fn answered(caller: &Bearer<Publish>, published: &Published, doubts: &[Doubt]) -> Reply {
    let at = version_at(published.code, published.ordinal);
    created(at, &Publication::of(caller.origin(), published, doubts))
}

/// Why something was not published, with what is doubtful where that is the reason.
fn why(caller: &Bearer<Publish>, unpublished: Unpublished) -> WebError {
    match unpublished {
        Unpublished { error: Error::Refused(refusal), file, doubts } => {
            let serious: Vec<Doubt> = doubts.into_iter().filter(Doubt::is_serious).collect();
            refused(caller, &refusal, &file, &serious)
        }
        Unpublished { error, .. } => error.into(),
    }
}
