//! How far the union is covered: what the database says of agreements and stands is what the domain says, on many days.

use std::collections::BTreeMap;

use tizilim::domain::agreement_state::AgreementState;
use tizilim::domain::calendar::days_before;
use tizilim::domain::coverage::Coverage;
use tizilim::domain::document::Document;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::fact::{EndVerb, FactDetail};
use tizilim::domain::opening::{Opening, OpeningWay, ReaderKind};
use tizilim::domain::organization::{Organization, OrganizationStatus};
use tizilim::domain::requisites::Prolongation;
use tizilim::domain::stand_life::StandLife;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{DocumentFilter, Error, OrganizationFilter, View, Withdrawal};

use crate::app::{ACTOR, Edition, TODAY, TestApp, day, on_each_engine};
use crate::numbers::count_all;

/// How an agreement came to be as it is.
fn agreement(app: &TestApp, school: Code, editions: &[Edition]) -> Code {
    let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("an agreement");
    for edition in editions {
        app.publish(code, edition);
    }
    code
}

/// Schools with agreements of many histories.
fn histories(app: &TestApp) {
    let numbers: Vec<String> = (1..=16).map(|number| format!("S{number:02}")).collect();
    let schools = app.schools(&numbers.iter().map(String::as_str).collect::<Vec<_>>());
    let edition = |from: &str, until: &str| {
        Edition::of(from).until(until).saying(Lang::Kk, &format!("Шарт {from} {until}"))
    };
    let fact = |code, version, fact| app.registry.record_fact(code, version, fact, ACTOR).expect("a fact");
    let withdraw = |code, version| {
        app.registry.withdraw(code, version, "қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
    };
    agreement(app, schools[0], &[edition("2024-01-01", "2026-12-31")]);
    agreement(app, schools[1], &[edition("2024-01-01", "2026-10-31")]);
    let proposed = agreement(app, schools[2], &[edition("2024-01-01", "2026-10-31")]);
    fact(proposed, 1, FactDetail::RenewalProposed { on: day("2026-10-01") });
    let late = agreement(app, schools[3], &[edition("2024-01-01", "2026-10-31")]);
    fact(late, 1, FactDetail::RenewalProposed { on: day("2026-11-05") });
    let mut goes_on = edition("2024-01-01", "2026-10-31");
    goes_on.dates.prolongation = Prolongation::UntilReplaced;
    agreement(app, schools[4], &[goes_on]);
    agreement(app, schools[5], &[edition("2024-01-01", "2026-12-31"), edition("2027-01-01", "2029-12-31")]);
    agreement(app, schools[6], &[edition("2027-02-01", "2029-12-31")]);
    let ended = agreement(app, schools[7], &[edition("2024-01-01", "2028-12-31")]);
    fact(ended, 1, FactDetail::Ended { on: day("2027-01-15"), verb: EndVerb::Terminated });
    let withdrawn = agreement(app, schools[8], &[edition("2024-01-01", "2028-12-31")]);
    withdraw(withdrawn, 1);
    let corrected = agreement(app, schools[9], &[edition("2024-01-01", "2028-12-31")]);
    app.publish(corrected, &Edition { corrects: Some(1), ..edition("2024-01-01", "2027-01-31") });
    let back = agreement(
        app,
        schools[10],
        &[edition("2024-01-01", "2026-11-30"), edition("2026-01-01", "2028-12-31")],
    );
    withdraw(back, 2);
    agreement(app, schools[11], &[]);
    let soon = agreement(app, schools[12], &[edition("2024-01-01", "2027-03-31")]);
    fact(soon, 1, FactDetail::RenewalProposed { on: day("2026-11-01") });
    agreement(app, schools[13], &[edition("2024-01-01", "2029-12-31")]);
    let leap = agreement(app, schools[14], &[edition("2024-03-01", "2027-02-28")]);
    fact(leap, 1, FactDetail::RenewalProposed { on: day("2026-11-01") });
    agreement(app, schools[15], &[edition("2024-01-01", "2026-12-31")]);
    app.registry.dissolve(schools[15], ACTOR).expect("a dissolution");
    let scan = |school: Code, before: i64| Opening {
        day: days_before(day(TODAY), before),
        document: proposed,
        organization: Some(school),
        lang: Lang::Kk,
        reader: ReaderKind::Human,
        way: OpeningWay::Scanned,
    };
    let robot = Opening { reader: ReaderKind::Robot, ..scan(schools[4], 1) };
    let shared = Opening { way: OpeningWay::Shared, ..scan(schools[5], 1) };
    let all = [
        scan(schools[0], 0),
        scan(schools[1], 59),
        scan(schools[2], 60),
        scan(schools[3], 300),
        robot,
        shared,
    ];
    count_all(app, &all.map(|opening| (opening, 1)).into());
}

/// What every active primary organization is, by the rules of the domain alone.
fn primary(view: &View) -> Result<Vec<(&Organization, Vec<&Document>)>, Error> {
    let documents = view.documents_page(&DocumentFilter::default(), 0, usize::MAX)?;
    let mut all = view.organizations(&OrganizationFilter::default(), 0, usize::MAX)?;
    all.retain(|one| one.status == OrganizationStatus::Active && !one.is_union);
    let with_own = |one: &'_ Organization| {
        documents.iter().filter(|document| document.owner == one.id).copied().collect::<Vec<_>>()
    };
    Ok(all.into_iter().map(|one| (one, with_own(one))).collect())
}

