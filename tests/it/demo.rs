//! The demo, as somebody meets it who starts it for the first time.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::app::{agent, ask};
use crate::program::program;

/// Longest wait for a line: the sample union is made first.
const PATIENCE: Duration = Duration::from_secs(120);

/// A running demo and what it says on standard error.
struct Demo {
    child: Child,
    lines: Receiver<String>,
}

impl Demo {
    fn start(folder: &Path, language: &str, more: &[&str]) -> Self {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let mut child = program()
            .args(["demo", "--listen", &format!("127.0.0.1:{port}"), "--data"])
            .arg(folder)
            .args(more)
            .env("LANG", language)
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let stderr = child.stderr.take().expect("standard error");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            BufReader::new(stderr).lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
        });
        Self { child, lines }
    }

    /// What is said up to the line with these words.
    fn said_until(&self, words: &str) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        while !said.last().is_some_and(|line| line.contains(words)) {
            said.push(
                self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("the demo says: {said:?}")),
            );
        }
        said
    }
}

impl Drop for Demo {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_demo_says_what_to_open_in_the_language_of_the_terminal_and_logs_on_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let demo = Demo::start(folder.path(), "C.UTF-8", &[]);
    let said = demo.said_until("Ctrl+C");
    assert!(said.iter().all(|line| !line.starts_with('{')), "no log: {said:?}");
    let addresses: Vec<&str> = said
        .iter()
        .filter_map(|line| line.split_whitespace().last())
        .filter(|word| word.starts_with("http"))
        .collect();
    assert_eq!(addresses.len(), 5, "{said:?}");
    for address in &addresses {
        assert_eq!(ask(&agent(), "GET", address, &[]).status, 200, "{address}");
    }
    assert!(addresses[4].contains("/admin/invitation/"), "{addresses:?}");
    drop(demo);

    let again = Demo::start(folder.path(), "ru_RU.UTF-8", &["--log", "info"]);
    let said = again.said_until("Ctrl+C");
    assert!(said.iter().any(|line| line.contains("Откройте в браузере")), "{said:?}");
    assert!(again.said_until("listening on").iter().any(|line| line.starts_with('{')), "a log");
}
