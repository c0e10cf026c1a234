//! Opening a registry, keeping its snapshot fresh, and closing it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use super::clock::Clock;
use super::extract::Worker;
use super::openings::Counts;
use super::snapshot::Snapshot;
use super::{Error, Result};
use crate::domain::brand::Brand;
use crate::domain::ids::TextId;
use crate::domain::{Checksum, Code, Day, Instant, calendar};
use crate::storage::files::{Files, FolderLock, make_folder};
use crate::storage::{self, Conn, Database, codes, leaves, state, versions};
use crate::text::body::Body;

/// Tries for a code that nobody has: with a million codes in use, one try fails in 600.
const CODE_TRIES: usize = 100;

/// How often openings are written down: at most this much is lost in a power cut.
const FLUSH_EVERY: Duration = Duration::from_secs(5);

/// How a registry is opened.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The data folder.
    pub folder: PathBuf,
    /// A `postgres://` URL; none for SQLite in the data folder.
    pub database_url: Option<String>,
    /// The clock.
    pub clock: Clock,
    /// The program that reads uploaded files in a process of its own.
    pub worker: Worker,
    /// How often to look for changes made by another process.
    pub poll_every: Duration,
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
    folder: PathBuf,
    poll_every: Duration,
    snapshot: RwLock<Arc<Snapshot>>,
    pub stopping: AtomicBool,
}

impl Registry {
    /// Opens the register, making it first where there is none.
    ///
    /// # Errors
    /// A folder or database that cannot be used.
    pub fn open(setup: Setup) -> Result<Self> {
        make_folder(&setup.folder)?;
        let database = Database::open(setup.database_url.as_deref(), &setup.folder)?;
        database.migrate()?;
        let files = Files::open(&setup.folder)?;
        super::organization::ensure_union(&database, setup.clock.now())?;
        let snapshot = RwLock::new(Arc::new(Snapshot::load(&database)?));
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
            folder: setup.folder,
            poll_every: setup.poll_every,
            snapshot,
            stopping: AtomicBool::new(false),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Takes the lock of the data folder, so that no second server serves it. None on PostgreSQL, where many may.
    ///
    /// # Errors
    /// Another server holds the lock.
    pub fn lock_folder(&self) -> Result<Option<FolderLock>> {
        if self.inner.database.is_local() {
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

    /// The present calendar day in Asia/Almaty.
    pub fn today(&self) -> Day {
        calendar::local_day(self.now())
    }

    /// Looks whether something changed, and if so reads the register again.
    ///
    /// # Errors
    /// A database that cannot be read; the old snapshot stays.
    pub fn refresh(&self) -> Result<()> {
        let state = self.inner.database.read(state::read)?;
        if state.changes != self.snapshot().changes {
            let fresh = Arc::new(Snapshot::load(&self.inner.database)?);
            let mut held = self.inner.snapshot.write().unwrap_or_else(PoisonError::into_inner);
            // Another thread may have read a newer state meanwhile: never go back.
            if fresh.changes > held.changes {
                *held = fresh;
            }
        }
        Ok(())
    }

    /// Whether the database answers.
    pub fn is_ready(&self) -> bool {
        self.inner.database.read(state::read).is_ok()
    }

    /// Starts the thread that looks for changes, indexes what is not indexed yet, writes openings down and ends
    /// forgotten checks, until
    /// [`Self::close`].
    pub fn keep_fresh(&self) -> std::thread::JoinHandle<()> {
        let registry = self.clone();
        std::thread::spawn(move || {
            let mut since_flush = Duration::ZERO;
            let mut indexed_at = None;
            while !registry.inner.stopping.load(Ordering::SeqCst) {
                std::thread::sleep(registry.inner.poll_every);
                if let Err(error) = registry.refresh() {
                    tracing::warn!(%error, "looking for changes failed");
                }
                let changes = registry.snapshot().changes;
                if indexed_at != Some(changes) {
                    match registry.index_missing() {
                        Ok(_) => indexed_at = Some(changes),
                        Err(error) => {
                            tracing::warn!(%error, "indexing failed; the rest is found after the next try")
                        }
                    }
                }
                since_flush += registry.inner.poll_every;
                if since_flush >= FLUSH_EVERY {
                    since_flush = Duration::ZERO;
                    registry.flush_or_warn();
                    if let Err(error) = registry.end_forgotten_checks() {
                        tracing::warn!(%error, "a forgotten check could not be ended yet");
                    }
                }
            }
        })
    }

    /// Stops the background thread and writes down what is still in memory.
    pub fn close(&self) {
        self.inner.stopping.store(true, Ordering::SeqCst);
        self.flush_or_warn();
    }

    fn flush_or_warn(&self) {
        if let Err(error) = self.flush_openings() {
            tracing::warn!(%error, "openings could not be written down; they are kept for the next time");
        }
    }

    /// The readable body of a text; none where its file has none, or was erased.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn body(&self, text: TextId) -> Result<Option<Body>> {
        let stored = self.inner.database.read(|conn| versions::body(conn, text))?;
        stored.map(|json| parse_body(&json)).transpose()
    }

    /// The bytes of a published file; whether it may be served is the snapshot's to say.
    ///
    /// # Errors
    /// A store that cannot be read, or bytes that have changed.
    pub fn file(&self, checksum: Checksum) -> Result<Option<Vec<u8>>> {
        Ok(self.inner.files.get(checksum)?)
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
        let value = self.inner.database.write(|conn| {
            let value = work(conn)?;
            leaves::audit(conn, &id, now, actor, action, subject)?;
            Ok::<_, Error>(value)
        })?;
        // What is committed is done: that it could not be read again at once must not look like a refusal.
        if let Err(error) = self.refresh() {
            tracing::warn!(%error, "the change is made, but could not be read again yet");
        }
        Ok(value)
    }
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
