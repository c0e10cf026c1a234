//! A draft: saving dates and files, publishing, throwing away.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType};

use super::draft_form::{self, Changes};
use super::fields::Fields;
use super::upload::Upload;
use super::{document, documents, preview};
use crate::domain::Lang;
use crate::domain::address::{Admin, Href, Number};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::pages::admin::document::Done;
use crate::pages::admin::doubts::is_serious;
use crate::pages::admin::draft::{DraftView, LookAgain, render};
use crate::pages::admin::form::Typed;
use crate::pages::error::Problem;
use crate::registry::{Error, Refusal};
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::{Reply, refusal};
use crate::web::http::csp::Audience;
use crate::web::http::disposition::named;
use crate::web::http::encoding::Effort;
use crate::web::refusals;
use crate::web::rendered::{CachePolicy, Rendered};

/// The draft's form with why something was refused that is no field of it.
///
/// # Errors
/// Trouble with the state.
pub fn refused(staff: &Staff<ManageDocuments>, id: DraftId, refusal: &Refusal) -> Reply {
    if *refusal == Refusal::UnknownDraft {
        return documents::without_draft(staff);
    }
    let state = if *refusal == Refusal::ChangedSincePreview { State::LookAgain } else { State::Plain };
    let typed = Typed { refusals: refusals::sentences(staff.lang, refusal, ""), ..Typed::default() };
    page(staff, id, &typed, state, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: Staff<ManageDocuments>, id: DraftId) -> Reply {
    let is_saved = Fields::of_query(&staff.request).get("done") == "saved";
    let state = if is_saved { State::Saved } else { State::Plain };
    page(&staff, id, &Typed::default(), state, StatusCode::OK)
}

/// What the page of a draft says besides its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Plain,
    Saved,
    LookAgain,
}

fn page(
    staff: &Staff<ManageDocuments>,
    id: DraftId,
    typed: &Typed,
    state: State,
    status: StatusCode,
) -> Reply {
    let draft = match staff.registry().draft(id) {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => return documents::without_draft(staff),
        Err(error) => return Err(error.into()),
    };
    let snapshot = staff.snapshot();
    let document = snapshot.document_by_id(draft.document);
    let document = document.ok_or(Problem::NoSuchPage)?;
    let corrects = draft.corrects.and_then(|ordinal| document.version(ordinal));
    let bilingual = staff.registry().bilingual_texts(id)?;
    Ok(staff.page(status, |site| {
        render(&DraftView {
            staff: staff.view(site, Admin::Draft(id)),
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
///
/// # Errors
/// Trouble with the state.
pub fn save(staff: Staff<ManageDocuments>, id: DraftId, upload: Upload) -> Reply {
    let lang = staff.lang;
    let Changes { mut fields, mut refused, verbs } = draft_form::read(lang, upload);
    let outcome = draft_form::apply(staff.registry(), id, verbs)?;
    for taken in outcome.taken {
        for name in draft_form::row_fields(&taken) {
            fields.forget(&name);
        }
    }
    for (file, refusal) in &outcome.refused {
        if *refusal == Refusal::UnknownDraft {
            return documents::without_draft(&staff);
        }
        refused.extend(refusals::sentences(lang, refusal, file));
    }
    if !refused.is_empty() {
        let typed = fields.typed("draft", refused);
        return page(&staff, id, &typed, State::Plain, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let next = match fields.get("then") {
        "stay" => Href::to(Admin::Draft(id)).with("done", "saved"),
        _ => Admin::Preview(id).into(),
    };
    Ok(Rendered::see_other(next))
}

/// Publishes it, unless something doubtful was not looked at.
///
/// # Errors
/// Trouble with the state.
pub fn publish(staff: Staff<ManageDocuments>, id: DraftId, fields: Fields) -> Reply {
    let doubts = staff.registry().doubts(id);
    if fields.get("seen") != "yes" && doubts.is_ok_and(|doubts| is_serious(&doubts)) {
        return preview::page(&staff, id, Lang::Kk, StatusCode::UNPROCESSABLE_ENTITY);
    }
    // A program that fills in the form by itself has seen no preview: for it the draft is what it saved.
    let published = match fields.get("seen_state") {
        "" => staff.registry().publish(id, staff.actor()),
        state => staff.registry().publish_seen(id, state, staff.actor()),
    };
    match published {
        Ok(done) => Ok(Rendered::see_other(Admin::Published(done.code, Number(done.ordinal)))),
        Err(error) => refused(&staff, id, &refusal(error)?),
    }
}

/// Throws it away.
///
/// # Errors
/// Trouble with the state.
pub fn discard(staff: Staff<ManageDocuments>, id: DraftId, (): ()) -> Reply {
    let draft = match staff.registry().draft(id) {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => return documents::without_draft(&staff),
        Err(error) => return Err(error.into()),
    };
    staff.registry().discard_draft(id, staff.actor())?;
    let snapshot = staff.snapshot();
    Ok(match snapshot.document_by_id(draft.document) {
        Some(found) => Rendered::see_other(document::done(found.code, Done::Discarded)),
        None => Rendered::see_other(Admin::Documents),
    })
}

/// The bytes of a draft's file, for those who manage documents alone.
///
/// # Errors
/// A file that there is not; one that cannot be read.
pub fn file(staff: Staff<ManageDocuments>, id: DraftId, file: AttachmentId) -> Reply {
    let (found, bytes) = match staff.registry().draft_file(id, file) {
        Ok(found) => found,
        Err(Error::Refused(_)) => return Err(Problem::NoSuchPage.into()),
        Err(error) => return Err(error.into()),
    };
    let media = found.file.media;
    let disposition =
        if media.shown_inline() { DispositionType::Inline } else { DispositionType::Attachment };
    let original = Rendered::document(media.media_type(), bytes).for_audience(Audience::Held);
    let original = Rendered { cache: CachePolicy::NotStored, effort: Effort::None, ..original };
    Ok(original.with(header::CONTENT_DISPOSITION, named(disposition, &found.file.name)))
}
