//! Tests of the pages as display lists.

mod poster;
mod sheets;
mod stickers;

use crate::domain::Code;
use crate::print::model::display_list::DrawnCode;
use proptest::prelude::*;

use super::*;
use crate::print::model::choice::{Choice, Documents, Part, Pending};
use crate::print::model::display_list::{Document, Item, Page, Text};
use crate::print::model::geometry::{Area, BLEED_MM, EDGE_MM};
use crate::print::model::kit::{Kit, PrintStatus};
use crate::print::model::samples::{code, document, kit};
use crate::print::model::style::Measure;
use crate::print::model::style::tests::Typewriter;
use crate::print::qr::{Base, Level};

fn ordinary() -> Kit {
    kit(
        "qr.example.kz",
        "№ 54 мектеп",
        "Школа № 54",
        vec![document(1, "", ""), document(2, "Жарғы", "Устав")],
    )
}

/// The sheet of one document, whether or not it has a text.
fn only(kit: &Kit, code: Code) -> Result<Document, LayoutError> {
    let choice = Choice {
        parts: vec![Part::Sheets],
        documents: Documents::These(vec![code]),
        pending: Pending::Printed,
        ..Choice::default()
    };
    lay_out(&Kit { choice, ..kit.clone() }, &Typewriter)
}

/// Everything said on a page, without white space.
fn said(page: &Page) -> String {
    page.texts().flat_map(|text| text.text.chars()).filter(|c| !c.is_whitespace()).collect()
}

pub(super) fn says(page: &Page, text: &str) -> bool {
    said(page).contains(&text.split_whitespace().collect::<String>())
}

pub(super) fn area(text: &Text) -> Area {
    Area {
        left_mm: text.x_mm,
        top_mm: text.baseline_mm - Typewriter.ascent_mm(text.style),
        right_mm: text.x_mm + text.width_mm,
        bottom_mm: text.baseline_mm + Typewriter.descent_mm(text.style),
    }
}

/// The rules of every page: an unprinted edge, and codes with nothing in their quiet zones.
pub(super) fn check(page: &Page) {
    let inner = |area: &Area| {
        const ROUNDING_MM: f32 = 0.01;
        area.left_mm >= EDGE_MM - ROUNDING_MM
            && area.top_mm >= EDGE_MM - ROUNDING_MM
            && area.right_mm <= page.size.width_mm - EDGE_MM + ROUNDING_MM
            && area.bottom_mm <= page.size.height_mm - EDGE_MM + ROUNDING_MM
    };
    let paper =
        Area { left_mm: 0.0, top_mm: 0.0, right_mm: page.size.width_mm, bottom_mm: page.size.height_mm };
    let zones: Vec<Area> = page.codes().map(|code| code.zone().grown(-0.01)).collect();
    for text in page.texts() {
        assert!(inner(&area(text)), "{text:?}");
        assert!(!zones.iter().any(|zone| zone.overlaps(&area(text))), "{text:?}");
    }
    for item in &page.items {
        let Item::Fill(fill) = item else { continue };
        // Colour ends before the edge, or runs over it.
        let bleeds = |near_mm: f32| near_mm <= 0.01 - BLEED_MM;
        let Area { left_mm, top_mm, right_mm, .. } = fill.area;
        assert!(inner(&fill.area) || (bleeds(left_mm) && bleeds(page.size.width_mm - right_mm)), "{fill:?}");
        assert!(inner(&fill.area) || bleeds(top_mm) || top_mm >= EDGE_MM, "{fill:?}");
        assert!(!zones.iter().any(|zone| zone.overlaps(&fill.area)), "{fill:?}");
    }
    for (i, zone) in zones.iter().enumerate() {
        assert!(zone.left_mm >= paper.left_mm && zone.right_mm <= paper.right_mm, "{zone:?}");
        assert!(zone.top_mm >= paper.top_mm && zone.bottom_mm <= paper.bottom_mm, "{zone:?}");
        assert!(!zones[..i].iter().any(|other| other.overlaps(zone)), "{zone:?}");
    }
    assert!(page.codes().all(|code| inner(&code.area)));
}

