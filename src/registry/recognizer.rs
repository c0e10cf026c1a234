//! The program that recognises words on pictures, where there is one on this machine: tesseract, from version 5.

use std::process::{Command, Stdio};
use std::time::Duration;

use super::child::{Most, PATH, exchange, limit, work_behind};
use super::confinement::spawn_offline;
use crate::text::recognition::{RecognisedPage, read_tsv};

/// Longest time for one page, in seconds: a page of small print takes 10 on a slow machine.
const PAGE_MAX_S: u64 = 90;

/// Longest time for the list of its languages.
const LIST_MAX: Duration = Duration::from_secs(10);

/// Most bytes that it may answer with: a page of small print has 200 kB.
const ANSWER_MAX_BYTES: u64 = 16 << 20;

/// What it may take: it writes no file.
const MOST: Most = Most { memory_bytes: 4 << 30, cpu_s: PAGE_MAX_S, written_bytes: 0 };

/// The models by which Kazakh and Russian are recognised, the best first: the one for all of Cyrillic makes the fewest
/// mistakes in both (measured on scans of the samples).
const MODELS: [&[&str]; 4] = [&["script/Cyrillic"], &["Cyrillic"], &["kaz", "rus"], &["rus"]];

/// A program that recognises words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognizer {
    program: String,
    /// The languages as it is asked for them.
    models: String,
}

impl Recognizer {
    /// The program of this name, if it is there and knows Cyrillic letters.
    pub fn find(program: &str) -> Option<Self> {
        let listed = run(program, &["--list-langs"], &[], LIST_MAX)?;
        let known: Vec<&str> = listed.lines().map(str::trim).collect();
        let models = MODELS.into_iter().find(|models| models.iter().all(|model| known.contains(model)))?;
        Some(Self { program: program.to_owned(), models: models.join("+") })
    }

    /// What recognises: stored with what it recognised.
    pub fn name(&self) -> String {
        format!("tesseract {}", self.models)
    }

    /// The words on the picture of a page, a PNG of 300 dots per inch; none where the program fails.
    pub fn words(&self, picture: &[u8]) -> Option<RecognisedPage> {
        // Sauvola's thresholds find letters on unevenly lit paper too.
        let arguments =
            ["stdin", "stdout", "-l", &self.models, "--dpi", "300", "-c", "thresholding_method=2", "tsv"];
        let table = run(&self.program, &arguments, picture, Duration::from_secs(PAGE_MAX_S))?;
        let page = read_tsv(&table);
        (page.width > 0).then_some(page)
    }
}

/// What a program writes; none where there is no such program, or it fails or takes too long.
fn run(program: &str, arguments: &[&str], input: &[u8], longest: Duration) -> Option<String> {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env_clear()
        .env("PATH", PATH)
        .env("LC_ALL", "C.UTF-8")
        // One page at a time on one processor: several would wait for each other more than they work.
        .env("OMP_THREAD_LIMIT", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut child = spawn_offline(&mut command).ok()?;
    limit(&child, MOST);
    work_behind(&child);
    let answer = exchange(&mut child, &[input], longest, ANSWER_MAX_BYTES);
    let _ = child.wait();
    answer.and_then(|answer| String::from_utf8(answer).ok())
}
