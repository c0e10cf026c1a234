//! The picture of an edition that messengers show beside a shared address.

use super::context::PageContext;
use crate::domain::{Code, Lang};
use crate::pages::error::Problem;
use crate::pages::naming;
use crate::press;
use crate::print::layouts::card::Card;
use crate::web::error::Reply;
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The picture of an edition in a language.
///
/// # Errors
/// An edition that there is not, or that was erased; a drawing that cannot be made.
pub fn picture(context: &PageContext<'_>, code: Code, ordinal: u32, page: Lang) -> Reply {
    let document = context.document(code)?;
    let version = context.version(document, ordinal)?;
    if version.is_erased(context.as_of.known) {
        return Err(Problem::FileGone.into());
    }
    let (owner, union) = (context.owner(document)?, context.view.union());
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
    Ok(Rendered::document("image/png", png).for_audience(Audience::Shown))
}
