//! Getting the prints of many stands: files that are printed while they are downloaded, and the command.

use std::io::Read as _;
use std::process::{Command, Stdio};

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Code, Lang};
use tizilim::phrases::say;

use crate::app::{Edition, TestApp, on_each_engine, on_sqlite};
use crate::command::with_each_engine;
use crate::desk::Desk;
use crate::jobs::file_of;
use crate::prints::{kept, pages};
use crate::program::program;

/// Three schools in two districts, one of them with a document of its own.
pub fn districts(app: &TestApp) -> Code {
    let table = "number,name_kk,name_ru,kind,district\n\
                 S10,10 мектеп,Школа 10,school,Есіл ауданы / район Есиль\n\
                 S9,9 мектеп,Школа 9,school,Есіл ауданы / район Есиль\n\
                 S1,1 балабақша,Детский сад 1,kindergarten,Нұра ауданы / район Нура\n";
    app.import(table.as_bytes()).expect("an import");
    let charter = app.document(DocumentKind::Charter);
    app.publish(charter, &Edition::of("2025-01-01").saying(Lang::Kk, "Жарғы"));
    let nine = app.registry.code_of_number("S9").expect("a school");
    let own = app.document_of(nine, DocumentKind::WorkPlan).expect("a document");
    app.publish(own, &Edition::of("2025-01-01").saying(Lang::Kk, "Жоспар"));
    own
}

/// The names in an archive in their order, each file with its content.
pub fn unpacked(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).expect("a file");
            let mut content = Vec::new();
            file.read_to_end(&mut content).expect("its content");
            (file.name().expect("a name").into_owned(), content)
        })
        .collect()
}

/// Prepares a file of many kits and gives the address of its page.
pub fn prepared(desk: &Desk<'_>, query: &str) -> String {
    let counted = desk.get(&format!("/admin/prints?{query}"));
    assert_eq!(counted.status, 200);
    let prepared = desk.post(&format!("/admin/prints?{query}"), &[]);
    assert_eq!(prepared.status, 303);
    prepared.header("location").to_owned()
}

#[test]
fn many_kits_are_one_archive_in_the_order_of_delivery() {
    on_each_engine(|app| {
        districts(app);
        let desk = Desk::open(app);
        let page = desk.get("/admin/prints?bundle=zip&kind=school&parts=sheets").text();
        assert!(page.contains("Комплектов: 2. Страниц: 3."), "{page}");
        let job = prepared(&desk, "bundle=zip&kind=school&parts=sheets");
        let before = desk.get(&job).text();
        assert!(before.contains(&say(Lang::Ru, "prints-waiting")) && before.contains("0 из 2"));
        let file = desk.post(&file_of(&job), &[]);
        assert_eq!((file.status, file.header("content-type")), (200, "application/zip"));
        assert!(
            file.header("content-disposition")
                .contains("attachment; filename=\"tizilim-school-2-sheets.zip\"")
        );
        let files = unpacked(file.body);
        let names: Vec<&str> =
            files.iter().map(|(name, _)| name.split('/').next_back().expect("a name")).collect();
        assert!(names[0].starts_with("tizilim-S9-") && names[1].starts_with("tizilim-S10-"), "{names:?}");
        assert!(files[0].0.starts_with("Есіл ауданы - район Есиль/"), "{}", files[0].0);
        assert_eq!(files.iter().map(|(_, pdf)| pages(pdf)).collect::<Vec<_>>(), [2, 1]);
        let after = desk.get(&job).text();
        assert!(after.contains(&say(Lang::Ru, "prints-done")) && after.contains("2 из 2"), "{after}");
        assert_eq!(app.get(&job).status, 303, "nobody else sees it");
        let merged = prepared(&desk, "bundle=pdf&kind=school&parts=sheets");
        let file = desk.post(&file_of(&merged), &[]);
        assert!(file.header("content-disposition").contains("filename=\"tizilim-school-2-sheets.pdf\""));
        assert_eq!((file.header("content-type"), pages(&file.body)), ("application/pdf", 3));
    });
}

