//! What a search found: organizations, documents, and the places in texts.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::edition_status;
use super::form::Form;
use super::html::{Banner, Link, Passage};
use super::naming;
use super::row::Row;
use super::search_box;
use super::site::{LanguagePreference, Site};
use crate::domain::address::{Href, Public};
use crate::domain::document::Document;
use crate::domain::edition_status::EditionStatus;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::version::Version;
use crate::domain::{AsOf, Code, Lang};
use crate::phrases::{Argument, say, say_with};
use crate::text::find::Piece;

/// What the results are made from.
#[derive(Debug, Clone, Copy)]
pub struct SearchView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// What was searched for; empty where nothing was.
    pub query: &'a str,
    /// The longest query in characters, where this one is longer and was refused.
    pub refused_over: Option<usize>,
    /// Where it was searched.
    pub within: Within<'a>,
    /// In which versions.
    pub editions: Editions,
    /// The documents that were found, each with its owner, best first.
    pub documents: &'a [(&'a Document, &'a Organization)],
    /// The organizations that were found, best first.
    pub organizations: &'a [&'a Organization],
    /// The places in texts that this page shows, best first.
    pub places: &'a [Place<'a>],
    /// How many places were found on all pages.
    pub places_total: usize,
    /// The place that was asked for by its number and that is nowhere, as it was typed.
    pub missing_place: Option<&'a str>,
    /// Whether the places only have some of the words.
    pub is_partial: bool,
    /// Words of the query that are nowhere.
    pub unknown: &'a [String],
    /// Words that were read otherwise than they were typed, each with what was searched for.
    pub readings: &'a [(String, String)],
    /// The number of this page, from 1.
    pub page: usize,
    /// Places on one page.
    pub per_page: usize,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// Where a search looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Within<'a> {
    /// The organization whose stand the reader comes from.
    pub organization: Option<&'a Organization>,
    /// The one document, with its owner.
    pub document: Option<(&'a Document, &'a Organization)>,
}

/// In which versions a search looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Editions {
    /// In those that answer today.
    Present,
    /// In earlier and later ones too.
    All,
}

/// A place in a text.
#[derive(Debug)]
pub struct Place<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its owner.
    pub owner: &'a Organization,
    /// The version.
    pub version: &'a Version,
    /// Whether the version answers today.
    pub is_answer: bool,
    /// Whether words of the text were recognised by a machine.
    pub is_recognised: bool,
    /// The language of the text.
    pub lang: Lang,
    /// Where the link leads in the text; empty for its beginning.
    pub anchor: &'a str,
    /// The heading in pieces.
    pub heading: &'a [Piece],
    /// The words in pieces.
    pub excerpt: &'a [Piece],
}

impl Place<'_> {
    /// Where a link to the place leads: to the page that answers, on the stand that the reader comes from, or to an
    /// earlier or later version.
    pub fn href(&self, stand: Option<Code>) -> Href {
        let code = self.document.code;
        let text = if self.is_answer {
            Public::document(code, stand)
        } else {
            Public::Version(code, self.version.ordinal)
        };
        Href::to(text).in_language(self.lang).at(self.anchor)
    }
}

/// A place as it is shown.
struct PlaceRow<'a> {
    href: Href,
    /// The tag of the language of the text, where it is not the page's.
    foreign: Option<&'static str>,
    heading: &'a [Piece],
    excerpt: &'a [Piece],
    title: Passage,
    edition: Passage,
    status: Banner,
    is_recognised: bool,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    chrome: Chrome<'a>,
    query: &'a str,
    search: Form,
    scope: Option<Passage>,
    refusal: Option<String>,
    found: String,
    missing: Option<String>,
    is_partial: bool,
    unknown: Option<String>,
    readings: Vec<String>,
    documents: Vec<Row>,
    organizations: Vec<Row>,
    places: Vec<PlaceRow<'a>>,
    pages: Vec<Link>,
    others: Vec<Link>,
}

/// The complete page.
pub fn render(view: &SearchView<'_>) -> String {
    let page = view.wish.lang();
    let all = view.documents.len() + view.organizations.len() + view.places_total;
    let count = Argument::from(i64::try_from(all).unwrap_or(i64::MAX));
    let title = Passage::plain(say(page, "search-title"));
    // Where nothing was found in texts, no other words led to it.
    let unknown_key = if view.places_total > 0 { "search-unknown" } else { "search-unknown-alone" };
    let unknown = (!view.unknown.is_empty())
        .then(|| say_with(page, unknown_key, &[("words", view.unknown.join(", ").into())]));
    let reading = |(typed, read): &(String, String)| {
        say_with(page, "search-read-as", &[("typed", typed.clone().into()), ("read", read.clone().into())])
    };
    let refusal = view.refused_over.map(|limit| {
        say_with(page, "search-too-long", &[("limit", i64::try_from(limit).unwrap_or(i64::MAX).into())])
    });
    finish(&SearchPage {
        chrome: Chrome::new(
            view.site,
            view.wish,
            title,
            Some(view.at(view.within, view.editions, view.page)),
        )
        .described(say(page, "search-words-hint")),
        query: view.query,
        search: search_box::everywhere(view.wish, view.query, parameters(view.within, view.editions)),
        scope: view.scope(),
        refusal,
        found: say_with(page, "search-found", &[("count", count)]),
        missing: view
            .missing_place
            .map(|place| say_with(page, "search-no-place", &[("place", place.to_owned().into())])),
        is_partial: view.is_partial,
        unknown,
        readings: view.readings.iter().map(reading).collect(),
        documents: view.documents(),
        organizations: view.organizations(),
        places: view.places.iter().map(|place| view.place(place)).collect(),
        pages: view.pages(),
        others: view.others(),
    })
}

