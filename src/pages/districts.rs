//! All organizations by their districts: for whoever does not know how the own school is called here.

use askama::Template;

use super::chrome::{Chrome, finish};
use super::html::{Link, Passage};
use super::naming;
use super::site::{LanguagePreference, Site};
use crate::domain::address::{Href, Public};
use crate::domain::organization::Organization;
use crate::phrases::{Argument, say, say_with};

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct DistrictsView<'a> {
    /// The registry.
    pub site: Site<'a>,
    /// The reader's language.
    pub wish: LanguagePreference,
    /// The districts, each with how many organizations are there; an empty one stands for none.
    pub districts: &'a [(&'a str, usize)],
    /// The district whose organizations are shown, where one was chosen.
    pub shown: Option<District<'a>>,
}

/// A district with a page of its organizations.
#[derive(Debug, Clone, Copy)]
pub struct District<'a> {
    /// As it is written down.
    pub name: &'a str,
    /// By number, as people count.
    pub organizations: &'a [&'a Organization],
    /// The page, from 1.
    pub page: usize,
    /// Whether no page comes after it.
    pub is_last: bool,
}

#[derive(Template)]
#[template(path = "districts.html")]
struct DistrictsPage<'a> {
    chrome: Chrome<'a>,
    rows: Vec<Link>,
    /// The pages before and after this one.
    pages: Vec<Link>,
    back: Option<Link>,
}

/// The complete page.
pub fn render(view: &DistrictsView<'_>) -> String {
    let page = view.wish.lang();
    let title = match view.shown {
        None => say(page, "districts-title"),
        Some(district) => view.called(district.name),
    };
    let back = Link::new(view.wish.link(Public::Organizations), say(page, "districts-all"));
    finish(&DistrictsPage {
        chrome: Chrome::new(view.site, view.wish, Passage::plain(title), Some(view.at()))
            .described(say(page, "districts-lead")),
        rows: view.rows(),
        pages: view.pages(),
        back: view.shown.map(|_| back),
    })
}

impl DistrictsView<'_> {
    fn at(&self) -> Href {
        let all = Href::to(Public::Organizations);
        self.shown.map_or(all, |district| of_district(district.name, district.page))
    }

    /// What a district is called.
    fn called(&self, name: &str) -> String {
        let page = self.wish.lang();
        if name.is_empty() { say(page, "districts-none") } else { naming::district(name, page).to_owned() }
    }

    fn rows(&self) -> Vec<Link> {
        let page = self.wish.lang();
        let Some(district) = self.shown else {
            let row = |(name, count): &(&str, usize)| {
                let count = i64::try_from(*count).unwrap_or(i64::MAX);
                let arguments = [("district", Argument::from(self.called(name))), ("count", count.into())];
                Link::new(
                    self.wish.link(of_district(name, 1)),
                    say_with(page, "districts-counted", &arguments),
                )
            };
            return self.districts.iter().map(row).collect();
        };
        let row = |organization: &&Organization| Link {
            href: self.wish.link(Public::Code(organization.code)),
            words: naming::name(organization, page),
        };
        district.organizations.iter().map(row).collect()
    }

    fn pages(&self) -> Vec<Link> {
        let Some(District { name, page, is_last, .. }) = self.shown else { return Vec::new() };
        let link = |page: usize, key: &str| {
            Link::new(self.wish.link(of_district(name, page)), say(self.wish.lang(), key))
        };
        let previous = (page > 1).then(|| link(page - 1, "search-previous"));
        previous.into_iter().chain((!is_last).then(|| link(page + 1, "search-next"))).collect()
    }
}

/// The address of a page of a district.
fn of_district(name: &str, page: usize) -> Href {
    let district = Href::to(Public::Organizations).with("district", name);
    if page > 1 { district.with("page", page) } else { district }
}
