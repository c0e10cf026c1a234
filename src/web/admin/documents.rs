//! Documents: the list, creating one, editing what is not part of an edition, beginning a draft.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::desk::{Desk, see_other};
use super::document_form;
use super::fields::Fields;
use crate::domain::address::{Admin, Href, Number};
use crate::domain::code::NotACode;
use crate::domain::document::Document;
use crate::domain::ids::DocumentId;
use crate::domain::organization::{Organization, Status};
use crate::domain::role::Action;
use crate::domain::{Code, Lang};
use crate::pages::admin::document::{DocumentAdminView, Done};
use crate::pages::admin::documents::DocumentsView;
use crate::pages::admin::form::Typed;
use crate::pages::admin::new_document::NewDocumentView;
use crate::pages::admin::published::PublishedView;
use crate::pages::error::Problem;
use crate::pages::{self, naming};
use crate::registry::{Error, Refusal, Snapshot};
use crate::web::failure::Failure;
use crate::web::refusals;

/// The routes of documents.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/documents", web::get().to(index))
        .route("/documents/new", web::get().to(new))
        .route("/documents/new", web::post().to(create))
        .route("/documents/{code}", web::get().to(show))
        .route("/documents/{code}", web::post().to(edit))
        .route("/documents/{code}/drafts", web::post().to(begin))
        .route("/documents/{code}/published/{ordinal}", web::get().to(published));
}

async fn index(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let query = Fields::of_query(&request).get("q").to_owned();
    list(&desk, &query, &[], StatusCode::OK).await
}

/// The list of documents, with why something else was refused.
pub async fn list(
    desk: &Desk,
    query: &str,
    refusals: &[String],
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let counts: HashMap<DocumentId, usize> =
        desk.run(|registry| registry.draft_counts()).await.map_err(|error| desk.failed(error))?;
    let snapshot = desk.snapshot();
    let wanted = query.to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let code = Code::parse(query).ok();
    let found: Vec<(&Document, &Organization, usize)> = snapshot
        .documents()
        .iter()
        .map(|document| (document, snapshot.owner(document)))
        .filter(|(document, owner)| {
            let names_code = code.is_some_and(|code| code == document.code || code == owner.code);
            names_code || holds(&about(document, owner), &words)
        })
        .map(|(document, owner)| (document, owner, counts.get(&document.id).copied().unwrap_or_default()))
        .collect();
    let as_of = desk.app.registry.as_of(&snapshot);
    Ok(desk.page(status, |site, _| {
        let staff = desk.staff(site, Admin::Documents);
        pages::admin::documents::render(&DocumentsView { staff, query, found: &found, refusals, as_of })
    }))
}

/// All words by which a document is found, in lower case.
fn about(document: &Document, owner: &Organization) -> String {
    let kinds = Lang::ALL.map(|lang| naming::kind(document.kind, lang)).join(" ");
    let titles: Vec<&str> = document.titles.iter().map(|(_, title)| title).collect();
    let names: Vec<&str> = owner.name().iter().map(|(_, name)| name).collect();
    format!("{kinds} {} {} {}", titles.join(" "), names.join(" "), owner.number).to_lowercase()
}

fn holds(about: &str, words: &[&str]) -> bool {
    words.iter().all(|word| about.contains(word))
}

async fn new(desk: Desk, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let owner = Fields::of_query(&request).get("owner").to_owned();
    new_page(&desk, &owner, &Typed::default(), StatusCode::OK)
}

fn new_page(desk: &Desk, owner: &str, typed: &Typed, status: StatusCode) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let snapshot = desk.snapshot();
    let organizations = active(&snapshot);
    let owner = snapshot.organization_named(owner);
    Ok(desk.page(status, |site, _| {
        let staff = desk.staff(site, Admin::NewDocument);
        pages::admin::new_document::render(&NewDocumentView {
            staff,
            organizations: &organizations,
            owner,
            typed,
        })
    }))
}

fn active(snapshot: &Snapshot) -> Vec<&Organization> {
    snapshot.organizations().iter().filter(|organization| organization.status == Status::Active).collect()
}

async fn create(desk: Desk, form: web::Form<Vec<(String, String)>>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let fields = Fields::from(form.into_inner());
    let snapshot = desk.snapshot();
    let wanted = document_form::owner(&snapshot, &fields).and_then(|owner| {
        let kind = document_form::kind(&fields)?;
        Ok((owner.code, kind, document_form::input(&snapshot, owner, &fields)?))
    });
    let refused = match wanted {
        Ok((owner, kind, input)) => {
            let actor = desk.actor();
            match desk.run(move |registry| registry.add_document(owner, kind, &input, &actor)).await {
                Ok(code) => return Ok(see_other(done(code, Done::Created)).finish()),
                Err(error) => desk.refusal(error)?,
            }
        }
        Err(refusal) => refusal,
    };
    let owner = fields.get("owner").to_owned();
    let typed = fields.typed("new", refusals::sentences(desk.lang, &refused, ""));
    new_page(&desk, &owner, &typed, StatusCode::UNPROCESSABLE_ENTITY)
}

