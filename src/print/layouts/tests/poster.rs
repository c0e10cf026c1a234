//! Tests of posters and the print shop's finish, as display lists.

use proptest::prelude::*;

use super::super::{lay_out, poster, stickers};
use super::stickers::check_labels;
use super::{area, document, kit, says, words};
use crate::print::model::LayoutError;
use crate::print::model::choice::{Choice, Edge, LANGUAGES, Languages, Look, Paper, Part, Stock};
use crate::print::model::display_list::{DrawnCode, Ink, Item, Page, Rule, Text};
use crate::print::model::geometry::{A3, A4, Area, BLEED_MM, EDGE_MM, SLUG_MM};
use crate::print::model::kit::Kit;
use crate::print::model::style::tests::Typewriter;
use crate::print::model::style::{Font, Measure};
use crate::print::model::vector_shape::VectorShape;
use crate::print::qr::Level;

pub(super) const ROUNDING_MM: f32 = 0.02;

/// Where two sheets of a poster are cut and glued, from the left edge of the left and of the right one.
const SEAM_MM: f32 = 198.0;
const CUT_MM: f32 = 10.0;

pub(super) fn side_mm(code: &DrawnCode) -> f32 {
    code.area.right_mm - code.area.left_mm
}

pub(super) fn inside(inner: &Area, outer: &Area) -> bool {
    inner.left_mm >= outer.left_mm - ROUNDING_MM
        && inner.top_mm >= outer.top_mm - ROUNDING_MM
        && inner.right_mm <= outer.right_mm + ROUNDING_MM
        && inner.bottom_mm <= outer.bottom_mm + ROUNDING_MM
}

/// Nothing stands on anything else: no text on another, none in a quiet zone, no line through a quiet zone.
pub(super) fn nothing_overlaps(page: &Page) {
    let zones: Vec<Area> = page.codes().map(|code| code.zone().grown(-ROUNDING_MM)).collect();
    // Lines may touch with their accents and tails: what counts is from the base line to the capitals.
    let texts: Vec<Area> = page.texts().map(capitals).collect();
    for (i, text) in texts.iter().enumerate() {
        assert!(!texts[..i].iter().any(|other| other.overlaps(text)), "{text:?}");
    }
    for text in page.texts() {
        assert!(!zones.iter().any(|zone| zone.overlaps(&area(text).grown(-0.1))), "{text:?}");
    }
    for (i, zone) in zones.iter().enumerate() {
        assert!(!zones[..i].iter().any(|other| other.overlaps(zone)), "{zone:?}");
    }
    for item in &page.items {
        let covered = match item {
            Item::Rule(Rule { from_mm, to_mm, .. }) => Area {
                left_mm: from_mm.0,
                top_mm: from_mm.1 - 0.01,
                right_mm: to_mm.0 + 0.01,
                bottom_mm: to_mm.1,
            },
            Item::Fill(fill) => fill.area,
            _ => continue,
        };
        assert!(!zones.iter().any(|zone| zone.overlaps(&covered)), "{item:?}");
    }
}

pub(super) fn page_area(page: &Page) -> Area {
    Area { left_mm: 0.0, top_mm: 0.0, right_mm: page.size.width_mm, bottom_mm: page.size.height_mm }
}

/// Everything that is read stands 10 mm from the edge, and codes with their quiet zones on the paper.
fn keeps_the_edge(page: &Page, edge: Edge) {
    let (paper, inner) = (page_area(page), page_area(page).grown(-EDGE_MM));
    for text in page.texts() {
        assert!(inside(&area(text), &inner), "{text:?}");
    }
    for code in page.codes() {
        assert!(inside(&code.area, &inner) && inside(&code.zone(), &paper), "{:?}", code.area);
    }
    for item in &page.items {
        if let (Item::Fill(fill), Edge::Office) = (item, edge) {
            assert!(inside(&fill.area, &inner), "{fill:?}");
        }
    }
}

pub(super) fn with_choice(kit: &Kit, choice: Choice) -> Kit {
    let emblem = VectorShape::parse("M0 0h100v80h-100z").ok();
    Kit { choice, emblem, ..kit.clone() }
}

pub(super) fn shelf(count: u8, host: &str, [kk, ru]: [&str; 2]) -> Kit {
    // Each with another title: labels of a kit never read alike.
    let titled =
        |title: &str, number| if number == 0 { title.to_owned() } else { format!("{title} {number}") };
    let documents =
        (0..count).map(|number| document(number, &titled(kk, number), &titled(ru, number))).collect();
    kit(host, "№ 54 мектеп", "Школа № 54", documents)
}

