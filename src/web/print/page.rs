//! The page on which a chair looks at a kit and chooses another one, and the pictures of its pages.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{Unprinted, asked, pairs, read, refused, sent};
use crate::domain::Code;
use crate::pages::Wish;
use crate::pages::error::Problem;
use crate::pages::kit::{self, KitView, Shown};
use crate::press;
use crate::web::App;
use crate::web::failure::Failure;
use crate::web::page::{Made, Page, has_already};
use crate::web::reader::Reader;

/// `/{ORG}/kit`. It is not kept in memory: every choice is another page.
pub async fn page(reader: &Reader<'_>, app: &web::Data<App>, code: Code) -> Result<HttpResponse, Failure> {
    let (state, pairs, wish) = (app.clone(), pairs(reader.request), reader.wish);
    match web::block(move || html(&state, code, &pairs, wish)).await {
        Ok(Ok((html, Asked::Good))) => {
            Ok(Page::passing(Made::page(html, wish.lang()), wish).answer(reader.request))
        }
        Ok(Ok((html, Asked::Wrong))) => Err(Failure::new(StatusCode::BAD_REQUEST, wish.lang(), html)),
        Ok(Err(unprinted)) => Err(refused(reader, code, unprinted)),
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

/// Whether an address names only choices that there are.
enum Asked {
    Good,
    Wrong,
}

/// The page. What is wrong in the address is named above the rest of what was chosen, so that nobody begins anew.
fn html(app: &App, code: Code, pairs: &[(String, String)], wish: Wish) -> Result<(String, Asked), Unprinted> {
    let snapshot = app.registry.snapshot();
    let (mut pairs, mut refusals) = (pairs.to_vec(), Vec::new());
    while let Err(wrong) = read(&pairs) {
        refusals.push(press::no_choice(wish.lang(), &wrong));
        pairs.retain(|(key, _)| key != wrong.key);
    }
    let (organization, kit) = asked(app, &snapshot, code, &pairs)?;
    let parts = app.laid_out.pages(&kit).map_err(|error| Unprinted::Press(error, Box::new(kit.clone())))?;
    let sizes_px: Vec<(u32, u32)> = parts.iter().flat_map(|(_, pages)| pages).map(press::size_px).collect();
    let shows_all = pairs.iter().any(|(key, value)| key == kit::SHOWN_KEY && value == kit::SHOWN_ALL);
    let html = kit::render(&KitView {
        site: app.site(&snapshot),
        wish,
        organization,
        kit: &kit,
        parts: &parts,
        sizes_px: &sizes_px,
        shown: if shows_all { Shown::All } else { Shown::First },
        refusals: &refusals,
    });
    Ok((html, if refusals.is_empty() { Asked::Good } else { Asked::Wrong }))
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
        let accent = kit.accent;
        let parts = state.laid_out.pages(&kit).map_err(|error| Unprinted::Press(error, Box::new(kit)))?;
        let page = parts.iter().flat_map(|(_, pages)| pages).nth(number.saturating_sub(1));
        let page = page.ok_or(Unprinted::Problem(Problem::NoSuchPage))?.clone();
        let fingerprint = press::fingerprint(&page, accent).to_string();
        Ok((page, accent, format!("\"{}\"", &fingerprint[..32])))
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
