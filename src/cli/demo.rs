//! `tizilim demo`: a sample union to look at, served at once.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use clap::Args;

use super::common::{Common, Done, Stop};
use super::serve::{Server, listen, serve, tell};
use super::user::invitation;
use crate::config::{Config, DATA, LOG};
use crate::domain::address::{Address, Admin, Public};
use crate::domain::brand::Brand;
use crate::domain::document::Document;
use crate::domain::document_kind::DocumentKind;
use crate::domain::lang::Trilingual;
use crate::domain::role::Role;
use crate::domain::version::Authenticity;
use crate::domain::{Code, Day, Lang};
use crate::phrases::say;
use crate::registry::{
    Accepts, ContactInput, DocumentFilter, DocumentInput, EditionInput, Error, FileInput, FilePart, NewWords,
    Registry, Unpublished,
};

/// Whom the audit trail names for the sample union.
const ACTOR: &str = "demo";

/// The organization whose shelf is shown first.
const SCHOOL: &str = "S054";

#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Serve the local network, under an address that a phone on the same Wi-Fi can scan.
    #[arg(long)]
    lan: bool,
}

/// One bundled file.
struct File {
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! file {
    ($name:literal) => {
        File { name: $name, bytes: include_bytes!(concat!("../../assets/demo/", $name)) }
    };
}

/// The law on trade unions in Kazakh or Russian: its name and its bytes.
pub fn law(lang: Lang) -> (&'static str, &'static [u8]) {
    let File { name, bytes } = match lang {
        Lang::Kk | Lang::En => file!("zakon_profsoyuz_kk.docx"),
        Lang::Ru => file!("zakon_profsoyuz_ru.docx"),
    };
    (name, bytes)
}

/// An edition of a sample document.
struct Edition {
    signed_on: Option<Day>,
    effective_from: Day,
    term_end: Option<Day>,
    kk: Option<File>,
    ru: Option<File>,
}

/// A sample document.
struct Sample {
    owner: &'static str,
    kind: DocumentKind,
    title_kk: &'static str,
    title_ru: &'static str,
    editions: Vec<Edition>,
}

/// Runs the command.
pub fn run(args: &DemoArgs, common: &Common, server: Server) -> Done {
    let lang = common.messages;
    // What is said is for people; who wants the log asks for it.
    let mut config = Config::read(&common.given.or(&[(DATA, "demo-data"), (LOG, "error")]))?;
    if args.lan {
        config = on_local_network(&config)?;
    }
    let registry = Registry::open(config.setup()?)?;
    let lock = registry.lock_folder()?;
    let listener = listen(&config)?;
    let documents = registry.read(|view| view.documents_count(&DocumentFilter::default()))?;
    if documents == 0 {
        tell(&say(lang, "demo-making"));
        fill(&registry)?;
    }
    for line in what_to_open(&registry, &config, lang)? {
        tell(&line);
    }
    if !args.lan {
        tell(&say(lang, "demo-phone"));
    }
    tell(&say(lang, "demo-stop"));
    serve(registry, &config, (listener, server))?;
    drop(lock);
    Ok(())
}

/// The same settings on every interface, under this machine's address in the local network.
fn on_local_network(config: &Config) -> Result<Config, Stop> {
    let failed = |why| Stop::Io("--lan: no local network was found".to_owned(), why);
    // Connecting a datagram socket sends nothing; it only chooses the interface that leads outside (RFC 5737 address).
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).map_err(failed)?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).map_err(failed)?;
    let address = socket.local_addr().map_err(failed)?.ip();
    let port = config.listen.port();
    let listen = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), port);
    Ok(config.at(listen, &format!("http://{address}:{port}"))?)
}

