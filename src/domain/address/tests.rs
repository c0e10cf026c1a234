//! Every address is read as it is written.

use proptest::prelude::*;

use super::*;

fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

fn clause(text: &str) -> Clause {
    Clause::parse(text).expect("a clause")
}

#[test]
fn every_address_of_the_contract_is_known() {
    let (document, organization) = (code("7K3M9Q3"), code("4HD0TWX"));
    let large = View::Printable(TypeSize::Large);
    for (path, address, lang) in [
        ("/", Public::Start, None),
        ("/ru", Public::Start, Some(Lang::Ru)),
        ("/7K3M9Q3", Public::Code(document), None),
        ("/7k3-m9q3/", Public::Code(document), None),
        ("/7K3M9Q3/kk", Public::Code(document), Some(Lang::Kk)),
        ("/7K3M9Q3/4HD0TWX", Public::Stand(document, organization), None),
        ("/7K3M9Q3/4HD0TWX/ru", Public::Stand(document, organization), Some(Lang::Ru)),
        ("/7K3M9Q3/v3", Public::Version(document, 3), None),
        ("/7K3M9Q3/v3/en", Public::Version(document, 3), Some(Lang::En)),
        ("/7K3M9Q3/at/2025-09-01", Public::On(document, Day::constant(2025, 9, 1)), None),
        ("/7K3M9Q3/both", Public::CodeView(document, View::Bilingual), None),
        ("/7K3M9Q3/v3/print-large/ru", Public::VersionView(document, 3, large), Some(Lang::Ru)),
        (
            "/7K3M9Q3/4HD0TWX/print/kk",
            Public::StandView(document, organization, View::Printable(TypeSize::Normal)),
            Some(Lang::Kk),
        ),
        ("/7K3M9Q3/history", Public::History(document), None),
        ("/7K3M9Q3/compare/v2..v3", Public::Compare(document, Pair(2, 3)), None),
        ("/7K3M9Q3/compare/v2..v3/ru", Public::Compare(document, Pair(2, 3)), Some(Lang::Ru)),
        ("/7K3M9Q3/qr.svg", Public::Qr(document, Picture::Svg), None),
        ("/7K3M9Q3/4HD0TWX/qr.png", Public::StandQr(document, organization, Picture::Png), None),
        ("/4HD0TWX/kit", Public::KitPreview(organization), None),
        ("/4HD0TWX/kit/kk", Public::KitPreview(organization), Some(Lang::Kk)),
        ("/4HD0TWX/kit/12.png", Public::KitPicture(organization, KitPage(12)), None),
        ("/7K3M9Q3/4HD0TWX/sheet.pdf", Public::Sheet(document, organization), None),
        ("/4HD0TWX/kit.pdf", Public::Kit(organization), None),
        ("/search", Public::Search, None),
        ("/7K3M9Q3/timemap", Public::Timemap(document), None),
        ("/7K3M9Q3/linkset", Public::Linkset(document), None),
        ("/feed.atom", Public::Feed, None),
        ("/feed.atom/ru", Public::Feed, Some(Lang::Ru)),
        ("/7K3M9Q3/feed.atom/kk", Public::FeedOf(document), Some(Lang::Kk)),
        ("/4HD0TWX/embed/ru", Public::Embed(organization), Some(Lang::Ru)),
        (
            "/7K3M9Q3/v3/kk/page-12.jpg",
            Public::Scan(document, 3, Lang::Kk, ScanPicture { page: 12, is_large: false }),
            None,
        ),
        ("/7K3M9Q3/4HD0TWX/labels/kk", Public::ClauseLabels(document, organization), Some(Lang::Kk)),
        ("/7K3M9Q3/P5.2", Public::Clause(document, clause("P5.2")), None),
        ("/7k3-m9q3/5.2/ru", Public::Clause(document, clause("P5.2")), Some(Lang::Ru)),
        ("/7K3M9Q3/4HD0TWX/A19", Public::StandClause(document, organization, clause("A19")), None),
        ("/7K3M9Q3/v3/kk/card.png", Public::Card(document, 3, Lang::Kk), None),
    ] {
        assert_eq!(Address::parse(path), Ok(Located { address: address.into(), lang }), "{path}");
    }
}

