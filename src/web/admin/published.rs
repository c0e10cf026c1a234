//! What to do after a publication.

use actix_web::http::StatusCode;

use super::document::find;
use crate::domain::Code;
use crate::domain::address::{Admin, Number};
use crate::pages::admin::published::{PublishedView, render};
use crate::pages::error::Problem;
use crate::web::access::{ManageDocuments, Staff};
use crate::web::error::Reply;

/// The page.
///
/// # Errors
/// An edition that there is not.
pub fn show(staff: Staff<ManageDocuments>, code: Code, ordinal: Number) -> Reply {
    let snapshot = staff.snapshot();
    let document = find(&snapshot, code)?;
    let version = document.version(ordinal.0).ok_or(Problem::NoSuchPage)?;
    let day = staff.registry().today();
    Ok(staff.page(StatusCode::OK, |site| {
        render(&PublishedView {
            staff: staff.view(site, Admin::Published(code, ordinal)),
            document,
            owner: snapshot.owner(document),
            version,
            day,
        })
    }))
}
