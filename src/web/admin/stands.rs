//! Stands: saying that one was hung, and checking one.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::desk::{Desk, see_other};
use super::fields::Fields;
use super::forms::After;
use super::organizations::{change, find};
use crate::domain::address::{Address, AddressError, Admin, Href, Located, Public, Token};
use crate::domain::check::{Check, Sighting, Verdict};
use crate::domain::organization::Organization;
use crate::domain::role::Action;
use crate::domain::{Code, Lang};
use crate::pages::admin::check::{CheckView, Seen, render};
use crate::pages::admin::organization::Typed;
use crate::pages::error::Problem;
use crate::phrases::{say, say_with};
use crate::registry::{Refusal, Snapshot, Subject};
use crate::web::failure::Failure;
use crate::web::refusals::sentence;
use crate::web::security::Audience;

/// Longest part of what was typed that a refusal repeats, in characters: it must fit a line of a phone.
const SHOWN_MAX_CHARS: usize = 60;

/// The routes of stands.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/organizations/{code}/hung", web::post().to(hung))
        .service(
            web::resource("/organizations/{code}/check")
                .route(web::get().to(show))
                .route(web::post().to(start)),
        )
        .route("/organizations/{code}/check/codes", web::post().to(tick))
        .route("/organizations/{code}/check/end", web::post().to(end))
        .route("/organizations/{code}/checks/{id}", web::get().to(kept));
}

#[derive(Deserialize)]
struct Read {
    code: String,
}

/// What the page of a check says of what was just sent.
#[derive(Default)]
struct Said<'a> {
    refusals: &'a [String],
    /// The code that was refused.
    typed: &'a str,
    done: Option<&'a str>,
}

/// The organization of the address, if the person may tend its stand.
fn own(desk: &Desk, code: &str) -> Result<Organization, Failure> {
    let found = find(desk, code)?;
    desk.require(Action::TendStand(found.id))?;
    Ok(found)
}

async fn hung(
    desk: Desk,
    code: web::Path<String>,
    form: web::Form<Vec<(String, String)>>,
) -> Result<HttpResponse, Failure> {
    let found = own(&desk, &code)?;
    let (code, typed) = (found.code, Typed::of(&found));
    let ticked: Result<Vec<Code>, _> =
        Fields::from(form.into_inner()).all("waiting").map(Code::parse).collect();
    let waiting = ticked.map_err(|_| desk.problem(Problem::BadRequest))?;
    change(&desk, code, &typed, "hung", move |registry, actor| registry.hang(code, &waiting, actor)).await
}

async fn show(
    desk: Desk,
    code: web::Path<String>,
    after: web::Query<After>,
) -> Result<HttpResponse, Failure> {
    let found = own(&desk, &code)?;
    let done = after.one_of(&[("nothing", "check-nothing")]);
    page(&desk, &found, Said { done, ..Said::default() }).await
}

async fn start(desk: Desk, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let found = own(&desk, &code)?;
    let (organization, who) = (found.code, desk.who.clone());
    match desk.run(move |registry| registry.start_check(organization, &who)).await {
        Ok(()) => Ok(see_other(Admin::StandCheck(found.code)).finish()),
        Err(error) => refused(&desk, &found, &desk.refusal(error)?).await,
    }
}

async fn tick(desk: Desk, code: web::Path<String>, form: web::Form<Read>) -> Result<HttpResponse, Failure> {
    let found = own(&desk, &code)?;
    let seen = match read(&desk, &found, &form.code) {
        Ok(seen) => seen,
        Err(line) => {
            return page(&desk, &found, Said { refusals: &[line], typed: &form.code, done: None }).await;
        }
    };
    let snapshot = desk.snapshot();
    let open = snapshot.open_check(desk.who.user, desk.app.registry.now());
    if open.is_none_or(|check| check.organization != found.code) {
        return refused(&desk, &found, &Refusal::NoCheck).await;
    }
    let user = desk.who.user;
    match desk.run(move |registry| registry.tick(user, seen)).await {
        Ok(Some(_)) => Ok(see_other(Admin::StandCheck(found.code)).finish()),
        Ok(None) => refused(&desk, &found, &Refusal::NoCheck).await,
        Err(error) => refused(&desk, &found, &desk.refusal(error)?).await,
    }
}

async fn end(desk: Desk, code: web::Path<String>) -> Result<HttpResponse, Failure> {
    let found = own(&desk, &code)?;
    let (organization, who) = (found.code, desk.who.clone());
    match desk.run(move |registry| registry.finish_check(organization, &who)).await {
        Ok(Some(id)) => {
            let kept = Href::to(Admin::KeptCheck(organization, Token::new(&id))).with("done", "finished");
            Ok(see_other(kept).finish())
        }
        Ok(None) => Ok(see_other(Href::to(Admin::StandCheck(organization)).with("done", "nothing")).finish()),
        Err(error) => refused(&desk, &found, &desk.refusal(error)?).await,
    }
}

async fn kept(
    desk: Desk,
    path: web::Path<(String, String)>,
    after: web::Query<After>,
) -> Result<HttpResponse, Failure> {
    let (code, id) = path.into_inner();
    let found = own(&desk, &code)?;
    let snapshot = desk.snapshot();
    let mut own = snapshot.checks().filter(|check| check.organization == found.code);
    let check = own.find(|check| check.id == id && check.finished_at.is_some());
    let check = check.cloned().ok_or_else(|| desk.problem(Problem::NoSuchPage))?;
    let done = after.one_of(&[("finished", "check-finished")]);
    drawn(&desk, &found, Some(check), Said { done, ..Said::default() }).await
}

