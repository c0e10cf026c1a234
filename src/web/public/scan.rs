//! The picture of a page of a text that was scanned.

use super::context::PageContext;
use crate::domain::Code;
use crate::domain::Lang;
use crate::domain::address::ScanPicture;
use crate::pages::error::Problem;
use crate::registry::{Error, Refusal};
use crate::text::picture::PictureSize;
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The picture of a page of a text.
///
/// # Errors
/// A text or a page that there is not, or that was erased; a page that cannot be drawn.
pub fn picture(context: &PageContext<'_>, code: Code, ordinal: u32, lang: Lang, scan: ScanPicture) -> Reply {
    let version = context.version(context.document(code)?, ordinal)?;
    if version.is_erased(context.as_of.known) {
        return Err(Problem::FileGone.into());
    }
    let text = version.known_text(lang, context.as_of.known).ok_or(Problem::NoSuchPage)?;
    if context.reading(text.id)?.is_none_or(|body| body.scanned(scan.page).is_none()) {
        return Err(Problem::NoSuchPage.into());
    }
    let size = size(scan);
    let picture = context.app.registry.scan(text.file.checksum, scan.page, size).map_err(undrawn)?;
    Ok(Rendered::document(size.media_type(), picture).for_audience(Audience::Shown))
}

/// The size that an address asks for.
pub const fn size(scan: ScanPicture) -> PictureSize {
    if scan.is_large { PictureSize::Large } else { PictureSize::Small }
}

/// A page that there is not, or that no picture can be made of, is no page of the site.
pub fn undrawn(error: Error) -> WebError {
    match error {
        Error::Refused(Refusal::Unreadable(_) | Refusal::ReadingStopped { .. }) => Problem::NoSuchPage.into(),
        error => error.into(),
    }
}
