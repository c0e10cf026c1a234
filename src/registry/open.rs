//! Opening a registry, and the handle to it.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use super::Result;
use super::clock::Clock;
use super::extract::Worker;
use super::handle::{Inner, Registry};
use super::health::Health;
use super::held::Held;
use super::present::Present;
use super::random::random_id;
use crate::domain::Instant;
use crate::domain::deed::Deed;
use crate::storage::files::{Files, FolderLock, StoreSettings, make_folder};
use crate::storage::identity::{IdentityFile, PutBack};
use crate::storage::{self, Database, audit, state};

/// How a registry is opened.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The data folder.
    pub folder: PathBuf,
    /// A `postgres://` URL; none for SQLite in the data folder.
    pub database_url: Option<String>,
    /// The store of the files; none for the data folder.
    pub store: Option<StoreSettings>,
    /// The clock.
    pub clock: Clock,
    /// The program that reads uploaded files in a process of its own.
    pub worker: Worker,
    /// The program that recognises words on pictures, by its name or path; none where that is not wanted.
    pub tesseract: Option<String>,
    /// How often to look for changes made by another process.
    pub poll_every: Duration,
    /// How long the register may not have been confirmed before answers say so.
    pub stale_after: Duration,
    /// Memory for parts of the register that were asked for lately, in bytes.
    pub cache_bytes: u64,
}

impl Registry {
    /// Opens the register, making it first where there is none.
    ///
    /// # Errors
    /// A folder or database that cannot be used.
    pub fn open(setup: Setup) -> Result<Self> {
        let (database, files, identity) = open_state(&setup)?;
        bring_up_to_date(&database, &identity, &files, setup.clock.now())?;
        let held = database.read_consistently(|conn| Held::read(conn, 0))?;
        let now = setup.clock.now();
        let inner = Inner {
            database,
            files,
            clock: setup.clock,
            worker: setup.worker,
            tesseract: setup.tesseract,
            recognizer: OnceLock::new(),
            counts: Mutex::default(),
            strays: Mutex::default(),
            throttle: Mutex::default(),
            passwords: super::password::Passwords::default(),
            words: Mutex::default(),
            present: Present::new(held),
            caches: super::caches::Caches::new(setup.cache_bytes),
            listener: OnceLock::new(),
            origin: OnceLock::new(),
            wake: super::webhooks::wake::Wake::default(),
            relying_party: OnceLock::new(),
            provider: OnceLock::new(),
            identity,
            is_in_touch: AtomicBool::new(false),
            health: Health::new(now),
            poll_every: setup.poll_every,
            stale_after: setup.stale_after,
            stopping: AtomicBool::new(false),
            folder: setup.folder,
            reloading: Mutex::default(),
        };
        let registry = Self { inner: Arc::new(inner) };
        registry.remember(PutBack::No);
        Ok(registry)
    }

    /// Takes a database that was put back on purpose, although the files belong to a newer or another one: the register
    /// goes on from there, as one of its own. Files that it does not know are kept. Gives its revision.
    ///
    /// # Errors
    /// A database that is empty or cannot be written.
    pub fn adopt(setup: Setup, actor: &str) -> Result<u64> {
        let (database, _, file) = open_state(&setup)?;
        if database.read(state::identity)?.is_none() {
            file.compare(None)?;
        }
        let turn = database.take_turn()?;
        database.migrate()?;
        drop(turn);
        let (timeline, id, now) = (random_id()?.replace('-', ""), random_id()?, setup.clock.now());
        database.write(|conn| {
            state::set_timeline(conn, &timeline)?;
            audit::note(conn, &id, now, (actor, Deed::Adopt, &timeline))
        })?;
        let found = database.read(state::identity)?;
        let identity = found.ok_or_else(|| storage::Error::Emptied(file.place()))?;
        file.replace(&identity)?;
        Ok(identity.revision)
    }

    /// Takes the lock of the data folder, so that no second server serves it. None on PostgreSQL, where many may.
    ///
    /// # Errors
    /// Another server holds the lock.
    pub fn lock_folder(&self) -> Result<Option<FolderLock>> {
        if self.inner.database.is_local() && self.inner.database.is_sealed().is_none() {
            Ok(Some(FolderLock::take(&self.inner.folder)?))
        } else {
            Ok(None)
        }
    }
}

/// The database, the files and the note beside them.
fn open_state(setup: &Setup) -> Result<(Database, Files, IdentityFile)> {
    make_folder(&setup.folder)?;
    let open_files = || -> Result<(Files, IdentityFile)> {
        let files = Files::open(&setup.folder, setup.store.as_ref())?;
        let identity = IdentityFile::new(&setup.folder, &files);
        Ok((files, identity))
    };
    let open_database = || Database::open(setup.database_url.as_deref(), &setup.folder);
    if setup.database_url.is_none() && !storage::has_database(&setup.folder) {
        // Looked at before the file of a new database is made.
        let (files, identity) = open_files()?;
        identity.compare(None)?;
        return Ok((open_database()?, files, identity));
    }
    let database = open_database()?;
    let (files, identity) = open_files()?;
    Ok((database, files, identity))
}

/// Brings the database to what this program knows, one program at a time, after a look whether it belongs to the files.
fn bring_up_to_date(database: &Database, identity: &IdentityFile, files: &Files, now: Instant) -> Result<()> {
    if database.is_sealed().is_some() {
        database.migrate()?;
        return Ok(identity.compare(database.read(state::identity)?.as_ref())?);
    }
    let _turn = database.take_turn()?;
    let noted = identity.read()?;
    let found = database.read(state::identity)?;
    identity.compare_noted(noted, found.as_ref())?;
    database.migrate()?;
    // A register from before there were timelines wrote no such file.
    if found.is_some_and(|found| !found.timeline.is_empty())
        && identity.is_missing()?
        && super::blobs::has_unknown(database, files)?
    {
        return Err(storage::Error::Unknown(identity.place()).into());
    }
    super::organization::ensure_union(database, now)
}
