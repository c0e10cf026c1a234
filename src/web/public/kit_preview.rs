//! The page on which a chair looks at a kit and chooses another one, and the pictures of its pages.

use actix_web::http::StatusCode;

use super::kit::{KitRequest, choice};
use crate::domain::Code;
use crate::domain::address::KitPage;
use crate::pages::error::Problem;
use crate::pages::kit::{KitView, SHOWN_ALL, SHOWN_KEY, Shown, render};
use crate::press;
use crate::registry::View;
use crate::web::access::AnyoneToPrint;
use crate::web::error::Reply;
use crate::web::http::etag;
use crate::web::rendered::Rendered;

/// The page. It is not kept in memory: every choice is another page. What is wrong in the address is named above the rest
/// of what was chosen, so that nobody begins anew.
///
/// # Errors
/// An organization without a stand, a kit that cannot be laid out.
pub fn page(reader: &AnyoneToPrint, view: &View, code: Code) -> Reply {
    let (app, wish) = (&reader.app, reader.wish);
    let (mut fields, mut refusals) = (reader.fields(), Vec::new());
    while let Err(wrong) = choice(&fields) {
        refusals.push(press::no_choice(wish.lang(), &wrong));
        fields.retain(|(key, _)| key != wrong.key);
    }
    let asked = KitRequest { request: reader, view, code };
    let (organization, kit) = asked.kit(&fields)?;
    let parts = app.laid_out.pages(&kit).map_err(|error| asked.unprinted(&error, &kit))?;
    let sizes_px: Vec<(u32, u32)> = parts.iter().flat_map(|(_, pages)| pages).map(press::size_px).collect();
    let shows_all = fields.iter().any(|(key, value)| key == SHOWN_KEY && value == SHOWN_ALL);
    let html = render(&KitView {
        site: app.site(view),
        wish,
        organization,
        kit: &kit,
        parts: &parts,
        sizes_px: &sizes_px,
        shown: if shows_all { Shown::All } else { Shown::First },
        refusals: &refusals,
    });
    if refusals.is_empty() {
        Ok(Rendered::page(html, wish).uncached())
    } else {
        Ok(Rendered::private(StatusCode::BAD_REQUEST, html, wish.lang()))
    }
}

/// The picture of a page. It is drawn only for a browser that does not have it.
///
/// # Errors
/// As [`page`], and a page that there is not.
pub fn picture(reader: &AnyoneToPrint, view: &View, code: Code, number: KitPage) -> Reply {
    let app = &reader.app;
    let asked = KitRequest { request: reader, view, code };
    let (_, kit) = asked.kit(&reader.fields())?;
    let parts = app.laid_out.pages(&kit).map_err(|error| asked.unprinted(&error, &kit))?;
    let page = parts.iter().flat_map(|(_, pages)| pages).nth(number.0.saturating_sub(1));
    let page = page.ok_or(Problem::NoSuchPage)?;
    let etag = etag::of_checksum(press::fingerprint(page, kit.accent));
    if etag::has_already(&reader.headers, etag.as_bytes()) {
        return Ok(Rendered::not_modified(etag));
    }
    let png = press::preview(page, kit.accent)?;
    Ok(Rendered::file("image/png", png, None).tagged(etag))
}
