//! During the check of a stand, each code that the person who checks it opens is recorded as found.

use actix_web::web;

use super::pool::NotDone;
use super::reader::Reader;
use super::request::session_cookie;
use super::state::App;
use crate::domain::Code;
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::posted::Advice;
use crate::domain::stand_check::{Sighting, Verdict};
use crate::pages::admin::stand_check;
use crate::pages::html::Banner;
use crate::registry::{self, Registry, View};

/// Ticks the code that was opened, if a person who checks a stand opened it; what that person reads above the page.
///
/// Costs a reader without a session's cookie nothing, and everybody nothing while no stand is checked. Only scans are
/// recorded, not links that were followed nor what is loaded ahead.
pub async fn tick(reader: &Reader<'_>, app: &web::Data<App>, address: Public) -> Option<Banner> {
    let seen = match address {
        Public::Code(code) => Sighting { code, stand: None },
        Public::Stand(code, stand) => Sighting { code, stand: Some(stand) },
        _ => return None,
    };
    let may_tick = reader.is_staff() && reader.is_scan() && app.registry.has_open_checks();
    if !may_tick {
        return None;
    }
    let token = reader.request.cookie(session_cookie(app))?.value().to_owned();
    let state = app.clone();
    let peer = reader.request.peer_addr().map(|peer| peer.ip());
    let tick = move || Ok::<_, NotDone>(tick_of(&state.registry, &token, seen));
    let (organization, verdict) = app.pools.staff.run(peer, tick).await.ok().flatten()?;
    Some(stand_check::ticked(organization, verdict, reader.wish.lang()))
}

/// Ticks a code for whoever has this session. What it is, and of whose stand; trouble is only noted: the page of the
/// document matters more.
fn tick_of(registry: &Registry, token: &str, seen: Sighting) -> Option<(Code, Verdict)> {
    let outcome = registry.session(token).and_then(|who| match who {
        Some(who) => {
            let organization = registry.open_check_of(who.user);
            Ok(organization.zip(registry.tick(who.user, seen)?))
        }
        None => Ok(None),
    });
    outcome.unwrap_or_else(|error| {
        tracing::warn!(%error, "a code could not be ticked");
        None
    })
}

/// The documents that an advice names, each with its owner.
///
/// # Errors
/// A database that cannot be read.
pub fn named<'v>(
    view: &'v View,
    advice: &Advice,
) -> Result<Vec<(&'v Document, &'v Organization)>, registry::Error> {
    let codes = advice.sheets.iter().map(|sheet| sheet.document).chain(advice.take_down.iter().copied());
    let mut named = Vec::new();
    for code in codes {
        if let Some(document) = view.document(code)? {
            named.push((document, view.owner(document)?));
        }
    }
    Ok(named)
}