#[test]
fn addresses_of_people_who_sign_in_of_programs_and_of_the_program_are_known() {
    let (document, organization) = (code("7K3M9Q3"), code("4HD0TWX"));
    let lang = Lang::Kk;
    for (path, address) in [
        ("/admin", Address::from(Admin::Dashboard)),
        ("/admin/documents/new", Admin::NewDocument.into()),
        ("/admin/documents/7k3-m9q3", Admin::Document(document).into()),
        ("/admin/documents/7K3M9Q3/published/2", Admin::Published(document, Number(2)).into()),
        ("/admin/documents/7K3M9Q3/v2/outline/kk", Admin::Outline(document, 2, lang).into()),
        ("/admin/documents/7K3M9Q3/v2/late-text", Admin::RecordFact(document, 2, FactKind::LateText).into()),
        ("/admin/organizations/4HD0TWX/check/end", Admin::EndCheck(organization).into()),
        ("/admin/prints/1", Admin::PrintJob(Token::new("1")).into()),
        ("/api/v1/codes/7k3-m9q3", Api::Meaning(document).into()),
        ("/api/v1/documents/7K3M9Q3/versions/1/texts/kk/body", Api::Body(document, Number(1), lang).into()),
        ("/openapi.json", Asset::OpenApi.into()),
        (
            "/app-00000000000000ff.js",
            Asset::Script(Script { part: ScriptPart::App, fingerprint: 255 }).into(),
        ),
    ] {
        assert_eq!(Address::parse(path), Ok(Located { address, lang: None }), "{path}");
    }
}

#[test]
fn what_leads_nowhere_says_why() {
    let mistyped = || Err(AddressError::MistypedCode("7K3M9Q4".into()));
    assert_eq!(Address::parse("/7K3M9Q4"), mistyped());
    assert_eq!(Address::parse("/admin/documents/7K3M9Q4"), mistyped());
    assert_eq!(Address::parse("/api/v1/documents/7K3M9Q4/answer"), mistyped());
    assert_eq!(Address::parse("/7K3M9Q3/at/2025-02-30"), Err(AddressError::BadDay));
    for path in [
        "/wp-login.php",
        "/7K3M9Q3/v0",
        "/7K3M9Q3/v03",
        "/f/abc",
        "/7K3M9Q3/a/b/c/d",
        "/7K3M9Q4/a/b/c/d",
        "/7K3M9Q3/timemap/ru",
        "/7K3M9Q3/compare/v2",
        "/7K3M9Q3/compare/v0..v2",
        "/4HD0TWX/kit/0.png",
        "/4HD0TWX/kit/+1.png",
        "/4HD0TWX/kit/1.jpg",
        "/qr.svg",
        "/7K3M9Q3/4HD0TWX/7K3M9Q3/qr.svg",
        "/admin/nowhere",
        "/admin/",
        "/admin/ru",
        "/admin/documents/7K3M9Q3/v1/dance",
        "/admin/drafts/1",
        "/api/v1/documents/7K3M9Q3/versions/01",
        "/healthz/",
        "/healthz/ru",
    ] {
        assert_eq!(Address::parse(path), Err(AddressError::NoSuchPage), "{path}");
    }
}

