//! The terms of agreements: how long they may be, and what follows them. Worked examples stand beside the
//! properties, so that the rule and its model cannot share an error.

use proptest::prelude::*;

use super::config;
use super::histories::{AFTER_ALL, days_later, no_versions, publish, record};
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::FactDetail;
use crate::domain::requisites::{DateProblem, RequisitesInput};
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::resolution::{Answer, Status, candidates, resolve, status};
use crate::domain::version::Version;
use crate::domain::{AsOf, Day, Instant};

const FROM: Day = Day::constant(2023, 3, 1);
const TERM_END: Day = Day::constant(2024, 2, 29);

fn agreement(prolongation: Prolongation) -> Version {
    let requisites =
        Requisites { signed_on: Some(FROM), effective_from: FROM, term_end: Some(TERM_END), prolongation };
    let mut document = no_versions();
    publish(&mut document, requisites, None, Instant::UNIX_EPOCH);
    document.versions.remove(0)
}

fn on(version: &Version, day: &str) -> Status {
    status(version, AsOf { day: day.parse().expect("a day"), known: AFTER_ALL })
}

#[test]
fn a_term_ends_after_its_last_day() {
    let version = agreement(Prolongation::None);
    assert_eq!(on(&version, "2023-02-28"), Status::NotYetInForce { from: FROM });
    assert_eq!(on(&version, "2023-03-01"), Status::InForce { since: FROM });
    assert_eq!(on(&version, "2024-02-29"), Status::InForce { since: FROM });
    assert_eq!(on(&version, "2024-03-01"), Status::TermEnded { term_end: TERM_END });
}

#[test]
fn an_agreement_made_until_replaced_goes_on_for_ever() {
    let version = agreement(Prolongation::UntilReplaced);
    assert_eq!(on(&version, "2024-02-29"), Status::InForce { since: FROM });
    assert_eq!(on(&version, "2099-01-01"), Status::Prolonged { term_end: TERM_END, until: None });
}

#[test]
fn a_renewal_proposed_in_time_prolongs_by_one_year() {
    let mut version = agreement(Prolongation::None);
    record(&mut version, FactDetail::RenewalProposed { on: TERM_END }, Instant::UNIX_EPOCH);
    let until = Some(Day::constant(2025, 2, 28));
    assert_eq!(on(&version, "2024-02-29"), Status::InForce { since: FROM });
    assert_eq!(on(&version, "2024-03-01"), Status::Prolonged { term_end: TERM_END, until });
    assert_eq!(on(&version, "2025-02-28"), Status::Prolonged { term_end: TERM_END, until });
    assert_eq!(on(&version, "2025-03-01"), Status::TermEnded { term_end: TERM_END });
}

#[test]
fn a_renewal_proposed_after_the_term_prolongs_nothing() {
    let mut version = agreement(Prolongation::None);
    record(&mut version, FactDetail::RenewalProposed { on: Day::constant(2024, 3, 1) }, Instant::UNIX_EPOCH);
    assert_eq!(on(&version, "2024-03-01"), Status::TermEnded { term_end: TERM_END });
}

#[test]
fn a_corrected_version_never_returns_whichever_links_are_withdrawn_or_erased() {
    let mut document = no_versions();
    let requisites = agreement(Prolongation::None).requisites;
    let at = |second: i64| Instant::from_second(second).expect("an instant");
    for (corrects, published_at) in [(None, at(10)), (Some(1), at(20)), (Some(2), at(30))] {
        publish(&mut document, requisites, corrects, published_at);
    }
    let standing = |document: &Document, known: Instant| -> Vec<u32> {
        candidates(document, known).iter().map(|version| version.ordinal).collect()
    };
    assert_eq!(standing(&document, AFTER_ALL), [3]);
    let mut middle_gone = document.clone();
    record(&mut middle_gone.versions[1], FactDetail::Withdrawn { reason: "a mistake".to_owned() }, at(40));
    assert_eq!(standing(&middle_gone, AFTER_ALL), [3]);
    let mut nothing_left = document.clone();
    record(&mut nothing_left.versions[2], FactDetail::Erased { reason: "a name".to_owned() }, at(40));
    assert_eq!(standing(&nothing_left, AFTER_ALL), [0; 0]);
    assert!(matches!(resolve(&nothing_left, AsOf { day: FROM, known: AFTER_ALL }), Answer::AllWithdrawn));
    // A correction counts from the instant of its publication.
    let known = [9, 10, 19, 20, 29, 30, 39, 40].map(|second| standing(&nothing_left, at(second)));
    assert_eq!(known, [vec![], vec![1], vec![1], vec![2], vec![2], vec![3], vec![3], vec![]]);
    // The same text may come back as a version of its own.
    publish(&mut nothing_left, requisites, None, at(50));
    assert_eq!(standing(&nothing_left, AFTER_ALL), [4]);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn agreements_above_the_workplace_last_three_years_at_most(
        start in 0..3000, slack in -2..=2, kind in prop::sample::select(DocumentKind::ALL.to_vec()),
    ) {
        let from = days_later(Day::constant(2020, 1, 1), start);
        // Three years on, the day of the same date; 29 February has none.
        let same_date = Day::new(from.year() + 3, from.month(), from.day())
            .unwrap_or(Day::constant(from.year() + 3, 2, 28));
        let latest = days_later(same_date, -1);
        let term_end = days_later(latest, slack);
        let checked = kind.check(&RequisitesInput {
            signed_on: Some(from),
            effective_from: Some(from),
            term_end: Some(term_end),
            prolongation: Prolongation::None,
        });
        let limited =
            matches!(kind, DocumentKind::GeneralAgreement | DocumentKind::SectorAgreement | DocumentKind::RegionalAgreement);
        if limited && slack > 0 {
            prop_assert_eq!(checked, Err(DateProblem::TermTooLong { years: 3, latest }));
        } else {
            prop_assert_eq!(checked.map(|requisites| requisites.term_end), Ok(Some(term_end)));
        }
    }
}
