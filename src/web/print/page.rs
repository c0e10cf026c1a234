//! The page on which a chair looks at a kit and chooses another one, and the pictures of its pages.

use actix_web::{HttpResponse, web};

use super::{Unprinted, asked, pairs, refused, sent};
use crate::domain::Code;
use crate::domain::organization::Status;
use crate::pages::error::Problem;
use crate::pages::kit::{self, KitView, Shown};
use crate::pages::{Site, Wish};
use crate::press;
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::page::{Made, Page, has_already};
use crate::web::reader::Reader;

/// `/{ORG}/kit`. It is not kept in memory: every choice is another page.
pub async fn page(reader: &Reader<'_>, app: &web::Data<App>, code: Code) -> Result<HttpResponse, Failure> {
    let (state, pairs, wish) = (app.clone(), pairs(reader.request), reader.wish);
    match web::block(move || html(&state, code, &pairs, wish)).await {
        Ok(Ok(html)) => Ok(Page::passing(Made::page(html, wish.lang()), wish).answer(reader.request)),
        Ok(Err(unprinted)) => Err(refused(reader, code, unprinted)),
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

fn html(app: &App, code: Code, pairs: &[(String, String)], wish: Wish) -> Result<String, Unprinted> {
    let snapshot = app.registry.snapshot();
    let (organization, kit) = asked(app, &snapshot, code, pairs)?;
    if organization.status != Status::Active {
        // What does not exist any more has no stand to print for.
        return Err(Unprinted::Problem(Problem::NoSuchPage));
    }
    let parts = press::parts(&kit).map_err(|error| Unprinted::Press(error, Box::new(kit.clone())))?;
    let sizes_px: Vec<(u32, u32)> = parts.iter().flat_map(|(_, pages)| pages).map(press::size_px).collect();
    let shows_all = pairs.iter().any(|(key, value)| key == kit::SHOWN_KEY && value == kit::SHOWN_ALL);
    Ok(kit::render(&KitView {
        site: Site { union: snapshot.union(), origin: &app.origin },
        wish,
        organization,
        kit: &kit,
        parts: &parts,
        sizes_px: &sizes_px,
        shown: if shows_all { Shown::All } else { Shown::First },
    }))
}

/// `/{ORG}/kit/1.png`: the picture of the first page. It is drawn only for a browser that does not have it.
pub async fn picture(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    code: Code,
    number: usize,
) -> Result<HttpResponse, Failure> {
    let (state, pairs) = (app.clone(), pairs(reader.request));
    let laid_out = web::block(move || {
        let snapshot = state.registry.snapshot();
        let (_, kit) = asked(&state, &snapshot, code, &pairs)?;
        let document = press::lay_out(&kit).map_err(|error| Unprinted::Press(error, Box::new(kit)))?;
        let page = document.pages.into_iter().nth(number.saturating_sub(1));
        let page = page.ok_or(Unprinted::Problem(Problem::NoSuchPage))?;
        let fingerprint = press::fingerprint(&page, document.accent).to_string();
        Ok((page, document.accent, format!("\"{}\"", &fingerprint[..32])))
    });
    let (page, accent, etag) = match laid_out.await {
        Ok(Ok(laid_out)) => laid_out,
        Ok(Err(unprinted)) => return Err(refused(reader, code, unprinted)),
        Err(_) => return Err(reader.problem(Problem::Internal)),
    };
    if has_already(reader.request, &etag) {
        return Ok(sent(reader, etag, "image/png", None, Vec::new()));
    }
    match web::block(move || press::preview(&page, accent)).await {
        Ok(Ok(png)) => Ok(sent(reader, etag, "image/png", None, png)),
        _ => Err(reader.problem(Problem::Internal)),
    }
}
