//! A scanned page beside its picture: the words as they were recognised, to be confirmed or corrected.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Number};
use crate::domain::ids::DraftId;
use crate::domain::{Code, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Control, Field, Form, Look, button};
use crate::pages::html::Link;
use crate::pages::pictures::{Pictures, page_of};
use crate::phrases::{Argument, say, say_with};
use crate::text::recognition::{PageReview, Piece, RecognisedWord};

/// Whose pages they are.
#[derive(Debug, Clone, Copy)]
pub enum Whose {
    /// Those of a draft's text.
    Draft(DraftId, Lang),
    /// Those of a published text.
    Published(Code, u32, Lang),
}

impl Whose {
    /// The address of a page.
    pub const fn at(self, page: u32) -> Admin {
        match self {
            Self::Draft(draft, lang) => Admin::ScannedDraftPage(draft, lang, Number(page)),
            Self::Published(code, ordinal, lang) => Admin::ScannedPage(code, ordinal, lang, Number(page)),
        }
    }

    /// Where the pages belong.
    pub const fn home(self) -> Admin {
        match self {
            Self::Draft(draft, _) => Admin::Preview(draft),
            Self::Published(code, ..) => Admin::Document(code),
        }
    }

    const fn lang(self) -> Lang {
        match self {
            Self::Draft(_, lang) | Self::Published(_, _, lang) => lang,
        }
    }
}

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct ScannedPageView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Whose pages they are.
    pub whose: Whose,
    /// Where the pictures are.
    pub pictures: Pictures,
    /// All scanned pages of the text.
    pub pages: &'a [PageReview],
    /// The one that is shown.
    pub shown: &'a PageReview,
    /// What was refused.
    pub refusals: &'a [String],
}

/// A page in the list of all.
struct Entry {
    href: Admin,
    number: u32,
    is_shown: bool,
    is_checked: bool,
}

#[derive(Template)]
#[template(path = "admin/scanned_page.html")]
struct ScannedPagePage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    home: Link,
    refusals: &'a [String],
    page: String,
    is_read: bool,
    marked: &'a [Vec<Piece>],
    doubtful: &'a [RecognisedWord],
    doubts: String,
    size: (u32, u32),
    lang: Lang,
    picture: Href,
    entries: Vec<Entry>,
    form: Form,
}

/// The complete page.
pub fn render(view: &ScannedPageView<'_>) -> String {
    let page = view.staff.lang;
    let (shown, lang) = (view.shown, view.whose.lang());
    let value = shown.paragraphs.join("\n");
    let doubts = i64::try_from(shown.doubtful.len()).unwrap_or(i64::MAX);
    let words = Field::new("words", say(page, "scan-check-words"), Control::Page { value, lang })
        .with_hint(say(page, "scan-check-hint"));
    let entry = |review: &PageReview| Entry {
        href: view.whose.at(review.page.number),
        number: review.page.number,
        is_shown: review.page.number == shown.page.number,
        is_checked: review.is_checked,
    };
    finish(&ScannedPagePage {
        chrome: view.staff.chrome_of("scan-check-title"),
        menu: view.staff.menu(),
        home: Link::new(view.whose.home(), say(page, "find-back")),
        refusals: view.refusals,
        page: page_of(&shown.page, page),
        is_read: shown.is_read,
        marked: &shown.marked,
        doubtful: &shown.doubtful,
        doubts: say_with(page, "scan-check-doubtful", &[("count", Argument::Number(doubts))]),
        size: shown.picture,
        lang,
        picture: view.pictures.at(&shown.page, true),
        entries: view.pages.iter().map(entry).collect(),
        form: Form::new("page", view.whose.at(shown.page.number)).with(vec![words]).button(button(
            page,
            "scan-check-save",
            Look::Big,
        )),
    })
}
