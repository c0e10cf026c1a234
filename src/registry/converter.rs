//! Programs that make files which have a reader of those that have none, where they are on this machine: LibreOffice makes
//! DOCX of old Word files, heif-convert of libheif makes JPEG of the photos of phones.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::child::{Most, PATH, exchange, limit};
use super::confinement::spawn_offline;
use super::random::random_id;
use crate::storage::scratch::Scratch;

/// Longest time for one file, in seconds: the first start of LibreOffice takes 5, a long agreement 3 more.
const LONGEST_S: u64 = 60;

/// Most bytes that a program may say: it names the file that it made.
const SAID_MAX_BYTES: u64 = 1 << 20;

/// What a program may take.
const MOST: Most = Most { memory_bytes: 4 << 30, cpu_s: LONGEST_S, written_bytes: 256 << 20 };

/// The quality of a photo that is made of another, in percent: it is made smaller afterwards.
const PHOTO_QUALITY: &str = "95";

/// A program that makes other files of files.
#[derive(Debug, Clone)]
pub struct Converter {
    /// Its name or path.
    pub program: String,
    /// The folder for temporary files.
    pub scratch: PathBuf,
}

impl Converter {
    /// The DOCX that LibreOffice makes of a file with this ending; none where it is not there, fails or takes too long.
    pub(super) fn docx(&self, ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let folder = self.folder()?;
        let given = folder.write(&format!("text.{ending}"), bytes).ok()?;
        let mut command = Command::new(&self.program);
        command
            .args(["--headless", "--norestore", "--nolockcheck", "--nodefault"])
            .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().to_str()?))
            .args(["--convert-to", "docx", "--outdir"])
            .arg(folder.path())
            .arg(&given);
        run(command, &folder)?;
        // A file that is cut short is no ZIP archive, and so has no words.
        folder.read("text.docx").ok()
    }

    /// The JPEG that heif-convert makes of a photo; none where it is not there, fails or takes too long.
    pub(super) fn jpeg(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let folder = self.folder()?;
        let given = folder.write("photo.heic", bytes).ok()?;
        let mut command = Command::new(&self.program);
        command.args(["-q", PHOTO_QUALITY]).arg(&given).arg(folder.path().join("photo.jpg"));
        run(command, &folder)?;
        // Of several in one file each gets a number: the first one is the photo.
        folder.read("photo.jpg").or_else(|_| folder.read("photo-1.jpg")).ok()
    }

    fn folder(&self) -> Option<Scratch> {
        Scratch::make(&self.scratch, &format!("tizilim-{}", random_id().ok()?)).ok()
    }
}

/// Runs a program to its end within its limits, with nothing of the environment; none where that cannot be.
fn run(mut command: Command, folder: &Scratch) -> Option<()> {
    command
        .env_clear()
        .env("PATH", PATH)
        .env("HOME", folder.path())
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    // The program starts others, which end with it as one group.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = spawn_offline(&mut command).ok()?;
    limit(&child, MOST);
    let said = exchange(&mut child, &[], Duration::from_secs(LONGEST_S), SAID_MAX_BYTES);
    end(&mut child);
    said.map(drop)
}

/// Ends a program with all that it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        // There is nobody left where it ended well.
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
    let _ = child.wait();
}
