//! The program that makes DOCX of files that have no reader of their own, where there is one on this machine: LibreOffice.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::child::{Most, PATH, exchange, limit};
use super::confinement::spawn_offline;
use super::random::random_id;
use crate::storage::scratch::Scratch;

/// Longest time for one file, in seconds: the first start of the program takes 5, a long agreement 3 more.
const LONGEST_S: u64 = 60;

/// Most bytes that it may say: it names the file that it made.
const SAID_MAX_BYTES: u64 = 1 << 20;

/// What it may take.
const MOST: Most = Most { memory_bytes: 4 << 30, cpu_s: LONGEST_S, written_bytes: 256 << 20 };

/// A program that makes DOCX of other files.
#[derive(Debug, Clone)]
pub struct Converter {
    /// Its name or path.
    pub program: String,
    /// The folder for temporary files.
    pub scratch: PathBuf,
}

/// The DOCX that the program makes of a file with this ending; none where it is not there, fails or takes too long.
pub(super) fn docx(converter: &Converter, ending: &str, bytes: &[u8]) -> Option<Vec<u8>> {
    let folder = Scratch::make(&converter.scratch, &format!("tizilim-{}", random_id().ok()?)).ok()?;
    let given = folder.write(&format!("text.{ending}"), bytes).ok()?;
    let mut command = Command::new(&converter.program);
    command
        .args(["--headless", "--norestore", "--nolockcheck", "--nodefault"])
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().to_str()?))
        .args(["--convert-to", "docx", "--outdir"])
        .arg(folder.path())
        .arg(&given)
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
    // A file that is cut short is no ZIP archive, and so has no words.
    said.and_then(|_| folder.read("text.docx").ok())
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
