//! Documents and organizations, by code, id or name.

use std::sync::Arc;

use super::{Subject, View};
use crate::domain::Code;
use crate::domain::document::Document;
use crate::domain::ids::{DocumentId, OrganizationId};
use crate::domain::organization::Organization;
use crate::domain::typed::clean;
use crate::registry::Result;
use crate::registry::caches::{Kept, Named};
use crate::storage::journal::Part;
use crate::storage::{documents, organizations};

impl View {
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
    pub(in crate::registry) fn organizations_by_ids(
        &self,
        ids: &[OrganizationId],
    ) -> Result<Vec<&Organization>> {
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
    pub(in crate::registry) fn take_in(&self, found: Vec<Organization>) -> Vec<&Organization> {
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
        let name = &clean(name);
        if name.eq_ignore_ascii_case("union") {
            return Ok(Some(self.union()));
        }
        if let Some(id) = self.ask(|conn| Ok(organizations::id_of_number(conn, name)?))? {
            return self.organization_by_id(id);
        }
        if let Ok(code) = Code::parse(name) {
            return self.organization(code);
        }
        let id = self.ask(|conn| Ok(organizations::id_of_look(conn, name)?))?;
        id.map_or(Ok(None), |id| self.organization_by_id(id))
    }

    /// The owner of a document; the union where the owner cannot be found.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn owner(&self, document: &Document) -> Result<&Organization> {
        Ok(self.organization_by_id(document.owner)?.unwrap_or_else(|| self.union()))
    }

    /// Loads the owners of documents at once, where each is about to be asked for.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn load_owners<'d>(&self, documents: impl Iterator<Item = &'d Document>) -> Result<()> {
        let mut owners: Vec<OrganizationId> = documents.map(|document| document.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        self.organizations_by_ids(&owners).map(drop)
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
}
