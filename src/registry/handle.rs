//! The handle to a register: what one process holds of it.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use super::caches::{AllWords, Caches};
use super::clock::Clock;
use super::extract::Worker;
use super::health::Health;
use super::held::Held;
use super::known_provider::Provider;
use super::password::Passwords;
use super::present::{Listener, Present};
use super::recognizer::Recognizer;
use super::relying_party::RelyingParty;
use super::throttle::Throttle;
use super::webhooks::wake::Wake;
use crate::domain::{AsOf, Day, Instant};
use crate::storage::Database;
use crate::storage::files::Files;
use crate::storage::identity::IdentityFile;
use crate::storage::openings::Counts;
use crate::storage::strays::StrayCounts;

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
    pub tesseract: Option<String>,
    pub recognizer: OnceLock<Option<Recognizer>>,
    pub counts: Mutex<Counts>,
    pub strays: Mutex<StrayCounts>,
    pub throttle: Mutex<Throttle>,
    pub passwords: Passwords,
    pub words: Mutex<Option<Arc<AllWords>>>,
    pub present: RwLock<Present>,
    pub caches: Caches,
    pub listener: OnceLock<Listener>,
    pub origin: OnceLock<String>,
    pub wake: Wake,
    pub relying_party: OnceLock<Option<RelyingParty>>,
    pub provider: OnceLock<Provider>,
    pub identity: IdentityFile,
    /// Whether a thread keeps in touch with a store that is elsewhere, and writes the note.
    pub is_in_touch: AtomicBool,
    pub health: Health,
    pub poll_every: Duration,
    pub stale_after: Duration,
    pub stopping: AtomicBool,
    pub folder: PathBuf,
    pub reloading: Mutex<()>,
}

impl Inner {
    /// One thread reads the register anew at a time: what was read later is newer.
    pub fn reloading(&self) -> MutexGuard<'_, ()> {
        self.reloading.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Registry {
    /// The present instant.
    pub fn now(&self) -> Instant {
        self.inner.clock.now()
    }

    /// The moment as of which questions are answered now. No query.
    pub fn as_of(&self) -> AsOf {
        self.held().as_of(self.now())
    }

    /// The present calendar day in Asia/Almaty.
    pub fn today(&self) -> Day {
        self.as_of().day
    }

    /// How often the database and the file store have been asked: what shows that a warm scan asks neither.
    pub fn uses(&self) -> (u64, u64) {
        (self.inner.database.uses(), self.inner.files.reads())
    }

    /// What is held now.
    pub(super) fn held(&self) -> Arc<Held> {
        self.present().held()
    }

    /// What is held now, with the latest changes, which nothing else changes meanwhile.
    pub(super) fn present(&self) -> RwLockReadGuard<'_, Present> {
        self.inner.present.read().unwrap_or_else(PoisonError::into_inner)
    }
}
