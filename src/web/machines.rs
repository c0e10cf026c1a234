//! What is made for programs, messengers and other sites: TimeMaps, linksets, feeds, pictures, and the shelf for a frame.

use actix_web::http::StatusCode;

use super::memento::{self, Linked};
use super::page::{Keeping, Made};
use super::public::{Moment, Unmade, document, version};
use super::security::Audience;
use super::{App, card};
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::shelf::hangs;
use crate::pages::embed::{self, EmbedView};
use crate::pages::error::Problem;
use crate::pages::feed::{self as feeds, FeedView, Scope};
use crate::pages::{Site, Wish};
use crate::registry::Subject;

/// What is not for the reader of a page.
///
/// # Errors
/// A code that nobody has, an erased edition, a picture that cannot be drawn.
pub fn make(
    app: &App,
    moment: &Moment,
    target: Public,
    (site, wish): (Site<'_>, Wish),
) -> Result<Made, Unmade> {
    let snapshot = &*moment.snapshot;
    match target {
        Public::Timemap(code) => {
            let document = document(snapshot, code)?;
            let timemap = linked(app, moment, document).timemap();
            Ok(of_document(moment, document, Made::document(memento::LINK_FORMAT, timemap)))
        }
        Public::Linkset(code) => {
            let document = document(snapshot, code)?;
            let linkset = linked(app, moment, document).linkset();
            Ok(of_document(moment, document, Made::document(memento::LINKSET, linkset)))
        }
        Public::Feed => Ok(feed(moment, (site, wish), Scope::Everything)),
        Public::FeedOf(code) => match snapshot.find(code) {
            Some(Subject::Document(document)) => Ok(feed(moment, (site, wish), Scope::Document(document))),
            Some(Subject::Organization(organization)) => {
                Ok(feed(moment, (site, wish), Scope::Shelf(organization)))
            }
            None => Err(Unmade::Problem(Problem::UnknownCode(code))),
        },
        Public::Embed(code) => {
            let organization =
                snapshot.organization(code).ok_or(Unmade::Problem(Problem::UnknownCode(code)))?;
            Ok(framed(moment, (site, wish), organization))
        }
        Public::Card(code, ordinal, page) => {
            let document = document(snapshot, code)?;
            let version = version(document, ordinal)?;
            if version.is_erased(moment.as_of.known) {
                return Err(Unmade::Problem(Problem::FileGone));
            }
            card::made((document, snapshot.owner(document)), snapshot.union(), version, page)
                .map_err(Unmade::Press)
        }
        _ => Err(Unmade::Problem(Problem::NoSuchPage)),
    }
}

/// What the links of a document are made from, as it stands on its owner's shelf.
pub fn linked<'a>(app: &'a App, moment: &'a Moment, document: &'a Document) -> Linked<'a> {
    let shelf = moment.snapshot.owner(document).code;
    Linked { origin: &app.origin, document, shelf, known: moment.as_of.known }
}

/// A document for programs with the status of the page of the document that it is about.
fn of_document(moment: &Moment, document: &Document, made: Made) -> Made {
    let (status, keeping) = match resolve(document, moment.as_of) {
        Answer::Version { .. } => (StatusCode::OK, Keeping::Revalidated),
        Answer::NothingPublished => (StatusCode::OK, Keeping::NotStored),
        Answer::AllWithdrawn => (StatusCode::GONE, Keeping::NotStored),
    };
    Made { status, keeping, ..made }
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
    let as_of = moment.as_of;
    let content = feeds::render(&FeedView { site, wish, scope, documents: &documents, as_of });
    Made { media_type: feeds::MEDIA_TYPE, audience: Audience::Programs, ..Made::page(content, wish.lang()) }
}

/// The shelf for a frame on another site's page.
fn framed(moment: &Moment, (site, wish): (Site<'_>, Wish), organization: &Organization) -> Made {
    let (snapshot, as_of) = (&*moment.snapshot, moment.as_of);
    let documents = snapshot.shelf(organization, as_of);
    let documents: Vec<_> = documents.into_iter().map(|one| (one, snapshot.owner(one))).collect();
    let view = EmbedView { site, wish, organization, documents: &documents, as_of };
    Made { audience: Audience::Shown, ..Made::page(embed::render(&view), wish.lang()) }
}
