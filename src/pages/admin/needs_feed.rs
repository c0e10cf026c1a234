//! What needs a person, as a feed (Atom, RFC 4287). A line that is told since a day is an entry of its own; of the others the
//! kind is, with how many there are, anew each week.

use atom_syndication::{Entry, Feed, Generator, Link, Person, Text};

use super::needs::{Group, Line};
use crate::domain::address::{Admin, Href};
use crate::domain::calendar::{local_midnight, monday_of};
use crate::domain::{Day, Instant, Lang};
use crate::pages::Site;
use crate::pages::atom::{date, urn};
use crate::pages::naming;
use crate::phrases::say;

/// What a feed is made from.
#[derive(Debug, Clone, Copy)]
pub struct NeedsFeed<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The language.
    pub lang: Lang,
    /// Whose feed it is: what identifies it is made of this.
    pub login: &'a str,
    /// Since when there is the feed.
    pub since: Instant,
    /// Today.
    pub today: Day,
    /// What needs the person.
    pub groups: &'a [Group],
}

/// The complete feed.
pub fn render(view: &NeedsFeed<'_>) -> String {
    let (page, site) = (view.lang, view.site);
    let mut entries: Vec<(Instant, Entry)> =
        view.groups.iter().flat_map(|group| view.entries(group)).collect();
    entries.sort_by(|(a, of_a), (b, of_b)| (b, &of_b.id).cmp(&(a, &of_a.id)));
    let updated = entries.first().map_or(view.since, |(at, _)| *at);
    let feed = Feed {
        title: Text::plain(say(page, "needs-title")),
        id: urn(&format!("{}/needs/of/{}", site.origin, view.login)),
        updated: date(updated),
        authors: vec![view.author()],
        generator: Some(Generator { value: "Tizilim".to_owned(), ..Generator::default() }),
        // Its own address is a secret: it does not stand in it.
        links: vec![view.link(&Href::to(Admin::Dashboard).to_string())],
        lang: Some(page.tag().to_owned()),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        ..Feed::default()
    };
    feed.to_string()
}

impl NeedsFeed<'_> {
    fn author(&self) -> Person {
        Person { name: naming::name(self.site.union, self.lang).text, ..Person::default() }
    }

    fn link(&self, at: &str) -> Link {
        Link {
            href: format!("{}{at}", self.site.origin),
            rel: "alternate".to_owned(),
            hreflang: Some(self.lang.tag().to_owned()),
            mime_type: Some("text/html".to_owned()),
            ..Link::default()
        }
    }

    fn entries(&self, group: &Group) -> Vec<(Instant, Entry)> {
        let dated = |line: &Line| {
            let title = format!("{}: {}", group.title, line.title.text);
            let summary = [line.of.as_str(), line.words.as_str()].join("\n").trim().to_owned();
            Some(self.entry(&line.name, (title, summary), line.href.as_deref(), line.since?))
        };
        let mut entries: Vec<(Instant, Entry)> = group.lines.iter().filter_map(dated).collect();
        if entries.is_empty() {
            let names: Vec<&str> = group.lines.iter().map(|line| line.title.text.as_str()).collect();
            let list = group.list.as_ref().map(|list| list.href.as_str());
            let words = (group.heading.clone(), names.join("; "));
            entries.push(self.entry(&group.name, words, list, local_midnight(monday_of(self.today))));
        }
        entries
    }

    fn entry(
        &self,
        name: &str,
        (title, summary): (String, String),
        at: Option<&str>,
        updated: Instant,
    ) -> (Instant, Entry) {
        let front = Href::to(Admin::Dashboard).to_string();
        let entry = Entry {
            title: Text::plain(title),
            id: urn(&format!("{}/needs/{name}/{}", self.site.origin, self.lang)),
            updated: date(updated),
            links: vec![self.link(at.unwrap_or(&front))],
            summary: Some(Text::plain(summary)),
            ..Entry::default()
        };
        (updated, entry)
    }
}
