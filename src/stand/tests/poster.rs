//! Tests of posters, stickers and the print shop's finish, as display lists.

use proptest::prelude::*;

use super::{area, code, document, kit, says, words};
use crate::stand::choice::{Choice, Documents, Edge, Languages, Look, Paper, Part, Stock};
use crate::stand::emblem::Emblem;
use crate::stand::kit::{Kit, Standing};
use crate::stand::layout::Measure;
use crate::stand::layout::tests::Typewriter;
use crate::stand::qr::Level;
use crate::stand::sheet::{A3, A4, Area, BLEED_MM, DrawnCode, EDGE_MM, Item, Page, Rule, SLUG_MM};
use crate::stand::stickers::{self, stock};
use crate::stand::{LayoutError, lay_out, poster};

const ROUNDING_MM: f32 = 0.02;

/// Where two sheets of a poster are cut and glued, from the left edge of the left and of the right one.
const SEAM_MM: f32 = 198.0;
const CUT_MM: f32 = 10.0;

fn side_mm(code: &DrawnCode) -> f32 {
    code.area.right_mm - code.area.left_mm
}

fn inside(inner: &Area, outer: &Area) -> bool {
    inner.left_mm >= outer.left_mm - ROUNDING_MM
        && inner.top_mm >= outer.top_mm - ROUNDING_MM
        && inner.right_mm <= outer.right_mm + ROUNDING_MM
        && inner.bottom_mm <= outer.bottom_mm + ROUNDING_MM
}

