//! The list of organizations, with and without filters.

use super::filters::{Count, Offered};
use super::organizations::{self, Listed, Organizations};
use super::tests::{HOSTILE, advice, posted, staff};
use crate::domain::Lang;
use crate::domain::address::{Admin, Href};
use crate::domain::agreement_state::AgreementState;
use crate::domain::listing::{OrganizationsWanted, StandWanted};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::Posted;
use crate::domain::role::Role;
use crate::pages::tests::samples::{TODAY, school, union};

fn listed<'a>(organizations: &[&'a Organization]) -> Vec<Listed<'a>> {
    static HANGING: std::sync::LazyLock<Posted> = std::sync::LazyLock::new(posted);
    let line = |organization: &&'a Organization| Listed {
        organization,
        posted: &HANGING,
        advice: advice(),
        last_opened: Some(TODAY),
    };
    organizations.iter().map(line).collect()
}

/// The list without a filter, and with all of them.
pub(super) fn all(lang: Lang) -> Vec<String> {
    let (union, school) = (union(), school());
    let at = || staff(&union, &Role::Admin, lang, "/admin/organizations");
    vec![
        organizations::render(&Organizations {
            staff: at(),
            found: &listed(&[&union, &school]),
            wanted: &OrganizationsWanted::default(),
            offered: Offered::default(),
            count: Count { found: 2, is_all: true },
            next: Some(Href::to(Admin::Organizations).with("after", HOSTILE)),
        }),
        organizations::render(&Organizations {
            staff: at(),
            found: &listed(&[&school]),
            wanted: &OrganizationsWanted {
                words: HOSTILE.to_owned(),
                district: Some(HOSTILE.to_owned()),
                kind: Some(String::new()),
                status: Some(OrganizationStatus::Active),
                agreement: Some(AgreementState::Ending),
                stand: Some(StandWanted::Outdated),
            },
            offered: Offered { districts: &[HOSTILE.to_owned()], kinds: &["school".to_owned()] },
            count: Count { found: 7, is_all: false },
            next: None,
        }),
    ]
}

#[test]
fn every_filter_that_is_set_is_told_and_chosen() {
    let page = &all(Lang::Ru)[1];
    assert_eq!(page.matches("<span aria-hidden=\"true\">×</span>").count(), 6, "{page}");
    assert_eq!(page.matches(" selected>").count(), 5, "{page}");
    assert!(page.contains("не меньше 7"), "{page}");
}
