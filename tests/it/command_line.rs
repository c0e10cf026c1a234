//! Commands: what they say, what they change, and how they end.

use std::time::{Duration, Instant};

use serde_json::Value;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::registry::Browser;

use crate::app::prompt;
use crate::command::{Office, tizilim, with_each_engine};
use crate::register;
use crate::samples::{self, KK_V1, KK_V2, RU_V2, WORDS_V1, WORDS_V2};

fn table() -> Vec<u8> {
    std::fs::read(samples::folder().join("organizations.csv")).expect("the sample table")
}

fn sample(name: &str) -> String {
    samples::folder().join("law").join(name).to_string_lossy().into_owned()
}

fn organizations(office: &Office) -> Vec<Value> {
    serde_json::from_str(&office.done(&["org", "list", "--json"])).expect("JSON")
}

/// A law of 2020, added and published.
fn law(office: &Office) -> String {
    let code = office.done(&[
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
    let code = code.trim().to_owned();
    let published = office.done(&[
        "publish",
        "--accept-doubts",
        &code,
        "--kk",
        &sample(KK_V1),
        "--signed-on",
        "27.12.2019",
        "--effective-from",
        "2020-01-11",
    ]);
    assert_eq!(published, "v1\n");
    code
}

#[test]
fn a_table_is_taken_over_after_a_dry_run() {
    with_each_engine(|office| {
        let file = office.file("organizations.csv", &table());
        let dry = office.run(&["org", "import", &file, "--dry-run"]);
        assert_eq!((dry.status, dry.out.lines().count()), (0, 120));
        assert!(dry.err.contains("120 new"), "{}", dry.err);
        assert_eq!(organizations(office).len(), 1, "only the union so far");
        office.done(&["org", "import", &file]);
        let listed = organizations(office);
        assert_eq!(listed.len(), 121);
        let first = listed.iter().find(|row| row["number"] == "S001").expect("S001");
        assert_eq!(first["name_ru"], "Школа-лицей № 1");
        assert_eq!(first["code"].as_str().expect("a code").len(), 7);
        assert_eq!(office.done(&["org", "import", &file]), "", "nothing changes the second time");
        assert_eq!(organizations(office), listed);
    });
}

#[test]
fn a_table_of_a_russian_excel_is_taken_over() {
    with_each_engine(|office| {
        let heading = "number;name_kk;name_ru;kind;district;since\r\n";
        let row = "S001;№ 1 мектеп;\"Школа; № 1\";school;Есіл ауданы / район Есиль;01.09.2024\r\n";
        let with_mark = ["\u{feff}", heading, row].concat();
        office.done(&["org", "import", &office.file("a.csv", with_mark.as_bytes())]);
        let tabs = "number\tname_kk\tname_ru\tkind\tdistrict\tsince\nS001\t№ 1 мектеп\tГимназия № 1\tschool\t\t01.09.2026\n";
        let said = office.run(&["org", "import", &office.file("b.csv", tabs.as_bytes())]);
        assert!(said.out.starts_with("renamed\tS001"), "{said:?}");
        let registry = office.registry();
        let names = register::numbered(&registry, "S001").names;
        let since: Vec<String> = names.iter().filter_map(|n| n.since).map(|day| day.to_string()).collect();
        assert_eq!(since, ["2024-09-01", "2026-09-01"]);
        assert_eq!(names[0].names.get(Lang::Ru), Some("Школа; № 1"));
    });
}

#[test]
fn a_table_with_lost_letters_is_refused_whole_and_by_line() {
    with_each_engine(|office| {
        let heading = "number,name_kk,name_ru,kind,district\n";
        let good = "S001,№ 1 мектеп,Школа № 1,school,Есіл\n";
        let attempt = |bytes: &[u8]| office.refused(&["org", "import", &office.file("a.csv", bytes)]);
        let lost = format!("{heading}{good}S002,№ 2 ??????,Школа № 2,school,Есіл\n");
        assert!(attempt(lost.as_bytes()).contains('3'), "the line");
        // «Школа» in the encoding of a Russian Windows.
        let cp1251 =
            [heading.as_bytes(), b"S001,\xD8\xEA\xEE\xEB\xE0,\xD8\xEA\xEE\xEB\xE0,school,\n"].concat();
        assert!(attempt(&cp1251).contains("UTF-8"));
        assert!(attempt(format!("{heading}{good}{good}").as_bytes()).contains('3'), "twice the same");
        assert!(attempt(b"PK\x03\x04").contains("Excel"), "a damaged workbook");
        assert!(attempt(b"number,name_kk\nS001,a\n").contains("name_ru"), "the missing column");
        attempt(format!("{heading}S003,,,school,Есіл\n").as_bytes());
        attempt(heading.as_bytes());
        assert_eq!(organizations(office).len(), 1, "nothing was taken over");
    });
}

#[test]
fn a_document_is_added_published_shown_and_withdrawn() {
    with_each_engine(|office| {
        let code = law(office);
        assert_eq!(code.len(), 7, "the code alone on the first line");
        let second = [
            "publish",
            "--accept-doubts",
            &code,
            "--kk",
            &sample(KK_V2),
            "--ru",
            &sample(RU_V2),
            "--translation",
            "ru",
        ];
        let dates = ["--signed-on", "2025-05-01", "--effective-from", "2025-06-01"];
        assert_eq!(office.done(&[&second[..], &dates[..]].concat()), "v2\n");
        let show = |arguments: &[&str]| -> Value {
            let shown = office.done(&[&["show", &code, "--json"], arguments].concat());
            serde_json::from_str(&shown).expect("JSON")
        };
        let today = show(&[]);
        assert_eq!((&today["version"], &today["status"]), (&2.into(), &"in_force".into()));
        assert_eq!((&today["lang"], &today["title"]), (&"kk".into(), &"Заң".into()));
        assert_eq!(show(&["--lang", "ru"])["lang"], "ru");
        let then = show(&["--at", "01.01.2021", "--lang", "ru"]);
        assert_eq!((&then["version"], &then["lang"]), (&1.into(), &"kk".into()));
        assert_eq!(then["effective_from"], "2020-01-11");

        office.refused(&[
            "publish",
            "--accept-doubts",
            &code,
            "--kk",
            &sample(KK_V2),
            "--signed-on",
            "2026-01-01",
            "--effective-from",
            "2026-01-01",
        ]);
        office.refused(&["withdraw", &code, "v7", "--reason", "Қате"]);
        assert_eq!(show(&[]), today, "a refusal changes nothing");
        let parsed = Code::parse(&code).expect("a code");
        assert!(office.registry().drafts(parsed).expect("drafts").is_empty(), "nor leaves a draft behind");

        let withdrawn = office.run(&["withdraw", &code, "v2", "--reason", "Қате"]);
        assert_eq!((withdrawn.status, withdrawn.out.as_str()), (0, ""));
        assert!(withdrawn.err.contains("the code opens the edition of 11 January 2020."), "{withdrawn:?}");
        assert_eq!(show(&[])["version"], 1);
        office.done(&["withdraw", &code, "v1", "--reason", "Жеке деректер", "--erase"]);
        assert_eq!((&show(&[])["version"], &show(&[])["status"]), (&Value::Null, &"withdrawn".into()));
    });
}

#[test]
fn a_publication_that_is_killed_leaves_no_draft_behind() {
    with_each_engine(|office| {
        let code = law(office);
        let endless = office.file("endless.docx", b"");
        std::fs::remove_file(&endless).expect("its name");
        office.kill_while_reading(
            "endless.docx",
            &[
                "publish",
                "--accept-doubts",
                &code,
                "--kk",
                &endless,
                "--signed-on",
                "2026-01-01",
                "--effective-from",
                "2026-01-01",
            ],
        );
        let registry = office.registry();
        let parsed = Code::parse(&code).expect("a code");
        assert!(registry.drafts(parsed).expect("drafts").is_empty());
        assert_eq!(register::document(&registry, parsed).versions.len(), 1);
    });
}

#[test]
fn a_publication_that_is_refused_leaves_no_bytes_behind_and_names_the_file() {
    with_each_engine(|office| {
        let code = law(office);
        let good = samples::docx("Жақсы мәтін");
        let (kk, ru) = (office.file("good.docx", &good), office.file("bad.docx", b"only words"));
        let dates = ["--signed-on", "2026-01-01", "--effective-from", "2026-01-01"];
        let texts = ["publish", "--accept-doubts", &code, "--kk", &kk, "--ru", &ru];
        assert!(office.refused(&[&texts[..], &dates[..]].concat()).contains("bad.docx"));
        assert!(!office.stored_at(Checksum::of(&good)).exists(), "another file was unreadable");
        assert!(!office.refused(&texts[..5]).contains("good.docx"), "the dates are missing");
        assert!(!office.stored_at(Checksum::of(&good)).exists());
        let parsed = Code::parse(&code).expect("a code");
        assert!(office.registry().drafts(parsed).expect("drafts").is_empty());
    });
}

#[test]
fn a_correction_takes_over_what_is_not_given() {
    with_each_engine(|office| {
        let code = law(office);
        let corrected = office.done(&[
            "publish",
            "--accept-doubts",
            &code,
            "--corrects",
            "v1",
            "--effective-from",
            "12.01.2020",
        ]);
        assert_eq!(corrected, "v2\n");
        let shown: Value = serde_json::from_str(&office.done(&["show", &code, "--json"])).expect("JSON");
        assert_eq!((&shown["version"], &shown["effective_from"]), (&2.into(), &"2020-01-12".into()));
        assert_eq!(shown["lang"], "kk", "the file is taken over");
    });
}

#[test]
fn a_kit_is_written_for_a_school_by_its_number() {
    with_each_engine(|office| {
        law(office);
        office.done(&["org", "import", &office.file("organizations.csv", &table())]);
        let out = office.file("kit.pdf", b"");
        office.done(&["kit", "s001", "--out", &out, "--base-url", "https://qr.example.kz"]);
        assert!(std::fs::read(&out).expect("a kit").starts_with(b"%PDF-"));
        office.refused(&["kit", "S999", "--out", &out]);
    });
}

#[test]
fn a_file_is_read_without_a_register() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = tizilim(folder.path(), &["extract", &sample(KK_V1)]);
    assert_eq!(text.status, 0);
    assert!(text.out.contains(WORDS_V1));
    assert_eq!(tizilim(folder.path(), &["extract", "--text", &sample(KK_V1)]).out, text.out);
    let json = tizilim(folder.path(), &["extract", "--json", &sample("zakon_pedagog_kk_v1.pdf")]);
    let json: Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(json["media_type"], "application/pdf");
    let broken = folder.path().join("broken.docx");
    std::fs::write(&broken, "words").expect("a file");
    let refused = tizilim(folder.path(), &["extract", &broken.to_string_lossy()]);
    assert_eq!((refused.status, refused.out.as_str()), (1, ""));
    assert!(refused.err.contains("broken.docx"), "{}", refused.err);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1, "no data folder is made");
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [
        &["publsh"][..],
        &["show", "7K3M9Q4"],
        &["show", "7K3M9Q3", "--at", "31.02.2026"],
        &["document", "add", "--owner", "union", "--kind", "novel"],
        &["withdraw", "7K3M9Q3", "v1"],
        &["user", "invite", "--role", "chair"],
    ] {
        let said = tizilim(folder.path(), arguments);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{arguments:?}: {}", said.err);
    }
    assert_eq!(tizilim(folder.path(), &["--help"]).status, 0);
    assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 0, "nothing is made");
}

