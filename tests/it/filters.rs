//! The lists of the office with their filters: what stands on them, how many, how a filter is taken away, and the same as
//! files.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::opening::{Opening, OpeningWay, ReaderKind};
use tizilim::domain::organization_kind::OrganizationKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::{say, say_with};

use crate::app::{Edition, TODAY, TestApp, day, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::tables::{csv_rows, page_rows, xlsx_rows};

/// «район Есиль», as it stands in an address.
const ESIL: &str = "%D0%95%D1%81%D1%96%D0%BB%20%D0%B0%D1%83%D0%B4%D0%B0%D0%BD%D1%8B%20%2F%20%D1%80%D0%B0%D0%B9%D0%BE%D0%BD%20%D0%95%D1%81%D0%B8%D0%BB%D1%8C";

struct House {
    /// S1 and S2 of Esil, K1 a kindergarten of Esil, S3 in no district.
    stands: [Code; 4],
    /// The agreement of S1, which ends soon, and of S2, which does not.
    agreements: [Code; 2],
    law: Code,
    leaflet: Code,
}

fn house(app: &TestApp) -> House {
    let table = "number,name_kk,name_ru,kind,district\n\
                 S1,№ 1 мектеп,Школа № 1,school,Есіл ауданы / район Есиль\n\
                 S2,№ 2 мектеп,Школа № 2,school,Есіл ауданы / район Есиль\n\
                 K1,Бөбек,Бобек,kindergarten,Есіл ауданы / район Есиль\nS3,№ 3 мектеп,Школа № 3,school,\n";
    app.import(table.as_bytes()).expect("an import");
    let stands = ["S1", "S2", "K1", "S3"].map(|number| app.registry.code_of_number(number).expect("one"));
    let agreement = |school: Code, until: &str| {
        let code = app.document_of(school, DocumentKind::CollectiveAgreement).expect("a document");
        app.publish(code, &Edition::of("2024-01-01").until(until).saying(Lang::Kk, &format!("Шарт {until}")));
        code
    };
    let agreements = [agreement(stands[0], "2026-12-31"), agreement(stands[1], "2028-12-31")];
    let law = app.document(DocumentKind::Law);
    app.publish(law, &Edition::of("2026-01-01").saying(Lang::Kk, "Заң"));
    let leaflet = app.document(DocumentKind::Leaflet);
    let scan = |document, stand, before| Opening {
        day: tizilim::domain::calendar::days_before(day(TODAY), before),
        document,
        organization: Some(stand),
        lang: Lang::Kk,
        reader: ReaderKind::Human,
        way: OpeningWay::Scanned,
    };
    app.registry.count_opening(scan(law, stands[0], 3));
    app.registry.count_opening(scan(agreements[1], stands[1], 100));
    app.registry.flush_openings().expect("a flush");
    House { stands, agreements, law, leaflet }
}

/// Codes, in their order where words are looked for: there the best stand first.
fn in_order(query: &str, codes: &[Code]) -> Vec<Code> {
    let mut codes = codes.to_vec();
    if query.contains("q=") {
        codes.sort_unstable();
    }
    codes
}

/// The codes of a list, in the order of a page.
fn listed(page: &str, list: &str, all: &[Code]) -> Vec<Code> {
    let (_, main) = page.split_once("role=\"status\"").expect("a count");
    let at = |code: &Code| main.find(&format!("{list}/{code}\""));
    let mut found: Vec<(usize, Code)> = all.iter().filter_map(|code| Some((at(code)?, *code))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, code)| code).collect()
}

fn counted(count: i64) -> String {
    say_with(Lang::Ru, "filter-count", &[("count", count.into())])
}

