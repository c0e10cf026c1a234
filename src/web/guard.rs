//! The first and the last step of every request: forms of other sites are refused, bodies are waited for, headers put on.

use actix_web::HttpRequest;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::HeaderValue;
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{HttpResponse, web};

use super::bodies::Watched;
use super::dispatch;
use super::http::csp;
use super::request::{Area, Request, decoded};
use super::state::App;
use crate::domain::address::{Address, Admin, Located};
use crate::pages::error::Problem;

/// Refuses unsafe requests from other sites and bodies that do not arrive, and puts the headers on.
///
/// # Errors
/// A server without its state.
pub async fn guard(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(app) = request.app_data::<web::Data<App>>().cloned() else {
        return Err(actix_web::error::ErrorInternalServerError("no state"));
    };
    let body = Watched::of(&mut request, &app.bodies);
    let mut response = if is_forged(&request, &app) {
        let problem = Problem::ForeignForm { origin: app.origin.clone() };
        let refused = refused(&app, request.request(), problem);
        request.into_response(refused)
    } else {
        next.call(request).await?.map_into_boxed_body()
    };
    if let Some(problem) = body.given_up() {
        // Whatever the handler made of the half of it.
        let refused = refused(&app, response.request(), problem);
        response = response.into_response(refused);
    }
    let (request, response) = response.into_parts();
    let mut response = body.hold(response);
    // The browser has these headers with what it keeps (RFC 9111, section 4.3.4).
    if response.status() != StatusCode::NOT_MODIFIED {
        csp::protect(&mut response, app.is_secure());
    }
    Ok(ServiceResponse::new(request, response))
}

/// Whether a program asks: there no cookie counts, but a token alone, which no browser sends by itself. Programs for mail end
/// letters so (RFC 8058), by a secret in the address.
fn is_of_programs(request: &ServiceRequest) -> bool {
    let path = decoded(request.path());
    let is_stop = |at: Located| matches!(at.address, Address::Admin(Admin::StopMail(_)));
    Area::of(&path, None) == Area::Api || Address::parse(&path).is_ok_and(is_stop)
}

fn refused(app: &web::Data<App>, request: &HttpRequest, problem: Problem) -> HttpResponse {
    dispatch::refused(Request::of(app, request, None), problem)
}

/// Whether an unsafe request comes from elsewhere than a page of this site. Every browser says where from, by
/// `Sec-Fetch-Site` (Fetch Metadata, section 2.3), by `Origin` (Fetch, section 3.2) or by both, and all that it says must be
/// true: the host that it was led to may be somebody else's name of this server (DNS rebinding), so that only the public
/// address counts. Who says nothing is no browser that a person signs in with, and is let in to a trial on this machine alone.
fn is_forged(request: &ServiceRequest, app: &App) -> bool {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) || is_of_programs(request) {
        return false;
    }
    let said = |name: &str| request.headers().get(name).map(HeaderValue::as_bytes);
    let (site, origin) = (said("sec-fetch-site"), said("origin"));
    let is_own = site.is_none_or(|site| matches!(site, b"same-origin" | b"none"))
        && origin.is_none_or(|origin| app.is_own_origin(origin));
    !is_own || (site.is_none() && origin.is_none() && !app.is_trial())
}
