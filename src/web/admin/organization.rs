//! One organization, and everything that can be done to it.

use serde::Deserialize;

use super::fields::{Fields, Form, done};
use super::session::status_of;
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::parse_day;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::{Code, Day};
use crate::pages::admin::organization::{OrganizationView, Typed, render};
use crate::pages::error::Problem;
use crate::pages::posted::StandView;
use crate::phrases::say;
use crate::refusals::{not_a_day, sentence, sentences};
use crate::registry::{ContactInput, Error, Field, Refusal, Registry, View};
use crate::web::access::{EditContact, ManageOrganizations, Staff, StaffSession, TendStand};
use crate::web::error::{Reply, WebError, refusal};
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
pub fn show(staff: &Staff<EditContact>, view: &View, _: Code) -> Reply {
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
    drawn(staff, view, found.code, (&Typed::of(found), &[], done))
}

/// The organization with a code.
fn find(staff: &StaffSession, code: Code) -> Result<Organization, WebError> {
    let found = staff.read(|view| Ok(view.organization(code)?.cloned()))?;
    found.ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The page again with what was typed and why it was refused.
fn refused(staff: &StaffSession, code: Code, typed: &Typed, refusals: &[String]) -> Reply {
    staff.read(|view| drawn(staff, view, code, (typed, refusals, None)))
}

/// The page of an organization; 422 where there are refusals.
fn drawn(
    staff: &StaffSession,
    view: &View,
    code: Code,
    (typed, refusals, done): (&Typed, &[String], Option<&str>),
) -> Reply {
    let organization = view.organization(code)?.unwrap_or_else(|| view.union());
    let (documents, posted) = (view.owned(organization)?, view.posted(organization)?);
    let mut waiting = Vec::new();
    let advice = view.with_stand(organization, |stand| {
        waiting.extend(stand.waiting().map(|document| document.code));
        stand.advice(posted)
    })?;
    let waiting = waiting.into_iter().map(|code| view.document(code)).collect::<Result<Vec<_>, _>>()?;
    let waiting = waiting
        .into_iter()
        .flatten()
        .map(|document| Ok((document, view.owner(document)?)))
        .collect::<Result<Vec<_>, Error>>()?;
    let (named, checks) = (named(view, &advice)?, view.checks_over(organization)?);
    let successor = organization.merged_into().map(|id| view.organization_by_id(id)).transpose()?.flatten();
    Ok(staff.page(view, status_of(refusals), |site| {
        render(&OrganizationView {
            staff: staff.view(site, Admin::Organization(code)),
            organization,
            successor,
            documents: &documents,
            stand: StandView { organization, posted, advice: &advice, named: &named },
            waiting: &waiting,
            checks: &checks,
            typed,
            refusals,
            done,
            as_of: view.as_of(),
        })
    }))
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
        Err(error) => refused(staff, code, typed, &sentences(staff.lang, &refusal(error)?, "")),
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
        Err(lines) => return refused(&staff, code, &typed, &lines),
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
        return refused(&staff, code, &typed, &[missing]);
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
        return refused(&staff, code, &typed, &[say(staff.lang, "refusal-not-sure")]);
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
    let said = |refusal: &Refusal| refused(&staff, code, &typed, &sentences(staff.lang, refusal, ""));
    let on = match typed_day(&staff, &typed.on) {
        Ok(Some(on)) => on,
        Ok(None) => return said(&Refusal::Missing(Field::Day)),
        Err(lines) => return refused(&staff, code, &typed, &lines),
    };
    let into = staff.read(|view| Ok(view.organization_named(&typed.into)?.map(|found| found.code)))?;
    let Some(into) = into else { return said(&Refusal::UnknownOrganization(typed.into.clone())) };
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
