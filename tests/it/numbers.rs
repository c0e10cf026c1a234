//! The numbers of the office: what the pages and the files say is what was counted, and what the domain says of it.

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
use tizilim::domain::role::Role;
use tizilim::domain::stand_life::StandLife;
use tizilim::domain::{Code, Day, Lang};
use tizilim::registry::{DocumentFilter, Error, OpeningCount, OrganizationFilter, View, Withdrawal};

use crate::app::{ACTOR, Edition, TODAY, TestApp, day, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::lists::pages;
use crate::tables::{csv_rows, page_rows, xlsx_rows};

/// What is opened, and where.
struct House {
    stands: Vec<Code>,
    documents: Vec<Code>,
}

/// Schools of two districts and one of none, the union's documents and one of a school.
fn house(app: &TestApp) -> House {
    let table = "number,name_kk,name_ru,kind,district\n\
                 S1,а,а,school,Есіл ауданы / район Есиль\nS2,ә,б,school,Алматы ауданы / район Алматы\n\
                 S3,б,в,school,\n";
    app.import(table.as_bytes()).expect("an import");
    let code = |number| app.registry.code_of_number(number).expect("an organization");
    let stands = vec![code("S1"), code("S2"), code("S3")];
    let own = app.document_of(stands[0], DocumentKind::WorkPlan).expect("a document");
    House {
        documents: vec![app.document(DocumentKind::Law), app.document(DocumentKind::Leaflet), own],
        stands,
    }
}

/// Openings over some weeks, each a few times; of people and of programs, by every way.
fn opened(house: &House) -> BTreeMap<Opening, u64> {
    let mut counts = BTreeMap::new();
    let mut state = 7_u64;
    let mut next = |below: u64| {
        // Knuth, MMIX.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..400 {
        let stand = next(4) as usize;
        let opening = Opening {
            day: days_before(day(TODAY), next(100) as i64),
            document: house.documents[next(3) as usize],
            organization: house.stands.get(stand).copied(),
            lang: Lang::ALL[next(3) as usize],
            reader: ReaderKind::ALL[usize::from(next(5) == 0)],
            way: OpeningWay::ALL[next(3) as usize],
        };
        *counts.entry(opening).or_default() += 1 + next(3);
    }
    counts
}

fn count_all(app: &TestApp, openings: &BTreeMap<Opening, u64>) {
    for (opening, count) in openings {
        (0..*count).for_each(|_| app.registry.count_opening(*opening));
    }
    app.registry.flush_openings().expect("a flush");
}

/// What people opened within a period, of all that was written down.
fn by_people(app: &TestApp, (first, last): (Day, Day)) -> Vec<OpeningCount> {
    let mut found = app.registry.openings().expect("openings");
    found.retain(|one| one.opening.reader == ReaderKind::Human && (first..=last).contains(&one.opening.day));
    found
}

fn sums<K: Ord>(found: &[OpeningCount], key: impl Fn(&Opening) -> K) -> BTreeMap<K, u64> {
    let mut sums = BTreeMap::new();
    for one in found {
        *sums.entry(key(&one.opening)).or_default() += u64::try_from(one.count).expect("a count");
    }
    sums
}

#[test]
fn what_the_database_sums_up_is_what_was_counted() {
    on_each_engine(|app| {
        let house = house(app);
        let openings = opened(&house);
        // In two parts: sums are added to.
        let (early, late): (Vec<_>, Vec<_>) = openings.iter().partition(|(of, _)| of.day < day("2026-11-01"));
        count_all(app, &early.into_iter().map(|(of, count)| (*of, *count)).collect());
        count_all(app, &late.into_iter().map(|(of, count)| (*of, *count)).collect());
        let district = |stand: Option<Code>| match stand {
            Some(code) if code == house.stands[0] => "Есіл ауданы / район Есиль",
            Some(code) if code == house.stands[1] => "Алматы ауданы / район Алматы",
            _ => "",
        };
        for days in [(day("2026-10-24"), day(TODAY)), (day("2026-09-01"), day("2026-09-30"))] {
            let wanted = by_people(app, days);
            assert!(!wanted.is_empty());
            app.registry
                .read(|view: &View| {
                    let of_day: BTreeMap<_, _> = view.opened_by_day(days)?.into_iter().collect();
                    assert_eq!(of_day, sums(&wanted, |of| of.day));
                    let of_lang: BTreeMap<_, _> = view.opened_by_lang(days)?.into_iter().collect();
                    assert_eq!(of_lang, sums(&wanted, |of| of.lang));
                    let of_district: BTreeMap<_, _> = view.opened_by_district(days)?.into_iter().collect();
                    assert_eq!(of_district, sums(&wanted, |of| district(of.organization).to_owned()));
                    let documents = view.opened_documents(&house.documents, days)?;
                    assert_eq!(
                        documents.into_iter().collect::<BTreeMap<_, _>>(),
                        sums(&wanted, |of| of.document)
                    );
                    let mut stands = sums(&wanted, |of| of.organization);
                    stands.remove(&None);
                    let found = view.opened_at_stands(&house.stands, days)?;
                    let found: BTreeMap<_, _> =
                        found.into_iter().map(|(code, count)| (Some(code), count)).collect();
                    assert_eq!(found, stands);
                    for stand in &house.stands {
                        let here: Vec<OpeningCount> = wanted
                            .iter()
                            .filter(|one| one.opening.organization == Some(*stand))
                            .copied()
                            .collect();
                        let organization = view.organization(*stand)?.expect("a school");
                        let found = view.opened_at(organization, days)?;
                        assert_eq!(
                            found.days.into_iter().collect::<BTreeMap<_, _>>(),
                            sums(&here, |of| of.day)
                        );
                        assert_eq!(
                            found.langs.into_iter().collect::<BTreeMap<_, _>>(),
                            sums(&here, |of| of.lang)
                        );
                        let documents: BTreeMap<_, _> = found.documents.into_iter().collect();
                        assert_eq!(documents, sums(&here, |of| of.document));
                    }
                    Ok::<_, Error>(())
                })
                .expect("the numbers");
        }
    });
}

#[test]
fn the_page_the_csv_and_the_workbook_tell_the_same_figures() {
    on_each_engine(|app| {
        let house = house(app);
        count_all(app, &opened(&house));
        let desk = Desk::open(app);
        let query = "from=2026-10-01&until=2026-11-22";
        let page = desk.page(&format!("/admin/numbers?{query}"));
        let total: u64 = by_people(app, (day("2026-10-01"), day(TODAY)))
            .iter()
            .map(|one| u64::try_from(one.count).expect("a count"))
            .sum();
        assert!(page.contains(&format!("Открытий документов: {total}<")), "{total} in {page}");
        for figures in ["days", "languages", "districts", "coverage", "documents", "organizations"] {
            let csv = csv_rows(&desk.get(&format!("/admin/numbers/{figures}.csv?{query}")));
            let xlsx = xlsx_rows(&desk.get(&format!("/admin/numbers/{figures}.xlsx?{query}")));
            assert_eq!(csv, xlsx, "{figures}");
            let page = match figures {
                "documents" | "organizations" => desk.page(&format!("/admin/numbers/{figures}?{query}")),
                _ => page.clone(),
            };
            let shown = page_rows(&page, &format!("<h2 id=\"{figures}\">"));
            assert_eq!(shown.len(), csv.len() - 1, "{figures}: as many rows");
            let is_number = |cell: &&String| !cell.is_empty() && cell.bytes().all(|b| b.is_ascii_digit());
            for (shown, written) in shown.iter().zip(&csv[1..]) {
                let (shown, written) = (shown.iter().filter(is_number), written.iter().filter(is_number));
                assert!(shown.eq(written), "{figures}");
            }
            let openings = csv[0].iter().position(|head| head == "Открытия");
            // Of a hundred documents and stands all are there; the openings without a stand are of no organization.
            if let Some(column) = openings.filter(|_| figures != "organizations") {
                let sum: u64 = csv[1..].iter().map(|row| row[column].parse::<u64>().expect("a number")).sum();
                assert_eq!(sum, total, "{figures}");
            }
        }
        assert_eq!(csv_rows(&desk.get(&format!("/admin/numbers/days.csv?{query}"))).len(), 54, "53 days");
    });
}

#[test]
fn lists_go_on_a_hundred_at_a_time() {
    on_sqlite(|app| {
        let numbers: Vec<String> = (1..=120).map(|number| format!("S{number:03}")).collect();
        let schools = app.schools(&numbers.iter().map(String::as_str).collect::<Vec<_>>());
        (0..105).for_each(|_| drop(app.document(DocumentKind::Leaflet)));
        let desk = Desk::open(app);
        let organizations = pages(&desk, "/admin/numbers/organizations?days=90");
        assert_eq!(organizations.len(), 2, "121 organizations, 100 a page");
        let rows: Vec<_> = organizations.iter().flat_map(|page| page_rows(page, "<h2")).collect();
        assert_eq!(rows.len(), schools.len() + 1);
        assert!(organizations[0].contains("days=90&#38;after="), "the period goes on");
        assert_eq!(pages(&desk, "/admin/numbers/documents").len(), 2, "105 documents");
        assert_eq!(desk.get("/admin/numbers/days").status, 404, "it has no page of its own");
    });
}

#[test]
fn a_chair_sees_the_numbers_of_the_own_stand_and_no_others() {
    on_each_engine(|app| {
        let house = house(app);
        count_all(app, &opened(&house));
        let desk = Desk::of_chair(app, house.stands[0], "chair");
        let at = format!("/admin/organizations/{}/numbers", house.stands[0]);
        assert!(desk.page("/admin").contains(&at), "the first page leads there");
        let page = desk.page(&format!("{at}?days=365"));
        let here: u64 = by_people(app, (day("2025-11-23"), day(TODAY)))
            .iter()
            .filter(|one| one.opening.organization == Some(house.stands[0]))
            .map(|one| u64::try_from(one.count).expect("a count"))
            .sum();
        assert!(page.contains(&format!("Открытий документов: {here}<")), "{here} in {page}");
        for figures in ["days", "languages", "documents"] {
            let csv = csv_rows(&desk.get(&format!("{at}/{figures}.csv?days=365")));
            assert_eq!(csv, xlsx_rows(&desk.get(&format!("{at}/{figures}.xlsx?days=365"))), "{figures}");
            let last = |row: &Vec<String>| row.last().expect("a cell").parse::<u64>().expect("a number");
            assert_eq!(csv[1..].iter().map(last).sum::<u64>(), here, "{figures}");
        }
        assert_eq!(desk.get(&format!("{at}/coverage.csv")).status, 404, "a stand has no districts");
        let other = format!("/admin/organizations/{}/numbers", house.stands[1]);
        for path in
            [other.as_str(), &format!("{other}/days.csv"), "/admin/numbers", "/admin/numbers/days.csv"]
        {
            assert_eq!(desk.get(path).status, 403, "{path}");
        }
        let editor = Desk::open_as(app, Role::Editor, "editor");
        assert_eq!(editor.get("/admin/numbers").status, 403);
    });
}

#[test]
fn what_is_no_period_is_said_and_changes_nothing() {
    on_sqlite(|app| {
        let desk = Desk::open(app);
        let before = app.registry.glance().stamp();
        for (query, words) in [
            ("from=32.12.2026", "32.12.2026"),
            ("from=2026-11-02&until=2026-11-01", "раньше первого"),
            ("from=2026-12-01", "в будущем"),
            ("from=2022-01-01&until=2026-01-01", "1098"),
            ("days=7", "Такого периода"),
        ] {
            let reply = desk.get(&format!("/admin/numbers?{query}"));
            assert_eq!(reply.status, 422, "{query}");
            assert!(reply.text().contains(words), "{words} in {}", reply.text());
            assert_eq!(desk.get(&format!("/admin/numbers/days.csv?{query}")).status, 400, "{query}");
        }
        assert!(desk.get("/admin/numbers?from=32.12.2026").text().contains("value=\"32.12.2026\""));
        assert_eq!(app.registry.glance().stamp(), before);
    });
}

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
        let mut seen = BTreeMap::new();
        for today in days {
            app.set_clock(&format!("{today}T06:00:00Z"));
            app.registry
                .read(|view: &View| {
                    assert_eq!(view.as_of().day, day(today));
                    let all = primary(view)?;
                    for state in AgreementState::ALL {
                        let so = |(_, own): &&(&Organization, Vec<&Document>)| state.is_of(own, view.as_of());
                        let wanted: Vec<&str> =
                            all.iter().filter(so).map(|(one, _)| one.number.as_str()).collect();
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
                    let life =
                        |one: &Organization| StandLife::of(last.get(&one.code).copied(), view.as_of().day);
                    for wanted in StandLife::ALL {
                        let filter = OrganizationFilter {
                            life: Some((wanted, view.as_of().day)),
                            ..OrganizationFilter::default()
                        };
                        let found = view.organizations(&filter, 0, 100)?;
                        assert!(found.iter().all(|one| life(one) == wanted), "{wanted:?} on {today}");
                        let wanted = named.iter().filter(|one| life(one) == wanted).count();
                        assert_eq!(found.len(), wanted);
                    }
                    let count = |fits: &dyn Fn(&(&Organization, Vec<&Document>)) -> bool| {
                        all.iter().filter(|one| fits(one)).count() as u64
                    };
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
                    Ok::<_, Error>(())
                })
                .expect("the coverage");
        }
        assert!(seen.values().all(|count| *count > 3), "each state occurred: {seen:?}");
    });
}
