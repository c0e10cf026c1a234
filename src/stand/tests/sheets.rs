//! Tests of sheets, pocket sheets, acquaintance sheets and the guide in every look.

use proptest::prelude::*;
use proptest::sample::select;

use super::{check, code, document, kit, says, words};
use crate::stand::choice::{Choice, Documents, Edge, Languages, Look, Occasion, Paper, Part};
use crate::stand::emblem::Emblem;
use crate::stand::format::{A5_CODE_MIN_MM, A5_MODULE_MIN_MM, CODE_MIN_MM, MODULE_MIN_MM};
use crate::stand::layout::tests::Typewriter;
use crate::stand::qr::Level;
use crate::stand::sheet::{Ink, Item, Role};
use crate::stand::*;

fn choices() -> impl Strategy<Value = Choice> {
    let look = (select(Look::ALL), select(Edge::ALL), select(Languages::ALL));
    (look, select(Level::ALL), select(&[Paper::A4, Paper::A5][..])).prop_map(
        |((look, edge, languages), level, paper)| Choice {
            parts: vec![Part::Guide, Part::Sheets, Part::Acquaintance],
            look,
            edge,
            languages,
            level,
            paper,
            ..Choice::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn every_look_holds_every_text(
        choice in choices(),
        names in [words(), words()],
        titles in [words(), words()],
        host in "[a-z]{1,34}[.]kz",
        emblem in prop::bool::ANY,
    ) {
        prop_assume!(names[0] != titles[0] && names[1] != titles[1] && titles[0] != titles[1]);
        let mut kit = kit(&host, &names[0], &names[1], vec![document(1, &titles[0], &titles[1])]);
        kit.emblem = emblem.then(|| Emblem::parse("M0 0h20v10H0z").expect("an emblem"));
        kit.choice = choice.clone();
        let limit = kit.base.host_limit(choice.level);
        if host.len() > limit {
            prop_assert_eq!(lay_out(&kit, &Typewriter).err(), Some(LayoutError::HostTooLong { limit }));
            return Ok(());
        }
        let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
        pages.iter().for_each(check);
        let [.., sheet, signed] = &pages[..] else { panic!("three parts") };
        for page in [sheet, signed] {
            prop_assert!(titles.iter().chain(&names).all(|text| says(page, text)));
            prop_assert!(says(page, &kit.base.shown(code(1))));
        }
        let (least_mm, module_mm) = match choice.paper {
            Paper::A5 => (A5_CODE_MIN_MM, A5_MODULE_MIN_MM),
            _ => (CODE_MIN_MM, MODULE_MIN_MM),
        };
        for (page, least_mm, module_mm) in [(sheet, least_mm, module_mm), (signed, 22.0, 0.75)] {
            let drawn = page.codes().next().expect("a code");
            prop_assert!(drawn.area.right_mm - drawn.area.left_mm >= least_mm - 0.01);
            prop_assert!(drawn.quiet_mm / 4.0 >= module_mm - 0.01);
            prop_assert!(drawn.alternative.contains(&kit.base.shown(code(1))));
            prop_assert_eq!(page.items.iter().any(|item| matches!(item, Item::Emblem(_))), emblem);
        }
    }
}

fn ordinary(choice: Choice) -> Kit {
    let documents = vec![document(1, "", ""), document(2, "Жарғы", ""), document(3, "Ереже", "Положение")];
    Kit { choice, ..kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents) }
}

fn laid_out(choice: Choice) -> Vec<sheet::Page> {
    let pages = lay_out(&ordinary(choice), &Typewriter).expect("a kit").pages;
    pages.iter().for_each(check);
    pages
}

#[test]
fn pocket_sheets_stand_two_on_a_page_and_the_last_one_alone() {
    let choice = Choice { parts: vec![Part::Sheets], paper: Paper::A5, ..Choice::default() };
    let count = |pages: &[sheet::Page]| pages.iter().map(|page| page.codes().count()).collect::<Vec<_>>();
    assert_eq!(count(&laid_out(choice.clone())), [2, 1]);
    assert_eq!(count(&laid_out(Choice { edge: Edge::PrintShop, ..choice })), [1, 1, 1]);
}

#[test]
fn a_title_in_one_language_stands_alone_and_a_document_without_one_has_its_kind_in_all() {
    let choice = Choice { parts: vec![Part::Sheets], languages: Languages::KkRuEn, ..Choice::default() };
    let pages = laid_out(choice);
    let titles = |page: &sheet::Page| {
        let titles = page.paragraphs().filter(|paragraph| paragraph.role == Role::Title);
        titles.map(|paragraph| paragraph.lang).collect::<Vec<_>>()
    };
    assert_eq!(titles(&pages[0]), [Lang::Kk, Lang::Ru, Lang::En]);
    assert_eq!(titles(&pages[1]), [Lang::Kk]);
    assert!(says(&pages[1], "Жарғы") && !says(&pages[1], "Коллективный"));
}

#[test]
fn a_plain_sheet_is_black_and_a_banner_has_the_names_in_white() {
    let inks = |look| {
        let choice = Choice { parts: vec![Part::Sheets], look, ..Choice::default() };
        let page = laid_out(choice).remove(0);
        page.paragraphs().map(|paragraph| paragraph.ink).collect::<Vec<_>>()
    };
    assert!(inks(Look::Plain).iter().all(|ink| *ink == Ink::Black));
    assert!(inks(Look::Banner)[..2].iter().all(|ink| *ink == Ink::White));
}

#[test]
fn a_kit_of_some_sheets_says_in_bold_that_the_old_codes_keep_working() {
    let these = Choice { documents: Documents::These(vec![code(1)]), ..Choice::default() };
    let again = Choice { occasion: Occasion::Reprint, ..Choice::default() };
    let (some, again, all) = (laid_out(these), laid_out(again), laid_out(Choice::default()));
    let bold = |page: &sheet::Page| {
        let found = page.texts().find(|text| text.text.contains("Старые коды")).map(|text| text.style.font);
        found == Some(layout::Font::Bold)
    };
    assert!(bold(&some[0]) && bold(&again[0]) && !bold(&all[0]));
    for (page, removes_all) in [(&some[0], false), (&again[0], false), (&all[0], true)] {
        assert_eq!(says(page, "Снимите прежние листы"), removes_all);
    }
}

#[test]
fn an_empty_shelf_has_a_guide_that_says_whom_to_ask() {
    let mut kit = ordinary(Choice { parts: Part::ALL.to_vec(), ..Choice::default() });
    kit.documents.clear();
    let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
    pages.iter().for_each(check);
    assert!(says(&pages[0], "О документах спросите в профсоюзе: Профсоюз"));
}

#[test]
fn an_acquaintance_sheet_has_rows_for_signatures_down_to_its_foot() {
    let page = laid_out(Choice { parts: vec![Part::Acquaintance], ..Choice::default() }).remove(0);
    let mut level: Vec<f32> = page
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Rule(rule) if rule.from_mm.1 == rule.to_mm.1 => Some(rule.from_mm.1),
            _ => None,
        })
        .collect();
    level.sort_by(f32::total_cmp);
    let rows = &level[2..];
    assert!(rows.len() > 15 && rows[rows.len() - 1] > 275.0, "{rows:?}");
    assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= acquaintance::ROW_MIN_MM - 0.01));
}
