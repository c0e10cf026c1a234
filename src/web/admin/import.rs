//! Taking over a table of organizations: a dry run first, then the same table for real.

use actix_multipart::Multipart;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};

use super::desk::{Desk, see_other};
use super::forms::After;
use super::upload;
use crate::domain::address::{Admin, Href};
use crate::domain::role::Action;
use crate::pages::admin::import::{self, Change, Details, Plan};
use crate::registry::{Error, Import, ImportRow, RowChange, Snapshot};
use crate::web::failure::Failure;
use crate::web::refusals::sentences;

/// The largest upload in bytes: a table of 20,000 organizations with three names each.
const TABLE_MAX_BYTES: usize = 2 << 20;

/// The form that carries a table which was read may be larger: browsers write every end of a line with two bytes.
const CARRIED_MAX_BYTES: usize = TABLE_MAX_BYTES + (64 << 10);

/// The routes of the import.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/import").route(web::get().to(form)).route(web::post().to(dry_run)))
        .service(web::resource("/import/apply").route(web::post().to(apply)))
        .route("/import/sample.csv", web::get().to(sample));
}

async fn form(desk: Desk, after: web::Query<After>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    Ok(page(&desk, None, &[], after.one_of(&[("imported", "admin-import-done")])))
}

fn page(desk: &Desk, plan: Option<&Plan>, refusals: &[String], done: Option<&str>) -> HttpResponse {
    let status = if refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    desk.page(status, |site, _| import::render(desk.staff(site, Admin::Import), plan, refusals, done))
}

fn refused(desk: &Desk, error: Error, file: &str) -> Result<HttpResponse, Failure> {
    let refusal = desk.refusal(error)?;
    Ok(page(desk, None, &sentences(desk.lang, &refusal, file), None))
}

async fn dry_run(desk: Desk, parts: Multipart) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let (name, bytes) = upload::only(&desk, parts, ("file", TABLE_MAX_BYTES)).await?;
    let table = bytes.clone();
    match desk.run(move |registry| registry.plan_import(&table)).await {
        Ok(planned) => {
            // A table that was read is UTF-8.
            let table = String::from_utf8_lossy(&bytes).into_owned();
            Ok(page(&desk, Some(&plan(&desk.snapshot(), planned, table)), &[], None))
        }
        Err(error) => refused(&desk, error, &name),
    }
}

/// What the table would change, beside what stands in the register.
fn plan(snapshot: &Snapshot, planned: Import, table: String) -> Plan {
    let unchanged = planned.rows.iter().filter(|row| row.change == RowChange::Unchanged).count();
    let changed = planned.rows.into_iter().filter(|row| row.change != RowChange::Unchanged);
    Plan { table, unchanged, changes: changed.map(|row| change(snapshot, row)).collect() }
}

fn change(snapshot: &Snapshot, row: ImportRow) -> Change {
    let present = match row.change {
        RowChange::New => None,
        _ => snapshot.organizations().iter().find(|organization| organization.number == row.number),
    };
    let before = present.map(|organization| Details {
        names: organization.name().clone(),
        kind: organization.kind.clone(),
        district: organization.district.clone(),
    });
    let after = Details { names: row.names, kind: row.kind, district: row.district };
    Change { line: row.line, number: row.number, before, after, since: row.since }
}

async fn apply(desk: Desk, parts: Multipart) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let (_, table) = upload::only(&desk, parts, ("table", CARRIED_MAX_BYTES)).await?;
    let actor = desk.actor();
    match desk.run(move |registry| registry.import(&table, &actor)).await {
        Ok(_) => Ok(see_other(Href::to(Admin::Import).with("done", "imported")).finish()),
        Err(error) => refused(&desk, error, ""),
    }
}

/// A table with its heading alone; the mark at its beginning tells Excel that it is UTF-8.
async fn sample(desk: Desk) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"organizations.csv\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(format!("\u{feff}{}\r\n", import::COLUMNS)))
}
