//! The start: one box for a code, a title or a school, and the documents of the whole union.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::form::Form;
use super::head::Head;
use super::html::Passage;
use super::row::Row;
use super::search_box;
use super::site::{LanguagePreference, Site};
use crate::domain::AsOf;
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::phrases::say;

/// What the start is made from.
#[derive(Debug, Clone, Copy)]
pub struct StartView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The documents of the whole union, in the order of a shelf.
    pub documents: &'a [&'a Document],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

#[derive(Template)]
#[template(path = "start.html")]
struct StartPage<'a> {
    chrome: Chrome<'a>,
    search: Form,
    documents: Vec<Row>,
}

/// The complete page.
pub fn render(view: &StartView<'_>) -> String {
    let page = view.wish.lang();
    let title = Passage::plain(say(page, "start-title"));
    let head = Head::with_feed(view.site, view.wish, Public::Feed, &title);
    let row = |document: &&Document| {
        let href = view.wish.link(Public::Code(document.code));
        Row::of_document(document, view.site.union, href, page, view.as_of)
    };
    finish(&StartPage {
        chrome: Chrome::new(view.site, view.wish, title, Some(Public::Start.into()))
            .described(say(page, "start-lead"))
            .with_head(head),
        search: search_box::everywhere(view.wish, "", None),
        documents: view.documents.iter().map(row).collect(),
    })
}
