//! Every document, with how it stands today.

use askama::Template;

use super::filters::{self, Count, Filtered, Offered};
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href};
use crate::domain::document::Document;
use crate::domain::listing::DocumentsWanted;
use crate::domain::organization::Organization;
use crate::domain::resolution::{Answer, resolve};
use crate::domain::{AsOf, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Passage;
use crate::pages::naming;
use crate::pages::row::Row;
use crate::pages::table_file::{Cell, Table};
use crate::phrases::say;

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct DocumentsView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Which are listed.
    pub wanted: &'a DocumentsWanted,
    /// What may be chosen of the register.
    pub offered: Offered<'a>,
    /// How many there are on all pages.
    pub count: Count,
    /// The documents that were found, each with its owner and the number of its drafts.
    pub found: &'a [(&'a Document, &'a Organization, usize)],
    /// The next page, where there is one.
    pub next: Option<&'a Href>,
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
    is_empty: bool,
    filtered: Filtered,
    done: String,
    refusals: &'a [String],
    rows: Vec<Row>,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &DocumentsView<'_>) -> String {
    let page = view.staff.lang;
    finish(&DocumentsPage {
        chrome: view.staff.chrome_of("admin-documents"),
        menu: view.staff.menu(),
        is_empty: view.wanted.fields().is_empty(),
        filtered: filters::of_documents(page, view.wanted, view.offered, view.count),
        done: view.done.map(|key| say(page, key)).unwrap_or_default(),
        refusals: view.refusals,
        rows: view.found.iter().map(|found| view.row(*found)).collect(),
        next: view.next,
    })
}

/// The documents as a table; how each stands is told in the words of the page.
pub fn table(page: Lang, found: &[(&Document, &Organization, usize)], as_of: AsOf) -> Table {
    let row = |(document, owner, _): &(&Document, &Organization, usize)| {
        let requisites = match resolve(document, as_of) {
            Answer::Version { version, .. } => Some(version.requisites),
            Answer::NothingPublished | Answer::AllWithdrawn => None,
        };
        let line = Row::of_document(document, owner, String::new(), page, as_of);
        let status = line.status.map(|status| status.text).unwrap_or_default();
        vec![
            Cell::Words(line.title.text),
            Cell::Words(naming::kind(document.kind, page)),
            Cell::words(owner.number.as_str()),
            Cell::Words(naming::name(owner, page).text),
            Cell::Words(naming::district(&owner.district, page).to_owned()),
            Cell::Words(document.code.grouped()),
            Cell::Words(status),
            Cell::Day(requisites.map(|requisites| requisites.effective_from)),
            Cell::Day(requisites.and_then(|requisites| requisites.term_end)),
        ]
    };
    let keys = [
        "admin-document-titles",
        "admin-document-kind",
        "admin-organization-number",
        "numbers-owner",
        "admin-organization-district",
        "admin-code",
        "table-status",
        "table-effective-from",
        "table-term-end",
    ];
    Table { head: keys.map(|key| say(page, key)).into(), rows: found.iter().map(row).collect() }
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
