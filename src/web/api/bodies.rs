//! The readable body of a text, structured or plain.

use super::problem::ProblemDetails;
use super::program::{Program, document, json, version};
use super::types::{TextBody, TextDoubt};
use crate::domain::address::{Api, Number};
use crate::domain::requisites::RequisitesInput;
use crate::domain::version::Version;
use crate::domain::{Code, Lang};
use crate::pages::error::Problem;
use crate::registry::View;
use crate::text::body::Body;
use crate::text::review::{self, Doubt, DoubtKind, Expected};
use crate::web::error::{Reply, WebError};
use crate::web::http::csp::Audience;
use crate::web::rendered::Rendered;

/// The body of a text with its structure. It is null where the file is a scan.
#[utoipa::path(
    get,
    path = Api::BODY,
    params(
        ("code" = String, Path, description = "The document's code"),
        ("ordinal" = u32, Path, description = "The version's number within its document"),
        ("lang" = String, Path, description = "`kk`, `ru` or `en`")
    ),
    responses(
        (status = 200, body = TextBody),
        (status = 404, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 410, description = "The text was erased", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn structured(_: &Program, view: &View, code: Code, ordinal: Number, lang: Lang) -> Reply {
    let document = document(view, code)?;
    let version = version(view, document, ordinal)?;
    let body = read(view, version, lang)?;
    let owner = view.owner(document)?;
    let requisites = RequisitesInput::from(version.requisites);
    let expected = Some(Expected { owner, requisites: &requisites });
    let doubts = match &body {
        Some(body) => review::doubts(&[(lang, body)], expected).iter().map(TextDoubt::from).collect(),
        None => vec![TextDoubt::from(&Doubt { lang, anchor: None, kind: DoubtKind::NoWords })],
    };
    let (document, version) = (document.code.to_string(), version.ordinal);
    let body = body.filter(|body| !body.is_empty());
    json(&TextBody { document, version, lang: lang.tag(), body, doubts })
}

/// The words of a text: one paragraph or heading a line, cells of a row parted by tabs, footnotes last.
#[utoipa::path(
    get,
    path = Api::PLAIN,
    params(
        ("code" = String, Path, description = "The document's code"),
        ("ordinal" = u32, Path, description = "The version's number within its document"),
        ("lang" = String, Path, description = "`kk`, `ru` or `en`")
    ),
    responses(
        (status = 200, body = String, content_type = "text/plain"),
        (status = 404, description = "No such text, or it is a scan", body = ProblemDetails, content_type = "application/problem+json"),
        (status = 410, description = "The text was erased", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn plain(_: &Program, view: &View, code: Code, ordinal: Number, lang: Lang) -> Reply {
    let version = version(view, document(view, code)?, ordinal)?;
    let body = read(view, version, lang)?.filter(|body| !body.is_empty()).ok_or(Problem::NoSuchPage)?;
    let words = Rendered::document("text/plain; charset=utf-8", body.to_text());
    Ok(Rendered { content_language: Some(lang), ..words }.for_audience(Audience::Programs))
}

fn read(view: &View, version: &Version, lang: Lang) -> Result<Option<Body>, WebError> {
    let text = version.known_text(lang, view.as_of().known).ok_or(Problem::NoSuchPage)?;
    if version.is_erased(view.as_of().known) {
        return Err(Problem::FileGone.into());
    }
    Ok(view.reading(text.id)?)
}