fn check_poster(pages: &[Page], kit: &Kit) {
    let (size, least_mm) = match kit.choice.paper {
        Paper::A3 => (A3, 48.0),
        _ => (A4, 40.0),
    };
    for page in pages {
        assert_eq!(page.size, size);
        nothing_overlaps(page);
        keeps_the_edge(page, kit.choice.edge);
        assert!(page.codes().all(|code| side_mm(code) >= least_mm - ROUNDING_MM));
        assert!(page.codes().all(|code| !code.alternative.is_empty()));
        assert!(says(page, "Тіркелудің қажеті жоқ") || says(page, "Без регистрации"));
    }
    let codes: usize = pages.iter().map(|page| page.codes().count()).sum();
    // Each leaf of two glued sheets has the shelf's code beside its words.
    let own = if kit.choice.paper == Paper::A4x2 { 2 } else { 1 };
    assert_eq!(codes, kit.posted().count() + own);
    check_head(pages, kit);
}

/// The row of the shelf's code: the call is seen from afar, what it is of stands in one size and weight, above the
/// line of the address.
fn check_head(pages: &[Page], kit: &Kit) {
    let first = &pages[..if kit.choice.paper == Paper::A4x2 { 2 } else { 1 }];
    let find = |said: &str| {
        let said = |lines: &[Text]| lines.iter().map(|line| &*line.text).collect::<String>() == said;
        let paragraphs = first.iter().flat_map(Page::paragraphs);
        paragraphs.map(|paragraph| &paragraph.lines).find(|lines| said(lines)).expect("the words")
    };
    let calls = ["Оқыңыз", "Читайте"].map(|call| &find(call)[0]);
    assert!(calls.iter().all(|call| Typewriter.capital_mm(call.style) >= 15.0));
    let [kk, ru] = LANGUAGES.map(|lang| find(&crate::phrases::say(lang, "stand-shelf")));
    for [one, other] in [calls, [&kk[0], &ru[0]]] {
        assert_eq!(one.style, other.style);
    }
    assert!((kk[0].baseline_mm - ru[0].baseline_mm).abs() < ROUNDING_MM);
    let address = area(&find(&kit.base.shown(kit.organization.code))[0]);
    let ends_mm = [kk, ru].map(|title| area(&title[title.len() - 1]).bottom_mm);
    assert!(ends_mm.iter().all(|ends_mm| address.top_mm >= *ends_mm), "{address:?} below {ends_mm:?}");
    // Each document's address has the same size.
    let own = kit.base.shown(kit.organization.code);
    let is_address = |text: &&Text| {
        text.text != own && kit.posted().any(|document| kit.base.shown(document.code) == text.text)
    };
    let mut sizes = pages.iter().flat_map(Page::texts).filter(is_address).map(|text| text.style.size_pt);
    let first_pt = sizes.next();
    assert!(sizes.all(|size_pt| Some(size_pt) == first_pt));
    // Whose stand it is, on every page.
    let names = pages.iter().filter_map(|page| page.texts().next());
    assert!(names.into_iter().all(|name| name.style.size_pt >= 11.0 && name.style.font == Font::Bold));
    let foot = |text: &&Text| text.baseline_mm > first[0].size.height_mm - 25.0;
    assert!(pages.iter().flat_map(Page::texts).filter(foot).all(|text| text.style.size_pt >= 7.0));
}

pub(super) fn capitals(text: &Text) -> Area {
    Area {
        top_mm: text.baseline_mm - Typewriter.capital_mm(text.style),
        bottom_mm: text.baseline_mm,
        ..area(text)
    }
}

#[test]
fn an_ordinary_shelf_is_one_page() {
    for count in 0..=6 {
        let kit = shelf(count, "qr.example.kz", ["Ұжымдық шарт", "Коллективный договор"]);
        for paper in [Paper::A4, Paper::A3] {
            let kit = with_choice(&kit, Choice { paper, ..Choice::default() });
            let pages = poster::pages(&kit, &Typewriter).expect("a poster");
            assert_eq!(pages.len(), 1, "{count} on {paper:?}");
            let least_pt = pages[0].texts().map(|text| text.style.size_pt).fold(f32::INFINITY, f32::min);
            assert!(least_pt >= 8.0, "{count} on {paper:?}: {least_pt}");
        }
    }
}

#[test]
fn an_a3_poster_has_larger_codes() {
    let on = |paper| {
        let kit = shelf(6, "qr.example.kz", ["Жарғы", "Устав"]);
        let pages = poster::pages(&with_choice(&kit, Choice { paper, ..Choice::default() }), &Typewriter);
        let pages = pages.expect("a poster");
        pages.iter().flat_map(Page::codes).map(side_mm).fold(f32::INFINITY, f32::min)
    };
    assert!(on(Paper::A3) > on(Paper::A4));
}

