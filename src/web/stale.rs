//! Pages of a server that has lost touch with its database: they say up to when they are known.

use std::sync::Arc;

use actix_web::web;

use super::App;
use super::page::{Key, Page};
use crate::domain::Instant;
use crate::pages;

/// The page with the notice that a later edition may not be known here. It is made from the page alone: neither the
/// database nor the disk is asked.
pub async fn said(app: &web::Data<App>, page: Arc<Page>, key: Key) -> Arc<Page> {
    if let Some(said) = app.pages.get(&key) {
        return said;
    }
    let (app, plain) = (app.clone(), page.clone());
    let said = web::block(move || {
        let since = key.stale_since.unwrap_or(Instant::UNIX_EPOCH);
        let said = Arc::new(plain.with_notice(&pages::layout::stale_notice(key.lang.0, since)));
        app.pages.insert(key, said.clone());
        said
    });
    said.await.unwrap_or(page)
}
