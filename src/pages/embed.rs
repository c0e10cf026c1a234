//! The shelf of an organization inside of another site's page: a list and nothing around it, without script.

use askama::Template;

use super::chrome::finish;
use super::html::Passage;
use super::naming;
use super::shelf::Row;
use super::site::{Site, Wish, in_language};
use crate::domain::address::Public;
use crate::domain::document::Document;
use crate::domain::organization::Organization;
use crate::domain::{AsOf, Lang};
use crate::phrases::{Argument, say, say_with};

/// What the list is made from.
#[derive(Debug, Clone, Copy)]
pub struct EmbedView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: Wish,
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
    })
}

/// What is copied into another site's page.
#[derive(Template)]
#[template(path = "snippet.html")]
struct Snippet<'a> {
    lang: Lang,
    title: String,
    frame: String,
    shelf: String,
    site: Site<'a>,
}

/// The markup that shows an organization's shelf on another site's page: a frame, and a plain link below it.
pub fn snippet(site: Site<'_>, organization: &Organization, lang: Lang) -> String {
    let code = organization.code;
    finish(&Snippet {
        lang,
        title: title(organization, lang),
        frame: in_language(Public::Embed(code), lang),
        shelf: in_language(Public::Code(code), lang),
        site,
    })
}

fn title(organization: &Organization, page: Lang) -> String {
    let Passage { text, .. } = naming::name(organization, page);
    say_with(page, "embed-title", &[("of", Argument::from(text))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::tests::samples::{school, union};
    use crate::print::model::kit::PrintStatus;

    #[test]
    fn the_snippet_is_a_frame_with_a_plain_link_below_it() {
        let (union, mut school) = (union(), school());
        school.names[0].names = crate::domain::lang::Trilingual::new("", "Школа \"54\" <b>", "");
        let site = Site { union: &union, origin: "https://qr.example.kz", standing: PrintStatus::Permanent };
        let snippet = snippet(site, &school, Lang::Ru);
        let code = school.code;
        assert!(
            snippet.starts_with(&format!("<iframe src=\"https://qr.example.kz/{code}/embed/ru\" title=\""))
        );
        assert!(snippet.contains(&format!("<a href=\"https://qr.example.kz/{code}/ru\">")));
        assert!(!snippet.contains("<b>") && !snippet.contains("<script"), "{snippet}");
        assert_eq!(snippet.matches("<iframe").count(), snippet.matches("</iframe>").count());
    }
}
