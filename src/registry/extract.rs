//! Reading an uploaded file in a process of its own, so that a hostile one can cost an upload and never the server.

use std::io::{BufRead, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Condvar, Mutex, Once, PoisonError};
use std::time::Duration;

use super::Result;
use super::child::exchange;
use super::confinement::{Confinement, confine};
use super::converter::Converter;
use super::refusal::{Error, Refusal};
use super::worker_messages::{Answer, Reply, Request};
use crate::domain::media::Media;
use crate::domain::version::FILE_MAX_BYTES;
use crate::storage;
use crate::text;
use crate::text::body::{Body, Warning};
use crate::text::limits::MAX_PHOTOS;
use crate::text::photographed_codes;
use crate::text::photos;
use crate::text::picture::{self, PictureSize};
use crate::text::recognition::PageWords;
use crate::text::refusal::Measure;
use crate::text::ruling::Ruled;
use crate::text::table::{self, Table, TableRefusal};
use crate::text::traced::{self, Untraced};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Longest time for one file, in seconds: the largest law of the country takes less than 2.
const WALL_CLOCK_S: u64 = 20;

/// Memory of a worker in bytes: the largest law needs a tenth of it.
const MEMORY_BYTES: u64 = 1 << 30;

/// Processor time of a worker in seconds.
const CPU_S: u64 = 15;

/// Most bytes that a worker may answer with: the largest law's body has a tenth of it.
const ANSWER_MAX_BYTES: u64 = 32 << 20;

/// Most bytes that a worker takes: as many as a form may bring.
const INPUT_MAX_BYTES: u64 = 4 * FILE_MAX_BYTES;

/// Workers at the same time: each may take a core.
const AT_ONCE: usize = 2;

/// The program that reads files: this one, started again.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The program's path.
    pub program: PathBuf,
    /// The arguments that make it a worker.
    pub arguments: Vec<String>,
    /// The program that makes DOCX of what has no reader, where that is wanted.
    pub converter: Option<Converter>,
    /// The program that makes JPEG of the photos of phones, where that is wanted.
    pub photos: Option<Converter>,
}

/// A file that was read.
#[derive(Debug, Clone)]
pub struct Extracted {
    /// What the file is, by its content.
    pub media: Media,
    /// Its readable body; empty for a scan and for kinds that have no reader.
    pub body: Body,
}

static RUNNING: Mutex<usize> = Mutex::new(0);
static ONE_ENDED: Condvar = Condvar::new();

/// A seat among the workers that run at the same time.
struct Seat;

impl Seat {
    fn take() -> Self {
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= AT_ONCE {
            running = ONE_ENDED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Self
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ONE_ENDED.notify_one();
    }
}

impl Worker {
    /// Reads a file in a worker process; `known` is what is known of the words of its pages that are pictures.
    ///
    /// # Errors
    /// A refusal where the file is empty, too large or cannot be read within the limits.
    pub fn read(&self, bytes: &[u8], known: Vec<PageWords>) -> Result<Extracted> {
        if bytes.is_empty() {
            return Err(Refusal::EmptyFile.into());
        }
        refuse_large(bytes)?;
        let page = self.page_of_phone(bytes)?;
        let bytes = page.as_deref().unwrap_or(bytes);
        let Answer::Read { media_type, body } = self.ask(&Request::Read(known), bytes)? else {
            return Err(stopped());
        };
        let media = Media::parse(&media_type)
            .ok_or(storage::Error::Corrupt { column: "worker.media_type", value: media_type })?;
        let has_no_reader = body.warnings.contains(&Warning::NoReader);
        let converted = if has_no_reader { self.read_converted(media, bytes) } else { None };
        Ok(Extracted { media, body: converted.unwrap_or(body) })
    }

    /// What a file without a reader says, where a program makes one of it that has; the bytes stay what they are.
    fn read_converted(&self, media: Media, bytes: &[u8]) -> Option<Body> {
        let docx = {
            // It takes a core as a worker does; the worker that reads what it makes needs the place afterwards.
            let _seat = Seat::take();
            self.converter.as_ref()?.docx(media.extension(), bytes)?
        };
        match self.ask(&Request::Read(Vec::new()), &docx) {
            Ok(Answer::Read { body, .. }) => Some(body),
            _ => None,
        }
    }

    /// The page that a photo in the format of phones (HEIC) becomes, which nothing else reads; none of any other file, and
    /// where no program makes one: then its reader says what to do.
    ///
    /// # Errors
    /// A refusal where the photo cannot be read within the limits.
    pub fn page_of_phone(&self, bytes: &[u8]) -> Result<Option<Vec<u8>>> {
        let page = |jpeg: Vec<u8>| self.make(&Request::Fit(photos::share(1)), &jpeg);
        self.jpeg_of_phone(bytes).map(page).transpose()
    }

