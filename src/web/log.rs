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
    // The addresses of invitations, of calendars and in letters are secrets.
    let path = match Address::parse(&decoded(&path)) {
        Ok(Located { address: Address::Admin(Admin::Invitation(_)), .. }) => "/admin/invitation/…",
        Ok(Located { address: Address::Admin(Admin::NeedsCalendar(_) | Admin::NeedsFeed(_)), .. }) => {
            "/admin/needs/…"
        }
        Ok(Located { address: Address::Admin(Admin::ConfirmMail(_) | Admin::StopMail(_)), .. }) => {
            "/admin/mail/…"
        }
        _ => &path,
    };
    tracing::debug!(%method, path, status = response.status().as_u16(), elapsed_us = start.elapsed_us());
    Ok(response)
}