#[test]
fn a_mistyped_database_is_refused_and_no_file_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    for url in ["postgers://u:p@localhost/tizilim", "mysql://localhost/a", "tizilim.sqlite"] {
        let said = tizilim(folder.path(), &["migrate", "--data", "data", "--database-url", url]);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{url}");
        assert!(said.err.contains("postgres://"), "{}", said.err);
        let made = std::fs::read_dir(folder.path().join("data")).map_or(0, Iterator::count);
        assert_eq!(made, 0, "{url}");
    }
}

#[test]
fn an_invitation_is_a_link_that_works_once() {
    with_each_engine(|office| {
        let link = office.done(&["user", "invite", "--role", "admin", "--base-url", "https://qr.example.kz"]);
        let token = link.trim().strip_prefix("https://qr.example.kz/admin/invitation/").expect("a link");
        assert_eq!((token.len(), link.lines().count()), (64, 1));
        let registry = office.registry();
        assert!(registry.invitation(token).is_ok());
        registry.accept(token, "aigul", "a long enough password", &Browser::default()).expect("an account");
        assert!(registry.invitation(token).is_err(), "it is used up");
        office.refused(&["user", "invite", "--role", "chair", "--organization", "S999"]);
    });
}

#[test]
fn a_running_server_serves_the_change_of_a_command_within_a_second() {
    with_each_engine(|office| {
        let code = law(office);
        let server = office.serve();
        assert!(server.get(&format!("/{code}"), &[]).text().contains(WORDS_V1));
        let dates = ["--signed-on", "2025-05-01", "--effective-from", "2025-06-01"];
        office
            .done(&[&["publish", "--accept-doubts", &code, "--kk", &sample(KK_V2)][..], &dates[..]].concat());
        let started = Instant::now();
        while !server.get(&format!("/{code}"), &[]).text().contains(WORDS_V2) {
            assert!(started.elapsed() < prompt(), "still the old text");
        }
        assert_eq!(server.get("/readyz", &[]).status, 200);
        assert_eq!(server.stop(), 0);
    });
}

