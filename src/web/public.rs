//! Public pages: a handler parses the address, asks the snapshot once, and renders.

use std::sync::Arc;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use super::address::{self, Nowhere, Target};
use super::failure::Failure;
use super::page::{Counted, Keeping, Key, Made, Page};
use super::reader::Reader;
use super::{App, file, print, search};
use crate::domain::document::Document;
use crate::domain::organization::{Organization, Status};
use crate::domain::shelf::hangs;
use crate::domain::{Code, Day, Instant};
use crate::pages::document::{Asked, DocumentView, Place, Shown, shown};
use crate::pages::error::Problem;
use crate::pages::history::HistoryView;
use crate::pages::shelf::ShelfView;
use crate::pages::start::StartView;
use crate::pages::{self, Site, Wish};
use crate::registry::{self, Opening, Registry, Snapshot, Subject, Way};
use crate::text::body::Body;

/// Answers every public address.
pub async fn answer(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Failure> {
    let path = percent_encoding::percent_decode_str(request.path()).decode_utf8_lossy();
    let parsed = address::parse(&path);
    let lang = parsed.as_ref().ok().and_then(|(_, lang)| *lang);
    let reader = Reader::new(&app, &request, lang);
    let (target, _) = parsed.map_err(|nowhere| match nowhere {
        Nowhere::NoSuchPage => reader.problem(Problem::NoSuchPage),
        Nowhere::Mistyped(typed) => reader.problem(Problem::MistypedCode(&typed)),
        Nowhere::BadDay => reader.problem(Problem::BadRequest),
    })?;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(reader.problem(Problem::MethodNotAllowed).allowing("GET, HEAD"));
    }
    match target {
        Target::File(checksum) => file::answer(&reader, &app, checksum).await,
        Target::QrSvg(code) => print::qr_svg(&reader, code),
        Target::QrPng(code) => print::qr_png(&reader, code),
        Target::Sheet(document, organization) => print::sheet(&reader, &app, document, organization).await,
        Target::Kit(organization) => print::kit(&reader, &app, organization).await,
        Target::Search => search::answer(&reader, &app).await,
        _ => ready_page(&reader, &app, target).await,
    }
}

/// A page from memory, or made now and kept.
async fn ready_page(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    target: Target,
) -> Result<HttpResponse, Failure> {
    let snapshot = app.registry.snapshot();
    let now = snapshot.known(app.registry.now());
    let day = app.registry.today();
    let key = Key::new(target, reader.wish, snapshot.changes, day);
    let page = match app.pages.get(&key) {
        Some(page) => page,
        None => {
            let moment = Moment { snapshot, day, now };
            let (wish, app) = (reader.wish, app.clone());
            let made = web::block(move || {
                let made = make(&app, &moment, target, wish)?;
                let page = Arc::new(Page::new(made, wish));
                app.pages.insert(key, page.clone());
                Ok::<_, Unmade>(page)
            })
            .await;
            match made {
                Ok(Ok(page)) => page,
                Ok(Err(Unmade::Problem(problem))) => return Err(reader.problem(problem)),
                Ok(Err(Unmade::Failed(error))) => return Err(reader.failed(error)),
                Err(_) => return Err(reader.problem(Problem::Internal)),
            }
        }
    };
    if let Some(counted) = page.counted {
        count(reader, day, counted);
    }
    Ok(page.answer(reader.request))
}

fn count(reader: &Reader<'_>, day: Day, counted: Counted) {
    if reader.request.method() != Method::GET || reader.is_prefetch() || reader.is_staff() {
        return;
    }
    reader.app.registry.count_opening(Opening {
        day,
        document: counted.document,
        organization: counted.organization,
        lang: counted.lang,
        reader: reader.kind(),
        way: match reader.wish {
            Wish::InPath(_) => Way::Shared,
            Wish::Accepted(_) => Way::Scanned,
        },
    });
}

/// One moment of the register, in both clocks.
struct Moment {
    snapshot: Arc<Snapshot>,
    day: Day,
    now: Instant,
}

