//! Many kits at once: what is printed, how far it is, and the file itself.

mod job;
mod stream;

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, DispositionType};
use actix_web::{HttpRequest, HttpResponse, web};

use self::job::{BundleKind, Job};
use super::desk::{Desk, see_other};
use super::fields::Fields;
use crate::domain::organization::Status;
use crate::domain::role::Action;
use crate::pages::admin::prints::{Counted, JobView, PrintsView, job as job_page, render};
use crate::pages::error::Problem;
use crate::pages::kit::choices::query;
use crate::pages::layout::encoded;
use crate::phrases::say;
use crate::press::{self, Batch, Scope};
use crate::stand::choice::{Choice, NotAChoice};
use crate::web::failure::Failure;
use crate::web::file::named;
use crate::web::print::{order, pairs, read};
use crate::web::standing;

pub use job::Jobs;

/// The routes of printing.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/prints", web::get().to(choose))
        .route("/prints", web::post().to(prepare))
        .route("/prints/{job}", web::get().to(progress))
        .route("/prints/{job}/file", web::post().to(file))
        .route("/prints/{job}/cancel", web::post().to(cancel));
}

/// What was chosen in the form, as its address says.
struct Wanted {
    scope: Scope,
    bundle: BundleKind,
    choice: Choice,
    /// Whether it was chosen at all.
    is_asked: bool,
}

impl Wanted {
    fn read(request: &HttpRequest) -> Result<Self, NotAChoice> {
        let fields = Fields::of_query(request);
        let given = |name: &str| Some(fields.get(name).to_owned()).filter(|value| !value.is_empty());
        let name = fields.get("bundle");
        let wrong = || NotAChoice::new("bundle", name);
        let bundle = if name.is_empty() { Some(BundleKind::Zip) } else { BundleKind::parse(name) };
        Ok(Self {
            scope: Scope { district: given("district"), kind: given("kind") },
            bundle: bundle.ok_or_else(wrong)?,
            choice: read(&pairs(request))?,
            is_asked: !name.is_empty(),
        })
    }

    /// The address of the form with all of it.
    fn address(&self) -> String {
        let own = query(&self.choice);
        let part = |name: &str, value: &Option<String>| {
            value.as_ref().map(|value| format!("&{name}={}", encoded(value))).unwrap_or_default()
        };
        format!(
            "/admin/prints?bundle={}{}{}{}",
            self.bundle.name(),
            part("district", &self.scope.district),
            part("kind", &self.scope.kind),
            own.replacen('?', "&", 1)
        )
    }

    fn batch(&self, desk: &Desk) -> Batch {
        let snapshot = desk.snapshot();
        let organizations = self.scope.organizations(&snapshot).into_iter().map(|o| o.code).collect();
        let order = order(&desk.app, &snapshot, self.choice.clone());
        Batch { organizations, order, lang: desk.lang, snapshot }
    }
}

async fn choose(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let wanted = match Wanted::read(&request) {
        Ok(wanted) => wanted,
        Err(wrong) => return Ok(refused(&desk, &wrong)),
    };
    let mut counted = None;
    if wanted.is_asked {
        let batch = wanted.batch(&desk);
        let kits = batch.organizations.len();
        let counts = web::block(move || batch.counted()).await;
        let (pages, not_printed) = counts.map_err(|_| desk.problem(Problem::Internal))?;
        let not_printed = not_printed.iter().map(ToString::to_string).collect();
        counted = Some(Counted { kits, pages, not_printed, action: wanted.address() });
    }
    Ok(page(&desk, StatusCode::OK, &wanted, counted.as_ref(), &[]))
}

fn refused(desk: &Desk, wrong: &NotAChoice) -> HttpResponse {
    let usual = Wanted {
        scope: Scope::default(),
        bundle: BundleKind::Zip,
        choice: Choice::default(),
        is_asked: false,
    };
    let refusals = [press::no_choice(desk.lang, wrong)];
    page(desk, StatusCode::UNPROCESSABLE_ENTITY, &usual, None, &refusals)
}

