//! Drafts: beginning, filling, looking at and discarding them, by the form of the page.

use actix_web::http::StatusCode;

use super::bearer::{Bearer, Drafts, Read, Scoped};
use super::problem::ProblemDetails;
use super::program::document;
use super::refusal_names::name;
use super::refused::{of_error, refused_files};
use super::sent::{FormData, afterwards, created, ordinal, own, private};
use super::types::input::{DraftChange, DraftToBegin};
use super::types::{Draft, DraftDoubt, DraftFile, DraftItem, DraftList, DraftProblem, preview_at};
use crate::domain::address::Api;
use crate::domain::ids::DraftId;
use crate::domain::{Code, Lang};
use crate::refusals::sentences;
use crate::registry::View;
use crate::web::admin::draft_form::{self, Changes};
use crate::web::admin::upload::Upload;
use crate::web::error::{Reply, WebError};

/// The drafts of a document, oldest first.
#[utoipa::path(
    get,
    path = Api::DOCUMENT_DRAFTS,
    security(("token" = ["read"])),
    params(("code" = String, Path, description = "The document's code")),
    responses(
        (status = 200, body = DraftList),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn list(caller: &Bearer<Read>, view: &View, code: Code) -> Reply {
    let document = document(view, code)?;
    let drafts = caller.registry().drafts(code)?;
    let items = drafts.iter().map(|draft| DraftItem::of(caller.origin(), draft)).collect();
    own(StatusCode::OK, &DraftList { document: document.code.to_string(), items })
}

/// A draft with its files, how far their recognition has come, what is doubtful in them, and what refuses its publication.
#[utoipa::path(
    get,
    path = Api::DRAFT,
    security(("token" = ["read"])),
    params(("draft" = String, Path, description = "What names the draft", format = "uuid")),
    responses(
        (status = 200, body = Draft),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn one(caller: &Bearer<Read>, _: &View, draft: DraftId) -> Reply {
    own(StatusCode::OK, &shown(caller, draft)?)
}

/// Begins a draft of a document's next edition, and fills it with dates and files. Where one of them is refused, no draft
/// stays.
#[utoipa::path(
    post,
    path = Api::DOCUMENT_DRAFTS,
    security(("token" = ["drafts"])),
    params(("code" = String, Path, description = "The document's code")),
    request_body(content = DraftToBegin, content_type = "multipart/form-data"),
    responses((status = 201, body = Draft))
)]
pub fn begin(caller: &Bearer<Drafts>, code: Code, sent: FormData) -> Reply {
    sent.need_only(DraftToBegin::FIELDS)?;
    caller.registry().read(|view| document(view, code).map(drop))?;
    let fields = &sent.upload.fields;
    let (corrects, amends) = (ordinal(fields, "corrects")?, ordinal(fields, "amends")?);
    let registry = caller.registry();
    let before = registry.drafts(code)?;
    let begun = match amends {
        Some(_) if corrects.is_some() => return Err(WebError::Parameter("amends")),
        Some(amended) => registry.begin_amendment(code, amended, &caller.actor),
        None => registry.begin_draft(code, corrects, &caller.actor),
    };
    let draft = begun.map_err(|error| of_error(caller, error))?;
    if let Err(refused) = fill(caller, draft, sent.upload).and_then(|filled| filled.refused) {
        // One that somebody else began, and that is gone on with, stays.
        if before.iter().all(|one| one.id != draft) {
            registry.discard_draft(draft, &caller.actor)?;
        }
        return Err(refused);
    }
    created(Api::Draft(draft), &afterwards(shown(caller, draft))?)
}

/// Changes what is given of a draft. Files are taken one by one: where some are refused, `taken` names those that are in the
/// draft all the same.
#[utoipa::path(
    post,
    path = Api::DRAFT,
    security(("token" = ["drafts"])),
    params(("draft" = String, Path, description = "What names the draft", format = "uuid")),
    request_body(content = DraftChange, content_type = "multipart/form-data"),
    responses((status = 200, body = Draft))
)]
pub fn save(caller: &Bearer<Drafts>, draft: DraftId, sent: FormData) -> Reply {
    sent.need_only(DraftChange::FIELDS)?;
    let of = caller.registry().preview(draft).map_err(|error| of_error(caller, error))?.document.code;
    let filled = fill(caller, draft, sent.upload)?;
    if filled.is_changed {
        caller.registry().note_draft_edit(of.as_str(), &caller.actor)?;
    }
    filled.refused?;
    own(StatusCode::OK, &afterwards(shown(caller, draft))?)
}