#[test]
fn organizations_are_filtered_by_everything_at_once() {
    on_each_engine(|app| {
        let House { stands: [s1, s2, k1, s3], .. } = house(app);
        let desk = Desk::open(app);
        let check = |query: &str, wanted: &[Code]| {
            let page = desk.page(&format!("/admin/organizations?{query}"));
            let found = listed(&page, "/admin/organizations", &[s1, s2, k1, s3]);
            assert_eq!(in_order(query, &found), in_order(query, wanted), "{query}");
            assert!(page.contains(&counted(wanted.len() as i64)), "{query}: {page}");
            let csv = csv_rows(&desk.get(&format!("/admin/organizations/table.csv?{query}")));
            assert_eq!(
                csv,
                xlsx_rows(&desk.get(&format!("/admin/organizations/table.xlsx?{query}"))),
                "{query}"
            );
            let codes: Vec<&str> = csv[1..].iter().map(|row| row[4].as_str()).collect();
            assert_eq!(codes, found.iter().map(|code| code.grouped()).collect::<Vec<_>>(), "{query}");
            let shown = if wanted.is_empty() { Vec::new() } else { page_rows(&page, "role=\"status\"") };
            let numbers: Vec<&str> = shown.iter().map(|row| row[0].as_str()).collect();
            assert_eq!(numbers, csv[1..].iter().map(|row| row[0].as_str()).collect::<Vec<_>>());
        };
        check(&format!("district={ESIL}"), &[k1, s1, s2]);
        check(&format!("district={ESIL}&kind=school"), &[s1, s2]);
        check("district=-&status=active&kind=school", &[s3]);
        check("agreement=without", &[k1, s3]);
        check("agreement=in-force", &[s1, s2]);
        check("agreement=ending", &[s1]);
        check("agreement=not-in-force", &[]);
        check("stand=live", &[s1]);
        check("stand=silent", &[s2]);
        check("stand=never", &[k1, s3]);
        check(&format!("stand=never&kind=school&district={ESIL}"), &[]);
        check("stand=unprinted", &[k1, s1, s2, s3]);
        check("status=dissolved", &[]);
        check(&format!("q={}&agreement=in-force", "%D1%88%D0%BA%D0%BE%D0%BB%D0%B0"), &[s1, s2]);
        check("q=S2&agreement=ending", &[]);
        check(&format!("q={s3}&stand=never"), &[s3]);
        app.registry.keep_codes(&[s3]).expect("a print");
        check("stand=unprinted", &[k1, s1, s2]);
        for wrong in ["agreement=none", "stand=x", "status=x"] {
            assert_eq!(desk.get(&format!("/admin/organizations?{wrong}")).status, 400, "{wrong}");
            assert_eq!(desk.get(&format!("/admin/organizations/table.csv?{wrong}")).status, 400, "{wrong}");
        }
    });
}

#[test]
fn outdated_stands_are_filtered_too() {
    on_each_engine(|app| {
        let House { stands: [s1, s2, k1, s3], .. } = house(app);
        for stand in [s1, k1] {
            app.registry.hang(stand, &[], crate::app::ACTOR).expect("a stand");
        }
        // It appears on every shelf, and no sheet of it hangs.
        let fresh = app.document(DocumentKind::Regulation);
        app.publish(fresh, &Edition::of("2026-01-01").saying(Lang::Kk, "Ереже"));
        let desk = Desk::open(app);
        let list = |query: &str| {
            let page = desk.page(&format!("/admin/organizations?{query}"));
            (listed(&page, "/admin/organizations", &[s1, s2, k1, s3]), page)
        };
        let (found, page) = list("stand=outdated");
        assert_eq!(found, [k1, s1]);
        assert!(page.contains(&counted(2)));
        assert_eq!(list("stand=outdated&kind=school").0, [s1]);
        assert_eq!(list("stand=outdated&q=K1").0, [k1]);
        assert_eq!(list("stand=outdated&q=S2").0, []);
        let csv = csv_rows(&desk.get("/admin/organizations/table.csv?stand=outdated"));
        assert_eq!(csv.len(), 3);
        assert!(desk.page("/admin").contains("/admin/organizations?stand=outdated"));
    });
}

