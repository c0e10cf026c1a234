//! The page of a document: the text, what it is, since when, for whom, and whom to ask.

mod banners;
mod finding;
mod reading;
mod requisites;

use askama::Template;

pub use self::finding::Finding;
use self::finding::Results;
use self::reading::{Share, Tools};
use self::requisites::Requisite;
use super::body::{BodyView, Entry};
use super::contact::{self, ContactView};
use super::files::{self, FileLink};
use super::head::Head;
use super::layout::{Banner, Chrome, Link, Passage, Site, Wish, finish};
use super::naming;
use crate::domain::AsOf;
use crate::domain::address::{Pair, Public};
use crate::domain::answer::{Requested, Resolved, StandContext, TextChoice};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::phrases::say_with;
use crate::text::body::Body;
use crate::text::compare::Comparison;

/// What changed in a text.
#[derive(Debug, Clone, Copy)]
pub struct Changes<'a> {
    /// The edition before.
    pub since: &'a Version,
    /// The difference between its text and the one that is shown.
    pub comparison: &'a Comparison,
}

/// What the page of a document is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: Wish,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// Which text the address asks for.
    pub requested: Requested<'a>,
    /// What the document has to show to that.
    pub resolved: Resolved<'a>,
    /// What the organization in the address is to the document.
    pub stand: StandContext<'a>,
    /// The document that took this one's place, and its owner.
    pub successor: Option<(&'a Document, &'a Organization)>,
    /// What the page is about as JSON-LD without a `<`; none where no version is shown.
    pub json_ld: Option<&'a str>,
    /// The readable body of the chosen text; none for a scan or a file that cannot be read.
    pub body: Option<&'a Body>,
    /// What was searched for in the text.
    pub finding: Option<Finding<'a>>,
    /// What changed since the edition before, where both can be read in one language.
    pub changes: Option<Changes<'a>>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// The complete page.
pub fn render(view: &DocumentView<'_>) -> String {
    finish(&DocumentPage::new(view))
}

struct TextView<'a> {
    body: Option<BodyView<'a>>,
    original: FileLink,
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    chrome: Chrome<'a>,
    title: Passage,
    place: Option<Passage>,
    banners: Vec<Banner>,
    edition: Option<String>,
    dates: Vec<Requisite>,
    requisites: Vec<Requisite>,
    contents: Vec<Entry>,
    tools: Tools,
    results: Option<Results>,
    text: Option<TextView<'a>>,
    attachments: Vec<FileLink>,
    contact: ContactView,
    share: Share,
    links: Vec<Link>,
}

impl<'a> DocumentPage<'a> {
    fn new(view: &DocumentView<'a>) -> Self {
        let page = view.wish.lang();
        let title = naming::title(view.document, view.owner, page);
        let chrome = Chrome::new(view.site, view.wish, title.clone(), Some(view.at().into()))
            .good_until(view.good_until())
            .with_head(Head::of_document(view));
        let share = view.share(&title);
        let message = view.question("contact-message", &title, &share.address, None);
        let asked_first = match view.stand {
            StandContext::Stand(organization) => Some(organization),
            StandContext::Dissolved { successor, .. } => successor,
            StandContext::Elsewhere(_) | StandContext::Unnamed | StandContext::Unknown => None,
        };
        let organizations = asked_first.into_iter().chain([view.owner]);
        let contact = contact::whom_to_ask(view.site, page, organizations, &message);
        let text = view.text();
        let contents = text
            .as_ref()
            .and_then(|text| text.body.as_ref())
            .map(|body| body.contents(view.changes.map(|changes| changes.comparison)));
        Self {
            // One heading is no help to find anything.
            contents: contents.filter(|entries| entries.len() > 1).unwrap_or_default(),
            results: view.results(),
            tools: view.tools(text.as_ref().and_then(|text| text.body.as_ref())),
            edition: view.edition(),
            share: share.asking(contact.person.as_ref(), view, &title),
            contact,
            title,
            place: view.named_place(),
            banners: view.banners(),
            requisites: view.requisites(),
            dates: view.dates(),
            text,
            attachments: match view.resolved {
                Resolved::Edition { version, .. } => files::attachments(version, page, view.as_of.known),
                _ => Vec::new(),
            },
            links: view.links(),
            chrome,
        }
    }
}