/// Why a page was not made.
enum Unmade {
    Problem(Problem<'static>),
    Failed(registry::Error),
}

impl From<registry::Error> for Unmade {
    fn from(error: registry::Error) -> Self {
        Self::Failed(error)
    }
}

fn make(app: &App, moment: &Moment, target: Target, wish: Wish) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let site = Site { union: snapshot.union(), origin: &app.origin };
    let (day, known) = (moment.day, moment.now);
    match target {
        Target::Start => {
            let documents = snapshot.shelf(snapshot.union(), day, known);
            Ok(simple(
                pages::start::render(&StartView { site, wish, documents: &documents, day, known }),
                wish,
            ))
        }
        Target::Help => Ok(simple(pages::help::render(site, wish), wish)),
        Target::Code(code) => match snapshot.find(code) {
            Some(Subject::Document(document)) => {
                text(app, moment, (site, wish), document, Asked::Latest, Place::Unnamed)
            }
            Some(Subject::Organization(organization)) => Ok(shelf(moment, site, wish, organization)),
            None => Err(Unmade::Problem(Problem::UnknownCode(code))),
        },
        Target::OnStand(code, organization) => {
            let document = document(snapshot, code)?;
            let place = place(snapshot, document, organization);
            text(app, moment, (site, wish), document, Asked::Latest, place)
        }
        Target::On(code, asked) => {
            let document = document(snapshot, code)?;
            text(app, moment, (site, wish), document, Asked::On(asked), Place::Unnamed)
        }
        Target::Version(code, ordinal) => {
            let document = document(snapshot, code)?;
            let version = document.versions.iter().find(|version| version.ordinal == ordinal);
            let version = version.ok_or(Unmade::Problem(Problem::NoSuchPage))?;
            text(app, moment, (site, wish), document, Asked::Version(version), Place::Unnamed)
        }
        Target::History(code) => {
            let document = document(snapshot, code)?;
            let owner = snapshot.owner(document);
            Ok(simple(pages::history::render(&HistoryView { site, wish, document, owner, day, known }), wish))
        }
        Target::Search
        | Target::QrSvg(_)
        | Target::QrPng(_)
        | Target::Sheet(..)
        | Target::Kit(_)
        | Target::File(_) => Err(Unmade::Problem(Problem::NoSuchPage)),
    }
}

fn simple(html: String, wish: Wish) -> Made {
    Made {
        status: StatusCode::OK,
        keeping: Keeping::Revalidated,
        html,
        content_language: wish.lang(),
        content_location: None,
        counted: None,
    }
}

fn document(snapshot: &Snapshot, code: Code) -> Result<&Document, Unmade> {
    snapshot.document(code).ok_or(Unmade::Problem(Problem::UnknownCode(code)))
}

/// What the organization in the address is to the document.
fn place<'s>(snapshot: &'s Snapshot, document: &Document, code: Code) -> Place<'s> {
    let Some(organization) = snapshot.organization(code) else { return Place::Unknown(code) };
    if organization.status == Status::Dissolved {
        return Place::Dissolved { organization, successor: successor(snapshot, organization) };
    }
    if hangs(document, organization, snapshot.union()) {
        Place::Stand(organization)
    } else {
        Place::Elsewhere(organization)
    }
}

fn successor<'s>(snapshot: &'s Snapshot, organization: &Organization) -> Option<&'s Organization> {
    organization.merged_into().and_then(|id| snapshot.organization_by_id(id))
}

fn shelf(moment: &Moment, site: Site<'_>, wish: Wish, organization: &Organization) -> Made {
    let documents = moment.snapshot.shelf(organization, moment.day, moment.now);
    let view = ShelfView {
        site,
        wish,
        organization,
        successor: successor(&moment.snapshot, organization),
        documents: &documents,
        day: moment.day,
        known: moment.now,
    };
    simple(pages::shelf::render(&view), wish)
}

/// The page of a document.
fn text(
    app: &App,
    moment: &Moment,
    (site, wish): (Site<'_>, Wish),
    document: &Document,
    asked: Asked<'_>,
    place: Place<'_>,
) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let shown = shown(document, asked, wish.lang(), moment.day, moment.now);
    let keeping =
        if matches!(shown, Shown::Version { .. }) { Keeping::Revalidated } else { Keeping::NotStored };
    let (status, body, lang, location) = match shown {
        Shown::Version { version, choice, .. } => {
            let body = choice.map(|choice| read_body(&app.registry, choice.text.id)).transpose()?.flatten();
            let lang = choice.map_or(wish.lang(), |choice| choice.text.lang);
            let location = format!("/{}/v{}/{lang}", document.code, version.ordinal);
            (StatusCode::OK, body, lang, Some(location))
        }
        Shown::Erased { .. } | Shown::AllWithdrawn { .. } => (StatusCode::GONE, None, wish.lang(), None),
        Shown::NothingPublished if matches!(asked, Asked::On(_)) => {
            return Err(Unmade::Problem(Problem::NoSuchPage));
        }
        Shown::NothingPublished => (StatusCode::OK, None, wish.lang(), None),
    };
    let successor = document.successor.and_then(|id| snapshot.document_by_id(id));
    let html = pages::document::render(&DocumentView {
        site,
        wish,
        document,
        owner: snapshot.owner(document),
        asked,
        shown,
        place,
        successor: successor.map(|document| (document, snapshot.owner(document))),
        body: body.as_ref(),
        day: moment.day,
        known: moment.now,
    });
    let organization = match place {
        Place::Stand(organization)
        | Place::Elsewhere(organization)
        | Place::Dissolved { organization, .. } => Some(organization.code),
        Place::Unnamed | Place::Unknown(_) => None,
    };
    let counted = (matches!(asked, Asked::Latest) && status == StatusCode::OK).then_some(Counted {
        document: document.code,
        organization,
        lang,
    });
    Ok(Made { status, keeping, html, content_language: lang, content_location: location, counted })
}

fn read_body(registry: &Registry, text: crate::domain::ids::TextId) -> registry::Result<Option<Body>> {
    registry.body(text)
}
