//! Pages of everybody: from memory where they are ready, else made once and kept.

use std::sync::Arc;

use actix_web::http::header::HeaderMap;
use actix_web::{HttpResponse, web};

use super::access::Open;
use super::dispatch::{Incoming, refused};
use super::error::{Reply, WebError, blocking};
use super::http::memento;
use super::page_cache::Key;
use super::public::context::PageContext;
use super::public::search;
use super::reader::Reader;
use super::rendered::Page;
use super::request::wished;
use super::stand_check;
use super::state::App;
use crate::domain::address::Public;
use crate::domain::{AsOf, Instant, Lang};
use crate::pages::Wish;
use crate::pages::error::Problem;
use crate::pages::layout::stale_notice;
use crate::registry::Snapshot;

/// Answers a request for a page, which `make` makes where it is not ready.
pub async fn answer<A: Open>(
    incoming: Incoming,
    address: Public,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + 'static,
) -> HttpResponse {
    match ready(&incoming, address, make).await {
        Ok(response) => response,
        Err(error) => refused(incoming.request(), error).await,
    }
}

async fn ready(
    incoming: &Incoming,
    address: Public,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + 'static,
) -> Result<HttpResponse, WebError> {
    let (app, http) = (&incoming.app, &incoming.http);
    let wish = if address.is_same_for_all() {
        Wish::InPath(Lang::Kk)
    } else {
        wished(http.headers(), incoming.at.lang)
    };
    if let Some(typed) = search::typed(http.query_string()).filter(|_| address.is_text()) {
        return within(incoming, wish, search::checked(typed)?, make).await;
    }
    let reader = Reader { app, request: http, wish };
    let snapshot = app.registry.snapshot();
    let as_of = app.registry.as_of(&snapshot);
    let ticked = stand_check::tick(&reader, app, &snapshot, address).await;
    let mut key = Key::new(address, wish, snapshot.generation, as_of.day);
    key.selected = selected(http.headers(), wish, &snapshot, address, as_of)?;
    let page = match app.pages.get(&key) {
        Some(page) => page,
        None => {
            let app = app.clone();
            let kept = move || {
                let context = PageContext {
                    app: &app,
                    snapshot: &snapshot,
                    as_of,
                    wish,
                    selected: key.selected,
                    typed: "",
                };
                let page = Arc::new(Page::new(make(&context)?));
                app.pages.insert(key, page.clone());
                Ok(page)
            };
            blocking(kept).await?
        }
    };
    if let Some(notice) = ticked {
        return Ok(page.announcing(&notice));
    }
    let page = match app.registry.stale_since() {
        Some(since) if page.is_for_people() => stale(app, page, key, since).await,
        _ => page,
    };
    if let Some(counted) = page.counted {
        reader.count(as_of.day, counted);
    }
    Ok(page.answer(http.headers()))
}

/// The text with the words of a search marked. It is not kept: every search is another page; and it is no opening.
async fn within(
    incoming: &Incoming,
    wish: Wish,
    typed: String,
    make: impl Fn(&PageContext<'_>) -> Reply + Send + 'static,
) -> Result<HttpResponse, WebError> {
    let app = incoming.app.clone();
    let found = move || {
        let snapshot = app.registry.snapshot();
        let as_of = app.registry.as_of(&snapshot);
        let context =
            PageContext { app: &app, snapshot: &snapshot, as_of, wish, selected: None, typed: &typed };
        Ok(Page::new(make(&context)?.uncached()))
    };
    Ok(blocking(found).await?.answer(incoming.http.headers()))
}

/// The version that the request's `Accept-Datetime` selects, where the path names neither a language nor a time.
fn selected(
    headers: &HeaderMap,
    wish: Wish,
    snapshot: &Snapshot,
    address: Public,
    as_of: AsOf,
) -> Result<Option<u32>, WebError> {
    let (Public::Code(code) | Public::Stand(code, _), Wish::Accepted(_)) = (address, wish) else {
        return Ok(None);
    };
    let Some(document) = snapshot.document(code) else { return Ok(None) };
    let asked = memento::accepted(headers).map_err(|memento::BadDatetime| Problem::BadDatetime)?;
    Ok(asked.and_then(|instant| memento::selected(document, instant, as_of)))
}

/// The page of a server that has lost touch with its database, with the notice that a later edition may not be known here.
/// It is made from the page alone: neither the database nor the disk is asked.
async fn stale(app: &web::Data<App>, page: Arc<Page>, key: Key, since: Instant) -> Arc<Page> {
    let key = Key { stale_since: Some(since), ..key };
    if let Some(said) = app.pages.get(&key) {
        return said;
    }
    let (app, plain) = (app.clone(), page.clone());
    let said = blocking(move || {
        let said = Arc::new(plain.with_notice(&stale_notice(key.lang.0, since)));
        app.pages.insert(key, said.clone());
        Ok(said)
    });
    said.await.unwrap_or(page)
}
