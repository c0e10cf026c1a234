//! Signing in and out, invitations and passwords.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::browser;
use super::desk::{Desk, Door, see_other, session_cookie};
use super::forms::After;
use crate::domain::address::{Admin, Href, Token};
use crate::domain::role::Role;
use crate::pages::admin::sign_in::{self, Visitor};
use crate::pages::{Site, naming};
use crate::phrases::say;
use crate::registry::{Admitted, Error, PASSWORD_MIN_CHARS, Refusal, Snapshot};
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::refusals::sentence;

/// Characters of a refused login that are shown again: none that exists is longer.
const TYPED_MAX_CHARS: usize = 100;

/// The routes of accounts.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/sign-in").route(web::get().to(sign_in_form)).route(web::post().to(sign_in)))
        .route("/sign-out", web::post().to(sign_out))
        .service(
            web::resource("/password").route(web::get().to(password_form)).route(web::post().to(password)),
        )
        .service(
            web::resource("/invitation/{token}")
                .route(web::get().to(invitation_form))
                .route(web::post().to(accept)),
        );
}

#[derive(Deserialize)]
struct SignIn {
    login: String,
    password: String,
}

#[derive(Deserialize)]
struct Accept {
    login: String,
    password: String,
    again: String,
}

#[derive(Deserialize)]
struct Password {
    present: String,
    new: String,
    again: String,
}

impl Door {
    fn visitor<'a>(&self, site: Site<'a>, refusals: &'a [String], login: &'a str) -> Visitor<'a> {
        Visitor { site, lang: self.lang, refusals, login }
    }

    /// A refusal as a line of the form with its status, or the page for trouble with the state.
    fn refused(&self, error: Error) -> Result<(StatusCode, Option<u64>, Vec<String>), Failure> {
        let refusal = self.refusal(error)?;
        let (status, wait_s) = weight(&refusal);
        Ok((status, wait_s, vec![sentence(self.lang, &refusal, "")]))
    }
}

/// The status of a refusal, and the seconds to wait.
fn weight(refusal: &Refusal) -> (StatusCode, Option<u64>) {
    match refusal {
        Refusal::TooManyAttempts { wait_s } => (StatusCode::TOO_MANY_REQUESTS, Some(*wait_s)),
        Refusal::Busy { wait_s } => (StatusCode::SERVICE_UNAVAILABLE, Some(*wait_s)),
        _ => (StatusCode::UNPROCESSABLE_ENTITY, None),
    }
}

/// To the first page, with the cookies of one who has signed in.
fn admitted(app: &App, to: impl Into<Href>, admitted: &Admitted) -> HttpResponse {
    let mut response = see_other(to);
    for cookie in browser::cookies(app, admitted) {
        response.cookie(cookie);
    }
    response.finish()
}

async fn sign_in_form(door: Door, after: web::Query<After>) -> HttpResponse {
    let done = after.one_of(&[("signed-out", "admin-signed-out")]);
    door.page(StatusCode::OK, |site, _| sign_in::sign_in(&door.visitor(site, &[], ""), done))
}

async fn sign_in(door: Door, form: web::Form<SignIn>) -> Result<HttpResponse, Failure> {
    let SignIn { login, password } = form.into_inner();
    let typed: String = login.chars().take(TYPED_MAX_CHARS).collect();
    let browser = door.browser.clone();
    match door.run(move |registry| registry.sign_in(&login, &password, &browser)).await {
        Ok(kept) => Ok(admitted(&door.app, Admin::Dashboard, &kept)),
        Err(error) => {
            let (status, wait_s, lines) = door.refused(error)?;
            let page =
                door.page(status, |site, _| sign_in::sign_in(&door.visitor(site, &lines, &typed), None));
            Ok(waiting(page, wait_s))
        }
    }
}

fn waiting(mut response: HttpResponse, wait_s: Option<u64>) -> HttpResponse {
    if let Some(seconds) = wait_s {
        response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from(seconds));
    }
    response
}

