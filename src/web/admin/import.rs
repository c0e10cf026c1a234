//! Taking over a table of organizations: a dry run first, then the same table for real.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header::{self, HeaderValue};

use super::fields::done;
use super::session::status_of;
use super::upload;
use crate::domain::address::{Admin, Href};
use crate::pages::admin::import::{COLUMNS, Change, Details, Plan, render};
use crate::registry::{Error, Import, ImportRow, RowChange, Snapshot};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::dispatch::Body;
use crate::web::error::{Reply, WebError, refusal};
use crate::web::http::encoding::Effort;
use crate::web::refusals::sentences;
use crate::web::rendered::{CachePolicy, Rendered};

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
pub fn show(staff: Staff<ManageOrganizations>) -> Reply {
    let done = done(&staff.request, &[("imported", "admin-import-done")]);
    Ok(page(&staff, None, &[], done))
}

fn page(
    staff: &Staff<ManageOrganizations>,
    plan: Option<&Plan>,
    refusals: &[String],
    done: Option<&str>,
) -> Rendered {
    staff.page(status_of(refusals), |site| render(staff.view(site, Admin::Import), plan, refusals, done))
}

fn refused(staff: &Staff<ManageOrganizations>, error: Error, file: &str) -> Reply {
    Ok(page(staff, None, &sentences(staff.lang, &refusal(error)?, file), None))
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
            Ok(page(&staff, Some(&plan(&staff.snapshot(), planned, table)), &[], None))
        }
        Err(error) => refused(&staff, error, &name),
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
pub fn sample(_: Staff<ManageOrganizations>) -> Reply {
    let table = Rendered::document("text/csv; charset=utf-8", format!("\u{feff}{COLUMNS}\r\n"));
    let table = Rendered { cache: CachePolicy::NotStored, effort: Effort::None, ..table };
    let name = HeaderValue::from_static("attachment; filename=\"organizations.csv\"");
    Ok(table.with(header::CONTENT_DISPOSITION, name))
}
