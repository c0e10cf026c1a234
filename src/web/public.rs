//! Public pages: a handler parses the address, asks the snapshot once, and renders.

use std::sync::Arc;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use super::address::{self, Nowhere, Target};
use super::failure::Failure;
use super::json_ld::Described;
use super::memento::{self, Address, Linked};
use super::page::{Counted, Keeping, Key, Made, Negotiated, Page};
use super::reader::Reader;
use super::security::Audience;
use super::{App, card, compare, dressed, file, print, search};
use crate::domain::document::Document;
use crate::domain::organization::{Organization, Status};
use crate::domain::resolution::{Answer, resolve};
use crate::domain::shelf::hangs;
use crate::domain::version::Version;
use crate::domain::{Code, Day, Instant, Lang};
use crate::pages::document::{Asked, Changes, DocumentView, Place, Shown, shown};
use crate::pages::embed::EmbedView;
use crate::pages::error::Problem;
use crate::pages::feed::{FeedView, Scope};
use crate::pages::history::HistoryView;
use crate::pages::shelf::ShelfView;
use crate::pages::start::StartView;
use crate::pages::{self, Site, Wish};
use crate::press::PressError;
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
    let wish = if target.is_same_for_all() { Wish::InPath(Lang::Kk) } else { reader.wish };
    let mut key = Key::new(target, wish, snapshot.changes, day);
    key.selected = selected(reader, &snapshot, target, (day, now))?;
    let page = match app.pages.get(&key) {
        Some(page) => page,
        None => {
            let moment = Moment { snapshot, day, now };
            let app = app.clone();
            let made = web::block(move || {
                let made = make(&app, &moment, key, wish)?;
                let page = Arc::new(Page::new(made, wish));
                app.pages.insert(key, page.clone());
                Ok::<_, Unmade>(page)
            })
            .await;
            match made {
                Ok(Ok(page)) => page,
                Ok(Err(Unmade::Problem(problem))) => return Err(reader.problem(problem)),
                Ok(Err(Unmade::Failed(error))) => return Err(reader.failed(error)),
                Ok(Err(Unmade::Press(error))) => {
                    tracing::error!(?error, path = reader.request.path(), "a picture was not drawn");
                    return Err(reader.problem(Problem::Internal));
                }
                Err(_) => return Err(reader.problem(Problem::Internal)),
            }
        }
    };
    if let Some(counted) = page.counted {
        count(reader, day, counted);
    }
    Ok(page.answer(reader.request))
}

/// The version that the request's `Accept-Datetime` selects, where the path names neither a language nor a time.
fn selected(
    reader: &Reader<'_>,
    snapshot: &Snapshot,
    target: Target,
    (day, known): (Day, Instant),
) -> Result<Option<u32>, Failure> {
    let (Target::Code(code) | Target::OnStand(code, _), Wish::Accepted(_)) = (target, reader.wish) else {
        return Ok(None);
    };
    let Some(document) = snapshot.document(code) else { return Ok(None) };
    match memento::accepted(reader.request) {
        Ok(asked) => Ok(asked.and_then(|instant| memento::selected(document, instant, day, known))),
        Err(memento::BadDatetime) => Err(reader.problem(Problem::BadDatetime)),
    }
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
pub(super) struct Moment {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) day: Day,
    pub(super) now: Instant,
}

