//! Damaged files by the thousand: none may crash, hang or outgrow the reader, except where the limits contain it.
//!
//! `cargo test --test mutations` reads a few hundred for each parser. A long round, and one mutant again:
//!
//! ```sh
//! cargo test --release --test mutations -- --rounds 100000 --seed 1 [--parser pdf]
//! cargo test --release --test mutations -- --seed 1 --parser pdf --only 4711 [--write FILE]
//! ```

#[path = "mutations/archive.rs"]
mod archive;
#[path = "mutations/bytes.rs"]
mod bytes;
#[path = "mutations/child.rs"]
mod child;
#[path = "mutations/docx.rs"]
mod docx;
#[path = "mutations/odt.rs"]
mod odt;
#[path = "mutations/pdf.rs"]
mod pdf;
#[path = "mutations/plain.rs"]
mod plain;
#[path = "mutations/random.rs"]
mod random;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use child::{MARK, Outcome};

/// Mutants of each parser in a short round.
const ROUNDS: u64 = 250;

/// The register's limit for one file.
const WALL_CLOCK: Duration = Duration::from_secs(20);

/// Mutants that one process reads: memory that it keeps must not be taken for a mutant's.
const BATCH: u64 = 500;

/// What reads a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parser {
    /// DOCX.
    Docx,
    /// ODT.
    Odt,
    /// RTF.
    Rtf,
    /// Old Word files, which are only told from others.
    Doc,
    /// PDF with words.
    Pdf,
    /// PDF whose pages are pictures: what is coded in them is drawn.
    Scan,
    /// JPEG and PNG.
    Photo,
}

impl Parser {
    const ALL: [Self; 7] = [Self::Docx, Self::Odt, Self::Rtf, Self::Doc, Self::Pdf, Self::Scan, Self::Photo];

    const fn name(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Doc => "doc",
            Self::Pdf => "pdf",
            Self::Scan => "scan",
            Self::Photo => "photo",
        }
    }
}

/// The samples with this ending.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the samples are there");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|known| known == extension))
        .collect();
    files.sort();
    files
}

/// What the command line asks for; what it does not know is left to others.
struct Wishes(Vec<String>);

impl Wishes {
    fn value(&self, name: &str) -> Option<&str> {
        let at = self.0.iter().position(|word| word == name)?;
        self.0.get(at + 1).map(String::as_str)
    }

    fn number(&self, name: &str) -> Option<u64> {
        self.value(name).map(|value| value.parse().unwrap_or_else(|_| panic!("{name} takes a number")))
    }
}

