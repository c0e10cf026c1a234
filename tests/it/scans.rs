//! Scanned texts: shown as pictures, recognised by a program, compared by a person, read like any other.

use std::time::{Duration, Instant};

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::ids::DraftId;
use tizilim::domain::{Code, Lang};
use tizilim::registry::Withdrawal;
use tizilim::text::body::Warning;

use crate::app::{ACTOR, Edition, TestApp, on_each_engine, recognising};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::{register, samples, scanned};

/// The law on the teacher as a PDF.
const LAW_KK: &str = "zakon_pedagog_kk_v2.pdf";

/// Longest time in which a page is recognised.
const RECOGNITION_MAX: Duration = Duration::from_secs(120);

fn scan() -> Vec<u8> {
    scanned::pdf(&[scanned::picture(LAW_KK, 1)])
}

#[test]
fn pages_of_a_scan_are_pictures_on_the_members_page() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::LabourRules);
        app.publish(code, &Edition::of("2026-01-01").text(Lang::Kk, "scan.pdf", scan()));
        let page = app.get(&format!("/{code}/kk")).text();
        let picture = format!("/{code}/v1/kk/page-1.jpg");
        assert!(page.contains(&format!("src=\"{picture}\" alt=\"1 беттің 1-беті\"")), "{page}");
        assert!(page.contains("loading=\"lazy\""));
        assert!(page.contains("Бұл құжат сканерленген"));
        for (address, most) in
            [(picture.clone(), 150_000), (format!("/{code}/v1/kk/page-1-large.jpg"), 450_000)]
        {
            let shown = app.get(&address);
            assert_eq!((shown.status, shown.header("content-type")), (200, "image/jpeg"));
            assert!(shown.body.len() <= most, "{address}: {} bytes", shown.body.len());
            let drawn = image::load_from_memory(&shown.body).expect("a JPEG").into_luma8();
            assert!(drawn.pixels().any(|pixel| pixel.0[0] < 60), "there are letters on it");
        }
        for none in ["page-2.jpg", "page-0.jpg", "page-01.jpg", "page-x.jpg"] {
            assert_eq!(app.get(&format!("/{code}/v1/kk/{none}")).status, 404, "{none}");
        }
        assert_eq!(app.get(&format!("/{code}/v1/ru/page-1.jpg")).status, 404, "no such text");
        // Warm, a picture asks neither the database nor the disk.
        let is_warm = |_| {
            let before = app.registry.uses();
            assert_eq!(app.get(&picture).status, 200);
            app.registry.uses() == before
        };
        // What works in the background may ask at the same moment.
        assert!((0..5).any(is_warm));
        app.registry.withdraw(code, 1, "Қате файл", Withdrawal::Erase, ACTOR).expect("an erasure");
        assert_eq!(app.get(&picture).status, 410);
    });
}

#[test]
fn a_photo_is_a_page_and_what_is_no_picture_is_refused() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::LabourRules);
        let photo = scanned::jpeg(&scanned::picture(LAW_KK, 1));
        let broken = [&photo[..4], &[0; 4_000]].concat();
        let edition = |bytes| Edition::of("2026-01-01").text(Lang::Kk, "photo.jpg", bytes);
        let refused = app.refused(code, || app.try_publish(code, &edition(broken)));
        assert!(format!("{refused:?}").contains("Damaged"), "{refused:?}");
        assert!(register::document(&app.registry, code).versions.is_empty());
        app.publish(code, &edition(photo));
        assert!(app.get(&format!("/{code}/kk")).text().contains("page-1.jpg"));
        assert_eq!(app.get(&format!("/{code}/v1/kk/page-1.jpg")).status, 200);
    });
}

