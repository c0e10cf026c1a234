//! Scanned pages beside their pictures, in drafts and in published texts: a person says that the words are right, or writes
//! what is.

use actix_web::http::StatusCode;

use super::document;
use super::fields::Fields;
use crate::domain::address::{Href, Number};
use crate::domain::ids::DraftId;
use crate::domain::{Code, Lang};
use crate::pages::Pictures;
use crate::pages::admin::scanned_page::{ScannedPageView, Whose, render};
use crate::pages::error::Problem;
use crate::refusals;
use crate::registry::{Error, Refusal, ScannedText, View};
use crate::text::recognition::PageReview;
use crate::web::access::{EditDrafts, Publish, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// A page of a draft's text.
///
/// # Errors
/// No such draft, text or page; trouble with the state.
pub fn show_draft(staff: &Staff<EditDrafts>, view: &View, id: DraftId, lang: Lang, page: Number) -> Reply {
    let ScannedText { file, pages, .. } = staff.registry().scanned_draft_pages(id, lang).map_err(unknown)?;
    let whose = Whose::Draft(id, lang);
    drawn(staff, view, (whose, Pictures::Draft(id, file.id)), &pages, (page, &[], StatusCode::OK))
}

/// A page of a published text.
///
/// # Errors
/// No such text or page; trouble with the state.
pub fn show(
    staff: &Staff<Publish>,
    view: &View,
    code: Code,
    ordinal: u32,
    lang: Lang,
    page: Number,
) -> Reply {
    document::find(view, code)?;
    let pages = staff.registry().scanned_pages(code, ordinal, lang).map_err(unknown)?;
    let whose = Whose::Published(code, ordinal, lang);
    let pictures = Pictures::Published(code, ordinal, lang);
    drawn(staff, view, (whose, pictures), &pages, (page, &[], StatusCode::OK))
}

fn drawn(
    staff: &StaffSession,
    view: &View,
    (whose, pictures): (Whose, Pictures),
    pages: &[PageReview],
    (number, refusals, status): (Number, &[String], StatusCode),
) -> Reply {
    let shown = pages.iter().find(|page| page.page.number == number.0).ok_or(Problem::NoSuchPage)?;
    Ok(staff.page(view, status, |site| {
        render(&ScannedPageView {
            staff: staff.view(site, whose.at(number.0)),
            whose,
            pictures,
            pages,
            shown,
            refusals,
        })
    }))
}

/// Notes what a person decided on a page of a draft's text.
///
/// # Errors
/// As [`show_draft`].
pub fn check_draft(staff: Staff<EditDrafts>, id: DraftId, lang: Lang, page: Number, fields: Fields) -> Reply {
    fields.need(&["words"])?;
    let ScannedText { file, pages, .. } = staff.registry().scanned_draft_pages(id, lang).map_err(unknown)?;
    let written = written(&pages, page, &fields);
    let whose = Whose::Draft(id, lang);
    match staff.registry().check_draft_page(id, lang, page.0, written) {
        Ok(()) => Ok(Rendered::see_other(next(whose, &pages, page))),
        Err(error) => again(&staff, (whose, Pictures::Draft(id, file.id)), &pages, page, error),
    }
}

/// The same for a published text.
///
/// # Errors
/// As [`show`].
pub fn check(
    staff: Staff<Publish>,
    code: Code,
    ordinal: u32,
    lang: Lang,
    page: Number,
    fields: Fields,
) -> Reply {
    fields.need(&["words"])?;
    let pages = staff.registry().scanned_pages(code, ordinal, lang).map_err(unknown)?;
    let written = written(&pages, page, &fields);
    let whose = Whose::Published(code, ordinal, lang);
    let done = staff.registry().check_page(code, ordinal, lang, (page.0, written), staff.actor());
    match done {
        Ok(()) => Ok(Rendered::see_other(next(whose, &pages, page))),
        Err(error) => again(&staff, (whose, Pictures::Published(code, ordinal, lang)), &pages, page, error),
    }
}

/// What a person wrote in place of the words that were shown; none where they were right.
fn written<'f>(pages: &[PageReview], page: Number, fields: &'f Fields) -> Option<&'f str> {
    let words = fields.get("words");
    let shown = pages.iter().find(|shown| shown.page.number == page.0)?;
    let is_same =
        shown.is_read && words.lines().map(str::trim).eq(shown.paragraphs.iter().map(|line| line.trim()));
    (!is_same).then_some(words)
}

/// The next page that nobody has compared yet, else back to where the pages belong.
fn next(whose: Whose, pages: &[PageReview], page: Number) -> Href {
    let (before, after): (Vec<&PageReview>, Vec<&PageReview>) =
        pages.iter().partition(|other| other.page.number <= page.0);
    let others = after.into_iter().chain(before);
    let mut others = others;
    let unchecked = others.find(|other| !other.is_checked && other.page.number != page.0);
    unchecked.map_or_else(|| whose.home().into(), |page| whose.at(page.page.number).into())
}

fn again(
    staff: &StaffSession,
    place: (Whose, Pictures),
    pages: &[PageReview],
    page: Number,
    error: Error,
) -> Reply {
    let refusals = refusals::sentences(staff.lang, &refusal(error)?, "");
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    staff.read(|view| drawn(staff, view, place, pages, (page, &refusals, status)))
}

fn unknown(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::UnknownDraft | Refusal::NoBody) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}
