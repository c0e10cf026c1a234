//! The numbers of the office: what the pages and the files say is what was counted, and what the domain says of it.

use std::collections::BTreeMap;

use tizilim::domain::calendar::days_before;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::opening::{Opening, OpeningWay, ReaderKind};
use tizilim::domain::role::Role;
use tizilim::domain::{Code, Day, Lang};
use tizilim::registry::{Error, OpeningCount, View};

use crate::app::{TODAY, TestApp, day, on_each_engine, on_sqlite};
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

/// Counts these openings, and writes them down.
pub fn count_all(app: &TestApp, openings: &BTreeMap<Opening, u64>) {
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
        for _ in 0..105 {
            app.document(DocumentKind::Leaflet);
        }
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
