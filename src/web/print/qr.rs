//! Single codes as picture files, with their quiet zone.

use actix_web::HttpResponse;

use super::sent;
use crate::domain::{Checksum, Code};
use crate::pages::error::Problem;
use crate::stand::qr::{Level, Symbol, png, svg};
use crate::web::address::Picture;
use crate::web::failure::Failure;
use crate::web::reader::Reader;

/// Pixels a module of a code as PNG: 33 modules and the quiet zone make 1,025 pixels, enough for print at 13 cm.
const PNG_MODULE_PX: u32 = 25;

/// `/{CODE}/qr.svg`, `/{DOC}/{ORG}/qr.png`: the code of a document or a shelf, or of a document on one stand.
pub fn qr(reader: &Reader<'_>, path: &[Code], picture: Picture) -> Result<HttpResponse, Failure> {
    let snapshot = reader.app.registry.snapshot();
    let is_known = |(at, code): (usize, &Code)| match at {
        0 => snapshot.find(*code).is_some(),
        _ => snapshot.organization(*code).is_some() && snapshot.document(path[0]).is_some(),
    };
    if let Some((_, unknown)) = path.iter().enumerate().find(|named| !is_known(*named)) {
        return Err(reader.problem(Problem::UnknownCode(*unknown)));
    }
    let internal = || reader.problem(Problem::Internal);
    let symbol = Symbol::new(&reader.app.base.address(path), Level::Q).map_err(|_| internal())?;
    let (bytes, media_type) = match picture {
        Picture::Svg => (svg(&symbol).into_bytes(), "image/svg+xml"),
        Picture::Png => (png(&symbol, PNG_MODULE_PX).map_err(|_| internal())?, "image/png"),
    };
    let codes: Vec<&str> = path.iter().map(Code::as_str).collect();
    let name = format!("qr-{}.{}", codes.join("-"), picture.name());
    let etag = format!("\"{}\"", Checksum::of(&bytes));
    Ok(sent(reader, etag, media_type, Some(&name), bytes))
}
