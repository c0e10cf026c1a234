//! Public pages: a handler parses the address, asks the snapshot once, and renders.

use std::sync::Arc;

use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse, web};

use super::failure::Failure;
use super::json_ld::Described;
use super::memento::{self, Linking};
use super::page::{Counted, Keeping, Key, Made, Negotiated, Page};
use super::reader::Reader;
use super::{App, checking, compare, dressed, file, machines, print, search, stale};
use crate::domain::address::{Address, AddressError, Href, Pair, Public};
use crate::domain::answer::{Requested, Resolved, StandContext};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Lang};
use crate::pages::document::{Changes, DocumentView, Finding};
use crate::pages::error::Problem;
use crate::pages::hanging::StandView;
use crate::pages::history::HistoryView;
use crate::pages::shelf::ShelfView;
use crate::pages::start::StartView;
use crate::pages::{self, Site, Wish};
use crate::press::PressError;
use crate::registry::{self, Registry, Snapshot, Subject};
use crate::text::body::Body;
use crate::text::find::within;

/// Answers every public address.
pub async fn answer(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Failure> {
    let path = percent_encoding::percent_decode_str(request.path()).decode_utf8_lossy();
    let parsed = Address::parse(&path);
    let lang = parsed.as_ref().ok().and_then(|at| at.lang);
    let reader = Reader::new(&app, &request, lang);
    let at = parsed.map_err(|nowhere| match nowhere {
        AddressError::NoSuchPage => reader.problem(Problem::NoSuchPage),
        AddressError::MistypedCode(typed) => reader.problem(Problem::MistypedCode(&typed)),
        AddressError::BadDay => reader.problem(Problem::BadRequest),
    })?;
    let Address::Public(target) = at.address else { return Err(reader.problem(Problem::NoSuchPage)) };
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Err(reader.problem(Problem::MethodNotAllowed).allowing("GET, HEAD"));
    }
    match target {
        Public::File(checksum) => file::answer(&reader, &app, checksum).await,
        Public::Qr(code, picture) => print::qr(&reader, &app, vec![code], picture).await,
        Public::StandQr(document, organization, picture) => {
            print::qr(&reader, &app, vec![document, organization], picture).await
        }
        Public::Sheet(document, organization) => print::sheet(&reader, &app, document, organization).await,
        Public::Kit(organization) => print::kit(&reader, &app, organization).await,
        Public::KitPreview(organization) => print::page(&reader, &app, organization).await,
        Public::KitPicture(organization, page) => print::picture(&reader, &app, organization, page.0).await,
        Public::Search => search::answer(&reader, &app).await,
        _ => match search::typed(&reader).filter(|_| target.is_text()) {
            Some(typed) => search::within(&reader, &app, target, typed).await,
            None => ready_page(&reader, &app, target).await,
        },
    }
}

/// A page from memory, or made now and kept.
async fn ready_page(
    reader: &Reader<'_>,
    app: &web::Data<App>,
    target: Public,
) -> Result<HttpResponse, Failure> {
    let snapshot = app.registry.snapshot();
    let as_of = app.registry.as_of(&snapshot);
    let wish = if target.is_same_for_all() { Wish::InPath(Lang::Kk) } else { reader.wish };
    let ticked = checking::tick(reader, app, &snapshot, target).await;
    let mut key = Key::new(target, wish, snapshot.generation, as_of.day);
    key.selected = selected(reader, &snapshot, target, as_of)?;
    let page = match app.pages.get(&key) {
        Some(page) => page,
        None => {
            let moment = Moment { snapshot, as_of };
            let app = app.clone();
            let made = web::block(move || {
                let made = make(&app, &moment, key, wish, "")?;
                let page = Arc::new(Page::new(made, wish));
                app.pages.insert(key, page.clone());
                Ok::<_, Unmade>(page)
            })
            .await;
            match made {
                Ok(Ok(page)) => page,
                Ok(Err(unmade)) => return Err(failed(reader, unmade)),
                Err(_) => return Err(reader.problem(Problem::Internal)),
            }
        }
    };
    if let Some(notice) = ticked {
        return Ok(page.announcing(&notice));
    }
    let page = match app.registry.stale_since() {
        Some(since) if page.is_for_people() => {
            stale::said(app, page, Key { stale_since: Some(since), ..key }).await
        }
        _ => page,
    };
    if let Some(counted) = page.counted {
        reader.count(as_of.day, counted);
    }
    Ok(page.answer(reader.request))
}

/// The answer to a page that was not made.
pub(super) fn failed(reader: &Reader<'_>, unmade: Unmade) -> Failure {
    match unmade {
        Unmade::Problem(problem) => reader.problem(problem),
        Unmade::Failed(error) => reader.failed(error),
        Unmade::Press(error) => {
            tracing::error!(?error, path = reader.request.path(), "a picture was not drawn");
            reader.problem(Problem::Internal)
        }
    }
}