fn page(
    desk: &Desk,
    status: StatusCode,
    wanted: &Wanted,
    counted: Option<&Counted>,
    refusals: &[String],
) -> HttpResponse {
    let snapshot = desk.snapshot();
    let active = || snapshot.organizations().iter().filter(|o| o.status == Status::Active);
    let districts: BTreeSet<&str> = active().map(|o| o.district.as_str()).filter(|d| !d.is_empty()).collect();
    let kinds: BTreeSet<&str> = active().map(|o| o.kind.as_str()).filter(|k| !k.is_empty()).collect();
    desk.page(status, |site, _| {
        render(&PrintsView {
            staff: desk.staff(site, "/admin/prints"),
            districts: &districts.into_iter().collect::<Vec<_>>(),
            kinds: &kinds.into_iter().collect::<Vec<_>>(),
            district: wanted.scope.district.as_deref().unwrap_or_default(),
            kind: wanted.scope.kind.as_deref().unwrap_or_default(),
            bundles: &BundleKind::ALL.map(BundleKind::name),
            bundle: wanted.bundle.name(),
            choice: &wanted.choice,
            counted,
            standing: standing(&desk.app.base, &snapshot),
            refusals,
        })
    })
}

async fn prepare(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let wanted = match Wanted::read(&request) {
        Ok(wanted) => wanted,
        Err(wrong) => return Ok(refused(&desk, &wrong)),
    };
    let batch = wanted.batch(&desk);
    if batch.organizations.is_empty() {
        return Ok(see_other(&wanted.address()).finish());
    }
    let number = desk.app.prints.add(Job::new(batch, wanted.scope.clone(), wanted.bundle, wanted.address()));
    Ok(see_other(&format!("/admin/prints/{number}")).finish())
}

/// The job with the number in the address.
fn found(desk: &Desk, number: &str) -> Result<Arc<Job>, Failure> {
    desk.require(Action::ManageOrganizations)?;
    let job = number.parse().ok().and_then(|number| desk.app.prints.get(number));
    job.ok_or_else(|| desk.problem(Problem::NoSuchPage))
}

async fn progress(desk: Desk, number: web::Path<String>) -> Result<HttpResponse, Failure> {
    let job = found(&desk, &number)?;
    Ok(shown(&desk, &number, &job, StatusCode::OK, &[]))
}

fn shown(desk: &Desk, number: &str, job: &Job, status: StatusCode, refusals: &[String]) -> HttpResponse {
    let (progress, done, not_printed) = job.state();
    let path = format!("/admin/prints/{number}");
    desk.page(status, |site, _| {
        job_page(&JobView {
            staff: desk.staff(site, &path),
            progress,
            done,
            total: job.total(),
            district: job.scope().district.as_deref(),
            kind: job.scope().kind.as_deref(),
            parts: &job.batch().order.choice.parts,
            bundle: job.bundle().name(),
            not_printed: &not_printed,
            again: job.again(),
            refusals,
        })
    })
}

/// Prints the file while it is downloaded.
async fn file(desk: Desk, number: web::Path<String>) -> Result<HttpResponse, Failure> {
    let job = found(&desk, &number)?;
    if !desk.app.prints.begin(&job) {
        let busy = [say(desk.lang, "prints-busy")];
        return Ok(shown(&desk, &number, &job, StatusCode::CONFLICT, &busy));
    }
    let (name, media_type) = (job.file_name(), job.media_type());
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header(named(DispositionType::Attachment, &name))
        .streaming(stream::printed(desk.app.registry.clone(), job)))
}

async fn cancel(desk: Desk, number: web::Path<String>) -> Result<HttpResponse, Failure> {
    found(&desk, &number)?.stop();
    Ok(see_other(&format!("/admin/prints/{number}")).finish())
}
