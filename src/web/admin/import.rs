//! Taking over a table of organizations: a dry run first, then the same table for real.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header::HeaderValue;

use super::fields::Fields;
use super::session::status_of;
use super::upload;
use crate::domain::address::{Admin, Href};
use crate::pages::admin::import::{COLUMNS, COUNTS, Change, Details, NEW_WORDS, Plan, render};
use crate::refusals::{import_note, new_word, sentences};
use crate::registry::{Error, ImportRow, NewWords, RowChange, View};
use crate::text::table;
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::dispatch::Body;
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;

/// The largest upload in bytes: a table of 20,000 organizations with three names each.
const TABLE_MAX_BYTES: usize = 2 << 20;

/// The form that carries a table which was read may be larger: a workbook is packed, and every cell gets quotation marks.
const CARRIED_MAX_BYTES: usize = 16 << 20;

/// A table that was chosen: the name of its file, and its bytes.
pub struct Chosen(String, Vec<u8>);

impl Body for Chosen {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        let (name, bytes, _) = upload::one(http, payload, ("file", TABLE_MAX_BYTES)).await?;
        Ok(Self(name, bytes))
    }
}

/// A table that was looked at, and whether its new kinds and districts are meant.
pub struct Carried(Vec<u8>, NewWords);

impl Body for Carried {
    async fn read(http: &HttpRequest, payload: &mut Payload) -> Result<Self, WebError> {
        let (_, table, others) = upload::one(http, payload, ("table", CARRIED_MAX_BYTES)).await?;
        let is_meant = others.get(NEW_WORDS) == "yes";
        Ok(Self(table, if is_meant { NewWords::Accepted } else { NewWords::Refused }))
    }
}

/// The page.
pub fn show(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let count = |name: &str| fields.get(name).parse::<usize>().ok();
    let counts = COUNTS.map(count);
    let done = (fields.get("done") == "imported").then(|| counts.map(Option::unwrap_or_default));
    Ok(page(staff, view, (None, done), &[]))
}

fn page(
    staff: &Staff<ManageOrganizations>,
    view: &View,
    (plan, done): (Option<&Plan>, Option<[usize; 4]>),
    refusals: &[String],
) -> Rendered {
    staff
        .page(view, status_of(refusals), |site| render(staff.view(site, Admin::Import), plan, refusals, done))
}

fn refused(staff: &Staff<ManageOrganizations>, error: Error, file: &str, plan: Option<&Plan>) -> Reply {
    let refusals = sentences(staff.lang, &refusal(error)?, file);
    staff.read(|view| Ok(page(staff, view, (plan, None), &refusals)))
}

/// Shows what a table would change.
///
/// # Errors
/// Trouble with the state.
pub fn dry_run(staff: Staff<ManageOrganizations>, Chosen(name, bytes): Chosen) -> Reply {
    match planned(&staff, &bytes) {
        Ok(plan) => staff.read(|view| Ok(page(&staff, view, (Some(&plan), None), &[]))),
        Err(error) => refused(&staff, error, &name, None),
    }
}

/// What the table would change; the new kinds and districts are asked about in the form.
fn planned(staff: &Staff<ManageOrganizations>, bytes: &[u8]) -> Result<Plan, Error> {
    let table = staff.registry().table(bytes)?;
    let planned = staff.registry().plan_import(&table, NewWords::Accepted)?;
    let changed = |row: &&ImportRow| row.change != RowChange::Unchanged;
    Ok(Plan {
        table: table::write(&table),
        counts: planned.counts(),
        changes: planned.rows.iter().filter(changed).map(change).collect(),
        notes: planned.notes.iter().map(|note| import_note(staff.lang, note)).collect(),
        new_words: planned.new_words.iter().map(|word| new_word(staff.lang, word)).collect(),
        asks: planned.asks(),
    })
}

fn change(row: &ImportRow) -> Change {
    let before = row.present.as_ref().map(|organization| Details {
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
pub fn apply(staff: Staff<ManageOrganizations>, Carried(bytes, new_words): Carried) -> Reply {
    let registry = staff.registry();
    let taken = registry.table(&bytes).and_then(|table| registry.import(&table, new_words, staff.actor()));
    match taken {
        Ok(import) => {
            let done = Href::to(Admin::Import).with("done", "imported");
            let counts = COUNTS.into_iter().zip(import.counts());
            let done = counts.fold(done, |done, (name, count)| done.with(name, count.to_string()));
            Ok(Rendered::see_other(done))
        }
        // What was looked at is not lost for a tick that is missing.
        Err(error) => refused(&staff, error, "", planned(&staff, &bytes).ok().as_ref()),
    }
}

/// A table with its heading alone; the mark at its beginning tells Excel that it is UTF-8.
pub fn sample(_: &Staff<ManageOrganizations>, _: &View) -> Reply {
    let name = HeaderValue::from_static("attachment; filename=\"organizations.csv\"");
    Ok(Rendered::table(format!("\u{feff}{COLUMNS}\r\n"), name))
}
