//! The list of organizations.

use askama::Template;

use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Public};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::{Advice, Posted};
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::form::{Field, Form, Look, button, words};
use crate::pages::html::Passage;
use crate::pages::{kit_address, naming, posted};
use crate::phrases::dates::{Form as DayForm, day as say_day};
use crate::phrases::{say, say_with};

/// An organization and what is known of its stand.
#[derive(Debug)]
pub struct Listed<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// What hangs.
    pub posted: &'a Posted,
    /// What is to be done.
    pub advice: Advice,
    /// When a person last opened one of its codes.
    pub last_opened: Option<Day>,
}

/// Which organizations are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// All.
    All,
    /// Those whose stand is outdated: a sheet is to be printed or taken down.
    Outdated,
}

struct Line {
    number: String,
    name: Passage,
    href: Admin,
    dissolved: bool,
    code: String,
    shelf: Public,
    kit: Option<Public>,
    stand: Vec<String>,
    to_do: Vec<String>,
}

/// What the list is made from.
#[derive(Debug)]
pub struct Organizations<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// What was found.
    pub found: &'a [Listed<'a>],
    /// What was looked for.
    pub query: &'a str,
    /// Which are listed.
    pub shown: Shown,
    /// The next page, where there is one.
    pub next: Option<Href>,
}

#[derive(Template)]
#[template(path = "admin/organizations.html")]
struct OrganizationsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    search: Form,
    lines: Vec<Line>,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &Organizations<'_>) -> String {
    finish(&OrganizationsPage {
        chrome: view.staff.chrome_of("admin-organizations"),
        menu: view.staff.menu(),
        search: view.search(),
        lines: view.found.iter().map(|listed| listed.line(view.staff.lang)).collect(),
        next: view.next.as_ref(),
    })
}

impl Organizations<'_> {
    fn search(&self) -> Form {
        let page = self.staff.lang;
        let words = words(page, "admin-organizations-find", self.query);
        let mut outdated = Field::tick("stand", "outdated", say(page, "hang-filter"));
        if self.shown == Shown::Outdated {
            outdated = outdated.ticked();
        }
        let send = button(page, "search-button", Look::First);
        Form::search("search", Admin::Organizations, words, send).with(outdated)
    }
}

impl Listed<'_> {
    fn line(&self, lang: Lang) -> Line {
        let organization = self.organization;
        let is_active = organization.status == OrganizationStatus::Active;
        Line {
            number: organization.number.clone(),
            name: naming::name(organization, lang),
            href: Admin::Organization(organization.code),
            dissolved: !is_active,
            code: organization.code.grouped(),
            shelf: Public::Code(organization.code),
            kit: kit_address::of_stand(organization),
            stand: if is_active { self.known(lang) } else { Vec::new() },
            to_do: self.to_do(lang),
        }
    }

    /// Since when the stand hangs, and when it was last opened.
    fn known(&self, lang: Lang) -> Vec<String> {
        let dated = |key, day, form| say_with(lang, key, &[("date", say_day(lang, day, form).into())]);
        let since = self.posted.values().map(|hung| hung.since).min();
        let opened = self.last_opened;
        vec![
            since.map_or_else(
                || say(lang, "hang-list-unknown"),
                |day| dated("hang-list-since", day, DayForm::From),
            ),
            opened.map_or_else(
                || say(lang, "hang-list-never"),
                |day| dated("hang-list-opened", day, DayForm::Short),
            ),
        ]
    }

    /// What is to be printed anew and why, and what is to be taken down.
    fn to_do(&self, lang: Lang) -> Vec<String> {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
        let (print, down) = (self.advice.to_print(), self.advice.take_down.len());
        let reasons = posted::reasons(&self.advice.reasons(), lang);
        let print = (print > 0).then(|| {
            say_with(lang, "hang-list-to-print", &[("count", number(print)), ("reasons", reasons.into())])
        });
        let down = (down > 0).then(|| say_with(lang, "hang-list-take-down", &[("count", number(down))]));
        print.into_iter().chain(down).collect()
    }
}
