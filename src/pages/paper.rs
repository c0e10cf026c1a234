//! A text for the printer: on each page what it is, of which day, and where its present text is.

use askama::Template;

use super::body::BodyView;
use super::chrome::{Chrome, finish};
use super::document_view::DocumentView;
use super::html::{Banner, Passage};
use super::naming;
use crate::domain::address::{Href, Picture, Public, TypeSize, View};
use crate::domain::answer::Resolved;
use crate::domain::fact::FactDetail;
use crate::phrases::dates::{Form, day as say_day};
use crate::phrases::say_with;

/// The class in the style sheet: type of 11 or of 18 points.
const fn class(size: TypeSize) -> &'static str {
    match size {
        TypeSize::Normal => "paper",
        TypeSize::Large => "paper large",
    }
}

#[derive(Template)]
#[template(path = "paper.html")]
struct Paper<'a> {
    chrome: Chrome<'a>,
    class: &'static str,
    title: Passage,
    place: Option<Passage>,
    /// The edition's date, its number, and the day of printing.
    lines: Vec<Passage>,
    banners: Vec<Banner>,
    body: Option<BodyView<'a>>,
    is_without_words: bool,
    address: String,
    code: Public,
    back: String,
}

/// The complete page.
pub fn render(view: &DocumentView<'_>, size: TypeSize) -> String {
    let page = view.wish.lang();
    let text = view.text_at();
    let title = naming::title(view.document, view.owner, page);
    let address = format!("{}/{}", view.site.origin, view.document.code.grouped());
    finish(&Paper {
        chrome: Chrome::new(
            view.site,
            view.wish,
            title.clone(),
            text.viewed(View::Printable(size)).map(Href::to),
        )
        .described(format!("{}. {}", title.text, view.description()))
        // It is the text of that page, for the printer.
        .known_as(&view.canonical()),
        class: class(size),
        title,
        place: view.named_place(),
        lines: lines(view),
        banners: view.banners(),
        body: view.body_view(),
        is_without_words: !view.has_words(),
        address,
        code: Public::Qr(view.document.code, Picture::Svg),
        back: view.wish.link(text),
    })
}

fn lines(view: &DocumentView<'_>) -> Vec<Passage> {
    let page = view.wish.lang();
    let mut lines: Vec<Passage> = view.edition().into_iter().collect();
    if let Resolved::Edition { version, .. } = view.resolved {
        lines.extend(version.known_details(view.as_of.known).filter_map(|detail| match detail {
            FactDetail::Registered { number, on } => Some(naming::number_and_day(number, *on, page)),
            _ => None,
        }));
    }
    let today = say_day(page, view.as_of.day, Form::Short);
    let printed = say_with(page, "print-printed", &[("on", today.as_str().into())]);
    lines.push(Passage::plain(printed).naming(view.as_of.day, today));
    lines
}