#[test]
fn documents_are_filtered_by_everything_at_once() {
    on_each_engine(|app| {
        let House { agreements: [ending, lasting], law, leaflet, .. } = house(app);
        let desk = Desk::open(app);
        let check = |query: &str, wanted: &[Code]| {
            let page = desk.page(&format!("/admin/documents?{query}"));
            let found = listed(&page, "/admin/documents", &[ending, lasting, law, leaflet]);
            // They were added at one moment: the order among them is that of their ids.
            assert_eq!(in_order("q=", &found), in_order("q=", wanted), "{query}");
            assert!(page.contains(&counted(wanted.len() as i64)), "{query}: {page}");
            let csv = csv_rows(&desk.get(&format!("/admin/documents/table.csv?{query}")));
            assert_eq!(csv, xlsx_rows(&desk.get(&format!("/admin/documents/table.xlsx?{query}"))), "{query}");
            let codes: Vec<&str> = csv[1..].iter().map(|row| row[5].as_str()).collect();
            assert_eq!(codes, found.iter().map(|code| code.grouped()).collect::<Vec<_>>(), "{query}");
        };
        check("", &[ending, lasting, law, leaflet]);
        check("kind=collective_agreement", &[ending, lasting]);
        check("asks=term-ends", &[ending]);
        check("asks=term-ended", &[]);
        check("reading=without-text", &[leaflet]);
        check("reading=never-opened", &[ending, leaflet]);
        check("reading=without-kk", &[]);
        check("reading=without-ru", &[ending, lasting, law]);
        check("reading=without-ru&kind=law", &[law]);
        check("reading=draft-waits", &[]);
        check(&format!("district={ESIL}"), &[ending, lasting]);
        check(&format!("district={ESIL}&of=kindergarten"), &[]);
        check(&format!("of={}", OrganizationKind::School.name()), &[ending, lasting]);
        check("q=S2&kind=collective_agreement", &[lasting]);
        check("q=S2&asks=term-ends", &[]);
        check(&format!("q={law}&kind=law"), &[law]);
        check(&format!("q={law}&kind=charter"), &[]);
        for wrong in ["kind=x", "asks=x", "reading=x"] {
            assert_eq!(desk.get(&format!("/admin/documents?{wrong}")).status, 400, "{wrong}");
        }
    });
}

#[test]
fn each_filter_is_taken_away_by_its_link() {
    on_sqlite(|app| {
        house(app);
        let desk = Desk::open(app);
        let page = desk.page(&format!(
            "/admin/organizations?q=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0&district={ESIL}&stand=never"
        ));
        let (_, chips) = page.split_once("<ul class=\"chips\">").expect("filters");
        let (chips, _) = chips.split_once("</ul>").expect("their end");
        let hrefs: Vec<String> = chips
            .split("href=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().expect("an address").replace("&#38;", "&"))
            .collect();
        assert_eq!(hrefs.len(), 4, "three filters, and all of them: {chips}");
        let words = "q=%D0%A8%D0%BA%D0%BE%D0%BB%D0%B0";
        assert_eq!(hrefs[0], format!("/admin/organizations?district={ESIL}&stand=never"));
        assert_eq!(hrefs[1], format!("/admin/organizations?{words}&stand=never"));
        assert_eq!(hrefs[2], format!("/admin/organizations?{words}&district={ESIL}"));
        assert_eq!(hrefs[3], "/admin/organizations");
        let never = format!("{}: {}", say(Lang::Ru, "filter-stand"), say(Lang::Ru, "filter-stand-never"));
        assert!(chips.contains(&never), "{never} in {chips}");
        // What was chosen stands in the form.
        assert!(page.contains("value=\"never\" selected"), "{page}");
        assert!(!desk.page("/admin/organizations").contains("class=\"chips\""));
    });
}

#[test]
fn what_needs_the_office_leads_to_the_list_of_it() {
    on_sqlite(|app| {
        let House { agreements: [ending, _], .. } = house(app);
        let desk = Desk::open(app);
        let page = desk.page("/admin");
        for list in ["/admin/documents?asks=term-ends", "/admin/organizations?agreement=without"] {
            assert!(page.contains(&format!("href=\"{list}\"")), "{list}");
        }
        let list = desk.page("/admin/documents?asks=term-ends");
        assert!(list.contains(&format!("/admin/documents/{ending}\"")));
    });
}
