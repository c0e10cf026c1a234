//! The picture of an edition that messengers show beside a shared address.

use super::page::Made;
use super::security::Audience;
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::pages::naming;
use crate::press::{self, PressError};
use crate::print::layouts::card::Card;

/// The picture of an edition in a language.
///
/// # Errors
/// A drawing that cannot be made.
pub fn made(
    (document, owner): (&Document, &Organization),
    union: &Organization,
    version: &Version,
    page: Lang,
) -> Result<Made, PressError> {
    let kind = naming::kind(document.kind, page);
    let (title, kind) = match naming::best(&document.titles, page) {
        Some(title) => (title.text, kind),
        // The kind is the title, so it does not stand above it once more.
        None => (kind, String::new()),
    };
    let owner = if owner.is_union { String::new() } else { naming::name(owner, page).text };
    let png = press::card(&Card {
        union: naming::name(union, page).text,
        kind,
        title,
        owner,
        edition: naming::edition(version, page),
        code: document.code.grouped(),
    })?;
    Ok(Made { audience: Audience::Shown, ..Made::document("image/png", png) })
}