impl<'a> DocumentView<'a> {
    /// The address of the page.
    fn at(&self) -> Public {
        match self.requested {
            Requested::Latest => self.present(),
            Requested::On(day) => Public::On(self.document.code, day),
            Requested::Edition(version) => self.edition_at(version),
        }
    }

    fn edition_at(&self, version: &Version) -> Public {
        Public::Version(self.document.code, version.ordinal)
    }

    /// The address of the present text, which names the stand again where it was named.
    fn present(&self) -> Public {
        Public::document(self.document.code, self.stand.code())
    }

    fn say(&self, key: &str) -> String {
        crate::phrases::say(self.wish.lang(), key)
    }

    /// The address of the text, of which there are other views.
    pub(super) fn text_at(&self) -> Public {
        match (self.requested, self.resolved) {
            (Requested::On(_), Resolved::Edition { version, .. }) | (Requested::Edition(version), _) => {
                self.edition_at(version)
            }
            _ => self.present(),
        }
    }

    /// The organization whose stand was scanned, else the owner.
    pub(super) fn named_place(&self) -> Option<Passage> {
        match self.stand {
            StandContext::Stand(organization) => Some(naming::name(organization, self.wish.lang())),
            _ if self.owner.is_union => None,
            _ => Some(naming::name(self.owner, self.wish.lang())),
        }
    }

    fn text(&self) -> Option<TextView<'a>> {
        let Resolved::Edition { choice: Some(TextChoice { text, .. }), .. } = self.resolved else {
            return None;
        };
        Some(TextView { body: self.body_view(), original: files::original(text, self.wish.lang()) })
    }

    /// The readable body of the chosen text, where it has words.
    pub(super) fn body_view(&self) -> Option<BodyView<'a>> {
        let Resolved::Edition { choice: Some(TextChoice { text, .. }), .. } = self.resolved else {
            return None;
        };
        let body = self.body.filter(|body| !body.is_empty())?;
        let marks = self.finding.map(|finding| &finding.found.query);
        Some(BodyView::new(body, text.lang, self.wish.lang()).marking(marks))
    }

    /// The sheet with the code, for the stand that was named or the owner's own.
    fn sheet(&self) -> Option<Public> {
        let organization = match self.stand {
            StandContext::Stand(organization) => organization,
            StandContext::Unnamed => self.owner,
            StandContext::Elsewhere(_) | StandContext::Dissolved { .. } | StandContext::Unknown => {
                return None;
            }
        };
        let hangs = !matches!(self.resolved, Resolved::AllWithdrawn { .. }) && self.successor.is_none();
        hangs.then_some(Public::Sheet(self.document.code, organization.code))
    }

    fn links(&self) -> Vec<Link> {
        let history = self.wish.link(Public::History(self.document.code));
        let owner = self.stand.organization().unwrap_or(self.owner);
        let shelf = self.wish.link(Public::Code(owner.code));
        let further =
            [Link::new(history, self.say("open-history")), Link::new(shelf, self.say("open-shelf"))];
        let sheet = self.sheet().map(|sheet| Link::new(sheet, self.say("open-sheet")));
        self.what_changed().into_iter().chain(further).chain(self.other_views()).chain(sheet).collect()
    }

    /// To the comparison with the edition before.
    fn what_changed(&self) -> Option<Link> {
        let (Some(Changes { since, .. }), Resolved::Edition { version, .. }) = (self.changes, self.resolved)
        else {
            return None;
        };
        let page = self.wish.lang();
        let of = naming::day_of(since.requisites.effective_from, page);
        let words = say_with(page, "compare-since", &[("of", of.into())]);
        Some(Link::new(
            self.wish.link(Public::Compare(self.document.code, Pair(since.ordinal, version.ordinal))),
            words,
        ))
    }
}