/// Why a page was not made.
pub(super) enum Unmade {
    Problem(Problem<'static>),
    Failed(registry::Error),
    Press(PressError),
}

impl From<registry::Error> for Unmade {
    fn from(error: registry::Error) -> Self {
        Self::Failed(error)
    }
}

fn make(app: &App, moment: &Moment, key: Key, wish: Wish) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let site = Site { union: snapshot.union(), origin: &app.origin };
    let (day, known) = (moment.day, moment.now);
    match key.target {
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
                let asked = asked(document, key.selected);
                let made = text(app, moment, (site, wish), document, asked, Place::Unnamed)?;
                Ok(Made { negotiated: Negotiated::LanguageAndTime, ..made })
            }
            Some(Subject::Organization(organization)) => Ok(shelf(moment, site, wish, organization)),
            None => Err(Unmade::Problem(Problem::UnknownCode(code))),
        },
        Target::OnStand(code, organization) => {
            let document = document(snapshot, code)?;
            let (asked, place) = (asked(document, key.selected), place(snapshot, document, organization));
            let made = text(app, moment, (site, wish), document, asked, place)?;
            Ok(Made { negotiated: Negotiated::LanguageAndTime, ..made })
        }
        Target::On(code, asked) => {
            let document = document(snapshot, code)?;
            text(app, moment, (site, wish), document, Asked::On(asked), Place::Unnamed)
        }
        Target::Version(code, ordinal) => {
            let document = document(snapshot, code)?;
            let version = version(document, ordinal)?;
            text(app, moment, (site, wish), document, Asked::Version(version), Place::Unnamed)
        }
        Target::Dressed(text, dress) => dressed::make(app, moment, (site, wish), text, dress),
        Target::History(code) => {
            let document = document(snapshot, code)?;
            let owner = snapshot.owner(document);
            Ok(simple(pages::history::render(&HistoryView { site, wish, document, owner, day, known }), wish))
        }
        Target::Compare(code, from, to) => {
            let document = document(snapshot, code)?;
            compare::make(
                &app.registry,
                (site, wish),
                snapshot.owner(document),
                document,
                (from, to),
                (day, known),
            )
        }
        Target::Timemap(code) => {
            let document = document(snapshot, code)?;
            let timemap = linked(app, moment, document).timemap();
            Ok(of_document(moment, document, Made::document(memento::LINK_FORMAT, timemap)))
        }
        Target::Linkset(code) => {
            let document = document(snapshot, code)?;
            let linkset = linked(app, moment, document).linkset();
            Ok(of_document(moment, document, Made::document(memento::LINKSET, linkset)))
        }
        Target::Feed => Ok(feed(moment, (site, wish), Scope::Everything)),
        Target::FeedOf(code) => match snapshot.find(code) {
            Some(Subject::Document(document)) => Ok(feed(moment, (site, wish), Scope::Document(document))),
            Some(Subject::Organization(organization)) => {
                Ok(feed(moment, (site, wish), Scope::Shelf(organization)))
            }
            None => Err(Unmade::Problem(Problem::UnknownCode(code))),
        },
        Target::Embed(code) => {
            let organization =
                snapshot.organization(code).ok_or(Unmade::Problem(Problem::UnknownCode(code)))?;
            Ok(embed(moment, (site, wish), organization))
        }
        Target::Card(code, ordinal, page) => {
            let document = document(snapshot, code)?;
            let version = version(document, ordinal)?;
            if version.is_erased(known) {
                return Err(Unmade::Problem(Problem::FileGone));
            }
            card::made((document, snapshot.owner(document)), site.union, version, page).map_err(Unmade::Press)
        }
        Target::Search
        | Target::QrSvg(_)
        | Target::QrPng(_)
        | Target::Sheet(..)
        | Target::Kit(_)
        | Target::File(_) => Err(Unmade::Problem(Problem::NoSuchPage)),
    }
}

pub(super) fn simple(html: String, wish: Wish) -> Made {
    Made::page(html, wish.lang())
}

/// What a program that may have asked for another time gets.
fn asked(document: &Document, selected: Option<u32>) -> Asked<'_> {
    let version = document.versions.iter().find(|version| Some(version.ordinal) == selected);
    version.map_or(Asked::Latest, Asked::Version)
}

/// What the links of a document are made from, as it stands on its owner's shelf.
fn linked<'a>(app: &'a App, moment: &'a Moment, document: &'a Document) -> Linked<'a> {
    let shelf = moment.snapshot.owner(document).code;
    Linked { origin: &app.origin, document, shelf, known: moment.now }
}

/// A document for programs with the status of the page of the document that it is about.
fn of_document(moment: &Moment, document: &Document, made: Made) -> Made {
    let (status, keeping) = match resolve(document, moment.day, moment.now) {
        Answer::Version { .. } => (StatusCode::OK, Keeping::Revalidated),
        Answer::NothingPublished => (StatusCode::OK, Keeping::NotStored),
        Answer::AllWithdrawn => (StatusCode::GONE, Keeping::NotStored),
    };
    Made { status, keeping, ..made }
}

