//! What changed between two editions, and since the edition before.

use actix_web::http::StatusCode;

use super::page::{Keeping, Made};
use super::public::{Unmade, simple};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::resolution::predecessor;
use crate::domain::version::{Text, Version};
use crate::domain::{AsOf, Instant, Lang};
use crate::pages::compare::{self, CompareView, Outcome, in_order};
use crate::pages::error::Problem;
use crate::pages::{Site, Wish};
use crate::registry::{self, Registry};
use crate::text::body::Body;
use crate::text::compare::{Comparison, compare};

/// The page of a comparison.
pub fn make(
    registry: &Registry,
    (site, wish): (Site<'_>, Wish),
    owner: &Organization,
    document: &Document,
    (from, to): (u32, u32),
    as_of: AsOf,
) -> Result<Made, Unmade> {
    let version = |ordinal: u32| -> Result<&Version, Unmade> {
        let published = document.version(ordinal).filter(|version| version.is_known(as_of.known));
        published.ok_or(Unmade::Problem(Problem::NoSuchPage))
    };
    let (from, to) = (version(from)?, version(to)?);
    let view = |outcome| CompareView { site, wish, document, owner, from, to, outcome, as_of };
    if from.is_erased(as_of.known) || to.is_erased(as_of.known) {
        let html = compare::render(&view(Outcome::Erased));
        return Ok(Made { status: StatusCode::GONE, keeping: Keeping::NotStored, ..simple(html, wish) });
    }
    let (old, new) = in_order(from, to);
    let comparison = compared(registry, (old, new), wish.lang(), as_of.known)?;
    let outcome = match &comparison {
        Some(comparison) => Outcome::Compared(comparison),
        None => Outcome::LanguageMissing(languages(registry, (old, new), as_of.known)?),
    };
    Ok(simple(compare::render(&view(outcome)), wish))
}

/// The difference between two editions in a language; none where they cannot both be read in it.
fn compared(
    registry: &Registry,
    (old, new): (&Version, &Version),
    lang: Lang,
    known: Instant,
) -> registry::Result<Option<Comparison>> {
    let Some(old) = body(registry, old, lang, known)? else { return Ok(None) };
    Ok(body(registry, new, lang, known)?.map(|new| compare(&old, &new)))
}

/// The languages in which two editions can both be read.
fn languages(
    registry: &Registry,
    (old, new): (&Version, &Version),
    known: Instant,
) -> registry::Result<Vec<Lang>> {
    let mut languages = Vec::new();
    for lang in Lang::ALL {
        if body(registry, old, lang, known)?.is_some() && body(registry, new, lang, known)?.is_some() {
            languages.push(lang);
        }
    }
    Ok(languages)
}

/// What can be read of an edition in a language; none for a scan.
fn body(
    registry: &Registry,
    version: &Version,
    lang: Lang,
    known: Instant,
) -> registry::Result<Option<Body>> {
    let Some(text) = version.known_text(lang, known) else { return Ok(None) };
    Ok(registry.body(text.id)?.filter(|body| !body.is_empty()))
}

/// What changed in a text since the edition before; none where they cannot both be read in the text's language.
pub fn since_before<'d>(
    registry: &Registry,
    document: &'d Document,
    version: &Version,
    (text, shown): (&Text, &Body),
    known: Instant,
) -> registry::Result<Option<(&'d Version, Comparison)>> {
    let Some(before) = predecessor(document, version, known).filter(|_| !shown.is_empty()) else {
        return Ok(None);
    };
    let old = body(registry, before, text.lang, known)?;
    Ok(old.map(|old| (before, compare(&old, shown))))
}
