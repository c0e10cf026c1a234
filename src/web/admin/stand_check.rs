//! Checking a stand: beginning, ticking codes, ending, and the checks that are over.

use serde::Deserialize;

use super::fields::{Form, done};
use super::session::status_of;
use crate::domain::address::{Address, AddressError, Admin, Href, Located, Public, Token};
use crate::domain::check::{Check, Sighting, Verdict};
use crate::domain::organization::Organization;
use crate::domain::{Code, Lang};
use crate::pages::admin::check::{CheckView, Seen, render};
use crate::pages::error::Problem;
use crate::phrases::{say, say_with};
use crate::registry::{Error, Refusal, Snapshot, Subject};
use crate::web::access::{Staff, StaffSession, TendStand};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::http::csp::Audience;
use crate::web::refusals::sentence;
use crate::web::rendered::Rendered;

/// Longest part of what was typed that a refusal repeats, in characters: it must fit a line of a phone.
const SHOWN_MAX_CHARS: usize = 60;

/// What was seen on a wall.
#[derive(Deserialize)]
pub struct Read {
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

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: Staff<TendStand>, _: Code) -> Reply {
    let done = done(&staff.request, &[("nothing", "check-nothing")]);
    page(&staff, Said { done, ..Said::default() })
}

/// Begins a check.
///
/// # Errors
/// Trouble with the state.
pub fn start(staff: Staff<TendStand>, code: Code, (): ()) -> Reply {
    match staff.registry().start_check(code, &staff.who) {
        Ok(()) => Ok(Rendered::see_other(Admin::StandCheck(code))),
        Err(error) => refused(&staff, &refusal(error)?),
    }
}

/// Ticks a code.
///
/// # Errors
/// Trouble with the state.
pub fn tick(staff: Staff<TendStand>, code: Code, Form(form): Form<Read>) -> Reply {
    let seen = match read(&staff, &staff.subject, &form.code) {
        Ok(seen) => seen,
        Err(line) => {
            return page(&staff, Said { refusals: &[line], typed: &form.code, done: None });
        }
    };
    let snapshot = staff.snapshot();
    let open = snapshot.open_check(staff.who.user, staff.registry().now());
    if open.is_none_or(|check| check.organization != code) {
        return refused(&staff, &Refusal::NoCheck);
    }
    match staff.registry().tick(staff.who.user, seen) {
        Ok(Some(_)) => Ok(Rendered::see_other(Admin::StandCheck(code))),
        Ok(None) => refused(&staff, &Refusal::NoCheck),
        Err(error) => refused(&staff, &refusal(error)?),
    }
}

/// Ends the check.
///
/// # Errors
/// Trouble with the state.
pub fn end(staff: Staff<TendStand>, code: Code, (): ()) -> Reply {
    match staff.registry().finish_check(code, &staff.who) {
        Ok(Some(id)) => {
            let kept = Admin::KeptCheck(code, Token::new(&id));
            Ok(Rendered::see_other(Href::to(kept).with("done", "finished")))
        }
        Ok(None) => Ok(Rendered::see_other(Href::to(Admin::StandCheck(code)).with("done", "nothing"))),
        Err(error) => refused(&staff, &refusal(error)?),
    }
}

/// A check that is over.
///
/// # Errors
/// A check that there is not; trouble with the state.
pub fn kept(staff: Staff<TendStand>, code: Code, id: Token) -> Reply {
    let snapshot = staff.snapshot();
    let check = over(&snapshot, code).find(|check| check.id == id.as_str()).cloned();
    let check = check.ok_or(Problem::NoSuchPage)?;
    let done = done(&staff.request, &[("finished", "check-finished")]);
    drawn(&staff, Some(&check), Said { done, ..Said::default() })
}

fn refused(staff: &Staff<TendStand>, refusal: &Refusal) -> Reply {
    let line = sentence(staff.lang, refusal, "");
    page(staff, Said { refusals: &[line], ..Said::default() })
}

/// The page of the check that the person has open of this stand, or where one begins.
fn page(staff: &Staff<TendStand>, said: Said<'_>) -> Reply {
    let snapshot = staff.snapshot();
    let open = snapshot.open_check(staff.who.user, staff.registry().now());
    let open = open.filter(|check| check.organization == staff.subject.code);
    drawn(staff, open, said)
}

fn drawn(staff: &Staff<TendStand>, check: Option<&Check>, said: Said<'_>) -> Reply {
    let found = &staff.subject;
    let sightings = match check.map(|check| staff.registry().seen_in(check)) {
        Some(Ok(sightings)) => sightings,
        // It ended meanwhile.
        Some(Err(Error::Refused(_))) => return Err(WebError::Problem(Problem::NoSuchPage)),
        Some(Err(error)) => return Err(error.into()),
        None => Vec::new(),
    };
    let snapshot = staff.snapshot();
    let seen: Vec<Seen<'_>> = sightings.into_iter().map(|one| look_up(&snapshot, one)).collect();
    let earlier: Vec<&Check> = over(&snapshot, found.code).collect();
    let page = staff.page(status_of(said.refusals), |site| {
        render(&CheckView {
            staff: staff.view(site, Admin::StandCheck(found.code)),
            organization: found,
            check,
            seen: &seen,
            earlier: &earlier,
            refusals: said.refusals,
            typed: said.typed,
            done: said.done,
        })
    });
    Ok(page.for_audience(Audience::Scanner))
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
fn read(staff: &StaffSession, organization: &Organization, typed: &str) -> Result<Sighting, String> {
    let lang = staff.lang;
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
        if !is_ours(staff, organization, &host) {
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
fn is_ours(staff: &StaffSession, organization: &Organization, host: &str) -> bool {
    let snapshot = staff.snapshot();
    host == staff.app().base.host()
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
