//! Pages of everybody: from memory where they are ready, else made once and kept.

use std::sync::Arc;

use actix_web::HttpResponse;

use super::access::Open;
use super::dispatch::{Incoming, refused};
use super::error::{Reply, WebError};
use super::http::memento;
use super::page::Page;
use super::page_cache::{Found, Key, Ready, Source};
use super::pool::in_time;
use super::public::context::PageContext;
use super::public::search;
use super::reader::Reader;
use super::request::wished;
use super::stand_check;
use super::state::App;
use crate::domain::address::Public;
use crate::domain::calendar::day_after;
use crate::domain::{Day, Instant, Lang};
use crate::pages::LanguagePreference;
use crate::pages::chrome::stale_notice;
use crate::pages::error::Problem;
use crate::registry::View;

/// Answers a request for a page, which `make` makes where it is not ready.
pub async fn answer<A: Open>(
    incoming: Incoming,
    address: Public,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + Sync + 'static,
) -> HttpResponse {
    match ready(&incoming, address, make).await {
        Ok(response) => response,
        Err(error) => {
            if let (WebError::Problem(Problem::UnknownCode(code)), true) = (&error, address.is_printed()) {
                let wish = wished(incoming.http.headers(), incoming.at.lang);
                Reader { app: &incoming.app, request: &incoming.http, wish }.count_stray((*code).into());
            }
            refused(incoming.request(), error)
        }
    }
}

async fn ready(
    incoming: &Incoming,
    address: Public,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + Sync + 'static,
) -> Result<HttpResponse, WebError> {
    let (app, http) = (&incoming.app, &incoming.http);
    let wish = if address.is_same_for_all() {
        LanguagePreference::InPath(Lang::Kk)
    } else {
        wished(http.headers(), incoming.at.lang)
    };
    if let Some(typed) = search::typed(http.query_string()).filter(|_| address.is_text()) {
        return within(incoming, wish, search::checked(typed)?, make).await;
    }
    let reader = Reader { app, request: http, wish };
    let day = app.registry.today();
    let ticked = stand_check::tick(&reader, app, address).await;
    let mut key = Key::new(address, wish);
    key.selected = selected(incoming, wish, address).await?;
    let ready = match app.pages.get(&key, day) {
        Some(ready) => ready,
        None => made(incoming, key, (day, wish), make).await?,
    };
    if let Some(notice) = ticked {
        return Ok(ready.announcing(&notice));
    }
    let ready = match app.registry.stale_since() {
        Some(since) if ready.page.is_for_people() => stale(incoming, ready, key, (day, since)).await?,
        _ => ready,
    };
    if let Some(counted) = ready.page.counted {
        reader.count(day, counted);
    }
    if ready.page.is_unpacked_for(http.headers()) {
        let packed = ready.clone();
        let content =
            app.pools.notices.run(incoming.peer(), move || Ok::<_, WebError>(packed.content())).await?;
        return Ok(ready.answer_unpacked(http.headers(), content));
    }
    Ok(ready.answer(http.headers()))
}

/// What was made for a key.
enum Made {
    /// The page.
    Page(Ready),
    /// The page of another key is the same.
    SameAs(Key, Source),
    /// The organization, which there was not a moment ago, has come.
    Changed,
}

