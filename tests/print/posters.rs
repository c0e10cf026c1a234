//! Posters in the bundled fonts: how many pages ordinary shelves take.

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::print;
use tizilim::print::model::choice::{Choice, Edge, Languages, Look, Paper, Part};
use tizilim::print::model::display_list::Page;
use tizilim::print::model::kit::Kit;
use tizilim::print::pdf::Fonts;

use crate::kits;

const TITLES: [[&str; 2]; 3] = [
    ["«Кәсіптік одақтар туралы» Заң", "Закон «О профессиональных союзах»"],
    ["Материалдық көмек көрсету туралы ереже", "Положение о материальной помощи"],
    [
        "Астана қаласының білім беру саласындағы өңірлік келісім",
        "Региональное соглашение в сфере образования города Астаны",
    ],
];
const LONG: [&str; 2] = [
    "Қызметкерлердің еңбек қауіпсіздігі және денсаулығын қорғау жөніндегі негізгі нұсқаулығы",
    "Инструкция по безопасности и охране труда для учителей и работников школы на учебный год",
];

#[test]
fn eight_ordinary_documents_are_one_large_poster() {
    const ROUNDING_MM: f32 = 0.02;
    let (fonts, edge) = (Fonts::new(), Edge::PrintShop);
    let titles = TITLES.iter().cycle().take(7).chain([&LONG]);
    let documents =
        (0..8).zip(titles).map(|(number, [kk, ru])| kits::document(number, DocumentKind::Law, kk, ru));
    let names = Trilingual::new("№ 54 мектеп-лицейі", "Школа-лицей № 54", "");
    let kit = kits::kit("https://qr.example.kz", names, documents.collect());
    for (paper, sheets, least_mm) in [(Paper::A3, 1, 48.0), (Paper::A4x2, 2, 40.0)] {
        for (languages, look) in [(Languages::KkRu, Look::Plain), (Languages::KkRuEn, Look::Banner)] {
            let parts = vec![Part::Poster];
            let choice = Choice { parts, paper, languages, look, edge, ..Choice::default() };
            let pages = print::lay_out(&Kit { choice, ..kit.clone() }, &fonts).expect("a poster").pages;
            assert_eq!(pages.len(), sheets, "{paper:?} {look:?}");
            let sides = pages.iter().flat_map(Page::codes).map(|code| code.area.right_mm - code.area.left_mm);
            assert!(sides.into_iter().all(|side_mm| side_mm > least_mm - ROUNDING_MM), "{paper:?} {look:?}");
        }
    }
}
