//! Files in an S3-compatible store: the same promises as in the data folder, and words where it is away.

use std::time::{Duration, Instant};

use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::{Checksum, Lang};
use tizilim::registry::{Error, StorageError, StoreSettings, Withdrawal};

use crate::app::{ACTOR, Edition, TestApp, prompt};
use crate::bucket::Bucket;
use crate::postgres;
use crate::program::program;
use crate::samples::{KK_V1, docx, law};
use crate::scanned;

/// The longest that a reader waits for a store that is away, and a person who uploads.
const READ_MAX: Duration = Duration::from_secs(2);
const WRITE_MAX: Duration = Duration::from_secs(10);

fn key(prefix: &str, checksum: Checksum) -> String {
    let name = checksum.to_string();
    format!("{prefix}/files/{}/{name}", &name[..2])
}

/// Waits until something is so, no longer than this.
fn within(limit: Duration, what: &str, is_so: impl Fn() -> bool) {
    let started = Instant::now();
    while !is_so() {
        assert!(started.elapsed() < limit, "{what}: not within {limit:?}");
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn files_are_put_into_the_bucket_given_out_in_parts_and_erased() {
    let Some(bucket) = Bucket::start() else { return };
    let app = TestApp::with_files_in(bucket.settings("unions/astana"), None);
    let code = app.document(DocumentKind::Law);
    // Longer than the pieces in which it is given out.
    let (text, scan) = (law(KK_V1), scanned::photo(700 << 10));
    let edition = Edition::of("2020-01-01").text(Lang::Kk, "Заң.docx", text.clone());
    app.publish(code, &edition.attachment("scan.jpg", scan.clone()));
    let (of_text, of_scan) = (Checksum::of(&text), Checksum::of(&scan));
    let mut expected = vec![key("unions/astana", of_text), key("unions/astana", of_scan)];
    expected.push("unions/astana/registry.id".to_owned());
    expected.sort();
    within(prompt() * 2, "the note", || bucket.names() == expected);
    assert!(!app.data().join("files").exists() && !app.data().join("registry.id").exists());

    let path = format!("/f/{of_scan}");
    assert!(app.get(&path).body == scan);
    for (range, part) in [("bytes=0-99", &scan[..100]), ("bytes=300000-", &scan[300_000..])] {
        let reply = app.ask("GET", &path, &[("range", range)]);
        assert!(reply.status == 206 && reply.body == part, "{range}");
    }

    let other = app.document(DocumentKind::Leaflet);
    app.publish(other, &Edition::of("2021-01-01").text(Lang::Kk, "b.docx", text.clone()));
    assert_eq!(bucket.names().len(), 3, "the same bytes lie there once");
    app.registry.withdraw(code, 1, "Қате", Withdrawal::Erase, ACTOR).expect("an erasure");
    assert_eq!(app.get(&path).status, 410);
    assert_eq!(bucket.get(&key("unions/astana", of_scan)).status, 404, "the bytes are gone");
    assert!(app.get(&format!("/f/{of_text}")).body == text, "another document has these");
}

#[test]
fn an_object_that_changed_or_is_lost_is_never_given_out_and_the_same_file_mends_it() {
    let Some(bucket) = Bucket::start() else { return };
    let app = TestApp::with_files_in(bucket.settings("a"), None);
    let code = app.document(DocumentKind::Law);
    let bytes = law(KK_V1);
    app.publish(code, &Edition::of("2020-01-01").law(Lang::Kk, KK_V1));
    let checksum = Checksum::of(&bytes);
    let path = format!("/f/{checksum}");
    assert!(app.get(&path).body == bytes);
    bucket.put(&key("a", checksum), b"something else");
    let damaged = app.get(&path);
    assert!(damaged.status == 500 && !damaged.text().contains("something else"));
    assert!(app.get("/readyz").text().contains(&checksum.to_string()));
    let other = app.document(DocumentKind::Leaflet);
    app.publish(other, &Edition::of("2021-01-01").law(Lang::Kk, KK_V1));
    assert!(app.get(&path).body == bytes, "the good bytes took their place");
    assert_eq!(app.get("/readyz").text(), "ready\n");
}

#[test]
fn a_store_that_says_nothing_is_named_soon_and_is_right_again_by_itself() {
    let Some(bucket) = Bucket::start() else { return };
    let app = TestApp::with_files_in(bucket.settings("a"), None);
    let code = app.document(DocumentKind::Charter);
    let bytes = docx("Бірінші");
    app.publish(code, &Edition::of("2020-01-01").text(Lang::Kk, "a.docx", bytes.clone()));
    let path = format!("/f/{}", Checksum::of(&bytes));
    assert!(app.get(&path).body == bytes);

    bucket.freeze();
    let started = Instant::now();
    let away = app.ask("GET", &path, &[("accept-language", "ru")]);
    assert!(started.elapsed() < READ_MAX + prompt(), "{:?}", started.elapsed());
    assert_eq!((away.status, away.header("retry-after")), (503, "2"));
    assert!(away.text().contains("Хранилище файлов не отвечает"));
    let started = Instant::now();
    let edition = Edition::of("2021-01-01").saying(Lang::Kk, "Екінші");
    let refused = app.draft(code, &edition);
    assert!(matches!(refused, Err(Error::Storage(StorageError::StoreAway(_)))), "{refused:?}");
    assert!(started.elapsed() < WRITE_MAX + prompt(), "{:?}", started.elapsed());
    let started = Instant::now();
    assert!((0..20).all(|_| app.get(&path).status == 503));
    assert!(started.elapsed() < READ_MAX * 2 + prompt(), "nobody waits in line: {:?}", started.elapsed());
    let ready = app.get("/readyz");
    assert!(ready.status == 200 && ready.text().contains("the file store"), "{}", ready.text());
    assert!(app.get(&format!("/{code}/kk")).text().contains("Бірінші"), "texts are read on");

    bucket.wake();
    within(READ_MAX + prompt() * 2, "it is right again", || app.get("/readyz").text() == "ready\n");
    assert!(app.get(&path).body == bytes);
    app.publish(code, &edition);
    assert!(app.scan(&format!("/{code}"), Lang::Kk).contains("Екінші"));
}

#[test]
fn a_server_stops_while_the_store_says_nothing() {
    let Some(bucket) = Bucket::start() else { return };
    let app = TestApp::with_files_in(bucket.settings("a"), None);
    bucket.freeze();
    app.document(DocumentKind::Charter);
    let started = Instant::now();
    app.registry.close();
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
}

#[test]
fn instances_share_a_bucket_and_an_emptied_database_is_not_taken_for_a_new_register() {
    let Some(bucket) = Bucket::start() else { return };
    let Some(database) = postgres::fresh() else { return };
    let url = database.url.clone();
    let near = TestApp::with_files_in(bucket.settings("a"), Some(database));
    let far = TestApp::beside(&near, &url, Duration::from_secs(30));
    let codes = [near.document(DocumentKind::Charter), near.document(DocumentKind::Regulation)];
    let bytes = docx("Бірдей");
    let edition = Edition::of("2020-01-01").text(Lang::Kk, "a.docx", bytes.clone());
    within(prompt(), "both know both", || {
        codes.iter().all(|code| far.get(&format!("/{code}")).status == 200)
    });
    std::thread::scope(|scope| {
        for (app, code) in [(&near, codes[0]), (&far, codes[1])] {
            let edition = &edition;
            scope.spawn(move || app.publish(code, edition));
        }
    });
    let path = format!("/f/{}", Checksum::of(&bytes));
    for app in [&near, &far] {
        assert!(app.get(&path).body == bytes);
    }
    let leaves = near.registry.leaves().expect("leaves").len();
    let revision = format!("revision {leaves}\n");
    within(prompt() * 3, &revision, || bucket.get("a/registry.id").text().contains(&revision));

    let Some(empty) = postgres::fresh() else { return };
    let said = run(&bucket.settings("a"), &[("DATABASE_URL", &empty.url)]);
    assert!(
        said.1.contains("the database is empty") && said.1.contains("s3://tizilim/a/registry.id"),
        "{said:?}"
    );
    assert_eq!(
        run(&bucket.settings("b"), &[("DATABASE_URL", &empty.url)]),
        (0, String::new()),
        "another prefix"
    );
}

/// Opens a register in a fresh folder with these settings: the exit status, and what is said.
fn run(store: &StoreSettings, more: &[(&str, &str)]) -> (i32, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = program();
    command.args(["migrate", "--data"]).arg(folder.path()).env("STORAGE_URL", &store.url);
    for (name, value) in [
        ("AWS_ENDPOINT_URL", &store.endpoint),
        ("AWS_ACCESS_KEY_ID", &store.key_id),
        ("AWS_SECRET_ACCESS_KEY", &store.secret),
    ] {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    let output = command.envs(more.iter().copied()).output().expect("the program");
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn what_is_wrong_with_a_store_is_said_in_words_and_soon() {
    let Some(mut bucket) = Bucket::start() else { return };
    let good = bucket.settings("a");
    assert_eq!(run(&good, &[]), (0, String::new()));
    let with = |change: fn(&mut StoreSettings)| {
        let mut settings = good.clone();
        change(&mut settings);
        settings
    };
    let refused = |settings: &StoreSettings, words: &str| {
        let started = Instant::now();
        let (status, said) = run(settings, &[]);
        assert!(status == 1 && said.contains(words), "{words}: {status} {said}");
        assert!(said.lines().count() == 1 && !said.contains("hush"), "{said}");
        assert!(started.elapsed() < WRITE_MAX + prompt(), "{words}: {:?}", started.elapsed());
    };
    refused(
        &with(|settings| settings.url = "https://tizilim/a".to_owned()),
        "STORAGE_URL must be s3://bucket",
    );
    refused(&with(|settings| settings.secret = None), "AWS_SECRET_ACCESS_KEY");
    refused(&with(|settings| settings.url = "s3://another/a".to_owned()), "there is no bucket another");
    let elsewhere = with(|settings| settings.endpoint = Some("http://store.example".to_owned()));
    refused(&elsewhere, "this computer alone");
    bucket.freeze();
    refused(&good, "no answer within");
    bucket.end();
    refused(&good, "refused");
    let Some(strict) = Bucket::that_refuses() else { return };
    refused(&strict.settings("a"), "it refuses the keys (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)");
}