/// The page of a document after something was done.
pub fn done(code: Code, done: Done) -> Href {
    Href::to(Admin::Document(code)).with("done", done.name())
}

/// The code in an address.
pub fn code(desk: &Desk, text: &str) -> Result<Code, Failure> {
    Code::parse(text).map_err(|why| match why {
        NotACode::Form => desk.problem(Problem::NoSuchPage),
        NotACode::Check => desk.problem(Problem::MistypedCode(text)),
    })
}

/// The document with this code.
pub fn find<'s>(desk: &Desk, snapshot: &'s Snapshot, code: Code) -> Result<&'s Document, Failure> {
    snapshot.document(code).ok_or_else(|| desk.problem(Problem::UnknownCode(code)))
}

async fn show(desk: Desk, path: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let code = code(&desk, &path)?;
    let done = Done::parse(Fields::of_query(&request).get("done"));
    page(&desk, code, &Typed::default(), done, StatusCode::OK).await
}

/// The page of a document, with what was typed and refused on it.
pub async fn page(
    desk: &Desk,
    code: Code,
    typed: &Typed,
    done: Option<Done>,
    status: StatusCode,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    find(desk, &desk.snapshot(), code)?;
    let drafts = desk.run(move |registry| registry.drafts(code)).await.map_err(|error| desk.failed(error))?;
    let snapshot = desk.snapshot();
    let document = find(desk, &snapshot, code)?;
    let organizations = active(&snapshot);
    let as_of = desk.app.registry.as_of(&snapshot);
    Ok(desk.page(status, |site, _| {
        pages::admin::document::render(&DocumentAdminView {
            staff: desk.staff(site, Admin::Document(code)),
            document,
            owner: snapshot.owner(document),
            successor: document.successor.and_then(|id| snapshot.document_by_id(id)),
            organizations: &organizations,
            drafts: &drafts,
            done,
            typed,
            as_of,
        })
    }))
}

async fn edit(
    desk: Desk,
    path: web::Path<String>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let code = code(&desk, &path)?;
    let fields = Fields::from(form.into_inner());
    let snapshot = desk.snapshot();
    let owner = snapshot.owner(find(&desk, &snapshot, code)?);
    let refused = match document_form::input(&snapshot, owner, &fields) {
        Ok(input) => {
            let actor = desk.actor();
            match desk.run(move |registry| registry.edit_document(code, &input, &actor)).await {
                Ok(()) => return Ok(see_other(done(code, Done::Saved)).finish()),
                Err(error) => desk.refusal(error)?,
            }
        }
        Err(refusal) => refusal,
    };
    let typed = fields.typed("edit", refusals::sentences(desk.lang, &refused, ""));
    page(&desk, code, &typed, None, StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn begin(
    desk: Desk,
    path: web::Path<String>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let code = code(&desk, &path)?;
    find(&desk, &desk.snapshot(), code)?;
    let fields = Fields::from(form.into_inner());
    let corrects = match fields.get("corrects") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| desk.problem(Problem::BadRequest))?),
    };
    let actor = desk.actor();
    match desk.run(move |registry| registry.begin_draft(code, corrects, &actor)).await {
        Ok(id) => Ok(see_other(Admin::Draft(id)).finish()),
        Err(error) => {
            let refused = desk.refusal(error)?;
            let typed = fields.typed("begin", refusals::sentences(desk.lang, &refused, ""));
            page(&desk, code, &typed, None, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

async fn published(desk: Desk, path: web::Path<(String, u32)>) -> Result<HttpResponse, Failure> {
    desk.require(Action::ManageDocuments)?;
    let (text, ordinal) = path.into_inner();
    let code = code(&desk, &text)?;
    let snapshot = desk.snapshot();
    let document = find(&desk, &snapshot, code)?;
    let version = document.version(ordinal);
    let version = version.ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let day = desk.app.registry.today();
    Ok(desk.page(StatusCode::OK, |site, _| {
        pages::admin::published::render(&PublishedView {
            staff: desk.staff(site, Admin::Published(code, Number(ordinal))),
            document,
            owner: snapshot.owner(document),
            version,
            day,
        })
    }))
}

impl Desk {
    /// The page for a failure where no form can say it: what is unknown is not found, the rest is no fault of the one
    /// who asks.
    pub(super) fn failed(&self, error: Error) -> Failure {
        match self.refusal(error) {
            Ok(Refusal::UnknownDocument(_) | Refusal::UnknownDraft | Refusal::UnknownVersion(_)) => {
                self.problem(Problem::NoSuchPage)
            }
            Ok(_) => self.problem(Problem::BadRequest),
            Err(failure) => failure,
        }
    }
}
