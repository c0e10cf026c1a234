//! Time travel: the addresses of a document's editions for programs (RFC 7089), and what they are to each other
//! (RFC 5829).

use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue, LINK};

use super::link_headers::{self, Link};
use crate::domain::address::{Href, Public};
use crate::domain::document::Document;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::timeline::{neighbours, timeline};
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Instant, Lang, calendar};
use crate::pages::LanguagePreference;

const ACCEPT_DATETIME: &str = "accept-datetime";
const MEMENTO_DATETIME: HeaderName = HeaderName::from_static("memento-datetime");

/// The media type of a TimeMap.
pub const LINK_FORMAT: &str = "application/link-format";

/// The media type of a linkset.
pub const LINKSET: &str = "application/linkset+json";

/// `Accept-Datetime` is not one date as RFC 1123 writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadDatetime;

/// The instant that a request asks for.
///
/// # Errors
/// A header that is not one date.
pub fn accepted(headers: &HeaderMap) -> Result<Option<Instant>, BadDatetime> {
    let mut values = headers.get_all(ACCEPT_DATETIME);
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(BadDatetime);
    }
    value.to_str().ok().and_then(calendar::parse_http_date).map(Some).ok_or(BadDatetime)
}

/// The ordinal of the version that answered at an instant, where it is not the one that answers today.
///
/// Before the first edition it is the first one, after the last one the last: that is the rule of the answer itself.
pub fn selected(document: &Document, instant: Instant, as_of: AsOf) -> Option<u32> {
    let ordinal = |day| match resolve(document, as_of.on(day)) {
        Answer::Version { version, .. } => Some(version.ordinal),
        Answer::NothingPublished | Answer::AllWithdrawn => None,
    };
    let then = ordinal(calendar::local_day(instant));
    then.filter(|_| then != ordinal(as_of.day))
}

/// What an address of a document stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Linking {
    /// The document: what answers today or, where a program asks for it, what answered at an instant.
    Work,
    /// One edition, or what applied on a day.
    Edition,
}

/// What the links of a document are made from.
#[derive(Debug, Clone, Copy)]
pub struct Linked<'a> {
    /// Scheme and host of the public address, without a slash at the end.
    pub origin: &'a str,
    /// The document.
    pub document: &'a Document,
    /// The organization on whose shelf it stands.
    pub shelf: Code,
    /// What is known by then.
    pub known: Instant,
}

