//! The process that reads mutants: it lowers its own limits and gives up files and networks as the
//! register's worker does, says which mutant it is
//! about to read, and what became of it.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rlimit::Resource;
use tizilim::registry::confine;
use tizilim::text::picture::{self, PictureSize};
use tizilim::text::{self, photos};

use super::random::Random;
use super::{Parser, archive, docx, odt, pdf, plain};

/// Memory of the worker in bytes.
const MEMORY_BYTES: u64 = 1 << 30;

/// Most bytes that the worker may answer with.
const ANSWER_MAX_BYTES: usize = 32 << 20;

/// What precedes each line of a child: a library may write lines of its own.
pub const MARK: &str = "@mutation";

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It was read.
    Read,
    /// It was refused by name.
    Refused,
    /// Its answer is larger than the parent takes: the parent refuses it.
    Large,
    /// The reader panicked, which it should not.
    Panicked,
    /// It could not be made.
    NotMade,
}

impl Outcome {
    pub const ALL: [Self; 5] = [Self::Read, Self::Refused, Self::Large, Self::Panicked, Self::NotMade];

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| format!("{outcome:?}") == text)
    }
}

enum Samples {
    Archives(archive::Samples),
    Pdfs(pdf::Samples),
    Plain(plain::Samples),
}

/// Counts bytes.
struct Counter(usize);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads the mutants of this range.
pub fn run(folder: &Path, parser: Parser, seed: u64, indices: std::ops::Range<u64>) -> io::Result<()> {
    std::panic::set_hook(Box::new(|_| {}));
    let samples = Samples::load(parser, folder);
    Resource::AS.set(MEMORY_BYTES, MEMORY_BYTES)?;
    Resource::CORE.set(0, 0)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::NOFILE.set(16, 16)?;
    confine();
    for index in indices {
        let mut random = Random::new(seed, index);
        let made = catch_unwind(AssertUnwindSafe(|| samples.mutant(&mut random)));
        say(&format!("start {index}"))?;
        let outcome = made.map_or(Outcome::NotMade, |bytes| outcome(parser, &bytes));
        say(&format!("end {index} {outcome:?}"))?;
    }
    Ok(())
}

/// Writes one mutant to a file, to look at it.
pub fn write(folder: &Path, parser: Parser, seed: u64, index: u64, file: &Path) -> io::Result<()> {
    let samples = Samples::load(parser, folder);
    std::fs::write(file, samples.mutant(&mut Random::new(seed, index)))
}

impl Samples {
    fn load(parser: Parser, folder: &Path) -> Self {
        match parser {
            Parser::Docx => Self::Archives(docx::load(folder)),
            Parser::Odt => Self::Archives(odt::load(folder)),
            Parser::Pdf => Self::Pdfs(pdf::Samples::load(folder, &["law", "hostile"])),
            Parser::Scan => Self::Pdfs(pdf::Samples::load(folder, &["scans"])),
            Parser::Rtf => Self::Plain(plain::Samples::rtf(folder)),
            Parser::Doc => Self::Plain(plain::Samples::doc(folder)),
            Parser::Photo => Self::Plain(plain::Samples::photos(folder)),
        }
    }

    fn mutant(&self, random: &mut Random) -> Vec<u8> {
        match self {
            Self::Archives(samples) => samples.mutant(random),
            Self::Pdfs(samples) => samples.mutant(random),
            Self::Plain(samples) => samples.mutant(random),
        }
    }
}

/// What the register does with a file of this kind: all are read, pictures are drawn too, and photos made pages.
fn outcome(parser: Parser, bytes: &[u8]) -> Outcome {
    let answer = catch_unwind(|| {
        let reading = text::read(bytes).ok()?;
        if matches!(parser, Parser::Scan | Parser::Photo) {
            for size in [PictureSize::Recognition, PictureSize::WithoutColour] {
                picture::draw(bytes, 1, size).ok()?;
            }
        }
        if parser == Parser::Photo {
            let page = photos::fit(bytes, photos::share(1)).ok()?;
            photos::join(&[&page]).ok()?;
        }
        let mut counter = Counter(0);
        serde_json::to_writer(&mut counter, &reading.body).ok()?;
        Some(counter.0)
    });
    match answer {
        Ok(Some(bytes)) if bytes > ANSWER_MAX_BYTES => Outcome::Large,
        Ok(Some(_)) => Outcome::Read,
        Ok(None) => Outcome::Refused,
        Err(_) => Outcome::Panicked,
    }
}

fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "\n{MARK} {line}")?;
    out.flush()
}
