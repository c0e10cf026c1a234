//! Large data for measuring is true in form: codes, texts that are found, leaves.

use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::{DocumentFilter, Editions, Error, OrganizationFilter, Scope, Search};

use crate::command::with_each_engine;

#[test]
fn an_empty_register_is_filled_with_what_answers_and_is_found() {
    with_each_engine(|office| {
        let fill =
            ["bench-data", "--organizations", "7", "--documents", "3", "--versions", "2", "--seed", "5"];
        office.done(&fill);
        let registry = office.registry();
        let (organizations, documents, school) = registry
            .read(|view| {
                let organizations = view.organizations_count(&OrganizationFilter::default())?;
                let documents = view.documents_page(&DocumentFilter::default(), 0, 100)?;
                let documents: Vec<Code> = documents.into_iter().map(|document| document.code).collect();
                let school = view.organization_named("S00003")?.map(|school| school.code);
                Ok::<_, Error>((organizations, documents, school.expect("a school")))
            })
            .expect("the register");
        assert_eq!((organizations, documents.len()), (8, 24));
        let leaves = registry.leaves().expect("leaves");
        assert_eq!(leaves.len() as u64, registry.glance().revision());
        assert_eq!(leaves.iter().filter(|(_, leaf)| leaf.contains("publication")).count(), 48);
        let found = registry.read(|view| {
            let search = Search {
                query: "кәсіподақ",
                scope: Scope::Shelf(school),
                editions: Editions::Present,
                wish: Lang::Kk,
                skip: 0,
                take: 20,
            };
            Ok::<_, Error>(view.search(&search, tizilim::pages::naming::kind)?.passages_total)
        });
        assert!(found.expect("a search") > 0);
        assert_eq!(registry.index_missing().expect("the index"), 0, "all of it is indexed");
        let served = office.serve();
        for code in &documents {
            let page = served.get(&format!("/{code}/kk"), &[]).text();
            assert!(page.contains("class=\"text\""), "{page}");
        }
        let shelf = served.get(&format!("/{school}/kk"), &[]).text();
        assert_eq!(
            documents.iter().filter(|code| shelf.contains(&format!("/{code}/"))).count(),
            6,
            "{shelf}"
        );
        served.stop();
        let before = office.registry().glance().revision();
        let said = office.refused(&fill);
        assert!(said.contains(&say(Lang::En, "refusal-not-empty")), "{said}");
        assert_eq!(office.registry().glance().revision(), before, "nothing was added");
    });
}
