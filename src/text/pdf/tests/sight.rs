//! What is seen and what is not; forms; letters without a meaning.

use super::file::{CHARACTERS, File, pages, words};
use super::read;
use crate::text::body::{Body, Warning};

fn body(content: String) -> Body {
    read(&pages(&[content]), &[]).expect("accepted")
}

const TEXT: &str = "Қосымша ақы 20 процент болады.";

fn text() -> String {
    words(85.0, 700.0, 11.0, TEXT)
}

#[test]
fn words_that_nobody_sees_are_told_and_left_out() {
    let secret = |before: &str, place: (f64, f64), size: f64, after: &str| {
        format!("{before} {} {after} 0 g 0 Tr\n", words(place.0, place.1, size, "Құпия сөз"))
    };
    let hidden = [
        ("white", secret("1 g", (85.0, 600.0), 11.0, "")),
        ("black on black", secret("0 g 80 590 300 40 re f", (85.0, 600.0), 11.0, "")),
        ("without colour", secret("3 Tr", (85.0, 600.0), 11.0, "")),
        ("tiny", secret("", (85.0, 600.0), 1.0, "")),
        ("outside", secret("", (85.0, 900.0), 11.0, "")),
        ("cut off", secret("q 300 300 10 10 re W n", (85.0, 600.0), 11.0, "Q")),
        ("covered", secret("", (85.0, 600.0), 11.0, "0.5 g 80 590 300 40 re f")),
    ];
    for (how, content) in hidden {
        let body = body([text(), content].concat());
        assert_eq!(body.to_text().trim(), TEXT, "{how}");
        let told = Warning::HiddenWords { sample: "Құпия сөз".to_owned(), places: 1 };
        assert_eq!(body.warnings, [told], "{how}");
    }
}

#[test]
fn words_that_are_seen_are_not_hidden() {
    let seen = [
        ("white on black", format!("0 g 80 690 300 40 re f 1 g {} 0 g", text())),
        (
            "white on a round shape",
            format!("0 g 80 690 m 380 690 l 390 690 390 730 380 730 c 80 730 l f 1 g {} 0 g", text()),
        ),
        ("on a shade", format!("0.9 g 80 690 300 40 re f 0 g {}", text())),
        ("on a picture", format!("q 300 0 0 90 80 650 cm /P Do Q 1 g {} 0 g", text())),
        ("under a pale picture of nothing", format!("{} q 100 300 10 10 re W n 0 0 595 842 re f Q", text())),
    ];
    for (how, content) in seen {
        let body = body(content);
        assert_eq!(body.to_text().trim(), TEXT, "{how}");
        assert_eq!(body.warnings, [], "{how}");
    }
}

#[test]
fn watermarks_are_no_text() {
    let slanting = format!("q .64 .77 -.77 .64 130 250 cm .8 g {} Q 0 g\n", words(0.0, 0.0, 90.0, "ЖОБА"));
    let large = format!("0.8 g {} 0 g\n", words(90.0, 690.0, 90.0, "ЖОБА"));
    for mark in [slanting, large] {
        assert_eq!(body([mark, text()].concat()).to_text().trim(), TEXT);
    }
}

#[test]
fn values_stand_behind_their_labels() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let content = [words(85.0, 700.0, 11.0, "Лауазымы:"), words(85.0, 660.0, 11.0, "Күні:")].concat();
    let drawn = words(4.0, 5.0, 10.0, "Мұғалім");
    let look = file.stream(
        &format!("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources <</Font <</F {font} 0 R>>>>"),
        drawn,
    );
    let shown =
        file.object(format!("<</Subtype /Widget /FT /Tx /Rect [150 695 350 715] /AP <</N {look} 0 R>>>>"));
    let bare = file.object("<</Subtype /Widget /FT /Tx /Rect [150 655 350 675] /V (12.01.2026)>>");
    let page = file.page(
        &format!("/Font <</F {font} 0 R>>"),
        &content,
        &format!("/Annots [{shown} 0 R {bare} 0 R]"),
    );
    let body = read(&file.bytes(&[page], ""), &[]).expect("accepted");
    assert_eq!(body.to_text().trim(), "Лауазымы: Мұғалім\nКүні: 12.01.2026");
}