/// The version that the request's `Accept-Datetime` selects, where the path names neither a language nor a time.
fn selected(
    reader: &Reader<'_>,
    snapshot: &Snapshot,
    target: Public,
    as_of: AsOf,
) -> Result<Option<u32>, Failure> {
    let (Public::Code(code) | Public::Stand(code, _), Wish::Accepted(_)) = (target, reader.wish) else {
        return Ok(None);
    };
    let Some(document) = snapshot.document(code) else { return Ok(None) };
    match memento::accepted(reader.request) {
        Ok(asked) => Ok(asked.and_then(|instant| memento::selected(document, instant, as_of))),
        Err(memento::BadDatetime) => Err(reader.problem(Problem::BadDatetime)),
    }
}

/// One moment of the register, in both clocks.
pub(super) struct Moment {
    /// The register.
    pub snapshot: Arc<Snapshot>,
    /// Today.
    pub as_of: AsOf,
}

/// Why a page was not made.
pub(super) enum Unmade {
    /// The reader is told this.
    Problem(Problem<'static>),
    /// The register failed.
    Failed(registry::Error),
    /// A picture could not be drawn.
    Press(PressError),
}

impl From<registry::Error> for Unmade {
    fn from(error: registry::Error) -> Self {
        Self::Failed(error)
    }
}

/// Makes a page; `typed` is what was searched for in the text that it shows.
pub(super) fn make(app: &App, moment: &Moment, key: Key, wish: Wish, typed: &str) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let site = app.site(snapshot);
    let (as_of, unnamed) = (moment.as_of, StandContext::Unnamed);
    match key.target {
        Public::Start => {
            let documents = snapshot.shelf(snapshot.union(), as_of);
            Ok(simple(pages::start::render(&StartView { site, wish, documents: &documents, as_of }), wish))
        }
        Public::Help => Ok(simple(pages::help::render(site, wish), wish)),
        Public::Code(code) => match snapshot.find(code) {
            Some(Subject::Document(document)) => {
                let requested = requested(document, key.selected);
                let made = text(app, moment, (site, wish), document, requested, unnamed, typed)?;
                Ok(Made { negotiated: Negotiated::LanguageAndTime, ..made })
            }
            Some(Subject::Organization(organization)) => Ok(shelf(app, moment, site, wish, organization)),
            None => Err(Unmade::Problem(Problem::UnknownCode(code))),
        },
        Public::Stand(code, organization) => {
            let document = document(snapshot, code)?;
            let requested = requested(document, key.selected);
            let stand = stand(snapshot, document, organization);
            let made = text(app, moment, (site, wish), document, requested, stand, typed)?;
            Ok(Made { negotiated: Negotiated::LanguageAndTime, ..made })
        }
        Public::On(code, day) => {
            let document = document(snapshot, code)?;
            text(app, moment, (site, wish), document, Requested::On(day), unnamed, typed)
        }
        Public::Version(code, ordinal) => {
            let document = document(snapshot, code)?;
            let version = version(document, ordinal)?;
            text(app, moment, (site, wish), document, Requested::Edition(version), unnamed, typed)
        }
        Public::CodeView(code, view) => dressed::make(app, moment, (site, wish), Public::Code(code), view),
        Public::StandView(code, organization, view) => {
            dressed::make(app, moment, (site, wish), Public::Stand(code, organization), view)
        }
        Public::VersionView(code, version, view) => {
            dressed::make(app, moment, (site, wish), Public::Version(code, version), view)
        }
        Public::History(code) => {
            let document = document(snapshot, code)?;
            let owner = snapshot.owner(document);
            Ok(simple(pages::history::render(&HistoryView { site, wish, document, owner, as_of }), wish))
        }
        Public::Compare(code, Pair(from, to)) => {
            let document = document(snapshot, code)?;
            compare::make(&app.registry, (site, wish), snapshot.owner(document), document, (from, to), as_of)
        }
        Public::Timemap(_)
        | Public::Linkset(_)
        | Public::Feed
        | Public::FeedOf(_)
        | Public::Embed(_)
        | Public::Card(..) => machines::make(app, moment, key.target, (site, wish)),
        Public::Search
        | Public::Qr(..)
        | Public::StandQr(..)
        | Public::Sheet(..)
        | Public::Kit(_)
        | Public::KitPreview(_)
        | Public::KitPicture(..)
        | Public::File(_) => Err(Unmade::Problem(Problem::NoSuchPage)),
    }
}

pub(super) fn simple(html: String, wish: Wish) -> Made {
    Made::page(html, wish.lang())
}

/// What a program that may have asked for another time gets.
fn requested(document: &Document, selected: Option<u32>) -> Requested<'_> {
    selected.and_then(|ordinal| document.version(ordinal)).map_or(Requested::Latest, Requested::Edition)
}

/// The document with a code.
pub(super) fn document(snapshot: &Snapshot, code: Code) -> Result<&Document, Unmade> {
    snapshot.document(code).ok_or(Unmade::Problem(Problem::UnknownCode(code)))
}

/// The version of a document with an ordinal.
pub(super) fn version(document: &Document, ordinal: u32) -> Result<&Version, Unmade> {
    let version = document.version(ordinal);
    version.ok_or(Unmade::Problem(Problem::NoSuchPage))
}