async fn sign_out(door: Door) -> Result<HttpResponse, Failure> {
    if let Some(token) = door.browser.session.clone()
        && let Err(error) = door.run(move |registry| registry.sign_out(&token)).await
    {
        door.refusal(error)?;
    }
    Ok(see_other(Href::to(Admin::SignIn).with("done", "signed-out"))
        .cookie(session_cookie(&door.app, None))
        .finish())
}

async fn password_form(desk: Desk, after: web::Query<After>) -> HttpResponse {
    let done = after.one_of(&[("changed", "admin-password-changed")]);
    password_page(&desk, StatusCode::OK, &[], done)
}

fn password_page(desk: &Desk, status: StatusCode, lines: &[String], done: Option<&str>) -> HttpResponse {
    desk.page(status, |site, _| {
        sign_in::password(desk.staff(site, Admin::Password), lines, done, PASSWORD_MIN_CHARS)
    })
}

async fn password(desk: Desk, form: web::Form<Password>) -> Result<HttpResponse, Failure> {
    let Password { present, new, again } = form.into_inner();
    if new != again {
        let line = say(desk.lang, "refusal-password-differs");
        return Ok(password_page(&desk, StatusCode::UNPROCESSABLE_ENTITY, &[line], None));
    }
    let who = desk.who.clone();
    match desk.run(move |registry| registry.change_password(&who, &present, &new)).await {
        Ok(kept) => Ok(admitted(&desk.app, Href::to(Admin::Password).with("done", "changed"), &kept)),
        Err(error) => {
            let refusal = desk.refusal(error)?;
            let (status, wait_s) = weight(&refusal);
            let line = match refusal {
                Refusal::WrongPassword => say(desk.lang, "refusal-password-wrong"),
                _ => sentence(desk.lang, &refusal, ""),
            };
            Ok(waiting(password_page(&desk, status, &[line], None), wait_s))
        }
    }
}

/// Shows an invitation; only POST uses it up.
async fn invitation_form(door: Door, token: web::Path<String>) -> Result<HttpResponse, Failure> {
    invitation_page(&door, &token, StatusCode::OK, &[], "").await
}

async fn invitation_page(
    door: &Door,
    token: &str,
    status: StatusCode,
    lines: &[String],
    login: &str,
) -> Result<HttpResponse, Failure> {
    let secret = token.to_owned();
    match door.run(move |registry| registry.invitation(&secret)).await {
        Ok(role) => {
            let organizations = names(&door.app.registry.snapshot(), &role, door.lang);
            Ok(door.page(status, |site, _| {
                let visitor = door.visitor(site, lines, login);
                sign_in::invitation(&visitor, Token::new(token), &role, &organizations, PASSWORD_MIN_CHARS)
            }))
        }
        Err(error) => {
            let (_, _, lines) = door.refused(error)?;
            let gone = StatusCode::GONE;
            Ok(door.page(gone, |site, _| sign_in::bad_invitation(&door.visitor(site, &lines, ""))))
        }
    }
}

fn names(snapshot: &Snapshot, role: &Role, lang: crate::domain::Lang) -> String {
    let found = role.organizations().iter().filter_map(|id| snapshot.organization_by_id(*id));
    found.map(|organization| naming::name(organization, lang).text).collect::<Vec<_>>().join(", ")
}

async fn accept(
    door: Door,
    token: web::Path<String>,
    form: web::Form<Accept>,
) -> Result<HttpResponse, Failure> {
    let Accept { login, password, again } = form.into_inner();
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    if password != again {
        let line = say(door.lang, "refusal-password-differs");
        return invitation_page(&door, &token, unprocessable, &[line], &login).await;
    }
    let (secret, browser) = (token.clone(), door.browser.clone());
    let typed: String = login.chars().take(TYPED_MAX_CHARS).collect();
    match door.run(move |registry| registry.accept(&secret, &login, &password, &browser)).await {
        Ok(kept) => Ok(admitted(&door.app, Admin::Dashboard, &kept)),
        Err(error) => {
            let (status, wait_s, lines) = door.refused(error)?;
            Ok(waiting(invitation_page(&door, &token, status, &lines, &typed).await?, wait_s))
        }
    }
}
