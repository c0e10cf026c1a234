//! The union, its organizations and their shelves.

use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::ProblemDetails;
use super::program::{Program, json, organization};
use super::types::{Organization, OrganizationList, Paging, Shelf, ShelfItem, Union};
use crate::domain::Code;
use crate::domain::address::Api;
use crate::domain::organization::OrganizationStatus;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::shelf::names_district;
use crate::registry::{DocumentFilter, OrganizationFilter, View};
use crate::web::error::{Reply, WebError};

/// The union whose register this is, and how much the register holds.
#[utoipa::path(get, path = Api::UNION, responses((status = 200, body = Union)))]
pub fn union(call: &Program, view: &View) -> Reply {
    json(&Union {
        organization: Organization::of(call.origin(), view, view.union())?,
        revision: view.revision(),
        organizations: view.organizations_count(&OrganizationFilter::default())?,
        documents: view.documents_count(&DocumentFilter::default())?,
    })
}

/// Which organizations are listed.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only this kind, such as `school`.
    kind: Option<String>,
    /// Only this district, by either of its names.
    district: Option<String>,
    /// `active` or `dissolved`.
    status: Option<String>,
    /// Only the one with this number of the union.
    number: Option<String>,
    /// How many come before the first one. By default 0.
    offset: Option<String>,
    /// How many at most, 1 to 100. By default 100.
    limit: Option<String>,
}

/// The organizations by number, the union included.
#[utoipa::path(
    get,
    path = Api::ORGANIZATIONS,
    params(Filter),
    responses(
        (status = 200, body = OrganizationList),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn list(call: &Program, view: &View) -> Reply {
    let filter: Filter = call.query()?;
    let paging = Paging::parse(filter.offset.as_deref(), filter.limit.as_deref())?;
    let status = match filter.status.as_deref() {
        None => None,
        Some(name) => Some(OrganizationStatus::parse(name).ok_or(WebError::Parameter("status"))?),
    };
    let districts = match &filter.district {
        Some(wanted) => {
            let mut districts = view.districts()?;
            districts.retain(|district| names_district(district, wanted));
            Some(districts)
        }
        None => None,
    };
    let Filter { kind, number, .. } = filter;
    let wanted = OrganizationFilter { status, kind, districts, number, ..OrganizationFilter::default() };
    let items = view.organizations(&wanted, paging.offset(), paging.limit())?;
    let items = items.into_iter().map(|one| Organization::of(call.origin(), view, one));
    json(&OrganizationList {
        total: view.organizations_count(&wanted)?,
        offset: paging.offset(),
        items: items.collect::<Result<_, _>>()?,
    })
}

/// One organization.
#[utoipa::path(
    get,
    path = Api::ORGANIZATION,
    params(("code" = String, Path, description = "The organization's code")),
    responses((status = 200, body = Organization), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn one(call: &Program, view: &View, code: Code) -> Reply {
    let organization = organization(view, code)?;
    json(&Organization::of(call.origin(), view, organization)?)
}

/// What hangs on the organization's stand today, in the order of the stand.
#[utoipa::path(
    get,
    path = Api::SHELF,
    params(("code" = String, Path, description = "The organization's code")),
    responses((status = 200, body = Shelf), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn shelf(call: &Program, view: &View, code: Code) -> Reply {
    let organization = organization(view, code)?;
    let documents = view.shelf(organization)?;
    let items = documents.into_iter().map(|document| {
        let answer = resolve(document, view.as_of());
        ShelfItem::of(
            call.origin(),
            view,
            document,
            match answer {
                Answer::Version { version, status } => Some((version.ordinal, status)),
                Answer::NothingPublished | Answer::AllWithdrawn => None,
            },
        )
    });
    json(&Shelf {
        organization: organization.code.to_string(),
        day: view.as_of().day.to_string(),
        items: items.collect::<Result<_, _>>()?,
    })
}