impl Linked<'_> {
    /// The headers of a page that shows a version in a language.
    pub fn headers(
        &self,
        version: &Version,
        linking: Linking,
        (wish, lang): (LanguagePreference, Lang),
    ) -> Vec<(HeaderName, HeaderValue)> {
        let mut all = self.of_time(Some(version));
        if linking == Linking::Edition {
            all.extend(self.of_edition(version));
        }
        let code = self.document.code;
        let canonical = match linking {
            Linking::Work => wish.link(Public::Code(code)),
            Linking::Edition => Href::to(self.at(version)).in_language(lang).to_string(),
        };
        all.push(self.link(canonical, &["canonical"]));
        let base = match linking {
            Linking::Work => Public::Code(code),
            Linking::Edition => self.at(version),
        };
        all.extend(version.known_texts(self.known).map(|text| {
            let alternate = Href::to(base).in_language(text.lang);
            self.link(alternate, &["alternate"]).with("hreflang", text.lang.tag())
        }));
        all.extend(self.of_work());
        let datetime =
            calendar::http_date(begins(version)).and_then(|text| HeaderValue::from_str(&text).ok());
        let link = link_headers::header(&all).map(|value| (LINK, value));
        datetime.map(|value| (MEMENTO_DATETIME, value)).into_iter().chain(link).collect()
    }

    /// The TimeMap (RFC 7089, section 5).
    pub fn timemap(&self) -> String {
        let code = self.document.code;
        let editions = timeline(self.document, self.known);
        let mut own = self.link(Public::Timemap(code), &["self"]).with("type", LINK_FORMAT);
        let ends = [("from", editions.first()), ("until", editions.last())];
        for (name, edition) in ends {
            if let Some(date) = edition.and_then(|edition| calendar::http_date(begins(edition))) {
                own = own.with(name, date);
            }
        }
        let last = editions.len().saturating_sub(1);
        let mementos = editions.iter().enumerate().map(|(at, edition)| {
            let relations: &[&str] = match (at == 0, at == last) {
                (true, true) => &["first", "last", "memento"],
                (true, false) => &["first", "memento"],
                (false, true) => &["last", "memento"],
                (false, false) => &["memento"],
            };
            self.memento(edition, relations)
        });
        let head = [self.link(Public::Code(code), &["original", "timegate"]), own];
        link_headers::link_format(&head.into_iter().chain(mementos).collect::<Vec<_>>())
    }

    /// The linkset: what links from the document, and from each of its published versions (RFC 9264).
    pub fn linkset(&self) -> String {
        let work = self.of_time(None).into_iter().chain(self.of_work());
        let published = self.document.known_versions(self.known);
        let editions = published.map(|version| {
            let original = self.link(Public::Code(self.document.code), &["original"]);
            let links = [original].into_iter().chain(self.of_edition(version));
            let files =
                version.known_texts(self.known).filter(|_| !version.is_erased(self.known)).map(|text| {
                    self.link(Public::File(text.file.checksum), &["item"])
                        .with("type", text.file.media.media_type())
                        .with("hreflang", text.lang.tag())
                });
            (self.address(self.at(version)), links.chain(files).collect())
        });
        let work = (self.address(Public::Code(self.document.code)), work.collect());
        link_headers::linkset(&[work].into_iter().chain(editions).collect::<Vec<_>>())
    }

    /// The original, its TimeMap, and its editions about the one that is shown; all of them where none is.
    fn of_time(&self, shown: Option<&Version>) -> Vec<Link> {
        let code = self.document.code;
        let editions = timeline(self.document, self.known);
        let about = shown.map(|version| neighbours(&editions, version));
        let is =
            |edition: &Version, other: Option<&Version>| other.is_some_and(|other| other.id == edition.id);
        let (first, last) = (editions.first().copied(), editions.last().copied());
        let mementos = editions.iter().filter_map(|edition| {
            let before = about.is_some_and(|about| is(edition, about.before));
            let after = about.is_some_and(|about| is(edition, about.after));
            let named = [
                ("first", is(edition, first)),
                ("last", is(edition, last)),
                ("prev", before),
                ("next", after),
            ];
            let mut relations: Vec<&'static str> =
                named.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect();
            let listed = !relations.is_empty() || shown.is_none() || is(edition, shown);
            relations.push("memento");
            listed.then(|| self.memento(edition, &relations))
        });
        let head = [
            self.link(Public::Code(code), &["original", "timegate"]),
            self.link(Public::Timemap(code), &["timemap"]).with("type", LINK_FORMAT),
        ];
        head.into_iter().chain(mementos).collect()
    }

    /// What an edition is to the others of its document (RFC 5829).
    fn of_edition(&self, version: &Version) -> Vec<Link> {
        let editions = timeline(self.document, self.known);
        let about = neighbours(&editions, version);
        let latest = self.link(Public::Code(self.document.code), &["latest-version"]);
        let others = [("predecessor-version", about.before), ("successor-version", about.after)];
        let others = others.into_iter().filter_map(|(name, other)| Some(self.link(self.at(other?), &[name])));
        [latest].into_iter().chain(others).collect()
    }

    /// The history, the shelf and the linkset of the document.
    fn of_work(&self) -> [Link; 3] {
        let code = self.document.code;
        [
            self.link(Public::History(code), &["version-history"]),
            self.link(Public::Code(self.shelf), &["up"]),
            self.link(Public::Linkset(code), &["linkset"]).with("type", LINKSET),
        ]
    }

    fn memento(&self, edition: &Version, relations: &[&'static str]) -> Link {
        let link = self.link(self.at(edition), relations);
        match calendar::http_date(begins(edition)) {
            Some(date) => link.with("datetime", date),
            None => link,
        }
    }

    fn link(&self, to: impl std::fmt::Display, relations: &[&'static str]) -> Link {
        Link::new(self.address(to), relations)
    }

    fn address(&self, of: impl std::fmt::Display) -> String {
        format!("{}{of}", self.origin)
    }

    fn at(&self, version: &Version) -> Public {
        Public::Version(self.document.code, version.ordinal)
    }
}

/// The instant from which an edition is the document's text: local midnight of its first day.
fn begins(version: &Version) -> Instant {
    calendar::local_midnight(version.requisites.effective_from)
}
