//! Tests of the codes.

use proptest::prelude::*;

use super::*;

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fn host_of(len: usize, scheme: &str) -> String {
    format!("{scheme}{}.kz", "a".repeat(len - 3))
}

#[test]
fn the_address_has_a_small_scheme_and_capitals() {
    let base = Base::parse("https://QR.example.kz/").expect("a base");
    assert_eq!(base.address(&[code("7K3M9Q3"), code("4HD0TWX")]), "https://QR.EXAMPLE.KZ/7K3M9Q3/4HD0TWX");
    assert_eq!(base.address(&[code("4HD0TWX")]), "https://QR.EXAMPLE.KZ/4HD0TWX");
    assert_eq!(base.shown(code("7K3M9Q3")), "qr.example.kz/7K3-M9Q3");
}

#[test]
fn a_local_address_works() {
    let base = Base::parse("http://127.0.0.1:8080").expect("a base");
    assert_eq!(base.address(&[code("7K3M9Q3")]), "http://127.0.0.1:8080/7K3M9Q3");
    assert_eq!(base.shown(code("7K3M9Q3")), "http://127.0.0.1:8080/7K3-M9Q3");
    assert_eq!(
        Base::parse("http://localhost:8080").map(|base| base.host().to_owned()),
        Ok("localhost:8080".into())
    );
}

#[test]
fn what_is_no_base_is_refused_by_name() {
    assert_eq!(Base::parse("qr.example.kz"), Err(InvalidBase::Scheme));
    assert_eq!(Base::parse("ftp://qr.example.kz"), Err(InvalidBase::Scheme));
    assert_eq!(Base::parse("https://qr.example.kz/docs"), Err(InvalidBase::Path));
    assert_eq!(Base::parse("https://qr.example.kz?x"), Err(InvalidBase::Path));
    for wrong in [
        "https://",
        "https://құжат.kz",
        "https://a_b.kz",
        "https://a..kz",
        "https://a.kz:",
        "https://a.kz:99999",
    ] {
        assert_eq!(Base::parse(wrong), Err(InvalidBase::Host), "{wrong}");
    }
    let long = host_of(40, "https://");
    assert_eq!(Base::parse(&long), Err(InvalidBase::TooLong { host: long[8..].to_owned(), limit: 39 }));
}

#[test]
fn the_limits_are_those_that_the_manual_promises() {
    let base = Base::parse("https://qr.example.kz").expect("a base");
    assert_eq!((base.host_limit(Level::Q), base.host_limit(Level::H)), (39, 21));
    let version = |len, level| {
        let base = Base::parse(&host_of(len, "https://")).expect("a base");
        Symbol::new(&base.address(&[code("7K3M9Q3"), code("4HD0TWX")]), level).map(|symbol| symbol.version())
    };
    assert_eq!((version(18, Level::Q), version(19, Level::Q)), (Ok(3), Ok(4)));
    assert_eq!((version(21, Level::H), version(22, Level::H)), (Ok(4), Err(TooLong)));
}

#[test]
fn the_level_rises_as_far_as_the_version_allows() {
    let base = Base::parse("https://qr.kz").expect("a base");
    let shelf = Symbol::new(&base.address(&[code("4HD0TWX")]), Level::Q).expect("a symbol");
    assert_eq!((shelf.version(), shelf.level()), (2, Level::Q));
    let host = Base::parse("https://qr.example.kz").expect("a base");
    let longer = Symbol::new(&host.address(&[code("4HD0TWX")]), Level::Q).expect("a symbol");
    assert_eq!((longer.version(), longer.level()), (3, Level::H));
}

/// The modules that the outlines fill by the even-odd rule.
fn filled(symbol: &Symbol) -> Vec<bool> {
    let outlines = symbol.outlines();
    let side = symbol.side_modules();
    let mut dark = Vec::new();
    for row in 0..side {
        for column in 0..side {
            let crossings = outlines
                .iter()
                .flat_map(|outline| outline.iter().zip(outline.iter().cycle().skip(1)))
                .filter(|(a, b)| a.0 == b.0 && a.0 <= column && a.1.min(b.1) <= row && row < a.1.max(b.1))
                .count();
            dark.push(crossings % 2 == 1);
        }
    }
    dark
}

#[test]
fn a_host_that_is_taken_has_room_for_every_code() {
    let base = Base::parse(&host_of(38, "https://")).expect("a base");
    let path = [Code::from_random([203, 4, 149, 208, 89, 2]), code("4HD0TWX")];
    let symbol = Symbol::new(&base.address(&path), Level::Q).expect("a symbol");
    let code = Code::from_random([0; 6]);
    let other = Symbol::new(&base.address(&[code, code]), Level::Q).expect("a symbol");
    assert_eq!(symbol.side_modules(), other.side_modules());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn outlines_fill_exactly_the_dark_modules(random: [u8; 6], len in 4_usize..40) {
        let base = Base::parse(&host_of(len, "https://")).expect("a base");
        let path = [Code::from_random(random), code("4HD0TWX")];
        let symbol = Symbol::new(&base.address(&path), Level::Q).expect("a symbol");
        prop_assert_eq!(filled(&symbol), symbol.dark.clone());
        for outline in symbol.outlines() {
            prop_assert!(outline.len() >= 4 && outline.len().is_multiple_of(2));
        }
    }
}

#[test]
fn pictures_keep_the_quiet_zone() {
    let symbol = Symbol::new("https://QR.KZ/4HD0TWX", Level::Q).expect("a symbol");
    let text = svg(&symbol);
    assert!(text.contains("viewBox=\"0 0 33 33\"") && text.contains("d=\"M4 4L11 4L11 11L4 11Z"), "{text}");
    let bytes = png(&symbol, 10).expect("a picture");
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a header");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
    let info = reader.next_frame(&mut pixels).expect("a frame");
    assert_eq!((info.width, info.height), (330, 330));
    assert!(pixels[..40 * info.line_size].iter().all(|byte| *byte == 0xFF));
}

#[test]
fn a_shorter_host_is_worth_what_its_larger_modules_say() {
    let side = |host: &str| Base::parse(&format!("https://{host}")).expect("a base").side(Level::Q);
    assert_eq!(side("qr.example.kz"), Some((29, None)), "no host at all has fewer modules");
    let shorter = Shorter { host_chars: 18, side_modules: 29, farther_percent: 13 };
    assert_eq!(side("documents.kasipodaq.kz"), Some((33, Some(shorter))));
}
