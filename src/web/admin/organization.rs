//! One organization, and everything that can be done to it.

use serde::Deserialize;

use super::fields::{Fields, Form, done};
use super::session::status_of;
use super::stand_check::over;
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::parse_day;
use crate::domain::hanging::Stand;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::{Code, Day};
use crate::pages::admin::organization::{OrganizationView, Typed, render};
use crate::pages::error::Problem;
use crate::pages::hanging::StandView;
use crate::phrases::say;
use crate::registry::{ContactInput, Error, Field, Refusal, Registry};
use crate::web::access::{EditContact, ManageOrganizations, Staff, StaffSession, TendStand};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::refusals::{not_a_day, sentence, sentences};
use crate::web::rendered::Rendered;
use crate::web::stand_check::named;

/// Other names.
#[derive(Deserialize)]
pub struct Rename {
    name_kk: String,
    name_ru: String,
    name_en: String,
    since: String,
}

/// Other details.
#[derive(Deserialize)]
pub struct Details {
    number: String,
    kind: String,
    district: String,
}

/// Whom members ask.
#[derive(Deserialize)]
pub struct ContactForm {
    name: String,
    phone: String,
    whatsapp: String,
    room: String,
    consent: Option<String>,
}

/// That it is to be dissolved.
#[derive(Deserialize)]
pub struct Dissolve {
    sure: Option<String>,
}

/// What it becomes part of.
#[derive(Deserialize)]
pub struct Merge {
    into: String,
    on: String,
}

/// A day that was typed: none where nothing was.
///
/// # Errors
/// The line that says that it is no day.
fn typed_day(staff: &StaffSession, typed: &str) -> Result<Option<Day>, Vec<String>> {
    match typed.trim() {
        "" => Ok(None),
        text => parse_day(text).map(Some).ok_or_else(|| vec![not_a_day(staff.lang, text)]),
    }
}

/// The page.
pub fn show(staff: Staff<EditContact>, _: Code) -> Reply {
    let done = done(
        &staff.request,
        &[
            ("saved", "admin-saved"),
            ("erased", "admin-contact-erased"),
            ("ended", "admin-organization-ended"),
            ("hung", "hang-said"),
        ],
    );
    let found = &staff.subject;
    Ok(page(&staff, found.code, &Typed::of(found), &[], done))
}

/// The organization with a code.
fn find(staff: &StaffSession, code: Code) -> Result<Organization, WebError> {
    staff.snapshot().organization(code).cloned().ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The page of an organization as it is now; 422 where there are refusals.
fn page(
    staff: &StaffSession,
    code: Code,
    typed: &Typed,
    refusals: &[String],
    done: Option<&str>,
) -> Rendered {
    let snapshot = staff.snapshot();
    staff.page(status_of(refusals), |site| {
        let organization = snapshot.organization(code).unwrap_or_else(|| snapshot.union());
        let documents: Vec<_> =
            snapshot.documents().iter().filter(|document| document.owner == organization.id).collect();
        let as_of = staff.registry().as_of(&snapshot);
        let host = staff.registry().permanent_host(&snapshot);
        let (hanging, shelf) = (snapshot.hanging(code), snapshot.shelf(organization, as_of));
        let stand = Stand { organization, shelf: &shelf, host: host.as_deref(), as_of };
        let (advice, owned) = (stand.advice(hanging), |document| (document, snapshot.owner(document)));
        let waiting: Vec<_> = stand.waiting().map(owned).collect();
        let named = named(&snapshot, &advice);
        let checks: Vec<_> = over(&snapshot, code).collect();
        render(&OrganizationView {
            staff: staff.view(site, Admin::Organization(code)),
            organization,
            successor: organization.merged_into().and_then(|id| snapshot.organization_by_id(id)),
            documents: &documents,
            stand: StandView { organization, hanging, advice: &advice, named: &named },
            waiting: &waiting,
            checks: &checks,
            typed,
            refusals,
            done,
            as_of,
        })
    })
}

/// Runs a change of one organization; then its page again, or the form with what was typed and why it was refused.
fn change(
    staff: &StaffSession,
    code: Code,
    (typed, done): (&Typed, &str),
    verb: impl FnOnce(&Registry, &str) -> Result<(), Error>,
) -> Reply {
    match verb(staff.registry(), staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Organization(code)).with("done", done))),
        Err(error) => {
            let refusal = refusal(error)?;
            Ok(page(staff, code, typed, &sentences(staff.lang, &refusal, ""), None))
        }
    }
}