#[test]
fn a_link_has_a_language_a_query_and_a_place() {
    let organization = code("4HD0TWX");
    let found = Href::to(Public::Search).with("q", "еңбек & +").with("org", organization);
    assert_eq!(found.to_string(), "/search?q=%D0%B5%D2%A3%D0%B1%D0%B5%D0%BA%20%26%20%2B&org=4HD0TWX");
    assert_eq!(
        found.in_language(Lang::Ru).to_string().split_once('?').map(|(path, _)| path),
        Some("/search/ru")
    );
    let version = Href::to(Public::Version(organization, 3)).in_language(Lang::Kk).at("art-1");
    assert_eq!(version.to_string(), "/4HD0TWX/v3/kk#art-1");
    assert_eq!(Href::to(Public::Start).in_language(Lang::En).to_string(), "/en");
}

#[test]
fn a_token_is_no_secret_that_a_log_tells() {
    assert_eq!(format!("{:?}", Token::new("secret")), "Token(…)");
}

/// Paths of which many are addresses, in forms that people type.
const PATHS: &str =
    "(/(admin|api|v1|documents|7k3-m9q3|4HD0TWX|v1|v2\\.\\.v3|kit|both|qr\\.svg|ru|kk|new|check|)){0,6}";

prop_compose! {
    fn values()(
        codes in any::<[[u8; 6]; 3]>(),
        (version, ordinal) in (1_u32..100_000, 1_u32..),
        pair in (1_u32..100_000, 1_u32..100_000),
        page in 1_usize..,
        (year, month, date) in (0_i16..=9999, 1_i8..=12, 1_i8..=28),
        (ids, bytes) in any::<([[u8; 16]; 2], [u8; 32])>(),
        token in "[A-Za-z0-9-]{1,64}",
        fingerprint in any::<u64>(),
        (view, picture, lang, fact) in (0_usize..3, 0_usize..2, 0_usize..3, 0_usize..9),
        clause in (1_u16..1000, prop::option::of(1_u16..100)),
        part in prop_oneof![Just(ScriptPart::App), Just(ScriptPart::Check), Just(ScriptPart::Passkey)],
    ) -> Parts {
        let [code, document, organization] = codes.map(Code::from_random);
        let (first, second) = clause;
        let written = second.map_or(format!("A{first}"), |second| format!("P{first}.{second}"));
        Parts {
            code,
            document,
            organization,
            version,
            ordinal: Number(ordinal),
            pair: Pair(pair.0, pair.1),
            view: [View::Bilingual, View::Printable(TypeSize::Normal), View::Printable(TypeSize::Large)][view],
            picture: Picture::ALL[picture],
            page: KitPage(page),
            scan: ScanPicture { page: version, is_large: lang == 0 },
            day: Day::constant(year, month, date),
            clause: Clause::parse(&written).expect("a clause"),
            lang: Lang::ALL[lang],
            checksum: Checksum::of(&bytes),
            draft: DraftId::from_random(ids[0]),
            person: UserId::from_random(ids[0]),
            file: AttachmentId::from_random(ids[1]),
            fact: FactKind::ALL[fact],
            token: Token::new(&token),
            script: Script { part, fingerprint },
            figures: Figures::ALL[fact % 6],
            sheet: FiguresFile { figures: Figures::ALL[fact % 6], format: TableFormat::ALL[picture] },
            table: TableFormat::ALL[picture],
        }
    }
}

proptest! {
    #[test]
    fn every_address_is_read_as_it_was_written(parts in values(), lang in prop::option::of(0_usize..3)) {
        for address in Address::each(&parts) {
            let is_public = matches!(address, Address::Public(public) if public.takes_language());
            let at = Located { address, lang: lang.map(|at| Lang::ALL[at]).filter(|_| is_public) };
            prop_assert_eq!(Address::parse(&at.to_string()), Ok(at));
        }
    }

    #[test]
    fn what_is_read_is_written_in_the_one_form_that_is_read_again(path in PATHS) {
        if let Ok(at) = Address::parse(&path) {
            prop_assert_eq!(Address::parse(&at.to_string()), Ok(at));
        }
    }

    #[test]
    fn reading_never_panics(path: String) {
        let _ = Address::parse(&path);
    }
}
