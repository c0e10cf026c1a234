//! Lists a page at a time: nothing is left out between pages, and what the database counts is what the domain says.

use std::collections::BTreeSet;

use tizilim::domain::agreement_state::AgreementState;
use tizilim::domain::document::{AppliesTo, Document};
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::organization::{Organization, OrganizationStatus};
use tizilim::domain::posted::{StandCount, lacks_sheet};
use tizilim::domain::resolution::{Answer, resolve};
use tizilim::domain::shelf::hangs;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{
    DocumentFilter, DocumentInput, Error, OrganizationFilter, Registry, View, Withdrawal,
};

use crate::app::{ACTOR, Edition, TestApp, on_each_engine};
use crate::desk::Desk;
use crate::register;

fn read<T>(registry: &Registry, work: impl Fn(&View) -> Result<T, Error>) -> T {
    registry.read(work).expect("the register")
}

/// Numbers of more schools than a page shows.
fn many() -> Vec<String> {
    (1..=120).map(|number| format!("S{number:03}")).collect()
}

fn schools(app: &TestApp) -> Vec<Code> {
    let numbers = many();
    app.schools(&numbers.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Follows the links to the next page; the text of all pages.
pub fn pages(desk: &Desk<'_>, first: &str) -> Vec<String> {
    let (mut at, mut pages) = (first.to_owned(), Vec::new());
    loop {
        let page = desk.page(&at);
        let next = page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next());
        let next = next.map(|next| next.replace("&#38;", "&"));
        pages.push(page);
        match next {
            Some(next) => at = next,
            None => return pages,
        }
    }
}

#[test]
fn every_organization_stands_on_one_page_of_the_list() {
    on_each_engine(|app| {
        let schools = schools(app);
        let desk = Desk::open(app);
        let pages = pages(&desk, "/admin/organizations");
        assert_eq!(pages.len(), 3, "121 organizations, 50 a page");
        for code in &schools {
            let link = format!("href=\"/admin/organizations/{code}\"");
            assert_eq!(pages.iter().filter(|page| page.contains(&link)).count(), 1, "{code}");
        }
        let found = desk.page("/admin/organizations?q=s07");
        // The list as a file lies there too, in two forms.
        let links = found.matches("href=\"/admin/organizations/").count();
        assert_eq!(links - menu_links(&found) - 2, 10, "S070 to S079");
        let code = desk.page(&format!("/admin/organizations?q={}", schools[3].grouped()));
        assert!(code.contains(&format!("/admin/organizations/{}", schools[3])));
        assert_eq!(desk.get("/admin/organizations?stand=nothing").status, 400);
        for list in ["/admin/organizations", "/admin/documents"] {
            for words in ["%E2%84%96", "%E2%80%94", "%20"] {
                assert_eq!(desk.get(&format!("{list}?q={words}")).status, 200, "{list} {words}");
            }
        }
    });
}

/// Links to organizations in the frame of a page.
fn menu_links(page: &str) -> usize {
    page.split("<main").next().unwrap_or_default().matches("href=\"/admin/organizations/").count()
}

#[test]
fn every_document_stands_on_one_page_of_the_list_and_of_the_interface() {
    on_each_engine(|app| {
        let codes: Vec<Code> = (0..120).map(|_| app.document(DocumentKind::Leaflet)).collect();
        let desk = Desk::open(app);
        let pages = pages(&desk, "/admin/documents");
        assert_eq!(pages.len(), 3);
        for code in &codes {
            let link = format!("href=\"/admin/documents/{code}\"");
            assert_eq!(pages.iter().filter(|page| page.contains(&link)).count(), 1, "{code}");
        }
        let mut listed = Vec::new();
        for offset in [0, 50, 100, 150] {
            let part = app.get(&format!("/api/v1/documents?offset={offset}&limit=50")).text();
            assert!(part.contains("\"total\":120"), "{part}");
            listed
                .extend(codes.iter().filter(|code| part.contains(&format!("\"code\":\"{code}\""))).copied());
        }
        let mut wanted = codes.clone();
        wanted.sort_unstable();
        listed.sort_unstable();
        assert_eq!(listed, wanted, "each once");
        assert_eq!(desk.get("/admin/documents?after=7K3M9Q3").status, 404);
    });
}

/// By the rules of the domain alone, from everything.
fn without_agreement(view: &View) -> Result<BTreeSet<Code>, Error> {
    let documents = view.documents_page(&DocumentFilter::default(), 0, usize::MAX)?;
    let organizations = view.organizations(&OrganizationFilter::default(), 0, usize::MAX)?;
    let answers = |document: &&&Document| {
        document.kind == DocumentKind::CollectiveAgreement
            && matches!(resolve(document, view.as_of()), Answer::Version { .. })
    };
    let has = |organization: &&&Organization| {
        documents.iter().filter(answers).any(|document| document.owner == organization.id)
    };
    let primary =
        organizations.iter().filter(|one| one.status == OrganizationStatus::Active && !one.is_union);
    Ok(primary.filter(|organization| !has(organization)).map(|organization| organization.code).collect())
}

#[test]
fn who_has_no_agreement_is_what_the_domain_says() {
    on_each_engine(|app| {
        let schools = app.schools(&["S001", "S002", "S003", "S004", "S005", "S006"]);
        let agreement = |at: usize| {
            app.document_of(schools[at], DocumentKind::CollectiveAgreement).expect("an agreement")
        };
        let edition = |from: &str| Edition::of(from).until("2031-12-31").saying(Lang::Kk, "Шарт");
        let (scheduled, withdrawn, corrected, other) =
            (agreement(1), agreement(2), agreement(3), agreement(4));
        app.publish(scheduled, &edition("2030-01-01"));
        app.publish(withdrawn, &edition("2026-01-01"));
        app.registry.withdraw(withdrawn, 1, "қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        app.publish(corrected, &edition("2026-01-01"));
        app.publish(corrected, &Edition { corrects: Some(1), ..edition("2026-01-01") });
        app.registry.withdraw(corrected, 2, "қате", Withdrawal::Withdraw, ACTOR).expect("a withdrawal");
        app.publish(other, &edition("2026-01-01"));
        app.registry.dissolve(schools[5], ACTOR).expect("a dissolution");
        let (counted, named, wanted) = read(&app.registry, |view| {
            let agreement = Some((AgreementState::Without, view.as_of().day));
            let without = OrganizationFilter { agreement, ..OrganizationFilter::default() };
            let count = view.organizations_count(&without)?;
            let found = view.organizations(&without, 0, 100)?;
            let found: BTreeSet<Code> = found.iter().map(|organization| organization.code).collect();
            Ok((count, found, without_agreement(view)?))
        });
        assert_eq!((counted, &named), (wanted.len(), &wanted));
        assert_eq!(wanted, [0, 2, 3].map(|at| schools[at]).into(), "what is wrong stays out");
        let listed = app.get("/api/v1/organizations?status=dissolved&district=%D0%95%D1%81%D1%96%D0%BB%20%D0%B0%D1%83%D0%B4%D0%B0%D0%BD%D1%8B").text();
        assert!(listed.contains(&format!("\"code\":\"{}\"", schools[5])), "{listed}");
        let page = Desk::open(app).page("/admin");
        assert!(page.contains(&format!("/admin/organizations/{}\"", schools[0])));
        assert!(!page.contains(&format!("/admin/organizations/{}\"", schools[1])));
    });
}

#[test]
fn on_how_many_stands_a_document_hangs_is_what_the_domain_says() {
    on_each_engine(|app| {
        let table = "number,name_kk,name_ru,kind,district\n\
                     S1,а,а,school,Есіл ауданы / район Есиль\nS2,ә,б,school,Алматы ауданы / район Алматы\n\
                     K1,б,в,kindergarten,Есіл ауданы / район Есиль\nK2,в,г,kindergarten,\n";
        app.import(table.as_bytes()).expect("an import");
        let code = |number| app.registry.code_of_number(number).expect("an organization");
        app.registry.dissolve(code("S2"), ACTOR).expect("a dissolution");
        let union = register::union(&app.registry);
        let add = |owner: Code, applies_to: AppliesTo| {
            let input = DocumentInput { applies_to, ..DocumentInput::default() };
            app.registry.add_document(owner, DocumentKind::Leaflet, &input, ACTOR).expect("a document")
        };
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        // Some stands hang, with the law alone; the union's own hangs as well.
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2026-01-01").saying(Lang::Kk, "Заң"));
        for hung in [code("S1"), code("K2"), union] {
            app.registry.hang(hung, &[], ACTOR).expect("a stand");
        }
        for document in [
            law,
            add(union, AppliesTo::All),
            add(union, AppliesTo::Kinds(words(&["school", "lyceum"]))),
            add(union, AppliesTo::Kinds(words(&["kindergarten", "school"]))),
            add(union, AppliesTo::Districts(words(&["район Есиль"]))),
            add(union, AppliesTo::Districts(words(&["Алматы ауданы"]))),
            add(union, AppliesTo::Organizations(vec![code("S1"), code("S2"), union])),
            add(union, AppliesTo::Organizations(vec![code("K2")])),
            add(code("S1"), AppliesTo::All),
            add(union, AppliesTo::Organizations(vec![union])),
        ] {
            read(&app.registry, |view| {
                let document = view.document(document)?.expect("a document");
                let all = view.organizations(&OrganizationFilter::default(), 0, usize::MAX)?;
                let active = all.into_iter().filter(|one| one.status == OrganizationStatus::Active);
                let wanted: Vec<_> = active.filter(|one| hangs(document, one, view.union())).collect();
                let posted: Vec<_> = wanted.iter().map(|one| view.posted(one)).collect::<Result<_, _>>()?;
                let without_sheet = posted.into_iter().filter(|posted| lacks_sheet(posted, document.code));
                let stands = StandCount { all: wanted.len(), without_sheet: without_sheet.count() };
                assert_eq!(view.stands_of(document)?, stands, "{:?}", document.applies_to);
                Ok(())
            });
        }
    });
}

#[test]
fn stands_to_be_updated_are_counted_and_listed_a_page_at_a_time() {
    on_each_engine(|app| {
        let schools = schools(app);
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2026-01-01").saying(Lang::Kk, "Заң"));
        for school in &schools[..70] {
            app.registry.hang(*school, &[], ACTOR).expect("a stand");
        }
        let desk = Desk::open(app);
        let list = "/admin/organizations?stand=outdated";
        assert!(!desk.page("/admin").contains("stand=outdated"), "nothing is to be done");
        // Another kind of document appears on every shelf: its sheet is to be printed.
        let leaflet = app.document(DocumentKind::Leaflet);
        app.publish(leaflet, &Edition::of("2026-01-01").saying(Lang::Kk, "Жадынама"));
        let pages = pages(&desk, list);
        assert_eq!(pages.len(), 2, "70 stands, 50 a page");
        for (at, school) in schools.iter().enumerate() {
            let link = format!("href=\"/admin/organizations/{school}#stand\"");
            let on = pages.iter().filter(|page| page.contains(&link)).count();
            assert_eq!(on, usize::from(at < 70), "{at}");
        }
        let words = crate::needs::counted("needs-stand-outdated", 70);
        assert!(desk.page("/admin").contains(&words), "{words}");
        assert!(read(&app.registry, |view| Ok(view
            .outdated_stands(&OrganizationFilter::default(), 1_000, 30)?
            .1
            .is_some())));
    });
}

#[test]
fn the_feed_of_everything_tells_the_latest_hundred_events() {
    on_each_engine(|app| {
        let codes: Vec<Code> = (0..30).map(|_| app.document(DocumentKind::Leaflet)).collect();
        for (at, code) in codes.iter().enumerate() {
            for day in 1..=4 {
                let minute = at * 4 + day;
                app.set_clock(&format!("2026-11-22T{:02}:{:02}:00Z", 6 + minute / 60, minute % 60));
                let words = format!("Жадынама {day}");
                app.publish(*code, &Edition::of(&format!("2026-0{day}-01")).saying(Lang::Kk, &words));
            }
        }
        let feed = app.get("/feed.atom").text();
        assert_eq!(feed.matches("<entry>").count(), 100, "of 120 publications");
        assert!(!feed.contains(&format!("/{}/v4", codes[3])), "an old one");
        assert!(feed.contains(&format!("/{}/v1", codes[29])), "a new one");
    });
}
