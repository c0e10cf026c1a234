//! One organization, and everything that can be done to it.

use super::carried;
use super::fields::{Fields, done};
use super::session::status_of;
use crate::domain::Code;
use crate::domain::address::{Admin, Href};
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::pages::admin::organization::{OrganizationView, render};
use crate::pages::admin::organization_forms::{
    CONTACT, DETAILS, DISSOLVE, ERASE_CONTACT, HUNG, MERGE, NAMED, QUESTION, RENAME,
};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::pages::naming;
use crate::pages::posted::StandView;
use crate::phrases::{say, say_with};
use crate::registry::{ContactInput, Error, Field, Refusal, Registry, View};
use crate::web::access::{EditContact, ManageOrganizations, Staff, StaffSession, TendStand};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::rendered::Rendered;
use crate::web::stand_check::named;

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
    drawn(staff, view, found.code, (&carried::typed(&staff.request), done))
}

/// Refuses a code that no organization has.
fn find(staff: &StaffSession, code: Code) -> Result<(), WebError> {
    let found = staff.read(|view| Ok(view.organization(code)?.map(drop)))?;
    found.ok_or(WebError::Problem(Problem::UnknownCode(code)))
}

/// The page again with what was typed and why it was refused.
fn refused(staff: &StaffSession, code: Code, typed: &Typed) -> Reply {
    staff.read(|view| drawn(staff, view, code, (typed, None)))
}

/// The page of an organization; 422 where there are refusals.
fn drawn(staff: &StaffSession, view: &View, code: Code, (typed, done): (&Typed, Option<&str>)) -> Reply {
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
    Ok(staff.page(view, status_of(&typed.refusals), |site| {
        render(&OrganizationView {
            staff: staff.view(site, Admin::Organization(code)),
            organization,
            successor,
            documents: &documents,
            stand: StandView { organization, posted, advice: &advice, named: &named },
            waiting: &waiting,
            checks: &checks,
            typed,
            done,
            as_of: view.as_of(),
        })
    }))
}

/// Runs a change of one organization; then its page again, or the form with what was typed and why it was refused.
fn change(
    staff: &StaffSession,
    code: Code,
    (form, fields): (&str, Fields),
    done: &str,
    verb: impl FnOnce(&Registry, &str) -> Result<(), Error>,
) -> Reply {
    match verb(staff.registry(), staff.actor()) {
        Ok(()) => Ok(Rendered::see_other(Href::to(Admin::Organization(code)).with("done", done))),
        Err(error) => refused(staff, code, &fields.refused(form, staff.lang, &refusal(error)?)),
    }
}

/// Gives it another name.
///
/// # Errors
/// A code that no organization has; trouble with the state.
pub fn rename(staff: Staff<ManageOrganizations>, code: Code, fields: Fields) -> Reply {
    find(&staff, code)?;
    fields.need(&["name_kk", "name_ru", "name_en", "since"])?;
    let names = Trilingual::new(fields.get("name_kk"), fields.get("name_ru"), fields.get("name_en"));
    let since = match fields.day("since", staff.lang) {
        Ok(since) => since,
        Err(line) => return refused(&staff, code, &fields.typed(RENAME, vec![line]).about(&["since"])),
    };
    change(&staff, code, (RENAME, fields), "saved", |registry, actor| {
        registry.rename(code, names, since, actor)
    })
}

/// Changes its number, kind and district.
///
/// # Errors
/// As [`rename`].
pub fn details(staff: Staff<ManageOrganizations>, code: Code, fields: Fields) -> Reply {
    find(&staff, code)?;
    fields.need(&["number", "kind", "district"])?;
    let [number, kind, district] = ["number", "kind", "district"].map(|name| fields.get(name).to_owned());
    change(&staff, code, (DETAILS, fields), "saved", |registry, actor| {
        registry.edit_organization(code, &number, &kind, &district, actor)
    })
}

