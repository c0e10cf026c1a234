//! The first page after signing in: what there is, and what is missing.

use askama::Template;

use super::organizations::kit_of;
use super::{Menu, StaffView};
use crate::domain::address::{Admin, Href, Public};
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::organization::{Organization, Status};
use crate::domain::resolution::{Answer, resolve};
use crate::domain::role::Role;
use crate::domain::{AsOf, Code, Instant};
use crate::pages::layout::{Banner, Chrome, Link, Passage, Tone, finish};
use crate::pages::naming;
use crate::pages::shelf::Row;
use crate::phrases::{Argument, say_with};
use crate::print::model::kit::PrintStatus;

/// How many documents are shown as the latest.
const LATEST_MAX: usize = 10;

/// What the page is made from.
#[derive(Debug, Clone, Copy)]
pub struct DashboardView<'a> {
    /// Who looks.
    pub staff: StaffView<'a>,
    /// Every organization, the union included.
    pub organizations: &'a [Organization],
    /// Every document, in the order of creation.
    pub documents: &'a [Document],
    /// The host of the public address.
    pub host: &'a str,
    /// Whether that host may stand on walls.
    pub standing: PrintStatus,
    /// What is wrong with the server, in sentences.
    pub troubles: &'a [String],
    /// How many stands have something to be printed anew or taken down.
    pub outdated_stands: usize,
    /// The stands of a chair, each by its organization's code with its state in one sentence.
    pub own_stands: &'a [(Code, String)],
    /// Today, and what is known by now.
    pub as_of: AsOf,
}

#[derive(Template)]
#[template(path = "admin/dashboard.html")]
struct DashboardPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    banners: Vec<Banner>,
    counts: Vec<Link>,
    latest: Vec<Row>,
    without_agreement: Vec<Link>,
    without_agreement_title: String,
}

#[derive(Template)]
#[template(path = "admin/own.html")]
struct OwnPage<'a> {
    chrome: Chrome<'a>,
    menu: Menu,
    own: Vec<Own>,
}

/// An organization of a chair.
struct Own {
    name: Passage,
    stand: Option<String>,
    contact: Admin,
    shelf: Public,
    kit: Option<Public>,
    check: Option<Admin>,
}

/// The complete page: an administrator's overview, or a chair's organizations.
pub fn render(view: &DashboardView<'_>) -> String {
    let (chrome, menu) = (view.staff.chrome_of("admin-dashboard"), view.staff.menu());
    match view.staff.role {
        Role::Chair(own) => {
            let own = view.organizations.iter().filter(|organization| own.contains(&organization.id));
            finish(&OwnPage { chrome, menu, own: own.map(|organization| view.own(organization)).collect() })
        }
        Role::Admin => {
            let without_agreement = view.without_agreement();
            finish(&DashboardPage {
                chrome,
                menu,
                banners: view.banners(),
                counts: view.counts(),
                latest: view.latest(),
                without_agreement_title: view
                    .counted("admin-dashboard-without-agreement", without_agreement.len()),
                without_agreement,
            })
        }
    }
}

impl DashboardView<'_> {
    fn own(&self, organization: &Organization) -> Own {
        Own {
            name: naming::name(organization, self.staff.lang),
            stand: self
                .own_stands
                .iter()
                .find(|(code, _)| *code == organization.code)
                .map(|(_, words)| words.clone()),
            contact: Admin::Organization(organization.code),
            shelf: Public::Code(organization.code),
            kit: kit_of(organization),
            check: (organization.status == Status::Active).then_some(Admin::StandCheck(organization.code)),
        }
    }

    fn counted(&self, key: &str, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        say_with(self.staff.lang, key, &[("count", count.into())])
    }

    fn banners(&self) -> Vec<Banner> {
        let lang = self.staff.lang;
        let troubles = self.troubles.iter().map(|words| Banner::new(Tone::Warning, words.as_str()));
        let mut banners: Vec<Banner> = troubles.collect();
        if self.organizations.len() <= 1 {
            let words = crate::phrases::say(lang, "admin-import");
            let text = crate::phrases::say(lang, "admin-dashboard-empty");
            banners.push(Banner::new(Tone::Notice, text).with_link(Admin::Import, words));
        }
        if self.standing == PrintStatus::Trial {
            let host = [("host", Argument::from(self.host))];
            let text = say_with(lang, "admin-host-unconfirmed", &host);
            let words = crate::phrases::say(lang, "admin-site");
            banners.push(Banner::new(Tone::Notice, text).with_link(Admin::Site, words));
        }
        banners
    }

    fn counts(&self) -> Vec<Link> {
        let active = self.organizations.iter().filter(|o| o.status == Status::Active && !o.is_union);
        let mut counts = vec![
            Link::new(Admin::Organizations, self.counted("admin-dashboard-organizations", active.count())),
            Link::new(Admin::Documents, self.counted("admin-dashboard-documents", self.documents.len())),
        ];
        if self.outdated_stands > 0 {
            let words = self.counted("hang-outdated-stands", self.outdated_stands);
            counts.push(Link::new(Href::to(Admin::Organizations).with("stand", "outdated"), words));
        }
        counts
    }

    /// The documents that were published last; those without a text count as created last.
    fn latest(&self) -> Vec<Row> {
        let mut documents: Vec<&Document> = self.documents.iter().rev().collect();
        let last = |document: &&Document| document.versions.iter().map(|version| version.published_at).max();
        documents.sort_by_key(|document| std::cmp::Reverse(last(document).unwrap_or(Instant::MAX)));
        let row = |document: &Document| {
            let owner = self.organizations.iter().find(|organization| organization.id == document.owner);
            let owner = owner.unwrap_or(self.staff.site.union);
            let href = Admin::Document(document.code).to_string();
            Row::of_document(document, owner, href, self.staff.lang, self.as_of)
        };
        documents.into_iter().take(LATEST_MAX).map(row).collect()
    }

    fn without_agreement(&self) -> Vec<Link> {
        let has = |organization: &Organization| {
            self.documents.iter().any(|document| {
                document.owner == organization.id
                    && document.kind == DocumentKind::CollectiveAgreement
                    && matches!(resolve(document, self.as_of), Answer::Version { .. })
            })
        };
        let missing =
            self.organizations.iter().filter(|o| o.status == Status::Active && !o.is_union && !has(o));
        missing
            .map(|organization| Link {
                href: Admin::Organization(organization.code).to_string(),
                words: naming::name(organization, self.staff.lang),
            })
            .collect()
    }
}
