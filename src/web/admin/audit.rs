//! The audit trail: who did what, when, and to what.

use actix_web::http::header::HeaderValue;

use super::fields::Fields;
use super::session::status_of;
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::{day_after, local_midnight};
use crate::domain::deed::Deed;
use crate::domain::role::RoleKind;
use crate::domain::{Code, Instant};
use crate::pages::admin::audit::{self as pages, Asked, AuditView, Noted, Subject};
use crate::registry::{AuditEntry, AuditFilter, Error, Subject as Named, View};
use crate::web::access::{ManagePeople, Staff};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// Lines on one page.
const PER_PAGE: usize = 50;

/// Lines of a file at most: what a spreadsheet opens without trouble.
const TABLE_MAX: usize = 50_000;

fn asked(fields: &Fields) -> Asked<'_> {
    Asked {
        actor: fields.get("actor"),
        deed: fields.get("deed"),
        from: fields.get("from"),
        until: fields.get("until"),
        subject: fields.get("subject"),
    }
}

/// What is looked for, and the sentences that say what of it cannot be.
fn filter(staff: &Staff<ManagePeople>, fields: &Fields) -> (AuditFilter, Vec<String>) {
    let given = |name: &str| Some(fields.get(name).to_owned()).filter(|typed| !typed.is_empty());
    let mut refusals = Vec::new();
    let mut day = |name: &str| {
        fields.day(name, staff.lang).unwrap_or_else(|line| {
            refusals.push(line);
            None
        })
    };
    let (from, until) =
        (day("from").map(local_midnight), day("until").map(|day| local_midnight(day_after(day))));
    let subject = given("subject").map(|typed| match Code::parse(&typed) {
        Ok(code) => code.to_string(),
        Err(_) => typed,
    });
    let actor = given("actor").map(|login| login.to_lowercase());
    let deed = Deed::parse(fields.get("deed"));
    let after = fields
        .get("after")
        .split_once('.')
        .and_then(|(at, id)| Some((Instant::from_microsecond(at.parse().ok()?).ok()?, id.to_owned())));
    (AuditFilter { actor, deed, from, until, subject, after }, refusals)
}

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<ManagePeople>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let (filter, refusals) = filter(staff, &fields);
    let mut entries = match refusals.is_empty() {
        true => staff.registry().audit_trail(&filter, PER_PAGE + 1)?,
        false => Vec::new(),
    };
    let is_more = entries.len() > PER_PAGE;
    entries.truncate(PER_PAGE);
    let asked = asked(&fields);
    let next: Option<Href> = entries.last().filter(|_| is_more).map(|last| {
        asked.at(Admin::Audit).with("after", format!("{}.{}", last.at.as_microsecond(), last.id))
    });
    let found: Vec<Noted<'_>> =
        entries.iter().map(|entry| noted(view, entry)).collect::<Result<_, Error>>()?;
    Ok(staff.page(view, status_of(&refusals), |site| {
        let staff = staff.view(site, Admin::Audit);
        pages::render(&AuditView { staff, asked, refusals: &refusals, found: &found, next })
    }))
}

/// The same lines as a file.
///
/// # Errors
/// Trouble with the state.
pub fn table(staff: &Staff<ManagePeople>, view: &View) -> Reply {
    let fields = Fields::of_query(&staff.request);
    let (filter, _) = filter(staff, &fields);
    let entries = staff.registry().audit_trail(&filter, TABLE_MAX)?;
    let found: Vec<Noted<'_>> =
        entries.iter().map(|entry| noted(view, entry)).collect::<Result<_, Error>>()?;
    Ok(Rendered::table(
        pages::table(staff.lang, &found),
        HeaderValue::from_static("attachment; filename=\"audit.csv\""),
    ))
}

/// A line with the names of what it is about.
fn noted<'v>(view: &'v View, entry: &'v AuditEntry) -> Result<Noted<'v>, Error> {
    Ok(Noted { at: entry.at, actor: &entry.actor, deed: entry.deed, subject: subject(view, &entry.subject)? })
}

/// What a line is about: a code with an edition behind it, a role, or words.
fn subject<'v>(view: &'v View, noted: &'v str) -> Result<Subject<'v>, Error> {
    let mut words = noted.split(' ');
    let code = words.next().and_then(|first| Code::parse(first).ok().filter(|code| code.as_str() == first));
    let ordinal =
        words.next().and_then(|second| second.strip_prefix('v')).and_then(|digits| digits.parse().ok());
    let named = match code {
        Some(code) => view.find(code)?,
        None => None,
    };
    Ok(match named {
        Some(Named::Document(document)) => {
            Subject::Document { document, owner: view.owner(document)?, ordinal }
        }
        Some(Named::Organization(organization)) => Subject::Organization(organization),
        None => RoleKind::parse(noted).map_or(Subject::Words(noted), Subject::Role),
    })
}
