//! The file of SQLite: opening it, noticing that another one lies in its place, and reading it where nothing can be
//! written.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::connection::{Access, LOCK_DEADLINE};
use super::error::{Error, Result};

/// How often a program that was refused because others open the file tries again.
const LOCKED_TICK: Duration = Duration::from_millis(20);

/// What stands for itself in the path of a `file:` address.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_');

/// Where SQLite keeps a register.
#[derive(Debug)]
pub struct Place {
    path: PathBuf,
    /// Which file was opened: device and number. Another one may be put in its place.
    opened: Mutex<Option<(u64, u64)>>,
    /// Why nothing can be written at present.
    sealed: Mutex<Option<Seal>>,
}

/// How a file is read in which nothing can be written.
#[derive(Debug)]
struct Seal {
    why: Error,
    /// Changes stand in the log of SQLite that were not moved into the file yet.
    has_log: bool,
}

/// The file in a data folder.
pub fn file(folder: &Path) -> PathBuf {
    folder.join("tizilim.sqlite")
}

impl Place {
    /// The file in a data folder, made for its owner alone where it is missing.
    ///
    /// # Errors
    /// A folder in which no file can be made.
    pub fn new(folder: &Path) -> Result<Self> {
        let path = file(folder);
        if !path.exists() {
            let mut options = std::fs::OpenOptions::new();
            options.write(true).create(true).truncate(false);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options.open(&path).map_err(|why| Error::Folder(path.clone(), why))?;
        }
        Ok(Self { path, opened: Mutex::default(), sealed: Mutex::default() })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a connection.
    ///
    /// # Errors
    /// A file that is no database, a full disk, a folder that may only be read.
    pub(super) fn open(&self, access: Access) -> Result<SqliteConnection> {
        if let Some(seal) = &*self.sealed.lock().unwrap_or_else(PoisonError::into_inner) {
            return match access {
                Access::Write => Err(seal.why.again()),
                Access::Read => self.connect(&self.sealed_address(seal.has_log), "PRAGMA query_only = ON;"),
            };
        }
        let pragmas = match access {
            // FULL: what was answered as published survives a power cut. What is erased is overwritten.
            Access::Write => {
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
            }
            // No mapped memory: each connection would count the whole file as memory of the process.
            Access::Read => "PRAGMA query_only = ON; PRAGMA cache_size = -1024;",
        };
        let conn = self.connect(&self.path.to_string_lossy(), pragmas)?;
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        *opened = opened.or(number(&self.path));
        Ok(conn)
    }

    fn connect(&self, address: &str, pragmas: &str) -> Result<SqliteConnection> {
        let failed = |why: String| Error::of_connecting(&format!("{}: {why}", self.path.display()));
        let mut conn = SqliteConnection::establish(address).map_err(|why| failed(why.to_string()))?;
        let timeout_ms = LOCK_DEADLINE.as_millis();
        let pragmas = format!("PRAGMA busy_timeout = {timeout_ms}; PRAGMA foreign_keys = ON; {pragmas}");
        let started = Instant::now();
        loop {
            match conn.batch_execute(&pragmas) {
                Ok(()) => return Ok(conn),
                // Of several programs that open a new file at once, each of which begins its log, all but one are refused
                // at once, whatever they are ready to wait (SQLite, "WAL mode": going over to it needs the file alone).
                Err(why)
                    if why.to_string().contains("database is locked")
                        && started.elapsed() < LOCK_DEADLINE =>
                {
                    std::thread::sleep(LOCKED_TICK);
                }
                Err(why) => return Err(failed(why.to_string())),
            }
        }
    }

    /// The address under which SQLite writes nothing beside the file: as one that nobody changes, or, where its log has to
    /// be read as well, with the index of the log in memory and no other program at it.
    fn sealed_address(&self, has_log: bool) -> String {
        let how = if has_log { "vfs=unix-excl" } else { "immutable=1" };
        format!("file:{}?{how}", utf8_percent_encode(&self.path.to_string_lossy(), IN_PATH))
    }

    /// From now on the file is only read, because `why` nothing can be written.
    ///
    /// # Errors
    /// A file, or a log of it, that cannot even be read: without it an older text would be shown.
    pub(super) fn seal(&self, why: Error) -> Result<()> {
        let holds = |path: &Path| std::fs::metadata(path).is_ok_and(|found| found.len() > 0);
        let has_log = holds(&PathBuf::from(format!("{}-wal", self.path.display())));
        if !holds(&self.path) {
            return Err(why);
        }
        let read = self.connect(&self.sealed_address(has_log), "SELECT count(*) FROM sqlite_master;");
        if read.is_err() {
            return Err(why);
        }
        *self.sealed.lock().unwrap_or_else(PoisonError::into_inner) = Some(Seal { why, has_log });
        Ok(())
    }

    /// Tries whether the file can be written again. Whether it was sealed until now and is no longer. One that is read
    /// with its log stays sealed until the next start: its index is in the memory of this program.
    pub(super) fn unseal(&self) -> bool {
        let was = {
            let mut sealed = self.sealed.lock().unwrap_or_else(PoisonError::into_inner);
            if sealed.as_ref().is_some_and(|seal| seal.has_log) {
                return false;
            }
            sealed.take()
        };
        let Some(seal) = was else { return false };
        let writes = self.open(Access::Write).and_then(|mut conn| {
            Ok(conn.batch_execute("BEGIN IMMEDIATE; UPDATE state SET mark = mark; ROLLBACK")?)
        });
        if writes.is_err() {
            *self.sealed.lock().unwrap_or_else(PoisonError::into_inner) = Some(seal);
        }
        writes.is_ok()
    }

    /// The refusal of everything that is to be written at present; none as a rule.
    pub(super) fn refusal(&self) -> Option<Error> {
        let sealed = self.sealed.lock().unwrap_or_else(PoisonError::into_inner);
        sealed.as_ref().map(|seal| seal.why.again())
    }

    /// Why nothing can be written at present.
    pub(super) fn why_sealed(&self) -> Option<String> {
        let sealed = self.sealed.lock().unwrap_or_else(PoisonError::into_inner);
        sealed.as_ref().map(|seal| match seal.has_log {
            true => format!("{}; start the server again once there is room", seal.why),
            false => seal.why.to_string(),
        })
    }

    /// Whether another file lies in the place of the one that was opened: a backup was put back, say.
    ///
    /// # Errors
    /// The file is gone: what is written now would be lost.
    pub(super) fn has_moved(&self) -> Result<bool> {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(was) = *opened else { return Ok(false) };
        match number(&self.path) {
            Some(now) if now == was => Ok(false),
            Some(now) => {
                *opened = Some(now);
                Ok(true)
            }
            None => Err(Error::Away(format!("{} is gone", self.path.display()))),
        }
    }
}

#[cfg(unix)]
fn number(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|found| (found.dev(), found.ino()))
}

/// Elsewhere an open file cannot be replaced.
#[cfg(not(unix))]
fn number(path: &Path) -> Option<(u64, u64)> {
    path.exists().then_some((0, 0))
}