#[test]
fn boxes_to_tick_stand_before_their_labels() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let content = [words(105.0, 700.0, 11.0, "келісемін"), words(105.0, 660.0, 11.0, "жоқ")].concat();
    let on = file.object("<</Subtype /Widget /FT /Btn /Rect [85 698 97 710] /AS /Yes>>");
    let off = file.object("<</Subtype /Widget /FT /Btn /Rect [85 658 97 670] /AS /Off>>");
    let page =
        file.page(&format!("/Font <</F {font} 0 R>>"), &content, &format!("/Annots [{on} 0 R {off} 0 R]"));
    let body = read(&file.bytes(&[page], ""), &[]).expect("accepted");
    assert_eq!(body.to_text().trim(), "☑ келісемін\n☐ жоқ");
}

#[test]
fn a_notice_in_place_of_a_form_is_told() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let page = file.page(&format!("/Font <</F {font} 0 R>>"), &text(), "");
    let bytes = file.bytes(&[page], "/AcroForm <</Fields [] /XFA (x)>>");
    assert_eq!(read(&bytes, &[]).expect("accepted").warnings, [Warning::FormNotice]);
}

/// A page in a font without a map, which reads its codes as Latin.
fn latin(codes: &str) -> Body {
    let mut file = File::new();
    let widths = "500 ".repeat(224);
    let font = file.object(format!(
        "<</Type /Font /Subtype /TrueType /BaseFont /Serif /Encoding /WinAnsiEncoding /FirstChar 32 \
         /LastChar 255 /Widths [{widths}]>>"
    ));
    let content = format!("BT /F 11 Tf 1 0 0 1 85 700 Tm <{codes}> Tj ET");
    let page = file.page(&format!("/Font <</F {font} 0 R>>"), &content, "");
    read(&file.bytes(&[page], ""), &[]).expect("accepted")
}

#[test]
fn cyrillic_that_was_taken_for_latin_is_given_back() {
    // "Трудовой договор № 1" in the code page of Windows.
    let body = latin("D2F0F3E4EEE2EEE920E4EEE3EEE2EEF020B92031");
    assert_eq!(body.to_text().trim(), "Трудовой договор № 1");
    assert_eq!(body.warnings, []);
}

#[test]
fn letters_without_a_meaning_are_told() {
    // Consonants in a row are no words of any language.
    let body = latin("DAF9C6EAC3FAD5F4C1F6D8FFC3ECD2F9C7FACDF0D7");
    let unreadable =
        |warning: &Warning| matches!(warning, Warning::UnreadableLetters { pages, .. } if pages == &[1]);
    assert!(body.warnings.iter().any(unreadable), "{:?}", body.warnings);
    assert!(body.warnings.contains(&Warning::PagesWithoutWords { pages: vec![1], of: 1 }));
}

#[test]
fn bullets_of_the_private_area_are_signs() {
    let mut file = File::new();
    let font = file.font("Serif", CHARACTERS);
    let signs = file.font("Wingdings", "\u{F0B7}\u{F0D8}\u{F0FF}");
    let line = |code: u8, y: f64, text: &str| {
        format!("BT /W 11 Tf 1 0 0 1 85 {y} Tm <0{code}> Tj ET\n{}", words(103.0, y, 11.0, text))
    };
    let content = [line(1, 700.0, "бірінші;"), line(2, 680.0, "екінші;"), line(3, 660.0, "үшінші.")].concat();
    let page = file.page(&format!("/Font <</F {font} 0 R /W {signs} 0 R>>"), &content, "");
    let body = read(&file.bytes(&[page], ""), &[]).expect("accepted");
    assert_eq!(body.to_text().trim(), "• бірінші;\n➢ екінші;\n• үшінші.");
    assert_eq!(body.warnings, []);
}
