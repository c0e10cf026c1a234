//! `/search`: documents, organizations and places in texts. Results are not kept: every query is another page.

use actix_web::http::StatusCode;
use actix_web::web;

use crate::domain::code::NotACode;
use crate::domain::{Code, Lang};
use crate::pages::error::Problem;
use crate::pages::naming;
use crate::pages::search::{Editions as ShownEditions, Place, SearchView, Within, render};
use crate::registry::{self, Editions, Found, FoundPassage, PASSAGES_MAX, Scope, Search, Subject, View};
use crate::web::access::Anyone;
use crate::web::error::{Reply, WebError};
use crate::web::rendered::{CachePolicy, Rendered};
use crate::web::request::Request;

/// Longest search, in characters: a title has 300.
pub const QUERY_MAX_CHARS: usize = 300;

/// Places on one page: ten screens of a phone.
pub const PER_PAGE: usize = 20;

/// What is searched for: by a person, or by a program.
#[derive(Debug, Clone)]
pub struct SearchRequest {
    /// The words.
    pub query: String,
    /// Only what hangs on the stand of this organization.
    pub organization: Option<Code>,
    /// Only this document.
    pub document: Option<Code>,
    /// In which versions.
    pub editions: Editions,
    /// The page of results, from 1.
    pub page: usize,
}

/// The page of results.
///
/// # Errors
/// Parameters that cannot be understood, codes that nobody has, a database that cannot be read.
pub fn page(reader: &Anyone, view: &View) -> Reply {
    let asked = SearchRequest::read(reader)?;
    let (app, wish) = (&reader.app, reader.wish);
    let within = asked.within(view)?;
    let is_refused = asked.query.chars().count() > QUERY_MAX_CHARS;
    let found = if is_refused { Found::default() } else { asked.find(view, wish.lang())? };
    let places: Vec<Place<'_>> = found.passages.iter().map(place).collect();
    let readings: Vec<(String, String)> =
        found.readings.iter().map(|one| (one.typed.clone(), one.read.clone())).collect();
    let html = render(&SearchView {
        site: app.site(view),
        wish,
        query: &asked.query,
        refused_over: is_refused.then_some(QUERY_MAX_CHARS),
        within,
        editions: match asked.editions {
            Editions::Present => ShownEditions::Present,
            Editions::All => ShownEditions::All,
        },
        documents: &found.documents,
        organizations: &found.organizations,
        places: &places,
        places_total: found.passages_total,
        missing_place: found.missing_place.as_deref(),
        is_partial: found.is_partial,
        unknown: &found.unknown,
        readings: &readings,
        page: asked.page,
        per_page: PER_PAGE,
        as_of: view.as_of(),
    });
    let page = Rendered::page(html, wish).uncached();
    Ok(if is_refused {
        Rendered { status: StatusCode::BAD_REQUEST, cache: CachePolicy::NotStored, ..page }
    } else {
        page
    })
}

/// What was searched for in the page's own text, where anything was.
pub fn typed(query: &str) -> Option<String> {
    if query.is_empty() {
        return None;
    }
    let fields = web::Query::<Vec<(String, String)>>::from_query(query).map(web::Query::into_inner);
    let typed = fields.unwrap_or_default().into_iter().find(|(key, _)| key == "q");
    typed.map(|(_, value)| value.trim().to_owned()).filter(|typed| !typed.is_empty())
}

/// What was searched for, if it is not too long.
///
/// # Errors
/// 400 for more than [`QUERY_MAX_CHARS`].
pub fn checked(typed: String) -> Result<String, WebError> {
    if typed.chars().count() > QUERY_MAX_CHARS { Err(Problem::BadRequest.into()) } else { Ok(typed) }
}

impl SearchRequest {
    fn read(request: &Request) -> Result<Self, WebError> {
        let fields = request.fields();
        let value = |name: &str| {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        let code = |name: &str| {
            let parse = |text: &str| {
                Code::parse(text).map_err(|why| match why {
                    NotACode::Form => Problem::BadRequest,
                    NotACode::Check => Problem::MistypedCode(text.to_owned()),
                })
            };
            value(name).map(parse).transpose()
        };
        let page = page_number(value("page"));
        Ok(Self {
            query: value("q").unwrap_or_default().to_owned(),
            organization: code("org")?,
            document: code("doc")?,
            editions: if value("all") == Some("1") { Editions::All } else { Editions::Present },
            page: page.ok_or(Problem::BadRequest)?,
        })
    }

    /// What the register gives. What a typed code stands for comes first; documents and organizations themselves stand on
    /// the first page alone.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn find<'v>(&self, view: &'v View, wish: Lang) -> Result<Found<'v>, registry::Error> {
        let search = Search {
            query: &self.query,
            scope: self.scope(),
            editions: self.editions,
            wish,
            skip: (self.page - 1) * PER_PAGE,
            take: PER_PAGE,
        };
        let mut found = view.search(&search, naming::kind)?;
        if self.scope() == Scope::Union {
            put_code_first(view, &self.query, &mut found)?;
        }
        if self.page > 1 {
            found.documents.clear();
            found.organizations.clear();
        }
        Ok(found)
    }

    fn scope(&self) -> Scope {
        match (self.document, self.organization) {
            (Some(document), _) => Scope::Document(document),
            (None, Some(organization)) => Scope::Shelf(organization),
            (None, None) => Scope::Union,
        }
    }

    fn within<'v>(&self, view: &'v View) -> Result<Within<'v>, WebError> {
        let organization =
            |code| view.organization(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)));
        let document = |code| {
            let document = view.document(code)?.ok_or(WebError::Problem(Problem::UnknownCode(code)))?;
            Ok::<_, WebError>((document, view.owner(document)?))
        };
        Ok(Within {
            organization: self.organization.map(organization).transpose()?,
            document: self.document.map(document).transpose()?,
        })
    }
}

/// The page of results that an address names, the first one where it names none.
pub fn page_number(text: Option<&str>) -> Option<usize> {
    let page = text.map_or(Ok(1), str::parse).ok()?;
    (1..=PASSAGES_MAX / PER_PAGE).contains(&page).then_some(page)
}

/// A passage as pages show it.
pub fn place<'a>(found: &'a FoundPassage<'a>) -> Place<'a> {
    Place {
        document: found.document,
        owner: found.owner,
        version: found.version,
        is_answer: found.is_answer,
        is_recognised: found.is_recognised,
        lang: found.lang,
        anchor: &found.anchor,
        heading: &found.heading,
        excerpt: &found.excerpt,
    }
}

/// What a typed code stands for comes first.
fn put_code_first<'v>(view: &'v View, query: &str, found: &mut Found<'v>) -> Result<(), registry::Error> {
    let code = Code::parse(query).ok();
    match code.map(|code| view.find(code)).transpose()?.flatten() {
        Some(Subject::Document(document)) => {
            found.documents.retain(|(other, _)| other.id != document.id);
            found.documents.insert(0, (document, view.owner(document)?));
        }
        Some(Subject::Organization(organization)) => {
            found.organizations.retain(|other| other.id != organization.id);
            found.organizations.insert(0, organization);
        }
        None => {}
    }
    Ok(())
}
