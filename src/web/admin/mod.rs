//! What administrators and chairs do, behind a session. One file a group of pages.

mod desk;

use actix_web::web::ServiceConfig;

/// The routes below `/admin`.
pub fn routes(_config: &mut ServiceConfig) {}
