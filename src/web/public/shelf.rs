//! The shelf of an organization.

use super::context::PageContext;
use crate::domain::organization::Organization;
use crate::pages::hanging::StandView;
use crate::pages::shelf::{ShelfView, render};
use crate::press::print_status;
use crate::web::rendered::Rendered;
use crate::web::stand_check::named;

/// The page.
pub fn page(context: &PageContext<'_>, organization: &Organization) -> Rendered {
    let PageContext { app, snapshot, as_of, wish, .. } = *context;
    let documents = snapshot.shelf(organization, as_of);
    let host = app.registry.permanent_host(snapshot);
    let advice = snapshot.advice(organization, host.as_deref(), as_of);
    let html = render(&ShelfView {
        site: context.site(),
        wish,
        organization,
        successor: context.successor(organization),
        documents: &documents,
        standing: print_status(&app.base, snapshot),
        stand: StandView {
            organization,
            hanging: snapshot.hanging(organization.code),
            advice: &advice,
            named: &named(snapshot, &advice),
        },
        as_of,
    });
    Rendered::page(html, wish)
}
