//! One line of log a request.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

use super::request::decoded;
use crate::domain::address::{Address, Admin, Located};
use crate::registry::Stopwatch;

/// One line a request, where somebody wants them: what and how long, never who.
///
/// # Errors
/// Those of what answers the request.
pub async fn log(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !tracing::enabled!(tracing::Level::DEBUG) {
        return next.call(request).await;
    }
    let start = Stopwatch::start();
    let method = request.method().clone();
    let path = request.path().to_owned();
    let response = next.call(request).await?;
    // An invitation's address is a secret.
    let is_secret = |at: Located| matches!(at.address, Address::Admin(Admin::Invitation(_)));
    let path =
        if Address::parse(&decoded(&path)).is_ok_and(is_secret) { "/admin/invitation/…" } else { &path };
    tracing::debug!(%method, path, status = response.status().as_u16(), elapsed_us = start.elapsed_us());
    Ok(response)
}
