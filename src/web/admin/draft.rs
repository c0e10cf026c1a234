//! A draft: saving dates and files, publishing, throwing away.

use actix_web::http::StatusCode;

use super::carried;
use super::draft_form::{self, Changes};
use super::fields::Fields;
use super::held::held_file;
use super::proposal::proposed;
use super::upload::Upload;
use super::{document, documents, preview};
use crate::domain::address::{Admin, Href, Number, ScanPicture};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::pages::admin::document::Done;
use crate::pages::admin::draft::{DraftView, LookAgain, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::refusals;
use crate::registry::{Error, Refusal, View};
use crate::text::review::Doubt;
use crate::web::access::{EditDrafts, Publish, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::http::csp::Audience;
use crate::web::http::encoding::Effort;
use crate::web::public::scan::{size, undrawn};
use crate::web::rendered::{CachePolicy, Rendered};

/// The draft's form with why something was refused that is no field of it.
///
/// # Errors
/// Trouble with the state.
pub fn refused(staff: &StaffSession, id: DraftId, refusal: &Refusal) -> Reply {
    let state = if *refusal == Refusal::ChangedSincePreview { State::LookAgain } else { State::Plain };
    let typed = Typed::refused(refusals::sentences(staff.lang, refusal, ""));
    again(staff, id, &typed, state)
}

/// The draft's form again with what was refused, or the list of documents where the draft is gone.
fn again(staff: &StaffSession, id: DraftId, typed: &Typed, state: State) -> Reply {
    staff.read(|view| drawn(staff, view, id, (typed, state, StatusCode::UNPROCESSABLE_ENTITY)))
}

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<EditDrafts>, view: &View, id: DraftId) -> Reply {
    let is_saved = Fields::of_query(&staff.request).get("done") == "saved";
    let state = if is_saved { State::Saved } else { State::Plain };
    drawn(staff, view, id, (&carried::typed(&staff.request), state, StatusCode::OK))
}

/// What the page of a draft says besides its form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Plain,
    Saved,
    LookAgain,
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    id: DraftId,
    (typed, state, status): (&Typed, State, StatusCode),
) -> Reply {
    let draft = match staff.registry().draft(id) {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => return documents::without_draft(staff, view),
        Err(error) => return Err(error.into()),
    };
    let document = view.document_by_id(draft.document)?.ok_or(Problem::NoSuchPage)?;
    let owner = view.owner(document)?;
    let corrects = draft.corrects.and_then(|ordinal| document.version(ordinal));
    let bilingual = staff.registry().bilingual_texts(id)?;
    let proposal = staff.registry().proposal_of(id)?;
    let proposed = proposal.as_ref().map(|one| proposed(view, one)).transpose()?.flatten();
    Ok(staff.page(view, status, |site| {
        render(&DraftView {
            staff: staff.view(site, Admin::Draft(id)),
            draft: &draft,
            document,
            owner,
            corrects,
            bilingual: bilingual.first().copied(),
            typed,
            proposed,
            look_again: (state == State::LookAgain).then_some(LookAgain),
            saved: state == State::Saved,
        })
    }))
}

/// Saves what can be saved; what is refused is named, and what was typed there stands in the form again.
///
/// # Errors
/// Trouble with the state.
pub fn save(staff: Staff<EditDrafts>, id: DraftId, upload: Upload) -> Reply {
    let lang = staff.lang;
    let Changes { mut fields, mut refused, mut wrong, verbs } = draft_form::read(lang, upload);
    let outcome = draft_form::apply(staff.registry(), id, verbs)?;
    for taken in outcome.taken {
        for name in draft_form::row_fields(&taken) {
            fields.forget(&name);
        }
    }
    for (file, refusal) in &outcome.refused {
        if *refusal == Refusal::UnknownDraft {
            return staff.read(|view| documents::without_draft(&staff, view));
        }
        refused.extend(refusals::sentences(lang, refusal, file));
        wrong.extend(fields.wrong(refusal).into_iter().map(str::to_owned));
    }
    if !refused.is_empty() {
        let typed = Typed { wrong, ..fields.typed("draft", refused) };
        return again(&staff, id, &typed, State::Plain);
    }
    let next = match fields.get("then") {
        "stay" => Href::to(Admin::Draft(id)).with("done", "saved"),
        _ => Href::to(Admin::Preview(id)),
    };
    let next = outcome.guessed.iter().fold(next, |next, lang| next.with("guessed", lang));
    Ok(Rendered::see_other(next))
}

