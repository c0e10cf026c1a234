//! Pages say the right thing, in the right language, and never let a text become markup.

mod compare;
mod document;
mod paper;
mod phrases;
mod posted;
pub(in crate::pages) mod samples;

use self::samples::{
    agreement, all_events, as_of, body_kk, body_ru, changed, city_wide, fact, gone, school, union, withdrawn,
};
use super::document_view::DocumentView;
use super::error::Problem;
use super::history::HistoryView;
use super::posted::StandView;
use super::search::{Editions, Place as FoundPlace, SearchView, Within};
use super::shelf::ShelfView;
use super::start::StartView;
use super::{LanguagePreference, SCRIPT_NAME, STYLE, Site};
use crate::domain::address::{Asset, Public, encoded};
use crate::domain::answer::{Requested, StandContext};
use crate::domain::document::Document;
use crate::domain::fact::{EndVerb, FactDetail};
use crate::domain::organization::{Organization, OrganizationStatus};
use crate::domain::posted::{Advice, Posted};
use crate::domain::requisites::Prolongation;
use crate::domain::{Day, Lang};
use crate::print::model::kit::PrintStatus;
use crate::text::body::{Block, Body, Emphasis, Span, Warning};
use crate::text::find::Piece;

const ORIGIN: &str = "https://qr.example.kz";

/// The page of a document for the whole union or one school.
fn page(
    document: &Document,
    requested: Requested<'_>,
    wish: LanguagePreference,
    stand: StandContext<'_>,
    body: Option<&Body>,
) -> String {
    dressed(document, requested, wish, stand, body, super::document::render)
}

/// The text of a document, in the dress that `render` gives it.
fn dressed(
    document: &Document,
    requested: Requested<'_>,
    wish: LanguagePreference,
    stand: StandContext<'_>,
    body: Option<&Body>,
    render: impl Fn(&DocumentView<'_>) -> String,
) -> String {
    let (union, school) = (union(), school());
    let owner = if document.owner == union.id { &union } else { &school };
    render(&DocumentView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish,
        document,
        owner,
        requested,
        resolved: requested.resolve(document, wish.lang(), as_of()),
        stand,
        successor: None,
        finding: None,
        draft_file: None,
        json_ld: None,
        body,
        changes: None,
        clause: None,
        as_of: as_of(),
    })
}

fn latest(document: &Document, lang: Lang) -> String {
    page(
        document,
        Requested::Latest,
        LanguagePreference::Accepted(lang),
        StandContext::Unnamed,
        Some(&body_kk()),
    )
}

fn history(document: &Document, lang: Lang) -> String {
    let (union, school) = (union(), school());
    let site = Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent };
    let wish = LanguagePreference::Accepted(lang);
    super::history::render(&HistoryView { site, wish, document, owner: &school, as_of: as_of() })
}

fn shelf(
    organization: &Organization,
    successor: Option<&Organization>,
    documents: &[Document],
    lang: Lang,
) -> String {
    let union = union();
    let documents: Vec<&Document> = documents.iter().collect();
    let (posted, advice) = (Posted::new(), Advice::default());
    super::shelf::render(&ShelfView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish: LanguagePreference::InPath(lang),
        organization,
        successor,
        documents: &documents,
        standing: PrintStatus::Permanent,
        stand: StandView { organization, posted: &posted, advice: &advice, named: &[] },
        as_of: as_of(),
    })
}

fn start(documents: &[Document], lang: Lang) -> String {
    let union = union();
    let documents: Vec<&Document> = documents.iter().collect();
    let site = Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent };
    let wish = LanguagePreference::InPath(lang);
    super::start::render(&StartView { site, wish, documents: &documents, as_of: as_of() })
}

fn search(query: &str, documents: &[Document], lang: Lang) -> String {
    let (union, school) = (union(), school());
    let documents: Vec<_> = documents.iter().map(|document| (document, &union)).collect();
    let organizations = if documents.is_empty() { vec![] } else { vec![&school] };
    let piece = |text: &str, is_marked| Piece { text: text.to_owned(), is_marked, is_struck: false };
    let (heading, excerpt) = ([piece("5-тарау", false)], [piece("Еңбек ", false), piece("демалысы", true)]);
    let unknown = ["қққ".to_owned()];
    let places = documents.iter().filter_map(|(document, owner)| {
        let version = document.versions.first()?;
        let (heading, excerpt) = (&heading[..], &excerpt[..]);
        Some(FoundPlace {
            document,
            owner,
            version,
            is_answer: false,
            is_recognised: true,
            lang: Lang::Kk,
            anchor: "ch-5",
            heading,
            excerpt,
        })
    });
    let places: Vec<FoundPlace<'_>> = places.collect();
    super::search::render(&SearchView {
        site: Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        wish: LanguagePreference::InPath(lang),
        query,
        refused_over: None,
        within: Within::default(),
        editions: Editions::Present,
        documents: &documents,
        organizations: &organizations,
        places: &places,
        places_total: 21,
        is_partial: true,
        unknown: &unknown,
        readings: &[("jngecr".to_owned(), "отпуск".to_owned())],
        missing_place: Some("ст. 99"),
        page: 1,
        per_page: 20,
        as_of: as_of(),
    })
}

