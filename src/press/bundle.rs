//! Files that hold many kits, written kit by kit: nothing of them stays in memory or on disk.

use std::io::{self, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

use super::name::{file_name, in_file_names};
use super::{NotPrinted, PressError, Proved};
use crate::domain::Lang;
use crate::domain::organization::Organization;
use crate::pdf::{self, PdfError};
use crate::phrases::say_with;
use crate::stand::choice::Choice;

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

    /// Writes the end. Without it the file is visibly broken.
    ///
    /// # Errors
    /// See [`Self::add`].
    fn finish(&mut self, not_printed: &[NotPrinted]) -> io::Result<()>;
}

/// An archive of PDFs, with a folder for each district.
pub struct Zip<W: Write> {
    /// None once the end is written.
    writer: Option<ZipWriter<StreamWriter<W>>>,
}

impl<W: Write> Zip<W> {
    /// An archive that is written to `out` from its beginning to its end.
    pub fn new(out: W) -> Self {
        Self { writer: Some(ZipWriter::new_stream(out)) }
    }

    fn entry(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        let writer = self.writer.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(COMPRESSION));
        writer.start_file(name, options)?;
        writer.write_all(content)
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
            Some(writer) => Ok(writer.finish()?.into_inner().flush()?),
            None => Ok(()),
        }
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
