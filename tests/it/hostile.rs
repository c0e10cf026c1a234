//! A hostile file can cost an upload, never the server.

use std::io::Read;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tizilim::domain::Lang;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::registry::{Error, Refusal};
use tizilim::text;

use crate::app::{Edition, TestApp, on_sqlite, prompt};
use crate::samples;

/// The longest that a worker may live: its wall clock of 20 s and a little for a busy machine.
const WORKER_LIFE: Duration = Duration::from_secs(25);

#[test]
fn every_hostile_sample_is_accepted_or_refused_by_name_while_others_read_on() {
    on_sqlite(|app| {
        let law = app.document(DocumentKind::Law);
        app.publish(law, &Edition::of("2025-06-01").law(Lang::Kk, samples::KK_V2));
        let mut files: Vec<_> = std::fs::read_dir(samples::folder().join("hostile"))
            .expect("the samples")
            .map(|entry| entry.expect("a file").path())
            .collect();
        files.sort();
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                let mut slowest = Duration::ZERO;
                while !done.load(Ordering::SeqCst) {
                    let started = Instant::now();
                    assert!(app.scan(&format!("/{law}"), Lang::Kk).contains(samples::WORDS_V2));
                    slowest = slowest.max(started.elapsed());
                    std::thread::sleep(Duration::from_millis(20));
                }
                slowest
            });
            for path in &files {
                let name = path.file_name().expect("a name").to_string_lossy();
                let code = app.document(DocumentKind::Leaflet);
                let bytes = std::fs::read(path).expect("a sample");
                let edition = Edition::of("2026-01-01").text(Lang::Ru, &name, bytes);
                match app.try_publish(code, &edition) {
                    Ok(_) => assert_eq!(app.get(&format!("/{code}")).status, 200, "{name}"),
                    Err(Error::Refused(refusal)) => println!("{name}: {refusal:?}"),
                    Err(other) => panic!("{name}: {other}"),
                }
            }
            done.store(true, Ordering::SeqCst);
            let slowest = reader.join().expect("a reader");
            assert!(slowest < prompt(), "somebody waited {slowest:?}");
        });
        assert!(oldest_worker() < WORKER_LIFE, "a worker outlived its limit");
    });
}

#[test]
fn attacks_on_the_reader_are_refused_by_name() {
    on_sqlite(|app| {
        let bomb = {
            let mut document = Vec::new();
            std::io::repeat(b' ').take(100 << 20).read_to_end(&mut document).expect("memory");
            samples::docx_of_xml(&document)
        };
        assert!(bomb.len() < 1 << 20, "small, until it is unpacked");
        assert!(matches!(refusal(app, bomb), text::Refusal::TooLarge { .. }));

        let entity = br#"<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document
            xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&x;</w:document>"#;
        assert_eq!(refusal(app, samples::docx_of_xml(entity)), text::Refusal::Doctype);

        let deep = "<a>".repeat(600_000);
        assert!(matches!(
            refusal(app, samples::docx_of_xml(deep.as_bytes())),
            text::Refusal::TooDeep { .. } | text::Refusal::TooLarge { .. }
        ));

        let whole = samples::law(samples::KK_V1);
        assert_eq!(refusal(app, whole[..whole.len() / 2].to_vec()), text::Refusal::Damaged);
    });
}

#[test]
fn no_part_of_the_host_is_read_into_a_page() {
    on_sqlite(|app| {
        let code = app.document(DocumentKind::Leaflet);
        app.publish(
            code,
            &Edition::of("2026-01-01").saying(Lang::Kk, "&lt;script&gt;alert(1)&lt;/script&gt;"),
        );
        let page = app.scan(&format!("/{code}"), Lang::Kk);
        assert!(!page.contains("<script>") && page.contains("alert(1)"));
    });
}

fn refusal(app: &TestApp, bytes: Vec<u8>) -> text::Refusal {
    let code = app.document(DocumentKind::Leaflet);
    let edition = Edition::of("2026-01-01").text(Lang::Kk, "text.docx", bytes);
    match app.refused(code, || app.try_publish(code, &edition)) {
        Refusal::Unreadable(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

/// The age of the oldest worker that this process started and that still lives.
fn oldest_worker() -> Duration {
    let uptime = std::fs::read_to_string("/proc/uptime").expect("/proc");
    let uptime_s: f64 = uptime.split(' ').next().and_then(|text| text.parse().ok()).expect("seconds");
    let processes = std::fs::read_dir("/proc").expect("/proc").flatten();
    let ages = processes.filter_map(|entry| worker_start_s(&entry.path()).map(|start_s| uptime_s - start_s));
    Duration::from_secs_f64(ages.fold(0.0, f64::max))
}

/// When a worker of this process started, in seconds since the machine did; none for any other process (proc(5)).
fn worker_start_s(process: &std::path::Path) -> Option<f64> {
    const TICKS_A_SECOND: f64 = 100.0;
    let command = std::fs::read_to_string(process.join("cmdline")).ok()?;
    let stat = std::fs::read_to_string(process.join("stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let is_worker = command.contains(tizilim::config::WORKER_COMMAND);
    let is_child = fields[1] == std::process::id().to_string();
    (is_worker && is_child).then(|| fields[19].parse().ok().map(|ticks: f64| ticks / TICKS_A_SECOND))?
}
