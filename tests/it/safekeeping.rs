//! What may happen to the state by other hands: databases that are put back or lost, files that rot, clocks that jump,
//! programs that are killed.

use std::path::Path;

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Checksum, Code, Lang};
use tizilim::registry::{Refusal, Withdrawal};

use crate::app::{ACTOR, Edition, TestApp, day, on_each_engine, on_sqlite, prompt};
use crate::command::{Office, with_each_engine};
use crate::desk::Desk;
use crate::register;
use crate::samples::docx;

/// A word that stands nowhere else.
const SECRET: &str = "Қобыландинадаггаага";

fn charter(app: &TestApp, words: &str) -> Code {
    let code = app.document(DocumentKind::Charter);
    app.publish(code, &Edition::of("2020-01-01").saying(Lang::Kk, words));
    code
}

/// Whether some bytes stand in a file.
fn holds(path: &Path, bytes: &[u8]) -> bool {
    std::fs::read(path).is_ok_and(|found| found.windows(bytes.len()).any(|part| part == bytes))
}

fn publish(office: &Office, code: &str, words: &str) {
    let file = office.file("text.docx", &docx(words));
    office.done(&[
        "publish",
        "--accept-doubts",
        code,
        "--kk",
        &file,
        "--signed-on",
        "2020-01-01",
        "--effective-from",
        "2020-01-01",
    ]);
}

fn new_charter(office: &Office) -> String {
    let added = office.done(&["document", "add", "--owner", "union", "--kind", "charter"]);
    added.split_whitespace().next().expect("a code").to_owned()
}

/// Every file below a folder with its length, but for locks and what the database writes beside itself.
fn listed(folder: &Path) -> Vec<(String, u64)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let name = path.display().to_string();
        if path.is_dir() {
            found.extend(listed(&path));
        } else if ![".lock", "-wal", "-shm"].iter().any(|end| name.ends_with(end)) {
            found.push((name, entry.metadata().expect("a file").len()));
        }
    }
    found.sort();
    found
}

#[test]
fn a_register_never_starts_empty_beside_files() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let code = new_charter(office);
        publish(office, &code, "Бірінші");
        let database = office.data().join("tizilim.sqlite");
        for how in ["emptied", "removed"] {
            let kept = std::fs::read(&database).expect("the database");
            if how == "emptied" {
                std::fs::write(&database, b"").expect("an emptied file");
            } else {
                std::fs::remove_file(&database).expect("a lost file");
            }
            let before = listed(&office.data());
            for command in [&["serve"][..], &["org", "list"], &["migrate"]] {
                let why = office.refused(command);
                assert!(why.contains("the database is empty") && why.contains("registry.id"), "{how}: {why}");
            }
            assert_eq!(listed(&office.data()), before, "{how}: nothing was changed");
            std::fs::write(&database, kept).expect("the database is put back");
        }
        assert!(office.done(&["show", &code]).contains("v1"));
    });
}

#[test]
fn an_older_database_is_refused_until_somebody_says_that_it_is_meant() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let code = new_charter(office);
        publish(office, &code, "Бірінші");
        let database = office.data().join("tizilim.sqlite");
        let older = std::fs::read(&database).expect("the database");
        publish(office, &code, "Екінші");
        std::fs::write(&database, &older).expect("an older copy is put back");
        let files = listed(&office.data());
        let why = office.refused(&["show", &code]);
        assert!(why.contains("older than the files") && why.contains("tizilim adopt"), "{why}");
        assert_eq!(listed(&office.data()), files, "nothing was changed");
        office.done(&["adopt"]);
        assert!(office.done(&["show", &code]).contains("v1"));
        let served = office.serve();
        assert_eq!(served.get(&format!("/{code}"), &[]).status, 200);
        std::thread::sleep(prompt());
        assert_eq!(served.stop(), 0);
        let bytes = |name: &str| name.split('/').next_back().is_some_and(|name| name.len() == 64);
        let kept = listed(&office.data().join("files"));
        assert_eq!(kept.iter().filter(|(name, _)| bytes(name)).count(), 2, "no bytes are lost: {kept:?}");
        publish(office, &code, "Үшінші");
    });
}

