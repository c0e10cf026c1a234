//! The secret address at which a calendar and a feed reader ask what needs a person.

use actix_web::http::StatusCode;

use super::needs::groups;
use crate::domain::address::{Admin, Href, Token};
use crate::pages::admin::needs::Group;
use crate::pages::admin::needs_address::render_made;
use crate::pages::admin::needs_calendar::{self, calendar as written};
use crate::pages::admin::needs_feed::{NeedsFeed, render};
use crate::pages::atom;
use crate::pages::error::Problem;
use crate::registry::{Error, Refusal, Told, View};
use crate::web::access::{Anyone, SignedInOnly, Staff};
use crate::web::error::{Reply, WebError};
use crate::web::http::encoding::Effort;
use crate::web::rendered::Rendered;

/// Lines of a kind that are told where there is a list of all of them.
const TOLD_MAX: usize = 100;

/// Makes the address. The answer is the page that shows it, because it is kept nowhere and shown this once.
///
/// # Errors
/// Trouble with the state.
pub fn make(staff: Staff<SignedInOnly>, (): ()) -> Reply {
    let secret = staff.registry().make_needs_address(&staff.who, staff.lang)?;
    Ok(staff.page(&staff.registry().glance(), StatusCode::OK, |site| {
        render_made(staff.view(site, Admin::Account), &secret)
    }))
}

/// Ends it.
///
/// # Errors
/// There is none; trouble with the state.
pub fn end(staff: Staff<SignedInOnly>, (): ()) -> Reply {
    match staff.registry().end_needs_address(&staff.who) {
        // Who presses twice wants it to be ended, and it is.
        Ok(()) | Err(Error::Refused(Refusal::BadToken)) => {
            Ok(Rendered::see_other(Href::to(Admin::Account).with("done", "needs-ended")))
        }
        Err(error) => Err(error.into()),
    }
}

/// The days by which something is to be done, as a calendar.
///
/// # Errors
/// An address that is none, which is not told from one that has ended; trouble with the state.
pub fn calendar(who: &Anyone, view: &View, secret: Token) -> Reply {
    let (told, groups) = told(who, view, secret)?;
    Ok(private(needs_calendar::MEDIA_TYPE, written(told.lang, &groups, &who.app.origin)))
}

/// What needs the person, as a feed.
///
/// # Errors
/// As [`calendar`].
pub fn feed(who: &Anyone, view: &View, secret: Token) -> Reply {
    let (told, groups) = told(who, view, secret)?;
    let feed = render(&NeedsFeed {
        site: who.app.site(view),
        lang: told.lang,
        login: &told.who.login,
        since: told.since,
        today: view.as_of().day,
        groups: &groups,
    });
    Ok(private(atom::MEDIA_TYPE, feed))
}

/// What the person may see now whose address it is.
fn told(who: &Anyone, view: &View, secret: Token) -> Result<(Told, Vec<Group>), WebError> {
    let registry = &who.app.registry;
    let told = registry.told_at(secret.as_str())?.ok_or(Problem::NoSuchPage)?;
    let telling = (TOLD_MAX, who.app.origin.as_str(), told.lang);
    let groups = groups(registry, view, &told.who.role, telling)?;
    Ok((told, groups))
}

/// A document for one person, that nobody in between keeps. It is not compressed: what others typed stands in it.
fn private(media_type: &'static str, content: String) -> Rendered {
    Rendered { effort: Effort::None, ..Rendered::document(media_type, content) }.privately()
}