#[test]
fn two_sheets_are_glued_where_nothing_is_read() {
    for count in [1, 2, 7, 23] {
        let kit = shelf(count, "qr.example.kz", ["Салалық келісім", "Отраслевое соглашение"]);
        for look in [Look::Plain, Look::Banner] {
            let kit = with_choice(&kit, Choice { paper: Paper::A4x2, look, ..Choice::default() });
            let pages = poster::pages(&kit, &Typewriter).expect("a poster");
            check_poster(&pages, &kit);
            assert_eq!(pages.len() % 2, 0);
            for halves in pages.chunks(2) {
                let (left, right) = (&halves[0], &halves[1]);
                assert!(left.texts().all(|text| text.x_mm + text.width_mm <= SEAM_MM));
                assert!(left.codes().all(|code| code.zone().right_mm <= SEAM_MM));
                assert!(right.texts().all(|text| text.x_mm >= CUT_MM));
                assert!(right.codes().all(|code| code.zone().left_mm >= CUT_MM));
                let marks = |page: &Page, x_mm: f32| {
                    let black = |item: &&Item| matches!(item, Item::Rule(rule) if rule.from_mm.0 == x_mm && rule.to_mm.0 == x_mm);
                    let white = |item: &&Item| matches!(item, Item::Fill(fill) if fill.ink == Ink::White && fill.area.left_mm < x_mm && fill.area.right_mm > x_mm);
                    (page.items.iter().filter(black).count(), page.items.iter().filter(white).count())
                };
                // On a band the line is white.
                assert_eq!(marks(left, SEAM_MM), if look == Look::Banner { (1, 1) } else { (2, 0) });
                assert_eq!(marks(right, CUT_MM), (2, 0));
                assert!(says(left, "наклеить сюда") && says(right, "отрезать"));
            }
            // The paper under the seam takes the glue.
            const { assert!(A4.width_mm - SEAM_MM >= 10.0) };
        }
    }
}

#[test]
fn one_language_stands_alone_and_english_comes_on_request() {
    let mut kit = shelf(1, "qr.example.kz", ["Жарғы", ""]);
    let pages = poster::pages(&kit, &Typewriter).expect("a poster");
    assert!(says(&pages[0], "Жарғы") && !says(&pages[0], "Коллективный договор"));
    kit.documents[0].titles = crate::domain::lang::Trilingual::new("Жарғы", "Устав", "Charter");
    let pages = poster::pages(&kit, &Typewriter).expect("a poster");
    assert!(!says(&pages[0], "Charter"));
    kit.choice.languages = Languages::KkRuEn;
    let pages = poster::pages(&kit, &Typewriter).expect("a poster");
    let size_pt = |said: &str| {
        pages[0].texts().find(|text| text.text == said).map(|text| text.style.size_pt).expect("a title")
    };
    assert!((size_pt("Жарғы") - size_pt("Устав")).abs() < f32::EPSILON);
    assert!(size_pt("Charter") < size_pt("Устав"));
}

#[test]
fn a_print_shop_gets_bleed_and_cut_marks_but_no_labels_of_it() {
    let kit = shelf(3, "qr.example.kz", ["Жарғы", "Устав"]);
    let choice = Choice {
        parts: vec![Part::Poster, Part::Stickers],
        look: Look::Banner,
        edge: Edge::PrintShop,
        ..Choice::default()
    };
    let pages = lay_out(&with_choice(&kit, choice), &Typewriter).expect("a kit").pages;
    let (poster, labels) = (&pages[0], &pages[1]);
    assert!((poster.slug_mm - SLUG_MM).abs() < f32::EPSILON && labels.slug_mm == 0.0);
    let band = poster.items.iter().find_map(|item| match item {
        Item::Fill(fill) => Some(fill.area),
        _ => None,
    });
    let band = band.expect("a band");
    assert!((band.left_mm + BLEED_MM).abs() < ROUNDING_MM && (band.top_mm + BLEED_MM).abs() < ROUNDING_MM);
    assert!((band.right_mm - A4.width_mm - BLEED_MM).abs() < ROUNDING_MM);
    let bleed = page_area(poster).grown(BLEED_MM);
    let outside = poster.items.iter().filter_map(|item| match item {
        Item::Rule(rule)
            if rule.from_mm.0.min(rule.from_mm.1) < 0.0
                || rule.to_mm.0 > A4.width_mm
                || rule.to_mm.1 > A4.height_mm =>
        {
            Some(rule)
        }
        _ => None,
    });
    let marks: Vec<_> = outside.collect();
    assert_eq!(marks.len(), 8);
    for mark in marks {
        let covered = Area {
            left_mm: mark.from_mm.0,
            top_mm: mark.from_mm.1,
            right_mm: mark.to_mm.0,
            bottom_mm: mark.to_mm.1,
        };
        assert!(!covered.grown(0.05).overlaps(&bleed), "{mark:?}");
        assert!(inside(&covered, &page_area(poster).grown(SLUG_MM)));
    }
}

