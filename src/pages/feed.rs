//! Feeds (Atom, RFC 4287): what was published, what took over, what became known. Nothing in them was typed freely but
//! titles and names, because what a feed reader has once fetched cannot be called back.

use atom_syndication::{Entry, Feed, Generator, Link, Person, Text};

use super::atom::{date, urn};
use super::fact_sentence::sentence;
use super::naming;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::fact::{Fact, FactKind};
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Instant, Lang, calendar};
use crate::phrases::{Argument, say, say_with};

/// Most entries of a feed, newest first: a reader that looks once a month misses nothing of a busy union.
pub const ENTRIES_MAX: usize = 100;

/// What a feed is about.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// One document.
    Document(&'a Document),
    /// What hangs, or hung, on an organization's stand.
    Shelf(&'a Organization),
    /// Everything in the register.
    Everything,
}

/// What a feed is made from.
#[derive(Debug, Clone, Copy)]
pub struct FeedView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// What it is about.
    pub scope: Scope<'a>,
    /// The documents that it tells of, with their owners.
    pub documents: &'a [(&'a Document, &'a Organization)],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// The complete feed.
pub fn render(view: &FeedView<'_>) -> String {
    let page = view.wish.lang();
    let mut events: Vec<Event<'_>> =
        view.documents.iter().flat_map(|(document, owner)| view.events(document, owner)).collect();
    // Of several at one instant the order is that of the register, whatever was looked at first.
    events.sort_by(|a, b| (b.at, &b.name).cmp(&(a.at, &a.name)));
    events.truncate(ENTRIES_MAX);
    let updated = events.first().map_or_else(|| view.beginning(), |event| event.at);
    let (code, title) = view.about();
    let (own, about) = match code {
        Some(code) => (Public::FeedOf(code), Public::Code(code)),
        None => (Public::Feed, Public::Start),
    };
    let link = |rel: &str, to: Public, mime_type: &str| Link {
        href: format!("{}{}", view.site.origin, in_language(to, page)),
        rel: rel.to_owned(),
        hreflang: Some(page.tag().to_owned()),
        mime_type: Some(mime_type.to_owned()),
        ..Link::default()
    };
    let feed = Feed {
        title: Text::plain(title),
        id: urn(&in_language(own, page)),
        updated: date(updated),
        authors: vec![author(view.site.union, page)],
        generator: Some(Generator { value: "Tizilim".to_owned(), ..Generator::default() }),
        links: vec![link("self", own, "application/atom+xml"), link("alternate", about, "text/html")],
        lang: Some(page.tag().to_owned()),
        entries: events.iter().map(|event| view.entry(event)).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

/// Something that happened to a version of a document.
struct Event<'a> {
    document: &'a Document,
    owner: &'a Organization,
    version: &'a Version,
    at: Instant,
    what: Happening<'a>,
    /// What it is called for ever within the register: what its identifier is made from.
    name: String,
}

/// What happened.
#[derive(Clone, Copy)]
enum Happening<'a> {
    Published,
    TookOver,
    Fact(&'a Fact),
}

impl<'a> FeedView<'a> {
    /// The code of what the feed is about, and its title.
    fn about(&self) -> (Option<Code>, String) {
        let page = self.wish.lang();
        let titled = |key: &str, of: String| say_with(page, key, &[("of", Argument::from(of))]);
        match self.scope {
            Scope::Document(document) => {
                let owner = self.documents.first().map_or(self.site.union, |(_, owner)| owner);
                let title = naming::title(document, owner, page).text;
                (Some(document.code), titled("feed-of-document", title))
            }
            Scope::Shelf(organization) => {
                let name = naming::name(organization, page).text;
                (Some(organization.code), titled("feed-of-shelf", name))
            }
            Scope::Everything => (None, titled("feed-of-all", naming::name(self.site.union, page).text)),
        }
    }

    /// When an empty feed last changed: when the register first knew of whom it is about.
    fn beginning(&self) -> Instant {
        let organization = match self.scope {
            Scope::Shelf(organization) => organization,
            Scope::Document(_) | Scope::Everything => self.site.union,
        };
        organization.names.first().map_or(Instant::UNIX_EPOCH, |names| names.recorded_at)
    }

    fn events(&self, document: &'a Document, owner: &'a Organization) -> Vec<Event<'a>> {
        let mut events = Vec::new();
        for version in document.known_versions(self.as_of.known) {
            let mut add = |at: Instant, what: Happening<'a>, part: &str| {
                let name = format!("{}/{part}", Public::Version(document.code, version.ordinal));
                events.push(Event { document, owner, version, at, what, name });
            };
            add(version.published_at, Happening::Published, "published");
            if let Some(at) = self.takeover(document, version) {
                add(at, Happening::TookOver, "takes-over");
            }
            for (fact, number) in version.known_facts(self.as_of.known).zip(1_u32..) {
                if fact.detail.kind().is_news() {
                    add(fact.recorded_at, Happening::Fact(fact), &format!("fact-{number}"));
                }
            }
        }
        events
    }

    /// An edition that was published before its day took over at the local midnight of that day, if it was the answer
    /// then. What was withdrawn later took over all the same.
    fn takeover(&self, document: &Document, version: &Version) -> Option<Instant> {
        let day = version.requisites.effective_from;
        let at = calendar::local_midnight(day);
        if day > self.as_of.day || at <= version.published_at {
            return None;
        }
        let answer = resolve(document, AsOf { day, known: at });
        matches!(answer, Answer::Version { version: answer, .. } if answer.id == version.id).then_some(at)
    }

    fn entry(&self, event: &Event<'_>) -> Entry {
        let page = self.wish.lang();
        let (document, owner) = (event.document, event.owner);
        let title = naming::title(document, owner, page).text;
        let edition = Public::Version(document.code, event.version.ordinal);
        Entry {
            title: Text::plain(format!("{title}: {}", self.words(event))),
            id: urn(&format!("{}/{page}", event.name)),
            updated: date(event.at),
            published: Some(date(event.at)),
            authors: vec![author(owner, page)],
            links: vec![Link {
                href: format!("{}{}", self.site.origin, in_language(edition, page)),
                rel: "alternate".to_owned(),
                hreflang: Some(page.tag().to_owned()),
                mime_type: Some("text/html".to_owned()),
                ..Link::default()
            }],
            summary: Some(Text::plain(format!(
                "{}, {}",
                naming::kind(document.kind, page),
                naming::name(owner, page).text
            ))),
            ..Entry::default()
        }
    }

    fn words(&self, event: &Event<'_>) -> String {
        let (page, version) = (self.wish.lang(), event.version);
        match event.what {
            Happening::Published if version.corrects.is_some() => self.of_edition("feed-corrected", version),
            Happening::Published => self.of_edition("feed-published", version),
            Happening::TookOver => self.of_edition("feed-takes-over", version),
            Happening::Fact(fact) => match fact.detail.kind() {
                FactKind::LateAttachment => say(page, "feed-late-attachment"),
                FactKind::Withdrawn => self.of_edition("feed-withdrawn", version),
                FactKind::Erased => self.of_edition("feed-erased", version),
                _ => sentence(fact, page),
            },
        }
    }

    fn of_edition(&self, key: &str, version: &Version) -> String {
        let page = self.wish.lang();
        let of = naming::day_of(version.requisites.effective_from, page);
        say_with(page, key, &[("of", of.into())])
    }
}

/// The organization whose document it is; never a person.
fn author(organization: &Organization, page: Lang) -> Person {
    Person { name: naming::name(organization, page).text, ..Person::default() }
}
