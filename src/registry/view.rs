//! The register as of one state, for one answer. What is asked for is loaded, from memory or by one query, and everything
//! that one view gives agrees with everything else.

mod lists;
mod stands;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::sync::Arc;

use elsa::FrozenMap;

use super::caches::{Bytes, Kept, Named};
use super::handle::Registry;
use super::held::Held;
use super::present::Stamp;
use super::refusal::Error;
use super::{FileUse, Result, Subject};
use crate::domain::brand::Brand;
use crate::domain::document::Document;
use crate::domain::hanging::Hanging;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::{AsOf, Checksum, Code, Instant};
use crate::storage::journal::Part;
use crate::storage::{Conn, Reading, documents, organizations, state, uses};

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
    posted: FrozenMap<OrganizationId, Arc<Hanging>>,
    parts: RefCell<BTreeSet<Part>>,
    has_moved: Cell<bool>,
}

impl Registry {
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
            parts: RefCell::default(),
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
        let served = self.registry.inner.origin.get()?.strip_prefix("https://")?;
        self.confirmed_host().filter(|confirmed| *confirmed == served)
    }

    /// The state from which this view answers.
    pub fn stamp(&self) -> Stamp {
        Stamp { epoch: self.held.epoch, seq: self.held.position.seq }
    }

    /// What it gave away so far.
    pub fn parts(&self) -> Vec<Part> {
        self.parts.borrow().iter().copied().collect()
    }

    fn note(&self, part: Part) {
        self.parts.borrow_mut().insert(part);
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

    /// What this code stands for.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn find(&self, code: Code) -> Result<Option<Subject<'_>>> {
        Ok(match self.named(code)? {
            Some(Named::Document(id)) => self.document_by_id(id)?.map(Subject::Document),
            Some(Named::Organization(id)) => self.organization_by_id(id)?.map(Subject::Organization),
            None => None,
        })
    }

    fn named(&self, code: Code) -> Result<Option<Named>> {
        let named = &self.registry.inner.caches.named;
        if let Some(found) = named.get(&code) {
            return Ok(Some(found));
        }
        let found = self.ask(|conn| {
            Ok(match documents::id_of(conn, code)? {
                Some(id) => Some(Named::Document(id)),
                None => organizations::id_of(conn, code)?.map(Named::Organization),
            })
        })?;
        match found {
            // What a code stands for never changes, but another history of the register may have other codes.
            Some(found) => drop(self.keep(Part::Codes, || named.insert(code, found))),
            None => self.note(Part::Codes),
        }
        Ok(found)
    }

    /// The document with this code.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn document(&self, code: Code) -> Result<Option<&Document>> {
        match self.named(code)? {
            Some(Named::Document(id)) => self.document_by_id(id),
            Some(Named::Organization(_)) | None => Ok(None),
        }
    }

    /// The organization with this code.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organization(&self, code: Code) -> Result<Option<&Organization>> {
        match self.named(code)? {
            Some(Named::Organization(id)) => self.organization_by_id(id),
            Some(Named::Document(_)) | None => Ok(None),
        }
    }

    /// The document with this id.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn document_by_id(&self, id: DocumentId) -> Result<Option<&Document>> {
        Ok(self.documents(&[id])?.pop())
    }

    /// The documents with these ids, in the same order; those that are not there are left out.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn documents(&self, ids: &[DocumentId]) -> Result<Vec<&Document>> {
        let cache = &self.registry.inner.caches.documents;
        let mut missing = Vec::new();
        for id in ids.iter().filter(|id| self.documents.get(id).is_none()) {
            self.note(Part::Document(*id));
            let resident = self.held.city_wide.iter().find(|document| document.id == *id);
            match resident.cloned().or_else(|| self.fitting(cache.get(id))) {
                Some(found) => drop(self.documents.insert(*id, found)),
                None => missing.push(*id),
            }
        }
        if !missing.is_empty() {
            for found in self.ask(|conn| Ok(documents::by_ids(conn, &missing)?))? {
                let (id, kept) = (found.id, self.kept(found));
                self.keep(Part::Document(id), || cache.insert(id, kept.clone()));
                self.documents.insert(id, kept.value);
            }
        }
        Ok(ids.iter().filter_map(|id| self.documents.get(id)).collect())
    }

    /// The organizations with these ids, in the same order; those that are not there are left out.
    pub(super) fn organizations_by_ids(&self, ids: &[OrganizationId]) -> Result<Vec<&Organization>> {
        let cache = &self.registry.inner.caches.organizations;
        let mut missing = Vec::new();
        for id in ids.iter().filter(|id| self.organizations.get(id).is_none()) {
            self.note(Part::Organization(*id));
            match self.fitting(cache.get(id)) {
                Some(found) => drop(self.organizations.insert(*id, found)),
                None => missing.push(*id),
            }
        }
        if !missing.is_empty() {
            let found = self.ask(|conn| Ok(organizations::by_ids(conn, &missing)?))?;
            self.take_in(found);
        }
        Ok(ids.iter().filter_map(|id| self.organizations.get(id)).collect())
    }

    /// The organization with this id.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organization_by_id(&self, id: OrganizationId) -> Result<Option<&Organization>> {
        self.note(Part::Organization(id));
        if id == self.held.union.id {
            return Ok(Some(&self.held.union));
        }
        if let Some(found) = self.organizations.get(&id) {
            return Ok(Some(found));
        }
        let cache = &self.registry.inner.caches.organizations;
        let found = match self.fitting(cache.get(&id)) {
            Some(found) => found,
            None => {
                let Some(found) = self.ask(|conn| Ok(organizations::find(conn, id)?))? else {
                    return Ok(None);
                };
                self.kept_organization(found)
            }
        };
        Ok(Some(self.organizations.insert(id, found)))
    }

    fn kept_organization(&self, found: Organization) -> Arc<Organization> {
        let (id, kept) = (found.id, self.kept(found));
        let cache = &self.registry.inner.caches.organizations;
        self.keep(Part::Organization(id), || cache.insert(id, kept.clone()));
        kept.value
    }

    /// Organizations that were just asked for in this state.
    pub(super) fn take_in(&self, found: Vec<Organization>) -> Vec<&Organization> {
        let take = |organization: Organization| {
            let id = organization.id;
            self.note(Part::Organization(id));
            match self.organizations.get(&id) {
                Some(there) => there,
                None => self.organizations.insert(id, self.kept_organization(organization)),
            }
        };
        found.into_iter().map(take).collect()
    }

    /// The organization that a person names: by code, by the union's number, or `union`.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn organization_named(&self, name: &str) -> Result<Option<&Organization>> {
        let name = name.trim();
        if name.eq_ignore_ascii_case("union") {
            return Ok(Some(self.union()));
        }
        if let Some(id) = self.ask(|conn| Ok(organizations::id_of_number(conn, name)?))? {
            return self.organization_by_id(id);
        }
        Code::parse(name).map_or(Ok(None), |code| self.organization(code))
    }

    /// The owner of a document; the union where the owner cannot be found.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn owner(&self, document: &Document) -> Result<&Organization> {
        Ok(self.organization_by_id(document.owner)?.unwrap_or_else(|| self.union()))
    }

    /// The documents that an organization owns, in the order of creation.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn owned(&self, organization: &Organization) -> Result<Vec<&Document>> {
        let (id, cache) = (organization.id, &self.registry.inner.caches.owned);
        self.note(Part::Organization(id));
        if id == self.held.union.id {
            return Ok(self.city_wide().collect());
        }
        let ids = match self.fitting(cache.get(&id)) {
            Some(ids) => ids,
            None => {
                let ids: Arc<[DocumentId]> = self.ask(|conn| Ok(documents::owned(conn, id)?))?.into();
                let kept = Kept { seq: self.held.position.seq, value: ids.clone() };
                self.keep(Part::Organization(id), || cache.insert(id, kept));
                ids
            }
        };
        self.documents(&ids)
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
        self.registry.while_unchanged(self.stamp(), &[part], keep)
    }
}
