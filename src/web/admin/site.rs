//! The first page, the site's address on walls, and invitations.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::desk::{Desk, see_other};
use super::forms::After;
use crate::domain::Code;
use crate::domain::address::{Admin, Href};
use crate::domain::brand::{Accent, Brand};
use crate::domain::organization::Organization;
use crate::domain::role::{Action, Role, RoleKind};
use crate::pages::admin::dashboard::{self, DashboardView};
use crate::pages::admin::host::{self, LookFields, SiteView};
use crate::pages::error::Problem;
use crate::pages::hanging::{self, StandView};
use crate::print::model::vector_shape::VectorShape;
use crate::registry::{Error, Refusal};
use crate::web::failure::Failure;
use crate::web::print_status;
use crate::web::refusals::{of_accent, of_emblem, sentences, trouble};

/// The routes of the site.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("", web::get().to(dashboard))
        .route("/site", web::get().to(site))
        .route("/site/host", web::post().to(confirm_host))
        .route("/site/look", web::post().to(look))
        .route("/site/invite", web::post().to(invite));
}

#[derive(Deserialize)]
struct Invite {
    role: String,
    #[serde(default)]
    organization: String,
}

async fn dashboard(desk: Desk) -> HttpResponse {
    let (snapshot, registry) = (desk.snapshot(), &desk.app.registry);
    let as_of = registry.as_of(&snapshot);
    let host = registry.permanent_host(&snapshot);
    let is_outdated = |organization: &&_| !snapshot.advice(organization, host.as_deref(), as_of).is_empty();
    let outdated_stands = snapshot.organizations().iter().filter(is_outdated).count();
    let own = desk.who.role.organizations();
    let is_own = |organization: &&Organization| own.contains(&organization.id);
    let own = snapshot.organizations().iter().filter(is_own);
    let own_stands: Vec<(Code, String)> = own
        .filter_map(|organization| {
            let (hanging, code) = (snapshot.hanging(organization.code), organization.code);
            let advice = snapshot.advice(organization, host.as_deref(), as_of);
            let view = StandView { organization, hanging, advice: &advice, named: &[] };
            Some((code, hanging::summary(&view, desk.lang)?))
        })
        .collect();
    let troubles = registry.troubles();
    let troubles: Vec<String> = troubles.iter().map(|of| trouble(desk.lang, of)).collect();
    desk.page(StatusCode::OK, |site, _| {
        dashboard::render(&DashboardView {
            staff: desk.staff(site, Admin::Dashboard),
            organizations: snapshot.organizations(),
            documents: snapshot.documents(),
            host: desk.app.base.host(),
            standing: print_status(&desk.app.base, &snapshot),
            troubles: &troubles,
            outdated_stands,
            own_stands: &own_stands,
            as_of,
        })
    })
}

/// What the page of the site shows beside the site itself.
#[derive(Default)]
struct Shown<'a> {
    token: Option<&'a str>,
    organization: &'a str,
    refusals: &'a [String],
    done: Option<&'a str>,
    /// What was typed of the union's look; else what is kept.
    look: Option<&'a Look>,
}

#[derive(Debug, Deserialize)]
struct Look {
    accent: String,
    emblem: String,
}

fn page(desk: &Desk, shown: &Shown<'_>) -> HttpResponse {
    let snapshot = desk.snapshot();
    let accent = snapshot.brand.accent.to_string();
    let kept = LookFields { accent: &accent, emblem: &snapshot.brand.emblem };
    let status = if shown.refusals.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    desk.page(status, |site, _| {
        host::render(&SiteView {
            staff: desk.staff(site, Admin::Site),
            host: desk.app.base.host(),
            standing: print_status(&desk.app.base, &snapshot),
            token: shown.token,
            organization: shown.organization,
            refusals: shown.refusals,
            done: shown.done,
            look: shown
                .look
                .map_or(kept, |typed| LookFields { accent: &typed.accent, emblem: &typed.emblem }),
        })
    })
}

fn refused(desk: &Desk, error: Error, organization: &str) -> Result<HttpResponse, Failure> {
    let refusal = desk.refusal(error)?;
    let refusals = sentences(desk.lang, &refusal, "");
    Ok(page(desk, &Shown { refusals: &refusals, organization, ..Shown::default() }))
}

async fn site(desk: Desk, after: web::Query<After>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageSite)?;
    let done = after.one_of(&[("saved", "admin-saved")]);
    Ok(page(&desk, &Shown { done, ..Shown::default() }))
}

async fn confirm_host(desk: Desk) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageSite)?;
    let (host, actor) = (desk.app.base.host().to_owned(), desk.actor());
    if !desk.app.is_secure() {
        return refused(&desk, Refusal::BadHost(host).into(), "");
    }
    match desk.run(move |registry| registry.confirm_host(&host, &actor)).await {
        Ok(()) => Ok(see_other(Href::to(Admin::Site).with("done", "saved")).finish()),
        Err(error) => refused(&desk, error, ""),
    }
}

/// Keeps the emblem and the colour, if both can be printed.
async fn look(desk: Desk, form: web::Form<Look>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageSite)?;
    let typed = form.into_inner();
    let (accent, emblem) = (Accent::parse(&typed.accent), typed.emblem.trim());
    let drawn = if emblem.is_empty() { Ok(()) } else { VectorShape::parse(emblem).map(drop) };
    let refusals: Vec<String> =
        [accent.err().map(|why| of_accent(desk.lang, why)), drawn.err().map(|why| of_emblem(desk.lang, why))]
            .into_iter()
            .flatten()
            .collect();
    let (Ok(accent), true) = (accent, refusals.is_empty()) else {
        return Ok(page(&desk, &Shown { refusals: &refusals, look: Some(&typed), ..Shown::default() }));
    };
    let (brand, actor) = (Brand { emblem: emblem.to_owned(), accent }, desk.actor());
    match desk.run(move |registry| registry.set_brand(&brand, &actor)).await {
        Ok(()) => Ok(see_other(Href::to(Admin::Site).with("done", "saved")).finish()),
        Err(error) => refused(&desk, error, ""),
    }
}

/// Makes an invitation. The answer is the page itself, because the link is kept nowhere and shown this once.
async fn invite(desk: Desk, form: web::Form<Invite>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageSite)?;
    let Invite { role, organization } = form.into_inner();
    let kind = RoleKind::parse(&role).ok_or_else(|| desk.problem(Problem::BadRequest))?;
    let own = if kind.is_of_organization() {
        let Some(found) = desk.snapshot().organization_named(&organization).map(|found| found.id) else {
            let unknown = Refusal::UnknownOrganization(organization.trim().to_owned());
            return refused(&desk, unknown.into(), &organization);
        };
        vec![found]
    } else {
        Vec::new()
    };
    let role = Role::new(kind, own);
    let actor = desk.actor();
    match desk.run(move |registry| registry.invite(role, &actor)).await {
        Ok(invited) => Ok(page(&desk, &Shown { token: Some(&invited.token), ..Shown::default() })),
        Err(error) => refused(&desk, error, &organization),
    }
}