/// What the database says of one day, compared; how many organizations were in each state is added to `seen`.
fn compared(view: &View, today: &str, seen: &mut BTreeMap<&str, usize>) -> Result<(), Error> {
    assert_eq!(view.as_of().day, day(today));
    let all = primary(view)?;
    for state in AgreementState::ALL {
        let so = |(_, own): &&(&Organization, Vec<&Document>)| state.is_of(own, view.as_of());
        let wanted: Vec<&str> = all.iter().filter(so).map(|(one, _)| one.number.as_str()).collect();
        let filter = OrganizationFilter {
            agreement: Some((state, view.as_of().day)),
            ..OrganizationFilter::default()
        };
        let found = view.organizations(&filter, 0, 100)?;
        let found: Vec<&str> = found.iter().map(|one| one.number.as_str()).collect();
        assert_eq!(found, wanted, "{state:?} on {today}");
        assert_eq!(view.organizations_count(&filter)?, wanted.len());
        *seen.entry(state.name()).or_default() += wanted.len();
    }
    let named: Vec<&Organization> = all.iter().map(|(one, _)| *one).collect();
    let last = view.last_opened(&named)?;
    let life = |one: &Organization| StandLife::of(last.get(&one.code).copied(), view.as_of().day);
    for wanted in StandLife::ALL {
        let filter =
            OrganizationFilter { life: Some((wanted, view.as_of().day)), ..OrganizationFilter::default() };
        let found = view.organizations(&filter, 0, 100)?;
        assert!(found.iter().all(|one| life(one) == wanted), "{wanted:?} on {today}");
        let wanted = named.iter().filter(|one| life(one) == wanted).count();
        assert_eq!(found.len(), wanted);
    }
    let count = |fits: &dyn Fn(&Own<'_>) -> bool| all.iter().filter(|one| fits(one)).count() as u64;
    let in_force = |own: &[&Document]| AgreementState::InForce.is_of(own, view.as_of());
    let wanted = Coverage {
        district: "Есіл ауданы / район Есиль".to_owned(),
        all: count(&|_| true),
        in_force: count(&|(_, own)| in_force(own)),
        live: count(&|(one, _)| life(one) == StandLife::Live),
        silent: count(&|(one, _)| life(one) == StandLife::Silent),
        never: count(&|(one, _)| life(one) == StandLife::Never),
    };
    assert_eq!(view.coverage()?, [wanted], "on {today}");
    Ok(())
}

/// An organization with its own agreements.
type Own<'a> = (&'a Organization, Vec<&'a Document>);

#[test]
fn how_organizations_are_covered_is_what_the_domain_says() {
    on_each_engine(|app| {
        histories(app);
        let days = [
            "2026-11-22",
            "2026-12-31",
            "2027-01-01",
            "2027-01-15",
            "2027-02-28",
            "2027-10-31",
            "2027-11-01",
            "2028-02-28",
            "2028-02-29",
            "2028-03-01",
            "2029-06-01",
        ];
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for today in days {
            app.set_clock(&format!("{today}T06:00:00Z"));
            app.registry.read(|view: &View| compared(view, today, &mut seen)).expect("the coverage");
        }
        assert!(seen.values().all(|count| *count > 3), "each state occurred: {seen:?}");
    });
}
