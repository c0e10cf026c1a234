//! The answer of a document: which text applies on a day, as the register knew it at an instant.

use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::ProblemDetails;
use super::program::{Program, document, json};
use super::types::{Answer, Chosen, Outcome, Standing, Version};
use crate::domain::address::{Api, Href, Public};
use crate::domain::answer::{choose_text, last_in_language};
use crate::domain::document::Document;
use crate::domain::resolution::{self, resolve};
use crate::domain::{AsOf, Code, Day, Instant, Lang, calendar};
use crate::registry::View;
use crate::web::error::{Reply, WebError};

/// What the answer depends on.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The day in Asia/Almaty (`2025-09-01`), or an instant (RFC 3339) whose day there is meant. By default now.
    at: Option<String>,
    /// Only what the register knew at this instant (RFC 3339). By default now.
    known: Option<String>,
    /// The language that is wished: `kk`, `ru` or `en`. By default that of `Accept-Language`, else `kk`.
    lang: Option<String>,
}

/// The text that applies on a day, by the same rule as the page of the document.
#[utoipa::path(
    get,
    path = Api::ANSWER,
    params(("code" = String, Path, description = "The document's code"), Asked),
    responses(
        (status = 200, body = Answer),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn answer(call: &Program, view: &View, code: Code) -> Reply {
    let document = document(view, code)?;
    let asked: Asked = call.query()?;
    let day = match asked.at.as_deref() {
        None => view.as_of().day,
        Some(text) => read_day(text).ok_or(WebError::Parameter("at"))?,
    };
    let known = match asked.known.as_deref() {
        None => view.as_of().known,
        // Nobody knows the future: what is recorded later would change the answer.
        Some(text) => {
            text.parse::<Instant>().map_err(|_| WebError::Parameter("known"))?.min(view.as_of().known)
        }
    };
    let wish = call.wish_in(asked.lang.as_deref())?;
    let resolved = resolved(call.origin(), document, AsOf { day, known }, wish.lang());
    Ok(json(&resolved)?.negotiated_by(wish))
}

fn read_day(text: &str) -> Option<Day> {
    calendar::parse_day(text).or_else(|| text.parse::<Instant>().ok().map(calendar::local_day))
}

fn resolved(origin: &str, document: &Document, as_of: AsOf, wish: Lang) -> Answer {
    let empty = |outcome| Answer {
        document: document.code.to_string(),
        day: as_of.day.to_string(),
        known: as_of.known.to_string(),
        outcome,
        standing: None,
        version: None,
        text: None,
    };
    match resolve(document, as_of) {
        resolution::Answer::NothingPublished => empty(Outcome::NothingPublished),
        resolution::Answer::AllWithdrawn => empty(Outcome::AllWithdrawn),
        resolution::Answer::Version { version, status } => {
            let edition = Href::to(Public::Version(document.code, version.ordinal));
            let text = choose_text(version, wish, as_of.known).map(|choice| Chosen {
                lang: choice.text.lang.tag(),
                wish_missing: choice.wish_missing,
                address: format!("{origin}{}", edition.clone().in_language(choice.text.lang)),
                last_in_wished_language: last_in_language(document, version, wish, as_of.known)
                    .filter(|_| choice.wish_missing)
                    .map(|last| last.ordinal),
            });
            Answer {
                standing: Some(Standing::of(status)),
                version: Some(Version::of(origin, document.code, version, as_of.known)),
                text,
                ..empty(Outcome::Version)
            }
        }
    }
}