/// A page that was not ready.
async fn made(
    incoming: &Incoming,
    key: Key,
    (day, wish): (Day, LanguagePreference),
    make: impl Fn(&PageContext<'_>) -> Reply + Send + Sync + 'static,
) -> Result<Ready, WebError> {
    let (app, make) = (&incoming.app, Arc::new(make));
    let mut wanted = key;
    loop {
        let place = match in_time(app.pages.find(wanted, day)).await? {
            Found::Ready(ready) => return Ok(ready),
            Found::Missing(at, place) => {
                wanted = at;
                place
            }
        };
        let (of, make) = (app.clone(), make.clone());
        let made = move || of.registry.read(|view| made_from(&of, view, (key, wanted), wish, &*make));
        let pool = if wanted.address.is_drawn() { &app.pools.drawings } else { &app.pools.pages };
        match pool.run(incoming.peer(), made).await? {
            Made::Page(ready) => {
                let Source { stamp, parts, .. } = ready.source.clone();
                app.registry.while_unchanged(stamp, parts.as_deref(), || place.keep(ready.clone()));
                return Ok(ready);
            }
            Made::SameAs(other, source) => {
                let (stamp, parts) = (source.stamp, source.parts.clone());
                app.registry.while_unchanged(stamp, parts.as_deref(), || place.keep_same(other, source));
                wanted = other;
            }
            Made::Changed => wanted = key,
        }
    }
}

fn made_from(
    app: &App,
    view: &View,
    (asked, key): (Key, Key),
    wish: LanguagePreference,
    make: &impl Fn(&PageContext<'_>) -> Reply,
) -> Result<Made, WebError> {
    let as_of = view.as_of();
    let source = |until| {
        let parts = view.parts().map(Arc::from);
        Source { stamp: view.stamp(), parts, from: as_of.day, until }
    };
    if let (Some(other), Some(organization)) = (asked.astray(), asked.address.stand()) {
        let is_astray = view.organization(organization)?.is_none();
        match (is_astray, key.is_astray) {
            (true, false) => return Ok(Made::SameAs(other, source(None))),
            // What it would be is the page of one organization, under the key of all that there are not.
            (false, true) => return Ok(Made::Changed),
            _ => {}
        }
    }
    let context = PageContext { app, view, as_of, wish, selected: key.selected, typed: "" };
    let rendered = make(&context)?;
    let until = if rendered.is_dated { Some(day_after(as_of.day)) } else { view.next_change() };
    view.pause();
    Ok(Made::Page(app.pages.compressed(rendered, || source(until))))
}

/// The text with the words of a search marked. It is not kept: every search is another page; and it is no opening.
async fn within(
    incoming: &Incoming,
    wish: LanguagePreference,
    typed: String,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + 'static,
) -> Result<HttpResponse, WebError> {
    let app = incoming.app.clone();
    let found = move || {
        app.registry.read(|view| {
            let as_of = view.as_of();
            let context = PageContext { app: &app, view, as_of, wish, selected: None, typed: &typed };
            Ok::<_, WebError>(Page::new(make(&context)?.uncached()))
        })
    };
    let found = incoming.app.pools.work.run(incoming.peer(), found).await?;
    Ok(found.answer(incoming.http.headers()))
}

/// The version that the request's `Accept-Datetime` selects, where the path names neither a language nor a time.
async fn selected(
    incoming: &Incoming,
    wish: LanguagePreference,
    address: Public,
) -> Result<Option<u32>, WebError> {
    let (Public::Code(code) | Public::Stand(code, _), LanguagePreference::Accepted(_)) = (address, wish)
    else {
        return Ok(None);
    };
    let asked = memento::accepted(incoming.http.headers());
    if asked == Ok(None) {
        return Ok(None);
    }
    let app = incoming.app.clone();
    let found = move || {
        app.registry.read(|view| {
            let Some(document) = view.document(code)? else { return Ok(None) };
            let asked = asked.map_err(|memento::BadDatetime| Problem::BadDatetime)?;
            Ok(asked.and_then(|instant| memento::selected(document, instant, view.as_of())))
        })
    };
    incoming.app.pools.pages.run(incoming.peer(), found).await
}

/// The page of a server that has lost touch with its database, with the notice that a later edition may not be known here.
/// It is made from the page alone: neither the database nor the disk is asked.
///
/// # Errors
/// Too many of them at once. The page without the notice is never given instead.
async fn stale(
    incoming: &Incoming,
    ready: Ready,
    key: Key,
    (day, since): (Day, Instant),
) -> Result<Ready, WebError> {
    let app = incoming.app.clone();
    let key = Key { stale_since: Some(since), ..key };
    if let Some(said) = app.pages.get(&key, day) {
        return Ok(said);
    }
    incoming
        .app
        .pools
        .notices
        .run(incoming.peer(), move || {
            let said = ready.with_notice(&stale_notice(key.lang.0, since));
            let Source { stamp, parts, .. } = said.source.clone();
            app.registry.while_unchanged(stamp, parts.as_deref(), || app.pages.insert(key, said.clone()));
            Ok(said)
        })
        .await
}
