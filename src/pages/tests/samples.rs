//! A small registry to look at: a union, a school, its agreement and a few documents of the whole city.

use crate::domain::checksum::Checksum;
use crate::domain::code::Code;
use crate::domain::document::{AppliesTo, Document};
use crate::domain::document_kind::DocumentKind;
use crate::domain::fact::{EndVerb, Fact, FactDetail};
use crate::domain::ids::{AttachmentId, DocumentId, FactId, OrganizationId, TextId, VersionId};
use crate::domain::lang::Trilingual;
use crate::domain::media::Media;
use crate::domain::organization::{Contact, DatedNames, Organization, OrganizationStatus};
use crate::domain::requisites::{Prolongation, Requisites};
use crate::domain::version::{Attachment, AttachmentRole, Authenticity, File, Text, Version};
use crate::domain::{AsOf, Day, Instant, Lang};
use crate::text::body::{Block, Body, Cell, Emphasis, Note, Row, Span};

/// The day of every sample page.
pub const TODAY: Day = Day::constant(2026, 3, 2);

/// The instant of every sample page.
pub fn now() -> Instant {
    instant("2026-03-02T05:00:00Z")
}

/// As of when every sample page is shown.
pub fn as_of() -> AsOf {
    AsOf { day: TODAY, known: now() }
}

pub fn instant(text: &str) -> Instant {
    text.parse().expect("an instant")
}

pub fn code(seed: u8) -> Code {
    Code::from_random([seed, 7, seed + 3, 11, seed, 2])
}

pub fn organization(seed: u8, kk: &str, ru: &str) -> Organization {
    Organization {
        id: OrganizationId::from_random([seed; 16]),
        code: code(seed),
        number: format!("S{seed:03}"),
        is_union: seed == 0,
        names: vec![DatedNames {
            names: Trilingual::new(kk, ru, ""),
            since: None,
            recorded_at: Instant::UNIX_EPOCH,
        }],
        kind: "school".to_owned(),
        district: "Есіл ауданы / район Есиль".to_owned(),
        status: OrganizationStatus::Active,
        successions: Vec::new(),
        contact: None,
    }
}

pub fn union() -> Organization {
    organization(
        0,
        "Астана қаласының білім және ғылым қызметкерлерінің кәсіподағы",
        "Профсоюз работников образования и науки города Астаны",
    )
}

pub fn school() -> Organization {
    let mut school = organization(
        54,
        "Астана қаласы әкімдігінің «№ 54 мектеп-гимназия» ШЖҚ МКК",
        "ГКП на ПХВ «Школа-гимназия № 54» акимата города Астаны",
    );
    school.contact = Some(Contact {
        name: "Айгүл Сәрсенбаева".to_owned(),
        phone: "8 701 123 45 67".to_owned(),
        whatsapp: "+7 701 123 45 67".to_owned(),
        room: "2-қабат, 214-кабинет".to_owned(),
        confirmed_on: Day::constant(2026, 1, 15),
    });
    school
}

pub fn file(seed: u8, media: Media) -> File {
    File { checksum: Checksum::of(&[seed]), size_bytes: 1_480_000, media, name: "shart.docx".to_owned() }
}

pub fn text(seed: u8, lang: Lang, authenticity: Authenticity) -> Text {
    Text {
        id: TextId::from_random([seed; 16]),
        lang,
        authenticity,
        file: file(seed, Media::Docx),
        recorded_at: Instant::UNIX_EPOCH,
    }
}

pub fn version(ordinal: u32, from: Day, term_end: Option<Day>, langs: &[Lang]) -> Version {
    let seed = u8::try_from(ordinal).expect("a small ordinal");
    let text_of = |lang: &Lang| {
        let authenticity =
            if *lang == Lang::Kk { Authenticity::Authentic } else { Authenticity::Translation };
        text(seed * 3 + *lang as u8, *lang, authenticity)
    };
    Version {
        id: VersionId::from_random([seed; 16]),
        ordinal,
        requisites: Requisites {
            signed_on: Some(crate::domain::calendar::day_before(from)),
            effective_from: from,
            term_end,
            prolongation: Prolongation::None,
        },
        corrects: None,
        published_at: crate::domain::calendar::local_midnight(from).min(now()),
        texts: langs.iter().map(text_of).collect(),
        attachments: vec![Attachment {
            id: AttachmentId::from_random([seed; 16]),
            role: AttachmentRole::Annex,
            title: "Қол қойылған скан".to_owned(),
            dated_on: Some(from),
            file: file(200, Media::Pdf),
            recorded_at: Instant::UNIX_EPOCH,
        }],
        facts: Vec::new(),
    }
}

