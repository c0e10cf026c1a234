//! Organizations: the list, one organization, and everything that can be done to it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::desk::{Desk, see_other};
use super::forms::After;
use super::stands::over;
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::parse_day;
use crate::domain::hanging::Stand;
use crate::domain::lang::Trilingual;
use crate::domain::organization::Organization;
use crate::domain::role::Action;
use crate::domain::{Code, Day};
use crate::pages::admin::organization::{self, OrganizationView, Typed};
use crate::pages::admin::organizations::{self, Listed, Shown};
use crate::pages::error::Problem;
use crate::pages::hanging::StandView;
use crate::phrases::say;
use crate::registry::{ContactInput, Error, Field, Refusal, Registry};
use crate::web::checking::named;
use crate::web::failure::Failure;
use crate::web::refusals::{not_a_day, sentence, sentences};

/// The routes of organizations.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/organizations", web::get().to(list))
        .route("/organizations/{code}", web::get().to(show))
        .route("/organizations/{code}/rename", web::post().to(rename))
        .route("/organizations/{code}/details", web::post().to(details))
        .route("/organizations/{code}/contact", web::post().to(contact))
        .route("/organizations/{code}/contact/erase", web::post().to(erase_contact))
        .route("/organizations/{code}/dissolve", web::post().to(dissolve))
        .route("/organizations/{code}/merge", web::post().to(merge));
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    stand: String,
}

#[derive(Deserialize)]
struct Rename {
    name_kk: String,
    name_ru: String,
    name_en: String,
    since: String,
}

#[derive(Deserialize)]
struct Details {
    number: String,
    kind: String,
    district: String,
}

#[derive(Deserialize)]
struct ContactForm {
    name: String,
    phone: String,
    whatsapp: String,
    room: String,
    consent: Option<String>,
}

#[derive(Deserialize)]
struct Dissolve {
    sure: Option<String>,
}

#[derive(Deserialize)]
struct Merge {
    into: String,
    on: String,
}

/// A day that was typed: none where nothing was.
///
/// # Errors
/// The line that says that it is no day.
fn typed_day(desk: &Desk, typed: &str) -> Result<Option<Day>, Vec<String>> {
    match typed.trim() {
        "" => Ok(None),
        text => parse_day(text).map(Some).ok_or_else(|| vec![not_a_day(desk.lang, text)]),
    }
}

async fn list(desk: Desk, wanted: web::Query<Wanted>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let opened = match desk.run(Registry::last_openings).await {
        Ok(opened) => opened,
        Err(error) => {
            desk.refusal(error)?;
            return Err(desk.problem(Problem::Internal));
        }
    };
    let (snapshot, registry) = (desk.snapshot(), &desk.app.registry);
    let host = registry.permanent_host(&snapshot);
    let as_of = registry.as_of(&snapshot);
    let listed = |organization| Listed {
        organization,
        hanging: snapshot.hanging(organization.code),
        advice: snapshot.advice(organization, host.as_deref(), as_of),
        last_opened: opened.get(&organization.code).copied(),
    };
    let all: Vec<Listed<'_>> = snapshot.organizations().iter().map(listed).collect();
    let shown = if wanted.stand == "outdated" { Shown::Outdated } else { Shown::All };
    Ok(desk.page(StatusCode::OK, |site, _| {
        let staff = desk.staff(site, Admin::Organizations);
        organizations::render(staff, &all, &wanted.q, shown)
    }))
}

async fn show(
    desk: Desk,
    code: web::Path<String>,
    after: web::Query<After>,
) -> Result<HttpResponse, Failure> {
    let found = find(&desk, &code)?;
    desk.require(Action::EditContact(found.id))?;
    let done = after.one_of(&[
        ("saved", "admin-saved"),
        ("erased", "admin-contact-erased"),
        ("ended", "admin-organization-ended"),
        ("hung", "hang-said"),
    ]);
    Ok(page(&desk, found.code, &Typed::of(&found), &[], done))
}

/// The organization of the address.
pub(super) fn find(desk: &Desk, code: &str) -> Result<Organization, Failure> {
    let code = Code::parse(code).map_err(|_| desk.problem(Problem::NoSuchPage))?;
    let snapshot = desk.snapshot();
    snapshot.organization(code).cloned().ok_or_else(|| desk.problem(Problem::UnknownCode(code)))
}