fn main() -> ExitCode {
    let wishes = Wishes(std::env::args().skip(1).collect());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let seed = wishes.number("--seed").unwrap_or(1);
    let chosen = |parser: &Parser| wishes.value("--parser").is_none_or(|name| name == parser.name());
    let parsers: Vec<Parser> = Parser::ALL.into_iter().filter(chosen).collect();
    let only = wishes.number("--only").map(|index| index..index + 1);
    let from = wishes.number("--from").unwrap_or(0);
    let rounds = only.unwrap_or(from..from + wishes.number("--rounds").unwrap_or(ROUNDS));
    if let Some(to) = wishes.number("--child-until") {
        child::run(&folder, parsers[0], seed, rounds.start..to).expect("a parent that listens");
        return ExitCode::SUCCESS;
    }
    if let Some(file) = wishes.value("--write") {
        child::write(&folder, parsers[0], seed, rounds.start, Path::new(file))
            .expect("a file that can be written");
        return ExitCode::SUCCESS;
    }
    let faults: u64 = parsers.into_iter().map(|parser| Round::new(parser, seed).run(rounds.clone())).sum();
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A round of one parser.
struct Round {
    parser: Parser,
    seed: u64,
    outcomes: BTreeMap<Outcome, u64>,
    /// Deaths by a limit, by the signal.
    contained: BTreeMap<String, u64>,
    faults: u64,
    slowest: (Duration, u64),
}

/// How a child ended.
enum End {
    /// It read all of its mutants.
    Done,
    /// It died while it read this one.
    Died(u64),
    /// It took too long for this one.
    Hung(u64),
}

impl Round {
    fn new(parser: Parser, seed: u64) -> Self {
        let (outcomes, contained) = (BTreeMap::new(), BTreeMap::new());
        Self { parser, seed, outcomes, contained, faults: 0, slowest: (Duration::ZERO, 0) }
    }

    /// Reads the mutants of a range, and gives the number of faults.
    fn run(mut self, range: Range<u64>) -> u64 {
        let start = Instant::now();
        let mut next = range.start;
        while next < range.end {
            let until = (next + BATCH).min(range.end);
            let mut child = self.spawn(next, until);
            let end = self.watch(&mut child, next);
            let _ = child.kill();
            let status = child.wait().expect("a child that was started");
            next = match end {
                End::Done => {
                    assert!(status.success(), "a child could not begin: {status}");
                    until
                }
                End::Died(index) => {
                    *self.contained.entry(status.to_string()).or_default() += 1;
                    self.report(index, &format!("died within the limits, {status}"));
                    index + 1
                }
                End::Hung(index) => {
                    self.faults += 1;
                    self.report(index, "FAULT: did not end in time");
                    index + 1
                }
            };
        }
        let Self { parser, seed, outcomes, contained, faults, slowest: (slowest, index) } = self;
        println!(
            "{}: {} mutants of seed {seed} in {:.0} s: {outcomes:?}, contained by the limits {contained:?}, faults \
            {faults}; slowest {:.1} s ({index})",
            parser.name(),
            range.end - range.start,
            start.elapsed().as_secs_f64(),
            slowest.as_secs_f64(),
        );
        faults
    }

    fn spawn(&self, from: u64, until: u64) -> Child {
        Command::new(std::env::current_exe().expect("this program"))
            .args(["--parser", self.parser.name(), "--seed", &self.seed.to_string()])
            .args(["--from", &from.to_string(), "--child-until", &until.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a child")
    }

    /// Follows a child until it ends, or takes too long for one mutant.
    fn watch(&mut self, child: &mut Child, from: u64) -> End {
        let lines = lines(child);
        let mut reading: Option<(u64, Instant)> = None;
        let mut next = from;
        loop {
            // Making a mutant has no limit of its own: it gets twice the time.
            let patience = match reading {
                Some((_, start)) => WALL_CLOCK.saturating_sub(start.elapsed()),
                None => WALL_CLOCK * 2,
            };
            match lines.recv_timeout(patience) {
                Ok(line) => {
                    let words: Vec<&str> = line.split(' ').collect();
                    match words.as_slice() {
                        [_, "start", index] => {
                            reading = index.parse().ok().map(|index| (index, Instant::now()));
                        }
                        [_, "end", index, outcome] => {
                            if let Some((index, start)) = reading.take() {
                                self.slowest = self.slowest.max((start.elapsed(), index));
                            }
                            next = index.parse::<u64>().map_or(next, |index| index + 1);
                            self.count(next - 1, outcome);
                        }
                        _ => {}
                    }
                }
                Err(RecvTimeoutError::Timeout) => return End::Hung(reading.map_or(next, |(index, _)| index)),
                Err(RecvTimeoutError::Disconnected) => {
                    let ended = child.wait().is_ok_and(|status| status.success());
                    return if ended {
                        End::Done
                    } else {
                        End::Died(reading.map_or(next, |(index, _)| index))
                    };
                }
            }
        }
    }

    fn count(&mut self, index: u64, outcome: &str) {
        let Some(outcome) = Outcome::parse(outcome) else { return };
        *self.outcomes.entry(outcome).or_default() += 1;
        if outcome == Outcome::Panicked {
            self.faults += 1;
            self.report(index, "FAULT: panicked");
        }
    }

    fn report(&self, index: u64, what: &str) {
        println!("{what}: --seed {} --parser {} --only {index}", self.seed, self.parser.name());
    }
}

/// The child's own lines, as they come.
fn lines(child: &mut Child) -> Receiver<String> {
    let (sender, receiver) = channel();
    let out = child.stdout.take().expect("a pipe");
    std::thread::spawn(move || {
        // A mutant's words may be no UTF-8.
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            if line.starts_with(MARK) && sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}
