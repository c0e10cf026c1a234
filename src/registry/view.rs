//! The register as of one state, for one answer. What is asked for is loaded, from memory or by one query, and everything
//! that one view gives agrees with everything else.

mod entities;
mod lists;
mod numbers;
mod stands;
mod wanted;

pub use wanted::Listing;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use elsa::FrozenMap;

use super::caches::{Bytes, Kept};
use super::handle::Registry;
use super::held::Held;
use super::present::Stamp;
use super::refusal::Error;
use super::{FileUse, Result};
use crate::domain::brand::Brand;
use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::next_change::next_change_of_any;
use crate::domain::organization::Organization;
use crate::domain::posted::Posted;
use crate::domain::{AsOf, Checksum, Day, Instant};
use crate::storage::journal::Part;
use crate::storage::search::Numbers;
use crate::storage::{Conn, Reading, state, uses};

/// The register as of one state.
///
/// A view notes which parts it gave away: what is made from it is good until one of them changes.
pub struct View {
    registry: Registry,
    held: Arc<Held>,
    now: Instant,
    as_of: AsOf,
    reading: RefCell<Option<Reading>>,
    documents: FrozenMap<DocumentId, Arc<Document>>,
    organizations: FrozenMap<OrganizationId, Arc<Organization>>,
    posted: FrozenMap<OrganizationId, Arc<Posted>>,
    numbers: OnceCell<Numbers>,
    parts: RefCell<BTreeSet<Part>>,
    is_of_all: Cell<bool>,
    has_moved: Cell<bool>,
}

