//! The list of organizations.

use askama::Template;

use super::filters::{self, Count, Filtered, Offered};
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Public};
use crate::domain::listing::OrganizationsWanted;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::{Advice, Posted};
use crate::domain::stand_life::StandLife;
use crate::domain::{Day, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::Passage;
use crate::pages::table_file::{Cell, Table};
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
    /// Which are listed.
    pub wanted: &'a OrganizationsWanted,
    /// What may be chosen of the register.
    pub offered: Offered<'a>,
    /// How many there are on all pages.
    pub count: Count,
    /// The next page, where there is one.
    pub next: Option<Href>,
}

#[derive(Template)]
#[template(path = "admin/organizations.html")]
struct OrganizationsPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    filtered: Filtered,
    lines: Vec<Line>,
    next: Option<&'a Href>,
}

/// The complete page.
pub fn render(view: &Organizations<'_>) -> String {
    finish(&OrganizationsPage {
        chrome: view.staff.chrome_of("admin-organizations"),
        menu: view.staff.menu(),
        filtered: filters::of_organizations(view.staff.lang, view.wanted, view.offered, view.count),
        lines: view.found.iter().map(|listed| listed.line(view.staff.lang)).collect(),
        next: view.next.as_ref(),
    })
}

/// The organizations as a table: what a list on a desk needs, and nothing of people.
pub fn table(page: Lang, found: &[Listed<'_>], today: Day) -> Table {
    let row = |listed: &Listed<'_>| {
        let organization = listed.organization;
        let hung = listed.posted.values().map(|hung| hung.since).min();
        vec![
            Cell::words(organization.number.as_str()),
            Cell::Words(naming::name(organization, page).text),
            Cell::Words(naming::organization_kind(&organization.kind, page)),
            Cell::Words(naming::district(&organization.district, page).to_owned()),
            Cell::Words(organization.code.grouped()),
            Cell::Words(say(page, &format!("filter-status-{}", organization.status.name()))),
            Cell::Day(hung),
            Cell::Day(listed.last_opened),
            Cell::Words(say(
                page,
                &format!("filter-stand-{}", StandLife::of(listed.last_opened, today).name()),
            )),
            Cell::Words(listed.to_do(page).join("; ")),
        ]
    };
    let keys = [
        "admin-organization-number",
        "admin-organization-name",
        "admin-organization-kind",
        "admin-organization-district",
        "admin-code",
        "filter-status",
        "hang-since-column",
        "numbers-last-scan",
        "filter-stand",
        "hang-to-do-column",
    ];
    Table { head: keys.map(|key| say(page, key)).into(), rows: found.iter().map(row).collect() }
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
