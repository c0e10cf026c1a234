//! Tests of stickers, as display lists.

use proptest::prelude::*;

use super::super::stickers;
use super::poster::{
    ROUNDING_MM, capitals, inside, nothing_overlaps, page_area, shelf, side_mm, with_choice,
};
use super::{area, code, says, words};
use crate::domain::Clause;
use crate::domain::lang::Trilingual;
use crate::print::layouts::lay_out;
use crate::print::layouts::stickers::stock;
use crate::print::model::LayoutError;
use crate::print::model::choice::{Choice, Documents, Languages, Part, Shift, Stock};
use crate::print::model::display_list::{Item, Page, Role, Rule, Text};
use crate::print::model::geometry::Area;
use crate::print::model::kit::{Kit, LabelledClause, PrintStatus};
use crate::print::model::style::Measure;
use crate::print::model::style::tests::Typewriter;

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
fn moved_labels_are_the_same_elsewhere_and_the_test_sheet_shows_where() {
    let kit = shelf(3, "qr.example.kz", ["Жарғы", "Устав"]);
    let parts = vec![Part::Stickers, Part::Ruler];
    let pages = |shift| {
        let choice = Choice { parts: parts.clone(), shift, ..Choice::default() };
        lay_out(&with_choice(&kit, choice), &Typewriter).expect("labels").pages
    };
    let (straight, moved) = (pages(Shift::default()), pages(Shift { right: 15, down: -20 }));
    assert_eq!((straight.len(), moved.len()), (3, 3), "labels, lines and frames");
    for (before, after) in straight[0].codes().zip(moved[0].codes()) {
        assert_eq!(after.area, before.area.moved((1.5, -2.0)));
        assert_eq!(after.address, before.address);
    }
    let lines: Vec<f32> = rules(&straight[1])
        .map(|rule| (rule.to_mm.0 - rule.from_mm.0) + (rule.to_mm.1 - rule.from_mm.1))
        .filter(|long_mm| *long_mm > 50.0)
        .collect();
    assert_eq!(lines, [100.0, 100.0]);
    let corner = |page: &Page| rules(page).map(|rule| rule.from_mm).next().expect("a frame");
    let label = stock::label(Stock::L7160, 0);
    assert_eq!(corner(&straight[2]), (label.left_mm, label.top_mm));
    assert_eq!(corner(&moved[2]), (label.left_mm + 1.5, label.top_mm - 2.0));
    assert_eq!(rules(&moved[2]).count(), 4 * Stock::L7160.labels());
}

#[test]
fn labels_of_articles_open_their_places_and_nothing_else_gets_one() {
    let mut kit = shelf(3, "qr.example.kz", ["Жарғы", "Устав"]);
    let document = kit.documents[0].code;
    let clause = |text: &str| Clause::parse(text).expect("a clause");
    kit.clauses = vec![LabelledClause {
        document,
        clause: clause("P5.2"),
        names: Trilingual::new("Демалыс: 5.2-тармақ", "Отпуск: п. 5.2", ""),
    }];
    let of =
        |clauses| with_choice(&kit, Choice { parts: vec![Part::Stickers], clauses, ..Choice::default() });
    let pages = stickers::pages(&of(vec![(document, clause("P5.2"))]), &Typewriter).expect("labels");
    let codes: Vec<&str> = pages[0].codes().map(|code| &*code.address).collect();
    assert_eq!(codes, [format!("https://QR.EXAMPLE.KZ/{document}/{}/P5.2", kit.organization.code)]);
    assert!(says(&pages[0], "Отпуск: п. 5.2"));
    assert!(says(&pages[0], &format!("qr.example.kz/{}/P5.2", document.grouped())));
    let missing = stickers::pages(&of(vec![(document, clause("P9"))]), &Typewriter).err();
    assert_eq!(missing, Some(LayoutError::NoClause { code: document, clause: clause("P9") }));
}

fn rules(page: &Page) -> impl Iterator<Item = &Rule> {
    page.items.iter().filter_map(|item| match item {
        Item::Rule(rule) => Some(rule),
        _ => None,
    })
}