#[test]
fn a_host_too_long_for_level_h_is_refused_with_its_limit() {
    let kit = shelf(2, "qr.longest-example.com", ["Жарғы", "Устав"]);
    let choice = Choice { level: Level::H, parts: vec![Part::Stickers], ..Choice::default() };
    let refused = lay_out(&with_choice(&kit, choice.clone()), &Typewriter);
    assert_eq!(refused.err(), Some(LayoutError::HostTooLong { limit: 21 }));
    let refused = poster::pages(&with_choice(&kit, choice), &Typewriter);
    assert_eq!(refused.err(), Some(LayoutError::HostTooLong { limit: 21 }));
}

fn choices() -> impl Strategy<Value = Choice> {
    let papers = prop::sample::select(vec![Paper::A4, Paper::A3, Paper::A4x2]);
    let stocks = prop::sample::select(Stock::ALL.to_vec());
    let languages = prop::sample::select(Languages::ALL.to_vec());
    let looks = prop::sample::select(Look::ALL.to_vec());
    let edges = prop::sample::select(Edge::ALL.to_vec());
    (papers, stocks, languages, looks, edges, 1..=8_usize).prop_map(
        |(paper, stock, languages, look, edge, start)| Choice {
            paper,
            stock,
            languages,
            look,
            edge,
            start,
            ..Choice::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20) })]

    #[test]
    fn any_poster_and_any_labels_keep_their_measures(
        count in 1_u8..=40,
        names in [words(), words()],
        titles in prop::collection::vec([words(), words()], 1..4),
        host in "[a-z]{1,34}[.]kz",
        level in prop::sample::select(Level::ALL.to_vec()),
        choice in choices(),
    ) {
        let documents = (0..count).map(|number| {
            let [kk, ru] = &titles[usize::from(number) % titles.len()];
            document(number, &format!("{kk} {number}"), &format!("{ru} {number}"))
        });
        let kit = kit(&host, &names[0], &names[1], documents.collect());
        let kit = with_choice(&kit, Choice { level, ..choice });
        match poster::pages(&kit, &Typewriter) {
            Ok(pages) => check_poster(&pages, &kit),
            Err(refused) => prop_assert_eq!(refused, LayoutError::HostTooLong { limit: kit.base.host_limit(level) }),
        }
        match stickers::pages(&kit, &Typewriter) {
            Ok(pages) => check_labels(&pages, &kit),
            Err(LayoutError::HostTooLong { limit }) => prop_assert!(host.len() > limit),
            Err(refused) => prop_assert!(false, "{refused:?}"),
        }
    }
}

/// A shelf of ordinary titles with one of 190 letters in it.
fn with_a_long_title(count: u8, at: usize) -> Kit {
    let mut kit = shelf(count, "qr.example.kz", ["Бастауыш кәсіподақ ұйымының жұмыс жоспары", "План работы"]);
    let title = "Положение о порядке установления доплат за условия труда, премирования и оказания материальной помощи работникам организаций образования города Астаны, действующее в 2025, 2026 и 2027 учебных годах";
    kit.documents[at].titles = crate::domain::lang::Trilingual::new(title, title, "");
    kit
}

#[test]
fn a_long_title_has_a_row_of_its_own() {
    for (paper, count) in [(Paper::A4, 9), (Paper::A4, 20), (Paper::A3, 9), (Paper::A3, 20), (Paper::A4x2, 9)]
    {
        let kit = with_a_long_title(count, 6);
        let kit = with_choice(&kit, Choice { paper, ..Choice::default() });
        let pages = poster::pages(&kit, &Typewriter).expect("a poster");
        check_poster(&pages, &kit);
        let lines = pages.iter().flat_map(Page::texts).filter(|text| {
            text.text.contains("доплат") || text.text.contains("премирования") || text.text.contains("Астаны")
        });
        let widest_mm = lines.map(|line| line.width_mm).fold(0.0, f32::max);
        assert!(widest_mm >= 80.0, "{count} on {paper:?}: {widest_mm}");
    }
}

#[test]
fn pages_of_a_poster_are_evenly_full() {
    for count in 2..=40_u8 {
        let kit = if count > 8 {
            with_a_long_title(count, 7)
        } else {
            shelf(count, "qr.example.kz", ["Жарғы", "Устав"])
        };
        for paper in [Paper::A4, Paper::A3] {
            let kit = with_choice(&kit, Choice { paper, ..Choice::default() });
            let pages = poster::pages(&kit, &Typewriter).expect("a poster");
            let codes: Vec<usize> = pages.iter().map(|page| page.codes().count()).collect();
            let last = codes[codes.len() - 1];
            assert!(codes.len() == 1 || last > 1, "{count} on {paper:?}: {codes:?}");
        }
    }
}
