//! Many kits at once: what is printed, how far it is, and the file itself.

pub mod job;
mod print_request;
mod stream;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType};
use actix_web::{HttpRequest, HttpResponse};

use self::job::Job;
use self::print_request::PrintRequest;
use super::fields::Fields;
use crate::domain::address::{Admin, Href, Token};
use crate::pages::admin::prints::{Counted, JobView, PrintsView, Progress, job as job_page, render};
use crate::phrases::say;
use crate::press::{self, Batch, BundleKind, print_status};
use crate::print::model::options::InvalidOption;
use crate::registry::{View, random_id};
use crate::web::access::{ManageOrganizations, Staff};
use crate::web::error::{Reply, Sent, WebError};
use crate::web::http::disposition::named;
use crate::web::page::Page;
use crate::web::public::kit::order;
use crate::web::rendered::Rendered;

/// What the address of a job's page says where its download could not begin.
const BUSY: &str = "busy";

/// What may be chosen and, where something was, how much that is.
pub fn choose(staff: &Staff<ManageOrganizations>, view: &View) -> Reply {
    let wanted = match PrintRequest::read(&staff.request.fields()) {
        Ok(wanted) => wanted,
        Err(wrong) => return refused(staff, view, &wrong),
    };
    if !wanted.is_asked {
        return page(staff, view, StatusCode::OK, &wanted, (None, &[]));
    }
    let Some(_place) = staff.app().prints.place() else {
        let busy = [say(staff.lang, "prints-busy")];
        return page(staff, view, StatusCode::CONFLICT, &wanted, (None, &busy));
    };
    let batch = batch(staff, view, &wanted)?;
    let (kits, scopes) = (batch.organizations.len(), view.districts_and_kinds()?);
    // Every kit is laid out, which takes long; nothing is asked after that.
    view.pause();
    let (pages, not_printed) = batch.counted(staff.registry())?;
    let not_printed = not_printed.iter().map(ToString::to_string).collect();
    let counted = Counted { kits, pages, not_printed, action: wanted.address() };
    Ok(drawn(staff, view, StatusCode::OK, &wanted, &scopes, (Some(&counted), &[])))
}

/// The kits of those that are organizations now.
fn batch(staff: &Staff<ManageOrganizations>, view: &View, wanted: &PrintRequest) -> Result<Batch, WebError> {
    let organizations = wanted.scope.organizations(view)?;
    Ok(Batch { organizations, order: order(staff.app(), wanted.choice.clone()), lang: staff.lang })
}

fn refused(staff: &Staff<ManageOrganizations>, view: &View, wrong: &InvalidOption) -> Reply {
    let refusals = [press::no_choice(staff.lang, wrong)];
    page(staff, view, StatusCode::UNPROCESSABLE_ENTITY, &PrintRequest::default(), (None, &refusals))
}

fn page(
    staff: &Staff<ManageOrganizations>,
    view: &View,
    status: StatusCode,
    wanted: &PrintRequest,
    (counted, refusals): (Option<&Counted>, &[String]),
) -> Reply {
    let scopes = view.districts_and_kinds()?;
    Ok(drawn(staff, view, status, wanted, &scopes, (counted, refusals)))
}

fn drawn(
    staff: &Staff<ManageOrganizations>,
    view: &View,
    status: StatusCode,
    wanted: &PrintRequest,
    (districts, kinds): &(Vec<String>, Vec<String>),
    (counted, refusals): (Option<&Counted>, &[String]),
) -> Rendered {
    staff.page(view, status, |site| {
        render(&PrintsView {
            staff: staff.view(site, Admin::Prints),
            districts,
            kinds,
            district: wanted.scope.district.as_deref().unwrap_or_default(),
            kind: wanted.scope.kind.as_deref().unwrap_or_default(),
            bundles: &BundleKind::ALL.map(BundleKind::name),
            bundle: wanted.bundle.name(),
            choice: &wanted.choice,
            counted,
            standing: print_status(&staff.app().base, view),
            refusals,
        })
    })
}

