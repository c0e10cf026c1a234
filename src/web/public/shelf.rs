//! The shelf of an organization.

use super::context::PageContext;
use crate::domain::organization::Organization;
use crate::pages::posted::StandView;
use crate::pages::shelf::{ShelfView, render};
use crate::press::print_status;
use crate::web::error::Reply;
use crate::web::rendered::Rendered;
use crate::web::stand_check::named;

/// The page.
///
/// # Errors
/// A database that cannot be read.
pub fn page(context: &PageContext<'_>, organization: &Organization) -> Reply {
    let PageContext { app, view, as_of, wish, .. } = *context;
    let documents = view.shelf(organization)?;
    let advice = view.advice(organization)?;
    let html = render(&ShelfView {
        site: context.site(),
        wish,
        organization,
        successor: context.successor(organization)?,
        documents: &documents,
        standing: print_status(&app.base, view),
        stand: StandView {
            organization,
            posted: view.posted(organization)?,
            advice: &advice,
            named: &named(view, &advice)?,
        },
        as_of,
    });
    Ok(Rendered::page(html, wish))
}
