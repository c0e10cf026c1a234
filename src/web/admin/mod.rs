//! What administrators and chairs do, behind a session.

use actix_web::web::ServiceConfig;

/// The routes below `/admin`.
pub fn routes(_config: &mut ServiceConfig) {}