/// Nothing stands on anything else: no text on another, none in a quiet zone, no line through a quiet zone.
fn nothing_overlaps(page: &Page) {
    let zones: Vec<Area> = page.codes().map(|code| code.zone().grown(-ROUNDING_MM)).collect();
    // Lines may touch with their accents and tails: what counts is from the base line to the capitals.
    let texts: Vec<Area> = page
        .texts()
        .map(|text| Area {
            top_mm: text.baseline_mm - Typewriter.capital_mm(text.style),
            bottom_mm: text.baseline_mm,
            ..area(text)
        })
        .collect();
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

fn page_area(page: &Page) -> Area {
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

fn with_choice(kit: &Kit, choice: Choice) -> Kit {
    let emblem = Emblem::parse("M0 0h100v80h-100z").ok();
    Kit { choice, emblem, ..kit.clone() }
}

fn shelf(count: u8, host: &str, [kk, ru]: [&str; 2]) -> Kit {
    let documents = (0..count).map(|number| document(number, kk, ru)).collect();
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
    assert_eq!(codes, kit.hanging().count() + 1);
    for word in ["Оқыңыз", "Читайте"] {
        let call = pages.iter().flat_map(Page::texts).find(|text| text.text == word).expect("the call");
        assert!(Typewriter.capital_mm(call.style) >= 15.0);
    }
}

#[test]
fn an_ordinary_shelf_is_one_page() {
    for count in 0..=6 {
        let kit = shelf(count, "qr.example.kz", ["Ұжымдық шарт", "Коллективный договор"]);
        for paper in [Paper::A4, Paper::A3] {
            let kit = with_choice(&kit, Choice { paper, ..Choice::default() });
            assert_eq!(poster::pages(&kit, &Typewriter).expect("a poster").len(), 1, "{count} on {paper:?}");
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
                for (page, x_mm) in [(left, SEAM_MM), (right, CUT_MM)] {
                    let mark = |item: &&Item| matches!(item, Item::Rule(rule) if rule.from_mm.0 == x_mm && rule.to_mm.0 == x_mm);
                    assert_eq!(page.items.iter().filter(mark).count(), 2);
                }
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
fn labels_begin_where_the_chair_says_and_flow_to_the_next_sheet() {
    let kit = shelf(9, "qr.example.kz", ["Жарғы", "Устав"]);
    let choice = Choice { stock: Stock::L7165, start: 3, ..Choice::default() };
    let pages = stickers::pages(&with_choice(&kit, choice), &Typewriter).expect("labels");
    let codes: Vec<usize> = pages.iter().map(|page| page.codes().count()).collect();
    assert_eq!(codes, [6, 4]);
    let third = stock::label(Stock::L7165, 2);
    assert!(inside(&pages[0].codes().next().expect("a code").zone(), &third));
    let first = stock::label(Stock::L7165, 0);
    assert!(inside(&pages[1].codes().next().expect("a code").zone(), &first));
    let own = pages[1].codes().last().expect("the shelf's code");
    assert_eq!(own.name, kit.organization.code);
}

#[test]
fn each_label_of_a_specimen_is_marked_beside_its_words() {
    let mut kit = shelf(4, "qr.example.kz", ["Салалық келісім", "Отраслевое соглашение"]);
    kit.standing = Standing::Specimen;
    for stock in Stock::ALL {
        let kit = with_choice(&kit, Choice { stock: *stock, ..Choice::default() });
        let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
        let marks: Vec<Area> = page
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Specimen(word) => Some(Area {
                    left_mm: word.from_mm.0,
                    top_mm: word.from_mm.1 - Typewriter.capital_mm(word.style),
                    right_mm: word.from_mm.0 + Typewriter.width_mm(&word.text, word.style),
                    bottom_mm: word.from_mm.1,
                }),
                _ => None,
            })
            .collect();
        assert_eq!(marks.len(), 2 * 5);
        for (number, marks) in marks.chunks(2).enumerate() {
            assert!(marks.iter().all(|mark| inside(mark, &stock::label(*stock, number))));
        }
        assert!(page.texts().all(|text| !marks.iter().any(|mark| mark.overlaps(&area(text)))));
        assert!(
            page.codes()
                .all(|code| !marks.iter().any(|mark| mark.overlaps(&code.zone().grown(-ROUNDING_MM))))
        );
    }
}

/// The rules of a sheet of labels.
fn check_labels(pages: &[Page], kit: &Kit) {
    let stock = kit.choice.stock;
    let count = pages.iter().map(|page| page.codes().count()).sum::<usize>();
    assert_eq!(count, kit.chosen().count() + 1);
    let mut number = kit.choice.start - 1;
    for page in pages {
        nothing_overlaps(page);
        for code in page.codes() {
            let modules = side_mm(code) / code.quiet_mm * 4.0;
            assert!(side_mm(code) >= 22.0 - ROUNDING_MM && side_mm(code) / modules >= 0.75 - 0.001);
            let label = stock::label(stock, number % stock.labels()).grown(-stock::TOLERANCE_MM);
            assert!(inside(&code.zone(), &label), "{stock:?} {number}: {:?} {label:?}", code.zone());
            number += 1;
        }
        let labels: Vec<Area> = (0..stock.labels()).map(|number| stock::label(stock, number)).collect();
        let sheet = page_area(page).grown(-stock::SHEET_EDGE_MM);
        for text in page.texts() {
            let text_area = area(text);
            let own = labels.iter().find(|label| inside(&text_area, &label.grown(-stock::TOLERANCE_MM)));
            assert!(own.is_some() && inside(&text_area, &sheet), "{stock:?}: {text:?}");
        }
        assert!(page.codes().all(|code| inside(&code.area, &sheet)));
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
            document(number, kk, ru)
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

    #[test]
    fn every_title_is_on_its_label_in_full(titles in [words(), words()], stock in prop::sample::select(Stock::ALL.to_vec())) {
        let kit = shelf(1, "qr.example.kz", [&titles[0], &titles[1]]);
        let choice = Choice { stock, documents: Documents::These(vec![code(0)]), ..Choice::default() };
        let page = stickers::pages(&with_choice(&kit, choice), &Typewriter).expect("labels").remove(0);
        for title in &titles {
            prop_assert!(says(&page, title), "{title}");
        }
        prop_assert!(says(&page, &kit.base.shown(code(0))));
    }
}
