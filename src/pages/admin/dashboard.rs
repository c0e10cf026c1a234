//! The first page after signing in: what there is, and what is missing.

use askama::Template;

use super::needs::{self, Group, Line};
use super::proposed::{self, Proposed};
use super::staff::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Public, TableFormat};
use crate::domain::document::Document;
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::reminder::Reminder;
use crate::domain::role::Action;
use crate::domain::{AsOf, Lang};
use crate::pages::chrome::{Chrome, finish};
use crate::pages::html::{Banner, Link, Passage, Tone};
use crate::pages::row::Row;
use crate::pages::{kit_address, naming};
use crate::phrases::{Argument, say, say_with};
use crate::print::model::kit::PrintStatus;

/// What the overview of those who work for the union is made from.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// How many primary organizations are active.
    pub organizations: usize,
    /// How many documents there are.
    pub documents: usize,
    /// The documents that were published or added last, each with its owner.
    pub latest: &'a [(&'a Document, &'a Organization)],
    /// The host of the public address.
    pub host: &'a str,
    /// Whether that host may stand on walls.
    pub standing: PrintStatus,
    /// Whether the one who looks has to set a second factor up.
    pub needs_second_factor: bool,
    /// What is wrong with the server, in sentences.
    pub troubles: &'a [String],
    /// What needs the office, what presses first.
    pub needs: &'a [Group],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

/// An organization of a chair, with the state of its stand in one sentence.
#[derive(Debug)]
pub struct Own<'a> {
    /// The organization.
    pub organization: &'a Organization,
    /// The sentence; none where nothing is known of its stand.
    pub stand: Option<String>,
    /// Whether nobody has checked the stand for long.
    pub is_unchecked: bool,
    /// What its documents ask, what is due first before the rest.
    pub needs: &'a [(&'a Document, Reminder)],
    /// What it proposed lately, the latest first.
    pub proposals: &'a [Proposed<'a>],
    /// How many of its letters wait for an answer, and how many have one.
    pub letters: (usize, usize),
}

#[derive(Template)]
#[template(path = "admin/dashboard.html")]
struct DashboardPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    banners: Vec<Banner>,
    counts: Vec<Link>,
    needs: &'a [Group],
    no_needs: String,
    files: Vec<Link>,
    latest: Vec<Row>,
    /// Whether the one who looks manages organizations.
    manages: bool,
}

#[derive(Template)]
#[template(path = "admin/own.html")]
struct OwnPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    own: Vec<OwnEntry>,
}

/// An organization of a chair, as it is shown.
struct OwnEntry {
    name: Passage,
    stand: Option<String>,
    needs: Vec<Line>,
    /// That nobody has checked the stand for long.
    unchecked: Option<String>,
    /// What the chair comes for, most wanted first.
    first: Vec<Link>,
    others: Vec<Link>,
    proposals: Vec<Row>,
    letters: Link,
    answered: Option<String>,
}

/// The complete page of a chair.
pub fn render_own(staff: &StaffView<'_>, own: &[Own<'_>]) -> String {
    let (chrome, menu) = (staff.chrome_of("room-title"), staff.menu());
    finish(&OwnPage { chrome, menu, own: own.iter().map(|own| own.entry(staff.lang)).collect() })
}