#[test]
fn a_kit_is_a_guide_a_poster_and_a_sheet_a_document() {
    let kit = ordinary();
    let whole = lay_out(&kit, &Typewriter).expect("a kit");
    let codes: Vec<usize> = whole.pages.iter().map(|page| page.codes().count()).collect();
    assert_eq!(codes, [0, 3, 1, 1]);
    let addresses: Vec<&str> = whole.pages[1].codes().map(|code| code.address.as_str()).collect();
    assert_eq!(addresses[0], kit.base.address(&[kit.organization.code]));
    assert_eq!(addresses[1], kit.base.address(&[code(1), kit.organization.code]));
    whole.pages.iter().for_each(check);
}

#[test]
fn a_sheet_says_what_must_be_said() {
    let kit = ordinary();
    let sheet = only(&kit, code(1)).expect("a sheet").pages.remove(0);
    for text in [
        "№ 54 мектеп",
        "Школа № 54",
        "Ұжымдық шарт",
        "Коллективный договор",
        "qr.example.kz/",
        "банк қосымшасымен емес",
        "не приложением банка",
        "Ақша, SMS-код, карта ешқашан сұралмайды",
        "Никогда не спрашиваем денег, SMS-кодов и карт",
        "Профсоюз, +7\u{a0}7172\u{a0}00\u{a0}00\u{a0}00.",
        "Ақша да, жеке деректер де сұралмайды",
        "Ни денег, ни личных данных не спрашиваем",
        "2026 жылғы 22 қараша",
        "22 ноября 2026 года",
        "2025 жылғы 1 қыркүйектен",
        "с 1 сентября 2025 года",
        "лист менять не нужно",
        "строка для проверки: 2026-11-22 · 12",
    ] {
        assert!(says(&sheet, text), "{text}");
    }
    assert!(says(&sheet, &kit.base.shown(code(1))));
}

#[test]
fn the_call_has_capitals_of_7_mm() {
    let sheet = only(&ordinary(), code(1)).expect("a sheet").pages.remove(0);
    for word in ["Оқыңыз", "· Читайте"] {
        let text = sheet.texts().find(|text| text.text == word).expect("the call");
        assert!(Typewriter.capital_mm(text.style) >= 6.99);
    }
}

#[test]
fn a_document_without_a_text_hangs_nowhere_but_has_a_sheet_on_request() {
    let mut kit = ordinary();
    kit.documents[1].edition = None;
    let whole = lay_out(&kit, &Typewriter).expect("a kit");
    assert_eq!(whole.pages.len(), 3);
    assert!(says(&whole.pages[0], &format!("{} – Жарғы", code(2).grouped())));
    assert!(only(&kit, code(2)).is_ok());
    assert_eq!(only(&kit, code(3)).err(), Some(LayoutError::NoDocument { code: code(3) }));
    kit.documents.clear();
    assert!(lay_out(&kit, &Typewriter).is_ok());
}

#[test]
fn a_title_made_of_the_kind_and_the_name_is_not_said_twice() {
    let kit = ordinary();
    let made = document(1, "Ұжымдық шарт – № 54 мектеп", "Коллективный договор: Школа № 54");
    assert_eq!(made.heading(Lang::Kk, &kit.organization), "Ұжымдық шарт");
    assert_eq!(made.heading(Lang::Ru, &kit.organization), "Коллективный договор");
    let own = document(1, "№ 54 мектептің ұжымдық шарты", "");
    assert_eq!(own.heading(Lang::Kk, &kit.organization), "№ 54 мектептің ұжымдық шарты");
}