/// Waits until the pages of a draft's text are recognised.
fn wait(app: &TestApp, id: DraftId) {
    let began = Instant::now();
    loop {
        let file = app.registry.scanned_draft_pages(id, Lang::Kk).expect("pages").file;
        let progress = app.registry.recognition_progress(file.file.checksum).expect("progress");
        if progress.asked > 0 && progress.left() == 0 && !file.body.contains("pages_without_words") {
            return;
        }
        assert!(began.elapsed() < RECOGNITION_MAX, "{progress:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

fn warnings(app: &TestApp, code: Code) -> Vec<Warning> {
    let version = &register::document(&app.registry, code).versions[0];
    register::body(&app.registry, version.texts[0].id).expect("a body").warnings
}

#[test]
fn a_scan_is_recognised_compared_with_its_picture_and_found() {
    recognising(|app| {
        let code = app.document(DocumentKind::LabourRules);
        let draft =
            app.draft(code, &Edition::of("2026-01-01").text(Lang::Kk, "scan.pdf", scan())).expect("a draft");
        wait(app, draft);
        let desk = Desk::open(app);
        let preview = desk.page(&format!("/admin/drafts/{draft}/preview"));
        assert!(preview.contains("data-ended"), "nothing is left to be recognised");
        let check = format!("/admin/drafts/{draft}/scan/kk/1");
        assert!(preview.contains(&check), "the comparison is offered");
        let shown = desk.page(&check);
        assert!(shown.contains("Педагог мәртебесі туралы"), "{shown}");
        assert!(shown.contains("page-1-large.jpg"));
        // Each doubtful word is marked among the words, and leads to its place on the picture.
        let marks = shown.matches("<a href=\"#at-").count();
        let boxes = shown.matches("<rect id=\"at-").count();
        assert!(boxes > 0 && marks > 0 && marks <= boxes, "{marks} of {boxes}");
        assert!(shown.contains(&format!("не уверена: {boxes}")), "{shown}");
        // What a person writes takes the place of what the program saw.
        let saved = desk.post(&check, &[("words", "1-бап. Сынақ ережесі\nПедагогтің ерекше құқығы")]);
        assert_eq!(
            (saved.status, saved.header("location")),
            (303, format!("/admin/drafts/{draft}/preview").as_str())
        );
        let kinds = kinds(app, draft);
        assert!(!kinds.contains(&"recognised_words") && !kinds.contains(&"pages_without_words"), "{kinds:?}");
        app.registry.publish(draft, ACTOR).expect("published");
        let page = app.get(&format!("/{code}/kk")).text();
        assert!(page.contains("id=\"art-1\"") && page.contains("Педагогтің ерекше құқығы"), "{page}");
        assert!(page.contains("page-1.jpg"), "the picture stays beside the words");
        assert!(warnings(app, code).is_empty());
        // It survives a better reader, and a search finds it.
        for text in app.registry.stale(Some(code), tizilim::registry::Wanted::All).expect("texts") {
            app.registry.reextract(&text, ACTOR).expect("made again");
        }
        assert!(
            app.get(&format!("/{code}/kk?q=%D0%B5%D1%80%D0%B5%D0%BA%D1%88%D0%B5"))
                .text()
                .contains("<mark>ерекше</mark>")
        );
    });
}

/// What a scanner that knows Latin letters alone makes of a Kazakh page.
const POOR: [&str; 4] = [
    "negaror mapte6eci 3aHnda KYKbIKTapbIH aifkbIHfaliqbI",
    "NavgAananblwatTbiH yFbimMAap MbiHjjali Heri3ri",
    "NalijanaHbuiapbl TuicTi 6eifini GoibIHINa",
    "KacinTik Oinimi acbIpaTbIH KaHe 2xaHe",
];

/// The names of the doubts about a draft.
fn kinds(app: &TestApp, draft: DraftId) -> Vec<&'static str> {
    app.registry.doubts(draft).expect("doubts").iter().map(|doubt| doubt.kind.name()).collect()
}

#[test]
fn a_scan_whose_own_words_are_poor_is_recognised_anew_and_never_silently() {
    let file = scanned::pdf_with_layer(&[scanned::picture(LAW_KK, 1)], &POOR);
    let edition = Edition::of("2026-01-01").text(Lang::Kk, "scan.pdf", file);
    on_each_engine(|app| {
        let draft = app.draft(app.document(DocumentKind::LabourRules), &edition).expect("a draft");
        let kinds = kinds(app, draft);
        assert!(kinds.contains(&"recognised_words") && kinds.contains(&"poor_words"), "{kinds:?}");
    });
    recognising(|app| {
        let code = app.document(DocumentKind::LabourRules);
        let draft = app.draft(code, &edition).expect("a draft");
        let began = Instant::now();
        while !kinds(app, draft).contains(&"replaced_words") {
            assert!(began.elapsed() < RECOGNITION_MAX, "{:?}", kinds(app, draft));
            std::thread::sleep(Duration::from_millis(100));
        }
        let kinds = kinds(app, draft);
        assert!(kinds.contains(&"recognised_words") && !kinds.contains(&"poor_words"), "{kinds:?}");
        let preview = Desk::open(app).page(&format!("/admin/drafts/{draft}/preview"));
        assert!(preview.contains("распознала эти страницы заново (страницы: 1)"), "{preview}");
        app.registry.publish(draft, ACTOR).expect("published");
        let page = app.get(&format!("/{code}/kk")).text();
        assert!(page.contains("Педагог мәртебесі туралы") && !page.contains("mapte6eci"), "{page}");
        assert!(page.contains("Мәтінді машина таныған (беттер: 1)"), "{page}");
    });
}

#[test]
fn a_published_scan_is_recognised_by_a_command_and_says_so() {
    if !samples::has_tesseract() {
        return;
    }
    with_each_engine(|office| {
        let file = office.file("scan.pdf", &scan());
        let code =
            office.done(&["document", "add", "--owner", "union", "--kind", "law", "--title-kk", "Заң"]);
        let code = code.trim();
        office.done(&[
            "publish",
            code,
            "--kk",
            &file,
            "--signed-on",
            "2026-01-01",
            "--effective-from",
            "2026-01-01",
            "--accept-doubts",
            "--tesseract",
            "off",
        ]);
        let off = office.refused(&["ocr", "--tesseract", "off"]);
        assert!(off.contains("tesseract-ocr"), "{off}");
        let told = office.done(&["ocr", "--document", code]);
        assert_eq!(told.trim(), "1 texts, 1 pages recognised, 0 failed");
        let registry = office.registry();
        let version = &register::document(&registry, Code::parse(code).expect("a code")).versions[0];
        let body = register::body(&registry, version.texts[0].id).expect("a body");
        assert!(body.to_text().contains("Педагог мәртебесі туралы"), "{}", body.to_text());
        assert_eq!(body.warnings, [Warning::RecognisedWords { pages: vec![1] }]);
        drop(registry);
        let served = office.serve();
        let places = |lang: &str| {
            served
                .get(
                    &format!(
                        "/search/{lang}?q=%D1%82%D3%99%D0%BB%D1%96%D0%BC%D0%B3%D0%B5%D1%80%D0%BB%D1%96%D0%BA"
                    ),
                    &[],
                )
                .text()
        };
        assert!(places("kk").contains("мәтінін машина таныған"), "{}", places("kk"));
        assert!(places("ru").contains("текст распознан машиной"));
        drop(served);
        let again = office.done(&["ocr"]);
        assert_eq!(again.trim(), "1 texts, 0 pages recognised, 0 failed", "nothing is left to do");
    });
}

#[test]
fn photos_become_the_pages_of_one_document_in_an_order_that_can_be_changed() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::LabourRules);
        let draft = app.draft(code, &Edition::of("2026-01-01")).expect("a draft");
        let desk = Desk::open(app);
        let shade = |value: u8| scanned::jpeg(&image::GrayImage::from_pixel(60, 90, image::Luma([value])));
        let photos = [("IMG_10.jpg", shade(200)), ("IMG_9.jpg", shade(40)), ("img_11.jpg", shade(120))];
        let form = format!("/admin/drafts/{draft}");
        let saved = desk.post_files(&form, "text_kk", &photos);
        assert_eq!(saved.status, 303, "{}", saved.text());
        let shades = || -> Vec<u8> {
            let file = app.registry.scanned_draft_pages(draft, Lang::Kk).expect("pages").file.id;
            let middle = |page: u32| {
                let picture = desk.get(&format!("{form}/files/{file}/page-{page}.jpg"));
                assert_eq!((picture.status, picture.header("cache-control")), (200, "no-store"));
                let picture = image::load_from_memory(&picture.body).expect("a JPEG").into_luma8();
                (picture.get_pixel(30, 45).0[0] + 5) / 10 * 10
            };
            (1..=3).map(middle).collect()
        };
        assert_eq!(shades(), [40, 200, 120], "9 stands before 10");
        let preview = desk.page(&format!("{form}/preview"));
        assert!(preview.contains("value=\"1 2 3\""), "{preview}");
        let order = format!("{form}/order/kk");
        assert_eq!(desk.post(&order, &[("order", "3, 1 2")]).status, 303);
        assert_eq!(shades(), [120, 40, 200]);
        for wrong in ["1 2", "1 2 2", "1 2 4", "a b c", ""] {
            let refused = desk.post(&order, &[("order", wrong)]);
            assert_eq!(refused.status, 422, "{wrong}");
            assert!(refused.text().contains("каждый номер от 1 до 3"), "{}", refused.text());
        }
        assert_eq!(shades(), [120, 40, 200], "nothing changed");
        // One file that is no photo costs all of them, and leaves the text as it was.
        let mixed = [("1.jpg", shade(10)), ("2.pdf", b"%PDF-1.7\n%%EOF".to_vec())];
        assert_eq!(desk.post_files(&form, "text_kk", &mixed).status, 422);
        assert_eq!(shades(), [120, 40, 200]);
        app.registry.set_requisites(draft, Edition::of("2026-01-01").dates).expect("dates");
        app.registry.publish(draft, ACTOR).expect("published");
        let page = app.get(&format!("/{code}/kk")).text();
        assert!(page.contains("alt=\"3 беттің 3-беті\""), "{page}");
        let document = register::document(&app.registry, code);
        assert_eq!(document.versions[0].texts[0].file.name, "IMG_9.pdf");
    });
}

