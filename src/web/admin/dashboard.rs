//! The first page of those who sign in.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use actix_web::http::StatusCode;

use super::needs::{groups, own};
use super::proposal::proposed;
use crate::domain::Instant;
use crate::domain::address::Admin;
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::ids::OrganizationId;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::proposal::Proposal;
use crate::domain::reminder::Reminder;
use crate::domain::role::{Action, Role, may};
use crate::domain::stand_check::is_check_due;
use crate::pages::admin::dashboard::{Overview, Own, render_overview, render_own};
use crate::pages::posted::{self, StandView};
use crate::press::print_status;
use crate::refusals::{letters_unsent, trouble};
use crate::registry::{DocumentFilter, Error, OrganizationFilter, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;

/// How many documents are shown as the latest.
const LATEST_MAX: usize = 10;

/// Lines of a kind that are shown: with their messages they make the page heavy, and each kind has its list.
const SHOWN_MAX: usize = 30;

/// Proposals that a chair sees at once.
const PROPOSALS_SHOWN: usize = 5;

/// The page: the overview of those who work for the union, or a chair's organizations.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    match &staff.who.role {
        Role::Admin | Role::Publisher | Role::Editor => overview(staff, view),
        Role::Chair(own) => room(staff, view, own),
    }
}

/// What a chair's room shows of an organization, as it is read.
struct Room<'a> {
    organization: &'a Organization,
    stand: Option<String>,
    is_unchecked: bool,
    needs: Vec<(&'a Document, Reminder)>,
    proposals: Vec<Proposal>,
    letters: (usize, usize),
}

/// The room of a chair.
fn room(staff: &Staff<SignedInOnly>, view: &View, own: &[OrganizationId]) -> Reply {
    let mut rooms = Vec::new();
    for id in own {
        if let Some(organization) = view.organization_by_id(*id)? {
            rooms.push(room_of(staff, view, organization)?);
        }
    }
    let mut proposals = Vec::new();
    for room in &rooms {
        let all = room.proposals.iter().filter_map(|one| proposed(view, one).transpose());
        proposals.push(all.collect::<Result<Vec<_>, Error>>()?);
    }
    let own: Vec<Own<'_>> = rooms
        .iter()
        .zip(&proposals)
        .map(|(room, proposals)| Own {
            organization: room.organization,
            stand: room.stand.clone(),
            is_unchecked: room.is_unchecked,
            needs: &room.needs,
            proposals,
            letters: room.letters,
        })
        .collect();
    Ok(staff.page(view, StatusCode::OK, |site| render_own(&staff.view(site, Admin::Dashboard), &own)))
}

fn room_of<'a>(
    staff: &Staff<SignedInOnly>,
    view: &'a View,
    organization: &'a Organization,
) -> Result<Room<'a>, Error> {
    let as_of = view.as_of();
    let needs = own(view, organization)?.into_iter();
    let needs = needs.map(|(document, _, reminder)| (document, reminder)).collect();
    let checked = view.checks_over(organization)?.iter().filter_map(|check| check.finished_at).max();
    let letters = staff.registry().letters_of(organization.id)?;
    let answered = letters.iter().filter(|letter| letter.answer.is_some()).count();
    let mut proposals = staff.registry().proposals_of(organization.id)?;
    proposals.truncate(PROPOSALS_SHOWN);
    Ok(Room {
        organization,
        stand: stand(staff, view, organization)?,
        is_unchecked: !view.posted(organization)?.is_empty()
            && is_check_due(checked.map(local_day), as_of.day),
        needs,
        proposals,
        letters: (letters.len() - answered, answered),
    })
}

/// How the stand of an organization is, in one sentence.
fn stand(
    staff: &Staff<SignedInOnly>,
    view: &View,
    organization: &Organization,
) -> Result<Option<String>, Error> {
    let (posted, advice) = (view.posted(organization)?, view.advice(organization)?);
    let stand = StandView { organization, posted, advice: &advice, named: &[] };
    Ok(posted::summary(&stand, staff.lang))
}

fn overview(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    let active =
        OrganizationFilter { status: Some(OrganizationStatus::Active), ..OrganizationFilter::default() };
    let is_active = usize::from(view.union().status == OrganizationStatus::Active);
    let organizations = view.organizations_count(&active)?.saturating_sub(is_active);
    let documents = view.documents_count(&DocumentFilter::default())?;
    let latest = latest(view)?;
    let telling = (SHOWN_MAX, staff.app().origin.as_str(), staff.lang);
    let needs = groups(staff.registry(), view, &staff.who.role, telling)?;
    let needs_second_factor = staff.registry().needs_second_factor(view, &staff.who)?;
    let troubles = staff.registry().troubles();
    let mut troubles: Vec<String> = troubles.iter().map(|of| trouble(staff.lang, of)).collect();
    let is_told = staff.app().mailer.is_some() && may(&staff.who.role, Action::ManagePeople);
    let unsent = is_told.then(|| staff.registry().letter_trouble()).transpose()?.flatten();
    troubles.extend(unsent.map(|(count, why)| letters_unsent(staff.lang, count, &why)));
    Ok(staff.page(view, StatusCode::OK, |site| {
        render_overview(&Overview {
            staff: staff.view(site, Admin::Dashboard),
            organizations,
            documents,
            latest: &latest,
            host: staff.app().base.host(),
            standing: print_status(&staff.app().base, view),
            needs_second_factor,
            troubles: &troubles,
            needs: &needs,
            as_of: view.as_of(),
        })
    }))
}

/// The documents that were published or added last, each with its owner; those without a text come first.
fn latest(view: &View) -> Result<Vec<(&Document, &Organization)>, Error> {
    let (published, added) = view.latest_documents(LATEST_MAX)?;
    let mut seen = BTreeSet::new();
    let mut latest: Vec<&Document> =
        added.into_iter().chain(published).filter(|document| seen.insert(document.code)).collect();
    let last = |document: &&Document| document.versions.iter().map(|version| version.published_at).max();
    latest.sort_by_key(|document| Reverse(last(document).unwrap_or(Instant::MAX)));
    latest.into_iter().take(LATEST_MAX).map(|document| Ok((document, view.owner(document)?))).collect()
}
