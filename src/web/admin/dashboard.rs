//! The first page of those who sign in.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use actix_web::http::StatusCode;

use super::proposal::proposed;
use crate::domain::Instant;
use crate::domain::address::Admin;
use crate::domain::agreement_state::AgreementState;
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::four_eyes::{Asked, SecondLook};
use crate::domain::ids::{DocumentId, DraftId, OrganizationId, VersionId};
use crate::domain::letter::Letter;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::proposal::Proposal;
use crate::domain::reminder::{Reminder, reminders};
use crate::domain::resolution::candidates;
use crate::domain::role::Role;
use crate::domain::stand_check::is_check_due;
use crate::domain::version::Version;
use crate::pages::admin::dashboard::{Overview, Own, render_overview, render_own};
use crate::pages::admin::filters::Count;
use crate::pages::admin::needs::Waiting;
use crate::pages::posted::{self, StandView};
use crate::press::print_status;
use crate::refusals::trouble;
use crate::registry::{DocumentFilter, Error, OrganizationFilter, Registry, View};
use crate::web::access::{SignedInOnly, Staff};
use crate::web::error::Reply;

/// How many documents are shown as the latest.
const LATEST_MAX: usize = 10;

/// Organizations without an agreement that are named.
const WITHOUT_MAX: usize = 100;

/// Stands that are looked at to count those that must be updated.
const STANDS_LOOKED_AT: usize = 1_000;

/// Agreements that are looked at for what they ask.
const AGREEMENTS_LOOKED_AT: usize = 1_000;

/// Things of a kind that others wait for: who has more of them has another trouble.
const WAITING_MAX: usize = 100;

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
    let mut needs = Vec::new();
    for document in view.owned(organization)? {
        let of_term = reminders(document, as_of).into_iter().filter(|reminder| reminder.kind.is_of_term());
        needs.extend(of_term.map(|reminder| (document, reminder)));
    }
    needs.sort_by_key(|(_, reminder)| reminder.due);
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

/// What others wait for, as it is read.
struct Awaited {
    proposals: Vec<Proposal>,
    letters: Vec<Letter>,
    drafts: Vec<(DraftId, DocumentId, Asked)>,
    looks: Vec<(DocumentId, VersionId, SecondLook)>,
}

impl Awaited {
    fn read(registry: &Registry) -> Result<Self, Error> {
        Ok(Self {
            proposals: registry.open_proposals(WAITING_MAX)?,
            letters: registry.unanswered_letters(WAITING_MAX)?,
            drafts: registry.drafts_to_look_at(WAITING_MAX)?,
            looks: registry.second_looks(WAITING_MAX)?,
        })
    }

    /// The letters with their schools.
    fn letters<'a>(&'a self, view: &'a View) -> Result<Vec<(&'a Letter, &'a Organization)>, Error> {
        let of =
            |letter: &'a Letter| Ok(view.organization_by_id(letter.organization)?.map(|of| (letter, of)));
        self.letters.iter().filter_map(|letter| of(letter).transpose()).collect()
    }

    /// The drafts with their documents.
    fn drafts<'a>(
        &'a self,
        view: &'a View,
    ) -> Result<Vec<(DraftId, &'a Document, &'a Organization, &'a Asked)>, Error> {
        let mut found = Vec::new();
        for (draft, document, asked) in &self.drafts {
            if let Some(document) = view.document_by_id(*document)? {
                found.push((*draft, document, view.owner(document)?, asked));
            }
        }
        Ok(found)
    }

    /// The editions that can still answer: what was withdrawn or corrected needs no look any more.
    fn looks<'a>(
        &'a self,
        view: &'a View,
    ) -> Result<Vec<(&'a Document, &'a Organization, &'a Version, &'a SecondLook)>, Error> {
        let mut found = Vec::new();
        for (document, version, look) in &self.looks {
            let Some(document) = view.document_by_id(*document)? else { continue };
            let living = candidates(document, view.as_of().known);
            if let Some(version) = living.into_iter().find(|one| one.id == *version) {
                found.push((document, view.owner(document)?, version, look));
            }
        }
        Ok(found)
    }
}

fn overview(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    let active =
        OrganizationFilter { status: Some(OrganizationStatus::Active), ..OrganizationFilter::default() };
    let is_active = usize::from(view.union().status == OrganizationStatus::Active);
    let organizations = view.organizations_count(&active)?.saturating_sub(is_active);
    let documents = view.documents_count(&DocumentFilter::default())?;
    let all = OrganizationFilter::default();
    let (outdated, more) = view.outdated_stands(&all, STANDS_LOOKED_AT, STANDS_LOOKED_AT)?;
    let outdated_stands = Count { found: outdated.len(), is_all: more.is_none() };
    let latest = latest(view)?;
    let agreement = Some((AgreementState::Without, view.as_of().day));
    let without = OrganizationFilter { agreement, ..OrganizationFilter::default() };
    let without_agreement =
        (view.organizations_count(&without)?, view.organizations(&without, 0, WITHOUT_MAX)?);
    let (reminders, _) = view.reminders(AGREEMENTS_LOOKED_AT)?;
    let needs: Vec<_> = reminders
        .into_iter()
        .map(|(document, reminder)| Ok((document, view.owner(document)?, reminder)))
        .collect::<Result<_, Error>>()?;
    let awaited = Awaited::read(staff.registry())?;
    let (letters, drafts, looks) = (awaited.letters(view)?, awaited.drafts(view)?, awaited.looks(view)?);
    let proposals = awaited.proposals.iter().filter_map(|one| proposed(view, one).transpose());
    let proposals = proposals.collect::<Result<Vec<_>, Error>>()?;
    let needs_second_factor = staff.registry().needs_second_factor(view, &staff.who)?;
    let troubles = staff.registry().troubles();
    let troubles: Vec<String> = troubles.iter().map(|of| trouble(staff.lang, of)).collect();
    Ok(staff.page(view, StatusCode::OK, |site| {
        render_overview(&Overview {
            staff: staff.view(site, Admin::Dashboard),
            organizations,
            documents,
            latest: &latest,
            without_agreement: (without_agreement.0, &without_agreement.1),
            host: staff.app().base.host(),
            standing: print_status(&staff.app().base, view),
            needs_second_factor,
            troubles: &troubles,
            needs: &needs,
            waiting: Waiting { proposals: &proposals, letters: &letters, drafts: &drafts, looks: &looks },
            outdated_stands,
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
