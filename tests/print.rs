//! The printed matter, looked at with other people's tools: poppler, qpdf, Apache PDFBox, Ghostscript, MuPDF, PDFium, zbar and
//! zxing-cpp.
//!
//! A tool that is not installed is named and its check skipped; on a continuous integration server (`CI` is set) that
//! is a failure.

#[path = "print/decoders.rs"]
mod decoders;
#[path = "print/kits.rs"]
mod kits;
#[path = "print/layouts.rs"]
mod layouts;
#[path = "print/legibility.rs"]
mod legibility;
#[path = "print/posters.rs"]
mod posters;
#[path = "print/preflight.rs"]
mod preflight;
#[path = "print/readers.rs"]
mod readers;
#[path = "print/seams.rs"]
mod seams;
#[path = "print/tools.rs"]
mod tools;
#[path = "print/validity.rs"]
mod validity;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::press;
use tizilim::print;
use tizilim::print::model::display_list::{Page, Text};
use tizilim::print::model::geometry::{A4, Area, EDGE_MM};
use tizilim::print::model::kit::Kit;
use tizilim::print::model::style::Measure;
use tizilim::print::pdf::Fonts;

/// Every letter that Kazakh adds to the Russian alphabet, and the signs that documents use.
const LETTERS: &str = "ӘәҒғҚқҢңӨөҰұҮүҺһІі № ₸ «Ёё–Йй»";

fn letters() -> Kit {
    let documents =
        vec![kits::document(1, DocumentKind::Leaflet, LETTERS, "Съешь ещё этих мягких французских булок")];
    kits::kit("https://qr.example.kz", kits::organizations()[0].clone(), documents)
}

#[test]
fn every_font_is_embedded_and_subset() {
    for (name, kit) in kits::gallery() {
        let file = tools::keep(&format!("fonts-{name}.pdf"), &press::kit(&kit).expect("a kit"));
        let Some(table) = tools::run("pdffonts", &[tools::path(&file)]) else { return };
        let fonts: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(fonts.len(), 3, "{table}");
        for font in fonts {
            let columns: Vec<&str> = font.split_whitespace().collect();
            let tagged =
                columns[0].split_once('+').is_some_and(|(tag, name)| tag.len() == 6 && name.contains("Noto"));
            assert!(tagged, "{font}");
            let flags = &columns[columns.len() - 5..columns.len() - 2];
            assert_eq!(flags, ["yes", "yes", "yes"], "embedded, subset, with Unicode: {font}");
        }
    }
}

#[test]
fn kazakh_letters_come_back() {
    let file = tools::keep("letters.pdf", &press::kit(&letters()).expect("a kit"));
    let Some(text) = tools::text_of(&file) else { return };
    assert_eq!(text.matches(&tools::squeezed(LETTERS)).count(), 2, "on the poster and on the sheet: {text}");
    assert!(text.contains("Оқуүшінтелефонкамерасынкодқабағыттаңыз(банкқосымшасынемес)"), "{text}");
    let Some(words) = tools::run("pdftotext", &["-raw", "-enc", "UTF-8", tools::path(&file), "-"]) else {
        return;
    };
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(joined.contains("Тіркелудің қажеті жоқ. Ақша да, жеке деректер де сұралмайды."), "{joined}");
}

#[test]
fn the_same_kit_gives_the_same_bytes() {
    let gallery = kits::gallery();
    let (_, kit) = &gallery[1];
    let first = press::kit(kit).expect("a kit");
    press::kit(&gallery[0].1).expect("another kit between them");
    assert!(first == press::kit(kit).expect("a kit"));
    let mut later = kit.clone();
    later.revision += 1;
    assert!(first != press::kit(&later).expect("a kit"), "another revision is another file");
}

#[test]
fn a_sheet_is_small() {
    const MOST_BYTES: usize = 60 * 1024;
    for (name, kit) in kits::gallery() {
        for document in kit.documents.iter().take(3) {
            let bytes = press::kit(&kits::only(&kit, document.code)).expect("a sheet");
            assert!(bytes.len() <= MOST_BYTES, "{name}: {} bytes", bytes.len());
        }
    }
}