#[test]
fn a_kit_that_cannot_be_printed_is_named_and_the_rest_goes_on() {
    on_sqlite(|app| {
        let own = districts(app);
        let desk = Desk::open(app);
        let job = prepared(
            &desk,
            &format!(
                "bundle=zip&parts=sheets&documents={own}&district=%D0%B5%D1%81%D1%96%D0%BB%20%D0%B0%D1%83%D0%B4%D0%B0%D0%BD%D1%8B"
            ),
        );
        let before = kept(app);
        let files = unpacked(desk.post(&file_of(&job), &[]).body);
        assert_eq!(files.len(), 2);
        assert_eq!(pages(&files[0].1), 1);
        let (name, list) = &files[1];
        let list = String::from_utf8(list.clone()).expect("UTF-8");
        assert!(
            name == "not-printed.txt" && list.contains("S10 ") && list.contains(&own.grouped()),
            "{list}"
        );
        let page = desk.get(&job).text();
        assert!(page.contains("S10 ") && page.contains("2 из 2"), "{page}");
        let ten = app.registry.code_of_number("S10").expect("a school").to_string();
        assert!(!before.contains(&ten) && !kept(app).contains(&ten), "what was not printed is not kept");
        let nine = app.registry.code_of_number("S9").expect("a school").to_string();
        assert!(kept(app).contains(&nine));
    });
}

/// A table of two schools in one district, and one in another.
const TABLE: &[u8] = "number,name_kk,name_ru,kind,district\n\
                      S001,1 мектеп,Школа 1,school,Есіл ауданы / район Есиль\n\
                      S002,2 мектеп,Школа 2,college,Есіл ауданы / район Есиль\n\
                      S003,3 мектеп,Школа 3,school,Нұра ауданы / район Нура\n"
    .as_bytes();

#[test]
fn the_command_writes_files_folders_and_archives() {
    with_each_engine(|office| {
        office.done(&["org", "import", &office.file("organizations.csv", TABLE)]);
        office.done(&[
            "document",
            "add",
            "--owner",
            "union",
            "--kind",
            "law",
            "--title-kk",
            "Заң",
            "--title-ru",
            "Закон",
        ]);
        let path = |name: &str| office.data().with_file_name(name);
        let text = |name: &str| path(name).to_string_lossy().into_owned();
        let host = ["--base-url", "https://qr.example.kz"];

        let kit = |arguments: &[&str]| office.run(&[&["kit"], arguments, &host].concat());
        let one =
            kit(&["s001", "--parts", "sheets,guide", "--pending", "--level", "h", "--out", &text("one.pdf")]);
        assert_eq!(one.status, 0, "{}", one.err);
        assert_eq!(pages(&std::fs::read(path("one.pdf")).expect("a kit")), 2);

        let many = kit(&["--district", "район Есиль", "--parts", "poster", "--out", &text("district")]);
        assert_eq!(many.status, 0, "{}", many.err);
        assert!(many.err.contains("1 of 2 S001") && many.err.contains("2 of 2 S002"), "{}", many.err);
        let named = |folder: &str| {
            let files = std::fs::read_dir(path(folder)).expect("a folder");
            files.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        };
        let names: Vec<String> = named("district").collect();
        assert!(names.len() == 2 && names.iter().all(|name| name.ends_with("-poster.pdf")), "{names:?}");

        let again = kit(&["S001", "--parts", "guide", "--reprint", "--out", &text("district")]);
        assert_eq!(again.status, 0, "{}", again.err);
        assert!(named("district").any(|name| name.ends_with("-guide-reprint.pdf")));

        let row = kit(&["--all", "--parts", "poster", "--out", &text("all.pdf")]);
        assert_eq!(row.status, 0, "{}", row.err);
        assert!(pages(&std::fs::read(path("all.pdf")).expect("one file")) >= 4, "the union's stand too");

        let all = kit(&["--all", "--kind", "school", "--parts", "poster", "--out", &text("all.zip")]);
        assert_eq!(all.status, 0, "{}", all.err);
        let files = unpacked(std::fs::read(path("all.zip")).expect("an archive"));
        assert_eq!(files.len(), 2);
        assert!(files.iter().all(|(_, pdf)| pages(pdf) > 0));
    });
}

