//! The union and its organizations.

use serde::Serialize;
use utoipa::ToSchema;

use super::{Names, ShelfItem};
use crate::domain::address::{Api, Public};
use crate::domain::organization;
use crate::registry::{Result, View};

/// The union whose register this is.
#[derive(Serialize, ToSchema)]
pub struct Union {
    /// The union itself.
    pub organization: Organization,
    /// The number of public changes so far: leaves of the ledger.
    pub revision: u64,
    /// How many organizations the register has, the union included.
    pub organizations: usize,
    /// How many documents the register has.
    pub documents: usize,
}

/// The union itself or one primary organization.
#[derive(Serialize, ToSchema)]
pub struct Organization {
    /// Its code for life.
    code: String,
    /// The union's own number for it.
    number: String,
    /// Whether it is the union itself.
    is_union: bool,
    /// Its present names.
    names: Names,
    /// The names it had before, oldest first.
    former_names: Vec<Names>,
    /// What it is, such as `school`.
    kind: String,
    /// Its district, in Kazakh and Russian; empty where there is none.
    district: String,
    /// `active` or `dissolved`.
    status: &'static str,
    /// The code of the organization that it became part of.
    merged_into: Option<String>,
    /// The page with its documents.
    page: String,
    /// What hangs on its stand, for programs.
    shelf: String,
}

impl Organization {
    /// An organization of the register.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn of(origin: &str, view: &View, one: &organization::Organization) -> Result<Self> {
        let merged_into = one.merged_into().map(|id| view.organization_by_id(id)).transpose()?.flatten();
        let former = one.names.len().saturating_sub(1);
        Ok(Self {
            code: one.code.to_string(),
            number: one.number.clone(),
            is_union: one.is_union,
            names: one.name().into(),
            former_names: one.names[..former].iter().map(|dated| (&dated.names).into()).collect(),
            kind: one.kind.clone(),
            district: one.district.clone(),
            status: one.status.name(),
            merged_into: merged_into.map(|into| into.code.to_string()),
            page: format!("{origin}{}", Public::Code(one.code)),
            shelf: format!("{origin}{}", Api::Shelf(one.code)),
        })
    }
}

/// A part of the list of organizations.
#[derive(Serialize, ToSchema)]
pub struct OrganizationList {
    /// How many there are altogether.
    pub total: usize,
    /// How many come before the first one here.
    pub offset: usize,
    /// The organizations.
    pub items: Vec<Organization>,
}

/// What hangs on an organization's stand.
#[derive(Serialize, ToSchema)]
pub struct Shelf {
    /// The organization's code.
    pub organization: String,
    /// The day in Asia/Almaty.
    #[schema(format = Date)]
    pub day: String,
    /// The documents in the order of the stand: laws and higher agreements first, then its own.
    pub items: Vec<ShelfItem>,
}
