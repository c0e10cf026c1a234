//! The history of a document: every version that was ever published, and what became known of it.
//!
//! The history tells the truth: what was corrected, withdrawn or erased stays listed and says so.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::edition_status;
use super::fact_sentence::sentence;
use super::html::{Banner, Link, Passage};
use super::naming;
use super::site::{LanguagePreference, Site, in_language};
use crate::domain::address::{Pair, Public};
use crate::domain::calendar::local_day;
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::organization::Organization;
use crate::domain::resolution::predecessor;
use crate::domain::version::Version;
use crate::domain::{AsOf, Day, Instant, Lang};
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::{say, say_with};

/// What the history is made from.
#[derive(Debug, Clone, Copy)]
pub struct HistoryView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// The complete page.
pub fn render(view: &HistoryView<'_>) -> String {
    let page = view.wish.lang();
    let title = naming::title(view.document, view.owner, page);
    let mut versions: Vec<&Version> = view.document.known_versions(view.as_of.known).collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.ordinal));
    let heading =
        Passage { text: say_with(page, "history-of", &[("title", title.text.as_str().into())]), ..title };
    finish(&HistoryPage {
        chrome: Chrome::new(view.site, view.wish, heading, Some(Public::History(view.document.code).into()))
            .described(say(page, "history-promise")),
        present: Link {
            href: view.wish.link(Public::Code(view.document.code)),
            words: naming::title(view.document, view.owner, page),
        },
        editions: versions.into_iter().map(|version| view.edition(version)).collect(),
    })
}

/// One version in the history.
struct Edition {
    heading: Link,
    banner: Banner,
    texts: Vec<Text>,
    events: Vec<Event>,
    comparisons: Vec<Link>,
}

struct Text {
    lang: Lang,
    name: String,
    href: String,
}

/// What happened on a day.
struct Event {
    day: Day,
    on: String,
    what: String,
}

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage<'a> {
    chrome: Chrome<'a>,
    present: Link,
    editions: Vec<Edition>,
}

impl HistoryView<'_> {
    fn edition(&self, version: &Version) -> Edition {
        let page = self.wish.lang();
        let at = Public::Version(self.document.code, version.ordinal);
        let status = EditionStatus::of(self.document, version, self.as_of);
        let banner = edition_status::banner(page, self.document, status);
        let texts = match status {
            EditionStatus::Erased { .. } => Vec::new(),
            _ => version.known_texts(self.as_of.known).map(|text| text.lang).collect(),
        };
        Edition {
            heading: Link { href: self.wish.link(at), words: naming::dated_edition(version, page) },
            banner,
            texts: texts
                .into_iter()
                .map(|lang| Text { lang, name: say(lang, "language-own-name"), href: in_language(at, lang) })
                .collect(),
            events: self.events(version),
            comparisons: self.comparisons(version),
        }
    }

    /// To what changed since the edition before, and to what a correction corrected.
    fn comparisons(&self, version: &Version) -> Vec<Link> {
        let page = self.wish.lang();
        let since = |old: &Version, words: String| {
            let is_readable = !old.is_erased(self.as_of.known) && !version.is_erased(self.as_of.known);
            is_readable.then(|| {
                Link::new(
                    self.wish.link(Public::Compare(self.document.code, Pair(old.ordinal, version.ordinal))),
                    words,
                )
            })
        };
        let corrected = version.corrects.and_then(|ordinal| self.version(ordinal));
        let corrected = corrected.and_then(|old| since(old, say(page, "compare-since-correction")));
        let before = predecessor(self.document, version, self.as_of.known).and_then(|old| {
            let of = naming::day_of(old.requisites.effective_from, page);
            since(old, say_with(page, "compare-since", &[("of", of.into())]))
        });
        corrected.into_iter().chain(before).collect()
    }

    /// What happened to a version, in the order in which the registry learned of it.
    fn events(&self, version: &Version) -> Vec<Event> {
        let page = self.wish.lang();
        let event = |recorded_at: Instant, what: String| {
            let day = local_day(recorded_at);
            Event { day, on: say_day(page, day, Form::Short), what }
        };
        let published = match version.corrects.and_then(|ordinal| self.version(ordinal)) {
            Some(corrected) => {
                let on = say_day(page, local_day(corrected.published_at), Form::On);
                say_with(page, "event-published-correction", &[("on", on.into())])
            }
            None => say(page, "event-published"),
        };
        let signed = version.requisites.signed_on.map(|day| Event {
            day,
            on: say_day(page, day, Form::Short),
            what: say(page, "event-signed"),
        });
        let mut events: Vec<Event> =
            signed.into_iter().chain([event(version.published_at, published)]).collect();
        let corrections = self.document.corrections(version.ordinal, self.as_of.known);
        events.extend(
            corrections.map(|correction| event(correction.published_at, say(page, "event-corrected"))),
        );
        let facts = version.known_facts(self.as_of.known);
        events.extend(facts.map(|fact| event(fact.recorded_at, sentence(fact, page))));
        events.sort_by_key(|event| event.day);
        events
    }

    fn version(&self, ordinal: u32) -> Option<&Version> {
        self.document.version(ordinal)
    }
}
