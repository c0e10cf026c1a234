//! The first page.

use super::context::PageContext;
use crate::pages::start::{StartView, render};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
///
/// # Errors
/// A database that cannot be read.
pub fn page(context: &PageContext<'_>) -> Reply {
    let PageContext { view, as_of, wish, .. } = *context;
    let documents = view.shelf(view.union())?;
    let html = render(&StartView { site: context.site(), wish, documents: &documents, as_of });
    Ok(Rendered::page(html, wish))
}
