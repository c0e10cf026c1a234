//! The shelf of an organization inside of another site's page: a list and nothing around it, without script.

use askama::Template;

use super::chrome::finish;
use super::row::Row;
use super::site::{LanguagePreference, Site, in_language};
use super::snippet::title;
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{AsOf, Lang};
use crate::phrases::say;

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct EmbedView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// Whose shelf it is.
    pub organization: &'a Organization,
    /// The documents in the order of the shelf, with their owners.
    pub documents: &'a [(&'a Document, &'a Organization)],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

#[derive(Template)]
#[template(path = "embed.html")]
struct EmbedPage {
    lang: Lang,
    title: String,
    style: &'static str,
    rows: Vec<Row>,
    empty: String,
    all: String,
    shelf: String,
    canonical: String,
}

/// The complete page.
pub fn render(view: &EmbedView<'_>) -> String {
    let (page, code) = (view.wish.lang(), view.organization.code);
    let row = |(document, owner): &(&Document, &Organization)| {
        let href = in_language(Public::Stand(document.code, code), page);
        Row::of_document(document, owner, href, page, view.as_of)
    };
    finish(&EmbedPage {
        lang: page,
        title: title(view.organization, page),
        style: super::STYLE,
        rows: view.documents.iter().map(row).collect(),
        empty: say(page, "shelf-empty"),
        all: say(page, "embed-open"),
        shelf: in_language(Public::Code(code), page),
        canonical: format!("{}{}", view.site.origin, in_language(Public::Code(code), page)),
    })
}