async fn refused(desk: &Desk, found: &Organization, refusal: &Refusal) -> Result<HttpResponse, Failure> {
    let line = sentence(desk.lang, refusal, "");
    page(desk, found, Said { refusals: &[line], ..Said::default() }).await
}

/// The page of the check that the person has open of this stand, or where one begins.
async fn page(desk: &Desk, found: &Organization, said: Said<'_>) -> Result<HttpResponse, Failure> {
    let snapshot = desk.snapshot();
    let open = snapshot.open_check(desk.who.user, desk.app.registry.now());
    let open = open.filter(|check| check.organization == found.code).cloned();
    drawn(desk, found, open, said).await
}

async fn drawn(
    desk: &Desk,
    found: &Organization,
    check: Option<Check>,
    said: Said<'_>,
) -> Result<HttpResponse, Failure> {
    let sightings = match check.clone() {
        Some(check) => match desk.run(move |registry| registry.seen_in(&check)).await {
            Ok(sightings) => sightings,
            Err(error) => return Err(failed(desk, error)),
        },
        None => Vec::new(),
    };
    let snapshot = desk.snapshot();
    let seen: Vec<Seen<'_>> = sightings.into_iter().map(|one| look_up(&snapshot, one)).collect();
    let earlier: Vec<&Check> = over(&snapshot, found.code).collect();
    let is_refused = !said.refusals.is_empty();
    let status = if is_refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let mut response = desk.page(status, |site, _| {
        render(&CheckView {
            staff: desk.staff(site, Admin::StandCheck(found.code)),
            organization: found,
            check: check.as_ref(),
            seen: &seen,
            earlier: &earlier,
            refusals: said.refusals,
            typed: said.typed,
            done: said.done,
        })
    });
    response.extensions_mut().insert(Audience::Scanner);
    Ok(response)
}

fn failed(desk: &Desk, error: crate::registry::Error) -> Failure {
    match desk.refusal(error) {
        Ok(_) => desk.problem(Problem::NoSuchPage),
        Err(failure) => failure,
    }
}

/// The checks of a stand that are over, the latest first.
pub fn over(snapshot: &Snapshot, organization: Code) -> impl Iterator<Item = &Check> {
    snapshot.checks().filter(move |check| check.organization == organization && check.finished_at.is_some())
}

/// What the register knows of a code that was seen.
fn look_up(snapshot: &Snapshot, (sighting, verdict): (Sighting, Verdict)) -> Seen<'_> {
    let (document, shelf) = match snapshot.find(sighting.code) {
        Some(Subject::Document(document)) => (Some((document, snapshot.owner(document))), None),
        Some(Subject::Organization(organization)) => (None, Some(organization)),
        None => (None, None),
    };
    let printed_for = sighting.stand.and_then(|stand| snapshot.organization(stand));
    Seen { sighting, verdict, document, organization: shelf.or(printed_for) }
}

/// Reads what a camera read or a person typed: the address in a code, or a code in any of the forms that people write.
///
/// # Errors
/// The sentence that says why it is no code of this register.
fn read(desk: &Desk, organization: &Organization, typed: &str) -> Result<Sighting, String> {
    let lang = desk.lang;
    let typed = typed.trim();
    let after = |scheme: &&str| {
        let (head, rest) = typed.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some(rest)
    };
    let address = ["https://", "http://"].iter().find_map(after);
    let (is_address, rest) = (address.is_some(), address.unwrap_or(typed));
    let (first, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = if is_address || first.contains('.') && !path.is_empty() {
        let host = first.to_lowercase();
        if !is_ours(desk, organization, &host) {
            let host = shown(&host);
            return Err(say_with(lang, "check-refusal-elsewhere", &[("host", host.into())]));
        }
        path
    } else {
        rest
    };
    match Address::parse(path).map(|Located { address, .. }| address) {
        Ok(Address::Public(Public::Code(code))) => Ok(Sighting { code, stand: None }),
        Ok(Address::Public(Public::Stand(code, stand))) => Ok(Sighting { code, stand: Some(stand) }),
        Err(AddressError::MistypedCode(code)) => Err(about(lang, "check-refusal-mistyped", &code)),
        _ => Err(about(lang, "check-refusal-form", typed)),
    }
}

/// Whether a host is this register's: the one that is served, the one that was confirmed, or one that is known to stand
/// on sheets of this stand.
fn is_ours(desk: &Desk, organization: &Organization, host: &str) -> bool {
    let snapshot = desk.snapshot();
    host == desk.app.base.host()
        || snapshot.confirmed_host.as_deref() == Some(host)
        || snapshot.hanging(organization.code).values().any(|hung| hung.host.as_deref() == Some(host))
}

fn about(lang: Lang, key: &str, typed: &str) -> String {
    if typed.is_empty() {
        return say(lang, "check-type-hint");
    }
    say_with(lang, key, &[("typed", shown(typed).into())])
}

fn shown(typed: &str) -> String {
    typed.chars().take(SHOWN_MAX_CHARS).collect()
}
