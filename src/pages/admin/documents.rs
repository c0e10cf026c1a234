//! Every document, with how it stands today.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{AsOf, Code};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Form, Look, button, words};
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::pages::row::Row;
use crate::phrases::say;

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentsView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// What was looked for.
    pub query: &'a str,
    /// The documents that were found, each with its owner and the number of its drafts.
    pub found: &'a [(&'a Document, &'a Organization, usize)],
    /// The last one of them, where there are more after it.
    pub next: Option<Code>,
    /// The phrase that says what was done.
    pub done: Option<&'a str>,
    /// Why what was wanted was refused.
    pub refusals: &'a [String],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

#[derive(Template)]
#[template(path = "admin/documents.html")]
struct DocumentsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    query: &'a str,
    search: Form,
    done: String,
    refusals: &'a [String],
    rows: Vec<Row>,
    next: Option<Href>,
}

/// The complete page.
pub fn render(view: &DocumentsView<'_>) -> String {
    let page = view.staff.lang;
    finish(&DocumentsPage {
        chrome: view.staff.chrome_of("admin-documents"),
        menu: view.staff.menu(),
        query: view.query,
        search: Form::search(
            "search",
            Admin::Documents,
            words(page, "admin-documents-find", view.query),
            button(page, "search-button", Look::First),
        ),
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        refusals: view.refusals,
        rows: view.found.iter().map(|found| view.row(*found)).collect(),
        next: view.next.map(|last| Href::to(Admin::Documents).with("after", last.as_str())),
    })
}

impl DocumentsView<'_> {
    fn row(&self, (document, owner, drafts): (&Document, &Organization, usize)) -> Row {
        let page = self.staff.lang;
        let href = Admin::Document(document.code).to_string();
        let mut row = Row::of_document(document, owner, href, page, self.as_of);
        let name = naming::name(owner, page);
        row.lines.push(Passage { text: format!("{} · {}", owner.number, name.text), ..name });
        let mut line = format!("{} · {}", naming::kind(document.kind, page), document.code.grouped());
        if drafts > 0 {
            line.push_str(&format!(" · {}: {drafts}", say(page, "admin-document-drafts")));
        }
        row.lines.push(Passage::plain(line));
        row
    }
}