pub fn fact(detail: FactDetail, recorded_at: &str) -> Fact {
    Fact { id: FactId::from_random([9; 16]), detail, recorded_at: instant(recorded_at) }
}

pub fn document(seed: u8, owner: &Organization, kind: DocumentKind, titles: Trilingual) -> Document {
    Document {
        id: DocumentId::from_random([seed; 16]),
        code: code(seed),
        owner: owner.id,
        kind,
        titles,
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        applies_to: AppliesTo::All,
        successor: None,
        versions: Vec::new(),
    }
}

/// The agreement of the school: an old edition in two languages, the present one in both.
pub fn agreement() -> Document {
    let titles = Trilingual::new(
        "2025–2027 жылдарға арналған ұжымдық шарт",
        "Коллективный договор на 2025–2027 годы",
        "",
    );
    let mut document = document(70, &school(), DocumentKind::CollectiveAgreement, titles);
    document.concerns = Trilingual::new(
        "мектептің барлық қызметкері",
        "все работники школы",
        "everybody who works at the school",
    );
    let both = [Lang::Kk, Lang::Ru];
    document.versions = vec![
        version(1, Day::constant(2022, 9, 1), Some(Day::constant(2025, 8, 31)), &both),
        version(2, Day::constant(2025, 9, 1), Some(Day::constant(2027, 12, 31)), &both),
    ];
    let registered = FactDetail::Registered { number: "148".to_owned(), on: Day::constant(2025, 9, 10) };
    document.versions[1].facts.push(fact(registered, "2025-09-12T06:00:00Z"));
    document
}

fn heading(level: u8, anchor: &str, words: &str) -> Block {
    Block::Heading { level, anchor: Some(anchor.to_owned()), label: None, content: vec![Span::plain(words)] }
}

fn point(depth: u8, label: &str, words: &str) -> Block {
    Block::Paragraph { anchor: None, label: Some(label.to_owned()), depth, content: vec![Span::plain(words)] }
}

fn cell(words: &str) -> Cell {
    let content = vec![Span::plain(words)];
    Cell { columns: 1, blocks: vec![Block::Paragraph { anchor: None, label: None, depth: 0, content }] }
}

pub fn body_kk() -> Body {
    let bold = Span {
        text: "Жұмыс берушінің".to_owned(), emphasis: Emphasis::Bold, ..Span::default()
    };
    let note = Span { note: Some(1), ..Span::default() };
    Body {
        blocks: vec![
            heading(1, "ch-1", "1-тарау. Жалпы ережелер"),
            Block::Paragraph {
                anchor: Some("p-1-1".to_owned()),
                label: Some("1.1.".to_owned()),
                depth: 1,
                content: vec![
                    Span::plain(
                        "Осы ұжымдық шарт мектеп қызметкерлерінің еңбек, әлеуметтік-экономикалық және кәсіптік құқықтарын қорғау мақсатында ",
                    ),
                    bold,
                    Span::plain(" және қызметкерлер өкілдерінің арасында жасалды"),
                    note,
                    Span::plain("."),
                ],
            },
            point(
                1,
                "1.2.",
                "Шарттың қолданылуы мектептің барлық қызметкеріне, оның ішінде толық емес жұмыс уақытында істейтіндерге де таралады.",
            ),
            heading(1, "ch-2", "2-тарау. Еңбекке ақы төлеу"),
            heading(2, "art-3", "3-бап. Еңбекақы"),
            point(1, "1)", "Еңбекақы ай сайын, келесі айдың бірінші онкүндігінен кешіктірілмей төленеді;"),
            point(2, "•", "сынып жетекшілігі үшін қосымша ақы;"),
            point(2, "•", "дәптер тексергені үшін қосымша ақы."),
            Block::Table {
                rows: vec![
                    Row {
                        cells: ["Лауазымы", "Санаты", "Қосымша ақы", "Негіздемесі", "Төлену мерзімі"]
                            .map(cell)
                            .into(),
                    },
                    Row {
                        cells: ["Мұғалім", "педагог-зерттеуші", "40 %", "штаттық кесте", "ай сайын"]
                            .map(cell)
                            .into(),
                    },
                    Row {
                        cells: ["Аспаз", "–", "15 %", "аттестаттау", "ай сайын"].map(cell).into()
                    },
                ],
            },
            Block::Picture,
            heading(2, "art-3-1", "3-1-бап. Демалыс"),
            point(1, "1)", "Жыл сайынғы ақылы еңбек демалысы 56 күнтізбелік күн."),
        ],
        notes: vec![Note {
            number: 1,
            sign: None,
            content: vec![Span::plain("Қазақстан Республикасының Еңбек кодексі, 156-бап.")],
        }],
        ..Body::default()
    }
}