#[test]
fn the_command_refuses_in_the_readers_language_and_leaves_nothing() {
    with_each_engine(|office| {
        office.done(&["org", "import", &office.file("organizations.csv", TABLE)]);
        office.done(&[
            "document",
            "add",
            "--owner",
            "union",
            "--kind",
            "law",
            "--title-kk",
            "Заң",
            "--title-ru",
            "Закон",
        ]);
        let path = office.data().with_file_name("kit.pdf");
        let out = path.to_string_lossy().into_owned();
        let long = "https://kasipodaq.astana-bilim.example.kz";
        let host = "https://qr.example.kz";
        for (arguments, said) in [
            (vec!["S001", "--start", "22", "--base-url", host], "22"),
            (vec!["S001", "--level", "h", "--base-url", long, "--messages", "ru"], "слишком длинный"),
            (
                vec!["S001", "--parts", "sheets", "--base-url", host, "--messages", "kk"],
                "Басып шығаратын ештеңе жоқ",
            ),
            (vec!["S001", "--documents", "7K3M9Q3", "--base-url", host], "7K3-M9Q3"),
            (vec!["--district", "Алматы", "--base-url", host, "--messages", "ru"], "Районы: Есіл"),
        ] {
            let refused = office.refused(&[&["kit", "--out", &out], &arguments[..]].concat());
            assert!(refused.contains(said), "{arguments:?}: {refused}");
            assert!(!path.exists() && !path.with_file_name("kit.pdf.part").exists(), "{arguments:?}");
        }
        for name in ["all.pdf", "all.zip"] {
            let path = path.with_file_name(name);
            let out = path.to_string_lossy();
            let refused =
                office.refused(&["kit", "--all", "--parts", "sheets", "--base-url", host, "--out", &out]);
            assert!(
                refused.contains("S003") && refused.contains(&say(Lang::En, "prints-nothing")),
                "{refused}"
            );
            assert!(!path.exists() && !path.with_file_name(format!("{name}.part")).exists());
        }
        for wrong in [vec!["--paper", "a2", "S001"], vec!["S001", "--all"], vec![]] {
            assert_eq!(office.run(&[&["kit", "--out", &out], &wrong[..]].concat()).status, 2, "{wrong:?}");
        }
        let text = office.data().with_file_name("kit.txt");
        let name = text.to_string_lossy();
        let refused = office.refused(&["kit", "S001", "--pending", "--base-url", host, "--out", &name]);
        assert!(refused.contains(".zip") && !text.exists(), "{refused}");
    });
}

#[test]
fn the_command_stopped_by_the_keyboard_leaves_no_half_files() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let schools: String =
            (100..140).map(|n| format!("S{n},{n} мектеп,Школа {n},school,Есіл\n")).collect();
        let table = format!("number,name_kk,name_ru,kind,district\n{schools}");
        office.done(&["org", "import", &office.file("organizations.csv", table.as_bytes())]);
        office.done(&[
            "document",
            "add",
            "--owner",
            "union",
            "--kind",
            "law",
            "--title-kk",
            "Заң",
            "--title-ru",
            "Закон",
        ]);
        let out = office.data().with_file_name("all.zip");
        let mut child = program()
            .args(["kit", "--all", "--pending", "--base-url", "https://qr.example.kz", "--out"])
            .arg(&out)
            .arg("--data")
            .arg(office.data())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let mut err = child.stderr.take().expect("standard error");
        err.read_exact(&mut [0; 8]).expect("how far it is");
        assert!(
            Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill").success()
        );
        let mut said = String::new();
        err.read_to_string(&mut said).expect("UTF-8");
        assert_eq!(child.wait().expect("a child").code(), Some(1), "{said}");
        assert!(said.contains(&say(Lang::En, "prints-interrupted")), "{said}");
        assert!(!out.exists() && !out.with_file_name("all.zip.part").exists());
    });
}