impl Own<'_> {
    fn entry(&self, page: Lang) -> OwnEntry {
        let (organization, code) = (self.organization, self.organization.code);
        let is_active = organization.status == OrganizationStatus::Active;
        let link = |address: Href, key: &str| Link::new(address, say(page, key));
        let at = |anchor: &str| Href::to(Admin::Organization(code)).at(anchor);
        let kit = kit_address::of_stand(organization);
        let mut first: Vec<Link> =
            kit.map(|kit| link(kit.into(), "admin-organization-kit")).into_iter().collect();
        if is_active {
            first.push(link(Admin::StandCheck(code).into(), "check-title"));
            first.push(link(Admin::Propose(code).into(), "propose-title"));
        }
        let mut others = vec![link(Public::Code(code).into(), "admin-organization-shelf")];
        if is_active {
            others.push(link(at("stand"), "hang-say"));
        }
        others.push(link(Admin::StandNumbers(code).into(), "numbers-title"));
        others.push(link(at("contact"), "admin-contact"));
        let (waiting, answered) = self.letters;
        let number = |count: usize| Argument::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let said = |key: &str, count: usize| say_with(page, key, &[("count", number(count))]);
        let letters = [(waiting, "letters-waiting"), (answered, "letters-answered")];
        let letters: Vec<String> = letters
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| said(key, count))
            .collect();
        let own = |(document, reminder): &(&Document, Reminder)| {
            needs::own(&(*document, organization, *reminder), page)
        };
        OwnEntry {
            name: naming::name(organization, page),
            stand: self.stand.clone(),
            needs: self.needs.iter().map(own).collect(),
            unchecked: (self.is_unchecked && is_active).then(|| say(page, "room-unchecked")),
            first,
            others,
            proposals: proposed::rows(self.proposals, page),
            letters: link(Admin::Letters(code).into(), "letters-title"),
            answered: (!letters.is_empty()).then(|| letters.join(" ")),
        }
    }
}

/// The complete page of those who work for the union.
pub fn render_overview(view: &Overview<'_>) -> String {
    finish(&DashboardPage {
        chrome: view.staff.chrome_of("admin-dashboard"),
        menu: view.staff.menu(),
        banners: view.banners(),
        counts: view.counts(),
        needs: view.needs,
        no_needs: needs::none(view.staff.lang),
        files: files(view.staff.lang),
        latest: view.latest(),
        manages: view.staff.may(Action::ManageOrganizations),
    })
}

/// The same as files.
fn files(page: Lang) -> Vec<Link> {
    let file = |format: TableFormat| {
        Link::new(Admin::NeedsTable(format), say(page, &format!("table-{}", format.name())))
    };
    TableFormat::ALL.map(file).into()
}

impl Overview<'_> {
    fn counted(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        say_with(self.staff.lang, key, &[("count", count.into())])
    }

    fn banners(&self) -> Vec<Banner> {
        let lang = self.staff.lang;
        let troubles = self.troubles.iter().map(|words| Banner::new(Tone::Warning, words.as_str()));
        let mut banners: Vec<Banner> = troubles.collect();
        if self.needs_second_factor {
            let banner = Banner::new(Tone::Warning, say(lang, "second-factor-required"));
            banners.push(banner.with_link(Admin::SecondFactor, say(lang, "second-factor-begin")));
        }
        if self.organizations == 0 && self.staff.may(Action::ManageOrganizations) {
            let text = say(lang, "admin-dashboard-empty");
            let banner = Banner::new(Tone::Notice, text);
            banners.push(banner.with_link(Admin::Import, say(lang, "admin-import")));
        }
        if self.standing == PrintStatus::Trial && self.staff.may(Action::ManageSite) {
            let host = [("host", Argument::from(self.host))];
            let banner = Banner::new(Tone::Notice, say_with(lang, "admin-host-unconfirmed", &host));
            banners.push(banner.with_link(Admin::Site, say(lang, "admin-site")));
        }
        banners
    }

    fn counts(&self) -> Vec<Link> {
        let documents =
            Link::new(Admin::Documents, self.counted("admin-dashboard-documents", self.documents));
        if !self.staff.may(Action::ManageOrganizations) {
            return vec![documents];
        }
        let organizations = self.counted("admin-dashboard-organizations", self.organizations);
        vec![Link::new(Admin::Organizations, organizations), documents]
    }

    fn latest(&self) -> Vec<Row> {
        let row = |(document, owner): &(&Document, &Organization)| {
            let href = Admin::Document(document.code).to_string();
            Row::of_document(document, owner, href, self.staff.lang, self.as_of)
        };
        self.latest.iter().map(row).collect()
    }
}
