//! Files that hold many kits, written kit by kit: nothing of them stays in memory or on disk.

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::name::{file_name, in_file_names};
use super::{NotPrinted, PressError, Proved};
use crate::domain::Lang;
use crate::domain::organization::Organization;
use crate::phrases::say_with;
use crate::print::model::choice::Choice;
use crate::print::pdf;
use crate::print::pdf::PdfError;

/// How hard an archive is compressed, of 9. The pages are compressed already; what is gained beyond the first level is
/// not worth its time.
const COMPRESSION: i64 = 1;

/// The list of kits that could not be printed.
const NOT_PRINTED: &str = "not-printed.txt";

/// A kit made ready for a bundle: what can fail because of the kit itself is done.
#[derive(Debug)]
pub struct Ready {
    kit: Proved,
    pdf: Vec<u8>,
}

impl Ready {
    /// The kit as a file of its own; empty where the bundle wants none.
    pub fn pdf(&self) -> &[u8] {
        &self.pdf
    }

    /// The kit.
    pub const fn kit(&self) -> &Proved {
        &self.kit
    }
}

/// What takes kits one after the other.
pub trait Bundle {
    /// Makes a kit ready, before anything of it is written.
    ///
    /// # Errors
    /// A kit that cannot be put together.
    fn ready(&self, kit: Proved) -> Result<Ready, PressError> {
        Ok(Ready { pdf: kit.pdf()?, kit })
    }

    /// Takes the kit of an organization.
    ///
    /// # Errors
    /// Whoever waits for the file has gone, or a disk is full.
    fn add(&mut self, organization: &Organization, choice: &Choice, ready: &Ready) -> io::Result<()>;

    /// Writes the end. Without it no program takes the file for a whole one.
    ///
    /// # Errors
    /// See [`Self::add`].
    fn finish(&mut self, not_printed: &[NotPrinted]) -> io::Result<()>;
}

/// An archive of PDFs, with a folder for each district.
pub struct Zip<W: Write> {
    /// None once the end is written.
    writer: Option<ZipWriter<StreamWriter<Valve<W>>>>,
    is_open: Rc<Cell<bool>>,
}

impl<W: Write> Zip<W> {
    /// An archive that is written to `out` from its beginning to its end.
    pub fn new(out: W) -> Self {
        let is_open = Rc::new(Cell::new(true));
        let valve = Valve { out, is_open: is_open.clone() };
        Self { writer: Some(ZipWriter::new_stream(valve)), is_open }
    }

    fn entry(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        let writer = self.writer.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(COMPRESSION));
        writer.start_file(name, options)?;
        writer.write_all(content)?;
        self.in_whole()
    }

    fn in_whole(&self) -> io::Result<()> {
        if self.is_open.get() { Ok(()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
    }
}

impl<W: Write> Drop for Zip<W> {
    /// The archive's writer writes an end when it is dropped. One that was not asked for goes nowhere.
    fn drop(&mut self) {
        self.is_open.set(false);
    }
}

/// Lets bytes through until it is closed or its target fails. What comes later is lost without a word, so that a writer
/// that tidies up behind a failure neither makes a broken file look whole nor complains of it once more.
struct Valve<W> {
    out: W,
    is_open: Rc<Cell<bool>>,
}

impl<W: Write> Valve<W> {
    fn through<T>(&mut self, lost: T, write: impl FnOnce(&mut W) -> io::Result<T>) -> io::Result<T> {
        if !self.is_open.get() {
            return Ok(lost);
        }
        let written = write(&mut self.out);
        if written.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted) {
            self.is_open.set(false);
        }
        written
    }
}

impl<W: Write> Write for Valve<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.through(bytes.len(), |out| out.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.through((), Write::flush)
    }
}

impl<W: Write> Bundle for Zip<W> {
    fn add(&mut self, organization: &Organization, choice: &Choice, ready: &Ready) -> io::Result<()> {
        let name = file_name(organization, choice);
        let district = in_file_names(&organization.district);
        let path = if district.is_empty() { name } else { format!("{district}/{name}") };
        self.entry(&path, ready.pdf())
    }

    fn finish(&mut self, not_printed: &[NotPrinted]) -> io::Result<()> {
        if !not_printed.is_empty() {
            let lines: String = not_printed.iter().map(|kit| format!("{kit}\r\n")).collect();
            self.entry(NOT_PRINTED, lines.as_bytes())?;
        }
        match self.writer.take() {
            Some(writer) => writer.finish()?.into_inner().flush()?,
            None => return Ok(()),
        }
        self.in_whole()
    }
}

/// One PDF of all kits, for a printer that takes a whole pile at once.
pub struct Merged<W: Write> {
    /// None once the end is written.
    writer: Option<pdf::Merged<W>>,
    title: String,
}

impl<W: Write> Merged<W> {
    /// A file of this many kits that is written to `out` from its beginning to its end.
    ///
    /// # Errors
    /// See [`Bundle::add`].
    pub fn new(out: W, kits: usize) -> io::Result<Self> {
        let count = i64::try_from(kits).unwrap_or(i64::MAX);
        Ok(Self {
            writer: Some(pdf::Merged::begin(out).map_err(in_io)?),
            title: say_with(Lang::Kk, "prints-file", &[("count", count.into())]),
        })
    }
}

impl<W: Write> Bundle for Merged<W> {
    fn ready(&self, kit: Proved) -> Result<Ready, PressError> {
        Ok(Ready { pdf: Vec::new(), kit })
    }

    fn add(&mut self, _: &Organization, _: &Choice, ready: &Ready) -> io::Result<()> {
        let writer = self.writer.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        writer.add(&ready.kit.document, &ready.kit.fonts).map_err(in_io)
    }

    /// The list of what was not printed has no place among the pages: it is told where the file is asked for.
    fn finish(&mut self, _: &[NotPrinted]) -> io::Result<()> {
        match self.writer.take() {
            Some(writer) => writer.finish(&self.title).map_err(in_io)?.flush(),
            None => Ok(()),
        }
    }
}

/// A file that cannot be put together any more is as lost as one that cannot be written.
fn in_io(error: PdfError) -> io::Error {
    match error {
        PdfError::Write(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A disk with room for so many bytes.
    struct Disk<'a> {
        written: &'a mut Vec<u8>,
        room: usize,
    }

    impl Write for Disk<'_> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if self.written.len() + bytes.len() > self.room {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.written.extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn is_whole(bytes: &[u8]) -> bool {
        zip::ZipArchive::new(io::Cursor::new(bytes)).is_ok()
    }

    #[test]
    fn only_an_archive_that_was_finished_is_one() {
        let mut bytes = Vec::new();
        let mut whole = Zip::new(&mut bytes);
        whole.entry("S1.pdf", b"a kit").expect("an entry");
        whole.finish(&[]).expect("an end");
        drop(whole);
        assert!(is_whole(&bytes));
        let end = bytes.len();

        let mut bytes = Vec::new();
        let mut left = Zip::new(&mut bytes);
        left.entry("S1.pdf", b"a kit").expect("an entry");
        drop(left);
        assert!(!bytes.is_empty() && !is_whole(&bytes), "nobody finished it");

        for room in [end / 2, end - 1] {
            let mut written = Vec::new();
            let mut full = Zip::new(Disk { written: &mut written, room });
            let refused = full.entry("S1.pdf", b"a kit").and_then(|()| full.finish(&[]));
            assert!(refused.is_err() && full.entry("S2.pdf", b"a kit").is_err(), "{room}");
            drop(full);
            assert!(!is_whole(&written), "{room}");
        }
    }
}
