//! A register of a trial, on this machine alone: processes open and leave it as they like, and some of them send nothing.

use std::time::Duration;

use tempfile::TempDir;
use tizilim::config::Memory;
use tizilim::domain::document::AppliesTo;
use tizilim::domain::document_kind::DocumentKind;
use tizilim::domain::lang::Trilingual;
use tizilim::domain::version::Authenticity;
use tizilim::domain::{Code, Lang};
use tizilim::registry::{
    Background, Clock, DocumentInput, EditionInput, FileInput, FilePart, Published, Registry, Setup,
};

use crate::app::{ACTOR, day, worker};
use crate::postgres::{self, Fresh};
use crate::{register, samples};

const NOW: &str = "2026-11-22T06:00:00Z";

/// The public address of a trial: programs on the same machine may be told.
pub const TRIAL: &str = "http://127.0.0.1:8080";

/// A register on this machine, which processes open and leave.
pub struct Trial {
    /// Its clock, which stands.
    pub clock: Clock,
    folder: TempDir,
    database: Option<Fresh>,
}

/// Runs a test on SQLite, then on PostgreSQL where there is one.
pub fn on_each_trial(test: impl Fn(&Trial)) {
    for database in [None].into_iter().chain(postgres::fresh().map(Some)) {
        let clock = Clock::standing_at(NOW.parse().expect("an instant"));
        test(&Trial { clock, folder: tempfile::tempdir().expect("a folder"), database });
    }
}

impl Trial {
    /// Opens the register as a process does that sends nothing.
    pub fn open(&self) -> Registry {
        let registry = Registry::open(Setup {
            folder: self.folder.path().to_owned(),
            database_url: self.database.as_ref().map(|fresh| fresh.url.clone()),
            store: None,
            clock: self.clock.clone(),
            worker: worker(),
            tesseract: None,
            poll_every: Duration::from_millis(50),
            stale_after: Duration::from_secs(30),
            cache_bytes: Memory::default().register_bytes(),
        })
        .expect("a register");
        registry.serve_at(TRIAL);
        registry
    }

    /// Opens it as a process that sends.
    pub fn serve(&self) -> Process {
        let registry = self.open();
        let background = Some(registry.keep_fresh());
        Process { registry, background }
    }

    /// Sets the clock.
    pub fn set_clock(&self, instant: &str) {
        self.clock.set(instant.parse().expect("an instant"));
    }

    /// Lets the clock go on.
    pub fn later(&self, seconds: u64) {
        self.clock.set(self.clock.now() + Duration::from_secs(seconds));
    }
}

/// A process that sends, until it is left.
pub struct Process {
    /// The register.
    pub registry: Registry,
    background: Option<Background>,
}

impl Drop for Process {
    fn drop(&mut self) {
        self.registry.close();
        if let Some(background) = self.background.take() {
            background.join();
        }
    }
}

/// Adds a document of the union.
pub fn document(registry: &Registry) -> Code {
    let input = DocumentInput {
        titles: Trilingual::new("Сынақ құжаты", "Пробный документ", ""),
        applies_to: AppliesTo::All,
        ..DocumentInput::default()
    };
    registry
        .add_document(register::union(registry), DocumentKind::Charter, &input, ACTOR)
        .expect("a document")
}

/// A small edition, or the correction of one.
pub fn edition(words: &str, corrects: Option<u32>) -> EditionInput {
    EditionInput {
        corrects,
        signed_on: Some(day("2026-01-01")),
        effective_from: Some(day("2026-01-01")),
        files: vec![FileInput {
            part: FilePart::Text(Lang::Kk, Authenticity::Authentic),
            name: "text.docx".to_owned(),
            bytes: samples::docx(words),
        }],
        ..EditionInput::default()
    }
}

/// Publishes a small edition.
pub fn publish(registry: &Registry, code: Code, words: &str) -> Published {
    registry.publish_at_once(code, edition(words, None), ACTOR).expect("a publication").0
}