#[test]
fn a_page_that_nobody_read_is_written_down_after_publication() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::LabourRules);
        app.publish(code, &Edition::of("2026-01-01").text(Lang::Kk, "scan.pdf", scan()));
        let desk = Desk::open(app);
        let check = format!("/admin/documents/{code}/v1/scan/kk/1");
        assert!(
            desk.page(&format!("/admin/documents/{code}/v1/outline/kk")).contains(&check),
            "it is offered"
        );
        assert!(desk.page(&check).contains("не распознан"), "nobody has read it");
        let state = || {
            let document = register::document(&app.registry, code);
            let body = register::body(&app.registry, document.versions[0].texts[0].id);
            (document.versions[0].facts.len(), body)
        };
        let before = state();
        let long = "сөз ".repeat(2_501);
        let refused = desk.post(&check, &[("words", &long)]);
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("10"), "the limit is named");
        for wrong in ["scan/kk/2", "scan/ru/1", "scan/kk/0"] {
            let at = format!("/admin/documents/{code}/v1/{wrong}");
            assert_eq!(desk.post(&at, &[("words", "Сөз")]).status, 404, "{wrong}");
        }
        assert_eq!(desk.post(&check, &[]).status, 400, "a form without its field empties nothing");
        assert_eq!(state(), before, "nothing changed");
        let saved = desk.post(&check, &[("words", "1-бап. Сынақ\nБірінші  сөйлем")]);
        assert_eq!(
            (saved.status, saved.header("location")),
            (303, format!("/admin/documents/{code}").as_str())
        );
        assert_eq!(state().0, before.0 + 1, "the change is recorded");
        let page = app.get(&format!("/{code}/kk")).text();
        assert!(page.contains("id=\"art-1\"") && page.contains("Бірінші сөйлем"), "{page}");
        assert!(!page.contains("Бұл құжат сканерленген"), "it has words now");
    });
}
