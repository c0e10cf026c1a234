//! Getting the prints of one stand: choices in the address, the page of a kit, codes as files.

use diesel::prelude::*;
use diesel::sql_types::Text;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;
use tizilim::registry::DocumentInput;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine, on_sqlite};
use crate::desk::Desk;
use crate::register;

/// A school with a published charter and a law that has yet to come.
struct Stand {
    school: Code,
    charter: Code,
    law: Code,
}

fn stand(app: &TestApp) -> Stand {
    let stand = Stand {
        school: app.schools(&["S054"])[0],
        charter: app.document(DocumentKind::Charter),
        law: app.document(DocumentKind::Law),
    };
    app.publish(stand.charter, &Edition::of("2025-01-01").saying(Lang::Kk, "Жарғы"));
    stand
}

#[derive(QueryableByName)]
struct Kept {
    #[diesel(sql_type = Text)]
    code: String,
}

/// The codes that are kept for ever, as SQLite has them.
pub fn kept(app: &TestApp) -> Vec<String> {
    let mut conn = SqliteConnection::establish(&app.database_file()).expect("a database");
    let rows = diesel::sql_query("SELECT code FROM codes WHERE status = 'kept' ORDER BY code");
    rows.load::<Kept>(&mut conn).expect("rows").into_iter().map(|row| row.code).collect()
}

fn sorted(codes: &[Code]) -> Vec<String> {
    let mut texts: Vec<String> = codes.iter().map(Code::to_string).collect();
    texts.sort();
    texts
}

/// The pages of a PDF.
pub fn pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).expect("a PDF that opens").get_pages().len()
}

#[test]
fn the_choices_in_the_address_are_what_is_printed() {
    on_each_engine(|app| {
        let Stand { school, charter, law } = stand(app);
        let printed = |query: &str| {
            let reply = app.get(&format!("/{school}/kit.pdf{query}"));
            assert_eq!((reply.status, reply.header("content-type")), (200, "application/pdf"), "{query}");
            (pages(&reply.body), reply.header("content-disposition").to_owned())
        };
        let (usual, name) = printed("");
        assert!(name.contains(&format!("filename=\"tizilim-S054-{school}.pdf\"")), "{name}");
        let (sheets, name) = printed("?parts=sheets");
        assert!(name.contains(&format!("tizilim-S054-{school}-sheets.pdf")), "{name}");
        assert!(sheets == 1 && usual > 2, "{sheets} of {usual}");
        assert_eq!(printed("?parts=sheets&pending=yes").0, 2);
        assert_eq!(printed(&format!("?parts=sheets&pending=yes&documents={law}")).0, 1);
        let both = format!("?parts=guide&parts=sheets&documents={law}&documents={charter}");
        assert_eq!(printed(&both).0, 2, "every document that is ticked is the whole shelf");
        let sheet = app.get(&format!("/{law}/{school}/sheet.pdf?level=h"));
        assert_eq!((sheet.status, pages(&sheet.body)), (200, 1));
        assert!(sheet.header("content-disposition").contains(&format!("tizilim-S054-{law}-h.pdf")));
    });
}

#[test]
fn only_what_is_on_paper_is_kept() {
    on_sqlite(|app| {
        let Stand { school, charter, law } = stand(app);
        let before = kept(app);
        assert!(before.contains(&charter.to_string()) && !before.contains(&school.to_string()));
        app.get(&format!("/{school}/kit"));
        app.get(&format!("/{school}/kit/1.png"));
        app.get(&format!("/{school}/kit.pdf?parts=guide"));
        app.ask("HEAD", &format!("/{school}/kit.pdf"), &[]);
        app.ask("HEAD", &format!("/{school}/qr.svg"), &[]);
        assert_eq!(kept(app), before, "looking at a kit hands nothing out");
        app.get(&format!("/{school}/kit.pdf?parts=sheets"));
        assert_eq!(kept(app), sorted(&[charter, school]), "a document without a sheet is not on paper");
        app.get(&format!("/{school}/kit.pdf?parts=sheets&pending=yes"));
        assert_eq!(kept(app), sorted(&[charter, law, school]));
        let plan = app.document_of(school, DocumentKind::WorkPlan).expect("a plan");
        assert_eq!(app.get(&format!("/{plan}/{school}/qr.png")).status, 200);
        assert_eq!(kept(app), sorted(&[charter, law, plan, school]), "a code that was taken may be printed");
    });
}

