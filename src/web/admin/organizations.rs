//! The list of organizations.

use actix_web::http::StatusCode;

use super::fields::Fields;
use super::tables::{ROWS_AT_ONCE, ROWS_MAX, sent};
use crate::domain::address::{Admin, TableFormat};
use crate::domain::listing::OrganizationsWanted;
use crate::domain::organization::Organization;
use crate::pages::admin::filters::{Count, Offered, next};
use crate::pages::admin::organizations::{Listed, Organizations, render, table};
use crate::pages::error::Problem;
use crate::registry::{Error, View};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::error::{Reply, WebError};

/// Organizations on one page of the list.
const PER_PAGE: usize = 50;

/// Which are wanted, by the address.
fn wanted(fields: &Fields) -> Result<OrganizationsWanted, WebError> {
    Ok(OrganizationsWanted::read(|name| fields.get(name)).map_err(|_| Problem::BadRequest)?)
}

/// The page.
///
/// # Errors
/// What no organization has in the address; trouble with the state.
pub fn list(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let wanted = wanted(&fields)?;
    let after = Some(fields.get("after").to_owned()).filter(|after| !after.is_empty());
    let listing = view.organizations_wanted(&wanted, after, PER_PAGE)?;
    let found = listed(view, &listing.found)?;
    let (districts, kinds) = view.districts_and_kinds()?;
    let next = listing.next.map(|last| next(Admin::Organizations, wanted.fields(), &last));
    Ok(staff.page(view, StatusCode::OK, |site| {
        render(&Organizations {
            staff: staff.view(site, Admin::Organizations),
            found: &found,
            wanted: &wanted,
            offered: Offered { districts: &districts, kinds: &kinds },
            count: Count { found: listing.count, is_all: listing.is_all },
            next,
        })
    }))
}

/// The same as a file, whole.
///
/// # Errors
/// What no organization has in the address; trouble with the state.
pub fn file(staff: &Staff<ManageOrganizations>, view: &View, format: TableFormat) -> Reply {
    let wanted = wanted(&Fields::of_query(&staff.request))?;
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let listing = view.organizations_wanted(&wanted, after, ROWS_AT_ONCE)?;
        all.extend(listing.found);
        after = listing.next;
        if after.is_none() || all.len() >= ROWS_MAX {
            break;
        }
    }
    let (found, today) = (listed(view, &all)?, view.as_of().day);
    sent(&table(staff.lang, &found, today), format, "organizations", today)
}

/// The organizations, each with what is known of its stand.
fn listed<'v>(view: &'v View, found: &[&'v Organization]) -> Result<Vec<Listed<'v>>, Error> {
    let opened = view.last_opened(found)?;
    let advice = view.advice_for(found)?;
    let listed = found.iter().zip(advice).map(|(organization, advice)| {
        Ok(Listed {
            organization,
            posted: view.posted(organization)?,
            advice,
            last_opened: opened.get(&organization.code).copied(),
        })
    });
    listed.collect()
}
