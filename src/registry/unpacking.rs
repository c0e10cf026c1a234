//! Unpacking an archive in a worker process: it reads the archive where it lies on the disk and hands over file after file,
//! so that neither process holds more than one of them.

use std::io::{BufRead, BufReader, BufWriter, Read, Seek, Write};
use std::process::Stdio;
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::Result;
use super::confinement::Confinement;
use super::extract::{Worker, tell};
use super::refusal::{Error, Refusal};
use crate::domain::version::FILE_MAX_BYTES;
use crate::storage::spool::Spool;
use crate::text::archive::{ArchiveRefusal, Packed, PackedRefusal, unpack};

/// Longest time for one archive, in seconds, with the time in which its files are stored: 1 GiB on a slow disk.
const WALL_CLOCK_S: u64 = 300;

/// Longest line about a file, in bytes: a name has some hundred characters.
const LINE_MAX_BYTES: u64 = 8_192;

/// One archive at a time: it takes minutes, mostly of the disk, in which those who read files have their places.
static UNPACKING: Mutex<()> = Mutex::new(());

/// A line of a worker's answer; behind that of a file stand its bytes.
#[derive(Debug, Serialize, Deserialize)]
enum Line {
    /// How far the worker was confined.
    Confined(Confinement),
    /// A file of so many bytes.
    File { name: String, size_bytes: u64 },
    /// A file that is not taken out.
    Refused { name: String, why: PackedRefusal },
    /// The end, and what was wrong with the whole.
    End(Option<ArchiveRefusal>),
}

/// How a worker's answer ended.
enum Ended {
    /// With its last line.
    Whole(Option<ArchiveRefusal>),
    /// Where what was read could not be kept.
    NotTaken(Error),
    /// In the middle.
    Broken,
}

impl Worker {
    /// Unpacks the archive in a spool, which begins with [`Worker::head_of_archive`]; `take` gets file after file.
    ///
    /// # Errors
    /// What `take` fails with, or an archive that cannot be read within the limits. Some files may have been taken.
    pub(super) fn unpack(
        &self,
        archive: &Spool,
        mut take: impl FnMut(Packed) -> Result<()>,
    ) -> Result<std::result::Result<(), ArchiveRefusal>> {
        let _alone = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut child = self.start(Stdio::from(archive.handed_over()?))?;
        let stdout = child.stdout.take().ok_or_else(stopped)?;
        let ended = std::thread::scope(|scope| {
            let (over, wait) = channel::<()>();
            scope.spawn(move || {
                // Ends the reading below too: its pipe breaks.
                let _ = wait.recv_timeout(Duration::from_secs(WALL_CLOCK_S));
                let _ = child.kill();
                let _ = child.wait();
            });
            let ended = read(BufReader::new(stdout), &mut take);
            drop(over);
            ended
        });
        match ended {
            Ended::Whole(None) => Ok(Ok(())),
            Ended::Whole(Some(refusal)) => Ok(Err(refusal)),
            Ended::NotTaken(error) => Err(error),
            Ended::Broken => Err(stopped()),
        }
    }
}

fn stopped() -> Error {
    Refusal::ReadingStopped { limit_s: WALL_CLOCK_S }.into()
}

fn read(mut answer: impl BufRead, take: &mut impl FnMut(Packed) -> Result<()>) -> Ended {
    loop {
        let mut line = Vec::new();
        if answer.by_ref().take(LINE_MAX_BYTES).read_until(b'\n', &mut line).is_err() {
            return Ended::Broken;
        }
        let packed = match serde_json::from_slice(&line) {
            Ok(Line::Confined(confinement)) => {
                tell(confinement);
                continue;
            }
            Ok(Line::End(refusal)) => return Ended::Whole(refusal),
            Ok(Line::Refused { name, why }) => Packed { name, bytes: Err(why) },
            Ok(Line::File { name, size_bytes }) if size_bytes <= FILE_MAX_BYTES => {
                let mut bytes = Vec::new();
                match answer.by_ref().take(size_bytes).read_to_end(&mut bytes) {
                    Ok(read) if read as u64 == size_bytes => Packed { name, bytes: Ok(bytes) },
                    _ => return Ended::Broken,
                }
            }
            _ => return Ended::Broken,
        };
        if let Err(error) = take(packed) {
            return Ended::NotTaken(error);
        }
    }
}

/// The worker's side: unpacks the archive and writes file after file.
///
/// # Errors
/// A pipe that breaks.
pub(super) fn answer(archive: impl Read + Seek, confinement: Confinement) -> std::io::Result<()> {
    let mut stdout = BufWriter::new(std::io::stdout().lock());
    let say = |out: &mut dyn Write, line: &Line| {
        serde_json::to_writer(&mut *out, line)?;
        out.write_all(b"\n")
    };
    say(&mut stdout, &Line::Confined(confinement))?;
    let ended = unpack(archive, |Packed { name, bytes }| match bytes {
        Ok(bytes) => {
            say(&mut stdout, &Line::File { name, size_bytes: bytes.len() as u64 })?;
            stdout.write_all(&bytes)
        }
        Err(why) => say(&mut stdout, &Line::Refused { name, why }),
    });
    say(&mut stdout, &Line::End(ended.err()))?;
    stdout.flush()
}
