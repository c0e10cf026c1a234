//! Opening a registry, and the handle to it.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use super::clock::Clock;
use super::extract::Worker;
use super::health::Health;
use super::openings::Counts;
use super::snapshot::Snapshot;
use super::{Error, Result};
use crate::domain::brand::Brand;
use crate::domain::ids::TextId;
use crate::domain::{AsOf, Checksum, Code, Day, Instant};
use crate::storage::files::{Files, FolderLock, StoreSettings, make_folder};
use crate::storage::identity::{IdentityFile, PutBack};
use crate::storage::{self, Conn, Database, bodies, codes, leaves, state};
use crate::text::body::Body;

/// Tries for a code that nobody has: with a million codes in use, one try fails in 600.
const CODE_TRIES: usize = 100;

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
    /// How often to look for changes made by another process.
    pub poll_every: Duration,
    /// How long the register may not have been confirmed before answers say so.
    pub stale_after: Duration,
}

/// The register.
#[derive(Clone)]
pub struct Registry {
    pub(super) inner: Arc<Inner>,
}

pub(super) struct Inner {
    pub database: Database,
    pub files: Files,
    pub clock: Clock,
    pub worker: Worker,
    pub counts: Mutex<Counts>,
    pub throttle: Mutex<super::throttle::Throttle>,
    pub passwords: super::password::Passwords,
    pub search: Mutex<Option<Arc<super::search::Prepared>>>,
    pub origin: OnceLock<String>,
    pub identity: IdentityFile,
    /// Whether a thread keeps in touch with a store that is elsewhere, and writes the note.
    pub is_in_touch: AtomicBool,
    pub health: Health,
    pub poll_every: Duration,
    pub stale_after: Duration,
    pub stopping: AtomicBool,
    folder: PathBuf,
    snapshot: RwLock<Arc<Snapshot>>,
    reloading: Mutex<()>,
}

impl Inner {
    /// One thread reads the register anew at a time: what was read later is newer.
    pub fn reloading(&self) -> MutexGuard<'_, ()> {
        self.reloading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Registry {
    /// Opens the register, making it first where there is none.
    ///
    /// # Errors
    /// A folder or database that cannot be used.
    pub fn open(setup: Setup) -> Result<Self> {
        let (database, files, identity) = open_state(&setup)?;
        bring_up_to_date(&database, &identity, &files, setup.clock.now())?;
        let snapshot = database.read_consistently(Snapshot::read)?;
        let now = setup.clock.now();
        let inner = Inner {
            database,
            files,
            clock: setup.clock,
            worker: setup.worker,
            counts: Mutex::default(),
            throttle: Mutex::default(),
            passwords: super::password::Passwords::default(),
            search: Mutex::default(),
            origin: OnceLock::new(),
            identity,
            is_in_touch: AtomicBool::new(false),
            health: Health::new(now),
            poll_every: setup.poll_every,
            stale_after: setup.stale_after,
            stopping: AtomicBool::new(false),
            folder: setup.folder,
            snapshot: RwLock::new(Arc::new(snapshot)),
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
            leaves::audit(conn, &id, now, actor, "adopt", &timeline)
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

    /// The register as it is now. No query.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.inner.snapshot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The present instant.
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// The moment as of which questions about a snapshot are answered now.
    pub fn as_of(&self, snapshot: &Snapshot) -> AsOf {
        snapshot.as_of(self.now())
    }

    /// The present calendar day in Asia/Almaty.
    pub fn today(&self) -> Day {
        self.as_of(&self.snapshot()).day
    }

    /// Looks whether something changed, and if so reads the register again: whatever the database says now, also where it
    /// was put back to an earlier state.
    ///
    /// # Errors
    /// A database that cannot be read; the old snapshot stays.
    pub fn refresh(&self) -> Result<()> {
        let _turn = self.inner.reloading();
        let state = self.inner.database.read(state::read)?;
        if !self.snapshot().is_of(&state) {
            self.take_over(self.inner.database.read_consistently(Snapshot::read)?);
        }
        Ok(())
    }

    /// Puts a snapshot that was just read in the place of the one that is held.
    pub(super) fn take_over(&self, fresh: Snapshot) {
        let fresh = Arc::new(fresh);
        let mut held = self.inner.snapshot.write().unwrap_or_else(PoisonError::into_inner);
        let was = std::mem::replace(&mut *held, fresh.clone());
        drop(held);
        if fresh.timeline != was.timeline || fresh.revision < was.revision {
            self.inner.health.note_put_back(was.revision, fresh.revision);
            self.remember(PutBack::Yes);
        } else {
            self.remember(PutBack::No);
        }
    }

    /// The readable body of a text; none where its file has none, or was erased.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn body(&self, text: TextId) -> Result<Option<Body>> {
        let stored = self.inner.database.read(|conn| bodies::json(conn, text))?;
        stored.map(|json| parse_body(&json)).transpose()
    }

    /// The length in bytes of a published file that is whole: it is read once to see that. Whether it may be served is
    /// the snapshot's to say.
    ///
    /// # Errors
    /// A store that cannot be read, or bytes that are lost or have changed.
    pub fn check_file(&self, checksum: Checksum) -> Result<u64> {
        self.noted(checksum, self.inner.files.check(checksum))
    }

    /// Some bytes of a published file, from `first` up to but without `end`.
    ///
    /// # Errors
    /// A store that cannot be read, or bytes that are lost.
    pub fn file_piece(&self, checksum: Checksum, first: u64, end: u64) -> Result<Vec<u8>> {
        self.noted(checksum, self.inner.files.piece(checksum, first, end))
    }

    /// How often the database and the file store have been asked: what shows that a warm scan asks neither.
    pub fn uses(&self) -> (u64, u64) {
        (self.inner.database.uses(), self.inner.files.reads())
    }

    /// Every leaf of the ledger, in order.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn leaves(&self) -> Result<Vec<(u64, String)>> {
        Ok(self.inner.database.read(leaves::all)?)
    }

    /// Keeps these codes for ever, because they were printed. Writes nothing where they are kept already.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn keep_codes(&self, printed: &[Code]) -> Result<()> {
        let reserved = self.inner.database.read(codes::reserved)?;
        if printed.iter().any(|code| reserved.iter().any(|other| other == code.as_str())) {
            self.inner.database.write(|conn| codes::keep(conn, printed))?;
        }
        Ok(())
    }

