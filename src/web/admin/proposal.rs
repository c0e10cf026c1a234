//! Something that a school proposes, as the office sees it.

use super::carried;
use super::fields::Fields;
use super::held::held_file;
use super::session::status_of;
use crate::domain::Lang;
use crate::domain::address::{Admin, Token};
use crate::domain::proposal::Proposal;
use crate::pages::admin::proposal::{DECLINE, ProposalView, render};
use crate::pages::admin::proposed::Proposed;
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::refusals::sentences;
use crate::registry::{Error, View};
use crate::web::access::{HearSchools, Publish, Staff, StaffSession};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// What there is not is no page.
pub(super) fn gone(error: Error) -> WebError {
    match error {
        Error::Refused(_) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}

/// The page.
///
/// # Errors
/// No such proposal; trouble with the state.
pub fn show(staff: &Staff<HearSchools>, view: &View, id: Token) -> Reply {
    drawn(staff, view, id, &carried::typed(&staff.request))
}

fn drawn(staff: &StaffSession, view: &View, id: Token, typed: &Typed) -> Reply {
    let (proposal, texts) = staff.registry().proposal(id.as_str()).map_err(gone)?;
    let proposed = proposed(view, &proposal)?.ok_or(Problem::NoSuchPage)?;
    let texts: Vec<_> = texts.iter().map(|text| (text.lang, &text.file)).collect();
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        render(&ProposalView { staff: staff.view(site, Admin::Proposal(id)), proposed, texts: &texts, typed })
    }))
}

/// A proposal with its school and its document; none where the school is gone.
pub(super) fn proposed<'a>(view: &'a View, proposal: &'a Proposal) -> Result<Option<Proposed<'a>>, Error> {
    let document = proposal.document.map(|id| view.document_by_id(id)).transpose()?.flatten();
    let organization = view.organization_by_id(proposal.organization)?;
    Ok(organization.map(|organization| Proposed { proposal, organization, document }))
}

fn refused(staff: &StaffSession, id: Token, typed: &Typed) -> Reply {
    staff.read(|view| drawn(staff, view, id, typed))
}

/// Makes a draft of it.
///
/// # Errors
/// No such proposal; trouble with the state.
pub fn take(staff: Staff<HearSchools>, id: Token, (): ()) -> Reply {
    match staff.registry().take_proposal(id.as_str(), staff.actor()) {
        Ok(draft) => Ok(Rendered::see_other(Admin::Draft(draft))),
        Err(error) => {
            let lines = sentences(staff.lang, &refusal(error)?, "");
            refused(&staff, id, &Typed::refused(lines))
        }
    }
}

/// Declines it.
///
/// # Errors
/// No such proposal; trouble with the state.
pub fn decline(staff: Staff<Publish>, id: Token, fields: Fields) -> Reply {
    match staff.registry().decline_proposal(id.as_str(), fields.get("reason"), staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Admin::Proposal(id))),
        Err(error) => refused(&staff, id, &fields.refused(DECLINE, staff.lang, &refusal(error)?)),
    }
}

/// The bytes of one of its texts.
///
/// # Errors
/// A text that there is not; trouble with the state.
pub fn file(staff: &Staff<HearSchools>, _: &View, id: Token, lang: Lang) -> Reply {
    let (file, bytes) = staff.registry().proposed_file(id.as_str(), lang).map_err(gone)?;
    Ok(held_file(&file, bytes))
}