/// Sets its dates, and nothing else: back to the preview, or the draft's form with why they were refused.
///
/// # Errors
/// Trouble with the state.
pub fn dates(staff: Staff<EditDrafts>, id: DraftId, fields: Fields) -> Reply {
    fields.need(&draft_form::DATES)?;
    let dates = match draft_form::dates(staff.lang, &fields) {
        Ok(dates) => dates,
        Err(lines) => {
            let wrong = draft_form::DATES.into_iter().filter(|name| fields.day(name, staff.lang).is_err());
            let wrong: Vec<&str> = wrong.collect();
            return again(&staff, id, &fields.typed("draft", lines).about(&wrong), State::Plain);
        }
    };
    match staff.registry().set_requisites(id, dates) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Preview(id)).at("when"))),
        Err(Error::Refused(Refusal::UnknownDraft)) => {
            staff.read(|view| documents::without_draft(&staff, view))
        }
        Err(error) => Err(error.into()),
    }
}

/// Asks another person for the look at it, as it was seen in a preview.
///
/// # Errors
/// Trouble with the state.
pub fn ask_for_look(staff: Staff<EditDrafts>, id: DraftId, fields: Fields) -> Reply {
    match staff.registry().ask_for_look(id, fields.get("seen_state"), staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Preview(id)).at("publishing"))),
        Err(error) => refused(&staff, id, &refusal(error)?),
    }
}

/// Publishes it, unless something doubtful was not looked at.
///
/// # Errors
/// Trouble with the state.
pub fn publish(staff: Staff<Publish>, id: DraftId, fields: Fields) -> Reply {
    if fields.get("seen") != "yes" {
        match staff.registry().doubts(id) {
            Ok(doubts) if doubts.iter().any(Doubt::is_serious) => return preview::unseen(&staff, id),
            // What is refused of the draft is said by its publication.
            Ok(_) | Err(Error::Refused(_)) => {}
            Err(error) => return Err(error.into()),
        }
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
pub fn discard(staff: Staff<EditDrafts>, id: DraftId, (): ()) -> Reply {
    let draft = match staff.registry().draft(id) {
        Ok(draft) => draft,
        Err(Error::Refused(Refusal::UnknownDraft)) => {
            return staff.read(|view| documents::without_draft(&staff, view));
        }
        Err(error) => return Err(error.into()),
    };
    match staff.registry().discard_draft(id, staff.actor()) {
        Ok(()) => {}
        Err(Error::Refused(refusal)) => return refused(&staff, id, &refusal),
        Err(error) => return Err(error.into()),
    }
    let of = staff.read(|view| Ok(view.document_by_id(draft.document)?.map(|document| document.code)))?;
    Ok(match of {
        Some(code) => Rendered::see_other(document::done(code, Done::Discarded)),
        None => Rendered::see_other(Admin::Documents),
    })
}

/// The bytes of a draft's file, for those who manage documents alone.
///
/// # Errors
/// A file that there is not; one that cannot be read.
pub fn file(staff: &Staff<EditDrafts>, _: &View, id: DraftId, file: AttachmentId) -> Reply {
    let (found, bytes) = match staff.registry().draft_file(id, file) {
        Ok(found) => found,
        Err(Error::Refused(_)) => return Err(Problem::NoSuchPage.into()),
        Err(error) => return Err(error.into()),
    };
    Ok(held_file(&found.file, bytes))
}

/// The picture of a page of a draft's file.
///
/// # Errors
/// No such file or page; trouble with the state.
pub fn scan(
    staff: &Staff<EditDrafts>,
    _: &View,
    id: DraftId,
    file: AttachmentId,
    scan: ScanPicture,
) -> Reply {
    let draft = staff.registry().draft(id).map_err(|error| match error {
        Error::Refused(_) => Problem::NoSuchPage.into(),
        error => WebError::from(error),
    })?;
    let found = draft.files.iter().find(|of| of.id == file).ok_or(Problem::NoSuchPage)?;
    let size = size(scan);
    let picture = staff.registry().scan(found.file.checksum, scan.page, size).map_err(undrawn)?;
    let picture = Rendered::document(size.media_type(), picture).for_audience(Audience::Held);
    Ok(Rendered { cache: CachePolicy::NotStored, effort: Effort::None, ..picture })
}
