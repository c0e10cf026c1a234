//! What changed between two editions, and since the edition before.

use actix_web::http::StatusCode;

use super::context::PageContext;
use crate::domain::address::Pair;
use crate::domain::document::Document;
use crate::domain::resolution::predecessor;
use crate::domain::version::{Text, Version};
use crate::domain::{Code, Instant, Lang};
use crate::pages::compare::{self, CompareView, Outcome, in_order};
use crate::pages::error::Problem;
use crate::registry::{self, View};
use crate::text::body::Body;
use crate::text::compare::{Comparison, compare};
use crate::web::error::{Reply, WebError};
use crate::web::rendered::{CachePolicy, Rendered};

/// The page of a comparison.
///
/// # Errors
/// Editions that there are not, bodies that cannot be read.
pub fn page(context: &PageContext<'_>, code: Code, Pair(from, to): Pair) -> Reply {
    let PageContext { view: register, as_of, wish, .. } = *context;
    let document = context.document(code)?;
    let owner = context.owner(document)?;
    let version = |ordinal: u32| -> Result<&Version, WebError> {
        let published = document.version(ordinal).filter(|version| version.is_known(as_of.known));
        published.ok_or(WebError::Problem(Problem::NoSuchPage))
    };
    let (from, to) = (version(from)?, version(to)?);
    let view =
        |outcome| CompareView { site: context.site(), wish, document, owner, from, to, outcome, as_of };
    if from.is_erased(as_of.known) || to.is_erased(as_of.known) {
        let page = Rendered::page(compare::render(&view(Outcome::Erased)), wish);
        return Ok(Rendered { status: StatusCode::GONE, cache: CachePolicy::NotStored, ..page });
    }
    let (old, new) = in_order(from, to);
    let comparison = compared(register, (old, new), wish.lang(), as_of.known)?;
    let outcome = match &comparison {
        Some(comparison) => Outcome::Compared(comparison),
        None => Outcome::LanguageMissing(languages(register, (old, new), as_of.known)?),
    };
    Ok(Rendered::page(compare::render(&view(outcome)), wish))
}

/// The difference between two editions in a language; none where they cannot both be read in it.
fn compared(
    view: &View,
    (old, new): (&Version, &Version),
    lang: Lang,
    known: Instant,
) -> registry::Result<Option<Comparison>> {
    let Some(old) = body(view, old, lang, known)? else { return Ok(None) };
    Ok(body(view, new, lang, known)?.map(|new| compare(&old, &new)))
}

/// The languages in which two editions can both be read.
fn languages(view: &View, (old, new): (&Version, &Version), known: Instant) -> registry::Result<Vec<Lang>> {
    let mut languages = Vec::new();
    for lang in Lang::ALL {
        if body(view, old, lang, known)?.is_some() && body(view, new, lang, known)?.is_some() {
            languages.push(lang);
        }
    }
    Ok(languages)
}

/// What can be read of an edition in a language; none for a scan.
fn body(view: &View, version: &Version, lang: Lang, known: Instant) -> registry::Result<Option<Body>> {
    let Some(text) = version.known_text(lang, known) else { return Ok(None) };
    Ok(view.body(text.id)?.filter(|body| !body.is_empty()))
}

/// What changed in a text since the edition before; none where they cannot both be read in the text's language.
///
/// # Errors
/// A body that cannot be read.
pub fn since_before<'d>(
    view: &View,
    document: &'d Document,
    version: &Version,
    (text, shown): (&Text, &Body),
    known: Instant,
) -> registry::Result<Option<(&'d Version, Comparison)>> {
    let Some(before) = predecessor(document, version, known).filter(|_| !shown.is_empty()) else {
        return Ok(None);
    };
    let old = body(view, before, text.lang, known)?;
    Ok(old.map(|old| (before, compare(&old, shown))))
}