#[test]
fn a_trial_print_is_marked_on_every_page_and_never_over_a_code() {
    let mut kit = ordinary();
    kit.status = PrintStatus::Trial;
    for page in lay_out(&kit, &Typewriter).expect("a kit").pages {
        let zones: Vec<Area> = page.codes().map(|code| code.zone()).collect();
        let mut words = Vec::new();
        for item in &page.items {
            let Item::TrialMark(word) = item else { continue };
            words.push(word.text.as_str());
            let (sin, cos) = word.angle_degrees.to_radians().sin_cos();
            let width_mm = Typewriter.width_mm(&word.text, word.style);
            let steps = (0..=20_u8).map(|step| f32::from(step) / 20.0 * width_mm);
            let reach = [Typewriter.ascent_mm(word.style), -Typewriter.descent_mm(word.style)];
            for (along_mm, up_mm) in steps.flat_map(|along_mm| reach.map(|up_mm| (along_mm, up_mm))) {
                let x_mm = word.from_mm.0 + along_mm * cos - up_mm * sin;
                let y_mm = word.from_mm.1 - along_mm * sin - up_mm * cos;
                let dot = Area { left_mm: x_mm, top_mm: y_mm, right_mm: x_mm + 0.01, bottom_mm: y_mm + 0.01 };
                assert!(!zones.iter().any(|zone| zone.overlaps(&dot)), "{word:?}");
            }
        }
        assert!(words.contains(&"ҮЛГІ") && words.contains(&"ОБРАЗЕЦ"), "{words:?}");
    }
}

#[test]
fn a_host_that_fits_in_no_code_at_the_level_is_refused_with_its_limit() {
    let mut kit = ordinary();
    kit.base = Base::parse("https://qr.longest-example.com").expect("a base");
    kit.choice.level = Level::H;
    assert_eq!(lay_out(&kit, &Typewriter).err(), Some(LayoutError::HostTooLong { limit: 21 }));
}

pub(super) fn words() -> impl Strategy<Value = String> {
    prop_oneof!["[А-Яа-я]([а-яәғқңөұүһі «»№.-]{0,188}[а-я])?", "[щ]{1,190}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn long_names_and_titles_are_complete_and_overflow_nothing(
        names in [words(), words()],
        titles in [words(), words()],
        host in "[a-z]{1,34}[.]kz",
    ) {
        // A title that is no more than the name is printed as the kind.
        prop_assume!(names[0] != titles[0] && names[1] != titles[1]);
        let kit = kit(&host, &names[0], &names[1], vec![document(1, &titles[0], &titles[1])]);
        let pages = lay_out(&kit, &Typewriter).expect("a kit").pages;
        pages.iter().for_each(check);
        for page in &pages[pages.len() - 2..] {
            for text in &titles {
                prop_assert!(says(page, text), "{text}");
            }
        }
        let sheet = &pages[pages.len() - 1];
        for text in &names {
            prop_assert!(says(&pages[1], text) && says(sheet, text), "{text}");
        }
        for code in sheet.codes() {
            let side_mm = code.area.right_mm - code.area.left_mm;
            let modules = side_mm / code.quiet_mm * 4.0;
            prop_assert!(side_mm >= 129.99 && side_mm / modules >= 4.39, "{side_mm}");
        }
    }

    #[test]
    fn a_shelf_of_any_length_flows_over_pages(count in 0_u8..40) {
        let documents = (0..count).map(|number| document(number, "Ереже", "Положение")).collect();
        let kit = kit("qr.example.kz", "№ 54 мектеп", "Школа № 54", documents);
        let pages = super::poster::pages(&kit, &Typewriter).expect("a poster");
        pages.iter().for_each(check);
        prop_assert_eq!(pages.iter().map(|page| page.codes().count()).sum::<usize>(), usize::from(count) + 1);
        let side_mm = |code: &DrawnCode| code.area.right_mm - code.area.left_mm;
        prop_assert!(pages.iter().flat_map(|page| page.codes()).all(|code| side_mm(code) >= 40.0));
    }
}
