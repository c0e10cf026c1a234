//! The shelf of one organization: what hangs on its stand, and the kit to print it.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::contact::{self, ContactView};
use super::form::Form;
use super::head::Head;
use super::html::{Banner, Link, Tone};
use super::naming;
use super::posted::{self, StandState, StandView};
use super::row::Row;
use super::search_box;
use super::site::{LanguagePreference, Site, in_language};
use super::snippet;
use crate::domain::AsOf;
use crate::domain::address::{Picture, Public};
use crate::domain::document::Document;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::phrases::{Argument, say, say_with};
use crate::print::model::kit::PrintStatus;

/// What a shelf is made from.
#[derive(Debug, Clone, Copy)]
pub struct ShelfView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// Whose shelf it is.
    pub organization: &'a Organization,
    /// What it was merged into, if it was.
    pub successor: Option<&'a Organization>,
    /// The documents in the order of the shelf (see [`crate::domain::shelf::shelf`]).
    pub documents: &'a [&'a Document],
    /// Whether prints may hang for ever.
    pub standing: PrintStatus,
    /// What hangs on the stand.
    pub stand: StandView<'a>,
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// The complete page.
pub fn render(view: &ShelfView<'_>) -> String {
    let (page, code) = (view.wish.lang(), view.organization.code);
    let name = naming::name(view.organization, page);
    let address = format!("{}{}", view.site.origin, in_language(Public::Code(code), page));
    let arguments = [("organization", Argument::from(name.text.as_str())), ("address", address.into())];
    let message = say_with(page, "contact-message-shelf", &arguments);
    let head = Head::with_feed(view.site, view.wish, Public::FeedOf(code), &name);
    let whom = [view.organization].into_iter().chain(view.successor);
    finish(&ShelfPage {
        contact: contact::whom_to_ask(view.site, page, whom, &message),
        banners: view.banners(),
        city_wide: view.rows(Part::CityWide),
        own: view.rows(Part::Own),
        kit: view.kit(),
        specimen: (view.standing == PrintStatus::Trial).then(|| say(page, "kit-specimen-short")),
        stand: posted::state(&view.stand, page),
        chrome: Chrome::new(view.site, view.wish, name, Some(Public::Code(code).into()))
            .described(snippet::title(view.organization, page))
            .with_head(head),
        // It looks on this shelf first.
        search: search_box::everywhere(view.wish, "", [("org", code.grouped())]),
        code: code.grouped(),
    })
}

/// The two parts of a shelf.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    CityWide,
    Own,
}

/// Where the kit is, and how it is looked at first.
struct KitLinks {
    pdf: Public,
    page: String,
    codes: [Public; 2],
}

#[derive(Template)]
#[template(path = "shelf.html")]
struct ShelfPage<'a> {
    chrome: Chrome<'a>,
    code: String,
    search: Form,
    banners: Vec<Banner>,
    city_wide: Vec<Row>,
    own: Vec<Row>,
    stand: Option<StandState>,
    kit: Option<KitLinks>,
    /// That prints must not hang yet.
    specimen: Option<String>,
    contact: ContactView,
}

impl ShelfView<'_> {
    fn banners(&self) -> Vec<Banner> {
        let page = self.wish.lang();
        if self.organization.status == OrganizationStatus::Active {
            return Vec::new();
        }
        let key = if self.successor.is_some() { "shelf-merged" } else { "shelf-dissolved" };
        let mut banner = Banner::new(Tone::Warning, say(page, key));
        banner.link = self.successor.map(|successor| Link {
            href: self.wish.link(Public::Code(successor.code)),
            words: naming::name(successor, page),
        });
        vec![banner]
    }

    fn rows(&self, part: Part) -> Vec<Row> {
        let of_part = |document: &&&Document| {
            let own = document.owner == self.organization.id && !self.organization.is_union;
            own == (part == Part::Own)
        };
        let owner = match part {
            Part::CityWide => self.site.union,
            Part::Own => self.organization,
        };
        let row = |document: &&Document| {
            let href = self.wish.link(Public::Stand(document.code, self.organization.code));
            Row::of_document(document, owner, href, self.wish.lang(), self.as_of)
        };
        self.documents.iter().filter(of_part).map(row).collect()
    }

    /// The kit; an organization that does not exist any more has no stand to print for.
    fn kit(&self) -> Option<KitLinks> {
        let printable = self.organization.status == OrganizationStatus::Active && !self.documents.is_empty();
        let code = self.organization.code;
        printable.then(|| KitLinks {
            pdf: Public::Kit(code),
            page: self.wish.link(Public::KitPreview(code)),
            codes: Picture::ALL.map(|picture| Public::Qr(code, picture)),
        })
    }
}
