//! Headings as they are corrected, in drafts and in published texts; the split of a bilingual file.

use actix_web::http::StatusCode;

use super::document;
use super::draft;
use super::fields::Fields;
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::ids::DraftId;
use crate::domain::version::{Text, Version};
use crate::domain::{Code, Instant, Lang};
use crate::pages::admin::outline::{OutlineView, render};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::refusals;
use crate::registry::{Error, View};
use crate::text::body::Body;
use crate::text::outline::Key;
use crate::web::access::{EditDrafts, Publish, Staff, StaffSession};
use crate::web::error::{Reply, refusal};
use crate::web::rendered::Rendered;

/// The blocks that were ticked and the level that was chosen for them.
fn decision(fields: &Fields) -> (Vec<Key>, Option<u8>) {
    let blocks = fields.all("block").filter_map(Key::parse).collect();
    (blocks, fields.get("level").parse().ok().filter(|level| *level > 0))
}

/// Corrects the headings of a draft.
///
/// # Errors
/// Trouble with the state.
pub fn correct_draft(staff: Staff<EditDrafts>, id: DraftId, lang: Lang, fields: Fields) -> Reply {
    let (blocks, level) = decision(&fields);
    let done = staff.registry().correct_draft(id, lang, &blocks, level);
    after(&staff, id, done, &format!("text-{lang}"))
}

/// Splits a bilingual file.
///
/// # Errors
/// Trouble with the state.
pub fn split(staff: Staff<EditDrafts>, id: DraftId, lang: Lang, (): ()) -> Reply {
    let done = staff.registry().split_draft(id, lang);
    after(&staff, id, done, "")
}

/// Puts the pages of a text that was joined of photos into another order.
///
/// # Errors
/// Trouble with the state.
pub fn arrange(staff: Staff<EditDrafts>, id: DraftId, lang: Lang, fields: Fields) -> Reply {
    let typed = fields.get("order").split([' ', ',', ';', '.']).filter(|number| !number.is_empty());
    let order: Vec<u32> = typed.map(|number| number.parse().unwrap_or_default()).collect();
    let done = staff.registry().arrange_photos(id, lang, &order);
    after(&staff, id, done, &format!("text-{lang}"))
}

/// Back to the preview, or the draft's form with why it was refused.
fn after(staff: &StaffSession, id: DraftId, done: Result<(), Error>, place: &str) -> Reply {
    match done {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Preview(id)).at(place))),
        Err(error) => draft::refused(staff, id, &refusal(error)?),
    }
}

/// The headings of a published text.
///
/// # Errors
/// A text that there is not; trouble with the state.
pub fn show(staff: &Staff<Publish>, view: &View, code: Code, ordinal: u32, lang: Lang) -> Reply {
    let is_saved = Fields::of_query(&staff.request).get("done") == "saved";
    let done = if is_saved { say(staff.lang, "admin-saved") } else { String::new() };
    drawn(staff, view, (code, ordinal, lang), (&[], &done, StatusCode::OK))
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    (code, ordinal, lang): (Code, u32, Lang),
    (refusals, done, status): (&[String], &str, StatusCode),
) -> Reply {
    let document = document::find(view, code)?;
    let (version, text) = find(document, ordinal, lang).ok_or(Problem::NoSuchPage)?;
    let (reading, owner) = (view.reading(text.id)?, view.owner(document)?);
    let scan = reading.as_ref().and_then(Body::first_scanned);
    let body = reading.as_ref().filter(|body| !body.is_empty());
    Ok(staff.page(view, status, |site| {
        render(&OutlineView {
            staff: staff.view(site, Admin::Outline(code, ordinal, lang)),
            document,
            owner,
            version,
            lang,
            body,
            scan,
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

/// Corrects the headings of a published text.
///
/// # Errors
/// As [`show`].
pub fn correct(staff: Staff<Publish>, code: Code, ordinal: u32, lang: Lang, fields: Fields) -> Reply {
    let (blocks, level) = decision(&fields);
    let done = staff.registry().correct_outline(code, ordinal, lang, (&blocks, level), staff.actor());
    match done {
        Ok(()) => {
            Ok(Rendered::see_other(Href::to(Admin::Outline(code, ordinal, lang)).with("done", "saved")))
        }
        Err(error) => {
            let refusals = refusals::sentences(staff.lang, &refusal(error)?, "");
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            staff.read(|view| drawn(&staff, view, (code, ordinal, lang), (&refusals, "", status)))
        }
    }
}
