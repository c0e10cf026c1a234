//! Codes: reserved, kept, read as people type them, and the same for ever.

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;

use crate::app::{Edition, on_each_engine};
use crate::samples::{KK_V1, WORDS_V1};

#[test]
fn a_code_is_read_as_people_type_it() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        let (text, grouped) = (code.as_str(), code.grouped());
        let look_alike: String = text
            .chars()
            .map(|c| match c {
                '0' => 'O',
                '1' => 'l',
                'B' => 'В',
                'C' => 'С',
                'H' => 'Н',
                'K' => 'К',
                'M' => 'М',
                'T' => 'Т',
                'X' => 'Х',
                other => other,
            })
            .collect();
        for typed in [
            text.to_lowercase(),
            grouped.clone(),
            grouped.replace('-', "\u{2013}"),
            grouped.replace('-', " "),
            format!("{text}/"),
            format!("{text}."),
            look_alike,
        ] {
            let path = percent_encoding::utf8_percent_encode(&typed, percent_encoding::NON_ALPHANUMERIC);
            let path = format!("/{}", path.to_string().replace("%2F", "/"));
            let reply = app.get(&path);
            assert_eq!(reply.status, 200, "{typed}");
            assert!(reply.text().contains(WORDS_V1), "{typed}");
        }
    });
}

#[test]
fn a_code_stays_as_it_was_printed_whatever_happens_to_the_document() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        let printed =
            || [format!("/{code}/qr.svg"), format!("/{code}/qr.png")].map(|path| app.get(&path).body);
        let first = printed();
        assert!(first[0].starts_with(b"<svg") || first[0].starts_with(b"<?xml"));
        assert!(first[1].starts_with(b"\x89PNG"));
        app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
        app.registry.dissolve(school, "test").expect("a dissolution");
        assert_eq!(printed(), first);
    });
}

#[test]
fn a_printed_sheet_keeps_its_codes_and_says_nothing_new_to_the_ledger() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Law);
        let school = app.schools(&["S054"])[0];
        let leaves = app.registry.leaves().expect("leaves").len();
        let sheet = app.get(&format!("/{code}/{school}/sheet.pdf"));
        assert_eq!((sheet.status, sheet.header("content-type")), (200, "application/pdf"));
        assert!(sheet.body.starts_with(b"%PDF-"));
        let kit = app.get(&format!("/{school}/kit.pdf"));
        assert_eq!(kit.status, 200);
        assert!(kit.header("content-disposition").contains("S054"), "{}", kit.header("content-disposition"));
        assert_eq!(app.registry.leaves().expect("leaves").len(), leaves);
    });
}
