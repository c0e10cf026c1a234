//! The one who publishes an edition after the other, by commands, and remembers what they said.

use std::process::Stdio;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard};
use std::time::{Duration, Instant};

use super::instance::{Settings, words};
use super::samples::docx;
use super::truth::Truth;

/// The longest that a command may take: it waits for a connection, for the lock and for the store, 10 s each.
pub const COMMAND_MAX: Duration = Duration::from_secs(40);

/// How long the publisher pauses between two editions.
const PAUSE: Duration = Duration::from_millis(400);

/// Somebody who publishes.
pub struct Publisher {
    /// Ways to the register: the publisher takes one after the other.
    pub ways: Vec<Settings>,
    /// The document.
    pub code: String,
    attempts: AtomicU32,
    /// Who holds this publishes, and nobody else.
    turn: Mutex<Heard>,
}

/// What commands said.
#[derive(Default)]
pub struct Heard {
    /// Editions that were published: the number of the attempt, and the edition's ordinal.
    pub published: Vec<(u32, u32)>,
    /// What was said where an attempt failed.
    pub refusals: Vec<String>,
}

impl Publisher {
    /// Somebody who publishes editions of a document.
    pub fn new(ways: Vec<Settings>, code: String) -> Self {
        Self { ways, code, attempts: AtomicU32::new(0), turn: Mutex::default() }
    }

    /// Nobody publishes while this is held.
    pub fn turn(&self) -> MutexGuard<'_, Heard> {
        self.turn.lock().expect("nobody panicked")
    }

    /// Publishes until it is over.
    pub fn publish_on(&self, truth: &Truth, is_over: &AtomicBool) {
        let mut number = 0;
        while !is_over.load(Ordering::SeqCst) {
            number += 1;
            self.publish(&mut self.turn(), truth, number);
            std::thread::sleep(PAUSE);
        }
    }

    /// Publishes an edition by one of the ways. Whether that was heard to have happened.
    pub fn publish(&self, heard: &mut Heard, truth: &Truth, way: usize) -> bool {
        self.publish_for(heard, truth, way, COMMAND_MAX, "a command that hangs")
    }

    /// The same, killed after a while, where it is not over by then.
    pub fn publish_and_kill(&self, heard: &mut Heard, truth: &Truth, after: Duration) {
        self.publish_for(heard, truth, 0, after, "");
    }

    fn publish_for(
        &self,
        heard: &mut Heard,
        truth: &Truth,
        way: usize,
        limit: Duration,
        hangs: &str,
    ) -> bool {
        let attempt = self.attempts.fetch_add(1, Ordering::SeqCst) + 1;
        let settings = &self.ways[way % self.ways.len()];
        let file = settings.data.with_file_name(format!("edition-{attempt}.docx"));
        std::fs::write(&file, docx(&words(attempt))).expect("a file");
        let name = file.to_string_lossy();
        let dates = ["--signed-on", "2020-01-01", "--effective-from", "2020-01-01"];
        let mut command = settings.command(&["publish", "--accept-doubts", &self.code, "--kk", &name]);
        let command = command.args(dates).stdout(Stdio::piped()).stderr(Stdio::piped());
        let (mut child, started) = (command.spawn().expect("the program"), Instant::now());
        let mut is_killed = false;
        while child.try_wait().expect("a child").is_none() {
            if started.elapsed() > limit {
                is_killed = true;
                // It may be over at this moment.
                let _ = child.kill();
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let said = child.wait_with_output().expect("a child");
        let out = String::from_utf8_lossy(&said.stdout).trim().to_owned();
        let words = String::from_utf8_lossy(&said.stderr).trim().to_owned();
        let ordinal = out.strip_prefix('v').and_then(|number| number.parse().ok());
        match (said.status.code(), ordinal) {
            (Some(0), Some(ordinal)) => {
                truth.confirm(attempt);
                heard.published.push((attempt, ordinal));
                truth.tally().published += 1;
                return true;
            }
            (None, _) if is_killed && hangs.is_empty() => {}
            (Some(1), None) if words.lines().count() == 1 && !words.contains("panicked") => {}
            (status, _) => {
                let words = format!("publication {attempt}: {hangs} {status:?}, {out:?}, {words:?}");
                truth.tally().broken.push(words);
            }
        }
        truth.tally().not_published += 1;
        heard.refusals.push(words);
        false
    }
}
