//! Searching the texts: the same places as the page of results.

use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::ProblemDetails;
use super::program::{Program, code, document, json, organization};
use super::types::{FoundPlace, Organization, ReadWord, SearchResults, Work};
use crate::domain::address::Api;
use crate::pages::LanguagePreference;
use crate::registry::{Editions, Found, Reading, View};
use crate::web::error::{Reply, WebError};
use crate::web::public::search::{PER_PAGE, QUERY_MAX_CHARS, SearchRequest, page_number};

/// What is searched for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Parameters {
    /// The words in Kazakh or Russian, in any form, 1 to 300 characters; or a title, an organization, a code.
    #[param(required)]
    q: Option<String>,
    /// Only what hangs on the stand of the organization with this code.
    org: Option<String>,
    /// Only the document with this code.
    doc: Option<String>,
    /// `1`: earlier and later versions too. By default `0`, those that answer today.
    all: Option<String>,
    /// The page of results, 1 to 5. By default 1.
    page: Option<String>,
    /// The reader's language, whose texts come first: `kk`, `ru` or `en`. By default that of `Accept-Language`, else `kk`.
    lang: Option<String>,
}

/// Places in texts, best first, 20 a page and at most 100.
#[utoipa::path(
    get,
    path = Api::SEARCH,
    params(Parameters),
    responses(
        (status = 200, body = SearchResults),
        (status = 400, body = ProblemDetails, content_type = "application/problem+json"),
        (status = 404, description = "Nothing has the code of `org` or `doc`", body = ProblemDetails, content_type = "application/problem+json")
    )
)]
pub fn search(call: &Program, view: &View) -> Reply {
    let (asked, wish) = read(call, view)?;
    let found = asked.find(view, wish.lang())?;
    Ok(json(&results(call.origin(), view, &asked, &found)?)?.negotiated_by(wish))
}

fn read(call: &Program, view: &View) -> Result<(SearchRequest, LanguagePreference), WebError> {
    let parameters: Parameters = call.query()?;
    let query = parameters.q.as_deref().unwrap_or_default().trim().to_owned();
    if query.is_empty() || query.chars().count() > QUERY_MAX_CHARS {
        return Err(WebError::Parameter("q"));
    }
    let editions = match parameters.all.as_deref() {
        None | Some("0") => Editions::Present,
        Some("1") => Editions::All,
        Some(_) => return Err(WebError::Parameter("all")),
    };
    let wish = call.wish_in(parameters.lang.as_deref())?;
    let organization = parameters.org.as_deref().map(|text| organization(view, code(text)?)).transpose()?;
    let document = parameters.doc.as_deref().map(|text| document(view, code(text)?)).transpose()?;
    let asked = SearchRequest {
        query,
        organization: organization.map(|organization| organization.code),
        document: document.map(|document| document.code),
        editions,
        page: page_number(parameters.page.as_deref()).ok_or(WebError::Parameter("page"))?,
    };
    Ok((asked, wish))
}

fn results(
    origin: &str,
    view: &View,
    asked: &SearchRequest,
    found: &Found<'_>,
) -> Result<SearchResults, WebError> {
    let documents = found.documents.iter().map(|(document, _)| Work::of(origin, view, document));
    let organizations = found.organizations.iter().map(|one| Organization::of(origin, view, one));
    let places = found.passages.iter().map(|passage| FoundPlace::of(origin, passage, asked.organization));
    Ok(SearchResults {
        query: asked.query.clone(),
        total: found.passages_total,
        page: asked.page,
        per_page: PER_PAGE,
        missing_place: found.missing_place.clone(),
        is_partial: found.is_partial,
        read_as: found.readings.iter().map(read_word).collect(),
        unknown: found.unknown.clone(),
        documents: documents.collect::<Result<_, _>>()?,
        organizations: organizations.collect::<Result<_, _>>()?,
        items: places.collect(),
    })
}

fn read_word(reading: &Reading) -> ReadWord {
    ReadWord { typed: reading.typed.clone(), read: reading.read.clone() }
}
