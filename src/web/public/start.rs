//! The first page.

use super::context::PageContext;
use crate::pages::start::{StartView, render};
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
pub fn page(context: &PageContext<'_>) -> Reply {
    let PageContext { snapshot, as_of, wish, .. } = *context;
    let documents = snapshot.shelf(snapshot.union(), as_of);
    let html = render(&StartView { site: context.site(), wish, documents: &documents, as_of });
    Ok(Rendered::page(html, wish))
}
