//! Taking over a table of organizations: a dry run first, then the same table for real.

use std::collections::HashMap;

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header::HeaderValue;

use super::fields::done;
use super::session::status_of;
use super::upload;
use crate::domain::address::{Admin, Href};
use crate::domain::organization::Organization;
use crate::pages::admin::import::{COLUMNS, Change, Details, Plan, render};
use crate::refusals::sentences;
use crate::registry::{Error, Import, ImportRow, RowChange, View};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::dispatch::Body;
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The largest upload in bytes: a table of 20,000 organizations with three names each.
const TABLE_MAX_BYTES: usize = 2 << 20;

/// The form that carries a table which was read may be larger: browsers write every end of a line with two bytes.
const CARRIED_MAX_BYTES: usize = TABLE_MAX_BYTES + (64 << 10);

/// A table that was chosen: the name of its file, and its bytes.
pub struct Chosen(String, Vec<u8>);

impl Body for Chosen {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        let (name, bytes) = upload::only(http, payload, ("file", TABLE_MAX_BYTES)).await?;
        Ok(Self(name, bytes))
    }
}

/// A table that was looked at.
pub struct Carried(Vec<u8>);

impl Body for Carried {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        upload::only(http, payload, ("table", CARRIED_MAX_BYTES)).await.map(|(_, bytes)| Self(bytes))
    }
}

/// The page.
pub fn show(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let done = done(&staff.request, &[("imported", "admin-import-done")]);
    Ok(page(staff, view, None, (&[], done)))
}

fn page(
    staff: &Staff<ManageOrganizations>,
    view: &View,
    plan: Option<&Plan>,
    (refusals, done): (&[String], Option<&str>),
) -> Rendered {
    staff
        .page(view, status_of(refusals), |site| render(staff.view(site, Admin::Import), plan, refusals, done))
}

fn refused(staff: &Staff<ManageOrganizations>, error: Error, file: &str) -> Reply {
    let refusals = sentences(staff.lang, &refusal(error)?, file);
    staff.read(|view| Ok(page(staff, view, None, (&refusals, None))))
}

/// Shows what a table would change.
///
/// # Errors
/// Trouble with the state.
pub fn dry_run(staff: Staff<ManageOrganizations>, Chosen(name, bytes): Chosen) -> Reply {
    match staff.registry().plan_import(&bytes) {
        Ok(planned) => {
            // A table that was read is UTF-8.
            let table = String::from_utf8_lossy(&bytes).into_owned();
            staff.read(|view| Ok(page(&staff, view, Some(&plan(view, &planned, &table)?), (&[], None))))
        }
        Err(error) => refused(&staff, error, &name),
    }
}

/// What the table would change, beside what stands in the register.
fn plan(view: &View, planned: &Import, table: &str) -> Result<Plan, Error> {
    let (same, changed): (Vec<&ImportRow>, Vec<&ImportRow>) =
        planned.rows.iter().partition(|row| row.change == RowChange::Unchanged);
    let numbers: Vec<&str> = changed.iter().map(|row| row.number.as_str()).collect();
    let present: HashMap<&str, &Organization> =
        view.organizations_numbered(&numbers)?.into_iter().map(|one| (one.number.as_str(), one)).collect();
    let change = |row: &&ImportRow| change(present.get(row.number.as_str()).copied(), row);
    let changes = changed.iter().map(change).collect();
    Ok(Plan { table: table.to_owned(), unchanged: same.len(), changes })
}

fn change(present: Option<&Organization>, row: &ImportRow) -> Change {
    let before = present.filter(|_| row.change != RowChange::New).map(|organization| Details {
        names: organization.name().clone(),
        kind: organization.kind.clone(),
        district: organization.district.clone(),
    });
    let after = Details { names: row.names.clone(), kind: row.kind.clone(), district: row.district.clone() };
    Change { line: row.line, number: row.number.clone(), before, after, since: row.since }
}

/// Takes a table over.
///
/// # Errors
/// Trouble with the state.
pub fn apply(staff: Staff<ManageOrganizations>, Carried(table): Carried) -> Reply {
    match staff.registry().import(&table, staff.actor()) {
        Ok(_) => Ok(Rendered::see_other(Href::to(Admin::Import).with("done", "imported"))),
        Err(error) => refused(&staff, error, ""),
    }
}

/// A table with its heading alone; the mark at its beginning tells Excel that it is UTF-8.
pub fn sample(_: &Staff<ManageOrganizations>, _: &View) -> Reply {
    let name = HeaderValue::from_static("attachment; filename=\"organizations.csv\"");
    Ok(Rendered::table(format!("\u{feff}{COLUMNS}\r\n"), name))
}
