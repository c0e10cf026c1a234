//! The first page of those who sign in.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use actix_web::http::StatusCode;

use crate::domain::Instant;
use crate::domain::address::Admin;
use crate::domain::agreement_state::AgreementState;
use crate::domain::document::Document;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::role::Role;
use crate::pages::admin::dashboard::{Overview, Own, render_overview, render_own};
use crate::pages::admin::filters::Count;
use crate::pages::posted::{self, StandView};
use crate::press::print_status;
use crate::refusals::trouble;
use crate::registry::{DocumentFilter, Error, OrganizationFilter, View};
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

/// The page: the overview of those who work for the union, or a chair's organizations.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<SignedInOnly>, view: &View) -> Reply {
    match &staff.who.role {
        Role::Admin | Role::Publisher | Role::Editor => overview(staff, view),
        Role::Chair(own) => {
            let found = own.iter().map(|id| view.organization_by_id(*id));
            let own: Vec<Own<'_>> = found
                .collect::<Result<Vec<_>, _>>()?
                .into_iter()
                .flatten()
                .map(|organization| Ok(Own { organization, stand: stand(staff, view, organization)? }))
                .collect::<Result<_, Error>>()?;
            Ok(staff.page(view, StatusCode::OK, |site| render_own(&staff.view(site, Admin::Dashboard), &own)))
        }
    }
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