/// What the organization in the address is to the document.
pub(super) fn stand<'s>(snapshot: &'s Snapshot, document: &Document, code: Code) -> StandContext<'s> {
    snapshot.organization(code).map_or(StandContext::Unknown(code), |organization| {
        StandContext::of(document, organization, successor(snapshot, organization), snapshot.union())
    })
}

fn successor<'s>(snapshot: &'s Snapshot, organization: &Organization) -> Option<&'s Organization> {
    organization.merged_into().and_then(|id| snapshot.organization_by_id(id))
}

fn shelf(app: &App, moment: &Moment, site: Site<'_>, wish: Wish, organization: &Organization) -> Made {
    let snapshot = &*moment.snapshot;
    let documents = snapshot.shelf(organization, moment.as_of);
    let host = app.registry.permanent_host(snapshot);
    let advice = snapshot.advice(organization, host.as_deref(), moment.as_of);
    let named = checking::named(snapshot, &advice);
    let view = ShelfView {
        site,
        wish,
        organization,
        successor: successor(snapshot, organization),
        documents: &documents,
        standing: super::print_status(&app.base, snapshot),
        stand: StandView {
            organization,
            hanging: snapshot.hanging(organization.code),
            advice: &advice,
            named: &named,
        },
        as_of: moment.as_of,
    };
    simple(pages::shelf::render(&view), wish)
}

/// The page of a document.
fn text(
    app: &App,
    moment: &Moment,
    (site, wish): (Site<'_>, Wish),
    document: &Document,
    requested: Requested<'_>,
    stand: StandContext<'_>,
    typed: &str,
) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    let resolved = requested.resolve(document, wish.lang(), moment.as_of);
    let keeping =
        if matches!(resolved, Resolved::Edition { .. }) { Keeping::Revalidated } else { Keeping::NotStored };
    let (status, body, lang, location) = match resolved {
        Resolved::Edition { version, choice, .. } => {
            let body = choice.map(|choice| read_body(&app.registry, choice.text.id)).transpose()?.flatten();
            let lang = choice.map_or(wish.lang(), |choice| choice.text.lang);
            let edition = Public::Version(document.code, version.ordinal);
            let location = Href::to(edition).in_language(lang).to_string();
            (StatusCode::OK, body, lang, Some(location))
        }
        Resolved::Erased { .. } | Resolved::AllWithdrawn { .. } => {
            (StatusCode::GONE, None, wish.lang(), None)
        }
        Resolved::NothingPublished if matches!(requested, Requested::On(_)) => {
            return Err(Unmade::Problem(Problem::NoSuchPage));
        }
        Resolved::NothingPublished => (StatusCode::OK, None, wish.lang(), None),
    };
    let found = body.as_ref().filter(|_| !typed.is_empty()).map(|body| within(typed, body, lang));
    let changes = match (requested, resolved, &body) {
        (Requested::Latest, Resolved::Edition { version, choice: Some(choice), .. }, Some(body)) => {
            compare::since_before(&app.registry, document, version, (choice.text, body), moment.as_of.known)?
        }
        _ => None,
    };
    let successor = document.successor.and_then(|id| snapshot.document_by_id(id));
    let owner = snapshot.owner(document);
    let json_ld = match resolved {
        Resolved::Edition { version, status, choice } => {
            let (origin, page, known) = (&*app.origin, wish.lang(), moment.as_of.known);
            Some(Described { origin, document, owner, version, status, choice, page, known }.json())
        }
        _ => None,
    };
    let html = pages::document::render(&DocumentView {
        site,
        wish,
        document,
        owner,
        requested,
        resolved,
        stand,
        successor: successor.map(|document| (document, snapshot.owner(document))),
        json_ld: json_ld.as_deref(),
        body: body.as_ref(),
        finding: found.as_ref().map(|found| Finding { typed, found }),
        changes: changes.as_ref().map(|(since, comparison)| Changes { since, comparison }),
        as_of: moment.as_of,
    });
    let organization = stand.organization().map(|organization| organization.code);
    let headers = match resolved {
        Resolved::Edition { version, .. } => {
            let linking =
                if matches!(requested, Requested::Latest) { Linking::Work } else { Linking::Edition };
            let mut linked = machines::linked(app, moment, document);
            linked.shelf = organization.unwrap_or(linked.shelf);
            linked.headers(version, linking, (wish, lang))
        }
        Resolved::Erased { .. } | Resolved::NothingPublished | Resolved::AllWithdrawn { .. } => Vec::new(),
    };
    let counted = (matches!(requested, Requested::Latest) && status == StatusCode::OK && typed.is_empty())
        .then_some(Counted { document: document.code, organization, lang });
    let page = Made::page(html, lang);
    Ok(Made { status, keeping, content_location: location, headers, counted, ..page })
}

pub(super) fn read_body(
    registry: &Registry,
    text: crate::domain::ids::TextId,
) -> registry::Result<Option<Body>> {
    registry.body(text)
}
