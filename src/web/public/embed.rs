//! The shelf for a frame on another site's page.

use super::context::PageContext;
use crate::domain::Code;
use crate::pages::embed::{EmbedView, render};
use crate::web::error::Reply;
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// A code that no organization has.
pub fn page(context: &PageContext<'_>, code: Code) -> Reply {
    let PageContext { view, as_of, wish, .. } = *context;
    let organization = context.organization(code)?;
    let documents = context.owned(view.shelf(organization)?)?;
    let html = render(&EmbedView { site: context.site(), wish, organization, documents: &documents, as_of });
    Ok(Rendered::page(html, wish).for_audience(Audience::Shown))
}
