//! Single codes as picture files, with their quiet zone.

use actix_web::{HttpResponse, web};

use super::{Handing, handing, sent};
use crate::domain::address::Picture;
use crate::domain::{Checksum, Code};
use crate::pages::error::Problem;
use crate::press::{self, PressError};
use crate::print::qr::{png, svg};
use crate::registry;
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::reader::Reader;

/// Pixels a module of a code as PNG: 33 modules and the quiet zone make 1,025 pixels, enough for print at 13 cm.
const PNG_MODULE_PX: u32 = 25;

/// Why there is no picture.
enum Unmade {
    Press(PressError),
    Registry(registry::Error),
}

/// `/{CODE}/qr.svg`, `/{DOC}/{ORG}/qr.png`: the code of a document or a shelf, or of a document on one stand. Whoever has
/// it may print it, so it was read again, and its codes are kept.
pub async fn qr(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    path: Vec<Code>,
    picture: Picture,
) -> Result<HttpResponse, Failure> {
    let snapshot = app.registry.snapshot();
    let is_known = |(at, code): (usize, &Code)| match at {
        0 => snapshot.find(*code).is_some(),
        _ => snapshot.organization(*code).is_some() && snapshot.document(path[0]).is_some(),
    };
    if let Some((_, unknown)) = path.iter().enumerate().find(|named| !is_known(*named)) {
        return Err(reader.problem(Problem::UnknownCode(*unknown)));
    }
    let codes: Vec<&str> = path.iter().map(Code::as_str).collect();
    let name = format!("qr-{}.{}", codes.join("-"), picture.name());
    let (state, handing) = (app.clone(), handing(reader));
    let (bytes, media_type) = match web::block(move || made(&state, &path, picture, handing)).await {
        Ok(Ok(made)) => made,
        Ok(Err(Unmade::Registry(error))) => return Err(reader.failed(error)),
        Ok(Err(Unmade::Press(error))) => {
            tracing::warn!(?error, path = reader.request.path(), "a code was not made");
            return Err(reader.problem(Problem::Internal));
        }
        Err(_) => return Err(reader.problem(Problem::Internal)),
    };
    let etag = format!("\"{}\"", Checksum::of(&bytes));
    Ok(sent(reader, etag, media_type, Some(&name), bytes))
}

fn made(
    app: &App,
    path: &[Code],
    picture: Picture,
    handing: Handing,
) -> Result<(Vec<u8>, &'static str), Unmade> {
    let symbol = press::code(&app.base, path).map_err(Unmade::Press)?;
    let made = match picture {
        Picture::Svg => (svg(&symbol).into_bytes(), "image/svg+xml"),
        Picture::Png => {
            (png(&symbol, PNG_MODULE_PX).map_err(|_| Unmade::Press(PressError::Picture))?, "image/png")
        }
    };
    if handing == Handing::Out {
        app.registry.keep_codes(path).map_err(Unmade::Registry)?;
    }
    Ok(made)
}
