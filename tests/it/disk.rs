//! A disk without room: what is refused is named, readers notice nothing, and nothing has to be started again.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::app::prompt;
use crate::command::Office;
use crate::samples::docx;

/// A small disk of its own.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// A disk of 16 MiB; none where this user may not mount one, which is said.
    fn mount(at: &Path) -> Option<Self> {
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(at).output();
        match mounted {
            Ok(output) if output.status.success() => Some(Self(at.to_owned())),
            other if std::env::var_os("CI").is_some() => panic!("no disk of its own: {other:?}"),
            other => {
                eprintln!("no disk of its own can be mounted, the test of a full one is skipped: {other:?}");
                None
            }
        }
    }

    fn fill(&self) {
        let mut file = std::fs::File::create(self.0.join("ballast")).expect("a file");
        while file.write_all(&[0; 4096]).is_ok() {}
    }

    fn empty(&self) {
        std::fs::remove_file(self.0.join("ballast")).expect("the ballast");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // A server of a failed test may still use it.
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_named_and_keeps_no_server_from_readers() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(folder.path()) else { return };
    let office = Office::within(&disk.0);
    let added = office.done(&["document", "add", "--owner", "union", "--kind", "leaflet"]);
    let code = added.split_whitespace().next().expect("a code").to_owned();
    let outside = tempfile::tempdir().expect("another disk");
    let edition = |words: &str| {
        let path = outside.path().join("text.docx");
        std::fs::write(&path, docx(words)).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let publish = |file: &str| {
        office.run(&["publish", "--accept-doubts", &code, "--kk", file, "--effective-from", "2026-01-01"])
    };
    assert_eq!(publish(&edition("Бірінші")).status, 0);
    let page = format!("/{code}/kk");

    let served = office.serve();
    disk.fill();
    let refused = publish(&edition("Екінші"));
    assert!(refused.status == 1 && refused.err.contains("the disk is full"), "{}", refused.err);
    assert!(served.get(&page, &[]).text().contains("Бірінші"));
    assert_eq!(served.stop(), 0);

    // What the server wrote last may stand in the log of the database, which has no room to be moved.
    let reads_only = || {
        let served = office.serve();
        assert!(served.get(&page, &[]).text().contains("Бірінші"), "a start on a full disk");
        let ready = served.get("/readyz", &[]);
        assert!(ready.status == 200 && ready.text().contains("serving readers only"), "{}", ready.text());
        served
    };
    assert_eq!(reads_only().stop(), 0);
    disk.empty();
    office.done(&["org", "list"]);
    assert!(!Path::new(&format!("{}-wal", office.data().join("tizilim.sqlite").display())).exists());
    disk.fill();
    let served = reads_only();
    disk.empty();
    let started = Instant::now();
    while served.get("/readyz", &[]).text() != "ready\n" {
        assert!(started.elapsed() < prompt() * 3, "{}", served.get("/readyz", &[]).text());
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(publish(&edition("Екінші")).status, 0, "there is room again");
    let started = Instant::now();
    while !served.get(&page, &[]).text().contains("Екінші") {
        assert!(started.elapsed() < prompt() * 2);
        std::thread::sleep(Duration::from_millis(50));
    }
    assert_eq!(served.stop(), 0);
}