#[test]
fn a_trial_print_says_so_on_every_page() {
    let (name, kit) = kits::gallery().into_iter().find(|(name, _)| *name == "trial").expect("a trial print");
    let file = tools::keep(&format!("{name}-words.pdf"), &press::kit(&kit).expect("a kit"));
    let pages = print::lay_out(&kit, &Fonts::new()).expect("a kit").pages.len();
    let Some(text) = tools::run("pdftotext", &["-raw", tools::path(&file), "-"]) else { return };
    let said: Vec<&str> = text.split('\u{c}').take(pages).collect();
    assert!(said.iter().all(|page| page.contains("ҮЛГІ") && page.contains("ОБРАЗЕЦ")), "{text}");
}

/// The area of a text from its highest accent to its lowest tail.
fn area(fonts: &Fonts, text: &Text) -> Area {
    Area {
        left_mm: text.x_mm,
        top_mm: text.baseline_mm - fonts.ascent_mm(text.style),
        right_mm: text.x_mm + text.width_mm,
        bottom_mm: text.baseline_mm + fonts.descent_mm(text.style),
    }
}

fn check(fonts: &Fonts, page: &Page) {
    let zones: Vec<Area> = page.codes().map(|code| code.zone().grown(-0.01)).collect();
    let mut lines: Vec<Area> = Vec::new();
    for text in page.texts() {
        let area = area(fonts, text);
        let inside = area.left_mm >= EDGE_MM
            && area.top_mm >= EDGE_MM
            && area.right_mm <= A4.width_mm - EDGE_MM
            && area.bottom_mm <= A4.height_mm - EDGE_MM;
        assert!(inside && !zones.iter().any(|zone| zone.overlaps(&area)), "{text:?}");
        // Between the height of small letters and the base line nothing else may stand.
        let core = Area {
            top_mm: text.baseline_mm - fonts.capital_mm(text.style),
            bottom_mm: text.baseline_mm,
            ..area
        };
        assert!(!lines.iter().any(|other| other.overlaps(&core)), "{text:?}");
        lines.push(core);
    }
}

#[test]
fn the_longest_names_overflow_nothing() {
    let fonts = Fonts::new();
    for names in kits::organizations() {
        let kit = kits::numbered(0, "https://qr.example.kz", &names);
        for page in &print::lay_out(&kit, &fonts).expect("a kit").pages {
            check(&fonts, page);
        }
    }
    for (_, kit) in kits::gallery() {
        for page in &print::lay_out(&kit, &fonts).expect("a kit").pages {
            check(&fonts, page);
        }
    }
}

#[test]
fn titles_of_190_characters_stay_readable() {
    let words = [
        "Қызметкерлердің еңбегіне ақы төлеу және оларды әлеуметтік қолдау туралы келісім ",
        "Соглашение об оплате труда и о социальной поддержке работников образования столицы ",
    ];
    let [kk, ru] = words.map(|words| kits::of_length(words, 190));
    // A longer host makes the code larger and leaves less room.
    for (host, least) in [("https://qr.kz", 16.0), ("https://qr.example.kz", 16.0), (kits::LONG_HOST, 11.0)] {
        let documents = vec![kits::document(1, DocumentKind::Regulation, &kk, &ru)];
        let kit = kits::kit(host, kits::organizations()[3].clone(), documents);
        let pages = print::lay_out(&kit, &Fonts::new()).expect("a kit").pages;
        for page in &pages[pages.len() - 2..] {
            let of_title = |text: &&Text| [&kk, &ru].iter().any(|title| title.contains(text.text.trim()));
            let long = page.texts().filter(of_title).filter(|text| text.text.chars().count() > 3);
            let least_pt = long.map(|text| text.style.size_pt).fold(f32::MAX, f32::min);
            assert!((least..100.0).contains(&least_pt), "{host}: {least_pt} pt");
        }
    }
}