#[test]
fn what_has_no_kazakh_name_or_letters_that_nobody_can_print_is_refused_and_keeps_nothing() {
    on_sqlite(|app| {
        let Stand { school, charter, .. } = stand(app);
        let before = kept(app);
        let edit = |kk: &str| {
            let input =
                DocumentInput { titles: Trilingual::new(kk, "Устав 1", ""), ..DocumentInput::default() };
            app.registry.edit_document(charter, &input, ACTOR)
        };
        // Letters without a shape in the fonts are refused when they are typed.
        assert!(edit("Жарғы 中").is_err_and(|error| format!("{error:?}").contains('中')));
        edit("").expect("other titles");
        for path in [format!("/{school}/kit.pdf"), format!("/{charter}/{school}/sheet.pdf")] {
            let refused = app.ask("GET", &path, &[("accept-language", "ru")]);
            assert_eq!(refused.status, 422, "{path}");
            assert!(refused.text().contains("Нет названия на казахском"), "{path}: {}", refused.text());
        }
        assert_eq!(kept(app), before);
        edit("Жарғы 1").expect("other titles");
        assert_eq!(app.get(&format!("/{school}/kit.pdf")).status, 200);
    });
}

#[test]
fn what_cannot_be_chosen_is_refused_by_name_and_keeps_nothing() {
    on_sqlite(|app| {
        let Stand { school, charter, .. } = stand(app);
        let foreign = app.document_of(app.schools(&["S055"])[0], DocumentKind::WorkPlan).expect("a document");
        let before = kept(app);
        for (query, status, said) in [
            (
                "paper=a2".to_owned(),
                400,
                vec![
                    "a2".to_owned(),
                    format!("a5 ({})", say(Lang::Ru, "choice-paper-a5")),
                    say(Lang::Ru, "choice-paper"),
                ],
            ),
            ("parts=flags".to_owned(), 400, vec!["flags".to_owned(), "acquaintance".to_owned()]),
            ("parts=".to_owned(), 400, vec![say(Lang::Ru, "choice-nothing")]),
            ("documents=".to_owned(), 400, vec![say(Lang::Ru, "choice-nothing")]),
            (
                "start=22".to_owned(),
                400,
                vec!["22".to_owned(), say(Lang::Ru, "choice-start"), "от 1 до 21".to_owned()],
            ),
            ("documents=7K3M9Q4".to_owned(), 400, vec!["7K3M9Q4".to_owned()]),
            (format!("documents={charter}.{foreign}"), 422, vec![foreign.grouped()]),
            (
                format!("parts=sheets&documents={}", stand_law(app, school)),
                422,
                vec![say(Lang::Ru, "print-nothing")],
            ),
        ] {
            for page in ["kit.pdf", "kit", "kit/1.png"] {
                let reply =
                    app.ask("GET", &format!("/{school}/{page}?{query}"), &[("accept-language", "ru")]);
                assert_eq!(reply.status, status, "{page}?{query}");
                assert_eq!(reply.header("cache-control"), "no-store");
                let html = reply.text();
                assert!(said.iter().all(|words| html.contains(words)), "{query}: {html}");
                assert!(html.contains(&format!("href=\"/{school}/kit\"")), "the way back");
            }
        }
        let two = app.get(&format!("/{school}/kit/ru?paper=a2&level=h&start=x&parts=stickers")).text();
        assert!(two.contains("a2") && two.contains("«x»"), "both are named");
        assert!(two.contains("name=\"level\" value=\"h\" checked"), "the rest is still chosen");
        assert_eq!(app.get("/0000000/kit").status, 404);
        assert_eq!(kept(app), before);
    });
}

/// A document on the shelf of a school that has no text.
fn stand_law(app: &TestApp, school: Code) -> Code {
    let shelf = register::shelf(&app.registry, school);
    shelf.iter().find(|document| document.versions.is_empty()).expect("a document").code
}

#[test]
fn a_long_host_is_refused_by_name_with_what_helps() {
    use tizilim::domain::lang::Trilingual;
    use tizilim::press;
    use tizilim::print::model::kit::{Kit, PrintStatus};
    on_sqlite(|app| {
        let Stand { school, charter, .. } = stand(app);
        let organization = register::organization(&app.registry, school);
        let choice = tizilim::print::model::choice::Choice::read([("level", "h")]).expect("a choice");
        let host = "kasipodaq.astana-bilim.example.kz";
        let order = press::Order {
            base: tizilim::print::qr::Base::parse(&format!("https://{host}")).expect("a base"),
            choice,
        };
        let kit = app.registry.read(|view| order.kit(view, &organization));
        let mut kit = Kit { status: PrintStatus::Permanent, ..kit.expect("a kit") };
        let error = press::prove(&kit).expect_err("too long for level H");
        for lang in Lang::ALL {
            let why = press::why(lang, &error, &kit);
            assert!(why.contains(host) && why.contains("21"), "{why}");
        }
        kit.choice.level = tizilim::print::qr::Level::Q;
        let long = kit.documents.iter_mut().find(|document| document.code == charter).expect("it");
        long.titles = Trilingual::new(&"щ".repeat(3000), "", "");
        let error = press::prove(&kit).expect_err("no page holds it");
        let why = press::why(Lang::Ru, &error, &kit);
        assert!(why.contains(&charter.grouped()), "{why}");
    });
}