pub fn body_ru() -> Body {
    Body {
        blocks: vec![
            heading(1, "ch-1", "Глава 1. Общие положения"),
            point(
                1,
                "1.1.",
                "Настоящий коллективный договор заключён между работодателем и представителями работников школы в целях защиты трудовых, социально-экономических и профессиональных прав работников.",
            ),
            heading(1, "ch-2", "Глава 2. Оплата труда"),
            point(
                1,
                "2.1.",
                "Заработная плата выплачивается ежемесячно, не позже первой декады следующего месяца.",
            ),
        ],
        ..Body::default()
    }
}

/// Documents of the whole city: in force, prolonged, its term over, not yet in force, nothing yet.
pub fn city_wide() -> Vec<Document> {
    let union = union();
    let both = [Lang::Kk, Lang::Ru];
    let mut law = document(
        71,
        &union,
        DocumentKind::Law,
        Trilingual::new("", "Трудовой кодекс Республики Казахстан", ""),
    );
    law.versions.push(version(1, Day::constant(2016, 1, 1), None, &[Lang::Ru]));
    let mut sector = document(
        72,
        &union,
        DocumentKind::SectorAgreement,
        Trilingual::new("Салалық келісім, 2023–2025", "Отраслевое соглашение, 2023–2025", ""),
    );
    sector.versions.push(version(1, Day::constant(2023, 1, 1), Some(Day::constant(2025, 12, 31)), &both));
    sector.versions[0].requisites.prolongation = Prolongation::UntilReplaced;
    let mut regional = document(
        73,
        &union,
        DocumentKind::RegionalAgreement,
        Trilingual::new("Өңірлік келісім, 2023–2025", "Региональное соглашение, 2023–2025", ""),
    );
    regional.versions.push(version(1, Day::constant(2023, 1, 1), Some(Day::constant(2025, 12, 31)), &both));
    let charter = document(
        74,
        &union,
        DocumentKind::Charter,
        Trilingual::new("Кәсіподақтың жарғысы", "Устав профсоюза", ""),
    );
    let mut aid = document(
        75,
        &union,
        DocumentKind::Regulation,
        Trilingual::new("Материалдық көмек көрсету туралы ереже", "Положение о материальной помощи", ""),
    );
    aid.versions.push(version(1, Day::constant(2026, 9, 1), None, &both));
    vec![law, sector, regional, charter, aid]
}

/// The agreement whose only published editions are changed by `change`.
pub fn changed(change: impl FnOnce(&mut Document)) -> Document {
    let mut document = agreement();
    change(&mut document);
    document
}

pub fn withdrawn(reason: &str) -> FactDetail {
    FactDetail::Withdrawn { reason: reason.to_owned() }
}

/// A document whose every edition was withdrawn.
pub fn gone() -> Document {
    changed(|document| {
        for version in &mut document.versions {
            version.facts.push(fact(withdrawn("деректері қате"), "2026-02-10T05:00:00Z"));
        }
    })
}

/// A document to which everything has happened that can happen.
pub fn all_events() -> Document {
    changed(|document| {
        let both = [Lang::Kk, Lang::Ru];
        let mut correction = version(3, Day::constant(2025, 9, 1), Some(Day::constant(2027, 12, 31)), &both);
        correction.corrects = Some(2);
        correction.published_at = instant("2025-10-05T05:00:00Z");
        let mut erased = version(4, Day::constant(2025, 11, 1), Some(Day::constant(2027, 12, 31)), &both);
        let reason = "жеке деректер".to_owned();
        erased.facts.push(fact(FactDetail::Erased { reason }, "2025-11-20T05:00:00Z"));
        let mut pulled = version(5, Day::constant(2025, 12, 1), Some(Day::constant(2027, 12, 31)), &both);
        pulled.facts.push(fact(withdrawn("күні қате"), "2025-12-03T05:00:00Z"));
        let scheduled = version(6, Day::constant(2026, 9, 1), Some(Day::constant(2027, 12, 31)), &both);
        document.versions.extend([correction, erased, pulled, scheduled]);
        let day = Day::constant(2025, 8, 1);
        let known = [
            FactDetail::Submitted { on: day },
            FactDetail::RenewalProposed { on: day },
            FactDetail::Ended { on: day, verb: EndVerb::Terminated },
            FactDetail::LateText { lang: Lang::Ru },
            FactDetail::LateAttachment { title: "1-қосымша".to_owned() },
            FactDetail::BodyRemade { lang: Lang::Kk, extractor: "2".to_owned() },
        ];
        document.versions[0].facts.extend(known.map(|what| fact(what, "2025-08-15T05:00:00Z")));
    })
}
