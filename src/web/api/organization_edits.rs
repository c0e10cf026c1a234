//! Entering and changing organizations.

use actix_web::http::StatusCode;

use super::bearer::{Bearer, Organizations};
use super::program::organization;
use super::refused::of_error;
use super::sent::{Json, afterwards, created, day, own};
use super::types::Organization;
use super::types::input::{NamesToGive, OrganizationChange, OrganizationToAdd};
use crate::domain::Code;
use crate::domain::address::Api;
use crate::registry::{NewWords, OrganizationInput};
use crate::web::error::{Reply, WebError};

/// Enters an organization, by the rules of a table with one row.
#[utoipa::path(
    post,
    path = Api::ORGANIZATIONS,
    security(("token" = ["organizations"])),
    request_body = OrganizationToAdd,
    responses((status = 201, body = Organization))
)]
pub fn add(caller: &Bearer<Organizations>, sent: Json<OrganizationToAdd>) -> Reply {
    let wanted = sent.value;
    let input = OrganizationInput {
        names: (&wanted.names).into(),
        since: day("since", wanted.since.as_deref())?,
        number: wanted.number,
        kind: wanted.kind,
        district: wanted.district,
    };
    let new_words = if wanted.new_words { NewWords::Accepted } else { NewWords::Refused };
    let code = caller
        .registry()
        .add_organization(&input, new_words, &caller.actor)
        .map_err(|error| of_error(caller, error))?;
    created(Api::Organization(code), &afterwards(shown(caller, code))?)
}

/// Changes the number, the kind and the district of an organization; what is missing stays.
#[utoipa::path(
    patch,
    path = Api::ORGANIZATION,
    security(("token" = ["organizations"])),
    params(("code" = String, Path, description = "The organization's code")),
    request_body = OrganizationChange,
    responses((status = 200, body = Organization))
)]
pub fn edit(caller: &Bearer<Organizations>, code: Code, sent: Json<OrganizationChange>) -> Reply {
    let (number, kind, district) = caller.registry().read(|view| {
        let present = organization(view, code)?;
        Ok::<_, WebError>((present.number.clone(), present.kind.clone(), present.district.clone()))
    })?;
    let OrganizationChange { number: other, kind: other_kind, district: other_district } = sent.value;
    let number = other.unwrap_or(number);
    let (kind, district) = (other_kind.unwrap_or(kind), other_district.unwrap_or(district));
    caller
        .registry()
        .edit_organization(code, &number, &kind, &district, &caller.actor)
        .map_err(|error| of_error(caller, error))?;
    own(StatusCode::OK, &afterwards(shown(caller, code))?)
}

/// Gives an organization other names. The former ones stay known.
#[utoipa::path(
    post,
    path = Api::ORGANIZATION_NAMES,
    security(("token" = ["organizations"])),
    params(("code" = String, Path, description = "The organization's code")),
    request_body = NamesToGive,
    responses((status = 200, body = Organization))
)]
pub fn rename(caller: &Bearer<Organizations>, code: Code, sent: Json<NamesToGive>) -> Reply {
    caller.registry().read(|view| organization(view, code).map(drop))?;
    let since = day("since", sent.value.since.as_deref())?;
    caller
        .registry()
        .rename(code, (&sent.value.names).into(), since, &caller.actor)
        .map_err(|error| of_error(caller, error))?;
    own(StatusCode::OK, &afterwards(shown(caller, code))?)
}

/// The organization as it is now.
fn shown(caller: &Bearer<Organizations>, code: Code) -> Result<Organization, WebError> {
    caller.registry().read(|view| Ok(Organization::of(caller.origin(), view, organization(view, code)?)?))
}
