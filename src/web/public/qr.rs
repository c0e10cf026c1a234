//! Single codes as picture files, with their quiet zone. Whoever has one may print it, so it was read again, and its codes
//! are kept.

use super::kit::is_handed_out;
use crate::domain::Code;
use crate::domain::address::Picture;
use crate::pages::error::Problem;
use crate::press::{self, PressError};
use crate::print::qr::{png, svg};
use crate::registry::View;
use crate::web::access::AnyoneToPrint;
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// Pixels a module of a code as PNG: 33 modules and the quiet zone make 1,025 pixels, enough for print at 13 cm.
const PNG_MODULE_PX: u32 = 25;

/// The code of a document or a shelf.
///
/// # Errors
/// A code that nobody has.
pub fn of_code(reader: &AnyoneToPrint, view: &View, code: Code, picture: Picture) -> Reply {
    if view.find(code)?.is_none() {
        return Err(Problem::UnknownCode(code).into());
    }
    drawn(reader, &[code], picture)
}

/// The code of a document on one stand.
///
/// # Errors
/// A code that nobody has.
pub fn on_stand(
    reader: &AnyoneToPrint,
    view: &View,
    document: Code,
    organization: Code,
    picture: Picture,
) -> Reply {
    if view.find(document)?.is_none() {
        return Err(Problem::UnknownCode(document).into());
    }
    if view.organization(organization)?.is_none() || view.document(document)?.is_none() {
        return Err(Problem::UnknownCode(organization).into());
    }
    drawn(reader, &[document, organization], picture)
}

fn drawn(reader: &AnyoneToPrint, path: &[Code], picture: Picture) -> Reply {
    let symbol = press::code(&reader.app.base, path)?;
    let (bytes, media_type) = match picture {
        Picture::Svg => (svg(&symbol).into_bytes(), "image/svg+xml"),
        Picture::Png => (png(&symbol, PNG_MODULE_PX).map_err(|_| PressError::Picture)?, "image/png"),
    };
    if is_handed_out(reader) {
        reader.app.registry.keep_codes(path)?;
    }
    let codes: Vec<&str> = path.iter().map(Code::as_str).collect();
    let name = format!("qr-{}.{}", codes.join("-"), picture.name());
    Ok(Rendered::file(media_type, bytes, Some(&name)))
}