#[test]
fn each_label_of_a_trial_print_is_marked_beside_its_words() {
    let mut kit = shelf(4, "qr.example.kz", ["Салалық келісім", "Отраслевое соглашение"]);
    kit.status = PrintStatus::Trial;
    for stock in Stock::ALL {
        let kit = with_choice(&kit, Choice { stock, ..Choice::default() });
        let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
        let marks: Vec<Area> =
            page.texts().filter(|text| MARKS.contains(&&*text.text)).map(capitals).collect();
        assert_eq!(marks.len(), 2 * 5);
        for (number, marks) in marks.chunks(2).enumerate() {
            assert!(marks.iter().all(|mark| inside(mark, &stock::label(stock, number))));
        }
        check_labels(&[page], &kit);
    }
}

/// The words that mark a trial print.
const MARKS: [&str; 2] = ["ҮЛГІ", "ОБРАЗЕЦ"];

#[test]
fn the_mark_of_a_trial_print_changes_nothing_that_a_label_says() {
    let long = "Положение о порядке установления доплат за условия труда премирования и оказания ".repeat(2);
    for title in [&*long, "Устав", "Положение о порядке установления доплат и оказания помощи"]
    {
        let mut kit = shelf(3, "qr.example.kz", [title, title]);
        kit.documents[0].titles = Trilingual::new("Жарғы", "Устав", "Charter");
        for (stock, languages) in
            Stock::ALL.iter().flat_map(|stock| Languages::ALL.iter().map(move |l| (stock, l)))
        {
            let choice = Choice { stock: *stock, languages: *languages, ..Choice::default() };
            let said = |status| {
                let kit = Kit { status, ..with_choice(&kit, choice.clone()) };
                let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
                let marks = page.items.iter().any(|item| matches!(item, Item::TrialMark(_)))
                    || page.texts().any(|text| MARKS.contains(&&*text.text));
                assert_eq!(marks, status == PrintStatus::Trial);
                says(&page, title)
            };
            assert_eq!(said(PrintStatus::Trial), said(PrintStatus::Permanent), "{title} on {stock:?}");
        }
    }
}

#[test]
fn labels_of_one_sheet_look_like_one_another() {
    let long = "Астана қаласы білім беру ұйымдарының қызметкерлеріне қосымша ақы төлеу тәртібі туралы ереже "
        .repeat(2);
    let mut kit = shelf(4, "qr.example.kz", ["Жарғы", "Устав"]);
    kit.documents[1].titles = Trilingual::new(long.trim(), long.trim(), "");
    for stock in Stock::ALL {
        let kit = with_choice(&kit, Choice { stock, ..Choice::default() });
        let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
        let labels: Vec<Vec<&Text>> = (0..5)
            .map(|number| {
                let label = stock::label(stock, number);
                page.texts().filter(|text| inside(&area(text), &label)).collect()
            })
            .collect();
        let calls = |texts: &[&Text]| texts.iter().filter(|text| text.text.contains("камеру")).count();
        assert!(labels.iter().all(|texts| calls(texts) == 1), "{stock:?}");
        let address = |texts: &[&Text]| texts.last().map(|text| text.style.size_pt);
        assert!(labels.iter().all(|texts| address(texts) == address(&labels[0])));
        let tops: Vec<f32> = labels
            .iter()
            .enumerate()
            .map(|(number, texts)| {
                let line_mm = (texts[0].style.leading_mm() * 0.9
                    - Typewriter.ascent_mm(texts[0].style)
                    - Typewriter.descent_mm(texts[0].style))
                    / 2.0;
                area(texts[0]).top_mm - line_mm - stock::label(stock, number).top_mm
            })
            .collect();
        assert!(tops.iter().all(|top_mm| (top_mm - tops[0]).abs() < ROUNDING_MM), "{stock:?}: {tops:?}");
        assert!(page.texts().all(|text| text.style.size_pt >= 5.3));
    }
}

#[test]
fn nineteen_labels_with_long_titles_tell_their_documents_apart() {
    let subjects =
        ["доплат", "надбавок", "премирования", "материальной помощи", "оздоровления детей", "наставничества"];
    let title = |subject: &str| {
        format!("Положение о порядке и об условиях установления работникам организаций {subject}")
    };
    let mut kit = shelf(6, "qr.example.kz", ["Ереже", "Положение"]);
    for (document, subject) in kit.documents.iter_mut().zip(subjects) {
        document.titles = Trilingual::new(&title(subject), &title(subject), "");
    }
    for stock in Stock::ALL {
        let kit = with_choice(&kit, Choice { stock, ..Choice::default() });
        let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
        for subject in subjects {
            let last = subject.split(' ').next_back().expect("a word");
            assert!(says(&page, last), "{subject} on {stock:?}");
        }
    }
}

