//! What happened to a document.

use super::context::PageContext;
use crate::domain::Code;
use crate::pages::history::{HistoryView, render};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// A code that no document has.
pub fn page(context: &PageContext<'_>, code: Code) -> Reply {
    let PageContext { as_of, wish, .. } = *context;
    let document = context.document(code)?;
    let owner = context.owner(document)?;
    let html = render(&HistoryView { site: context.site(), wish, document, owner, as_of });
    Ok(Rendered::page(html, wish))
}
