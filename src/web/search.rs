//! `/search`: documents, organizations and places in texts. Results are not kept: every query is another page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::App;
use super::failure::Failure;
use super::page::{Keeping, Key, Made, Page};
use super::public::{Moment, Unmade, failed, make};
use super::reader::Reader;
use crate::domain::address::Public;
use crate::domain::code::NotACode;
use crate::domain::{Code, Lang};
use crate::pages::error::Problem;
use crate::pages::search::{Editions as ShownEditions, Place, SearchView, Within};
use crate::pages::{self, Wish, naming};
use crate::registry::{
    self, Editions, Found, FoundPassage, PASSAGES_MAX, Scope, Search, Snapshot, Subject, View,
};

/// Longest search, in characters: a title has 300.
pub const QUERY_MAX_CHARS: usize = 300;

/// Places on one page: ten screens of a phone.
pub const PER_PAGE: usize = 20;

/// What is searched for: by a person, or by a program.
#[derive(Debug, Clone)]
pub struct Asked {
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

/// Why there are no results.
enum Unfound {
    UnknownCode(Code),
    Failed(registry::Error),
}

impl From<registry::Error> for Unfound {
    fn from(error: registry::Error) -> Self {
        Self::Failed(error)
    }
}

/// Answers a search.
pub async fn answer(reader: &Reader<'_>, app: &web::Data<App>) -> Result<HttpResponse, Failure> {
    let asked = Asked::read(reader)?;
    let (wish, app) = (reader.wish, app.clone());
    match web::block(move || page(&app, &asked, wish)).await {
        Ok(Ok(page)) => Ok(page.answer(reader.request)),
        Ok(Err(Unfound::UnknownCode(code))) => Err(reader.problem(Problem::UnknownCode(code))),
        Ok(Err(Unfound::Failed(error))) => Err(reader.failed(error)),
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

/// What was searched for in the page's own text, where anything was.
pub fn typed(reader: &Reader<'_>) -> Option<String> {
    let fields = fields(reader);
    let typed = fields.into_iter().find(|(key, _)| key == "q").map(|(_, value)| value.trim().to_owned());
    typed.filter(|typed| !typed.is_empty())
}

/// The fields of the query (WHATWG URL, application/x-www-form-urlencoded).
fn fields(reader: &Reader<'_>) -> Vec<(String, String)> {
    web::Query::from_query(reader.request.query_string()).map(web::Query::into_inner).unwrap_or_default()
}

/// The text with the words of a search marked. It is not kept: every search is another page; and it is no opening.
pub async fn within(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    target: Public,
    typed: String,
) -> Result<HttpResponse, Failure> {
    if typed.chars().count() > QUERY_MAX_CHARS {
        return Err(reader.problem(Problem::BadRequest));
    }
    let snapshot = app.registry.snapshot();
    let as_of = app.registry.as_of(&snapshot);
    let key = Key::new(target, reader.wish, snapshot.generation, as_of.day);
    let moment = Moment { snapshot, as_of };
    let (app, wish) = (app.clone(), reader.wish);
    let made = web::block(move || {
        let made = make(&app, &moment, key, wish, &typed)?;
        Ok::<_, Unmade>(Page::passing(made, wish))
    });
    match made.await {
        Ok(Ok(page)) => Ok(page.answer(reader.request)),
        Ok(Err(unmade)) => Err(failed(reader, unmade)),
        Err(_) => Err(reader.problem(Problem::Internal)),
    }
}

impl Asked {
    fn read(reader: &Reader<'_>) -> Result<Self, Failure> {
        let fields = fields(reader);
        let value = |name: &str| {
            let found = fields.iter().find(|(key, _)| key == name);
            found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
        };
        let code = |name: &str| {
            let parse = |text: &str| {
                Code::parse(text).map_err(|why| match why {
                    NotACode::Form => reader.problem(Problem::BadRequest),
                    NotACode::Check => reader.problem(Problem::MistypedCode(text)),
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
            page: page.ok_or_else(|| reader.problem(Problem::BadRequest))?,
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

    fn within<'v>(&self, view: &'v View) -> Result<Within<'v>, Unfound> {
        let organization = |code| view.organization(code)?.ok_or(Unfound::UnknownCode(code));
        let document = |code| {
            let document = view.document(code)?.ok_or(Unfound::UnknownCode(code))?;
            Ok::<_, Unfound>((document, view.owner(document)?))
        };
        Ok(Within {
            organization: self.organization.map(organization).transpose()?,
            document: self.document.map(document).transpose()?,
        })
    }
}

fn page(app: &App, asked: &Asked, wish: Wish) -> Result<Page, Unfound> {
    let snapshot = app.registry.snapshot();
    app.registry.read(|view| found_page(app, (view, &snapshot), asked, wish))
}

fn found_page(
    app: &App,
    (view, snapshot): (&View, &Snapshot),
    asked: &Asked,
    wish: Wish,
) -> Result<Page, Unfound> {
    let within = asked.within(view)?;
    let is_refused = asked.query.chars().count() > QUERY_MAX_CHARS;
    let found = if is_refused { Found::default() } else { asked.find(view, wish.lang())? };
    let places: Vec<Place<'_>> = found.passages.iter().map(place).collect();
    let html = pages::search::render(&SearchView {
        site: app.site(snapshot),
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
        unknown: &found.unknown,
        page: asked.page,
        per_page: PER_PAGE,
        as_of: view.as_of(),
    });
    let mut made = Made::page(html, wish.lang());
    if is_refused {
        (made.status, made.keeping) = (StatusCode::BAD_REQUEST, Keeping::NotStored);
    }
    Ok(Page::passing(made, wish))
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