#[test]
fn an_incomplete_copy_of_a_folder_is_refused() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let code = new_charter(office);
        publish(office, &code, "Бірінші");
        let database = office.data().join("tizilim.sqlite");
        let older = std::fs::read(&database).expect("the database");
        publish(office, &code, "Екінші");
        std::fs::remove_file(office.data().join("registry.id")).expect("a copy of database and files alone");
        assert!(office.done(&["show", &code]).contains("v2"), "a complete one is taken");
        std::fs::remove_file(office.data().join("registry.id")).expect("a copy of database and files alone");
        std::fs::write(&database, &older).expect("the database of another moment");
        let why = office.refused(&["show", &code]);
        assert!(why.contains("files that the database does not know"), "{why}");
        office.done(&["adopt"]);
        assert!(office.done(&["show", &code]).contains("v1"));
    });
}

#[test]
fn the_database_of_another_register_is_refused() {
    with_each_engine(|office| {
        if !office.is_local() {
            return;
        }
        let code = new_charter(office);
        publish(office, &code, "Бірінші");
        let note = office.data().join("registry.id");
        let kept_note = std::fs::read(&note).expect("the note beside the files");
        let own = office.data().join("tizilim.sqlite");
        let kept = std::fs::read(&own).expect("the database");
        std::fs::rename(office.data().join("files"), office.data().join("aside")).expect("a rename");
        std::fs::remove_file(&own).expect("another register begins");
        std::fs::remove_file(&note).expect("another register begins");
        new_charter(office);
        std::fs::write(&note, kept_note).expect("the note beside the files");
        std::fs::remove_dir_all(office.data().join("files")).expect("its files");
        std::fs::rename(office.data().join("aside"), office.data().join("files")).expect("a rename");
        let why = office.refused(&["org", "list"]);
        assert!(why.contains("not that of the files"), "{why}");
        std::fs::write(&own, kept).expect("the right database");
        assert!(office.done(&["show", &code]).contains("v1"));
    });
}

#[test]
fn a_backup_that_is_put_back_under_a_running_server_is_followed_at_once() {
    on_sqlite(|app| {
        let code = charter(app, "Бірінші");
        let backup = format!("{}.backup", app.database_file());
        execute(app, &format!("VACUUM INTO '{backup}'"));
        app.publish(code, &Edition::of("2021-01-01").saying(Lang::Kk, "Екінші"));
        let page = format!("/{code}/kk");
        assert!(app.get(&page).text().contains("Екінші"));
        for beside in ["-wal", "-shm"] {
            // Whether there is one depends on who has it open.
            let _ = std::fs::remove_file(format!("{}{beside}", app.database_file()));
        }
        std::fs::rename(&backup, app.database_file()).expect("a backup is put back");
        let is_shown = |words: &str| {
            let started = std::time::Instant::now();
            while !app.get(&page).text().contains(words) {
                assert!(started.elapsed() < prompt() * 2, "{words}");
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
        };
        is_shown("Бірінші");
        assert!(!app.get(&page).text().contains("Екінші"));
        assert!(app.get("/readyz").text().contains("was put back"), "{}", app.get("/readyz").text());
        app.publish(code, &Edition::of("2022-01-01").saying(Lang::Kk, "Үшінші"));
        is_shown("Үшінші");
        assert_eq!(register::document(&app.open_again(), code).versions.len(), 2);
    });
}

fn execute(app: &TestApp, sql: &str) {
    use diesel::connection::{Connection, SimpleConnection};
    let mut conn = diesel::SqliteConnection::establish(&app.database_file()).expect("a database");
    conn.batch_execute(sql).expect("the statement runs");
}

#[test]
fn a_damaged_file_is_an_alarm_and_the_same_bytes_mend_it() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let bytes = docx("Түпнұсқа");
        let edition = Edition::of("2020-01-01").text(Lang::Kk, "a.docx", bytes.clone());
        app.publish(code, &edition);
        let checksum = Checksum::of(&bytes);
        let address = format!("/f/{checksum}");
        assert_eq!(app.get(&address).body, bytes);
        for how in ["lost", "changed", "cut"] {
            match how {
                "lost" => std::fs::remove_file(app.stored_at(checksum)).expect("a lost file"),
                "changed" => {
                    std::fs::write(app.stored_at(checksum), vec![b'x'; bytes.len()]).expect("a rotten file")
                }
                _ => {
                    std::fs::write(app.stored_at(checksum), &bytes[..bytes.len() / 2]).expect("a short file")
                }
            }
            for range in [None, Some(("range", "bytes=0-9"))] {
                let reply = app.ask("GET", &address, &range.into_iter().collect::<Vec<_>>());
                assert_eq!((reply.status, reply.header("cache-control")), (500, "no-store"), "{how}");
            }
            let ready = app.get("/readyz");
            assert_eq!(ready.status, 200, "readers are served");
            assert!(ready.text().contains(&checksum.to_string()), "{how}: {}", ready.text());
            let draft = app.draft(code, &Edition::correcting(1)).expect("a draft");
            app.registry
                .put_text(draft, Lang::Kk, Authenticity::Authentic, "a.docx", bytes.clone())
                .expect("the same file");
            app.registry.discard_draft(draft, ACTOR).expect("thrown away");
            assert_eq!(app.get(&address).body, bytes, "{how}: mended");
            assert_eq!(app.get("/readyz").text(), "ready\n");
        }
    });
}