    fn jpeg_of_phone(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        if !text::is_photo_of_phone(bytes) || bytes.len() as u64 > FILE_MAX_BYTES {
            return None;
        }
        let _seat = Seat::take();
        self.photos.as_ref()?.jpeg(bytes)
    }

    /// Draws a page of a file in a worker process; pages count from 1.
    ///
    /// # Errors
    /// A refusal where there is no such page, or it cannot be drawn within the limits.
    pub fn draw(&self, bytes: &[u8], page: u32, size: PictureSize) -> Result<Vec<u8>> {
        self.make(&Request::Draw { page, size: size.name().to_owned() }, bytes)
    }

    /// The lines on the picture of a page on which words are recognised.
    ///
    /// # Errors
    /// As [`Self::draw`].
    pub fn rules(&self, bytes: &[u8], page: u32) -> Result<Vec<Ruled>> {
        match self.ask(&Request::Rules { page }, bytes)? {
            Answer::Ruled(rules) => Ok(rules),
            _ => Err(stopped()),
        }
    }

    /// What the QR codes on a photo say, each once.
    ///
    /// # Errors
    /// A refusal where the photo cannot be read within the limits.
    pub fn codes(&self, photo: &[u8]) -> Result<Vec<String>> {
        let jpeg = self.jpeg_of_phone(photo);
        match self.ask(&Request::Codes, jpeg.as_deref().unwrap_or(photo))? {
            Answer::Coded(codes) => Ok(codes),
            _ => Err(stopped()),
        }
    }

    /// The table in a workbook, or why there is none.
    ///
    /// # Errors
    /// A file that is too large, or that cannot be read within the limits.
    pub fn table(&self, bytes: &[u8]) -> Result<std::result::Result<Table, TableRefusal>> {
        refuse_large(bytes)?;
        match self.ask(&Request::Table, bytes)? {
            Answer::Table(table) => Ok(table),
            _ => Err(stopped()),
        }
    }

    /// What is dark in a drawing or a picture, as outlines.
    ///
    /// # Errors
    /// A file that is too large, or that cannot be read within the limits.
    pub fn trace(&self, bytes: &[u8], side_px: u32) -> Result<std::result::Result<String, Untraced>> {
        refuse_large(bytes)?;
        match self.ask(&Request::Trace { side_px }, bytes)? {
            Answer::Traced(traced) => Ok(traced),
            _ => Err(stopped()),
        }
    }

    /// Joins photos to one file: each is made a page in a worker process of its own, so that many are no more work for one
    /// than a single one.
    ///
    /// # Errors
    /// A refusal where there are too many, or one cannot be read within the limits.
    pub fn join(&self, photos: &[Vec<u8>]) -> Result<Vec<u8>> {
        if photos.len() as u64 > MAX_PHOTOS {
            let too_many = text::Refusal::TooLarge { what: Measure::Pages, limit: MAX_PHOTOS };
            return Err(Refusal::Unreadable(too_many).into());
        }
        let fit = Request::Fit(photos::share(photos.len()));
        let page = |photo: &Vec<u8>| {
            let jpeg = self.jpeg_of_phone(photo);
            self.make(&fit, jpeg.as_ref().unwrap_or(photo))
        };
        let pages = photos.iter().map(page).collect::<Result<Vec<_>>>()?;
        self.make(&Request::Join(pages.iter().map(Vec::len).collect()), &pages.concat())
    }

    /// Puts the pages of such a file into another order.
    ///
    /// # Errors
    /// A refusal where the file is no such one, or the order does not name each page once.
    pub fn arrange(&self, bytes: &[u8], order: &[u32]) -> Result<Vec<u8>> {
        self.make(&Request::Arrange(order.to_vec()), bytes)
    }

    fn make(&self, request: &Request, bytes: &[u8]) -> Result<Vec<u8>> {
        let Answer::Made(made) = self.ask(request, bytes)? else { return Err(stopped()) };
        STANDARD.decode(made).map_err(|_| stopped())
    }

    /// Starts a worker with this input.
    pub(super) fn start(&self, input: Stdio) -> Result<Child> {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).env_clear().stdin(input).stdout(Stdio::piped()).stderr(Stdio::null());
        command.spawn().map_err(Error::Worker)
    }

    /// What stands before an archive in the file that a worker unpacks.
    ///
    /// # Errors
    /// None that is known.
    pub(super) fn head_of_archive() -> Result<Vec<u8>> {
        let mut head = serde_json::to_vec(&Request::Unpack).map_err(|_| stopped())?;
        head.push(b'\n');
        Ok(head)
    }

