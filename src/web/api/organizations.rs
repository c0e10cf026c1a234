//! The union, its organizations and their shelves.

use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::ProblemDetails;
use super::program::{Program, json};
use super::types::{Organization, OrganizationList, Paging, Shelf, ShelfItem, Union};
use crate::domain::Code;
use crate::domain::address::Api;
use crate::domain::organization::Status;
use crate::domain::resolution::{Answer, resolve};
use crate::web::error::{Reply, WebError};

/// The union whose register this is, and how much the register holds.
#[utoipa::path(get, path = Api::UNION, responses((status = 200, body = Union)))]
pub fn union(call: Program) -> Reply {
    let snapshot = &call.snapshot;
    json(&Union {
        organization: Organization::of(call.origin(), snapshot, snapshot.union()),
        revision: snapshot.revision,
        organizations: snapshot.organizations().len(),
        documents: snapshot.documents().len(),
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
pub fn list(call: Program) -> Reply {
    let filter: Filter = call.query()?;
    let paging = Paging::parse(filter.offset.as_deref(), filter.limit.as_deref())?;
    let status = match filter.status.as_deref() {
        None => None,
        Some(name) => Some(Status::parse(name).ok_or(WebError::Parameter("status"))?),
    };
    let is = |wanted: &Option<String>, value: &str| wanted.as_deref().is_none_or(|wanted| wanted == value);
    let in_district = |wanted: &str, district: &str| {
        wanted == district || district.split(" / ").any(|name| name.trim() == wanted)
    };
    let found: Vec<_> = call
        .snapshot
        .organizations()
        .iter()
        .filter(|one| is(&filter.kind, &one.kind) && is(&filter.number, &one.number))
        .filter(|one| filter.district.as_deref().is_none_or(|wanted| in_district(wanted, &one.district)))
        .filter(|one| status.is_none_or(|status| status == one.status))
        .collect();
    let items = paging.page(&found).iter().map(|one| Organization::of(call.origin(), &call.snapshot, one));
    json(&OrganizationList { total: found.len(), offset: paging.offset(), items: items.collect() })
}

/// One organization.
#[utoipa::path(
    get,
    path = Api::ORGANIZATION,
    params(("code" = String, Path, description = "The organization's code")),
    responses((status = 200, body = Organization), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn one(call: Program, code: Code) -> Reply {
    let organization = call.organization(code)?;
    json(&Organization::of(call.origin(), &call.snapshot, organization))
}

/// What hangs on the organization's stand today, in the order of the stand.
#[utoipa::path(
    get,
    path = Api::SHELF,
    params(("code" = String, Path, description = "The organization's code")),
    responses((status = 200, body = Shelf), (status = 404, body = ProblemDetails, content_type = "application/problem+json"))
)]
pub fn shelf(call: Program, code: Code) -> Reply {
    let organization = call.organization(code)?;
    let documents = call.snapshot.shelf(organization, call.as_of);
    let items = documents.into_iter().map(|document| {
        let answer = resolve(document, call.as_of);
        ShelfItem::of(
            call.origin(),
            &call.snapshot,
            document,
            match answer {
                Answer::Version { version, status } => Some((version.ordinal, status)),
                Answer::NothingPublished | Answer::AllWithdrawn => None,
            },
        )
    });
    json(&Shelf {
        organization: organization.code.to_string(),
        day: call.as_of.day.to_string(),
        items: items.collect(),
    })
}
