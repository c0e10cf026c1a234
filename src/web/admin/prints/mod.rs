//! Many kits at once: what is printed, how far it is, and the file itself.

mod job;
mod print_request;
mod stream;

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType};
use actix_web::{HttpRequest, HttpResponse, web};

use self::job::Job;
use self::print_request::{BundleKind, PrintRequest};
use super::desk::{Desk, see_other};
use super::fields::Fields;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::organization::Status;
use crate::domain::role::Action;
use crate::pages::admin::prints::{Counted, JobView, PrintsView, Progress, job as job_page, render};
use crate::pages::error::Problem;
use crate::phrases::say;
use crate::press;
use crate::print::model::choice::InvalidOption;
use crate::registry::random_id;
use crate::web::failure::Failure;
use crate::web::file::named;
use crate::web::print_status;

pub use job::Jobs;

/// What the address of a job's page says where its download could not begin.
const BUSY: &str = "busy";

/// The routes of printing.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/prints", web::get().to(choose))
        .route("/prints", web::post().to(prepare))
        .route("/prints/{name}", web::get().to(progress))
        .route("/prints/{name}/file", web::post().to(file))
        .route("/prints/{name}/cancel", web::post().to(cancel));
}

async fn choose(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let wanted = match PrintRequest::read(&request) {
        Ok(wanted) => wanted,
        Err(wrong) => return Ok(refused(&desk, &wrong)),
    };
    if !wanted.is_asked {
        return Ok(page(&desk, StatusCode::OK, &wanted, None, &[]));
    }
    let Some(place) = desk.app.prints.place() else {
        let busy = [say(desk.lang, "prints-busy")];
        return Ok(page(&desk, StatusCode::CONFLICT, &wanted, None, &busy));
    };
    let batch = wanted.batch(&desk);
    let kits = batch.organizations.len();
    let counts = web::block(move || {
        // Given back when the work is done, whoever still waits for it.
        let _place = place;
        batch.counted()
    });
    let (pages, not_printed) = counts.await.map_err(|_| desk.problem(Problem::Internal))?;
    let not_printed = not_printed.iter().map(ToString::to_string).collect();
    let counted = Counted { kits, pages, not_printed, action: wanted.address() };
    Ok(page(&desk, StatusCode::OK, &wanted, Some(&counted), &[]))
}

fn refused(desk: &Desk, wrong: &InvalidOption) -> HttpResponse {
    let refusals = [press::no_choice(desk.lang, wrong)];
    page(desk, StatusCode::UNPROCESSABLE_ENTITY, &PrintRequest::default(), None, &refusals)
}

fn page(
    desk: &Desk,
    status: StatusCode,
    wanted: &PrintRequest,
    counted: Option<&Counted>,
    refusals: &[String],
) -> HttpResponse {
    let snapshot = desk.snapshot();
    let active = || snapshot.organizations().iter().filter(|o| o.status == Status::Active);
    let districts: BTreeSet<&str> = active().map(|o| o.district.as_str()).filter(|d| !d.is_empty()).collect();
    let kinds: BTreeSet<&str> = active().map(|o| o.kind.as_str()).filter(|k| !k.is_empty()).collect();
    desk.page(status, |site, _| {
        render(&PrintsView {
            staff: desk.staff(site, Admin::Prints),
            districts: &districts.into_iter().collect::<Vec<_>>(),
            kinds: &kinds.into_iter().collect::<Vec<_>>(),
            district: wanted.scope.district.as_deref().unwrap_or_default(),
            kind: wanted.scope.kind.as_deref().unwrap_or_default(),
            bundles: &BundleKind::ALL.map(BundleKind::name),
            bundle: wanted.bundle.name(),
            choice: &wanted.choice,
            counted,
            standing: print_status(&desk.app.base, &snapshot),
            refusals,
        })
    })
}

async fn prepare(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let wanted = match PrintRequest::read(&request) {
        Ok(wanted) => wanted,
        Err(wrong) => return Ok(refused(&desk, &wrong)),
    };
    if wanted.scope.organizations(&desk.snapshot()).is_empty() {
        return Ok(see_other(wanted.address()).finish());
    }
    let name = random_id().map_err(|_| desk.problem(Problem::Internal))?;
    let address = address(&name, &wanted);
    desk.app.prints.add(name, Job::new(wanted));
    Ok(see_other(address).finish())
}

/// The page of a job. It names the choices too, for a server that does not know the job.
fn address(name: &str, wanted: &PrintRequest) -> Href {
    Href::to(Admin::PrintJob(Token::new(name))).with_all(wanted.fields())
}

/// Back to the choices that the address of a forgotten job names.
fn forgotten(request: &HttpRequest) -> HttpResponse {
    let wanted = PrintRequest::read(request).ok().filter(|wanted| wanted.is_asked);
    see_other(wanted.map_or_else(|| Admin::Prints.into(), |wanted| wanted.address())).finish()
}

async fn progress(
    desk: Desk,
    request: HttpRequest,
    name: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let Some(job) = desk.app.prints.get(&name) else { return Ok(forgotten(&request)) };
    let is_busy = Fields::of_query(&request).get("notice") == BUSY;
    let refusals: Vec<String> = is_busy.then(|| say(desk.lang, "prints-busy")).into_iter().collect();
    let (state, wanted) = (job.state(), job.wanted());
    let total = match state.progress {
        Progress::Waiting => wanted.scope.organizations(&desk.snapshot()).len(),
        _ => state.total,
    };
    let name = Token::new(&name);
    Ok(desk.page(StatusCode::OK, |site, _| {
        job_page(&JobView {
            staff: desk.staff(site, Admin::PrintJob(name)),
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
async fn file(desk: Desk, request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let Some(job) = desk.app.prints.get(&name) else { return Ok(forgotten(&request)) };
    let wanted = job.wanted();
    let batch = wanted.batch(&desk);
    let total = batch.organizations.len();
    if total == 0 {
        return Ok(see_other(wanted.address()).finish());
    }
    let Some(running) = desk.app.prints.begin(&job, total) else {
        return Ok(see_other(address(&name, wanted).with("notice", BUSY)).finish());
    };
    let Some(printed) = stream::printed(desk.app.registry.clone(), running, batch).await else {
        // The page says why.
        return Ok(see_other(address(&name, wanted)).finish());
    };
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, wanted.bundle.media_type()))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(named(DispositionType::Attachment, &wanted.file_name(total)))
        .streaming(printed))
}

async fn cancel(desk: Desk, request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let Some(job) = desk.app.prints.get(&name) else { return Ok(forgotten(&request)) };
    job.stop();
    Ok(see_other(address(&name, job.wanted())).finish())
}