    /// Confirms a host as the permanent one, so that prints no longer say specimen.
    ///
    /// # Errors
    /// A text that is no host name.
    pub fn confirm_host(&self, host: &str, actor: &str) -> Result<()> {
        let host = host.trim().to_ascii_lowercase();
        let is_label = |label: &str| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let has_letters =
            host.rsplit('.').next().is_some_and(|top| top.bytes().all(|b| b.is_ascii_alphabetic()));
        if !host.contains('.') || !host.split('.').all(is_label) || !has_letters {
            return Err(super::Refusal::BadHost(host).into());
        }
        let now = self.now();
        self.write(actor, "confirm host", &host, |conn| {
            state::confirm_host(conn, &host)?;
            leaves::append(conn, &crate::ledger::leaf(crate::ledger::Change::Host(&host), now), now)?;
            Ok(())
        })
    }

    /// Keeps how the union looks in print. Pages that were printed before stay as good as they were.
    ///
    /// # Errors
    /// A database that cannot be written.
    pub fn set_brand(&self, brand: &Brand, actor: &str) -> Result<()> {
        self.write(actor, "set brand", &brand.accent.to_string(), |conn| Ok(state::set_brand(conn, brand)?))
    }

    /// One transaction with its line in the audit trail; afterwards the snapshot is fresh.
    pub(super) fn write<T>(
        &self,
        actor: &str,
        action: &str,
        subject: &str,
        work: impl FnOnce(&mut Conn) -> Result<T>,
    ) -> Result<T> {
        let now = self.now();
        let id = random_id()?;
        let written = self.inner.database.write(|conn| {
            let value = work(conn)?;
            leaves::audit(conn, &id, now, actor, action, subject)?;
            Ok::<_, Error>(value)
        });
        match &written {
            Ok(_) => self.note_written(Ok(())),
            Err(Error::Storage(error)) => self.note_written(Err(error)),
            Err(_) => {}
        }
        let value = written?;
        // What is committed is done: that it could not be read again at once must not look like a refusal.
        if let Err(error) = self.refresh() {
            tracing::warn!(%error, "the change is made, but could not be read again yet");
        }
        Ok(value)
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
    let found = database.read(state::identity)?;
    identity.compare(found.as_ref())?;
    database.migrate()?;
    // A register from before there were timelines wrote no such file.
    if found.is_some_and(|found| !found.timeline.is_empty())
        && identity.is_missing()?
        && super::bytes::has_unknown(database, files)?
    {
        return Err(storage::Error::Unknown(identity.place()).into());
    }
    super::organization::ensure_union(database, now)
}

/// A body as it is stored.
pub(super) fn parse_body(json: &str) -> Result<Body> {
    serde_json::from_str(json).map_err(|_| {
        storage::Error::Corrupt { column: "bodies.body", value: json.chars().take(40).collect() }.into()
    })
}

/// Random bytes from the system.
pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::Random)?;
    Ok(bytes)
}

/// A random identifier in the form that a table keeps, and that nobody guesses.
///
/// # Errors
/// A system without randomness.
pub fn random_id() -> Result<String> {
    Ok(crate::domain::ids::FactId::from_random(random()?).to_string())
}

/// Reserves a code that nobody has, in the present transaction.
pub(super) fn reserve_code(conn: &mut Conn, now: Instant) -> Result<Code> {
    for _ in 0..CODE_TRIES {
        let mut digits = [0_u8; 6];
        for digit in &mut digits {
            // Below 232 = 8 × 29 every character is equally likely.
            *digit = loop {
                let [byte] = random::<1>()?;
                if byte < 232 {
                    break byte;
                }
            };
        }
        let code = Code::from_random(digits);
        if codes::reserve(conn, code, now)? {
            return Ok(code);
        }
    }
    Err(Error::Random)
}
