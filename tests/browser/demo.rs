//! The program, started with the README's command on an empty folder.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::program::program;

/// Longest time until the demo serves.
const START: Duration = Duration::from_secs(120);

/// A running demo; it is stopped when the value is dropped.
pub struct Demo {
    child: Child,
    /// Scheme, host and port.
    pub origin: String,
    /// The path of a collective agreement on a school's stand, as a scan opens it.
    pub scanned: String,
    /// The path of the school's shelf.
    pub shelf: String,
    /// The one-time link that makes the first administrator.
    pub invitation: String,
    folder: tempfile::TempDir,
}

impl Demo {
    /// Starts the program and reads what it tells.
    #[expect(clippy::zombie_processes, reason = "the value waits for its process when it is dropped")]
    pub fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a port").port();
        let origin = format!("http://127.0.0.1:{port}");
        let mut child = program()
            .args(["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(folder.path().join("data"))
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (sender, lines) = mpsc::channel();
        let stdout = child.stdout.take().expect("standard output");
        let stderr = child.stderr.take().expect("standard error");
        for stream in [Box::new(stdout) as Box<dyn std::io::Read + Send>, Box::new(stderr)] {
            let sender = sender.clone();
            std::thread::spawn(move || {
                // Read to the end, so that the program never writes into a closed pipe.
                BufReader::new(stream).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
            });
        }
        let mut told: Vec<String> = Vec::new();
        let path = |told: &[String], words: &str| {
            told.iter()
                .find(|line| line.contains(words))
                .and_then(|line| line.split(&origin).nth(1).map(str::to_owned))
        };
        loop {
            told.push(lines.recv_timeout(START).unwrap_or_else(|_| panic!("the demo says: {told:?}")));
            if let (Some(scanned), Some(shelf), Some(invitation)) =
                (path(&told, "as scanned"), path(&told, "shelf"), path(&told, "/admin/invitation/"))
            {
                return Self { child, origin, scanned, shelf, invitation, folder };
            }
        }
    }

    /// The data folder.
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// Runs a command on the data of the running demo, and gives what it tells.
    pub fn command(&self, words: &[&str]) -> String {
        let mut command = program();
        let done = command.args(words).arg("--data").arg(self.data()).output().expect("the command starts");
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8(done.stdout).expect("UTF-8")
    }

    /// Stops the program: from then on its address cannot be reached.
    pub fn stop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        self.stop();
    }
}
