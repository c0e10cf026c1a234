//! The readable body of a text, structured or plain.

use actix_web::{HttpResponse, web};

use super::call::Call;
use super::problem::ProblemDetails;
use super::types::TextBody;
use crate::domain::Lang;
use crate::domain::version::Version;
use crate::pages::Wish;
use crate::pages::error::Problem;
use crate::text::body::Body;
use crate::web::failure::Failure;
use crate::web::page::Made;

/// The body of a text with its structure. It is null where the file is a scan.
#[utoipa::path(
    get,
    path = "/documents/{code}/versions/{ordinal}/texts/{lang}/body",
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
pub async fn structured(
    call: Call,
    path: web::Path<(String, String, String)>,
) -> Result<HttpResponse, Failure> {
    let (code, ordinal, lang) = &*path;
    let document = call.document(code)?;
    let version = call.version(document, ordinal)?;
    let (lang, body) = read(&call, version, lang).await?;
    let (document, version) = (document.code.to_string(), version.ordinal);
    call.json(&TextBody { document, version, lang: lang.tag(), body }).await
}

/// The words of a text: one paragraph or heading a line, cells of a row parted by tabs, footnotes last.
#[utoipa::path(
    get,
    path = "/documents/{code}/versions/{ordinal}/texts/{lang}/plain",
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
pub async fn plain(call: Call, path: web::Path<(String, String, String)>) -> Result<HttpResponse, Failure> {
    let (code, ordinal, lang) = &*path;
    let version = call.version(call.document(code)?, ordinal)?;
    let (lang, body) = read(&call, version, lang).await?;
    let body = body.ok_or_else(|| call.problem(Problem::NoSuchPage))?;
    let made = Made::document("text/plain; charset=utf-8", body.to_text());
    call.send(Made { content_language: Some(lang), ..made }, Wish::InPath(lang)).await
}

async fn read(call: &Call, version: &Version, lang: &str) -> Result<(Lang, Option<Body>), Failure> {
    let lang = Lang::parse(lang).ok_or_else(|| call.problem(Problem::NoSuchPage))?;
    let text = version.known_text(lang, call.as_of.known);
    let id = text.ok_or_else(|| call.problem(Problem::NoSuchPage))?.id;
    if version.is_erased(call.as_of.known) {
        return Err(call.problem(Problem::FileGone));
    }
    let app = call.app.clone();
    match web::block(move || app.registry.body(id)).await {
        Ok(Ok(body)) => Ok((lang, body.filter(|body| !body.is_empty()))),
        Ok(Err(error)) => {
            tracing::error!(%error, "a body could not be read");
            Err(call.problem(Problem::Internal))
        }
        Err(_) => Err(call.problem(Problem::Internal)),
    }
}
