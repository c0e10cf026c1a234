//! The editions that take over on a later day.

use actix_web::http::StatusCode;

use crate::domain::address::Admin;
use crate::pages::admin::scheduled::{Planned, render};
use crate::registry::{Error, View};
use crate::web::access::{EditDrafts, Staff};
use crate::web::error::Reply;

/// Editions that are listed: what is further away than so many can wait.
const LISTED_MAX: usize = 200;

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn list(staff: &Staff<EditDrafts>, view: &View) -> Reply {
    let planned = view.scheduled(LISTED_MAX)?.into_iter();
    let planned: Vec<Planned<'_>> = planned
        .map(|(document, version, by)| Ok((document, view.owner(document)?, version, by)))
        .collect::<Result<_, Error>>()?;
    Ok(staff.page(view, StatusCode::OK, |site| render(staff.view(site, Admin::Scheduled), &planned)))
}
