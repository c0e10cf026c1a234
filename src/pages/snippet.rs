//! What shows an organization's shelf on another site's page.

use askama::Template;

use super::chrome::finish;
use super::html::Passage;
use super::naming;
use super::site::{Site, in_language};
use crate::domain::Lang;
use crate::domain::address::Public;
use crate::domain::organization::Organization;
use crate::phrases::{Argument, say_with};

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

/// What the shelf is called there.
pub(super) fn title(organization: &Organization, page: Lang) -> String {
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