/// Throws a draft away, with its files.
#[utoipa::path(
    delete,
    path = Api::DRAFT,
    security(("token" = ["drafts"])),
    params(("draft" = String, Path, description = "What names the draft", format = "uuid")),
    responses((status = 204))
)]
pub fn discard(caller: &Bearer<Drafts>, draft: DraftId, (): ()) -> Reply {
    caller.registry().discard_draft(draft, &caller.actor).map_err(|error| of_error(caller, error))?;
    Ok(private(StatusCode::NO_CONTENT, Vec::new()))
}

/// What became of a draft that was filled.
struct Filled {
    /// Whether something of it was changed.
    is_changed: bool,
    /// What was refused.
    refused: Result<(), WebError>,
}

/// Does what a form asks for. What it does not name stays as it is in the draft.
fn fill(caller: &Bearer<Drafts>, id: DraftId, mut upload: Upload) -> Result<Filled, WebError> {
    let draft = caller.registry().draft(id).map_err(|error| of_error(caller, error))?;
    let requisites = &draft.requisites;
    let text = |day: Option<crate::domain::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut present = vec![
        ("signed_on".to_owned(), text(requisites.signed_on)),
        ("effective_from".to_owned(), text(requisites.effective_from)),
        ("term_end".to_owned(), text(requisites.term_end)),
        ("prolongation".to_owned(), requisites.prolongation.name().to_owned()),
    ];
    for lang in Lang::ALL {
        if let Some(authenticity) = draft.text(lang).and_then(|file| file.authenticity()) {
            present.push((format!("authenticity_{lang}"), authenticity.name().to_owned()));
        }
    }
    for (name, value) in present {
        if upload.fields.all(&name).next().is_none() {
            upload.fields.push(name, value);
        }
    }
    let Changes { refused, verbs, .. } = draft_form::read(caller.lang(), upload);
    if !refused.is_empty() {
        return Err(refused_files(caller, &[], (refused, Vec::new())));
    }
    let outcome = draft_form::apply(caller.registry(), id, verbs)?;
    let is_changed = !outcome.taken.is_empty();
    if outcome.refused.is_empty() {
        return Ok(Filled { is_changed, refused: Ok(()) });
    }
    let taken = outcome.taken.into_iter().filter(|field| !field.is_empty()).collect();
    Ok(Filled { is_changed, refused: Err(refused_files(caller, &outcome.refused, (Vec::new(), taken))) })
}

/// The draft as it is now.
fn shown<S: Scoped>(caller: &Bearer<S>, id: DraftId) -> Result<Draft, WebError> {
    let registry = caller.registry();
    let preview = registry.preview(id).map_err(|error| of_error(caller, error))?;
    let (draft, origin) = (&preview.draft, caller.origin());
    let files = draft.files.iter().map(|file| {
        Ok::<_, WebError>(DraftFile::of(origin, file, registry.recognition_progress(file.file.checksum)?))
    });
    let problems = preview.problems.iter().map(|refusal| DraftProblem {
        problem: name(refusal),
        detail: sentences(caller.lang(), refusal, "").join("\n"),
    });
    let day = |day: Option<crate::domain::Day>| day.map(|day| day.to_string());
    Ok(Draft {
        draft: id.to_string(),
        document: preview.document.code.to_string(),
        corrects: draft.corrects,
        signed_on: day(draft.requisites.signed_on),
        effective_from: day(draft.requisites.effective_from),
        term_end: day(draft.requisites.term_end),
        prolongation: draft.requisites.prolongation.name(),
        files: files.collect::<Result<_, _>>()?,
        doubts: preview.doubts.iter().map(DraftDoubt::from).collect(),
        problems: problems.collect(),
        state: preview.state.clone(),
        preview: preview_at(origin, draft),
    })
}
