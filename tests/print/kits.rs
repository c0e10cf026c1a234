//! Kits to print: short, ordinary and long.

use tizilim::domain::brand::Accent;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Clause, Code, Day, Lang};
use tizilim::print::model::choice::{Choice, Documents, Part, Pending};
use tizilim::print::model::kit::{Document, Kit, LabelledClause, Organization, PrintStatus};
use tizilim::print::qr::Base;

/// A host so long that its codes need the largest version.
pub const LONG_HOST: &str = "https://kasipodaq.astana-bilim.example.kz";

/// The organizations of the sample table: names in Kazakh and Russian.
pub fn organizations() -> Vec<Trilingual> {
    csv::Reader::from_path("tests/samples/organizations.csv")
        .expect("the sample table")
        .records()
        .map(|record| {
            let record = record.expect("a row");
            Trilingual::new(&record[1], &record[2], "")
        })
        .collect()
}

/// The code with this number.
pub fn code(number: u8) -> Code {
    Code::from_random([number, number / 29, 7, 11, 13, 17])
}

/// A document with a title of its own, or none.
pub fn document(number: u8, kind: DocumentKind, kk: &str, ru: &str) -> Document {
    Document {
        code: code(number),
        kind,
        titles: Trilingual::new(kk, ru, ""),
        concerns: Trilingual::default(),
        short_titles: Trilingual::default(),
        edition: Some(Day::constant(2025, 9, 1)),
    }
}

/// A kit of these documents.
pub fn kit(base: &str, names: Trilingual, documents: Vec<Document>) -> Kit {
    Kit {
        base: Base::parse(base).expect("a base"),
        status: PrintStatus::Permanent,
        choice: Choice::default(),
        emblem: None,
        accent: Accent::default(),
        organization: Organization { code: code(200), names },
        union: Trilingual::new(
            "Астана қаласының білім және ғылым қызметкерлері кәсіподағы",
            "Профсоюз работников образования и науки города Астаны",
            "",
        ),
        phone: "+7 7172 00 00 00".to_owned(),
        documents,
        clauses: articles(),
        printed_on: Day::constant(2026, 11, 22),
        revision: 1234,
    }
}

/// Articles and points of the first document, as the layout of their labels names them.
fn articles() -> Vec<LabelledClause> {
    let named = [
        ("P5.2", "Жыл сайынғы ақылы еңбек демалысы: 5.2-тармақ", "Ежегодный оплачиваемый отпуск: п. 5.2"),
        ("A19", "Еңбекақы төлеу мерзімдері: 19-бап", "Сроки выплаты заработной платы: ст. 19"),
    ];
    let labelled = |(clause, kk, ru): (&str, &str, &str)| LabelledClause {
        document: code(1),
        clause: Clause::parse(clause).expect("a clause"),
        names: Trilingual::new(kk, ru, ""),
    };
    named.map(labelled).to_vec()
}

/// An ordinary shelf.
pub fn shelf() -> Vec<Document> {
    let mut waiting =
        document(9, DocumentKind::WorkPlan, "2027 жылға арналған жұмыс жоспары", "План работы на 2027 год");
    waiting.edition = None;
    let mut aid = document(
        8,
        DocumentKind::Regulation,
        "Материалдық көмек көрсету туралы ереже",
        "Положение о материальной помощи",
    );
    aid.concerns = Trilingual::new("кәсіподақ мүшелеріне", "членов профсоюза", "");
    vec![
        document(1, DocumentKind::Law, "«Кәсіптік одақтар туралы» Заң", "Закон «О профессиональных союзах»"),
        document(2, DocumentKind::SectorAgreement, "", ""),
        document(
            3,
            DocumentKind::RegionalAgreement,
            "Астана қаласының білім беру саласындағы өңірлік келісім",
            "Региональное соглашение в сфере образования города Астаны",
        ),
        document(4, DocumentKind::Charter, "Кәсіподақ жарғысы", "Устав профсоюза"),
        document(5, DocumentKind::CollectiveAgreement, "", ""),
        document(6, DocumentKind::LabourRules, "", ""),
        aid,
        waiting,
    ]
}

/// A text of exactly this many characters, out of ordinary words.
pub fn of_length(words: &str, characters: usize) -> String {
    words.chars().cycle().take(characters).collect::<String>().trim().to_owned()
}

/// A kit with a document of each kind of title, its codes its own by the number.
pub fn numbered(number: usize, base: &str, names: &Trilingual) -> Kit {
    let own = |place: u8| {
        let [low, high, ..] = number.to_le_bytes();
        Code::from_random([low, high, place, low.wrapping_mul(29), 17, 5])
    };
    let name = |lang| names.best(lang).unwrap_or_default();
    let title_kk = format!("Ұжымдық шарт – {}", name(Lang::Kk));
    let title_ru = format!("Коллективный договор – {}", name(Lang::Ru));
    let mut documents = vec![
        document(1, DocumentKind::SectorAgreement, "", ""),
        document(2, DocumentKind::CollectiveAgreement, &title_kk, &title_ru),
        document(3, DocumentKind::Regulation, name(Lang::Kk), name(Lang::Ru)),
    ];
    for (place, document) in (1..).zip(&mut documents) {
        document.code = own(place);
    }
    let mut kit = kit(base, names.clone(), documents);
    kit.organization.code = own(0);
    kit
}

/// A kit of an ordinary organization with a document of each kind of title.
pub fn few(base: &str) -> Kit {
    numbered(0, base, &organizations()[2])
}

/// What is looked at by eye.
pub fn gallery() -> Vec<(&'static str, Kit)> {
    let organizations = organizations();
    let length = |names: &Trilingual| names.iter().map(|(_, name)| name.chars().count()).sum::<usize>();
    let shortest = organizations.iter().min_by_key(|names| length(names)).expect("a row").clone();
    let longest = organizations.iter().max_by_key(|names| length(names)).expect("a row").clone();
    let ordinary = organizations[2].clone();
    let title_kk =
        of_length("Қызметкерлердің еңбегіне ақы төлеу мен оларды әлеуметтік қолдау туралы келісімшарт ", 190);
    let title_ru =
        of_length("Соглашение об оплате труда и о социальной поддержке работников образования города ", 190);
    let long_titles = vec![
        document(1, DocumentKind::Regulation, &title_kk, &title_ru),
        document(2, DocumentKind::CollectiveAgreement, "", ""),
        document(3, DocumentKind::Leaflet, &of_length("ұ", 190), &of_length("щ", 190)),
    ];
    let mut trial = kit("http://127.0.0.1:8080", ordinary.clone(), shelf());
    trial.status = PrintStatus::Trial;
    // Labels of a kit never read alike.
    let title = |word: &str, n| if n < 15 { String::new() } else { format!("{word} № {n}") };
    let kind = |n| DocumentKind::ALL[usize::from(n) % 15];
    let many = (0..40).map(|n| document(n, kind(n), &title("Бұйрық", n), &title("Приказ", n))).collect();
    vec![
        ("shortest", kit("https://qr.kz", shortest, shelf())),
        ("ordinary", kit("https://qr.example.kz", ordinary.clone(), shelf())),
        ("longest", kit(LONG_HOST, longest, long_titles)),
        ("trial", trial),
        ("many", kit("https://qr.example.kz", ordinary, many)),
    ]
}

/// The sheet of one document, whether or not it has a text.
pub fn only(kit: &Kit, code: Code) -> Kit {
    let choice = Choice {
        parts: vec![Part::Sheets],
        documents: Documents::These(vec![code]),
        pending: Pending::Printed,
        ..Choice::default()
    };
    Kit { choice, ..kit.clone() }
}
