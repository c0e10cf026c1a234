//! `/search`: documents, organizations and places in texts. Results are not kept: every query is another page.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::App;
use super::address::Target;
use super::failure::Failure;
use super::page::{Keeping, Key, Made, Page};
use super::public::{Moment, Unmade, failed, make};
use super::reader::Reader;
use crate::domain::Code;
use crate::domain::code::NotACode;
use crate::pages::error::Problem;
use crate::pages::search::{Editions as ShownEditions, Place, SearchView, Within};
use crate::pages::{self, Site, Wish, naming};
use crate::registry::{self, Editions, Found, PASSAGES_MAX, Scope, Search, Snapshot, Subject};

/// Longest search, in characters: a title has 300.
const QUERY_MAX_CHARS: usize = 300;

/// Places on one page: ten screens of a phone.
const PER_PAGE: usize = 20;

/// What an address asks for.
#[derive(Debug, Clone)]
struct Asked {
    query: String,
    organization: Option<Code>,
    document: Option<Code>,
    editions: Editions,
    /// From 1.
    page: usize,
}

/// Why there are no results.
enum Unfound {
    UnknownCode(Code),
    Failed(registry::Error),
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
    target: Target,
    typed: String,
) -> Result<HttpResponse, Failure> {
    if typed.chars().count() > QUERY_MAX_CHARS {
        return Err(reader.problem(Problem::BadRequest));
    }
    let snapshot = app.registry.snapshot();
    let now = snapshot.known(app.registry.now());
    let day = app.registry.today();
    let key = Key::new(target, reader.wish, snapshot.changes, day);
    let moment = Moment { snapshot, day, now };
    let (app, wish) = (app.clone(), reader.wish);
    let made = web::block(move || {
        let made = make(&app, &moment, key, wish, &typed)?;
        Ok::<_, Unmade>(Page::new(made, wish))
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
        let page = value("page").map_or(Ok(1), |text| text.parse::<usize>());
        let page = page.ok().filter(|page| (1..=PASSAGES_MAX / PER_PAGE).contains(page));
        Ok(Self {
            query: value("q").unwrap_or_default().to_owned(),
            organization: code("org")?,
            document: code("doc")?,
            editions: if value("all") == Some("1") { Editions::All } else { Editions::Present },
            page: page.ok_or_else(|| reader.problem(Problem::BadRequest))?,
        })
    }

    fn scope(&self) -> Scope {
        match (self.document, self.organization) {
            (Some(document), _) => Scope::Document(document),
            (None, Some(organization)) => Scope::Shelf(organization),
            (None, None) => Scope::Union,
        }
    }

    fn within<'s>(&self, snapshot: &'s Snapshot) -> Result<Within<'s>, Unfound> {
        let organization = |code| snapshot.organization(code).ok_or(Unfound::UnknownCode(code));
        let document = |code| {
            let document = snapshot.document(code).ok_or(Unfound::UnknownCode(code))?;
            Ok((document, snapshot.owner(document)))
        };
        Ok(Within {
            organization: self.organization.map(organization).transpose()?,
            document: self.document.map(document).transpose()?,
        })
    }
}

fn page(app: &App, asked: &Asked, wish: Wish) -> Result<Page, Unfound> {
    let snapshot = app.registry.snapshot();
    let (day, known) = (app.registry.today(), snapshot.known(app.registry.now()));
    let within = asked.within(&snapshot)?;
    let is_refused = asked.query.chars().count() > QUERY_MAX_CHARS;
    let mut found = if is_refused {
        Found::default()
    } else {
        let search = Search {
            query: &asked.query,
            scope: asked.scope(),
            editions: asked.editions,
            wish: wish.lang(),
            day,
            known,
            skip: (asked.page - 1) * PER_PAGE,
            take: PER_PAGE,
        };
        app.registry.search(&snapshot, &search, naming::kind).map_err(Unfound::Failed)?
    };
    if asked.scope() == Scope::Union {
        put_code_first(&snapshot, &asked.query, &mut found);
    }
    let places: Vec<Place<'_>> = found
        .passages
        .iter()
        .map(|one| Place {
            document: one.document,
            owner: one.owner,
            version: one.version,
            is_answer: one.is_answer,
            lang: one.lang,
            anchor: &one.anchor,
            heading: &one.heading,
            excerpt: &one.excerpt,
        })
        .collect();
    let is_first = asked.page == 1;
    let html = pages::search::render(&SearchView {
        site: Site { union: snapshot.union(), origin: &app.origin },
        wish,
        query: &asked.query,
        refused_over: is_refused.then_some(QUERY_MAX_CHARS),
        within,
        editions: match asked.editions {
            Editions::Present => ShownEditions::Present,
            Editions::All => ShownEditions::All,
        },
        documents: if is_first { &found.documents } else { &[] },
        organizations: if is_first { &found.organizations } else { &[] },
        places: &places,
        places_total: found.passages_total,
        unknown: &found.unknown,
        page: asked.page,
        per_page: PER_PAGE,
        day,
        known,
    });
    let mut made = Made::page(html, wish.lang());
    if is_refused {
        (made.status, made.keeping) = (StatusCode::BAD_REQUEST, Keeping::NotStored);
    }
    Ok(Page::new(made, wish))
}

/// What a typed code stands for comes first.
fn put_code_first<'s>(snapshot: &'s Snapshot, query: &str, found: &mut Found<'s>) {
    match Code::parse(query).ok().and_then(|code| snapshot.find(code)) {
        Some(Subject::Document(document)) => {
            found.documents.retain(|(other, _)| other.id != document.id);
            found.documents.insert(0, (document, snapshot.owner(document)));
        }
        Some(Subject::Organization(organization)) => {
            found.organizations.retain(|other| other.id != organization.id);
            found.organizations.insert(0, organization);
        }
        None => {}
    }
}
