//! Checking a stand: beginning, ticking codes, ending, and the checks that are over.

use super::fields::{Fields, done};
use super::session::status_of;
use super::upload::Upload;
use crate::domain::address::{Address, AddressError, Admin, Href, Located, Public, Token};
use crate::domain::posted::PostedSheet;
use crate::domain::stand_check::{Check, Sighting, Verdict};
use crate::domain::{Code, Lang};
use crate::pages::admin::stand_check::{CheckView, PHOTO, Seen, TICK, render};
use crate::pages::error::Problem;
use crate::pages::form::Typed;
use crate::phrases::{say, say_with};
use crate::refusals::sentence;
use crate::registry::{Error, Refusal, Subject, View};
use crate::web::access::{Staff, TendStand};
use crate::web::error::{Reply, WebError, refusal};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// Longest part of what was typed that a refusal repeats, in characters: it must fit a line of a phone.
const SHOWN_MAX_CHARS: usize = 60;

/// What the page of a check says of what was just sent.
#[derive(Default)]
struct Said<'a> {
    /// What was typed and refused.
    typed: Typed,
    done: Option<&'a str>,
}

/// The page.
///
/// # Errors
/// Trouble with the state.
pub fn show(staff: &Staff<TendStand>, view: &View, _: Code) -> Reply {
    let known = [("nothing", "check-nothing"), ("photo", "check-photo-done")];
    let done = done(&staff.request, &known);
    page(staff, view, &Said { done, ..Said::default() })
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
pub fn tick(staff: Staff<TendStand>, code: Code, fields: Fields) -> Reply {
    let found = fields.get("code").to_owned();
    let seen = match staff.read(|view| Ok(read(&staff, view, &found)?))? {
        Ok(seen) => seen,
        Err(line) => {
            let typed = fields.typed(TICK, vec![line]).about(&["code"]);
            let said = Said { typed, done: None };
            return staff.read(|view| page(&staff, view, &said));
        }
    };
    if staff.registry().open_check_of(staff.who.user) != Some(code) {
        return refused(&staff, &Refusal::NoCheck);
    }
    match staff.registry().tick(staff.who.user, seen) {
        Ok(Some(_)) => Ok(Rendered::see_other(Admin::StandCheck(code))),
        Ok(None) => refused(&staff, &Refusal::NoCheck),
        Err(error) => refused(&staff, &refusal(error)?),
    }
}

/// Ticks the codes on a photo of the stand; those that are none of this register are named.
///
/// # Errors
/// Trouble with the state.
pub fn tick_photo(staff: Staff<TendStand>, code: Code, mut upload: Upload) -> Reply {
    let registry = staff.registry();
    if registry.open_check_of(staff.who.user) != Some(code) {
        return refused(&staff, &Refusal::NoCheck);
    }
    let photo = upload.take_all(PHOTO).pop();
    let codes = match photo.map(|photo| registry.codes_on(&photo.into_bytes()?)) {
        Some(Ok(codes)) => codes,
        Some(Err(error)) => return not_read(&staff, vec![sentence(staff.lang, &refusal(error)?, "")]),
        None => return not_read(&staff, vec![sentence(staff.lang, &Refusal::EmptyFile, "")]),
    };
    if codes.is_empty() {
        return not_read(&staff, vec![say(staff.lang, "check-refusal-photo")]);
    }
    let read = staff.read(|view| {
        let one = |said: &String| Ok(read(&staff, view, said)?);
        codes.iter().map(one).collect::<Result<Vec<_>, WebError>>()
    })?;
    let (mut lines, mut is_over) = (Vec::new(), false);
    for one in read {
        match one {
            Ok(sighting) => is_over |= registry.tick(staff.who.user, sighting)?.is_none(),
            Err(line) => lines.push(line),
        }
    }
    match (is_over, lines.is_empty()) {
        (true, _) => refused(&staff, &Refusal::NoCheck),
        (false, false) => not_read(&staff, lines),
        (false, true) => Ok(Rendered::see_other(Href::to(Admin::StandCheck(code)).with("done", "photo"))),
    }
}

/// The page with what is wrong with a photo.
fn not_read(staff: &Staff<TendStand>, lines: Vec<String>) -> Reply {
    let typed = Typed { form: PHOTO.to_owned(), ..Typed::refused(lines) }.about(&[PHOTO]);
    let said = Said { typed, done: None };
    staff.read(|view| page(staff, view, &said))
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
pub fn kept(staff: &Staff<TendStand>, view: &View, _: Code, id: Token) -> Reply {
    let over = view.checks_over(&staff.subject)?;
    let check = over.iter().find(|check| check.id == id.as_str()).ok_or(Problem::NoSuchPage)?;
    let done = done(&staff.request, &[("finished", "check-finished")]);
    drawn(staff, view, Some(check), &Said { done, ..Said::default() })
}

fn refused(staff: &Staff<TendStand>, refusal: &Refusal) -> Reply {
    let typed = Typed::refused(vec![sentence(staff.lang, refusal, "")]);
    let said = Said { typed, done: None };
    staff.read(|view| page(staff, view, &said))
}

/// The page of the check that the person has open of this stand, or where one begins.
fn page(staff: &Staff<TendStand>, view: &View, said: &Said<'_>) -> Reply {
    let open = view.open_check(staff.who.user);
    drawn(staff, view, open.filter(|check| check.organization == staff.subject.code), said)
}

fn drawn(staff: &Staff<TendStand>, view: &View, check: Option<&Check>, said: &Said<'_>) -> Reply {
    let found = &staff.subject;
    let sightings = check.map(|check| view.seen_in(check)).transpose()?.unwrap_or_default();
    let seen: Vec<Seen<'_>> =
        sightings.into_iter().map(|one| look_up(view, one)).collect::<Result<_, Error>>()?;
    let earlier = view.checks_over(found)?;
    let page = staff.page(view, status_of(&said.typed.refusals), |site| {
        render(&CheckView {
            staff: staff.view(site, Admin::StandCheck(found.code)),
            organization: found,
            check,
            seen: &seen,
            earlier: &earlier,
            typed: &said.typed,
            done: said.done,
        })
    });
    Ok(page.for_audience(Audience::Scanner))
}

/// What the register knows of a code that was seen.
fn look_up(view: &View, (sighting, verdict): (Sighting, Verdict)) -> Result<Seen<'_>, Error> {
    let (document, shelf) = match view.find(sighting.code)? {
        Some(Subject::Document(document)) => (Some((document, view.owner(document)?)), None),
        Some(Subject::Organization(organization)) => (None, Some(organization)),
        None => (None, None),
    };
    let printed_for = sighting.stand.map(|stand| view.organization(stand)).transpose()?.flatten();
    Ok(Seen { sighting, verdict, document, organization: shelf.or(printed_for) })
}

/// Reads what a camera read or a person typed: the address in a code, or a code in any of the forms that people write.
///
/// What it is, or the sentence that says why it is no code of this register.
fn read(staff: &Staff<TendStand>, view: &View, typed: &str) -> Result<Result<Sighting, String>, Error> {
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
        if !is_ours(staff, view, &host)? {
            let host = shown(&host);
            return Ok(Err(say_with(lang, "check-refusal-elsewhere", &[("host", host.into())])));
        }
        path
    } else {
        rest
    };
    Ok(match Address::parse(path).map(|Located { address, .. }| address) {
        Ok(Address::Public(Public::Code(code))) => Ok(Sighting { code, stand: None }),
        Ok(Address::Public(Public::Stand(code, stand))) => Ok(Sighting { code, stand: Some(stand) }),
        Ok(Address::Public(Public::Clause(..) | Public::StandClause(..))) => {
            Err(about(lang, "check-refusal-clause", typed))
        }
        Err(AddressError::MistypedCode(code)) => Err(about(lang, "check-refusal-mistyped", &code)),
        _ => Err(about(lang, "check-refusal-form", typed)),
    })
}

/// Whether a host is this register's: the one that is served, the one that was confirmed, or one that is known to stand
/// on sheets of this stand.
fn is_ours(staff: &Staff<TendStand>, view: &View, host: &str) -> Result<bool, Error> {
    let stands_there = |hung: &PostedSheet| hung.host.as_deref() == Some(host);
    Ok(host == staff.app().base.host()
        || view.confirmed_host() == Some(host)
        || view.posted(&staff.subject)?.values().any(stands_there))
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