/// Begins a job.
///
/// # Errors
/// No randomness.
pub fn prepare(staff: Staff<ManageOrganizations>, (): ()) -> Reply {
    let wanted = match PrintRequest::read(&staff.request.fields()) {
        Ok(wanted) => wanted,
        Err(wrong) => return staff.read(|view| refused(&staff, view, &wrong)),
    };
    if staff.read(|view| Ok(wanted.scope.organizations(view)?.is_empty()))? {
        return Ok(Rendered::see_other(wanted.address()));
    }
    let name = random_id()?;
    let address = address(Token::new(&name), &wanted);
    staff.app().prints.add(name, Job::new(wanted));
    Ok(Rendered::see_other(address))
}

/// The page of a job. It names the choices too, for a server that does not know the job.
fn address(name: Token, wanted: &PrintRequest) -> Href {
    Href::to(Admin::PrintJob(name)).with_all(wanted.fields())
}

/// Back to the choices that the address of a forgotten job names.
fn forgotten(staff: &Staff<ManageOrganizations>) -> Rendered {
    let wanted = PrintRequest::read(&staff.request.fields()).ok().filter(|wanted| wanted.is_asked);
    match wanted {
        Some(wanted) => Rendered::see_other(wanted.address()),
        None => Rendered::see_other(Admin::Prints),
    }
}

/// How far a job is.
pub fn progress(staff: &Staff<ManageOrganizations>, view: &View, name: Token) -> Reply {
    let Some(job) = staff.app().prints.get(name.as_str()) else { return Ok(forgotten(staff)) };
    let is_busy = Fields::of_query(&staff.request).get("notice") == BUSY;
    let refusals: Vec<String> = is_busy.then(|| say(staff.lang, "prints-busy")).into_iter().collect();
    let (state, wanted) = (job.state(), job.wanted());
    let total = match state.progress {
        Progress::Waiting => wanted.scope.organizations(view)?.len(),
        _ => state.total,
    };
    Ok(staff.page(view, StatusCode::OK, |site| {
        job_page(&JobView {
            staff: staff.view(site, Admin::PrintJob(name)),
            choices: &wanted.fields(),
            file: Admin::PrintFile(name),
            cancel: Admin::CancelPrint(name),
            progress: state.progress,
            done: state.done,
            total,
            district: wanted.scope.district.as_deref(),
            kind: wanted.scope.kind.as_deref(),
            parts: &wanted.choice.parts,
            bundle: wanted.bundle.name(),
            not_printed: &state.not_printed,
            refusals: &refusals,
        })
    }))
}

/// Prints the file while it is downloaded: what the register says now.
///
/// # Errors
/// The server is stopping.
pub async fn file(staff: Staff<ManageOrganizations>, http: HttpRequest, name: Token) -> Sent {
    let elsewhere = |page: Rendered| Ok(Page::new(page).answer(http.headers()));
    let Some(job) = staff.app().prints.get(name.as_str()) else { return elsewhere(forgotten(&staff)) };
    let (registry, wanted) = (staff.registry().clone(), job.wanted().clone());
    let (app, peer) = (staff.request.app.clone(), staff.request.peer());
    let prepared = app.pools.staff.run(peer, move || {
        let batch = staff.read(|view| batch(&staff, view, &wanted))?;
        Ok::<_, WebError>((staff, batch))
    });
    let (staff, batch) = prepared.await?;
    let (wanted, total) = (job.wanted(), batch.organizations.len());
    if total == 0 {
        return elsewhere(Rendered::see_other(wanted.address()));
    }
    let Some(running) = staff.app().prints.begin(&job, total) else {
        return elsewhere(Rendered::see_other(address(name, wanted).with("notice", BUSY)));
    };
    let Some(printed) = stream::printed(registry, running, batch).await else {
        // The page says why.
        return elsewhere(Rendered::see_other(address(name, wanted)));
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, wanted.bundle.media_type()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((
            header::CONTENT_DISPOSITION,
            named(DispositionType::Attachment, &wanted.file_name(total)),
        ))
        .streaming(printed))
}

/// Stops a job.
pub fn cancel(staff: Staff<ManageOrganizations>, name: Token, (): ()) -> Reply {
    let Some(job) = staff.app().prints.get(name.as_str()) else { return Ok(forgotten(&staff)) };
    job.stop();
    Ok(Rendered::see_other(address(name, job.wanted())))
}
