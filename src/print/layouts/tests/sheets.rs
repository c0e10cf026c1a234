//! Tests of sheets, pocket sheets, acquaintance sheets and the guide in every look.

use crate::print::model::choice::Pending;
use crate::print::model::display_list::{Page, Paragraph, Text};
use crate::print::model::kit::PrintStatus;
use crate::print::model::style::Font;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::*;
use super::{check, code, document, kit, says, words};
use crate::print::layouts::sheet::format::{A5_CODE_MIN_MM, A5_MODULE_MIN_MM, CODE_MIN_MM, MODULE_MIN_MM};
use crate::print::model::choice::{Choice, Documents, Edge, Languages, Look, Occasion, Paper, Part};
use crate::print::model::display_list::{Ink, Item, Role};
use crate::print::model::style::tests::Typewriter;
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::Level;

fn choices() -> impl Strategy<Value = Choice> {
    let look = (select(Look::ALL.to_vec()), select(Edge::ALL.to_vec()), select(Languages::ALL.to_vec()));
    (look, select(Level::ALL.to_vec()), select(&[Paper::A4, Paper::A5][..])).prop_map(
        |((look, edge, languages), level, paper)| Choice {
            parts: vec![Part::Guide, Part::Sheets, Part::SignatureSheet],
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
        kit.emblem = emblem.then(|| VectorShape::parse("M0 0h20v10H0z").expect("an emblem"));
        kit.choice = choice.clone();
        let limit = kit.base.host_limit(choice.level);
        if host.len() > limit {
            prop_assert_eq!(lay_out(&kit, &Typewriter).err(), Some(LayoutError::HostTooLong { limit }));
            return Ok(());
        }
        let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
        pages.iter().for_each(check);
        let [.., sheet, signed] = &pages[..] else { panic!("three parts") };
        for text in ["не приложением банка", "Ни денег, ни личных данных", "Страница открывается по адресу"] {
            prop_assert!(says(sheet, text), "{text}");
        }
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
            // The phone of the call, and the ornaments of a gallery, are on the sheet alone.
            let shapes = page.items.iter().filter(|item| matches!(item, Item::Shape(_))).count();
            let own = usize::from(emblem) + usize::from(page == sheet);
            prop_assert!(if choice.look == Look::Gallery { shapes >= own } else { shapes == own }, "{shapes}");
        }
    }
}

fn ordinary(choice: Choice) -> Kit {
    let documents = vec![document(1, "", ""), document(2, "Жарғы", ""), document(3, "Ереже", "Положение")];
    Kit { choice, ..kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents) }
}

fn laid_out(choice: Choice) -> Vec<Page> {
    let pages = lay_out(&ordinary(choice), &Typewriter).expect("a kit").pages;
    pages.iter().for_each(check);
    pages
}

#[test]
fn pocket_sheets_stand_two_on_a_page_and_the_last_one_alone() {
    let choice = Choice { parts: vec![Part::Sheets], paper: Paper::A5, ..Choice::default() };
    let count = |pages: &[Page]| pages.iter().map(|page| page.codes().count()).collect::<Vec<_>>();
    assert_eq!(count(&laid_out(choice.clone())), [2, 1]);
    assert_eq!(count(&laid_out(Choice { edge: Edge::PrintShop, ..choice })), [1, 1, 1]);
}

