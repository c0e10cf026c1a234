//! The page of a document: the text, what it is, since when, for whom, and whom to ask.

mod clause;
mod finding;
mod head;
mod reading;
mod requisites;

use std::ops::Range;

use askama::Template;

use self::clause::QuotedClause;
use self::finding::Results;
use self::reading::{Share, Tools};
use self::requisites::Requisite;
use super::body::{BodyView, Entry};
use super::chrome::{Chrome, finish};
use super::contact::{self, ContactView};
use super::document_view::{Changes, DocumentView};
use super::files::{self, FileLink};
use super::html::{Banner, Link, Passage};
use super::naming;
use crate::domain::address::{Pair, Public};
use crate::domain::answer::{Resolved, StandContext, TextChoice};
use crate::phrases::say_with;

/// The complete page.
pub fn render(view: &DocumentView<'_>) -> String {
    render_in_parts(view).0
}

/// The complete page, and where in it the part stands that all pages of this text have.
pub fn render_in_parts(view: &DocumentView<'_>) -> (String, Option<Range<usize>>) {
    let page = DocumentPage::new(view);
    let html = finish(&page);
    let body = page.text.as_ref().and_then(|text| text.body.as_deref());
    let shared = body.and_then(|body| html.find(body).map(|start| start..start + body.len()));
    (html, shared)
}

struct TextView {
    body: Option<String>,
    is_without_words: bool,
    /// Whether its pages are shown as pictures.
    has_pictures: bool,
    original: FileLink,
}

impl TextView {
    /// What is said of a text without words.
    fn why_without(&self) -> &'static str {
        if self.has_pictures { "scan-in-pictures" } else { "scan-without-text" }
    }
}

#[derive(Template)]
#[template(path = "document.html")]
struct DocumentPage<'a> {
    chrome: Chrome<'a>,
    title: Passage,
    place: Option<Passage>,
    banners: Vec<Banner>,
    edition: Option<Passage>,
    dates: Vec<Requisite>,
    requisites: Vec<Requisite>,
    contents: Vec<Entry>,
    tools: Tools,
    results: Option<Results>,
    clause: Option<QuotedClause>,
    text: Option<TextView>,
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
            .described(format!("{}. {}", title.text, view.description()))
            .known_as(&view.canonical())
            .with_head(view.head());
        let share = view.share(&title);
        let message = view.question("contact-message", &title, &share.address, None);
        let asked_first = match view.stand {
            StandContext::Stand(organization) => Some(organization),
            StandContext::Dissolved { successor, .. } => successor,
            StandContext::Elsewhere(_) | StandContext::Unnamed | StandContext::Unknown => None,
        };
        let organizations = asked_first.into_iter().chain([view.owner]);
        let contact = contact::whom_to_ask(view.site, page, organizations, &message);
        let (body, text) = (view.body_view(), view.text());
        let contents =
            body.as_ref().map(|body| body.contents(view.changes.map(|changes| changes.comparison)));
        Self {
            // One heading is no help to find anything.
            contents: contents.filter(|entries| entries.len() > 1).unwrap_or_default(),
            results: view.results(),
            clause: view.quoted_clause(),
            tools: view.tools(body.as_ref().filter(|_| view.has_words())),
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
    fn text(&self) -> Option<TextView> {
        let Resolved::Edition { choice: Some(TextChoice { text, .. }), .. } = self.resolved else {
            return None;
        };
        let body = self.body_view();
        Some(TextView {
            has_pictures: body.as_ref().is_some_and(BodyView::has_scanned_pages),
            body: body.map(|body| finish(&body)),
            is_without_words: !self.has_words(),
            original: files::original(text, self.wish.lang()),
        })
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
