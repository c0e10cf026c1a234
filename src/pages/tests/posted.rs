//! What a shelf says of its stand: nothing to members of a stand that nobody knows, one folded line to the chair of another.

use super::samples::{agreement, as_of, city_wide, school, union};
use super::{LanguagePreference, ORIGIN, Site};
use crate::domain::Lang;
use crate::domain::document::Document;
use crate::domain::lang::Trilingual;
use crate::domain::posted::{Advice, Posted, Stand};
use crate::pages::chrome::announced;
use crate::pages::html::{Banner, Tone};
use crate::pages::posted::StandView;
use crate::pages::shelf::{ShelfView, render};
use crate::print::model::kit::PrintStatus;

/// The shelf of the school, whose stand was hung with other titles than these documents have now.
fn shelf(titles: &Trilingual, lang: Lang) -> String {
    let (union, school) = (union(), school());
    let documents: Vec<Document> = city_wide().into_iter().chain([agreement()]).collect();
    let retitled: Vec<Document> =
        documents.iter().map(|document| Document { titles: titles.clone(), ..document.clone() }).collect();
    let (before, after): (Vec<&Document>, Vec<&Document>) =
        (documents.iter().collect(), retitled.iter().collect());
    let stand = |shelf| Stand { organization: &school, shelf, host: None, as_of: as_of() };
    let posted = stand(&before).hung(&Posted::new(), &[]);
    let advice = stand(&after).advice(&posted);
    let named: Vec<_> = retitled.iter().map(|document| (document, &union)).collect();
    render(&ShelfView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish: LanguagePreference::InPath(lang),
        organization: &school,
        successor: None,
        documents: &after,
        standing: PrintStatus::Permanent,
        stand: StandView { organization: &school, posted: &posted, advice: &advice, named: &named },
        as_of: as_of(),
    })
}

#[test]
fn a_changed_title_is_named_with_a_kit_of_what_changed() {
    let page = shelf(&Trilingual::new("Жаңа атау", "Новое имя", ""), Lang::Kk);
    let (_, block) = page.split_once("<details class=\"stand\">").expect("a folded line for the chair");
    let block = block.split("</details>").next().expect("its end");
    assert!(block.contains("парағын қайта басып шығару керек"));
    assert!(block.contains("Жаңа атау – құжаттың атауы өзгерді"));
    assert!(block.contains("<b>Ескі кодтар жұмыс істей береді"));
    let kit = format!("/{}/kit.pdf?documents={}", school().code, "");
    assert!(block.contains(&kit), "{block}");
    assert!(
        block.contains("&amp;parts=guide.poster.sheets") || block.contains("&#38;parts=guide.poster.sheets"),
        "{block}"
    );
}

#[test]
fn a_notice_stands_above_the_content_of_any_page() {
    let notice = Banner::new(Tone::Good, "<i>").with_link("/back", "артқа");
    let (union, school) = (union(), school());
    let (posted, advice) = (Posted::new(), Advice::default());
    let page = render(&ShelfView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish: LanguagePreference::InPath(Lang::Kk),
        organization: &school,
        successor: None,
        documents: &[],
        standing: PrintStatus::Permanent,
        stand: StandView { organization: &school, posted: &posted, advice: &advice, named: &[] },
        as_of: as_of(),
    });
    assert!(!page.contains("class=\"stand\""), "nothing is known to hang, so nobody is bothered");
    let announced = announced(&page, &notice);
    let (_, content) = announced.split_once("<main").expect("a main part");
    let at = |words: &str| content.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(at("href=\"/back\"") < at("<h1>"));
    assert!(!announced.contains("<i>"), "escaped");
}