    fn ask(&self, request: &Request, bytes: &[u8]) -> Result<Answer> {
        let mut asked = serde_json::to_vec(request).map_err(|_| stopped())?;
        asked.push(b'\n');
        let _seat = Seat::take();
        let mut child = self.start(Stdio::piped())?;
        let answer =
            exchange(&mut child, &[&asked, bytes], Duration::from_secs(WALL_CLOCK_S), ANSWER_MAX_BYTES);
        // Whatever happened, no worker outlives its file.
        let _ = child.kill();
        let _ = child.wait();
        let answer = answer.ok_or_else(stopped)?;
        let reply: Reply = serde_json::from_slice(&answer).map_err(|_| stopped())?;
        tell(reply.confinement);
        match reply.answer {
            Answer::Refused(refusal) => Err(Refusal::Unreadable(refusal).into()),
            answer => Ok(answer),
        }
    }
}

/// Says once that the system confines workers less than it could.
pub(super) fn tell(confinement: Confinement) {
    static TOLD: Once = Once::new();
    if confinement != Confinement::WHOLE {
        TOLD.call_once(|| {
            let Confinement { files, calls } = confinement;
            tracing::warn!(
                landlock = files,
                seccomp = calls,
                "uploads are read within limits of memory and time, but this system does not refuse files and \
                 networks to their readers in both ways"
            );
        });
    }
}

/// Refuses what is larger than a file may be.
fn refuse_large(bytes: &[u8]) -> Result<()> {
    if bytes.len() as u64 > FILE_MAX_BYTES {
        return Err(Refusal::FileTooLarge { limit_mib: FILE_MAX_BYTES >> 20 }.into());
    }
    Ok(())
}

fn stopped() -> Error {
    Refusal::ReadingStopped { limit_s: WALL_CLOCK_S }.into()
}

/// What was made, as a worker says it.
fn made(bytes: Vec<u8>) -> Answer {
    Answer::Made(STANDARD.encode(bytes))
}

/// The worker's side: lowers its own limits, gives up files and networks, reads a request and a file from standard input and
/// writes the answer to standard output.
///
/// # Errors
/// Limits that cannot be lowered, or pipes that break.
pub fn run_worker() -> std::io::Result<()> {
    use rlimit::Resource;
    Resource::AS.set(MEMORY_BYTES, MEMORY_BYTES)?;
    Resource::CPU.set(CPU_S, CPU_S)?;
    Resource::CORE.set(0, 0)?;
    Resource::FSIZE.set(0, 0)?;
    Resource::NOFILE.set(16, 16)?;
    // An archive is a file that is read where its parts stand; it is opened while that is still allowed.
    let archive = storage::spool::standard_input()?;
    let confinement = confine();
    let mut stdin = std::io::stdin().lock();
    let mut asked = Vec::new();
    stdin.read_until(b'\n', &mut asked)?;
    let request: Request = serde_json::from_slice(&asked)?;
    if matches!(request, Request::Unpack) {
        return super::unpacking::answer(archive, confinement);
    }
    let mut bytes = Vec::new();
    stdin.take(INPUT_MAX_BYTES).read_to_end(&mut bytes)?;
    let answer = match request {
        Request::Read(known) => text::read_with(&bytes, &known).map(|reading| Answer::Read {
            media_type: reading.media.media_type().to_owned(),
            body: reading.body,
        }),
        Request::Draw { page, size } => {
            let size = PictureSize::parse(&size).unwrap_or(PictureSize::Small);
            picture::draw(&bytes, page, size).map(made)
        }
        Request::Rules { page } => picture::rules(&bytes, page).map(Answer::Ruled),
        Request::Codes => photographed_codes::read(&bytes).map(Answer::Coded),
        Request::Table => Ok(Answer::Table(table::read(&bytes))),
        Request::Trace { side_px } => Ok(Answer::Traced(traced::trace(&bytes, side_px))),
        Request::Fit(most) => photos::fit(&bytes, most).map(made),
        Request::Join(lengths) => {
            let mut rest = bytes.as_slice();
            let photos: Option<Vec<&[u8]>> =
                lengths.into_iter().map(|length| rest.split_off(..length)).collect();
            photos.ok_or(text::Refusal::Damaged).and_then(|photos| photos::join(&photos)).map(made)
        }
        Request::Arrange(order) => photos::arrange(&bytes, &order).map(made),
        Request::Unpack => Err(text::Refusal::Damaged),
    };
    let answer = answer.unwrap_or_else(Answer::Refused);
    let mut stdout = std::io::stdout().lock();
    serde_json::to_writer(&mut stdout, &Reply { confinement, answer })?;
    stdout.flush()
}
