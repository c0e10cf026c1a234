//! What to do after a publication.

use actix_web::http::StatusCode;

use super::document::find;
use crate::domain::Code;
use crate::domain::address::{Admin, Number};
use crate::pages::admin::published::{PublishedView, render};
use crate::pages::error::Problem;
use crate::registry::View;
use crate::web::access::{Publish, Staff};
use crate::web::error::Reply;

/// The page.
///
/// # Errors
/// An edition that there is not.
pub fn show(staff: &Staff<Publish>, view: &View, code: Code, ordinal: Number) -> Reply {
    let document = find(view, code)?;
    let version = document.version(ordinal.0).ok_or(Problem::NoSuchPage)?;
    let (owner, day, stands) = (view.owner(document)?, view.as_of().day, view.stands_of(document)?);
    Ok(staff.page(view, StatusCode::OK, |site| {
        render(&PublishedView {
            staff: staff.view(site, Admin::Published(code, ordinal)),
            document,
            owner,
            version,
            stands,
            day,
        })
    }))
}
