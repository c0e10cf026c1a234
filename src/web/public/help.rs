//! The help.

use super::context::PageContext;
use crate::pages::help::render;
use crate::web::error::Reply;
use crate::web::rendered::Rendered;

/// The page.
pub fn page(context: &PageContext<'_>) -> Reply {
    Ok(Rendered::page(render(context.site(), context.wish), context.wish))
}
