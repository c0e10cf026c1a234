//! The first page after signing in: what there is, and what is missing.

use askama::Template;

use super::filters::Count;
use super::needs::{self, Group, Need};
use super::staff::{Menu, StaffView};
use crate::domain::AsOf;
use crate::domain::address::{Admin, Href, Public};
use crate::domain::agreement_state::AgreementState;
use crate::domain::document::Document;
use crate::domain::listing::{OrganizationsWanted, StandWanted};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::role::Action;
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
    /// How many organizations have no collective agreement, and the first of them.
    pub without_agreement: (usize, &'a [&'a Organization]),
    /// The host of the public address.
    pub host: &'a str,
    /// Whether that host may stand on walls.
    pub standing: PrintStatus,
    /// Whether the one who looks has to set a second factor up.
    pub needs_second_factor: bool,
    /// What is wrong with the server, in sentences.
    pub troubles: &'a [String],
    /// What agreements ask of the office, what is due first before the rest.
    pub needs: &'a [Need<'a>],
    /// How many stands have something to be printed anew or taken down.
    pub outdated_stands: Count,
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
}

#[derive(Template)]
#[template(path = "admin/dashboard.html")]
struct DashboardPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    banners: Vec<Banner>,
    counts: Vec<Link>,
    needs: Vec<Group>,
    no_needs: String,
    latest: Vec<Row>,
    /// Whether the one who looks manages organizations.
    manages: bool,
    without_agreement: Vec<Link>,
    without_agreement_title: String,
    without_agreement_list: Href,
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
    contact: Admin,
    shelf: Public,
    kit: Option<Public>,
    check: Option<Admin>,
    numbers: Admin,
}

/// The complete page of a chair.
pub fn render_own(staff: &StaffView<'_>, own: &[Own<'_>]) -> String {
    let entry = |own: &Own<'_>| {
        let organization = own.organization;
        OwnEntry {
            name: naming::name(organization, staff.lang),
            stand: own.stand.clone(),
            contact: Admin::Organization(organization.code),
            shelf: Public::Code(organization.code),
            kit: kit_address::of_stand(organization),
            check: (organization.status == OrganizationStatus::Active)
                .then_some(Admin::StandCheck(organization.code)),
            numbers: Admin::StandNumbers(organization.code),
        }
    };
    let (chrome, menu) = (staff.chrome_of("admin-dashboard"), staff.menu());
    finish(&OwnPage { chrome, menu, own: own.iter().map(entry).collect() })
}

/// The complete page of those who work for the union.
pub fn render_overview(view: &Overview<'_>) -> String {
    let (count, without_agreement) = view.without_agreement;
    finish(&DashboardPage {
        chrome: view.staff.chrome_of("admin-dashboard"),
        menu: view.staff.menu(),
        banners: view.banners(),
        counts: view.counts(),
        needs: needs::groups(view.needs, view.staff.site.origin, view.staff.lang),
        no_needs: needs::none(view.staff.lang),
        latest: view.latest(),
        manages: view.staff.may(Action::ManageOrganizations),
        without_agreement_title: view.counted("admin-dashboard-without-agreement", count),
        without_agreement_list: list(OrganizationsWanted {
            agreement: Some(AgreementState::Without),
            ..OrganizationsWanted::default()
        }),
        without_agreement: without_agreement
            .iter()
            .map(|organization| Link {
                href: Admin::Organization(organization.code).to_string(),
                words: naming::name(organization, view.staff.lang),
            })
            .collect(),
    })
}

/// The organizations that a filter lets through.
fn list(wanted: OrganizationsWanted) -> Href {
    Href::to(Admin::Organizations).with_all(wanted.fields())
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
        let mut counts = vec![Link::new(Admin::Organizations, organizations), documents];
        let outdated = self.outdated_stands;
        if outdated.found > 0 {
            let key = if outdated.is_all { "hang-outdated-stands" } else { "hang-outdated-stands-at-least" };
            let stand = Some(StandWanted::Outdated);
            let list = list(OrganizationsWanted { stand, ..OrganizationsWanted::default() });
            counts.push(Link::new(list, self.counted(key, outdated.found)));
        }
        counts
    }

    fn latest(&self) -> Vec<Row> {
        let row = |(document, owner): &(&Document, &Organization)| {
            let href = Admin::Document(document.code).to_string();
            Row::of_document(document, owner, href, self.staff.lang, self.as_of)
        };
        self.latest.iter().map(row).collect()
    }
}
