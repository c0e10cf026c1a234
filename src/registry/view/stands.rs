//! What hangs on a stand, and what should.

use super::View;
use crate::domain::check::Check;
use crate::domain::document::Document;
use crate::domain::hanging::{Advice, Hanging, Stand};
use crate::domain::ids::UserId;
use crate::domain::organization::Organization;
use crate::domain::shelf;
use crate::registry::Result;
use crate::storage::journal::Part;
use crate::storage::stands;

impl View {
    /// The documents on an organization's stand today.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn shelf(&self, organization: &Organization) -> Result<Vec<&Document>> {
        let own = self.owned(organization)?.into_iter().filter(|one| one.owner != self.held.union.id);
        Ok(shelf::shelf(organization, self.union(), self.city_wide().chain(own), self.as_of))
    }

    /// What is known to hang on an organization's stand.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn hanging(&self, organization: &Organization) -> Result<&Hanging> {
        let (id, cache) = (organization.id, &self.registry.inner.caches.posted);
        self.note(Part::Organization(id));
        if let Some(found) = self.posted.get(&id) {
            return Ok(found);
        }
        let found = match self.fitting(cache.get(&id)) {
            Some(found) => found,
            None => {
                let kept = self.kept(self.ask(|conn| Ok(stands::of(conn, organization.code)?))?);
                self.keep(Part::Organization(id), || cache.insert(id, kept.clone()));
                kept.value
            }
        };
        Ok(self.posted.insert(id, found))
    }

    /// What is to be done so that an organization's stand is right.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn advice(&self, organization: &Organization) -> Result<Advice> {
        let hanging = self.hanging(organization)?;
        if hanging.is_empty() {
            return Ok(Advice::default());
        }
        self.with_stand(organization, |stand| stand.advice(hanging))
    }

    /// Does something with an organization's stand as it is to be today.
    ///
    /// # Errors
    /// A database that cannot be read.
    pub fn with_stand<T>(&self, organization: &Organization, work: impl FnOnce(Stand<'_>) -> T) -> Result<T> {
        let (shelf, host) = (self.shelf(organization)?, self.permanent_host());
        Ok(work(Stand { organization, shelf: &shelf, host, as_of: self.as_of }))
    }

    /// The check that a person has open. No query.
    pub fn open_check(&self, user: UserId) -> Option<&Check> {
        self.held.checks.iter().find(|check| check.user == Some(user) && check.is_open(self.now))
    }
}