/// The fields of a search besides its words and its page.
fn parameters(within: Within<'_>, editions: Editions) -> Vec<(&'static str, String)> {
    let organization = within.organization.map(|organization| ("org", organization.code.to_string()));
    let document = within.document.map(|(document, _)| ("doc", document.code.to_string()));
    let all = (editions == Editions::All).then(|| ("all", "1".to_owned()));
    organization.into_iter().chain(document).chain(all).collect()
}

impl SearchView<'_> {
    /// The address of a search for the same words, without the language.
    fn at(&self, within: Within<'_>, editions: Editions, page: usize) -> Href {
        let search = Href::to(Public::Search).with("q", self.query).with_all(parameters(within, editions));
        if page > 1 { search.with("page", page) } else { search }
    }

    /// Where the search looks, if not everywhere.
    fn scope(&self) -> Option<Passage> {
        let page = self.wish.lang();
        let document = self.within.document.map(|(document, owner)| naming::title(document, owner, page));
        document.or_else(|| self.within.organization.map(|organization| naming::name(organization, page)))
    }

    fn documents(&self) -> Vec<Row> {
        let page = self.wish.lang();
        let row = |(document, owner): &(&Document, &Organization)| {
            let href = self.wish.link(Public::Code(document.code));
            let mut row = Row::of_document(document, owner, href, page, self.as_of);
            row.lines.extend((!owner.is_union).then(|| naming::name(owner, page)));
            row
        };
        self.documents.iter().map(row).collect()
    }

    fn organizations(&self) -> Vec<Row> {
        let page = self.wish.lang();
        let row = |organization: &&Organization| {
            let mut lines = Vec::new();
            if !organization.district.is_empty() {
                lines.push(Passage::plain(organization.district.clone()));
            }
            if organization.status == OrganizationStatus::Dissolved {
                lines.push(Passage::plain(say(page, "organization-dissolved")));
            }
            let href = self.wish.link(Public::Code(organization.code));
            Row { href, title: naming::name(organization, page), lines, status: None }
        };
        self.organizations.iter().map(row).collect()
    }

    fn place<'p>(&self, place: &'p Place<'p>) -> PlaceRow<'p> {
        let page = self.wish.lang();
        let banner = edition_status::banner(
            page,
            place.document,
            EditionStatus::of(place.document, place.version, self.as_of),
        );
        PlaceRow {
            href: place.href(self.within.organization.map(|organization| organization.code)),
            foreign: (place.lang != page).then_some(place.lang.tag()),
            heading: place.heading,
            excerpt: place.excerpt,
            title: naming::title(place.document, place.owner, page),
            edition: naming::dated_edition(place.version, page),
            is_recognised: place.is_recognised,
            status: banner,
        }
    }

    /// The page before and the page after this one.
    fn pages(&self) -> Vec<Link> {
        let link = |page: usize, key: &str| {
            let at = self.at(self.within, self.editions, page);
            Link::new(self.wish.link(at), say(self.wish.lang(), key))
        };
        let previous = (self.page > 1).then(|| link(self.page - 1, "search-previous"));
        let next =
            (self.page * self.per_page < self.places_total).then(|| link(self.page + 1, "search-next"));
        previous.into_iter().chain(next).collect()
    }

    /// The same words in a wider search.
    fn others(&self) -> Vec<Link> {
        if self.query.is_empty() || self.refused_over.is_some() {
            return Vec::new();
        }
        let link = |within: Within<'_>, editions: Editions, key: &str| {
            Link::new(self.wish.link(self.at(within, editions, 1)), say(self.wish.lang(), key))
        };
        let Within { organization, document } = self.within;
        let shelf = organization.filter(|_| document.is_some()).map(|organization| {
            let within = Within { organization: Some(organization), document: None };
            link(within, self.editions, "search-this-stand")
        });
        let everywhere = (organization.is_some() || document.is_some())
            .then(|| link(Within::default(), self.editions, "search-everywhere"));
        let editions = match self.editions {
            Editions::Present => link(self.within, Editions::All, "search-former-too"),
            Editions::All => link(self.within, Editions::Present, "search-present-only"),
        };
        shelf.into_iter().chain(everywhere).chain([editions]).collect()
    }
}