/// Says whom members ask.
///
/// # Errors
/// Trouble with the state.
pub fn contact(staff: Staff<EditContact>, code: Code, fields: Fields) -> Reply {
    fields.need(&["name", "phone", "whatsapp", "room"])?;
    let [name, phone, whatsapp, room] =
        ["name", "phone", "whatsapp", "room"].map(|name| fields.get(name).to_owned());
    let input = ContactInput { name, phone, whatsapp, room, consent: !fields.get("consent").is_empty() };
    // Only the button below the form erases a contact: an empty form is a slip.
    if input.name.is_empty() {
        let missing = Refusal::Missing(Field::Name);
        return refused(&staff, code, &fields.refused(CONTACT, staff.lang, &missing));
    }
    change(&staff, code, (CONTACT, fields), "saved", |registry, actor| {
        registry.set_contact(code, &input, actor)
    })
}

/// Erases whom members ask.
///
/// # Errors
/// Trouble with the state.
pub fn erase_contact(staff: Staff<EditContact>, code: Code, fields: Fields) -> Reply {
    change(&staff, code, (ERASE_CONTACT, fields), "erased", |registry, actor| {
        registry.set_contact(code, &ContactInput::default(), actor)
    })
}

/// Dissolves it.
///
/// # Errors
/// As [`rename`].
pub fn dissolve(staff: Staff<ManageOrganizations>, code: Code, fields: Fields) -> Reply {
    find(&staff, code)?;
    if fields.get("sure").is_empty() {
        let typed = fields.typed(DISSOLVE, vec![say(staff.lang, "refusal-not-sure")]);
        return refused(&staff, code, &typed.about(&["sure"]));
    }
    change(&staff, code, (DISSOLVE, fields), "ended", |registry, actor| registry.dissolve(code, actor))
}

/// Merges it into another one.
///
/// # Errors
/// As [`rename`].
pub fn merge(staff: Staff<ManageOrganizations>, code: Code, mut fields: Fields) -> Reply {
    find(&staff, code)?;
    let said = |fields: Fields, why: &Refusal| refused(&staff, code, &fields.refused(MERGE, staff.lang, why));
    let on = match fields.day("on", staff.lang) {
        Ok(Some(on)) => on,
        Ok(None) => return said(fields, &Refusal::Missing(Field::Day)),
        Err(line) => return refused(&staff, code, &fields.typed(MERGE, vec![line]).about(&["on"])),
    };
    let name = fields.get("into").to_owned();
    let into = staff.read(|view| {
        let Some(into) = view.organization_named(&name)? else { return Ok(None) };
        let from = view.organization(code)?.unwrap_or_else(|| view.union());
        let name = |of: &Organization| format!("{} ({})", naming::name(of, staff.lang).text, of.number);
        let names = [("from", name(from).into()), ("into", name(into).into())];
        Ok(Some((into.code, say_with(staff.lang, "admin-organization-merge-sure", &names))))
    })?;
    let Some((into, question)) = into else { return said(fields, &Refusal::UnknownOrganization(name)) };
    // Who typed a number in the form of the page sees both names before anything is done.
    let asks = fields.all(NAMED).next().is_some();
    if asks && (fields.get(NAMED) != into.as_str() || fields.get("sure").is_empty()) {
        [NAMED, QUESTION].into_iter().for_each(|name| fields.forget(name));
        fields.push(NAMED.to_owned(), into.to_string());
        fields.push(QUESTION.to_owned(), question.clone());
        let typed = fields.typed(MERGE, vec![question, say(staff.lang, "refusal-not-sure")]);
        return refused(&staff, code, &typed.about(&["sure"]));
    }
    change(&staff, code, (MERGE, fields), "ended", |registry, actor| registry.merge(code, into, on, actor))
}

/// Says that its stand was hung.
///
/// # Errors
/// What was ticked is no code; trouble with the state.
pub fn hung(staff: Staff<TendStand>, code: Code, fields: Fields) -> Reply {
    let ticked: Result<Vec<Code>, _> = fields.all("waiting").map(Code::parse).collect();
    let waiting = ticked.map_err(|_| Problem::BadRequest)?;
    change(&staff, code, (HUNG, fields), "hung", |registry, actor| registry.hang(code, &waiting, actor))
}