#[test]
fn what_is_erased_is_gone_from_drafts_names_and_the_file_of_the_database() {
    on_each_engine(|app| {
        let code = app.document(DocumentKind::Charter);
        let (text, annex) = (docx(&format!("Еңбек шарты: {SECRET}")), docx(&format!("Қосымша {SECRET}")));
        let name = format!("{SECRET}.docx");
        let edition =
            Edition::of("2020-01-01").text(Lang::Kk, &name, text.clone()).attachment(&name, annex.clone());
        app.publish(code, &edition);
        app.registry
            .add_late_attachment(code, 1, (SECRET, None), (&name, docx("Кеш қосымша")), ACTOR)
            .expect("a late attachment");
        let draft = app.draft(code, &Edition::correcting(1)).expect("a correction is begun");
        app.registry.withdraw(code, 1, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("an erasure");
        for bytes in [&text, &annex] {
            assert!(!app.stored_at(Checksum::of(bytes)).exists(), "the bytes are gone");
        }
        assert!(app.registry.draft(draft).expect("the draft").files.is_empty(), "the draft has them no more");
        for path in [
            format!("/api/v1/documents/{code}"),
            format!("/api/v1/documents/{code}/versions/1"),
            format!("/{code}/history"),
            format!("/{code}/v1/kk"),
            format!("/search?q={SECRET}"),
        ] {
            assert!(!app.get(&path).text().contains(SECRET), "{path}");
        }
        let desk = Desk::open(app);
        assert!(!desk.page(&format!("/admin/documents/{code}")).contains(SECRET));
        if app.is_local() {
            for beside in ["", "-wal"] {
                let path = format!("{}{beside}", app.database_file());
                assert!(!holds(Path::new(&path), SECRET.as_bytes()), "{path}");
                assert!(!holds(Path::new(&path), SECRET.to_lowercase().as_bytes()), "{path}");
            }
        }
        let leaves = app.registry.leaves().expect("leaves").len();
        app.registry.withdraw(code, 1, "Жеке деректер", Withdrawal::Erase, ACTOR).expect("once more");
        assert_eq!(app.registry.leaves().expect("leaves").len(), leaves, "it is known already");
    });
}

#[test]
fn what_a_killed_program_left_is_removed_at_the_next_start() {
    with_each_engine(|office| {
        let code = new_charter(office);
        publish(office, &code, "Бірінші");
        let shelf = office.data().join("files/ab");
        std::fs::create_dir_all(&shelf).expect("a folder");
        let bytes = b"nothing refers to these";
        let name = format!("ab{}", &Checksum::of(bytes).to_string()[2..]);
        let (loose, staged) = (shelf.join(&name), shelf.join(format!("{name}#1")));
        std::fs::write(&loose, bytes).expect("a loose file");
        std::fs::write(&staged, b"half").expect("a staged file");
        let before = listed(&office.data().join("files")).len();
        let served = office.serve();
        let started = std::time::Instant::now();
        while loose.exists() || staged.exists() {
            assert!(started.elapsed() < prompt() * 2);
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert_eq!(listed(&office.data().join("files")).len(), before - 2, "and nothing else");
        assert_eq!(served.get(&format!("/{code}"), &[]).status, 200);
        assert_eq!(served.stop(), 0);
    });
}

#[test]
fn an_erasure_that_a_kill_cut_short_is_finished_at_the_next_start() {
    with_each_engine(|office| {
        let code = new_charter(office);
        publish(office, &code, "Жеке деректер");
        let checksum = Checksum::of(&docx("Жеке деректер")).to_string();
        let stored = office.data().join("files").join(&checksum[..2]).join(&checksum);
        let bytes = std::fs::read(&stored).expect("the file");
        office.done(&["withdraw", &code, "v1", "--reason", "Қате", "--erase"]);
        std::fs::write(&stored, &bytes).expect("as if the program had been killed before the removal");
        let served = office.serve();
        let started = std::time::Instant::now();
        while stored.exists() {
            assert!(started.elapsed() < prompt() * 2);
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert_eq!(served.get(&format!("/f/{checksum}"), &[]).status, 410);
        std::fs::write(&stored, &bytes).expect("once more");
        office.done(&["withdraw", &code, "v1", "--reason", "Қате", "--erase"]);
        assert!(!stored.exists(), "erasing again takes it away");
        assert_eq!(served.stop(), 0);
    });
}

#[test]
fn a_clock_that_is_set_back_brings_no_older_edition_back_and_publishes_nothing() {
    on_each_engine(|app| {
        let code = charter(app, "Бірінші");
        app.publish(code, &Edition::of("2026-06-01").saying(Lang::Kk, "Екінші"));
        let draft = app.draft(code, &Edition::of("2026-07-01").saying(Lang::Kk, "Үшінші")).expect("a draft");
        app.registry.preview(draft).expect("a preview");
        let desk = Desk::open(app);
        for past in ["2025-10-01T06:00:00Z", "1971-01-01T00:00:00Z"] {
            app.set_clock(past);
            assert!(app.get(&format!("/{code}/kk")).text().contains("Екінші"), "{past}");
            assert!(
                app.get(&format!("/api/v1/documents/{code}/answer?lang=kk")).text().contains("2026-06-01")
            );
            let ready = app.get("/readyz");
            assert!(
                ready.status == 200 && ready.text().contains("behind the latest record"),
                "{}",
                ready.text()
            );
            assert_eq!(app.refused(code, || app.registry.publish(draft, ACTOR)), Refusal::WrongClock);
            assert!(app.registry.draft(draft).is_ok(), "the draft is kept");
        }
        app.set_clock("2026-11-22T05:58:00Z");
        assert_eq!(app.get("/readyz").text(), "ready\n", "two minutes are what clocks drift");
        assert!(desk.page("/admin").contains("Екінші") || desk.page("/admin").contains("/admin/documents"));
        app.set_clock("2026-11-22T05:50:00Z");
        assert!(desk.page("/admin").contains("Часы сервера отстают"), "the administrator is told");
        app.set_clock("2026-11-22T06:10:00Z");
        app.registry.publish(draft, ACTOR).expect("the clock is right again");
    });
}

#[test]
fn a_clock_that_ran_ahead_lets_no_scheduled_edition_begin_for_ever() {
    on_each_engine(|app| {
        let code = charter(app, "Бірінші");
        app.publish(code, &Edition::of("2027-03-01").saying(Lang::Kk, "Келешек"));
        let other = app.document(DocumentKind::Regulation);
        app.set_clock("2030-01-01T06:00:00Z");
        app.publish(other, &Edition::of("2026-01-01").saying(Lang::Kk, "Озып кеткен"));
        app.set_clock("2026-11-22T07:00:00Z");
        assert!(app.get("/readyz").text().contains("behind the latest record"));
        assert!(app.registry.confirm_clock(ACTOR).expect("a confirmation").is_some());
        assert_eq!(app.get("/readyz").text(), "ready\n");
        assert!(app.get(&format!("/{code}/kk")).text().contains("Бірінші"), "it has not begun");
        assert!(app.get(&format!("/{other}/kk")).text().contains("Озып кеткен"), "what was published stays");
        app.publish(other, &Edition::of("2026-02-01").saying(Lang::Kk, "Келесі"));
        assert!(app.get(&format!("/{other}/kk")).text().contains("Келесі"), "what is published now is later");
        assert_eq!(app.registry.today(), day("2026-11-22"));
        app.set_clock("2027-03-01T06:00:00Z");
        assert!(app.get(&format!("/{code}/kk")).text().contains("Келешек"), "on its day");
    });
}
