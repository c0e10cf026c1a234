//! What is printed: sheets, kits and single codes. No sign-in is needed.

use actix_web::http::header::{self, DispositionType};
use actix_web::{HttpResponse, web};

use super::failure::Failure;
use super::file::named;
use super::page::has_already;
use super::reader::Reader;
use super::{App, standing};
use crate::domain::{Checksum, Code};
use crate::pages::error::Problem;
use crate::press::{self, Order, PressError};
use crate::registry;
use crate::stand::choice::{Choice, Part, Pending};
use crate::stand::qr::{Level, Symbol, png, svg};

/// Pixels a module of a code as PNG: 33 modules and the quiet zone make 1,025 pixels, enough for print at 13 cm.
const PNG_MODULE_PX: u32 = 25;

/// A kit or a sheet could not be made.
enum Unprinted {
    Problem(Problem<'static>),
    Registry(registry::Error),
    Press(PressError),
}

/// `/{ORG}/kit.pdf`
pub async fn kit(reader: &Reader<'_>, app: &web::Data<App>, code: Code) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let made = web::block(move || {
        let snapshot = state.registry.snapshot();
        let organization =
            snapshot.organization(code).ok_or(Unprinted::Problem(Problem::UnknownCode(code)))?;
        let order = order(&state, Choice::default());
        let kit = order.kit(&snapshot, organization);
        let pdf = press::kit(&kit).map_err(Unprinted::Press)?;
        state.registry.keep_codes(&order.printed(&kit)).map_err(Unprinted::Registry)?;
        Ok((pdf, format!("tizilim-{}-{code}.pdf", organization.number)))
    })
    .await;
    pdf(reader, made)
}

/// `/{DOC}/{ORG}/sheet.pdf`
pub async fn sheet(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    document: Code,
    organization: Code,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let made = web::block(move || {
        let snapshot = state.registry.snapshot();
        let unknown = |code| Unprinted::Problem(Problem::UnknownCode(code));
        let found = snapshot.document(document).ok_or_else(|| unknown(document))?;
        let place = snapshot.organization(organization).ok_or_else(|| unknown(organization))?;
        let choice = Choice { parts: vec![Part::Sheets], pending: Pending::Printed, ..Choice::default() };
        let kit = order(&state, choice).kit_of(&snapshot, place, &[found]);
        let pdf = press::kit(&kit).map_err(Unprinted::Press)?;
        state.registry.keep_codes(&[document, organization]).map_err(Unprinted::Registry)?;
        Ok((pdf, format!("tizilim-{}-{document}.pdf", place.number)))
    })
    .await;
    pdf(reader, made)
}

fn order(app: &App, choice: Choice) -> Order {
    let snapshot = app.registry.snapshot();
    let (day, now) = (app.registry.today(), snapshot.known(app.registry.now()));
    let standing = standing(&app.base, &snapshot);
    Order { base: app.base.clone(), standing, day, now, choice }
}

type Made = Result<Result<(Vec<u8>, String), Unprinted>, actix_web::error::BlockingError>;

fn pdf(reader: &Reader<'_>, made: Made) -> Result<HttpResponse, Failure> {
    match made {
        Ok(Ok((bytes, name))) => {
            let etag = format!("\"{}\"", Checksum::of(&bytes));
            Ok(sent(reader, etag, "application/pdf", Some(&name), bytes))
        }
        Ok(Err(Unprinted::Problem(problem))) => Err(reader.problem(problem)),
        Ok(Err(Unprinted::Registry(error))) => Err(reader.failed(error)),
        Ok(Err(Unprinted::Press(error))) => {
            tracing::error!(?error, path = reader.request.path(), "a kit was not printed");
            Err(reader.problem(Problem::Internal))
        }
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

/// `/{CODE}/qr.svg`
pub fn qr_svg(reader: &Reader<'_>, code: Code) -> Result<HttpResponse, Failure> {
    let bytes = svg(&symbol(reader, code)?).into_bytes();
    let etag = format!("\"{}\"", Checksum::of(&bytes));
    Ok(sent(reader, etag, "image/svg+xml", None, bytes))
}

/// `/{CODE}/qr.png`
pub fn qr_png(reader: &Reader<'_>, code: Code) -> Result<HttpResponse, Failure> {
    let bytes = png(&symbol(reader, code)?, PNG_MODULE_PX).map_err(|_| reader.problem(Problem::Internal))?;
    let etag = format!("\"{}\"", Checksum::of(&bytes));
    Ok(sent(reader, etag, "image/png", None, bytes))
}

fn symbol(reader: &Reader<'_>, code: Code) -> Result<Symbol, Failure> {
    if reader.app.registry.snapshot().find(code).is_none() {
        return Err(reader.problem(Problem::UnknownCode(code)));
    }
    let address = reader.app.base.address(&[code]);
    Symbol::new(&address, Level::Q).map_err(|_| reader.problem(Problem::Internal))
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