fn error(problem: &Problem, lang: Lang) -> String {
    let union = union();
    super::error::render(
        Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        LanguagePreference::Accepted(lang),
        problem,
    )
}

fn help(lang: Lang) -> String {
    let union = union();
    super::help::render(
        Site { union: &union, origin: ORIGIN, standing: PrintStatus::Permanent },
        LanguagePreference::Accepted(lang),
    )
}

/// Every page there is, by name, in a language.
fn every_page(lang: Lang) -> Vec<(String, String)> {
    let (school, other) = (school(), samples::organization(55, "№ 55 мектеп", "Школа № 55"));
    let mut dissolved = school.clone();
    dissolved.status = OrganizationStatus::Dissolved;
    let documents = city_wide();
    let all = [documents.clone(), vec![agreement()]].concat();
    let wish = LanguagePreference::InPath(lang);
    let body = if lang == Lang::Ru { body_ru() } else { body_kk() };
    let (agreement, full) = (agreement(), all_events());
    let of = |document, requested, stand| page(document, requested, wish, stand, Some(&body));
    let (latest, unnamed, at_school) =
        (Requested::Latest, StandContext::Unnamed, StandContext::Stand(&school));
    let mut pages = vec![
        ("start", start(&documents, lang)),
        ("start-empty", start(&[], lang)),
        ("document", of(&agreement, latest, at_school)),
        ("old-version", of(&agreement, Requested::Edition(&agreement.versions[0]), unnamed)),
        ("on-day", of(&agreement, Requested::On(Day::constant(2024, 5, 1)), unnamed)),
        ("elsewhere", of(&agreement, latest, StandContext::Elsewhere(&other))),
        ("unknown-place", of(&agreement, latest, StandContext::Unknown)),
        ("dissolved-place", {
            let stand = StandContext::Dissolved { organization: &dissolved, successor: Some(&other) };
            of(&agreement, latest, stand)
        }),
        ("language-missing", page(&documents[0], latest, wish, unnamed, Some(&body_ru()))),
        ("scan", page(&agreement, latest, wish, at_school, None)),
        ("nothing-yet", page(&documents[3], latest, wish, at_school, None)),
        ("all-withdrawn", page(&gone(), latest, wish, unnamed, None)),
        ("erased", page(&full, Requested::Edition(&full.versions[3]), wish, unnamed, None)),
        ("both", {
            let render =
                |view: &DocumentView<'_>| super::both::render(view, Some(&body_kk()), Some(&body_ru()));
            dressed(&agreement, latest, wish, at_school, None, render)
        }),
        ("both-missing", {
            let render = |view: &DocumentView<'_>| super::both::render(view, Some(&body_kk()), None);
            dressed(&agreement, latest, wish, unnamed, None, render)
        }),
        ("history", history(&full, lang)),
        ("compare", compare::changed(lang)),
        ("compare-same", compare::page(lang, &body, &body)),
        ("shelf", shelf(&school, None, &all, lang)),
        ("shelf-empty", shelf(&school, None, &[], lang)),
        ("shelf-merged", shelf(&dissolved, Some(&other), &all, lang)),
        ("shelf-dissolved", shelf(&dissolved, None, &all, lang)),
        ("search", search("54", &documents, lang)),
        ("search-nothing", search("еңбкшарт", &[], lang)),
        ("help", help(lang)),
    ];
    let problems = [
        Problem::BadRequest,
        Problem::Forbidden,
        Problem::NoSuchPage,
        Problem::UnknownCode(samples::code(98)),
        Problem::MistypedCode("7K3M9Q4".to_owned()),
        Problem::MethodNotAllowed,
        Problem::FileGone,
        Problem::TooLarge { limit_bytes: 50 * 1024 * 1024 },
        Problem::TooMany { wait_s: 21 },
        Problem::Internal,
        Problem::ForeignForm { origin: "https://qr.example.kz".to_owned() },
        Problem::TooSlow,
        Problem::Busy { wait_s: 15 },
    ];
    let names = "400 403 404 404-unknown 404-mistyped 405 410 413 429 500 403-foreign 408 503".split(' ');
    pages.extend(names.zip(problems.map(|problem| error(&problem, lang))));
    pages.into_iter().map(|(name, html)| (format!("{name}-{lang}"), html)).collect()
}