#[test]
fn a_command_that_is_killed_has_done_all_or_nothing() {
    with_each_engine(|office| {
        let code = law(office);
        let parsed = Code::parse(&code).expect("a code");
        for round in 0..8 {
            let file = office.file("text.docx", &samples::docx(&format!("Мәтін {round}")));
            let from = format!("2021-01-0{}", round + 1);
            let publish = [
                "publish",
                "--accept-doubts",
                &code,
                "--kk",
                &file,
                "--signed-on",
                &from,
                "--effective-from",
                &from,
            ];
            office.kill_after(Duration::from_millis(30 * round), &publish);
            let registry = office.registry();
            let leaves = registry.leaves().expect("leaves");
            assert_eq!(registry.glance().revision(), leaves.len() as u64);
            let publications =
                leaves.iter().filter(|(_, leaf)| leaf.contains("change publication\n")).count();
            let versions = &register::document(&registry, parsed).versions;
            assert_eq!(versions.len(), publications, "a leaf for each version");
            for version in versions {
                let text = version.texts.first().expect("a text");
                registry.check_file(text.file.checksum).expect("bytes come first");
                assert!(register::body(&registry, text.id).is_some());
            }
        }
        office.done(&[
            "publish",
            "--accept-doubts",
            &code,
            "--kk",
            &sample(KK_V2),
            "--signed-on",
            "01.05.2025",
            "--effective-from",
            "2025-06-01",
        ]);
    });
}

#[test]
fn a_second_server_on_one_folder_is_refused() {
    with_each_engine(|office| {
        let server = office.serve();
        if office.is_local() {
            let reason = office.refused(&["serve", "--listen", "127.0.0.1:0"]);
            assert!(reason.contains(&*office.data().to_string_lossy()), "{reason}");
        } else {
            assert_eq!(office.serve().stop(), 0, "many may serve one PostgreSQL");
        }
        assert_eq!(server.stop(), 0);
        assert_eq!(office.serve().stop(), 0, "the lock is let go");
    });
}

#[test]
fn a_server_that_is_asked_to_stop_writes_its_openings_down() {
    with_each_engine(|office| {
        let code = law(office);
        let server = office.serve();
        for _ in 0..3 {
            server.get(&format!("/{code}"), &[("user-agent", "Mozilla/5.0 (Linux; Android 10)")]);
        }
        assert_eq!(server.stop(), 0);
        let openings = office.registry().openings().expect("openings");
        assert_eq!(openings.iter().map(|row| row.count).sum::<i64>(), 3, "{openings:?}");
    });
}
