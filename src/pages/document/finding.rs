//! The results of a search within the text.

use crate::domain::address::{Href, Public};
use crate::pages::document_view::{DocumentView, Finding};
use crate::pages::html::Link;
use crate::phrases::{Argument, say_with};
use crate::text::find::{Piece, excerpt};

/// Places that are listed: the marks in the text show the rest.
const PLACES_MAX: usize = 20;

/// The results as they are listed above the text.
pub(super) struct Results {
    pub(super) summary: String,
    pub(super) places: Vec<Place>,
    /// To the text without marks.
    pub(super) back: String,
    /// To the same search in all documents of the organization.
    pub(super) elsewhere: String,
}

/// A place that answers.
pub(super) struct Place {
    pub(super) link: Link,
    pub(super) excerpt: Vec<Piece>,
}

impl DocumentView<'_> {
    pub(super) fn results(&self) -> Option<Results> {
        let Finding { typed, found } = self.finding?;
        let page = self.wish.lang();
        let lang = self.body_view().map_or(page, |body| body.lang());
        let count = i64::try_from(found.passages.len()).unwrap_or(i64::MAX);
        let key = if count == 0 { "find-nothing" } else { "find-found" };
        let arguments = [("query", Argument::from(typed)), ("count", count.into())];
        let organization = self.stand.organization().unwrap_or(self.owner);
        let places = found.passages.iter().take(PLACES_MAX).map(|passage| Place {
            link: Link::new(format!("#{}", passage.anchor), passage.heading.clone()),
            excerpt: excerpt(&passage.content, lang, &found.query),
        });
        Some(Results {
            summary: say_with(page, key, &arguments),
            places: places.collect(),
            back: self.wish.link(self.at()),
            elsewhere: self
                .wish
                .link(Href::to(Public::Search).with("q", typed).with("org", organization.code)),
        })
    }
}