#[test]
fn a_title_in_one_language_stands_alone_and_a_document_without_one_has_its_kind_in_all() {
    let choice = Choice { parts: vec![Part::Sheets], languages: Languages::KkRuEn, ..Choice::default() };
    let pages = laid_out(choice);
    let titles = |page: &Page| {
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
    let bold = |page: &Page| {
        let found = page.texts().find(|text| text.text.contains("Старые коды")).map(|text| text.style.font);
        found == Some(Font::Bold)
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
    assert!(says(&pages[0], "О документах можно спросить здесь: Профсоюз"));
}

/// A name or title of a length, in words.
fn long(letters: usize) -> String {
    "білім беру қызметкерлері ".chars().cycle().take(letters - 1).chain(['.']).collect()
}

fn whole(paragraph: &Paragraph) -> String {
    paragraph.lines.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_name_is_a_block_of_its_own_and_large_as_long_as_there_is_room() {
    for (letters, titles, name_pt, a5_pt) in
        [(20, 190, 14.0, 9.0), (190, 30, 14.0, 9.0), (190, 190, 7.0, 6.0)]
    {
        let names = [long(letters), format!("Школа {}", long(letters - 6))];
        let made = document(1, &format!("Ереже {}", long(titles - 6)), &long(titles));
        for (paper, least_pt, title_pt) in [(Paper::A4, name_pt, 16.0), (Paper::A5, a5_pt, 10.0)] {
            let mut kit = kit("qr.example.kz", &names[0], &names[1], vec![made.clone()]);
            kit.choice = Choice { parts: vec![Part::Sheets], paper, ..Choice::default() };
            let page = lay_out(&kit, &Typewriter).expect("a kit").pages.remove(0);
            check(&page);
            for name in &names {
                let alone = page.paragraphs().find(|paragraph| whole(paragraph) == *name).expect("a block");
                assert!(alone.lines[0].style.size_pt >= least_pt, "{letters} {titles} {paper:?}");
            }
            for title in page.paragraphs().filter(|paragraph| paragraph.role == Role::Title) {
                let style = title.lines[0].style;
                let title_pt = if letters + titles < 300 { title_pt } else { 7.0 };
                assert!(style.size_pt >= title_pt && style.font == Font::Condensed, "{style:?}");
            }
        }
    }
}

#[test]
fn what_the_phone_must_be_stands_beside_the_call() {
    for page in laid_out(Choice { parts: vec![Part::Sheets], ..Choice::default() }) {
        let top_mm = page.codes().next().expect("a code").area.top_mm;
        let find = |text: &str| page.texts().find(|line| line.text.contains(text)).expect("a line");
        let (call, said) = (find("Читайте"), find("Камерой телефона"));
        assert!(said.style.size_pt >= 8.0 && said.baseline_mm < top_mm, "{said:?}");
        assert!(said.x_mm >= call.x_mm + call.width_mm, "{said:?}");
    }
}

#[test]
fn a_long_host_leaves_titles_and_names_their_size_and_the_address_some_air() {
    let documents = vec![document(1, "", ""), document(2, "Кәсіптік одақтар туралы Заң", "Закон о союзах")];
    for languages in [Languages::KkRu, Languages::KkRuEn] {
        let host = "a-very-long-host-name-here.example.kz";
        let mut kit = kit(host, "№ 54 мектеп", "Школа № 54", documents.clone());
        kit.choice = Choice { parts: vec![Part::Sheets], languages, ..Choice::default() };
        for page in lay_out(&kit, &Typewriter).expect("a kit").pages {
            check(&page);
            let size_pt = |text: &str| {
                page.texts().find(|line| line.text.contains(text)).map(|line| line.style.size_pt)
            };
            let titles = page
                .paragraphs()
                .filter(|paragraph| paragraph.role == Role::Title && paragraph.lang != Lang::En);
            assert!(
                titles.flat_map(|title| &title.lines).all(|line| line.style.size_pt >= 16.0),
                "{languages:?}"
            );
            assert!(size_pt("№ 54 мектеп") >= Some(14.0), "{languages:?}");
            let address = page.texts().find(|line| line.text.starts_with("a-very")).expect("an address");
            let below = page.texts().filter(|line| line.baseline_mm > address.baseline_mm);
            let top_mm = |line: &Text| line.baseline_mm - Typewriter.capital_mm(line.style);
            assert!(below.map(top_mm).all(|top_mm| top_mm >= address.baseline_mm + 3.0), "{languages:?}");
        }
    }
}

#[test]
fn the_sheets_of_a_kit_agree_in_their_sizes() {
    let titles = ["Устав", "Коллективный договор школы-лицея", &long(60), &long(100), &long(150)];
    let documents: Vec<_> = (1..).zip(titles).map(|(number, title)| document(number, "", title)).collect();
    for paper in [Paper::A4, Paper::A5] {
        for edge in Edge::ALL {
            let mut kit = kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents.clone());
            kit.choice = Choice { parts: vec![Part::Sheets], paper, edge, ..Choice::default() };
            let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
            let roles =
                pages.iter().flat_map(Page::paragraphs).filter(|paragraph| paragraph.role == Role::Title);
            let mut sizes: Vec<f32> = roles.map(|title| title.lines[0].style.size_pt).collect();
            sizes.sort_by(f32::total_cmp);
            sizes.dedup();
            assert!(sizes.len() <= 3, "{sizes:?}");
        }
    }
    // Sheets of ordinary titles are one design: all but the titles stands at one place in one size.
    for paper in [Paper::A4, Paper::A5] {
        let mut kit = kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents[..2].to_vec());
        kit.documents[1].edition = None;
        kit.choice = Choice { parts: vec![Part::Sheets], paper, edge: Edge::PrintShop, ..Choice::default() };
        kit.choice.pending = Pending::Printed;
        let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
        let places = |page: &Page| {
            let code = page.codes().next().expect("a code").area;
            let shared = page.texts().filter(|line| line.text.starts_with("qr.") || line.text.contains("54"));
            (code, shared.map(|line| (line.baseline_mm, line.style.size_pt)).collect::<Vec<_>>())
        };
        assert_eq!(places(&pages[0]), places(&pages[1]));
    }
}

#[test]
fn english_has_no_name_that_is_not_english() {
    let mut kit = ordinary(Choice { languages: Languages::KkRuEn, ..Choice::default() });
    for documents in [kit.documents.clone(), Vec::new()] {
        kit.documents = documents;
        for page in lay_out(&kit, &Typewriter).expect("a kit").pages {
            let english = page.paragraphs().filter(|paragraph| paragraph.lang == Lang::En);
            assert!(english.map(whole).all(|text| !text.contains("Кәсіподақ") && !text.contains("мектеп")));
        }
    }
    kit.union = crate::domain::lang::Trilingual::new("Кәсіподақ", "Профсоюз", "Union");
    let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
    assert!(says(&pages[0], "Responsible for the documents and the site: Union."));
}

#[test]
fn a_guide_speaks_only_of_what_there_is() {
    let plain = Choice { edge: Edge::PrintShop, ..Choice::default() };
    let banner = Choice { look: Look::Banner, ..plain.clone() };
    let (plain, banner) = (laid_out(plain), laid_out(banner));
    assert!(says(&plain[0], "метки обреза") && !says(&plain[0], "цвет выходит"));
    assert!(says(&banner[0], "метки обреза") && says(&banner[0], "цвет выходит"));
    assert!(says(&plain[0], "лист не меняйте"));
    let mut empty = ordinary(Choice::default());
    empty.documents.clear();
    let guide = lay_out(&empty, &Typewriter).expect("a kit").pages.remove(0);
    assert!(says(&guide, "Снимите прежние листы") && !says(&guide, "лист не меняйте"));
}

#[test]
fn nobody_signs_for_a_text_that_is_not_there_yet() {
    let parts = vec![Part::Guide, Part::SignatureSheet];
    let mut kit = ordinary(Choice { parts, pending: Pending::Printed, ..Choice::default() });
    kit.documents[1].edition = None;
    let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
    assert_eq!(pages.iter().map(|page| page.codes().count()).collect::<Vec<_>>(), [0, 1, 1]);
    assert!(says(&pages[0], "листы ознакомления – 2 стр."));
}

#[test]
fn an_acquaintance_sheet_has_one_grid() {
    let page = laid_out(Choice { parts: vec![Part::SignatureSheet], ..Choice::default() }).remove(0);
    let code = page.codes().next().expect("a code").area;
    let address = page.texts().find(|line| line.text.starts_with("qr.")).expect("an address");
    assert!(address.baseline_mm > code.bottom_mm && (address.x_mm - code.left_mm).abs() < 0.01);
    for lang in [Lang::Kk, Lang::Ru] {
        let above = page.paragraphs().filter(|paragraph| paragraph.lang == lang && paragraph.link.is_none());
        let lines = above.flat_map(|paragraph| &paragraph.lines);
        let mut starts: Vec<f32> =
            lines.filter(|line| line.baseline_mm < code.bottom_mm).map(|line| line.x_mm).collect();
        starts.dedup();
        assert_eq!(starts.len(), 1, "{lang:?}");
    }
}

#[test]
fn an_acquaintance_sheet_has_rows_for_signatures_down_to_its_foot() {
    let page = laid_out(Choice { parts: vec![Part::SignatureSheet], ..Choice::default() }).remove(0);
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
    assert!(rows.windows(2).all(|pair| pair[1] - pair[0] >= signature_sheet::ROW_MIN_MM - 0.01));
}

#[test]
fn each_half_of_a_page_of_pocket_sheets_is_marked_as_a_trial() {
    let mut kit = ordinary(Choice { parts: vec![Part::Sheets], paper: Paper::A5, ..Choice::default() });
    kit.status = PrintStatus::Trial;
    let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
    let marked = |page: &Page, half: usize| {
        let words = page.items.iter().filter_map(|item| match item {
            Item::TrialMark(word) => Some(word),
            _ => None,
        });
        let here = words.filter(|word| (word.from_mm.0 > page.size.width_mm / 2.0) == (half == 1));
        here.map(|word| word.text.clone()).collect::<std::collections::BTreeSet<_>>().len()
    };
    assert_eq!([0, 1].map(|half| marked(&pages[0], half)), [2, 2], "both words on both");
    assert_eq!([0, 1].map(|half| marked(&pages[1], half)), [2, 0], "nothing on the empty half");
}

#[test]
fn the_guide_to_labels_alone_says_nothing_of_walls() {
    let guide = |parts: &[Part]| laid_out(Choice { parts: parts.to_vec(), ..Choice::default() }).remove(0);
    let (labels, stand) = (guide(&[Part::Guide, Part::Stickers]), guide(&[Part::Guide, Part::Poster]));
    for words in ["Снимите прежние листы", "140–170 см", "матовой бумаге"]
    {
        assert!(!says(&labels, words) && says(&stand, words), "{words}");
    }
    assert!(says(&labels, "приложив к листу наклеек") && says(&guide(&[Part::Guide]), "140–170 см"));
}
