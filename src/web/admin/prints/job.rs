//! One file of many kits: what is in it, and how far it is. Jobs live in this server's memory and end with it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::pages::admin::prints::Progress;
use crate::press::{self, Batch, Scope};

/// Files that are printed at the same time: each keeps a processor busy, and the rest must go on answering scans.
const RUNNING_MAX: usize = 2;

/// Jobs that are remembered: nobody looks for older ones.
const KEPT_MAX: usize = 50;

/// In which file many kits are got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BundleKind {
    /// An archive of PDFs.
    Zip,
    /// One PDF in a row.
    Pdf,
}

impl BundleKind {
    /// Every bundle, in the order in which it is offered.
    pub const ALL: [Self; 2] = [Self::Zip, Self::Pdf];

    /// The name in addresses, and the ending of the file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Pdf => "pdf",
        }
    }

    /// The bundle with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|bundle| bundle.name() == name)
    }
}

/// One file of many kits.
pub struct Job {
    batch: Batch,
    scope: Scope,
    bundle: BundleKind,
    again: String,
    is_stopped: AtomicBool,
    state: Mutex<State>,
}

struct State {
    progress: Progress,
    done: usize,
    not_printed: Vec<String>,
}

impl Job {
    /// A job that waits for its download; `again` is where its choices can be changed.
    pub fn new(batch: Batch, scope: Scope, bundle: BundleKind, again: String) -> Self {
        let state = State { progress: Progress::Waiting, done: 0, not_printed: Vec::new() };
        Self { batch, scope, bundle, again, is_stopped: AtomicBool::new(false), state: Mutex::new(state) }
    }

    /// What is printed.
    pub const fn batch(&self) -> &Batch {
        &self.batch
    }

    /// Whose kits.
    pub const fn scope(&self) -> &Scope {
        &self.scope
    }

    /// In which file.
    pub const fn bundle(&self) -> BundleKind {
        self.bundle
    }

    /// How many kits.
    pub fn total(&self) -> usize {
        self.batch.organizations.len()
    }

    /// Where the choices can be changed.
    pub fn again(&self) -> &str {
        &self.again
    }

    /// The name of the file.
    pub fn file_name(&self) -> String {
        let name = press::of_batch(&self.scope, self.total(), &self.batch.order.choice);
        format!("{name}.{}", self.bundle.name())
    }

    /// The type of the file.
    pub const fn media_type(&self) -> &'static str {
        match self.bundle {
            BundleKind::Zip => "application/zip",
            BundleKind::Pdf => "application/pdf",
        }
    }

    /// How far it is: the kits that were looked at, and those that could not be printed.
    pub fn state(&self) -> (Progress, usize, Vec<String>) {
        let state = self.locked();
        (state.progress, state.done, state.not_printed.clone())
    }

    /// Asks it to stop after the present kit.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::SeqCst);
    }

    /// Whether it was asked to stop.
    pub fn is_stopped(&self) -> bool {
        self.is_stopped.load(Ordering::SeqCst)
    }

    /// Notes that a kit was looked at; and, where it could not be printed, why.
    pub fn note(&self, not_printed: Option<String>) {
        let mut state = self.locked();
        state.done += 1;
        state.not_printed.extend(not_printed);
    }

    /// Notes how it ended.
    pub fn end(&self, progress: Progress) {
        self.locked().progress = progress;
    }

    fn locked(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The jobs of this server.
#[derive(Default)]
pub struct Jobs(Mutex<BTreeMap<u64, Arc<Job>>>);

impl Jobs {
    /// Remembers a job and gives it a number.
    pub fn add(&self, job: Job) -> u64 {
        let mut jobs = self.locked();
        let number = jobs.last_key_value().map_or(0, |(number, _)| *number) + 1;
        jobs.insert(number, Arc::new(job));
        while jobs.len() > KEPT_MAX {
            jobs.pop_first();
        }
        number
    }

    /// The job with a number.
    pub fn get(&self, number: u64) -> Option<Arc<Job>> {
        self.locked().get(&number).cloned()
    }

    /// Notes that a job runs from now on, unless it does already or too many others do.
    pub fn begin(&self, job: &Job) -> bool {
        let jobs = self.locked();
        let is_running = |job: &Job| job.locked().progress == Progress::Running;
        if is_running(job) || jobs.values().filter(|other| is_running(other)).count() >= RUNNING_MAX {
            return false;
        }
        job.is_stopped.store(false, Ordering::SeqCst);
        *job.locked() = State { progress: Progress::Running, done: 0, not_printed: Vec::new() };
        true
    }

    fn locked(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<Job>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
