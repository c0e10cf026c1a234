//! What a search found: documents and organizations.

use askama::Template;

use super::layout::{Chrome, Passage, Site, Wish, encoded, finish};
use super::naming;
use super::shelf::Row;
use crate::domain::document::Document;
use crate::domain::organization::{Organization, Status};
use crate::domain::{Day, Instant};
use crate::phrases::{Argument, say, say_with};

/// What the results are made from.
#[derive(Debug, Clone, Copy)]
pub struct SearchView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: Wish,
    /// What was searched for; empty where nothing was.
    pub query: &'a str,
    /// The documents that were found, each with its owner, best first.
    pub documents: &'a [(&'a Document, &'a Organization)],
    /// The organizations that were found, best first.
    pub organizations: &'a [&'a Organization],
    /// Today.
    pub day: Day,
    /// Now.
    pub known: Instant,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    chrome: Chrome<'a>,
    query: &'a str,
    found: String,
    documents: Vec<Row>,
    organizations: Vec<Row>,
}

/// The complete page.
pub fn render(view: &SearchView<'_>) -> String {
    let page = view.wish.lang();
    let path = format!("/search?q={}", encoded(view.query));
    let count = i64::try_from(view.documents.len() + view.organizations.len()).unwrap_or(i64::MAX);
    let documents = view.documents.iter().map(|(document, owner)| {
        let href = view.wish.link(&format!("/{}", document.code));
        let mut row = Row::of_document(document, owner, href, page, view.day, view.known);
        row.lines.extend((!owner.is_union).then(|| naming::name(owner, page)));
        row
    });
    let organizations = view.organizations.iter().map(|organization| {
        let mut lines = Vec::new();
        if !organization.district.is_empty() {
            lines.push(Passage::plain(organization.district.clone()));
        }
        if organization.status == Status::Dissolved {
            lines.push(Passage::plain(say(page, "organization-dissolved")));
        }
        let href = view.wish.link(&format!("/{}", organization.code));
        Row { href, title: naming::name(organization, page), lines, status: None }
    });
    finish(&SearchPage {
        chrome: Chrome::new(view.site, view.wish, Passage::plain(say(page, "search-title")), Some(&path)),
        query: view.query,
        found: say_with(page, "search-found", &[("count", Argument::from(count))]),
        documents: documents.collect(),
        organizations: organizations.collect(),
    })
}
