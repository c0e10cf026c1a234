//! What is printed: kits and sheets as PDF. No sign-in is needed.

mod laid_out;
mod page;
mod qr;

use actix_web::http::header::{self, DispositionType};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use super::failure::Failure;
use super::file::named;
use super::page::has_already;
use super::reader::Reader;
use super::{App, print_status};
use crate::domain::organization::{Organization, Status};
use crate::domain::{Checksum, Code};
use crate::pages::error::Problem;
use crate::pages::kit::Refused;
use crate::press::{self, Order, PressError};
use crate::print::model::choice::{Choice, Documents, InvalidOption, Part, Pending};
use crate::print::model::kit::Kit;
use crate::registry::{self, Snapshot};

pub use laid_out::LaidOut;
pub use page::{page, picture};
pub use qr::qr;

/// Why nothing was printed.
enum Unprinted {
    Problem(Problem<'static>),
    Choice(InvalidOption),
    Press(PressError, Box<Kit>),
    Registry(registry::Error),
}

impl From<InvalidOption> for Unprinted {
    fn from(wrong: InvalidOption) -> Self {
        Self::Choice(wrong)
    }
}

/// Who prints: only what is really handed out is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Handing {
    Out,
    NotYet,
}

/// `/{ORG}/kit.pdf`
pub async fn kit(reader: &Reader<'_>, app: &web::Data<App>, code: Code) -> Result<HttpResponse, Failure> {
    let (state, pairs, handing) = (app.clone(), pairs(reader.request), handing(reader));
    let made = web::block(move || {
        let snapshot = state.registry.snapshot();
        let (organization, kit) = asked(&state, &snapshot, code, &pairs)?;
        let pdf = printed(&state, kit.clone(), handing)?;
        Ok((pdf, press::file_name(organization, &kit.choice)))
    })
    .await;
    pdf(reader, code, made)
}

/// `/{DOC}/{ORG}/sheet.pdf`: of one document, whether or not it has a text.
pub async fn sheet(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    document: Code,
    organization: Code,
) -> Result<HttpResponse, Failure> {
    let (state, pairs, handing) = (app.clone(), pairs(reader.request), handing(reader));
    let made = web::block(move || {
        let snapshot = state.registry.snapshot();
        let unknown = Unprinted::Problem(Problem::UnknownCode(document));
        let found = snapshot.document(document).ok_or(unknown)?;
        let place = place(&snapshot, organization)?;
        let mut choice = Choice { pending: Pending::Printed, ..read(&pairs)? };
        if pairs.iter().all(|(key, _)| key != "parts") {
            choice.parts = vec![Part::Sheets];
        }
        let kit = order(&state, &snapshot, choice).kit_of(&snapshot, place, &[found]);
        let name = press::of_sheet(place, document, &kit.choice);
        Ok((printed(&state, kit, handing)?, name))
    })
    .await;
    pdf(reader, organization, made)
}

/// The fields of the query (WHATWG URL, application/x-www-form-urlencoded).
pub(super) fn pairs(request: &HttpRequest) -> Vec<(String, String)> {
    web::Query::from_query(request.query_string()).map(web::Query::into_inner).unwrap_or_default()
}