#[test]
fn every_page_is_complete_and_stands_alone() {
    for (name, html) in Lang::ALL.into_iter().flat_map(every_page) {
        let lang = name.rsplit('-').next().expect("a language");
        assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{lang}\">")), "{name}");
        assert!(html.trim_end().ends_with("</html>"), "{name}");
        assert!(html.contains(&format!("<style>{STYLE}</style>")), "{name}: the style is hashed as it is");
        assert_eq!(html.matches("<h1>").count(), 1, "{name}");
        // One script, from a file: nothing inline may run.
        assert!(
            html.contains(&format!("<script src=\"{}\" defer></script>", Asset::Script(*SCRIPT_NAME))),
            "{name}"
        );
        for forbidden in ["<script>", "style=\"", "onclick", "src=\"http", "src=\"//"] {
            assert!(!html.contains(forbidden), "{name}: {forbidden}");
        }
        // Nothing that a member reads waits for a picture.
        assert!(!html.contains("<img") || name.starts_with("help"), "{name}");
        let links = html.split("<link ").skip(1);
        let is_for_programs =
            |link: &&str| link.starts_with("rel=\"alternate\"") || link.starts_with("rel=\"canonical\"");
        for link in links.filter(|link| !is_for_programs(link)) {
            let href = link.split("href=\"").nth(1).unwrap_or_default();
            assert!(href.starts_with('/') && !href.starts_with("//"), "{name}: {href}");
        }
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let distinct: std::collections::BTreeSet<&&str> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len(), "{name}: {ids:?}");
    }
}

#[test]
fn hostile_text_stays_text() {
    let hostile = "<script>alert(1)</script>\"'&";
    let mut school = school();
    school.names[0].names = crate::domain::lang::Trilingual::new(hostile, hostile, hostile);
    let mut document = changed(|document| {
        document.titles = crate::domain::lang::Trilingual::new(hostile, "", "");
        document.concerns = crate::domain::lang::Trilingual::new("", hostile, "");
        document.versions[1].attachments[0].title = hostile.to_owned();
        document.versions[0].facts.push(fact(withdrawn(hostile), "2026-02-10T05:00:00Z"));
    });
    if let Some(contact) = &mut school.contact {
        contact.name = hostile.to_owned();
        contact.room = hostile.to_owned();
        contact.phone = format!("{hostile} 701 123 45 67");
    }
    let span = Span { text: hostile.to_owned(), emphasis: Emphasis::BoldItalic, ..Span::default() };
    let anchor = Some("\"><script>".to_owned());
    let label = Some("<b>".to_owned());
    let body = Body {
        blocks: vec![
            Block::Heading {
                level: 1,
                anchor: anchor.clone(),
                label: label.clone(),
                content: vec![span.clone()],
            },
            Block::Paragraph { anchor, label, depth: 200, content: vec![span] },
        ],
        ..Body::default()
    };
    let wish = LanguagePreference::InPath(Lang::Ru);
    let pages = [
        page(&document, Requested::Latest, wish, StandContext::Stand(&school), Some(&body)),
        history(&document, Lang::Ru),
        shelf(&school, None, std::slice::from_ref(&document), Lang::Ru),
        search(hostile, std::slice::from_ref(&document), Lang::Ru),
        error(&Problem::MistypedCode(hostile.to_owned()), Lang::Ru),
    ];
    for html in pages {
        assert!(!html.contains("<script>"), "{html}");
        assert!(!html.contains("\"'&"), "{html}");
    }
    document.versions.clear();
    assert!(!latest(&document, Lang::Kk).contains("<script>"));
}

#[test]
fn the_language_is_the_last_segment_of_a_path() {
    assert_eq!(super::site::in_language(Public::Start, Lang::Kk), "/kk");
    let version = Public::Version(agreement().code, 3);
    assert_eq!(super::site::in_language(version, Lang::Ru), format!("/{}/v3/ru", agreement().code));
    let html = search("демалыс & ақы", &[], Lang::Kk);
    let query = encoded("демалыс & ақы");
    assert!(query.is_ascii() && !query.contains(['&', ' ']));
    assert!(html.contains(&format!("href=\"/search/ru?q={query}\"")), "{html}");
}

#[test]
fn a_shelf_has_one_big_button_and_leads_to_a_successor() {
    let (school, other) = (school(), samples::organization(55, "№ 55 мектеп", "Школа № 55"));
    let documents = [city_wide(), vec![agreement()]].concat();
    let html = shelf(&school, None, &documents, Lang::Ru);
    assert_eq!(html.matches("class=\"button big\"").count(), 1);
    assert!(html.contains(&format!("href=\"/{}/kit.pdf\"", school.code)));
    assert!(
        html.contains(&format!("href=\"/{}/{}/ru\"", documents[0].code, school.code)),
        "the stand stays named"
    );
    let (city, own) = (html.find("Трудовой кодекс"), html.find("Коллективный договор на"));
    assert!(city.is_some() && city < own, "what is for all comes first");
    let mut merged = school.clone();
    merged.status = OrganizationStatus::Dissolved;
    let html = shelf(&merged, Some(&other), &documents, Lang::Ru);
    assert!(
        html.contains("Эта организация вошла в другую. Теперь это: <a href=\"")
            && html.contains("Школа №\u{a0}55")
    );
    assert!(!html.contains("kit.pdf"));
    assert!(shelf(&school, None, &[], Lang::Kk).contains("Бұл стендте әзірге құжат жоқ"));
}

/// Writes every page into a folder, so that people can look at them: `TIZILIM_PAGES=folder cargo test looked_at`.
#[test]
fn pages_can_be_looked_at() {
    let Some(folder) = std::env::var_os("TIZILIM_PAGES").map(std::path::PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, html) in Lang::ALL.into_iter().flat_map(every_page) {
        std::fs::write(folder.join(format!("{name}.html")), html).expect("a file");
    }
}