#[test]
fn the_page_of_a_kit_remembers_what_was_chosen() {
    on_sqlite(|app| {
        let Stand { school, charter, law } = stand(app);
        let usual = app.scan(&format!("/{school}/kit"), Lang::Ru);
        assert!(usual.contains(&format!("href=\"/{school}/kit.pdf\" download")));
        assert!(usual.contains("ОБРАЗЕЦ"), "the host is not confirmed");
        assert!(
            usual.contains(&format!("src=\"/{school}/kit/1.png\"")) && usual.contains("loading=\"lazy\"")
        );
        let query = format!("parts=sheets&paper=a4&level=h&documents={charter}&pending=no");
        let chosen = app.scan(&format!("/{school}/kit?{query}"), Lang::Ru);
        let short = format!("?parts=sheets&amp;level=h&amp;documents={charter}");
        let short_escaped = short.replace("&amp;", "&#38;");
        let linked = |end: &str| {
            [&short, &short_escaped]
                .iter()
                .any(|query| chosen.contains(&format!("/{school}/kit{end}{query}")))
        };
        assert!(linked(".pdf") && linked("/1.png") && linked("/ru"), "{chosen}");
        assert!(chosen.contains("name=\"level\" value=\"h\" checked"));
        assert!(!chosen.contains("name=\"parts\" value=\"guide\" checked"));
        let idle = app.scan(&format!("/{school}/kit?parts=sheets&paper=a3"), Lang::Ru);
        let paper = say(Lang::Ru, "choice-paper");
        assert!(idle.contains(&format!("На этот комплект не влияет выбор: {paper}.")), "{idle}");
        let waiting = app.scan(&format!("/{school}/kit?documents={law}"), Lang::Ru);
        assert!(waiting.contains("Не печатаются, потому что их текст ещё не опубликован"), "{waiting}");
        assert!(!usual.contains("Не печатаются") && !usual.contains("не влияет"));
        app.registry.confirm_host("qr.example.kz", ACTOR).expect("a host");
        assert!(!app.scan(&format!("/{school}/kit"), Lang::Ru).contains("ОБРАЗЕЦ"));
        assert!(app.scan(&format!("/{school}"), Lang::Kk).contains(&format!("href=\"/{school}/kit\"")));
        app.registry.dissolve(school, ACTOR).expect("a dissolution");
        for page in [format!("/{school}/kit"), format!("/{school}/kit.pdf"), format!("/{school}/kit/1.png")] {
            assert_eq!(app.get(&page).status, 404, "no stand to print for");
        }
        assert_eq!(app.get(&format!("/{charter}/{school}/sheet.pdf")).status, 404);
        assert_eq!(app.get(&format!("/{charter}/kit")).status, 404);
    });
}

#[test]
fn pictures_of_pages_are_small_and_change_with_the_page() {
    on_sqlite(|app| {
        let Stand { school, .. } = stand(app);
        let address = |number: usize, query: &str| format!("/{school}/kit/{number}.png{query}");
        let first = app.get(&address(1, ""));
        assert_eq!((first.status, first.header("content-type")), (200, "image/png"));
        assert!(first.body.starts_with(b"\x89PNG") && first.body.len() <= 60 * 1024, "{}", first.body.len());
        let width = u32::from_be_bytes(first.body[16..20].try_into().expect("four bytes"));
        assert!((600..=700).contains(&width));
        let etag = first.header("etag").to_owned();
        let again = app.ask("GET", &address(1, ""), &[("if-none-match", &etag)]);
        assert_eq!((again.status, again.body.len()), (304, 0));
        let other = app.get(&address(1, "?parts=poster&level=h"));
        assert!(other.header("etag") != etag && other.body != first.body);
        let count = pages(&app.get(&format!("/{school}/kit.pdf")).body);
        assert_eq!(app.get(&address(count, "")).status, 200);
        assert_eq!(app.get(&address(count + 1, "")).status, 404);
    });
}

#[test]
fn codes_are_files_of_both_kinds_where_links_are_shared() {
    on_sqlite(|app| {
        let Stand { school, charter, .. } = stand(app);
        for path in [format!("/{charter}"), format!("/{school}"), format!("/{charter}/{school}")] {
            let page = app.scan(&path, Lang::Kk);
            for (kind, start) in [("svg", &b"<svg"[..]), ("png", b"\x89PNG")] {
                let file = format!("{path}/qr.{kind}");
                assert!(page.contains(&format!("href=\"{file}\" download")), "{file}");
                let reply = app.get(&file);
                assert!(reply.status == 200 && reply.body.starts_with(start), "{file}");
                assert!(reply.header("content-disposition").contains(&format!(".{kind}\"")));
            }
        }
        let [alone, on_stand] =
            ["", &format!("/{school}")].map(|rest| app.get(&format!("/{charter}{rest}/qr.svg")).body);
        assert!(alone != on_stand, "the stand is in its code");
        assert_eq!(app.get(&format!("/{charter}/{charter}/qr.svg")).status, 404);
        let desk = Desk::open(app);
        let page = desk.get(&format!("/admin/documents/{charter}")).text();
        assert!(page.contains(&format!("href=\"/{charter}/qr.png\" download")));
    });
}