/// Gives it another name.
///
/// # Errors
/// A code that no organization has; trouble with the state.
pub fn rename(staff: Staff<ManageOrganizations>, code: Code, Form(form): Form<Rename>) -> Reply {
    let found = find(&staff, code)?;
    let names = Trilingual::new(&form.name_kk, &form.name_ru, &form.name_en);
    let typed =
        Typed { names: [form.name_kk, form.name_ru, form.name_en], since: form.since, ..Typed::of(&found) };
    let since = match typed_day(&staff, &typed.since) {
        Ok(since) => since,
        Err(lines) => return Ok(page(&staff, code, &typed, &lines, None)),
    };
    change(&staff, code, (&typed, "saved"), |registry, actor| registry.rename(code, names, since, actor))
}

/// Changes its number, kind and district.
///
/// # Errors
/// As [`rename`].
pub fn details(staff: Staff<ManageOrganizations>, code: Code, Form(form): Form<Details>) -> Reply {
    let found = find(&staff, code)?;
    let Details { number, kind, district } = form;
    let typed =
        Typed { number: number.clone(), kind: kind.clone(), district: district.clone(), ..Typed::of(&found) };
    change(&staff, code, (&typed, "saved"), |registry, actor| {
        registry.edit_organization(code, &number, &kind, &district, actor)
    })
}

/// Says whom members ask.
///
/// # Errors
/// Trouble with the state.
pub fn contact(staff: Staff<EditContact>, code: Code, Form(form): Form<ContactForm>) -> Reply {
    let input = ContactInput {
        name: form.name,
        phone: form.phone,
        whatsapp: form.whatsapp,
        room: form.room,
        consent: form.consent.is_some(),
    };
    let typed = Typed {
        name: input.name.clone(),
        phone: input.phone.clone(),
        whatsapp: input.whatsapp.clone(),
        room: input.room.clone(),
        ..Typed::of(&staff.subject)
    };
    // Only the button below the form erases a contact: an empty form is a slip.
    if input.name.trim().is_empty() {
        let missing = sentence(staff.lang, &Refusal::Missing(Field::Name), "");
        return Ok(page(&staff, code, &typed, &[missing], None));
    }
    change(&staff, code, (&typed, "saved"), |registry, actor| registry.set_contact(code, &input, actor))
}

/// Erases whom members ask.
///
/// # Errors
/// Trouble with the state.
pub fn erase_contact(staff: Staff<EditContact>, code: Code, (): ()) -> Reply {
    let typed = Typed::of(&staff.subject);
    change(&staff, code, (&typed, "erased"), |registry, actor| {
        registry.set_contact(code, &ContactInput::default(), actor)
    })
}

/// Dissolves it.
///
/// # Errors
/// As [`rename`].
pub fn dissolve(staff: Staff<ManageOrganizations>, code: Code, Form(form): Form<Dissolve>) -> Reply {
    let typed = Typed::of(&find(&staff, code)?);
    if form.sure.is_none() {
        return Ok(page(&staff, code, &typed, &[say(staff.lang, "refusal-not-sure")], None));
    }
    change(&staff, code, (&typed, "ended"), |registry, actor| registry.dissolve(code, actor))
}

/// Merges it into another one.
///
/// # Errors
/// As [`rename`].
pub fn merge(staff: Staff<ManageOrganizations>, code: Code, Form(form): Form<Merge>) -> Reply {
    let found = find(&staff, code)?;
    let typed = Typed { into: form.into, on: form.on, ..Typed::of(&found) };
    let refused =
        |refusal: &Refusal| Ok(page(&staff, code, &typed, &sentences(staff.lang, refusal, ""), None));
    let on = match typed_day(&staff, &typed.on) {
        Ok(Some(on)) => on,
        Ok(None) => return refused(&Refusal::Missing(Field::Day)),
        Err(lines) => return Ok(page(&staff, code, &typed, &lines, None)),
    };
    let Some(into) = staff.snapshot().organization_named(&typed.into).map(|organization| organization.code)
    else {
        return refused(&Refusal::UnknownOrganization(typed.into.clone()));
    };
    change(&staff, code, (&typed, "ended"), |registry, actor| registry.merge(code, into, on, actor))
}

/// Says that its stand was hung.
///
/// # Errors
/// What was ticked is no code; trouble with the state.
pub fn hung(staff: Staff<TendStand>, code: Code, fields: Fields) -> Reply {
    let ticked: Result<Vec<Code>, _> = fields.all("waiting").map(Code::parse).collect();
    let waiting = ticked.map_err(|_| Problem::BadRequest)?;
    let typed = Typed::of(&staff.subject);
    change(&staff, code, (&typed, "hung"), |registry, actor| registry.hang(code, &waiting, actor))
}
