//! The headings of a published text, and the form that corrects them.

use askama::Template;

use super::outline_form::OutlineForm;
use super::staff::{Menu, StaffView};
use crate::domain::Lang;
use crate::domain::address::{Admin, Number};
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::version::Version;
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Link;
use crate::pages::naming;
use crate::phrases::say;
use crate::text::body::Body;

/// What the page of a published text's headings is made from.
#[derive(Debug, Clone, Copy)]
pub struct OutlineView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// The document.
    pub document: &'a Document,
    /// Whose document it is.
    pub owner: &'a Organization,
    /// The edition.
    pub version: &'a Version,
    /// The language of the text.
    pub lang: Lang,
    /// The text; none where nothing of it can be read.
    pub body: Option<&'a Body>,
    /// The first page that was scanned, if any was.
    pub scan: Option<u32>,
    /// What was refused.
    pub refusals: &'a [String],
    /// What was done, as a sentence; empty where nothing was.
    pub done: &'a str,
}

#[derive(Template)]
#[template(path = "admin/outline.html")]
struct OutlinePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    document: Link,
    edition: String,
    refusals: &'a [String],
    done: &'a str,
    form: Option<OutlineForm>,
    check: Option<Link>,
}

/// The complete page.
pub fn render(view: &OutlineView<'_>) -> String {
    let page = view.staff.lang;
    let action = Admin::Outline(view.document.code, view.version.ordinal, view.lang);
    let text = say(page, &format!("admin-upload-file-{}", view.lang));
    finish(&OutlinePage {
        chrome: view.staff.chrome_of("review-outline-title"),
        menu: view.staff.menu(),
        document: Link {
            href: Admin::Document(view.document.code).to_string(),
            words: naming::title(view.document, view.owner, page),
        },
        edition: format!("{}. {text}", naming::edition(view.version, page)),
        check: view.scan.map(|number| {
            let at = Admin::ScannedPage(view.document.code, view.version.ordinal, view.lang, Number(number));
            Link::new(at, say(page, "scan-check-title"))
        }),
        refusals: view.refusals,
        done: view.done,
        form: view.body.map(|body| OutlineForm::new(action, body, view.lang, page)),
    })
}