/// What to look at, and how to sign in: a line each, the address at its end.
fn what_to_open(registry: &Registry, config: &Config, lang: Lang) -> Result<Vec<String>, Stop> {
    let origin = config.base.origin();
    let at = |address: Address| format!("{origin}{address}");
    let mut places = vec![("demo-start", at(Public::Start.into()))];
    let school = registry.read(|view| {
        let Some(school) = view.organization_named(SCHOOL)? else { return Ok::<_, Error>(None) };
        let is_agreement = |document: &&&Document| document.kind == DocumentKind::CollectiveAgreement;
        let agreement = view.owned(school)?.iter().find(is_agreement).map(|document| document.code);
        Ok(Some((school.code, agreement)))
    })?;
    if let Some((school, agreement)) = school {
        if let Some(document) = agreement {
            places.push(("demo-scanned", at(Public::Stand(document, school).into())));
        }
        places.push(("demo-shelf", at(Public::Code(school).into())));
        places.push(("demo-kit", at(Public::Kit(school).into())));
    }
    places.push(if registry.has_admin()? {
        ("demo-sign-in", at(Admin::Dashboard.into()))
    } else {
        ("demo-first-sign-in", invitation(registry, config, Role::Admin)?)
    });
    let places = places.into_iter().map(|(key, address)| (say(lang, key), address)).collect::<Vec<_>>();
    let width = places.iter().map(|(label, _)| label.chars().count()).max().unwrap_or_default();
    let lines = places.into_iter().map(|(label, address)| format!("  {label:width$}  {address}"));
    let blank = || std::iter::once(String::new());
    Ok(blank().chain([say(lang, "demo-open")]).chain(blank()).chain(lines).chain(blank()).collect())
}

fn fill(registry: &Registry) -> Done {
    let union = registry.glance().union().code;
    let names = Trilingual::new(
        "Астана қаласының білім қызметкерлері кәсіподағы (үлгі)",
        "Профсоюз работников образования города Астаны (образец)",
        "Education workers' union of Astana (sample)",
    );
    registry.rename(union, names, None, ACTOR)?;
    let organizations = registry.table(include_bytes!("../../assets/demo/organizations.csv"))?;
    registry.import(&organizations, NewWords::Refused, ACTOR)?;
    let emblem = include_str!("../../assets/demo/emblem.txt").trim().to_owned();
    registry.set_brand(&Brand { emblem, ..Brand::default() }, ACTOR)?;
    let contact = |name: &str, room: &str| ContactInput {
        name: name.to_owned(),
        phone: "+7 700 000 00 00".to_owned(),
        whatsapp: "+7 700 000 00 00".to_owned(),
        room: room.to_owned(),
        consent: true,
    };
    registry.set_contact(union, &contact("Кәсіподақ кеңсесі · Офис профсоюза", ""), ACTOR)?;
    if let Ok(school) = registry.code_of_number(SCHOOL) {
        registry.set_contact(school, &contact("Үлгі төраға · Председатель (образец)", "214"), ACTOR)?;
    }
    for sample in samples() {
        publish(registry, sample)?;
    }
    Ok(())
}

fn publish(registry: &Registry, sample: Sample) -> Done {
    let owner: Code = super::common::organization_code(registry, sample.owner)?;
    let titles = Trilingual::new(sample.title_kk, sample.title_ru, "");
    let input = DocumentInput { titles, ..DocumentInput::default() };
    let code = registry.add_document(owner, sample.kind, &input, ACTOR)?;
    for edition in sample.editions {
        let texts = [(Lang::Kk, edition.kk), (Lang::Ru, edition.ru)];
        let files = texts.into_iter().filter_map(|(lang, file)| {
            let File { name, bytes } = file?;
            let part = FilePart::Text(lang, Authenticity::Authentic);
            Some(FileInput { part, name: name.to_owned(), bytes: bytes.to_vec() })
        });
        let input = EditionInput {
            signed_on: edition.signed_on,
            effective_from: Some(edition.effective_from),
            term_end: edition.term_end,
            files: files.collect(),
            // The samples are excerpts of laws: articles are left out.
            accepts: Accepts::Everything,
            ..EditionInput::default()
        };
        registry
            .publish_at_once(code, input, ACTOR)
            .map_err(|Unpublished { error, file, .. }| Stop::Registry(error, file))?;
    }
    Ok(())
}

/// A day that is known to exist.
const fn day(year: i16, month: i8, day: i8) -> Day {
    Day::constant(year, month, day)
}