/// What a code stands for.
#[derive(Debug, Clone, Copy)]
pub enum Subject<'s> {
    /// A document.
    Document(&'s Document),
    /// An organization.
    Organization(&'s Organization),
}

impl Registry {
    /// The register as it is held now, for what every process has at hand: the union, its documents, its look and its
    /// host. Nobody makes this view anew where the register moves on, so nothing else is asked of it.
    pub fn glance(&self) -> View {
        View::new(self, self.held(), None)
    }

    /// Reads the register as of one state: `work` gets a view of it, and is done once more where the register moved on
    /// in the middle.
    ///
    /// # Errors
    /// What `work` returns, or a database that cannot be read.
    pub fn read<T, E: From<Error>>(
        &self,
        mut work: impl FnMut(&View) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let view = View::new(self, self.held(), None);
        let done = work(&view);
        if !view.has_moved.get() {
            return done;
        }
        drop(view);
        // From a reading that is there already: the second one cannot move.
        let (reading, held) = self.fresh_reading()?;
        work(&View::new(self, held, Some(reading)))
    }
}

impl View {
    fn new(registry: &Registry, held: Arc<Held>, reading: Option<Reading>) -> Self {
        let now = registry.now();
        Self {
            registry: registry.clone(),
            as_of: held.as_of(now),
            held,
            now,
            reading: RefCell::new(reading),
            documents: FrozenMap::new(),
            organizations: FrozenMap::new(),
            posted: FrozenMap::new(),
            numbers: OnceCell::new(),
            parts: RefCell::default(),
            is_of_all: Cell::default(),
            has_moved: Cell::new(false),
        }
    }

    pub(super) fn registry(&self) -> &Registry {
        &self.registry
    }

    /// The moment as of which questions are answered.
    pub fn as_of(&self) -> AsOf {
        self.as_of
    }

    /// The present instant, by the machine's clock.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Leaves of the ledger.
    pub fn revision(&self) -> u64 {
        self.held.state.revision
    }

    /// How the union looks in print.
    pub fn brand(&self) -> &Brand {
        self.note(Part::Union);
        &self.held.state.brand
    }

    /// The host that may stand on walls.
    pub fn confirmed_host(&self) -> Option<&str> {
        self.note(Part::Union);
        self.held.state.confirmed_host.as_deref()
    }

    /// The host that may stand on walls, where this server serves it; none while prints are trials.
    pub fn permanent_host(&self) -> Option<&str> {
        self.permanent_host_at(self.registry.inner.origin.get()?)
    }

    /// The host that may stand on walls where the register is served at `origin`: the confirmed one, served over https.
    pub fn permanent_host_at(&self, origin: &str) -> Option<&str> {
        let served = origin.strip_prefix("https://")?;
        self.confirmed_host().filter(|confirmed| *confirmed == served)
    }

    /// The state from which this view answers.
    pub fn stamp(&self) -> Stamp {
        Stamp { epoch: self.held.epoch, seq: self.held.position.seq }
    }

    /// What it gave away so far; none where that may be another thing after any change, such as a list of everything.
    pub fn parts(&self) -> Option<Vec<Part>> {
        (!self.is_of_all.get()).then(|| self.parts.borrow().iter().copied().collect())
    }

    fn note_all(&self) {
        self.is_of_all.set(true);
    }

    fn note(&self, part: Part) {
        self.parts.borrow_mut().insert(part);
    }

    /// The first day on which anything that was told of the documents it gave away may be something else, where nothing
    /// more is recorded (see [`crate::domain::next_change`]).
    pub fn next_change(&self) -> Option<Day> {
        let parts = self.parts.borrow();
        let documents = parts.iter().filter_map(|part| match part {
            Part::Document(id) => self.documents.get(id).or_else(|| self.resident(*id)),
            _ => None,
        });
        next_change_of_any(documents, self.as_of)
    }

    fn resident(&self, id: DocumentId) -> Option<&Document> {
        self.held.city_wide.iter().find(|document| document.id == id).map(|found| &**found)
    }

    /// Lets go of the database for as long as nothing is asked: somebody waits for long work, such as printing.
    pub fn pause(&self) {
        self.reading.take();
    }

    /// Asks the database in the state of this view.
    pub(super) fn ask<T>(&self, question: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        let mut slot = self.reading.borrow_mut();
        let reading = match &mut *slot {
            Some(reading) => reading,
            None => {
                let mut reading = self.registry.inner.database.reading()?;
                if !self.held.is_of(&state::read(reading.conn())?) {
                    self.has_moved.set(true);
                    return Err(Error::Moved);
                }
                slot.insert(reading)
            }
        };
        question(reading.conn())
    }

    /// The highest numbers of what is searched.
    pub(super) fn numbers(&self) -> Result<Numbers> {
        if let Some(numbers) = self.numbers.get() {
            return Ok(*numbers);
        }
        let numbers = self.ask(|conn| Ok(Numbers::of(conn)?))?;
        Ok(*self.numbers.get_or_init(|| numbers))
    }

    /// The union itself.
    pub fn union(&self) -> &Organization {
        self.note(Part::Organization(self.held.union.id));
        &self.held.union
    }

    /// The union's documents, in the order of creation.
    pub fn city_wide(&self) -> impl Iterator<Item = &Document> {
        self.note(Part::Organization(self.held.union.id));
        self.held.city_wide.iter().map(|document| {
            self.note(Part::Document(document.id));
            &**document
        })
    }

    /// How a published file is served; none where no version ever had it.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn file(&self, checksum: Checksum) -> Result<Option<FileUse>> {
        self.ask(|conn| Ok(uses::of(conn, checksum)?))
    }

    /// What a cache gives, unless it is of a later state than this view.
    fn fitting<T: ?Sized>(&self, kept: Option<Kept<T>>) -> Option<Arc<T>> {
        kept.filter(|kept| kept.seq <= self.held.position.seq).map(|kept| kept.value)
    }

    fn kept<T: Bytes>(&self, value: T) -> Kept<T> {
        Kept { seq: self.held.position.seq, value: Arc::new(value) }
    }

    /// Keeps something for others, unless it changed meanwhile.
    fn keep(&self, part: Part, keep: impl FnOnce()) -> bool {
        self.registry.while_unchanged(self.stamp(), Some(&[part]), keep)
    }
}