/// The page of an organization as it is now; 422 where there are refusals.
fn page(desk: &Desk, code: Code, typed: &Typed, refusals: &[String], done: Option<&str>) -> HttpResponse {
    let snapshot = desk.snapshot();
    let status = if refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    desk.page(status, |site, _| {
        let organization = snapshot.organization(code).unwrap_or_else(|| snapshot.union());
        let documents: Vec<_> =
            snapshot.documents().iter().filter(|document| document.owner == organization.id).collect();
        let as_of = desk.app.registry.as_of(&snapshot);
        let host = desk.app.registry.permanent_host(&snapshot);
        let (hanging, shelf) = (snapshot.hanging(code), snapshot.shelf(organization, as_of));
        let stand = Stand { organization, shelf: &shelf, host: host.as_deref(), as_of };
        let (advice, owned) = (stand.advice(hanging), |document| (document, snapshot.owner(document)));
        let waiting: Vec<_> = stand.waiting().map(owned).collect();
        let named = named(&snapshot, &advice);
        let checks: Vec<_> = over(&snapshot, code).collect();
        organization::render(&OrganizationView {
            staff: desk.staff(site, Admin::Organization(code)),
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
pub(super) async fn change(
    desk: &Desk,
    code: Code,
    typed: &Typed,
    done: &str,
    verb: impl FnOnce(&Registry, &str) -> Result<(), Error> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let actor = desk.actor();
    match desk.run(move |registry| verb(registry, &actor)).await {
        Ok(()) => Ok(see_other(Href::to(Admin::Organization(code)).with("done", done)).finish()),
        Err(error) => {
            let refusal = desk.refusal(error)?;
            Ok(page(desk, code, typed, &sentences(desk.lang, &refusal, ""), None))
        }
    }
}

async fn rename(
    desk: Desk,
    code: web::Path<String>,
    form: web::Form<Rename>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let (found, form) = (find(&desk, &code)?, form.into_inner());
    let names = Trilingual::new(&form.name_kk, &form.name_ru, &form.name_en);
    let typed =
        Typed { names: [form.name_kk, form.name_ru, form.name_en], since: form.since, ..Typed::of(&found) };
    let since = match typed_day(&desk, &typed.since) {
        Ok(since) => since,
        Err(lines) => return Ok(page(&desk, found.code, &typed, &lines, None)),
    };
    let code = found.code;
    change(&desk, code, &typed, "saved", move |registry, actor| registry.rename(code, names, since, actor))
        .await
}

async fn details(
    desk: Desk,
    code: web::Path<String>,
    form: web::Form<Details>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let (found, form) = (find(&desk, &code)?, form.into_inner());
    let Details { number, kind, district } = form;
    let typed =
        Typed { number: number.clone(), kind: kind.clone(), district: district.clone(), ..Typed::of(&found) };
    let code = found.code;
    change(&desk, code, &typed, "saved", move |registry, actor| {
        registry.edit_organization(code, &number, &kind, &district, actor)
    })
    .await
}

async fn contact(
    desk: Desk,
    code: web::Path<String>,
    form: web::Form<ContactForm>,
) -> Result<HttpResponse, Failure> {
    let (found, form) = (find(&desk, &code)?, form.into_inner());
    desk.require(Action::EditContact(found.id))?;
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
        ..Typed::of(&found)
    };
    let code = found.code;
    // Only the button below the form erases a contact: an empty form is a slip.
    if input.name.trim().is_empty() {
        let missing = sentence(desk.lang, &Refusal::Missing(Field::Name), "");
        return Ok(page(&desk, code, &typed, &[missing], None));
    }
    change(&desk, code, &typed, "saved", move |registry, actor| registry.set_contact(code, &input, actor))
        .await
}

async fn erase_contact(desk: Desk, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let found = find(&desk, &code)?;
    desk.require(Action::EditContact(found.id))?;
    let code = found.code;
    change(&desk, code, &Typed::of(&found), "erased", move |registry, actor| {
        registry.set_contact(code, &ContactInput::default(), actor)
    })
    .await
}

async fn dissolve(
    desk: Desk,
    code: web::Path<String>,
    form: web::Form<Dissolve>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let found = find(&desk, &code)?;
    let (code, typed) = (found.code, Typed::of(&found));
    if form.sure.is_none() {
        return Ok(page(&desk, code, &typed, &[say(desk.lang, "refusal-not-sure")], None));
    }
    change(&desk, code, &typed, "ended", move |registry, actor| registry.dissolve(code, actor)).await
}

async fn merge(desk: Desk, code: web::Path<String>, form: web::Form<Merge>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let (found, form) = (find(&desk, &code)?, form.into_inner());
    let typed = Typed { into: form.into, on: form.on, ..Typed::of(&found) };
    let code = found.code;
    let refused = |refusal: &Refusal| Ok(page(&desk, code, &typed, &sentences(desk.lang, refusal, ""), None));
    let on = match typed_day(&desk, &typed.on) {
        Ok(Some(on)) => on,
        Ok(None) => return refused(&Refusal::Missing(Field::Day)),
        Err(lines) => return Ok(page(&desk, code, &typed, &lines, None)),
    };
    let Some(into) = desk.snapshot().organization_named(&typed.into).map(|organization| organization.code)
    else {
        return refused(&Refusal::UnknownOrganization(typed.into.clone()));
    };
    change(&desk, code, &typed, "ended", move |registry, actor| registry.merge(code, into, on, actor)).await
}