#[expect(clippy::too_many_lines, reason = "a table of the documents")]
fn samples() -> Vec<Sample> {
    let edition = |signed: Day, from: Day, kk: Option<File>, ru: Option<File>| Edition {
        signed_on: Some(signed),
        effective_from: from,
        term_end: None,
        kk,
        ru,
    };
    let law = |title_kk, title_ru, editions| Sample {
        owner: "union",
        kind: DocumentKind::Law,
        title_kk,
        title_ru,
        editions,
    };
    vec![
        law(
            "Педагог мәртебесі туралы Заң (үзінді)",
            "Закон «О статусе педагога» (извлечение)",
            vec![
                edition(day(2019, 12, 27), day(2020, 1, 11), Some(file!("zakon_pedagog_kk_v1.docx")), None),
                edition(
                    day(2019, 12, 27),
                    day(2025, 1, 10),
                    Some(file!("zakon_pedagog_kk_v2.docx")),
                    Some(file!("zakon_pedagog_ru_v2.docx")),
                ),
            ],
        ),
        law(
            "Кәсіптік одақтар туралы Заң (үзінді)",
            "Закон «О профессиональных союзах» (извлечение)",
            vec![edition(
                day(2014, 6, 27),
                day(2014, 7, 12),
                Some(file!("zakon_profsoyuz_kk.docx")),
                Some(file!("zakon_profsoyuz_ru.docx")),
            )],
        ),
        law(
            "Еңбек кодексі, 4-бөлім (үзінді)",
            "Трудовой кодекс, раздел 4 (извлечение)",
            vec![edition(
                day(2015, 11, 23),
                day(2016, 1, 1),
                None,
                Some(file!("trudovoi_kodeks_razdel4_ru.docx")),
            )],
        ),
        Sample {
            owner: "union",
            kind: DocumentKind::Charter,
            title_kk: "Кәсіподақ жарғысы (үлгі)",
            title_ru: "Устав профсоюза (образец)",
            editions: vec![edition(
                day(2024, 5, 17),
                day(2024, 6, 1),
                Some(file!("charter_kk.docx")),
                Some(file!("charter_ru.docx")),
            )],
        },
        Sample {
            owner: "union",
            kind: DocumentKind::Regulation,
            title_kk: "Бастауыш кәсіподақ ұйымы туралы ереже (үлгі)",
            title_ru: "Положение о первичной профсоюзной организации (образец)",
            editions: vec![edition(
                day(2024, 5, 17),
                day(2024, 6, 1),
                Some(file!("regulation_kk.docx")),
                Some(file!("regulation_ru.docx")),
            )],
        },
        collective_agreement(),
        Sample {
            owner: "union",
            kind: DocumentKind::Leaflet,
            title_kk: "Кәсіподақ мүшесіне жадынама",
            title_ru: "Памятка члену профсоюза",
            editions: vec![edition(
                day(2025, 8, 25),
                day(2025, 9, 1),
                Some(file!("leaflet_kk.docx")),
                Some(file!("leaflet_ru.docx")),
            )],
        },
        Sample {
            owner: SCHOOL,
            kind: DocumentKind::WorkPlan,
            title_kk: "",
            title_ru: "",
            editions: Vec::new(),
        },
    ]
}

fn collective_agreement() -> Sample {
    Sample {
        owner: SCHOOL,
        kind: DocumentKind::CollectiveAgreement,
        title_kk: "",
        title_ru: "",
        editions: vec![
            Edition {
                signed_on: Some(day(2022, 12, 20)),
                effective_from: day(2023, 1, 1),
                term_end: Some(day(2025, 12, 31)),
                kk: Some(file!("collective_agreement_kk_v1.docx")),
                ru: Some(file!("collective_agreement_ru_v1.docx")),
            },
            Edition {
                signed_on: Some(day(2025, 12, 19)),
                effective_from: day(2026, 1, 1),
                term_end: Some(day(2028, 12, 31)),
                kk: Some(file!("collective_agreement_kk_v2.docx")),
                ru: Some(file!("collective_agreement_ru_v2.docx")),
            },
        ],
    }
}
