//! The preview of a draft, and the page as members will see it.

use actix_web::http::StatusCode;

use super::documents;
use super::fields::Fields;
use super::proposal::proposed;
use crate::domain::address::Admin;
use crate::domain::answer::{Resolved, StandContext};
use crate::domain::ids::{AttachmentId, DraftId};
use crate::domain::resolution::predecessor;
use crate::domain::{AsOf, Lang};
use crate::pages::LanguagePreference;
use crate::pages::admin::preview::{PreviewView, ScanState, render, requested};
use crate::pages::document;
use crate::pages::document_view::DocumentView;
use crate::refusals;
use crate::registry::{Error, Preview, Refusal, ScannedText, View};
use crate::text::compare::{Comparison, compare};
use crate::web::access::{EditDrafts, Staff, StaffSession};
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;

fn previewed(staff: &StaffSession, id: DraftId) -> Result<Option<Preview>, WebError> {
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
pub fn show(staff: &Staff<EditDrafts>, view: &View, id: DraftId) -> Reply {
    let first = Lang::parse(Fields::of_query(&staff.request).get("as")).unwrap_or(Lang::Kk);
    drawn(staff, view, id, (first, StatusCode::OK))
}

/// The preview that asks to look at what is doubtful first.
///
/// # Errors
/// Trouble with the state.
pub fn unseen(staff: &StaffSession, id: DraftId) -> Reply {
    staff.read(|view| drawn(staff, view, id, (Lang::Kk, StatusCode::UNPROCESSABLE_ENTITY)))
}

/// The preview; with a status other than 200 it asks to look at what is doubtful.
fn drawn(staff: &StaffSession, view: &View, id: DraftId, (first, status): (Lang, StatusCode)) -> Reply {
    let Some(preview) = previewed(staff, id)? else { return documents::without_draft(staff, view) };
    let files: Vec<(Lang, AttachmentId)> =
        preview.draft.texts().filter_map(|file| Some((file.lang()?, file.id))).collect();
    let scans = scans(staff, &preview, &files)?;
    let (owner, stands) = (view.owner(&preview.document)?, view.stands_of(&preview.document)?);
    let problems: Vec<String> =
        preview.problems.iter().flat_map(|problem| refusals::sentences(staff.lang, problem, "")).collect();
    let guessed: Vec<Lang> =
        Fields::of_query(&staff.request).all("guessed").filter_map(Lang::parse).collect();
    let day = view.as_of().day;
    let changes = changes(view, &preview)?;
    let asked = staff.registry().asked_for_look(id)?.filter(|asked| asked.state == preview.state);
    let proposal = staff.registry().proposal_of(id)?;
    let proposed = proposal.as_ref().map(|one| proposed(view, one)).transpose()?.flatten();
    let page = staff.page(view, status, |site| {
        render(&PreviewView {
            staff: staff.view(site, Admin::Preview(id)),
            id,
            state: &preview.state,
            document: &preview.document,
            owner,
            version: &preview.version,
            bodies: &preview.bodies,
            files: &files,
            scans: &scans,
            is_recognising: staff.registry().recognizer().is_some(),
            doubts: &preview.doubts,
            bilingual: preview.bilingual.first().copied(),
            unseen: status != StatusCode::OK,
            problems: &problems,
            stands,
            changes: &changes,
            requisites: &preview.draft.requisites,
            four_eyes: staff.registry().four_eyes(),
            asked: asked.as_ref(),
            proposed,
            guessed: &guessed,
            first,
            as_of: AsOf { day, known: preview.version.published_at },
        })
    });
    Ok(page.for_audience(Audience::Holder))
}

/// What changes in each language against the edition that the draft corrects, else the one that answers on its day.
fn changes(view: &View, preview: &Preview) -> Result<Vec<(Lang, Comparison)>, Error> {
    let version = &preview.version;
    let known = version.published_at;
    let corrected = version.corrects.and_then(|ordinal| preview.document.version(ordinal));
    let before = match corrected.or_else(|| predecessor(&preview.document, version, known)) {
        Some(before) => before,
        None => return Ok(Vec::new()),
    };
    let mut changes = Vec::new();
    for (lang, body) in preview.bodies.iter().filter(|(_, body)| !body.is_empty()) {
        let Some(text) = before.known_text(*lang, known) else { continue };
        if let Some(old) = view.body(text.id)? {
            changes.push((*lang, compare(&old, body)));
        }
    }
    Ok(changes)
}

/// How far the texts with scanned pages have come.
fn scans(
    staff: &StaffSession,
    preview: &Preview,
    files: &[(Lang, AttachmentId)],
) -> Result<Vec<ScanState>, WebError> {
    let mut scans = Vec::new();
    for (lang, _) in files {
        let ScannedText { file, pages, is_of_photos } =
            staff.registry().scanned_draft_pages(preview.draft.id, *lang)?;
        if pages.is_empty() {
            continue;
        }
        let unchecked = || pages.iter().filter(|page| !page.is_checked);
        scans.push(ScanState {
            lang: *lang,
            progress: staff.registry().recognition_progress(file.file.checksum)?,
            pages: pages.len(),
            checked: pages.len() - unchecked().count(),
            is_of_photos,
            next: unchecked().next().map(|page| page.page.number),
        });
    }
    Ok(scans)
}

/// The page as a member will see it on the day on which the draft applies.
///
/// # Errors
/// Trouble with the state.
pub fn member_page(staff: &Staff<EditDrafts>, view: &View, id: DraftId, lang: Lang) -> Reply {
    let Some(preview) = previewed(staff, id)? else { return documents::without_draft(staff, view) };
    let document = &preview.document;
    let now = AsOf { day: view.as_of().day, known: preview.version.published_at };
    let (requested, as_of) = requested(document, &preview.version, now);
    let resolved = requested.resolve(document, lang, as_of);
    let chosen = match resolved {
        Resolved::Edition { choice: Some(choice), .. } => Some(choice.text.lang),
        _ => None,
    };
    let body = preview.bodies.iter().find(|(of, _)| Some(*of) == chosen).map(|(_, body)| body);
    let file = preview.draft.texts().find(|file| chosen.is_some() && file.lang() == chosen);
    let draft_file = file.map(|file| (id, file.id));
    let successor = document.successor.map(|id| view.document_by_id(id)).transpose()?.flatten();
    let successor = successor.map(|document| Ok((document, view.owner(document)?)));
    let (owner, successor) = (view.owner(document)?, successor.transpose().map_err(|error: Error| error)?);
    let page = staff.page(view, StatusCode::OK, |site| {
        document::render(&DocumentView {
            site,
            wish: LanguagePreference::InPath(lang),
            document,
            owner,
            requested,
            resolved,
            stand: StandContext::Unnamed,
            successor,
            json_ld: None,
            body,
            draft_file,
            changes: None,
            finding: None,
            clause: None,
            as_of,
        })
    });
    Ok(page.for_audience(Audience::Framed))
}