pub(super) fn document(snapshot: &Snapshot, code: Code) -> Result<&Document, Unmade> {
    snapshot.document(code).ok_or(Unmade::Problem(Problem::UnknownCode(code)))
}

/// What the organization in the address is to the document.
pub(super) fn place<'s>(snapshot: &'s Snapshot, document: &Document, code: Code) -> Place<'s> {
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

/// A feed. What hung on a stand and was withdrawn since stays in it.
fn feed(moment: &Moment, (site, wish): (Site<'_>, Wish), scope: Scope<'_>) -> Made {
    let snapshot = &*moment.snapshot;
    let told = |document: &&Document| match scope {
        Scope::Document(only) => only.id == document.id,
        Scope::Shelf(organization) => hangs(document, organization, snapshot.union()),
        Scope::Everything => true,
    };
    let documents: Vec<_> = snapshot.documents().iter().filter(told).collect();
    let documents: Vec<_> = documents.into_iter().map(|one| (one, snapshot.owner(one))).collect();
    let (day, known) = (moment.day, moment.now);
    let content = pages::feed::render(&FeedView { site, wish, scope, documents: &documents, day, known });
    Made {
        media_type: pages::feed::MEDIA_TYPE,
        audience: Audience::Programs,
        ..Made::page(content, wish.lang())
    }
}

/// The shelf for a frame on another site's page.
fn embed(moment: &Moment, (site, wish): (Site<'_>, Wish), organization: &Organization) -> Made {
    let (snapshot, day, known) = (&*moment.snapshot, moment.day, moment.now);
    let documents = snapshot.shelf(organization, day, known);
    let documents: Vec<_> = documents.into_iter().map(|one| (one, snapshot.owner(one))).collect();
    let view = EmbedView { site, wish, organization, documents: &documents, day, known };
    Made { audience: Audience::Shown, ..simple(pages::embed::render(&view), wish) }
}

pub(super) fn version(document: &Document, ordinal: u32) -> Result<&Version, Unmade> {
    let version = document.versions.iter().find(|version| version.ordinal == ordinal);
    version.ok_or(Unmade::Problem(Problem::NoSuchPage))
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
    let changes = match (asked, shown, &body) {
        (Asked::Latest, Shown::Version { version, choice: Some(choice), .. }, Some(body)) => {
            compare::since_before(&app.registry, document, version, (choice.text, body), moment.now)?
        }
        _ => None,
    };
    let successor = document.successor.and_then(|id| snapshot.document_by_id(id));
    let owner = snapshot.owner(document);
    let json_ld = match shown {
        Shown::Version { version, standing, choice } => {
            let (origin, page, known) = (&*app.origin, wish.lang(), moment.now);
            Some(Described { origin, document, owner, version, standing, choice, page, known }.json())
        }
        _ => None,
    };
    let html = pages::document::render(&DocumentView {
        site,
        wish,
        document,
        owner,
        asked,
        shown,
        place,
        successor: successor.map(|document| (document, snapshot.owner(document))),
        json_ld: json_ld.as_deref(),
        body: body.as_ref(),
        changes: changes.as_ref().map(|(since, comparison)| Changes { since, comparison }),
        day: moment.day,
        known: moment.now,
    });
    let organization = place.organization().map(|organization| organization.code);
    let headers = match shown {
        Shown::Version { version, .. } => {
            let address = if matches!(asked, Asked::Latest) { Address::Work } else { Address::Edition };
            let mut linked = linked(app, moment, document);
            linked.shelf = organization.unwrap_or(linked.shelf);
            linked.headers(version, address, (wish, lang))
        }
        Shown::Erased { .. } | Shown::NothingPublished | Shown::AllWithdrawn { .. } => Vec::new(),
    };
    let counted = (matches!(asked, Asked::Latest) && status == StatusCode::OK).then_some(Counted {
        document: document.code,
        organization,
        lang,
    });
    let page = Made::page(html, lang);
    Ok(Made { status, keeping, content_location: location, headers, counted, ..page })
}

pub(super) fn read_body(
    registry: &Registry,
    text: crate::domain::ids::TextId,
) -> registry::Result<Option<Body>> {
    registry.body(text)
}