/// The choices among the fields of a query.
///
/// # Errors
/// A value that there is not.
pub(super) fn read(pairs: &[(String, String)]) -> Result<Choice, InvalidOption> {
    Choice::read(pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// What is needed besides the register to print.
pub(super) fn order(app: &App, snapshot: &Snapshot, choice: Choice) -> Order {
    let as_of = app.registry.as_of(snapshot);
    Order { base: app.base.clone(), status: print_status(&app.base, snapshot), as_of, choice }
}

/// The organization for whose stand something is printed. One that does not exist any more has none.
fn place(snapshot: &Snapshot, code: Code) -> Result<&Organization, Unprinted> {
    match snapshot.organization(code) {
        Some(found) if found.status == Status::Active => Ok(found),
        None if snapshot.find(code).is_none() => Err(Unprinted::Problem(Problem::UnknownCode(code))),
        _ => Err(Unprinted::Problem(Problem::NoSuchPage)),
    }
}

/// The kit that an address asks for.
fn asked<'s>(
    app: &App,
    snapshot: &'s Snapshot,
    code: Code,
    pairs: &[(String, String)],
) -> Result<(&'s Organization, Kit), Unprinted> {
    let organization = place(snapshot, code)?;
    let mut kit = order(app, snapshot, read(pairs)?).kit(snapshot, organization);
    // A form names every document that is ticked. All of them are the whole shelf, whatever is added to it later.
    if !kit.documents.is_empty() && kit.documents.iter().all(|document| kit.choice.names(document.code)) {
        let known = |code: &Code| kit.document(*code).is_some();
        if matches!(&kit.choice.documents, Documents::These(codes) if codes.iter().all(known)) {
            kit.choice.documents = Documents::All;
        }
    }
    Ok((organization, kit))
}

fn handing(reader: &Reader<'_>) -> Handing {
    if reader.request.method() == Method::GET { Handing::Out } else { Handing::NotYet }
}

/// The PDF of a kit. Its codes are kept before anybody gets it.
fn printed(app: &App, kit: Kit, handing: Handing) -> Result<Vec<u8>, Unprinted> {
    let made = press::prove(&kit).and_then(|proved| Ok((proved.pdf()?, proved.codes())));
    let (pdf, codes) = made.map_err(|error| Unprinted::Press(error, Box::new(kit)))?;
    if handing == Handing::Out {
        app.registry.keep_codes(&codes).map_err(Unprinted::Registry)?;
    }
    Ok(pdf)
}

type Made = Result<Result<(Vec<u8>, String), Unprinted>, actix_web::error::BlockingError>;

fn pdf(reader: &Reader<'_>, organization: Code, made: Made) -> Result<HttpResponse, Failure> {
    match made {
        Ok(Ok((bytes, name))) => {
            let etag = format!("\"{}\"", Checksum::of(&bytes));
            Ok(sent(reader, etag, "application/pdf", Some(&name), bytes))
        }
        Ok(Err(unprinted)) => Err(refused(reader, organization, unprinted)),
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

/// The page that says why nothing was printed, and leads back to what can be.
fn refused(reader: &Reader<'_>, organization: Code, unprinted: Unprinted) -> Failure {
    let lang = reader.wish.lang();
    let (status, why) = match unprinted {
        Unprinted::Problem(problem) => return reader.problem(problem),
        Unprinted::Registry(error) => return reader.failed(error),
        Unprinted::Choice(wrong) => (StatusCode::BAD_REQUEST, press::no_choice(lang, &wrong)),
        Unprinted::Press(error, kit) => {
            let status = match error {
                PressError::Layout(_) | PressError::Nothing => StatusCode::UNPROCESSABLE_ENTITY,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            };
            tracing::warn!(?error, path = reader.request.path(), "a kit was not printed");
            (status, press::why(lang, &error, &kit))
        }
    };
    let snapshot = reader.app.registry.snapshot();
    let site = reader.app.site(&snapshot);
    let html = crate::pages::kit::refused(&Refused { site, wish: reader.wish, organization, why: &why });
    Failure::new(status, lang, html)
}

fn sent(
    reader: &Reader<'_>,
    etag: String,
    media_type: &'static str,
    name: Option<&str>,
    bytes: Vec<u8>,
) -> HttpResponse {
    let seen = has_already(reader.request, &etag);
    let mut response = if seen { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::ETAG, etag)).insert_header((header::CACHE_CONTROL, "no-cache"));
    if seen {
        return response.finish();
    }
    response.insert_header((header::CONTENT_TYPE, media_type));
    if let Some(name) = name {
        response.insert_header(named(DispositionType::Inline, name));
    }
    response.body(bytes)
}