#[test]
fn labels_that_read_alike_are_refused_until_a_short_title_tells_them_apart() {
    let mut kit = shelf(2, "qr.example.kz", ["Ереже", "Положение"]);
    kit.documents[1].titles = kit.documents[0].titles.clone();
    let alike = LayoutError::LabelsAlike { codes: [code(0), code(1)] };
    assert_eq!(stickers::pages(&kit, &Typewriter).err(), Some(alike));
    let long = |kind: &str, middle: &str| {
        format!("{kind} {} {middle} {} работникам", "установления ".repeat(9), "назначения ".repeat(9))
    };
    for (document, middle) in kit.documents.iter_mut().zip(["доплат", "помощи"]) {
        document.titles = Trilingual::new(&long("Ереже", middle), &long("Положение", middle), "");
    }
    assert_eq!(stickers::pages(&kit, &Typewriter).err(), Some(alike));
    kit.documents[1].short_titles = Trilingual::new("Көмек туралы ереже", "Положение о помощи", "");
    let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
    assert!(says(&page, "Положение о помощи") && says(&page, "Көмек туралы ереже"));
}

#[test]
fn the_labels_that_are_too_small_for_a_title_are_those_that_cut_it() {
    let long = "Положение об условиях и о порядке ".repeat(6);
    for letters in (20..200).step_by(20) {
        let title: String = long.chars().take(letters).collect();
        let mut kit = shelf(1, "qr.example.kz", ["Ереже", "Положение"]);
        kit.documents[0].titles = Trilingual::new(&title, &title.replace('П', "С"), "");
        let too_small = |kit: &Kit| stickers::too_small(kit, &kit.documents[0], &Typewriter).expect("labels");
        let cutting = Stock::ALL.iter().copied().filter(|stock| {
            let kit = with_choice(&kit, Choice { stock: *stock, ..Choice::default() });
            says(&stickers::pages(&kit, &Typewriter).expect("labels")[0], "…")
        });
        assert_eq!(too_small(&kit), cutting.collect::<Vec<_>>(), "{title}");
        assert!(letters < 160 || too_small(&kit).contains(&Stock::L7160), "{title}");
        kit.documents[0].short_titles = Trilingual::new("Көмек", "Помощь", "");
        assert_eq!(too_small(&kit), [], "{title}");
    }
}

/// The rules of a sheet of labels.
pub(super) fn check_labels(pages: &[Page], kit: &Kit) {
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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(20) })]

    #[test]
    fn a_label_has_its_titles_in_full_or_words_from_both_ends(
        titles in [words(), words()],
        stock in prop::sample::select(Stock::ALL.to_vec()),
        status in prop::sample::select(vec![PrintStatus::Trial, PrintStatus::Permanent]),
    ) {
        let kit = shelf(1, "qr.example.kz", [&titles[0], &titles[1]]);
        let choice = Choice { stock, documents: Documents::These(vec![code(0)]), ..Choice::default() };
        let kit = Kit { status, ..with_choice(&kit, choice) };
        let page = stickers::pages(&kit, &Typewriter).expect("labels").remove(0);
        let in_full = titles.iter().all(|title| says(&page, title));
        let ends = |title: &String| title.chars().next().zip(title.chars().last());
        let shortened = |title: &String| {
            let heading = page.paragraphs().filter(|paragraph| paragraph.role == Role::Heading);
            heading.map(|heading| heading.lines.iter().map(|line| &*line.text).collect::<String>())
                .any(|text| text.contains('…') && ends(&text.trim().to_owned()) == ends(title))
        };
        prop_assert!(in_full || titles.iter().all(|title| says(&page, title) || shortened(title)));
        let mut headings = page.paragraphs().filter(|paragraph| paragraph.role == Role::Heading);
        let readable = headings.all(|title| title.lines[0].style.size_pt >= stickers::LEAST_PT);
        prop_assert!(readable);
        prop_assert!(says(&page, &kit.base.shown(code(0))));
    }
}
