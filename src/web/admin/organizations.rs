//! The list of organizations.

use actix_web::http::StatusCode;

use super::fields::Fields;
use crate::domain::Code;
use crate::domain::address::{Admin, Href};
use crate::domain::organization::Organization;
use crate::pages::admin::organizations::{Listed, Organizations, Shown, render};
use crate::pages::error::Problem;
use crate::registry::{Error, OrganizationFilter, Subject, View};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::error::{Reply, WebError};

/// Organizations on one page of the list.
const PER_PAGE: usize = 50;

/// Stands that are looked at for one page of those that must be updated.
const STANDS_LOOKED_AT: usize = 1_000;

/// The page.
///
/// # Errors
/// What no organization has in the address; trouble with the state.
pub fn list(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let (query, after) = (fields.get("q").trim(), fields.get("after"));
    let shown = if fields.get("stand") == "outdated" { Shown::Outdated } else { Shown::All };
    let (found, next) = match shown {
        Shown::All if query.is_empty() => all(view, after)?,
        Shown::All => (named(view, query)?, None),
        Shown::Outdated if query.is_empty() => outdated(view, after)?,
        Shown::Outdated => {
            let named = named(view, query)?;
            let advice = view.advice_for(&named)?;
            let is_outdated = named.into_iter().zip(advice).filter(|(_, advice)| !advice.is_empty());
            (is_outdated.map(|(organization, _)| organization).collect(), None)
        }
    };
    let opened = view.last_opened(&found)?;
    let advice = view.advice_for(&found)?;
    let listed = found.iter().zip(advice).map(|(organization, advice)| {
        Ok(Listed {
            organization,
            posted: view.posted(organization)?,
            advice,
            last_opened: opened.get(&organization.code).copied(),
        })
    });
    let listed: Vec<Listed<'_>> = listed.collect::<Result<_, Error>>()?;
    let next = next.map(|last| {
        let all = Href::to(Admin::Organizations);
        let list = if shown == Shown::Outdated { all.with("stand", "outdated") } else { all };
        list.with("after", last.as_str())
    });
    Ok(staff.page(view, StatusCode::OK, |site| {
        let staff = staff.view(site, Admin::Organizations);
        render(&Organizations { staff, found: &listed, query, shown, next })
    }))
}

/// A page of some organizations, and what the next page begins after.
type Page<'v, After> = (Vec<&'v Organization>, Option<After>);

/// A page of all, by number, after this number.
fn all<'v>(view: &'v View, after: &str) -> Result<Page<'v, String>, WebError> {
    let after = Some(after.to_owned()).filter(|after| !after.is_empty());
    let filter = OrganizationFilter { after, ..OrganizationFilter::default() };
    let mut found = view.organizations(&filter, 0, PER_PAGE + 1)?;
    let is_more = found.len() > PER_PAGE;
    found.truncate(PER_PAGE);
    let last = found.last().filter(|_| is_more).map(|last| last.number.clone());
    Ok((found, last))
}

/// A page of those whose stand must be updated, by code, after this code.
fn outdated<'v>(view: &'v View, after: &str) -> Result<Page<'v, String>, WebError> {
    let after = match after {
        "" => None,
        typed => Some(Code::parse(typed).map_err(|_| Problem::BadRequest)?),
    };
    let (found, next) = view.outdated_stands(after, PER_PAGE, STANDS_LOOKED_AT)?;
    Ok((found, next.map(|code| code.to_string())))
}

/// The one with a code, or those whose number or names hold the words that were typed.
fn named<'v>(view: &'v View, query: &str) -> Result<Vec<&'v Organization>, Error> {
    let code = Code::parse(query).ok();
    match code.map(|code| view.find(code)).transpose()?.flatten() {
        Some(Subject::Organization(organization)) => Ok(vec![organization]),
        Some(Subject::Document(_)) | None => view.organizations_found(query),
    }
}
